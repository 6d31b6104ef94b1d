from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw, ImageFont

from bedside.guard.images.boxes import Box
from bedside.guard.images.eyes import Eyes
from bedside.guard.images.findings import Face, Line, Scan, Texts
from bedside.guard.images.tests.videos import (
    H264,
    SIDE,
    SIZE,
    drawn,
    ffmpeg,
    from_left,
    needs_ffmpeg,
    pattern,
    walk,
)
from bedside.guard.images.tracks import Track
from bedside.guard.images.video import (
    VideoRefused,
    VideoScan,
    frames,
    probe,
    render,
    scan_video,
    still,
    verify_video,
    with_eyes,
)

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [needs_ffmpeg, pytest.mark.media]

SEEN_FROM, SEEN_TO = 1.0, 3.0


@pytest.fixture(scope="module")
def eyes():
    ours = Eyes()
    yield ours
    ours.close()


@pytest.fixture(scope="module")
def walking(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a video of four seconds; from second 1 to 3 a face walks through it."""
    shown = walk(4, lambda at: from_left(at) if SEEN_FROM <= at < SEEN_TO else None)
    secret = ("-metadata", "title=Maria Lopez", "-metadata", "location=+41.88-087.63/")
    return drawn(tmp_path_factory.mktemp("walk") / "walk.mp4", shown, *secret, sound=True)


@pytest.fixture(scope="module")
def scanned(walking: Path, eyes: Eyes) -> VideoScan:
    return scan_video(walking, with_eyes(eyes))


def nothing(picture: Image.Image, reads: bool) -> Scan:
    return Scan(*picture.size, phash=1)


def test_a_face_that_walks_is_followed(scanned: VideoScan):
    (track,) = [one for one in scanned.tracks if one.kind == "face"]
    assert track.since <= SEEN_FROM
    assert track.until >= SEEN_TO
    for second in (1.0, 1.5, 1.75, 2.25):
        left, top = from_left(second)
        head = Box.of_pixels(left + 0.22 * SIDE, top + 0.14 * SIDE, 0.56 * SIDE, 0.72 * SIDE, SIZE)
        box = track.at(second)
        assert box is not None
        assert box.iou(head) > 0.5
    assert scanned.has_audio
    assert {"GPS", "text"} <= set(scanned.kinds)
    assert scanned.phash


def test_a_covered_face_is_found_nowhere_in_the_new_video(
    scanned: VideoScan, walking: Path, eyes: Eyes, tmp_path: Path
):
    covers = [one for one in scanned.tracks if one.kind == "face"]
    out = tmp_path / "out.mp4"
    heard: list[float] = []
    render(walking, out, covers, progress=lambda second, of: heard.append(second / of))
    see = with_eyes(eyes)
    assert verify_video(out, covers, see, known=scanned.tracks) == ()
    assert not any(see(frame.picture, False).faces for frame in frames(out, shift=0.1))
    assert heard == sorted(heard)
    assert heard[-1] > 0.9


def test_what_is_not_covered_stays(walking: Path, eyes: Eyes, tmp_path: Path):
    out = tmp_path / "out.mp4"
    render(walking, out, [])
    assert with_eyes(eyes)(still(out, 2.0), False).faces
    problems = verify_video(out, [], with_eyes(eyes), known=[])
    assert "a face that was not found before" in problems[0]


def test_a_cover_that_is_missing_or_misplaced_is_noticed(
    scanned: VideoScan, walking: Path, eyes: Eyes
):
    covers = [one for one in scanned.tracks if one.kind == "face"]
    problems = verify_video(walking, covers, with_eyes(eyes))
    assert any("carries" in problem for problem in problems)
    assert any("cover 1 is not one color" in problem for problem in problems)
    assert any("face can still be found under cover 1" in problem for problem in problems)
    assert not any("Maria" in problem for problem in problems)


def test_the_new_video_is_what_networks_take_and_carries_nothing(walking: Path, tmp_path: Path):
    out = tmp_path / "out.mp4"
    render(walking, out, [])
    told = probe(out)
    assert (told.codec, told.width, told.height, int(told.fps)) == ("h264", *SIZE, 10)
    assert told.has_audio
    assert told.kinds == ()
    content = out.read_bytes()
    assert b"Maria" not in content
    assert not any(name in content for name in (b"Lavf", b"Lavc", b"x264", b"udta", b"meta"))
    assert content.index(b"moov") < content.index(b"mdat")


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
def test_exiftool_finds_no_time_place_or_device(walking: Path, tmp_path: Path):
    out = tmp_path / "out.mp4"
    render(walking, out, [])
    asked = ["exiftool", "-json", "-a", "-G1", "-ee", str(out)]
    said = json.loads(subprocess.run(asked, capture_output=True, check=True).stdout)[0]
    own = {name.partition(":")[2]: value for name, value in said.items() if ":" in name}
    assert not {"GPSCoordinates", "Title", "Encoder", "Make", "Model"} & set(own)
    dates = [own[name] for name in own if name.endswith("Date") and "File" not in name]
    made = [value for name, value in said.items() if "Date" in name and "System" not in name]
    assert dates
    assert set(made) == {"0000:00:00 00:00:00"}


def test_sound_is_kept_or_dropped_by_choice(walking: Path, tmp_path: Path):
    out = tmp_path / "out.mp4"
    render(walking, out, [], sound=False)
    assert not probe(out).has_audio


def test_any_number_of_covers_is_drawn(tmp_path: Path):
    boxes = [Box(x / 20, y / 20, 0.04, 0.04) for x in range(20) for y in range(20)]
    covers = [Track("face", ((0.0, box),), 0.0, 2.0) for box in boxes]
    made = pattern(tmp_path / "a.mp4")
    out = tmp_path / "out.mp4"
    render(made, out, covers)
    assert verify_video(out, covers, nothing) == ()


def test_turned_and_oblong_pixels_are_covered_upright(tmp_path: Path):
    wide = pattern(tmp_path / "a.mp4", "testsrc=s=160x180:r=10:d=1,setsar=2/1")
    ffmpeg("-i", str(wide), "-c", "copy", "-metadata:s:v", "rotate=90", str(tmp_path / "b.mp4"))
    covers = [Track("drawn", ((0.0, Box(0.1, 0.6, 0.3, 0.2)),), 0.0, 1.0)]
    render(tmp_path / "b.mp4", tmp_path / "out.mp4", covers)
    told = probe(tmp_path / "out.mp4")
    assert (told.width, told.height) == (180, 320)
    assert verify_video(tmp_path / "out.mp4", covers, nothing) == ()


def test_fast_and_large_videos_become_what_networks_take(tmp_path: Path):
    made = pattern(tmp_path / "a.mp4", "testsrc=s=2160x3840:r=60:d=0.2")
    render(made, tmp_path / "out.mp4", [])
    told = probe(tmp_path / "out.mp4")
    assert (told.width, told.height, int(told.fps)) == (1080, 1920, 30)


def test_a_video_that_breaks_off_leaves_no_file(tmp_path: Path):
    fast = (*H264, "-movflags", "+faststart", "-g", "10")
    whole = pattern(tmp_path / "a.mp4", "testsrc=s=320x180:r=10:d=10", *fast).read_bytes()
    (tmp_path / "b.mp4").write_bytes(whole[: len(whole) // 2])
    out = tmp_path / "out.mp4"
    with pytest.raises(VideoRefused):
        render(tmp_path / "b.mp4", out, [])
    assert not out.exists()


def test_work_can_be_stopped_by_whoever_hears_of_its_progress(walking: Path, tmp_path: Path):
    def stop(second: float, of: float) -> None:
        raise KeyboardInterrupt

    out = tmp_path / "out.mp4"
    with pytest.raises(KeyboardInterrupt):
        render(walking, out, [], progress=stop)
    assert not out.exists()
    with pytest.raises(KeyboardInterrupt):
        scan_video(walking, nothing, stop)


def test_two_hours_are_looked_at_to_the_end_with_progress(tmp_path: Path):
    made = pattern(tmp_path / "a.mp4", "color=s=32x32:r=2:d=7200", *H264)
    heard: list[float] = []
    asked: list[bool] = []

    def see(picture: Image.Image, reads: bool) -> Scan:
        asked.append(reads)
        return Scan(*picture.size, phash=0, faces=(Face(Box(0.4, 0.4, 0.2, 0.2), 0.9),))

    found = scan_video(made, see, lambda second, of: heard.append(second / of))
    assert len(asked) == 14_400
    assert sum(asked) == 3_600
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    (track,) = found.tracks
    assert track.until == pytest.approx(7200, abs=1)


def test_a_look_that_takes_too_long_ends_with_a_clear_answer(walking: Path):
    with pytest.raises(VideoRefused, match="Cut it into parts") as refusal:
        scan_video(walking, nothing, patience=0.0)
    assert refusal.value.why == "slow"


def test_a_crowd_beyond_deciding_ends_with_a_clear_answer(walking: Path):
    crowd = tuple(Face(Box(x / 30, y / 30, 0.01, 0.01), 0.9) for x in range(26) for y in range(26))
    with pytest.raises(VideoRefused) as refusal:
        scan_video(walking, lambda picture, reads: Scan(*picture.size, phash=0, faces=crowd))
    assert refusal.value.why == "crowded"


def test_words_about_care_open_a_track_though_they_name_nobody(tmp_path: Path, eyes: Eyes):
    card = Image.new("RGB", SIZE, "#f4efe4")
    words = "We're so glad your\nsurgery went well"
    ImageDraw.Draw(card).text((30, 90), words, "#16302b", font=ImageFont.load_default(40))
    made = drawn(tmp_path / "a.mp4", [card] * 5)
    (track,) = scan_video(made, with_eyes(eyes)).tracks
    assert (track.kind, track.harmless) == ("text", False)
    assert track.says == "Reads like something about somebody's care."


def test_words_about_nobody_are_harmless(tmp_path: Path, eyes: Eyes):
    card = Image.new("RGB", SIZE, "#f4efe4")
    ImageDraw.Draw(card).text((30, 90), "We are open", "#16302b", font=ImageFont.load_default(40))
    made = drawn(tmp_path / "a.mp4", [card] * 5)
    assert [track.harmless for track in scan_video(made, with_eyes(eyes)).tracks] == [True]


def test_text_of_a_short_scene_is_looked_for(tmp_path: Path):
    """A board is shown for half a second between two moments at which text is looked for."""
    board = Image.new("RGB", SIZE, "white")
    ImageDraw.Draw(board).rectangle((100, 100, 300, 140), fill="black")
    dark = Image.new("RGB", SIZE, "black")
    made = drawn(tmp_path / "a.mp4", [board if 6 <= number < 12 else dark for number in range(30)])

    def see(picture: Image.Image, reads: bool) -> Scan:
        bright = picture.convert("L").getpixel((5, 5))
        lines = (Line(Box(0.2, 0.2, 0.4, 0.1), "x", 0.9, identifier=True),)
        there = reads and isinstance(bright, int) and bright > 128
        return Scan(*picture.size, phash=0, texts=Texts(lines=lines if there else ()))

    (track,) = scan_video(made, see).tracks
    assert track.since == pytest.approx(0.6)
    assert track.until == pytest.approx(1.2)

from __future__ import annotations

from pathlib import Path

import pytest

from bedside.guard.images.tests.videos import (
    H264,
    drawn,
    ffmpeg,
    from_left,
    needs_ffmpeg,
    pattern,
    walk,
)
from bedside.guard.images.video import VideoRefused, frames, probe, programs, still

pytestmark = [needs_ffmpeg, pytest.mark.media]

KEY = ("-encryption_scheme", "cenc-aes-ctr", "-encryption_key", "76a6c65c5ea762046bd749a2e632ccbb",
       "-encryption_kid", "a7e61c373e219033c21091fa607bf3b8")  # fmt: skip


def refusal_of(path: Path) -> str:
    with pytest.raises(VideoRefused) as refusal:
        probe(path)
    assert str(refusal.value).count(".") >= 1
    return str(refusal.value.why)


@pytest.fixture
def phone(tmp_path: Path) -> Path:
    """Return a video that a phone wrote lying on its side, with place, time and title."""
    secrets = ["-metadata", "title=Maria Lopez", "-metadata", "location=+41.88-087.63/"]
    secrets += ["-metadata", "creation_time=2026-01-02T03:04:05Z", "-metadata:s:v", "rotate=90"]
    made = drawn(tmp_path / "walk.mp4", walk(1, from_left), sound=True)
    ffmpeg("-i", str(made), "-c", "copy", *secrets, str(tmp_path / "phone.mp4"))
    return tmp_path / "phone.mp4"


def test_a_phone_video_is_described_upright_with_kinds_and_no_values(phone: Path):
    told = probe(phone)
    assert (told.width, told.height) == (360, 480)
    assert told.seconds == pytest.approx(1.0, abs=0.15)
    assert told.fps == 10
    assert told.has_audio
    assert not told.has_subtitles
    assert {"GPS", "text", "time"} <= set(told.kinds)
    assert "Maria" not in str(told)


def test_pictures_come_upright(phone: Path):
    first = next(frames(phone))
    assert first.picture.size == (360, 480)
    assert still(phone, 0.5).size == (360, 480)


def test_subtitles_and_chapters_are_seen(tmp_path: Path):
    words = tmp_path / "words.srt"
    words.write_text("1\n00:00:00,000 --> 00:00:01,000\nHello\n")
    chapters = tmp_path / "chapters.txt"
    chapters.write_text(";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1\nSTART=0\nEND=1\ntitle=Maria\n")
    made = pattern(tmp_path / "plain.mp4")
    inputs = ["-i", str(made), "-i", str(words), "-i", str(chapters)]
    maps = ["-map", "0", "-map", "1", "-map_chapters", "2", "-c", "copy", "-c:s", "mov_text"]
    ffmpeg(*inputs, *maps, str(tmp_path / "all.mp4"))
    told = probe(tmp_path / "all.mp4")
    assert told.has_subtitles
    assert "chapters" in told.kinds


def test_a_cover_picture_is_seen_and_not_taken_for_the_video(tmp_path: Path):
    made, cover = pattern(tmp_path / "a.mp4"), tmp_path / "cover.png"
    ffmpeg("-f", "lavfi", "-i", "color=red:s=64x64:d=1", "-frames:v", "1", str(cover))
    maps = ["-map", "1", "-map", "0", "-c", "copy", "-disposition:v:0", "attached_pic"]
    ffmpeg("-i", str(made), "-i", str(cover), *maps, str(tmp_path / "b.mp4"))
    told = probe(tmp_path / "b.mp4")
    assert "cover picture" in told.kinds
    assert (told.width, told.height) == (320, 180)
    assert len(list(frames(tmp_path / "b.mp4"))) == 4


def test_a_video_in_fragments_is_taken(tmp_path: Path):
    parts = (*H264, "-g", "5", "-movflags", "frag_keyframe+empty_moov")
    made = pattern(tmp_path / "a.mp4", "testsrc=s=320x180:r=10:d=2", *parts)
    assert probe(made).seconds == pytest.approx(2, abs=0.2)
    assert len(list(frames(made))) == 4


def test_hevc_in_a_mov_is_taken(tmp_path: Path):
    hevc = ("-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=none")
    told = probe(pattern(tmp_path / "a.mov", "testsrc=s=320x180:r=10:d=1", *hevc, "-tag:v", "hvc1"))
    assert told.codec == "hevc"


@pytest.mark.parametrize(
    ("name", "source", "more", "why"),
    [
        ("a.mkv", "testsrc=d=1", H264, "format"),
        ("a.mp4", "testsrc=d=1", ("-c:v", "mpeg4"), "codec"),
        ("a.mp4", "sine=d=1", ("-c:a", "aac"), "no_picture"),
        ("a.mp4", "color=s=32x32:r=1:d=7300", H264, "long"),
        ("a.mp4", "testsrc=d=1", (*H264, *KEY), "protected"),
    ],
)
def test_what_is_not_taken_is_refused_with_the_reason(
    tmp_path: Path, name: str, source: str, more: tuple[str, ...], why: str
):
    assert refusal_of(pattern(tmp_path / name, source, *more)) == why


def test_a_file_above_a_gigabyte_is_refused_unread(tmp_path: Path):
    path = tmp_path / "a.mp4"
    with path.open("wb") as file:
        file.truncate(1024**3 + 1)
    assert refusal_of(path) == "heavy"


def test_damaged_files_are_refused(tmp_path: Path):
    whole = pattern(tmp_path / "a.mp4").read_bytes()
    path = tmp_path / "b.mp4"
    for content in (whole[: len(whole) // 2], whole[:16], whole[:40] + bytes(4000)):
        path.write_bytes(content)
        assert refusal_of(path) == "broken"
    for content in (b"", b"\x00" * 12, b"not a video at all"):
        path.write_bytes(content)
        assert refusal_of(path) == "format"


def test_a_file_that_breaks_off_is_refused_at_its_end(tmp_path: Path):
    fast = (*H264, "-movflags", "+faststart", "-g", "10")
    whole = pattern(tmp_path / "a.mp4", "testsrc=s=320x180:r=10:d=10", *fast).read_bytes()
    path = tmp_path / "b.mp4"
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(VideoRefused) as refusal:
        list(frames(path))
    assert refusal.value.why == "truncated"


def test_a_playlist_with_the_name_of_a_video_is_not_followed(tmp_path: Path):
    secret = pattern(tmp_path / "secret.mp4")
    path = tmp_path / "a.mp4"
    path.write_text(f"ffconcat version 1.0\nfile '{secret}'\n")
    assert refusal_of(path) == "format"
    path.write_bytes(b"\0\0\0\x10ftypisom\0\0\0\0" + path.read_bytes())
    assert refusal_of(path) == "broken"


def test_without_ffmpeg_videos_are_refused_and_it_is_said_who_can_help(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    made = pattern(tmp_path / "a.mp4")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert programs.missing() == ("ffmpeg", "ffprobe")
    assert refusal_of(made) == "no_program"


def test_two_pictures_a_second_and_the_first_of_a_scene(tmp_path: Path):
    two = "testsrc=s=320x180:r=10:d=1.7[a];testsrc2=s=320x180:r=10:d=1.3[b];[a][b]concat=n=2"
    found = list(frames(pattern(tmp_path / "a.mp4", two)))
    assert [round(frame.second, 2) for frame in found] == [0.0, 0.5, 1.0, 1.5, 1.7, 2.2, 2.7]
    assert [frame.second for frame in found if frame.cut] == [pytest.approx(1.7)]


def test_large_pictures_come_at_1600_pixels(tmp_path: Path):
    found = next(frames(pattern(tmp_path / "a.mp4", "testsrc=s=2560x1440:r=2:d=1")))
    assert found.picture.size == (1600, 900)


def test_whoever_stops_early_leaves_no_process_behind(tmp_path: Path):
    found = frames(pattern(tmp_path / "a.mp4", "testsrc=s=640x360:r=30:d=20"))
    next(found)
    found.close()
    assert not [
        line for line in Path("/proc").glob("*/cmdline") if str(tmp_path).encode() in _read(line)
    ]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def test_a_program_that_takes_too_long_is_stopped(tmp_path: Path):
    long = pattern(tmp_path / "a.mp4", "testsrc=s=640x360:r=30:d=60")
    with pytest.raises(VideoRefused) as refusal:
        list(frames(long, patience=0.3))
    assert refusal.value.why == "slow"


def test_the_program_runs_with_limits(tmp_path: Path):
    loop = ["-v", "quiet", "-f", "lavfi", "-i", "testsrc=s=64x64", "-f", "rawvideo", "pipe:1"]
    with programs.running("ffmpeg", loop, seconds=30) as child:
        assert child.stdout is not None
        child.stdout.read(64)
        limits = Path(f"/proc/{child.pid}/limits")
        if not limits.exists():
            pytest.skip("only Linux tells the limits of another process")
        told = {line[:26].strip(): line[26:].split()[0] for line in limits.read_text().splitlines()}
    assert told["Max address space"] == str(programs.MEMORY)
    assert told["Max cpu time"] == "31"
    assert told["Max file size"] == "0"
    assert child.returncode is not None

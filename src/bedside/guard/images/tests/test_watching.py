from __future__ import annotations

import json
import sys
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw, ImageFont

from bedside.guard.images.cli import main
from bedside.guard.images.tests.pictures import drawing, encoded
from bedside.guard.images.tests.videos import (
    SIZE,
    drawn,
    from_left,
    needs_ffmpeg,
    pattern,
    walk,
)

if TYPE_CHECKING:
    from pathlib import Path

SPOKEN = """WEBVTT

00:00.000 --> 00:01.000
We were so glad

00:01.000 --> 00:01.900
that your knee surgery went well
"""
HARMLESS = "WEBVTT\n\n00:00.000 --> 00:01.900\nWe are open on Mondays\n"
LISTEN = "sound: What is said or heard in it is not looked at: listen to all of it."

pytestmark = pytest.mark.media


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a video of two seconds with a tone and a place; a face is there from second 1 on."""
    shown = walk(2, lambda at: from_left(at) if at >= 1 else None)
    secret = ("-metadata", "title=Maria Lopez", "-metadata", "location=+41.88-087.63/")
    out = tmp_path_factory.mktemp("clip") / "clip.mp4"
    return str(drawn(out, shown, *secret, sound=True))


@pytest.fixture(scope="module")
def quiet(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a silent video of one second in which there is nothing."""
    made = pattern(tmp_path_factory.mktemp("quiet") / "quiet.mov", "color=teal:s=64x64:r=4:d=1")
    return str(made)


def captions(folder: Path, words: str) -> str:
    file = folder / "clip.vtt"
    file.write_text(words)
    return str(file)


@needs_ffmpeg
def test_a_video_is_told_with_times_and_places(clip: str, capsys: pytest.CaptureFixture[str]):
    assert main([clip]) == 2
    told = capsys.readouterr()
    face, *rest = told.out.splitlines()
    assert face.startswith(f"{clip}: face from 0:00 to 0:02 at ")
    assert face.endswith(": A face: consent or a cover is needed.")
    assert f"{clip}: metadata: The file says where it was taken." in rest
    assert f"{clip}: {LISTEN}" in rest
    assert rest[-1] == f"{clip}: captions: It has sound and no captions: add them."
    assert "Maria" not in told.out
    assert not told.err


@needs_ffmpeg
def test_as_data_a_video_has_tracks(clip: str, capsys: pytest.CaptureFixture[str]):
    assert main([clip, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told) == [
        "file", "width", "height", "seconds", "tracks", "sound", "captions", "metadata", "findings",
    ]  # fmt: skip
    assert (told["width"], told["height"], told["seconds"]) == (*SIZE, pytest.approx(2, abs=0.1))
    assert (told["sound"], told["captions"], told["metadata"]["gps"]) == (True, False, True)
    (track,) = told["tracks"]
    left, top, wide, high = track["box"]
    assert track["kind"] == "face"
    assert track["from"] <= 1 < 1.9 <= track["to"]
    assert 60 < left < left + wide < 320
    assert 90 < top < top + high < 240
    found = told["findings"][0]
    assert (found["kind"], found["from"], found["box"]) == ("face", track["from"], track["box"])
    assert (told["findings"][-1]["from"], told["findings"][-1]["box"]) == (None, None)


@needs_ffmpeg
def test_pictures_and_videos_may_be_given_together(
    quiet: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    lamp = tmp_path / "lamp.jpg"
    lamp.write_bytes(encoded(drawing()))
    assert main(["--json", str(lamp), quiet]) == 0
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert "faces" in first
    assert "seconds" not in first
    assert (second["tracks"], second["sound"], second["captions"]) == ([], False, False)


@needs_ffmpeg
def test_words_on_a_card_in_a_video_are_told_without_the_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    card = Image.new("RGB", SIZE, "#f4efe4")
    words = "We're so glad your\nsurgery went well"
    ImageDraw.Draw(card).text((30, 90), words, "#16302b", font=ImageFont.load_default(40))
    assert main([str(drawn(tmp_path / "card.mp4", [card] * 5))]) == 2
    said = capsys.readouterr().out
    assert ": text from 0:00 to 0:01 at " in said
    assert "Reads like something about somebody's care." in said
    assert "surgery" not in said


@needs_ffmpeg
def test_captions_are_read_by_the_guard_across_their_breaks(
    quiet: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main([quiet, "--captions", captions(tmp_path, SPOKEN)]) == 2
    said = capsys.readouterr().out
    assert "captions from 0:00 to 0:02: Reads like something about somebody's care." in said
    assert "surgery" not in said


@needs_ffmpeg
def test_what_is_wrong_with_captions_is_told(
    clip: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    late = HARMLESS + "\n01:05.000 --> 01:06.000\nBye\n"
    assert main([clip, "--json", "--captions", captions(tmp_path, late)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["captions"]
    assert [one["says"] for one in told["findings"] if one["kind"] == "captions"] == [
        "The caption at 1:05 comes after the end of the video."
    ]


@needs_ffmpeg
def test_progress_is_told_on_a_terminal_and_taken_away_again(
    quiet: str, monkeypatch: pytest.MonkeyPatch
):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    main([quiet])
    said = terminal.getvalue()
    assert "\r0:01 of 0:01 looked at" in said
    assert said.endswith("\r\x1b[K")


def test_without_ffmpeg_the_reader_is_told_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "clip.mp4").write_bytes(b"\0\0\0\x18ftypisom")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main([str(tmp_path / "clip.mp4")]) == 69
    assert "`apt install ffmpeg`" in capsys.readouterr().err


@needs_ffmpeg
@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("clip.webm", b"\x1aE\xdf\xa3 and more", "It is no MP4 or MOV."),
        ("clip.mp4", b"nothing that we know", "It is no MP4 or MOV."),
        ("clip.mp4", b"\0\0\0\x18ftypisom", "It is damaged"),
        ("clip.mp4", b"", "The file is empty."),
        ("clip.png", b"\0\0\0\x18ftypisom", "Its name says PNG, but it is a video."),
        ("clip.mp4", encoded(drawing()), "but it is JPEG."),
    ],
)
def test_a_file_that_is_no_video_that_is_taken_is_refused_with_a_reason(
    name: str, content: bytes, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / name).write_bytes(content)
    assert main([str(tmp_path / name)]) == 65
    assert says in capsys.readouterr().err


def test_captions_belong_to_one_video(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    words = captions(tmp_path, HARMLESS)
    lamp = tmp_path / "lamp.jpg"
    lamp.write_bytes(encoded(drawing()))
    assert main(["--captions", words, "a.mp4", "b.mp4"]) == 64
    assert main(["--captions", words, str(lamp)]) == 64
    assert "This is no video" in capsys.readouterr().err


def test_captions_that_are_none_are_refused_with_a_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["a.mp4", "--captions", captions(tmp_path, "Hello")]) == 65
    assert main(["a.mp4", "--captions", str(tmp_path / "missing.vtt")]) == 64
    said = capsys.readouterr().err
    assert "It holds no captions." in said
    assert "give the name of a .vtt or .srt file." in said

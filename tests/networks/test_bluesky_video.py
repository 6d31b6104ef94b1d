"""A video on Bluesky, against a real server that checks it by Bluesky's own lexicons."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bedside.channels.base import Part, Picture, Sent

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.networks,
    pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not installed"),
]

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
CAPTIONS = "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nFlu shots are here.\n"


@pytest.fixture(scope="session")
def film(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """One second of a test picture, as MP4."""
    path: Path = tmp_path_factory.mktemp("film") / "film.mp4"
    subprocess.run(
        [
            *("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc=size=64x36:rate=5:duration=1"),
            *("-pix_fmt", "yuv420p", "-movflags", "+faststart", str(path)),
        ],
        check=True,
        timeout=60,
    )
    return path.read_bytes()


@pytest.fixture
def video(film: bytes) -> Picture:
    return Picture(film, "video/mp4", "Our front door opens.", 64, 36, CAPTIONS, 1.0)


def part(key: str, video: Picture) -> Part:
    return Part(text="Flu shots are here.", key=key, created_at=NOW, pictures=(video,))


def send(bluesky, account, one):
    return bluesky.send(account, one, bluesky.stage(account, one))


def test_video_is_live_with_its_captions_description_and_shape(
    bluesky, account, pds, clinic, video
):
    answer = send(bluesky, account, part("video", video))

    assert isinstance(answer, Sent)
    [record] = pds.records(clinic)
    embed = record["value"]["embed"]
    [captions] = embed["captions"]
    assert embed["$type"] == "app.bsky.embed.video"
    assert embed["video"]["mimeType"] == "video/mp4"
    assert embed["video"]["size"] == len(video.content)
    assert embed["alt"] == "Our front door opens."
    assert embed["aspectRatio"] == {"width": 64, "height": 36}
    assert (captions["lang"], captions["file"]["mimeType"]) == ("en", "text/vtt")
    assert captions["file"]["size"] == len(CAPTIONS)


def test_video_sent_twice_is_live_once(bluesky, account, pds, clinic, video):
    one = part("twice", video)

    assert send(bluesky, account, one) == send(bluesky, account, one)
    assert len(pds.records(clinic)) == 1


def test_captions_at_the_limit_of_the_table_are_taken(bluesky, account, pds, clinic, video):
    """The server holds the record against its lexicons: the table says no more than they do."""
    most = CAPTIONS + "x" * (20_000 - len(CAPTIONS))
    full = replace(video, captions=most, alt="x" * 1000)

    assert isinstance(send(bluesky, account, part("full", full)), Sent)
    [record] = pds.records(clinic)
    assert record["value"]["embed"]["captions"][0]["file"]["size"] == 20_000

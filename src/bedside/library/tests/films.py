"""A video as it arrives, is made anew and looked at, for tests in which no ffmpeg runs."""

from __future__ import annotations

from fractions import Fraction
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from bedside.guard.images.boxes import Box as Place
from bedside.guard.images.tests.pictures import photo
from bedside.guard.images.tracks import Track
from bedside.guard.images.video import Probe, VideoScan
from bedside.library import listening, originals, thumbs
from bedside.library.models import Asset
from bedside.library.tests.looks import claimed
from bedside.library.tests.test_boxes import settle_all
from bedside.library.video import looking, posters
from bedside.outbox import blobs

if TYPE_CHECKING:
    from bedside.orgs.models import Membership

SECONDS = 8.0
MASTER = b"\0\0\0\x18ftypisom" + bytes(range(256)) * 40
START, END = Place(0.1, 0.2, 0.1, 0.2), Place(0.5, 0.2, 0.2, 0.3)
WALK = Track("face", ((1.0, START), (3.0, END)), since=0.5, until=3.5, score=0.9)
SIGN = Track("text", ((0.0, Place(0.1, 0.8, 0.3, 0.1)),), since=0.0, until=2.0, harmless=True)
BADGE = Track(
    "text", ((4.0, Place(0.6, 0.6, 0.1, 0.05)),), since=2.0, until=6.0, says="Reads like a name."
)
CAPTIONS = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nFlu shots are here.\n"
NAMED = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nOur 97-year-old patient walked home today.\n"


def arrived(by: Membership, *, sound: bool = True, content: bytes = b"as it arrived") -> Asset:
    """Put a video into the library as it is before anything has looked at it."""
    with originals.sealing(BytesIO(content)) as sealed:
        asset = Asset.objects.create(
            organisation=by.organisation,
            kind=Asset.Kind.VIDEO,
            sha256=sealed.sha256,
            name="Walk",
            alt="A walk",
            mime="video/mp4",
            width=320,
            height=240,
            size=len(content),
            seconds=SECONDS,
            has_sound=sound,
            added_by_id=by.user_id,
        )
        originals.keep_sealed(asset, sealed)
        asset.save()
    return asset


def mastered(asset: Asset, content: bytes = MASTER, phash: int = 0xF00D) -> Asset:
    """Have a video be made anew; the claim is kept."""
    held = claimed(asset)
    sha256 = blobs.put(asset.organisation_id, content)
    thumbs.put(asset.organisation_id, sha256, photo())
    told = Probe(SECONDS, 320, 240, Fraction(10), "h264", asset.has_sound, has_subtitles=False)
    poster = posters.Poster(photo(), phash)
    looking.keep_master(held, looking.Master(sha256, len(content), told, poster, ("GPS",)))
    return held


def watched(asset: Asset, *tracks: Track, content: bytes = MASTER, phash: int = 0xF00D) -> Asset:
    """Have a video be made anew and looked at to its end."""
    held = mastered(asset, content, phash)
    scan = VideoScan(SECONDS, 320, 240, asset.has_sound, has_captions=False, tracks=tracks)
    looking.keep(held, scan)
    asset.refresh_from_db()
    return asset


@pytest.fixture
def film(bob: Membership) -> Asset:
    """A video with sound in which a face walks and two lines of text are read."""
    return watched(arrived(bob), WALK, SIGN, BADGE)


def ready(by: Membership, asset: Asset) -> Asset:
    """Have everything about a video settled."""
    settle_all(by, asset)
    listening.hear(by=by, asset=asset)
    listening.caption(by=by, asset=asset, content=CAPTIONS)
    asset.refresh_from_db()
    return asset


@pytest.fixture
def video(bob: Membership) -> Asset:
    """A video about which everything is settled."""
    return ready(bob, watched(arrived(bob)))

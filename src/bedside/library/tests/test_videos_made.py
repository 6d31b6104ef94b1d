"""Videos taken in, made anew, looked at and covered by what is really installed."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from bedside.guard.images import eyes as eyes_here
from bedside.guard.images.boxes import Box as Place
from bedside.guard.images.eyes import eyes, missing
from bedside.guard.images.tests.videos import H264, drawn, from_left, needs_ffmpeg, pattern, walk
from bedside.guard.images.video import VideoRefused, frames, probe, probing, with_eyes
from bedside.library import deciding, listening, originals, rendering, thumbs, uploads
from bedside.library.models import Asset
from bedside.library.queries import outgoing
from bedside.library.tests.films import CAPTIONS
from bedside.library.tests.looks import BASE, client_of, recorded
from bedside.library.video import looking, private
from bedside.library.video.adding import add_video
from bedside.outbox import blobs
from bedside.records.models import Entry

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from bedside.orgs.models import Membership

pytestmark = [needs_ffmpeg, pytest.mark.media]

here = pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}")
SECRETS = ("-metadata", "title=Maria Lopez", "-metadata", "location=+41.88-087.63/")


@pytest.fixture(scope="module")
def walking(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A video of four seconds with sound; from second 1 to 3 a face walks through it."""
    shown = walk(4, lambda at: from_left(at) if 1 <= at < 3 else None)
    return drawn(tmp_path_factory.mktemp("walk") / "walk.mp4", shown, *SECRETS, sound=True)


@pytest.fixture
def asset(bob: Membership, walking: Path) -> Asset:
    return add_video(by=bob, name="C:\\phone\\walk.MP4", file=walking)


def fresh(asset: Asset) -> Asset:
    return Asset.objects.get(pk=asset.pk)


def nothing_left() -> bool:
    return not list(private._root().iterdir())


def added(by: Membership, *paths: Path, name: str = "") -> dict[str, Any]:
    """Send files as the page does, and return what is said of them."""
    files = [SimpleUploadedFile(name or path.name, path.read_bytes()) for path in paths]
    answer = client_of(by).post(
        f"{BASE}/add/", {"pictures": files}, headers={"accept": "application/json"}
    )
    told: dict[str, Any] = answer.json()
    return told


def test_a_video_is_kept_encrypted_and_described(bob: Membership, asset: Asset, walking: Path):
    assert (asset.kind, asset.name, asset.mime) == ("video", "walk", "video/mp4")
    assert (asset.width, asset.height, asset.has_sound) == (480, 360, True)
    assert asset.seconds == pytest.approx(4, abs=0.2)
    assert originals.content(asset) == walking.read_bytes()
    with default_storage.open(originals._path(asset, asset.original)) as file:
        assert b"Maria" not in file.read()
    assert add_video(by=bob, name="again.mp4", file=walking) == asset
    assert nothing_left()


def test_a_video_is_sent_to_the_library_like_a_picture(bob: Membership, walking: Path):
    told = added(bob, walking)
    assert (told["added"][0]["kind"], told["refused"]) == ("video", [])
    page = client_of(bob).get(told["added"][0]["page"])
    assert page.context["work"].video.progress is None
    assert nothing_left()


def test_files_that_are_no_videos_we_take_are_explained(bob: Membership, tmp_path: Path):
    whole = pattern(tmp_path / "whole.mp4").read_bytes()
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(whole[: len(whole) // 2])
    web = pattern(tmp_path / "web.mkv", "testsrc=s=64x64:r=5:d=1")
    old = pattern(tmp_path / "old.mp4", "testsrc=s=64x64:r=5:d=1", "-c:v", "mpeg4")
    reasons = {one["name"]: one["reason"] for one in added(bob, cut, web, old)["refused"]}
    assert reasons["cut.mp4"].startswith("It is damaged")
    assert reasons["web.mkv"].startswith("It is no MP4 or MOV")
    assert reasons["old.mp4"].startswith("Its pictures are neither")
    lying = added(bob, tmp_path / "whole.mp4", name="walk.jpg")["refused"][0]
    assert "Rename it" in lying["reason"]
    assert not Asset.objects.exists()
    assert nothing_left()


def test_too_much_is_refused_while_it_arrives(
    bob: Membership, walking: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    other = pattern(tmp_path / "other.mp4")
    monkeypatch.setattr(probing, "HEAVIEST", walking.stat().st_size - 1)
    told = added(bob, walking, other)
    assert [one["name"] for one in told["added"]] == ["other"]
    assert told["refused"][0]["reason"].startswith("It is larger than 1 GB")
    monkeypatch.setattr(uploads, "MOST_FILMED", 1000)
    assert "More than 4 GB" in added(bob, walking)["refused"][0]["reason"]
    monkeypatch.setattr(uploads, "ROOM", 2**60)
    assert added(bob, pattern(tmp_path / "more.mp4"))["refused"]
    assert nothing_left()


@here
def test_a_look_makes_the_master_and_finds_who_is_in_it(asset: Asset, walking: Path):
    looking.look(asset.pk)
    seen = fresh(asset)
    assert (seen.look, seen.claim, seen.progress, seen.tries) == ("done", "", None, 0)
    assert seen.sha256 != seen.original
    master = blobs.get(asset.organisation_id, seen.sha256)
    assert (b"Maria" in master, len(master)) == (False, seen.size)
    assert {"GPS", "text"} <= set(seen.removed)
    assert thumbs.get(asset.organisation_id, seen.sha256)
    assert seen.phash
    [face] = seen.boxes.filter(kind="face")
    assert (face.status, face.track[0][0] <= 1, face.track[-1][0] >= 3) == ("open", True, True)
    assert {"made_anew", "looked_at"} <= set(recorded(seen))
    assert nothing_left()


@here
def test_a_covered_video_is_made_verified_and_the_only_one_that_goes_out(
    bob: Membership, asset: Asset, tmp_path: Path
):
    looking.look(asset.pk)
    deciding.cover_all(by=bob, asset=asset)
    deciding.answer(by=bob, asset=asset, recognisable=False)
    listening.hear(by=bob, asset=asset)
    listening.caption(by=bob, asset=asset, content=CAPTIONS)
    assert outgoing(fresh(asset)).reasons == ("The covered video is being made.",)
    assert rendering.render(asset.pk)
    [made] = asset.renderings.all()
    assert made.problems == []
    after = fresh(asset)
    assert (after.progress, after.render_due, after.claim) == (None, False, "")
    ref = outgoing(after).ref
    assert ref is not None
    assert (ref.sha256, ref.size, ref.captions) == (made.sha256, made.size, CAPTIONS)
    out = tmp_path / "out.mp4"
    out.write_bytes(blobs.get(asset.organisation_id, made.sha256))
    assert probe(out).kinds == ()
    see = with_eyes(eyes())
    assert not any(see(frame.picture, False).faces for frame in frames(out, shift=0.1))
    facts = Entry.objects.get(subject=asset.subject, verb="picture.rendered").facts
    assert (facts["bytes"], facts["verified"]) == (made.sha256, True)
    assert nothing_left()


@here
def test_a_face_that_nobody_knows_of_keeps_the_covered_video_back_until_it_is_drawn(
    bob: Membership, asset: Asset
):
    looking.look(asset.pk)
    asset.boxes.all().delete()
    corner = deciding.draw(by=bob, asset=asset, kind="drawn", place=Place(0.9, 0.9, 0.05, 0.05))
    deciding.cover(by=bob, box=corner)
    rendering.render(asset.pk)
    [made] = asset.renderings.all()
    assert "not found before" in made.problems[0]
    assert (made.sha256, made.verified_at) == ("", None)
    whole = deciding.draw(by=bob, asset=asset, kind="face", place=Place(0.0, 0.2, 1.0, 0.6))
    deciding.cover(by=bob, box=whole)
    rendering.render(asset.pk)
    assert asset.renderings.filter(verified_at__isnull=False).exists()


@here
def test_a_video_that_breaks_off_is_left_with_the_reason(bob: Membership, tmp_path: Path):
    whole = pattern(
        tmp_path / "whole.mp4", "testsrc=s=320x180:r=10:d=20", *H264, "-movflags", "+faststart"
    ).read_bytes()
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(whole[: len(whole) // 2])
    asset = add_video(by=bob, name="cut.mp4", file=cut)
    looking.look(asset.pk)
    assert fresh(asset).look == "by_hand"
    assert outgoing(fresh(asset)).reasons[0].startswith("It breaks off before its end.")
    assert nothing_left()


def test_the_master_is_made_where_nothing_can_look(
    bob: Membership, asset: Asset, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    eyes().close()
    monkeypatch.setattr(eyes_here, "MODEL", tmp_path / "nothing.onnx")
    looking.look(asset.pk)
    after = fresh(asset)
    assert (after.look, after.made) == ("by_hand", True)
    assert outgoing(after).ref is None
    master = after.sha256
    monkeypatch.undo()
    deciding.try_again(by=bob, asset=asset)
    looking.look(asset.pk)
    assert fresh(asset).sha256 == master
    assert recorded(asset).count("made_anew") == 1


def test_an_original_that_was_changed_is_left_to_people(asset: Asset):
    path = originals._path(asset, asset.original)
    default_storage.delete(path)
    looking.look(asset.pk)
    assert (fresh(asset).look, fresh(asset).made) == ("by_hand", False)


def test_without_ffmpeg_a_video_is_refused_at_once(
    bob: Membership, walking: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(VideoRefused, match="ffmpeg"):
        add_video(by=bob, name="walk.mp4", file=walking)


def test_what_a_killed_process_left_in_plain_words_is_swept_away():
    code = (
        "import os, signal, sys; from django.conf import settings;"
        f"settings.configure(PRIVATE_ROOT={str(private._root())!r});"
        "from bedside.library.video import private;"
        "held = private.directory(); place = held.__enter__();"
        "private.create(place / 'video').close(); os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code], check=False, timeout=60)
    assert not nothing_left()
    assert private.sweep(timezone.now()) == 1
    assert nothing_left()

"""What browsers send and get of videos: files, decisions, parts of bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.utils import timezone

from bedside.library import listening, verbs
from bedside.library.models import Asset, Box
from bedside.library.tests.films import (
    CAPTIONS,
    MASTER,
    arrived,
    film,
    ready,
)
from bedside.library.tests.looks import BASE, client_of
from bedside.library.video import private
from bedside.records.models import Entry

if TYPE_CHECKING:
    from typing import Any

    from bedside.orgs.models import Membership

__all__ = ["film"]


def fresh(asset: Asset) -> Asset:
    return Asset.objects.get(pk=asset.pk)


def test_what_lies_in_plain_words_is_gone_with_the_block_and_after_a_kill(settings: Any):
    with private.directory() as place:
        with private.create(place / "video") as file:
            file.write(b"a face")
        assert (place / "video").stat().st_mode & 0o777 == 0o600
        assert place.stat().st_mode & 0o777 == 0o700
        left = place.with_name("left")
        left.mkdir()
        (left / "video").touch()
        assert private.sweep(timezone.now()) == 1
        assert (place.exists(), left.exists()) == (True, False)
    assert not place.exists()


def test_a_file_that_is_called_a_video_and_is_none_is_explained(bob: Membership):
    sent = [SimpleUploadedFile("walk.mp4", b"hello there, this is no video at all")]
    answer = client_of(bob).post(
        f"{BASE}/add/", {"pictures": sent}, headers={"accept": "application/json"}
    )
    assert answer.status_code == 422
    assert "not a picture" in answer.json()["refused"][0]["reason"]
    assert list(private._root().iterdir()) == []


def got(by: Membership, asset: Asset, page: str, **headers: str) -> HttpResponse:
    """Return an answer, read to its end as a server does."""
    asked = {name.replace("_", "-"): value for name, value in headers.items()}
    answer: Any = client_of(by).get(f"{BASE}/{asset.pk}/{page}", headers=asked)
    return HttpResponse(answer.getvalue(), status=answer.status_code, headers=dict(answer.headers))


def test_every_page_of_a_video_is_for_its_members_only(
    bob: Membership, charlie: Membership, film: Asset
):
    for page in ("", "work/", "master/", "picture/", "thumb/"):
        assert got(bob, film, page).status_code == 200
        assert got(charlie, film, page).status_code == 404
    sent = {"do": "hear"}
    assert client_of(charlie).post(f"{BASE}/{film.pk}/boxes/", sent).status_code == 404
    assert fresh(film).heard_at is None


def test_the_page_decides_about_sound_captions_and_what_was_missed(bob: Membership, film: Asset):
    client = client_of(bob)
    decide = f"{BASE}/{film.pk}/boxes/"
    client.post(decide, {"do": "hear"})
    client.post(decide, {"do": "caption", "captions": CAPTIONS})
    place = {"x": "10", "y": "20", "w": "10", "h": "20"}
    client.post(decide, {"do": "draw", "kind": "face", "since": "1:0,5", "until": "", **place})
    client.post(decide, {"do": "draw", "kind": "face", "since": "1,5", "until": "0:03", **place})
    asset = fresh(film)
    assert (asset.heard_by, asset.captions) == (bob.user, CAPTIONS)
    assert [[at[0] for at in one.track] for one in asset.boxes.filter(found_in="person")] == [
        [1.5, 3.0]
    ]
    file = SimpleUploadedFile("words.srt", b"1\n00:00:00,000 --> 00:00:02,000\nHello\n")
    client.post(decide, {"do": "caption", "captions_file": file})
    assert "Hello" in fresh(film).captions


@pytest.mark.parametrize("since", ["soon", "nan", "inf", "-1", "1:2:3:4:5:6"])
def test_a_time_that_is_none_is_explained(bob: Membership, film: Asset, since: str):
    sent = {"do": "draw", "kind": "face", "since": since, "x": "1", "y": "1", "w": "9", "h": "9"}
    page = (
        client_of(bob)
        .post(f"{BASE}/{film.pk}/boxes/", sent, headers={"hx-request": "true"})
        .content.decode()
    )
    assert "Give a" in page
    assert Box.objects.filter(found_in="person").count() == 0


def test_the_page_of_a_video_asks_few_questions(
    bob: Membership, film: Asset, django_assert_max_num_queries: Any
):
    asset = ready(bob, film)
    client = client_of(bob)
    with django_assert_max_num_queries(15):
        page = client.get(f"{BASE}/{asset.pk}/")
    [first, *_] = page.context["work"].video.tracks
    assert (first["label"], first["since"], first["until"]) == ("1", 0.5, 3.5)
    assert first["boxes"][0] == [0.5, 0.1, 0.2, 0.1, 0.2]


def test_a_video_is_served_whole_or_in_the_part_that_is_asked_for(bob: Membership, film: Asset):
    whole = got(bob, film, "master/")
    assert (whole.status_code, whole.content) == (200, MASTER)
    assert whole.headers["Accept-Ranges"] == "bytes"
    for asked, status, body in (
        ("bytes=0-", 206, MASTER),
        ("bytes=10-19", 206, MASTER[10:20]),
        ("bytes=-5", 206, MASTER[-5:]),
        (f"bytes={len(MASTER) - 1}-9999999", 206, MASTER[-1:]),
        ("bytes=0-1,4-5", 200, MASTER),
        ("pages=1-2", 200, MASTER),
        (f"bytes=-{'9' * 5000}", 200, MASTER),
        (f"bytes={len(MASTER)}-", 416, b""),
        ("bytes=9-5", 416, b""),
        ("bytes=-0", 416, b""),
    ):
        part = got(bob, film, "master/", range=asked)
        assert (part.status_code, part.content) == (status, body), asked
    assert part.headers["Content-Range"] == f"bytes */{len(MASTER)}"


def test_a_part_of_bytes_that_have_changed_comes_whole(bob: Membership, film: Asset):
    first = got(bob, film, "master/", range="bytes=0-3")
    assert first.headers["Content-Range"] == f"bytes 0-3/{len(MASTER)}"
    tag = first.headers["ETag"]
    same = got(bob, film, "master/", range="bytes=0-3", if_range=tag)
    changed = got(bob, film, "master/", range="bytes=0-3", if_range='"other"')
    assert (same.status_code, changed.status_code) == (206, 200)
    assert got(bob, film, "master/", if_none_match=tag).status_code == 304


def test_the_thumbnail_of_a_video_is_a_picture(bob: Membership, film: Asset):
    assert got(bob, film, "thumb/").headers["Content-Type"] == "image/jpeg"
    early = arrived(bob, content=b"another")
    assert got(bob, early, "thumb/").headers["Content-Type"] == "image/svg+xml"
    assert got(bob, early, "master/").status_code == 404


def test_nothing_of_what_is_said_stands_in_the_record(bob: Membership, film: Asset):
    listening.caption(by=bob, asset=film, content=CAPTIONS)
    verbs.describe(by=bob, asset=film, name="Maria", alt="Maria")
    told = str([entry.facts for entry in Entry.objects.filter(subject=film.subject)])
    assert "Maria" not in told
    assert "Flu" not in told

"""A video in a post: what is said of it, what its captions say, how it is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from bedside.guard.images.tests.pictures import photo
from bedside.library import listening
from bedside.library.tests.films import CAPTIONS, MASTER, NAMED, video
from bedside.library.video import posters
from bedside.outbox import blobs
from bedside.posts import drafts, verbs
from bedside.posts.composing.conflicts import changes
from bedside.posts.composing.pictures import ref_of
from bedside.posts.content import Content
from bedside.posts.readiness import NotReady
from bedside.posts.tests.writing import LAMP, TEXT, by_hand, client_of, draft, send, to
from bedside.posts.uses import _picture

if TYPE_CHECKING:
    from bedside.library.models import Asset
    from bedside.orgs.models import Membership
    from bedside.outbox.models import Account
    from bedside.posts.models import Post

pytestmark = pytest.mark.django_db

__all__ = ["video"]


@pytest.fixture
def post(bob: Membership, account: Account, video: Asset) -> Post:
    return draft(bob, TEXT, account, pictures=(ref_of(video),))


def missing(account: Account, *pictures: Any) -> list[tuple[str, str]]:
    content = Content(text=TEXT, accounts=(account.pk,), pictures=pictures)
    checked = drafts.read(content, account.organisation)
    lines = drafts.still_missing(content, checked, [account], None)
    return [(line.text, line.anchor) for line in lines if line.stops and not line.done]


def test_a_video_without_words_is_asked_for_them_as_a_video(account: Account, video: Asset):
    silent = replace(ref_of(video), alt="")
    assert missing(account, silent) == [("Describe every video in words", "alt-0")]
    assert ("Describe every picture and video in words", "alt-1") in missing(account, LAMP, silent)


def test_a_second_medium_beside_a_video_is_named_with_what_to_do(account: Account, video: Asset):
    assert missing(account, ref_of(video), LAMP) == [
        (
            "Practice network takes pictures or a video, not both: take the one or the others out",
            "pictures",
        )
    ]


def test_what_is_said_in_a_video_is_read_like_the_post(account: Account, video: Asset):
    [(line, anchor)] = missing(account, replace(ref_of(video), captions=NAMED))
    assert line.endswith("that the guard stops")
    assert anchor == "captions-0"


def test_a_post_whose_video_says_what_may_not_be_said_is_not_handed_in(
    bob: Membership, post: Post, video: Asset
):
    listening.caption(by=bob, asset=video, content=NAMED)
    video.refresh_from_db()
    content = post.revisions.get(number=post.number).words
    verbs.save_draft(
        by=bob,
        post=post,
        content=replace(content, pictures=(ref_of(video),)),
        base=1,
        base_hash=content.hash(),
    )
    with pytest.raises(NotReady) as refused:
        verbs.submit(by=bob, post=post)
    texts = [line.text for line in refused.value.missing]
    assert texts[0].endswith("that the guard stops")
    assert "Video: Its captions say what may not be published: change them" in texts


def test_captions_that_changed_since_ask_to_save_again(bob: Membership, post: Post, video: Asset):
    listening.caption(by=bob, asset=video, content=CAPTIONS.replace("here", "there"))
    with pytest.raises(NotReady) as refused:
        verbs.submit(by=bob, post=post)
    assert [line.text for line in refused.value.missing] == [
        "Video: Its captions have changed: save the post again"
    ]


def test_the_composer_shows_poster_length_and_captions(bob: Membership, post: Post, video: Asset):
    page = client_of(bob).get(to("posts:compose", pk=post.pk)).content.decode()
    assert "<span data-seconds>0:08</span>" in page
    assert "Captions in place" in page
    assert to("library:edit", pk=video.pk) in page
    assert f'<span class="pv-film"><img src="{to("library:thumb", pk=video.pk)}"' in page
    assert to("library:picture", pk=video.pk) not in page


def test_a_picture_alone_shows_nothing_of_videos(bob: Membership, account: Account):
    lamp = draft(bob, TEXT, account, pictures=(LAMP,))
    page = client_of(bob).get(to("posts:compose", pk=lamp.pk)).content.decode()
    head, _, _ = page.partition('<template id="picture-row">')
    assert head.count("data-film hidden") == 2
    assert "pv-film" not in page


def test_a_check_shows_findings_of_captions_at_their_place_without_a_wording_to_use(
    bob: Membership, account: Account, video: Asset
):
    listening.caption(by=bob, asset=video, content=NAMED)
    sent = {
        "text": TEXT,
        "accounts": [account.pk],
        "pictures": [{"sha256": video.sha256, "alt": "A walk"}],
    }
    answer = send(bob, to("posts:check"), sent).json()
    assert "block" in {mark["severity"] for mark in answer["fields"]["captions-0"]}
    assert "97-year-old" in answer["html"]["finds"]["captions-0"]
    assert "data-use" not in answer["html"]["finds"]["captions-0"]
    assert "Captions of video 1" in answer["html"]["found"]


def test_the_reviewer_watches_exactly_what_is_sent(nora: Membership, bob: Membership, post: Post):
    verbs.submit(by=bob, post=post)
    client = client_of(nora)
    page = client.get(to("posts:approval", pk=post.pk)).content.decode()
    source, track = to("posts:approval", pk=post.pk), to("posts:captions", pk=post.pk, number=1)
    [shown] = post.revisions.get(number=1).words.pictures
    assert f"?v={shown.sha256[:12]}" in page
    assert f'<track kind="captions" src="{track}"' in page
    assert "0:08 long" in page
    assert "Flu shots are here." in page.partition("Captions, exactly as sent")[2]
    said = client.get(track)
    assert said["Content-Type"] == "text/vtt; charset=utf-8"
    assert said.content.decode() == CAPTIONS
    assert source in page


@pytest.mark.parametrize("number", [0, 2])
def test_captions_that_a_post_does_not_have_are_not_found(nora: Membership, post: Post, number):
    url = to("posts:captions", pk=post.pk, number=number)
    assert client_of(nora).get(url).status_code == 404


def test_a_picture_has_no_captions_to_serve(nora: Membership, bob: Membership, account: Account):
    lamp = draft(bob, TEXT, account, pictures=(LAMP,))
    url = to("posts:captions", pk=lamp.pk, number=1)
    assert client_of(nora).get(url).status_code == 404


def test_member_of_another_clinic_reads_no_captions(charlie: Membership, post: Post):
    for slug in (post.organisation.slug, charlie.organisation.slug):
        url = to("posts:captions", slug=slug, pk=post.pk, number=1)
        assert client_of(charlie).get(url).status_code == 404


def test_changed_captions_are_told_word_by_word(post: Post):
    old = post.revisions.get(number=1).words
    said = old.pictures[0].captions.replace("Flu shots", "Covid shots")
    new = replace(old, pictures=(replace(old.pictures[0], captions=said),))
    [change] = changes(old, new, {})
    assert change.called == "Captions"
    assert [piece.text for piece in change.pieces if piece.kind == "ins"] == ["Covid"]


def test_a_video_for_linkedin_may_last_half_an_hour(alice: Membership, video: Asset):
    linkedin = by_hand(alice, "linkedin")
    assert missing(linkedin, replace(ref_of(video), seconds=1800.0)) == []
    assert missing(linkedin, replace(ref_of(video), seconds=1801.0)) == [
        ("Video 1 lasts 30:01; LinkedIn takes 30:00. Cut it, and add it again", "pictures")
    ]


def test_a_signer_sees_the_poster_of_a_video(post: Post):
    [ref] = post.revisions.get(number=1).words.pictures
    shown = _picture(post.organisation_id, ref)
    assert (shown.content, shown.mime, shown.alt) == (photo(), posters.MIME, "A walk")
    assert blobs.get(post.organisation_id, ref.sha256) == MASTER


def test_a_video_whose_poster_is_gone_has_no_preview(post: Post):
    [ref] = post.revisions.get(number=1).words.pictures
    with pytest.raises(blobs.BlobMissing):
        _picture(post.organisation_id, replace(ref, sha256="f" * 64))

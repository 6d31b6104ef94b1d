from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bedside.orgs.models import User
from bedside.orgs.permissions import Role
from bedside.orgs.verbs import add_member
from bedside.posts import verbs
from bedside.posts.content import Content
from bedside.posts.models import Note, Post
from bedside.posts.tests.writing import TEXT, client_of, draft, to

if TYPE_CHECKING:
    from bedside.orgs.models import Membership
    from bedside.outbox.models import Account

FIRST = "Flu season is here. Walk in on Saturday."
SECOND = "Flu season is here. Come by on Saturday."
THIRD = "Flu season is over."


@pytest.fixture
def post(bob: Membership, nora: Membership, account: Account) -> Post:
    """A post of three versions: Bob, Nora, Bob."""
    post = draft(bob, FIRST, account)
    for number, (by, text) in enumerate(((nora, SECOND), (bob, THIRD)), start=1):
        content = Content(text=text, accounts=(account.pk,))
        verbs.save_draft(by=by, post=post, content=content, base=number)
    post.refresh_from_db()
    return post


def page_of(member: Membership, view: str, post: Post, query: str = "") -> str:
    return client_of(member).get(to(view, pk=post.pk) + query).content.decode()


def test_all_versions_are_listed_with_who_wrote_them(bob: Membership, post: Post):
    page = page_of(bob, "posts:versions", post)
    assert page.index("Version 3") < page.index("Version 2") < page.index("Version 1")
    assert "Nora ·" in page


def test_the_last_change_is_shown_first(bob: Membership, post: Post):
    page = page_of(bob, "posts:versions", post)
    assert "From version 2 to 3" in page
    assert "removed: </span>here</del>" in page
    assert "added: </span>over</ins>." in page
    assert "removed: </span> Come by on Saturday.</del>" in page


def test_any_two_versions_can_be_compared(bob: Membership, post: Post):
    page = page_of(bob, "posts:versions", post, "?old=1&new=2")
    assert "From version 1 to 2" in page
    assert "removed: </span>Walk in</del>" in page
    assert "added: </span>Come by</ins>" in page


@pytest.mark.parametrize("query", ["?old=9&new=x", "?old=&new=-1", "?old=" + "9" * 40])
def test_versions_that_are_not_there_are_the_last_two(query: str, bob: Membership, post: Post):
    assert "From version 2 to 3" in page_of(bob, "posts:versions", post, query)


def test_a_single_version_explains_when_another_begins(bob: Membership):
    page = page_of(bob, "posts:versions", draft(bob, FIRST))
    assert "There is one version so far." in page
    assert FIRST in page


def test_an_old_version_comes_back_as_a_new_one(bob: Membership, post: Post):
    page = client_of(bob).post(to("posts:versions", pk=post.pk), {"number": "1"}, follow=True)
    post.refresh_from_db()
    assert "The words of version 1 are back" in page.content.decode()
    assert [one.words.text for one in post.revisions.order_by("number")] == [
        FIRST,
        SECOND,
        THIRD,
        FIRST,
    ]


def test_bringing_back_ends_an_approval(bob: Membership, nora: Membership, post: Post):
    client = client_of(bob)
    client.post(to("posts:versions", pk=post.pk), {"number": "1"})
    post.decisions.all().delete()
    Post.objects.update(state="approved")
    client.post(to("posts:versions", pk=post.pk), {"number": "3"})
    post.refresh_from_db()
    assert post.state == "draft"


def test_a_live_post_brings_nothing_back(bob: Membership, post: Post):
    Post.objects.update(state="live")
    assert "Bring back" not in page_of(bob, "posts:versions", post)
    page = client_of(bob).post(to("posts:versions", pk=post.pk), {"number": "1"}, follow=True)
    assert "It was not brought back. It is live or may be." in page.content.decode()


@pytest.mark.parametrize("number", ["", "9", "x", "9" * 40])
def test_a_version_that_is_not_there_does_not_come_back(number: str, bob: Membership, post: Post):
    answer = client_of(bob).post(to("posts:versions", pk=post.pk), {"number": number})
    assert answer.status_code == 404


def test_colleagues_talk_about_a_post(bob: Membership, nora: Membership, post: Post):
    client_of(nora).post(to("posts:notes", pk=post.pk), {"text": " Which Saturday? "})
    page = page_of(bob, "posts:notes", post)
    assert "Which Saturday?" in page
    assert "1 note" in page_of(bob, "posts:compose", post)


@pytest.mark.parametrize("text", [" ", "word " * 401])
def test_a_note_that_cannot_be_is_explained_and_stays_to_be_mended(
    text: str, bob: Membership, post: Post
):
    answer = client_of(bob).post(to("posts:notes", pk=post.pk), {"text": text})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "A note has one to 2,000 characters." in page
    assert f">{text}</textarea>" in page
    assert not Note.objects.exists()


def test_line_breaks_of_a_note_count_once(bob: Membership, post: Post):
    client_of(bob).post(to("posts:notes", pk=post.pk), {"text": "a\r\n" * 999 + "b"})
    assert len(Note.objects.get().text) == 1999


def test_words_of_others_come_out_as_words(bob: Membership, post: Post):
    client_of(bob).post(to("posts:notes", pk=post.pk), {"text": "<script>alert(1)</script>"})
    assert "<script>alert" not in page_of(bob, "posts:notes", post)


def test_an_auditor_reads_and_says_nothing(alice: Membership, post: Post):
    ann = User.objects.create_user(email="ann@cedarhollow.example", name="Ann")
    client = client_of(add_member(by=alice, user=ann, role=Role.AUDITOR))
    assert client.get(to("posts:notes", pk=post.pk)).status_code == 200
    assert client.post(to("posts:notes", pk=post.pk), {"text": "Hello"}).status_code == 403
    assert client.post(to("posts:versions", pk=post.pk), {"number": "1"}).status_code == 403


@pytest.mark.parametrize("slug", ["cedar-hollow-family-clinic", "mill-pond-dental"])
def test_member_of_another_clinic_says_and_brings_back_nothing(
    slug: str, charlie: Membership, post: Post
):
    client = client_of(charlie)
    sent = {"text": TEXT, "number": "1"}
    for view in ("posts:notes", "posts:versions"):
        assert client.post(to(view, slug=slug, pk=post.pk), sent).status_code == 404
    post.refresh_from_db()
    assert post.number == 3
    assert not Note.objects.exists()

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
import time_machine

from bedside.posts import verbs
from bedside.posts.content import Content
from bedside.posts.models import Post
from bedside.posts.tests.writing import STOPPED, TEXT, client_of, draft, form_of, send, to
from bedside.posts.verbs import SITTING, SavedElsewhere
from bedside.records.models import Entry

if TYPE_CHECKING:
    from bedside.orgs.models import Membership
    from bedside.outbox.models import Account

MORNING = datetime(2026, 10, 13, 14, 15, tzinfo=UTC)


def words_of(post: Post) -> str:
    post.refresh_from_db()
    return post.revisions.get(number=post.number).words.text


def test_the_first_save_begins_the_post(bob: Membership, account: Account):
    answer = send(bob, to("posts:new"), {"text": TEXT, "accounts": [account.pk]})
    post = Post.objects.get()
    assert answer.status_code == 201
    assert answer.json() == {
        "url": to("posts:compose", pk=post.pk),
        "save": to("posts:save", pk=post.pk),
        "post": post.pk,
        "number": 1,
        "hash": post.revisions.get().content_hash,
        "state": "draft",
        "title": "Walk in any Saturday, 8 to 12. No appointment needed.",
    }


def test_a_first_save_that_was_sent_twice_makes_one_post(bob: Membership):
    client = client_of(bob)
    for text in ("Walk in", TEXT):
        client.post(
            to("posts:new"), {"text": text, "token": "abc"}, content_type="application/json"
        )
    post = Post.objects.get()
    assert words_of(post) == TEXT


def test_pages_of_their_own_make_posts_of_their_own(bob: Membership):
    client = client_of(bob)
    for token in ("abc", "def", "", ""):
        client.post(to("posts:new"), {"text": TEXT, "token": token})
    assert Post.objects.count() == 4


def test_a_new_post_keeps_its_day_and_time(bob: Membership):
    send(bob, to("posts:new"), {"text": TEXT, "date": "2031-01-14", "time": "12:00"})
    assert Post.objects.get().publish_at == datetime(2031, 1, 14, 18, tzinfo=UTC)


def test_a_day_that_has_passed_is_no_reason_to_lose_the_words(bob: Membership):
    answer = send(bob, to("posts:new"), {"text": TEXT, "date": "2001-01-14", "time": "12:00"})
    post = Post.objects.get()
    assert answer.status_code == 201
    assert (words_of(post), post.publish_at) == (TEXT, None)


def test_saving_answers_with_the_version(bob: Membership, account: Account):
    post = draft(bob, "First words", account)
    answer = send(bob, to("posts:save", pk=post.pk), {"text": TEXT, "base": 1})
    assert answer.status_code == 200
    assert answer.json()["number"] == 1
    assert words_of(post) == TEXT


def test_a_title_follows_the_first_words_until_somebody_gives_one(bob: Membership):
    post = draft(bob, "First words")
    url = to("posts:save", pk=post.pk)
    assert send(bob, url, {"text": "Other words", "base": 1}).json()["title"] == "Other words"
    named = send(bob, url, {"text": "Other words", "title": "Flu", "base": 1})
    assert named.json()["title"] == "Flu"
    assert send(bob, url, {"text": "More words", "base": 1}).json()["title"] == "Flu"


def test_a_form_without_scripts_saves_too(bob: Membership, account: Account):
    post = draft(bob, "First words", account)
    response = client_of(bob).post(to("posts:save", pk=post.pk), form_of(post, text=TEXT))
    assert response.headers["Location"] == to("posts:compose", pk=post.pk)
    assert words_of(post) == TEXT


def test_a_form_without_scripts_hands_in(bob: Membership, account: Account):
    post = draft(bob, "First words", account)
    client_of(bob).post(to("posts:save", pk=post.pk), form_of(post, text=TEXT, then="submit"))
    post.refresh_from_db()
    assert (words_of(post), post.state) == (TEXT, "review")


def test_what_cannot_be_handed_in_is_saved_and_the_reason_said(bob: Membership, account: Account):
    post = draft(bob, "First words", account)
    page = client_of(bob).post(
        to("posts:save", pk=post.pk), form_of(post, text=STOPPED, then="submit"), follow=True
    )
    assert "Not handed in. Still missing: Change" in page.content.decode()
    assert words_of(post) == STOPPED
    assert Post.objects.get().state == "draft"


def test_a_form_without_scripts_goes_on_to_choose_pictures(bob: Membership):
    post = draft(bob, TEXT)
    response = client_of(bob).post(to("posts:save", pk=post.pk), form_of(post, then="pick"))
    assert response.headers["Location"].endswith("?pick=1#pictures")


def test_a_new_form_without_scripts_makes_the_post_with_its_time(bob: Membership):
    sent = {"text": TEXT, "date": "2031-01-14", "time": "12:00", "then": "schedule"}
    client_of(bob).post(to("posts:new"), sent)
    assert Post.objects.get().publish_at == datetime(2031, 1, 14, 18, tzinfo=UTC)


def test_a_form_with_a_mistake_comes_back_with_everything_in_it(bob: Membership, account: Account):
    post = draft(bob, "First words", account)
    form = form_of(post, text=TEXT, first_comment="c" * 10_001, campaign="Flu")
    response = client_of(bob).post(to("posts:save", pk=post.pk), form)
    page = response.content.decode()
    assert response.status_code == 422
    assert TEXT in page
    assert "c" * 10_001 in page
    assert 'value="Flu"' in page
    assert words_of(post) == "First words"


def test_the_editor_is_told_of_a_mistake(bob: Membership):
    post = draft(bob, "First words")
    sent = {"text": TEXT, "campaign": "c" * 81, "base": 1}
    answer = send(bob, to("posts:save", pk=post.pk), sent)
    assert answer.status_code == 422
    assert "80 characters" in answer.json()["said"]


# Somebody else saved meanwhile


@pytest.fixture
def overtaken(bob: Membership, nora: Membership, account: Account) -> Post:
    """A post at version 2 by Nora, while Bob still sees version 1."""
    post = draft(bob, "Walk in on Saturday.", account)
    verbs.save_draft(
        by=nora,
        post=post,
        base=1,
        content=Content(text="Walk in on Sunday.", accounts=(account.pk,)),
    )
    post.refresh_from_db()
    return post


def test_nothing_of_anybody_is_overwritten(bob: Membership, overtaken: Post):
    answer = send(bob, to("posts:save", pk=overtaken.pk), {"text": TEXT, "base": 1})
    told = answer.json()
    assert answer.status_code == 409
    assert "Nora saved version 2 meanwhile" in told["html"]
    assert '<del><span class="vh">removed: </span>' in told["html"]
    assert told["number"] == 2
    assert told["content"]["text"] == "Walk in on Sunday."
    assert words_of(overtaken) == "Walk in on Sunday."


def test_a_page_without_scripts_keeps_the_writers_text_beside_the_other(
    bob: Membership, overtaken: Post
):
    form = form_of(overtaken, text=TEXT, base=1, base_hash="")
    response = client_of(bob).post(to("posts:save", pk=overtaken.pk), form)
    page = response.content.decode()
    assert response.status_code == 409
    assert f">{TEXT}</textarea>" in page
    assert "Take Nora’s" in page
    assert re.search(r'name="base" value="2"', page)
    assert re.search(r'name="as_new" value="1"', page)


def test_mine_becomes_the_next_version(bob: Membership, overtaken: Post):
    form = form_of(overtaken, text=TEXT, as_new="1")
    client_of(bob).post(to("posts:save", pk=overtaken.pk), form)
    assert words_of(overtaken) == TEXT
    assert overtaken.number == 3
    assert overtaken.revisions.get(number=2).words.text == "Walk in on Sunday."


def test_a_second_window_of_the_same_writer_is_noticed(bob: Membership):
    post = draft(bob, "First words")
    stale = post.revisions.get().content_hash
    url = to("posts:save", pk=post.pk)
    first = send(bob, url, {"text": "In one window", "base": 1, "base_hash": stale})
    second = send(bob, url, {"text": "In another", "base": 1, "base_hash": stale})
    assert (first.status_code, second.status_code) == (200, 409)
    assert "You saved version 1 in another window" in second.json()["html"]
    assert words_of(post) == "In one window"


def test_the_same_words_again_are_no_conflict(bob: Membership, overtaken: Post):
    sent = {"text": "Walk in on Sunday.", "base": 1, "accounts": form_of(overtaken)["accounts"]}
    assert send(bob, to("posts:save", pk=overtaken.pk), sent).status_code == 200


def test_a_live_post_is_not_saved_over(bob: Membership, account: Account):
    post = draft(bob, TEXT, account)
    Post.objects.update(state="live")
    answer = send(bob, to("posts:save", pk=post.pk), {"text": "Changed", "base": 1})
    assert answer.status_code == 409
    assert "It is live or may be." in answer.json()["said"]
    page = client_of(bob).post(to("posts:save", pk=post.pk), form_of(post, text="Changed"))
    assert "Not saved. It is live or may be." in page.content.decode()
    assert words_of(post) == TEXT


# Versions


def test_a_writer_who_comes_back_later_begins_another_version(bob: Membership):
    with time_machine.travel(MORNING, tick=False):
        post = draft(bob, "First words")
    with time_machine.travel(MORNING + SITTING - timedelta(seconds=1), tick=False):
        verbs.save_draft(by=bob, post=post, base=1, content=Content(text="Still the same sitting"))
    with time_machine.travel(MORNING + 2 * SITTING, tick=False):
        verbs.save_draft(by=bob, post=post, base=1, content=Content(text="After lunch"))
    post.refresh_from_db()
    assert [one.words.text for one in post.revisions.order_by("number")] == [
        "Still the same sitting",
        "After lunch",
    ]


def test_a_version_can_be_kept_on_purpose(bob: Membership):
    post = draft(bob, "First words")
    verbs.save_draft(by=bob, post=post, base=1, content=Content(text="Second"), as_new=True)
    assert post.revisions.count() == 2


def test_a_save_on_words_that_changed_meanwhile_is_refused(bob: Membership):
    post = draft(bob, "First words")
    with pytest.raises(SavedElsewhere):
        verbs.save_draft(
            by=bob, post=post, base=1, base_hash="0" * 64, content=Content(text="Second")
        )


# Charlie, and what is not a post


@pytest.mark.parametrize("slug", ["cedar-hollow-family-clinic", "mill-pond-dental"])
def test_member_of_another_clinic_saves_nothing(
    slug: str, bob: Membership, charlie: Membership, account: Account
):
    post = draft(bob, TEXT, account)
    url = to("posts:save", slug=slug, pk=post.pk)
    assert send(charlie, url, {"text": "Changed", "base": 1}).status_code == 404
    assert client_of(charlie).post(url, form_of(post, text="Changed")).status_code == 404
    assert words_of(post) == TEXT


def test_member_of_another_clinic_posts_to_none_of_its_accounts(
    charlie: Membership, account: Account
):
    answer = send(
        charlie, to("posts:new", slug="mill-pond-dental"), {"text": TEXT, "accounts": [account.pk]}
    )
    assert answer.status_code == 422
    assert not Post.objects.exists()


@pytest.mark.parametrize("body", [b"{", b"[]", b'{"text": {}}', b"\xff", b"[" * 100_000])
def test_what_is_no_post_is_refused_and_quoted_nowhere(body: bytes, bob: Membership):
    post = draft(bob, TEXT)
    for url in (to("posts:new"), to("posts:save", pk=post.pk)):
        answer = client_of(bob).post(url, body, content_type="application/json")
        assert answer.status_code == 400
        assert "Load the page again" in answer.json()["said"]
    assert Post.objects.count() == 1


def test_saving_is_recorded_without_words(bob: Membership, overtaken: Post):
    form = form_of(overtaken, text=STOPPED)
    client_of(bob).post(to("posts:save", pk=overtaken.pk), form)
    entries = Entry.objects.filter(subject=overtaken.subject)
    assert "97" not in str([entry.facts.get("text", "") for entry in entries])
    assert entries.filter(verb="post.revised").count() == 2


def test_saving_by_get_is_not_possible(bob: Membership):
    assert client_of(bob).get(to("posts:save", pk=draft(bob, TEXT).pk)).status_code == 405

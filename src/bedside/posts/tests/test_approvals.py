"""Approvals: what reviewers see, who may decide, and on what exactly."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bedside.conftest import person
from bedside.library.tests.settling import in_library
from bedside.orgs.permissions import Role
from bedside.orgs.verbs import add_member
from bedside.outbox.models import Delivery
from bedside.outbox.payload import PictureRef
from bedside.posts import verbs
from bedside.posts.content import Content, bind, hashes
from bedside.posts.models import Decision
from bedside.posts.readiness import NotReady
from bedside.posts.reviewing.waiting import waiting
from bedside.posts.states import State
from bedside.posts.tests.making import TEXT, noon, post_of

pytestmark = pytest.mark.usefixtures("tuesday")

FRIDAY = date(2026, 10, 16)
NEW_TEXT = "Flu shots are here. Walk in on Sunday, 9 to 12, no appointment."


@pytest.fixture
def hand_in(bob, account, clinic):
    """Hand in a post that somebody wrote (Bob, unless another is named)."""

    def handed_in(by=bob, text=TEXT, title="Flu: Saturday photo", when=None):
        content = Content(text=text, accounts=(account.pk,))
        post = verbs.start_draft(by=by, content=content, title=title, publish_at=when)
        verbs.submit(by=by, post=post)
        post.refresh_from_db()
        return post

    return handed_in


@pytest.fixture
def see(client, clinic):
    """Get the approvals, or one of them, as somebody sees it."""

    def as_seen_by(member, post=None, query=""):
        client.force_login(member.user)
        slug = {"slug": clinic.slug}
        if post is None:
            return client.get(reverse("posts:approvals", kwargs=slug))
        return client.get(reverse("posts:approval", kwargs={**slug, "pk": post.pk}) + query)

    return as_seen_by


@pytest.fixture
def decide(client, clinic):
    """Decide on a post as somebody's browser does; the version shown is the newest one."""

    def as_decided_by(member, post, kind, **values):
        client.force_login(member.user)
        post.refresh_from_db()
        url = reverse(f"posts:{kind}", kwargs={"slug": clinic.slug, "pk": post.pk})
        return client.post(url, {"revision": post.number, **values}, follow=True)

    return as_decided_by


def words(page):
    """Return what a reader sees of a page, in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.text).split())


def rewrite(by, post, text=NEW_TEXT):
    """Save other words into a post."""
    post.refresh_from_db()
    content = post.revisions.get(number=post.number).words.with_text(text)
    verbs.save_draft(by=by, post=post, content=content, base=post.number)
    post.refresh_from_db()


def test_the_queue_opens_the_first_post_that_waits_for_this_reviewer(see, nora, hand_in, clinic):
    hand_in(by=nora, title="My own")
    hand_in(title="Later", when=noon(FRIDAY + timedelta(days=1), clinic))
    hand_in(title="Sooner", when=noon(FRIDAY, clinic))
    hand_in(title="Whenever")
    page = see(nora)
    assert re.findall(r'<span class="who">(.*?)</span>', page.text) == [
        "Sooner", "Later", "Whenever", "My own",
    ]  # fmt: skip
    assert "<h2>Sooner</h2>" in page.text
    assert "You wrote it, so somebody else must approve it." in page.text


def test_an_empty_queue_says_what_will_stand_there(see, nora):
    assert "Nothing waits for approval" in see(nora).text


def test_the_page_holds_everything_a_decision_rests_on(see, nora, bob, hand_in, account, clinic):
    post = hand_in(when=noon(FRIDAY, clinic))
    page = see(nora, post)
    bound = bind(hashes(post.revisions.get().words, [account]))
    assert TEXT in page.text
    assert "Nothing to stop it" in page.text
    assert "full check, 9:15 AM . It runs again when the post is sent." in words(page)
    assert "Bob wrote it; you did not touch it" in page.text
    assert bound in page.text
    assert "Fri, Oct 16 · 12:00 PM" in page.text
    assert 'name="revision" value="1"' in page.text


def test_what_changed_is_told_against_what_this_reviewer_saw_last(see, decide, nora, bob, hand_in):
    post = hand_in()
    decide(nora, post, "changes", comment="Sunday, please.")
    rewrite(bob, post)
    verbs.submit(by=bob, post=post)
    page = see(nora, post)
    assert "You asked for changes to version 1 on Tuesday." in words(page)
    assert '<del><span class="vh">Removed: </span>Saturday' in page.text
    assert '<ins><span class="vh">Added: </span>Sunday' in page.text
    final = see(nora, post, "?show=final")
    assert "<del>" not in final.text
    assert NEW_TEXT in final.text


def test_a_reviewer_who_never_decided_sees_whose_decision_it_is_told_against(
    see, decide, alice, nora, bob, hand_in
):
    post = hand_in()
    decide(nora, post, "changes", comment="Sunday, please.")
    rewrite(bob, post)
    verbs.submit(by=bob, post=post)
    assert "Nora asked for changes to version 1" in words(see(alice, post))


def test_a_first_look_is_told_as_such(see, nora, hand_in):
    page = see(nora, hand_in())
    assert "all of it is new" in page.text
    assert "What changed" not in page.text


def test_approval_is_bound_to_the_bytes_and_plans_them(decide, nora, hand_in, clinic, account):
    post = hand_in(when=noon(FRIDAY, clinic))
    page = decide(nora, post, "approve", comment="Good.")
    decision = post.decisions.get()
    delivery = Delivery.objects.get()
    assert "Approved. It goes out Fri, Oct 16 · 12:00 PM." in page.text
    assert decision.hashes == {str(account.pk): [delivery.payload_hash]}
    assert delivery.due == noon(FRIDAY, clinic)


def test_after_a_decision_the_next_post_is_open(decide, nora, hand_in, clinic):
    first = hand_in(title="First", when=noon(FRIDAY, clinic))
    second = hand_in(title="Second", when=noon(FRIDAY + timedelta(days=1), clinic))
    page = decide(nora, first, "approve")
    assert page.redirect_chain[-1][0].endswith(f"/approvals/{second.pk}/")
    page = decide(nora, second, "reject")
    assert page.redirect_chain[-1][0].endswith("/approvals/")
    assert "Rejected." in page.text


def test_changes_need_a_comment(decide, nora, hand_in):
    post = hand_in()
    page = decide(nora, post, "changes", comment="  ")
    post.refresh_from_db()
    assert page.status_code == 409
    assert "Say what should change." in page.text
    assert post.state == State.REVIEW
    page = decide(nora, post, "changes", comment="Name the street.")
    assert "Sent back to Bob with your comment." in page.text
    assert "Bob is working on it. “Name the street.”" in page.text


@pytest.mark.parametrize("kind", ["approve", "changes", "reject"])
def test_nothing_is_decided_about_a_version_that_was_not_read(decide, nora, bob, hand_in, kind):
    post = hand_in()
    rewrite(bob, post)
    verbs.submit(by=bob, post=post)
    page = decide(nora, post, kind, revision=1, comment="A comment to keep.")
    post.refresh_from_db()
    assert page.status_code == 409
    assert "there is version 2 now, and you read version 1" in page.text
    assert '<ins><span class="vh">Added: </span>Sunday' in page.text
    assert "A comment to keep.</textarea>" in page.text
    assert (post.state, post.decisions.count()) == (State.REVIEW, 0)


def test_a_post_that_is_being_rewritten_waits_no_more(decide, nora, bob, hand_in):
    post = hand_in()
    rewrite(bob, post)
    page = decide(nora, post, "approve", revision=1)
    assert page.status_code == 409
    assert "It is not waiting for approval any more." in page.text


@pytest.mark.parametrize("kind", ["approve", "changes", "reject"])
def test_a_writer_decides_on_nothing(decide, alice, bob, hand_in, kind):
    ivy = add_member(by=alice, user=person("Ivy"), role=Role.AGENCY)
    post = hand_in(by=ivy)
    assert decide(bob, post, kind, comment="x").status_code == 403
    assert post.decisions.count() == 0


def test_who_wrote_any_version_finds_the_door_locked(see, decide, nora, bob, alice, hand_in):
    post = hand_in(by=nora)
    rewrite(bob, post)
    verbs.submit(by=bob, post=post)
    page = see(nora, post)
    assert "You wrote a part of it, so somebody else must approve it. Alice can." in page.text
    assert re.search(
        r'<button[^>]*type="button" aria-disabled="true" aria-describedby="locked"', page.text
    )
    assert "Take it back" in page.text
    refused = decide(nora, post, "approve")
    assert refused.status_code == 409
    assert "You wrote a part of it" in refused.text
    assert post.decisions.count() == 0


def test_a_writer_reads_who_can_approve(see, bob, alice, nora, hand_in):
    page = see(bob, hand_in())
    assert "Alice or Nora can." in page.text
    assert "Ask for changes" not in page.text


def test_words_that_the_guard_stops_cannot_be_approved(see, decide, nora, bob, account):
    text = "Our 97-year-old patient walked home today."
    post = post_of(bob, state=State.REVIEW, accounts=(account,), text=text)
    page = see(nora, post)
    assert "The guard stops it" in page.text
    assert 'aria-disabled="true"' in page.text
    refused = decide(nora, post, "approve")
    assert refused.status_code == 409
    assert "Still missing" in refused.text
    assert post.decisions.count() == 0


def test_colleagues_talk_about_a_post_where_it_is_reviewed(client, see, nora, hand_in):
    post = hand_in()
    see(nora, post)
    url = reverse("posts:approval", kwargs={"slug": post.organisation.slug, "pk": post.pk})
    answer = client.post(url, {"text": "Who took the picture?"})
    assert answer.url == f"{url}#talk"
    assert "Who took the picture?" in see(nora, post).text
    assert "A note has" in client.post(url, {"text": " "}, follow=True).text


def test_an_auditor_reads_and_says_nothing(client, see, alice, hand_in):
    auditor = add_member(by=alice, user=person("Ivy"), role=Role.AUDITOR)
    post = hand_in()
    page = see(auditor, post)
    assert TEXT in page.text
    assert 'name="text"' not in page.text
    url = reverse("posts:approval", kwargs={"slug": post.organisation.slug, "pk": post.pk})
    assert client.post(url, {"text": "x"}).status_code == 403


def test_an_edit_takes_the_approval_and_the_plan_away(
    see, decide, alice, nora, bob, hand_in, clinic
):
    post = hand_in(when=noon(FRIDAY, clinic))
    decide(nora, post, "approve")
    assert "Nora approved exactly these bytes" in see(alice, post).text
    rewrite(bob, post)
    assert post.decisions.get().void_at is not None
    assert Delivery.objects.get().state == "cancelled"
    assert "What you bind yourself to" in see(nora, post).text


def test_what_was_decided_lately_is_listed(decide, nora, hand_in, clinic):
    approved, back = hand_in(title="Approved one"), hand_in(title="Sent back")
    decide(nora, approved, "approve")
    decide(nora, back, "changes", comment="Shorter.")
    listed = waiting(nora, noon(date(2026, 10, 14), clinic))
    assert [line.post.title for line in listed.approved] == ["Approved one"]
    assert [line.post.title for line in listed.changes] == ["Sent back"]
    later = waiting(nora, noon(date(2026, 10, 30), clinic))
    assert later.approved == ()


@pytest.mark.parametrize(
    ("hours", "due", "hot"),
    [(-1, "late", True), (0.5, "30 min left", True), (2, "2 h left", True),
     (23.9, "23 h left", True), (25, "1 d left", False), (73, "3 d left", False)],
)  # fmt: skip
def test_time_left_is_said_in_the_unit_that_matters(nora, bob, tuesday, hours, due, hot):
    post_of(bob, tuesday + timedelta(hours=hours), state=State.REVIEW)
    (line,) = waiting(nora, tuesday).lines
    assert (line.due, line.hot) == (due, hot)


def test_pictures_are_shown_as_they_are_sent(see, nora, bob, account):
    lost = PictureRef("0" * 64, "image/jpeg", 1200, 800, 90_000, "A quiet waiting room.")
    content = Content(text=TEXT, accounts=(account.pk,), pictures=(lost,))
    picture = in_library(bob, lost)
    post = verbs.start_draft(by=bob, content=content)
    verbs.submit(by=bob, post=post)
    picture.delete()
    page = see(nora, post)
    assert "A quiet waiting room." in page.text
    assert "1200 × 800" in page.text
    assert "This picture is not in the library any more" in page.text


def test_words_of_a_post_are_shown_as_text(see, nora, hand_in):
    page = see(nora, hand_in(text="Shots <script>alert(1)</script> & coffee on Saturday."))
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; coffee" in page.text


@pytest.mark.parametrize("kind", ["approvals", "approval", "approve", "changes", "reject"])
def test_member_of_another_clinic_sees_and_decides_nothing(client, charlie, hand_in, clinic, kind):
    post = hand_in()
    client.force_login(charlie.user)
    number = {} if kind == "approvals" else {"pk": post.pk}
    theirs = reverse(f"posts:{kind}", kwargs={"slug": clinic.slug, **number})
    own = reverse(f"posts:{kind}", kwargs={"slug": charlie.organisation.slug, **number})
    post_values = {"revision": 1, "comment": "x"}
    assert client.get(theirs).status_code in (404, 405)
    assert client.post(theirs, post_values).status_code in (404, 405)
    assert TEXT.encode() not in client.get(own).content
    assert client.post(own, post_values).status_code in (404, 405)
    assert not Decision.objects.exists()


def test_a_long_queue_costs_no_more_queries_than_a_short_one(see, nora, bob, hand_in):
    post = hand_in()
    see(nora, post)
    with CaptureQueriesContext(connection) as few:
        see(nora, post)
    for _ in range(12):
        post_of(bob, state=State.REVIEW)
        post_of(bob, state=State.CHANGES)
    with CaptureQueriesContext(connection) as many:
        see(nora, post)
    assert len(many) <= len(few) + 1
    assert len(many) <= 25


ONLY_THE_MODEL_STOPS_IT = "Guess which firefighter got a new shoulder in June!"


def test_what_only_the_model_stops_is_not_handed_in(hand_in):
    with pytest.raises(NotReady):
        hand_in(text=ONLY_THE_MODEL_STOPS_IT)


def test_the_model_is_asked_again_at_approval(hand_in, nora, account):
    post = hand_in()
    newer = Content(text=ONLY_THE_MODEL_STOPS_IT, accounts=(account.pk,))
    post.revisions.update(content=newer.as_json())
    with pytest.raises(NotReady):
        verbs.approve(by=nora, post=post, revision=1)

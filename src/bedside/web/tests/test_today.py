"""The page of today: at most seven things, the gravest first; what goes out; the first days."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from bedside.consents.tests.cast import signed
from bedside.consents.verbs import revoke
from bedside.orgs.verbs import add_location, found_organisation
from bedside.outbox.models import Account, Delivery
from bedside.posts.models import Post, Revision
from bedside.posts.states import State
from bedside.rulebook.verbs import Stretch, dismiss
from bedside.web.first_days import steps_of
from bedside.web.today import page_of

NOW = datetime(2026, 10, 13, 14, 12, tzinfo=UTC)
"""Tuesday, 9:12 in the morning in Chicago."""


@pytest.fixture(autouse=True)
def _at_nine():
    with time_machine.travel(NOW, tick=False):
        yield


def post(member, title, state, at=None, author=None):
    made = Post.objects.create(
        organisation=member.organisation,
        title=title,
        state=state,
        author=(author or member).user,
        publish_at=at,
        submitted_at=NOW,
        networks=["practice"],
    )
    Revision.objects.create(
        post=made, number=1, author=made.author, content={}, content_hash="0" * 64
    )
    return made


def test_what_nobody_knows_comes_first_then_what_was_refused_then_what_waits(alice, bob):
    post(alice, "Waiting", State.REVIEW, author=bob)
    post(alice, "Missed", State.MISSED)
    post(alice, "Lost", State.UNKNOWN)
    post(alice, "Refused", State.REFUSED)
    needs = page_of(alice, NOW).needs
    assert [need.state for need in needs] == ["unknown", "refused", "missed", "review"]
    assert needs[0].title == "We do not know if “Lost” went out"


def test_at_most_seven_things_need_anybody(alice):
    for number in range(9):
        post(alice, f"Missed {number}", State.MISSED)
    assert len(page_of(alice, NOW).needs) == 7


def test_what_writers_let_stand_waits_for_whoever_reviews_it(alice, bob, nora):
    for number in range(9):
        post(alice, f"Missed {number}", State.MISSED)
    about = Stretch("post:7", 1, "text", "T002", "!!!")
    dismiss(by=bob, about=about, reason="quoted", note="Their banner says so.")
    needs = page_of(nora, NOW).needs
    assert len(needs) == 7
    assert needs[-1].title == "1 dismissed warning waits for your review"
    assert [need for need in page_of(bob, NOW).needs if "dismissed" in need.title] == []


def test_a_writer_is_not_asked_to_approve(alice, bob, nora):
    post(alice, "Waiting", State.REVIEW, author=nora)
    assert page_of(bob, NOW).needs == []


def test_a_post_in_review_leads_to_its_approval_and_others_to_the_composer(alice, bob):
    waiting = post(alice, "Waiting", State.REVIEW, author=bob)
    missed = post(alice, "Missed", State.MISSED)
    urls = [need.url for need in page_of(alice, NOW).needs]
    slug = alice.organisation.slug
    assert urls == [f"/{slug}/compose/{missed.pk}/", f"/{slug}/approvals/{waiting.pk}/"]


def test_what_nobody_knows_leads_to_the_delivery_that_is_not_known(alice, account):
    lost = post(alice, "Lost", State.UNKNOWN)
    delivery = Delivery.objects.create(
        organisation=alice.organisation,
        account=account,
        subject=lost.subject,
        payload_hash="0" * 64,
        state="unknown",
        due=NOW,
        miss_at=NOW,
        wake_at=NOW,
    )
    need = page_of(alice, NOW).needs[0]
    assert need.url == f"/{alice.organisation.slug}/deliveries/{delivery.pk}/"


def test_the_week_runs_from_sunday_on_the_clinics_clocks(alice):
    late_on_saturday = datetime(2026, 10, 18, 4, 30, tzinfo=UTC)
    post(alice, "Late on Saturday", State.SCHEDULED, at=late_on_saturday)
    post(alice, "Next Sunday", State.SCHEDULED, at=late_on_saturday + timedelta(hours=2))
    page = page_of(alice, NOW)
    assert [f"{day.date:%a %d}" for day in page.week][::6] == ["Sun 11", "Sat 17"]
    assert [day.in_words for day in page.week][2:] == ["nothing"] * 4 + ["1 scheduled"]
    assert [day.is_today for day in page.week].index(True) == 2
    assert page.planned == 1


def test_going_out_today_is_in_the_order_of_time(alice):
    post(alice, "Noon", State.SCHEDULED, at=NOW + timedelta(hours=3))
    post(alice, "Morning", State.LIVE, at=NOW - timedelta(hours=1))
    post(alice, "Tomorrow", State.SCHEDULED, at=NOW + timedelta(days=1))
    assert [one.title for one in page_of(alice, NOW).going_out.entries] == ["Morning", "Noon"]


def test_of_a_crowded_day_the_first_are_listed_and_the_rest_is_counted(client, alice):
    for number in range(12):
        post(alice, f"Number {number}", State.SCHEDULED, at=NOW + timedelta(minutes=number))
    page = page_of(alice, NOW)
    today = next(day for day in page.week if day.is_today)
    assert (len(page.going_out.entries), page.going_out.more) == (7, 5)
    assert (len(today.states), today.more, page.planned) == (6, 6, 12)
    client.force_login(alice.user)
    shown = client.get(reverse("web:today", kwargs={"slug": alice.organisation.slug}))
    assert "5 more. The calendar has them all." in shown.content.decode()


@pytest.mark.parametrize(
    ("hours", "greeting"), [(0, "Good morning"), (3, "Good afternoon"), (9, "Good evening")]
)
def test_the_greeting_follows_the_clinics_clocks(alice, hours, greeting):
    assert page_of(alice, NOW + timedelta(hours=hours)).greeting == greeting


def test_the_page_tells_it_in_words(client, alice):
    post(alice, "Lost", State.UNKNOWN, at=NOW)
    client.force_login(alice.user)
    page = client.get(reverse("web:today", kwargs={"slug": alice.organisation.slug}))
    text = " ".join(page.content.decode().split())
    assert "Good morning, Alice." in text
    assert "Tuesday, October 13. One thing needs you; the rest is on its way." in text
    assert "1 post, Chicago time (CDT)" in text


def test_a_clear_desk_says_so(client, alice):
    client.force_login(alice.user)
    page = client.get(reverse("web:today", kwargs={"slug": alice.organisation.slug}))
    assert "Nothing needs you now." in page.content.decode()
    assert "The desk is clear" in page.content.decode()


def test_the_first_days_empty_step_by_step(alice, nora, account):
    assert [step.done for step in steps_of(alice)] == [True, True, True, True, False]
    assert [step.title for step in steps_of(alice) if step.now] == ["Write the first post"]
    post(alice, "First", State.DRAFT)
    assert steps_of(alice) == []


def test_a_real_house_begins_with_a_strong_sign_in(charlie):
    charlie.organisation.demo = False
    assert [step.done for step in steps_of(charlie)] == [False] * 5


def test_only_owners_are_shown_the_first_days(alice, bob):
    assert steps_of(bob) == []


def test_nothing_of_another_clinic_is_counted(alice, charlie):
    post(charlie, "Theirs", State.UNKNOWN, at=NOW)
    add_location(by=charlie, name="Pond Street")
    Account.objects.create(
        organisation=charlie.organisation, network="practice", handle="x", connected_by=charlie.user
    )
    found_organisation(name="Cedar Hollow Family Clinic", owner=charlie.user)
    page = page_of(alice, NOW)
    assert (page.needs, page.planned, page.going_out.total) == ([], 0, 0)
    assert [step.done for step in page.first_days] == [True, False, True, False, False]


def test_a_consent_that_ends_within_a_month_is_said_before_it_does(alice):
    signed(alice, expires_on=(NOW + timedelta(days=9)).date())
    [need] = page_of(alice, NOW).needs
    assert need.title == "C-0001 ends on Oct 22"


def test_what_has_to_be_gone_is_said_with_who_answers_and_when_it_is_late(alice, bob):
    given = signed(alice)
    revoke(by=alice, authorization=given, how="phone", received_at=NOW, elsewhere=["A flyer"])
    [need] = page_of(alice, NOW).needs
    assert (need.title, need.state) == ("C-0001 was taken back", "warn")
    [late] = page_of(alice, NOW + timedelta(days=2)).needs
    assert late.state == "refused"
    assert "late" in late.detail

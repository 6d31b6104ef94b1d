"""Moving a post from the calendar: by hand, by form, back again, and when it is too late."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.urls import reverse

from bedside.conftest import person
from bedside.orgs.permissions import Role
from bedside.orgs.verbs import add_member
from bedside.outbox.models import Delivery
from bedside.posts import verbs
from bedside.posts.content import Content
from bedside.posts.queue import add_slots
from bedside.posts.states import State
from bedside.posts.tests.making import TEXT, noon, post_of, wall_time
from bedside.posts.times import at

pytestmark = pytest.mark.usefixtures("tuesday")

TODAY = date(2026, 10, 13)
FRIDAY = date(2026, 10, 16)


@pytest.fixture
def move(client, clinic):
    """Move a post as a member's browser does, and return the answer."""

    def as_asked_by(member, post, **values):
        client.force_login(member.user)
        url = reverse("posts:move", kwargs={"slug": clinic.slug, "pk": post.pk})
        return client.post(url, values, headers={"Accept": "application/json"})

    return as_asked_by


def said(answer):
    return json.loads(answer.content)["said"]


@pytest.fixture
def scheduled(bob, nora, account, clinic):
    """A post that Bob wrote, Nora approved, and the outbox holds for today at noon."""
    content = Content(text=TEXT, accounts=(account.pk,))
    post = verbs.start_draft(by=bob, content=content, publish_at=noon(TODAY, clinic))
    verbs.submit(by=bob, post=post)
    verbs.approve(by=nora, post=post, revision=1)
    post.refresh_from_db()
    return post


def test_another_day_keeps_the_wall_time(move, bob, scheduled, clinic):
    answer = move(bob, scheduled, date=FRIDAY.isoformat())
    scheduled.refresh_from_db()
    assert answer.status_code == 200
    assert scheduled.publish_at == noon(FRIDAY, clinic)
    assert said(answer) == "Moved to Fri, Oct 16 · 12:00 PM."


def test_the_wall_time_stays_across_the_change_of_the_clocks(move, bob, scheduled, clinic):
    move(bob, scheduled, date="2026-11-02")
    scheduled.refresh_from_db()
    assert scheduled.publish_at == datetime(2026, 11, 2, 18, tzinfo=UTC)
    assert wall_time(scheduled) == time(12)


def test_what_waits_in_the_outbox_moves_too_and_the_approval_holds(move, bob, scheduled, clinic):
    move(bob, scheduled, date=FRIDAY.isoformat(), time="15:30")
    delivery = Delivery.objects.get()
    assert delivery.due == at(FRIDAY, time(15, 30), clinic.zone)
    assert scheduled.decisions.get().void_at is None


def test_the_way_back_restores_the_very_moment(move, client, bob, scheduled):
    before = scheduled.publish_at
    answer = move(bob, scheduled, date=FRIDAY.isoformat())
    undo = json.loads(answer.content)["undo"]
    back = client.post(undo, headers={"Accept": "application/json"})
    scheduled.refresh_from_db()
    assert (back.status_code, scheduled.publish_at) == (200, before)
    assert said(back) == "Back at Tue, Oct 13 · 12:00 PM."
    assert Delivery.objects.get().due == before


def test_the_way_back_of_a_first_date_takes_it_away_again(move, client, bob):
    post = post_of(bob)
    answer = move(bob, post, date=FRIDAY.isoformat())
    client.post(json.loads(answer.content)["undo"], headers={"Accept": "application/json"})
    post.refresh_from_db()
    assert post.publish_at is None


@pytest.mark.parametrize("state", [State.DRAFT, State.REVIEW, State.APPROVED, State.SCHEDULED])
def test_no_time_that_has_passed_is_taken(move, bob, clinic, state):
    post = post_of(bob, noon(FRIDAY, clinic), state=state)
    answer = move(bob, post, date="2026-10-12")
    post.refresh_from_db()
    assert answer.status_code == 409
    assert said(answer) == ("Mon, Oct 12 · 12:00 PM has passed. Choose a day or a time to come.")
    assert post.publish_at == noon(FRIDAY, clinic)


@pytest.mark.parametrize(
    "state", [State.LIVE, State.UNKNOWN, State.SENDING, State.BY_HAND, State.REMOVED]
)
def test_what_has_left_never_moves(move, bob, clinic, state):
    post = post_of(bob, noon(TODAY, clinic), state=state)
    answer = move(bob, post, date=FRIDAY.isoformat())
    post.refresh_from_db()
    assert answer.status_code == 409
    assert "It is live or may be" in said(answer)
    assert post.publish_at == noon(TODAY, clinic)


def test_a_post_whose_delivery_is_in_hand_does_not_move(move, bob, scheduled, clinic):
    Delivery.objects.update(state="claimed")
    assert move(bob, scheduled, date=FRIDAY.isoformat()).status_code == 409
    assert Delivery.objects.get().due == noon(TODAY, clinic)


@pytest.mark.parametrize("state", ["missed", "refused"])
def test_a_post_that_did_not_go_out_is_planned_anew(move, bob, scheduled, clinic, state):
    Delivery.objects.update(state=state)
    scheduled.state = state
    scheduled.save()
    answer = move(bob, scheduled, date=FRIDAY.isoformat())
    scheduled.refresh_from_db()
    assert scheduled.state == State.SCHEDULED
    assert [*Delivery.objects.order_by("pk").values_list("state", flat=True)] == [
        "cancelled", "planned",
    ]  # fmt: skip
    assert Delivery.objects.get(state="planned").due == noon(FRIDAY, clinic)
    assert answer.status_code == 200


def test_a_refused_part_does_not_leave_another_part_at_the_old_time(move, bob, scheduled, clinic):
    planned = Delivery.objects.get()
    Delivery.objects.create(
        organisation=clinic,
        account=planned.account,
        subject=scheduled.subject,
        part=1,
        payload=planned.payload,
        payload_hash=planned.payload_hash,
        state="refused",
        due=planned.due,
        wake_at=planned.due,
        miss_at=planned.miss_at,
    )
    scheduled.state = State.REFUSED
    scheduled.save()
    move(bob, scheduled, date=FRIDAY.isoformat())
    open_ones = Delivery.objects.exclude(state="cancelled")
    assert {delivery.due for delivery in open_ones} == {noon(FRIDAY, clinic)}


def test_a_post_without_a_time_gets_the_first_open_slot_of_the_day(move, alice, bob, clinic):
    add_slots(by=alice, weekdays=[4], clock=time(16))
    post = post_of(bob)
    move(bob, post, date=FRIDAY.isoformat())
    assert wall_time(post) == time(16)


def test_a_post_without_a_time_goes_out_at_noon_or_in_the_next_hour(move, bob, time_machine):
    early, late = post_of(bob), post_of(bob)
    move(bob, early, date=TODAY.isoformat())
    time_machine.move_to(datetime(2026, 10, 13, 20, 15, tzinfo=UTC))
    move(bob, late, date=TODAY.isoformat())
    assert (wall_time(early), wall_time(late)) == (time(12), time(16))


def test_a_time_that_the_clocks_skip_is_explained(move, bob):
    post = post_of(bob)
    answer = move(bob, post, date="2027-03-14", time="02:30")
    assert said(answer) == (
        "Moved to Sun, Mar 14, 2027 · 3:30 AM. Clocks go forward that night, so 2:30 AM does not"
        " exist. It goes out at 3:30 AM."
    )


@pytest.mark.parametrize(
    ("values", "cure"),
    [
        ({}, "Write it like 2026-10-15."),
        ({"date": "soon"}, "Write it like 2026-10-15."),
        ({"date": "9999-12-31"}, "Write it like 2026-10-15."),
        ({"date": "2026-10-16", "time": "late"}, "Write it like 14:30."),
        ({"at": "2026-10-16"}, "Give it a date and a time instead."),
        ({"at": "9999-12-31T23:59:59Z"}, "Give it a date and a time instead."),
    ],
)
def test_what_is_no_time_is_refused_with_a_cure(move, bob, values, cure):
    answer = move(bob, post_of(bob), **values)
    assert answer.status_code == 409
    assert cure in said(answer)


def test_the_form_moves_a_post_where_no_script_runs(client, bob, clinic):
    post = post_of(bob, noon(FRIDAY, clinic))
    client.force_login(bob.user)
    url = reverse("posts:move", kwargs={"slug": clinic.slug, "pk": post.pk})
    form = client.get(url, {"back": "?view=week&on=2026-10-13"})
    assert 'value="2026-10-16"' in form.text
    assert 'value="12:00"' in form.text
    answer = client.post(
        url,
        {"date": "2026-10-17", "time": "09:00", "back": "?view=week&on=2026-10-13"},
        headers={"Accept": "text/html"},
        follow=True,
    )
    post.refresh_from_db()
    assert post.publish_at == at(date(2026, 10, 17), time(9), clinic.zone)
    assert answer.redirect_chain[-1][0].endswith("/calendar/?view=week&on=2026-10-13")
    assert "Moved to Sat, Oct 17 · 9:00 AM." in answer.text
    assert "Undo" in answer.text


def test_the_form_says_why_a_time_was_not_taken(client, bob, clinic):
    post = post_of(bob, noon(FRIDAY, clinic))
    client.force_login(bob.user)
    url = reverse("posts:move", kwargs={"slug": clinic.slug, "pk": post.pk})
    answer = client.post(url, {"date": "2026-10-01", "time": "09:00"})
    assert answer.status_code == 409
    assert "Thu, Oct 1 · 9:00 AM has passed." in answer.text
    assert 'value="2026-10-01"' in answer.text


def test_the_form_leads_nowhere_else(client, bob, clinic):
    client.force_login(bob.user)
    url = reverse("posts:move", kwargs={"slug": clinic.slug, "pk": post_of(bob).pk})
    answer = client.post(
        url, {"date": "2026-10-17", "time": "09:00", "back": "https://evil.example/"}
    )
    assert answer.url.startswith(f"/{clinic.slug}/calendar/?")


def test_the_form_explains_the_clocks_while_a_time_is_chosen(client, bob, clinic):
    client.force_login(bob.user)
    url = reverse("posts:move", kwargs={"slug": clinic.slug, "pk": post_of(bob).pk})
    note = client.get(url, {"date": "2026-11-01", "time": "01:30"}, headers={"HX-Request": "true"})
    assert "show 1:30 AM twice" in note.text
    assert "<html" not in note.text


def test_who_may_not_plan_moves_nothing(move, alice, bob, clinic):
    chen = add_member(by=alice, user=person("Dr. Mei Chen"), role=Role.CLINICIAN)
    post = post_of(bob)
    assert move(chen, post, date=FRIDAY.isoformat()).status_code == 403


def test_member_of_another_clinic_moves_nothing(move, client, charlie, bob):
    post = post_of(bob)
    assert move(charlie, post, date=FRIDAY.isoformat()).status_code == 404
    own = reverse("posts:move", kwargs={"slug": charlie.organisation.slug, "pk": post.pk})
    assert client.post(own, {"date": FRIDAY.isoformat()}).status_code == 404
    post.refresh_from_db()
    assert post.publish_at is None


def test_a_deleted_post_does_not_move(move, bob):
    post = post_of(bob)
    verbs.delete(by=bob, post=post)
    assert move(bob, post, date=FRIDAY.isoformat()).status_code == 404


def test_a_look_changes_nothing(client, bob, clinic):
    post = post_of(bob)
    client.force_login(bob.user)
    url = reverse("posts:move", kwargs={"slug": clinic.slug, "pk": post.pk})
    client.get(url, {"date": FRIDAY.isoformat(), "at": "2026-10-20T12:00:00Z"})
    post.refresh_from_db()
    assert post.publish_at is None


def test_a_post_keeps_its_seconds_when_only_the_day_changes(move, bob, clinic):
    post = post_of(bob, noon(FRIDAY, clinic) + timedelta(seconds=42))
    move(bob, post, date="2026-10-17")
    assert wall_time(post) == time(12, 0, 42)

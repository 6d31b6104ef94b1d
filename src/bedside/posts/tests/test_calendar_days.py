"""What the calendar finds: days, counts, pages, open slots."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from bedside.posts import calendar
from bedside.posts.calendar import Cursor
from bedside.posts.queries import next_free_slots
from bedside.posts.queue import add_slots
from bedside.posts.slots import open_slots
from bedside.posts.states import State
from bedside.posts.tests.making import noon, post_of
from bedside.posts.times import at, bounds

DAY = date(2026, 10, 13)


def span(organisation, first=DAY, last=DAY):
    return bounds(first, organisation.zone)[0], bounds(last, organisation.zone)[1]


def titles(entries):
    return [entry.title for entry in entries]


def test_a_day_shows_its_posts_in_the_order_of_their_times(alice, clinic):
    start = noon(DAY, clinic)
    for hours in (3, 1, 2):
        post_of(alice, start + timedelta(hours=hours), title=f"after {hours} h")
    (day,) = calendar.days(clinic, [DAY])
    assert titles(day.entries) == ["after 1 h", "after 2 h", "after 3 h"]
    assert (day.total, day.more) == (3, 0)
    assert [entry.clock for entry in day.entries] == ["1 PM", "2 PM", "3 PM"]


def test_four_posts_fit_and_a_fifth_makes_room_for_the_line_that_counts(alice, clinic):
    start = noon(DAY, clinic)
    for number in range(4):
        post_of(alice, start + timedelta(minutes=number))
    assert [(len(day.entries), day.more) for day in calendar.days(clinic, [DAY])] == [(4, 0)]
    post_of(alice, start + timedelta(minutes=9))
    assert [(len(day.entries), day.more) for day in calendar.days(clinic, [DAY])] == [(3, 2)]


def test_days_count_posts_of_the_wanted_states_only(alice, clinic):
    start = noon(DAY, clinic)
    for number in range(6):
        post_of(alice, start + timedelta(minutes=number), state=State.LIVE)
    post_of(alice, start + timedelta(hours=1), state=State.DRAFT, title="the draft")
    (day,) = calendar.days(clinic, [DAY], [State.DRAFT])
    assert (titles(day.entries), day.more) == (["the draft"], 0)
    (day,) = calendar.days(clinic, [DAY], [State.DRAFT, State.LIVE])
    assert day.total == 7


def test_the_calendar_of_another_clinic_holds_nothing_of_ours(alice, clinic, charlie):
    post_of(alice, noon(DAY, clinic))
    other = charlie.organisation
    assert [day.entries for day in calendar.days(other, [DAY])] == [()]
    assert calendar.totals(other, span(other)) == dict.fromkeys(State, 0)
    assert calendar.page(other, span(other)).entries == ()


def test_deleted_posts_are_gone_from_it(alice, clinic):
    post = post_of(alice, noon(DAY, clinic))
    post.deleted_at = timezone.now()
    post.save()
    assert [day.total for day in calendar.days(clinic, [DAY])] == [0]
    assert sum(calendar.totals(clinic, span(clinic)).values()) == 0


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("America/Chicago", date(2026, 3, 8)),
        ("America/Chicago", date(2026, 11, 1)),
        ("Australia/Lord_Howe", date(2026, 10, 4)),
        ("Australia/Lord_Howe", date(2026, 4, 5)),
        ("Asia/Kathmandu", date(2026, 10, 13)),
    ],
)
def test_a_post_stands_on_its_own_day_even_where_clocks_change(alice, clinic, zone, day):
    clinic.time_zone = zone
    clinic.save()
    start, end = bounds(day, ZoneInfo(zone))
    post_of(alice, start - timedelta(seconds=1), title="day before")
    post_of(alice, start, title="first moment")
    post_of(alice, end - timedelta(seconds=1), title="last moment")
    post_of(alice, end, title="day after")
    wanted = [day - timedelta(days=1), day, day + timedelta(days=1)]
    shown = [titles(found.entries) for found in calendar.days(clinic, wanted)]
    assert shown == [["day before"], ["first moment", "last moment"], ["day after"]]


def test_both_showings_of_a_repeated_hour_are_kept_apart_and_in_order(alice, clinic):
    first = at(date(2026, 11, 1), time(1, 30), clinic.zone)
    post_of(alice, first + timedelta(hours=1), title="second showing")
    post_of(alice, first, title="first showing")
    (day,) = calendar.days(clinic, [date(2026, 11, 1)])
    assert titles(day.entries) == ["first showing", "second showing"]
    assert {entry.clock for entry in day.entries} == {"1:30 AM"}


def test_pages_go_forth_and_back_without_losing_or_repeating_a_post(alice, clinic):
    start = noon(DAY, clinic)
    for number in range(7):
        post_of(alice, start + timedelta(minutes=number // 3), title=f"post {number}")
    first = calendar.page(clinic, span(clinic), size=3)
    second = calendar.page(clinic, span(clinic), after=first.after, size=3)
    third = calendar.page(clinic, span(clinic), after=second.after, size=3)
    found = [*first.entries, *second.entries, *third.entries]
    assert titles(found) == [f"post {number}" for number in range(7)]
    assert (first.before, third.after) == (None, None)
    assert calendar.page(clinic, span(clinic), before=third.before, size=3) == second
    back = calendar.page(clinic, span(clinic), before=second.before, size=3)
    assert (back.entries, back.before) == (first.entries, None)


def test_posts_without_a_date_come_the_last_worked_on_first(alice, clinic):
    for number in range(5):
        post = post_of(alice, title=f"post {number}")
        post.changed_at = datetime(2026, 10, 1 + number, tzinfo=UTC)
        post.save()
    post_of(alice, noon(DAY, clinic), title="dated")
    page = calendar.undated(clinic, size=3)
    assert titles(page.entries) == ["post 4", "post 3", "post 2"]
    rest = calendar.undated(clinic, after=page.after, size=3)
    assert titles(rest.entries) == ["post 1", "post 0"]
    assert calendar.undated(clinic, before=rest.before, size=3).entries == page.entries
    assert calendar.undated_count(clinic) == 5


@given(
    st.integers(-(10**15), 4 * 10**15).map(
        lambda n: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=n)
    ),
    st.integers(1, 2**53),
)
def test_a_cursor_is_read_as_it_was_written(moment, pk):
    assert Cursor.parse(str(Cursor(moment, pk))) == Cursor(moment, pk)


@pytest.mark.parametrize("text", ["", "-", "12", "x-3", "3-x", "9" * 40 + "-1", "1-2-3-x"])
def test_what_is_no_cursor_is_none(text):
    assert Cursor.parse(text) is None


@pytest.fixture
def noon_slots(alice):
    """Noon on Tuesdays and Thursdays, for any network."""
    add_slots(by=alice, weekdays=[1, 3], clock=time(12))


def test_open_slots_are_those_to_come_that_no_post_takes(alice, clinic, noon_slots):
    week = [DAY + timedelta(days=number) for number in range(7)]
    before = noon(DAY, clinic) - timedelta(hours=1)
    assert [slot.at for slot in open_slots(clinic, week, before)] == [
        noon(DAY, clinic), noon(DAY + timedelta(days=2), clinic),
    ]  # fmt: skip
    assert len(open_slots(clinic, week, noon(DAY, clinic))) == 1
    post_of(alice, noon(DAY, clinic))
    assert [slot.at for slot in open_slots(clinic, week, before)] == [
        noon(DAY + timedelta(days=2), clinic)
    ]


def test_a_rejected_post_takes_no_slot(alice, clinic, noon_slots):
    post_of(alice, noon(DAY, clinic), state=State.REJECTED)
    assert len(open_slots(clinic, [DAY], noon(DAY, clinic) - timedelta(hours=1))) == 1


def test_a_slot_of_an_account_is_taken_by_a_post_on_its_network_alone(alice, clinic, account):
    add_slots(by=alice, weekdays=[1], clock=time(12), account_id=account.pk)
    before = noon(DAY, clinic) - timedelta(hours=1)
    other = post_of(alice, noon(DAY, clinic), networks=("bluesky",))
    assert [slot.network for slot in open_slots(clinic, [DAY], before)] == ["practice"]
    other.networks = ["bluesky", "practice"]
    other.save()
    assert open_slots(clinic, [DAY], before) == []


def test_a_slot_that_the_clocks_skip_moves_with_them(alice, clinic):
    add_slots(by=alice, weekdays=[6], clock=time(2, 30))
    spring = date(2026, 3, 8)
    (slot,) = open_slots(clinic, [spring], datetime(2026, 3, 1, tzinfo=UTC))
    assert (slot.clock, slot.at.astimezone(clinic.zone).time()) == (time(2, 30), time(3, 30))


def test_the_next_free_slots_pass_over_what_is_planned(alice, clinic, noon_slots):
    post_of(alice, noon(DAY, clinic))
    after = noon(DAY, clinic) - timedelta(hours=1)
    assert next_free_slots(clinic, after, 2) == [
        noon(DAY + timedelta(days=2), clinic), noon(DAY + timedelta(days=7), clinic),
    ]  # fmt: skip


def test_without_slots_nothing_is_free(clinic):
    assert next_free_slots(clinic, timezone.now(), 3) == []

"""Wall times and moments: there and back, in zones that jump by an hour, by half of one, or not."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from bedside.posts import wording
from bedside.posts.times import at, bounds, exists, month_days, twice

CHICAGO, LORD_HOWE = ZoneInfo("America/Chicago"), ZoneInfo("Australia/Lord_Howe")
KATHMANDU, HAVANA = ZoneInfo("Asia/Kathmandu"), ZoneInfo("America/Havana")
SPRING, AUTUMN = date(2026, 3, 8), date(2026, 11, 1)
"""The days on which the clocks of Chicago change."""

zones = st.sampled_from(
    [
        CHICAGO, LORD_HOWE, KATHMANDU, HAVANA, ZoneInfo("UTC"), ZoneInfo("Europe/Dublin"),
        ZoneInfo("America/Santiago"), ZoneInfo("Africa/Casablanca"), ZoneInfo("Pacific/Chatham"),
        ZoneInfo("America/St_Johns"), ZoneInfo("Asia/Beirut"),
    ]
)  # fmt: skip
days = st.dates(date(2015, 1, 1), date(2036, 12, 31))
moments = st.integers(1_420_070_400, 2_114_380_800).map(
    lambda second: datetime.fromtimestamp(second, tz=UTC)
)
clocks = st.times().map(lambda clock: clock.replace(microsecond=0))


@given(days, clocks, zones)
def test_a_time_that_exists_is_shown_again_as_it_was_said(day, clock, zone):
    assume(exists(day, clock, zone))
    assert at(day, clock, zone).astimezone(zone).replace(tzinfo=None) == datetime.combine(
        day, clock
    )


@given(days, clocks, zones)
@example(SPRING, time(2, 30), CHICAGO)
def test_a_time_that_is_skipped_moves_on_by_the_width_of_the_gap(day, clock, zone):
    wall = datetime.combine(day, clock, tzinfo=zone)
    width = wall.replace(fold=0).astimezone(UTC) - wall.replace(fold=1).astimezone(UTC)
    shown = at(day, clock, zone).astimezone(zone).replace(tzinfo=None)
    skipped = not exists(day, clock, zone)
    assert shown - datetime.combine(day, clock) == skipped * width


@given(
    st.sampled_from(
        [
            (CHICAGO, AUTUMN, time(1), 60),
            (LORD_HOWE, date(2026, 4, 5), time(1, 30), 30),
            (HAVANA, AUTUMN, time(0), 60),
        ]
    ),
    st.integers(0, 59),
)
def test_a_time_that_is_repeated_is_its_first_showing(change, minute):
    zone, day, begins, width = change
    clock = begins.replace(minute=begins.minute + minute % width)
    moment = at(day, clock, zone)
    again = (moment + timedelta(minutes=width)).astimezone(zone)
    assert twice(day, clock, zone)
    assert (again.date(), again.time()) == (day, clock)


@given(moments, zones)
def test_every_moment_lies_within_its_own_day(moment, zone):
    start, end = bounds(moment.astimezone(zone).date(), zone)
    assert start <= moment < end


@given(days, zones)
@example(SPRING, CHICAGO)
@example(AUTUMN, CHICAGO)
def test_days_touch_and_last_23_to_25_hours(day, zone):
    start, end = bounds(day, zone)
    assert end == bounds(day + timedelta(days=1), zone)[0]
    assert timedelta(hours=23) <= end - start <= timedelta(hours=25)


@given(days, clocks, clocks, zones)
def test_times_that_exist_keep_their_order(day, one, other, zone):
    assume(exists(day, one, zone) and exists(day, other, zone))
    earlier, later = sorted([one, other])
    assert at(day, earlier, zone) <= at(day, later, zone)


@given(days, st.integers(0, 6))
def test_a_month_is_shown_in_whole_weeks_that_hold_all_of_it(day, week_start):
    shown = list(month_days(day, week_start))
    assert len(shown) % 7 == 0
    assert shown[0].weekday() == week_start
    assert {one.day for one in shown if one.month == day.month} >= {1, 28, day.day}
    assert shown == [shown[0] + timedelta(days=number) for number in range(len(shown))]


@pytest.mark.parametrize(
    ("day", "hours", "zone"),
    [
        (SPRING, 23, CHICAGO),
        (AUTUMN, 25, CHICAGO),
        (date(2026, 10, 4), 23.5, LORD_HOWE),
        (date(2026, 4, 5), 24.5, LORD_HOWE),
        (date(2026, 3, 8), 23, HAVANA),
        (date(2026, 6, 1), 24, KATHMANDU),
    ],
)
def test_a_day_is_as_long_as_its_clocks_say(day, hours, zone):
    start, end = bounds(day, zone)
    assert end - start == timedelta(hours=hours)


def test_the_hour_that_spring_skips_does_not_exist():
    assert not exists(SPRING, time(2, 30), CHICAGO)
    assert at(SPRING, time(2, 30), CHICAGO) == datetime(2026, 3, 8, 8, 30, tzinfo=UTC)


def test_the_hour_that_autumn_repeats_comes_twice():
    assert twice(AUTUMN, time(1, 30), CHICAGO)
    assert not twice(AUTUMN, time(2), CHICAGO)
    assert at(AUTUMN, time(1, 30), CHICAGO) == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)


def test_half_an_hour_is_repeated_on_lord_howe_island():
    assert twice(date(2026, 4, 5), time(1, 45), LORD_HOWE)
    assert not twice(date(2026, 4, 5), time(1, 15), LORD_HOWE)


def test_a_day_whose_midnight_is_skipped_begins_at_one():
    start, _ = bounds(SPRING, HAVANA)
    assert start.astimezone(HAVANA).time() == time(1)


@pytest.mark.parametrize(
    ("zone", "first", "last", "words"),
    [
        (CHICAGO, date(2026, 10, 1), date(2026, 10, 31), "Chicago time, UTC−5"),
        (CHICAGO, date(2026, 12, 1), date(2026, 12, 31), "Chicago time, UTC−6"),
        (
            CHICAGO, date(2026, 10, 25), date(2026, 11, 30),
            "Chicago time, UTC−5, from Nov 1 UTC−6",
        ),
        (KATHMANDU, date(2026, 10, 1), date(2026, 10, 31), "Kathmandu time, UTC+5:45"),
        (LORD_HOWE, date(2026, 7, 1), date(2026, 7, 1), "Lord Howe time, UTC+10:30"),
        (ZoneInfo("America/New_York"), date(2026, 7, 1), date(2026, 7, 1), "New York time, UTC−4"),
        (ZoneInfo("UTC"), date(2026, 7, 1), date(2026, 7, 1), "UTC"),
    ],
)  # fmt: skip
def test_a_zone_is_named_with_its_distance_and_its_change(zone, first, last, words):
    assert wording.zone(zone, first, last) == words


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (time(0), "12 AM"), (time(8), "8 AM"), (time(9, 12), "9:12 AM"),
        (time(12), "12 PM"), (time(13, 5), "1:05 PM"), (time(23, 59, 59), "11:59 PM"),
    ],
)  # fmt: skip
def test_a_time_of_day_is_said_as_people_say_it(shown, words):
    assert wording.clock(shown) == words


@pytest.mark.parametrize(
    ("day", "clock", "words"),
    [
        (SPRING, time(2, 30), "Clocks go forward that night, so 2:30 AM does not exist."
                              " It goes out at 3:30 AM."),
        (AUTUMN, time(1, 30), "Clocks go back that night and show 1:30 AM twice."
                              " It goes out the first time."),
        (SPRING, time(3, 30), ""),
    ],
)  # fmt: skip
def test_a_change_of_the_clocks_is_explained(day, clock, words):
    assert wording.clock_change(day, clock, CHICAGO) == words

"""The calendar as files: what stands in them, and what must not."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from bedside.posts import exports
from bedside.posts.states import State
from bedside.posts.tests.making import TEXT, noon, post_of
from bedside.web.states import look

TODAY = date(2026, 10, 13)
ON = "?view=month&on=2026-10-01"


@pytest.fixture
def fetch(client, clinic):
    """Get a file as a member's browser does, and return the answer with its text."""

    def as_asked_by(member, kind, query=ON):
        client.force_login(member.user)
        answer = client.get(reverse(f"posts:{kind}", kwargs={"slug": clinic.slug}) + query)
        return answer, answer.getvalue().decode()

    return as_asked_by


def events(text):
    """Read an iCalendar file as RFC 5545 says: unfold, split, unescape."""
    found: list[dict[str, str]] = []
    for line in text.replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        value = re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found:
            found[-1].setdefault(name, value)
    return found


def test_an_event_says_title_time_state_and_networks(fetch, bob, clinic):
    post = post_of(bob, noon(TODAY, clinic), state=State.SCHEDULED, networks=("facebook", "x"))
    answer, text = fetch(bob, "ics")
    (event,) = events(text)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert event["SUMMARY"] == "Flu: walk in"
    assert event["DTSTART"] == "20261013T170000Z"
    assert event["DESCRIPTION"] == "Scheduled. Facebook, X"
    assert event["STATUS"] == "CONFIRMED"
    assert event["URL"].endswith(f"/{clinic.slug}/compose/{post.pk}/")


def test_a_moved_post_is_the_same_event(fetch, bob, clinic):
    post = post_of(bob, noon(TODAY, clinic))
    other = post_of(bob, noon(TODAY, clinic))
    before = {event["UID"] for event in events(fetch(bob, "ics")[1])}
    post.publish_at = noon(TODAY + timedelta(days=2), clinic)
    post.save()
    assert {event["UID"] for event in events(fetch(bob, "ics")[1])} == before
    assert len(before) == len({post.pk, other.pk})


def test_lines_are_folded_within_75_octets_and_never_within_a_character(fetch, bob, clinic):
    title = "Grippe: Fragen? " + "äöü€😀" * 18
    post_of(bob, noon(TODAY, clinic), title=title)
    _, text = fetch(bob, "ics")
    lines = text.encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() is not None for line in lines)
    assert events(text)[0]["SUMMARY"] == title


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=120))
def test_any_title_comes_back_from_its_line(title):
    line = exports.folded(f"SUMMARY:{exports.escaped(title)}")
    assert max(len(part) for part in line.encode().split(b"\r\n")) <= 75
    assert events(f"BEGIN:VEVENT\r\n{line}")[0].get("SUMMARY", "") == title


def test_control_characters_cannot_begin_another_line():
    value = exports.escaped("a\r\nATTENDEE:x\x00\x1b,;\\")
    assert value == "a\\nATTENDEE:x\\,\\;\\\\"


def test_neither_file_holds_the_words_of_a_post(fetch, bob, clinic):
    post_of(bob, noon(TODAY, clinic))
    assert TEXT[:20] not in fetch(bob, "ics")[1]
    assert TEXT[:20] not in fetch(bob, "csv")[1]


def test_a_row_says_wall_time_and_utc(fetch, bob, clinic):
    post_of(bob, noon(TODAY, clinic), state=State.LIVE, networks=("google",))
    answer, text = fetch(bob, "csv")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert rows == [
        ["Title", "Date", "Time", "UTC", "State", "Networks"],
        ["Flu: walk in", "2026-10-13", "12:00", "2026-10-13T17:00Z", "Live",
         "Google Business Profile"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "title", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", '=HYPERLINK("https://evil.example")']
)
def test_no_cell_can_be_taken_for_a_formula(fetch, bob, clinic, title):
    post_of(bob, noon(TODAY, clinic), title=title)
    rows = list(csv.reader(io.StringIO(fetch(bob, "csv")[1])))
    assert rows[1][0] == f"'{title}"


def test_files_hold_the_period_and_the_states_that_are_shown(fetch, bob, clinic):
    post_of(bob, noon(TODAY, clinic), title="October draft")
    post_of(bob, noon(TODAY, clinic), title="October live", state=State.LIVE)
    post_of(bob, noon(date(2026, 11, 1), clinic), title="November")
    _, text = fetch(bob, "csv", f"{ON}&state=live")
    assert [row[0] for row in csv.reader(io.StringIO(text))][1:] == ["October live"]


def test_a_post_in_each_showing_of_a_repeated_hour_is_a_moment_of_its_own(fetch, bob, clinic):
    first = datetime(2026, 11, 1, 6, 30, tzinfo=UTC)
    post_of(bob, first)
    post_of(bob, first + timedelta(hours=1))
    _, text = fetch(bob, "csv", "?view=month&on=2026-11-01")
    rows = [row[1:4] for row in csv.reader(io.StringIO(text))][1:]
    assert rows == [
        ["2026-11-01", "01:30", "2026-11-01T06:30Z"],
        ["2026-11-01", "01:30", "2026-11-01T07:30Z"],
    ]


@pytest.mark.parametrize("kind", ["ics", "csv"])
def test_member_of_another_clinic_gets_no_file(client, charlie, bob, clinic, kind):
    post_of(bob, noon(TODAY, clinic), title="ours")
    client.force_login(charlie.user)
    assert client.get(reverse(f"posts:{kind}", kwargs={"slug": clinic.slug})).status_code == 404
    own = client.get(reverse(f"posts:{kind}", kwargs={"slug": charlie.organisation.slug}) + ON)
    assert b"ours" not in own.getvalue()


@pytest.mark.parametrize("state", State)
def test_states_are_called_in_files_what_they_are_called_on_screen(state):
    assert exports.WORDS[state] == look(state).word


def test_networks_nobody_knows_do_not_break_a_file(fetch, bob, clinic):
    post_of(bob, noon(TODAY, clinic), networks=("manual", "friendster"))
    assert '"By hand, Friendster"' in fetch(bob, "csv")[1]

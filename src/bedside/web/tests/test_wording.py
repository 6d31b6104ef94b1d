"""Times, counts and states as people say them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils import timezone

from bedside.outbox.states import State as DeliveryState
from bedside.posts.states import State as PostState
from bedside.web import wording
from bedside.web.states import LOOKS, look

CHICAGO = ZoneInfo("America/Chicago")
OCTOBER = datetime(2026, 10, 17, 13, 0, 5, tzinfo=UTC)


@time_machine.travel(OCTOBER, tick=False)
def test_a_moment_is_told_on_the_clinics_own_clocks():
    assert wording.moment(OCTOBER, CHICAGO) == "Sat, Oct 17 · 8:00 AM"
    assert wording.moment(OCTOBER, CHICAGO, seconds=True) == "Sat, Oct 17 · 8:00:05 AM"
    assert wording.moment(OCTOBER, CHICAGO, zone_too=True) == "Sat, Oct 17 · 8:00 AM CDT"
    assert wording.clock_time(OCTOBER, CHICAGO) == "8:00 AM"
    assert wording.long_day(OCTOBER, CHICAGO) == "Saturday, October 17"


@time_machine.travel(OCTOBER + timedelta(days=200), tick=False)
def test_another_year_is_named():
    assert wording.moment(OCTOBER, CHICAGO) == "Sat, Oct 17, 2026 · 8:00 AM"
    assert wording.long_day(OCTOBER, CHICAGO) == "Saturday, October 17, 2026"


def test_a_zone_is_named_as_of_the_moment():
    assert wording.zone_words(CHICAGO, OCTOBER) == "Chicago time (CDT)"
    assert wording.zone_words(CHICAGO, OCTOBER + timedelta(days=60)) == "Chicago time (CST)"
    assert wording.zone_words(ZoneInfo("America/New_York"), OCTOBER) == "New York time (EDT)"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s ago"),
        (59, "59 s ago"),
        (60, "1 min ago"),
        (3599, "59 min ago"),
        (3600, "1 h ago"),
        (86_400, "1 day ago"),
        (5 * 86_400, "5 days ago"),
        (-30, "0 s ago"),
    ],
)
@time_machine.travel(OCTOBER, tick=False)
def test_the_past_is_told_in_one_unit(seconds, words):
    assert wording.ago(OCTOBER - timedelta(seconds=seconds)) == words


@pytest.mark.parametrize(
    ("number", "words"), [(0, "no"), (1, "one"), (12, "twelve"), (13, "13"), (1300, "1,300")]
)
def test_small_numbers_are_words(number, words):
    assert wording.in_words(number) == words


def test_things_are_counted_with_their_plural():
    assert wording.count(1, "post") == "1 post"
    assert wording.count(1200, "post") == "1,200 posts"
    assert wording.count(2, "entry", "entries") == "2 entries"


@pytest.mark.parametrize("state", [*PostState, *DeliveryState])
def test_every_state_has_a_face(state):
    assert look(state).word


def test_no_two_states_of_a_post_look_alike():
    faces = [LOOKS[state] for state in PostState]
    assert len(set(faces)) == len(faces)


def test_a_state_without_a_face_is_never_shown_as_nothing():
    with pytest.raises(KeyError):
        look("lost")


def draw(template, **context):
    return Template(template).render(Context(context)).strip()


def member_in(zone):
    organisation = SimpleNamespace(slug="cedar-hollow", zone=ZoneInfo(zone))
    return SimpleNamespace(member=SimpleNamespace(organisation=organisation))


def test_an_icon_is_decoration():
    assert draw('{% icon "lock" "s" %}') == (
        '<svg class="i i-s" aria-hidden="true"><use href="/static/dist/icons.svg#i-lock"/></svg>'
    )


def test_a_state_is_an_icon_and_a_word():
    drawn = draw('{% state_chip "unknown" %}')
    assert 'class="state is-unknown"' in drawn
    assert "#i-unknown" in drawn
    assert drawn.endswith("Unknown</span>")


def test_networks_in_a_row_are_named_together():
    drawn = draw("{% network_icons names %}", names=["bluesky", "elsewhere"])
    assert 'aria-label="Bluesky, Elsewhere"' in drawn
    assert "#i-n-bluesky" in drawn
    assert "#i-globe" in drawn


def test_a_name_never_becomes_markup():
    user = SimpleNamespace(pk=7, name="<b>Bob</b>", initials="<B")
    assert "<b>" not in draw("{% avatar user %}", user=user)


@time_machine.travel(OCTOBER, tick=False)
def test_a_time_carries_the_exact_moment_for_machines():
    drawn = draw("{% moment at %}", at=OCTOBER, request=member_in("America/Chicago"))
    assert drawn == '<time datetime="2026-10-17T13:00:05+00:00">Sat, Oct 17 · 8:00 AM</time>'


def test_a_local_moment_is_not_moved_back_by_the_date_filter():
    organisation = SimpleNamespace(zone=CHICAGO)
    late = datetime(2026, 10, 18, 3, 0, tzinfo=UTC)
    assert draw('{{ at|local:org|date:"D g A" }}', at=late, org=organisation) == "Sat 10 PM"


def test_an_address_is_inside_the_members_organisation():
    drawn = draw('{% to "web:record" post_id=3 %}', request=member_in("America/Chicago"))
    assert drawn == "/cedar-hollow/records/post/3/"


def test_the_way_out_names_where_it_leads_and_escapes_it():
    address = 'https://social.example/authorize?state=1&next="><script>'
    page = render_to_string("web/leaving.html", {"address": address})
    assert '<h1 id="sheet-title">On to social.example</h1>' in page
    assert page.count("<script>") == 0
    assert "state=1&amp;next=&quot;" in page


def test_the_clock_of_the_tests_is_aware():
    assert timezone.is_aware(timezone.now())

"""The page of the calendar: what it shows to whom, and what that costs."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from bedside.conftest import person
from bedside.orgs.permissions import Role
from bedside.orgs.verbs import add_member
from bedside.posts.asked import Asked, View
from bedside.posts.models import Post
from bedside.posts.queue import add_slots
from bedside.posts.states import State
from bedside.posts.tests.making import noon, post_of

pytestmark = pytest.mark.usefixtures("tuesday")

TODAY = date(2026, 10, 13)
MOST_QUERIES, MOST_BYTES = 15, 60_000


@pytest.fixture
def get(client, clinic):
    """Get the calendar of Cedar Hollow as somebody sees it."""

    def as_seen_by(member, query=""):
        client.force_login(member.user)
        return client.get(reverse("posts:calendar", kwargs={"slug": clinic.slug}) + query)

    return as_seen_by


def links(page):
    """Return what the links of posts are called."""
    return re.findall(r'<a class="ev [^"]*" href="[^"]*" aria-label="([^"]*)"', page.text)


def day_of(page, day):
    """Return the cell of a day."""
    return re.findall(rf'<li class="day[^>]*data-day="{day}".*?</li>', page.text, re.DOTALL)[0]


def test_a_month_reads_as_a_list_of_days(get, bob, clinic):
    post_of(
        bob,
        noon(TODAY, clinic) - timedelta(hours=4),
        state=State.UNKNOWN,
        title="Toddlers: wash hands",
        networks=("instagram",),
    )
    page = get(bob)
    assert "October 2026" in page.text
    assert 'aria-label="Tuesday, 13"' in day_of(page, TODAY)
    assert links(page) == ["Unknown, 8 AM, Toddlers: wash hands, Instagram"]


def test_days_are_past_or_today_or_out_of_the_month(get, alice):
    page = get(alice)
    assert 'class="day past quiet"' in day_of(page, "2026-10-12")
    assert 'aria-current="date"' in day_of(page, "2026-10-13")
    assert 'class="day quiet"' in day_of(page, "2026-10-14")
    assert page.text.count('class="day out"') == 4


def test_the_zone_is_named_once(get, alice):
    assert get(alice).text.count("Chicago time, UTC−5") == 1
    assert "Chicago time, UTC−6" in get(alice, "?view=month&on=2026-12-01").text
    assert "UTC−6, from Mar 14 UTC−5" in get(alice, "?view=month&on=2027-03-01").text


def test_a_full_day_leads_to_the_rest_of_it(get, bob, clinic):
    for number in range(6):
        post_of(bob, noon(TODAY, clinic) + timedelta(minutes=number))
    page = get(bob)
    assert len(links(page)) == 3
    assert '<a class="more-ev" href="?view=day&amp;on=2026-10-13">3 more</a>' in page.text


def test_states_are_counted_and_narrow_the_page(get, bob, clinic):
    for state, count in ((State.DRAFT, 2), (State.LIVE, 3)):
        for number in range(count):
            post_of(bob, noon(TODAY, clinic) + timedelta(days=number), state=state)
    page = get(bob)
    assert "Draft 2</a>" in page.text
    assert "Live 3</a>" in page.text
    narrowed = get(bob, "?view=month&on=2026-10-13&state=draft")
    assert len(links(narrowed)) == 2
    assert "Live 3</a>" in narrowed.text
    assert escape("?view=month&on=2026-10-13&state=draft&state=live") in narrowed.text


def test_open_slots_to_come_are_shown_and_counted_but_are_no_posts(get, alice, clinic):
    add_slots(by=alice, weekdays=[0, 2], clock=time(12))
    page = get(alice)
    assert "Open slot" not in day_of(page, "2026-10-12")
    assert 'aria-label="Open slot, 12 PM. Write for it"' in day_of(page, "2026-10-14")
    assert f"/{clinic.slug}/compose/?date=2026-10-14&amp;time=12:00" in day_of(page, "2026-10-14")
    assert "Gaps 5</a>" in page.text
    assert "2 open slots" in page.text
    assert "Open slot" not in get(alice, "?gaps=no").text.replace("open slots", "")


def test_posts_without_a_date_wait_beside_it(get, bob, clinic):
    for number in range(8):
        post_of(bob, title=f"Someday {number}")
    page = get(bob)
    assert page.text.count("Give it a date<") == 6
    assert "8 posts" in page.text
    rest = get(bob, "?view=undated")
    assert rest.text.count('class="ti"') == 8


def test_views_show_the_same_posts(get, bob, clinic):
    post_of(bob, noon(TODAY, clinic), title="Meet Dr. Chen", state=State.SCHEDULED)
    for view in ("month", "week", "day", "list"):
        assert "Meet Dr. Chen" in get(bob, f"?view={view}&on=2026-10-13").text


def test_a_list_pages_by_where_it_ended(get, bob, clinic):
    for number in range(60):
        post_of(bob, noon(TODAY, clinic) + timedelta(minutes=number), title=f"post {number:02}")
    page = get(bob, "?view=list&on=2026-10-13")
    assert "post 49" in page.text
    assert "post 50" not in page.text
    after = re.findall(r'href="(\?[^"]*after=[^"]*)"', page.text)[0].replace("&amp;", "&")
    second = get(bob, after)
    assert "post 50" in second.text
    assert "post 49" not in second.text
    assert "before=" in second.text


@pytest.mark.parametrize(
    "query",
    ["?view=nonsense", "?on=2026-13-45", "?on=0001-01-01", "?state=x", "?after=x&view=list"],
)
def test_what_makes_no_sense_in_an_address_is_left_out(get, alice, query):
    assert get(alice, query).status_code == 200


@pytest.mark.parametrize(
    ("view", "before", "after"),
    [
        (View.MONTH, date(2026, 9, 1), date(2026, 11, 1)),
        (View.LIST, date(2026, 9, 1), date(2026, 11, 1)),
        (View.WEEK, date(2026, 10, 4), date(2026, 10, 18)),
        (View.DAY, date(2026, 10, 12), date(2026, 10, 14)),
    ],
)
def test_periods_follow_each_other(view, before, after):
    asked = Asked(view, TODAY, states=(State.DRAFT,))
    assert asked.step(-1) == Asked(view, before, states=(State.DRAFT,))
    assert asked.step(1) == Asked(view, after, states=(State.DRAFT,))


def test_an_approver_is_led_to_the_review_and_others_to_the_post(get, bob, nora, clinic):
    post = post_of(bob, noon(TODAY, clinic), state=State.REVIEW)
    assert f'href="../approvals/{post.pk}/"' in get(nora).text
    assert f'href="../compose/{post.pk}/"' in get(bob).text


def test_who_may_not_plan_gets_a_calendar_to_read(get, alice, bob, clinic):
    auditor = add_member(by=alice, user=person("Ivy"), role=Role.AUDITOR)
    post_of(bob, title="Someday")
    add_slots(by=alice, weekdays=[2], clock=time(12))
    page = get(auditor)
    assert page.status_code == 200
    assert "Give it a date" not in page.text
    assert 'id="move"' not in page.text
    assert "Write a post" not in page.text
    assert '<span class="ev gap">' in page.text


def test_member_of_another_clinic_sees_nothing(get, charlie, bob, clinic):
    post_of(bob, noon(TODAY, clinic))
    assert get(charlie).status_code == 404


def test_who_is_not_signed_in_is_asked_to(client, clinic):
    answer = client.get(reverse("posts:calendar", kwargs={"slug": clinic.slug}))
    assert answer.status_code == 302
    assert "/accounts/login/" in answer.url


def test_titles_are_shown_as_text(get, bob, clinic):
    post_of(bob, noon(TODAY, clinic), title='<b>"bold"</b>')
    page = get(bob)
    assert "<b>&quot;" not in page.text
    assert links(page) == ["Draft, 12 PM, &lt;b&gt;&quot;bold&quot;&lt;/b&gt;, Practice network"]


@pytest.mark.parametrize("query", ["", "?view=week", "?view=day", "?view=list", "?view=undated"])
def test_four_thousand_posts_a_month_cost_few_queries_and_bytes(get, bob, clinic, query):
    start = noon(date(2026, 10, 1), clinic)
    Post.objects.bulk_create(
        Post(
            organisation=clinic,
            title=f"Flu: walk in on Saturday {number}",
            author=bob.user,
            state=list(State)[number % len(State)],
            networks=["facebook", "instagram"],
            publish_at=start + timedelta(minutes=11 * number) if number % 100 else None,
        )
        for number in range(4000)
    )
    get(bob, query)
    with CaptureQueriesContext(connection) as queries:
        page = get(bob, query)
    assert len(queries) <= MOST_QUERIES
    assert len(page.content) <= MOST_BYTES

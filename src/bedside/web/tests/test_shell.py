"""The shell around every page: navigation, heartbeat, pause, theme, headers, and its cost."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from bedside.orgs.models import Organisation
from bedside.orgs.verbs import found_organisation
from bedside.posts.models import Post, Revision
from bedside.posts.states import State
from bedside.web.context import ENTRIES
from bedside.work.models import Worker


@pytest.fixture
def at(alice):
    """Return the address of a page of the shell."""
    slug = alice.organisation.slug
    return lambda name, **kwargs: reverse(f"web:{name}", kwargs={"slug": slug, **kwargs})


@pytest.fixture
def owner(client, alice):
    """A browser in which Alice is signed in."""
    client.force_login(alice.user)
    return client


@pytest.fixture
def clock(db):
    """A clock that was seen just now."""
    now = timezone.now()
    return Worker.objects.create(
        id=uuid4(), kind=Worker.Kind.CLOCK, host="house", pid=1, started_at=now, seen_at=now
    )


def in_review(member, author):
    post = Post.objects.create(
        organisation=member.organisation, title="Flu shots", state=State.REVIEW, author=author.user
    )
    Revision.objects.create(
        post=post, number=1, author=author.user, content={}, content_hash="0" * 64
    )
    return post


def test_the_shell_costs_few_queries(owner, at):
    owner.get(at("search"))
    with CaptureQueriesContext(
        connection,
    ) as captured:
        owner.get(at("search"))
    # Session, user, membership, posts and consents waiting for this member, the clock.
    assert len(captured) == 5


def test_the_switcher_asks_only_when_it_is_opened(owner, at, alice):
    found_organisation(name="Mill Pond Dental", owner=alice.user, demo=True)
    page = owner.get(at("today")).content.decode()
    rows = owner.get(reverse("web:organisations"), headers={"HX-Request": "true"})
    assert "Mill Pond Dental" not in page
    assert "Mill Pond Dental" in rows.content.decode()
    assert "<html" not in rows.content.decode()


def test_every_part_of_the_navigation_exists(owner, at):
    page = owner.get(at("today")).content.decode()
    assert [entry.label for entry in ENTRIES if f"<span>{entry.label}</span>" not in page] == []


@pytest.mark.parametrize(
    ("inside", "lit"),
    [
        ("", [""]),
        ("records/", ["records/"]),
        ("settings/members/", ["settings/"]),
        ("search/", []),
    ],
)
def test_the_rail_says_where_one_is(owner, at, inside, lit):
    page = owner.get(at("today") + inside).content.decode()
    rail = page[page.index('<nav class="nav"') : page.index("heartbeat")]
    found = re.findall(r'<a href="([^"]*)" aria-current="page">', rail)
    assert found == [at("today") + entry for entry in lit]


def test_posts_that_wait_are_counted_for_those_who_may_decide(owner, client, at, alice, bob):
    in_review(alice, bob)
    assert "waiting for you: </span>1" in owner.get(at("today")).content.decode()
    client.force_login(bob.user)
    assert "waiting for you" not in client.get(at("today")).content.decode()


def test_without_a_clock_it_says_so_and_how_to_start_one(owner, at):
    page = owner.get(at("today")).content.decode()
    assert "No clock is running" in page
    assert "<code>bedside run</code>" in page


def test_a_clock_that_is_seen_says_that_sending_is_on(owner, at, clock):
    page = owner.get(at("heartbeat")).content.decode()
    assert "Sending is on" in page
    assert "Clock seen 0 s ago" in page


def test_a_clock_that_stopped_is_told(owner, at, clock):
    Worker.objects.update(seen_at=timezone.now() - timedelta(minutes=1))
    assert "No clock is running" in owner.get(at("heartbeat")).content.decode()


def test_anybody_who_writes_can_stop_everything_and_let_it_go_on(client, at, bob, clock):
    client.force_login(bob.user)
    page = client.post(at("pause"), {"to": "pause", "back": at("records")}, follow=True)
    assert Organisation.objects.get().paused_by == bob.user
    assert page.request["PATH_INFO"] == at("records")
    assert "Sending is paused" in page.content.decode()
    assert "Resume sending" in page.content.decode()
    client.post(at("pause"), {"to": "resume"})
    assert Organisation.objects.get().paused_at is None


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", ""])
def test_the_way_back_never_leaves_the_house(owner, at, back):
    response = owner.post(at("pause"), {"to": "pause", "back": back})
    assert response.url == at("today")


def test_a_get_pauses_nothing(owner, at):
    assert owner.get(at("pause")).status_code == 405
    assert Organisation.objects.get().paused_at is None


@pytest.mark.parametrize(
    ("cookie", "drawn"),
    [("dark", ' data-theme="dark"'), ("light", ' data-theme="light"'), ('"><script>', "")],
)
def test_the_chosen_theme_is_drawn_by_the_server(owner, at, cookie, drawn):
    owner.cookies["theme"] = cookie
    page = owner.get(at("today")).content.decode()
    assert f'<html lang="en-US"{drawn}>' in page


def test_single_keys_stay_off_for_those_who_switched_them_off(owner, at):
    owner.cookies["keys"] = "off"
    assert 'data-keys="off"' in owner.get(at("today")).content.decode()


@pytest.mark.parametrize("name", ["today", "records"])
def test_the_policy_allows_nothing_unsafe(owner, at, name):
    policy = owner.get(at(name))["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy + ";"


def test_one_organisation_is_entered_at_once(owner, at):
    assert owner.get(reverse("web:front_door")).url == at("today")


def test_several_organisations_are_a_choice(owner, alice):
    found_organisation(name="Mill Pond Dental", owner=alice.user, demo=True)
    page = owner.get(reverse("web:front_door"), follow=True).content.decode()
    assert "You belong to 2 organizations." in page


def test_somebody_without_an_organisation_learns_whom_to_ask(client, alice):
    alice.organisation.memberships.update(ended_at=timezone.now())
    client.force_login(alice.user)
    page = client.get(reverse("web:front_door"), follow=True).content.decode()
    assert "Ask the owner of your clinic" in page

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from bedside.orgs.models import User
from bedside.orgs.permissions import Role
from bedside.orgs.verbs import add_member, pause_sending
from bedside.posts import verbs
from bedside.posts.models import Post
from bedside.posts.tests.writing import STOPPED, TEXT, client_of, draft, to

if TYPE_CHECKING:
    from django.test import Client

    from bedside.orgs.models import Membership
    from bedside.outbox.models import Account

STEPS = (
    "submit",
    "withdraw",
    "schedule",
    "unschedule",
    "publish",
    "duplicate",
    "delete",
    "restore",
)


@pytest.fixture
def post(bob: Membership, account: Account) -> Post:
    return draft(bob, TEXT, account)


@pytest.fixture
def approved(post: Post, bob: Membership, nora: Membership) -> Post:
    verbs.submit(by=bob, post=post)
    verbs.approve(by=nora, post=post, revision=1)
    return post


@pytest.fixture
def client(bob: Membership) -> Client:
    return client_of(bob)


def step(client: Client, name: str, post: Post, **sent: str) -> str:
    """Take a step and return the page that follows."""
    page = client.post(to(f"posts:{name}", pk=post.pk), sent, follow=True)
    assert page.status_code == 200
    post.refresh_from_db()
    return page.content.decode()


def test_handing_in_says_that_it_waits(client: Client, post: Post):
    assert "Handed in." in step(client, "submit", post)
    assert post.state == "review"


def test_what_is_still_missing_is_named(client: Client, bob: Membership):
    page = step(client, "submit", draft(bob, STOPPED))
    assert "Not handed in. Still missing: Change" in page
    assert "Choose where it goes" in page


def test_handing_in_twice_is_explained(client: Client, post: Post):
    step(client, "submit", post)
    assert "It has been handed in already." in step(client, "submit", post)


def test_a_post_is_taken_back(client: Client, post: Post):
    step(client, "submit", post)
    assert "Taken back." in step(client, "withdraw", post)
    assert post.state == "draft"


def test_taking_back_what_was_decided_is_explained(client: Client, approved: Post):
    assert "Somebody decided on it already." in step(client, "withdraw", approved)


def test_a_time_is_given_on_the_clinics_own_clocks(client: Client, post: Post):
    page = step(client, "schedule", post, date="2031-01-14", time="12:00")
    assert "Moved to Tue, Jan 14, 2031 · 12:00 PM." in page
    assert post.publish_at == datetime(2031, 1, 14, 18, tzinfo=UTC)


def test_an_hour_that_the_clocks_skip_is_explained(client: Client, post: Post):
    page = step(client, "schedule", post, date="2031-03-09", time="02:30")
    assert "2:30 AM does not exist" in page
    assert post.publish_at == datetime(2031, 3, 9, 8, 30, tzinfo=UTC)


def test_an_hour_that_the_clocks_repeat_is_explained(client: Client, post: Post):
    page = step(client, "schedule", post, date="2031-11-02", time="01:30")
    assert "show 1:30 AM twice" in page
    assert post.publish_at == datetime(2031, 11, 2, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"date": "2001-01-14", "time": "12:00"}, "has passed. Choose a day"),
        ({"date": "soon", "time": "12:00"}, "This is no date."),
        ({"date": "2031-01-14", "time": "noon"}, "This is no time of day."),
        ({}, "This is no date."),
    ],
)
def test_a_time_that_cannot_be_is_explained(
    sent: dict[str, str], said: str, client: Client, post: Post
):
    assert said in step(client, "schedule", post, **sent)
    assert post.publish_at is None


def test_an_approved_post_with_a_time_is_planned(client: Client, approved: Post):
    step(client, "schedule", approved, date="2031-01-14", time="12:00")
    assert approved.state == "scheduled"


def test_a_time_is_taken_away(client: Client, approved: Post):
    step(client, "schedule", approved, date="2031-01-14", time="12:00")
    assert "It has no time any more." in step(client, "unschedule", approved)
    assert (approved.state, approved.publish_at) == ("approved", None)


def test_an_approved_post_goes_out_at_once(client: Client, approved: Post):
    assert "On its way." in step(client, "publish", approved)
    [delivery] = approved.organisation.deliveries.all()
    assert delivery.due - timezone.now() < timedelta(seconds=5)


def test_while_sending_is_paused_nobody_is_told_otherwise(
    client: Client, bob: Membership, approved: Post
):
    pause_sending(by=bob)
    assert "It waits: all sending is paused." in step(client, "publish", approved)


def test_what_nobody_approved_does_not_go_out(client: Client, post: Post):
    assert "Only an approved post can be published." in step(client, "publish", post)
    assert not post.organisation.deliveries.exists()


def test_a_copy_is_a_draft_of_its_own(client: Client, approved: Post):
    page = step(client, "duplicate", approved)
    copy = Post.objects.latest("pk")
    assert "This is the copy" in page
    assert (copy.state, copy.publish_at) == ("draft", None)
    assert copy.revisions.get().words == approved.revisions.get().words


def test_deleting_offers_the_way_back(client: Client, post: Post):
    page = step(client, "delete", post)
    assert f'action="{to("posts:restore", pk=post.pk)}"' in page
    assert post.deleted_at
    assert "It is back" in step(client, "restore", post)
    assert post.deleted_at is None


def test_a_deleted_post_is_not_found(client: Client, post: Post):
    step(client, "delete", post)
    for name in ("submit", "schedule", "publish", "duplicate", "delete"):
        assert client.post(to(f"posts:{name}", pk=post.pk)).status_code == 404


def test_a_live_post_is_not_deleted(client: Client, post: Post):
    Post.objects.update(state="live")
    assert "It is live or may be." in step(client, "delete", post)
    assert post.deleted_at is None


def test_htmx_is_led_on_in_its_own_way(client: Client, post: Post):
    url = to("posts:submit", pk=post.pk)
    answer = client.post(url, headers={"hx-request": "true"})
    assert answer.status_code == 204
    assert answer.headers["HX-Redirect"] == to("posts:compose", pk=post.pk)


@pytest.mark.parametrize(
    ("back", "leads"),
    [
        ("/cedar-hollow-family-clinic/calendar/", "/cedar-hollow-family-clinic/calendar/"),
        ("https://elsewhere.example/", None),
        ("//elsewhere.example/", None),
    ],
)
def test_a_step_leads_back_only_inside(back: str, leads: str | None, client: Client, post: Post):
    answer = client.post(to("posts:submit", pk=post.pk), {"back": back})
    assert answer.headers["Location"] == (leads or to("posts:compose", pk=post.pk))


@pytest.mark.parametrize("name", STEPS)
def test_a_step_is_a_post_request(name: str, client: Client, post: Post):
    assert client.get(to(f"posts:{name}", pk=post.pk)).status_code == 405


@pytest.mark.parametrize("slug", ["cedar-hollow-family-clinic", "mill-pond-dental"])
@pytest.mark.parametrize("name", STEPS)
def test_member_of_another_clinic_moves_nothing(
    name: str, slug: str, charlie: Membership, approved: Post
):
    sent = {"date": "2031-01-14", "time": "12:00"}
    url = to(f"posts:{name}", slug=slug, pk=approved.pk)
    assert client_of(charlie).post(url, sent).status_code == 404
    approved.refresh_from_db()
    assert (approved.state, approved.publish_at, approved.deleted_at) == ("approved", None, None)
    assert Post.objects.count() == 1


@pytest.mark.parametrize("name", STEPS)
def test_an_auditor_takes_no_step(name: str, alice: Membership, approved: Post):
    ann = User.objects.create_user(email="ann@cedarhollow.example", name="Ann")
    auditor = add_member(by=alice, user=ann, role=Role.AUDITOR)
    url = to(f"posts:{name}", pk=approved.pk)
    assert client_of(auditor).post(url).status_code == 403


@pytest.mark.parametrize("name", ["schedule", "unschedule", "publish"])
def test_a_clinician_sends_nothing(name: str, alice: Membership, approved: Post):
    chen = User.objects.create_user(email="chen@cedarhollow.example", name="Dr. Mei Chen")
    clinician = add_member(by=alice, user=chen, role=Role.CLINICIAN)
    assert client_of(clinician).post(to(f"posts:{name}", pk=approved.pk)).status_code == 403

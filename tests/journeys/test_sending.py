"""A post gets its time, waits, goes out, or is settled by a person."""

from __future__ import annotations

import re
import time
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from bedside.channels.practice.moods import Mood
from tests.journeys.visiting import BOTH, DESK, PRACTICE, SAFE, fine, go, said, step, today, write

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from bedside.channels.practice.network import PracticeNetwork
    from tests.journeys.house import House
    from tests.journeys.visiting import Screen, Visits

pytestmark = pytest.mark.browser

KIDS = "Practice network, cedarhollow-kids"
SECONDS = 30.0
"""How long anything may take that the clock of the house does by itself."""


@pytest.fixture
def bob(visits: Visits) -> Page:
    return visits.open("Bob", "", DESK)


def approved(visits: Visits, bob: Page, title: str, text: str, *where: str) -> int:
    """Write a post that Nora approves; return its number."""
    nora = visits.open("Nora", "approvals/", DESK)
    post = write(bob, title, text, *where)
    step(bob, f"posts/{post}/submit/")
    step(nora, f"approvals/{post}/approve/", revision="1")
    return post


def wait_for(house: House, post: int, state: str) -> int:
    """Wait until a delivery of a post stands so; return its number."""
    asked = "SELECT id FROM outbox_delivery WHERE subject = ? AND state = ?"
    deadline = time.monotonic() + SECONDS
    while not (found := house.query(asked, f"post:{post}", state)):
        assert time.monotonic() < deadline, f"it never was {state}"
        time.sleep(0.1)
    return int(found[0][0])


@pytest.mark.parametrize("screen", BOTH, ids=lambda screen: screen.name)
def test_a_time_is_given_with_its_zone(visits: Visits, bob: Page, screen: Screen) -> None:
    post = approved(visits, bob, f"Dated, {screen.name}", SAFE, PRACTICE)
    page, day = visits.open("Bob", f"compose/{post}/", screen), today() + timedelta(days=3)
    page.locator("#when summary").click()
    page.get_by_label("Day", exact=True).fill(str(day))
    page.get_by_label("Time", exact=True).fill("16:20")
    expect(page.locator("#move-note")).to_contain_text("Chicago time")
    fine(page)
    page.get_by_role("button", name="Give it this time").click()
    expect(page.locator("#dock")).to_contain_text("4:20 PM")
    expect(page.locator("#dock")).to_contain_text("Chicago time")
    expect(page.locator("#state")).to_contain_text("Scheduled")
    fine(page)


def test_the_next_free_slot_is_one_click_away(visits: Visits, bob: Page) -> None:
    post = approved(visits, bob, "Into the queue", SAFE, PRACTICE)
    go(bob, f"compose/{post}/")
    bob.get_by_role("button", name="Next free slot").click()
    expect(bob.locator("#state")).to_contain_text("Scheduled")
    expect(bob.locator("#dock")).to_contain_text(re.compile(r"(AM|PM)"))


def test_while_all_is_paused_nothing_goes_out_and_what_is_late_is_missed(
    visits: Visits, house: House, bob: Page, network: PracticeNetwork
) -> None:
    post = approved(visits, bob, "Too late", "The side door is closed today.", PRACTICE)
    go(bob, f"compose/{post}/")
    bob.get_by_role("button", name="Pause all sending").click()
    said(bob, "Sending is paused.")
    fine(bob)
    step(bob, f"posts/{post}/publish/")
    delivery = wait_for(house, post, "planned")
    late = "UPDATE outbox_delivery SET wake_at = datetime('now', '-2 hours'), due = wake_at,"
    house.query(f"{late} miss_at = datetime('now', '-1 hour') WHERE id = ?", delivery)
    assert wait_for(house, post, "missed") == delivery
    go(bob, f"deliveries/{delivery}/")
    expect(bob.get_by_text("Its time passed, so it was not sent.")).to_be_visible()
    fine(bob)
    bob.get_by_role("button", name="Resume sending").click()
    said(bob, "Sending is on again.")
    assert "The side door is closed today." not in {
        post.text for post in network.timeline("cedarhollow")
    }


@pytest.mark.parametrize("screen", BOTH, ids=lambda screen: screen.name)
def test_it_goes_live_and_the_world_sees_it(
    visits: Visits, house: House, bob: Page, screen: Screen
) -> None:
    words = f"Hand washing keeps colds away. Poster {screen.width} is at the desk."
    post = approved(visits, bob, f"Live, {screen.name}", words, PRACTICE)
    page = visits.open("Bob", f"compose/{post}/", screen)
    page.locator("#dock summary").filter(has_text="Publish now").click()
    page.get_by_role("button", name="Publish it now").click()
    said(page, "On its way.")
    delivery = wait_for(house, post, "live")
    go(page, f"deliveries/{delivery}/")
    expect(page.get_by_text("The network took it.")).to_be_visible()
    fine(page)
    page.get_by_role("link", name="See it", exact=True).click()
    expect(page.get_by_text(words)).to_be_visible()
    fine(page)
    go(page, "/practice/cedarhollow/")
    expect(page.get_by_text(words)).to_have_count(1)


@pytest.mark.parametrize("screen", BOTH, ids=lambda screen: screen.name)
def test_what_goes_by_hand_is_copied_and_confirmed(
    visits: Visits, house: House, bob: Page, screen: Screen
) -> None:
    post = approved(visits, bob, f"By hand, {screen.name}", SAFE, "Facebook")
    step(bob, f"posts/{post}/publish/")
    delivery = wait_for(house, post, "by_hand")
    page = visits.open("Bob", f"deliveries/{delivery}/", screen)
    expect(page.get_by_text("It is cleared, and you post it by hand.")).to_be_visible()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the words").click()
    expect(page.get_by_text("Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == SAFE
    fine(page)
    address = f"https://facebook.example/cedarhollow/{post}"
    page.get_by_label("It is live: the address of the post").fill(address)
    page.get_by_role("button", name="It is live").click()
    said(page, "Noted: it is live.")
    expect(page.get_by_role("link", name="Open it")).to_have_attribute("href", address)
    fine(page)


@pytest.mark.parametrize("screen", BOTH, ids=lambda screen: screen.name)
def test_what_nobody_knows_is_settled_by_a_person(
    visits: Visits, house: House, bob: Page, network: PracticeNetwork, screen: Screen
) -> None:
    post = approved(visits, bob, f"Lost, {screen.name}", f"Seen by {screen.name}? " + SAFE, KIDS)
    network.feel(Mood.CUT, handle="cedarhollow-kids")
    network.feel(Mood.LIE_ABSENT, handle="cedarhollow-kids", times=4)
    step(bob, f"posts/{post}/publish/")
    delivery = wait_for(house, post, "unknown")
    look_until_a_person_is_asked(house, delivery)
    page = visits.open("Bob", f"deliveries/{delivery}/", screen)
    expect(page.get_by_text("Nobody knows if it is live. Please look once.")).to_be_visible()
    expect(page.get_by_text("Looked", exact=True)).to_have_count(4)
    page.get_by_role("button", name="Send it again").click()
    expect(page.get_by_text("Look on the network first")).to_be_visible()
    fine(page)
    visits.forgive("422")
    page.get_by_label("It is live: the address of the post").fill("https://practice.example/1")
    page.get_by_role("button", name="It is live").click()
    said(page, "Noted: it is live.")
    assert (
        len([one for one in network.timeline("cedarhollow-kids") if screen.name in one.text]) == 1
    )


def look_until_a_person_is_asked(house: House, delivery: int) -> None:
    """Play time until all looks are done."""
    deadline = time.monotonic() + SECONDS
    while not house.query("SELECT 1 FROM outbox_delivery WHERE id = ? AND asks_person", delivery):
        assert time.monotonic() < deadline, "no person was asked"
        now = "UPDATE outbox_delivery SET wake_at = datetime('now') WHERE id = ?"
        house.query(f"{now} AND wake_at > datetime('now', '+3 seconds') AND looks < 4", delivery)
        time.sleep(0.3)

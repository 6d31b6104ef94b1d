"""Bob hands in, Nora reads, asks for changes and approves; nobody approves their own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys.visiting import BOTH, DESK, PRACTICE, SAFE, fine, go, said, step, write

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.journeys.visiting import Screen, Visits

pytestmark = pytest.mark.browser

REWORKED = "Flu shots are here. Walk in any Saturday, 9 to 11, no appointment needed."


def pane(page: Page, name: str, screen: Screen) -> None:
    """Show one pane; a phone shows one at a time."""
    switch = page.get_by_role("group", name="Show", exact=True).get_by_role("button", name=name)
    for button in switch.all()[: int(screen.phone)]:
        button.click()


def rework(page: Page, post: int, text: str) -> None:
    """Write other words into a post, as somebody types them."""
    go(page, f"compose/{post}/")
    page.get_by_role("textbox", name="All networks").fill(text)
    expect(page.locator("#saved")).to_contain_text("Saved")
    expect(page.locator("#missing")).to_contain_text("Nothing is missing")


@pytest.mark.parametrize("screen", BOTH, ids=lambda screen: screen.name)
def test_nora_asks_for_changes_sees_what_changed_and_approves(
    visits: Visits, screen: Screen
) -> None:
    bob, nora = visits.open("Bob", "", screen), visits.open("Nora", "approvals/", screen)
    title = f"Four eyes, {screen.name}"
    post = write(bob, title, SAFE, PRACTICE)
    step(bob, f"posts/{post}/submit/")

    go(nora, f"approvals/{post}/")
    expect(nora.get_by_role("heading", name=title)).to_be_visible()
    expect(nora.get_by_text(SAFE, exact=True).first).to_be_visible()
    fine(nora)
    pane(nora, "Check and decide", screen)
    expect(nora.get_by_role("heading", name="Nothing to stop it")).to_be_visible()
    expect(nora.get_by_text("Bob wrote it; you did not touch it")).to_be_visible()
    fine(nora)
    nora.get_by_label("Comment", exact=True).fill("Say that nobody needs an appointment.")
    nora.get_by_role("button", name="Ask for changes").click()
    said(nora, "Sent back to Bob with your comment.")

    go(bob, f"compose/{post}/")
    said(bob, "Changes were asked for.")
    rework(bob, post, REWORKED)
    bob.get_by_role("button", name="Ask for approval").click()
    said(bob, "Handed in")

    go(nora, f"approvals/{post}/")
    expect(nora.locator(".diff ins").first).to_contain_text(re.compile("9|11|appointment"))
    expect(nora.locator(".diff del").first).to_be_visible()
    expect(nora.get_by_text("Say that nobody needs an appointment.").first).to_be_attached()
    fine(nora)
    pane(nora, "Check and decide", screen)
    nora.get_by_role("button", name="Approve").click()
    said(nora, "Approved. It waits for a date.")
    go(bob, f"compose/{post}/")
    said(bob, "It is approved, exactly as it stands.")
    fine(bob)


@pytest.mark.parametrize("screen", BOTH, ids=lambda screen: screen.name)
def test_who_wrote_it_cannot_approve_it(visits: Visits, screen: Screen) -> None:
    nora = visits.open("Nora", "", screen)
    post = write(nora, f"My own words, {screen.name}", SAFE, PRACTICE)
    step(nora, f"posts/{post}/submit/")
    go(nora, f"approvals/{post}/")
    pane(nora, "Check and decide", screen)
    button = nora.get_by_role("button", name="Approve")
    expect(button).to_have_attribute("aria-disabled", "true")
    expect(nora.locator("#locked")).to_contain_text("somebody else must approve it")
    fine(nora)
    button.click(force=True)
    go(nora, f"compose/{post}/")
    expect(nora.locator("#state")).to_contain_text("In review")


def test_an_edit_takes_the_approval_away(visits: Visits) -> None:
    bob, nora = visits.open("Bob", "", DESK), visits.open("Nora", "approvals/", DESK)
    post = write(bob, "Approved, then changed", SAFE, PRACTICE)
    step(bob, f"posts/{post}/submit/")
    step(nora, f"approvals/{post}/approve/", revision="1")
    go(bob, f"compose/{post}/")
    expect(bob.locator("#state")).to_contain_text("Approved")
    bob.get_by_role("link", name="Change the words").click()
    bob.get_by_role("textbox", name="All networks").fill(REWORKED)
    expect(bob.locator("#state")).to_contain_text("Draft")
    fine(bob)
    go(nora, f"records/post/{post}/")
    expect(nora.get_by_text(re.compile("approval", re.IGNORECASE)).first).to_be_visible()
    go(nora, f"approvals/{post}/")
    expect(nora.get_by_text("It does not wait for approval.")).to_be_visible()


def test_colleagues_talk_beside_the_post(visits: Visits) -> None:
    bob, nora = visits.open("Bob", "", DESK), visits.open("Nora", "approvals/", DESK)
    post = write(bob, "Let us talk", SAFE, PRACTICE)
    step(bob, f"posts/{post}/submit/")
    go(nora, f"approvals/{post}/")
    nora.get_by_label("Write to your colleagues").fill("Which Saturday is the first one?")
    nora.get_by_role("button", name="Say it").click()
    expect(nora.get_by_text("Which Saturday is the first one?")).to_be_visible()
    go(bob, f"compose/{post}/notes/")
    expect(bob.get_by_text("Which Saturday is the first one?")).to_be_visible()
    fine(bob)

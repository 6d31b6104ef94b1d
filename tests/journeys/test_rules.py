"""Bob lets a warning stand, Nora reviews it; she says how hard a rule stops, as far as she may."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys.visiting import BOTH, DESK, PRACTICE, fine, go, said, step, write

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.journeys.visiting import Screen, Visits

pytestmark = pytest.mark.browser

LOUD = "The fair is on Saturday!!! Our relay team runs at noon."
CALM = "The fair is on Saturday. Our relay team runs at noon."
REASON = "Their banner says it like this."


def pane(page: Page, name: str, screen: Screen) -> None:
    """Show one pane; a phone shows one at a time."""
    switch = page.get_by_role("group", name="Show", exact=True).first
    for button in switch.get_by_role("button", name=re.compile(name)).all()[: int(screen.phone)]:
        button.click()


def dismiss(page: Page) -> None:
    """Open the first mark by keyboard, choose a reason and say why."""
    page.get_by_role("textbox", name="All networks").focus()
    page.keyboard.press("Control+Home")
    page.keyboard.press("F8")
    card = page.get_by_role("group", name="Why this is marked")
    card.get_by_role("button", name="Dismiss with a reason").press("Enter")
    dialog = page.get_by_role("dialog", name="Dismiss a warning")
    expect(dialog).to_be_visible()
    fine(page)
    dialog.get_by_label("Somebody else’s exact words").press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type(REASON)
    dialog.get_by_role("button", name="Dismiss it").press("Enter")
    said(page, "It may stand.")


def test_the_demo_has_hits_changes_and_dismissals_to_show(visits: Visits) -> None:
    nora = visits.open("Nora", "rules/?show=found", DESK)
    expect(nora.get_by_role("heading", name="to review")).to_be_visible()
    expect(nora.get_by_role("heading", name="Rules that may be too loud")).to_be_visible()
    assert len(nora.locator(".rule-row").all()) >= 5
    go(nora, "rules/?show=off")
    expect(nora.locator(".rule-row").first).to_contain_text("Switched off by Nora")


@pytest.mark.parametrize("screen", BOTH, ids=lambda screen: screen.name)
def test_a_dismissal_is_read_by_the_approver_overturned_and_mended(
    visits: Visits, screen: Screen
) -> None:
    bob, nora = visits.open("Bob", "", screen), visits.open("Nora", "rules/", screen)
    post = write(bob, f"Loud, {screen.name}", LOUD, PRACTICE)
    go(bob, f"compose/{post}/")
    expect(bob.locator("#counts")).to_contain_text("1 to look at")
    dismiss(bob)
    expect(bob.locator("#stands")).to_contain_text(REASON)
    expect(bob.locator("#counts")).to_contain_text("1 dismissed")
    expect(bob.locator(".cm-content .m")).to_have_count(0)
    fine(bob)
    bob.get_by_role("button", name="Ask for approval").click()
    said(bob, "Handed in")

    go(nora, f"approvals/{post}/")
    pane(nora, "Check and decide", screen)
    expect(nora.get_by_role("heading", name="Nothing to stop it, 1 dismissed")).to_be_visible()
    expect(nora.get_by_text(REASON)).to_be_visible()
    fine(nora)

    go(nora, "rules/")
    pane(nora, "to review", screen)
    waiting = nora.get_by_role("article").filter(has_text=REASON).first
    waiting.get_by_label("A word to Bob, if you like").fill("Calmly, please.")
    waiting.get_by_role("button", name="Overturn").press("Enter")
    said(nora, "Overturned.")

    step(bob, f"posts/{post}/withdraw/")
    go(bob, f"compose/{post}/")
    expect(bob.locator("#missing")).to_contain_text("Mend 1 passage that Nora sent back")
    expect(bob.locator("#counts")).to_contain_text("1 must change")
    fine(bob)
    bob.get_by_role("textbox", name="All networks").fill(CALM)
    expect(bob.locator("#missing")).to_contain_text("Nothing is missing")


def test_a_changed_stretch_brings_the_warning_back(visits: Visits) -> None:
    bob = visits.open("Bob", "", DESK)
    post = write(bob, "Louder", LOUD, PRACTICE)
    go(bob, f"compose/{post}/")
    dismiss(bob)
    text = bob.get_by_role("textbox", name="All networks")
    text.fill(LOUD.replace("noon", "two"))
    expect(bob.locator("#counts")).to_contain_text("1 dismissed")
    text.fill(LOUD.replace("!!!", "!!!!"))
    expect(bob.locator("#counts")).to_contain_text("1 to look at")
    expect(bob.locator("#stands")).to_be_empty()
    text.fill(LOUD)
    expect(bob.locator("#counts")).to_contain_text("1 dismissed")
    bob.get_by_role("button", name="Take back").press("Enter")
    said(bob, "Taken back.")
    expect(bob.locator("#counts")).to_contain_text("1 to look at")


@pytest.mark.parametrize("screen", BOTH, ids=lambda screen: screen.name)
def test_nora_finds_a_rule_sets_it_and_takes_that_back(visits: Visits, screen: Screen) -> None:
    nora = visits.open("Nora", "rules/", screen)
    nora.get_by_role("searchbox", name="Words of a rule, or its code").fill("t003")
    expect(nora.locator(".rule-row")).to_have_count(1)
    assert "t003" not in nora.url
    fine(nora)
    nora.locator(".rule-row").press("Enter")
    expect(nora.get_by_role("heading", level=2, name=re.compile("headline"))).to_be_visible()
    go(nora, "rules/L001/")
    nora.get_by_role("radio", name="Hint").press("Space")
    nora.get_by_label("Why", exact=True).fill("Our dictionary is still young.")
    nora.get_by_role("button", name="Set it").press("Enter")
    said(nora, "L001 is set. It holds from now on.")
    expect(nora.locator(".rule-title")).to_contain_text("Hint")
    expect(nora.locator(".rule-title")).to_contain_text("Set by Nora")
    fine(nora)
    pane(nora, "Hits and history", screen)
    expect(nora.locator(".log li").first).to_contain_text("Our dictionary is still young.")
    fine(nora)
    nora.locator(".log").get_by_role("button", name="Undo this change").first.press("Enter")
    said(nora, "Undone. L001 is as it was before.")


def test_the_law_shuts_what_it_fixes_and_says_so(visits: Visits) -> None:
    nora = visits.open("Nora", "rules/P014/", DESK)
    expect(nora.get_by_text("The law is the floor").first).to_be_visible()
    expect(nora.get_by_role("button", name="Set it")).to_have_count(0)
    go(nora, "rules/D090/")
    expect(nora.get_by_role("radio", name="Look at it")).to_be_visible()
    expect(nora.get_by_role("radio", name="Off")).to_have_count(0)
    bob = visits.open("Bob", "rules/D090/", DESK)
    expect(bob.get_by_text("Alice or Nora can set")).to_be_visible()
    expect(bob.get_by_role("radio")).to_have_count(0)
    fine(bob)

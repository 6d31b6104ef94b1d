"""Bob writes one post for several networks; the page reads along."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys.pictures import lamp
from tests.journeys.visiting import BOTH, DESK, PRACTICE, SAFE, fine, go, said, write

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.journeys.visiting import Screen, Visits

pytestmark = pytest.mark.browser

TYPED = "You can recieve a flu shot here. Our 97-year-old patient walked home today."
CLEAN = "You can receive a flu shot here. Walk in any Saturday, 8 to 12."


def editor(page: Page, name: str = "All networks") -> Locator:
    return page.get_by_role("textbox", name=re.compile(f"^{re.escape(name)}"))


def choose(page: Page, *names: str) -> None:
    """Choose where it goes."""
    for name in names:
        page.locator("#where label").filter(has_text=name).first.click()


@pytest.mark.parametrize("screen", BOTH, ids=lambda screen: screen.name)
def test_findings_are_underlined_while_typing_explained_and_mended(
    visits: Visits, screen: Screen
) -> None:
    page = visits.open("Bob", "compose/", screen)
    page.get_by_label("Title, only for you").fill(f"Typed, {screen.name}")
    choose(page, "Facebook", PRACTICE)
    text = editor(page)
    text.click()
    page.keyboard.type(TYPED)
    expect(page.locator(".cm-content .m-block").first).to_be_visible()
    expect(page.locator("#missing")).to_contain_text("that the guard stops")
    fine(page)

    page.keyboard.press("Control+Home")
    page.keyboard.press("F8")
    card = page.get_by_role("group", name="Why this is marked")
    expect(card).to_be_visible()
    fine(page)
    expect(card).to_contain_text("receive")
    card.get_by_role("button", name="Use this").click()
    expect(text).to_contain_text("You can receive a flu shot here.")

    text.fill(CLEAN)
    expect(page.locator("#missing")).to_contain_text("Nothing is missing")
    expect(page.locator(".cm-content .m-block")).to_have_count(0)
    expect(page.locator("#saved")).to_contain_text("Saved")
    fine(page)
    page.get_by_role("button", name="Ask for approval").click()
    said(page, "Handed in")
    expect(page.locator("#state")).to_contain_text("In review")
    fine(page)


@pytest.mark.parametrize("screen", BOTH, ids=lambda screen: screen.name)
def test_each_network_gets_its_version_its_preview_and_its_count(
    visits: Visits, screen: Screen
) -> None:
    page = visits.open("Bob", "", screen)
    post = write(page, f"Versions, {screen.name}", SAFE, "Facebook", PRACTICE)
    go(page, f"compose/{post}/")
    page.get_by_role("tab", name="Facebook").click()
    page.get_by_role("button", name="Write its own text").click()
    editor(page, "Facebook").fill("For Facebook only. " + SAFE)
    expect(page.get_by_role("tab", name="Facebook")).to_contain_text("own text")
    lengths = page.locator("#lengths")
    expect(lengths.get_by_role("row", name="Facebook")).to_contain_text("of 63,206")
    expect(lengths.get_by_role("row", name="Practice network")).to_contain_text("of 500")
    preview = page.locator("#preview")
    previews = page.get_by_role("group", name="Preview", exact=True)
    previews.get_by_role("button", name="Facebook").click()
    expect(preview).to_contain_text("For Facebook only.")
    previews.get_by_role("button", name=PRACTICE).click()
    expect(preview).not_to_contain_text("For Facebook only.")

    page.get_by_label("First comment").fill("The parking lot is open.")
    expect(preview).to_contain_text("The parking lot is open.")
    page.get_by_label("Link", exact=True).fill("https://cedarhollow.example/flu")
    page.get_by_label("Campaign", exact=True).fill("Fall flu")
    expect(preview).to_contain_text("utm_campaign=fall-flu")
    expect(page.locator("#saved")).to_contain_text("Saved")
    fine(page)
    page.reload()
    expect(page.get_by_role("tab", name="Facebook")).to_contain_text("own text")
    expect(page.get_by_label("Campaign", exact=True)).to_have_value("Fall flu")


@pytest.mark.parametrize("screen", BOTH, ids=lambda screen: screen.name)
def test_a_picture_is_added_described_and_missing_until_it_is(
    visits: Visits, screen: Screen
) -> None:
    page = visits.open("Bob", "", screen)
    post = write(page, f"Picture, {screen.name}", SAFE, PRACTICE)
    go(page, f"compose/{post}/")
    page.get_by_label("Add files").set_input_files(lamp(screen.name))
    missing = page.locator("#missing")
    expect(missing).to_contain_text("Describe every picture in words")
    expect(page.get_by_role("button", name="Ask for approval")).to_have_attribute(
        "aria-disabled", "true"
    )
    page.get_by_label("Description", exact=True).fill("A lamp beside a bed.")
    expect(missing).to_contain_text("Every picture is described")
    expect(missing).to_contain_text("Answer whether a neighbor could recognize somebody in it")
    expect(page.locator("#preview").get_by_role("img", name="A lamp beside a bed.")).to_be_visible()
    fine(page)


def test_text_that_is_too_long_says_by_how_much(visits: Visits) -> None:
    page = visits.open("Bob", "", DESK)
    post = write(page, "Too long", SAFE * 12, PRACTICE)
    go(page, f"compose/{post}/")
    expect(page.locator("#lengths")).to_contain_text("over")
    expect(page.locator("#missing")).to_contain_text("Shorten the text")
    editor(page).fill(SAFE)
    expect(page.locator("#lengths")).to_contain_text("fits")
    fine(page)

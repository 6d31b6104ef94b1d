"""Nora asks for a consent, enters the signed paper, and carries out a wish to stop."""

from __future__ import annotations

import re
import time
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys.house import SLUG
from tests.journeys.visiting import (
    ALL,
    BOTH,
    DESK,
    PHONE,
    PRACTICE,
    fine,
    go,
    said,
    step,
    today,
    token_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from bedside.channels.practice.network import PracticeNetwork
    from tests.journeys.visiting import Screen, Visits

pytestmark = pytest.mark.browser

PAPER = {
    "name": "paper.pdf",
    "mimeType": "application/pdf",
    "buffer": b"%PDF-1.7\na scan\nstartxref\n9\n%%EOF\n",
}
SECONDS = 30.0
"""How long anything may take that the clock of the house does by itself."""
WORDS = "Your face, and that you came to our walk."


def ask(page: Page, name: str, *also: str, event: str = "") -> None:
    """Fill the form in by keyboard alone, and keep it; `also` are more boxes to tick."""
    go(page, "consents/new/")
    page.get_by_label("Name", exact=True).first.focus()
    page.keyboard.type(name)
    page.get_by_label("What may be shown, in your words").focus()
    page.keyboard.type(WORDS)
    for box in ("Face or body in a picture", "Practice network", "Our website", *also):
        page.get_by_label(box, exact=True).press("Space")
    if event:
        page.get_by_label("Until this day").fill("")
        page.get_by_label("Or until this happens").fill(event)
    page.get_by_label("To tell people what happens here").press("Space")
    page.get_by_role("button", name="Keep it and read the form").press("Enter")
    page.wait_for_url(re.compile(r"/consents/\d+/$"))


def enter_paper(page: Page) -> None:
    """Enter the form that Bedside printed, signed on paper today."""
    page.get_by_role("link", name="It was signed on paper").press("Enter")
    page.get_by_label("Scan of the signed form").set_input_files([PAPER])
    page.get_by_label("Date beside the signature").fill(f"{today():%Y-%m-%d}")
    page.get_by_label("Known here").press("Space")
    page.get_by_label("It is the form that Bedside printed, unchanged").press("Space")
    expect(page.get_by_role("group", name="What the paper tells them")).to_be_hidden()
    page.get_by_role("button", name="Enter it").press("Enter")
    said(page, "The paper is entered.")


@pytest.mark.parametrize("screen", BOTH, ids=lambda screen: screen.name)
def test_a_consent_is_asked_for_signed_on_paper_stopped_and_answered(
    visits: Visits, screen: Screen
) -> None:
    nora = visits.open("Nora", "", screen)
    ask(nora, f"Ada Quill {screen.width}")
    expect(nora.get_by_text("Complete. It waits for a signature.")).to_be_visible()
    expect(nora.get_by_text("Reads at school grade")).to_be_visible()
    assert "Quill" not in nora.title()
    fine(nora)
    nora.get_by_role("link", name="Spanish").press("Enter")
    expect(nora.locator(".form-words[lang=es]")).to_be_visible()

    enter_paper(nora)
    expect(nora.get_by_text("The person has not got a copy yet.")).to_be_visible()
    fine(nora)
    nora.get_by_role("button", name="They got a copy").press("Enter")
    expect(nora.get_by_text("Nothing stands against it.")).to_be_visible()
    fine(nora)

    nora.get_by_role("link", name="They stop it").press("Enter")
    fine(nora)
    nora.get_by_label("Other places that you know of").fill("Flyer at the front desk")
    nora.get_by_role("button", name="Stop it now").press("Enter")
    expect(nora.get_by_text(re.compile("left$")).first).to_be_visible()
    expect(nora.get_by_text("1 place is still open")).to_be_visible()
    fine(nora)
    nora.get_by_role("button", name="Gone or collected").press("Enter")
    said(nora, "Noted: it is gone there.").get_by_role("button", name="Undo").press("Enter")
    said(nora, "Taken back: it is to be taken down still.")
    nora.get_by_role("button", name="Gone or collected").press("Enter")
    nora.get_by_role("button", name="They were told").press("Enter")
    expect(nora.get_by_text(re.compile("^Told"))).to_be_visible()
    fine(nora)


def give_copy(page: Page) -> int:
    """Note that the person got their copy, so that the form holds; return its number."""
    page.get_by_role("button", name="They got a copy").press("Enter")
    expect(page.get_by_text("Nothing stands against it.")).to_be_visible()
    return int(page.url.rstrip("/").rpartition("/")[2])


def rely(page: Page, title: str, text: str, consent: int) -> int:
    """Write a draft whose words rely on a consent; return its number."""
    go(page, "compose/")
    where = page.locator("#where label").filter(has_text=PRACTICE).locator("input").first
    answer = page.request.post(
        f"/{SLUG}/compose/",
        data={
            "title": title,
            "text": text,
            "accounts": [where.input_value()],
            "consent": consent,
        },
        headers={"X-CSRFToken": token_of(page), "Referer": page.url},
    )
    assert answer.status == 201, answer.text()
    return int(answer.json()["post"])


def shows(network: PracticeNetwork, text: str) -> bool:
    return any(post.text == text for post in network.timeline("cedarhollow"))


def until(found: Callable[[], bool]) -> None:
    """Wait for what the clock of the house does by itself."""
    deadline = time.monotonic() + SECONDS
    while not found():
        assert time.monotonic() < deadline, "it never was so"
        time.sleep(0.2)


@pytest.mark.parametrize("screen", BOTH, ids=lambda screen: screen.name)
def test_what_is_live_is_gone_after_the_older_form_is_stopped(
    visits: Visits, screen: Screen, network: PracticeNetwork
) -> None:
    nora, bob = visits.open("Nora", "", screen), visits.open("Bob")
    text = f"Thank you to all who walked with us today, {screen.name}."
    ask(nora, f"Eli Wren {screen.width}", "What they have or had")
    enter_paper(nora)
    older = give_copy(nora)
    nora.get_by_role("button", name="Make a new one").press("Enter")
    said(nora, "is begun.")
    nora.get_by_role("link", name="Change", exact=True).press("Enter")
    nora.get_by_label("Until this day").fill(f"{today() + timedelta(days=90):%Y-%m-%d}")
    nora.get_by_role("button", name="Keep it and read the form").press("Enter")
    enter_paper(nora)
    newer = give_copy(nora)

    post = rely(bob, f"Walk, {screen.name}", text, newer)
    step(bob, f"posts/{post}/submit/")
    step(nora, f"approvals/{post}/approve/", revision="1")
    step(bob, f"posts/{post}/publish/")
    until(lambda: shows(network, text))

    go(nora, f"consents/{older}/")
    nora.get_by_role("link", name="They stop it").press("Enter")
    expect(nora.get_by_text("What came in its place is stopped with it")).to_be_visible()
    fine(nora)
    nora.get_by_role("button", name="Stop it now").press("Enter")
    expect(nora.get_by_role("heading", name="Taking it down")).to_be_visible()
    fine(nora)
    until(lambda: not shows(network, text))
    until(lambda: nora.reload() is not None and nora.get_by_text("1 of 1 done").count() == 1)
    nora.get_by_role("button", name="They were told").press("Enter")
    expect(nora.get_by_text(re.compile("^Told"))).to_be_visible()
    go(nora, f"consents/{newer}/")
    expect(nora.get_by_text("in whose place it came")).to_be_visible()
    fine(nora)


@pytest.mark.parametrize("screen", BOTH, ids=lambda screen: screen.name)
def test_a_keeper_says_whether_the_event_has_come(visits: Visits, screen: Screen) -> None:
    nora = visits.open("Nora", "", screen)
    ask(nora, f"Fay Moss {screen.width}", event="The campaign ends.")
    enter_paper(nora)
    give_copy(nora)
    fine(nora)
    nora.get_by_role("button", name="Not yet").press("Enter")
    said(nora, "It is asked again in 90 days.")
    expect(nora.get_by_text(re.compile("Not yet, said"))).to_be_visible()
    nora.get_by_role("button", name="Yes, it has come").press("Enter")
    said(nora, "It has ended")
    expect(nora.get_by_text("The event after which it ends has happened.")).to_be_visible()
    fine(nora)


@pytest.mark.parametrize("screen", BOTH, ids=lambda screen: screen.name)
def test_a_form_is_bound_to_a_picture_by_keyboard(visits: Visits, screen: Screen) -> None:
    nora = visits.open("Nora", "consents/new/", screen)
    fine(nora)
    nora.get_by_label("Name", exact=True).first.fill(f"Gus Tarn {screen.width}")
    group = nora.get_by_role("group", name="Only these pictures")
    chosen = group.get_by_role("checkbox").first
    chosen.press("Space")
    code = chosen.input_value()
    nora.get_by_label("Name of a picture").focus()
    nora.keyboard.type("no such picture")
    expect(group.get_by_role("checkbox")).to_have_count(1)
    expect(group.get_by_role("checkbox")).to_be_checked()
    nora.get_by_role("button", name="Find pictures").press("Enter")
    assert "picture" not in nora.url
    nora.get_by_role("button", name="Keep it and read the form").press("Enter")
    expect(nora.get_by_role("heading", name="These pictures, and no others")).to_be_visible()
    fine(nora)
    nora.get_by_role("link", name="Change", exact=True).press("Enter")
    expect(nora.locator(f"input[value='{code}']")).to_be_checked()


def test_a_private_link_is_taken_back(visits: Visits) -> None:
    nora = visits.open("Nora")
    ask(nora, "Hal Rook")
    nora.get_by_role("button", name="Make a private link").press("Enter")
    address = nora.locator(".linkbox").inner_text()
    fine(nora)
    nora.get_by_role("button", name="Take the link back").press("Enter")
    said(nora, "It opens nothing any more.")
    stranger = visits.open("nobody", address.removeprefix(visits.address))
    expect(stranger.get_by_role("heading", name="This page cannot be opened")).to_be_visible()
    visits.forgive("410")


@pytest.mark.parametrize("screen", ALL, ids=lambda screen: screen.name)
def test_the_ledger_and_its_forms_fit_every_screen(visits: Visits, screen: Screen) -> None:
    nora = visits.open("Nora", "consents/", screen)
    for path in ("consents/", "consents/?tab=ended", "consents/new/"):
        go(nora, path)
        fine(nora)


def test_a_name_is_found_as_it_is_typed_and_never_stands_in_the_address(visits: Visits) -> None:
    nora = visits.open("Nora")
    ask(nora, "Bea Lark")
    go(nora, "consents/")
    nora.get_by_role("searchbox", name="Name or number").fill("lark")
    expect(nora.locator(".led")).to_have_count(1)
    assert "lark" not in nora.url.lower()
    nora.locator(".led").press("Enter")
    expect(nora.get_by_role("heading", name="Bea Lark")).to_be_visible()


def test_what_is_wrong_is_said_at_the_top_and_leads_to_its_field(visits: Visits) -> None:
    nora = visits.open("Nora", "consents/new/")
    nora.get_by_label("What may be shown, in your words").fill(WORDS)
    nora.get_by_label("Year of birth").fill("58")
    nora.get_by_role("button", name="Keep it and read the form").press("Enter")
    alert = nora.get_by_role("alert")
    expect(alert).to_contain_text("Nothing you wrote is lost.")
    fine(nora)
    alert.get_by_role("link", name="Year of birth").press("Enter")
    expect(nora.get_by_label("Year of birth")).to_be_in_viewport()
    expect(nora.get_by_label("What may be shown, in your words")).to_have_value(WORDS)
    visits.forgive("422")


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=lambda screen: screen.name)
def test_everything_works_without_javascript(visits: Visits, screen: Screen) -> None:
    context = visits.browser.new_context(
        base_url=visits.address,
        storage_state=visits.keys["Nora"],
        java_script_enabled=False,
        **screen.options(),
    )
    page = context.new_page()
    page.goto(f"/{SLUG}/consents/new/")
    page.get_by_label("Name", exact=True).first.fill("Cal Finch")
    page.get_by_label("Our website").check()
    page.get_by_role("button", name="Keep it and read the form").click()
    expect(page.get_by_role("heading", name="Cal Finch")).to_be_visible()
    expect(page.get_by_text("The form does not say what may be shown.")).to_be_visible()
    page.goto(f"/{SLUG}/consents/")
    page.get_by_label("Name or number").fill("finch")
    page.get_by_role("button", name="Find").click()
    assert page.locator(".led").count() >= 1
    context.close()


def test_a_colleague_sees_the_number_and_no_name(visits: Visits) -> None:
    nora, bob = visits.open("Nora"), visits.open("Bob")
    ask(nora, "Dee Marsh")
    number = nora.url.rstrip("/").rpartition("/")[2]
    go(bob, f"consents/{number}/")
    expect(bob.get_by_text("Who it is and the words about them are seen by")).to_be_visible()
    expect(bob.get_by_text("Dee Marsh")).to_have_count(0)
    fine(bob)

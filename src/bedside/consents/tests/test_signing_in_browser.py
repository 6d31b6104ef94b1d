"""Signing in a real browser: on a tablet and on a phone, by hand and by keys alone."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from bedside.consents import previews
from bedside.consents.models import SigningLink
from bedside.consents.previews import Picture, Preview
from bedside.consents.queries import authorizations
from bedside.consents.signing import sitting
from bedside.consents.signing.phrases import phrases
from bedside.consents.tests.forms_to_sign import SLUG, agree, child_of, door, form, seated
from bedside.guard.images.tests.pictures import photo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TABLET = {"width": 1024, "height": 768}
PHONE = {"width": 390, "height": 844}
SMALLEST = {"width": 320, "height": 640}
EXPECTED = re.compile(r"status of (410|422)|Clear-Site-Data header .*Cleared data types")
STEPS = ("welcome", "read", "decide", "copy")
POST = Preview("Ron got his flu shot.", (Picture(photo(), "image/jpeg", "Ron"),), "ab" * 32)


@pytest.fixture
def waiting(alice):
    return form(alice, sensitive=["mental_health"], paid=True)


@pytest.fixture
def visit(chromium: Browser, live_server) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page; what the browser complains of fails the test."""
    contexts, complaints = [], []

    def open_page(path, *, client=None, size=TABLET, scheme="light", scripts=True, touch=False):
        context = chromium.new_context(
            viewport=size,
            color_scheme=scheme,
            reduced_motion="reduce",
            base_url=live_server.url,
            java_script_enabled=scripts,
            has_touch=touch,
        )
        contexts.append(context)
        if client is not None:
            value = client.cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": value, "url": live_server.url}])
        page = context.new_page()
        page.on("console", lambda said: complaints.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [said for said in complaints if not EXPECTED.search(said)] == []


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]


def at_step(alice, authorization, step: str) -> Any:
    """Return somebody who sits before a step."""
    if step == "welcome":
        return seated(alice, authorization, born="")
    client = seated(alice, authorization)
    if step == "copy":
        agree(client, initials_mental_health="RH")
    return client


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [TABLET, PHONE], ids=["tablet", "390"])
@pytest.mark.parametrize("step", STEPS)
def test_axe_finds_nothing_at_any_step(alice, waiting, visit, step, size, scheme):
    previews.register("test", lambda authorization: POST)
    client = at_step(alice, waiting, step)
    page = visit(reverse(f"signing:{step}"), client=client, size=size, scheme=scheme)
    previews.register("test", lambda authorization: None)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


@pytest.mark.parametrize("language", ["es", "fr"])
@pytest.mark.parametrize("step", STEPS)
def test_nothing_hangs_over_in_any_language_with_larger_text(alice, waiting, visit, step, language):
    client = at_step(alice, waiting, step)
    address = f"{reverse(f'signing:{step}')}?language={language}&size=larger"
    page = visit(address, client=client, size=SMALLEST)
    assert page.locator("html").get_attribute("lang") == language
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALLEST["width"]
    assert violations(page) == []


def test_axe_finds_nothing_at_the_door_and_at_the_end(alice, waiting, visit):
    address = door(alice, waiting)
    page = visit(address)
    found = violations(page)
    page.get_by_role("button", name=phrases("en")["open"]).click()
    page.get_by_role("button", name=phrases("en")["no"]).click()
    expect(page.locator("h1")).to_have_text(phrases("en")["declined_title"])
    found += violations(page)
    page.goto(address)
    expect(page.locator("h1")).to_have_text(phrases("en")["gone_title"])
    assert found + violations(page) == []


def test_somebody_signs_with_a_finger_from_the_door_to_the_copy(alice, waiting, visit):
    said = phrases("en")
    page = visit(door(alice, waiting), touch=True)
    page.get_by_role("button", name=said["open"]).tap()
    page.get_by_label(said["who_label"]).fill("1958")
    page.get_by_role("button", name=said["next"]).tap()
    page.get_by_role("link", name=said["next"]).tap()
    page.get_by_label("mental health").fill("RH")
    box = page.locator("canvas").bounding_box()
    page.mouse.move(box["x"] + 40, box["y"] + 90)
    page.mouse.down()
    for step in range(12):
        page.mouse.move(box["x"] + 40 + 20 * step, box["y"] + 60 + 30 * (step % 2))
    page.mouse.up()
    page.get_by_role("button", name=said["agree"]).tap()
    expect(page.locator("h1")).to_have_text(said["copy_title"])
    with page.expect_download() as download:
        page.get_by_role("button", name=said["copy_download"]).tap()
    assert download.value.suggested_filename == f"{waiting.reference}.pdf"
    with page.expect_download():
        page.get_by_role("button", name=said["copy_download"]).tap()
    signed = authorizations(waiting.organisation).get(pk=waiting.pk)
    assert signed.signature.method == "drawn"
    assert signed.copy_how == "download"


def press_until(page: Page, name: str) -> None:
    """Go on by the tab key until something of this name has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        label = "e => (e.labels?.[0] ?? e).textContent.trim()"
        if name in page.locator(":focus").evaluate(label):
            return
    raise AssertionError(f"The tab key never came to {name!r}.")


def test_somebody_signs_by_keys_alone(alice, waiting, visit):
    said = phrases("en")
    page = visit(reverse("signing:welcome"), client=seated(alice, waiting, born=""))
    press_until(page, said["who_label"])
    page.keyboard.type("1958")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("May we show this?")
    press_until(page, said["next"])
    page.keyboard.press("Enter")
    page.wait_for_url("**/decide/")
    press_until(page, "mental health")
    page.keyboard.type("RH")
    press_until(page, said["type_instead"])
    page.keyboard.press("Enter")
    expect(page.get_by_label(said["typed"])).to_be_focused()
    page.keyboard.type("Ronald Hale")
    press_until(page, said["agree"])
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(said["copy_title"])
    signed = authorizations(waiting.organisation).get(pk=waiting.pk)
    assert signed.signature.method == "typed"


def test_somebody_signs_without_scripts(alice, waiting, visit):
    said = phrases("en")
    client = seated(alice, waiting)
    page = visit(reverse("signing:decide"), client=client, scripts=False)
    page.get_by_label("mental health").fill("RH")
    page.get_by_label(said["typed"]).fill("Ronald Hale")
    page.get_by_role("button", name=said["agree"]).click()
    expect(page.locator("h1")).to_have_text(said["copy_title"])


def test_what_is_missing_is_announced_and_nothing_is_lost(alice, waiting, visit):
    said = phrases("en")
    page = visit(reverse("signing:decide"), client=seated(alice, waiting))
    page.get_by_label(said["printed"]).fill("Ron Hale")
    page.get_by_role("button", name=said["agree"]).click()
    expect(page.get_by_role("alert")).to_contain_text(said["errors"])
    expect(page.get_by_text(said["initials_missing"])).to_be_visible()
    expect(page.get_by_text(said["signature_missing"])).to_be_visible()
    expect(page.get_by_label(said["printed"])).to_have_value("Ron Hale")
    assert violations(page) == []


def test_a_drawing_can_be_begun_again(alice, waiting, visit):
    said = phrases("en")
    page = visit(reverse("signing:decide"), client=seated(alice, waiting))
    page.locator("canvas").click()
    page.get_by_role("button", name=said["again"]).click()
    page.get_by_label("mental health").fill("RH")
    page.get_by_role("button", name=said["agree"]).click()
    expect(page.get_by_text(said["signature_missing"])).to_be_visible()


def test_by_what_right_is_asked_of_who_signs_for_another_only(alice, waiting, visit):
    said = phrases("en")
    page = visit(reverse("signing:decide"), client=seated(alice, waiting))
    expect(page.get_by_text("I sign for myself")).to_be_visible()
    expect(page.get_by_label(said["authority"])).to_have_count(0)
    child = child_of(alice)
    page = visit(reverse("signing:decide"), client=seated(alice, child, born="2015"))
    expect(page.get_by_text("I sign as a parent")).to_be_visible()
    expect(page.get_by_label(said["authority"])).to_have_value("mother")
    assert violations(page) == []


def test_a_tablet_closes_what_was_signed_by_itself(nora, waiting, visit, client):
    client.force_login(nora.user)
    handover = reverse("signing:tablet", kwargs={"slug": SLUG, "pk": waiting.pk})
    client.post(handover, {"known_by": "photo_id"})
    agree(client, initials_mental_health="RH")
    ago = sitting.TABLET_SHOWS - timedelta(seconds=6)
    SigningLink.objects.update(ended_at=timezone.now() - ago)
    page = visit(reverse("signing:copy"), client=client)
    assert violations(page) == []
    expect(page.locator("h1")).to_have_text(phrases("en")["ended_title"], timeout=15_000)
    page.go_back()
    assert "Hale" not in page.content()


def test_no_is_as_large_as_yes(alice, waiting, visit):
    said = phrases("en")
    page = visit(reverse("signing:decide"), client=seated(alice, waiting))
    yes, no = (
        page.get_by_role("button", name=said[word]).bounding_box() for word in ("agree", "no")
    )
    assert (yes["width"], yes["height"]) == (no["width"], no["height"])


def test_back_leads_nowhere_from_a_tablet_that_was_handed_over(nora, waiting, visit, client):
    client.force_login(nora.user)
    page = visit(f"/{SLUG}/", client=client)
    handover = reverse("signing:tablet", kwargs={"slug": SLUG, "pk": waiting.pk})
    page.evaluate(
        """address => {
          const form = document.createElement("form");
          form.method = "post";
          form.action = address;
          const known = document.createElement("input");
          known.name = "known_by";
          known.value = "photo_id";
          const token = document.querySelector("[name=csrfmiddlewaretoken]").cloneNode();
          form.append(known, token);
          document.body.append(form);
          form.submit();
        }""",
        handover,
    )
    expect(page.locator("h1")).to_have_text(
        phrases("en")["welcome_title"].format(organisation=waiting.organisation.name)
    )
    assert page.locator("nav a[href^='/']").count() == 0
    page.go_back()
    assert page.locator(".rail").count() == 0
    page.goto(f"/{SLUG}/consents/")
    assert "/accounts/login/" in page.url

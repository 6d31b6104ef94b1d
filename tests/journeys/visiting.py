"""How journeys look at pages, and the few steps that many of them take."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.journeys.house import SLUG

if TYPE_CHECKING:
    from datetime import date

    from playwright.sync_api import Browser, BrowserContext, Locator, Page


@dataclass(frozen=True)
class Screen:
    """A size in CSS pixels and a colour scheme."""

    width: int
    height: int
    scheme: str

    @property
    def name(self) -> str:
        """How a test is named after it: `1280-light`."""
        return f"{self.width}-{self.scheme}"

    @property
    def phone(self) -> bool:
        return self.width < 600

    def options(self) -> dict[str, Any]:
        """Return what a browser's context takes."""
        return {
            "viewport": {"width": self.width, "height": self.height},
            "color_scheme": self.scheme,
            "reduced_motion": "reduce",
            "locale": "en-US",
        }


DESK = Screen(1280, 800, "light")
DESK_AT_NIGHT = Screen(1280, 800, "dark")
PHONE = Screen(390, 844, "light")
PHONE_AT_NIGHT = Screen(390, 844, "dark")
ALL = (DESK, DESK_AT_NIGHT, PHONE, PHONE_AT_NIGHT)
BOTH = (DESK, PHONE_AT_NIGHT)
"""Both sizes and both schemes, for journeys that take long."""


PRACTICE = "Practice network, cedarhollow"
"""How the composer calls the clinic's account on the practice network."""
SAFE = "Flu shots are here. Walk in any Saturday, 8 to 12."
"""Words in which the guard finds nothing."""


@dataclass
class Visits:
    """Opens pages of the house and keeps what the browser complained of."""

    browser: Browser
    address: str
    keys: dict[str, Any]
    complaints: list[str] = field(default_factory=list)
    _contexts: list[BrowserContext] = field(default_factory=list)

    def open(self, who: str, path: str = "", screen: Screen = DESK) -> Page:
        """Open a page of the clinic as somebody; `who` is a first name, or nobody."""
        state = self.keys.get(who)
        context = self.browser.new_context(
            base_url=self.address, storage_state=state, **screen.options()
        )
        self._contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: self.complaints.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self._note(request.url))
        go(page, path)
        return page

    def forgive(self, status: str) -> None:
        """Take no offence at answers with a status that the journey asked for; none if empty."""
        told = f"the server responded with a status of {status} "
        self.complaints = [one for one in self.complaints if not status or told not in one]

    def close(self) -> None:
        """Close all pages."""
        for context in self._contexts:
            context.close()

    def _note(self, url: str) -> None:
        ours = url.startswith((self.address, "data:", "blob:"))
        self.complaints += [] if ours else [f"asked elsewhere: {url}"]


def go(page: Page, path: str) -> None:
    """Go to an address inside the clinic, or from the root where it begins with a stroke."""
    page.goto(path if path.startswith("/") else f"/{SLUG}/{path}")


def today() -> date:
    """Return the day that it is at Cedar Hollow."""
    return datetime.now(ZoneInfo("America/Chicago")).date()


def fine(page: Page) -> None:
    """Fail where axe finds anything, or where the page is wider than its window."""
    found = Axe().run(page).response["violations"]
    assert [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]] == []
    width = page.viewport_size["width"] if page.viewport_size else 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def sign_in(page: Page, key: dict[str, str]) -> None:
    """Sign in with a password, as the demo's people do."""
    page.get_by_label("E-mail").fill(key["email"])
    page.get_by_label("Password", exact=True).fill(key["password"])
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(f"**/{SLUG}/")


def write(page: Page, title: str, text: str, *where: str) -> int:
    """
    Write a draft as the editor saves it, without typing it; return its number.

    `where` are accounts as the composer names them, e.g. `Facebook`.
    """
    go(page, "compose/")
    boxes = page.locator("#where label")
    accounts = [boxes.filter(has_text=name).locator("input").first.input_value() for name in where]
    answer = page.request.post(
        f"/{SLUG}/compose/",
        data={"title": title, "text": text, "accounts": accounts},
        headers={"X-CSRFToken": token_of(page), "Referer": page.url},
    )
    assert answer.status == 201, answer.text()
    return int(answer.json()["post"])


def step(page: Page, path: str, **fields: str | float | bool) -> None:
    """Send one of the forms of the clinic's pages, where a journey is about something else."""
    answer = page.request.post(
        f"/{SLUG}/{path}",
        form=fields,
        headers={"X-CSRFToken": token_of(page), "Referer": page.url},
    )
    assert answer.ok, answer.text()


def token_of(page: Page) -> str:
    """Return what the page's forms prove with that they are ours."""
    return page.locator("[name=csrfmiddlewaretoken]").first.input_value()


def said(page: Page, words: str) -> Locator:
    """Expect the house to say something, in a toast or a note; return it."""
    shown = page.locator("[role=status], [role=alert]").filter(has_text=words).first
    expect(shown).to_be_visible()
    return shown

"""A running house, a browser, and people who are signed in."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect, sync_playwright

from bedside.channels.practice.network import PracticeNetwork
from tests.journeys.house import House
from tests.journeys.visiting import Visits, sign_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PATIENCE = 15_000
"""Milliseconds for something to appear; on an idle machine it takes a fraction."""


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Bedside with its demo clinic. It ends within ten seconds, and its log tells on nobody."""
    house = House(tmp_path_factory.mktemp("house") / "data")
    house.start()
    yield house
    assert house.stop() < 10
    assert [word for word in house.planted() if word in house.log.read_text("utf-8")] == []


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's own Chromium, once for all journeys."""
    names = ("chromium", "chromium-browser", "google-chrome")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=next(filter(None, map(shutil.which, names))), args=QUIET
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def keys(chromium: Browser, house: House) -> dict[str, Any]:
    """What keeps Bob, Nora and Alice signed in, by their first names."""
    kept = {}
    for who in ("Bob", "Nora", "Alice"):
        context = chromium.new_context(base_url=house.address)
        page = context.new_page()
        page.goto("/")
        sign_in(page, house.sign_ins()[who])
        kept[who] = context.storage_state()
        context.close()
    return kept


@pytest.fixture
def visits(chromium: Browser, house: House, keys: dict[str, Any]) -> Iterator[Visits]:
    """Opens pages; what the browser complains of, or asks elsewhere, fails the journey."""
    visits = Visits(chromium, house.address, keys)
    yield visits
    visits.close()
    assert visits.complaints == []


@pytest.fixture
def network(house: House) -> PracticeNetwork:
    """The practice network of the house, which can be told to misbehave."""
    return PracticeNetwork(house.practice)

"""Every page of the demo clinic, at both sizes, by day and by night."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys.visiting import ALL, fine

if TYPE_CHECKING:
    from tests.journeys.house import House
    from tests.journeys.visiting import Screen, Visits

pytestmark = pytest.mark.browser

PLACES = {
    "today": "",
    "month": "calendar/",
    "week": "calendar/?view=week",
    "day": "calendar/?view=day",
    "list": "calendar/?view=list",
    "no date": "calendar/?view=undated",
    "times of the week": "slots/",
    "new post": "compose/",
    "draft with findings": "compose/{draft}/",
    "post in review": "compose/{review}/",
    "notes": "compose/{review}/notes/",
    "versions": "compose/{review}/versions/",
    "move": "calendar/{review}/move/",
    "approvals": "approvals/",
    "approval": "approvals/{review}/",
    "deliveries": "deliveries/",
    "delivery nobody knows": "deliveries/{unknown}/",
    "delivery refused": "deliveries/{refused}/",
    "delivery live": "deliveries/{live}/",
    "library": "library/",
    "picture": "library/{picture}/",
    "rules": "rules/",
    "rules of a family": "rules/?family=T&days=30",
    "rules, none": "rules/?family=W&show=dismissed",
    "rule": "rules/A005/",
    "rule fixed by law": "rules/P014/",
    "records": "records/",
    "record": "records/post/{published}/",
    "networks": "networks/",
    "connect": "networks/connect/bluesky/",
    "settings": "settings/",
    "jurisdictions": "settings/jurisdictions/",
    "search": "search/",
    "practice network": "/practice/cedarhollow/",
    "nothing there": "/no-such-clinic/",
}


@pytest.fixture(scope="module")
def numbers(house: House) -> dict[str, int]:
    """The numbers of what the demo holds."""
    asked = {
        "draft": "SELECT id FROM posts_post WHERE title = 'Flu shots, walk-in Saturdays'",
        "review": "SELECT id FROM posts_post WHERE title = 'Flu: Saturday photo'",
        "published": "SELECT id FROM posts_post WHERE state = 'live' ORDER BY publish_at DESC",
        "unknown": "SELECT id FROM outbox_delivery WHERE state = 'unknown'",
        "refused": "SELECT id FROM outbox_delivery WHERE state = 'refused'",
        "live": "SELECT id FROM outbox_delivery WHERE state = 'live' ORDER BY live_at DESC",
        "picture": "SELECT id FROM library_asset",
    }
    return {name: house.query(statement)[0][0] for name, statement in asked.items()}


@pytest.mark.parametrize("screen", ALL, ids=lambda screen: screen.name)
@pytest.mark.parametrize("place", PLACES)
def test_the_page_is_fine(
    visits: Visits, numbers: dict[str, int], place: str, screen: Screen
) -> None:
    page = visits.open("Nora", PLACES[place].format(**numbers), screen)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    page.wait_for_load_state("networkidle")
    fine(page)
    visits.forgive("404" if place == "nothing there" else "")


@pytest.mark.parametrize("screen", ALL, ids=lambda screen: screen.name)
@pytest.mark.parametrize("path", ["/accounts/login/", "/accounts/password/reset/"])
def test_the_page_before_the_door_is_fine(visits: Visits, path: str, screen: Screen) -> None:
    fine(visits.open("nobody", path, screen))

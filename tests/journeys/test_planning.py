"""Bob signs in, looks at the calendar, and moves a post: by hand, and by a form."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys.visiting import (
    ALL,
    BOTH,
    DESK,
    PRACTICE,
    SAFE,
    fine,
    go,
    said,
    sign_in,
    today,
    write,
)

if TYPE_CHECKING:
    from datetime import date

    from playwright.sync_api import Locator, Page

    from tests.journeys.house import House
    from tests.journeys.visiting import Screen, Visits

pytestmark = pytest.mark.browser


def month_of(day: date) -> str:
    return f"calendar/?view=month&on={day}"


def giver(page: Page, title: str) -> Locator:
    """Return the link that leads to the form which gives a post its date."""
    return page.locator(".slip").filter(has_text=title).get_by_role("link", name="Give it a date")


def on(page: Page, day: date) -> Locator:
    """Return a day of the month."""
    return page.locator(f'[data-day="{day}"]')


@pytest.mark.parametrize("screen", ALL, ids=lambda screen: screen.name)
def test_bob_signs_in_and_looks_at_month_week_and_list(
    visits: Visits, house: House, screen: Screen
) -> None:
    page = visits.open("nobody", "/", screen)
    sign_in(page, house.sign_ins()["Bob"])
    expect(page.get_by_role("heading", level=1)).to_contain_text(", Bob.")
    navigation = page.locator(".nav, .tabbar").filter(visible=True)
    navigation.get_by_role("link", name="Calendar", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{today():%B %Y}")
    views = page.get_by_role("navigation", name="View")
    for view in ("Week", "List", "Month"):
        views.get_by_role("link", name=view, exact=True).click()
        expect(views.get_by_role("link", name=view, exact=True)).to_have_attribute(
            "aria-current", "page"
        )
        expect(page.get_by_text("Chicago time").first).to_be_visible()
        fine(page)


@pytest.mark.parametrize("screen", BOTH, ids=lambda screen: screen.name)
def test_a_post_is_given_a_date_by_a_form_and_the_date_is_taken_back(
    visits: Visits, screen: Screen
) -> None:
    page, day = visits.open("Bob", "", screen), today() + timedelta(days=2)
    title = f"By the form, {screen.name}"
    write(page, title, SAFE, PRACTICE)
    go(page, month_of(day))
    giver(page, title).click()
    expect(page.get_by_role("heading", name="Give it a date")).to_be_visible()
    page.get_by_label("Day", exact=True).fill(str(day))
    page.get_by_label("Time", exact=True).fill("09:15")
    fine(page)
    page.get_by_role("button", name="Give it this date").click()
    placed = on(page, day).locator(".ev").filter(has_text=title)
    expect(placed).to_contain_text("9:15 AM")
    said(page, "9:15").get_by_role("button", name="Undo").click()
    expect(placed).to_have_count(0)
    expect(giver(page, title)).to_be_visible()


def test_a_post_is_dragged_from_the_tray_to_a_day_and_on_to_another(visits: Visits) -> None:
    page, first = visits.open("Bob", "", DESK), today() + timedelta(days=2)
    second = first + timedelta(days=1 if (first + timedelta(days=1)).month == first.month else -1)
    title = "By hand, from day to day"
    write(page, title, SAFE, PRACTICE)
    go(page, month_of(first))
    page.locator(".slip").filter(has_text=title).locator("svg").first.drag_to(on(page, first))
    placed = on(page, first).locator(".ev").filter(has_text=title)
    expect(placed).to_be_visible()
    said(page, "Undo")
    fine(page)
    placed.drag_to(on(page, second))
    expect(on(page, second).locator(".ev").filter(has_text=title)).to_be_visible()
    page.reload()
    expect(on(page, second).locator(".ev").filter(has_text=title)).to_be_visible()

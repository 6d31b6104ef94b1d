"""Bob signs in, looks at the calendar, and moves a post: by hand, and by a form."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys.visiting import ALL, BOTH, DESK, SAFE, fine, said, sign_in, write

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.journeys.house import House
    from tests.journeys.visiting import Screen, Visits

pytestmark = pytest.mark.browser

PRACTICE = "Practice network, cedarhollow"


def coming(days: int) -> date:
    """Return a day to come that the month of the day after tomorrow shows as its own."""
    return date.today() + timedelta(days=days)


def month_of(day: date) -> str:
    return f"calendar/?view=month&on={day}"


def on(page: Page, day: date) -> str:
    return f'[data-day="{day}"]'


@pytest.mark.parametrize("screen", ALL, ids=lambda screen: screen.name)
def test_bob_signs_in_and_looks_at_month_week_and_list(
    visits: Visits, house: House, screen: Screen
) -> None:
    page = visits.open("nobody", "/", screen)
    sign_in(page, house.sign_ins()["Bob"])
    expect(page.get_by_role("heading", level=1)).to_contain_text(", Bob.")
    navigation = page.locator(".nav, .tabbar").filter(visible=True)
    navigation.get_by_role("link", name="Calendar", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{date.today():%B %Y}")
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
    page, day = visits.open("Bob", "", screen), coming(2)
    title = f"By the form, {screen.name}"
    write(page, title, SAFE, PRACTICE)
    page.goto(month_of(day))
    page.get_by_role("link", name=f"Give it a date: {title}").click()
    expect(page.get_by_role("heading", name="Give it a date")).to_be_visible()
    page.get_by_label("Day", exact=True).fill(str(day))
    page.get_by_label("Time", exact=True).fill("09:15")
    fine(page)
    page.get_by_role("button", name="Give it this date").click()
    placed = page.locator(on(page, day)).get_by_role("link", name=title)
    expect(placed).to_contain_text("9:15 AM")
    said(page, "9:15").get_by_role("button", name="Undo").click()
    expect(placed).to_have_count(0)
    expect(page.get_by_role("link", name=f"Give it a date: {title}")).to_be_visible()


def test_a_post_is_dragged_from_the_tray_to_a_day_and_on_to_another(visits: Visits) -> None:
    page, first = visits.open("Bob", "", DESK), coming(2)
    second = first + timedelta(days=1 if (first + timedelta(days=1)).month == first.month else -1)
    title = "By hand, from day to day"
    write(page, title, SAFE, PRACTICE)
    page.goto(month_of(first))
    page.locator(".slip").filter(has_text=title).locator("svg").first.drag_to(
        page.locator(on(page, first))
    )
    placed = page.locator(on(page, first)).get_by_role("link", name=title)
    expect(placed).to_be_visible()
    said(page, "Undo")
    fine(page)
    placed.drag_to(page.locator(on(page, second)))
    expect(page.locator(on(page, second)).get_by_role("link", name=title)).to_be_visible()
    page.reload()
    expect(page.locator(on(page, second)).get_by_role("link", name=title)).to_be_visible()

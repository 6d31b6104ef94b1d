"""Nora redacts a picture of a group: by keyboard, on both sizes, until it can be published."""

from __future__ import annotations

import io
import re
import time
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from playwright.sync_api import expect

from bedside.guard.images.eyes import missing
from bedside.guard.images.tests.pictures import encoded, faces_at
from tests.journeys.house import SLUG
from tests.journeys.visiting import ALL, BOTH, fine, go

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload, Locator, Page

    from tests.journeys.visiting import Screen, Visits

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}"),
]

LOOKED = 90_000
"""Milliseconds until a picture has been looked at to the end, on a machine that is busy."""
AT_ONCE = 10
"""Seconds until a picture is open; about one where a processor is free."""
ALLOWED = "Lena Fisk"
"""Who allowed the demo clinic to show a face on the practice network, and not on its website."""
PLACES = ((60, 120), (260, 160), (460, 120))


def group(mark: int) -> FilePayload:
    """Return a picture of three people who do not exist; `mark` makes it another one each time."""
    made = faces_at(*((x, y + mark % 40) for x, y in PLACES))
    made.paste((mark % 256, 90, 120), (0, 0, 640, 60 + mark % 40))
    content = encoded(made, quality=95)
    return {"name": f"walk {mark}.jpg", "mimeType": "image/jpeg", "buffer": content}


def at_the_form(page: Page) -> Locator:
    """Go where pictures are added; on a phone the list is shown first."""
    go(page, "library/")
    form = page.locator("form[data-upload]")
    if not form.is_visible():
        page.locator("[data-show-pane=read]").press("Enter")
    expect(form).to_be_visible()
    return form


def add(page: Page, picture: FilePayload) -> float:
    """Add a picture; return the seconds from pressing the button until it is open."""
    form = at_the_form(page)
    page.get_by_label("Drop pictures or videos here, or choose files").set_input_files([picture])
    began = time.monotonic()
    form.get_by_role("button", name="Add").press("Enter")
    page.wait_for_url(re.compile(r"/library/\d+/$"))
    expect(page.get_by_role("group", name="Boxes in the picture")).to_be_attached()
    return time.monotonic() - began


def box(page: Page, name: str) -> Locator:
    return page.get_by_role("group", name="Boxes in the picture").get_by_role("button", name=name)


def row(page: Page, place: str) -> Locator:
    return page.locator(".could tr").filter(has=page.get_by_role("rowheader", name=place))


@pytest.mark.parametrize("screen", BOTH, ids=lambda screen: screen.name)
def test_a_picture_of_a_group_is_redacted_and_told_where_it_may_be_shown(
    visits: Visits, screen: Screen
) -> None:
    nora = visits.open("Nora", "", screen)
    assert add(nora, group(screen.width)) < AT_ONCE
    expect(nora.locator(".finds > li.open")).to_have_count(3, timeout=LOOKED)
    fine(nora)

    nora.get_by_label("Leave Face 2 out").press("Space")
    nora.get_by_role("button", name="Cover all open").press("Enter")
    expect(box(nora, "Face 2, open")).to_have_count(1)
    expect(box(nora, "Face 1, covered")).to_have_count(1)
    nora.get_by_role("link", name="Link consent: Face 2").press("Enter")
    chosen = nora.get_by_label("Consent or staff release")
    option = chosen.locator("option").filter(has_text=ALLOWED)
    number = re.match(r"C-\d+", option.inner_text())
    assert number is not None
    chosen.select_option(option.get_attribute("value"))
    fine(nora)
    nora.get_by_role("button", name="Link", exact=True).press("Enter")
    expect(box(nora, f"Face 2, consent {number[0]}")).to_have_count(1)

    nora.get_by_role("group", name="Could a neighbor recognize").get_by_role(
        "button", name="No"
    ).press("Enter")
    expect(nora.get_by_text("Settled", exact=True)).to_be_visible(timeout=LOOKED)
    fine(nora)
    expect(row(nora, "Practice network")).to_contain_text("Nothing more")
    expect(row(nora, "Our website")).to_contain_text("Without Face 2")
    expect(row(nora, "Paid ads")).to_contain_text("does not allow advertising")

    only_face_two_goes_out(nora, screen)


def only_face_two_goes_out(nora: Page, screen: Screen) -> None:
    """See the bytes that go out: one face as it was, the others covered, no metadata."""
    nora.get_by_role("link", name="As sent").press("Enter")
    expect(nora.get_by_text("Exactly the bytes that go out")).to_be_visible()
    fine(nora)
    sent = nora.request.get(re.split("[?#]", nora.url)[0] + "picture/").body()
    with Image.open(io.BytesIO(sent)) as picture:
        assert not picture.getexif()
        covered, kept = (picture.getpixel((x + 80, y + 80)) for x, y in sized(screen)[:2])
    with Image.open(io.BytesIO(group(screen.width)["buffer"])) as before:
        shown = before.getpixel((PLACES[1][0] + 80, sized(screen)[1][1] + 80))
    assert alike(kept, shown)
    assert not alike(covered, shown)


def sized(screen: Screen) -> list[tuple[int, int]]:
    return [(x, y + screen.width % 40) for x, y in PLACES]


def alike(one: object, other: object) -> bool:
    """Tell whether two colors differ by no more than another encoding makes of them."""
    assert isinstance(one, tuple)
    assert isinstance(other, tuple)
    return all(abs(a - b) < 24 for a, b in zip(one, other, strict=True))


def test_a_box_is_drawn_moved_and_taken_back_by_keys(visits: Visits) -> None:
    nora = visits.open("Nora")
    add(nora, group(7))
    expect(nora.locator(".finds > li.open")).to_have_count(3, timeout=LOOKED)
    nora.get_by_role("group", name="Draw what was missed").get_by_role(
        "button", name="Other"
    ).press("Enter")
    drawn = box(nora, "Part 4, open")
    expect(drawn).to_have_count(1)
    before = drawn.bounding_box()
    drawn.focus()
    for _ in range(4):
        nora.keyboard.press("ArrowRight")
    nora.wait_for_timeout(1500)
    after = box(nora, "Part 4, open").bounding_box()
    assert before is not None
    assert after is not None
    assert after["x"] > before["x"]
    fine(nora)
    # However many moves were sent on a busy machine, undoing them all takes the box away as well.
    for _ in range(5):
        if box(nora, "Part 4, open").count():
            nora.get_by_role("button", name="Undo").press("Enter")
            nora.wait_for_timeout(1500)
    expect(box(nora, "Part 4, open")).to_have_count(0)


def test_a_file_that_is_no_picture_is_refused_with_the_reason(visits: Visits) -> None:
    nora = visits.open("Nora")
    form = at_the_form(nora)
    letter = {"name": "letter.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\nDear"}
    nora.get_by_label("Drop pictures or videos here, or choose files").set_input_files([letter])  # type: ignore[list-item]
    form.get_by_role("button", name="Add").press("Enter")
    expect(nora.get_by_role("list", name="What became of the files")).to_contain_text("letter.pdf")
    fine(nora)
    visits.forgive("422")


@pytest.mark.parametrize("screen", ALL, ids=lambda screen: screen.name)
def test_the_library_and_an_open_picture_fit_every_screen(visits: Visits, screen: Screen) -> None:
    nora = visits.open("Nora", "library/", screen)
    fine(nora)
    first = nora.locator(".thumbs a").first.get_attribute("href")
    assert first is not None
    go(nora, first)
    fine(nora)
    assert f"/{SLUG}/library/" in nora.url

"""Nora redacts a video: what was found is covered or dismissed, heard, captioned, seen as sent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from playwright.sync_api import expect

from bedside.guard.images.eyes import missing
from bedside.guard.images.tests.pictures import GROUND, face
from bedside.guard.images.tests.videos import FPS, SIZE, drawn, needs_ffmpeg
from tests.journeys.test_library import at_the_form
from tests.journeys.visiting import ALL, DESK, PHONE_AT_NIGHT, fine, go, step

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.journeys.visiting import Screen, Visits

pytestmark = [
    pytest.mark.browser,
    needs_ffmpeg,
    pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}"),
]

LOOKED = 180_000
"""Milliseconds until a video of six seconds is looked through or covered, on a busy machine."""
SECONDS = 6
CAPTIONS = "00:00:01.000 --> 00:00:04.000\nFlu shots are here."


def walk(out: Path, mark: int, *, sound: bool = True) -> Path:
    """Write a video of two people who do not exist; `mark` makes it another one each time."""
    head = face(120)
    made = []
    for number in range(SECONDS * FPS):
        picture = Image.new("RGB", SIZE, GROUND)
        picture.paste((mark % 256, 90, 120), (0, 0, SIZE[0], 20))
        picture.paste(head, (20 + number, 40))
        if number >= 2 * FPS:
            picture.paste(head, (320, 220 - number // 2))
        made.append(picture)
    return drawn(out, made, sound=sound)


def add(page: Page, video: Path) -> str:
    """Add a video and wait until it is looked through; return the address of its page."""
    form = at_the_form(page)
    page.get_by_label("Drop pictures or videos here").set_input_files([video])
    form.get_by_role("button", name="Add").press("Enter")
    page.wait_for_url(re.compile(r"/library/\d+/$"))
    expect(page.get_by_role("progressbar", name="Looked through")).to_be_attached()
    fine(page)
    expect(find(page, "Face 2")).to_be_attached(timeout=LOOKED)
    return re.sub(r"^.*?(library/\d+/)$", r"\1", page.url)


def find(page: Page, name: str) -> Locator:
    return page.locator(".finds .as-link").filter(has_text=name)


def box(page: Page, name: str) -> Locator:
    return page.get_by_role("group", name="Boxes in the video").get_by_role("button", name=name)


def second(page: Page) -> float:
    """Return the second of the video that is shown."""
    return float(page.locator("video").evaluate("video => video.currentTime"))


@pytest.mark.parametrize("screen", [DESK, PHONE_AT_NIGHT], ids=lambda screen: screen.name)
def test_a_video_is_redacted_listened_to_captioned_and_seen_as_it_is_sent(
    visits: Visits, tmp_path: Path, screen: Screen
) -> None:
    nora = visits.open("Nora", "", screen)
    add(nora, walk(tmp_path / "walk.mp4", screen.width))
    fine(nora)

    find(nora, "Face 2").press("Enter")
    nora.get_by_role("button", name="Nothing to cover", exact=True).press("Enter")
    expect(find(nora, "Face 2, nothing to cover")).to_be_attached()
    find(nora, "Face 1").press("Enter")
    nora.get_by_role("button", name="Cover", exact=True).press("Enter")
    expect(find(nora, "Face 1, covered")).to_be_attached()
    dismiss_the_rest(nora)

    nora.get_by_label("I have listened to all of it").press("Space")
    nora.get_by_role("button", name="Put it in the record").press("Enter")
    expect(nora.get_by_text("It is in the record").first).to_be_attached()
    nora.get_by_label("Times and words").fill(CAPTIONS)
    nora.get_by_role("button", name="Save captions").press("Enter")
    expect(nora.get_by_label("Times and words")).to_have_value(re.compile("WEBVTT"))
    nora.get_by_role("group", name="Could a neighbor recognize").get_by_role(
        "button", name="No"
    ).press("Enter")
    fine(nora)
    expect(nora.get_by_role("progressbar", name="Covered")).to_have_count(0, timeout=LOOKED)

    nora.get_by_role("link", name="As sent").press("Enter")
    expect(nora.get_by_role("group", name="Boxes in the video")).to_have_count(1)
    expect(nora.get_by_text("Exactly the bytes that go out")).to_be_visible()
    fine(nora)


def dismiss_the_rest(page: Page) -> None:
    """Say of everything else that was found that there is nothing to cover."""
    rest = page.locator(".finds > li.open")
    for _ in range(rest.count()):
        before = rest.count()
        rest.first.locator(".as-link").press("Enter")
        page.get_by_role("button", name="Nothing to cover", exact=True).press("Enter")
        expect(rest).to_have_count(before - 1)


def test_what_is_found_is_gone_to_and_what_was_missed_is_drawn(
    visits: Visits, tmp_path: Path
) -> None:
    nora = visits.open("Nora")
    add(nora, walk(tmp_path / "walk.mp4", 7, sound=False))
    find(nora, "Face 2").press("Enter")
    expect(box(nora, "Face 2")).to_be_visible()
    assert second(nora) >= 1
    expect(nora.get_by_text("nothing to listen to")).to_be_attached()

    moment = nora.get_by_label("Moment of the video")
    moment.fill("0.5")
    expect(box(nora, "Face 2")).to_be_hidden()
    expect(box(nora, "Face 1")).to_be_visible()
    expect(nora.get_by_label("From, s")).to_have_value("0.5")
    expect(nora.get_by_label("To, s")).to_have_value("2.5")

    nora.get_by_label("Times and words").fill("00:00:01.000 --> half of it")
    nora.locator("#missed-kind").select_option("drawn")
    nora.get_by_label("Left, %").first.fill("70")
    nora.get_by_role("button", name="Add", exact=True).press("Enter")
    part = find(nora, "Part 3, open")
    expect(part).to_be_attached()
    assert "0:00 to 0:03" in part.locator("xpath=..").inner_text()
    expect(box(nora, "Part 3")).to_be_visible()
    expect(nora.get_by_label("Times and words")).to_have_value(re.compile("half of it"))

    nora.get_by_role("button", name="Save captions").press("Enter")
    refused = nora.locator(".captions .wrong")
    expect(refused).to_contain_text("holds no captions")
    expect(nora.get_by_label("Times and words")).to_have_value(re.compile("half of it"))
    nora.get_by_role("button", name="Undo").press("Enter")
    expect(part).to_have_count(0)
    fine(nora)


@pytest.mark.parametrize("screen", ALL, ids=lambda screen: screen.name)
def test_a_video_fits_every_screen_and_plays_its_captions(
    visits: Visits, tmp_path_factory: pytest.TempPathFactory, screen: Screen
) -> None:
    nora = visits.open("Nora", "library/", screen)
    once = tmp_path_factory.getbasetemp() / "every-screen.txt"
    if not once.exists():
        once.write_text(add(nora, walk(once.with_suffix(".mp4"), 11)), "utf-8")
        step(nora, f"{once.read_text('utf-8')}boxes/", do="caption", captions=CAPTIONS)
    go(nora, once.read_text("utf-8"))
    nora.get_by_label("Moment of the video").fill("2")
    shown = "video => [...video.textTracks].map(one => one.activeCues?.[0]?.text)"
    nora.wait_for_function(
        f"({shown})(document.querySelector('video'))[0] === 'Flu shots are here.'"
    )
    fine(nora)

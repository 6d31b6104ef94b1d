"""Takes the pictures of the documents from a running demo: `make screenshots`."""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from typing import TYPE_CHECKING

from tests.journeys.house import House  # noqa: E402 (the folder was added above)
from tests.journeys.visiting import Screen, go, sign_in  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

IMAGES = ROOT / "docs" / "images"
HEAVY = 300_000
"""Bytes beyond which a picture gets along with 256 colours."""


@dataclass(frozen=True)
class Shot:
    """One page to take: who looks at it, where it is, and what they do first."""

    name: str
    who: str
    path: str
    prepare: Callable[[Page], None] = lambda page: None
    phone: bool = False


def explain(page: Page) -> None:
    """Open the explanation of the first finding, as F8 does."""
    page.keyboard.press("Control+Home")
    page.keyboard.press("F8")
    expect(page.get_by_role("group", name="Why this is marked")).to_be_visible()


def shots(house: House) -> list[Shot]:
    """Return what the documents show."""

    def first(statement: str) -> int:
        return int(house.query(statement)[0][0])

    def titled(title: str) -> int:
        return first(f"SELECT id FROM posts_post WHERE title = '{title}'")

    unknown = first("SELECT id FROM outbox_delivery WHERE state = 'unknown'")
    live = first("SELECT id FROM posts_post WHERE state = 'live' ORDER BY publish_at DESC")
    flu = titled("Flu shots, walk-in Saturdays")
    return [
        Shot("today", "Nora", ""),
        Shot("calendar", "Bob", "calendar/", phone=True),
        Shot("composer", "Bob", f"compose/{flu}/", explain, phone=True),
        Shot("approval", "Nora", f"approvals/{titled('Flu: Saturday photo')}/"),
        Shot("delivery", "Bob", f"deliveries/{unknown}/"),
        Shot("record", "Nora", f"records/post/{live}/", phone=True),
        Shot("networks", "Alice", "networks/"),
    ]


def take(browser: Browser, house: House, shot: Shot, screen: Screen, name: str) -> None:
    """Take one picture and keep it, as small as it gets without being seen."""
    context = browser.new_context(base_url=house.address, **screen.options())
    page = context.new_page()
    page.goto("/")
    sign_in(page, house.sign_ins()[shot.who])
    go(page, shot.path)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    shot.prepare(page)
    picture = Image.open(io.BytesIO(page.screenshot(animations="disabled", caret="hide")))
    context.close()
    file = IMAGES / f"{shot.name}-{name}.png"
    picture.convert("RGB").save(file, optimize=True)
    if file.stat().st_size > HEAVY:
        picture.convert("RGB").quantize(256).save(file, optimize=True)
    print(f"{file.relative_to(ROOT)}: {file.stat().st_size // 1000} kB")  # noqa: T201


def main() -> None:
    """Start the demo in a folder of its own, take all pictures, stop it."""
    IMAGES.mkdir(exist_ok=True)
    schemes = {scheme: Screen(1440, 900, scheme) for scheme in ("light", "dark")}
    with tempfile.TemporaryDirectory(prefix="bedside-shots-") as folder, sync_playwright() as play:
        house = House(Path(folder) / "data", level="WARNING")
        house.start()
        try:
            browser = play.chromium.launch(
                executable_path=shutil.which("chromium") or shutil.which("google-chrome"),
                args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            )
            for shot in shots(house):
                phones = {"390": Screen(390, 844, "light")} if shot.phone else {}
                for name, screen in {**schemes, **phones}.items():
                    take(browser, house, shot, screen, name)
            browser.close()
        finally:
            house.stop()


if __name__ == "__main__":
    main()

"""Takes the pictures of the documents from a running demo: `make screenshots`."""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

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
    """Open the explanation of the first finding that has a safe wording, as F8 does."""
    page.keyboard.press("Control+Home")
    card = page.get_by_role("group", name="Why this is marked")
    for _ in page.locator(".cm-content .m").all():
        page.keyboard.press("F8")
        expect(card).to_be_visible()
        if card.get_by_role("button", name="Use this").is_visible():
            return


def shots(house: House) -> list[Shot]:
    """Return what the documents show."""

    def first(statement: str) -> int:
        return int(house.query(statement)[0][0])

    def titled(title: str) -> int:
        return first(f"SELECT id FROM posts_post WHERE title = '{title}'")

    unknown = first("SELECT id FROM outbox_delivery WHERE state = 'unknown'")
    live = first("SELECT id FROM posts_post WHERE state = 'live' ORDER BY publish_at DESC")
    stopped = first("SELECT authorization_id FROM consents_revocation")
    open_picture = first("SELECT asset_id FROM library_box WHERE status = 'open'")
    flu = titled("Flu shots, walk-in Saturdays")
    return [
        Shot("today", "Nora", ""),
        Shot("calendar", "Bob", "calendar/", phone=True),
        Shot("composer", "Bob", f"compose/{flu}/", explain, phone=True),
        Shot("approval", "Nora", f"approvals/{titled('Flu: Saturday photo')}/"),
        Shot("delivery", "Bob", f"deliveries/{unknown}/"),
        Shot("record", "Nora", f"records/post/{live}/", phone=True),
        Shot("networks", "Alice", "networks/"),
        Shot("consents", "Nora", f"consents/{stopped}/", phone=True),
        Shot("library", "Bob", f"library/{open_picture}/", phone=True),
        Shot("rules", "Nora", "rules/"),
    ]


def take(page: Page, shot: Shot, name: str) -> None:
    """Take one picture and keep it, as small as it gets without being seen."""
    go(page, shot.path)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    shot.prepare(page)
    taken = io.BytesIO(page.screenshot(animations="disabled", caret="hide"))
    picture, file = Image.open(taken).convert("RGB"), IMAGES / f"{shot.name}-{name}.png"
    picture.save(file, optimize=True)
    if file.stat().st_size > HEAVY:
        picture.quantize(256).save(file, optimize=True)
    print(f"{file.relative_to(ROOT)}: {file.stat().st_size // 1000} kB")  # noqa: T201


def take_all(browser: Browser, house: House) -> None:
    """Take every picture at every size and by day and night, as its person sees it."""
    screens = {
        "light": Screen(1440, 900, "light"),
        "dark": Screen(1440, 900, "dark"),
        "390": Screen(390, 844, "light"),
    }
    wanted = shots(house)
    for name, screen in screens.items():
        for who in sorted({shot.who for shot in wanted}):
            context = browser.new_context(base_url=house.address, **screen.options())
            page = context.new_page()
            page.goto("/")
            sign_in(page, house.sign_ins()[who])
            for shot in wanted:
                if shot.who == who and (shot.phone or not screen.phone):
                    take(page, shot, name)
            context.close()


def main() -> None:
    """Start the demo in a folder of its own, take all pictures, stop it."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bedside-shots-") as folder, sync_playwright() as play:
        house = House(Path(folder) / "data", level="WARNING")
        house.start()
        try:
            browser = play.chromium.launch(
                executable_path=shutil.which("chromium") or shutil.which("google-chrome"),
                args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            )
            take_all(browser, house)
            browser.close()
        finally:
            house.stop()


if __name__ == "__main__":
    main()

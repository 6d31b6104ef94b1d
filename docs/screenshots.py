"""Takes the pictures of the documents from the demo: `make screenshots`."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx
from playwright.sync_api import Browser, Page, sync_playwright

IMAGES = Path(__file__).parent / "images"
CLINIC = "cedar-hollow-family-clinic"
SHOTS = (
    ("Bob", "calendar", "calendar/"),
    ("Bob", "composer", "Flu shots, walk-in Saturdays"),
    ("Nora", "approval", "Flu: Saturday photo"),
    ("Bob", "delivery", "deliveries/"),
    ("Nora", "record", "records/"),
    ("Bob", "today", ""),
    ("Alice", "networks", "networks/"),
)
"""Who looks, what the picture is called, and an address or the title of a post."""


def main() -> None:
    """Start a demo in a scratch directory, look at it by day, by night and on a phone."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        port = _free_port()
        house = subprocess.Popen(
            [sys.executable, "-m", "bedside.suite.cli", "run", "--port", str(port)],
            env={**os.environ, "BEDSIDE_DATA": folder, "BEDSIDE_INSECURE_HTTP": "1"},
        )
        try:
            base = f"http://127.0.0.1:{port}"
            _wait(base)
            people = json.loads((Path(folder) / "demo.json").read_text())["sign_ins"]
            with sync_playwright() as play:
                browser = play.chromium.launch(
                    executable_path=shutil.which("chromium"),
                    args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
                )
                for mode in ("light", "dark", "390"):
                    _album(browser, base, people, mode)
        finally:
            house.terminate()
            house.wait(30)


def _album(browser: Browser, base: str, people: list[dict[str, str]], mode: str) -> None:
    for name in ("Bob", "Nora", "Alice"):
        narrow = mode == "390"
        context = browser.new_context(
            viewport={"width": 390, "height": 844} if narrow else {"width": 1440, "height": 900},
            color_scheme="dark" if mode == "dark" else "light",
        )
        page = context.new_page()
        _sign_in(page, base, next(one for one in people if one["name"].startswith(name)))
        for who, picture, where in SHOTS:
            if who == name:
                _open(page, f"{base}/{CLINIC}/", picture, where)
                page.screenshot(path=str(IMAGES / f"{picture}-{mode}.png"))
        context.close()


def _sign_in(page: Page, base: str, person: dict[str, str]) -> None:
    page.goto(f"{base}/accounts/login/")
    page.fill("input[name=login]", person["email"])
    page.fill("input[name=password]", person["password"])
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(f"**/{CLINIC}/**")


def _open(page: Page, home: str, picture: str, where: str) -> None:
    """Go to an address, or through a list to the post with this title."""
    match picture:
        case "composer":
            page.goto(f"{home}calendar/?view=list")
            page.get_by_role("link", name=where).first.click()
            page.wait_for_timeout(2500)
        case "approval":
            page.goto(f"{home}approvals/")
            page.get_by_role("link", name=where).first.click()
            page.wait_for_timeout(800)
        case "delivery":
            page.goto(f"{home}deliveries/?state=unknown")
            page.locator("table a").first.click()
            page.wait_for_timeout(800)
        case "record":
            page.goto(f"{home}deliveries/?state=live")
            page.locator("table a").first.click()
            page.get_by_role("link", name="Record", exact=True).click()
            page.wait_for_timeout(800)
        case _:
            page.goto(home + where)
            page.wait_for_timeout(800)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        port: int = one.getsockname()[1]
        return port


def _wait(base: str, seconds: float = 180) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if httpx.get(f"{base}/accounts/login/", timeout=5).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.5)
    raise SystemExit("Bedside did not start: look at what it printed above.")


if __name__ == "__main__":
    main()

"""What happened to a post can be read, verified, taken out, and verified elsewhere."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys.visiting import BOTH, DESK, fine, said

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.house import House
    from tests.journeys.visiting import Screen, Visits

pytestmark = pytest.mark.browser


@pytest.fixture
def published(house: House) -> int:
    """A post of the demo that went out."""
    asked = "SELECT id FROM posts_post WHERE state = 'live' ORDER BY publish_at LIMIT 1"
    return int(house.query(asked)[0][0])


@pytest.mark.parametrize("screen", BOTH, ids=lambda screen: screen.name)
def test_the_record_of_a_post_is_verified_and_taken_out(
    visits: Visits, house: House, published: int, screen: Screen, tmp_path: Path
) -> None:
    page = visits.open("Nora", f"records/post/{published}/", screen)
    expect(page.get_by_role("heading", name="Certificate of what was published")).to_be_visible()
    fine(page)
    page.get_by_role("button", name="Verify the chain").click()
    said(page, "The chain is intact")
    fine(page)
    with page.expect_download() as coming:
        page.get_by_role("button", name="Export to verify").click()
    file = tmp_path / coming.value.suggested_filename
    coming.value.save_as(file)
    assert file.name == f"record-post-{published}.json"
    checked = house.command("verify", str(file))
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_an_export_that_was_changed_is_found_out(
    visits: Visits, house: House, published: int, tmp_path: Path
) -> None:
    page = visits.open("Nora", f"records/post/{published}/", DESK)
    with page.expect_download() as coming:
        page.get_by_role("button", name="Export to verify").click()
    file = tmp_path / "changed.json"
    coming.value.save_as(file)
    said_there = file.read_text(encoding="utf-8")
    assert "post.approved" in said_there
    file.write_text(said_there.replace("post.approved", "post.rejected", 1), encoding="utf-8")
    json.loads(file.read_text(encoding="utf-8"))
    assert house.command("verify", str(file)).returncode != 0


def test_the_whole_record_is_taken_out_and_verified(
    visits: Visits, house: House, tmp_path: Path
) -> None:
    page = visits.open("Alice", "records/", DESK)
    with page.expect_download() as coming:
        page.get_by_role("button", name="Export everything").click()
    file = tmp_path / coming.value.suggested_filename
    coming.value.save_as(file)
    checked = house.command("verify", str(file))
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_a_writer_reads_the_record_and_takes_nothing_out(visits: Visits, published: int) -> None:
    page = visits.open("Bob", f"records/post/{published}/", DESK)
    expect(page.get_by_role("button", name="Verify the chain")).to_be_visible()
    expect(page.get_by_role("button", name="Export to verify")).to_have_count(0)
    fine(page)

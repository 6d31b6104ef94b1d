"""Headings go down one step at a time, also where nothing is there yet (WCAG 2.2, 1.3.1)."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

HEADING = re.compile(r"<h([1-6])\b")
HOME = "/cedar-hollow-family-clinic/"
PAGES = [
    "",
    "search/",
    "calendar/",
    "calendar/?view=week",
    "calendar/?view=day",
    "calendar/?view=list",
    "calendar/?view=list&state=live",
    "calendar/?view=undated",
    "slots/",
    "compose/",
    "approvals/",
    "library/",
    "rules/",
    "rules/?show=dismissed",
    "rules/P014/",
    "rules/C006/",
    "records/",
    "deliveries/",
    "deliveries/?state=live",
    "networks/",
    "networks/connect/practice/",
    "settings/",
    "settings/members/",
    "settings/places/",
    "settings/staff/",
]


def skipped(page: str) -> list[tuple[int, int]]:
    """Return each pair of headings of a page between which a level is missing."""
    levels = [0, *map(int, HEADING.findall(page))]
    return [(above, below) for above, below in pairwise(levels) if below > above + 1]


@pytest.mark.parametrize("path", PAGES)
def test_headings_of_an_empty_clinic_skip_no_level(client, alice, path):
    alice.organisation.staff.all().delete()
    client.force_login(alice.user)
    answer = client.get(HOME + path)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert skipped(page) == []
    assert page.count("<h1") == 1


@pytest.mark.parametrize("path", ["calendar/", "deliveries/", "library/", "networks/", "records/"])
def test_headings_of_a_clinic_with_an_account_skip_no_level(client, alice, account, path):
    client.force_login(alice.user)
    assert skipped(client.get(HOME + path).content.decode()) == []


def test_headings_of_an_empty_practice_page_skip_no_level(client, alice, account):
    client.force_login(alice.user)
    assert skipped(client.get(f"/practice/{account.handle}/").content.decode()) == []

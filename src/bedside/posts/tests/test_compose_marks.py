from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedside.guard import Draft, check
from bedside.posts.composing.marks import marks, utf16_units
from bedside.posts.tests.writing import FAMILY
from bedside.rulebook.sources import href_of


def units_of(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(st.text(st.characters(codec="utf-8")))
def test_an_offset_is_what_a_browser_counts_up_to_there(text: str):
    units = utf16_units(text)
    assert [units(at) for at in range(len(text) + 1)] == [
        units_of(text[:at]) for at in range(len(text) + 1)
    ]


@pytest.mark.parametrize("before", ["", "🎉 ", f"{FAMILY} ", "🇺🇸🎉 So many! ", "é́ "])
def test_what_is_marked_is_marked_behind_emoji_too(before: str):
    text = f"{before}Our 97-year-old patient walked home 🎉."
    found = marks(check(Draft(text)), text)
    mark = next(mark for mark in found if mark["code"] == "P014")
    browser = text.encode("utf-16-le")
    marked = browser[mark["start"] * 2 : mark["end"] * 2].decode("utf-16-le")
    assert marked == "97-year-old"
    assert mark["severity"] == "block"


def test_a_clean_text_has_no_marks():
    text = "Walk in any Saturday, 8 to 12."
    assert marks(check(Draft(text)), text) == []


@pytest.mark.parametrize(
    ("source", "href"),
    [
        (
            "45 CFR 164.514(b)(2)(i)(C)",
            "https://www.ecfr.gov/current/title-45/section-164.514",
        ),
        ("16 CFR 465.2; more", "https://www.ecfr.gov/current/title-16/section-465.2"),
        ("16 CFR 465", "https://www.ecfr.gov/current/title-16/part-465"),
        ("https://www.cdc.gov/flu", "https://www.cdc.gov/flu"),
        ("javascript:alert(1)", ""),
        ("Own rule", ""),
        ("", ""),
    ],
)
def test_a_source_that_can_be_read_has_an_address(source: str, href: str):
    assert href_of(source) == href

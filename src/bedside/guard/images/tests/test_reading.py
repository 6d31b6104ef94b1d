from __future__ import annotations

import pytest

from bedside.guard.draft import Organisation
from bedside.guard.images.boxes import Box
from bedside.guard.images.findings import Line
from bedside.guard.images.reading import judged, screens

SIZE = (1000, 1000)
OURS = Organisation(
    name="Cedar Grove Family Clinic",
    staff=("Tara Okafor",),
    phone="(555) 018-2200",
    places=("41 Alder Street", "Millbrook"),
)


def lines(*texts: str, apart: float = 0.04) -> list[Line]:
    """Return lines below each other, each 30 pixels high."""
    return [
        Line(Box(0.1, 0.1 + number * apart, 0.4, 0.03), text, 0.98)
        for number, text in enumerate(texts)
    ]


def says(*texts: str, org: Organisation = OURS) -> list[str]:
    return [line.says for line in judged(lines(*texts), org, SIZE)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("HOLLOWAY, MARGARET A", "a name"),
        ("HOLLOWAY^MARGARET", "a name"),
        ("Margaret Holloway", "a name"),
        ("DOB 03/14/1951", "a date of birth"),
        ("D0B: 1951-O3-14", "a date of birth"),
        ("1951-03-14", "a date"),
        ("30-0ct-2026 14:22", "a date"),
        ("MRN 00482913", "a record number"),
        ("MRN: OO4829I3", "a record number"),
        ("00482913", "a record number"),
        ("Rm 412", "a room or bed"),
        ("Bed B", "a room or bed"),
        ("NPO after midnight", "an instruction for care"),
        ("Rx# 6690418", "a prescription"),
        ("METOPROLOL 25 MG", "a prescription"),
        ("call 555-340-9921", "a phone number"),
        ("219 Sycamore Ave, Dayton", "an address"),
        ("call Mrs. Abernathy", "a name"),
        ("72 yo M", "an age"),
    ],
)
def test_what_stands_on_labels_and_boards_is_told(text: str, kind: str):
    (told,) = says(text)
    assert kind in told


def test_the_sentence_holds_none_of_the_words():
    (line,) = judged(lines("HOLLOWAY, MARGARET  DOB 03/14/1951"), OURS, SIZE)
    assert line.identifier
    assert line.says == "Reads like a name and a date of birth."


def test_a_label_is_read_together_with_the_line_below_it():
    assert says("Date of birth:", "April 19, 1958")[1]
    assert not says("April 19, 1958")[0]


def test_a_label_that_stands_far_away_says_nothing_about_a_line():
    far = judged(lines("Date of birth:", "April 19, 1958", apart=0.3), OURS, SIZE)
    assert not far[1].identifier


@pytest.mark.parametrize(
    "texts",
    [
        ("Free flu shots", "Saturday, November 14, 9 am to 1 pm"),
        ("Sat 11/14/2026", "9 am - 1 pm"),
        ("Cedar Grove Family Clinic", "41 Alder Street, Millbrook", "Call (555) 018-2200"),
        ("Meet Tara Okafor", "Your new nurse practitioner"),
        ("Call or text 988", "1-800-273-8255"),
        ("Tomato soup 4.50", "Coffee 2.20"),
        ("EXIT", "FIRE DOOR"),
    ],
)
def test_signs_and_flyers_of_the_organization_are_no_identifiers(texts: tuple[str, ...]):
    assert not any(says(*texts))


def test_the_same_words_count_where_they_are_not_the_organizations_own():
    stranger = Organisation(name="Harbor Dental")
    assert any(says("Call (555) 018-2200", org=stranger))
    assert any(says("Meet Tara Okafor", org=stranger))


def test_a_date_of_a_flyer_counts_once_care_is_spoken_of_beside_it():
    assert not any(says("Sat 11/14/2026"))
    assert "a date" in says("Sat 11/14/2026", "MRN 00482913")[0]


def test_many_lines_close_together_are_a_screen_and_a_few_are_not():
    many = [line.box for line in lines(*["Metformin"] * 12)]
    assert len(screens(many, SIZE)) == 1
    assert screens(many[:5], SIZE) == ()


def test_lines_all_over_a_picture_are_no_screen():
    spread = [Box(0.05 + 0.45 * (n % 2), 0.05 + 0.075 * n, 0.1, 0.01) for n in range(12)]
    assert screens(spread, SIZE) == ()

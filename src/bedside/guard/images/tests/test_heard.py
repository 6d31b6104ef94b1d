"""Words in a picture are read by the text guard in full, as words below a picture are."""

from __future__ import annotations

import pytest

from bedside.guard.draft import Organisation
from bedside.guard.engine import DEFAULT, Settings
from bedside.guard.finding import Severity
from bedside.guard.images.boxes import Box
from bedside.guard.images.findings import Line, Scan, Texts
from bedside.guard.images.reading import heard, judged
from bedside.guard.images.telling import findings

OURS = Organisation(
    name="Cedar Grove Family Clinic", staff=("Tara Okafor",), phone="(555) 018-2200"
)
SIZE = (1000, 1000)
CARE = "Reads like something about somebody's care."


def read(*texts: str, apart: float = 0.04, settings: Settings = DEFAULT) -> tuple[Line, ...]:
    """Return what comes of lines below each other, each 30 pixels high."""
    lines = [
        Line(Box(0.1, 0.1 + number * apart, 0.4, 0.03), text, 0.98)
        for number, text in enumerate(texts)
    ]
    scan = Scan(*SIZE, 0, texts=Texts(lines=judged(lines, OURS, SIZE)), full=True)
    return heard(scan, OURS, settings).texts.lines


def test_a_block_that_tells_of_somebodys_care_becomes_one_line_around_all_of_it():
    (line,) = read("We're so glad your", "surgery went well")
    assert line.says == CARE
    assert not line.identifier
    assert line.text == "We're so glad your\nsurgery went well"
    assert (line.box.y, line.box.y + line.box.h) == pytest.approx((0.1, 0.17))


def test_a_name_in_such_a_block_is_said_first():
    (line,) = read("We loved helping Maria", "through her chemo")
    assert line.identifier
    assert line.says == "Reads like a name and something about somebody's care."


def test_a_sentence_that_stands_at_both_ends_of_a_picture_is_read_as_one():
    assert [line.says for line in read("So glad your", "surgery went well", apart=0.7)] == [
        CARE,
        CARE,
    ]


@pytest.mark.parametrize(
    ("texts", "says"),
    [
        (("GUARANTEED CURE",), "a claim about health that needs proof"),
        (("Leave us a 5-star review", "and get a $10 gift card"), "the law on reviews"),
        (("20% off whitening this month",), "advertising that has rules of its own"),
        (("Did you have diabetes?", "Tell us in the comments"), "a question about people's health"),
    ],
)
def test_other_faults_are_told_by_their_family_and_never_with_the_words(
    texts: tuple[str, ...], says: str
):
    (line,) = read(*texts)
    assert says in line.says
    assert not any(text.casefold() in line.says.casefold() for text in texts)


@pytest.mark.parametrize(
    "texts",
    [
        (
            "FREE FLU SHOTS!!!",
            "WALK IN, NO APPOINTMENT",
            "Adults $25, children $15",
            "Mon-Fri 8 am - 5 pm",
            "Cedar Grove Family Clinic",
            "(555) 018-2200",
        ),
        ("Meet Tara Okafor", "Your new nurse practitioner"),
        ("EXIT", "FIRE DOOR"),
        ("Please knock", "and wait"),
        ("Were hear to help", "recieve a flu shot"),
    ],
)
def test_signs_flyers_and_misspelled_words_are_harmless(texts: tuple[str, ...]):
    assert [line.text for line in read(*texts) if line.says or line.identifier] == []
    assert len(read(*texts)) == len(texts)


def test_identifiers_stay_lines_of_their_own_and_leave_their_neighbours_alone():
    band = read("HOLLOWAY, MARGARET", "DOB 03/14/1951", "Thank you")
    assert [line.says for line in band] == [
        "Reads like a name.",
        "Reads like a date of birth.",
        "",
    ]


def test_the_organizations_settings_hold_for_pictures_too():
    offer = "20% off whitening this month"
    assert not read(offer, settings=Settings(off=frozenset({"M011"})))[0].says
    assert not read(offer, settings=Settings(severities={"M011": Severity.INFO}))[0].says
    told = "We loved helping Maria through her chemo"
    lax = Settings(off=frozenset({"D032", "D090", "P001"}))
    assert "something about somebody's care" in read(told, settings=lax)[0].says


def test_a_picture_without_words_stays_as_it_is():
    scan = Scan(*SIZE, 7, full=True)
    assert heard(scan, OURS) == scan


def test_what_is_told_of_a_block_is_told_by_the_command():
    line = Line(Box(0.1, 0.1, 0.4, 0.03), "Guaranteed cure", 0.98)
    (told,) = findings(heard(Scan(*SIZE, 0, texts=Texts(lines=(line,)), full=True), OURS))
    assert (told.kind, told.says) == ("text", "Reads like a claim about health that needs proof.")

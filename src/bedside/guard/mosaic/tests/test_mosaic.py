"""The clues of whole texts, and what they come to."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bedside.guard import Draft, Kind, Organisation, Severity, check
from bedside.guard.mosaic.estimate import Sort
from bedside.guard.mosaic.person import mosaic
from bedside.guard.rules.disclosures.mosaic import FEW, SOME, Mosaic

TOWN = Organisation(name="Cedar Hollow Clinic", city="Cedar Hollow")
CITY = Organisation(name="Lakeside Clinic", city="Chicago, IL")
BEEKEEPER = "A 61-year-old beekeeper from Halstead went home today. She lives with ALS."

A, S, P, C, D, R, F = (
    Sort.AGE, Sort.SEX, Sort.PLACE, Sort.CONDITION, Sort.DATE, Sort.ROLE, Sort.FAMILY,
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "sorts"),
    [
        (BEEKEEPER, {A, S, P, C, D, R}),
        ("The mayor had his hip replacement.", {S, C, R}),
        ("A mother of six from Odessa, WA had heart surgery.", {S, P, C, F}),
        ("Our patient, 34F, was intubated on March 3.", {A, S, C, D}),
        ("A toddler was airlifted last night.", {A, C, D}),
        ("A widower in his eighties got dialysis.", {A, S, C, F}),
        ("A centenarian got a new hip replacement here.", {A, C}),
    ],
)
def test_clues_of_one_person_are_collected(text, sorts):
    estimate = mosaic(Draft(text, org=CITY))
    assert estimate is not None
    assert estimate.sorts == sorts


@pytest.mark.parametrize(
    "text",
    [
        "About 61 of 10,000 people in Boise live with epilepsy.",
        "A 61-year-old woman can often go home a week after a heart transplant.",
        "Dr. Chen, a mother of four from Halstead, joined our cancer team.",
        "In 1967 a 53-year-old grocer received the first heart transplant.",
        "Anyone over 61 may ask for a shingles shot.",
        "One in 8 women gets breast cancer. She may be a teacher.",
        "My son is nine and has type 1 diabetes. He did his own finger stick yesterday.",
        "Our practice manikin, a 61-year-old beekeeper, had a heart attack again.",
        "Open on Tuesday for flu shots.",
        "",
    ],
)
def test_statistics_staff_history_and_inventions_are_nobody(text):
    assert list(Mosaic().find(Draft(text, org=TOWN))) == []


def found(text, org=TOWN, kind=Kind.POST):
    return list(Mosaic().find(Draft(text, kind=kind, org=org)))


def test_the_finding_counts_says_its_assumptions_and_marks_what_to_leave_out():
    (finding,) = found("A teacher, 34, came in with a detached retina. He went home.")
    assert finding.severity is Severity.WARN
    assert "population 10,000 of Cedar Hollow" in finding.message
    assert "(assumed)" in finding.why
    assert f"Leave out the {Sort.CONDITION} and about" in finding.message


def test_few_people_are_a_warning_some_a_hint_and_many_nothing():
    text = "A teacher lives with {}. He went home from our clinic."
    few = found(text.format("ALS"), CITY)
    some = found(text.format("depression"), Organisation(city="Denver, CO"))
    many = found(text.format("depression"), Organisation(city="New York, NY"))
    assert [finding.severity for finding in few] == [Severity.WARN]
    assert [finding.severity for finding in some] == [Severity.INFO]
    assert many == []
    assert FEW < SOME


def test_where_another_rule_stops_the_text_it_only_explains():
    stopped = check(
        Draft("Our patient, a 34-year-old beekeeper with leukemia, went home today!", org=TOWN)
    )
    told = [finding for finding in stopped.findings if finding.code == "D091"]
    assert [finding.severity for finding in told] == [Severity.INFO]


def test_a_quick_check_does_not_count():
    report = check(Draft(BEEKEEPER, org=TOWN), quick=True)
    assert "D091" not in {finding.code for finding in report.findings}


PARTS = st.lists(
    st.sampled_from(
        [
            "She is a beekeeper.", "She came from Halstead.", "She turned 61.", "She has ALS.",
            "It was last Tuesday.", "She is a widow.", "She had a stroke.", "She taught in Boise.",
        ]
    ),
    unique=True,
    max_size=5,
)  # fmt: skip


@given(parts=PARTS, more=PARTS)
def test_a_text_that_tells_more_never_fits_more_people(parts, more):
    start = "She went home after chemo. "
    less = mosaic(Draft(start + " ".join(parts), org=CITY))
    added = [part for part in more if part not in parts]
    longer = mosaic(Draft(start + " ".join([*parts, *added]), org=CITY))
    assert less is not None
    assert longer is not None
    assert longer.people() <= less.people() * (1 + 1e-9)


@given(text=st.text(), org=st.builds(Organisation, city=st.text(), places=st.tuples(st.text())))
@example(text="a 999-year-old man's chemo from İzmir, ON was 9yo y/o", org=TOWN)
@example(text="He turned 61st birthday from \ud800, İİİ 𝟞𝟙-year-old ALS", org=TOWN)
def test_no_text_breaks_the_count(text, org):
    for finding in found("He went home. " + text + " He had chemo. " + text, org):
        assert finding.start < finding.end

"""What the law of a place adds: every entry is reachable, and nothing is ever softened."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedside.guard import Draft, Kind, Settings, Severity, Verdict, check
from bedside.guard.finding import RANK
from bedside.guard.jurisdictions import UnknownJurisdiction, laws, profile, profiles, spelled
from bedside.guard.jurisdictions.docs import page
from bedside.guard.page import read_page
from bedside.guard.part_two import NEUTRAL
from bedside.guard.registry import all_rules
from bedside.guard.rewriting import suggestions

RULES = {rule.code: rule for rule in all_rules()}
ENTRIES = [
    pytest.param(place, entry, code, id=f"{place.code}-{number}-{code}")
    for place in profiles().values()
    for number, entry in enumerate(place.entries)
    for code in entry.codes
]
NAMES = st.lists(st.sampled_from(sorted(profiles())), max_size=5)
OWN = st.builds(
    Settings,
    off=st.frozensets(st.sampled_from(sorted(RULES)), max_size=20),
    severities=st.dictionaries(
        st.sampled_from(sorted(RULES)), st.sampled_from(sorted(Severity)), max_size=20
    ),
)
SAMPLES = [example.draft for rule in all_rules() for example in read_page(rule).flagged[:1]]


def graver_or_equal(first, second):
    return RANK[first] >= RANK[second]


@pytest.mark.parametrize(("place", "entry", "code"), ENTRIES)
def test_every_entry_is_reached_by_an_example_of_its_rule(place, entry, code):
    rule, settings = RULES[code], profile([place.code])
    assert settings.asks(rule)
    found = [
        settings.severity(rule, finding.severity)
        for example in read_page(rule).flagged
        for finding in rule.find(example.draft)
    ]
    least = entry.severity or Severity.INFO
    assert found or not rule.again  # the model finds nothing where it is not installed
    assert all(graver_or_equal(severity, least) for severity in found)


@pytest.mark.parametrize(("place", "entry", "code"), ENTRIES)
def test_every_entry_says_why_since_when_and_where_it_is_written(place, entry, code):
    assert entry.reason.endswith(".")
    assert entry.source
    assert entry.since <= entry.checked <= date(2100, 1, 1)
    assert entry.severity or entry.floor
    own = entry.severity or RULES[code].severity
    assert entry.floor is None or graver_or_equal(own, entry.floor)


@pytest.mark.parametrize(("place", "entry", "code"), ENTRIES)
def test_no_choice_goes_below_a_floor_nor_switches_it_off(place, entry, code):
    rule = RULES[code]
    own = Settings(off=frozenset({code}), severities={code: Severity.INFO})
    settings = profile([place.code], own)
    floor = entry.floor or Severity.INFO
    assert graver_or_equal(settings.severity(rule, rule.severity), floor)
    assert settings.asks(rule) or entry.floor is None


@pytest.mark.parametrize("rule", [one for one in all_rules() if one.jurisdictions])
def test_a_rule_of_places_is_read_for_there_and_nowhere_else(rule):
    assert rule.jurisdictions <= profiles().keys()
    for name in profiles():
        assert profile([name]).asks(rule) is (name in rule.jurisdictions)
        assert (rule.code in laws([name])) >= (name in rule.jurisdictions)


@pytest.mark.parametrize("draft", SAMPLES, ids=lambda draft: draft.text[:30])
def test_the_federal_base_is_what_holds_anyway(draft):
    assert check(draft, profile(["us"]), quick=True) == check(draft, quick=True)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
@pytest.mark.parametrize("chosen", [None, *Severity])
def test_the_federal_base_leaves_every_choice_as_it_is(rule, chosen):
    own = Settings(severities={} if chosen is None else {rule.code: chosen})
    based = profile(["us"], own)
    assert based.severity(rule, rule.severity) == own.severity(rule, rule.severity)
    assert based.asks(rule) == own.asks(rule)


@given(NAMES, st.sampled_from(sorted(profiles())), OWN, st.sampled_from(sorted(Severity)))
def test_one_more_place_never_lowers_a_severity_nor_silences_a_rule(names, more, own, found):
    before, after = profile(names, own), profile([*names, more], own)
    for rule in RULES.values():
        assert graver_or_equal(after.severity(rule, found), before.severity(rule, found))
        assert after.asks(rule) or not before.asks(rule)


@given(NAMES, NAMES, OWN)
def test_the_order_in_which_places_are_named_is_no_matter(first, second, own):
    assert profile([*first, *second], own) == profile([*second, *first], own)
    assert profile(second, profile(first, own)).floors == profile([*first, *second], own).floors


@given(st.sampled_from(SAMPLES), NAMES, st.sampled_from(sorted(profiles())))
def test_one_more_place_never_clears_a_text(draft, names, more):
    gravity = [Verdict.CLEAR, Verdict.WARN, Verdict.BLOCK].index
    before = check(draft, profile(names), quick=True).verdict
    after = check(draft, profile([*names, more]), quick=True).verdict
    assert gravity(after) >= gravity(before)


def test_a_state_brings_the_federal_law_along():
    assert spelled(["us-tx"]) == ("us", "us-tx")
    assert spelled(["Ontario", "us-wa", "US-WA"]) == ("ca-on", "us", "us-wa")


def test_a_place_that_nobody_knows_is_named_with_those_that_are_known():
    with pytest.raises(UnknownJurisdiction, match='no jurisdiction "Narnia"; use one of us, '):
        profile(["us", "Narnia"])


def test_where_a_privacy_officer_is_stricter_that_holds():
    own = Settings(severities={"M004": Severity.ERROR})
    assert profile(["uk"], own).severity(RULES["M004"], Severity.WARN) is Severity.ERROR


PRESENCE = [
    ("review_reply", "Thanks for choosing us!", None),
    ("review_reply", "Thank you for trusting us with your recovery!", None),
    ("review_reply", "We are proud of you.", None),
    ("reply", "See you at group on Thursday.", None),
    ("reply", "We build this for clients like you.", None),
    ("reply", "Anyone who gets addiction treatment here signs a contract, as you did.", None),
    ("reply", "Congratulations on your recovery!", None),
    ("reply", "Way to go!", "Six months sober today"),
    ("message", "We still talk about when you were here.", None),
    ("message", "We cannot discuss your treatment here.", None),
    ("post", "Proud of our program graduate, one year sober!", None),
]
"""What may not be said where substance use is treated."""


@pytest.mark.parametrize(("kind", "text", "answered"), PRESENCE)
def test_a_program_may_not_even_confirm_presence(kind, text, answered):
    draft = Draft(text, kind=Kind(kind), reply_to=answered)
    assert check(draft, profile(["us-tx", "us-part-2"])).verdict is Verdict.BLOCK


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("review_reply", "Thank you for writing."),
        ("review_reply", NEUTRAL),
        ("reply", "Recovery is possible. Help is there day and night."),
        ("reply", "Open house on Saturday. Everyone is welcome."),
        ("post", "September is Recovery Month. Help is there day and night."),
    ],
)
def test_a_program_may_say_what_one_says_to_anybody(kind, text):
    draft = Draft(text, kind=Kind(kind))
    assert check(draft, profile(["us-part-2"])) == check(draft)
    assert check(draft, profile(["us-part-2"]), quick=True).verdict is Verdict.CLEAR


@pytest.mark.parametrize(("kind", "text", "answered"), PRESENCE[:8])
def test_a_neutral_answer_is_offered_to_a_program_and_passes(kind, text, answered):
    settings = profile(["us-part-2"])
    draft = Draft(text, kind=Kind(kind), reply_to=answered)
    offers = suggestions(draft, check(draft, settings), settings=settings)
    assert offers
    for offer in offers:
        answer = Draft(offer.text, kind=draft.kind, reply_to=answered)
        assert check(answer, settings).verdict is Verdict.CLEAR


@pytest.mark.parametrize(
    ("distance", "barred"),
    [
        ("2,000 feet", True),
        ("2,001 feet", False),
        ("609 meters", True),
        ("610 m", False),
        ("0.3 miles", True),
        ("1 km", False),
        ("600 yards", True),
    ],
)
def test_washington_counts_the_feet_of_a_fence(distance, barred):
    draft = Draft(f"Show it within {distance} of the clinic.", kind=Kind.AD)
    codes = {finding.code for finding in check(draft, profile(["us-wa"])).findings}
    assert ("M023" in codes) is barred


def test_the_page_of_places_is_fresh():
    root = Path(__file__).resolve().parents[5]
    assert (root / "docs/using/jurisdictions.md").read_text(encoding="utf-8") == page()

"""The engine: what a report promises whatever the text."""

import time
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bedside.guard import Draft, Finding, Kind, Organisation, Settings, Severity, Verdict, check
from bedside.guard.fusion import distinct
from bedside.guard.reading import Reading
from bedside.guard.registry import all_rules

ORG = Organisation(name="Cedar Hollow Family Clinic", staff=("Dr. Wei Chen",), phone="555-010-0100")
CONTEXTS = st.builds(
    Draft,
    text=st.text(max_size=300),
    kind=st.sampled_from(list(Kind)),
    reply_to=st.none() | st.text(max_size=60),
    org=st.sampled_from([Organisation(), ORG]),
    consents=st.sampled_from([(), ("Rosa Marquez",), ("",)]),
)
WORDY = st.lists(
    st.sampled_from(
        [
            "our",
            "your",
            "patient",
            "97-year-old",
            "Rosa",
            "Marquez",
            "went",
            "home",
            "today",
            "the",
            "knee",
            "surgery",
            "She",
            "was",
            "he",
            "it's",
            "if",
            "anyone",
            "Dr.",
            "Chen",
            "555-010-0100",
            "219-09-5432",
            "refunded",
            "copay",
            "on",
            "Tuesday",
            "\n",
            "…",
            "“",
            "”",
            "@a.b",
            "İ",
            "ß",
            "𝐘𝐨𝐮𝐫",
            "é",
            "�",
            "👩\u200d⚕️",
            ",",
            ".",
            "!",
            "?",
            "(",
            ")",
            ";",
            "but",
            "see",
            "you",
            "again",
            "MRN",
            "00418823",
            "a@b.co",
            "203.0.113.7",
        ]
    ),
    max_size=40,
).map(" ".join)


def assert_sound(draft):
    quick = check(draft, quick=True)
    full = check(draft)
    for finding in full.findings:
        assert 0 <= finding.start <= finding.end <= len(draft.text)
    assert set(quick.findings) <= set(full.findings)
    stretches = [(f.start, f.end, f.label, f.severity) for f in full.findings]
    assert len(stretches) == len(set(stretches))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CONTEXTS)
def test_any_text_gives_sound_findings_and_quick_ones_are_among_the_full(draft):
    assert_sound(draft)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WORDY, st.sampled_from(list(Kind)))
def test_any_mix_of_telling_words_gives_sound_findings(text, kind):
    assert_sound(Draft(text, kind, org=ORG, consents=("Rosa Marquez",)))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_a_reading_keeps_the_length_of_the_text(text):
    reading = Reading(text)
    assert len(reading.folded) == len(text)
    assert all(
        text[token.start : token.end] == token.text and token.text for token in reading.tokens
    )
    assert all(first < second for first, second in pairwise(reading.breaks))


HOSTILE = {
    "letters": "a" * 100_000,
    "spaces": "you " + " " * 100_000 + "x",
    "you": "you " * 25_000,
    "your": "your knee and " * 7_000,
    "we": "we loved having " * 6_000,
    "you and letters": "you " + "a" * 100_000,
    "letters and you": "a" * 50_000 + " told you " + "a" * 50_000,
    "days": "1" * 50_000 + " days in the icu weeks sober pounds down",
    "digits": "1 " * 50_000,
    "long number": "5" * 100_000,
    "dashes": "555-" * 25_000,
    "at signs": "a@" * 50_000,
    "dots": "." * 100_000,
    "dotted letters": "a." * 50_000,
    "newlines": "\n" * 100_000,
    "quotes": '"I ' * 33_000,
    "one quote": '"' + "me knee " * 12_000,
    "names": "Rosa Marquez " * 7_500,
    "capitals": "Aa Bb " * 16_000,
    "initials": "A. " * 33_000,
    "names and care": "Rosa finished chemo. " * 4_700,
    "brackets": "(" * 100_000,
    "emoji": "👩‍⚕️" * 20_000,
    "combining": "e" + "\u0301" * 100_000,
    "sentences": "She was discharged today. " * 3_800,
    "no end": "the patient was seen by the doctor and " * 2_500,
    "if you": "if you had surgery, " * 5_000,
    "adverbs": "you really really really " * 4_000,
    "streets": "on Aaa Bbb Street " * 5_500,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("kind", [Kind.POST, Kind.REVIEW_REPLY])
def test_a_hostile_text_is_checked_in_time(text, kind):
    check(Draft("warm up", kind), quick=True)
    begun = time.thread_time()
    check(Draft(text, kind, reply_to=text[:5_000]), quick=True)
    assert time.thread_time() - begun < 1.0


def finding(severity, code="X001", label="A", start=0, end=5):
    return Finding(code, label, severity, start, end, "")


def test_rivals_of_one_label_leave_the_most_severe_then_the_lower_code():
    error, warning = finding(Severity.ERROR, "X002"), finding(Severity.WARN)
    other = finding(Severity.ERROR, "X003")
    assert distinct((), [warning, other, error]) == [error]


def test_rivals_of_different_labels_both_stay():
    both = [finding(Severity.ERROR), finding(Severity.ERROR, "X002", "B")]
    assert distinct((), both) == both


def test_what_was_said_quickly_is_never_taken_back():
    quick, full = finding(Severity.WARN), finding(Severity.ERROR, "X002")
    assert distinct([quick], [full]) == [quick, full]


AGED = Draft("Our 97-year-old patient loves her garden.")


def codes(report):
    return {finding.code for finding in report.findings}


def test_a_rule_without_a_floor_can_be_switched_off():
    assert "D030" in codes(check(AGED))
    assert "D030" not in codes(check(AGED, Settings(off=frozenset({"D030"}))))


def test_a_rule_of_the_law_cannot_be_switched_off_or_softened():
    softened = Settings(off=frozenset({"P014"}), severities={"P014": Severity.INFO})
    found = [f for f in check(AGED, softened).findings if f.code == "P014"]
    assert [f.severity for f in found] == [Severity.ERROR]


def test_a_severity_may_be_set():
    settings_ = Settings(severities={"D030": Severity.INFO})
    found = [f for f in check(AGED, settings_).findings if f.code == "D030"]
    assert [f.severity for f in found] == [Severity.INFO]


def test_the_verdict_is_the_worst_finding():
    assert check(Draft("We open at eight.")).verdict is Verdict.CLEAR
    assert check(Draft("A patient asked me this morning about sunscreen.")).verdict is Verdict.WARN
    assert check(AGED).verdict is Verdict.BLOCK


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_floor_is_not_above_the_rule_itself(rule):
    ranks = [Severity.INFO, Severity.WARN, Severity.ERROR]
    assert rule.floor is None or ranks.index(rule.floor) <= ranks.index(rule.severity)


UNNAMED = Draft("Guess which firefighter got a new shoulder in June!")


def test_the_model_is_asked_on_a_full_check_and_not_again_about_approved_words():
    assert "D090" in codes(check(UNNAMED))
    assert "D090" not in codes(check(UNNAMED, only_stopping=True))


def test_the_model_says_nothing_where_a_rule_explains():
    report = check(Draft("She is 94 years old."))
    assert codes(report) & {"P014", "D090"} == {"P014"}
    assert report.verdict is Verdict.BLOCK

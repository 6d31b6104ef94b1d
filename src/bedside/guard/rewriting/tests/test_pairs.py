"""The rewrites that ship: every one of them is fit to be offered."""

import pytest

from bedside.guard import Draft, Kind, Organisation, Severity, check
from bedside.guard.rewriting.pairs import Pair, nearest, pairs
from bedside.guard.rewriting.slips import Audience, Mood, Slip, language, mood

ORG = Organisation(name="Cedar Hollow Clinic", city="Cedar Hollow", phone="555-0100")


def test_there_are_many_and_each_has_a_name_of_its_own():
    names = [pair.name for pair in pairs()]
    assert len(names) == len(set(names))
    assert len(names) >= 100
    assert {pair.audience for pair in pairs()} == set(Audience)


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair.name)
def test_no_rule_speaks_against_a_rewrite_that_ships(pair):
    text = pair.safe.replace("{phone}", ORG.phone)
    findings = check(Draft(text, kind=pair.kind, org=ORG)).findings
    # What only the model doubts is decided when a rewrite is offered: then it is asked again.
    by_rules = [found for found in findings if not found.code.endswith("090")]
    assert [found for found in by_rules if found.severity is not Severity.INFO] == []


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair.name)
def test_what_is_kept_of_a_slip_is_words_and_no_sentence(pair):
    assert all(word.isalpha() and word.islower() for word in pair.words)


def slipped(kind=Kind.REVIEW_REPLY, mood=Mood.CROSS, *sorts):
    audience = Pair("", kind, frozenset(), mood, "en", frozenset(), "").audience
    return Slip(audience, mood, "en", frozenset(sorts))


def test_the_nearest_speaks_of_the_same_matter():
    draft = Draft(
        "The surprise bill came from an outside pathology lab, they bill on their own.",
        kind=Kind.REVIEW_REPLY,
        reply_to="★★☆☆☆ Surprise bill from some lab I never heard of. Ridiculous.",
    )
    found = next(nearest(draft, slipped(Kind.REVIEW_REPLY, Mood.CROSS, "DIS-PAYMENT")))
    assert "bills are awful" in found.safe


def test_nothing_is_near_to_what_speaks_of_something_else():
    draft = Draft("Xylophone quartz zeppelin.", kind=Kind.POST)
    assert list(nearest(draft, slipped(Kind.POST, Mood.PLAIN))) == []


def test_mood_and_audience_are_never_mixed():
    draft = Draft("Waiting with a fever for hours is awful.", kind=Kind.MESSAGE)
    for feeling in Mood:
        slip = slipped(Kind.MESSAGE, feeling)
        assert all(pair.mood is feeling for pair in nearest(draft, slip))
        assert all(pair.audience is Audience.SENDER for pair in nearest(draft, slip))


@pytest.mark.parametrize(
    ("text", "answered", "felt"),
    [
        ("thank you!", "★★★★★ lovely", Mood.GLAD),
        ("thank you!", "★★☆☆☆ lovely but slow", Mood.CROSS),
        ("thank you!", "Worst clinic ever, avoid.", Mood.CROSS),
        ("thank you!", "Love you all, best team", Mood.GLAD),
        ("thank you!", "Do you see children?", Mood.PLAIN),
        ("we are sorry to read this.", "", Mood.CROSS),
        ("he passed away on tuesday.", "★★★★★ lovely", Mood.GRAVE),
        ("thank you!", "my brother died here", Mood.GRAVE),
    ],
)
def test_moods(text, answered, felt):
    assert mood(text, answered) is felt


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("thank you for the kind words", "en"),
        ("gracias por su confianza, nos vemos", "es"),
        ("merci de votre confiance, nous sommes là pour vous", "fr"),
        ("", "en"),
    ],
)
def test_languages(text, spoken):
    assert language(text) == spoken

"""What is offered instead of a text that the guard stops: warm, safe, and read by the guard."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bedside.guard import Draft, Kind, Organisation, Severity, Verdict, check
from bedside.guard.rewriting import suggestions
from bedside.guard.rewriting.slips import FAMILIES

ORG = Organisation(
    name="Cedar Hollow Clinic", staff=("Dr. Mei Chen",), city="Cedar Hollow", phone="555-0100"
)
PRAISE = "★★★★★ So kind, thank you!"
COMPLAINT = "★☆☆☆☆ Waited three hours. Never again."


def offered(text, kind=Kind.REVIEW_REPLY, answered=PRAISE, org=ORG, most=3):
    draft = Draft(text, kind=kind, reply_to=answered, org=org)
    return suggestions(draft, check(draft), most)


def texts(*arguments, **options):
    return [rewrite.text for rewrite in offered(*arguments, **options)]


def stopping(draft):
    return [
        finding
        for finding in check(draft).findings
        if finding.severity is not Severity.INFO and finding.code.startswith(FAMILIES)
    ]


def test_thanks_for_what_went_well_become_thanks_for_writing():
    found = texts("We're so glad your surgery went well!")
    assert "Thank you for taking the time to write." in found


def test_a_denial_becomes_neither_yes_nor_no_and_a_number():
    found = texts("We have no record of you in our system.", answered=COMPLAINT)
    assert any("whether anyone is or is not a patient" in text for text in found)
    assert any("555-0100" in text for text in found)


def test_a_complaint_is_answered_with_the_way_to_talk_and_never_with_cheer():
    found = texts(
        "Your bill for the root canal was correct, you were told twice.", answered=COMPLAINT
    )
    assert found
    assert all("555-0100" in text or "sorry" in text or "time to write" in text for text in found)
    assert not any("kind words" in text for text in found)


def test_an_invitation_to_tell_becomes_an_invitation_to_call():
    found = texts(
        "Tell us your symptoms in the comments and one of our nurses will reply!", Kind.POST, None
    )
    assert any("call" in text or "555-0100" in text for text in found)


def test_a_named_patient_in_a_post_becomes_a_statement_about_nobody():
    found = texts("Our patient Rosa Marquez rang the bell after chemo today!", Kind.POST, None)
    assert found
    assert not any("Rosa" in text or "bell" in text for text in found)


def test_what_tells_of_nobody_stays_as_it_was_written():
    found = offered(
        "Thank you for the kind words! We're so glad your surgery went well. Dr Nate", most=1
    )
    assert [(one.text, one.source) for one in found] == [
        ("Thank you for the kind words! Dr Nate", "your own words")
    ]


def test_greeting_emojis_and_signature_stay():
    (found, *_) = texts("Hi there! So glad your knee surgery went well 😊 - Dr. Chen")
    assert found.startswith("Hi there!")
    assert "😊" in found or "Dr. Chen" in found


def test_no_emoji_laughs_at_a_complaint():
    found = texts("You missed your appointment twice 😂", answered=COMPLAINT)
    assert found
    assert not any("😂" in text for text in found)


def test_without_a_number_nobody_is_asked_to_call_one():
    silent = replace(ORG, phone="")
    found = texts("We have no record of you here.", answered=COMPLAINT, org=silent)
    assert found
    assert not any("{" in text or "call" in text for text in found)


@pytest.mark.parametrize("kind", [Kind.POST, Kind.REVIEW_REPLY, Kind.MESSAGE])
def test_a_clear_text_needs_no_rewrite(kind):
    assert offered("The lot behind the building is free.", kind, None) == []


def test_a_text_that_only_claims_too_much_is_none_of_this():
    draft = Draft("Our laser cures tinnitus.", kind=Kind.AD, org=ORG)
    assert suggestions(draft, check(draft)) == []


def test_no_more_are_offered_than_were_asked_for():
    draft = Draft("So glad your surgery went well!", Kind.REVIEW_REPLY, PRAISE, ORG)
    report = check(draft)
    assert [len(suggestions(draft, report, most)) for most in (0, 1, 2)] == [0, 1, 2]


def test_an_answer_keeps_its_language():
    found = texts("Gracias por venir a su cirugía, señora, nos vemos el lunes.")
    assert all("gracias" in text.lower() for text in found)


SLIPS = [
    "We're so glad your surgery went well!", "You were never a patient here.",
    "Our patient Rosa went home today.", "Your bill was correct, you still owe $60.",
    "See you at your next appointment!", "Tell us your symptoms in the comments!",
    "She missed three visits and shouted at Dr. Chen.", "Thank you for the kind words!",
    "Please call us at 555-0100.", "We are open until eight.", "Hola, gracias por venir.",
    "A 34-year-old beekeeper from Halstead lives with ALS.", "Dear Nora,", "💜 Dr. Chen",
    "He died on Tuesday in room 6.", "Merci de votre confiance, à bientôt.",
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    parts=st.lists(st.one_of(st.sampled_from(SLIPS), st.text(max_size=20)), min_size=1, max_size=4),
    kind=st.sampled_from(Kind),
    answered=st.sampled_from([None, PRAISE, COMPLAINT, "Is it open?"]),
    org=st.sampled_from([ORG, Organisation()]),
)
def test_nothing_is_offered_that_the_guard_stops(parts, kind, answered, org):
    draft = Draft(" ".join(parts), kind=kind, reply_to=answered, org=org)
    report = check(draft)
    for rewrite in suggestions(draft, report):
        assert rewrite.text != draft.text
        assert rewrite.text.strip()
        assert "{" not in rewrite.text or "{" in draft.text
        assert stopping(replace(draft, text=rewrite.text)) == []
    if report.verdict is Verdict.CLEAR:
        assert suggestions(draft, report) == []

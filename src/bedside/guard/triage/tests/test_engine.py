"""What a message is taken for, and what holds of any message."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bedside.guard.triage import Flag, Message, Tier, triage

URGENT = [
    ("I want to kill myself and I have the pills here.", Flag.SELF_HARM),
    ("My brother says he wants to die tonight, who do I call?", Flag.SELF_HARM),
    ("Quiero morirme, ya no aguanto más con la vida.", Flag.SELF_HARM),
    ("Je vais me tuer ce soir.", Flag.SELF_HARM),
    ("I have chest pain and I can't breathe.", Flag.EMERGENCY),
    ("My baby is floppy and won't wake up.", Flag.EMERGENCY),
    ("Mi papá tiene dolor en el pecho ahora.", Flag.EMERGENCY),
    ("Ma mère respire très mal.", Flag.EMERGENCY),
    ("They operated on the wrong knee.", Flag.PATIENT_SAFETY),
    ("The dentist left a piece of the drill bit in my jaw.", Flag.PATIENT_SAFETY),
    ("My father died because nobody came. We buried him Friday.", Flag.DEATH),
    ("Your masseur groped me.", Flag.ABUSE),
    ("Mom has bruises on both arms since the night carer started.", Flag.ABUSE),
    ("I'll kill that doctor.", Flag.THREAT),
    ("I know where you live and I'm bringing my gun.", Flag.THREAT),
    ("Voy a quemar la clínica.", Flag.THREAT),
    ("You emailed me another patient's test results.", Flag.PRIVACY_BREACH),
    ("You posted my photo without my consent.", Flag.PRIVACY_BREACH),
    ("We act for the family of Nora. Preserve all records.", Flag.LEGAL),
    ("I'm a reporter with Channel 5 and my deadline is four today.", Flag.MEDIA),
]
CALM = [
    Message("Thank you all, wonderful staff, so kind and gentle.", 5, "google"),
    Message("Best dentist in town, I'd kill for a smile like hers.", 5, "google"),
    Message("Do you open on Saturdays?", None, "message"),
    Message("Waited an hour and nobody apologised. The parking is awful too.", 2, "google"),
    Message("Two years ago I wanted to die; you saved my life. Thank you.", 5, "google"),
    Message("", None, ""),
]


@pytest.mark.parametrize(("text", "flag"), URGENT)
def test_danger_is_urgent_and_quoted(text, flag):
    answer = triage(Message(text))
    assert answer.tier is Tier.URGENT
    assert flag in answer.flags
    assert flag in {reason.flag for reason in answer.reasons}


@pytest.mark.parametrize("message", CALM, ids=lambda message: message.text[:20])
def test_the_ordinary_is_not_urgent(message):
    assert triage(message).tier < Tier.URGENT


def test_stars_do_not_hide_danger():
    assert triage(Message("Lovely place! I have chest pain now.", 5)).tier is Tier.URGENT


def test_a_child_is_flagged_only_where_it_is_in_danger():
    assert Flag.MINOR in triage(Message("My daughter can't breathe, she is four.")).flags
    assert Flag.MINOR not in triage(Message("My daughter loved it!", 5, "google")).flags


def test_every_urgent_message_has_a_flag_that_says_why():
    assert triage(Message("goodbye everyone, the letters are on the table")).flags


def test_every_message_has_a_theme():
    assert all(triage(message).themes for message in CALM)


@given(st.text(max_size=400), st.sampled_from([None, 1, 3, 5]))
@settings(max_examples=150, deadline=None)
def test_any_text_has_an_answer_with_stretches_inside_it(text, stars):
    answer = triage(Message(text, stars))
    assert all(0 <= one.start < one.end <= len(text) for one in answer.reasons)
    assert {one.flag for one in answer.reasons} <= set(answer.flags)


@given(st.text(st.characters(codec="utf-8"), max_size=200), st.sampled_from(URGENT))
@settings(max_examples=150, deadline=None)
def test_an_urgent_sentence_never_lowers_the_tier(text, urgent):
    before = triage(Message(text)).tier
    assert triage(Message(f"{text}\n{urgent[0]}")).tier >= before


@pytest.mark.parametrize("message", CALM, ids=lambda message: message.text[:20])
@pytest.mark.parametrize("text", [text for text, _ in URGENT])
def test_an_urgent_sentence_makes_any_message_urgent(message, text):
    longer = Message(f"{message.text}\n{text}", message.stars, message.source)
    assert triage(longer).tier >= triage(message).tier


def test_half_of_a_surrogate_pair_does_no_harm():
    assert triage(Message("\ud83d I want to die")).tier is Tier.URGENT


@pytest.mark.parametrize("piece", ["a", "1 ", "the pills ", "my my ", "a.", "not ", "🔪 you "])
def test_hostile_length_ends_soon(piece):
    start = time.perf_counter()
    triage(Message(piece * (100_000 // len(piece))))
    assert time.perf_counter() - start < 10

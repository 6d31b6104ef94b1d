"""Spelling and grammar: what is found, what is left alone, and that it cannot be brought down."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bedside.guard import Draft, Kind, Organisation, check
from bedside.guard.language import warm
from bedside.guard.nearness import distance, nearest

DATA = Path(__file__).parent / "data"


def lines(name):
    text = (DATA / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def marks(text, **about):
    findings = check(Draft(text, **about)).findings
    return [text[found.start : found.end] for found in findings if found.label == "PROOF"]


def proof(text, **about):
    return [found for found in check(Draft(text, **about)).findings if found.label == "PROOF"]


PLANTED = [re.sub(r"[\[\]]", "", line) for line in lines("language_planted.txt")]
CORRECT = lines("language_correct.txt")


@pytest.mark.parametrize("half", [0, 1], ids=["looked at", "only counted"])
def test_most_planted_mistakes_are_found(half):
    sentences = PLANTED[half::2]
    assert len(sentences) == 30
    assert sum(bool(marks(text)) for text in sentences) >= 25


@pytest.mark.parametrize("half", [0, 1], ids=["looked at", "only counted"])
def test_correct_sentences_full_of_medical_words_are_left_alone(half):
    sentences = CORRECT[half::2]
    assert len(sentences) == 30
    assert sum(bool(marks(text)) for text in sentences) <= 3


def test_a_misspelled_drug_name_is_asked_about_and_never_corrected():
    (found,) = proof("Ask the pharmacist about metforman and food.")
    assert found.code == "L002"
    assert found.suggestion is None
    assert found.message.startswith("Is this name right?")


@pytest.mark.parametrize(
    "text",
    [
        "Join us at #flushottuesday and write to @cedarhollowclnic.",
        "See https://cedarhollow.example/apointments or mail desk@clnic.example.",
        "Ask for form B12x, an MRI, a CBC or an eGFR.",
        "The colour of the paediatric ward is grey, and we organise the programme ourselves.",
        "Gracias por su visita, nos vemos el lunes en la clinica.",
        "Aye, the wee bus is runnin again. It'll take youse fae the pier tae the door, nae bother.",
    ],
)
def test_what_no_dictionary_holds_is_no_mistake(text):
    assert marks(text) == []


def test_names_that_the_clinic_gave_are_no_mistakes():
    text = "Wunderlick sees children at Maplefeild on Mondays."
    org = Organisation(name="Maplefeild Clinic", staff=("Dr. Ana Wunderlick",))
    assert marks(text, org=org) == []


def test_a_suggestion_replaces_exactly_what_is_marked():
    text = "We could of told you: its in the letter, and the the fee is low."
    for found in sorted(proof(text), key=lambda found: -found.start):
        text = text[: found.start] + (found.suggestion or "") + text[found.end :]
    assert text == "We could have told you: it's in the letter, and the fee is low."


def test_a_quick_check_finds_no_spelling_that_needs_the_linter():
    text = "The walking group meets by the fountin."
    codes = {found.code for found in check(Draft(text), quick=True).findings}
    assert "L001" not in codes
    assert marks(text) == ["fountin"]


@pytest.mark.parametrize(
    "text", ["a" * 50_000, "5" * 50_000, "word " * 10_000, "teh wrod " * 5_000]
)
def test_a_text_that_is_no_text_does_not_end_the_process(text):
    assert check(Draft(text, Kind.ALT_TEXT)).full


def test_several_threads_may_check_at_once():
    warm()
    texts = [f"Visitor number {number} gave good advise." for number in range(24)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(marks, texts))
    assert found == [["advise"]] * len(texts)


@pytest.mark.parametrize(
    ("first", "second", "far"),
    [("dose", "dose", 0), ("form", "from", 1), ("clnic", "clinic", 1), ("heel", "heal", 1)],
)
def test_distance_counts_a_swap_as_one(first, second, far):
    assert distance(first, second) == far
    assert distance(second, first) == far


def test_nearest_is_strict_with_short_words():
    names = frozenset(["lasix", "metformin"])
    assert nearest("lasik", names) == "lasix"
    assert nearest("metforman", names) == "metformin"
    assert nearest("loses", names) is None
    assert nearest("metformin", names) is None

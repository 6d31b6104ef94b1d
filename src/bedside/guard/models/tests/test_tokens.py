"""What the model is told about a draft, with the simplest tokenizer there is."""

import re
from types import SimpleNamespace

import pytest

from bedside.guard import Draft, Kind, Organisation
from bedside.guard.models.tokens import TEXT_TOKENS, WINDOWS, Type, context, marks, windows

CEDAR = Organisation(
    name="Cedar Hollow Family Clinic",
    staff=("Dr. Wei Chen", "Nora Bell, RN (privacy officer)"),
    city="Duluth, MN",
    phone="218-555-0143",
)
SPECIAL = SimpleNamespace(cls=101, sep=102)


class ByWord:
    """Every word is a token whose id is its length."""

    def encode(self, sequence, *, add_special_tokens):
        words = list(re.finditer(r"\S+", sequence))
        return SimpleNamespace(
            ids=[len(word.group()) for word in words], offsets=[word.span() for word in words]
        )


def named(draft):
    return [(draft.text[start:end], kind) for start, end, kind in marks(draft)]


def test_staff_are_marked_by_any_of_their_names_and_in_any_case():
    draft = Draft("Thanks to Chen and NORA's team.", org=CEDAR)
    assert named(draft) == [("Chen", Type.STAFF), ("NORA's", Type.STAFF)]


def test_roles_and_titles_are_nobodys_name():
    assert marks(Draft("The privacy officer and the Dr. say hello.", org=CEDAR)) == []


def test_who_consented_is_marked_apart_from_staff():
    draft = Draft("Rosa met Wei.", org=CEDAR, consents=("Rosa Marquez",))
    assert named(draft) == [("Rosa", Type.CONSENTED), ("Wei", Type.STAFF)]


def test_the_clinics_own_phone_is_known_however_it_is_written():
    draft = Draft("Call (218) 555 0143, not 218-555-0199.", org=CEDAR)
    assert named(draft) == [("218) 555 0143", Type.OWN)]


def test_the_clinics_own_name_and_city_are_marked():
    draft = Draft("Cedar Hollow Family Clinic, in Duluth", org=CEDAR)
    assert {kind for _, kind in named(draft)} == {Type.OWN}


def test_context_says_kind_consent_and_what_is_answered():
    draft = Draft("Thank you!", Kind.REVIEW_REPLY, "Great visit", consents=("Rosa Marquez",))
    assert context(draft) == "reply to a review, with consent. Great visit"


def test_half_a_surrogate_pair_in_a_review_does_not_reach_the_tokenizer():
    context(Draft("Thanks", Kind.REPLY, "broken \ud800")).encode()


def test_a_text_without_words_gives_no_window():
    assert windows(Draft("  \n "), ByWord(), SPECIAL) == []


def test_types_and_offsets_stand_beside_the_ids():
    draft = Draft("Dr. Chen is here", org=CEDAR)
    (window,) = windows(draft, ByWord(), SPECIAL)
    assert window.ids == [101, 4, 102, 3, 4, 2, 4, 102]
    assert window.types == [0, 0, 0, 1, 2, 1, 1, 1]
    assert window.first == 3
    assert [draft.text[start:end] for start, end in window.offsets] == ["Dr.", "Chen", "is", "here"]


@pytest.mark.parametrize("words", [TEXT_TOKENS, TEXT_TOKENS + 1, 1000])
def test_windows_cover_a_long_text_and_overlap(words):
    cut = windows(Draft("word " * words), ByWord(), SPECIAL)
    covered = {window.begin + at for window in cut for at in range(len(window.offsets))}
    assert covered == set(range(words))


def test_a_text_without_end_gives_a_bounded_number_of_windows():
    assert len(windows(Draft("a " * 50_000), ByWord(), SPECIAL)) == WINDOWS

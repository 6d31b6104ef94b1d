"""Disguised letters: rules read what people read, and marks stand where the writer sees them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bedside.guard import Draft, Organisation, Severity, check
from bedside.guard.disguises import unveiled

NAMES = {
    "plain": "Maria Lopez",
    "accents": "María López",
    "combining accents": "Mari\u0301a Lo\u0301pez",
    "Cyrillic": "Mаrіа Lорez",
    "Greek": "Μαria Lοpez",
    "zero-width": "M\u200ba\u200cr\u200di\u2060a\u200b Lo\ufeffpez",
    "soft hyphens": "Ma\u00adria Lo\u00adpez",
    "struck through": "M\u0336a\u0336r\u0336i\u0336a\u0336 L\u0336o\u0336p\u0336e\u0336z\u0336",
    "stacked marks": "M\u0300\u0301\u0302ar\u0300\u0301\u0302ia Lopez",
    "small capitals": "ᴍᴀʀɪᴀ ʟᴏᴘᴇᴢ",
    "circled": "Ⓜⓐⓡⓘⓐ Ⓛⓞⓟⓔⓩ",
    "black circles": "🅜🅐🅡🅘🅐 🅛🅞🅟🅔🅩",
    "squared": "🄼🄰🅁🄸🄰 🄻🄾🄿🄴🅉",
    "bold": "𝐌𝐚𝐫𝐢𝐚 𝐋𝐨𝐩𝐞𝐳",
    "full width": "Ｍａｒｉａ Ｌｏｐｅｚ",
    "upside down": "zǝdo⅂ ɐᴉɹɐW",
    "set apart": "M a r i a L o p e z",
    "set apart by two": "M a r i a  L o p e z",
    "set apart in capitals": "M A R I A L O P E Z",
    "set apart by dots": "M.a.r.i.a L-o-p-e-z",
}


def named(text, **about):
    findings = check(Draft(text, **about), quick=True).findings
    return [(text[f.start : f.end], f.severity) for f in findings if f.code == "P001"]


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_name_is_found_whatever_its_letters_and_marked_as_it_is_written(name):
    ((marked, severity),) = named(f"Our patient {name} finished chemo today.")
    assert severity is Severity.ERROR
    assert marked.strip("\u0336") == name.strip("\u0336")


TAGS = ["#GetWellMariaLopez", "#ThankYouJohnSmith", "#getwellmarialopez", "#PrayForMariaLopez",
        "#MariaLopezStrong", "#TeamJohnSmith"]  # fmt: skip


@pytest.mark.parametrize("tag", TAGS)
def test_a_full_name_in_a_hashtag_is_as_grave_as_in_plain_words(tag):
    ((_, severity),) = named(f"So many cards came in today! {tag}")
    assert severity is Severity.ERROR


@pytest.mark.parametrize(
    "tag",
    ["#BestDentistInTown", "#ThankYouDrSmith", "#StJohnsHospital", "#MayDay", "#JohnsHopkins",
     "#GetWellSoon", "#MariaLopezFoundation", "#HopeHill", "#TeamCedarHollow"],
)  # fmt: skip
def test_a_hashtag_without_a_patients_name_gives_none(tag):
    assert named(f"Chemo nurses have a big day! {tag}") == []


def test_a_hashtag_may_thank_staff_and_those_who_consented():
    staff = Organisation(staff=("John Smith",))
    assert named("A big day! #ThankYouJohnSmith", org=staff) == []
    assert named("A big day! #ThankYouJohnSmith", consents=("John Smith",)) == []


@pytest.mark.parametrize(
    "text",
    ["Our clinic is open today.", "Vitamin D, B and C.", "Café Zoë is naïve.", "👩‍⚕️ 🇺🇸🇲🇽 ☕️",
     "Наша клиника открыта.", "Η κλινική μας.", "Say /æzmə/ for asthma.", "a - b - c"],
)  # fmt: skip
def test_a_text_without_disguise_stays_as_it_is(text):
    assert unveiled(text) is None


def test_a_telephone_number_of_keycaps_is_one():
    text = "His cell is " + "".join(f"{digit}\ufe0f\u20e3" for digit in "5550100143") + "."
    assert "P004" in {finding.code for finding in check(Draft(text), quick=True).findings}


def test_rules_about_letters_see_the_text_as_it_is_written():
    codes = {finding.code for finding in check(Draft("Our 𝓯𝓪𝓷𝓬𝔂 new lobby."), quick=True).findings}
    assert "A006" in codes


ALPHABET = st.sampled_from("Maria Lopez.-_*\u200b\u00ad\u0301\u0336аеіɐᴉɹʍᴀⓐ🅜1\ufe0f\u20e3\n#É")


@settings(max_examples=300, deadline=None)
@given(st.text(ALPHABET, max_size=80))
def test_every_character_of_a_plain_text_has_its_place_in_the_original(text):
    plain = unveiled(text)
    if plain is None:
        return
    assert len(plain.text) == len(plain.origins)
    assert all(0 <= place < len(text) for place in plain.origins)
    start, end = plain.stretch(0, len(plain.text)) if plain.text else (0, 0)
    assert 0 <= start <= end <= len(text)

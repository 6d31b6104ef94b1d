"""Identifiers: what check digits and formats tell apart, and texts that once broke a rule."""

import pytest

from bedside.guard import Draft, Organisation, check
from bedside.guard.checksums import (
    digits_of,
    is_card,
    is_iban,
    is_luhn,
    is_medicare,
    is_npi,
    is_vin,
)


def numbers(text, **about):
    findings = check(Draft(text, **about), quick=True).findings
    return [text[f.start : f.end] for f in findings if f.label in {"ID-CONTACT", "ID-NUMBER"}]


def test_digits_of_other_scripts_are_digits():
    assert digits_of("٥٥٥-０１٠") == "555010"


@pytest.mark.parametrize(
    ("holds", "right", "wrong"),
    [
        (is_luhn, "79927398713", "79927398710"),
        (is_npi, "1234567893", "1234567890"),
        (is_card, "4111111111111111", "4111111111111112"),
        (is_vin, "1m8gdm9axkp042788", "1m8gdm9a1kp042788"),
        (is_medicare, "1eg4-te5-mk73", "1eg4-te5-sk73"),
        (is_iban, "gb82 west 1234 5698 7654 32", "gb82 west 1234 5698 7654 33"),
    ],
)
def test_a_check_digit_or_format_tells_a_real_number_from_another(holds, right, wrong):
    assert holds(right)
    assert not holds(wrong)


def test_what_is_the_organisations_own_is_nobodys():
    org = Organisation(
        name="Cedar Hollow Family Clinic",
        phone="555-010-0100",
        emails=("cedar@gmail.com",),
        domains=("cedarhollow.example",),
    )
    own = (
        "His mother can ring (555) 010-0100, write to cedar@gmail.com or nora@cedarhollow.example, "
        "or see her page cedarhollow.example and facebook.com/cedarhollowfamilyclinic."
    )
    assert numbers(own, org=org) == []


@pytest.mark.parametrize("text", ["www.example", "See www.example now", "https://www.com/x"])
def test_an_address_without_a_name_of_its_own_breaks_nothing(text):
    assert numbers(text) == []


def test_a_telephone_number_in_arabic_digits_is_one():
    assert numbers("His cell is ٥٥٥-٠١٠-٠١٤٣.") == ["٥٥٥-٠١٠-٠١٤٣"]

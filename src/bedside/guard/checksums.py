"""Check digits and formats that tell a real number from one that only looks like it."""

from __future__ import annotations

import re

_MEDICARE = re.compile(
    r"[1-9][ac-hjkmnp-rt-y][ac-hjkmnp-rt-y\d]\d"
    r"[ac-hjkmnp-rt-y][ac-hjkmnp-rt-y\d]\d[ac-hjkmnp-rt-y]{2}\d\d"
)
_VIN_VALUES = dict(zip("abcdefghjklmnprstuvwxyz", "12345678123457923456789", strict=True))
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def digits_of(text: str) -> str:
    """Return only the digits of a text, those of other scripts as 0 to 9."""
    return "".join(str(int(character)) for character in text if character.isdecimal())


def is_luhn(digits: str) -> bool:
    """Tell whether digits end in their check digit by ISO/IEC 7812-1, annex B."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return bool(digits) and total % 10 == 0


def is_npi(digits: str) -> bool:
    """
    Tell whether ten digits are a National Provider Identifier (45 CFR 162.406).

    It begins with 1 or 2, and its check digit counts the prefix 80840 of health applications.
    """
    return len(digits) == 10 and digits[0] in "12" and is_luhn("80840" + digits)


def is_vin(text: str) -> bool:
    """Tell whether 17 lower-case characters carry the check digit of 49 CFR 565.15(c)."""
    if len(text) != 17 or not any(character.isdigit() for character in text):
        return False
    values = [_VIN_VALUES.get(character, character) for character in text]
    if not all(value in "0123456789" for value in values):
        return False
    rest = sum(int(v) * weight for v, weight in zip(values, _VIN_WEIGHTS, strict=True)) % 11
    return text[8] == ("x" if rest == 10 else str(rest))


def is_medicare(text: str) -> bool:
    """
    Tell whether a lower-case text is a Medicare Beneficiary Identifier, with or without dashes.

    The format is that of the Centers for Medicare & Medicaid Services: eleven characters, of
    which none is S, L, O, I, B or Z.
    """
    return _MEDICARE.fullmatch(re.sub(r"[ -]", "", text)) is not None


def is_card(digits: str) -> bool:
    """Tell whether digits are a payment card's: 13 to 19, of a known issuer, and Luhn holds."""
    return 13 <= len(digits) <= 19 and digits[0] in "23456" and is_luhn(digits)


def is_iban(text: str) -> bool:
    """Tell whether a lower-case text is a bank account by ISO 13616: its remainder by 97 is 1."""
    plain = re.sub(r"[ -]", "", text)
    if not re.fullmatch(r"[a-z]{2}[0-9]{2}[a-z0-9]{11,30}", plain):
        return False
    return int("".join(str(int(c, 36)) for c in plain[4:] + plain[:4])) % 97 == 1

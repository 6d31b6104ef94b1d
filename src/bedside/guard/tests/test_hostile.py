"""Hostile texts: the time of a quick check grows with the length of a text, not with its square."""

import time
from itertools import cycle

import pytest

from bedside.guard import Draft, Kind, Organisation, check

SHORT, LONG = 25_000, 100_000
MOST_GROWTH = 9.0
"""Four times the text takes four times as long; with the square it would be sixteen times."""
AT_ONCE = 0.03
"""Seconds below which a ratio of times says nothing."""
ORG = Organisation(
    name="Cedar Hollow Family Clinic",
    staff=("Dr. Wei Chen",),
    phone="555-010-0100",
    domains=("cedarhollow.example",),
)
PIECES = (
    "1", "1 ", "12 ", "1.", "1-", "1:", "555-", "555-010-0143 ", "(555) ", "+1 ", "0", "5 5 ",
    "@", "a@", "a@b.", "@a.b ", ".", "a.", "www.", "http://a.b/", "/", "?id=1&", " ", "\n", "\t",
    "(", ")", "[", "((a) ", '"', "'", '"a" ', "“", "#", "#a ", "#Ab", "#GetWell", "#getwell",
    "👩‍⚕️", "🏳️‍🌈", "🇲", "e\u0301", "a\u200b", "\u00ada", "Маrіa ", "ɐᴉɹɐW ", "ᴍᴀʀɪᴀ ", "Ⓜ", "𝐌",
    "M a r i a ", "a-", "a_", "Aa ", "A. ", "AB1 ", "one two ", "five-", "a at b dot ",
    "gmail at a dot ", "mrn ", "mrn 1 ", "id a1 ", "plan id ", "member no. ", "group # ", "card ",
    "ssn ", "xxx-", "vin 1 ", "plate a1 ", "serial a", "sn ", "account for ", "license no ",
    "room 1 ", "bed 1", "my 1 ", "my 10:15 ", "our 8am ", "number 1 ", "sunday ", "Sunday Monday ",
    "Marie Curie ", "from Aa ", "came from Aa Bb, ", "on Aaa Bbb St ", "his grandmother ", "97 ",
    "is 97 ", "turned 90", "dob 1/", "your knee ", "the patient ", "she was ", "if you ", "and ",
    "cure ", "review free ", "$1,", "100% ", "! ",
)  # fmt: skip


def seconds(text, kind):
    reply_to = text[:3_000] if kind is Kind.REVIEW_REPLY else None
    draft = Draft(text, kind, reply_to=reply_to, org=ORG)
    begun = time.thread_time()
    check(draft, quick=True)
    return time.thread_time() - begun


def filled(piece, length):
    return (piece * (length // len(piece) + 1))[:length]


KINDS = cycle([Kind.POST, Kind.REVIEW_REPLY, Kind.AD])


@pytest.mark.parametrize(("piece", "kind"), list(zip(PIECES, KINDS, strict=False)))
def test_a_text_four_times_as_long_takes_about_four_times_as_long(piece, kind):
    short = seconds(filled(piece, SHORT), kind)
    long = min(seconds(filled(piece, LONG), kind) for _ in range(2))
    assert long < MOST_GROWTH * max(short, AT_ONCE)

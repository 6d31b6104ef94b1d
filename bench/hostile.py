"""
How long a quick check takes on hostile texts: `bedside bench hostile`.

Each text has 100,000 characters: one piece over and over (digits, marks, brackets, quotes,
hashtags, emoji, beginnings of identifiers, words of the guard's own lists), several of its words in
any order, or characters in any order. The figures are processor time on one core. The seed is
fixed, so that two runs check the same texts.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import random
import sys
import time
from typing import TYPE_CHECKING

from bedside.guard import Draft, Kind, Organisation, check
from bedside.guard.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

LENGTH = 100_000
SEED = 7
WORST = 5
ORG = Organisation(name="Cedar Hollow Family Clinic", staff=("Dr. Wei Chen",), phone="555-010-0100")
KINDS = (Kind.POST, Kind.REVIEW_REPLY)
PIECES = (
    *"15@.-()[]'\"/:;,!?#*_+=aAé\u0301\u200bяıɐᴀⒶ🦷\n \t",
    *("1 ", "12 ", "1.", "1-", "1:", "1,", "555-", "555-010-0143 ", "(555) ", "+1 ", "5 5 "),
    *("a@", "a@b.", "@a.b ", "a.", "a.b ", "www.", "http://a.b/", "?id=1&"),
    *("#a ", "#Ab", "#GetWell"),
    *('"a" ', '"I ', "it's ", "A. ", "A B ", "M a r i a ", "Aa ", "AA ", "Mr. ", "(a) ", "((a) "),
    *("mrn ", "mrn 1 ", "id a1 ", "plan id ", "group # ", "ssn ", "xxx-", "vin 1 ", "plate a1 "),
    *("room 1 ", "bed 1", "my 1 ", "my 10:15 ", "our 8am ", "number 1 ", "at a dot ", "one two "),
    *("you ", "your knee ", "the patient ", "she was ", "if you ", "and "),
    *("from Aa ", "on Aaa St ", "cure ", "review free ", "100% ", "$1,", "! ", "a\n", "- a\n"),
    *("👩‍⚕️", "🏳️‍🌈", "e\u0301", "Маrіa "),
)  # fmt: skip
LISTS = (
    *("given_names", "surnames", "public_figures", "eponyms", "kin", "occupations", "institutions"),
    *("conditions", "procedures", "drugs", "symptoms", "body_parts", "care_events", "weekdays"),
    *("months", "staff_words", "made_up", "copy_stigma", "copy_medical", "copy_misspellings"),
)
ALPHABETS = ("0123456789 ", "0123456789.-()", "@.a ", "#Aa ", "()[]\"' a", "\n a.", "a1- ",
             "aB.1 @#\"(\n", "👩🦷🏽 \u200d", "éàü\u0301 \u200b", " .,;:!?-")  # fmt: skip


def texts() -> Iterator[tuple[str, str]]:
    """Yield each hostile text with its name."""
    chance = random.Random(SEED)
    for piece in PIECES:
        yield f"{piece!r} repeated", (piece * (LENGTH // len(piece) + 1))[:LENGTH]
    for name in LISTS:
        terms = sorted(words(name))
        mixed = " ".join(chance.choices(terms, k=LENGTH // 4))[:LENGTH]
        yield f"words of {name}", mixed
        yield f"Words of {name}, capitalised", mixed.title()[:LENGTH]
        yield f"one word of {name}", ((chance.choice(terms) + " ") * LENGTH)[:LENGTH]
    for alphabet in ALPHABETS:
        yield f"{alphabet!r} in any order", "".join(chance.choices(alphabet, k=LENGTH))


def seconds(text: str, kind: Kind) -> float:
    """Return the processor time of a quick check."""
    reply_to = text[:3_000] if kind is Kind.REVIEW_REPLY else None
    draft = Draft(text, kind, reply_to=reply_to, org=ORG)
    begun = time.thread_time()
    check(draft, quick=True)
    return time.thread_time() - begun


def main(argv: list[str]) -> int:
    """Print the middle, the high end and the worst of all hostile texts."""
    argparse.ArgumentParser(prog="bedside bench hostile", description=__doc__).parse_args(argv)
    today = datetime.datetime.now(tz=datetime.UTC).date()
    machine = f"{os.cpu_count()} cores ({platform.machine()})"
    print(f"{today}, {machine}, Python {platform.python_version()}\n")
    for kind in KINDS:
        check(Draft("Our clinic is open.", kind, reply_to="Good.", org=ORG), quick=True)
    taken = sorted(
        (
            (seconds(text, kind) * 1000, kind.value, name)
            for name, text in texts()
            for kind in KINDS
        ),
        reverse=True,
    )
    high = taken[len(taken) // 100][0]
    print(f"| {len(taken)} quick checks of {LENGTH:,} characters | ms |\n| --- | --- |")
    print(f"| p50 | {taken[len(taken) // 2][0]:.0f} |\n| p99 | {high:.0f} |")
    for spent, kind_name, name in taken[:WORST]:
        print(f"| worst: {kind_name}, {name} | {spent:.0f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

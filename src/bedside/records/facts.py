"""
What an entry may say: short, plain facts, never the words of a post.

Texts and pictures go in as bodies, which are sealed and can be purged; an entry stays for good.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bedside.records.digests import Fact, Scalar

LONGEST_TEXT = 200
LONGEST_LIST = 200
MOST_FACTS = 40
LARGEST_NUMBER = 2**53 - 1
"""What every JSON reader can hold exactly (RFC 7493)."""

RESERVED = "bodies"
NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
VERB = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")
REFERENCE = re.compile(r"[a-z][a-z0-9_]*(:[A-Za-z0-9._~-]+)*")
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


class InvalidEntry(ValueError):
    """An entry that must not be recorded; the message says what to write instead."""


def check_names(*, actor: str, verb: str, subject: str) -> None:
    """
    Refuse an entry whose actor, verb or subject could carry somebody's words.

    `actor` and `subject` read `kind` or `kind:id`, e.g. `user:17`, `post:42`; `verb` reads
    `noun.past`, e.g. `post.approved`. Raises `InvalidEntry`.
    """
    for name, value, pattern, longest in (
        ("actor", actor, REFERENCE, 80),
        ("verb", verb, VERB, 80),
        ("subject", subject, REFERENCE, 120),
    ):
        if len(value) > longest or not pattern.fullmatch(value):
            raise InvalidEntry(
                f"The {name} of an entry is at most {longest} characters and reads like "
                "user:17, post.approved or post:42: a kind and an id, never a name or a text."
            )


def plain_facts(facts: Mapping[str, Fact]) -> dict[str, Scalar | list[Scalar]]:
    """
    Return facts as they are recorded: scalars, or lists of scalars.

    Raises `InvalidEntry` for anything else, and for texts longer than 200 characters.
    """
    if len(facts) > MOST_FACTS:
        raise InvalidEntry(f"An entry holds at most {MOST_FACTS} facts.")
    return {_checked_name(name): _plain_fact(name, value) for name, value in facts.items()}


def _checked_name(name: str) -> str:
    if name == RESERVED:
        raise InvalidEntry('The fact "bodies" is written by the record: give bodies as bytes.')
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise InvalidEntry("The name of a fact is a short lower-case word such as due_at.")
    return name


def _plain_fact(name: str, value: Fact) -> Scalar | list[Scalar]:
    if isinstance(value, list | tuple):
        if len(value) > LONGEST_LIST:
            raise InvalidEntry(f"Fact {name!r}: a list holds at most {LONGEST_LIST} values.")
        return [_plain_scalar(name, each) for each in value]
    return _plain_scalar(name, value)


def _plain_scalar(name: str, value: object) -> Scalar:
    match value:
        case None | bool():
            return value
        case int():
            if abs(value) > LARGEST_NUMBER:
                raise InvalidEntry(f"Fact {name!r}: write a number this large as text.")
            return int(value)
        case str():
            return _plain_text(name, value)
    raise InvalidEntry(
        f"Fact {name!r}: {type(value).__name__} cannot be recorded. Write whole numbers, short "
        "texts, true, false or null, or a list of them; a time as at.isoformat(), a fraction as "
        "whole units (milliseconds, cents)."
    )


def _plain_text(name: str, value: str) -> str:
    if len(value) > LONGEST_TEXT:
        raise InvalidEntry(
            f"Fact {name!r} has {len(value)} characters; {LONGEST_TEXT} is the most. "
            "Texts belong in bodies=, where they are sealed and can be purged."
        )
    if UNPRINTABLE.search(value):
        raise InvalidEntry(f"Fact {name!r} holds a line break or another control character.")
    return str(value)

"""What a language has to say for a form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bedside.consents.terms import Item, Purpose, Sensitive, Shown, Statement


@dataclass(frozen=True)
class Clauses:
    """One language's clauses. Names in braces are filled in; nothing else of a clause changes."""

    language: str
    title: str
    staff_title: str
    opening: str
    staff_opening: str
    what: str
    items: Mapping[Item, str]
    only_picture: str
    only_pictures: str
    """For a form that is bound to one picture, or to several."""
    in_words: str
    names: Mapping[Shown, str]
    who: str
    where: str
    website: str
    print: str
    paid: str
    not_paid: str
    why: str
    purposes: Mapping[Purpose, str]
    at_request: str
    until_day: str
    until_event: str
    initials: str
    sensitive: Mapping[Sensitive, str]
    for_another: str
    statements: Mapping[Statement, str]
    staff_statements: Mapping[Statement, str]
    """Those that read otherwise to somebody who works there."""
    reach: str
    sign_here: str
    conjunction: str
    nothing: str
    day: str
    first: str
    """The first day of a month, as it is written."""
    months: tuple[str, ...]

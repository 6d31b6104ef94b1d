"""
The words of the forms, in English, Spanish and French.

The clauses are fixed: what a clinic fills in stands between them and cannot change them. Every
statement that 45 CFR 164.508(c)(2) asks for is a paragraph of its own, with its code.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from bedside.channels import catalogue
from bedside.consents.terms import PRINT, WEBSITE, Remuneration, Shown, Signer, Statement
from bedside.consents.wording import english, french, spanish
from bedside.guard import readability

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bedside.consents.terms import Form
    from bedside.consents.wording.clauses import Clauses

_LANGUAGES: dict[str, Clauses] = {
    "en": english.CLAUSES,
    "es": spanish.CLAUSES,
    "fr": french.CLAUSES,
}
EDITION = "2026-11b"
"""Changes with every word of a clause; a form says which edition was shown."""
KINDS = ("patient", "staff")
TEMPLATES = tuple(f"{kind}-{lang}-{EDITION}" for kind in KINDS for lang in _LANGUAGES)
"""The versions in force. A paper with another version at its foot is no longer used."""


@dataclass(frozen=True)
class Wording:
    """
    A form as it is read: the paragraphs of what was filled in, then the statements.

    `grade` is the school grade that the English text asks for; other languages have other formulas,
    so theirs is None.
    """

    version: str
    language: str
    title: str
    paragraphs: tuple[str, ...]
    statements: tuple[tuple[Statement, str], ...]
    sign_here: str
    grade: float | None

    def as_json(self) -> dict[str, Any]:
        """Return plain values, as the records keep them."""
        return asdict(self)

    @property
    def text(self) -> str:
        """Return it all, a paragraph a line."""
        return "\n".join((self.title, *self.paragraphs, *(said for _, said in self.statements)))


def text(language: str, kind: str, form: Form, contact: str = "") -> Wording:
    """
    Return a form in words. `kind` is "patient" or "staff"; `contact` says where to write to.

    Raises KeyError for a language that there is no template in.
    """
    clauses = _LANGUAGES[language]
    staff = kind == "staff"
    paragraphs = (clauses.staff_opening if staff else clauses.opening, *_filled_in(clauses, form))
    statements = tuple(_statements(clauses, form, contact, staff=staff))
    title = clauses.staff_title if staff else clauses.title
    read = "\n".join((*paragraphs, *(said for _, said in statements)))
    return Wording(
        version=f"{kind}-{language}-{EDITION}",
        language=language,
        title=title,
        paragraphs=paragraphs,
        statements=statements,
        sign_here=clauses.sign_here,
        grade=readability.grade(read) if language == "en" else None,
    )


def place(language: str, network: str) -> str:
    """Return what a place that a form names is called."""
    own = {WEBSITE: _LANGUAGES[language].website, PRINT: _LANGUAGES[language].print}
    return own.get(network) or catalogue.label(network)


def day(language: str, when: date) -> str:
    """Return a day in words."""
    clauses = _LANGUAGES[language]
    number = clauses.first if when.day == 1 else when.day
    return clauses.day.format(day=number, month=clauses.months[when.month - 1], year=when.year)


def _filled_in(clauses: Clauses, form: Form) -> Iterable[str]:
    yield clauses.what.format(
        items=_list(clauses, (words for one, words in clauses.items.items() if one in form.items))
    )
    if form.assets:
        only = clauses.only_picture if len(form.assets) == 1 else clauses.only_pictures
        yield only.format(count=len(form.assets))
    if form.information:
        yield clauses.in_words.format(information=form.information.rstrip(". "))
    yield clauses.names[Shown(form.name_shown)]
    yield clauses.who.format(disclosers=form.disclosers)
    yield clauses.where.format(
        places=_list(clauses, (place(clauses.language, one) for one in sorted(form.networks)))
    )
    yield clauses.paid if form.paid else clauses.not_paid
    if form.purposes:
        purposes = (words for one, words in clauses.purposes.items() if one in form.purposes)
        yield clauses.why.format(purposes=_list(clauses, purposes))
    if form.at_request:
        yield clauses.at_request
    yield from _end(clauses, form)
    if form.sensitive:
        kinds = (words for one, words in clauses.sensitive.items() if one in form.sensitive)
        yield clauses.initials.format(kinds=_list(clauses, kinds))
    if form.signer is not Signer.SELF:
        yield clauses.for_another.format(authority=form.authority)


def _end(clauses: Clauses, form: Form) -> Iterable[str]:
    if form.expires_on:
        yield clauses.until_day.format(day=day(clauses.language, form.expires_on))
    if form.expires_event:
        yield clauses.until_event.format(event=form.expires_event.rstrip(". "))


def _statements(
    clauses: Clauses, form: Form, contact: str, *, staff: bool
) -> Iterable[tuple[Statement, str]]:
    said = {**clauses.statements, **(clauses.staff_statements if staff else {})}
    reach = clauses.reach.format(contact=contact) if contact else ""
    for statement in Statement:
        if statement is Statement.REMUNERATION and form.remuneration is Remuneration.NONE:
            continue
        words = said[statement]
        if statement is Statement.HOW_TO_REVOKE and reach:
            words = f"{words} {reach}"
        yield statement, words


def _list(clauses: Clauses, words: Iterable[str]) -> str:
    *first, last = list(words) or [clauses.nothing]
    return f"{', '.join(first)} {clauses.conjunction} {last}" if first else last

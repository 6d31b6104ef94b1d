"""A rule's docstring, read as its public page and as its test."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bedside.guard.draft import Draft, Kind, Organisation

if TYPE_CHECKING:
    from bedside.guard.rule import Rule

HEADINGS = ("Why it matters", "Flagged", "Fine", "Instead")

CLINIC = Organisation(
    name="Cedar Hollow Family Clinic",
    staff=("Dr. Wei Chen", "Alice Marsh", "Bob Tran", "Nora Quist"),
    city="Cedar Hollow",
    phone="555-010-0100",
)
"""The invented clinic that speaks in every example."""

_EXAMPLE = re.compile(
    r"(?:(?P<kind>[a-z_]+)"
    r'(?: to "(?P<reply_to>[^"]*)")?'
    r"(?: by consent of (?P<consents>[^:]+))?: )?"
    r"(?P<text>.*)",
    re.DOTALL,
)


@dataclass(frozen=True)
class Example:
    """One line of a page: a draft, and the stretches that must be marked in it."""

    draft: Draft
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Page:
    """The parts of a rule's docstring."""

    title: str
    why: str
    flagged: tuple[Example, ...]
    fine: tuple[Example, ...]
    instead: str


def read_page(rule: Rule) -> Page:
    """Read a rule's docstring. One that lacks a heading raises ValueError naming it."""
    text = inspect.cleandoc(type(rule).__doc__ or "")
    title, *sections = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)
    parts = dict(zip(sections[::2], (part.strip() for part in sections[1::2]), strict=True))
    missing = [heading for heading in HEADINGS if not parts.get(heading)]
    if missing or not title.strip():
        raise ValueError(f"{rule.code}: the docstring lacks {', '.join(missing) or 'a title'}.")
    return Page(
        title=" ".join(title.split()),
        why=parts["Why it matters"],
        flagged=_examples(rule, parts["Flagged"]),
        fine=_examples(rule, parts["Fine"]),
        instead=parts["Instead"],
    )


def _examples(rule: Rule, section: str) -> tuple[Example, ...]:
    lines = re.split(r"^- ", section, flags=re.MULTILINE)[1:]
    return tuple(_example(rule, " ".join(line.split())) for line in lines)


def _example(rule: Rule, line: str) -> Example:
    match = _EXAMPLE.fullmatch(line)
    kinds = sorted(rule.kinds)
    kind = Kind.POST if Kind.POST in rule.kinds else kinds[0]
    if match is None or (match["kind"] and match["kind"] not in set(Kind)):
        return _marked(line, Draft("", kind=kind, org=CLINIC))
    consents = tuple(re.split(r", | and ", match["consents"] or "")) if match["consents"] else ()
    draft = Draft(
        "",
        kind=Kind(match["kind"]) if match["kind"] else kind,
        reply_to=match["reply_to"],
        org=CLINIC,
        consents=consents,
    )
    return _marked(match["text"], draft)


def _marked(line: str, draft: Draft) -> Example:
    marks: list[tuple[int, int]] = []
    text = ""
    for plain, marked in re.findall(r"([^\[]*)(?:\[([^\]]*)\])?", line):
        text += plain
        if marked:
            marks.append((len(text), len(text) + len(marked)))
            text += marked
    return Example(
        Draft(
            text,
            kind=draft.kind,
            reply_to=draft.reply_to,
            org=draft.org,
            consents=draft.consents,
        ),
        tuple(marks),
    )

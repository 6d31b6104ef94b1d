"""A form at a glance: what, who, where, what for, until when. The wording says it in full."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bedside.consents import wording
from bedside.consents.signing.phrases import CLAUSES, listed
from bedside.consents.terms import Shown

if TYPE_CHECKING:
    from bedside.consents.models import Authorization


@dataclass(frozen=True, slots=True)
class Glance:
    """Short answers in one language. `until` is a day or an event."""

    what: str
    information: str
    name: str
    who: str
    places: tuple[str, ...]
    paid: bool
    purpose: str
    at_request: str
    until: str


def glance(authorization: Authorization, language: str) -> Glance:
    """Return a form at a glance, in a language of the forms."""
    row, clauses = authorization, CLAUSES[language]
    until = [wording.day(language, row.expires_on)] if row.expires_on else []
    return Glance(
        what=listed(clauses.items[one] for one in sorted(row.items)),
        information=row.person.get("information", ""),
        name=clauses.names[Shown(row.name_shown)],
        who=row.disclosers,
        places=tuple(listed([wording.place(language, one)]) for one in sorted(row.networks)),
        paid=row.paid,
        purpose=listed(clauses.purposes[one] for one in sorted(row.purposes)),
        at_request=clauses.at_request if row.at_request else "",
        until=" · ".join([*until, *([row.expires_event] if row.expires_event else [])]),
    )


def named(authorization: Authorization) -> str:
    """Return whom a form is about, by name."""
    name: str = authorization.person.get("name", "")
    return name or (authorization.staff.name if authorization.staff else "")

"""Safe wording for the texts of a post that the guard stops."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bedside.guard import Draft, Picture, Report, Severity
from bedside.guard.engine import VERSION
from bedside.guard.rewriting import Rewrite, suggestions
from bedside.orgs.queries import speaker
from bedside.rulebook.queries import settings_of

if TYPE_CHECKING:
    from bedside.orgs.models import Organisation
    from bedside.posts.composing.answer import Answer, Found


@dataclass(frozen=True, slots=True)
class Safer:
    """What one text may say instead: the field it stands in, what it is called, the wordings."""

    field: str
    called: str
    rewrites: tuple[Rewrite, ...]


def safer(answer: Answer, organisation: Organisation) -> list[Safer]:
    """
    Return wordings for every text that is stopped, of those that the editor shows.

    They were read by the guard as the texts will be: as this organisation's, with its settings and
    the post's pictures. Nothing is asked where nothing is stopped, or after a quick check.
    """
    stopped = [found for found in answer.found if answer.full and _is_stopped(found)]
    if not stopped:
        return []
    who, settings = speaker(organisation), settings_of(organisation)
    pictures = tuple(Picture(alt=picture.alt) for picture in answer.content.pictures)
    offers = []
    for found in stopped:
        draft = Draft(found.text, org=who, pictures=pictures)
        report = Report(found.findings, VERSION, full=True)
        rewrites = tuple(suggestions(draft, report, settings=settings))
        offers.append(Safer(found.field, found.called, rewrites))
    return [offer for offer in offers if offer.rewrites]


def _is_stopped(found: Found) -> bool:
    in_editor = found.field == "text" or found.field.startswith("version-")
    return in_editor and any(one.severity is Severity.ERROR for one in found.findings)

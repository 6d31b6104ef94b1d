"""Everything that is known about a post while it is written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from bedside.channels.text import graphemes
from bedside.guard.readability import grade
from bedside.orgs.queries import speaker
from bedside.posts import drafts
from bedside.posts.composing.destinations import destinations
from bedside.posts.composing.marks import marks
from bedside.posts.composing.previews import preview_of
from bedside.posts.content import link_for
from bedside.posts.relying import grounds_of, names_on
from bedside.rulebook.queries import NONE, settings_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from bedside.guard import Finding
    from bedside.library.models import Asset
    from bedside.orgs.models import Organisation
    from bedside.outbox.models import Account
    from bedside.posts.composing.destinations import Destination
    from bedside.posts.composing.marks import Mark
    from bedside.posts.composing.previews import Preview
    from bedside.posts.content import Content
    from bedside.posts.relying import Grounds, Reliance
    from bedside.rulebook.models import Dismissal
    from bedside.rulebook.queries import Dismissals


@dataclass(frozen=True, slots=True)
class Found:
    """
    The findings of one field that stand: what it is called, its text, and its marks.

    `let_stand` are warnings that somebody dismissed, each with the words that it was about.
    """

    field: str
    called: str
    text: str
    findings: tuple[Finding, ...]
    marks: tuple[Mark, ...]
    let_stand: tuple[tuple[Finding, str, Dismissal], ...] = ()

    @property
    def in_library(self) -> bool:
        """Whether its words are written in the library, not here."""
        return self.field.startswith("captions-")

    @property
    def rows(self) -> list[tuple[Mark, str]]:
        """Each mark with the words that it marks."""
        pairs = zip(self.marks, self.findings, strict=True)
        return [(mark, self.text[finding.start : finding.end]) for mark, finding in pairs]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the guard and the networks say of a content, and how it will look on one account."""

    content: Content
    destinations: list[Destination]
    found: list[Found]
    missing: list[drafts.Missing]
    preview: Preview | None
    full: bool
    relied: Sequence[Reliance]
    assets: Mapping[str, Asset]

    @property
    def undone(self) -> int:
        """How many things must be done before approval may be asked for."""
        return sum(line.stops and not line.done for line in self.missing)

    @property
    def done(self) -> list[drafts.Missing]:
        return [line for line in self.missing if line.done]

    @property
    def open(self) -> list[drafts.Missing]:
        return [line for line in self.missing if not line.done]

    @property
    def chosen(self) -> list[Destination]:
        return [one for one in self.destinations if one.chosen]

    @property
    def counts(self) -> dict[str, int]:
        """How many findings there are of each severity."""
        severities = [mark["severity"] for found in self.found for mark in found.marks]
        return {name: severities.count(name) for name in ("block", "warn", "info")}

    @property
    def let_stand(self) -> int:
        """How many warnings somebody dismissed."""
        return sum(len(found.let_stand) for found in self.found)

    @property
    def characters(self) -> int:
        """How long the common text is for a reader."""
        return graphemes(self.content.text)

    @property
    def grade(self) -> int | None:
        """The school grade that the common text asks for; None where there is no telling."""
        years = grade(self.content.text)
        return None if years is None else max(1, round(years))

    @property
    def linked(self) -> str:
        """The link as it goes out on the account that is previewed."""
        if not self.preview or not self.content.link:
            return ""
        return link_for(self.content, self.preview.account)

    @property
    def threads(self) -> bool:
        return any(one.threads for one in self.chosen)

    @property
    def first_comment(self) -> bool:
        return any(one.first_comment for one in self.chosen)

    def as_json(self) -> dict[str, Any]:
        """Return what the editor needs, without the parts that come as HTML."""
        return {
            "full": self.full,
            "fields": {found.field: list(found.marks) for found in self.found},
            "counts": self.counts,
            "undone": self.undone,
            "linked": self.linked,
            "lengths": {
                str(one.account.pk): {"over": one.length.over, "parts": one.length.parts}
                for one in self.chosen
            },
        }


def answer_of(
    content: Content,
    accounts: Sequence[Account],
    organisation: Organisation,
    *,
    publish_at: datetime | None = None,
    dismissals: Dismissals = NONE,
    shown: int | None = None,
    quick: bool = False,
) -> Answer:
    """
    Read a content. `accounts` are those on offer, `shown` is the one to preview, the first chosen
    one without it. Nothing is kept and nothing is recorded.
    """
    who, settings = speaker(organisation), settings_of(organisation)
    there = destinations(content, accounts)
    chosen = [one.account for one in there if one.chosen]
    grounds = grounds_of(content, organisation, chosen, publish_at)
    checked = drafts.read(
        content,
        organisation,
        quick=quick,
        who=who,
        dismissals=dismissals,
        settings=settings,
        relied=grounds.relied,
    )
    looked_at = _looked_at(there, shown)
    sight = partial(preview_of, content, who=who, settings=settings, quick=quick)
    return Answer(
        content=content,
        destinations=there,
        found=[_found(one, content, there) for one in checked],
        missing=drafts.still_missing(content, checked, chosen, publish_at, grounds),
        preview=_seen(sight, looked_at, grounds) if looked_at else None,
        full=not quick,
        relied=grounds.relied,
        assets=grounds.assets,
    )


def _seen(sight: partial[Preview], looked_at: Destination, grounds: Grounds) -> Preview:
    """Return what one account will show, with the names that may be shown there."""
    account = looked_at.account
    return sight(account, looked_at.name, consents=names_on(grounds.relied, [account.pk]))


def _looked_at(there: Sequence[Destination], shown: int | None) -> Destination | None:
    """Return the chosen account to preview: the one asked for, else the first."""
    chosen = [one for one in there if one.chosen]
    return next((one for one in chosen if one.account.pk == shown), next(iter(chosen), None))


def _found(checked: drafts.Checked, content: Content, there: Sequence[Destination]) -> Found:
    text = _text_of(content, checked.field)
    return Found(
        field=checked.field,
        called=_called(checked.field, content, there),
        text=text,
        findings=checked.open.findings,
        marks=tuple(_marked(checked, text)),
        let_stand=tuple(
            (finding, text[finding.start : finding.end], dismissal)
            for finding, dismissal in checked.dismissed.items()
        ),
    )


def _marked(checked: drafts.Checked, text: str) -> Iterator[Mark]:
    """Yield the marks of a text; what the privacy officer did not let stand must change."""
    for finding, mark in zip(checked.open.findings, marks(checked.open, text), strict=True):
        ruled = checked.overturned.get(finding)
        if ruled is None:
            yield mark
        else:
            judge = ruled.judged_by.short_name if ruled.judged_by else "The privacy officer"
            said = f"{judge} looked at it: it may not stand. {ruled.answer}".strip()
            yield {**mark, "severity": "block", "why": said}


def _text_of(content: Content, field: str) -> str:
    kind, _, number = field.partition("-")
    match kind:
        case "version":
            return content.versions[int(number)]
        case "alt":
            return content.pictures[int(number)].alt
        case "captions":
            return content.pictures[int(number)].spoken
    return {
        "text": content.text,
        "first_comment": content.first_comment,
        "link": content.link,
    }[field]


def _called(field: str, content: Content, there: Sequence[Destination]) -> str:
    kind, _, number = field.partition("-")
    match kind:
        case "version":
            return next(
                (f"Text for {one.name}" for one in there if one.account.pk == int(number)), "Text"
            )
        case "alt":
            called = "video" if content.pictures[int(number)].is_video else "picture"
            return f"Description of {called} {int(number) + 1}"
        case "captions":
            return f"Captions of video {int(number) + 1}"
    return {"text": "Text", "first_comment": "First comment", "link": "Link"}[field]

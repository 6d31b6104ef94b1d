"""One authorization open beside the ledger: where it stands and why, what it holds, where used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.dateformat import format as written

from bedside.consents import naming, pictures
from bedside.consents.defects import Code
from bedside.consents.history import lines_of
from bedside.consents.ledger import ends_on, ends_soon
from bedside.consents.progress import progress
from bedside.consents.queries import (
    Status,
    asks_event,
    defects_of,
    is_taken_back,
    reached_by,
    status_of,
    uses_ahead,
    wording_of,
)
from bedside.consents.sight import called, sees
from bedside.consents.signing.links import in_language
from bedside.consents.terms import Sensitive, Statement
from bedside.consents.uses import uses_of
from bedside.orgs.models import Membership as Member
from bedside.orgs.permissions import ALLOWED, Verb, may
from bedside.rulebook.sources import href_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bedside.consents.defects import Defect
    from bedside.consents.history import Line
    from bedside.consents.models import Authorization, Revocation, Signature, SigningLink
    from bedside.consents.pictures import Choice
    from bedside.consents.progress import Row
    from bedside.consents.uses import UsedAt
    from bedside.consents.wording import Wording
    from bedside.orgs.models import Membership, User
    from bedside.outbox.models import Delivery

MOST_PLACES = 40


@dataclass(frozen=True, slots=True)
class Element:
    """One thing that a form has to hold, and what this one says there."""

    title: str
    says: str
    holds: bool


@dataclass(frozen=True)
class Wish:
    """A wish to stop, and how far it is carried out. `rows` are those of `progress`."""

    revocation: Revocation
    covers: str
    rows: Sequence[Row]
    done: int
    minutes_left: int

    @property
    def open(self) -> int:
        return len(self.rows) - self.done

    @property
    def late(self) -> bool:
        return self.minutes_left < 0

    @property
    def left(self) -> str:
        """The time until everything is to be gone, or since: `22 h 57 min`."""
        hours, minutes = divmod(abs(self.minutes_left), 60)
        return f"{hours} h {minutes} min" if hours else f"{minutes} min"


@dataclass(frozen=True)
class Leaf:
    """Everything that a page shows of one authorization, as far as the member may see it."""

    row: Authorization
    status: Status
    face: tuple[str, str]
    name: str
    sees: bool
    defects: list[Defect]
    advice: list[Defect]
    elements: list[Element]
    signature: Signature | None
    link: SigningLink | None
    declined: bool
    uses: list[UsedAt]
    places: list[Delivery]
    wishes: list[Wish]
    followed: list[Revocation]
    history: list[Line]
    wording: Wording | None
    pictures: list[Choice]
    asks_event: bool
    may_ask: bool
    may_keep: bool

    @property
    def law(self) -> str:
        """Where what the form must hold can be read."""
        return href_of("45 CFR 164.508")

    @property
    def ending(self) -> bool:
        """Tell whether it holds, and ends within thirty days."""
        if self.status is not Status.ACTIVE or (day := ends_on(self.row)) is None:
            return False
        return ends_soon((day - timezone.localdate(timezone=self.row.organisation.zone)).days)

    @property
    def missing(self) -> list[Defect]:
        """What has to be filled in before anybody can sign."""
        at_signing = {Code.MISSING_SIGNATURE, Code.SENSITIVE_NOT_INITIALED}
        if Sensitive.SUBSTANCE_USE in self.row.sensitive:
            at_signing.add(Code.PART2_ELEMENTS)
        return [one for one in self.defects if one.code not in at_signing]

    @property
    def may_change(self) -> bool:
        """Tell whether the member may still fill it in: only who sees the person can."""
        return self.may_ask and self.sees and self.signature is None

    @property
    def open_wish(self) -> Wish | None:
        """The newest wish to stop that is not carried out and answered yet."""
        waiting = (one for one in self.wishes if one.open or one.revocation.answered_at is None)
        return next(waiting, None)

    @property
    def can_stop(self) -> bool:
        if self.signature is None:
            return False
        return not is_taken_back(self.row) or bool(reached_by(self.row))

    @property
    def may_settle_event(self) -> bool:
        """Tell whether the member may say if the event has come after which it ends."""
        waits = self.row.expires_event and self.row.event_passed_at is None
        return self.may_keep and self.status is Status.ACTIVE and bool(waits)

    @property
    def may_compare(self) -> bool:
        """Tell whether the member keeps consents and this paper waits to be compared."""
        return self.may_keep and Code.PAPER_NOT_COMPARED in {one.code for one in self.defects}


def leaf_of(member: Membership, row: Authorization, language: str = "") -> Leaf:
    """Gather one authorization for a member's page; an unsigned one to be read in a language."""
    status = status_of(row)
    signature = getattr(row, "signature", None)
    words = None if signature else wording_of(row)
    if words:
        # The clauses are fixed: an unsigned form will say them, once it is presented.
        row.statements = [str(code) for code, _ in words.statements]
    against = defects_of(row)
    said = row.revocations.select_related("owner", "follows__authorization")
    said = said.order_by("-received_at", "-pk")
    newest = row.links.order_by("-pk").first()
    may_see = sees(member, row)
    return Leaf(
        row=row,
        status=status,
        face=naming.FACES[status],
        name=called(member, row),
        sees=may_see,
        defects=[one for one in against if one.stops],
        advice=[one for one in against if not one.stops],
        elements=elements_of(row, {one.code for one in against}, full=may_see),
        signature=signature,
        link=_waiting(newest),
        declined=newest is not None and newest.declined and signature is None,
        uses=uses_of(row),
        places=_places(row),
        wishes=[_wish(one) for one in said if one.follows is None],
        followed=[one for one in said if one.follows],
        history=lines_of(row),
        wording=_read_in(row, language) if words and may_see else None,
        pictures=_pictures(row),
        asks_event=asks_event(row, uses_ahead(row.organisation).get(row.pk, ())),
        may_ask=may(member, Verb.ASK_CONSENT),
        may_keep=may(member, Verb.KEEP_CONSENT),
    )


def elements_of(row: Authorization, against: set[Code], *, full: bool) -> list[Element]:
    """
    Return all elements of 164.508(c), what the form says of each, and whether it holds.

    `against` are the codes of its defects; without `full` the words about the person are left out.
    """
    return [
        *_core(row, against, full=full),
        _signed(row, against),
        *_told(row, against),
        *_extras(row, against),
        _copy(row, against),
    ]


def _core(row: Authorization, against: set[Code], *, full: bool) -> Iterable[Element]:
    items = naming.listed(row.items, naming.ITEMS)
    information = row.person.get("information", "") if full else ""
    shown = ". ".join(filter(None, (information.rstrip("."), items)))
    purposes = naming.listed(row.purposes, naming.PURPOSES)
    asked = "They asked for it" if row.at_request else ""
    paid = "Paid ads too" if row.paid else "No paid ads"
    yield Element("What is shown", shown, Code.MISSING_INFORMATION not in against)
    if row.assets:
        number = len(row.assets)
        only = "One picture" if number == 1 else f"{number} pictures"
        yield Element("Which pictures", f"{only}, and no others", holds=True)
    yield Element("How much of the name", naming.NAMES[row.name_shown], holds=True)
    yield Element("Who may show it", row.disclosers, Code.MISSING_DISCLOSER not in against)
    where = f"The public, on: {naming.places(row.networks)}" if row.networks else ""
    yield Element("To whom", where, Code.MISSING_RECIPIENT not in against)
    reasons = ". ".join(filter(None, (purposes, asked)))
    why = f"{reasons}. {paid}" if reasons else ""
    yield Element("What for", why, Code.MISSING_PURPOSE not in against)
    ended = {Code.MISSING_EXPIRY, Code.EXPIRED, Code.EVENT_PASSED, Code.MINOR_NOW_ADULT}
    yield Element("Until", until(row), not ended & against)


def until(row: Authorization) -> str:
    """Say when a form ends."""
    ends = [written(row.expires_on, "M j, Y")] if row.expires_on else []
    ends += [row.expires_event] if row.expires_event else []
    ends += [f"{written(row.adult_on, 'M j, Y')}, coming of age"] if row.adult_on else []
    return f"{', or '.join(ends)}; or when they stop it" if ends else ""


def _signed(row: Authorization, against: set[Code]) -> Element:
    signature = getattr(row, "signature", None)
    stopping = {Code.MISSING_SIGNATURE, Code.SIGNER_AUTHORITY, Code.PAPER_NOT_COMPARED}
    holds = not stopping & against
    if signature is None:
        return Element("Signed and dated", "Not yet", holds)
    day = written(signature.signed_at.astimezone(row.organisation.zone), "M j, Y")
    who = naming.SIGNERS[row.signer].lower()
    right = f" ({row.authority})" if row.authority else ""
    known = naming.KNOWN_BY.get(signature.known_by, signature.known_by)
    saw = "compared" if signature.method == signature.Method.PAPER else "seen"
    seen = f", {saw} by {signature.checked_by.short_name}" if signature.checked_by else ""
    method = naming.METHODS[signature.method].lower()
    return Element("Signed and dated", f"{day}, {who}{right}; {method}. {known}{seen}", holds)


def _told(row: Authorization, against: set[Code]) -> Iterable[Element]:
    said = set(row.statements)
    for title, code, needed in (
        (
            "May be stopped, and how",
            Code.MISSING_REVOCATION,
            {Statement.RIGHT_TO_REVOKE, Statement.HOW_TO_REVOKE, Statement.REVOKE_EXCEPTIONS},
        ),
        ("Care does not depend on it", Code.MISSING_CONDITIONS, {Statement.NOT_CONDITIONED}),
        ("May be shared on by others", Code.MISSING_REDISCLOSURE, {Statement.REDISCLOSURE}),
    ):
        words = "Said in the form" if needed <= said else "Not said yet"
        yield Element(title, words, code not in against and needed <= said)


def _extras(row: Authorization, against: set[Code]) -> Iterable[Element]:
    if row.sensitive:
        kinds = naming.listed(row.sensitive, naming.SENSITIVE)
        holds = not {Code.SENSITIVE_NOT_INITIALED, Code.PART2_ELEMENTS} & against
        yield Element("Initials for what is sensitive", kinds, holds)
    if row.remuneration != "none":
        paid = naming.PAID_FOR[row.remuneration]
        yield Element("Who pays for it", paid, Code.REMUNERATION_UNSTATED not in against)
    if row.compensation:
        told = f"{row.compensation}. Each post must say so"
        yield Element("What they get for it", told, holds=True)


def _copy(row: Authorization, against: set[Code]) -> Element:
    holds = row.copy_given_at is not None and Code.COPY_NOT_GIVEN not in against
    if row.copy_given_at is None:
        return Element("Copy given", "Not yet", holds)
    day = written(row.copy_given_at.astimezone(row.organisation.zone), "M j, Y")
    how = naming.COPIES.get(row.copy_how, row.copy_how)
    return Element("Copy given", f"{day}. {how}" if how else day, holds)


def _read_in(row: Authorization, language: str) -> Wording:
    return in_language(row, language if language in naming.LANGUAGES else row.language)


def _pictures(row: Authorization) -> list[Choice]:
    if not row.assets:
        return []
    found = pictures.choices(row.organisation, "", pictures.coded(row.assets))
    return [one for one in found if one.chosen]


def _waiting(link: SigningLink | None) -> SigningLink | None:
    """Return a link that can still be signed by."""
    if link is None or link.ended_at is not None or link.expires_at <= timezone.now():
        return None
    return link


def _places(row: Authorization) -> list[Delivery]:
    placements = row.placements.select_related("delivery__account").order_by("-delivery_id")
    return [one.delivery for one in placements[:MOST_PLACES]]


def _wish(revocation: Revocation) -> Wish:
    rows = list(progress(revocation))
    left = (revocation.due_at - timezone.now()).total_seconds()
    covers = "All of it"
    if revocation.networks:
        covers = f"Only {naming.places(revocation.networks)}"
    elif revocation.paid_only:
        covers = "Only paid ads"
    return Wish(revocation, covers, rows, sum(row.done for row in rows), int(left // 60))


def keepers_of(member: Membership) -> list[User]:
    """Return who keeps the consents of a member's organisation."""
    roles = ALLOWED[Verb.KEEP_CONSENT]
    keeping = Member.objects.filter(
        organisation=member.organisation, role__in=roles, ended_at=None
    ).select_related("user")
    return [one.user for one in keeping.order_by("pk")]

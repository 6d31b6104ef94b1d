"""What other apps may know of authorizations. Everything starts from the organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Q
from django.utils import timezone

from bedside.consents import wording
from bedside.consents.defects import Code, validate
from bedside.consents.models import Authorization, Placement, Revocation, Signature, TakeDown
from bedside.consents.terms import (
    Form,
    Item,
    Purpose,
    Remuneration,
    Revoked,
    Sensitive,
    Shown,
    Signer,
    Statement,
    Use,
)
from bedside.outbox.states import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from django.db.models import QuerySet

    from bedside.consents.defects import Defect
    from bedside.consents.wording import Wording
    from bedside.orgs.models import Organisation


class Status(StrEnum):
    """Where an authorization stands: derived, never typed in."""

    DRAFT = "draft"
    PRESENTED = "presented"
    ACTIVE = "active"
    DEFECTIVE = "defective"
    EXPIRED = "expired"
    REVOKED = "revoked"
    REPLACED = "replaced"


WARNED = timedelta(days=30)
"""How long before its end a form asks to be renewed."""


EVENT_ASKED = timedelta(days=90)
"""How often somebody says whether the event has come after which a form ends."""


class Ahead(NamedTuple):
    """A use that is planned: when somebody planned it, and when it goes out."""

    planned_at: datetime
    due: datetime


@dataclass(frozen=True)
class Ending:
    """
    A form that ends on a day: by its own date, because the person comes of age, or because its
    event has come.
    """

    authorization: Authorization
    on: date
    comes_of_age: bool
    live: int
    """How many posts rely on it and are live."""


def authorizations(organisation: Organisation) -> QuerySet[Authorization]:
    """Return an organisation's authorizations with all that judging them needs."""
    return (
        organisation.authorizations.select_related("organisation", "signature", "staff")
        .prefetch_related("revocations")
        .order_by("kind", "-number")
    )


def chains(organisation_id: int, ids: Iterable[int]) -> dict[int, list[int]]:
    """
    Return for each form itself and every older one in whose place it came, the newest first.

    What was published under an older form rests on the newer one's person all the same: whoever
    takes the newer one back means all of it. One query, however many forms are asked for.
    """
    renewals = Authorization.objects.filter(organisation_id=organisation_id, renews__isnull=False)
    older = dict(renewals.values_list("pk", "renews_id"))
    return {pk: _back(pk, older) for pk in ids}


def chain(authorization: Authorization) -> list[int]:
    """Return the ids of a form and of every older one in whose place it came, newest first."""
    return chains(authorization.organisation_id, [authorization.pk])[authorization.pk]


def later(authorization: Authorization) -> list[Authorization]:
    """Return the signed forms that came in the place of a form, one after another, oldest first."""
    row = authorization
    renewals = Authorization.objects.filter(
        organisation_id=row.organisation_id, renews__isnull=False
    )
    older = dict(renewals.values_list("pk", "renews_id"))
    ids = [pk for pk in older if row.pk in _back(pk, older)[1:]]
    if not ids:
        return []
    signed = authorizations(row.organisation).filter(pk__in=ids).exclude(signature=None)
    return sorted(signed, key=lambda one: len(_back(one.pk, older)))


def form_of(authorization: Authorization) -> Form:
    """Return a row, its signature and its revocations as the plain form that is judged."""
    row = authorization
    signature = getattr(row, "signature", None)
    return Form(
        staff=row.kind == row.Kind.STAFF,
        information=row.person.get("information", ""),
        items=frozenset(map(Item, row.items)),
        name_shown=Shown(row.name_shown),
        disclosers=row.disclosers,
        networks=frozenset(row.networks),
        paid=row.paid,
        purposes=frozenset(map(Purpose, row.purposes)),
        at_request=row.at_request,
        assets=frozenset(row.assets),
        expires_on=row.expires_on,
        expires_event=row.expires_event,
        event_passed=row.event_passed_at is not None,
        signed_at=signature.signed_at if signature else None,
        signer=Signer(row.signer),
        authority=row.authority,
        adult_on=row.adult_on,
        deceased_on=row.deceased_on,
        statements=frozenset(map(Statement, row.statements)),
        remuneration=Remuneration(row.remuneration),
        sensitive={Sensitive(key): initials for key, initials in row.sensitive.items()},
        copy_given_at=row.copy_given_at,
        previewed=bool(row.preview_hash),
        compound=row.compound,
        conditioned=row.conditioned,
        known_false=row.known_false_at is not None,
        replaced=row.replaced_by_id is not None,
        retired=row.retired,
        substance_use_program=row.organisation.treats_substance_use,
        unchecked=_unchecked(signature),
        revocations=tuple(
            Revoked(one.received_at, frozenset(one.networks), one.paid_only)
            for one in row.revocations.all()
        ),
    )


def defects_of(
    authorization: Authorization, use: Use | None = None, now: datetime | None = None
) -> list[Defect]:
    """Return what stands against a use of an authorization, now or at an aware moment."""
    zone = authorization.organisation.zone
    return validate(form_of(authorization), use, now or timezone.now(), zone)


def status_of(authorization: Authorization, now: datetime | None = None) -> Status:
    """Return where an authorization stands, now or at an aware moment."""
    codes = {defect.code for defect in defects_of(authorization, now=now) if defect.stops}
    if Code.REPLACED in codes:
        return Status.REPLACED
    if Code.MISSING_SIGNATURE in codes:
        return Status.PRESENTED if authorization.presented_at else Status.DRAFT
    if Code.REVOKED in codes:
        return Status.REVOKED
    if codes & {Code.EXPIRED, Code.EVENT_PASSED, Code.MINOR_NOW_ADULT}:
        return Status.EXPIRED
    return Status.DEFECTIVE if codes else Status.ACTIVE


def is_taken_back(authorization: Authorization) -> bool:
    """Tell whether the person took all of it back, also where a newer form has its place."""
    return any(not one.networks and not one.paid_only for one in authorization.revocations.all())


def reached_by(
    authorization: Authorization, received_at: datetime | None = None
) -> list[Authorization]:
    """
    Return the newer forms that a person takes back with this one, oldest first.

    They came in its place and are not taken back yet. What was signed on a later day than the word
    came, at `received_at`, is a new yes and stays.
    """
    local = authorization.organisation.local
    day = local(received_at or timezone.now()).date()
    return [
        one
        for one in later(authorization)
        if not is_taken_back(one) and local(one.signature.signed_at).date() <= day
    ]


def covering(
    organisation: Organisation, ids: Iterable[int], use: Use, now: datetime | None = None
) -> list[Authorization]:
    """Return those of the named authorizations that allow a use."""
    wanted = list(ids)
    if not wanted:
        return []
    found = authorizations(organisation).filter(pk__in=wanted)
    return [one for one in found if not any(d.stops for d in defects_of(one, use, now))]


def names_for(
    organisation: Organisation, ids: Iterable[int], network: str, now: datetime | None = None
) -> tuple[str, ...]:
    """
    Return the names that valid authorizations let an organic post on a network show.

    Only as much of each name as its form allows; nothing of a person who may not be named.
    """
    valid = covering(organisation, ids, Use(network), now)
    return tuple(filter(None, map(shown_name, valid)))


def shown_name(authorization: Authorization) -> str:
    """
    Return as much of a person's name as the form allows to be shown; "" where it allows none.

    A colleague is called as on the staff list, not as somebody wrote on the form.
    """
    if Item.NAME not in authorization.items:
        return ""
    colleague = authorization.staff
    name: str = colleague.name if colleague else authorization.person.get("name", "")
    words = name.split()
    match Shown(authorization.name_shown):
        case Shown.FULL:
            return name
        case Shown.FIRST:
            return words[0] if words else ""
        case Shown.INITIALS:
            return " ".join(f"{word[0]}." for word in words)
        case Shown.NONE:
            return ""


def wording_of(authorization: Authorization) -> Wording:
    """Return a form in its own language, with how to reach the clinic."""
    clinic = authorization.organisation
    contact = ", ".join(filter(None, (clinic.name, clinic.phone, clinic.email)))
    form = form_of(authorization)
    return wording.text(authorization.language, authorization.kind, form, contact)


def choices(organisation: Organisation, now: datetime | None = None) -> list[Authorization]:
    """Return the forms that hold now, for somebody who wants to rely on one; the newest first."""
    signed = authorizations(organisation).exclude(signature=None)
    return [one for one in signed if status_of(one, now) is Status.ACTIVE]


def ending_soon(organisation: Organisation, now: datetime | None = None) -> list[Ending]:
    """
    Return the forms that end within thirty days, the first to end first.

    Those that have ended already are among them while posts that rely on them are live.
    """
    today = organisation.local(now or timezone.now()).date()
    near = today + WARNED
    found = (
        authorizations(organisation)
        .filter(
            Q(expires_on__lte=near) | Q(adult_on__lte=near) | Q(event_passed_at__isnull=False),
            replaced_by=None,
        )
        .exclude(signature=None)
        .prefetch_related("placements__delivery")
    )
    endings = [
        _ending(one)
        for one in found
        if Code.REVOKED not in {defect.code for defect in defects_of(one, now=now)}
    ]
    wanted = [one for one in endings if one and (one.live or _is_to_come(one, today, near))]
    return sorted(wanted, key=lambda one: one.on)


def events_to_ask(organisation: Organisation, now: datetime | None = None) -> list[Authorization]:
    """Return the forms that end with an event of which somebody should say whether it has come."""
    found = authorizations(organisation).exclude(signature=None).exclude(expires_event="")
    ahead = uses_ahead(organisation)
    return [one for one in found.order_by("pk") if asks_event(one, ahead.get(one.pk, ()), now)]


def uses_ahead(organisation: Organisation) -> dict[int, list[Ahead]]:
    """Return what is planned by form: when it was planned, and when it goes out."""
    planned = Placement.objects.filter(
        authorization__organisation=organisation, delivery__state=State.PLANNED
    ).order_by("pk")
    found: dict[int, list[Ahead]] = {}
    for pk, *moments in planned.values_list(
        "authorization", "delivery__created_at", "delivery__due"
    ):
        found.setdefault(pk, []).append(Ahead(*moments))
    return found


def asks_event(
    authorization: Authorization, ahead: Iterable[Ahead], now: datetime | None = None
) -> bool:
    """
    Tell whether somebody should look if the event has come after which a form ends.

    Every ninety days, and when a use is planned that goes out later than that; one answer is enough
    for what was planned before it.
    """
    row, at = authorization, now or timezone.now()
    if not row.expires_event or status_of(row, at) is not Status.ACTIVE:
        return False
    since = max(filter(None, (row.signature.signed_at, row.event_looked_at)))
    until = since + EVENT_ASKED
    return at >= until or any(one.planned_at > since and one.due > until for one in ahead)


def open_revocations(organisation: Organisation) -> list[Revocation]:
    """Return the revocations of which something is left, the most urgent first."""
    return list(
        Revocation.objects.filter(
            authorization__organisation=organisation,
            takedowns__isnull=False,
            takedowns__stopped_at=None,
            takedowns__gone_at=None,
        )
        .select_related("authorization", "owner")
        .order_by("due_at")
        .distinct()
    )


def taken_back(organisation_id: int, subject: str) -> list[str]:
    """Return the references of the forms that were taken back and reached this subject's posts."""
    reached = TakeDown.objects.filter(
        delivery__organisation_id=organisation_id, delivery__subject=subject
    )
    said = Revocation.objects.filter(Q(takedowns__in=reached) | Q(follows__takedowns__in=reached))
    return sorted({one.authorization.reference for one in said.select_related("authorization")})


def _back(pk: int, older: Mapping[int, int | None]) -> list[int]:
    found = [pk]
    while (before := older.get(found[-1])) is not None and before not in found:
        found.append(before)
    return found


def _unchecked(signature: Signature | None) -> bool:
    if signature is None or signature.method != Signature.Method.PAPER:
        return False
    return signature.checked_by_id is None


def _is_to_come(ending: Ending, today: date, near: date) -> bool:
    return ending.authorization.event_passed_at is None and today <= ending.on <= near


def _ending(authorization: Authorization) -> Ending | None:
    row, form = authorization, form_of(authorization)
    zone = row.organisation.zone
    days = [(row.expires_on, False)] if row.expires_on else []
    if row.adult_on and form.signed_at and form.signed_at.astimezone(zone).date() < row.adult_on:
        days.append((row.adult_on, True))
    if row.event_passed_at:
        days.append((row.event_passed_at.astimezone(zone).date(), False))
    if not days:
        return None
    on, of_age = min(days)
    live = sum(one.delivery.state == State.LIVE for one in row.placements.all())
    return Ending(row, on, of_age, live)

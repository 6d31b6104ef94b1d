"""What other apps may know of authorizations. Everything starts from the organisation."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils import timezone

from bedside.consents.defects import Code, validate
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

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from django.db.models import QuerySet

    from bedside.consents.defects import Defect
    from bedside.consents.models import Authorization
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


def authorizations(organisation: Organisation) -> QuerySet[Authorization]:
    """Return an organisation's authorizations with all that judging them needs."""
    return (
        organisation.authorizations.select_related("organisation", "signature", "staff")
        .prefetch_related("revocations")
        .order_by("kind", "-number")
    )


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

    Only as much of each name as its form allows; "" for a person who may be shown without a name.
    """
    valid = covering(organisation, ids, Use(network), now)
    return tuple(shown_name(one) for one in valid)


def shown_name(authorization: Authorization) -> str:
    """Return as much of a person's name as the form allows to be shown."""
    name: str = authorization.person.get("name", "")
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

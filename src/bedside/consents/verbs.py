"""
Everything that changes an authorization.

Whether one holds follows from what stands in it; no verb here sets a status. Signing is in
`signatures`, taking back in `revoking`, what that sets going in `takedowns`.
"""

from __future__ import annotations

import json
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from bedside.consents import pictures
from bedside.consents.defects import Code
from bedside.consents.drafts import next_number, person_of, set_terms, terms_of
from bedside.consents.holding import held, held_for
from bedside.consents.models import Authorization, Signature
from bedside.consents.queries import defects_of, wording_of
from bedside.consents.recording import NotPossible, actor, must_say_who, record
from bedside.consents.revoking import answer, revoke
from bedside.consents.signatures import sign, transcribe
from bedside.consents.terms import Sensitive
from bedside.orgs.permissions import Verb, require

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bedside.consents.defects import Defect
    from bedside.orgs.models import Membership

__all__ = [
    "NotPossible",
    "answer",
    "change",
    "compare",
    "draft",
    "event_not_yet",
    "give_copy",
    "held",
    "mark_false",
    "present",
    "replace",
    "revoke",
    "settle_event",
    "sign",
    "transcribe",
]

CARRIED_OVER = (
    "language",
    "items",
    "name_shown",
    "disclosers",
    "networks",
    "paid",
    "purposes",
    "at_request",
    "assets",
    "signer",
    "authority",
    "adult_on",
    "deceased_on",
    "remuneration",
    "compensation",
)
"""What a new form takes from the one it renews. The end is chosen anew, initials given anew."""
TOO_LATE = "It is signed already. Make a new form instead."


@transaction.atomic
def draft(
    *, by: Membership, kind: str, person: Mapping[str, Any], terms: Mapping[str, Any]
) -> Authorization:
    """
    Begin a form: `kind` is "patient" or "staff".

    `person` may hold `name`, `information` (what may be shown, in words), `born` (a year),
    `contact` and `initials`; `terms` the columns of the row by name. Nothing needs to be complete
    yet. Raises `NotPossible` for what does not fit.
    """
    require(by, Verb.ASK_CONSENT)
    row = Authorization(
        organisation=by.organisation,
        kind=Authorization.Kind(kind),
        number=next_number(by.organisation, kind),
        created_by_id=by.user_id,
    )
    set_terms(row, _own_staff(by, terms_of(terms)))
    row.save()
    row.set_person(person_of(person))
    row.save(update_fields=["sealed"])
    record(row, "authorization.drafted", actor(by), **_codes(row))
    return row


@transaction.atomic
def change(
    *,
    by: Membership,
    authorization: Authorization,
    person: Mapping[str, Any],
    terms: Mapping[str, Any],
) -> bool:
    """
    Change a form that nobody has signed; what is not named stays. Returns whether anything changed.

    If it was presented already, it has to be presented again: nobody signs what they have not seen.
    """
    require(by, Verb.ASK_CONSENT)
    row = held(by, authorization)
    _must_be_unsigned(row)
    opened = row.person
    wanted = {**opened, **person_of(person)}
    other = set_terms(row, _own_staff(by, terms_of(terms)))
    if not other and wanted == opened:
        return False
    row.set_person(wanted)
    row.presented_at = row.presented_by = None
    row.template, row.statements, row.changed_at = "", [], timezone.now()
    row.save()
    record(row, "authorization.changed", actor(by), **_codes(row))
    return True


@transaction.atomic
def present(*, by: Membership, authorization: Authorization) -> None:
    """
    Fix the wording that the person is about to read; the records keep it to the letter.

    Raises `NotPossible` with everything that is still missing.
    """
    require(by, Verb.ASK_CONSENT)
    row = held(by, authorization)
    _must_be_unsigned(row)
    must_say_who(row)
    words = wording_of(row)
    row.template, row.statements = words.version, [str(key) for key, _ in words.statements]
    if missing := [one.text for one in defects_of(row) if one.stops and not _later(row, one)]:
        raise NotPossible(" ".join(missing))
    if unseen := pictures.not_shown(row):
        raise NotPossible(" ".join(unseen))
    row.presented_at = row.changed_at = timezone.now()
    row.presented_by_id = by.user_id
    row.save()
    shown = json.dumps(words.as_json(), ensure_ascii=False, sort_keys=True).encode()
    record(
        row,
        "authorization.presented",
        actor(by),
        bodies=[shown],
        template=row.template,
        statements=row.statements,
        pictures=pictures.hashes_of(row),
        **_codes(row),
    )


@transaction.atomic
def give_copy(*, by: Membership | None, authorization: Authorization, how: str) -> None:
    """
    Note that the person got their copy, 164.508(c)(4). `how` is a code such as `print`, `download`.

    `by` is None where they took it themselves.
    """
    row = held_for(by, authorization, Verb.ASK_CONSENT)
    if getattr(row, "signature", None) is None:
        raise NotPossible("There is nothing to copy before it is signed.")
    row.copy_given_at, row.copy_how = row.copy_given_at or timezone.now(), how[:40]
    row.save(update_fields=["copy_given_at", "copy_how"])
    record(row, "authorization.copy_given", actor(by), how=row.copy_how)


@transaction.atomic
def compare(*, by: Membership, authorization: Authorization) -> None:
    """Note that a paper was compared with what was entered of it, and that both say the same."""
    require(by, Verb.KEEP_CONSENT)
    row = held(by, authorization)
    papers = Signature.objects.filter(authorization=row, method=Signature.Method.PAPER)
    if not papers.exists():
        raise NotPossible("It was not signed on paper.")
    if papers.filter(checked_by=None).update(checked_by=by.user_id):
        record(row, "authorization.compared", actor(by))


@transaction.atomic
def settle_event(*, by: Membership, authorization: Authorization, on: date | None = None) -> None:
    """
    Note that the event after which it ends has happened, on a day of the clinic's calendar.

    `on` is today unless told otherwise. What is planned is refused when it would leave, as with a
    form whose day is over.
    """
    require(by, Verb.KEEP_CONSENT)
    row = _with_event(by, authorization)
    local = row.organisation.local
    day = on or local(timezone.now()).date()
    if day > local(timezone.now()).date():
        raise NotPossible("This day is still to come. Say so when it has come.")
    if day < local(row.signature.signed_at).date():
        raise NotPossible("This is before it was signed. Look at the day again.")
    if row.event_passed_at is None:
        row.event_passed_at = datetime.combine(day, time.min, tzinfo=row.organisation.zone)
        row.save(update_fields=["event_passed_at"])
        record(row, "authorization.event_passed", actor(by), on=day.isoformat())


@transaction.atomic
def event_not_yet(*, by: Membership, authorization: Authorization) -> None:
    """Note that somebody looked, and that the event after which it ends has not happened yet."""
    require(by, Verb.KEEP_CONSENT)
    row = _with_event(by, authorization)
    if row.event_passed_at is not None:
        raise NotPossible("Somebody said already that it has happened.")
    row.event_looked_at, row.event_looked_by_id = timezone.now(), by.user_id
    row.save(update_fields=["event_looked_at", "event_looked_by"])
    record(row, "authorization.event_not_yet", actor(by))


@transaction.atomic
def mark_false(*, by: Membership, authorization: Authorization) -> None:
    """Note that something material in it is known to be untrue, 164.508(b)(2)(v)."""
    require(by, Verb.KEEP_CONSENT)
    row = held(by, authorization)
    if row.known_false_at is None:
        row.known_false_at = timezone.now()
        row.save(update_fields=["known_false_at"])
        record(row, "authorization.known_false", actor(by))


@transaction.atomic
def replace(*, by: Membership, authorization: Authorization) -> Authorization:
    """
    Begin a form that takes another's place, with the same person and terms.

    The old one holds until the new one is signed. Returns the one that was begun already, if any.
    """
    require(by, Verb.ASK_CONSENT)
    old = held(by, authorization)
    if old.replaced_by_id is not None:
        raise NotPossible("A newer form has taken its place already.")
    begun = old.renewed_by.filter(signature=None).first()
    if begun is not None:
        return begun
    terms = {name: getattr(old, name) for name in CARRIED_OVER}
    terms |= {"sensitive": list(old.sensitive), "staff": old.staff_id}
    new = draft(by=by, kind=old.kind, person=old.person, terms=terms)
    new.renews = old
    new.save(update_fields=["renews"])
    record(old, "authorization.renewal_begun", actor(by), by=new.reference)
    return new


def _with_event(by: Membership, authorization: Authorization) -> Authorization:
    """Return the row held; only of a signed form that ends with an event."""
    row = held(by, authorization)
    if not row.expires_event:
        raise NotPossible("It ends on a day, not after an event.")
    if getattr(row, "signature", None) is None:
        raise NotPossible("Nobody has signed it, so there is nothing to end.")
    return row


def _later(row: Authorization, defect: Defect) -> bool:
    """Tell whether the signing itself is what mends it."""
    if defect.code is Code.PART2_ELEMENTS:
        return Sensitive.SUBSTANCE_USE in row.sensitive
    return defect.code in (Code.MISSING_SIGNATURE, Code.SENSITIVE_NOT_INITIALED)


def _must_be_unsigned(row: Authorization) -> None:
    if getattr(row, "signature", None) is not None:
        raise NotPossible(TOO_LATE)


def _own_staff(by: Membership, terms: dict[str, Any]) -> dict[str, Any]:
    """Refuse somebody else's staff."""
    who = terms.get("staff")
    if who is not None and not by.organisation.staff.filter(pk=who).exists():
        raise NotPossible("This person does not work here.")
    return terms


def _codes(row: Authorization) -> dict[str, Any]:
    """Return what the records keep of a form's terms: codes and days, no words of anybody's."""
    return {
        "items": row.items,
        "networks": row.networks,
        "paid": row.paid,
        "purposes": row.purposes,
        "name_shown": str(row.name_shown),
        "signer": str(row.signer),
        "expires_on": row.expires_on.isoformat() if row.expires_on else None,
        "sensitive": list(row.sensitive),
        "remuneration": str(row.remuneration),
    }

"""
Everything that changes an authorization.

Whether one holds follows from what stands in it; no verb here sets a status. Signing is in
`signatures`, what a revocation sets going in `takedowns`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from bedside.consents import takedowns
from bedside.consents.defects import Code
from bedside.consents.drafts import next_number, person_of, set_terms, terms_of
from bedside.consents.models import Authorization, Revocation, Signature
from bedside.consents.queries import authorizations, defects_of, wording_of
from bedside.consents.recording import NotPossible, actor, must_say_who, record
from bedside.consents.signatures import sign, transcribe
from bedside.consents.terms import Sensitive
from bedside.orgs.permissions import Verb, require

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from bedside.consents.defects import Defect
    from bedside.orgs.models import Membership

__all__ = [
    "NotPossible",
    "answer",
    "change",
    "compare",
    "draft",
    "give_copy",
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
        **_codes(row),
    )


@transaction.atomic
def give_copy(*, by: Membership | None, authorization: Authorization, how: str) -> None:
    """
    Note that the person got their copy, 164.508(c)(4). `how` is a code such as `print`, `download`.

    `by` is None where they took it themselves.
    """
    row = _held_for(by, authorization, Verb.ASK_CONSENT)
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
def settle_event(*, by: Membership, authorization: Authorization) -> None:
    """Note that the event after which it ends has happened."""
    require(by, Verb.KEEP_CONSENT)
    row = held(by, authorization)
    if not row.expires_event:
        raise NotPossible("It ends on a day, not after an event.")
    if row.event_passed_at is None:
        row.event_passed_at = timezone.now()
        row.save(update_fields=["event_passed_at"])
        record(row, "authorization.event_passed", actor(by))


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


@transaction.atomic
def revoke(
    *,
    by: Membership | None,
    authorization: Authorization,
    how: str,
    received_at: datetime,
    networks: Iterable[str] = (),
    paid_only: bool = False,
    elsewhere: Iterable[str] = (),
) -> Revocation:
    """
    Take a permission back: wholly, or for `networks`, or for paid use only, 164.508(b)(5).

    In one transaction new uses are refused, what was planned is stopped, and everything live is
    archived and asked down. `how` is a `Revocation.How`; `received_at` an aware moment, not to
    come; `elsewhere` names other places in words. `by` is None where the person did it by their
    link. What is being sent at this instant either meets the refusal or is found live by the clock.
    What was published under the forms in whose place it came goes too. Said twice, it is one
    revocation: the first is returned.
    """
    takedowns.hold(authorization)
    row = _held_for(by, authorization, Verb.ASK_CONSENT)
    chosen = sorted(set(networks))
    _must_be_revocable(row, received_at, chosen, paid_only=paid_only)
    if said_before := _said_before(row, chosen, paid_only=paid_only):
        takedowns.begin(said_before, who=actor(by), elsewhere=elsewhere)
        return said_before
    revocation = Revocation.objects.create(
        authorization=row,
        received_at=received_at,
        how=Revocation.How(how),
        networks=chosen,
        paid_only=paid_only,
        recorded_by_id=by.user_id if by else None,
        owner_id=takedowns.owner(row.organisation, by),
        due_at=received_at + takedowns.WITHIN,
    )
    takedowns.begin(revocation, who=actor(by), elsewhere=elsewhere)
    record(row, "authorization.revoked", actor(by), **_told(revocation))
    return revocation


@transaction.atomic
def answer(*, by: Membership, revocation: Revocation) -> None:
    """Note that the person has been told, in writing, what was done."""
    require(by, Verb.ASK_CONSENT)
    row = held(by, revocation.authorization)
    answered = row.revocations.filter(pk=revocation.pk, answered_at=None)
    if answered.update(answered_at=timezone.now()):
        record(row, "revocation.answered", actor(by), revocation=revocation.pk)


def held(by: Membership, authorization: Authorization) -> Authorization:
    """Return the row as it is now, held until the transaction ends; only of one's own clinic."""
    rows = by.organisation.authorizations.select_for_update(of=("self",), no_key=True)
    rows.get(pk=authorization.pk)
    return authorizations(by.organisation).get(pk=authorization.pk)


def _held_for(by: Membership | None, authorization: Authorization, verb: Verb) -> Authorization:
    if by is not None:
        require(by, verb)
        return held(by, authorization)
    Authorization.objects.select_for_update(of=("self",), no_key=True).get(pk=authorization.pk)
    return authorizations(authorization.organisation).get(pk=authorization.pk)


def _later(row: Authorization, defect: Defect) -> bool:
    """Tell whether the signing itself is what mends it."""
    if defect.code is Code.PART2_ELEMENTS:
        return Sensitive.SUBSTANCE_USE in row.sensitive
    return defect.code in (Code.MISSING_SIGNATURE, Code.SENSITIVE_NOT_INITIALED)


def _must_be_revocable(
    row: Authorization, received_at: datetime, networks: list[str], *, paid_only: bool
) -> None:
    if getattr(row, "signature", None) is None:
        raise NotPossible("Nobody has signed it, so there is nothing to take back.")
    if received_at > timezone.now():
        raise NotPossible("This moment is still to come. Say when the word arrived.")
    if unknown := [name for name in networks if name not in row.networks]:
        raise NotPossible(f"The form does not name {unknown[0]}. Choose one that it names.")
    if networks and paid_only:
        raise NotPossible("Say either some places or paid use. For both, say them one by one.")


def _said_before(row: Authorization, networks: list[str], *, paid_only: bool) -> Revocation | None:
    """Return the revocation that takes back just this, or everything, already."""
    enough: tuple[tuple[list[str], bool], ...] = (([], False), (networks, paid_only))
    said = (one for one in row.revocations.all() if (one.networks, one.paid_only) in enough)
    return next(said, None)


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


def _told(revocation: Revocation) -> dict[str, Any]:
    """Return what the records keep of a person's word."""
    return {
        "revocation": revocation.pk,
        "how": str(revocation.how),
        "received_at": revocation.received_at.isoformat(),
        "networks": revocation.networks,
        "paid_only": revocation.paid_only,
        "places": revocation.takedowns.count(),
    }

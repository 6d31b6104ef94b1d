"""Taking a permission back, 164.508(b)(5), and with it what came in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from bedside.consents import takedowns
from bedside.consents.holding import held, held_for, hold
from bedside.consents.models import Authorization, Revocation
from bedside.consents.queries import reached_by
from bedside.consents.recording import NotPossible, actor, record
from bedside.orgs.permissions import Verb, require

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from bedside.orgs.models import Membership


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
    Take a permission back: wholly, or for `networks`, or for paid use only. Said twice, it is one.

    In one transaction new uses are refused, what was planned is stopped, what is live is archived
    and asked down. `received_at` is an aware moment, not to come; `elsewhere` names other places in
    words; `by` is None where the person did it by their link. What is being sent at this instant
    meets the refusal or is found live by the clock. What went out under older forms goes too. The
    forms in its place go with it, as far as they allow the same: their revocations follow this one.
    """
    hold(authorization)
    row = held_for(by, authorization, Verb.ASK_CONSENT)
    chosen = sorted(set(networks))
    _must_be_revocable(row, received_at, chosen, paid_only=paid_only)
    made: list[Revocation] = []
    for form, places in _concerned(row, received_at, chosen, paid_only=paid_only):
        wish = Revocation(
            authorization=form,
            received_at=received_at,
            how=Revocation.How(how),
            networks=places,
            paid_only=paid_only,
            follows=next(iter(made), None),
        )
        made.append(_kept(wish, by))
    leading = next(iter(made), None) or _said_before(row, chosen, paid_only=paid_only)
    assert leading is not None
    takedowns.begin(leading, who=actor(by), elsewhere=elsewhere)
    for one in made:
        record(one.authorization, "authorization.revoked", actor(by), **_told(one))
    return leading


@transaction.atomic
def answer(*, by: Membership, revocation: Revocation) -> None:
    """Note that the person has been told, in writing, what was done."""
    require(by, Verb.ASK_CONSENT)
    row = held(by, revocation.authorization)
    answered = row.revocations.filter(pk=revocation.pk, answered_at=None)
    if answered.update(answered_at=timezone.now()):
        record(row, "revocation.answered", actor(by), revocation=revocation.pk)


def _kept(wish: Revocation, by: Membership | None) -> Revocation:
    """Keep a revocation with who recorded it, who answers for it, and by when it is to be done."""
    wish.recorded_by_id = by.user_id if by else None
    wish.owner_id = takedowns.owner(wish.authorization.organisation, by)
    wish.due_at = wish.received_at + takedowns.WITHIN
    wish.save()
    return wish


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


def _concerned(
    row: Authorization, received_at: datetime, networks: list[str], *, paid_only: bool
) -> list[tuple[Authorization, list[str]]]:
    """Return the forms of which this takes back something new, the oldest first, and where."""
    found = [(row, networks)]
    for form in reached_by(row, received_at):
        places = [name for name in networks if name in form.networks]
        if form.paid if paid_only else bool(places) or not networks:
            found.append((form, places))
    return [one for one in found if not _said_before(*one, paid_only=paid_only)]


def _said_before(row: Authorization, networks: list[str], *, paid_only: bool) -> Revocation | None:
    """Return the revocation that takes back just this, or everything, already."""
    enough: tuple[tuple[list[str], bool], ...] = (([], False), (networks, paid_only))
    said = (one for one in row.revocations.all() if (one.networks, one.paid_only) in enough)
    return next(said, None)


def _told(revocation: Revocation) -> dict[str, Any]:
    """Return what the records keep of a person's word."""
    return {
        "revocation": revocation.pk,
        "how": str(revocation.how),
        "received_at": revocation.received_at.isoformat(),
        "networks": revocation.networks,
        "paid_only": revocation.paid_only,
        "places": revocation.takedowns.count(),
        "follows": revocation.follows.authorization.reference if revocation.follows else None,
    }

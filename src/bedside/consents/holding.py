"""Rows held until a transaction ends, so that nothing happens to one meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.consents.models import Authorization
from bedside.consents.queries import authorizations, chain, later
from bedside.orgs.permissions import require

if TYPE_CHECKING:
    from bedside.orgs.models import Membership
    from bedside.orgs.permissions import Verb


def hold(authorization: Authorization) -> None:
    """
    Hold a form, those in whose place it came, and those in its place, until the transaction ends.

    In ascending order, as the gate does: whoever sends by one of them waits, and nobody for ever.
    """
    rows = Authorization.objects.select_for_update(of=("self",), no_key=True)
    wanted = {*chain(authorization), *(one.pk for one in later(authorization))}
    list(rows.filter(pk__in=wanted).order_by("pk").values_list("pk", flat=True))


def held(by: Membership, authorization: Authorization) -> Authorization:
    """Return the row as it is now, held until the transaction ends; only of one's own clinic."""
    rows = by.organisation.authorizations.select_for_update(of=("self",), no_key=True)
    rows.get(pk=authorization.pk)
    return authorizations(by.organisation).get(pk=authorization.pk)


def held_for(by: Membership | None, authorization: Authorization, verb: Verb) -> Authorization:
    """Return the row as `held` does, if `by` may `verb`; None is the person themselves."""
    if by is not None:
        require(by, verb)
        return held(by, authorization)
    Authorization.objects.select_for_update(of=("self",), no_key=True).get(pk=authorization.pk)
    return authorizations(authorization.organisation).get(pk=authorization.pk)

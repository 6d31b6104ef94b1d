"""Keeps accounts' tokens fresh: one refresh at a time, both tokens saved together."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from bedside.channels import base as channels
from bedside.channels.registry import channel
from bedside.outbox.models import Account
from bedside.records.chain import append

EARLY = timedelta(minutes=5)
TURN = timedelta(seconds=60)


def fresh(account: Account) -> channels.Account | channels.Refused | channels.Wait:
    """Return the account with tokens that last for this delivery, renewed where they would not."""
    opened = account.opened()
    ends = opened.secrets.get("expires_at")
    if ends is None or datetime.fromisoformat(ends) > timezone.now() + EARLY:
        return opened
    return renew(account)


def renew(account: Account) -> channels.Account | channels.Refused | channels.Wait:
    """
    Exchange the tokens now.

    Only one worker asks the network; the others wait a moment and find the new tokens. A network
    that refuses marks the account "must be connected again"; one that is down changes nothing.
    """
    now = timezone.now()
    turn = Account.objects.filter(Q(renewing_until=None) | Q(renewing_until__lt=now), pk=account.pk)
    if not turn.update(renewing_until=now + TURN):
        return channels.Wait(2, "Another worker is renewing the key.")
    account.refresh_from_db()
    answer = channel(account.network).renew(account.opened())
    with transaction.atomic():
        match answer:
            case channels.Renewed(secrets=secrets):
                account.set_secrets(secrets)
                account.renewing_until = None
                account.save(update_fields=["sealed", "renewing_until"])
                return account.opened()
            case channels.Refused():
                must_reconnect(account)
        Account.objects.filter(pk=account.pk).update(renewing_until=None)
    return answer


def must_reconnect(account: Account) -> None:
    """Mark an account whose key the network no longer accepts. Its posts wait; none is lost."""
    marked = Account.objects.filter(pk=account.pk, health=Account.Health.CONNECTED).update(
        health=Account.Health.RECONNECT
    )
    if marked:
        append(
            organisation_id=account.organisation_id,
            actor="system",
            verb="account.key_refused",
            subject=f"account:{account.pk}",
            facts={"network": account.network},
        )

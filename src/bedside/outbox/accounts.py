"""Everything that changes a connected account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from bedside.orgs.permissions import Verb, require
from bedside.outbox.models import Account
from bedside.records.chain import append

if TYPE_CHECKING:
    from bedside.channels.connection import Connected
    from bedside.orgs.models import Membership


@transaction.atomic
def keep_account(*, by: Membership, network: str, connected: Connected, label: str = "") -> Account:
    """
    Keep what a network gave us. The same account connected again gets its new tokens and goes on:
    what waited for it is sent, as far as it is not too late.
    """
    require(by, Verb.CONNECT)
    account, _ = Account.objects.get_or_create(
        organisation=by.organisation,
        network=network,
        server=connected.server,
        remote_id=connected.remote_id,
        defaults={"connected_by_id": by.user_id},
    )
    account.handle = connected.handle
    account.label = label or account.label
    account.settings = dict(connected.settings)
    account.health = Account.Health.CONNECTED
    account.wait_until = account.renewing_until = None
    account.connected_by_id = by.user_id
    account.connected_at = timezone.now()
    account.set_secrets(connected.secrets)
    account.save()
    append(
        organisation_id=by.organisation_id,
        actor=f"user:{by.user_id}",
        verb="account.connected",
        subject=f"account:{account.pk}",
        facts={"network": network},
    )
    return account


@transaction.atomic
def disconnect_account(*, by: Membership, account: Account) -> bool:
    """Forget an account's tokens. What is planned for it waits. False where that was so before."""
    require(by, Verb.CONNECT)
    gone = (
        by.organisation.accounts.filter(pk=account.pk)
        .exclude(health=Account.Health.DISCONNECTED)
        .update(health=Account.Health.DISCONNECTED, sealed=None)
    )
    if gone:
        append(
            organisation_id=by.organisation_id,
            actor=f"user:{by.user_id}",
            verb="account.disconnected",
            subject=f"account:{account.pk}",
            facts={"network": account.network},
        )
    return bool(gone)

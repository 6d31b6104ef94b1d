"""The accounts that a post goes to, and what they are called where there are several."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bedside.channels import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bedside.orgs.models import Organisation
    from bedside.outbox.models import Account
    from bedside.posts.content import Content


def accounts_of(organisation: Organisation, content: Content) -> list[Account]:
    """Return the accounts that a content goes to, in the order of their ids."""
    return list(organisation.accounts.filter(pk__in=content.accounts).order_by("pk"))


def names_of(accounts: Iterable[Account]) -> dict[int, str]:
    """Name accounts by their network, and by their handle too where two share a network."""
    labels = {account: catalogue.label(account.network, account.settings) for account in accounts}
    shared = Counter(labels.values())
    return {
        account.pk: label if shared[label] == 1 else f"{label}, {account.handle or account.name}"
        for account, label in labels.items()
    }

"""Where Bedside talks to: the connected networks, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bedside.outbox.models import Account


def hosts_of(accounts: Iterable[Account]) -> list[tuple[str, str]]:
    """
    Return each host that is talked to, with the network it serves, in alphabetical order.

    The practice network is played on this machine and manual accounts are served by people, so
    neither has a host.
    """
    hosts = {
        (urlsplit(account.server).hostname or account.server, account.network)
        for account in accounts
        if account.network not in ("practice", "manual") and account.health != "disconnected"
    }
    return sorted(hosts)

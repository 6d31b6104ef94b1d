"""The accounts a post may go to, as the composer offers them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from bedside.channels import catalogue
from bedside.posts.composing.lengths import length_of
from bedside.posts.naming import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bedside.orgs.models import Organisation
    from bedside.outbox.models import Account
    from bedside.posts.composing.lengths import Length
    from bedside.posts.content import Content


@dataclass(frozen=True, slots=True)
class Destination:
    """One account: what it is called, what it can do, and what of the post is its own."""

    account: Account
    name: str
    icon: str
    chosen: bool
    own: bool
    text: str
    threads: bool
    first_comment: bool
    length: Length

    @property
    def field(self) -> str:
        """The text that this account gets: a field of the form."""
        return f"version-{self.account.pk}" if self.own else "text"


def offered(organisation: Organisation, chosen: Iterable[int] = ()) -> list[Account]:
    """Return what a post may go to: connected accounts, and those chosen while they were."""
    found = organisation.accounts.filter(~Q(health="disconnected") | Q(pk__in=set(chosen)))
    return list(found.order_by("network", "label", "pk"))


def destinations(content: Content, accounts: Sequence[Account]) -> list[Destination]:
    """Describe accounts for a content, in their order."""
    names = names_of(accounts)
    return [_destination(content, account, names[account.pk]) for account in accounts]


def _destination(content: Content, account: Account, name: str) -> Destination:
    able = catalogue.capability(account.network, account.settings)
    return Destination(
        account=account,
        name=name,
        icon=catalogue.icon(account.network, account.settings).removeprefix("i-"),
        chosen=account.pk in content.accounts,
        own=account.pk in content.versions,
        text=content.versions.get(account.pk, ""),
        threads=able.threads,
        first_comment=able.first_comment,
        length=length_of(content, account),
    )

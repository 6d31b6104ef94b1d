"""A network that only a person can reach: Bedside shows the text, they post it and confirm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bedside.channels import catalogue
from bedside.channels.base import NOTHING_STAGED, ByHand, Renewed, Staged, Unknown
from bedside.channels.limits import MANUAL, limits

if TYPE_CHECKING:
    from datetime import datetime

    from bedside.channels.base import (
        Account,
        Capability,
        DeleteAnswer,
        FindAnswer,
        Part,
        Problem,
        Ref,
        Refused,
        SendAnswer,
        StageAnswer,
        Wait,
    )


@dataclass(frozen=True, slots=True)
class Manual:
    """Any network, by hand. `network` is its name, or `manual` where the account names it."""

    network: str = MANUAL

    def capability(self, account: Account | None) -> Capability:
        """Return what the network allows."""
        return catalogue.capability(self.network, account.settings if account else None)

    def check(self, account: Account | None, part: Part) -> list[Problem]:
        """Find what the network would refuse."""
        return catalogue.problems(self.network, part, account.settings if account else None)

    def stage(self, account: Account, part: Part, earlier: Staged = NOTHING_STAGED) -> StageAnswer:
        """Prepare nothing: the person takes the pictures along."""
        return Staged()

    def send(self, account: Account, part: Part, staged: Staged) -> SendAnswer:
        """Say where to post: at what is answered, on the account's page, or where one writes."""
        if part.parent and part.parent.url:
            return ByHand(part.parent.url)
        return ByHand(self._address(account))

    def find(self, account: Account, part: Part, since: datetime) -> FindAnswer:
        """Look nowhere: only the person knows."""
        return Unknown("Only the person who posted it knows.")

    def delete(self, account: Account, ref: Ref) -> DeleteAnswer:
        """Say where it has to be taken down."""
        return ByHand(ref.url or self._address(account))

    def renew(self, account: Account) -> Renewed | Refused | Wait:
        """Keep what there is: no key, nothing that ends."""
        return Renewed(account.secrets)

    def _address(self, account: Account) -> str:
        told = account.settings.get("address")
        return told or limits(self.network, account.settings).compose

"""What a delivery's state means to a person, and what they can do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bedside.channels.limits import limits
from bedside.outbox.states import State

if TYPE_CHECKING:
    from bedside.outbox.models import Delivery


@dataclass(frozen=True)
class Telling:
    """In plain words: what happened and what to do next. `tone` is a note's class."""

    title: str
    text: str
    tone: str = "lamp"


_TELLINGS = {
    State.PLANNED: Telling(
        "It waits for its time.",
        "The guard and the approval are checked again when it is sent.",
        "clear",
    ),
    State.CLAIMED: Telling("It is being checked and sent now.", "This takes seconds.", "clear"),
    State.STAGING: Telling(
        "Its pictures are being uploaded.", "Nobody sees anything of it yet.", "clear"
    ),
    State.SENDING: Telling("It is on the line.", "The attempt is written down already.", "clear"),
    State.BY_HAND: Telling(
        "It is cleared, and you post it by hand.",
        "Copy the words, open the network, post it, and come back with the address of the post.",
    ),
    State.LIVE: Telling("It is live.", "The network gave us its own id and address.", "clear"),
    State.REFUSED: Telling(
        "It was not sent.",
        "Nothing of it is public. Mend the cause, then try again, or leave it.",
        "block",
    ),
    State.UNKNOWN: Telling(
        "We do not know if it is live.",
        "The line broke while it was sent. We look by ourselves a few times; it is never sent"
        " again unasked.",
        "unknown",
    ),
    State.MISSED: Telling(
        "Its time passed, so it was not sent.",
        "We do not send late posts by surprise. Send it now if it still fits, or leave it.",
        "block",
    ),
    State.CANCELLED: Telling("It was stopped.", "It never left, and it will not.", "clear"),
    State.REMOVED: Telling(
        "It was taken down.", "What others copied or saw cannot be called back.", "clear"
    ),
}

HELD_BACK = Telling(
    "Do not post it now.",
    "It was cleared, and since then something has come in the way. If you have posted it already,"
    " give its address; it may have to be taken down.",
    "block",
)
"""What is told of a delivery by hand that the gate would not let pass any more."""

_ASK = Telling(
    "Nobody knows if it is live. Please look once.",
    "We looked four times and could not tell. Open the network, look for these words, and say what"
    " you saw. It is never sent again unasked.",
    "unknown",
)


def of(delivery: Delivery) -> Telling:
    """Return the words for a delivery as it stands."""
    if delivery.state == State.UNKNOWN and delivery.asks_person:
        return _ASK
    return _TELLINGS[State(delivery.state)]


def compose_address(delivery: Delivery) -> str:
    """Return where a person posts by hand or looks: the account's page, or the network's own."""
    account = delivery.account
    if account.network == "practice":
        return f"/practice/{account.handle}/"
    own: str = account.settings.get("address", "")
    return own or limits(account.network, account.settings).compose

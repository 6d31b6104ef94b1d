"""How a picture and a box are told in a few words and one icon."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from bedside.guard.images.captions import clock
from bedside.library.models import Asset, Box

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bedside.consents.models import Authorization


@dataclass(frozen=True, slots=True)
class Chip:
    """A state of the design system, and the words that stand in it."""

    state: str
    word: str


def chip_of(asset: Asset) -> Chip:
    """
    Return what a list says of a picture.

    It needs the counts of `queries.pictures`; without them everything is taken to be settled.
    """
    counts = {state: getattr(asset, f"{state}_boxes", 0) for state in ("open", "covered", "linked")}
    return chip_for(asset, counts, settled=getattr(asset, "settled", True))


def chip_for(asset: Asset, counts: Mapping[str, int], *, settled: bool) -> Chip:
    """
    Return what a list says of a picture with so many boxes that are open, covered and linked.

    `settled` tells that nothing at all stands against showing it.
    """
    if still := counts.get("open", 0):
        return Chip("block", f"{still} open")
    if asset.look == Asset.Look.WAITING and asset.progress is not None:
        return Chip("unknown", f"{asset.progress}% looked at")
    if asset.look == Asset.Look.WAITING:
        return Chip("unknown", "Not looked at")
    if asset.look == Asset.Look.QUICK:
        return Chip("unknown", "Still checking text")
    if not asset.made:
        return Chip("block", "Cannot be used")
    if asset.look == Asset.Look.BY_HAND and asset.hand_checked_at is None:
        return Chip("warn", "Look yourself")
    if not asset.recognisable:
        return Chip("warn", "One question open")
    if not settled:
        return Chip("warn", "Not yet")
    if covered := counts.get("covered", 0):
        return Chip("clear", f"{covered} covered")
    if linked := counts.get("linked", 0):
        return Chip("clear", f"{linked} with consent")
    return Chip("clear", "Can be used")


@dataclass(frozen=True, slots=True)
class Shown:
    """A box on the page: its class and icon, what it is called, and one line about it."""

    box: Box
    css: str
    icon: str
    word: str
    detail: str

    @property
    def name(self) -> str:
        """What a screen reader says: "Face 2, open"."""
        return f"{self.box.called}, {self.word}"

    @property
    def when(self) -> str:
        """From when to when it is there: "0:03 to 0:12"; "" in a picture."""
        if not self.box.track:
            return ""
        return f"{clock(self.box.track[0][0])} to {clock(ceil(self.box.track[-1][0]))}"

    @property
    def percent(self) -> dict[str, str]:
        """Where it is, in percent of the picture, as SVG writes it."""
        box = self.box
        places = {"x": box.x, "y": box.y, "w": box.w, "h": box.h}
        return {name: f"{part * 100:.2f}" for name, part in places.items()}


def shown(box: Box) -> Shown:
    """Return how a box looks. Line, icon and word differ by state, never colour alone."""
    match box.status:
        case Box.Status.COVERED:
            how = "mosaic" if box.how == Box.How.MOSAIC else "solid"
            return Shown(box, "fb-cover", "cover", "covered", box.says or f"With a {how} cover")
        case Box.Status.LINKED if box.authorization:
            one = box.authorization
            staff = one.kind == one.Kind.STAFF
            word = f"staff release {one.reference}" if staff else f"consent {one.reference}"
            css, icon = ("fb-staff", "shield") if staff else ("fb-consent", "consent")
            return Shown(box, css, icon, word, scope_of(one))
        case Box.Status.DISMISSED:
            reason = Box.Reason(box.reason).label if box.reason else ""
            return Shown(box, "fb-none", "check", "nothing to cover", reason)
        case _:
            maybe = " fb-maybe" if box.says.startswith("Perhaps") else ""
            return Shown(
                box,
                f"fb-open{maybe}",
                "block",
                "open",
                box.says or _NOTHING_YET[Box.Kind(box.kind)],
            )


_NOTHING_YET = {
    Box.Kind.FACE: "No release, no consent",
    Box.Kind.TEXT: "May say who somebody is",
    Box.Kind.UNREAD: "Nobody could read it",
    Box.Kind.CODE: "May hold a number of somebody",
    Box.Kind.DRAWN: "Say what becomes of it",
}


def scope_of(authorization: Authorization) -> str:
    """Say until when an authorization lasts and for how much, without the person's name."""
    ends = authorization.expires_on
    until = f"Until {ends:%b} {ends.day}, {ends.year}" if ends else "Until it is over"
    places = len(authorization.networks)
    paid = ", ads too" if authorization.paid else ""
    return f"{until}, {places} {'place' if places == 1 else 'places'}{paid}"

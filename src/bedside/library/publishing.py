"""Could we publish this? Every place where a picture could be shown, yes or no, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bedside.consents.terms import WEBSITE
from bedside.library.gating import linked, refusals
from bedside.library.models import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bedside.consents.models import Authorization
    from bedside.library.models import Asset

PAID = "paid"


@dataclass(frozen=True, slots=True)
class Row:
    """
    One place: a network, `website` or `paid`. `now` tells whether the picture may be shown as it
    is. `then` is what it takes, "" where nothing helps; `why` says it in a sentence.
    """

    place: str
    now: bool
    then: str
    why: str


def could_publish(
    asset: Asset, boxes: Sequence[Box], networks: Sequence[str], stands: Sequence[str]
) -> list[Row]:
    """
    Return a row for each network, for the website and for advertising, asked at this moment.

    `stands` is what stands against showing it anywhere: `queries.problems`.
    """
    open_boxes = [box for box in boxes if box.status == Box.Status.OPEN]
    needs = _needs(stands, open_boxes)
    places = [*networks, WEBSITE, PAID]
    return [_row(asset, boxes, place, needs, stands) for place in places]


def _row(asset: Asset, boxes: Sequence[Box], place: str, needs: str, stands: Sequence[str]) -> Row:
    against: dict[int, Sequence[str]] = {}
    for authorization in linked(boxes):
        if refused := _refused(asset, boxes, authorization, place):
            against[authorization.pk] = refused
    if not against:
        why = _names(boxes) if not stands else stands[0]
        return Row(place, now=not stands, then=needs or "Yes", why=why)
    shown = [box.called for box in boxes if box.authorization_id in against]
    without = f"Without {_listed(shown)}"
    first = next(iter(against.values()))[0]
    return Row(place, now=False, then=without, why=first)


def _refused(
    asset: Asset, boxes: Sequence[Box], authorization: Authorization, place: str
) -> Sequence[str]:
    """Paid use is asked for the first network that the form names: it says yes or no to all."""
    if place != PAID:
        return refusals(asset, boxes, authorization, place)
    network = min(authorization.networks, default=WEBSITE)
    return refusals(asset, boxes, authorization, network, paid=True)


def _needs(stands: Sequence[str], open_boxes: Sequence[Box]) -> str:
    """Say in a few words what has to be done first; "" where nothing has."""
    if open_boxes:
        return f"With {_listed([box.called for box in open_boxes])} covered"
    return "Not yet" if stands else ""


def _names(boxes: Sequence[Box]) -> str:
    references = [authorization.reference for authorization in linked(boxes)]
    if references:
        verb = "names" if len(references) == 1 else "name"
        return f"{_listed(references)} {verb} it."
    if any(box.status == Box.Status.COVERED for box in boxes):
        return "What showed somebody is covered."
    return "Nobody is shown."


def _listed(words: Sequence[str]) -> str:
    few = list(dict.fromkeys(words))
    if len(few) > 3:
        return f"{', '.join(few[:3])} and {len(few) - 3} more"
    return " and ".join(filter(None, [", ".join(few[:-1]), few[-1]]))

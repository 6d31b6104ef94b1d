"""
The pictures of the demo: looked at, and settled where a post shows them.

They are drawings. What a look finds in them is recorded in `pictures/scans.json`, so that the first
start need not wait for it (`scans.py`).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bedside.guard.images.boxes import Box as Place
from bedside.guard.images.findings import Scan
from bedside.library import deciding, leases, looking
from bedside.library.models import Asset, Box
from bedside.library.queries import ref_of
from bedside.library.verbs import add_picture
from bedside.suite.demo.scans import PICTURES, SCANS

if TYPE_CHECKING:
    from bedside.orgs.models import Membership
    from bedside.outbox.payload import PictureRef
    from bedside.suite.demo.stories import Story

NAMES = {
    "apple": "Diabetes week",
    "chen": "Dr. Chen, portrait",
    "child": "Back to school",
    "desk": "Front desk",
    "front": "The house at night",
    "hands": "Wash hands",
    "lot": "New parking signs",
    "poster": "Town hall poster",
    "room": "Waiting room",
    "salt": "Blood pressure",
    "team": "Team, spring",
    "vial": "Flu vaccine",
    "walk": "Walk with a doc",
}
"""What people at the clinic call the drawings."""

_WHY = {
    Box.Kind.FACE: Box.Reason.DRAWING,
    Box.Kind.TEXT: Box.Reason.HARMLESS,
    Box.Kind.UNREAD: Box.Reason.UNREADABLE,
    Box.Kind.CODE: Box.Reason.HARMLESS,
}
"""Why nothing need be covered in a drawing, where lines stand for writing."""


def picture(by: Membership, story: Story) -> PictureRef:
    """Return a story's picture as a post shows it, after adding and settling it."""
    asset = add(by, story.picture, story.alt)
    for box in asset.boxes.filter(status=Box.Status.OPEN):
        deciding.dismiss(by=by, box=box, reason=_WHY[Box.Kind(box.kind)])
    if not asset.recognisable:
        deciding.answer(by=by, asset=asset, recognisable=False)
    return ref_of(asset)


def add(by: Membership, name: str, alt: str) -> Asset:
    """Add one of the pictures, and look at it by what is recorded."""
    asset = add_picture(
        by=by,
        name=f"{NAMES.get(name, name)}.jpg",
        content=(PICTURES / f"{name}.jpg").read_bytes(),
        alt=alt,
    )
    claimed = leases.claim(asset.pk, Asset.objects.filter(look=Asset.Look.WAITING))
    if claimed is not None:
        told = json.loads(SCANS.read_text("utf-8"))
        looking.keep(claimed, Scan.from_json(told[name]))
        asset.refresh_from_db()
    return asset


def flu_evening(by: Membership) -> Asset:
    """A picture that Bob is at work on: he drew what no detector takes for a face, one is open."""
    asset = add(by, "flu-morning", "A nurse puts a plaster on an older man’s arm under a lamp.")
    asset.name = "Flu evening, walk-in"
    asset.save(update_fields=["name"])
    for box in asset.boxes.all():
        deciding.dismiss(by=by, box=box, reason=_WHY[Box.Kind(box.kind)])
    nurse, _, colleague = (
        deciding.draw(by=by, asset=asset, kind=Box.Kind.FACE, place=place)
        for place in (
            Place(0.165, 0.33, 0.17, 0.31),
            Place(0.445, 0.36, 0.175, 0.34),
            Place(0.72, 0.28, 0.12, 0.24),
        )
    )
    band = deciding.draw(
        by=by, asset=asset, kind=Box.Kind.TEXT, place=Place(0.48, 0.89, 0.145, 0.1)
    )
    deciding.dismiss(by=by, box=nurse, reason=Box.Reason.DRAWING)
    deciding.cover(by=by, box=colleague, how=Box.How.MOSAIC)
    deciding.cover(by=by, box=band)
    return asset

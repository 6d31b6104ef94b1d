"""What looks find in the pictures of these tests, and who asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone

from bedside.guard.images.boxes import Box as Place
from bedside.guard.images.findings import Area, Code, Face, Line, Metadata, Scan, Texts
from bedside.guard.images.tests.pictures import photo
from bedside.library import leases, verbs
from bedside.library.models import Asset, Box, Rendering
from bedside.library.rendering import covers_hash
from bedside.library.tests.settling import seen
from bedside.outbox import blobs
from bedside.records.models import Entry

if TYPE_CHECKING:
    from bedside.orgs.models import Membership

BASE = "/cedar-hollow-family-clinic/library"
FACE = Place(0.4, 0.3, 0.1, 0.2)
SECRET_LINE = "LOPEZ, MARIA 03/14/1951"
QUICK = Scan(320, 240, 0xF00D, faces=(Face(FACE, 0.9),), metadata=Metadata(True, ("EXIF", "XMP")))
FULL = Scan(
    320,
    240,
    0xF00D,
    faces=(Face(Place(0.41, 0.31, 0.1, 0.2), 0.95), Face(Place(0.7, 0.1, 0.05, 0.1), 0.25, False)),
    texts=Texts(
        lines=(
            Line(Place(0.1, 0.8, 0.2, 0.05), SECRET_LINE, 0.9, True, "Reads like a name."),
            Line(Place(0.1, 0.1, 0.2, 0.05), "Flu shots", 0.9),
        ),
        unread=(Area(Place(0.6, 0.8, 0.2, 0.1), "Text that nobody could read."),),
        faint=(Place(0.1, 0.1, 0.2, 0.05),),
    ),
    codes=(Code(Place(0.9, 0.9, 0.05, 0.05), "QRCode", "https://cedarhollow.example", True),),
    full=True,
)


def client_of(member: Membership) -> Client:
    client = Client()
    client.force_login(member.user)
    return client


def claimed(asset: Asset) -> Asset:
    found = leases.claim(asset.pk, Asset.objects.all())
    assert found is not None
    return found


def recorded(asset: Asset) -> list[str]:
    entries = Entry.objects.filter(subject=asset.subject).order_by("seq")
    return [entry.verb.partition(".")[2] for entry in entries]


@pytest.fixture
def asset(bob: Membership) -> Asset:
    return verbs.add_picture(by=bob, name="lamp.jpg", content=photo(), alt="A lamp")


@pytest.fixture
def boxed(asset: Asset) -> Asset:
    """A picture in which a look has found everything that it can find."""
    return seen(asset, FULL)


def box(asset: Asset, label: str) -> Box:
    return next(one for one in asset.boxes.select_related("asset") if one.label == label)


def rendered(asset: Asset, *, verified: bool = True) -> Rendering:
    """Put bytes in the place of those that would be made with the present covers."""
    content = b"covered " + covers_hash(asset, asset.boxes.all()).encode()
    Asset.objects.filter(pk=asset.pk).update(render_due=False)
    return Rendering.objects.create(
        asset=asset,
        covers=covers_hash(asset, asset.boxes.all()),
        sha256=blobs.put(asset.organisation_id, content),
        mime="image/jpeg",
        width=320,
        height=240,
        size=len(content),
        verified_at=timezone.now() if verified else None,
        problems=[] if verified else ["A face can still be found under a cover."],
    )

"""A picture of two people, and the forms that allow showing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from bedside.consents import verbs as consents
from bedside.consents.models import Revocation
from bedside.consents.tests.cast import PERSON, sign, year_from_now
from bedside.guard.images.boxes import Box as Place
from bedside.guard.images.findings import Face, Scan
from bedside.guard.images.tests.pictures import photo
from bedside.library import deciding, verbs
from bedside.library.models import Asset, Box
from bedside.library.tests.settling import seen

if TYPE_CHECKING:
    from bedside.consents.models import Authorization
    from bedside.orgs.models import Membership

PHASH = 0xB18ECE3130CF6996
GROUP = Scan(
    320,
    240,
    PHASH,
    faces=(Face(Place(0.1, 0.1, 0.2, 0.2), 0.9), Face(Place(0.6, 0.1, 0.2, 0.2), 0.9)),
    full=True,
)


@pytest.fixture
def group(bob: Membership) -> Asset:
    """Two people in a picture, neither of them settled; the question is answered."""
    asset = verbs.add_picture(by=bob, name="group.jpg", content=photo(), alt="Two people")
    seen(asset, GROUP)
    deciding.answer(by=bob, asset=asset, recognisable=False)
    return fresh(asset)


def fresh(asset: Asset) -> Asset:
    return Asset.objects.get(pk=asset.pk)


def face(asset: Asset, number: int) -> Box:
    return asset.boxes.select_related("asset").get(number=number, letter="")


def link_both(by: Membership, asset: Asset, form: Authorization) -> Asset:
    for number in (1, 2):
        deciding.link(by=by, box=face(asset, number), authorization=form.pk)
    return fresh(asset)


def revoke(by: Membership, form: Authorization) -> None:
    consents.revoke(by=by, authorization=form, how=Revocation.How.PHONE, received_at=timezone.now())


def replaced(by: Membership, form: Authorization) -> Authorization:
    """Return a newer form in the place of another, signed."""
    newer = consents.replace(by=by, authorization=form)
    consents.change(
        by=by, authorization=newer, person=PERSON, terms={"expires_on": year_from_now()}
    )
    consents.present(by=by, authorization=newer)
    sign(newer, by)
    consents.give_copy(by=by, authorization=newer, how="print")
    return by.organisation.authorizations.get(pk=newer.pk)

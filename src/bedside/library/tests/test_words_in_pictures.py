"""Posting words as a picture is no way round the text guard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw, ImageFont

from bedside.guard.images.eyes import missing
from bedside.guard.images.tests.pictures import encoded
from bedside.library import looking, verbs
from bedside.library.models import Box
from bedside.library.queries import outgoing
from bedside.rulebook.models import Choice
from bedside.rulebook.verbs import set_rule

if TYPE_CHECKING:
    from bedside.library.models import Asset
    from bedside.orgs.models import Membership

pytestmark = [
    pytest.mark.media,
    pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}"),
]

FLYER = (
    "Flu shots for everybody",
    "Adults $25, children $15",
    "Monday to Friday, 8 am to 5 pm",
    "Cedar Hollow Family Clinic",
    "Call 555-010-0100",
)
OFFER = "20% off whitening this month"


def card(*lines: str) -> bytes:
    """Return a picture of lines of text, as a design tool makes cards."""
    picture = Image.new("RGB", (1000, 700), "#f4efe4")
    draw = ImageDraw.Draw(picture)
    for row, line in enumerate(lines):
        draw.text((80, 90 + row * 90), line, "#16302b", font=ImageFont.load_default(46))
    return encoded(picture, quality=92)


def looked_at(by: Membership, *lines: str) -> Asset:
    asset = verbs.add_picture(by=by, name="card.jpg", content=card(*lines), alt="A card")
    while looking.look(asset.pk):
        pass
    asset.refresh_from_db()
    assert asset.look == "done"
    return asset


def opened(asset: Asset) -> list[str]:
    return [box.says for box in asset.boxes.filter(kind=Box.Kind.TEXT, status=Box.Status.OPEN)]


def test_a_card_that_tells_of_somebodys_chemo_opens_a_box(bob: Membership):
    asset = looked_at(bob, "We loved helping Maria", "through her chemo")
    assert opened(asset) == ["Reads like a name and something about somebody's care."]
    assert "is open" in outgoing(asset).reasons[0]


def test_a_card_without_any_name_opens_a_box_all_the_same(bob: Membership):
    asset = looked_at(bob, "We're so glad your", "surgery went well")
    assert opened(asset) == ["Reads like something about somebody's care."]


def test_a_promise_opens_a_box_with_a_sentence_of_its_own(bob: Membership):
    asset = looked_at(bob, "Guaranteed cure")
    assert opened(asset) == ["Reads like a claim about health that needs proof."]


def test_a_flyer_with_the_clinics_prices_hours_and_phone_is_read_and_opens_nothing(bob: Membership):
    asset = looked_at(bob, *FLYER)
    assert [(box.status, box.reason) for box in asset.boxes.all()] == [("dismissed", "read")] * 5


def test_what_the_organization_has_set_holds_for_its_pictures(bob: Membership, nora: Membership):
    assert opened(looked_at(bob, OFFER)) == ["Reads like advertising that has rules of its own."]
    set_rule(by=nora, code="M011", choice=Choice.OFF, note="A lawyer sees offers.", base=None)
    assert opened(looked_at(bob, "20% off whitening", "this month")) == []

"""A consent in a picture: bound to others, or told of in the words as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bedside.consents.gating import obstacles
from bedside.consents.terms import Item, Shown
from bedside.consents.tests.cast import signed
from bedside.guard.images.tests.pictures import photo
from bedside.library import deciding
from bedside.library.tests.looks import QUICK
from bedside.library.tests.settling import seen
from bedside.library.verbs import add_picture
from bedside.outbox.models import Delivery
from bedside.outbox.payload import Payload
from bedside.posts import drafts
from bedside.posts.composing.pictures import ref_of
from bedside.posts.content import Content, parts
from bedside.posts.relying import grounds_of

if TYPE_CHECKING:
    from bedside.consents.models import Authorization
    from bedside.library.models import Asset
    from bedside.orgs.models import Membership
    from bedside.outbox.models import Account

pytestmark = pytest.mark.django_db
TEXT = "Flu shots are here. Walk in any Saturday."
OTHER = 0x0F0F0F0F0F0F0F0F


@pytest.fixture
def picture(bob: Membership) -> Asset:
    return seen(add_picture(by=bob, name="lamp.jpg", content=photo(), alt="A lamp"), QUICK)


def consent(by: Membership, **terms: Any) -> Authorization:
    wanted: dict[str, Any] = {"networks": ["practice"], "items": [Item.PHOTO], **terms}
    return signed(by, **wanted)


def showing(
    by: Membership, picture: Asset, form: Authorization, account: Account, **more: Any
) -> Content:
    """Return a post with the picture, whose one face is linked to a form."""
    deciding.link(by=by, box=picture.boxes.get(), authorization=form.pk)
    return Content(text=TEXT, accounts=(account.pk,), pictures=(ref_of(picture),), **more)


def told(words: Content, account: Account) -> list[str]:
    grounds = grounds_of(words, account.organisation)
    lines = drafts.still_missing(words, [], [account], None, grounds)
    return [line.text for line in lines if line.anchor == "consents" and not line.done]


def gate(by: Membership, account: Account, payload: Payload) -> list[str]:
    delivery = Delivery(organisation=by.organisation, account=account, payload=payload.as_json())
    return obstacles(delivery, lock=False)


def test_the_writer_is_told_at_once_that_a_form_is_for_another_picture(bob, account, picture):
    form = consent(bob, assets=[OTHER])
    assert told(showing(bob, picture, form, account), account) == [
        f"{form.reference} on Practice network: The form is for another picture"
    ]


def test_a_form_for_this_picture_is_fine(bob, account, picture):
    form = consent(bob, assets=[picture.hash64])
    assert told(showing(bob, picture, form, account), account) == []


def test_a_reason_that_holds_in_the_words_and_in_the_picture_is_told_once(bob, account, picture):
    form = consent(bob, networks=["website"], items=[Item.PHOTO, Item.NAME], name_shown=Shown.FULL)
    words = showing(bob, picture, form, account, consents=(form.pk,))
    assert told(words, account) == [
        f"{form.reference} on Practice network: The form does not name this network"
    ]


def test_a_form_in_words_and_in_a_picture_is_asked_for_the_words_at_the_gate_too(
    bob, account, picture
):
    form = consent(bob)
    beside = showing(bob, picture, form, account)
    [shown] = parts(beside, account)
    assert gate(bob, account, shown.payload) == []
    told_of = Content.from_json(beside.as_json() | {"consents": [form.pk]})
    [both] = parts(told_of, account)
    assert both.payload.in_words == (form.pk,)
    assert Payload.from_json(both.payload.as_json()) == both.payload
    assert gate(bob, account, both.payload) == [
        f"{form.reference}: The post says more than the form allows."
    ]


def test_what_rests_on_words_alone_keeps_the_hash_that_it_had():
    assert "in_words" not in Payload(text=TEXT, consents=(3,)).as_json()

"""What a person posts by hand is asked about again at the moment when they do it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.utils import timezone

from bedside.consents.terms import Shown
from bedside.consents.tests.cast import signed
from bedside.guard.images.boxes import Box as Place
from bedside.library import deciding
from bedside.library.tests.films import video
from bedside.outbox.models import Delivery
from bedside.outbox.sending import deliver
from bedside.posts import verbs
from bedside.posts.composing.pictures import ref_of
from bedside.posts.content import Content
from bedside.posts.tests.writing import TEXT, by_hand, client_of

if TYPE_CHECKING:
    from bedside.library.models import Asset
    from bedside.orgs.models import Membership
    from bedside.outbox.models import Account

__all__ = ["video"]
pytestmark = pytest.mark.django_db

STORY = "Maria Lopez quit smoking with our program last spring."


@pytest.fixture
def facebook(alice: Membership) -> Account:
    return by_hand(alice, "facebook")


def waiting(bob: Membership, nora: Membership, content: Content) -> Delivery:
    """Have a post be approved and let pass, so that a person is to post it."""
    post = verbs.start_draft(by=bob, content=content)
    verbs.submit(by=bob, post=post)
    verbs.approve(by=nora, post=post, revision=1)
    verbs.publish_now(by=bob, post=post)
    delivery = Delivery.objects.get()
    deliver(delivery.pk)
    delivery.refresh_from_db()
    assert delivery.state == "by_hand"
    return delivery


def page_of(member: Membership, delivery: Delivery) -> str:
    url = f"/{member.organisation.slug}/deliveries/{delivery.pk}/"
    return client_of(member).get(url).content.decode()


def test_a_consent_that_has_ended_meanwhile_takes_the_words_out_of_ones_hands(
    alice: Membership, bob: Membership, nora: Membership, facebook: Account
):
    ends = (timezone.now() + timedelta(days=2)).date()
    form = signed(
        bob,
        {"name": "Maria Lopez"},
        networks=["facebook"],
        name_shown=Shown.FULL,
        expires_on=ends,
    )
    words = Content(STORY, accounts=(facebook.pk,), consents=(form.pk,))
    delivery = waiting(bob, nora, words)
    assert "Copy the words" in page_of(alice, delivery)

    with time_machine.travel(timezone.now() + timedelta(days=4), tick=False):
        page = page_of(alice, delivery)
    assert "Do not post it now." in page
    assert form.reference in page
    assert "Copy the words" not in page
    assert "It is live: the address of the post" in page


def test_a_video_in_which_something_was_opened_again_is_not_handed_out(
    alice: Membership, bob: Membership, nora: Membership, facebook: Account, video: Asset
):
    content = Content(TEXT, accounts=(facebook.pk,), pictures=(ref_of(video),))
    delivery = waiting(bob, nora, content)
    deciding.draw(by=bob, asset=video, kind="face", place=Place(0.1, 0.1, 0.2, 0.2))
    own = f"/{alice.organisation.slug}/deliveries/{delivery.pk}/"
    for address in (f"{own}pictures/1/", f"{own}captions/1/"):
        answer = client_of(alice).get(address)
        assert (answer.status_code, answer["Location"]) == (302, own)
    page = page_of(alice, delivery)
    assert "Face 1 is open" in page
    assert "Download video" not in page

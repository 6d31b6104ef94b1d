"""What authorizations hold against sending, at the moment of sending."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bedside.consents import gating, verbs
from bedside.consents.models import Placement
from bedside.consents.queries import names_for
from bedside.consents.terms import Item
from bedside.consents.tests.cast import signed
from bedside.orgs.models import Organisation
from bedside.outbox import gate
from bedside.outbox import verbs as outbox
from bedside.outbox.payload import Payload, PictureRef
from bedside.outbox.sending import deliver
from bedside.outbox.states import State
from bedside.outbox.tests.conftest import approved
from bedside.posts import verbs as posts
from bedside.posts.content import Content

if TYPE_CHECKING:
    from bedside.channels.practice.network import PracticeNetwork
    from bedside.orgs.models import Membership
    from bedside.outbox.models import Account, Delivery

__all__ = ["approved"]
pytestmark = pytest.mark.django_db
Approved = Callable[..., "list[Delivery]"]
TEXT = "Thank you for coming to our flu day."


def now_of(delivery: Delivery) -> Delivery:
    delivery.refresh_from_db()
    return delivery


def planned(by: Membership, account: Account, *consents: int) -> Delivery:
    """Plan a delivery past everything that asks before the gate does."""
    part = outbox.Outgoing(Payload(text=TEXT, consents=consents))
    [delivery] = outbox.send(
        by=by, account=account, subject="post:7", parts=[part], due=timezone.now()
    )
    return delivery


def live(network: PracticeNetwork) -> list[str]:
    return [post.text for post in network.timeline("cedarhollow")]


def test_a_post_with_a_consent_that_holds_goes_out(
    approved: Approved, bob: Membership, network: PracticeNetwork
) -> None:
    form = signed(bob)
    [delivery] = approved(TEXT, consents=(form.pk,))
    assert list(Placement.objects.values_list("authorization", "delivery")) == [
        (form.pk, delivery.pk)
    ]
    deliver(delivery.pk)
    assert now_of(delivery).state == State.LIVE


def test_a_consent_for_the_website_does_not_clear_a_network(
    bob: Membership, account: Account, network: PracticeNetwork
) -> None:
    form = signed(bob, networks=["website"])
    delivery = planned(bob, account, form.pk)
    deliver(delivery.pk)
    assert now_of(delivery).state == State.REFUSED
    assert f"{form.reference}: The form does not name this network." in delivery.reason
    assert live(network) == []


def test_a_consent_of_another_clinic_is_not_known(
    bob: Membership, charlie: Membership, account: Account, network: PracticeNetwork
) -> None:
    delivery = planned(bob, account, signed(charlie).pk)
    deliver(delivery.pk)
    assert now_of(delivery).state == State.REFUSED
    assert "not known here" in delivery.reason
    assert live(network) == []
    assert not Placement.objects.exists()


def test_what_ends_between_scheduling_and_sending_stops_the_sending(
    bob: Membership, nora: Membership, account: Account, network: PracticeNetwork
) -> None:
    due = timezone.now() + timedelta(days=2)
    Organisation.objects.update(late_after=3 * 24 * 60)
    bob.organisation.refresh_from_db()
    nora.organisation.refresh_from_db()
    form = signed(bob, expires_on=bob.organisation.local(due).date())
    post = posts.start_draft(
        by=bob, content=Content(text=TEXT, accounts=(account.pk,), consents=(form.pk,))
    )
    posts.submit(by=bob, post=post)
    posts.schedule(by=bob, post=post, at=due)
    posts.approve(by=nora, post=post, revision=1)
    delivery = post.organisation.deliveries.get(subject=post.subject)
    with time_machine.travel(due + timedelta(days=1)):
        deliver(delivery.pk)
    assert now_of(delivery).state == State.REFUSED
    assert "It has ended." in delivery.reason
    assert live(network) == []


def test_a_name_may_be_shown_as_far_as_the_form_allows(approved: Approved, bob: Membership) -> None:
    form = signed(bob)
    [delivery] = approved(TEXT, consents=(form.pk,))
    assert [name for names in gate._names for name in names(delivery)] == ["Ana"]
    assert names_for(bob.organisation, [form.pk], "linkedin") == ()


@pytest.mark.parametrize(
    ("shown", "names"),
    [("full", ("Ana Ruiz",)), ("first", ("Ana",)), ("initials", ("A. R.",)), ("none", ())],
)
def test_no_more_of_a_name_than_was_allowed(
    bob: Membership, shown: str, names: tuple[str, ...]
) -> None:
    form = signed(bob, name_shown=shown)
    assert names_for(bob.organisation, [form.pk], "practice") == names


def test_who_may_be_shown_without_a_name_switches_nothing_off(
    bob: Membership, account: Account
) -> None:
    unnamed = signed(bob, name_shown="none").pk
    without_the_item = signed(bob, items=[Item.PHOTO, Item.QUOTE]).pk
    assert names_for(bob.organisation, [unnamed, without_the_item], "practice") == ()
    assert gating.names(planned(bob, account, unnamed, without_the_item)) == ()


def test_a_form_for_a_photo_does_not_clear_words(
    bob: Membership, account: Account, network: PracticeNetwork
) -> None:
    form = signed(bob, items=[Item.PHOTO])
    delivery = planned(bob, account, form.pk)
    deliver(delivery.pk)
    assert now_of(delivery).state == State.REFUSED
    assert f"{form.reference}: The post says more than the form allows." in delivery.reason
    assert live(network) == []


def test_a_form_for_a_photo_clears_the_picture_that_relies_on_it(
    bob: Membership, account: Account
) -> None:
    form = signed(bob, items=[Item.PHOTO])
    picture = PictureRef("0" * 64, "image/png", 1, 1, 1, "A hall", consents=(form.pk,))
    part = outbox.Outgoing(Payload(text=TEXT, pictures=(picture,), consents=(form.pk,)))
    [delivery] = outbox.send(
        by=bob, account=account, subject="post:7", parts=[part], due=timezone.now()
    )
    assert gating.obstacles(delivery, lock=False) == []


def test_what_several_parts_rely_on_is_kept_in_one_go(
    bob: Membership, charlie: Membership, account: Account
) -> None:
    forms = [signed(bob), signed(bob), signed(charlie)]
    payload = Payload(text=TEXT, consents=tuple(form.pk for form in forms))
    deliveries = outbox.send(
        by=bob,
        account=account,
        subject="post:7",
        parts=[outbox.Outgoing(payload)] * 3,
        due=timezone.now(),
    )
    own = {(form.pk, one.pk) for form in forms[:2] for one in deliveries}
    assert set(Placement.objects.values_list("authorization", "delivery")) == own
    with CaptureQueriesContext(connection) as asked:
        gating.place(deliveries=deliveries)
    assert len(asked) == 2


def test_taking_it_back_shuts_the_gate_in_the_same_transaction(
    bob: Membership, account: Account, network: PracticeNetwork
) -> None:
    form = signed(bob)
    with transaction.atomic():
        verbs.revoke(by=bob, authorization=form, how="phone", received_at=timezone.now())
        assert names_for(bob.organisation, [form.pk], "practice") == ()
    delivery = planned(bob, account, form.pk)
    deliver(delivery.pk)
    assert now_of(delivery).state == State.REFUSED
    assert "taken it back" in delivery.reason
    assert live(network) == []

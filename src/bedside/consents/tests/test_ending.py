"""What ends soon, and what has ended while posts that rely on it are live."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from bedside.consents import verbs
from bedside.consents.models import Authorization
from bedside.consents.queries import ending_soon
from bedside.consents.tests.cast import drafted, signed
from bedside.outbox.sending import deliver
from bedside.outbox.tests.conftest import approved
from bedside.records import sealing

if TYPE_CHECKING:
    from collections.abc import Callable

    from bedside.channels.practice.network import PracticeNetwork
    from bedside.orgs.models import Membership
    from bedside.outbox.models import Delivery

__all__ = ["approved"]
pytestmark = pytest.mark.django_db


def today(by: Membership) -> date:
    return by.organisation.local(timezone.now()).date()


def found(by: Membership) -> list[tuple[str, bool, int]]:
    return [
        (one.authorization.reference, one.comes_of_age, one.live)
        for one in ending_soon(by.organisation)
    ]


def test_thirty_days_before_its_end_a_form_is_named(bob: Membership) -> None:
    signed(bob, expires_on=today(bob) + timedelta(days=31))
    near = signed(bob, expires_on=today(bob) + timedelta(days=30))
    nearer = signed(bob, expires_on=today(bob))
    drafted(bob, expires_on=today(bob))
    assert found(bob) == [(nearer.reference, False, 0), (near.reference, False, 0)]


def test_a_birthday_is_named_before_it_comes(bob: Membership) -> None:
    form = signed(
        bob,
        signer="parent",
        authority="mother",
        adult_on=today(bob) + timedelta(days=20),
        expires_on=today(bob) + timedelta(days=25),
    )
    assert found(bob) == [(form.reference, True, 0)]


def test_what_was_taken_back_or_renewed_is_not_named(bob: Membership) -> None:
    gone = signed(bob, expires_on=today(bob))
    verbs.revoke(by=bob, authorization=gone, how="phone", received_at=timezone.now())
    old = signed(bob, expires_on=today(bob))
    Authorization.objects.filter(pk=old.pk).update(replaced_by=gone)
    assert found(bob) == []


def test_what_has_ended_is_named_while_something_is_live(
    bob: Membership, approved: Callable[..., list[Delivery]], network: PracticeNetwork
) -> None:
    form, quiet = signed(bob), signed(bob)
    [delivery] = approved("Thank you for coming.", consents=(form.pk,))
    deliver(delivery.pk)
    yesterday = today(bob) - timedelta(days=1)
    Authorization.objects.filter(pk__in=[form.pk, quiet.pk]).update(expires_on=yesterday)
    assert found(bob) == [(form.reference, False, 1)]


def test_one_clinic_sees_nothing_of_another(bob: Membership, charlie: Membership) -> None:
    signed(bob, expires_on=today(bob))
    assert found(charlie) == []


def test_what_is_sealed_moves_with_the_key(bob: Membership) -> None:
    form = signed(bob)
    sealed = {one.model for one, _ in sealing.reseal_all()}
    assert {"consents.Authorization", "consents.Signature"} <= sealed
    assert Authorization.objects.get(pk=form.pk).person["name"] == "Ana Ruiz"

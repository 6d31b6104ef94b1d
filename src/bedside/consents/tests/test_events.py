"""A form that ends with an event: somebody is asked whether it has come."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from bedside.consents import verbs
from bedside.consents.ledger import Asked, ledger_of
from bedside.consents.queries import (
    Status,
    authorizations,
    ending_soon,
    events_to_ask,
    status_of,
)
from bedside.consents.tests.cast import drafted, revoke, signed
from bedside.consents.tests.visiting import get, post, to
from bedside.outbox.models import Delivery
from bedside.outbox.sending import deliver
from bedside.outbox.tests.conftest import approved
from bedside.records.queries import timeline
from bedside.web.today import page_of

if TYPE_CHECKING:
    from bedside.consents.models import Authorization
    from bedside.orgs.models import Membership

__all__ = ["approved"]
pytestmark = pytest.mark.django_db
EVENT = "The flu campaign ends."
TEXT = "Thank you for coming to our flu day."
SEASON = timedelta(days=90)


@pytest.fixture
def form(nora: Membership) -> Authorization:
    return signed(nora, expires_on=None, expires_event=EVENT)


def again(form: Authorization) -> Authorization:
    return authorizations(form.organisation).get(pk=form.pk)


def asked(by: Membership) -> list[int]:
    return [one.pk for one in events_to_ask(by.organisation)]


def needs(by: Membership) -> list[str]:
    return [need.title for need in page_of(by, timezone.now()).needs]


def in_a_season() -> time_machine.travel:
    return time_machine.travel(timezone.now() + SEASON, tick=True)


def test_whoever_keeps_consents_is_asked_every_ninety_days(nora, bob, form):
    assert asked(nora) == []
    with in_a_season():
        assert asked(nora) == [form.pk]
        assert f"{form.reference} ends with an event" in needs(nora)
        assert f"{form.reference} ends with an event" not in needs(bob)
        assert "Has it come?" in get(nora, to("index"))
        verbs.event_not_yet(by=nora, authorization=form)
        assert asked(nora) == []
        assert "Has it come?" not in get(nora, to("index"))
        with in_a_season():
            assert asked(nora) == [form.pk]


def test_not_yet_says_who_looked_and_when(nora, form):
    page = post(nora, to("settle", pk=form.pk), what="not_yet").content.decode()
    assert f"Not yet, said {nora.user.short_name}" in page
    assert status_of(again(form)) is Status.ACTIVE
    last = timeline(form.organisation_id, form.subject)[-1]
    assert (last.verb, last.actor) == ("authorization.event_not_yet", f"user:{nora.user_id}")


def test_a_use_that_is_planned_for_later_asks_once(nora, form, approved):
    [delivery] = approved(TEXT, consents=(form.pk,))
    assert asked(nora) == []
    Delivery.objects.filter(pk=delivery.pk).update(due=timezone.now() + timedelta(days=120))
    assert asked(nora) == [form.pk]
    verbs.event_not_yet(by=nora, authorization=form)
    assert asked(nora) == []


def test_yes_ends_the_form_and_what_was_planned_does_not_leave(nora, form, approved, network):
    [planned] = approved(TEXT, consents=(form.pk,))
    day = nora.organisation.local(timezone.now()).date()
    page = post(nora, to("event", pk=form.pk), day=day.isoformat()).content.decode()
    assert "It has ended" in page
    assert "Has this come?" not in page
    assert status_of(again(form)) is Status.EXPIRED
    deliver(planned.pk)
    assert network.timeline("cedarhollow") == []
    assert timeline(form.organisation_id, form.subject)[-1].facts["on"] == day.isoformat()
    assert asked(nora) == []


def test_it_ends_from_the_day_on_which_it_came(nora, form):
    with in_a_season():
        day = nora.organisation.local(timezone.now()).date() - timedelta(days=3)
        verbs.settle_event(by=nora, authorization=form, on=day)
        passed = again(form).event_passed_at
        assert passed is not None
        assert nora.organisation.local(passed).date() == day


@pytest.mark.parametrize(("days", "why"), [(2, "still to come"), (-2, "before it was signed")])
def test_a_day_that_cannot_be_meant_is_told_and_ends_nothing(nora, form, days, why):
    day = nora.organisation.local(timezone.now()).date() + timedelta(days=days)
    answer = post(nora, to("event", pk=form.pk), day=day.isoformat())
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert post(nora, to("event", pk=form.pk), day="").status_code == 422
    assert status_of(again(form)) is Status.ACTIVE


def test_what_is_live_when_it_ends_stays_on_today(nora, form, approved, network):
    [delivery] = approved(TEXT, consents=(form.pk,))
    deliver(delivery.pk)
    verbs.settle_event(by=nora, authorization=form)
    [ending] = ending_soon(nora.organisation)
    assert (ending.authorization.pk, ending.live) == (form.pk, 1)


def test_what_ended_with_nothing_live_is_on_no_list(nora, form):
    verbs.settle_event(by=nora, authorization=form)
    assert ending_soon(nora.organisation) == []


def test_nobody_is_asked_of_a_form_that_does_not_hold(nora, form):
    drafted(nora, expires_on=None, expires_event=EVENT)
    revoke(nora, form)
    with in_a_season():
        assert asked(nora) == []


def test_only_whoever_keeps_consents_answers(bob, form):
    for verb in (verbs.event_not_yet, verbs.settle_event):
        with pytest.raises(PermissionDenied):
            verb(by=bob, authorization=form)
    assert "Has this come?" not in get(bob, to("open", pk=form.pk))
    assert post(bob, to("event", pk=form.pk), day="2026-11-24").status_code == 403


def test_another_clinic_is_asked_nothing(charlie, form):
    with in_a_season():
        assert asked(charlie) == []
        assert ledger_of(charlie, Asked()).total == 0


def test_a_form_without_an_event_is_not_settled_by_one(nora):
    with pytest.raises(verbs.NotPossible, match="ends on a day"):
        verbs.event_not_yet(by=nora, authorization=signed(nora))
    with pytest.raises(verbs.NotPossible, match="Nobody has signed"):
        verbs.settle_event(by=nora, authorization=drafted(nora, expires_event=EVENT))

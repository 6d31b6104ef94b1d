"""What the privacy officer sets holds for posts that are approved already: the gate reads anew."""

from __future__ import annotations

import pytest

from bedside.outbox.sending import deliver
from bedside.posts.tests.test_approvals import ONLY_THE_MODEL_STOPS_IT
from bedside.records.queries import timeline
from bedside.rulebook.models import Choice, Hits
from bedside.rulebook.verbs import set_rule

pytestmark = pytest.mark.django_db
LOUD = "Our relay team runs on Saturday!!! Come and cheer at the clock tower."


def put(by, code, choice, base=None):
    return set_rule(by=by, code=code, choice=choice, note="We agreed on it.", base=base)


def state(delivery):
    delivery.refresh_from_db()
    return delivery.state


def test_a_warning_goes_out_as_approved(approved, network):
    [delivery] = approved(LOUD)
    deliver(delivery.pk)
    assert state(delivery) == "live"


def test_a_rule_made_stricter_stops_what_was_approved_before(approved, network, nora):
    [delivery] = approved(LOUD)
    put(nora, "T002", Choice.ERROR)
    deliver(delivery.pk)
    assert state(delivery) == "refused"
    assert delivery.reason == "The guard stops words in it."
    assert network.timeline("cedarhollow") == []


def test_a_rule_made_softer_lets_a_post_be_handed_in_and_sent(approved, network, nora):
    put(nora, "T004", Choice.OFF)
    put(nora, "T005", Choice.OFF)
    [delivery] = approved(LOUD)
    deliver(delivery.pk)
    assert state(delivery) == "live"


def test_the_model_is_asked_at_sending_where_its_rule_was_softer_at_approval(
    approved, network, nora
):
    softer = put(nora, "D090", Choice.WARN)
    [delivery] = approved(ONLY_THE_MODEL_STOPS_IT)
    put(nora, "D090", Choice.DEFAULT, base=softer.pk)
    deliver(delivery.pk)
    assert state(delivery) == "refused"
    assert network.timeline("cedarhollow") == []


def test_another_clinics_rules_change_nothing_here(approved, network, charlie):
    put(charlie, "T002", Choice.ERROR)
    [delivery] = approved(LOUD)
    deliver(delivery.pk)
    assert state(delivery) == "live"


def test_hits_are_counted_when_handed_in_approved_and_sent(approved, network, clinic):
    [delivery] = approved(LOUD)
    deliver(delivery.pk)
    counts = dict(
        Hits.objects.filter(organisation=clinic, code="T002").values_list("stage", "count")
    )
    assert counts == {"handed_in": 1, "approved": 1, "sent": 1}


def test_what_the_gate_stops_is_counted_and_recorded(approved, network, nora, clinic):
    [delivery] = approved(LOUD)
    put(nora, "T002", Choice.ERROR)
    deliver(delivery.pk)
    assert Hits.objects.get(organisation=clinic, code="T002", stage="sent").count == 1
    [shut] = [e for e in timeline(clinic.pk, delivery.subject) if e.verb == "delivery.gate"]
    assert "T002" in str(shut.facts["codes"])

"""Whose law holds is asked again at sending: what was approved under milder law stays here."""

from __future__ import annotations

import pytest

from bedside.orgs.verbs import choose_jurisdictions
from bedside.outbox.sending import deliver

pytestmark = pytest.mark.django_db
BEST = "We are the best clinic in the valley. Come and see the garden."


@pytest.mark.parametrize(("places", "state"), [(["us"], "live"), (["ca-on"], "refused")])
def test_the_gate_goes_by_the_law_that_holds_now(approved, network, nora, places, state):
    [delivery] = approved(BEST)
    choose_jurisdictions(by=nora, places=places, treats_substance_use=False)
    deliver(delivery.pk)
    delivery.refresh_from_db()
    assert delivery.state == state
    assert len(network.timeline("cedarhollow")) == (state == "live")


def test_another_clinics_law_changes_nothing_here(approved, network, charlie):
    [delivery] = approved(BEST)
    choose_jurisdictions(by=charlie, places=["ca-on"], treats_substance_use=True)
    deliver(delivery.pk)
    delivery.refresh_from_db()
    assert delivery.state == "live"

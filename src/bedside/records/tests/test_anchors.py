from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
import time_machine

from bedside.records.anchors import anchor_day, anchor_due
from bedside.records.audit import verify_chain
from bedside.records.models import Anchor, Entry, Head
from bedside.records.tests.support import record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.orgs.models import Organisation

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 10, 10, 13, 0, tzinfo=UTC)
NEXT_DAY = MORNING + timedelta(days=1)


@pytest.fixture
def october() -> Iterator[None]:
    """The clock stands on a morning in October; nothing is anchored."""
    with time_machine.travel(MORNING, tick=False):
        yield


def test_anchor_covers_the_entry_that_announces_it(october, clinic: Organisation) -> None:
    record(clinic)
    anchor = anchor_day(clinic.pk)
    head = Head.objects.get(pk=clinic.pk)
    entry = Entry.objects.get(organisation=clinic, seq=head.seq)
    assert (anchor.seq, anchor.digest, anchor.day) == (head.seq, head.digest, date(2026, 10, 10))
    assert (entry.verb, entry.facts) == (
        "chain.anchored",
        {"day": "2026-10-10", "entries": head.seq, "key": anchor.key},
    )
    assert verify_chain(clinic.pk).anchors == 1


def test_chain_that_has_not_grown_keeps_its_anchor(october, clinic: Organisation) -> None:
    assert anchor_day(clinic.pk) == anchor_day(clinic.pk)
    assert Anchor.objects.count() == 1


def test_entries_of_today_are_anchored_tomorrow(october, clinic: Organisation, charlie) -> None:
    assert anchor_due(MORNING + timedelta(hours=10)) == 0
    assert anchor_due(NEXT_DAY) == 2
    assert set(Anchor.objects.values_list("day", flat=True)) == {date(2026, 10, 11)}


def test_nothing_is_due_until_something_new_is_a_day_old(october, clinic: Organisation) -> None:
    anchor_due(NEXT_DAY)
    assert anchor_due(NEXT_DAY + timedelta(days=30)) == 0
    with time_machine.travel(NEXT_DAY, tick=False):
        record(clinic)
    assert anchor_due(NEXT_DAY) == 0
    assert anchor_due(NEXT_DAY + timedelta(days=1)) == 1


def test_rest_of_a_day_that_was_exported_is_anchored_tomorrow(
    october, clinic: Organisation
) -> None:
    anchor_day(clinic.pk)
    record(clinic)
    assert anchor_due(NEXT_DAY) == 1
    assert verify_chain(clinic.pk).anchors == 2


def test_looking_for_what_is_due_is_one_query(
    october, clinic: Organisation, django_assert_num_queries
) -> None:
    anchor_due(NEXT_DAY)
    with django_assert_num_queries(1):
        anchor_due(NEXT_DAY)

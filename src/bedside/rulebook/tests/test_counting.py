"""Hits are numbers: by rule, organisation and day, none lost, and no word with them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import time_machine

from bedside.orgs.models import Organisation
from bedside.records.tests.test_concurrency import EACH, WRITERS, at_once
from bedside.rulebook.counting import count_hits
from bedside.rulebook.models import Hits, Stage

LATE = datetime(2026, 10, 14, 3, 30, tzinfo=UTC)
"""Half past ten in the evening of October 13 in Chicago."""


def counted(organisation: Organisation) -> dict[tuple[str, str], int]:
    rows = Hits.objects.filter(organisation=organisation)
    return {(row.code, row.stage): row.count for row in rows}


def test_findings_add_up_by_rule_and_stage(clinic):
    count_hits(clinic, ["T002", "A005", "T002"], Stage.HANDED_IN)
    count_hits(clinic, ["T002"], Stage.HANDED_IN)
    count_hits(clinic, ["T002"], Stage.APPROVED)
    assert counted(clinic) == {
        ("A005", "handed_in"): 1,
        ("T002", "handed_in"): 3,
        ("T002", "approved"): 1,
    }


def test_another_organisation_counts_for_itself(clinic, charlie):
    count_hits(clinic, ["T002"], Stage.HANDED_IN)
    count_hits(charlie.organisation, ["T002"], Stage.HANDED_IN)
    assert counted(clinic) == counted(charlie.organisation) == {("T002", "handed_in"): 1}


@time_machine.travel(LATE, tick=False)
def test_a_day_is_one_of_the_clinics_own_calendar(clinic):
    count_hits(clinic, ["T002"], Stage.HANDED_IN)
    assert Hits.objects.get().day == date(2026, 10, 13)


def test_nothing_found_leaves_no_row(clinic):
    count_hits(clinic, [], Stage.HANDED_IN)
    assert not Hits.objects.exists()


def test_a_count_has_no_place_for_words():
    columns = {field.name for field in Hits._meta.get_fields()}
    assert columns == {"id", "organisation", "code", "day", "stage", "count"}


@pytest.mark.django_db(transaction=True)
def test_many_who_count_at_once_lose_nothing():
    clinic = Organisation.objects.create(name="Cedar Hollow Family Clinic", slug="cedar-hollow")

    def count(_: int) -> None:
        for _ in range(EACH):
            count_hits(clinic, ["T002", "A005"], Stage.HANDED_IN)

    at_once(count)
    assert counted(clinic) == {
        ("A005", "handed_in"): WRITERS * EACH,
        ("T002", "handed_in"): WRITERS * EACH,
    }

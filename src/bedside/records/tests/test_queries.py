from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bedside.records import queries
from bedside.records.anchors import anchor_day
from bedside.records.keys import ring
from bedside.records.tests.support import record

if TYPE_CHECKING:
    from bedside.orgs.models import Organisation


@pytest.mark.django_db
def test_timeline_tells_what_happened_to_one_subject_in_order(clinic: Organisation) -> None:
    record(clinic, "post:1", "post.drafted")
    record(clinic, "post:2", "post.drafted")
    entry = record(clinic, "post:1", "post.approved", facts={"version": 3})
    events = queries.timeline(clinic.pk, "post:1")
    assert [event.verb for event in events] == ["post.drafted", "post.approved"]
    assert events[-1] == queries.Event(
        seq=entry.seq,
        at=entry.at,
        actor="user:1",
        verb="post.approved",
        subject="post:1",
        facts={"version": 3},
        digest=f"{entry.digest[:4]}…{entry.digest[-4:]}",
    )


@pytest.mark.django_db
def test_latest_pages_backwards_and_keeps_to_a_verb(clinic: Organisation) -> None:
    seqs = [record(clinic, f"post:{n}").seq for n in range(5)]
    record(clinic, "post:1", "post.sent")
    first = queries.latest(clinic.pk, 2, verb="post.changed")
    assert [event.seq for event in first] == seqs[:2:-1]
    second = queries.latest(clinic.pk, 2, before=first[-1].seq)
    assert [event.seq for event in second] == seqs[2:0:-1]


@pytest.mark.django_db
def test_member_of_another_clinic_sees_nothing(clinic: Organisation, charlie) -> None:
    record(clinic, "post:1")
    anchor_day(clinic.pk)
    elsewhere = charlie.organisation_id
    assert queries.timeline(elsewhere, "post:1") == []
    assert queries.count(elsewhere, "post:1") == 0
    assert queries.anchor_covering(elsewhere, 1) is None
    assert "post:1" not in {event.subject for event in queries.latest(elsewhere, 50)}


@pytest.mark.django_db
def test_count_is_of_everything_or_of_one_subject(clinic: Organisation) -> None:
    before = queries.count(clinic.pk)
    record(clinic, "post:1")
    assert queries.count(clinic.pk) == before + 1
    assert queries.count(clinic.pk, "post:1") == 1
    assert queries.count(0) == 0


@pytest.mark.django_db
def test_anchor_over_an_entry_is_shown_once_there_is_one(clinic: Organisation) -> None:
    entry = record(clinic)
    assert queries.anchor_covering(clinic.pk, entry.seq) is None
    anchor = anchor_day(clinic.pk)
    seen = queries.anchor_covering(clinic.pk, entry.seq)
    assert seen is not None
    assert (seen.seq, seen.day, seen.key) == (anchor.seq, anchor.day, ring().anchors.id)
    assert queries.key_fingerprint() == seen.key


@pytest.mark.parametrize(
    ("at", "until"),
    [
        (datetime(2026, 10, 10, 13, tzinfo=UTC), datetime(2032, 10, 10, 13, tzinfo=UTC)),
        (datetime(2028, 2, 29, tzinfo=UTC), datetime(2034, 3, 1, tzinfo=UTC)),
    ],
)
def test_records_are_kept_for_six_years_and_never_a_day_less(at: datetime, until: datetime) -> None:
    assert queries.kept_until(at) == until

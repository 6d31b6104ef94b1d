"""Several connections at once, on a database that is a file or a server."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

import pytest
from django.db import connection

from bedside.orgs.models import Organisation
from bedside.records.anchors import anchor_day, anchor_due
from bedside.records.audit import verify_chain
from bedside.records.models import Anchor, Body, Entry
from bedside.records.queries import latest
from bedside.records.tests.support import SECRET_WORDS, record

if TYPE_CHECKING:
    from collections.abc import Callable

    from bedside.records.audit import Verdict

T = TypeVar("T")
pytestmark = pytest.mark.django_db(transaction=True)

WRITERS = 4
EACH = 10


@pytest.fixture
def new_clinic() -> Organisation:
    """A clinic whose chain has not begun."""
    return Organisation.objects.create(name="Cedar Hollow Family Clinic", slug="cedar-hollow")


def at_once(deed: Callable[[int], T]) -> list[T]:
    """Do something in several threads, each with a connection of its own."""

    def do(number: int) -> T:
        try:
            return deed(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        return list(pool.map(do, range(WRITERS)))


def test_writers_at_once_make_one_unbroken_chain(new_clinic: Organisation) -> None:
    def write(number: int) -> None:
        for _ in range(EACH):
            record(new_clinic, f"post:{number}")

    at_once(write)
    verdict = verify_chain(new_clinic.pk)
    assert verdict.intact
    assert verdict.entries == WRITERS * EACH
    assert Entry.objects.count() == WRITERS * EACH


def test_same_body_recorded_at_once_is_kept_once(new_clinic: Organisation) -> None:
    at_once(lambda number: record(new_clinic, f"post:{number}", "post.sent", SECRET_WORDS))
    assert Body.objects.count() == 1
    assert verify_chain(new_clinic.pk).intact


def test_two_clocks_make_one_anchor(new_clinic: Organisation) -> None:
    tomorrow = record(new_clinic).at.replace(year=2100)
    at_once(lambda number: anchor_due(tomorrow))
    assert Anchor.objects.count() == 1
    assert verify_chain(new_clinic.pk).intact


def test_looking_while_others_write_finds_no_fault(new_clinic: Organisation) -> None:
    def write_and_look(number: int) -> list[Verdict]:
        looks = []
        for _ in range(EACH):
            record(new_clinic)
            anchor_day(new_clinic.pk)
            looks.append(verify_chain(new_clinic.pk))
        return looks

    faults = [look.fault for looks in at_once(write_and_look) for look in looks]
    assert set(faults) == {None}
    assert len(latest(new_clinic.pk, 1000)) > WRITERS * EACH

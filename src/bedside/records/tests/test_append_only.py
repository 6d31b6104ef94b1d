from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.models import ProtectedError

from bedside.records.anchors import anchor_day
from bedside.records.audit import verify_chain
from bedside.records.models import Anchor, Body, Entry
from bedside.records.tests.support import SECRET_WORDS, record

if TYPE_CHECKING:
    from bedside.orgs.models import Organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def recorded(clinic: Organisation) -> Organisation:
    record(clinic, "post:1", "post.sent", SECRET_WORDS)
    anchor_day(clinic.pk)
    return clinic


@pytest.mark.parametrize(
    "deed",
    [
        lambda: Entry.objects.update(actor="user:2"),
        lambda: Entry.objects.all()._raw_delete("default"),
        lambda: Anchor.objects.update(signature=""),
        lambda: Anchor.objects.all()._raw_delete("default"),
        lambda: Body.objects.all()._raw_delete("default"),
    ],
)
def test_database_refuses_to_change_or_delete_what_was_recorded(
    recorded: Organisation, deed
) -> None:
    with pytest.raises(IntegrityError, match="only ever added"), transaction.atomic():
        deed()
    assert verify_chain(recorded.pk).intact


def test_organisation_with_records_cannot_be_deleted(recorded: Organisation) -> None:
    with pytest.raises(ProtectedError):
        recorded.delete()


@pytest.mark.django_db(transaction=True)
def test_triggers_can_be_taken_back_and_installed_again() -> None:
    executor = MigrationExecutor(connection)
    executor.migrate([("records", "0001_initial")])
    executor.loader.build_graph()
    executor.migrate([("records", "0002_append_only")])

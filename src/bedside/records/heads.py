"""
Holding and moving the end of a chain.

Two statements are written by hand here: every change of the suite goes through them, and the
query compiler takes longer over them than everything else that adding an entry needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection

from bedside.records import digests
from bedside.records.models import Head

if TYPE_CHECKING:
    from bedside.records.models import Entry

READ = "SELECT organisation_id, seq, digest, mac_key FROM records_head WHERE organisation_id = %s"
MOVE = (
    "UPDATE records_head SET seq = %s, digest = %s, mac_key = %s "
    "WHERE organisation_id = %s AND seq = %s"
)


class ChainMoved(RuntimeError):
    """Somebody else moved the head while we held it: the database does not lock as it should."""


def hold_head(organisation_id: int) -> Head:
    """
    Return the head, made if need be, and hold it against other writers until the commit.

    On PostgreSQL its row is locked. On SQLite the transaction, which is IMMEDIATE, holds the whole
    database already; where it is not, `move_head` or the commit fails instead.
    """
    head = _read(organisation_id)
    if head is None:
        # Two first entries may meet here: one makes the head, the other waits and then finds it.
        Head.objects.bulk_create(
            [Head(organisation_id=organisation_id, digest=digests.GENESIS)], ignore_conflicts=True
        )
        head = _read(organisation_id)
    if head is None:
        raise ChainMoved(f"organisation {organisation_id}")
    return head


def move_head(head: Head, entry: Entry) -> None:
    """Make `entry` the end of the chain. Raises `ChainMoved` where another came in between."""
    with connection.cursor() as cursor:
        cursor.execute(
            MOVE, [entry.seq, entry.digest, entry.mac_key, head.organisation_id, head.seq]
        )
        if cursor.rowcount != 1:
            raise ChainMoved(f"organisation {head.organisation_id}, entry {entry.seq}")


def _read(organisation_id: int) -> Head | None:
    lock = " FOR UPDATE" if connection.features.has_select_for_update else ""
    with connection.cursor() as cursor:
        cursor.execute(READ + lock, [organisation_id])
        row = cursor.fetchone()
    return Head(*row) if row else None

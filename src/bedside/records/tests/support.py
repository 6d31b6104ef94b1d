"""What the tests of records share."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import transaction

from bedside.records.chain import append

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bedside.orgs.models import Organisation
    from bedside.records.digests import Fact
    from bedside.records.models import Entry

SECRET_WORDS = b"Thank you to everybody who came to the open day."
OTHER_WORDS = b"Flu shots are here. Walk in any weekday."


def record(
    clinic: Organisation,
    subject: str = "post:1",
    verb: str = "post.changed",
    *bodies: bytes,
    facts: Mapping[str, Fact] | None = None,
) -> Entry:
    """Add an entry as a verb would."""
    with transaction.atomic():
        return append(
            organisation_id=clinic.pk,
            actor="user:1",
            verb=verb,
            subject=subject,
            facts={"version": 3, "networks": ["bluesky", "practice"]} if facts is None else facts,
            bodies=bodies,
        )


@contextmanager
def undone() -> Iterator[None]:
    """Take back whatever is done inside."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)

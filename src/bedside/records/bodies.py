"""Bytes that entries speak of: kept once for each organisation, sealed, found by their hash."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from bedside.records.models import Body, about_body
from bedside.records.sealing import seal

if TYPE_CHECKING:
    from collections.abc import Iterable


def keep(organisation_id: int, bodies: Iterable[bytes]) -> list[str]:
    """
    Keep each body that is not kept yet, and return their SHA-256 in order, each once.

    A body that was purged and is recorded again gets its bytes back. The caller holds the head of
    the organisation, so that nobody keeps the same body at the same time.
    """
    by_hash = {sha256(body).hexdigest(): body for body in bodies}
    if not by_hash:
        return []
    known = Body.objects.filter(organisation_id=organisation_id, sha256__in=by_hash)
    purged = dict(known.values_list("sha256", "purged_at"))
    Body.objects.bulk_create(
        Body(
            organisation_id=organisation_id,
            sha256=name,
            sealed=seal(body, about=about_body(organisation_id, name)),
        )
        for name, body in by_hash.items()
        if name not in purged
    )
    for name in (name for name, at in purged.items() if at):
        sealed = seal(by_hash[name], about=about_body(organisation_id, name))
        known.filter(sha256=name).update(sealed=sealed, purged_at=None)
    return list(by_hash)

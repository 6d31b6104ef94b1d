"""
The only way to add to a chain.

    with transaction.atomic():
        ...  # the change itself
        append(organisation_id=..., actor="user:17", verb="post.approved", subject="post:42",
               facts={"version": 3}, bodies=[payload])

The change and its entry are committed together or not at all.
"""

from __future__ import annotations

import hmac
import secrets
from typing import TYPE_CHECKING

from django.db import connection
from django.utils import timezone

from bedside.records import digests
from bedside.records.bodies import keep
from bedside.records.facts import RESERVED, check_names, plain_facts
from bedside.records.heads import hold_head, move_head
from bedside.records.keys import UnknownKey, ring
from bedside.records.models import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bedside.records.digests import Fact
    from bedside.records.models import Head

SALT_LENGTH = 16


class OutsideTransaction(RuntimeError):
    """An entry was added outside a transaction: it could survive a change that does not."""

    def __init__(self) -> None:
        super().__init__(
            "append() was called outside a transaction. Open transaction.atomic() around the "
            "change and its entry."
        )


def append(
    *,
    organisation_id: int,
    actor: str,
    verb: str,
    subject: str,
    facts: Mapping[str, Fact],
    bodies: Iterable[bytes] = (),
) -> Entry:
    """
    Add one entry to an organisation's chain, inside the caller's transaction.

    `actor` and `subject` read `kind:id`, `verb` reads `noun.past`; `facts` are scalars or lists of
    scalars (texts up to 200 characters, whole numbers). `bodies` are kept sealed, and their
    SHA-256 become the fact "bodies".

    Other writers of the same organisation wait from here until the transaction ends.
    Raises `OutsideTransaction`, `InvalidEntry`, `KeyFileError`.
    """
    if not connection.in_atomic_block:
        raise OutsideTransaction
    check_names(actor=actor, verb=verb, subject=subject)
    said = plain_facts(facts)
    head = hold_head(organisation_id)
    if kept := keep(organisation_id, bodies):
        said[RESERVED] = [*kept]
    entry = Entry(organisation_id=organisation_id, seq=head.seq + 1, at=timezone.now())
    entry.actor, entry.verb, entry.subject = str(actor), str(verb), str(subject)
    entry.facts, entry.salt = said, secrets.token_hex(SALT_LENGTH)
    _sign(entry, head)
    entry.save(force_insert=True)
    move_head(head, entry)
    return entry


def content_of(entry: Entry) -> dict[str, object]:
    """Return what is hashed of an entry."""
    return {
        "organisation": entry.organisation_id,
        "seq": entry.seq,
        "at": digests.moment(entry.at),
        "actor": entry.actor,
        "verb": entry.verb,
        "subject": entry.subject,
        "facts": entry.facts,
        "salt": entry.salt,
    }


def mac_of(secret: bytes, digest: str) -> str:
    """Return the signature of an entry's digest under a chain key."""
    return hmac.digest(secret, bytes.fromhex(digest), "sha256").hex()


def _sign(entry: Entry, head: Head) -> None:
    """Link an entry to the head and sign it, unless with other keys than the chain's so far."""
    keys = ring()
    if head.mac_key and head.mac_key not in keys.chain:
        raise UnknownKey("chain", head.mac_key)
    entry.prev = head.digest
    entry.body_hash = digests.body_hash(content_of(entry))
    entry.digest = digests.link(entry.prev, entry.body_hash)
    entry.mac_key = keys.chains.id
    entry.mac = mac_of(keys.chains.secret, entry.digest)

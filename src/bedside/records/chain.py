"""
The chain: the only way to add to it.

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

from django.db import transaction
from django.utils import timezone

from bedside.records import digests
from bedside.records.bodies import keep
from bedside.records.facts import RESERVED, check_names, plain_facts
from bedside.records.keys import KeyRing, UnknownKey, ring
from bedside.records.models import Entry, Head

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bedside.records.digests import Fact

SALT_LENGTH = 16


class OutsideTransaction(RuntimeError):
    """An entry was added outside a transaction: it could survive a change that does not."""


class ChainMoved(RuntimeError):
    """Somebody else moved the head while we held it: the database does not lock as it should."""


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

    Other writers of the same organisation wait from here until the transaction ends: on
    PostgreSQL for the row of its head, on SQLite (IMMEDIATE) they wait already. Raises
    `OutsideTransaction`, `InvalidEntry`, `KeyFileError`.
    """
    if not transaction.get_connection().in_atomic_block:
        raise OutsideTransaction(
            "append() was called outside a transaction. Open transaction.atomic() around the "
            "change and its entry."
        )
    check_names(actor=actor, verb=verb, subject=subject)
    said: dict[str, object] = {**plain_facts(facts)}
    head = hold_head(organisation_id)
    if kept := keep(organisation_id, bodies):
        said[RESERVED] = kept
    entry = Entry(
        organisation_id=organisation_id,
        seq=head.seq + 1,
        at=timezone.now(),
        actor=str(actor),
        verb=str(verb),
        subject=str(subject),
        facts=said,
        salt=secrets.token_hex(SALT_LENGTH),
        prev=head.digest,
    )
    _sign(entry, _chain_keys(head))
    entry.save(force_insert=True)
    _move_head(head, entry)
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


def hold_head(organisation_id: int) -> Head:
    """Return the head, made if need be, and hold it against other writers until the commit."""
    held = Head.objects.select_for_update().filter(organisation_id=organisation_id)
    head = held.first()
    if head is None:
        # Two first entries may meet here: one makes the head, the other waits and then finds it.
        Head.objects.bulk_create(
            [Head(organisation_id=organisation_id, digest=digests.GENESIS)], ignore_conflicts=True
        )
        head = held.get()
    return head


def _move_head(head: Head, entry: Entry) -> None:
    moved = Head.objects.filter(organisation_id=head.organisation_id, seq=head.seq).update(
        seq=entry.seq, digest=entry.digest, mac_key=entry.mac_key
    )
    if not moved:
        raise ChainMoved(f"organisation {head.organisation_id}, entry {entry.seq}")


def _chain_keys(head: Head) -> KeyRing:
    """Return the keys, unless they are others than those that signed this chain so far."""
    keys = ring()
    if head.mac_key and head.mac_key not in keys.chain:
        raise UnknownKey("chain", head.mac_key)
    return keys


def _sign(entry: Entry, keys: KeyRing) -> None:
    entry.body_hash = digests.body_hash(content_of(entry))
    entry.digest = digests.link(entry.prev, entry.body_hash)
    entry.mac_key = keys.chains.id
    entry.mac = mac_of(keys.chains.secret, entry.digest)

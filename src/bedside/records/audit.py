"""Finding whatever was done to a chain behind our back: flipped, removed, moved or added rows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db import DataError

from bedside.records import digests
from bedside.records.anchors import ANCHORED, signature_holds
from bedside.records.chain import content_of, mac_of
from bedside.records.keys import ring
from bedside.records.models import Anchor, Entry, Head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.records.keys import KeyRing

CHUNK = 1000


class Wrong(StrEnum):
    """What can be wrong with a chain, in words."""

    MISSING = "This entry is missing."
    EXTRA = "This entry does not belong here: it was added or moved."
    CHANGED = "What this entry says was changed."
    UNLINKED = "This entry does not follow from the one before it."
    FORGED = "This entry was not written by this installation."
    UNREADABLE = "This entry holds a value that no entry can have."
    UNKNOWN_KEY = "This was made with a key that the key file does not hold. Put the key file back."
    WRONG_END = "The end of the chain was changed."
    NOT_ANCHORED = "The anchor that was made here is missing."
    WRONG_ANCHOR = "The anchor here is for another entry, or its signature is not valid."


@dataclass(frozen=True)
class Fault:
    """The first thing that is wrong, and at which entry."""

    seq: int
    wrong: Wrong


@dataclass(frozen=True)
class Verdict:
    """What a look at a whole chain found: `entries` and `anchors` were sound before any `fault`."""

    organisation_id: int
    entries: int
    anchors: int
    digest: str
    fault: Fault | None

    @property
    def intact(self) -> bool:
        return self.fault is None


def verify_chain(organisation_id: int, *, until: int | None = None) -> Verdict:
    """
    Read an organisation's chain from its beginning, to its end or to entry `until`.

    Rows are streamed; entries that are added meanwhile do no harm. What cannot be found is the
    removal of the newest entries by somebody who sets the head back too, as far as no anchor
    covers them: that is what daily anchors, and copies of them elsewhere, are for.
    """
    walk = _Walk(organisation_id, ring(), _anchors(organisation_id, until))
    fault = walk.through(_entries(organisation_id, until)) or walk.end(until)
    return Verdict(organisation_id, walk.seq, walk.anchors_seen, walk.digest, fault)


@dataclass
class _Walk:
    """Where a look at a chain has come to: everything up to `seq` is sound."""

    organisation_id: int
    keys: KeyRing
    anchors: dict[int, Anchor]
    seq: int = 0
    digest: str = digests.GENESIS
    anchors_seen: int = 0

    def through(self, entries: Iterator[Entry]) -> Fault | None:
        """Go through entries and return the first fault."""
        try:
            for entry in entries:
                if wrong := self._wrong_entry(entry) or self._wrong_anchor(entry):
                    place = self.seq + 1 if wrong is Wrong.MISSING else entry.seq
                    return Fault(place, wrong)
                self.seq, self.digest = entry.seq, entry.digest
        except (ValueError, TypeError, AttributeError, DataError):
            # Written past the model, e.g. a time that is none: the row cannot even be read.
            return Fault(self.seq + 1, Wrong.UNREADABLE)
        return None

    def end(self, until: int | None) -> Fault | None:
        """Compare the end of the chain with what else knows of it."""
        if self.anchors or (until is not None and self.seq < until):
            return Fault(self.seq + 1, Wrong.MISSING)
        if until is not None:
            return None
        head = Head.objects.filter(organisation_id=self.organisation_id).first()
        seq, digest = (head.seq, head.digest) if head else (0, digests.GENESIS)
        if seq < self.seq:
            return Fault(self.seq, Wrong.EXTRA)
        if seq == self.seq:
            return None if digest == self.digest else Fault(seq, Wrong.WRONG_END)
        added_meanwhile = Entry.objects.filter(
            organisation_id=self.organisation_id, seq=self.seq + 1
        ).exists()
        return None if added_meanwhile else Fault(self.seq + 1, Wrong.MISSING)

    def _wrong_entry(self, entry: Entry) -> Wrong | None:
        if entry.seq != self.seq + 1:
            return Wrong.MISSING if entry.seq > self.seq else Wrong.EXTRA
        if digests.body_hash(content_of(entry)) != entry.body_hash:
            return Wrong.CHANGED
        if entry.prev != self.digest or digests.link(entry.prev, entry.body_hash) != entry.digest:
            return Wrong.UNLINKED
        key = self.keys.chain.get(entry.mac_key)
        if key is None:
            return Wrong.UNKNOWN_KEY
        return None if mac_of(key.secret, entry.digest) == entry.mac else Wrong.FORGED

    def _wrong_anchor(self, entry: Entry) -> Wrong | None:
        anchor = self.anchors.pop(entry.seq, None)
        if anchor is None and entry.verb == ANCHORED:
            # It may have been made since the anchors were read.
            anchor = Anchor.objects.filter(
                organisation_id=self.organisation_id, seq=entry.seq
            ).first()
            if anchor is None:
                return Wrong.NOT_ANCHORED
        if anchor is None:
            return None
        if anchor.key not in self.keys.anchor:
            return Wrong.UNKNOWN_KEY
        if anchor.digest != entry.digest or not signature_holds(anchor, self.keys):
            return Wrong.WRONG_ANCHOR
        self.anchors_seen += 1
        return None


def _anchors(organisation_id: int, until: int | None) -> dict[int, Anchor]:
    anchors = Anchor.objects.filter(organisation_id=organisation_id)
    if until is not None:
        anchors = anchors.filter(seq__lte=until)
    return {anchor.seq: anchor for anchor in anchors}


def _entries(organisation_id: int, until: int | None) -> Iterator[Entry]:
    entries = Entry.objects.filter(organisation_id=organisation_id).order_by("seq", "pk")
    if until is not None:
        entries = entries.filter(seq__lte=until)
    return entries.iterator(chunk_size=CHUNK)

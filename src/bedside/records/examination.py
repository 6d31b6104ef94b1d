"""
Checking an export, entry by entry, with nothing but the export itself.

Pure: the standard library, and `cryptography` for signatures where it is installed.
`bedside.records.export` describes the formats, `bedside.records.digests` the digests.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

from bedside.records import digests

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    SIGNATURES = True
except ImportError:
    SIGNATURES = False

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T", str, int, dict, list)  # type: ignore[type-arg]

DIGEST = re.compile(r"[0-9a-f]{64}")
SIGNATURE = re.compile(r"[0-9a-f]{128}")
FINGERPRINT = re.compile(r"[0-9a-f]{32}")
REFERENCE = re.compile(r"[A-Za-z0-9_.:~-]{1,120}")
FULL = frozenset({*digests.CONTENT, "digest"} - {"organisation"})
HASHED = frozenset({"seq", "body_hash"})
ANCHOR = frozenset({"seq", "digest", "day", "key", "public_key", "signature"})
EXPORT_AGAIN = "Export the record again in Bedside and verify that file."


class NotAnExport(Exception):
    """What is read is not an export; `reason` and `cure` are for the person who asked."""

    def __init__(self, reason: str, cure: str = EXPORT_AGAIN) -> None:
        super().__init__(reason)
        self.reason = reason
        self.cure = cure


@dataclass(frozen=True)
class Check:
    """One thing that was checked. `ok` is None where it could not be checked; `seq` says where."""

    name: str
    ok: bool | None
    text: str
    seq: int | None = None


@dataclass(frozen=True)
class Examined:
    """What an export proves, and what not."""

    organisation: int
    subject: str | None
    entries: int
    in_full: int
    key: str
    checks: tuple[Check, ...]

    @property
    def broken(self) -> bool:
        return any(check.ok is False for check in self.checks)

    @property
    def intact(self) -> bool:
        return all(check.ok for check in self.checks)


def member(holder: Mapping[str, object], name: str, kind: type[T]) -> T:
    """Return a member of a JSON object that must be there and of this kind."""
    value = holder.get(name)
    if type(value) is not kind:
        raise NotAnExport(f'This is no whole export: "{name}" is missing or not as it should be.')
    return value


def text_like(holder: Mapping[str, object], name: str, pattern: re.Pattern[str]) -> str:
    """Return a text member that must look like `pattern`."""
    value = member(holder, name, str)
    if not pattern.fullmatch(value):
        raise NotAnExport(f'This is no whole export: "{name}" is not as it should be.')
    return value


def require_members(holder: Mapping[str, object], *allowed: frozenset[str]) -> None:
    """Refuse an object with other members: nothing proves them, and somebody might believe them."""
    if holder.keys() not in allowed:
        raise NotAnExport("This is no whole export: a part of it holds too little or too much.")


class Examination:
    """
    Takes an export's parts in order and remembers the first fault of each kind.

    Give `entry` every entry, `body` every body and `anchor` every anchor when the entry that it
    covers is the last one given; `result` draws the conclusion.
    """

    def __init__(self, header: Mapping[str, object], *, expected_key: str | None = None) -> None:
        self.organisation = member(member(header, "organisation", dict), "id", int)
        self.subject = text_like(header, "subject", REFERENCE) if "subject" in header else None
        self.digest = text_like(header, "start", DIGEST)
        self.expected_key = expected_key
        self.seq: int | None = None
        self.entries = self.in_full = self.bodies = self.purged = self.anchors = 0
        self.last_anchor: tuple[int, date, str] | None = None
        self._sure = 0
        self._faults: dict[str, Check] = {}
        self._named: dict[str, int] = {}
        self._given: set[str] = set()

    def entry(self, entry: Mapping[str, object]) -> None:
        """Take the next entry, in full or as its hash."""
        require_members(entry, FULL, HASHED)
        seq = member(entry, "seq", int)
        if self.seq is None:
            self._sure = seq
            if self.digest == digests.GENESIS and seq != 1:
                self._fault("chain", 1, "broken", "is missing")
        elif seq != self.seq + 1:
            self._fault("chain", self.seq + 1, "broken", "is missing, moved or there twice")
        self.seq = seq
        self.entries += 1
        if "body_hash" in entry:
            self.digest = digests.link(self.digest, text_like(entry, "body_hash", DIGEST))
        else:
            self._full_entry(seq, entry)

    def body(self, name: str, body: Mapping[str, object]) -> None:
        """Take a body, or what is left of it."""
        require_members(body, frozenset({"content"}), frozenset({"purged_at"}))
        if name not in self._named or name in self._given:
            self._fault("bodies", None, "wrong", "a body that no entry names, or twice the same")
            return
        self._given.add(name)
        if "purged_at" in body:
            self.purged += 1
            return
        if sha256(_content(member(body, "content", str))).hexdigest() != name:
            self._fault("bodies", self._named[name], "changed", "speaks of other bytes")
        self.bodies += 1

    def anchor(self, anchor: Mapping[str, object]) -> None:
        """Take the anchor of the entry given last."""
        require_members(anchor, ANCHOR)
        seq, digest = member(anchor, "seq", int), text_like(anchor, "digest", DIGEST)
        day, key = _day(anchor), text_like(anchor, "key", FINGERPRINT)
        if seq != self.seq or digest != self.digest:
            self._fault("chain", seq, "broken", f"or one since {self._sure} is not what was signed")
        self.anchors += 1
        self.last_anchor = seq, day, key
        public = bytes.fromhex(text_like(anchor, "public_key", DIGEST))
        if digests.fingerprint(public) != key:
            self._fault("anchor", seq, "wrong", "is signed under the name of another key")
        elif SIGNATURES:
            message = digests.anchor_message(
                organisation=self.organisation, seq=seq, digest=digest, day=day, key=key
            )
            if not _signed(public, text_like(anchor, "signature", SIGNATURE), message):
                self._fault("anchor", seq, "wrong", "has a signature that is not valid")

    def result(self) -> Examined:
        """Return what was found, when everything has been given."""
        if self.seq is None or self.last_anchor is None:
            raise NotAnExport("This export holds no entries, or no anchor.")
        if self.last_anchor[0] != self.seq:
            self._fault("chain", self.seq, "broken", "comes after the last anchor")
        for name, seq in self._named.items():
            if name not in self._given:
                self._fault("bodies", seq, "missing", "names a body that is not here")
                break
        seq, day, key = self.last_anchor
        if self.expected_key not in (None, key):
            self._fault("anchor", seq, "wrong", f"is signed by another key, {key}")
        return Examined(
            organisation=self.organisation,
            subject=self.subject,
            entries=self.entries,
            in_full=self.in_full,
            key=key,
            checks=(self._chain_check(), self._anchor_check(day), self._bodies_check()),
        )

    def _full_entry(self, seq: int, entry: Mapping[str, object]) -> None:
        content = {name: entry.get(name) for name in digests.CONTENT}
        content["organisation"] = self.organisation
        facts = member(entry, "facts", dict)
        try:
            self.digest = digests.link(self.digest, digests.body_hash(content))
        except ValueError:
            self._fault("chain", seq, "broken", "holds text that no entry can have")
        if self.digest != text_like(entry, "digest", DIGEST):
            since = "" if self._sure == seq else f"or one since {self._sure} "
            self._fault("chain", seq, "broken", f"{since}was changed")
        if self.subject is not None and entry.get("subject") != self.subject:
            self._fault("chain", seq, "broken", "is about something else")
        self._sure = seq
        self.in_full += 1
        for name in member(facts, "bodies", list) if "bodies" in facts else ():
            self._named.setdefault(str(name), seq)

    def _fault(self, name: str, seq: int | None, word: str, what: str) -> None:
        where = "" if seq is None else f"entry {seq} "
        self._faults.setdefault(name, Check(name, False, f"{word}: {where}{what}", seq))

    def _chain_check(self) -> Check:
        return self._faults.get("chain") or Check(
            "chain", True, f"intact {self.entries} of {self.entries} entries"
        )

    def _anchor_check(self, day: date) -> Check:
        if "anchor" in self._faults:
            return self._faults["anchor"]
        words = f"{day:%B} {day.day}, {day.year}"
        if not SIGNATURES:
            cure = 'not checked, for want of a library: pip install "cryptography>=45"'
            return Check("anchor", None, f"{words}, signature {cure}")
        earlier = f" (and {self.anchors - 1} earlier)" if self.anchors > 1 else ""
        return Check("anchor", True, f"{words}, signature valid{earlier}")

    def _bodies_check(self) -> Check:
        if "bodies" in self._faults:
            return self._faults["bodies"]
        if not self._named:
            return Check("bodies", True, "none is named here")
        purged = f", {self.purged} purged (only the hash is kept)" if self.purged else ""
        return Check("bodies", True, f"match {self.bodies} of {self.bodies}{purged}")


def _day(anchor: Mapping[str, object]) -> date:
    try:
        return date.fromisoformat(member(anchor, "day", str))
    except ValueError:
        raise NotAnExport('This is no whole export: "day" is no date.') from None


def _content(text: str) -> bytes:
    """Decode base64 that is written in the only right way, so that no bit of it is free."""
    try:
        content = b64decode(text, validate=True)
    except ValueError:
        content = b""
    if b64encode(content).decode("ascii") != text:
        raise NotAnExport("This is no whole export: a body is not base64.")
    return content


def _signed(public: bytes, signature: str, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(bytes.fromhex(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True

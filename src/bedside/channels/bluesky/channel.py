"""
Bluesky by plain XRPC.

Each part has its own record key, fixed before the first attempt, and is written with `putRecord` on
the condition that nothing else stands there: however often that is repeated, there is one record,
and none is ever overwritten (measured on @atproto/pds 0.4.217).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bedside.channels import catalogue, untrusted
from bedside.channels.base import (
    NOTHING_STAGED,
    Absent,
    Deleted,
    Ref,
    Refused,
    Renewed,
    Sent,
    Unknown,
    Wait,
)
from bedside.channels.bluesky.record import (
    COLLECTION,
    Prepared,
    mentioned,
    record,
    record_key,
)
from bedside.channels.bluesky.tokens import session_secrets
from bedside.channels.http import UNCLEAR, Call, Http, complaint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from bedside.channels.base import (
        Account,
        Capability,
        DeleteAnswer,
        FindAnswer,
        Part,
        Problem,
        SendAnswer,
        StageAnswer,
        Staged,
    )
    from bedside.channels.http import Response

_SIGNED_OUT = frozenset({"ExpiredToken", "InvalidToken", "AuthMissing", "AuthenticationRequired"})
"""Errors of a token, which come with status 400 as well as 401."""


@dataclass(frozen=True, slots=True)
class Bluesky:
    """The channel; it reaches the account's own server through `http`."""

    http: Http
    network: str = "bluesky"

    def capability(self, account: Account | None) -> Capability:
        """Return what the network allows."""
        return catalogue.capability(self.network, account.settings if account else None)

    def check(self, account: Account | None, part: Part) -> list[Problem]:
        """Find, offline, what the network would refuse."""
        return catalogue.problems(self.network, part, account.settings if account else None)

    def stage(self, account: Account, part: Part, earlier: Staged = NOTHING_STAGED) -> StageAnswer:
        """
        Upload the pictures and learn who the mentioned handles belong to.

        A video that would be refused is not uploaded: that takes minutes.
        """
        videos = [picture for picture in part.pictures if picture.is_video]
        if videos and (found := self.check(account, part)):
            return Refused(found[0].message, found[0].field)
        blobs = self._upload(account, [(one.content, one.mime) for one in part.pictures])
        if isinstance(blobs, Refused | Wait):
            return blobs
        said = [(one.captions.encode(), "text/vtt") for one in videos if one.captions]
        captions = self._upload(account, said)
        if isinstance(captions, Refused | Wait):
            return captions
        dids = self._mentions(account, part, {})
        if isinstance(dids, Refused | Wait):
            return dids
        return Prepared(blobs, dids, captions).staged()

    def send(self, account: Account, part: Part, staged: Staged) -> SendAnswer:
        """Write the record under the part's own key."""
        if any(ref and "cid" not in ref.extra for ref in (part.root, part.parent)):
            return Refused("What this answers was not read from Bluesky.", "parent")
        prepared = Prepared.read(staged)
        dids = self._mentions(account, part, prepared.dids)
        if isinstance(dids, Refused | Wait):
            return dids
        heard = self.http.change(
            _procedure(
                account,
                "com.atproto.repo.putRecord",
                {
                    "repo": account.remote_id,
                    "collection": COLLECTION,
                    "rkey": record_key(part),
                    "record": record(part, replace(prepared, dids=dids)),
                    # "Only where no record is": the same record once more is agreed to all the
                    # same, any other is refused.
                    "swapRecord": None,
                },
            )
        )
        if isinstance(heard, Refused | Wait | Unknown):
            return heard
        if heard.ok:
            return _sent(account, heard.data)
        match untrusted.text(heard.data, "error"):
            case "BlobNotFound":
                return Wait(1.0, "The pictures have to be uploaded again.")
            case "InvalidSwap":
                return self._standing(account, part)
        return _refused(heard, account)

    def find(self, account: Account, part: Part, since: datetime) -> FindAnswer:
        """Read the record with the part's key. It is public, so an ended session is no obstacle."""
        where = {
            "repo": account.remote_id,
            "collection": COLLECTION,
            "rkey": record_key(part),
        }
        heard = self.http.read(_query(account, "com.atproto.repo.getRecord", where))
        if not isinstance(heard, Refused | Wait) and _is_signed_out(heard):
            heard = self.http.read(_query(account, "com.atproto.repo.getRecord", where, token=""))
        if isinstance(heard, Refused | Wait):
            return Unknown(heard.reason)
        if heard.ok and _is_ours(heard.data, part):
            return _sent(account, heard.data)
        if heard.ok:
            return Unknown("Another post stands where this one belongs.")
        return Absent() if _is_missing(heard) else Unknown(_refused(heard, account).reason)

    def delete(self, account: Account, ref: Ref) -> DeleteAnswer:
        """Delete the record; the server agrees also when it is gone already."""
        heard = self.http.change(
            _procedure(
                account,
                "com.atproto.repo.deleteRecord",
                {
                    "repo": account.remote_id,
                    "collection": COLLECTION,
                    "rkey": ref.id.rpartition("/")[2],
                },
            )
        )
        if isinstance(heard, Refused | Wait | Unknown):
            return heard
        return Deleted() if heard.ok or _is_missing(heard) else _refused(heard, account)

    def renew(self, account: Account) -> Renewed | Refused | Wait:
        """Exchange the refresh token, which ends, for two new tokens."""
        heard = self.http.prepare(
            Call(
                "POST",
                f"{account.server}/xrpc/com.atproto.server.refreshSession",
                token=account.secrets["refresh"],
            )
        )
        if isinstance(heard, Refused | Wait):
            return heard
        if not heard.ok:
            return _refused(heard, account)
        secrets = session_secrets(heard.data)
        return Renewed(secrets) if secrets else Wait(UNCLEAR, "The answer held no session.")

    def _standing(self, account: Account, part: Part) -> Sent | Unknown:
        """Say what stands under the part's key: itself, from an earlier attempt, or what else."""
        found = self.find(account, part, part.created_at)
        return Unknown("The network contradicts itself.") if isinstance(found, Absent) else found

    def _upload(
        self, account: Account, files: Iterable[tuple[bytes, str]]
    ) -> list[Mapping[str, object]] | Refused | Wait:
        """Upload files, each with its type, in their order."""
        blobs = []
        for content, mime in files:
            blob = self._upload_one(account, content, mime)
            if isinstance(blob, Refused | Wait):
                return blob
            blobs.append(blob)
        return blobs

    def _upload_one(
        self, account: Account, content: bytes, mime: str
    ) -> Mapping[str, object] | Refused | Wait:
        heard = self.http.prepare(
            Call(
                "POST",
                f"{account.server}/xrpc/com.atproto.repo.uploadBlob",
                token=account.secrets["access"],
                content=content,
                mime=mime,
            )
        )
        if isinstance(heard, Refused | Wait):
            return heard
        if not heard.ok:
            return _refused(heard, account)
        blob = untrusted.reach(heard.data, "blob")
        if isinstance(blob, dict) and untrusted.text(blob, "ref", "$link"):
            return blob
        return Wait(UNCLEAR, "The answer held no picture.")

    def _mentions(
        self, account: Account, part: Part, known: Mapping[str, str]
    ) -> Mapping[str, str] | Refused | Wait:
        """Learn who the mentioned handles belong to, as far as it is not known yet."""
        dids = dict(known)
        for handle in mentioned(part.text):
            if handle not in dids:
                did = self._resolve(account, handle)
                if isinstance(did, Refused | Wait):
                    return did
                dids[handle] = did
        return dids

    def _resolve(self, account: Account, handle: str) -> str | Refused | Wait:
        """Return who a handle belongs to; empty if nobody, then it stays plain text."""
        heard = self.http.read(
            _query(account, "com.atproto.identity.resolveHandle", {"handle": handle})
        )
        if isinstance(heard, Refused | Wait):
            return heard
        if _is_signed_out(heard):
            return _refused(heard, account)
        return untrusted.text(heard.data, "did") if heard.ok else ""


def _procedure(account: Account, method: str, body: Mapping[str, object]) -> Call:
    url = f"{account.server}/xrpc/{method}"
    return Call("POST", url, token=account.secrets["access"], json=body)


def _query(
    account: Account, method: str, params: Mapping[str, str], token: str | None = None
) -> Call:
    url = f"{account.server}/xrpc/{method}"
    key = account.secrets["access"] if token is None else token
    return Call("GET", url, token=key, params=params)


def _sent(account: Account, data: object) -> Sent | Unknown:
    uri, cid = untrusted.text(data, "uri"), untrusted.text(data, "cid")
    if not uri.startswith("at://") or not cid:
        return Unknown("The network's answer names no post.")
    key = uri.rpartition("/")[2]
    url = f"https://bsky.app/profile/{account.remote_id}/post/{key}"
    return Sent(Ref(uri, url, {"cid": cid}))


def _is_ours(data: object, part: Part) -> bool:
    """Tell this part's record from another one: attempts may differ in who was mentioned."""
    mine = record(replace(part, pictures=(), parent=None), Prepared())
    return all(untrusted.text(data, "value", name) == mine[name] for name in ("text", "createdAt"))


def _is_signed_out(heard: Response) -> bool:
    return heard.status == 401 or untrusted.text(heard.data, "error") in _SIGNED_OUT


def _is_missing(heard: Response) -> bool:
    said = untrusted.text(heard.data, "message")
    return untrusted.text(heard.data, "error") == "RecordNotFound" or said.startswith(
        "Could not locate record"
    )


def _refused(heard: Response, account: Account) -> Refused:
    if _is_signed_out(heard):
        return Refused("Bluesky no longer accepts this sign-in.", reconnect=True)
    said = complaint(untrusted.text(heard.data, "message"), *account.secrets.values())
    field = "text" if "grapheme" in said else "pictures" if "blob" in said.lower() else ""
    return Refused(f"Bluesky says: {said or 'no'}", field)

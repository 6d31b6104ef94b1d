"""
Mastodon by its REST API.

The part's key travels as `Idempotency-Key`, which Mastodon honours for an hour. Servers that only
speak its API may ignore it (seen: Takahe), so what is unclear is looked for by reading.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
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
    Staged,
    Unknown,
    Wait,
)
from bedside.channels.http import UNCLEAR, Call, Http, complaint
from bedside.channels.mastodon.reading import is_ours, written_at

if TYPE_CHECKING:
    from datetime import datetime

    from bedside.channels.base import (
        Account,
        Capability,
        DeleteAnswer,
        FindAnswer,
        Part,
        Picture,
        Problem,
        SendAnswer,
        StageAnswer,
    )
    from bedside.channels.http import Response

_PROCESSING = "processing:"
"""Prefix of a handle whose picture the server had not finished when it took it."""

_LOOK_AGAIN = 5.0
"""Seconds until a picture in processing is looked at again."""

_CLOCKS = timedelta(minutes=1)
"""How far the server's clock may be behind ours."""

_PAGES = 5
"""How many pages of 40 statuses are read before giving up."""


@dataclass(frozen=True, slots=True)
class Mastodon:
    """The channel; it reaches the account's own server through `http`."""

    http: Http
    network: str = "mastodon"

    def capability(self, account: Account | None) -> Capability:
        """Return what the account's server said when it was connected."""
        return catalogue.capability(self.network, account.settings if account else None)

    def check(self, account: Account | None, part: Part) -> list[Problem]:
        """Find, offline, what the server would refuse."""
        return catalogue.problems(self.network, part, account.settings if account else None)

    def stage(self, account: Account, part: Part, earlier: Staged = NOTHING_STAGED) -> StageAnswer:
        """
        Upload the pictures and wait until the server has finished each.

        Nothing is uploaded twice: the `Wait` says what is there already.
        """
        handles = list(earlier.handles)
        for picture in part.pictures[len(handles) :]:
            handle = self._upload(account, picture)
            if isinstance(handle, Refused):
                return handle
            if isinstance(handle, Wait):
                return replace(handle, staged=Staged(tuple(handles)))
            handles.append(handle)
        for number, handle in enumerate(handles):
            if handle.startswith(_PROCESSING):
                unfinished = self._unfinished(account, handle)
                if isinstance(unfinished, Refused):
                    return unfinished
                if isinstance(unfinished, Wait):
                    return replace(unfinished, staged=Staged(tuple(handles)))
                handles[number] = handle.removeprefix(_PROCESSING)
        return Staged(tuple(handles))

    def send(self, account: Account, part: Part, staged: Staged) -> SendAnswer:
        """Post the status."""
        status: dict[str, object] = {"status": part.text, "visibility": "public"}
        if part.language:
            status["language"] = part.language
        if staged.handles:
            status["media_ids"] = list(staged.handles)
        if part.parent:
            status["in_reply_to_id"] = part.parent.id
        heard = self.http.change(
            Call(
                "POST",
                f"{account.server}/api/v1/statuses",
                token=account.secrets["access"],
                headers={"Idempotency-Key": part.key},
                json=status,
            )
        )
        if isinstance(heard, Refused | Wait | Unknown):
            return heard
        if heard.ok:
            return _sent(heard.data)
        return _refused(heard, account, "parent" if heard.status == 404 else "text")

    def find(self, account: Account, part: Part, since: datetime) -> FindAnswer:
        """Read the account's own statuses since then, newest first; the oldest match counts."""
        found: FindAnswer = Absent()
        params = {"limit": "40", "exclude_reblogs": "true"}
        for _ in range(_PAGES):
            page = self._page(account, params)
            if isinstance(page, Unknown):
                return page
            for status in page:
                written = written_at(status)
                if written is None:
                    return Unknown("The network's answer made no sense.")
                if written < since - _CLOCKS:
                    return found
                if is_ours(status, part):
                    found = _sent(status)
            if not page:
                return found
            params["max_id"] = untrusted.text(page[-1], "id")
        return found if isinstance(found, Sent) else Unknown("There is too much to read.")

    def delete(self, account: Account, ref: Ref) -> DeleteAnswer:
        """Delete the status and its pictures; what is gone already is deleted."""
        heard = self.http.change(
            Call(
                "DELETE",
                f"{account.server}/api/v1/statuses/{ref.id}",
                token=account.secrets["access"],
                params={"delete_media": "true"},
            )
        )
        if isinstance(heard, Refused | Wait | Unknown):
            return heard
        return Deleted() if heard.ok or heard.status in {404, 410} else _refused(heard, account)

    def renew(self, account: Account) -> Renewed | Refused | Wait:
        """Keep the token: Mastodon's do not end."""
        return Renewed(account.secrets)

    def _upload(self, account: Account, picture: Picture) -> str | Refused | Wait:
        heard = self.http.prepare(
            Call(
                "POST",
                f"{account.server}/api/v2/media",
                token=account.secrets["access"],
                picture=picture.content,
                picture_mime=picture.mime,
                form={"description": picture.alt} if picture.alt else {},
            )
        )
        if isinstance(heard, Refused | Wait):
            return heard
        if not heard.ok:
            return _refused(heard, account, "pictures")
        name = untrusted.text(heard.data, "id")
        if not name:
            return Wait(UNCLEAR, "The answer held no picture.")
        return _PROCESSING + name if heard.status == 202 else name

    def _unfinished(self, account: Account, handle: str) -> Refused | Wait | None:
        name = handle.removeprefix(_PROCESSING)
        heard = self.http.read(
            Call(
                "GET",
                f"{account.server}/api/v1/media/{name}",
                token=account.secrets["access"],
            )
        )
        if isinstance(heard, Refused | Wait):
            return heard
        if heard.status == 206:
            return Wait(_LOOK_AGAIN, "The server is still working on it.")
        return None if heard.ok else _refused(heard, account, "pictures")

    def _page(self, account: Account, params: dict[str, str]) -> list[dict[str, object]] | Unknown:
        heard = self.http.read(
            Call(
                "GET",
                f"{account.server}/api/v1/accounts/{account.remote_id}/statuses",
                token=account.secrets["access"],
                params=params,
            )
        )
        if isinstance(heard, Refused | Wait):
            return Unknown(heard.reason)
        if not heard.ok:
            return Unknown(_refused(heard, account).reason)
        page = untrusted.rows(heard.data)
        if page != heard.data:  # something else than a list of objects
            return Unknown("The network's answer made no sense.")
        return page


def _sent(status: object) -> Sent | Unknown:
    name = untrusted.text(status, "id")
    if not name:
        return Unknown("The network's answer names no post.")
    url = untrusted.text(status, "url") or untrusted.text(status, "uri")
    return Sent(Ref(name, url))


def _refused(heard: Response, account: Account, field: str = "") -> Refused:
    said = complaint(untrusted.text(heard.data, "error"), *account.secrets.values())
    if heard.status == 401 or (heard.status == 403 and "scope" in said):
        return Refused("The server no longer accepts this sign-in.", reconnect=True)
    return Refused(f"The server says: {said or 'no'}", field)

"""The practice network as a channel: the shortest complete example of one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
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
from bedside.channels.http import Call, Http
from bedside.channels.practice.store import store_path
from bedside.channels.practice.transport import BASE, PracticeTransport

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from bedside.channels.base import (
        Account,
        Capability,
        DeleteAnswer,
        FindAnswer,
        Part,
        Problem,
        SendAnswer,
        StageAnswer,
    )
    from bedside.channels.http import Response


@cache
def door(path: Path) -> Http:
    """Return the door to the network in this file, one for the whole process."""
    return Http(transport=PracticeTransport(path))


@dataclass(frozen=True, slots=True)
class Practice:
    """The practice network. `http` replaces the door to the account's own store."""

    http: Http | None = None
    network: str = "practice"

    def capability(self, account: Account | None) -> Capability:
        """Return what the network allows."""
        return catalogue.capability(self.network, account.settings if account else None)

    def check(self, account: Account | None, part: Part) -> list[Problem]:
        """Find, offline, what the network would refuse."""
        return catalogue.problems(self.network, part, account.settings if account else None)

    def stage(self, account: Account, part: Part, earlier: Staged = NOTHING_STAGED) -> StageAnswer:
        """Upload the pictures."""
        names = []
        for picture in part.pictures:
            heard = self._door(account).prepare(
                Call(
                    "POST",
                    f"{BASE}/pictures",
                    token=account.secrets["token"],
                    params={"width": str(picture.width), "height": str(picture.height)},
                    content=picture.content,
                    mime=picture.mime,
                )
            )
            if isinstance(heard, Refused | Wait):
                return heard
            if not heard.ok:
                return _refused(heard)
            names.append(untrusted.text(heard.data, "id"))
        return Staged(tuple(names))

    def send(self, account: Account, part: Part, staged: Staged) -> SendAnswer:
        """Publish; the key travels with the post."""
        heard = self._door(account).change(
            Call(
                "POST",
                f"{BASE}/posts",
                token=account.secrets["token"],
                headers={"Idempotency-Key": part.key},
                json={
                    "text": part.text,
                    "language": part.language,
                    "root": part.root.id if part.root else "",
                    "parent": part.parent.id if part.parent else "",
                    "written_at": part.created_at.isoformat(),
                    "pictures": [
                        {"id": name, "alt": picture.alt, "captions": picture.captions}
                        for name, picture in zip(staged.handles, part.pictures, strict=True)
                    ],
                },
            )
        )
        if isinstance(heard, Refused | Wait | Unknown):
            return heard
        return _sent(heard.data) if heard.ok else _refused(heard)

    def find(self, account: Account, part: Part, since: datetime) -> FindAnswer:
        """Look the key up; the network keeps it with the post."""
        heard = self._door(account).read(
            Call(
                "GET",
                f"{BASE}/posts",
                token=account.secrets["token"],
                params={"key": part.key},
            )
        )
        if isinstance(heard, Refused | Wait):
            return Unknown(heard.reason)
        if not heard.ok:
            return Unknown(_refused(heard).reason)
        match untrusted.reach(heard.data, "posts"):
            case []:
                return Absent()
            case [post, *_]:
                return _sent(post)
            case _:
                return Unknown("The network's answer made no sense.")

    def delete(self, account: Account, ref: Ref) -> DeleteAnswer:
        """Take a post down."""
        heard = self._door(account).change(
            Call("DELETE", f"{BASE}/posts/{ref.id}", token=account.secrets["token"])
        )
        if isinstance(heard, Refused | Wait | Unknown):
            return heard
        return Deleted() if heard.ok or heard.status == 404 else _refused(heard)

    def renew(self, account: Account) -> Renewed | Refused | Wait:
        """Exchange the token."""
        heard = self._door(account).prepare(
            Call("POST", f"{BASE}/tokens", token=account.secrets["token"])
        )
        if isinstance(heard, Refused | Wait):
            return heard
        if not heard.ok:
            return _refused(heard)
        return Renewed({"token": untrusted.text(heard.data, "token")})

    def _door(self, account: Account) -> Http:
        return self.http or door(store_path(account.settings))


def _sent(post: object) -> Sent | Unknown:
    name = untrusted.text(post, "id")
    if not name:
        return Unknown("The network's answer names no post.")
    return Sent(Ref(name, untrusted.text(post, "url")))


def _refused(heard: Response) -> Refused:
    return Refused(
        untrusted.text(heard.data, "error") or "The network refused.",
        untrusted.text(heard.data, "field"),
        reconnect=heard.status == 401,
    )

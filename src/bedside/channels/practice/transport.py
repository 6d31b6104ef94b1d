"""
The practice network's front: an httpx transport, so that the door treats it like any network.

    POST   /accounts               {handle, name}                  -> {handle, token}
    POST   /tokens                                                 -> {token}
    POST   /pictures?width=&height=  the picture's bytes           -> {id}
    POST   /posts                  {text, language, ...}           -> a post
    GET    /posts?key=                                             -> {posts: [...]}
    DELETE /posts/<id>                                             -> {}

All but the first want a bearer token. A post is sent with its key in `Idempotency-Key`.
"""

from __future__ import annotations

import json
import re
import time
from datetime import datetime
from typing import TYPE_CHECKING

import httpx

from bedside.channels import untrusted
from bedside.channels.limits import limits
from bedside.channels.practice.moods import Doing, Mood
from bedside.channels.practice.network import NewPost, PracticeNetwork
from bedside.channels.text import over

if TYPE_CHECKING:
    from pathlib import Path

    from bedside.channels.practice.network import Feeling, PracticeAccount, PracticePost

BASE = "https://practice"

_HANDLE = re.compile(r"[A-Za-z0-9_-]{1,60}")

_DOING = {
    ("POST", "tokens"): Doing.RENEW,
    ("POST", "pictures"): Doing.STAGE,
    ("POST", "posts"): Doing.SEND,
    ("GET", "posts"): Doing.FIND,
    ("DELETE", "posts"): Doing.DELETE,
}


class PracticeTransport(httpx.BaseTransport):
    """Plays the practice network in this file. It holds no lock while it is slow."""

    def __init__(self, path: str | Path) -> None:
        self.network = PracticeNetwork(path)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Act and answer as the network's mood is."""
        collection, _, name = request.url.path.strip("/").partition("/")
        if (request.method, collection) == ("POST", "accounts"):
            return self._open_account(request)
        doing = _DOING.get((request.method, collection))
        if doing is None:
            return _no(404, "Nothing is here.")
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        account = self.network.account_of(token)
        feeling = self.network.take_feeling(account.handle if account else "", doing)
        if feeling.mood is Mood.DOWN:
            raise httpx.ConnectError("the practice network is down", request=request)
        if account is None:
            return _no(401, "This key is not accepted.")
        answer = _refusal(feeling) or self._act(request, account, doing, name, feeling)
        _be_late(request, feeling.seconds)
        if feeling.mood is Mood.CUT:
            raise httpx.RemoteProtocolError("the practice network hung up", request=request)
        return answer

    def close(self) -> None:
        """Close the network's file."""
        self.network.close()

    def _act(
        self,
        request: httpx.Request,
        account: PracticeAccount,
        doing: Doing,
        name: str,
        feeling: Feeling,
    ) -> httpx.Response:
        if feeling.mood is Mood.LIE_SENT:
            made_up = {"id": "0", "url": f"/practice/{account.handle}/0"}
            return httpx.Response(200, json=made_up)
        if feeling.mood is Mood.LIE_ABSENT:
            return httpx.Response(200, json={"posts": []})
        answer = self._do(request, account, doing, name)
        if feeling.mood is Mood.FAIL_AFTER:
            return _no(500, "Something broke.")
        if feeling.mood is Mood.GARBAGE:
            return httpx.Response(200, html="<!doctype html><title>Please stand by</title>")
        return answer

    def _do(
        self, request: httpx.Request, account: PracticeAccount, doing: Doing, name: str
    ) -> httpx.Response:
        handle = account.handle
        match doing:
            case Doing.RENEW:
                return httpx.Response(200, json={"token": self.network.renew(handle)})
            case Doing.STAGE:
                return self._keep_picture(request, handle)
            case Doing.SEND:
                return self._publish(request, handle)
            case Doing.FIND:
                found = self.network.with_key(handle, request.url.params.get("key", ""))
                return httpx.Response(200, json={"posts": [_shown(post) for post in found]})
            case Doing.DELETE:
                gone = self.network.delete(handle, name)
                return httpx.Response(200, json={}) if gone else _no(404, "It is not there.")

    def _open_account(self, request: httpx.Request) -> httpx.Response:
        asked = _json(request)
        handle = untrusted.text(asked, "handle").strip().lstrip("@")
        if not _HANDLE.fullmatch(handle):
            return _no(422, "A handle is made of letters, digits, - and _.", "handle")
        account = self.network.open_account(handle, untrusted.text(asked, "name"))
        return httpx.Response(200, json={"handle": account.handle, "token": account.token})

    def _keep_picture(self, request: httpx.Request, handle: str) -> httpx.Response:
        name = self.network.keep_picture(
            handle,
            content=request.read(),
            mime=request.headers.get("content-type", ""),
            width=_whole(request.url.params.get("width", "")),
            height=_whole(request.url.params.get("height", "")),
        )
        return httpx.Response(200, json={"id": name})

    def _publish(self, request: httpx.Request, handle: str) -> httpx.Response:
        asked = _json(request)
        pictures = [
            (
                untrusted.text(shown, "id"),
                untrusted.text(shown, "alt"),
                untrusted.text(shown, "captions"),
            )
            for shown in untrusted.rows(asked, "pictures")
        ]
        new = NewPost(
            key=request.headers.get("idempotency-key", ""),
            text=untrusted.text(asked, "text"),
            language=untrusted.text(asked, "language"),
            root=untrusted.text(asked, "root"),
            parent=untrusted.text(asked, "parent"),
            written_at=_moment(untrusted.text(asked, "written_at")),
            pictures=pictures,
        )
        if over(new.text, limits("practice").capability.text):
            return _no(422, "The text is too long.", "text")
        if new.parent and not self.network.post(new.parent):
            return _no(422, "What this answers is not there.", "parent")
        if not self.network.has_pictures(handle, [name for name, *_ in pictures]):
            return _no(422, "A picture is not there.", "pictures")
        return httpx.Response(200, json=_shown(self.network.publish(handle, new)))


def _refusal(feeling: Feeling) -> httpx.Response | None:
    """Answer for a mood that does nothing and says so."""
    match feeling.mood:
        case Mood.REFUSE:
            return _no(422, "This is not wanted here.", "text")
        case Mood.LIMIT:
            headers = {"Retry-After": str(max(1, round(feeling.pause)))}
            return httpx.Response(429, headers=headers, json={"error": "Please wait."})
        case Mood.EXPIRED:
            return _no(401, "This key is not accepted.")
        case Mood.FAIL:
            return _no(500, "Something broke.")
        case _:
            return None


def _be_late(request: httpx.Request, seconds: float) -> None:
    """Let time pass, at most as much as the caller is ready to wait."""
    patience = request.extensions.get("timeout", {}).get("read")
    if patience is not None and seconds > patience:
        time.sleep(patience)
        raise httpx.ReadTimeout("the practice network is slow", request=request)
    if seconds:
        time.sleep(seconds)


def _no(status: int, why: str, field: str = "") -> httpx.Response:
    return httpx.Response(status, json={"error": why, "field": field})


def _shown(post: PracticePost) -> dict[str, str]:
    return {"id": post.id, "url": post.url, "text": post.text, "parent": post.parent}


def _json(request: httpx.Request) -> object:
    try:
        return json.loads(request.read())
    except ValueError:
        return {}


def _whole(digits: str) -> int:
    return int(digits) if digits.isdecimal() else 0


def _moment(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None

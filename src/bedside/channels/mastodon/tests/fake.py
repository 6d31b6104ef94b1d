"""
A small Mastodon server in memory, hostile where a test wants it so.

Written after docs.joinmastodon.org; it shows statuses as Mastodon does, in HTML. Requests reach it
through `contract`, so what it accepts is never laxer than the published description.
"""

from __future__ import annotations

import base64
import hashlib
import html
import itertools
import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

HOST = "https://mastodon.example"
CODE = "code-from-the-browser"
INSTANCE = {
    "domain": "mastodon.example",
    "version": "4.3.1",
    "configuration": {
        "statuses": {
            "max_characters": 640,
            "max_media_attachments": 3,
            "characters_reserved_per_url": 23,
        },
        "media_attachments": {
            "supported_mime_types": ["image/jpeg", "image/png", "image/gif", "video/mp4"],
            "image_size_limit": 2_000_000,
            "description_limit": 1400,
        },
    },
}
_PRESSED = re.compile(
    r"(?P<link>https://\S+)"
    r"|(?<![\w/])@(?P<name>\w+)(@[\w.]+\w)?"
    r"|(?<![\w/&])#(?P<tag>\w+)"
)
"""What Mastodon makes something to press of."""


class FakeMastodon(httpx.BaseTransport):
    """
    Plays one server with one account, `cedarhollow`.

    `statuses` is what is live, `posted` counts every status ever made. `honours_keys` is off on
    servers that only speak Mastodon's API. `looks_until_done` is how often a picture in processing
    has to be looked at.
    """

    def __init__(self) -> None:
        self.instance: dict[str, Any] = json.loads(json.dumps(INSTANCE))
        self.statuses: dict[str, dict[str, Any]] = {}
        self.keys: dict[str, str] = {}
        self.media: dict[str, dict[str, Any]] = {}
        self.tokens: set[str] = set()
        self.apps: dict[str, dict[str, Any]] = {}
        self.challenges: dict[str, str] = {}
        self.posted = 0
        self.honours_keys = True
        self.looks_until_done = 0
        self.now = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
        self._numbers = itertools.count(109_000_000_000_000_001)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one call."""
        path = request.url.path
        for method, pattern, answer in self._routes():
            found = re.fullmatch(pattern, path)
            if request.method == method and found:
                answered: httpx.Response = answer(request, *found.groups())
                return answered
        return no(404, "Record not found")

    def allow(self, url: str) -> str:
        """Do what a person does in the browser: sign in and agree. Return the code."""
        asked = httpx.URL(url).params
        assert asked["client_id"] in self.apps
        assert asked["redirect_uri"] in self.apps[asked["client_id"]]["redirect_uris"]
        self.challenges[CODE] = asked["code_challenge"]
        return CODE

    def _routes(self):
        return [
            ("GET", "/api/v2/instance", self._instance),
            ("POST", "/api/v1/apps", self._app),
            ("POST", "/oauth/token", self._token),
            ("GET", "/api/v1/accounts/verify_credentials", self._me),
            ("POST", "/api/v2/media", self._upload),
            ("GET", r"/api/v1/media/(\w+)", self._look),
            ("POST", "/api/v1/statuses", self._post),
            ("GET", r"/api/v1/accounts/(\w+)/statuses", self._list),
            ("DELETE", r"/api/v1/statuses/(\w+)", self._delete),
        ]

    def _instance(self, request):
        return httpx.Response(200, json=self.instance)

    def _app(self, request):
        asked = json.loads(request.read())
        name = f"client-{next(self._numbers)}"
        self.apps[name] = asked
        return httpx.Response(200, json={"client_id": name, "client_secret": f"secret-of-{name}"})

    def _token(self, request):
        asked = json.loads(request.read())
        digest = hashlib.sha256(asked.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if self.challenges.pop(asked["code"], None) != challenge:
            return httpx.Response(400, json={"error": "invalid_grant"})
        token = f"token-{next(self._numbers)}"
        self.tokens.add(token)
        return httpx.Response(200, json={"access_token": token, "token_type": "Bearer"})

    def _me(self, request):
        return self._signed_out(request) or httpx.Response(
            200, json={"id": "7", "acct": "cedarhollow", "username": "cedarhollow"}
        )

    def _upload(self, request):
        if refused := self._signed_out(request):
            return refused
        name = str(next(self._numbers))
        described = re.search(rb'name="description"\r\n\r\n(.*?)\r\n--', request.read(), re.DOTALL)
        kind = re.search(rb"Content-Type: (\S+)", request.content)
        assert kind
        self.media[name] = {
            "id": name,
            "description": described[1].decode() if described else None,
            "mime": kind[1].decode(),
            "looks": self.looks_until_done,
        }
        status = 202 if self.looks_until_done else 200
        return httpx.Response(status, json={"id": name, "type": "image", "url": None})

    def _look(self, request, name):
        if name not in self.media:
            return no(404, "Record not found")
        self.media[name]["looks"] -= 1
        return httpx.Response(206 if self.media[name]["looks"] > 0 else 200, json={"id": name})

    def _post(self, request):
        if refused := self._signed_out(request):
            return refused
        key = request.headers.get("idempotency-key", "")
        if self.honours_keys and key in self.keys:
            return httpx.Response(200, json=self.statuses[self.keys[key]])
        asked = json.loads(request.read())
        names = asked.get("media_ids", [])
        if refused := self._refused(asked, names):
            return refused
        status = self._status(asked, names)
        self.statuses[status["id"]] = status
        self.keys[key] = status["id"]
        self.posted += 1
        return httpx.Response(200, json=status)

    def _refused(self, asked, names):
        if len(asked["status"]) > 640:
            return no(422, "Validation failed: Text character limit of 640 exceeded")
        if any(self.media[name]["looks"] > 0 for name in names):
            return no(422, "Cannot attach files that have not finished processing.")
        answered = asked.get("in_reply_to_id")
        if answered and answered not in self.statuses:
            return no(404, "Record not found")
        return None

    def _status(self, asked, names):
        self.now += timedelta(seconds=1)
        name = str(next(self._numbers))
        return {
            "id": name,
            "created_at": self.now.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "in_reply_to_id": asked.get("in_reply_to_id"),
            "language": asked.get("language"),
            "visibility": asked["visibility"],
            "url": f"{HOST}/@cedarhollow/{name}",
            "uri": f"{HOST}/users/cedarhollow/statuses/{name}",
            "content": as_html(asked["status"]),
            "media_attachments": [self.media[one] for one in names],
        }

    def _list(self, request, account):
        if refused := self._signed_out(request):
            return refused
        asked = request.url.params
        below = int(asked.get("max_id", 10**30))
        newest = sorted(self.statuses.values(), key=lambda status: -int(status["id"]))
        page = [status for status in newest if int(status["id"]) < below]
        return httpx.Response(200, json=page[: int(asked.get("limit", "20"))])

    def _delete(self, request, name):
        if refused := self._signed_out(request):
            return refused
        gone = self.statuses.pop(name, None)
        return httpx.Response(200, json=gone) if gone else no(404, "Record not found")

    def _signed_out(self, request):
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        return None if token in self.tokens else no(401, "The access token is invalid")


def no(status: int, error: str) -> httpx.Response:
    """Refuse the way Mastodon does."""
    return httpx.Response(status, json={"error": error})


def as_html(text: str) -> str:
    """Show a text as Mastodon does: paragraphs, shortened links, mentions without their server."""
    shown, at, text = [], 0, text.strip()
    for found in _PRESSED.finditer(text):
        shown += [html.escape(text[at : found.start()]), _pressed(found)]
        at = found.end()
    shown.append(html.escape(text[at:]))
    paragraphs = re.split(r"\n\n+", "".join(shown))
    return "".join(f"<p>{part}</p>" for part in paragraphs).replace("\n", "<br />")


def _pressed(found: re.Match[str]) -> str:
    if link := found["link"]:
        address, middle, rest = (html.escape(part) for part in (link, link[8:38], link[38:]))
        return (
            f'<a href="{address}" target="_blank" rel="nofollow noopener" translate="no">'
            f'<span class="invisible">https://</span><span class="ellipsis">{middle}</span>'
            f'<span class="invisible">{rest}</span></a>'
        )
    if tag := found["tag"]:
        address = f"https://m.example/tags/{tag}"
        return f'<a href="{address}" class="mention hashtag" rel="tag">#<span>{tag}</span></a>'
    address = f"https://m.example/@{found['name']}"
    return (
        f'<span class="h-card" translate="no"><a href="{address}" class="u-url mention">'
        f"@<span>{found['name']}</span></a></span>"
    )

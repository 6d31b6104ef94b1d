"""
Holds every request against the published description of Mastodon's API, which nobody here wrote.

The file (abraham/mastodon-openapi, dist/schema.json) is not part of this project: it is looked for
in a folder `shared/contracts` beside the project's own folder.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
from openapi_core import Config, OpenAPI
from openapi_core.datatypes import RequestParameters
from werkzeug.datastructures import Headers, ImmutableMultiDict

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = next(folder for folder in Path(__file__).parents if (folder / "pyproject.toml").exists())
FILE = PROJECT.parent / "shared" / "contracts" / "mastodon-openapi.json"


class Contract(httpx.BaseTransport):
    """
    Lets only those requests through that the description allows.

    `checked` lists what was held against it. What a browser does (`/oauth/authorize`) is no call
    of ours and does not come by here.
    """

    def __init__(self, server: httpx.BaseTransport, host: str) -> None:
        self._server, self._host = server, host
        self.checked: list[str] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Check one request and pass it on; raises what is wrong with it."""
        request.read()
        description().validate_request(Described(request))
        self.checked.append(f"{request.method} {request.url.path}")
        return self._server.handle_request(request)


class Described:
    """A request in the form that openapi-core reads; all hosts count as the one of the file."""

    host_url = "https://mastodon.example"

    def __init__(self, request: httpx.Request) -> None:
        self.path = request.url.path
        self.method = request.method.lower()
        self.content_type = request.headers.get("content-type", "")
        self.body = request.content or None
        self.parameters = RequestParameters(
            query=ImmutableMultiDict(request.url.params.multi_items()),
            header=Headers(request.headers.multi_items()),
        )


@cache
def description() -> OpenAPI:
    """Load the description, put right where it is mistaken or not understood."""
    text = json.loads(FILE.read_text(encoding="utf-8"))
    # openapi-core knows bearer tokens, which Mastodon's are, but not how OAuth 2 comes by them.
    schemes = text["components"]["securitySchemes"]
    schemes |= {name: {"type": "http", "scheme": "bearer"} for name in schemes}
    # The key is a string in a header; the file says "object".
    for parameter in text["paths"]["/api/v1/statuses"]["post"]["parameters"]:
        parameter["schema"]["type"] = "string"
    # A status with words and pictures is a status with words and one with pictures: any of the
    # two, where the file says one of them. What pictures look like holds for both.
    _, pictures = text["components"]["schemas"]["MediaStatus"]["allOf"]
    for body in bodies_of(text["paths"]["/api/v1/statuses"]["post"]):
        body["anyOf"] = body.pop("oneOf")
        body["properties"] = pictures["properties"]
    # Bytes of a file are no string in OpenAPI 3.1, which leaves their type out.
    for body in bodies_of(text["paths"]["/api/v2/media"]["post"]):
        body["properties"] |= {name: {} for name in ("file", "thumbnail")}
    return OpenAPI.from_dict(text, config=Config(spec_validator_cls=None))


def bodies_of(operation: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the schemas of what may be sent."""
    for kind in operation["requestBody"]["content"].values():
        yield kind["schema"]

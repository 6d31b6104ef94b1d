"""The description that our requests are held against does say no."""

import httpx
import pytest
from openapi_core.exceptions import OpenAPIError

from bedside.channels.mastodon.tests.fake import HOST

KEY = {"Authorization": "Bearer token", "Idempotency-Key": "k"}


@pytest.mark.parametrize(
    ("path", "more"),
    [
        ("/api/v1/statuses", {"headers": KEY, "json": {"status": "x", "visibility": "everyone"}}),
        ("/api/v1/statuses", {"headers": KEY, "json": {"text": "x"}}),
        ("/api/v1/statuses", {"headers": KEY, "json": {"status": "x", "media_ids": "1"}}),
        ("/api/v1/statuses", {"headers": KEY, "data": {"status": "x"}}),
        ("/api/v1/statuses", {"json": {"status": "x"}}),
        ("/api/v1/status", {"headers": KEY, "json": {"status": "x"}}),
        (
            "/api/v1/apps",
            {"json": {"client_name": "Bedside", "redirect_uris": "https://b.example"}},
        ),
        ("/api/v2/media", {"headers": KEY, "data": {"description": "A door"}}),
    ],
)
def test_request_of_the_wrong_shape_is_not_let_through(contract, path, more):
    with pytest.raises(OpenAPIError):
        contract.handle_request(httpx.Request("POST", HOST + path, **more))
    assert contract.checked == []

"""Reads what a browser sends to the composer: a form, or JSON from the editor."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from django.core.exceptions import RequestDataTooBig
from django.http import JsonResponse

from bedside.posts.composing.form import Unreadable, as_form

if TYPE_CHECKING:
    from django.http import HttpRequest, QueryDict

JSON = "application/json"


class Unacceptable(ValueError):
    """What was sent cannot be taken; `response` says why and what to do, and quotes nothing."""

    def __init__(self, status: int, said: str) -> None:
        super().__init__(said)
        self.status = status

    @property
    def response(self) -> JsonResponse:
        return JsonResponse({"said": str(self)}, status=self.status)


def is_json(request: HttpRequest) -> bool:
    """Tell whether the editor sent this, which wants JSON back."""
    return request.content_type == JSON


def read(request: HttpRequest) -> QueryDict:
    """
    Return the fields of a post as a form would send them.

    Raises `Unacceptable` for JSON that is too large (413) or is none of a post (400).
    """
    if not is_json(request):
        return request.POST
    try:
        return as_form(json.loads(request.body))
    except RequestDataTooBig:
        said = "This is more than 2 MB of text. Nothing was read or kept; make it shorter."
        raise Unacceptable(413, said) from None
    except Unreadable as reason:
        raise Unacceptable(400, f"This is not a post: {reason} Load the page again.") from None
    except (ValueError, RecursionError):
        said = "This is not JSON that can be read. Load the page again; your text is in it."
        raise Unacceptable(400, said) from None

"""Pages of the rules as somebody sees them, and a dismissal that waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.urls import reverse

from bedside.rulebook.verbs import Stretch, dismiss

if TYPE_CHECKING:
    from collections.abc import Callable

    from bedside.orgs.models import Membership
    from bedside.rulebook.models import Dismissal

SLUG = "cedar-hollow-family-clinic"
WORDS = "quincunx"
"""A word that stands in no page unless somebody put it there."""


def to(view: str, **more: Any) -> str:
    return reverse(f"rulebook:{view}", kwargs={"slug": SLUG, **more})


@pytest.fixture
def seen() -> Callable[..., Any]:
    """Return a function that opens a page as a member, or sends a form where there are fields."""

    def open_page(member: Membership, address: str, **fields: Any) -> Any:
        client = Client()
        client.force_login(member.user)
        if fields:
            return client.post(address, fields, follow=True)
        return client.get(address)

    return open_page


@pytest.fixture
def dismissed(bob: Membership) -> Dismissal:
    """A warning of Bob's post 7 that he let stand."""
    about = Stretch("post:7", 3, "text", "T002", f"{WORDS}!!!")
    return dismiss(by=bob, about=about, reason="quoted", note="Their banner says so.")

"""A writer at the composer, without a browser."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.test import Client
from django.urls import reverse

from bedside.channels.connection import Connected
from bedside.outbox.accounts import keep_account
from bedside.outbox.payload import PictureRef
from bedside.posts import verbs
from bedside.posts.content import Content

if TYPE_CHECKING:
    from bedside.orgs.models import Membership
    from bedside.outbox.models import Account
    from bedside.posts.models import Post

TEXT = "Walk in any Saturday, 8 to 12. No appointment needed."
STOPPED = "Our 97-year-old patient walked home today."
FAMILY = "👩‍👩‍👧"
"""One character to a reader, five code points, eight UTF-16 units."""

LAMP = PictureRef("a" * 64, "image/jpeg", 320, 240, 9000, "A lamp")


def client_of(member: Membership) -> Client:
    client = Client()
    client.force_login(member.user)
    return client


def to(view: str, slug: str = "cedar-hollow-family-clinic", **more: Any) -> str:
    return reverse(view, kwargs={"slug": slug, **more})


def by_hand(by: Membership, target: str, handle: str = "cedarhollow") -> Account:
    """Connect an account that a person posts to."""
    connected = Connected(
        handle=handle, server="", remote_id=f"{target}-{handle}", settings={"target": target}
    )
    return keep_account(by=by, network="manual", connected=connected)


def draft(by: Membership, text: str = TEXT, *accounts: Account, **more: Any) -> Post:
    content = Content(text=text, accounts=tuple(account.pk for account in accounts), **more)
    return verbs.start_draft(by=by, content=content)


def form_of(post: Post, **changed: Any) -> dict[str, Any]:
    """Return what a browser without scripts sends for a post, with changes."""
    revision = post.revisions.get(number=post.number)
    words = revision.words
    return {
        "base": revision.number,
        "base_hash": revision.content_hash,
        "text": words.text,
        "accounts": list(words.accounts),
        "language": words.language,
        **changed,
    }


def send(member: Membership, url: str, sent: Any) -> Any:
    """Send JSON as the editor does and return the response."""
    return client_of(member).post(url, json.dumps(sent), content_type="application/json")

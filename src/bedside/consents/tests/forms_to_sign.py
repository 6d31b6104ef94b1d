"""A form that waits for somebody's signature, and the way to it."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from django.test import Client
from django.urls import reverse

from bedside.consents import verbs
from bedside.consents.signing import links

if TYPE_CHECKING:
    from bedside.consents.models import Authorization
    from bedside.orgs.models import Membership

SLUG = "cedar-hollow-family-clinic"
NAME = "Ronald Hale"
LINES = json.dumps([[100, 300, 150, 80, 220, 60, 260, 300], [300, 200, 380, 240]])


def form(by: Membership, *, born: str = "1958", **terms: Any) -> Authorization:
    """Return a form about Ronald Hale that has everything but his signature."""
    chosen = {
        "items": ["photo", "treatment"],
        "name_shown": "first",
        "disclosers": "Cedar Hollow Family Clinic",
        "networks": ["bluesky", "mastodon"],
        "purposes": ["education"],
        "expires_on": date(2099, 10, 13),
    }
    return verbs.draft(
        by=by,
        kind="patient",
        person={"name": NAME, "information": "That you had a flu shot.", "born": born},
        terms=chosen | terms,
    )


def child_of(by: Membership) -> Authorization:
    """Return a form about a child of that name, which the mother is asked to sign."""
    return form(by, born="2015", signer="parent", authority="mother", adult_on=date(2033, 5, 4))


def door(by: Membership, authorization: Authorization) -> str:
    """Return the address of a new private link."""
    _, token = links.make_link(by=by, authorization=authorization, on_tablet=False)
    return reverse("signing:door", kwargs={"token": token})


def seated(by: Membership, authorization: Authorization, *, born: str = "1958") -> Client:
    """Return somebody who opened a private link and said who they are."""
    client = Client()
    client.post(door(by, authorization))
    if born:
        client.post(reverse("signing:welcome"), {"year": born})
    return client


def filled_in(client: Client, **other: str) -> dict[str, str]:
    """Return what the person sends who agrees, as their page asks for it."""
    shown = client.get(reverse("signing:decide")).context["shown"]
    return {"shown": shown, "name": NAME, "lines": LINES, "signer": "self"} | other


def agree(client: Client, **other: str) -> Any:
    """Send the signature, and return the answer."""
    return client.post(reverse("signing:decide"), filled_in(client, **other))

"""The first days in a new house: what is done, what is next, and who does it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db.models import Exists
from django.urls import reverse

from bedside.orgs.models import Organisation
from bedside.orgs.permissions import ALLOWED, Verb, may
from bedside.orgs.sign_in import must_strengthen
from bedside.posts.queries import posts_of
from bedside.web.context import reachable

if TYPE_CHECKING:
    from bedside.orgs.models import Membership


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `url` is empty where it cannot be taken here; `now` marks the next one."""

    title: str
    detail: str
    action: str
    done: bool
    url: str = ""
    now: bool = False


def steps_of(member: Membership) -> list[Step]:
    """
    Return the steps until the first post can go out; nothing once all of them are done.

    Only owners see them: others can do little about most of them.
    """
    if not may(member, Verb.MANAGE):
        return []
    organisation = member.organisation
    slug = {"slug": organisation.slug}
    addresses = {entry.key: url for entry, url in reachable(organisation.slug)}
    roles = set(
        organisation.memberships.filter(ended_at=None)
        .exclude(user_id=member.user_id)
        .values_list("role", flat=True)
    )
    there = _what_is_there(organisation)
    steps = [
        Step(
            "Your own sign-in is strong",
            "A passkey or a code; whoever can send must have one.",
            "Set it up",
            organisation.demo or not must_strengthen(member),
            reverse("mfa_index"),
        ),
        Step(
            "Invite somebody who approves",
            "The writer never approves. Without a second person nothing can go out.",
            "Invite",
            bool(roles & ALLOWED[Verb.APPROVE]),
            reverse("orgs:members", kwargs=slug),
        ),
        Step(
            "Name your staff and places",
            "Then the guard knows whose names and addresses are yours to say.",
            "Name them",
            there["staff"],
            reverse("orgs:staff", kwargs=slug),
        ),
        Step(
            "Connect the first network",
            "The practice network needs no account.",
            "Connect",
            there["accounts"],
            addresses.get("networks", ""),
        ),
        Step(
            "Write the first post",
            "The guard reads along; it goes out when a second person agrees.",
            "Write",
            there["posts"],
            addresses.get("compose", ""),
        ),
    ]
    following = next((step for step in steps if not step.done), None)
    if following is None:
        return []
    return [replace(step, now=step is following) for step in steps]


def _what_is_there(organisation: Organisation) -> dict[str, bool]:
    """Tell of staff, accounts and posts whether there is any; one query for all."""
    rows = {
        "staff": organisation.staff.all(),
        "accounts": organisation.accounts.all(),
        "posts": posts_of(organisation),
    }
    asked = {name: Exists(found) for name, found in rows.items()}
    return Organisation.objects.filter(pk=organisation.pk).values(**asked).get()

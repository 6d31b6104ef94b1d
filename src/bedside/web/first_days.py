"""The first days in a new house: what is done, what is next, and who does it."""

from __future__ import annotations

from dataclasses import dataclass
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


_STEPS = {
    "sign_in": (
        "Your own sign-in is strong",
        "A passkey or a code; whoever can send must have one.",
        "Set it up",
    ),
    "approver": (
        "Invite somebody who approves",
        "The writer never approves. Without a second person nothing can go out.",
        "Invite",
    ),
    "staff": (
        "Name your staff and places",
        "Then the guard knows whose names and addresses are yours to say.",
        "Name them",
    ),
    "networks": (
        "Connect the first network",
        "The practice network needs no account.",
        "Connect",
    ),
    "compose": (
        "Write the first post",
        "The guard reads along; it goes out when a second person agrees.",
        "Write",
    ),
}
"""The steps in their order: title, detail and action."""


def steps_of(member: Membership) -> list[Step]:
    """
    Return the steps until the first post can go out; nothing once all of them are done.

    Only owners see them: others can do little about most of them.
    """
    if not may(member, Verb.MANAGE):
        return []
    done, urls = _done(member), _urls(member.organisation)
    following = next((key for key in _STEPS if not done[key]), None)
    if following is None:
        return []
    return [
        Step(*said, done=done[key], url=urls.get(key, ""), now=key == following)
        for key, said in _STEPS.items()
    ]


def _done(member: Membership) -> dict[str, bool]:
    """Tell of every step whether it is done, in their order; one query."""
    organisation = member.organisation
    others = organisation.memberships.filter(ended_at=None).exclude(user_id=member.user_id)
    asked = Organisation.objects.filter(pk=organisation.pk).annotate(
        approver=Exists(others.filter(role__in=ALLOWED[Verb.APPROVE])),
        has_staff=Exists(organisation.staff.all()),
        networks=Exists(organisation.accounts.all()),
        compose=Exists(posts_of(organisation)),
    )
    done = asked.values_list("approver", "has_staff", "networks", "compose").get()
    strong = organisation.demo or not must_strengthen(member)
    return dict(zip(_STEPS, (strong, *done), strict=True))


def _urls(organisation: Organisation) -> dict[str, str]:
    slug = {"slug": organisation.slug}
    return {entry.key: url for entry, url in reachable(organisation.slug)} | {
        "sign_in": reverse("mfa_index"),
        "approver": reverse("orgs:members", kwargs=slug),
        "staff": reverse("orgs:staff", kwargs=slug),
    }

"""What the search of the shell finds: parts of Bedside, posts, people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q
from django.urls import reverse

from bedside.posts.queries import search as find_posts
from bedside.web.context import reachable

if TYPE_CHECKING:
    from bedside.orgs.models import Membership
    from bedside.posts.models import Post

POSTS = 8
PEOPLE = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """A page or a person. `detail` says what it is."""

    icon: str
    title: str
    detail: str
    url: str


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that was found for some words."""

    pages: list[Hit]
    posts: list[Post]
    people: list[Hit]

    @property
    def total(self) -> int:
        return len(self.pages) + len(self.posts) + len(self.people)


def find(member: Membership, words: str) -> Found:
    """Look for words in the parts of Bedside, the organisation's posts, and its people."""
    return Found(
        pages=_pages(member, words.lower()),
        posts=find_posts(member, words, POSTS),
        people=_people(member, words),
    )


def _pages(member: Membership, words: str) -> list[Hit]:
    return [
        Hit(entry.icon, entry.label, "Part of Bedside", url)
        for entry, url in reachable(member.organisation.slug)
        if words in entry.label.lower()
    ]


def _people(member: Membership, words: str) -> list[Hit]:
    organisation = member.organisation
    slug = {"slug": organisation.slug}
    members = organisation.memberships.filter(ended_at=None, user__name__icontains=words)
    staff = organisation.staff.filter(Q(name__icontains=words) | Q(title__icontains=words))
    return [
        Hit("user", one.user.name, one.get_role_display(), reverse("orgs:members", kwargs=slug))
        for one in members.select_related("user").order_by("user__name")[:PEOPLE]
    ] + [
        Hit("face", one.name, one.title or "Staff", reverse("orgs:staff", kwargs=slug))
        for one in staff.order_by("name")[:PEOPLE]
    ]

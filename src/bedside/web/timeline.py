"""Entries of the record, grouped by day, with the names of who did what."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from django.urls import reverse

from bedside.orgs.models import User
from bedside.web import wording
from bedside.web.record_words import Line, line_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bedside.orgs.models import Organisation
    from bedside.records.queries import Event


_PAGES = {"post": ("web:record", "post_id"), "authorization": ("consents:open", "pk")}
"""The page of each kind of subject, and what its address calls the number."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One entry as a page shows it. `about` and `url` name the post or consent, if any."""

    event: Event
    line: Line
    about: str
    url: str


@dataclass(frozen=True, slots=True)
class Day:
    """The entries of one day, on the organisation's clocks."""

    name: str
    entries: list[Shown]


def days_of(organisation: Organisation, events: Iterable[Event]) -> list[Day]:
    """Group entries by day, in the order they come."""
    known = list(events)
    names = names_of(known)
    titles = _titles(organisation, known)
    shown = [_shown(organisation, event, names, titles) for event in known]
    return [
        Day(name, list(entries))
        for name, entries in groupby(
            shown, key=lambda one: wording.long_day(one.event.at, organisation.zone)
        )
    ]


def names_of(events: Iterable[Event]) -> dict[str, str]:
    """Return what colleagues call each actor of some entries; one query."""
    ids = {int(actor[5:]) for event in events if (actor := event.actor).startswith("user:")}
    users = User.objects.filter(pk__in=ids) if ids else []
    return {f"user:{user.pk}": user.short_name for user in users}


def _titles(organisation: Organisation, events: Iterable[Event]) -> dict[str, str]:
    """Return the titles of posts and the numbers of consents; one query for each that occurs."""
    subjects = {event.subject for event in events}
    titles = {}
    if posts := _numbers(subjects, "post:"):
        # Deleted posts too: their record outlives them.
        known = organisation.posts.filter(pk__in=posts).values_list("pk", "title")
        titles = {f"post:{pk}": title for pk, title in known}
    if consents := _numbers(subjects, "authorization:"):
        forms = organisation.authorizations.filter(pk__in=consents).only("pk", "kind", "number")
        titles |= {one.subject: one.reference for one in forms}
    return titles


def _numbers(subjects: Iterable[str], prefix: str) -> set[int]:
    return {int(one.removeprefix(prefix)) for one in subjects if one.startswith(prefix)}


def _shown(
    organisation: Organisation, event: Event, names: dict[str, str], titles: dict[str, str]
) -> Shown:
    title = titles.get(event.subject, "")
    url = ""
    if title:
        kind, _, number = event.subject.partition(":")
        view, key = _PAGES[kind]
        url = reverse(view, kwargs={"slug": organisation.slug, key: number})
    return Shown(event, line_of(event, names.get(event.actor, "Bedside")), title, url)

"""
The calendar as files: iCalendar (RFC 5545) and CSV. Titles, times, states, networks; no post texts.
"""

from __future__ import annotations

import csv
from datetime import UTC
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from bedside.channels.catalogue import MANUAL, label, networks
from bedside.posts.queries import posts_of
from bedside.posts.states import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from django.db.models import QuerySet

    from bedside.orgs.models import Organisation
    from bedside.posts.calendar import Span
    from bedside.posts.models import Post

FOLD = 75
"""Most octets of a content line, its line break not counted (RFC 5545, 3.1)."""

CHUNK = 2000

WORDS = {
    State.DRAFT: "Draft",
    State.REVIEW: "In review",
    State.CHANGES: "Changes asked",
    State.REJECTED: "Rejected",
    State.APPROVED: "Approved, no time",
    State.SCHEDULED: "Scheduled",
    State.SENDING: "Sending",
    State.BY_HAND: "Post it by hand",
    State.UNKNOWN: "Unknown",
    State.REFUSED: "Refused",
    State.MISSED: "Missed",
    State.LIVE: "Live",
    State.REMOVED: "Taken down",
}
"""What the states are called on screen."""

_CONFIRMED = {State.SCHEDULED, State.SENDING, State.BY_HAND, State.UNKNOWN, State.LIVE}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_HEAD = ("Title", "Date", "Time", "UTC", "State", "Networks")


def dated(organisation: Organisation, span: Span, states: Sequence[str] = ()) -> QuerySet[Post]:
    """Return the posts of a time, earliest first, to be exported."""
    start, end = span
    posts = posts_of(organisation).filter(publish_at__gte=start, publish_at__lt=end)
    if states:
        posts = posts.filter(state__in=states)
    return posts.order_by("publish_at", "pk")


def as_ics(
    organisation: Organisation, posts: QuerySet[Post], url_of: Callable[[int], str]
) -> Iterator[str]:
    """
    Yield an iCalendar file, folded and escaped, piece by piece.

    `url_of` returns the absolute address of a post's page; an event's UID is made of it, so that
    the same post of the same installation is the same event in every export. Moments are in UTC,
    which needs no time zone rules.
    """
    yield from map(
        folded,
        (
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Bedside//Calendar//EN",
            "CALSCALE:GREGORIAN",
            f"X-WR-CALNAME:{escaped(organisation.name)}",
            f"X-WR-TIMEZONE:{escaped(organisation.time_zone)}",
        ),
    )
    for post in posts.iterator(chunk_size=CHUNK):
        if post.publish_at is not None:
            yield from map(folded, _event(post, post.publish_at, url_of(post.pk)))
    yield folded("END:VCALENDAR")


def as_csv(organisation: Organisation, posts: QuerySet[Post]) -> Iterator[str]:
    """
    Yield a CSV file, line by line: wall time of the organisation and UTC.

    It begins with a byte order mark, by which spreadsheets know UTF-8, and no cell can be taken
    for a formula.
    """
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow(_HEAD)
    for post in posts.iterator(chunk_size=CHUNK):
        if post.publish_at is not None:
            local = organisation.local(post.publish_at)
            row = (
                post.title,
                f"{local:%Y-%m-%d}",
                f"{local:%H:%M}",
                f"{post.publish_at.astimezone(UTC):%Y-%m-%dT%H:%MZ}",
                WORDS[State(post.state)],
                _networks(post),
            )
            yield writer.writerow([_plain(cell) for cell in row])


def _event(post: Post, at: datetime, url: str) -> tuple[str, ...]:
    word = WORDS[State(post.state)]
    where = _networks(post)
    return (
        "BEGIN:VEVENT",
        f"UID:{uuid5(NAMESPACE_URL, url)}",
        f"DTSTAMP:{_utc(post.changed_at)}",
        f"DTSTART:{_utc(at)}",
        f"SUMMARY:{escaped(post.title)}",
        f"DESCRIPTION:{escaped(f'{word}. {where}' if where else word)}",
        f"STATUS:{'CONFIRMED' if post.state in _CONFIRMED else 'TENTATIVE'}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        f"URL:{url}",
        "END:VEVENT",
    )


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _networks(post: Post) -> str:
    return ", ".join(_name(network) for network in post.networks)


def _name(network: str) -> str:
    if network == MANUAL:
        return "By hand"
    return label(network) if network in networks() else network.capitalize()


def escaped(text: str) -> str:
    """Escape a text value (RFC 5545, 3.3.11); control characters have no place in one."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    text = text.replace("\r\n", "\n").replace("\n", "\\n")
    return "".join(sign for sign in text if sign >= " " and sign != "\x7f")


def folded(line: str) -> str:
    """Break a content line after at most 75 octets, never within a character."""
    pieces, length = [""], 0
    for sign in line:
        octets = len(sign.encode())
        if length + octets > FOLD:
            pieces.append(" ")
            length = 1
        pieces[-1] += sign
        length += octets
    return "\r\n".join(pieces) + "\r\n"


def _plain(cell: str) -> str:
    """Keep spreadsheets from running a cell: an apostrophe makes it text."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


class _Echo:
    """A file that hands every line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line

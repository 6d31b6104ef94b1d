"""
How networks count a text, and what they make of the links, tags and mentions in it.

Offsets are code points, ends exclusive. Sources: grapheme clusters by UAX #29; X's weights by
twitter-text configuration v3; Mastodon's lengths by its `StatusLengthValidator` (a link is 23
characters, `@user@server` counts as `@user`).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, urlsplit, urlunsplit

from uniseg.emoji import extended_pictographic
from uniseg.graphemecluster import grapheme_clusters

from bedside.channels.base import TextLimit, Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


class EntityKind(StrEnum):
    """What a network turns into something to press."""

    LINK = "link"
    TAG = "tag"
    MENTION = "mention"


@dataclass(frozen=True, slots=True)
class Entity:
    """
    A link, tag or mention at `text[start:end]`.

    `value` is the full address of a link (also where the text leaves out `https://`), a tag without
    its sign, a mention's handle without its first sign.
    """

    kind: EntityKind
    start: int
    end: int
    value: str

    @property
    def bare(self) -> bool:
        """Whether a link was written without its scheme."""
        return self.kind is EntityKind.LINK and len(self.value) != self.end - self.start


# Places that people write without https:// and that networks link all the same. A bare name under
# any other ending ("e.g. this", "Dr.Chen") is left alone.
_ENDINGS = (
    "com|org|net|edu|gov|info|health|care|clinic|doctor|dental|dentist|hospital|vet|yoga|fitness"
    "|app|dev|io|me|us|ca|uk|au|nz|ie|de|fr|es|it|nl|ch|at|be|eu"
)
_HOST = r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+"
_LINK = re.compile(
    rf"(?<![\w@./-])(?:"
    rf"(?P<full>https?://{_HOST}[^\W\d_][\w-]*(?::\d+)?(?:[/?#][^\s<>\"]*)?)"
    rf"|(?P<bare>{_HOST}(?:{_ENDINGS})(?![\w@-]|\.\w)(?:[/?#][^\s<>\"]*)?)"
    rf")",
    re.IGNORECASE,
)
_TAG = re.compile(r"(?<![\w&/#])[#＃](\w*[^\W\d_]\w*)")
_MENTION = re.compile(
    r"(?<![\w@/.])@(\w+(?:[.-]+\w+)*)(?:@(\w+(?:[.-]+\w+)*))?(?![\w@])", re.IGNORECASE
)
_CLOSERS = {")": "(", "]": "[", "}": "{"}

# Between two of these there is always a boundary of grapheme clusters: letters of the everyday
# scripts without marks, punctuation, ideographs, kana. Only what is left needs the full rules.
_PLAIN = (
    r"\x00-\x0c\x0e-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e"
    r"\u3041-\u3096\u30a0-\u30ff\u4e00-\u9fff"
)
_KNOTTY = re.compile(rf"(?:[{_PLAIN}]?[^{_PLAIN}]+)+[{_PLAIN}]?")

_LIGHT = (range(0x1100), range(0x2000, 0x200E), range(0x2010, 0x2020), range(0x2032, 0x2038))
"""Code points that X counts as one; all others count as two."""


def entities(text: str) -> list[Entity]:
    """Find links, tags and mentions, in the order of the text; they never overlap."""
    found = links(text)
    taken = [(link.start, link.end) for link in found]
    for match in _TAG.finditer(text):
        if _free(match, taken):
            found.append(Entity(EntityKind.TAG, *match.span(), match[1]))
    for match in _MENTION.finditer(text):
        if _free(match, taken):
            found.append(Entity(EntityKind.MENTION, *match.span(), match[0][1:]))
    return sorted(found, key=lambda entity: entity.start)


def links(text: str) -> list[Entity]:
    """Find links, without the punctuation of the sentence around them."""
    if "." not in text:
        return []
    found = []
    for match in _LINK.finditer(text):
        written = _trimmed(match[0])
        value = written if match["full"] else f"https://{written}"
        start = match.start()
        found.append(Entity(EntityKind.LINK, start, start + len(written), value))
    return found


def tags(text: str) -> list[Entity]:
    """Find tags; `value` is without the sign."""
    return [entity for entity in entities(text) if entity.kind is EntityKind.TAG]


def mentions(text: str) -> list[Entity]:
    """Find mentions: `@name`, `@name.example.org`, `@name@server.example`."""
    return [entity for entity in entities(text) if entity.kind is EntityKind.MENTION]


def _free(match: re.Match[str], taken: Iterable[tuple[int, int]]) -> bool:
    return all(match.end() <= start or end <= match.start() for start, end in taken)


def _trimmed(link: str) -> str:
    """Cut off what belongs to the sentence: its full stop, its bracket."""
    while link:
        last = link[-1]
        if last in ".,;:!?'’”*_~" or (
            last in _CLOSERS and link.count(last) > link.count(_CLOSERS[last])
        ):
            link = link[:-1]
        else:
            break
    return link


def measure(text: str, limit: TextLimit) -> int:
    """Return how long a network finds this text, in the units of the limit."""
    match limit.unit:
        case Unit.WEIGHTED:
            return _weighted(text, limit.link_length)
        case Unit.GRAPHEMES:
            return graphemes(_as_counted(text, limit))
        case Unit.CHARACTERS:
            return len(_as_counted(text, limit))
        case Unit.UTF16:
            return len(_as_counted(text, limit).encode("utf-16-le", "surrogatepass")) // 2
        case Unit.BYTES:
            return len(_as_counted(text, limit).encode("utf-8", "surrogatepass"))


def over(text: str, limit: TextLimit) -> int:
    """Return by how many units a text is too long, 0 if it fits."""
    return max(0, measure(text, limit) - limit.limit)


def graphemes(text: str) -> int:
    """Count what a reader sees as characters: a family emoji is one, a flag is one."""
    if text.isascii():
        return len(text) - text.count("\r\n")
    count = len(text)
    for knot in _KNOTTY.finditer(text):
        count -= len(knot[0]) - sum(1 for _ in grapheme_clusters(knot[0]))
    return count


def with_short_handles(text: str) -> str:
    """Write `@name@server` as `@name`, as Mastodon counts and shows it."""
    return _rewritten(
        text, lambda entity: _short(entity) if entity.kind is EntityKind.MENTION else None
    )


def _as_counted(text: str, limit: TextLimit) -> str:
    """Put a stand-in of the counted length where the network weighs links or shortens handles."""
    if limit.link_length is None and not limit.short_handles:
        return text
    link = "x" * (limit.link_length or 0)

    def stand_in(entity: Entity) -> str | None:
        if entity.kind is EntityKind.LINK and link and not entity.bare:
            return link
        if entity.kind is EntityKind.MENTION and limit.short_handles:
            return _short(entity)
        return None

    return _rewritten(text, stand_in)


def _short(mention: Entity) -> str:
    return "@" + mention.value.partition("@")[0]


def _rewritten(text: str, stand_in: Callable[[Entity], str | None]) -> str:
    """Put the stand-in in place of each link, tag or mention that has one."""
    pieces, at = [], 0
    for entity in entities(text):
        new = stand_in(entity)
        if new is not None:
            pieces += [text[at : entity.start], new]
            at = entity.end
    return "".join([*pieces, text[at:]])


def _weighted(text: str, link_length: int | None) -> int:
    text = unicodedata.normalize("NFC", text)
    length, at = 0, 0
    for link in links(text) if link_length else ():
        length += _weight(text[at : link.start]) + (link_length or 0)
        at = link.end
    return length + _weight(text[at:])


def _weight(text: str) -> int:
    if text.isascii():
        return len(text)
    weight = 0
    for cluster in _clusters(text):
        if len(cluster) == 1 and ord(cluster) < 0x1100:
            weight += 1
        elif _is_emoji(cluster):
            weight += 2
        else:
            weight += sum(
                1 if any(ord(char) in light for light in _LIGHT) else 2 for char in cluster
            )
    return weight


def _clusters(text: str) -> Iterator[str]:
    """Yield grapheme clusters; a stretch of plain characters comes apart without the full rules."""
    at = 0
    for knot in _KNOTTY.finditer(text):
        yield from text[at : knot.start()]
        yield from grapheme_clusters(knot[0])
        at = knot.end()
    yield from text[at:]


def _is_emoji(cluster: str) -> bool:
    first = cluster[0]
    return (
        "\u20e3" in cluster
        or ("\U0001f1e6" <= first <= "\U0001f1ff" and len(cluster) > 1)
        or (first >= "\u2000" and extended_pictographic(first))
    )


def with_utm(url: str, *, source: str, medium: str, campaign: str) -> str:
    """
    Add campaign parameters to a web address; empty ones, and those it has already, are left alone.

    The rest of the address stays exactly as it was written. What is no web address comes back
    unchanged.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        return url
    there = {name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    wanted = {"utm_source": source, "utm_medium": medium, "utm_campaign": campaign}
    added = [
        f"{name}={quote(value, safe='')}"
        for name, value in wanted.items()
        if value and name not in there
    ]
    return urlunsplit(parts._replace(query="&".join(filter(None, [parts.query, *added]))))

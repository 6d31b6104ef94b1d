"""Recognises our own posts on a server that answers in HTML."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from bedside.channels import untrusted
from bedside.channels.text import with_short_handles

if TYPE_CHECKING:
    from bedside.channels.base import Part


class _Words(HTMLParser):
    """
    Collects the words of a status.

    Parts that are styled invisible (`https://` of a shortened link) belong to the text as it was
    written; the paragraph that stands for a quoted post (`quote-inline`) does not.
    """

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._quote = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        if tag == "p" and "quote-inline" in classes:
            self._quote = True
        elif tag in {"br", "p", "li", "blockquote", "pre"}:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "p":
            self._quote = False

    def handle_data(self, data: str) -> None:
        if not self._quote:
            self.words.append(data)


def words_of(html: str) -> str:
    """Return the text of a status, in the form of `comparable`."""
    parser = _Words()
    parser.feed(html)
    parser.close()
    return comparable("".join(parser.words))


def comparable(text: str) -> str:
    """Return a text so that what was written and what is shown come out alike."""
    text = unicodedata.normalize("NFC", with_short_handles(text))
    return " ".join(text.split())


def written_at(status: object) -> datetime | None:
    """Return when a status was posted; None if it does not say."""
    try:
        moment = datetime.fromisoformat(untrusted.text(status, "created_at"))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def is_ours(status: object, part: Part) -> bool:
    """Say whether a status is this part: same words, as many pictures, same thing answered."""
    answers = untrusted.text(status, "in_reply_to_id")
    return (
        answers == (part.parent.id if part.parent else "")
        and len(untrusted.rows(status, "media_attachments")) == len(part.pictures)
        and words_of(untrusted.text(status, "content")) == comparable(part.text)
    )

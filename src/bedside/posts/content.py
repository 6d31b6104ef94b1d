"""What a post says on each of its accounts, and the exact parts that come of it. All pure."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

from django.utils.text import slugify

from bedside.channels.base import Action
from bedside.channels.catalogue import capability
from bedside.channels.text import with_utm
from bedside.outbox.payload import Payload, PictureRef, without_empty_consents
from bedside.outbox.verbs import Outgoing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bedside.outbox.models import Account

THREAD_BREAK = re.compile(r"\n[ \t]*-{3,}[ \t]*\n")
"""A line of three dashes starts the next part of a thread."""


@dataclass(frozen=True)
class Content:
    """
    All that a writer decides about a post.

    `versions` holds an own text for some accounts, by the account's id; the others get `text`.
    `link` goes out at the end of the text, with `campaign` as its UTM campaign. `consents` are the
    ids of the authorizations of people in the words; pictures hold those of people in them.
    """

    text: str = ""
    accounts: tuple[int, ...] = ()
    versions: Mapping[int, str] = field(default_factory=dict)
    pictures: tuple[PictureRef, ...] = ()
    first_comment: str = ""
    link: str = ""
    campaign: str = ""
    language: str = "en"
    consents: tuple[int, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return plain values, as stored in a revision."""
        values = {
            **asdict(self),
            "versions": {str(k): v for k, v in self.versions.items()},
            "pictures": tuple(picture.as_json() for picture in self.pictures),
        }
        return without_empty_consents(values)

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Content:
        """Build it again from `as_json`."""
        return cls(
            text=stored["text"],
            accounts=tuple(stored["accounts"]),
            versions={int(k): v for k, v in stored["versions"].items()},
            pictures=tuple(map(PictureRef.from_json, stored["pictures"])),
            first_comment=stored["first_comment"],
            link=stored["link"],
            campaign=stored["campaign"],
            language=stored["language"],
            consents=tuple(stored.get("consents", ())),
        )

    def hash(self) -> str:
        """Return the SHA-256 of everything the writer decided, in hexadecimal."""
        canonical = json.dumps(self.as_json(), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()

    def text_for(self, account_id: int) -> str:
        """Return the text that this account gets, without its link."""
        return self.versions.get(account_id, self.text)

    @property
    def relied_on(self) -> tuple[int, ...]:
        """The ids of all authorizations that its words and its pictures rely on, ascending."""
        shown = (pk for picture in self.pictures for pk in picture.consents)
        return tuple(sorted({*self.consents, *shown}))

    @property
    def in_both(self) -> tuple[int, ...]:
        """The ids of those that its words and one of its pictures rely on, ascending."""
        shown = {pk for picture in self.pictures for pk in picture.consents}
        return tuple(sorted(shown.intersection(self.consents)))

    def with_text(self, text: str) -> Content:
        """Return the same content with another common text."""
        return replace(self, text=text)


def parts(content: Content, account: Account) -> list[Outgoing]:
    """
    Return what goes out on one account, part by part: the post, later links of a thread, and the
    first comment. Pictures go with the first part, the link with the last one of the text.
    """
    able = capability(account.network, account.settings)
    text = content.text_for(account.pk)
    texts = split_thread(text) if able.threads else [text]
    texts[-1] = _with_link(texts[-1], content, account)
    outgoing = [
        Outgoing(
            Payload(
                text=text,
                language=content.language,
                pictures=content.pictures if number == 0 else (),
                consents=content.relied_on if number == 0 else content.consents,
                in_words=content.in_both if number == 0 else (),
            )
        )
        for number, text in enumerate(texts)
    ]
    if content.first_comment.strip() and able.first_comment:
        comment = Payload(
            text=content.first_comment.strip(),
            kind="reply",
            language=content.language,
            consents=content.consents,
        )
        outgoing.append(Outgoing(comment, Action.REPLY))
    return outgoing


def split_thread(text: str) -> list[str]:
    """Split a text at its thread breaks; empty parts fall away, but one part always remains."""
    pieces = [piece.strip() for piece in THREAD_BREAK.split(text)]
    return [piece for piece in pieces if piece] or [""]


def hashes(content: Content, accounts: Iterable[Account]) -> dict[str, list[str]]:
    """
    Return the hashes of the exact bytes of every part, by account id (as text, for JSON).

    An approval is bound to this.
    """
    return {
        str(account.pk): [part.payload.hash() for part in parts(content, account)]
        for account in accounts
        if account.pk in content.accounts
    }


def bind(by_account: Mapping[str, list[str]]) -> str:
    """Return one hash over all of them: what an approver binds themself to."""
    return hashlib.sha256(json.dumps(by_account, sort_keys=True).encode()).hexdigest()


def link_for(content: Content, account: Account) -> str:
    """Return a content's link as it goes out on an account, with where a visit comes from."""
    campaign = slugify(content.campaign, allow_unicode=True)
    return with_utm(content.link, source=account.shown, medium="social", campaign=campaign)


def _with_link(text: str, content: Content, account: Account) -> str:
    if not content.link:
        return text
    link = link_for(content, account)
    return f"{text.rstrip()}\n\n{link}" if text.strip() else link

"""What to show a writer when somebody else saved meanwhile: whose, what differs, both ways out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bedside.posts.diff import word_diff

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bedside.posts.content import Content
    from bedside.posts.diff import Piece
    from bedside.posts.models import Revision


@dataclass(frozen=True, slots=True)
class Change:
    """One field that differs: what it is called and the way from one text to the other."""

    called: str
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A newer revision, and how it differs from what the writer typed."""

    theirs: Revision
    same_person: bool
    changes: list[Change]

    def as_json(self) -> dict[str, Any]:
        """Return what the page needs to take theirs, or to go on from them."""
        return {
            "number": self.theirs.number,
            "hash": self.theirs.content_hash,
            "content": fields_of(self.theirs.words),
        }


def conflict_of(
    theirs: Revision, mine: Content, user_id: int, names: Mapping[int, str]
) -> Conflict:
    """Compare what somebody saved with what the writer typed; `names` are those of accounts."""
    return Conflict(theirs, theirs.author_id == user_id, changes(theirs.words, mine, names))


def changes(old: Content, new: Content, names: Mapping[int, str]) -> list[Change]:
    """Return the fields that differ between two contents, each with its word diff."""
    pairs = [
        ("Text", old.text, new.text),
        *(
            (f"Text for {names.get(pk, 'an account')}", old.text_for(pk), new.text_for(pk))
            for pk in sorted({*old.versions, *new.versions})
        ),
        ("First comment", old.first_comment, new.first_comment),
        ("Link", old.link, new.link),
        ("Campaign", old.campaign, new.campaign),
        ("Goes to", _named(old, names), _named(new, names)),
        ("Pictures", _described(old), _described(new)),
        ("Captions", _spoken(old), _spoken(new)),
        ("Language", old.language, new.language),
    ]
    return [
        Change(called, word_diff(before, after))
        for called, before, after in pairs
        if before != after
    ]


def fields_of(content: Content) -> dict[str, Any]:
    """Return a content in the shape in which the page sends it."""
    return {
        "text": content.text,
        "accounts": list(content.accounts),
        "versions": {str(pk): text for pk, text in content.versions.items()},
        "pictures": [{"sha256": ref.sha256, "alt": ref.alt} for ref in content.pictures],
        "first_comment": content.first_comment,
        "link": content.link,
        "campaign": content.campaign,
        "language": content.language,
    }


def _named(content: Content, names: Mapping[int, str]) -> str:
    return ", ".join(names.get(pk, "another account") for pk in content.accounts)


def _described(content: Content) -> str:
    return "\n".join(
        f"{number}. {'Video: ' if ref.is_video else ''}{ref.alt or 'not described'}"
        for number, ref in enumerate(content.pictures, 1)
    )


def _spoken(content: Content) -> str:
    return "\n".join(filter(None, (ref.spoken for ref in content.pictures)))

"""The exact bytes of one part, and their hash, to which an approval is bound."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from bedside.guard.images.captions import NotCaptions, parse

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class PictureRef:
    """
    A picture or a video by the SHA-256 of its bytes, with its alternative text; pixels and bytes.

    `consents` are the ids of the authorizations that what it shows relies on. Of a video,
    `captions` are WebVTT and `seconds` its length; of a picture both are empty.
    """

    sha256: str
    mime: str
    width: int
    height: int
    size: int
    alt: str
    consents: tuple[int, ...] = ()
    captions: str = ""
    seconds: float = 0.0

    @property
    def is_video(self) -> bool:
        """Whether these are moving pictures."""
        return self.mime.startswith("video/")

    @property
    def spoken(self) -> str:
        """
        The words of its captions, a line for each; "" without any.

        What is no WebVTT is given as it stands, so that nothing of it goes unread.
        """
        if not self.captions:
            return ""
        try:
            return "\n".join(cue.text for cue in parse(self.captions))
        except NotCaptions:
            return self.captions

    def as_json(self) -> dict[str, Any]:
        """Return plain values; what came later is left out where it is empty: old hashes hold."""
        return {
            name: value
            for name, value in asdict(self).items()
            if value or name not in {"consents", "captions", "seconds"}
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> PictureRef:
        """Build it again from `as_json`, also after a round trip through the database."""
        return cls(**{**stored, "consents": tuple(stored.get("consents", ()))})


@dataclass(frozen=True, slots=True)
class Payload:
    """
    One part as it goes out: a post, a link of a thread, or a first comment.

    `kind` is the guard's kind. `reply_to` is the text that is answered, for the guard only;
    `answers` is the network's own reference to it, as JSON-like text pairs. `consents` are the ids
    of the authorizations that its words and pictures rely on, in ascending order; `in_words` those
    of them that a picture relies on and the words do as well.
    """

    text: str
    kind: str = "post"
    language: str = "en"
    pictures: tuple[PictureRef, ...] = ()
    reply_to: str | None = None
    answers: tuple[tuple[str, str], ...] = ()
    consents: tuple[int, ...] = ()
    in_words: tuple[int, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """
        Return plain values, as stored in the delivery's row.

        Without consents it is as before there were any: hashes of older rows stay true.
        """
        pictures = tuple(picture.as_json() for picture in self.pictures)
        values = without_empty_consents(asdict(self) | {"pictures": pictures})
        return {key: value for key, value in values.items() if value or key != "in_words"}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Payload:
        """Build it again from `as_json`, also after a round trip through the database."""
        return cls(
            text=stored["text"],
            kind=stored["kind"],
            language=stored["language"],
            pictures=tuple(map(PictureRef.from_json, stored["pictures"])),
            reply_to=stored["reply_to"],
            answers=tuple((key, value) for key, value in stored["answers"]),
            consents=tuple(stored.get("consents", ())),
            in_words=tuple(stored.get("in_words", ())),
        )

    def canonical(self) -> bytes:
        """Return the bytes that are hashed: JSON with sorted keys, no spaces, UTF-8."""
        return json.dumps(
            self.as_json(), sort_keys=True, ensure_ascii=False, separators=(",", ":")
        ).encode()

    def hash(self) -> str:
        """Return the SHA-256 of the canonical bytes, in hexadecimal."""
        return hashlib.sha256(self.canonical()).hexdigest()


def without_empty_consents(values: dict[str, Any]) -> dict[str, Any]:
    """Leave out that nothing relies on anybody: hashes of what was stored earlier stay true."""
    return values if values["consents"] else {k: v for k, v in values.items() if k != "consents"}

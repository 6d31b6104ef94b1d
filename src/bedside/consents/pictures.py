"""
Pictures that a form is bound to: these, and no others.

The app that has pictures registers itself here; consents know them by their perceptual hashes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bedside.consents.models import Authorization
    from bedside.orgs.models import Organisation

MOST = 12
"""Pictures that one form may name: more than anybody looks at before they sign."""
LISTED = 24
"""Pictures that are offered at once; words find the others."""


@dataclass(frozen=True, slots=True)
class Choice:
    """
    A picture that a form can be bound to. `code` is its perceptual hash in hexadecimal; `thumb` and
    `page` are addresses for members, "" where it is not there any more.
    """

    code: str
    name: str
    thumb: str = ""
    page: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Bound:
    """
    A picture as it would go out: the hash of its bytes, its description. Where nobody may be shown
    it yet, `sha256` is "" and `why_not` says what to do first.
    """

    sha256: str
    mime: str
    alt: str
    why_not: str = ""


class Source(Protocol):
    """What the app that has pictures knows of them."""

    def codes(self, organisation: Organisation) -> Collection[str]:
        """Return the code of every picture that a form may be bound to."""
        ...

    def choices(
        self, organisation: Organisation, words: str, chosen: Collection[str]
    ) -> Sequence[Choice]:
        """Return those that are chosen, and the newest others; with words, those so named."""
        ...

    def bound(self, organisation: Organisation, hashes: Sequence[int]) -> Sequence[Bound]:
        """Return the pictures with these perceptual hashes, in their order."""
        ...

    def content(self, organisation: Organisation, sha256: str, *, small: bool) -> bytes:
        """Return the bytes of one that `bound` named, or of its thumbnail; b"" where it is gone."""
        ...


_sources: list[Source] = []


def register(source: Source) -> None:
    """Say who has the pictures."""
    _sources[:] = [source]


def codes(organisation: Organisation) -> Collection[str]:
    """Return the codes of all pictures that a form may be bound to."""
    return [code for source in _sources for code in source.codes(organisation)]


def choices(
    organisation: Organisation, words: str = "", chosen: Collection[str] = ()
) -> list[Choice]:
    """Return what to choose from: what is chosen first, then the newest, or those so named."""
    return [one for source in _sources for one in source.choices(organisation, words, chosen)]


def bound_to(authorization: Authorization) -> list[Bound]:
    """Return the pictures that a form is bound to, as they would go out now."""
    row = authorization
    if not row.assets:
        return []
    return [one for source in _sources for one in source.bound(row.organisation, row.assets)]


def content(authorization: Authorization, sha256: str, *, small: bool = False) -> bytes:
    """Return the bytes of a picture that `bound_to` named; b"" where they are gone."""
    found = (one.content(authorization.organisation, sha256, small=small) for one in _sources)
    return next(found, b"")


def hashes_of(authorization: Authorization) -> list[str]:
    """Return the hashes of the bytes that are shown with a form; what was signed names them."""
    return [one.sha256 for one in bound_to(authorization)]


def not_shown(authorization: Authorization) -> list[str]:
    """Say which of its pictures nobody may be shown yet, and why; nothing where all may be."""
    return [
        f"Picture {number}: {one.why_not}"
        for number, one in enumerate(bound_to(authorization), 1)
        if one.why_not
    ]


def coded(hashes: Collection[int]) -> list[str]:
    """Return perceptual hashes as the codes of choices."""
    return [f"{one:016x}" for one in hashes]

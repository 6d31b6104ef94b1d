"""The pictures of a post: from the library, or kept by the post where the library let them go."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bedside.library.queries import as_sent, boxed, relied_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bedside.library.models import Asset
    from bedside.orgs.models import Organisation
    from bedside.outbox.payload import PictureRef


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture with the asset that serves it to the page; None where the library has none."""

    ref: PictureRef
    asset: Asset | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """The pictures that a post may use: by their hash, as assets and as references."""

    assets: Mapping[str, Asset]
    refs: Mapping[str, PictureRef]

    def shown(self, pictures: Iterable[PictureRef]) -> list[Shown]:
        """Return a post's pictures, ready to be shown."""
        return [Shown(ref, self.assets.get(ref.sha256)) for ref in pictures]


def shelf(organisation: Organisation, hashes: Iterable[str], stored: Iterable[PictureRef]) -> Shelf:
    """
    Look pictures up by their hash; those that the post has `stored` stay usable in any case.

    Each reference is to the bytes that go out now, with what covers them, and holds the consents
    that they rely on. Descriptions are those of the library. Nothing is asked without hashes.
    """
    kept = {ref.sha256: ref for ref in stored}
    wanted = {*hashes, *kept}
    if not wanted:
        return Shelf({}, {})
    assets = boxed(organisation, wanted)
    return Shelf(assets, kept | {sha256: ref_of(asset) for sha256, asset in assets.items()})


def as_stored(pictures: Sequence[PictureRef], assets: Mapping[str, Asset]) -> list[Shown]:
    """Return a post's pictures as they are stored in it, ready to be shown."""
    return [Shown(ref, assets.get(ref.sha256)) for ref in pictures]


def ref_of(asset: Asset) -> PictureRef:
    """Return an asset as posts refer to it: the bytes that go out now, and whom they rely on."""
    return replace(as_sent(asset), consents=relied_on(asset))

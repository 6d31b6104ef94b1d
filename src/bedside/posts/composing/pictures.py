"""The pictures of a post: from the library, or kept by the post where the library let them go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bedside.library.queries import by_hash
from bedside.outbox.payload import PictureRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bedside.library.models import Asset
    from bedside.orgs.models import Organisation


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

    Descriptions in the references are those of the library. One query, none without hashes.
    """
    kept = {ref.sha256: ref for ref in stored}
    assets = by_hash(organisation, {*hashes, *kept})
    return Shelf(assets, kept | {sha256: ref_of(asset) for sha256, asset in assets.items()})


def ref_of(asset: Asset) -> PictureRef:
    """Return an asset as posts refer to it, with the description of the library."""
    return PictureRef(
        sha256=asset.sha256,
        mime=asset.mime,
        width=asset.width,
        height=asset.height,
        size=asset.size,
        alt=asset.alt,
    )

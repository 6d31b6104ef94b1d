"""The bytes of a video on the disk, for the programs that work on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.library import originals
from bedside.library.video import private
from bedside.outbox import blobs

if TYPE_CHECKING:
    from pathlib import Path

    from bedside.library.models import Asset


def fetch(asset: Asset, target: Path) -> None:
    """Write a video's master into a new file. Raises `blobs.BlobMissing`."""
    with private.create(target) as file:
        blobs.copy(asset.organisation_id, asset.sha256, file)


def decrypt(asset: Asset, target: Path) -> None:
    """Write a video as it arrived into a new file. Raises as `originals.pieces` does."""
    with private.create(target) as file:
        for piece in originals.pieces(asset):
            file.write(piece)

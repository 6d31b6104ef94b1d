from __future__ import annotations

import hashlib
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from bedside.guard.images.tests.pictures import SECRET, photo
from bedside.library import originals, verbs
from bedside.records.sealing import SealBroken, reseal_all

if TYPE_CHECKING:
    from bedside.library.models import Asset
    from bedside.orgs.models import Membership


@pytest.fixture
def asset(bob: Membership) -> Asset:
    return verbs.add_picture(by=bob, name="lamp.jpg", content=photo())


def stored(asset: Asset) -> bytes:
    with default_storage.open(originals._path(asset, asset.original)) as file:
        content: bytes = file.read()
    return content


def put(asset: Asset, content: bytes) -> None:
    path = originals._path(asset, asset.original)
    default_storage.delete(path)
    default_storage.save(path, ContentFile(content))


def test_the_file_as_it_arrived_is_kept_and_cannot_be_read_on_the_disk(asset: Asset):
    asset.refresh_from_db()
    assert asset.original == hashlib.sha256(photo()).hexdigest()
    assert SECRET.encode() not in stored(asset)
    assert originals.content(asset) == photo()


@pytest.mark.parametrize("size", [0, 1, originals.PIECE, originals.PIECE + 1, 3 * originals.PIECE])
def test_a_file_of_any_length_comes_back_whole(asset: Asset, size: int):
    content = bytes(range(256)) * (size // 256 + 1)
    originals.keep(asset, BytesIO(content[:size]))
    assert originals.content(asset) == content[:size]


def test_a_file_that_was_cut_off_changed_or_shuffled_does_not_open(asset: Asset):
    piece = originals.PIECE + 16
    originals.keep(asset, BytesIO(bytes(3 * originals.PIECE)))
    whole = stored(asset)
    for changed in (
        whole[:piece],
        whole[: 2 * piece],
        whole[piece : 2 * piece] + whole[:piece] + whole[2 * piece :],
        whole[:-1] + bytes([whole[-1] ^ 1]),
    ):
        put(asset, changed)
        with pytest.raises(SealBroken):
            originals.content(asset)


def test_the_key_of_one_picture_opens_no_other(bob: Membership, asset: Asset):
    other = verbs.add_picture(by=bob, name="other.jpg", content=photo(99))
    other.original_key = asset.original_key
    with pytest.raises(SealBroken):
        originals.content(other)


def test_keys_of_originals_are_rotated_with_all_others(asset: Asset):
    assert "library.Asset" in {field.model for field, _ in reseal_all()}


def test_an_original_that_was_never_kept_is_said_to_be_missing(asset: Asset):
    asset.original_key = None
    with pytest.raises(FileNotFoundError):
        originals.content(asset)

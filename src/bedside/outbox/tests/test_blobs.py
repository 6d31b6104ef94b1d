from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from bedside.outbox import blobs

if TYPE_CHECKING:
    from pathlib import Path

OURS = 7


@pytest.fixture
def video(tmp_path: Path, settings) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    file = tmp_path / "walk.mp4"
    file.write_bytes(bytes(range(256)) * 8192)
    return file


def copied(sha256: str) -> bytes:
    out = BytesIO()
    blobs.copy(OURS, sha256, out)
    return out.getvalue()


def test_a_file_is_kept_under_its_hash_and_comes_back_whole(video: Path):
    sha256 = blobs.put_file(OURS, video)
    assert blobs.put(OURS, video.read_bytes()) == sha256
    assert blobs.get(OURS, sha256) == copied(sha256) == video.read_bytes()
    with blobs.open_file(OURS, sha256) as file:
        file.seek(256)
        assert file.read(2) == b"\0\1"


def test_a_file_that_was_kept_in_part_is_kept_anew(video: Path):
    sha256 = blobs.put_file(OURS, video)
    path = blobs._path(OURS, sha256)
    default_storage.delete(path)
    default_storage.save(path, ContentFile(b"only the beginning"))
    with pytest.raises(blobs.BlobMissing):
        copied(sha256)
    assert blobs.put_file(OURS, video) == sha256
    assert copied(sha256) == video.read_bytes()


def test_what_is_gone_or_of_another_organisation_is_missing(video: Path):
    sha256 = blobs.put_file(OURS, video)
    for organisation, wanted in ((OURS + 1, sha256), (OURS, "0" * 64)):
        with pytest.raises(blobs.BlobMissing):
            blobs.get(organisation, wanted)
        with pytest.raises(blobs.BlobMissing):
            blobs.open_file(organisation, wanted)

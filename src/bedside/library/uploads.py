"""
Files as they arrive: none too large, and not too much at once, before they fill memory or disk.

Pictures stay in memory. A video does not fit there: from its first bytes on it is written into the
directory of `private`, whose docstring says what that means.
"""

from __future__ import annotations

import shutil
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload

from bedside.guard.images.refusals import HEAVIEST, Refused, Why
from bedside.guard.images.signatures import kind_of
from bedside.guard.images.video import VideoRefused, VideoWhy, probing
from bedside.library.video import private

if TYPE_CHECKING:
    from pathlib import Path

    from django.http import HttpRequest

MOST_FILES = 20
MOST_BYTES = 100 * 1024 * 1024
"""Bytes of all pictures of one request: they are held in memory."""
MOST_FILMED = 4 * 1024**3
"""Bytes of all videos of one request."""
ROOM = 512 * 1024 * 1024
"""Bytes that stay free on the disk, whatever arrives; it lies there twice for a moment."""
TOLD = 16
"""Bytes from which a file's beginning tells a video from all else."""


class Arrived(UploadedFile):  # type: ignore[type-arg]  # it has none when it runs
    """A file that has arrived; `path` is where a video lies, None for all else."""

    path: Path | None = None


class Arriving(FileUploadHandler):
    """
    Takes every file of a request; videos go into the directory `place`.

    One that is too large is skipped, and stands in `skipped` by its name with the reason. Where it
    becomes too much, nothing more is read and `full` says why.
    """

    def __init__(self, request: HttpRequest, place: Path) -> None:
        super().__init__(request)
        self.skipped: list[tuple[str, str]] = []
        self.full = ""
        self._place = place
        self._held = self._filmed = self._number = 0
        self._begin()

    def _begin(self) -> None:
        self._into: BinaryIO = BytesIO()
        self._size = 0
        self._path: Path | None = None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin another file."""
        super().new_file(*args, **kwargs)
        self._into.close()
        self._number += 1
        self._begin()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep a piece of a file, and stop what is too much."""
        self._into.write(raw_data)
        told = self._size >= TOLD
        self._size += len(raw_data)
        if self._path is None and not told and self._is_video():
            self._onto_disk()
        if self._path is None:
            self._count_picture(len(raw_data))
        else:
            self._count_video(len(raw_data))

    def file_complete(self, file_size: int) -> Arrived:
        """Return the file."""
        self._into.seek(0)
        made = Arrived(self._into, self.file_name, self.content_type, self._size, self.charset)
        made.path = self._path
        if self._path is not None:
            self._into.close()
        self._into = BytesIO()
        return made

    def close(self) -> None:
        """Close what arrives no further; the file itself goes with its directory."""
        self._into.close()

    def _is_video(self) -> bool:
        if self._size < TOLD or not isinstance(self._into, BytesIO):
            return False
        return kind_of(self._into.getvalue()) == "video"

    def _onto_disk(self) -> None:
        assert isinstance(self._into, BytesIO)
        begun = self._into.getvalue()
        self._path = self._place / str(self._number)
        self._into = private.create(self._path)
        self._into.write(begun)

    def _count_picture(self, many: int) -> None:
        self._held += many
        if self._held > MOST_BYTES:
            self._stop("More than 100 MB at once. Add the files in turns.")
        if self._size > HEAVIEST:
            self._skip(Refused(Why.HEAVY))

    def _count_video(self, many: int) -> None:
        self._filmed += many
        if self._filmed > MOST_FILMED:
            self._stop("More than 4 GB of videos at once. Add the files in turns.")
        if shutil.disk_usage(self._place).free < self._size + ROOM:
            self._stop("The disk is full. Ask whoever runs this machine to make room.")
        if self._size > probing.HEAVIEST:
            self._skip(VideoRefused(VideoWhy.HEAVY))

    def _skip(self, refusal: Refused | VideoRefused) -> None:
        self.skipped.append((self.file_name or "", str(refusal)))
        self._into.close()
        if self._path is not None:
            self._path.unlink(missing_ok=True)
        raise SkipFile

    def _stop(self, why: str) -> None:
        self.full = why
        raise StopUpload(connection_reset=True)

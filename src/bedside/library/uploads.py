"""Files as they arrive: none too large, and not too much at once, before they fill the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.files.uploadhandler import (
    FileUploadHandler,
    MemoryFileUploadHandler,
    SkipFile,
    StopUpload,
)

from bedside.guard.images.decoding import HEAVIEST

if TYPE_CHECKING:
    from django.http import HttpRequest

MOST_FILES = 20
MOST_BYTES = 100 * 1024 * 1024
"""Bytes of all files of one request: they are held in memory."""


class Quota(FileUploadHandler):
    """
    Passes files on to the handlers behind it, but skips one that is too large.

    `heavy` names the files that were skipped. Beyond `MOST_BYTES` nothing more is read and `full`
    is true.
    """

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.heavy: list[str] = []
        self.full = False
        self._all = 0
        self._this = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin another file."""
        super().new_file(*args, **kwargs)
        self._this = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Count, and stop what is too much."""
        self._this += len(raw_data)
        self._all += len(raw_data)
        if self._all > MOST_BYTES:
            self.full = True
            raise StopUpload(connection_reset=True)
        if self._this > HEAVIEST:
            self.heavy.append(self.file_name or "")
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the next handler."""


class InMemory(MemoryFileUploadHandler):
    """
    Holds files in memory whatever their size: what arrives has all its metadata, and must not lie
    on the disk in plain words. `Quota` stands before it.
    """

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        """Take every file; Django's own handler leaves large requests to the disk."""
        self.activated = True

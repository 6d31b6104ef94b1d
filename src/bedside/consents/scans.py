"""Scans of signed papers: what a file has to be before it may stand for one."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from bedside.consents.recording import NotPossible
from bedside.guard.images.decoding import decode
from bedside.guard.images.refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

HEAVIEST = 10_000_000
"""Bytes of a scanned form."""
PDF = "application/pdf"
STARTS: Mapping[bytes, str] = MappingProxyType(
    {b"%PDF-": PDF, b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"}
)
"""How the files begin that a scan may be."""
UNKNOWN = "application/octet-stream"
TAIL = 2048
"""Bytes at the end of a PDF among which its trailer has to be."""


def kind_of(content: bytes) -> str:
    """Return the media type of a document: a PDF, or the scan of a paper."""
    found = (kind for start, kind in STARTS.items() if content.startswith(start))
    return next(found, UNKNOWN)


def must_be_scan(content: bytes) -> None:
    """
    Refuse bytes that are no whole PDF, JPEG or PNG. Raises `NotPossible` with the cure.

    A picture is read by the decoder in its own process; of a PDF the header and the trailer
    (ISO 32000-1, 7.5.5) have to be there, so that it opens and did not break off.
    """
    if not content:
        raise NotPossible("The scan is empty. Choose the file again.")
    if len(content) > HEAVIEST:
        raise NotPossible("It is heavier than 10 MB. Scan it in grey, 150 dpi.")
    match kind_of(content):
        case "application/octet-stream":
            raise NotPossible("This is no PDF, JPEG or PNG. Save the scan as a PDF.")
        case "application/pdf":
            end = content[-TAIL:]
            if b"startxref" not in end or b"%%EOF" not in end:
                raise NotPossible("This PDF breaks off before its end. Save the scan again.")
        case _:
            _must_be_picture(content)


def _must_be_picture(content: bytes) -> None:
    try:
        decode("", content)
    except Refused as refused:
        raise NotPossible(str(refused)) from None

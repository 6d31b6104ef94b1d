"""What a file really is, by its first bytes; what its name says it is."""

from __future__ import annotations

from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMATS: Mapping[str, str] = MappingProxyType(
    {"jpeg": "JPEG", "png": "PNG", "webp": "WebP", "gif": "GIF", "heic": "HEIC"}
)
"""The formats that are taken, and what people call them; HEIC only with the extra `heic`."""

_NAMED: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys((".jpg", ".jpeg", ".jpe", ".jfif"), "jpeg"),
        **dict.fromkeys((".tif", ".tiff"), "tiff"),
        **dict.fromkeys((".heic", ".heif"), "heic"),
        **dict.fromkeys((".mp4", ".mov", ".m4v", ".webm", ".avi"), "video"),
        ".png": "png",
        ".webp": "webp",
        ".gif": "gif",
        ".avif": "avif",
        ".bmp": "bmp",
        ".dcm": "dicom",
        ".pdf": "pdf",
        ".svg": "svg",
    }
)

_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"%PDF-", "pdf"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"II+\x00", "tiff"),
    (b"MM\x00+", "tiff"),
    (b"BM", "bmp"),
    (b"\x1aE\xdf\xa3", "video"),
)
_MOVIES = {b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"}
"""What a QuickTime movie without a brand begins with, behind four bytes of length."""
_BRANDS: tuple[tuple[frozenset[bytes], str], ...] = (
    (frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"}), "heic"),
    (frozenset({b"avif", b"avis"}), "avif"),
)


def kind_of(content: bytes) -> str:
    """
    Return what the bytes are: one of `FORMATS`, or a kind that is refused, or "" if unknown.

    Signatures are from the formats' own documents: ISO 10918, PNG 1.2, GIF89a, RIFF/WebP,
    ISO 14496-12 brands, QuickTime File Format, TIFF 6.0, PDF 1.7, DICOM part 10 (`DICM` at byte
    128).
    """
    for start, kind in _STARTS:
        if content.startswith(start):
            return kind
    if content[:4] == b"RIFF":
        return {b"WEBP": "webp", b"AVI ": "video"}.get(content[8:12], "")
    if content[4:8] == b"ftyp":
        return next((kind for brands, kind in _BRANDS if content[8:12] in brands), "video")
    if content[4:8] in _MOVIES:
        return "video"
    if content[128:132] == b"DICM":
        return "dicom"
    return "svg" if b"<svg" in content[:4096].lower() else ""


def named_kind(name: str) -> str:
    """Return what a file's name says it is, or "" where it says nothing that we know."""
    return _NAMED.get(PurePath(name).suffix.lower(), "")

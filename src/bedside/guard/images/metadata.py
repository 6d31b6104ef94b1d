"""
Tells what a file carries beside its pixels: kinds only, never what they say.

It walks the file's own structure, so that it also sees what picture libraries pass over: JPEG
segments (ITU-T T.81, annex B), PNG chunks (PNG 1.2), RIFF chunks (WebP container), GIF89a
extensions, HEIF items (ISO 23008-12), and whatever was put behind the end.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from bedside.guard.images.findings import Metadata
from bedside.guard.images.signatures import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_APP = (
    (b"Exif\0", "EXIF"),
    (b"http://ns.adobe.com/x", "XMP"),
    (b"Photoshop 3.0", "IPTC"),
    (b"ICC_PROFILE", "ICC"),
    (b"MPF\0", "further pictures"),
    (b"JP", "content credentials"),
)
_PLAIN_APP = ((b"JFIF\0", 0), (b"Adobe", 14))
_PNG = {b"eXIf": "EXIF", b"tEXt": "text", b"zTXt": "text", b"iTXt": "text", b"iCCP": "ICC",
        b"tIME": "time", b"caBX": "content credentials"}  # fmt: skip
_PNG_PLAIN = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"bKGD",
              b"pHYs", b"sBIT", b"hIST", b"acTL", b"fcTL", b"fdAT", b"cICP"}  # fmt: skip
_RIFF = {b"EXIF": "EXIF", b"XMP ": "XMP", b"ICCP": "ICC"}
_RIFF_PLAIN = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"}

_GPS_TAG = 0x8825
_GPS_WORDS = (b"GPSLatitude", b"GPSLongitude", b"GPSPosition")

Part = tuple[str, bytes]
"""The kind of a part of a file, and its bytes."""


def read(content: bytes) -> Metadata:
    """Return what kinds a file of any format that is taken carries; damaged parts count too."""
    walk = {"jpeg": _jpeg, "png": _png, "webp": _webp, "gif": _gif, "heic": _heic}
    kinds: set[str] = set()
    for kind, body in walk[kind_of(content)](content):
        kinds.add(kind)
        if kind == "EXIF":
            kinds |= _in_exif(body)
        elif any(word in body for word in _GPS_WORDS):
            kinds.add("GPS")
    return Metadata(gps="GPS" in kinds, kinds=tuple(sorted(kinds)))


def _jpeg(content: bytes) -> Iterator[Part]:
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0xD9:
            break
        size = int.from_bytes(content[at + 2 : at + 4], "big")
        body = content[at + 4 : at + 2 + size]
        if 0xE0 <= marker <= 0xEF:
            if not any(body.startswith(sign) and marker == 0xE0 + app for sign, app in _PLAIN_APP):
                yield next((kind for sign, kind in _APP if body.startswith(sign)), "other"), body
        elif marker == 0xFE:
            yield "comment", body
        at += 2 + size
        if marker == 0xDA:
            at = _behind_scan(content, at)
    if content[at : at + 2] == b"\xff\xd9" and len(content) > at + 2:
        yield "behind the end", content[at + 2 :]


def _behind_scan(content: bytes, at: int) -> int:
    """Return where the next marker stands; within a scan 0xFF00 and restarts are none."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            return len(content)
        if content[at + 1] not in {0x00, 0xFF} and not 0xD0 <= content[at + 1] <= 0xD7:
            return at
        at += 1 if content[at + 1] == 0xFF else 2


def _png(content: bytes) -> Iterator[Part]:
    at = 8
    while at + 8 <= len(content):
        size, name = struct.unpack_from(">I4s", content, at)
        body = content[at + 8 : at + 8 + size]
        if name == b"iTXt" and body.startswith(b"XML:com.adobe.xmp"):
            yield "XMP", body
        elif name in _PNG:
            yield _PNG[name], body
        elif name not in _PNG_PLAIN:
            yield "other", body
        at += 12 + size
        if name == b"IEND":
            break
    if at < len(content):
        yield "behind the end", content[at:]


def _webp(content: bytes) -> Iterator[Part]:
    end = 8 + int.from_bytes(content[4:8], "little")
    at = 12
    while at + 8 <= min(end, len(content)):
        name, size = struct.unpack_from("<4sI", content, at)
        body = content[at + 8 : at + 8 + size]
        if name not in _RIFF_PLAIN:
            yield _RIFF.get(name, "other"), body
        at += 8 + size + size % 2
    if end + end % 2 < len(content):
        yield "behind the end", content[end:]


def _gif(content: bytes) -> Iterator[Part]:
    at = 13 + _table(content, 10)
    while at + 1 < len(content):
        if content[at] == 0x2C:
            start = at + 10 + _table(content, at + 9) + 1
            at = _blocks(content, start)
        elif content[at] == 0x21:
            end = _blocks(content, at + 2)
            body = content[at + 2 : end]
            if content[at + 1] in {0x01, 0xFE}:
                yield "comment", body
            elif content[at + 1] == 0xFF and body[1:12] not in {b"NETSCAPE2.0", b"ANIMEXTS1.0"}:
                yield "XMP" if body[1:9] == b"XMP Data" else "other", body
            at = end
        else:
            break
    if content[at : at + 1] == b"\x3b" and len(content) > at + 1:
        yield "behind the end", content[at + 1 :]


def _table(content: bytes, at: int) -> int:
    """Return how many bytes of colors follow, as the packed field at `at` says."""
    packed = content[at] if at < len(content) else 0
    return 3 * 2 ** ((packed & 7) + 1) if packed & 0x80 else 0


def _blocks(content: bytes, at: int) -> int:
    """Return where a chain of sub-blocks ends."""
    while at < len(content) and content[at]:
        at += content[at] + 1
    return at + 1


def _heic(content: bytes) -> Iterator[Part]:
    """HEIF names its items in a box `infe`, whose four letters tell what each of them is."""
    at = content.find(b"infe")
    seen: set[bytes] = set()
    while at >= 0:
        # The item's number takes two bytes up to version 2 of the box, and four from 3 on.
        start = at + (12 if content[at + 4 : at + 5] < b"\x03" else 14)
        seen.add(content[start : start + 4])
        at = content.find(b"infe", at + 4)
    if b"Exif" in seen:
        start = content.find(b"Exif\0\0")
        yield "EXIF", content[start:] if start >= 0 else b""
    if b"mime" in seen:
        yield "XMP", content
    if b"thmb" in content:
        yield "thumbnail", b""
    if b"prof" in content:
        yield "ICC", b""


def _in_exif(body: bytes) -> set[str]:
    """Return GPS and thumbnail where the EXIF has them: TIFF 6.0, EXIF 2.32 section 4.6.3."""
    start = body.find(b"II*\0")
    start = start if start >= 0 else body.find(b"MM\0*")
    tiff = body[start:] if start >= 0 else b""
    order = "<" if tiff.startswith(b"II") else ">"
    try:
        (first,) = struct.unpack_from(order + "I", tiff, 4)
        (many,) = struct.unpack_from(order + "H", tiff, first)
        tags = [struct.unpack_from(order + "H", tiff, first + 2 + 12 * i)[0] for i in range(many)]
        (second,) = struct.unpack_from(order + "I", tiff, first + 2 + 12 * many)
    except struct.error:
        return set()
    return ({"GPS"} if _GPS_TAG in tags else set()) | ({"thumbnail"} if second else set())

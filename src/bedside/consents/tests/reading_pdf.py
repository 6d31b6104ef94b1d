"""
What stands in a PDF that Typst wrote, as a reader's "copy text" would give it.

Enough of ISO 32000-1 for these files: plain objects, Flate streams, Identity-H fonts with a map to
Unicode, and texts set by `TJ`. Blanks are left out, since lines end without one.
"""

from __future__ import annotations

import re
import zlib

OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)\sendobj", re.DOTALL)
STREAM = re.compile(rb"stream\r?\n(.*)\r?\nendstream", re.DOTALL)
SHOWN = re.compile(rb"/(f\d+) [\d.]+ Tf|\[((?:\((?:\\.|[^\\()])*\)|[^\]()])*)\]TJ", re.DOTALL)
STRING = re.compile(rb"\(((?:\\.|[^\\()])*)\)|<([0-9A-Fa-f]+)>", re.DOTALL)
ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def text_of(document: bytes) -> str:
    """Return all words of a document, page by page, without any blanks."""
    objects = {int(number): content for number, content in OBJECT.findall(document)}
    pages = [content for content in objects.values() if b"/Type/Page/" in content]
    return without_blanks("".join(_page(objects, page) for page in pages))


def without_blanks(text: str) -> str:
    """Return a text as `text_of` would give it."""
    return re.sub(r"\s+", "", text)


def _page(objects: dict[int, bytes], page: bytes) -> str:
    resources = objects[_reference(page, b"Resources")]
    fonts = {
        name: _unicode(_stream(objects[_reference(objects[int(number)], b"ToUnicode")]))
        for name, number in re.findall(rb"/(f\d+) (\d+) 0 R", resources)
    }
    said: list[str] = []
    font: dict[bytes, str] = {}
    for name, shown in SHOWN.findall(_stream(objects[_reference(page, b"Contents")])):
        font = fonts[name] if name else font
        for literal, hexadecimal in STRING.findall(shown):
            codes = bytes.fromhex(hexadecimal.decode()) if hexadecimal else _plain(literal)
            said += [font[codes[at : at + 2]] for at in range(0, len(codes), 2)]
    return "".join(said)


def _reference(content: bytes, key: bytes) -> int:
    found = re.search(rb"/" + key + rb" (\d+) 0 R", content)
    assert found is not None
    return int(found[1])


def _stream(content: bytes) -> bytes:
    found = STREAM.search(content)
    assert found is not None
    return zlib.decompress(found[1])


def _plain(literal: bytes) -> bytes:
    def character(escape: re.Match[bytes]) -> bytes:
        said = escape[1]
        return bytes([int(said, 8)]) if said[:1].isdigit() else NAMED.get(said, said)

    return ESCAPE.sub(character, literal)


def _unicode(cmap: bytes) -> dict[bytes, str]:
    chars = {}
    for part in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, to in re.findall(rb"<(\w+)>\s*<(\w+)>", part):
            chars[bytes.fromhex(code.decode())] = bytes.fromhex(to.decode()).decode("utf-16-be")
    return chars

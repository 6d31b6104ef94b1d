"""Which files may stand for a signed paper."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from bedside.consents.recording import NotPossible
from bedside.consents.scans import HEAVIEST, must_be_scan
from bedside.consents.tests.cast import PAPER


def drawn(kind: str) -> bytes:
    out = BytesIO()
    Image.radial_gradient("L").save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize("scan", [PAPER, drawn("JPEG"), drawn("PNG")])
def test_a_whole_pdf_jpeg_or_png_is_a_scan(scan: bytes) -> None:
    must_be_scan(scan)


@pytest.mark.parametrize(
    "scan",
    [
        b"",
        b"MZ a program",
        b"%PDF-",
        PAPER.replace(b"startxref", b"nothing"),
        PAPER + b" " * 4096,
        PAPER + b" " * HEAVIEST,
        b"\x89PNG\r\n\x1a\n",
        drawn("PNG")[:200],
        drawn("JPEG")[:200],
        drawn("GIF"),
    ],
)
def test_what_only_begins_like_one_or_breaks_off_is_none(scan: bytes) -> None:
    with pytest.raises(NotPossible):
        must_be_scan(scan)

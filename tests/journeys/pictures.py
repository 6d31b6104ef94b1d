"""A picture as a phone would hand it over."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload


def lamp(mark: str) -> FilePayload:
    """Return a drawing of a lamp as a file to choose; `mark` makes it another one each time."""
    drawing = Image.new("RGB", (640, 480), "#14231f")
    ImageDraw.Draw(drawing).ellipse((120, 80, 400 + len(mark), 360), fill="#f2bf62")
    out = io.BytesIO()
    drawing.save(out, "JPEG", comment=mark.encode())
    return {"name": f"lamp-{mark}.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}

"""
A drawn signature, from the lines that a hand made to a picture.

The browser sends lines, not a picture: nothing that a stranger made is decoded here.
"""

from __future__ import annotations

import io
import json

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1000, 375
"""Units that the lines are given in, whatever the size of the screen."""
MOST_LINES, MOST_POINTS = 400, 8000
PEN = 7
FINER = 2
"""It is drawn larger by this factor and then made smaller, so that edges are smooth."""

Lines = list[list[tuple[int, int]]]


class NotADrawing(ValueError):
    """What arrived is no drawing, or an empty one."""


def lines_of(sent: str) -> Lines:
    """
    Return the lines that a browser sent: JSON, a list of lines, each `[x, y, x, y, ...]`.

    Raises `NotADrawing` for anything else, and where nothing was drawn.
    """
    try:
        lines = json.loads(sent)
    except (ValueError, RecursionError):
        raise NotADrawing("The drawing did not arrive whole.") from None
    if not isinstance(lines, list) or not 0 < len(lines) <= MOST_LINES:
        raise NotADrawing("There are no lines, or too many.")
    if not all(_is_line(line) for line in lines) or sum(map(len, lines)) > 2 * MOST_POINTS:
        raise NotADrawing("A line is not a list of places on the pad.")
    if sum(map(len, lines)) <= 2:
        raise NotADrawing("A single dot is no signature.")
    return [list(zip(line[::2], line[1::2], strict=True)) for line in lines]


def picture(lines: Lines) -> bytes:
    """Return the lines as a PNG with dark ink on white."""
    canvas = Image.new("L", (WIDTH * FINER, HEIGHT * FINER), 255)
    pen = ImageDraw.Draw(canvas)
    for line in lines:
        points = [(x * FINER, y * FINER) for x, y in line]
        pen.line(points, fill=20, width=PEN * FINER, joint="curve")
        for x, y in (points[0], points[-1]):
            half = PEN * FINER // 2
            pen.ellipse((x - half, y - half, x + half, y + half), fill=20)
    written = io.BytesIO()
    canvas.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).save(written, "PNG", optimize=True)
    return written.getvalue()


def _is_line(line: object) -> bool:
    if not isinstance(line, list) or len(line) < 2 or len(line) % 2:
        return False
    return all(
        type(value) is int and 0 <= value <= (HEIGHT if at % 2 else WIDTH)
        for at, value in enumerate(line)
    )

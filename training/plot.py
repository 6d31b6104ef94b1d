"""Draws the calibration as a small picture that needs nothing to be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SIDE = 320
MARGIN = 48


def calibration(
    said: Sequence[float], came: Sequence[float], counts: Sequence[float], file: Path
) -> None:
    """Draw mean probability against share that came true; a dot's area is its bin's count."""
    most = max(counts)
    dots = "".join(
        f'<circle cx="{_x(x):.1f}" cy="{_y(y):.1f}" r="{2 + 6 * (n / most) ** 0.5:.1f}">'
        f"<title>said {x:.2f}, came {y:.2f}, {n:.0f} texts</title></circle>"
        for x, y, n in zip(said, came, counts, strict=True)
    )
    ticks = "".join(
        f'<text x="{_x(t):.0f}" y="{SIDE + MARGIN + 18}" text-anchor="middle">{t:.1f}</text>'
        f'<text x="{MARGIN - 8}" y="{_y(t) + 4:.0f}" text-anchor="end">{t:.1f}</text>'
        for t in (0.0, 0.25, 0.5, 0.75, 1.0)
    )
    whole = SIDE + 2 * MARGIN
    file.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" role="img" '
        'font-family="sans-serif" font-size="11"><title>Calibration of block</title>'
        f'<rect width="{whole}" height="{whole}" fill="#fff"/>'
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#999" stroke-dasharray="4"/>'
        f'<path d="M{_x(0)} {_y(1)}V{_y(0)}H{_x(1)}" fill="none" stroke="#333"/>{ticks}'
        f'<g fill="#1d6f6a" fill-opacity=".8">{dots}</g>'
        f'<text x="{_x(0.5)}" y="{whole - 6}" text-anchor="middle">said by the model</text>'
        f'<text transform="translate(12 {_y(0.5)}) rotate(-90)" text-anchor="middle">'
        "is a disclosure</text></svg>\n",
        encoding="utf-8",
    )


def _x(share: float) -> float:
    return MARGIN + share * SIDE


def _y(share: float) -> float:
    return MARGIN + (1 - share) * SIDE

"""Writes down what a look finds in the demo's pictures: `python -m bedside.suite.demo.scans`."""

from __future__ import annotations

import json
from pathlib import Path

from bedside.guard.images.decoding import decode
from bedside.guard.images.eyes import eyes

PICTURES = Path(__file__).with_name("pictures")
SCANS = PICTURES / "scans.json"


def scanned(file: Path) -> dict[str, object]:
    """Return everything that is found in a picture as the library keeps it."""
    return eyes().scan(decode(file.name, file.read_bytes()).content, full=True).as_json()


if __name__ == "__main__":
    told = {file.stem: scanned(file) for file in sorted(PICTURES.glob("*.jpg"))}
    SCANS.write_text(json.dumps(told, indent=1) + "\n", "utf-8")

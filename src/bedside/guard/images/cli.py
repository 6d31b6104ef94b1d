"""`bedside scan`: what is in pictures that may not be shown."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bedside.guard.command import BAD_INPUT, BAD_USAGE, Parser
from bedside.guard.draft import Organisation
from bedside.guard.images.eyes import Unavailable, eyes
from bedside.guard.images.reading import heard
from bedside.guard.images.refusals import Refused, must_be_picture
from bedside.guard.images.telling import findings

if TYPE_CHECKING:
    from bedside.guard.images.boxes import Box
    from bedside.guard.images.findings import Scan

FOUND = 2
UNAVAILABLE = 69


def main(argv: list[str]) -> int:
    """
    Look at pictures and return the exit status.

    0 nothing found, 2 something to look at, 64 bad usage, 65 where a file was refused (the others
    are done all the same), 69 where pictures cannot be looked at here. With `--json` 0 for 2.
    """
    parser = Parser(
        prog="bedside scan",
        description="Find faces, writing, codes and hidden data in pictures.",
        epilog="Exit status: 0 nothing found (with --json: done), 2 something to look at, "
        "64 bad usage, 65 a file was refused, 69 the extra bedside[images] is missing.",
    )
    parser.add_argument("picture", nargs="+", help="a JPEG, PNG, WebP, GIF or HEIC file")
    parser.add_argument("--json", action="store_true", help="one JSON object a picture")
    try:
        options = parser.parse_args(argv)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    try:
        return max([_look(name, as_json=options.json) for name in options.picture])
    except Unavailable as problem:
        print(f"bedside scan: {problem}", file=sys.stderr)
        return UNAVAILABLE


def _look(name: str, *, as_json: bool) -> int:
    try:
        content = Path(name).read_bytes()
        must_be_picture(content, name)
        scan = heard(eyes().scan(content, full=True), Organisation())
    except OSError as error:
        print(f"{name}: {error.strerror}; give the name of a picture.", file=sys.stderr)
        return BAD_USAGE
    except Refused as refusal:
        print(f"{name}: {refusal}", file=sys.stderr)
        return BAD_INPUT
    if as_json:
        print(json.dumps(as_data(scan, name)))
        return 0
    found = findings(scan)
    for one in found:
        where = f" at {','.join(str(side) for side in pixels(one.box, scan))}" if one.box else ""
        print(f"{name}: {one.kind}{where}: {one.says}")
    if not found:
        print(f"{name}: nothing found. Still ask: could a neighbour recognise someone?")
    return FOUND if found else 0


def as_data(scan: Scan, name: str) -> dict[str, Any]:
    """Return the object that `--json` prints: places as [x, y, width, height] in pixels."""
    return {
        "file": name,
        "width": scan.width,
        "height": scan.height,
        "faces": [
            {"box": pixels(face.box, scan), "score": face.score} for face in scan.faces if face.sure
        ],
        "texts": [
            {"box": pixels(line.box, scan), "text": line.text, "identifier": line.identifier}
            for line in scan.texts.lines
        ],
        "codes": [{"box": pixels(code.box, scan), "format": code.format} for code in scan.codes],
        "metadata": {"gps": scan.metadata.gps, "kinds": list(scan.metadata.kinds)},
        "findings": [
            {"kind": one.kind, "box": one.box and pixels(one.box, scan), "says": one.says}
            for one in findings(scan)
        ],
    }


def pixels(box: Box, scan: Scan) -> list[int]:
    """Return a box as left, top, width and height in whole pixels."""
    return list(box.pixels((scan.width, scan.height)))

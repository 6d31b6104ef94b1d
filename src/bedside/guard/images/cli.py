"""`bedside scan`: what is in pictures and videos that may not be shown."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bedside.guard.command import BAD_INPUT, BAD_USAGE, Parser
from bedside.guard.draft import Organisation
from bedside.guard.images import captions
from bedside.guard.images.eyes import Unavailable, eyes
from bedside.guard.images.reading import heard
from bedside.guard.images.refusals import HEAVIEST, Refused, Why, must_be_picture
from bedside.guard.images.signatures import FORMATS, kind_of, named_kind
from bedside.guard.images.telling import FOUND, UNAVAILABLE, findings, lines

if TYPE_CHECKING:
    import argparse

    from bedside.guard.images.boxes import Box
    from bedside.guard.images.captions import Cue
    from bedside.guard.images.findings import Scan


def main(argv: list[str]) -> int:
    """
    Look at pictures and videos and return the exit status.

    0 nothing found, 2 something to look at, 64 bad usage, 65 where a file was refused (the others
    are done all the same), 69 where they cannot be looked at here. With `--json` 0 for 2.
    """
    parser = _parser()
    try:
        options = parser.parse_args(argv)
        if options.captions and len(options.file) > 1:
            parser.error("--captions belong to one video; give one.")
    except SystemExit as leaving:
        return int(leaving.code or 0)
    try:
        cues = captions.parse(Path(options.captions).read_bytes()) if options.captions else ()
    except OSError as error:
        return _failed(options.captions, f"{error.strerror}; give the name of a .vtt or .srt file.")
    except captions.NotCaptions as problem:
        return _failed(options.captions, problem, BAD_INPUT)
    try:
        return max([_look(name, options, cues) for name in options.file])
    except Unavailable as problem:
        return _failed("bedside scan", problem, UNAVAILABLE)


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="bedside scan",
        description="Find faces, writing, codes and hidden data in pictures and videos.",
        epilog="Exit status: 0 nothing found (with --json: done), 2 something to look at, "
        "64 bad usage, 65 a file was refused, 69 the extra bedside[images] or ffmpeg is missing.",
    )
    parser.add_argument(
        "file", nargs="+", help="a JPEG, PNG, WebP, GIF or HEIC picture, an MP4 or MOV video"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a file")
    parser.add_argument(
        "--captions", metavar="FILE", help="WebVTT or SubRip captions of the video, read too"
    )
    return parser


def _look(name: str, options: argparse.Namespace, cues: tuple[Cue, ...]) -> int:
    try:
        with Path(name).open("rb") as file:
            content = file.read(HEAVIEST + 1)
        if _is_video(content, name):
            return _watch(name, cues, as_json=options.json)
        if cues:
            return _failed(name, "This is no video; --captions belong to one.")
        must_be_picture(content, name)
        scan = heard(eyes().scan(content, full=True), Organisation())
    except OSError as error:
        return _failed(name, f"{error.strerror}; give the name of a picture or a video.")
    except Refused as refusal:
        return _failed(name, refusal, BAD_INPUT)
    if options.json:
        print(json.dumps(as_data(scan, name)))
        return 0
    found = findings(scan)
    sys.stdout.writelines(lines(name, found, (scan.width, scan.height)))
    return FOUND if found else 0


def _is_video(content: bytes, name: str) -> bool:
    """Tell whether it is a video, or is called one. Raises `Refused` for a video called a PNG."""
    real, named = kind_of(content), named_kind(name)
    if real == "video" and named not in {"", "video"}:
        raise Refused(Why.LYING, named=FORMATS.get(named, named.upper()), real="a video")
    return real == "video" or (bool(content) and not real and named == "video")


def _watch(name: str, cues: tuple[Cue, ...], *, as_json: bool) -> int:
    # What looks at videos needs the extra `images` when it is loaded: without it this says so.
    eyes().start()
    status: int = import_module("bedside.guard.images.watching").look(name, cues, as_json=as_json)
    return status


def _failed(name: str, problem: object, status: int = BAD_USAGE) -> int:
    print(f"{name}: {problem}", file=sys.stderr)
    return status


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

"""`bedside triage`: how urgent a review, a comment or a message is, on the command line."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, BinaryIO

from bedside.guard.command import BAD_INPUT, Parser, each_line, read_text, run
from bedside.guard.lines import BadInput
from bedside.guard.triage.engine import triage
from bedside.guard.triage.lines import SOURCES, read_line
from bedside.guard.triage.message import Message
from bedside.guard.triage.output import as_data, as_lines

if TYPE_CHECKING:
    import argparse


def main(argv: list[str]) -> int:
    """
    Triage a message, or many, and return the exit status: 0 done, 64 bad usage, 65 bad input.

    With `--jsonl` a line that is not valid is named, the rest is done, and the status is 65.
    """
    return run(_parser(), argv, _triage)


def _parser() -> Parser:
    parser = Parser(
        prog="bedside triage",
        description="Say how urgent a review, a comment or a message is, and why.",
        epilog="Exit status: 0 done, 64 bad usage, 65 bad input.",
    )
    parser.add_argument("file", nargs="?", default="-", help="a text file; - is standard input")
    parser.add_argument("--jsonl", action="store_true", help="one JSON object a line, in and out")
    parser.add_argument("--stars", type=int, choices=range(1, 6), help="of a review")
    parser.add_argument(
        "--source", default="", choices=SOURCES, metavar="SOURCE", help=f"one of {SOURCES[0]}, ..."
    )
    return parser


def _triage(source: BinaryIO, options: argparse.Namespace) -> int:
    if options.jsonl:
        return each_line(source, options.file, _answer)
    try:
        message = Message(read_text(source), options.stars, options.source)
    except BadInput as error:
        print(f"{options.file}: {error}", file=sys.stderr)
        return BAD_INPUT
    print(as_lines(triage(message), message.text))
    return 0


def _answer(raw: bytes) -> str:
    line = read_line(raw)
    return json.dumps(as_data(triage(line.message), line.identifier))

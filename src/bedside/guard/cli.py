"""`bedside check`: the guard on the command line."""

from __future__ import annotations

import argparse
import json
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NoReturn

from bedside.guard.draft import Draft, Kind
from bedside.guard.engine import check
from bedside.guard.finding import Verdict
from bedside.guard.lines import KINDS, LIMIT, BadInput, decode, read_line, within_limit
from bedside.guard.output import as_data, as_lines, as_sarif

if TYPE_CHECKING:
    from collections.abc import Iterator

STATUS = {Verdict.CLEAR: 0, Verdict.BLOCK: 1, Verdict.WARN: 2}
BAD_USAGE = 64
BAD_INPUT = 65
_LINE_BYTES = 16 * LIMIT
"""Bytes in one line: a draft may be written in escapes, and what it answers may be long too."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Leave with 64, as sysexits.h has it: 2 means that a draft has warnings."""
        self.print_usage(sys.stderr)
        self.exit(BAD_USAGE, f"{self.prog}: {message}\n")


def main(argv: list[str]) -> int:
    """
    Check a text, or many, and return the exit status.

    0 clear, 1 block, 2 warnings only, 64 bad usage, 65 bad input. With `--jsonl` the status is 0
    unless a line was not valid.
    """
    try:
        options = _parser().parse_args(argv)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    try:
        with _opened(options.file) as source:
            return _check_lines(source, options) if options.jsonl else _check_text(source, options)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            return _reader_left()
        return _fail(f"{options.file}: {error.strerror}; give the name of a text file, or -.")


def _parser() -> _Parser:
    parser = _Parser(
        prog="bedside check",
        description="Check a text for words that disclose a patient, mislead or harm.",
        epilog="Exit status: 0 clear, 1 block, 2 warnings only, 64 bad usage, 65 bad input.",
    )
    parser.add_argument("file", nargs="?", default="-", help="a text file; - is standard input")
    parser.add_argument(
        "--kind",
        default=Kind.POST,
        choices=[kind.value for kind in Kind],
        metavar="KIND",
        help=f"one of {KINDS}",
    )
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--jsonl", action="store_true", help="one JSON object a line, in and out")
    output.add_argument("--format", choices=("text", "json", "sarif"), default="text")
    parser.add_argument("--quick", action="store_true", help="only the rules that run while typing")
    return parser


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    if name == "-":
        yield sys.stdin.buffer
    else:
        with Path(name).open("rb") as file:
            yield file


def _check_text(source: BinaryIO, options: argparse.Namespace) -> int:
    try:
        # Four bytes are the longest character; one more byte tells that there is too much.
        text = within_limit(decode(_whole_characters(source.read(4 * LIMIT + 1))))
    except BadInput as error:
        print(f"{options.file}: {error}", file=sys.stderr)
        return BAD_INPUT
    report = check(Draft(text, kind=Kind(options.kind)), quick=options.quick)
    name = "stdin" if options.file == "-" else options.file
    if options.format == "text":
        print(as_lines(report, name, text))
    elif options.format == "json":
        print(json.dumps(as_data(report, options.file), indent=2))
    else:
        print(json.dumps(as_sarif(report, name, text), indent=2))
    return STATUS[report.verdict]


def _whole_characters(raw: bytes) -> bytes:
    """Drop a character that was cut in two at the limit: the text is too long, not broken."""
    if len(raw) <= 4 * LIMIT:
        return raw
    return raw[: 4 * LIMIT].decode("utf-8", "ignore").encode() if b"\0" not in raw else raw


def _check_lines(source: BinaryIO, options: argparse.Namespace) -> int:
    status = 0
    for number, raw in enumerate(_lines(source), start=1):
        if not raw.strip():
            continue
        try:
            if len(raw) > _LINE_BYTES:
                raise BadInput(f"this is longer than {_LINE_BYTES:,} bytes; split it.")
            line = read_line(raw, Kind(options.kind))
        except BadInput as error:
            print(f"{options.file}: line {number}: {error}", file=sys.stderr)
            status = BAD_INPUT
            continue
        report = check(line.draft, quick=options.quick)
        print(json.dumps(as_data(report, line.identifier)), flush=True)
    return status


def _lines(source: BinaryIO) -> Iterator[bytes]:
    """Yield lines as they come; of one that is too long only its beginning."""
    while raw := source.readline(_LINE_BYTES + 1):
        rest = raw
        while len(rest) > _LINE_BYTES and not rest.endswith(b"\n"):
            rest = source.readline(_LINE_BYTES + 1)
        yield raw


def _reader_left() -> int:
    """The program that reads our output has ended: end quietly too."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _fail(message: str) -> int:
    print(f"bedside check: {message}", file=sys.stderr)
    return BAD_USAGE

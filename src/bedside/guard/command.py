"""What the guard's commands share: options, files and lines as bytes, and how they leave."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NoReturn

from bedside.guard.lines import LIMIT, BadInput, decode, within_limit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BAD_USAGE = 64
BAD_INPUT = 65
LINE_BYTES = 16 * LIMIT
"""Bytes in one line: a text may be written in escapes, and what it answers may be long too."""


class Parser(argparse.ArgumentParser):
    """A parser that leaves with 64, as sysexits.h has it: 2 may mean something else."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the usage, and leave."""
        self.print_usage(sys.stderr)
        self.exit(BAD_USAGE, f"{self.prog}: {message}\n")


def run(
    parser: Parser, argv: list[str], work: Callable[[BinaryIO, argparse.Namespace], int]
) -> int:
    """Parse options, open their `file`, do the work, and return the exit status."""
    try:
        options = parser.parse_args(argv)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    try:
        with _opened(options.file) as source:
            return work(source, options)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            return _reader_left()
        cure = f"{options.file}: {error.strerror}; give the name of a text file, or -."
        sys.stderr.write(f"{parser.prog}: {cure}\n")
        return BAD_USAGE


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    if name == "-":
        yield sys.stdin.buffer
    else:
        with Path(name).open("rb") as file:
            yield file


def read_text(source: BinaryIO) -> str:
    """Read one text. BadInput where it is none, or longer than any post can be."""
    # Four bytes are the longest character; one more byte tells that there is too much.
    return within_limit(decode(_whole_characters(source.read(4 * LIMIT + 1))))


def _whole_characters(raw: bytes) -> bytes:
    """Drop a character that was cut in two at the limit: the text is too long, not broken."""
    if len(raw) <= 4 * LIMIT:
        return raw
    return raw[: 4 * LIMIT].decode("utf-8", "ignore").encode() if b"\0" not in raw else raw


def each_line(source: BinaryIO, name: str, answer: Callable[[bytes], str]) -> int:
    """
    Print the answer to every line that is not empty, and return the exit status.

    A line that raises BadInput is named on standard error; the others are done all the same.
    """
    status = 0
    for number, raw in enumerate(_lines(source), start=1):
        if not raw.strip():
            continue
        try:
            if len(raw) > LINE_BYTES:
                raise BadInput(f"this is longer than {LINE_BYTES:,} bytes; split it.")
            sys.stdout.write(f"{answer(raw)}\n")
            sys.stdout.flush()
        except BadInput as error:
            sys.stderr.write(f"{name}: line {number}: {error}\n")
            status = BAD_INPUT
    return status


def _lines(source: BinaryIO) -> Iterator[bytes]:
    """Yield lines as they come; of one that is too long only its beginning."""
    while raw := source.readline(LINE_BYTES + 1):
        rest = raw
        while len(rest) > LINE_BYTES and not rest.endswith(b"\n"):
            rest = source.readline(LINE_BYTES + 1)
        yield raw


def _reader_left() -> int:
    """The program that reads our output has ended: end quietly too."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0

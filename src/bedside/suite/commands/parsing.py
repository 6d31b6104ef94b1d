"""How commands are asked: parsers that agree with each other."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn

from bedside.suite.commands.refusal import USAGE


class Parser(argparse.ArgumentParser):
    """A parser whose exit status for bad usage is that of `bedside`."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{self.prog}: {message}\n")


def parser(command: str, summary: str) -> Parser:
    """Return a parser for a command of the suite."""
    return Parser(
        prog=f"bedside {command}",
        description=summary,
        epilog="--data DIR names the directory that holds everything (or BEDSIDE_DATA, or ./var).",
        allow_abbrev=False,
    )


def add_pipes(options: Parser) -> None:
    """Add what only `bedside run` passes: see `children.Child`."""
    options.add_argument("--lifeline", type=int, help=argparse.SUPPRESS)
    options.add_argument("--ready", type=int, help=argparse.SUPPRESS)


def port_number(text: str) -> int:
    """Read a port, 0 to 65535."""
    number = int(text)
    if not 0 <= number <= 65535:
        raise argparse.ArgumentTypeError(f"there is no port {number}")
    return number

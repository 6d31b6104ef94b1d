"""
The `bedside` command: finds the command's module and hands over. Imports nothing but that.

`check`, `triage` and `verify` run where only the guard is installed, so nothing here may need
Django.
"""

from __future__ import annotations

import argparse
import difflib
import importlib
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import bedside
from bedside.suite.commands.refusal import UNAVAILABLE, USAGE, Refused

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Command:
    """A command: the module whose `main(arguments)` runs it, and whether it needs the suite."""

    name: str
    summary: str
    module: str
    suite: bool = True


_HERE = "bedside.suite.commands"
COMMANDS: Final = (
    Command("run", "Start everything in one go: web, clock, demo clinic", f"{_HERE}.run"),
    Command("check", "Read texts with the guard", "bedside.guard.cli", suite=False),
    Command("triage", "Say how urgent what comes in is", "bedside.guard.triage.cli", suite=False),
    Command("scan", "Look at pictures and videos", "bedside.guard.images.cli", suite=False),
    Command("verify", "Check an export of the records", "bedside.records.verifier", suite=False),
    Command("doctor", "Say what is wrong here and how to mend it", f"{_HERE}.doctor"),
    Command("backup", "Write everything of this installation to a file", f"{_HERE}.backup"),
    Command("restore", "Put a backup back", f"{_HERE}.restore"),
    Command("demo", "Create the demo clinic", f"{_HERE}.demo"),
    Command("web", "Serve the pages only", f"{_HERE}.web"),
    Command("clock", "Do the background work only", f"{_HERE}.clock"),
    Command("migrate", "Bring database and static files up to date", f"{_HERE}.migrate"),
    Command("manage", "Run a management command of Django", f"{_HERE}.manage"),
    Command("bench", "Measure, from a checkout of the source", f"{_HERE}.bench", suite=False),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status: see `bedside --help`."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or words[0] in {"-h", "--help", "help"}:
        print(_help())
        return 0 if words else USAGE
    if words[0] in {"-V", "--version", "version"}:
        print(f"bedside {bedside.__version__}")
        return 0
    command = next((one for one in COMMANDS if one.name == words[0]), None)
    if command is None:
        return _unknown(words[0])
    try:
        return _start(command, words[1:])
    except Refused as refusal:
        print(refusal.problem, refusal.cure, sep="\n", file=sys.stderr)
        return refusal.status
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "bedside":
            raise
        print(f"bedside {command.name}: {error.name} is missing here.", file=sys.stderr)
        print("Install bedside[suite].", file=sys.stderr)
        return UNAVAILABLE


def _start(command: Command, words: list[str]) -> int:
    if command.suite:
        words = _take_data(words)
        # Whatever the suite writes is its owner's alone: database, pictures, keys.
        os.umask(0o077)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bedside.suite.settings.base")
    status: int = importlib.import_module(command.module).main(words)
    return status


def _take_data(words: list[str]) -> list[str]:
    """Take `--data DIR`, which every command of the suite knows, out of the words."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--data")
    known, rest = parser.parse_known_args(words)
    if known.data is not None:
        os.environ["BEDSIDE_DATA"] = known.data
    return rest


def _unknown(word: str) -> int:
    near = difflib.get_close_matches(word, [command.name for command in COMMANDS], n=1)
    guess = f" Did you mean `bedside {near[0]}`?" if near else ""
    print(f"bedside: there is no command {word!r}.{guess}", file=sys.stderr)
    print("`bedside --help` lists all commands.", file=sys.stderr)
    return USAGE


def _help() -> str:
    width = max(len(command.name) for command in COMMANDS)
    lines = [f"  {command.name:<{width}}  {command.summary}" for command in COMMANDS]
    return "\n".join(
        [
            "Bedside: the social-media suite of a healthcare provider.",
            "",
            "Usage: bedside COMMAND [OPTIONS]",
            "",
            *lines,
            "",
            "`bedside COMMAND --help` tells more. Commands of the suite take --data DIR, the",
            "directory that holds everything (or BEDSIDE_DATA; ./var where neither is given).",
        ]
    )


if __name__ == "__main__":
    sys.exit(main())

"""`bedside doctor`: says what is wrong here and how to mend it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from bedside.suite.commands import basics
from bedside.suite.commands.basics import Finding, Level
from bedside.suite.commands.installation import here

# Not `load`: Django may be the very thing that is missing.
from bedside.suite.commands.parsing import parser

if TYPE_CHECKING:
    from collections.abc import Sequence

MARKS: Final = {Level.OK: "ok    ", Level.WARN: "warn  ", Level.BROKEN: "BROKEN"}


def main(arguments: Sequence[str]) -> int:
    """Look at everything. Returns 1 where anything is broken, else 0."""
    options = parser("doctor", "Say what is wrong here and how to mend it.")
    options.add_argument("--json", action="store_true", help="print a list of objects")
    chosen = options.parse_args(arguments)
    found = _look()
    if chosen.json:
        print(json.dumps([asdict(finding) for finding in found], indent=2))
    else:
        print("\n".join(_line(finding) for finding in found))
    return int(any(finding.level is Level.BROKEN for finding in found))

"""`bedside doctor`: says what is wrong here and how to mend it."""

from __future__ import annotations

import importlib
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from bedside.suite.commands import basics
from bedside.suite.commands.basics import Finding, Level
from bedside.suite.commands.installation import here
from bedside.suite.commands.parsing import parser
from bedside.suite.commands.refusal import Refused

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


def _look() -> list[Finding]:
    """Look without Django first: where that finds a reason, Django would not start."""
    found = list(basics.findings(here()))
    if any(one.level is Level.BROKEN and one.name in basics.GROUND for one in found):
        return found
    # By name, since Django may be the very thing that is missing.
    loading = importlib.import_module("bedside.suite.commands.loading")
    try:
        all_of_it: list[Finding] = loading.load("bedside.suite.doctor").findings()
    except Refused as refusal:
        return [*found, Finding("settings", Level.BROKEN, refusal.problem, refusal.cure)]
    return all_of_it


def _line(finding: Finding) -> str:
    cure = f"\n{'':8}→ {finding.cure}" if finding.cure else ""
    return f"{MARKS[finding.level]}  {finding.message}{cure}"

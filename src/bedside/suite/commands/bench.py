"""`bedside bench`: runs the benchmarks of a checkout; an installed package has none."""

from __future__ import annotations

import runpy
import sys
from typing import TYPE_CHECKING, Final

from bedside.suite.commands.installation import PACKAGE
from bedside.suite.commands.parsing import parser
from bedside.suite.commands.refusal import UNAVAILABLE, Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

SCRIPTS: Final = PACKAGE.parents[1] / "bench"


def main(arguments: Sequence[str]) -> int:
    """Run one benchmark. Raises `Refused` outside a checkout."""
    names = sorted(file.stem for file in SCRIPTS.glob("[!_]*.py"))
    if not names:
        raise Refused(
            "There are no benchmarks here.",
            "They run from a checkout of the source, not from an installed package.",
            UNAVAILABLE,
        )
    options = parser("bench", "Measure; arguments after the name go to the benchmark.")
    options.add_argument("name", choices=names)
    chosen, rest = options.parse_known_args(arguments)
    script = str(SCRIPTS / f"{chosen.name}.py")
    sys.argv = [script, *rest]
    runpy.run_path(script, run_name="__main__")
    return 0

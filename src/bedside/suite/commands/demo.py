"""`bedside demo`: creates the demo clinic, whose every person is invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.suite.commands.installation import here
from bedside.suite.commands.loading import load
from bedside.suite.commands.parsing import parser

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Create the clinic and say where its sign-ins are. Nothing where a clinic is there already."""
    parser("demo", "Create the demo clinic, whose every person is invented.").parse_args(arguments)
    if load("bedside.orgs.models").Organisation.objects.exists():
        print("There is a clinic already, so no demo was created beside it.")
        return 0
    load("bedside.suite.demo.build").create_demo()
    print(f"The demo clinic is there. Its sign-ins are in {here().demo}.")
    return 0

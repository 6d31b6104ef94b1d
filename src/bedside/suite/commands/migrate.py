"""`bedside migrate`: brings database and static files up to date with this code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.suite.commands.installation import here
from bedside.suite.commands.loading import load
from bedside.suite.commands.parsing import parser

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Apply what is missing. Doing it again is harmless."""
    parser("migrate", "Bring database and static files up to date.").parse_args(arguments)
    installation = here()
    installation.claim()
    management = load("django.core.management")
    management.call_command("migrate", interactive=False)
    management.call_command("collectstatic", interactive=False, verbosity=0)
    installation.mark_prepared()
    return 0

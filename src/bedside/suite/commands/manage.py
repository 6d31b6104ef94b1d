"""`bedside manage`: Django's own management commands, with the settings of the suite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.management import execute_from_command_line

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Run a management command; it ends the process itself where it fails."""
    execute_from_command_line(["bedside manage", *arguments])
    return 0

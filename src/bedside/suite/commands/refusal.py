"""What a command answers when it cannot go on."""

from __future__ import annotations

from typing import Final

USAGE: Final = 64
"""Exit status for bad usage (EX_USAGE of sysexits.h)."""
UNAVAILABLE: Final = 69
"""Exit status where a part of Bedside or the system is not installed (EX_UNAVAILABLE)."""
CANNOT_CREATE: Final = 73
"""Exit status where the data directory cannot be used (EX_CANTCREAT)."""
TRY_LATER: Final = 75
"""Exit status where somebody else holds what is needed (EX_TEMPFAIL)."""


class Refused(Exception):
    """A command cannot go on: what is wrong, how to mend it, and the exit status."""

    def __init__(self, problem: str, cure: str, status: int = 1) -> None:
        super().__init__(problem)
        self.problem = problem
        self.cure = cure
        self.status = status

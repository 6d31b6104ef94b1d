"""Drives a box from outside, as a test."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BOX = Path(__file__).parent / "box.py"


@dataclass(frozen=True)
class Box:
    """A clinic in this folder, with these further variables."""

    folder: Path
    environment: tuple[tuple[str, str], ...] = ()

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run one step; it may die."""
        return subprocess.run(
            [sys.executable, *arguments],
            capture_output=True,
            text=True,
            check=False,
            env=self._variables(),
        )

    def step(self, *arguments: str) -> str:
        """Run one step that must not die; return what it said."""
        done = self.run(str(BOX), *arguments)
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout

    def dies(self, subject: str, where: str) -> None:
        """Carry a post and be killed there."""
        assert self.run(str(BOX), "deliver", subject, where).returncode == -signal.SIGKILL

    def migrate(self) -> None:
        """Make the database."""
        done = self.run("-m", "bedside.suite.cli", "migrate")
        assert done.returncode == 0, done.stderr[-2000:]

    def rows(self) -> list[dict[str, Any]]:
        """Return where every delivery stands."""
        rows: list[dict[str, Any]] = json.loads(self.step("report"))
        return rows

    def _variables(self) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "BEDSIDE_DATA")}
        return {
            **kept,
            "BEDSIDE_DATA": str(self.folder),
            "BEDSIDE_INSECURE_HTTP": "1",
            "DJANGO_SETTINGS_MODULE": "bedside.suite.settings.base",
            **dict(self.environment),
        }

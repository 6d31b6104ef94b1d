"""A real `bedside run` in a data directory of its own, with the demo clinic in it."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
import urllib.request
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = [sys.executable, "-m", "bedside.suite.cli"]
SLUG = "cedar-hollow-family-clinic"


@dataclass
class House:
    """
    Bedside as a clinic runs it, in the folder `data`. What it logs is kept in `data/../log.txt`.

    `address` is where it answers; `seconds` is how long its last start took, to the first page.
    """

    data: Path
    level: str = "INFO"
    address: str = ""
    seconds: float = 0.0
    _process: subprocess.Popen[str] | None = field(default=None, repr=False)

    @property
    def log(self) -> Path:
        """The file of everything it said."""
        return self.data.parent / "log.txt"

    @property
    def practice(self) -> Path:
        """The practice network's own file."""
        return self.data / "practice.sqlite3"

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run one command of this installation, to its end."""
        return subprocess.run(
            [*COMMAND, *words], env=self._variables(), capture_output=True, text=True, check=False
        )

    def start(self, *words: str) -> None:
        """Start it on a free port and wait for its first page."""
        began = time.monotonic()
        with self.log.open("a", encoding="utf-8") as log:
            self._process = subprocess.Popen(
                [*COMMAND, "run", "--port", "0", *words],
                env=self._variables(),
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        assert self._process.stdout is not None
        ready = next(line for line in self._process.stdout if "is ready" in line)
        self.address = ready.split()[-1].rstrip("/")
        with urllib.request.urlopen(f"{self.address}/accounts/login/", timeout=10) as page:
            page.read()
        self.seconds = time.monotonic() - began

    def stop(self) -> float:
        """Ask it to stop; return the seconds that it took."""
        assert self._process is not None
        began = time.monotonic()
        self._process.terminate()
        try:
            assert self._process.wait(timeout=30) == 0
        finally:
            self._process.kill()
            assert self._process.stdout is not None
            self._process.stdout.close()
        return time.monotonic() - began

    def sign_ins(self) -> dict[str, dict[str, str]]:
        """Return the demo's sign-ins by first name: `Bob`, `Nora`, `Alice`, `Ivy`, `Dr.`."""
        told = json.loads((self.data / "demo.json").read_text(encoding="utf-8"))
        return {one["name"].split()[0]: one for one in told["sign_ins"]}

    def query(self, statement: str, *values: object) -> list[Any]:
        """Ask the database, or play time on it, as no page lets anybody do."""
        database = sqlite3.connect(self.data / "bedside.sqlite3", timeout=20)
        with closing(database), database:
            return database.execute(statement, values).fetchall()

    def planted(self) -> set[str]:
        """Return names, titles and texts of this house: what must stand in no log."""
        rows = self.query("SELECT name FROM orgs_user UNION SELECT title FROM posts_post")
        texts = self.query("SELECT json_extract(content, '$.text') FROM posts_revision")
        notes = self.query("SELECT text FROM posts_note UNION SELECT comment FROM posts_decision")
        notes += self.query("SELECT note FROM rulebook_setting WHERE note <> 'Undone.'")
        notes += self.query("SELECT note || answer FROM rulebook_dismissal")
        return {row[0] for row in (*rows, *texts, *notes) if row[0] and len(row[0]) > 3}

    def _variables(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        return kept | {
            "BEDSIDE_DATA": str(self.data),
            "BEDSIDE_INSECURE_HTTP": "1",
            "BEDSIDE_LOG_LEVEL": self.level,
            "DJANGO_SETTINGS_MODULE": "bedside.suite.settings.base",
        }

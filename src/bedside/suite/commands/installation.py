"""Where this installation keeps what is its own, known without Django."""

from __future__ import annotations

import fcntl
import hashlib
import os
import sysconfig
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import bedside
from bedside.suite.commands.refusal import CANNOT_CREATE, TRY_LATER, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

PACKAGE: Final = Path(bedside.__file__).parent


@dataclass(frozen=True)
class Installation:
    """The data directory and the files in it that commands read and write."""

    data: Path

    @property
    def lock(self) -> Path:
        """Held by whatever works here, with the process id of a `bedside run`."""
        return self.data / "run.lock"

    @property
    def stamp(self) -> Path:
        """Says which code database and static files were last brought up to date for."""
        return self.data / "prepared"

    @property
    def demo(self) -> Path:
        """
        The demo's sign-ins, for its owner only.

        `{"organisation": name, "sign_ins": [{"name", "role", "email", "password"}, ...]}`
        """
        return self.data / "demo.json"

    @property
    def static(self) -> Path:
        return self.data / "static"

    @property
    def sqlite(self) -> Path:
        """The database, where `DATABASE_URL` names no other."""
        return self.data / "bedside.sqlite3"

    @property
    def practice(self) -> Path:
        """The practice network's own store."""
        return self.data / "practice.sqlite3"

    def claim(self) -> None:
        """Make the directory, for its owner only. Raises `Refused` where it cannot be written."""
        try:
            self.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError:
            raise self._unusable() from None
        if not os.access(self.data, os.R_OK | os.W_OK | os.X_OK):
            raise self._unusable()

    def _unusable(self) -> Refused:
        return Refused(
            f"The data directory {self.data} cannot be written.",
            "Give its owner the right to write there, or choose another: --data DIR.",
            CANNOT_CREATE,
        )

    def prepared(self) -> bool:
        """Tell whether `bedside migrate` has been here for this very code and database."""
        if not self.stamp.exists() or not self.static.is_dir():
            return False
        if "DATABASE_URL" not in os.environ and not self.sqlite.exists():
            return False
        return self.stamp.read_text(encoding="utf-8") == fingerprint()

    def mark_prepared(self) -> None:
        """Remember that database and static files fit this code."""
        self.stamp.write_text(fingerprint(), encoding="utf-8")


def here() -> Installation:
    """Return the installation that `BEDSIDE_DATA` names; `./var` where it names none."""
    return Installation(Path(os.environ.get("BEDSIDE_DATA", "var")).resolve())


def fingerprint() -> str:
    """
    Name what a prepared database and static files depend on, in a few milliseconds.

    That is the database's address, the versions of all packages, and our migrations and static
    sources, by size and time as `make` does.
    """
    packages = Path(sysconfig.get_path("purelib")).glob("*.dist-info")
    sources = [*PACKAGE.glob("*/migrations/*.py"), *PACKAGE.glob("*/static/**/*")]
    facts = [
        bedside.__version__,
        os.environ.get("DATABASE_URL", ""),
        *sorted(package.name for package in packages),
        *(f"{file} {file.stat().st_size} {file.stat().st_mtime_ns}" for file in sorted(sources)),
    ]
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()


@contextmanager
def hold(installation: Installation, *, alone: bool, patience: float = 2.0) -> Iterator[IO[str]]:
    """
    Hold the data directory: alone, or with others that do not mind company.

    The system lets go of the lock when the last process that has the file open is gone, however
    it ended. Waits for `patience` seconds, while the processes of a run that died end themselves.
    Raises `Refused` where somebody else holds it for longer.
    """
    installation.claim()
    with installation.lock.open("a+", encoding="utf-8") as file:
        deadline = time.monotonic() + patience
        while not _lock(file, fcntl.LOCK_EX if alone else fcntl.LOCK_SH):
            if time.monotonic() > deadline:
                raise _held(installation, file)
            time.sleep(0.1)
        file.truncate(0)
        file.write(f"{os.getpid()}\n" if alone else "")
        file.flush()
        yield file


def _lock(file: IO[str], kind: int) -> bool:
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _held(installation: Installation, file: IO[str]) -> Refused:
    file.seek(0)
    pid = file.read().strip()
    who = f"process {pid}" if pid else "another process"
    return Refused(
        f"Bedside runs already in {installation.data} ({who}).",
        "Stop it first, or choose another directory: --data DIR.",
        TRY_LATER,
    )

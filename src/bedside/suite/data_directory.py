"""The one directory that holds everything of an installation: database, keys, pictures."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True)
class DataDirectory:
    """Where an installation keeps what is its own. Files are readable by their owner only."""

    path: Path

    def __post_init__(self) -> None:
        self.path.mkdir(parents=True, exist_ok=True, mode=0o700)

    @property
    def keys(self) -> Path:
        """Keys for tokens, records and anchors: see `bedside.records.keys`."""
        return self.path / "keys.json"

    @property
    def practice(self) -> Path:
        """The practice network's own store."""
        return self.path / "practice.sqlite3"

    def secret_key(self) -> str:
        """Return Django's secret key, made on first use."""
        return self._once("secret_key", lambda: secrets.token_urlsafe(50))

    def _once(self, name: str, make: Callable[[], str]) -> str:
        file = self.path / name
        if not file.exists():
            draft = file.with_suffix(f".{os.getpid()}")
            draft.touch(mode=0o600)
            draft.write_text(make(), encoding="utf-8")
            try:
                # A link fails where another process was first; its key then counts.
                os.link(draft, file)
            except FileExistsError:
                pass
            finally:
                draft.unlink()
        return file.read_text(encoding="utf-8").strip()

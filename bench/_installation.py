"""A scratch installation for a benchmark: its own data directory, its own database, no demo."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BEDSIDE = [sys.executable, "-m", "bedside.suite.cli"]


def machine() -> str:
    """Return the day and the machine that figures were measured on."""
    day = datetime.now(UTC).date().isoformat()
    return f"{day}, {os.cpu_count()} cores, Python {platform.python_version()}"


@contextmanager
def installation(database_url: str = "") -> Iterator[Path]:
    """Make an installation, set Django up in this process for it, and remove it afterwards."""
    with tempfile.TemporaryDirectory(prefix="bedside-bench-", ignore_cleanup_errors=True) as folder:
        os.environ["BEDSIDE_DATA"] = folder
        os.environ["BEDSIDE_INSECURE_HTTP"] = "1"
        os.environ["BEDSIDE_LOG_LEVEL"] = "WARNING"
        os.environ["DJANGO_SETTINGS_MODULE"] = "bedside.suite.settings.base"
        os.environ.pop("DATABASE_URL", None)
        if database_url:
            os.environ["DATABASE_URL"] = database_url
        subprocess.run([*BEDSIDE, "migrate"], check=True, stdout=subprocess.DEVNULL)
        yield Path(folder)

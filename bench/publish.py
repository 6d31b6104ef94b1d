"""
`bedside bench publish`: many deliveries due at the same moment.

The practice network answers in 50 ms. Measured: throughput, lateness, memory of the worker, and
what becomes of a kill -9 in the middle: when the work goes on, and whether anything is lost or
published twice.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from _installation import installation, machine  # noqa: E402 (the folder was added above)


def main() -> None:
    """Measure on SQLite, and on PostgreSQL where an empty database is named."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--deliveries", type=int, default=2000)
    options.add_argument("--killed", type=int, default=400)
    options.add_argument("--postgres", default="", help="address of an empty database")
    chosen = options.parse_args()
    print(f"bedside bench publish, {machine()}")
    for url in filter(None, ("sqlite", chosen.postgres)):
        with installation("" if url == "sqlite" else url):
            inside = [sys.executable, str(HERE / "_publish_inside.py"), url.partition(":")[0]]
            subprocess.run([*inside, str(chosen.deliveries), str(chosen.killed)], check=True)


if __name__ == "__main__":
    main()

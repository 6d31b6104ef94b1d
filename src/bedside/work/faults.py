"""What may be said about an exception in a log: its type and its place, never its words."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

DEEPEST = 12
"""Frames kept, the innermost ones: enough to find the place, short enough for one line."""


def kind(error: BaseException) -> str:
    """Return an exception's type and its causes, outermost first: `ValueError<KeyError`."""
    names: list[str] = []
    link: BaseException | None = error
    while link is not None and len(names) < DEEPEST:
        names.append(type(link).__qualname__)
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return "<".join(names)


def places(error: BaseException) -> list[str]:
    """Return where an exception passed, as `path:line`, without source text and without values."""
    frames = traceback.walk_tb(error.__traceback__)
    return [place(frame.f_code.co_filename, line) for frame, line in frames][-DEEPEST:]


def place(filename: str, line: int) -> str:
    """Return `path:line` without the folder that Python found the module in, which is nobody's."""
    path = Path(filename)
    roots = [Path(entry) for entry in sys.path if entry and path.is_relative_to(entry)]
    longest = max(roots, key=lambda root: len(root.parts), default=path.parent)
    return f"{path.relative_to(longest).as_posix()}:{line}"

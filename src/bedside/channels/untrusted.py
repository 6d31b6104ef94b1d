"""Reads JSON that nobody vouches for: every step may be missing or of another type."""

from __future__ import annotations

from typing import Any


def reach(value: object, *path: str | int) -> object:
    """Follow keys and positions; None as soon as a step is not there."""
    for step in path:
        match value, step:
            case dict(), str():
                value = value.get(step)
            case list(), int() if -len(value) <= step < len(value):
                value = value[step]
            case _:
                return None
    return value


def text(value: object, *path: str | int) -> str:
    """Return the string there, or an empty one."""
    found = reach(value, *path)
    return found if isinstance(found, str) else ""


def whole(value: object, *path: str | int) -> int | None:
    """Return the whole number there; a truth value is none."""
    found = reach(value, *path)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def rows(value: object, *path: str | int) -> list[dict[str, Any]]:
    """Return the objects of the list there; what is not an object is left out."""
    found = reach(value, *path)
    return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []

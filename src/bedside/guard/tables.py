"""Word lists that give one wording for another: the first before a tab, the second after it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def pairs(name: str) -> Mapping[str, str]:
    """Return `words/<name>.txt` as a mapping. An unknown name raises FileNotFoundError."""
    text = (files("bedside.guard.words") / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.partition("\t") for line in text.splitlines() if not line.startswith("#"))
    return {first: second for first, tab, second in lines if tab}

"""The medical words: drugs, conditions, procedures and all else that a general dictionary lacks."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SECTIONS = (
    "drugs",
    "brands",
    "conditions",
    "procedures",
    "specialties",
    "insurers",
    "terms",
    "clinic",
)


@cache
def section(name: str) -> frozenset[str]:
    """Return the words and phrases of one section, written as one writes them."""
    return _sections()[name]


@cache
def drug_names() -> frozenset[str]:
    """Return generic names and brands in lower case, single words only."""
    names = section("drugs") | section("brands")
    return frozenset(name.lower() for name in names if " " not in name)


@cache
def single_words() -> frozenset[str]:
    """Return every single word of all sections, as written, for a spelling dictionary."""
    return frozenset(word for name in SECTIONS for term in section(name) for word in term.split())


@cache
def _sections() -> Mapping[str, frozenset[str]]:
    source = files("bedside.guard.words") / "copy_medical.txt"
    found: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in source.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = found.setdefault(line.strip("[]"), set())
        elif line and not line.startswith("#"):
            current.add(line)
    return {name: frozenset(terms) for name, terms in found.items()}

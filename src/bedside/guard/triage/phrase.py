"""
Phrases of whole words, each tried only where a text holds what it needs.

A phrase is written as one pattern with many alternatives. They are tried one by one, so that a
text which holds nothing of an alternative never pays for it.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from itertools import islice
from typing import TYPE_CHECKING

from bedside.guard.lexicon import compiled
from bedside.guard.prefilter import needs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.reading import Reading

MOST = 20
"""How often one phrase is looked for in one text; nobody reads more, and hostile texts end."""

_GAP = re.compile(r"<(\d+)(\??)>")


class Phrase:
    """
    A pattern as `lexicon.compiled` takes it, for folded text, of whole words.

    `<3>` is up to three words in between, all in one sentence; `<3?>` the same after a space.
    """

    def __init__(self, pattern: str) -> None:
        self._alternatives = tuple(map(_Alternative, alternatives(pattern)))

    @cached_property
    def strings(self) -> frozenset[str]:
        """All strings of which a text must hold one for an alternative to match."""
        return frozenset().union(*(one.needed for one in self._alternatives))

    def matches(self, reading: Reading) -> Iterator[re.Match[str]]:
        """Yield where the phrase stands."""
        for one in self._alternatives:
            if reading.holds(one.needed):
                yield from islice(one.pattern.finditer(reading.folded), MOST)


class _Alternative:
    def __init__(self, pattern: str) -> None:
        self.pattern = whole_words(pattern)

    @cached_property
    def needed(self) -> frozenset[str]:
        return needs(self.pattern)


@cache
def whole_words(pattern: str) -> re.Pattern[str]:
    """Compile a pattern, with its gaps written out, between the edges of words."""
    return compiled(rf"(?<![^\W_])(?:{_GAP.sub(_between, pattern)})(?!'?[^\W_])")


def _between(match: re.Match[str]) -> str:
    apart = r"[^\w.!?]{1,4}"
    some = rf"(?:[\w'%$£-]{{1,24}}{apart}){{0,{match[1]}}}?"
    return some if match[2] else apart + some


def alternatives(pattern: str) -> Iterator[str]:
    """Cut a pattern at each `|` that stands in no group and no class."""
    depth, start, classed, escaped = 0, 0, False, False
    for place, sign in enumerate(pattern):
        if escaped or sign == "\\":
            escaped = not escaped
        elif classed:
            classed = sign != "]"
        elif sign == "[":
            classed = True
        elif sign == "|" and not depth:
            yield pattern[start:place]
            start = place + 1
        else:
            depth += (sign == "(") - (sign == ")")
    yield pattern[start:]

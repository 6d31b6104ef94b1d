"""What several rules want to know of one text, each worked out once, when first asked for."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from bedside.guard.codes import codes
from bedside.guard.lexicon import CARE_LISTS, automaton, words
from bedside.guard.prefilter import present

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import ahocorasick

NEAR = 200
"""How many characters around a person a word of care is taken to be about them."""

_start_of = attrgetter("start")

LONG = 300
"""Characters before and after a word that its sentence may have; a longer one is cut there."""

_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…]+[\"')\]”’]*(?=\s|$)|\n+")
_ANYBODY = re.compile(
    r"\b(?:if|whether|unless|anyone|anybody|everyone|everybody|whoever|whenever|people|those|"
    r"someone|somebody|patients|families|folks|each|every|any|many|most|nobody|no one)\b"
)
_GENERAL = re.compile(
    r"\b(?:if|whether|any|anyone|anybody|anyone's|anybody's|everyone|everybody|everybody's|every|"
    r"each|most|many|some|people|patients|families|folks|adults|usually|generally|normally|often|"
    r"typically|sometimes|in general|can|may|might|could|should|would|always|whoever|those|"
    r"someone|somebody|nobody|no one|one in|per ?cent|policy|policies|can't|cannot|won't|"
    r"don't discuss|call|ring|book|questions|hours|free|for all|website|please|todos|cualquier|"
    r"nadie|siempre|personas?|quien|quienes)\b"
)
_NARRATIVE = re.compile(
    r"\b(?:was|wasn't|were|weren't|had|did|didn't|went|came|got|told|gave|took|left|made|saw|been|"
    r"[a-z]{3,}(?<!e)ed|last|yesterday|tonight|this morning|today|ready|again|still|already|due|"
    r"overdue|home|glad|thrilled|hope|so happy|congratulations|congrats|seeing|doing|his|her|hers|"
    r"he|she|he's|she's|he'll|she'll|yours|you've)\b"
)
_FACT = re.compile(
    r"\b(?:is|are|isn't|aren't|it's|takes?|has|have|adds?|sits?|gets?|means|comes?|needs?|starts?|"
    r"lasts?|cost|costs|shows?|happens?|deserves?|matters?|saves?|lives?)\b"
)
_OURS = re.compile(r"\bour (?:[a-z'-]+ ){0,2}$")
_CLAUSE_END = re.compile(
    r";|,? (?:but|pero|however|because|which is why|so|that's why|and)(?= )|: | - |\("
)
# Endings that nearly only medical words have; the look-aheads name the others.
_MEDICAL = re.compile(
    r"\b(?!diagnosis|prognosis|hypnosis|metamorphosis|aroma|diploma|sympath|empath|apath|"
    r"osteopath|homeopath|naturopath|telepath|academia|bohemia|oklahoma|tacoma|sonoma|roma\b|"
    r"coma\b|dichotomy|euphoria)[a-z]{3,}(?:itis|osis|oses|ectomy|ectomies|otomy|ostomy|oplasty|"
    r"oscopy|emia|aemia|oma|omas|opathy|algia|cillin|mycin|floxacin|statin|sartan|prazole|azepam|"
    r"azolam|tinib|gliptin|gliflozin|glutide|cyclovir|triptan|oxetine|profen|lukast|parin|"
    r"setron)\b"
)
_OWNED = re.compile(
    r"\b(?:your|his|her|their|that|my|that's|su|tu|sus|tus|ese|esa)(?: (?!own)[a-z-]{2,12}){0,1} $"
)
_DETERMINER = re.compile(r"\b(?:the|a|an|your|his|her|their|that|this|my)(?: [a-z-]{2,12}){0,1} $")
_TITLES = frozenset(
    ["dr", "mr", "mrs", "ms", "mx", "st", "prof", "sr", "jr", "no", "e.g", "i.e", "a.m", "p.m"]
)


class Token(NamedTuple):
    """A word: where it stands, how it is written, and its lower-case form."""

    start: int
    end: int
    text: str
    word: str


class Term(NamedTuple):
    """A term of a word list, found in the text."""

    start: int
    end: int
    word: str


class Reading:
    """The shared analysis of one text. Offsets are code points of the text as it was given."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._present: frozenset[str] | None = None

    @cached_property
    def folded(self) -> str:
        """
        The text in lower case, with plain quotes, dashes and spaces, one for one.

        Its length is that of the text, so offsets hold in both. Letters that only look different
        (full-width, mathematical bold) become plain ones.
        """
        if self.text.isascii():
            return self.text.lower().translate(_SPACES)
        return "".join(map(_fold, self.text))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All words in order; an apostrophe inside a word belongs to it."""
        text = self.text
        return tuple(
            Token(match.start(), match.end(), text[match.start() : match.end()], match[0])
            for match in _TOKEN.finditer(self.folded)
        )

    @cached_property
    def words(self) -> frozenset[str]:
        """Every lower-case word of the text, and the part before an apostrophe."""
        found = {token.word for token in self.tokens}
        return frozenset(found | {word.split("'", 1)[0] for word in found if "'" in word})

    @cached_property
    def codes(self) -> tuple[tuple[int, int], ...]:
        """Start and end of everything that may be a record's, a card's or a thing's number."""
        return tuple(codes(self.text, self.folded))

    @cached_property
    def breaks(self) -> tuple[int, ...]:
        """Where each sentence begins, and last the length of the text."""
        starts = [0]
        for match in _SENTENCE_END.finditer(self.text):
            before = self.folded[max(0, match.start() - 5) : match.start()].rsplit(" ", 1)[-1]
            if match[0] != "." or before.lstrip("(\"'") not in _TITLES:
                starts.append(match.end())
        if starts[-1] != len(self.text):
            starts.append(len(self.text))
        return tuple(starts)

    def sentence(self, offset: int) -> tuple[int, int]:
        """Return start and end of the sentence around an offset, cut if it is very long."""
        return _between(self.breaks, offset)

    @cached_property
    def clause_breaks(self) -> tuple[int, ...]:
        """Where each clause begins: a sentence, cut at "but", "so", ";" and the like."""
        cuts = {match.end() for match in _CLAUSE_END.finditer(self.folded)}
        return tuple(sorted(cuts.union(self.breaks)))

    def clause(self, offset: int) -> tuple[int, int]:
        """Return start and end of the clause around an offset, cut if it is very long."""
        return _between(self.clause_breaks, offset)

    def around(self, offset: int) -> tuple[int, int]:
        """Return a stretch around an offset that is still about the same: some sentences."""
        return (
            self.sentence(max(0, offset - NEAR))[0],
            self.sentence(min(len(self.text), offset + NEAR))[1],
        )

    def holds(self, needed: frozenset[str]) -> bool:
        """Tell whether the folded text holds one of some strings; none needed is always held."""
        if not needed:
            return True
        if self._present is None:
            return any(string in self.folded for string in needed)
        return not needed.isdisjoint(self._present)

    def look_for(self, machine: ahocorasick.Automaton) -> None:
        """
        Find all strings of an automaton at once, before `holds` is asked for them.

        From then on `holds` answers for these strings only.
        """
        self._present = present(machine, self.folded)

    def speaks_of_anybody(self, offset: int) -> bool:
        """Tell whether the clause speaks of people in general before an offset."""
        start, _ = self.clause(offset)
        return _ANYBODY.search(self.folded, max(start, offset - 120), offset) is not None

    def speaks_generally(self, offset: int) -> bool:
        """Tell whether the clause at an offset is advice, a policy or a fact about people."""
        return self._clause_has(_GENERAL, offset)

    def states_a_fact(self, offset: int) -> bool:
        """Tell whether the clause at an offset is in the present tense of facts ("X is common")."""
        return self._clause_has(_FACT, offset)

    def narrates(self, offset: int) -> bool:
        """Tell whether the clause at an offset tells of something that happened to somebody."""
        return self._clause_has(_NARRATIVE, offset)

    def _clause_has(self, pattern: re.Pattern[str], offset: int) -> bool:
        return pattern.search(self.folded, *self.clause(offset)) is not None

    def is_ours(self, offset: int) -> bool:
        """Tell whether "our" owns the word at an offset ("our X-ray room")."""
        return _OURS.search(self.folded, max(0, offset - 30), offset) is not None

    @cached_property
    def terms(self) -> Mapping[str, tuple[Term, ...]]:
        """Whole-word finds of the scanned word lists, by the name of the list."""
        found: dict[str, list[Term]] = {}
        for start, end, names in self._whole_words():
            for name in names:
                terms = found.setdefault(name, [])
                while terms and terms[-1].start >= start:
                    terms.pop()
                if not terms or terms[-1].end <= start:
                    terms.append(Term(start, end, self.folded[start:end]))
        return {name: tuple(terms) for name, terms in found.items()}

    def has_term(self, name: str, start: int, end: int) -> bool:
        """Tell whether a term of a scanned list begins in a stretch."""
        terms = self.terms.get(name, ())
        first = bisect_left(terms, start, key=_start_of)
        return first < len(terms) and terms[first].start < end

    def is_in_term(self, name: str, start: int, end: int) -> bool:
        """Tell whether a stretch shares a character with a term of a scanned list."""
        terms = self.terms.get(name, ())
        after = bisect_left(terms, end, key=_start_of)
        return after > 0 and terms[after - 1].end > start

    def has_care(self, start: int, end: int) -> bool:
        """Tell whether a word of care begins in a stretch."""
        first = bisect_left(self.care, start, key=_start_of)
        return first < len(self.care) and self.care[first].start < end

    @cached_property
    def care(self) -> tuple[Term, ...]:
        """
        Words of care in order, but everyday ones only where they are somebody's or a definite one.

        "The crown" and "your back" count; "back soon" and "on the other hand" do not.
        """
        everyday = words("everyday")
        found: list[Term] = []
        for name in CARE_LISTS:
            for term in self.terms.get(name, ()):
                if term.word not in everyday or self._is_particular(term.start):
                    found.append(term)
        found += (Term(*match.span(), match[0]) for match in _MEDICAL.finditer(self.folded))
        found.sort(key=lambda term: (term.start, -term.end))
        return tuple(
            term
            for index, term in enumerate(found)
            if not index or term.start >= found[index - 1].end
        )

    def _is_particular(self, start: int) -> bool:
        return _OWNED.search(self.folded, max(0, start - 24), start) is not None

    def phrase_start(self, offset: int) -> int:
        """Return where the noun phrase around a word begins: at its article or owner, if near."""
        match = _DETERMINER.search(self.folded, max(0, offset - 24), offset)
        return match.start() if match else offset

    def _whole_words(self) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        folded = self.folded
        last = len(folded) - 1
        for end, (length, names) in automaton().iter(folded):
            start = end - length + 1
            if start and folded[start - 1].isalnum():
                continue
            if end < last and folded[end + 1].isalnum():
                plural = folded[end + 1] == "s" and not folded[end + 2 : end + 3].isalnum()
                if not plural:
                    continue
            yield start, end + 1, names


def _between(breaks: tuple[int, ...], offset: int) -> tuple[int, int]:
    """Return the neighbors of an offset among the breaks, at most LONG away from it."""
    index = bisect_right(breaks, offset)
    start = breaks[index - 1] if index < len(breaks) else breaks[max(0, index - 2)]
    end = breaks[min(index, len(breaks) - 1)]
    return max(start, offset - LONG), min(end, offset + LONG)


_SPACES = dict.fromkeys((9, 10, 11, 12, 13), " ")
_LOOKALIKES = {
    "‘": "'", "’": "'", "ʼ": "'", "´": "'", "“": '"', "”": '"',
    "–": "-", "—": "-", "‑": "-", "−": "-", "\u200b": " ", "\ufeff": " ",
}  # fmt: skip


@lru_cache(maxsize=4096)
def _fold(character: str) -> str:
    """Return the plain lower-case form of one character, always one character long."""
    if character in _LOOKALIKES:
        return _LOOKALIKES[character]
    if character.isspace():
        return " "
    plain = unicodedata.normalize("NFKC", character).lower()
    return plain if len(plain) == 1 else character

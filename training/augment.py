"""Changes to an example that leave its label true: other names, other numbers, other habits."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from examples import VERDICTS, Example, Marked

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from random import Random

    from bedside.guard.draft import Draft

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?<!\d)\d(?:[\d\s().\-]{2,}\d)(?!\d)")
_EMOJI = ("😊", "💙", "🙏", "✨", "🎉", "❤️", "👏", "🦷", "😂", "🌷")
_TITLES = frozenset(
    {"Dr", "Dra", "Mr", "Mrs", "Ms", "Miss", "Nurse", "Sr", "Sra", "Señora", "Mme"}
    | {"RN", "MD", "DDS", "DMD", "NP", "PA", "RDH"}
)


@dataclass(frozen=True)
class Names:
    """Names to swap in, of many cultures, and names that are also words and stay as they are."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    words: frozenset[str]

    @classmethod
    def read(cls, folder: Path) -> Names:
        """Read the guard's own word lists."""

        def lines(name: str) -> tuple[str, ...]:
            text = (folder / f"{name}.txt").read_text(encoding="utf-8")
            return tuple(line for line in text.splitlines() if line and line[0] != "#")

        return cls(lines("given_names"), lines("surnames"), frozenset(lines("word_names")))


def augmented(example: Example, names: Names, random: Random) -> Example:
    """Return the example changed in some ways, or in none."""
    if random.random() < 0.55:
        example = renamed(example, names, random)
    if random.random() < 0.3:
        example = renumbered(example, random)
    if random.random() < 0.25:
        example = restaffed(example, names, random)
    return noisy(example, random)


def renamed(example: Example, names: Names, random: Random) -> Example:
    """Give the people of an example other names, the same everywhere in it."""
    draft = example.draft
    people = [
        draft.text[span.start : span.end] for span in example.spans if span.label == "ID-NAME"
    ]
    people += [*draft.org.staff, *draft.consents]
    swaps: dict[str, str] = {}
    for person in people:
        for place, word in enumerate(_WORD.findall(re.sub(r"\(.*|,.*", "", person))):
            if word[0].isupper() and len(word) > 1 and not _fixed(word, names):
                first = random.choice((names.given, names.given, names.family))
                pool = names.family if place else first
                swaps.setdefault(word, random.choice(pool).title())
    return _rewritten(example, _WORD, lambda word: swaps.get(word, word)) if swaps else example


def renumbered(example: Example, random: Random) -> Example:
    """Change the digits of long numbers, the same everywhere in the example."""
    digits = "0123456789"
    table = str.maketrans(digits, "".join(random.sample(digits, 10)))
    return _rewritten(
        example,
        _NUMBER,
        lambda number: number.translate(table) if sum(map(str.isdigit, number)) > 6 else number,
    )


def restaffed(example: Example, names: Names, random: Random) -> Example:
    """Add people to the staff whom the text does not name; drop others whom it does not name."""
    draft = example.draft
    text = draft.text.lower()
    present = [
        person
        for person in draft.org.staff
        if random.random() < 0.5 or any(word.lower() in text for word in _WORD.findall(person))
    ]
    for _ in range(random.randrange(3)):
        given, family = random.choice(names.given), random.choice(names.family)
        if given not in text and family not in text:
            present.append(f"{random.choice(('Dr. ', ''))}{given.title()} {family.title()}")
    return replace(example, draft=replace(draft, org=replace(draft.org, staff=tuple(present))))


def noisy(example: Example, random: Random) -> Example:
    """Change case, apostrophes, end marks or emoji, as people do."""
    chance = random.random()
    if chance < 0.07:
        return _recased(example, str.lower)
    if chance < 0.09:
        return _recased(example, str.upper)
    if chance < 0.14:
        table = str.maketrans("'’", "’'")
        return _retext(example, example.draft.text.translate(table))
    if chance < 0.19:
        return _retext(example, example.draft.text.rstrip(".!"))
    if chance < 0.24:
        return _retext(example, f"{example.draft.text} {random.choice(_EMOJI)}")
    if chance < 0.28:
        return _rewritten(example, _WORD, lambda word: _typo(word, random))
    return example


def joined(first: Example, second: Example) -> Example | None:
    """Put two texts of one kind after each other; None where their contexts do not agree."""
    a, b = first.draft, second.draft
    if a.kind != b.kind or a.reply_to != b.reply_to or a.consents or b.consents:
        return None
    shift = len(a.text) + 1
    staff = tuple(dict.fromkeys((*a.org.staff, *b.org.staff)))
    spans = (Marked(s.start + shift, s.end + shift, s.label) for s in second.spans)
    return replace(
        first,
        draft=replace(a, text=f"{a.text} {b.text}", org=replace(a.org, staff=staff)),
        verdict=max(first.verdict, second.verdict, key=VERDICTS.index),
        spans=(*first.spans, *spans),
    )


def _fixed(word: str, names: Names) -> bool:
    return word in _TITLES or word.lower() in names.words


def _typo(word: str, random: Random) -> str:
    if len(word) < 5 or random.random() > 0.08:
        return word
    at = random.randrange(1, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _recased(example: Example, change: Callable[[str], str]) -> Example:
    text = change(example.draft.text)
    return _retext(example, text) if len(text) == len(example.draft.text) else example


def _retext(example: Example, text: str) -> Example:
    spans = tuple(replace(span, end=min(span.end, len(text))) for span in example.spans)
    return replace(example, draft=replace(example.draft, text=text), spans=spans)


def _rewritten(example: Example, pattern: re.Pattern[str], change: Callable[[str], str]) -> Example:
    """Change every match of a pattern in all that an example says, and move its spans along."""
    draft = example.draft

    def again(text: str) -> str:
        return pattern.sub(lambda match: change(match.group()), text)

    pieces: list[str] = []
    moves: list[tuple[int, int, int, int]] = []
    at = written = 0
    for match in pattern.finditer(draft.text):
        new = change(match.group())
        if new == match.group():
            continue
        pieces += [draft.text[at : match.start()], new]
        begin = written + match.start() - at
        moves.append((match.start(), match.end(), begin, begin + len(new)))
        at, written = match.end(), begin + len(new)
    pieces.append(draft.text[at:])
    return replace(
        example,
        draft=_changed(draft, "".join(pieces), again),
        spans=tuple(
            Marked(_moved(span.start, moves, 0), _moved(span.end, moves, 1), span.label)
            for span in example.spans
        ),
    )


def _changed(draft: Draft, text: str, again: Callable[[str], str]) -> Draft:
    return replace(
        draft,
        text=text,
        reply_to=again(draft.reply_to) if draft.reply_to else draft.reply_to,
        consents=tuple(map(again, draft.consents)),
        org=replace(
            draft.org, staff=tuple(map(again, draft.org.staff)), phone=again(draft.org.phone)
        ),
    )


def _moved(offset: int, moves: Sequence[tuple[int, int, int, int]], side: int) -> int:
    """Carry an offset over; inside a changed stretch it goes to that stretch's start or end."""
    shift = 0
    for start, end, begin, finish in moves:
        if offset < start or (offset == start and not side):
            break
        if offset < end:
            return finish if side else begin
        shift = finish - end
    return offset + shift

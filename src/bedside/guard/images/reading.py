"""
Tells what the lines of a picture say about somebody: the text guard, and looser patterns.

In a picture stand labels, lists and forms, not sentences. So a lone name, a room or "NPO" counts
here, each line is also read together with its neighbours, and letters that look like digits
(O, I, l, S, B) are taken for digits where a number is expected. What is the organisation's own is
no identifier: its name, staff, phones, addresses and places.

Words in a picture are published as much as words below it, so `heard` asks the text guard in full
about them, with its model, whatever it may find: a disclosure, a claim, an offer for reviews.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from bedside.guard.draft import Draft, Kind
from bedside.guard.engine import AS_WRITTEN, DEFAULT, check
from bedside.guard.finding import Severity
from bedside.guard.images.boxes import around
from bedside.guard.images.clues import BIRTH, DATE, NAME, RECORD, clues
from bedside.guard.images.findings import Area

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bedside.guard.draft import Organisation
    from bedside.guard.engine import Settings
    from bedside.guard.finding import Finding
    from bedside.guard.images.boxes import Box, Size
    from bedside.guard.images.findings import Line, Scan

MANY = 10
"""Pieces of text close to each other from which on they are a screen or a document."""
NAMES = {
    "ID-NAME": NAME,
    "ID-DATE": DATE,
    "ID-GEO": "an address",
    "ID-CONTACT": "a way to reach somebody",
    "ID-NUMBER": RECORD,
    "ID-AGE90": "an age over 89",
}
"""What the guard's labels of identifiers are called: these stand in a line of their own."""
FAMILIES = {
    "DIS-INVITE": "a question about people's health",
    "DIS-PAYMENT": "something about somebody's bill or insurance",
    "DIS": "something about somebody's care",
    "ID": "something about how somebody can be known",
    "CLAIM": "a claim about health that needs proof",
    "REVIEW": "something the law on reviews forbids",
    "ADS": "advertising that has rules of its own",
    "STIGMA": "words that may hurt people",
    "TONE": "words in a tone that may hurt",
}
"""What all other findings read like, by label or by the family of labels: of a whole block."""
PUT = {FAMILIES[label] for label in ("CLAIM", "REVIEW", "ADS", "STIGMA", "TONE")}
"""Those of them that concern how something is put, and nobody in particular."""
OTHER = "something that the guard warns about"
UNHEARD = AS_WRITTEN | {"TONE-SHOUT"}
"""Labels of how something is written: signs stand in capitals, and a machine read the letters."""
TOGETHER = 20
"""Captions that are read at once; each is read with at least nine before or behind it."""
_SCREEN = "Many lines close together: this may be a screen or a document."
_NEAR = 1.2
"""Line heights between two lines, up to which they belong together."""
_BESIDE = 3.0
"""Line heights between two pieces of one row, up to which they belong together."""
_LOOSE = 3.0
_SHOUTED = re.compile(r"[A-Z]{2,}")


def judged(lines: Sequence[Line], org: Organisation, size: Size) -> tuple[Line, ...]:
    """Return the lines, each with whether and in what way it says who somebody is."""
    found: dict[int, list[str]] = defaultdict(list)
    for block in _blocks(lines, size):
        for place, kind in _named([lines[index].text for index in block], org):
            _note(found[block[place]], kind)
    return tuple(_told(line, found[index]) for index, line in enumerate(lines))


def heard(scan: Scan, org: Organisation, settings: Settings = DEFAULT) -> Scan:
    """
    Return a scan after the text guard has read its lines in full, with its model.

    Lines that stand together are read together, and so are all lines of the picture. Identifiers
    are told of their line. Where the guard stops or warns of anything else, the whole block is
    not harmless: its lines become one `Line` with a sentence, in `says`. Notes change nothing.
    `settings` are those of whoever publishes it. Takes milliseconds a block.
    """
    lines, size = scan.texts.lines, (scan.width, scan.height)
    blocks = sorted(_blocks(lines, size), key=lambda block: min(lines[one].box.y for one in block))
    named: dict[int, list[str]] = defaultdict(list)
    said: dict[int, list[str]] = defaultdict(list)
    block_of = {index: number for number, block in enumerate(blocks) for index in block}
    whole = [[index for block in blocks for index in block]] if len(blocks) > 1 else []
    for together in (*blocks, *whole):
        texts = [lines[index].text for index in together]
        for finding, places in _in_full(texts, org, settings):
            for index in (together[place] for place in places):
                if finding.label in NAMES:
                    _note(named[index], NAMES[finding.label])
                else:
                    _note(said[block_of[index]], _family(finding.label))
    new: list[Line] = []
    for number, block in enumerate(blocks):
        if said[number]:
            new.append(_joined([lines[index] for index in block], said[number], org))
        else:
            new += [_also(lines[index], named[index]) for index in block]
    return replace(scan, texts=replace(scan.texts, lines=tuple(new)))


def _joined(lines: Sequence[Line], said: Sequence[str], org: Organisation) -> Line:
    """Make one line of a block about which the guard has something to say."""
    texts = [line.text for line in lines]
    kinds = list(said)
    for _, kind in _named(texts, org):
        _note(kinds, kind)
    return replace(
        lines[0],
        box=around(line.box for line in lines),
        text="\n".join(texts),
        score=min(line.score for line in lines),
        identifier=any(line.identifier for line in lines),
        says=_sentence(kinds),
    )


def _told(line: Line, kinds: Sequence[str]) -> Line:
    return replace(line, identifier=True, says=_sentence(kinds)) if kinds else line


def _also(line: Line, kinds: Sequence[str]) -> Line:
    """Tell what the full check found in a line, unless a look has told something already."""
    return line if line.identifier else _told(line, kinds)


def _note(kinds: list[str], kind: str) -> None:
    if kind not in kinds:
        kinds.append(kind)


def _family(label: str) -> str:
    return FAMILIES.get(label) or FAMILIES.get(label.partition("-")[0], OTHER)


def spoken(
    texts: Sequence[str], org: Organisation, settings: Settings = DEFAULT
) -> Iterator[tuple[int, int, str]]:
    """
    Yield what the text guard stops or warns of in texts that follow each other, as captions do.

    That is the places of the first and the last text that it is about, and a sentence without
    their words. A sentence may go on in the next text, so `TOGETHER` of them are read at once.
    """
    found: dict[tuple[int, int], list[str]] = defaultdict(list)
    step = TOGETHER // 2
    for start in range(0, max(len(texts) - step, 1), step):
        for finding, places in _in_full(texts[start : start + TOGETHER], org, settings):
            kind = NAMES.get(finding.label) or _family(finding.label)
            _note(found[start + places[0], start + places[-1]], kind)
    for (first, last), kinds in sorted(found.items()):
        yield first, last, _sentence(kinds)


def screens(boxes: Sequence[Box], size: Size) -> tuple[Area, ...]:
    """Return the areas where so many pieces of text stand that they are a screen or a document."""
    groups = _groups(boxes, size, beside=_LOOSE * 2, below=_LOOSE)
    large = [group for group in groups if len(group) >= MANY]
    return tuple(Area(around(boxes[index] for index in group), _SCREEN) for group in large)


def _sentence(kinds: Sequence[str]) -> str:
    """Say what a line reads like, without its words: a name first, how it is put only by itself."""
    told = [kind for kind in kinds if kind != DATE or BIRTH not in kinds]
    told = [kind for kind in told if kind not in PUT] or told
    parts = sorted(told, key=lambda kind: kind != NAME)[:3]
    if len(parts) == 1:
        return f"Reads like {parts[0]}."
    return f"Reads like {', '.join(parts[:-1])} and {parts[-1]}."


def _named(texts: Sequence[str], org: Organisation) -> Iterator[tuple[int, str]]:
    """Yield for lines together the place of each that says who somebody is, and how."""
    for written in dict.fromkeys(["\n".join(texts), "\n".join(map(_unshouted, texts))]):
        for finding in check(Draft(written, Kind.POST, org=org), quick=True).findings:
            if finding.label in NAMES and finding.end:
                yield _places(finding, texts)[0], NAMES[finding.label]
    yield from clues(texts, org)


def _in_full(
    texts: Sequence[str], org: Organisation, settings: Settings
) -> Iterator[tuple[Finding, list[int]]]:
    """Yield what the guard stops or warns of in lines together, and the places of these lines."""
    # Lines of a card are often one sentence; lines of a list are not. Both are as long.
    for written in dict.fromkeys(["\n".join(texts), " ".join(map(_unshouted, texts))]):
        for finding in check(Draft(written, Kind.POST, org=org), settings).findings:
            if finding.severity is not Severity.INFO and finding.label not in UNHEARD:
                yield finding, _places(finding, texts)


def _places(finding: Finding, texts: Sequence[str]) -> list[int]:
    """Return the places of the lines that a finding touches: all, where it is of the whole."""
    touched, start = [], 0
    for place, text in enumerate(texts):
        end = start + len(text) + 1
        if not finding.end or (finding.start < end and max(finding.end, finding.start + 1) > start):
            touched.append(place)
        start = end
    return touched


def _unshouted(text: str) -> str:
    """Write words in capitals as names are written, so that "MARGARET" is read as one."""
    return _SHOUTED.sub(lambda match: match[0].capitalize(), text)


def _blocks(lines: Sequence[Line], size: Size) -> list[list[int]]:
    """Group lines that belong together, each group in the order in which people read it."""
    boxes = [line.box for line in lines]
    groups = _groups(boxes, size, beside=_BESIDE, below=_NEAR)
    return [_in_order(group, boxes) for group in groups]


def _in_order(group: Iterable[int], boxes: Sequence[Box]) -> list[int]:
    """Sort by rows and, within a row, from left to right."""
    rows: list[list[int]] = []
    for index in sorted(group, key=lambda one: boxes[one].y + boxes[one].h / 2):
        middle = boxes[index].y + boxes[index].h / 2
        last = boxes[rows[-1][0]] if rows else None
        if last and last.y <= middle <= last.y + last.h:
            rows[-1].append(index)
        else:
            rows.append([index])
    return [index for row in rows for index in sorted(row, key=lambda one: boxes[one].x)]


def _groups(boxes: Sequence[Box], size: Size, *, beside: float, below: float) -> list[list[int]]:
    """Join boxes that are at most so many line heights apart, beside or below each other."""
    group = list(range(len(boxes)))
    for one in range(len(boxes)):
        for other in range(one):
            if group[one] != group[other] and _are_near(
                boxes[one], boxes[other], size, beside, below
            ):
                old, new = group[one], group[other]
                group = [new if number == old else number for number in group]
    gathered = defaultdict(list)
    for index, number in enumerate(group):
        gathered[number].append(index)
    return list(gathered.values())


def _are_near(one: Box, other: Box, size: Size, beside: float, below: float) -> bool:
    """Tell whether two lines are near; of one that runs upwards the width is its height."""
    wide, high = size
    unit = sum(min(box.w * wide, box.h * high) for box in (one, other)) / 2
    across = wide * (max(one.x, other.x) - min(one.x + one.w, other.x + other.w))
    down = high * (max(one.y, other.y) - min(one.y + one.h, other.y + other.h))
    if one.w * wide < one.h * high:
        across, down = down, across
    return across <= beside * unit and down <= below * unit

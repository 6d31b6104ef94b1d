"""
How many identifiers the quick check finds: `python identifiers.py FILE`, from `training/`.

Each line of the file is a draft with its `identifiers`, `{"start", "end", "type"}`. One is found
where a finding of family P overlaps it. Texts without any are look-alikes, in which each finding of
a number or a contact is a false alarm; precision is that of these findings, over all texts. With
`--show`, what was missed and each false alarm are printed.
"""

from __future__ import annotations

import argparse
import json
import logging
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bedside.guard import Draft, Finding, Kind, check
from bedside.guard.lines import read_line

if TYPE_CHECKING:
    from collections.abc import Iterator

log = logging.getLogger("identifiers")

LABELS = frozenset({"ID-CONTACT", "ID-NUMBER"})
TYPES = {
    "P004": "phone",
    "P005": "email",
    "P007": "ssn",
    "P008": "mrn",
    "P010": "ip",
    "P017": "plan",
    "P018": "plate",
    "P019": "device",
    "P022": "url",
}
"""The type that a rule's false alarm counts against."""


@dataclass(frozen=True)
class Span:
    """One identifier that people marked."""

    start: int
    end: int
    type: str


@dataclass(frozen=True)
class Marked:
    """A draft and the identifiers in it."""

    id: str
    draft: Draft
    spans: tuple[Span, ...]


def read(path: Path) -> Iterator[Marked]:
    """Read a marked set, one object a line."""
    for line in path.read_bytes().splitlines():
        record = json.loads(line)
        spans = tuple(Span(**span) for span in record["identifiers"])
        yield Marked(record["id"], read_line(line, Kind.POST).draft, spans)


def overlaps(finding: Finding, span: Span) -> bool:
    """Tell whether a finding marks any of an identifier."""
    return finding.start < span.end and span.start < finding.end


@dataclass
class Counts:
    """What was there, what was found, and what was found where nothing was, by type."""

    total: Counter[str]
    hit: Counter[str]
    right: Counter[str]
    alarms: Counter[str]
    alarmed: int = 0


def count(items: list[Marked], *, show: bool) -> Counts:
    """Check every draft and count; with `show`, say what was missed and each false alarm."""
    counts = Counts(Counter(), Counter(), Counter(), Counter())
    for item in items:
        found = [f for f in check(item.draft, quick=True).findings if f.code.startswith("P")]
        for span in item.spans:
            hit = any(overlaps(finding, span) for finding in found)
            counts.total[span.type] += 1
            counts.hit[span.type] += hit
            if show and not hit:
                log.info("missed %s %s %s", item.id, span.type, item.draft.text)
        numbers = [finding for finding in found if finding.label in LABELS]
        counts.alarmed += bool(numbers) and not item.spans
        for finding in numbers:
            of = {span.type for span in item.spans if overlaps(finding, span)}
            counts.right.update(of)
            if not of:
                counts.alarms[TYPES.get(finding.code, "other")] += 1
                if show:
                    told = item.draft.text[finding.start : finding.end]
                    log.info("alarm %s %s %r %s", item.id, finding.code, told, item.draft.text)
    return counts


def share(part: int, whole: int) -> str:
    """Return a share in per cent, of how many."""
    return f"{100 * part / whole:5.1f} % of {whole:3}" if whole else "     – of   0"


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", action="store_true", help="print misses and false alarms")
    options = parser.parse_args()
    items = list(read(options.file))
    counts = count(items, show=options.show)
    for name in sorted({*counts.total, *counts.alarms}):
        found = counts.right[name] + counts.alarms[name]
        recall = share(counts.hit[name], counts.total[name])
        log.info("%-7s recall %s  precision %s", name, recall, share(counts.right[name], found))
    right, alarms = counts.right.total(), counts.alarms.total()
    recall = share(counts.hit.total(), counts.total.total())
    log.info("%-7s recall %s  precision %s", "all", recall, share(right, right + alarms))
    bare = sum(not item.spans for item in items)
    log.info("look-alikes with a false alarm: %d of %d", counts.alarmed, bare)


if __name__ == "__main__":
    main()

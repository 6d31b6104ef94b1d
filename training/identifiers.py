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


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", action="store_true", help="print misses and false alarms")
    options = parser.parse_args()
    total, hit, right, alarms, alarmed = Counter(), Counter(), Counter(), Counter(), 0
    sets = list(read(options.file))
    for item in sets:
        found = [f for f in check(item.draft, quick=True).findings if f.code.startswith("P")]
        for span in item.spans:
            total[span.type] += 1
            hit[span.type] += any(overlaps(finding, span) for finding in found)
            if options.show and not any(overlaps(finding, span) for finding in found):
                log.info("missed %s %s %s", item.id, span.type, item.draft.text)
        numbers = [finding for finding in found if finding.label in LABELS]
        alarmed += bool(numbers) and not item.spans
        for finding in numbers:
            of = {span.type for span in item.spans if overlaps(finding, span)}
            right.update(of)
            if not of:
                alarms[finding.code] += 1
                if options.show:
                    told = item.draft.text[finding.start : finding.end]
                    log.info("alarm %s %s %r %s", item.id, finding.code, told, item.draft.text)
    for name in sorted(total):
        log.info("%-7s recall %5.1f %% of %d", name, 100 * hit[name] / total[name], total[name])
    every, false = sum(right.values()), sum(alarms.values())
    log.info(
        "all     recall %5.1f %% of %d",
        100 * sum(hit.values()) / max(1, total.total()),
        total.total(),
    )
    log.info("precision %.1f %% of %d findings", 100 * every / max(1, every + false), every + false)
    bare = sum(not item.spans for item in sets)
    log.info("look-alikes with a false alarm: %d of %d; %s", alarmed, bare, dict(alarms))


if __name__ == "__main__":
    main()

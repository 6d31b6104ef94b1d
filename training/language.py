"""
How many slips of language the full check finds: `python language.py`, from `training/`.

Each line of the set is a short text, its `part`, and the `error` planted in it,
`{"start", "end", "kind", "right"}`, or null where the text is correct. A slip is found where a
finding of language touches its stretch; a correct text is flagged where there is any such finding.
Rules were tuned on the part "tune" only. With `--show PART`, what was missed and each false alarm
of that part are printed.
"""

from __future__ import annotations

import argparse
import json
import logging
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bedside.guard import Draft, Finding, check

if TYPE_CHECKING:
    from collections.abc import Iterator

log = logging.getLogger("language")

SET = Path(__file__).parent / "data" / "language-l81.jsonl"
PARTS = ("tune", "kept")


@dataclass(frozen=True)
class Slip:
    """One planted error."""

    start: int
    end: int
    kind: str
    right: str


@dataclass(frozen=True)
class Sentence:
    """A short text, and what is wrong with it, if anything is."""

    id: str
    part: str
    text: str
    slip: Slip | None


def read(path: Path) -> Iterator[Sentence]:
    """Read a set, one object a line."""
    for line in path.read_bytes().splitlines():
        record = json.loads(line)
        slip = Slip(**record["error"]) if record["error"] else None
        yield Sentence(record["id"], record["part"], record["text"], slip)


def findings(text: str) -> list[Finding]:
    """Return what the full check says about the language of a text."""
    return [finding for finding in check(Draft(text)).findings if finding.label == "PROOF"]


def touches(finding: Finding, slip: Slip) -> bool:
    """Tell whether a finding marks any of a slip."""
    return finding.start < slip.end and slip.start < finding.end


def report(sentences: list[Sentence], part: str, *, show: bool) -> None:
    """Print what was found and what was flagged of one part, the findings by kind of slip."""
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    flagged = 0
    for sentence in sentences:
        told = findings(sentence.text)
        slip = sentence.slip
        if slip is None:
            flagged += bool(told)
        else:
            hit = any(touches(finding, slip) for finding in told)
            planted[slip.kind] += 1
            found[slip.kind] += hit
            if show and not hit:
                wrong = sentence.text[slip.start : slip.end]
                log.info("missed %s %s %r %s", sentence.id, slip.kind, wrong, sentence.text)
            continue
        for finding in told if show else ():
            marked = sentence.text[finding.start : finding.end]
            log.info("alarm %s %s %r %s", sentence.id, finding.code, marked, sentence.text)
    for kind in sorted(planted):
        log.info("%s %-12s found %s", part, kind, share(found[kind], planted[kind]))
    correct = sum(sentence.slip is None for sentence in sentences)
    log.info("%s %-12s found %s", part, "all", share(found.total(), planted.total()))
    log.info("%s %-12s flagged %s", part, "correct", share(flagged, correct))


def share(part: int, whole: int) -> str:
    """Return a share in per cent, of how many."""
    return f"{100 * part / whole:5.1f} % of {whole:3}"


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", choices=PARTS, help="print misses and false alarms of a part")
    options = parser.parse_args()
    sentences = list(read(SET))
    for part in PARTS:
        of_part = [sentence for sentence in sentences if sentence.part == part]
        report(of_part, part, show=options.show == part)


if __name__ == "__main__":
    main()

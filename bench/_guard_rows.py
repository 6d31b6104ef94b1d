"""
The rows of the guard's bench: what each system finds on sets that nobody tuned on.

Every set in `data/` was written by an author who saw neither the rules nor the training texts. A
share is printed with its 95 % Wilson interval.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from bedside.guard import Draft, Severity, Verdict, check
from bedside.guard.draft import Kind
from bedside.guard.lines import read_line
from bedside.guard.triage import triage
from bedside.guard.triage.lines import read_line as read_message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from _peers import Finder

    from bedside.guard.finding import Finding

DATA = Path(__file__).parent / "data"
STOPPED, FLAGGED = (Verdict.BLOCK,), (Verdict.BLOCK, Verdict.WARN)
LOUD = (Severity.ERROR, Severity.WARN)


class Stretch(NamedTuple):
    """A stretch in code points, and what stands there."""

    start: int
    end: int
    sort: str


@dataclass(frozen=True)
class Item:
    """One line of a set: a draft, the verdict people gave it, and what they marked."""

    draft: Draft
    verdict: str
    marked: tuple[Stretch, ...]


@dataclass(frozen=True)
class System:
    """A checker: what it finds in a draft, and which findings are names."""

    find: Callable[[Draft], list[Stretch]]
    judge: Callable[[Draft], Verdict]


def bedside(*, quick: bool) -> System:
    """Return the guard; what it finds of claims, tone and language does not count here."""

    def report(draft: Draft) -> list[Finding]:
        found = check(draft, quick=quick).findings
        return [f for f in found if f.label.startswith(("ID-", "DIS-"))]

    def judge(draft: Draft) -> Verdict:
        severities = {finding.severity for finding in report(draft)}
        if Severity.ERROR in severities:
            return Verdict.BLOCK
        return Verdict.WARN if Severity.WARN in severities else Verdict.CLEAR

    def find(draft: Draft) -> list[Stretch]:
        return [Stretch(f.start, f.end, f.label) for f in report(draft)]

    return System(find, judge)


def peer(finder: Finder) -> System:
    """Return a peer as a system; it blocks where it finds anything."""

    def find(draft: Draft) -> list[Stretch]:
        found = finder(draft)
        return [Stretch(f.start, f.end, "ID-NAME" if f.is_name else "ID-NUMBER") for f in found]

    return System(find, lambda draft: Verdict.BLOCK if find(draft) else Verdict.CLEAR)


def read(path: Path, field: str, sort: str = "label") -> list[Item]:
    """Read a set; `field` holds the stretches that people marked, `sort` says what each is."""
    lines = path.read_bytes().splitlines()
    return [_item(line, json.loads(line), field, sort) for line in lines]


def _item(line: bytes, row: dict[str, Any], field: str, sort: str) -> Item:
    marked = tuple(Stretch(s["start"], s["end"], s.get(sort, "")) for s in row[field])
    return Item(read_line(line, Kind.POST).draft, row.get("verdict", ""), marked)


def share(hits: int, total: int) -> str:
    """Return a share with its 95 % Wilson interval."""
    if not total:
        return "–"
    z, p = 1.96, hits / total
    middle = (p + z * z / (2 * total)) / (1 + z * z / total)
    half = z * ((p * (1 - p) + z * z / (4 * total)) / total) ** 0.5 / (1 + z * z / total)
    return f"{p:.1%} ({middle - half:.0%} to {middle + half:.0%}) of {total}"


def disclosures(items: Sequence[Item], system: System) -> Iterator[tuple[str, str, str]]:
    """Yield rows, each with its bar, of a set of drafts with verdicts and marked stretches."""
    said = [system.judge(item.draft) for item in items]
    rows = (
        ("disclosures blocked", "≥ 95 %", "block", STOPPED),
        ("disclosures flagged", "≥ 99 %", "block", FLAGGED),
        ("harmless blocked", "≤ 4 %", "clear", STOPPED),
        ("harmless flagged", "≤ 8 %", "clear", FLAGGED),
        ("doubtful flagged", "≥ 80 %", "warn", FLAGGED),
    )
    for name, bar, gold, verdicts in rows:
        of = [answer for item, answer in zip(items, said, strict=True) if item.verdict == gold]
        yield name, bar, share(sum(answer in verdicts for answer in of), len(of))
    of = [
        answer
        for item, answer in zip(items, said, strict=True)
        if item.verdict == "block" and item.draft.kind is Kind.REVIEW_REPLY
    ]
    yield "review replies: disclosures blocked", "≥ 98 %", share(of.count(Verdict.BLOCK), len(of))
    blocked = [item for item in items if item.verdict == "block"]
    touched = sum(_touched(item, system.find(item.draft)) for item in blocked)
    yield "marked stretches touched", "≥ 85 %", share(touched, sum(len(i.marked) for i in blocked))


def names(items: Sequence[Item], system: System) -> Iterator[tuple[str, str, str]]:
    """Yield how many patients' names are found, and how many nameless texts are alarmed."""
    named = [item for item in items if item.marked]
    found = sum(_touched(item, system.find(item.draft)) for item in named)
    yield "patients' names found", "≥ 95 %", share(found, sum(len(i.marked) for i in named))
    nameless = [item for item in items if not item.marked]
    alarmed = sum(bool(system.find(item.draft)) for item in nameless)
    yield "nameless texts alarmed", "≤ 5 %", share(alarmed, len(nameless))


def identifiers(items: Sequence[Item], system: System) -> Iterator[tuple[str, str, str]]:
    """Yield recall by kind of identifier, and how often an identifying finding is right."""
    hits: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    right = wrong = 0
    for item in items:
        found = [f for f in system.find(item.draft) if f.sort in {"ID-CONTACT", "ID-NUMBER"}]
        for mark in item.marked:
            totals[mark.sort] += 1
            hits[mark.sort] += any(_meet(f, mark) for f in system.find(item.draft))
        for finding in found:
            is_right = any(_meet(finding, mark) for mark in item.marked)
            right, wrong = right + is_right, wrong + (not is_right)
    yield "identifiers found", "≥ 98 %", share(hits.total(), totals.total())
    for sort in sorted(totals):
        yield f"… {sort}", "", share(hits[sort], totals[sort])
    yield "identifying findings that are right", "≥ 95 %", share(right, right + wrong)


def copy(items: Sequence[Item]) -> Iterator[tuple[str, str, str]]:
    """Yield how much faulty copy gets any label, how much clean copy is alarmed, and each label."""
    hits: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    found = alarmed = 0
    for item in items:
        findings = [f for f in check(item.draft).findings if not _discloses(f)]
        labels = {finding.label for finding in findings}
        gold = {mark.sort for mark in item.marked}
        totals.update(gold)
        hits.update(gold & labels)
        found += bool(gold and labels)
        alarmed += not gold and any(f.severity in LOUD for f in findings)
    faulty = sum(bool(item.marked) for item in items)
    yield "faulty copy labelled", "≥ 85 %", share(found, faulty)
    yield "clean copy alarmed", "≤ 7 %", share(alarmed, len(items) - faulty)
    for label in sorted(totals):
        yield f"… {label}", "≥ 70 %", share(hits[label], totals[label])


def language(items: Sequence[Item]) -> Iterator[tuple[str, str, str]]:
    """Yield how many planted errors are found, and how many good sentences are flagged."""
    hits: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    alarmed = 0
    for item in items:
        found = [_stretch(f) for f in check(item.draft).findings if f.label == "PROOF"]
        alarmed += bool(found) and not item.marked
        for mark in item.marked:
            totals[mark.sort] += 1
            hits[mark.sort] += any(_meet(f, mark) for f in found)
    yield "planted errors found", "≥ 80 %", share(hits.total(), totals.total())
    yield "good sentences flagged", "≤ 4 %", share(alarmed, sum(not i.marked for i in items))
    for kind in sorted(totals):
        yield f"… {kind}", "", share(hits[kind], totals[kind])


def triaged(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield how tiers agree with those that people gave."""
    lines = path.read_bytes().splitlines()
    pairs = [(json.loads(line)["tier"], triage(read_message(line).message).tier) for line in lines]
    urgent = [said for gold, said in pairs if gold == 3]
    others = [said for gold, said in pairs if gold != 3]
    yield "tier 3 found", "≥ 95 %", share(urgent.count(3), len(urgent))
    yield "others called tier 3", "≤ 8 %", share(others.count(3), len(others))
    near = sum(abs(gold - said) <= 1 for gold, said in pairs)
    yield "tier within one", "≥ 95 %", share(near, len(pairs))
    yield "tier exact", "≥ 75 %", share(sum(gold == said for gold, said in pairs), len(pairs))


def table(title: str, systems: Mapping[str, Sequence[tuple[str, str, str]]]) -> str:
    """Return rows of all systems beside each other, in Markdown."""
    lines = [
        f"| {title} | bar | {' | '.join(systems)} |",
        f"| --- | --- |{' --- |' * len(systems)}",
    ]
    for rows in zip(*systems.values(), strict=True):
        name, bar, _ = rows[0]
        lines.append(f"| {name} | {bar} | {' | '.join(row[2] for row in rows)} |")
    return "\n".join(lines)


def _touched(item: Item, found: Sequence[Stretch]) -> int:
    return sum(any(_meet(finding, mark) for finding in found) for mark in item.marked)


def _meet(one: Stretch, other: Stretch) -> bool:
    return one.start < other.end and other.start < one.end


def _stretch(finding: Finding) -> Stretch:
    return Stretch(finding.start, finding.end, finding.label)


def _discloses(finding: Finding) -> bool:
    return finding.label.startswith(("ID-", "DIS-"))

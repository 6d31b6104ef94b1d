"""
Speed and quality of the guard, beside its peers: `bedside bench guard [SET.jsonl ...]`.

Speed is that of one core, for texts cut or filled to 280 characters, and for the texts as they
are. Quality is measured on the sets in `data/`, each by an author who saw neither rules nor
training texts, and on any further sets of disclosures named. presidio-analyzer (its default
recognizers, spaCy's small English pipeline) and the Rampart model read the same texts in the same
run where they are installed, as `make bench` does.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bedside.guard import Draft, check

sys.path.insert(0, str(Path(__file__).resolve().parent))

import _guard_rows as rows
from _peers import peers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

LENGTH = 280
COLD = """
import resource, time
begun = time.perf_counter()
from bedside.guard import Draft, check
check(Draft("We are glad your root canal went well!"))
taken = time.perf_counter() - begun
print(f"{taken:.2f} s, {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
"""


def to_length(draft: Draft) -> Draft:
    """Return the draft with its text repeated and cut to 280 characters."""
    text = (draft.text + " ") * (LENGTH // (len(draft.text) + 1) + 1)
    return Draft(text[:LENGTH], draft.kind, draft.reply_to, draft.org, draft.consents)


def timings(drafts: Sequence[Draft], judge: Callable[[Draft], object]) -> list[float]:
    """
    Return sorted milliseconds of processor time for each draft, after some to warm up.

    Each is a draft that the judge has not seen: nothing that it kept from before can help.
    """
    for draft in drafts[:50]:
        judge(_anew(draft))
    taken = []
    for draft in map(_anew, drafts):
        begun = time.thread_time()
        judge(draft)
        taken.append((time.thread_time() - begun) * 1000)
    return sorted(taken)


def _anew(draft: Draft) -> Draft:
    return Draft(draft.text, draft.kind, draft.reply_to, draft.org, draft.consents)


def speed(drafts: Sequence[Draft], judges: Mapping[str, Callable[[Draft], object]]) -> str:
    """Return a table of how long one text takes, and how many go through a second."""
    long = [to_length(draft) for draft in drafts]
    lines = [
        f"| {len(drafts)} texts | {LENGTH} characters: p50 ms | p99 ms | short: texts a second |",
        "| --- | --- | --- | --- |",
    ]
    for name, judge in judges.items():
        taken = timings(long, judge)
        middle, high = taken[len(taken) // 2], taken[min(len(taken) - 1, int(len(taken) * 0.99))]
        natural = timings(drafts, judge)
        rate = 1000 * len(natural) / sum(natural)
        lines.append(f"| {name} | {middle:.2f} | {high:.2f} | {rate:,.0f} |")
    return "\n".join(lines)


def main(argv: list[str]) -> int:
    """Print tables of speed and quality; `argv` may name further labelled sets."""
    parser = argparse.ArgumentParser(prog="bedside bench guard", description=__doc__)
    parser.add_argument("sets", nargs="*", type=Path, help="further labelled JSON Lines files")
    options = parser.parse_args(argv)
    found = peers()
    systems = {
        "Bedside quick": rows.bedside(quick=True),
        "Bedside full": rows.bedside(quick=False),
        **{name: rows.peer(finder) for name, finder in found.items()},
    }
    today = datetime.datetime.now(tz=datetime.UTC).date()
    machine = f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}"
    print(f"{today}, {machine}. Beside: {', '.join(found) or 'nothing, run make bench'}.")
    sets = [rows.DATA / "disclosure-eval.jsonl", *options.sets]
    drafts = [item.draft for path in sets for item in rows.read(path, "spans")]
    judges: dict[str, Callable[[Draft], object]] = {
        "Bedside quick": lambda draft: check(draft, quick=True),
        "Bedside full": check,
        **found,
    }
    cold = subprocess.run([sys.executable, "-c", COLD], capture_output=True, text=True, check=True)
    print(f"First full check of a new process: {cold.stdout.strip()} at most.\n")
    print(speed(drafts, judges))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\nMemory of this process, peers included: {most:.0f} MB at most.")
    for path in sets:
        _beside(path.name, rows.read(path, "spans"), rows.disclosures, systems)
    named = rows.read(rows.DATA / "names-eval.jsonl", "names")
    _beside("names-eval.jsonl", named, rows.names, systems)
    numbered = rows.read(rows.DATA / "identifiers-eval.jsonl", "identifiers", "type")
    _beside("identifiers-eval.jsonl", numbered, rows.identifiers, systems)
    copy = rows.copy(rows.read(rows.DATA / "copy-eval.jsonl", "labels"))
    slips = rows.language(rows.read(rows.DATA / "language-eval.jsonl", "errors", "kind"))
    tiers = rows.triaged(rows.DATA / "triage-eval.jsonl")
    for title, own in (("copy", copy), ("language", slips), ("triage", tiers)):
        print("\n" + rows.table(f"{title}-eval.jsonl", {"Bedside full": list(own)}))
    return 0


def _beside(
    title: str,
    items: Sequence[rows.Item],
    told: Callable[[Sequence[rows.Item], rows.System], object],
    systems: Mapping[str, rows.System],
) -> None:
    """Print one set's rows, all systems beside each other."""
    print("\n" + rows.table(title, {name: list(told(items, s)) for name, s in systems.items()}))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

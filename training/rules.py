"""
Which rules stop what is harmless: `python rules.py FILE...`, from `training/`.

For each rule on disclosure: how often it is right (the text is a disclosure), how often it stops
what should only be looked at, or is harmless, and how often no other rule stops the text. The
harmless texts it alone stops are printed with `--show CODE`.
"""

from __future__ import annotations

import argparse
import logging
from collections import Counter
from pathlib import Path

from bedside.guard import Severity
from examples import VERDICTS, examples
from scores import of_rules, on_disclosure

log = logging.getLogger("rules")


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--show", default="", help="print what this rule alone stops by mistake")
    options = parser.parse_args()
    hits: Counter[tuple[str, str]] = Counter()
    alone: Counter[tuple[str, str]] = Counter()
    totals: Counter[tuple[str, str]] = Counter()
    for example in (e for path in options.files for e in examples(path)):
        findings = of_rules(on_disclosure(example.draft))
        stops = {f.code for f in findings if f.severity is Severity.ERROR}
        warns = {f.code for f in findings if f.severity is Severity.WARN}
        verdict = example.verdict or ""
        totals[verdict, "block" if stops else "warn" if warns else "clear"] += 1
        hits.update((code, verdict) for code in stops)
        if len(stops) == 1:
            (code,) = stops
            alone[code, verdict] += 1
            if code == options.show and verdict != "block":
                told = [example.draft.text[f.start : f.end] for f in findings if f.code == code]
                log.info("%s %s %s\n    %s", example.id, verdict, told, example.draft.text[:400])
    for verdict in reversed(VERDICTS):
        row = {said: totals[verdict, said] for said in VERDICTS}
        log.info("%s: %s of %d", verdict, row, sum(row.values()))
    log.info("rule   right doubtful harmless | alone right doubtful harmless")
    for code in sorted({code for code, _ in hits}, key=lambda c: -alone[c, "clear"]):
        counts = [counter[code, v] for counter in (hits, alone) for v in reversed(VERDICTS)]
        log.info("%-6s %5d %8d %8d | %11d %8d %8d", code, *counts)


if __name__ == "__main__":
    main()

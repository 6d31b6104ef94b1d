"""
Which rules find faults of copy, and which alarm over clean copy: `python copy_rules.py FILE...`,
from `training/`.

Prints for each label how many texts that have it get it; how much of faulty copy gets any of its
labels, and how much of clean copy an error or a warning; and for each rule how often it is right
(the text has its label), by errors and warnings and by hints, and how often it alone alarms over
a clean text. With `--show CODE`, its mistakes are printed; with `--missed LABEL`, the texts with
that label in which no rule finds it.

The model is left out, and with it the rules that speak for it. What doubted rules find counts;
how much would be left if it saw nothing of what they say is printed beside.
"""

from __future__ import annotations

import argparse
import logging
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bedside.guard import Severity
from bedside.guard.disguises import unveiled
from bedside.guard.engine import AS_WRITTEN
from bedside.guard.registry import all_rules
from examples import FAULTS, copy_examples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.finding import Finding
    from bedside.guard.rule import Rule
    from examples import Example

log = logging.getLogger("copy_rules")

RULES = [
    rule
    for rule in all_rules()
    if rule.label in FAULTS and not (rule.jurisdictions or rule.code.endswith("090"))
]
"""Every rule on copy that holds everywhere, but those that speak for the model."""


@dataclass
class Tally:
    """What was counted: texts by label, texts by fate, findings by rule."""

    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    texts: Counter[str] = field(default_factory=Counter)
    right: Counter[tuple[str, bool]] = field(default_factory=Counter)
    wrong: Counter[tuple[str, bool]] = field(default_factory=Counter)
    alone: Counter[str] = field(default_factory=Counter)

    def count(self, gold: frozenset[str], findings: list[Finding], sure: list[Finding]) -> None:
        """Count one text with the labels it should get; of the findings, some are sure."""
        self.gold.update(gold)
        self.found.update(gold & {finding.label for finding in findings})
        loud = {finding.code for finding in findings if is_loud(finding)}
        self.texts["faulty" if gold else "clean"] += 1
        for some, which in ((findings, ""), (sure, " surely")):
            if gold:
                self.texts["labelled" + which] += bool(gold & {found.label for found in some})
            else:
                self.texts["alarmed" + which] += any(map(is_loud, some))
        if not gold and len(loud) == 1:
            self.alone.update(loud)
        for code, is_right, is_heard in {
            (finding.code, finding.label in gold, is_loud(finding)) for finding in findings
        }:
            (self.right if is_right else self.wrong)[code, is_heard] += 1


def is_loud(finding: Finding) -> bool:
    """Tell an error or a warning from a hint."""
    return finding.severity is not Severity.INFO


def on_copy(example: Example) -> Iterator[tuple[Rule, Finding]]:
    """Yield what the rules find of the faults that copy is labelled with."""
    plain = unveiled(example.draft.text)
    shown = replace(example.draft, text=plain.text) if plain else example.draft
    for rule in RULES:
        draft = example.draft if rule.label in AS_WRITTEN else shown
        if draft.kind in rule.kinds:
            yield from ((rule, finding) for finding in rule.find(draft))


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--show", default="", help="print a rule's mistakes")
    parser.add_argument("--missed", default="", help="print texts whose label no rule finds")
    options = parser.parse_args()
    tally = Tally()
    for example in (e for path in options.files for e in copy_examples(path)):
        gold = frozenset(span.label for span in example.spans)
        told = list(on_copy(example))
        findings = [finding for _, finding in told]
        kind = example.draft.kind
        tally.count(gold, findings, [found for rule, found in told if kind not in rule.doubted])
        mistakes = [f for f in findings if f.code == options.show and f.label not in gold]
        if mistakes:
            _print(example, gold, mistakes)
        if options.missed in gold - {finding.label for finding in findings}:
            _print(example, gold, findings)
    report(tally)


def report(tally: Tally) -> None:
    """Print the three tables."""
    log.info("label found of")
    for label in sorted(tally.gold):
        log.info("%-20s %4d %4d", label, tally.found[label], tally.gold[label])
    for part, whole in (("labelled", "faulty"), ("alarmed", "clean")):
        every = max(tally.texts[whole], 1)
        shares = [100 * tally.texts[some] / every for some in (part, part + " surely")]
        told = "%s: %.1f %% of %d %s; without doubted rules %.1f %%"
        log.info(told, part, shares[0], every, whole, shares[1])
    log.info("rule   right wrong | hints right wrong | alone on clean")
    rules = {code for code, _ in (*tally.right, *tally.wrong)}
    for code in sorted(rules, key=lambda code: (-tally.alone[code], code)):
        loud, hints = (
            (tally.right[code, is_heard], tally.wrong[code, is_heard]) for is_heard in (True, False)
        )
        log.info("%-6s %5d %5d | %11d %5d | %d", code, *loud, *hints, tally.alone[code])


def _print(example: Example, gold: frozenset[str], findings: list[Finding]) -> None:
    text = example.draft.text
    told = [f"{f.code} {f.severity} {text[f.start : f.end]!r}" for f in findings]
    kind, wanted = example.draft.kind, ", ".join(sorted(gold)) or "clean"
    log.info("%s %s (%s) %s\n    %s", example.id, kind, wanted, "; ".join(told), text[:500])


if __name__ == "__main__":
    main()

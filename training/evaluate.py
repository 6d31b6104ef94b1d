"""
Measure the exported model: `python evaluate.py FILE... [--card NAME]`.

Prints, in Markdown, how much is blocked and flagged (with 95 % Wilson intervals), for the model
alone, the rules alone, and both as they ship; by kind, language and label; AUC, calibration, and
the worst mistakes. With `--card`, puts all this into MODEL_CARD.md between the marks of that name,
and draws the calibration beside it.
"""

from __future__ import annotations

import argparse
import logging
import platform
import re
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from scipy.stats import binomtest
from sklearn.metrics import roc_auc_score

from bedside.guard.models.reader import Facts, Opinion, facts, read
from examples import DISCLOSED, LABELS, PERSON, Example, examples
from plot import calibration
from scores import of_rules, on_disclosure, verdict_by

HERE = Path(__file__).parent
WORST = 20
BINS = 10


@dataclass(frozen=True)
class Answer:
    """What the model alone, the rules alone and the guard as it ships said of one example."""

    example: Example
    reading: Opinion
    model: str
    rules: str
    both: str
    found: frozenset[tuple[int, int]]

    def touched(self, start: int, end: int, *, rules: bool) -> bool:
        """Tell whether anything that the model, or with `rules` the guard, marked overlaps."""
        marked = {(span.start, span.end) for span in self.reading.spans if span.label in DISCLOSED}
        return any(a < end and start < b for a, b in (self.found if rules else marked))


Say = Callable[[Answer], str]
SYSTEMS: dict[str, Say] = {
    "model": lambda answer: answer.model,
    "rules": lambda answer: answer.rules,
    "both": lambda answer: answer.both,
}


def main() -> None:
    options = _options()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    some = [example for path in options.files for example in examples(path)]
    answers = list(answered(some, facts()))
    report = "\n\n".join(_report(answers, options))
    logging.info("%s", report)
    if options.card:
        calibration(*_curve(answers), HERE / f"calibration-{options.card}.svg")
        _fill_card(options.card, report)


def answered(some: Sequence[Example], told: Facts) -> Iterator[Answer]:
    """Ask model and rules about each example. RuntimeError where there is no model."""
    for example in some:
        reading = read(example.draft)
        if reading is None:
            raise RuntimeError("The model is not exported yet, or onnxruntime is missing.")
        found = on_disclosure(example.draft)
        yield Answer(
            example,
            reading,
            model=told.verdict(reading).value,
            rules=verdict_by(of_rules(found)),
            both=verdict_by(found),
            found=frozenset((one.start, one.end) for one in found),
        )


def wilson(hits: int, total: int) -> str:
    """Format a share with its 95 % Wilson interval."""
    if not total:
        return "–"
    low, high = binomtest(hits, total).proportion_ci(method="wilson")
    return f"{hits / total:.1%} ({low:.1%} to {high:.1%})"


def _report(answers: list[Answer], options: argparse.Namespace) -> Iterator[str]:
    files = ", ".join(path.stem for path in options.files)
    day = datetime.now(UTC).date().isoformat()
    yield f"{len(answers)} examples ({files}), {day}, {platform.processor() or platform.machine()}."
    yield _table(("", *SYSTEMS), _shares(answers))
    yield _table(
        ("both, by kind", "disclosures blocked", "flagged", "harmless blocked", "flagged", "n"),
        _by(answers, lambda answer: answer.example.draft.kind.value),
    )
    yield _table(
        ("both, by language", "disclosures blocked", "flagged", "harmless blocked", "flagged", "n"),
        _by(answers, lambda answer: answer.example.language),
    )
    yield _table(("spans of blocked items touched", "model", "both"), _labels(answers))
    yield "\n".join(_figures(answers))
    yield "The worst mistakes of the model alone:\n\n" + "\n".join(_worst(answers))


def _shares(answers: list[Answer]) -> Iterator[tuple[str, ...]]:
    rows = (
        ("disclosures blocked", "block", ("block",)),
        ("disclosures flagged", "block", ("block", "warn")),
        ("harmless blocked", "clear", ("block",)),
        ("harmless flagged", "clear", ("block", "warn")),
        ("doubtful flagged", "warn", ("block", "warn")),
        ("doubtful blocked", "warn", ("block",)),
    )
    for name, gold, said in rows:
        of = [answer for answer in answers if answer.example.verdict == gold]
        yield name, *(wilson(sum(say(a) in said for a in of), len(of)) for say in SYSTEMS.values())


def _by(answers: list[Answer], key: Callable[[Answer], str]) -> Iterator[tuple[str, ...]]:
    for name in sorted({key(answer) for answer in answers}):
        here = [answer for answer in answers if key(answer) == name]
        cells = []
        for gold in ("block", "clear"):
            of = [a.both for a in here if a.example.verdict == gold]
            cells += [
                wilson(of.count("block"), len(of)),
                wilson(len(of) - of.count("clear"), len(of)),
            ]
        yield name, *cells, str(len(here))


def _labels(answers: list[Answer]) -> Iterator[tuple[str, ...]]:
    blocked = [answer for answer in answers if answer.example.verdict == "block"]
    for label in ("all", *LABELS[:PERSON]):
        spans = [(a, s) for a in blocked for s in a.example.spans if label in ("all", s.label)]
        if spans:
            hits = [
                sum(a.touched(s.start, s.end, rules=r) for a, s in spans) for r in (False, True)
            ]
            yield label, *(wilson(hit, len(spans)) for hit in hits)


def _figures(answers: list[Answer]) -> Iterator[str]:
    sure = [answer for answer in answers if answer.example.verdict != "warn"]
    blocks = roc_auc_score(
        [answer.example.verdict == "block" for answer in sure],
        [answer.reading.block for answer in sure],
    )
    flags = roc_auc_score(
        [answer.example.verdict != "clear" for answer in answers],
        [answer.reading.flag for answer in answers],
    )
    said, came, counts = _curve(answers)
    error = np.average(np.abs(said - came), weights=counts)
    yield f"* AUC of `block` against `clear`: {blocks:.4f}"
    yield f"* AUC of `block` or `warn` against `clear`: {flags:.4f}"
    yield f"* expected calibration error of `block`, {BINS} bins of equal size: {error:.3f}"
    yield f"* median time to read one: {_pace(answers):.1f} ms of processor time, one thread"


def _curve(answers: list[Answer]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return, for bins of equal size: mean probability, share that is `block`, count."""
    pairs = sorted((a.reading.block, a.example.verdict == "block") for a in answers)
    bins = np.array_split(np.array(pairs, float), BINS)
    return tuple(np.array(of) for of in zip(*((*b.mean(0), len(b)) for b in bins), strict=True))  # type: ignore[return-value]


def _pace(answers: list[Answer]) -> float:
    times = []
    for answer in answers[:100]:
        begun = time.thread_time()
        read(answer.example.draft)
        times.append(time.thread_time() - begun)
    return statistics.median(times) * 1000


def _worst(answers: list[Answer]) -> Iterator[str]:
    def surprise(answer: Answer) -> float:
        said = answer.reading.block
        return {"block": 1 - said, "clear": said}.get(answer.example.verdict or "", 0.0)

    for answer in sorted(answers, key=surprise, reverse=True)[:WORST]:
        text = re.sub(r"\s+", " ", answer.example.draft.text)[:160]
        gold, said = answer.example.verdict, answer.reading.block
        yield f"* {gold}, said {said:.0%} (`{answer.example.id}`): {text}"


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _fill_card(name: str, report: str) -> None:
    card = HERE / "MODEL_CARD.md"
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    before, _, rest = card.read_text(encoding="utf-8").partition(begin)
    _, found, after = rest.partition(end)
    if not found:
        raise ValueError(f"MODEL_CARD.md has no marks {begin} and {end}.")
    card.write_text(f"{before}{begin}\n{report}\n{end}{after}", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the exported model.")
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--card", help="the marks in MODEL_CARD.md between which this goes")
    return parser.parse_args()


if __name__ == "__main__":
    main()

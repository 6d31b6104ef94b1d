"""Scores of a trained model on labelled examples."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import torch

from batches import Batch, padded
from bedside.guard import Severity, check
from examples import FAULTS, LABELS, TIERS, TRAITS, VERDICTS, targets
from model import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

    from bedside.guard import Draft
    from bedside.guard.finding import Finding
    from bedside.guard.models.tokens import Tokenizer
    from encoder import Shape
    from examples import Example


MODEL = "D090"
"""The rule that speaks for the model."""

Logits = tuple["NDArray[np.float32]", "NDArray[np.float32]", "NDArray[np.float32]"]
"""Of verdicts, of faults and of triage, a row a window."""

Judge = Callable[[Batch], Logits]


def score(
    model: Reader | InferenceSession,
    some: Sequence[Example],
    tokenizer: Tokenizer,
    shape: Shape,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the logits of `block` and of `block` or `warn`, of each text's strongest window."""
    verdicts = _judged(model, some, tokenizer, shape)[0]
    return verdicts[:, 0], verdicts[:, 1]


def faults_of(
    model: Reader | InferenceSession,
    some: Sequence[Example],
    tokenizer: Tokenizer,
    shape: Shape,
) -> NDArray[np.float64]:
    """Return a logit a text and fault, of each text's strongest window."""
    return _judged(model, some, tokenizer, shape)[1]


def triage_of(
    model: Reader | InferenceSession,
    some: Sequence[Example],
    tokenizer: Tokenizer,
    shape: Shape,
) -> NDArray[np.float64]:
    """Return a logit a message and tier, then one a trait, of each message's strongest window."""
    return _judged(model, some, tokenizer, shape)[2]


@torch.no_grad()
def _judged(
    model: Reader | InferenceSession,
    some: Sequence[Example],
    tokenizer: Tokenizer,
    shape: Shape,
) -> tuple[NDArray[np.float64], ...]:
    judge = _trained(model) if isinstance(model, Reader) else _exported(model)
    owners, cut = [], []
    for number, example in enumerate(some):
        for target in targets(example, tokenizer, shape):
            owners.append(number)
            cut.append(target)
    widths = (2, len(FAULTS), TIERS + len(TRAITS))
    results = tuple(np.full((len(some), width), -30.0) for width in widths)
    order = sorted(range(len(cut)), key=lambda at: len(cut[at].window.ids))
    for at in range(0, len(order), 32):
        chosen = order[at : at + 32]
        told = judge(padded([cut[place] for place in chosen], shape.pad))
        for result, rows in zip(results, told, strict=True):
            for place, row in zip(chosen, rows, strict=True):
                result[owners[place]] = np.maximum(result[owners[place]], row)
    return results


def verdicts_of(some: Sequence[Example]) -> NDArray[np.int64]:
    """Return the examples' verdicts as indices into VERDICTS."""
    return np.array([VERDICTS.index(example.verdict or "") for example in some])


def on_disclosure(draft: Draft) -> list[Finding]:
    """Return what the guard finds, as it ships, of what the annotation knows."""
    return [found for found in check(draft).findings if found.label in LABELS]


def of_rules(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out what the model says itself."""
    return [found for found in findings if found.code != MODEL]


def verdict_by(findings: Iterable[Finding]) -> str:
    """Return the verdict that findings come to."""
    severities = {finding.severity for finding in findings}
    if Severity.ERROR in severities:
        return "block"
    return "warn" if Severity.WARN in severities else "clear"


def _trained(model: Reader) -> Judge:
    model.eval()

    def judge(batch: Batch) -> Logits:
        with torch.autocast("cpu", torch.bfloat16):
            verdicts, faults, triage, _ = model(batch.ids, batch.types)
        return verdicts.float().numpy(), faults.float().numpy(), triage.float().numpy()

    return judge


def _exported(session: InferenceSession) -> Judge:
    def judge(batch: Batch) -> Logits:
        asked = {"ids": batch.ids.numpy(), "types": batch.types.numpy()}
        verdicts, faults, triage = session.run(["verdicts", "faults", "triage"], asked)
        return verdicts, faults, triage

    return judge

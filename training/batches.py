"""Batches of windows: contrast groups near each other, lengths alike, padding little."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch

from augment import Names, augmented, joined
from bedside.guard.models.tokens import Type
from examples import FAULTS, TAGS, Example, Target, targets
from slips import slipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from random import Random

    from bedside.guard.models.tokens import Tokenizer
    from encoder import Shape

TOKENS = 1536
"""Tokens of a batch, padding included."""

POOL = 16
"""Batches among which windows are sorted by length; a contrast group stays in one pool."""


SHOWN = 2
"""How often an epoch shows each text of copy and each message, of which there are fewer."""

SLIPPED = 15_000
"""Sentences of an epoch in which slips of language are planted, or none."""


class Beside(NamedTuple):
    """What is learnt beside disclosures: names (in public text, in ours), faults, triage, slips."""

    social: list[Example]
    named: list[Example]
    copy: list[Example]
    messages: list[Example]
    sentences: list[Example]


class Batch(NamedTuple):
    """Windows beside each other, the longest gives the length; -1 is what nobody knows."""

    ids: torch.Tensor
    types: torch.Tensor
    verdicts: torch.Tensor
    faults: torch.Tensor
    triage: torch.Tensor
    spans: torch.Tensor
    weights: torch.Tensor


def epoch(
    labelled: Sequence[Example],
    beside: Beside,
    tokenizer: Tokenizer,
    shape: Shape,
    names: Names,
    random: Random,
) -> list[Batch]:
    """Return one epoch's batches, freshly augmented, with what is learnt beside."""
    weights = _weights(labelled)
    groups = []
    for members in _grouped(labelled, random):
        changed = [augmented(member, names, random) for member in members]
        group = [
            target
            for member in changed
            for target in targets(member, tokenizer, shape, weights[member.id])
        ]
        if len(members) > 1 and random.random() < 0.35:
            both = joined(*random.sample(members, 2))
            group += targets(both, tokenizer, shape) if both else ()
        groups.append(group)
    few = random.sample(beside.social, min(len(beside.social), len(labelled) // 4))
    groups += [list(targets(example, tokenizer, shape, 0.5)) for example in few + beside.named]
    for members in _grouped((beside.copy + beside.messages) * SHOWN, random):
        groups.append([t for member in members for t in targets(member, tokenizer, shape)])
    for sentence in random.sample(beside.sentences, min(len(beside.sentences), SLIPPED)):
        groups.append(list(targets(slipped(sentence, random), tokenizer, shape)))
    random.shuffle(groups)
    batches = list(_batches(groups, shape.pad))
    random.shuffle(batches)
    return batches


def padded(some: Sequence[Target], pad: int) -> Batch:
    """Put windows into tensors, the longest gives the length; padding has the context's type."""
    length = max(len(target.window.ids) for target in some)
    ids = np.full((len(some), length), pad, np.int64)
    types = np.full((len(some), length), Type.CONTEXT, np.int64)
    spans = np.full((len(some), length, len(TAGS)), -1, np.int8)
    for row, target in enumerate(some):
        window = target.window
        ids[row, : len(window.ids)] = window.ids
        types[row, : len(window.ids)] = window.types
        spans[row, window.first : window.first + len(window.offsets)] = target.spans
    faults = np.array([target.faults for target in some]).reshape(-1, len(FAULTS))
    return Batch(
        torch.from_numpy(ids),
        torch.from_numpy(types),
        torch.tensor([target.verdict for target in some]),
        torch.from_numpy(faults),
        torch.from_numpy(np.array([target.triage for target in some])),
        torch.from_numpy(spans),
        torch.tensor([target.weight for target in some]),
    )


def _grouped(labelled: Sequence[Example], random: Random) -> Iterator[list[Example]]:
    """Yield contrast groups, large ones in pieces of eight."""
    for _, members in groupby(
        sorted(labelled, key=lambda example: example.group), key=lambda example: example.group
    ):
        group = list(members)
        random.shuffle(group)
        for at in range(0, len(group), 8):
            yield group[at : at + 8]


def _batches(groups: Sequence[list[Target]], pad: int) -> Iterator[Batch]:
    pool: list[Target] = []
    for number, group in enumerate(groups):
        pool += group
        size = sum(len(target.window.ids) for target in pool)
        if size > POOL * TOKENS or number == len(groups) - 1:
            pool.sort(key=lambda target: len(target.window.ids))
            yield from (padded(some, pad) for some in _filled(pool))
            pool = []


def _filled(some: Sequence[Target]) -> Iterator[list[Target]]:
    batch: list[Target] = []
    length = 0
    for target in some:
        length = max(length, len(target.window.ids))
        if batch and length * (len(batch) + 1) > TOKENS:
            yield batch
            batch, length = [], len(target.window.ids)
        batch.append(target)
    if batch:
        yield batch


def _weights(labelled: Sequence[Example]) -> Mapping[str, float]:
    """Weigh each kind and verdict by the inverse root of how often it occurs, one on average."""
    counts: dict[tuple[str, str | None], int] = {}
    for example in labelled:
        key = (example.draft.kind, example.verdict)
        counts[key] = counts.get(key, 0) + 1
    raw = {e.id: counts[e.draft.kind, e.verdict] ** -0.5 for e in labelled}
    mean = sum(raw.values()) / len(raw)
    return {id_: min(weight / mean, 3.0) for id_, weight in raw.items()}

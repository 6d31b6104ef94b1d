"""Batches of windows: contrast groups near each other, lengths alike, padding little."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
import torch

from augment import Names, augmented, joined
from bedside.guard.models.tokens import Type
from examples import LABELS, Example, Target, targets

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from random import Random

    from bedside.guard.models.tokens import Tokenizer
    from encoder import Shape

TOKENS = 1536
"""Tokens of a batch, padding included."""

POOL = 16
"""Batches among which windows are sorted by length; a contrast group stays in one pool."""

Batch = tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]
"""Ids, types, verdicts, span targets, weights."""


def epoch(
    labelled: Sequence[Example],
    social: Sequence[Example],
    tokenizer: Tokenizer,
    shape: Shape,
    names: Names,
    random: Random,
) -> list[Batch]:
    """Return one epoch's batches, freshly augmented; social text is sampled, a third as many."""
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
    few = random.sample(social, min(len(social), len(labelled) // 3))
    groups += [list(targets(example, tokenizer, shape, 0.5)) for example in few]
    random.shuffle(groups)
    batches = list(_batches(groups, shape.pad))
    random.shuffle(batches)
    return batches


def padded(some: Sequence[Target], pad: int) -> Batch:
    """Put windows into tensors, the longest gives the length; padding has the context's type."""
    length = max(len(target.window.ids) for target in some)
    ids = np.full((len(some), length), pad, np.int64)
    types = np.full((len(some), length), Type.CONTEXT, np.int64)
    spans = np.full((len(some), length, len(LABELS)), -1, np.int8)
    for row, target in enumerate(some):
        window = target.window
        ids[row, : len(window.ids)] = window.ids
        types[row, : len(window.ids)] = window.types
        spans[row, window.first : window.first + len(window.offsets)] = target.spans
    verdicts = np.array([target.verdict for target in some])
    weights = np.array([target.weight for target in some], np.float32)
    return (
        torch.from_numpy(ids),
        torch.from_numpy(types),
        torch.from_numpy(verdicts),
        torch.from_numpy(spans),
        torch.from_numpy(weights),
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

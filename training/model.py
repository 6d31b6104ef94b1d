"""The model: an encoder, a head for spans, and heads for the whole text that read both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from bedside.guard.models.tokens import Type
from examples import FAULTS, LABELS, PERSON, TAGS, TIERS, TRAITS

if TYPE_CHECKING:
    from encoder import Encoder

FAR = -30.0
"""A logit as good as minus infinity."""


class Reader(nn.Module):
    """
    Token ids and types in; out come, for each text, two logits of the verdict, one a fault of
    copy, one a tier and a trait of triage, and for each token one a label.

    The first verdict logit is that of `block`, the second that of `block` or `warn`, which is
    never lower. The heads see the text's tokens by mean and maximum, and each label's strongest
    token, so that what marks a span also speaks for the whole.
    """

    def __init__(self, encoder: Encoder, dropout: float = 0.1) -> None:
        super().__init__()
        hidden = encoder.shape.hidden
        self.encoder = encoder
        self.dropout = dropout
        self.tagger = nn.Linear(hidden, len(TAGS))
        self.reader = nn.Linear(3 * hidden + PERSON, hidden)
        self.judge = nn.Linear(hidden, 2)
        self.editor = nn.Linear(3 * hidden + len(FAULTS), hidden)
        self.critic = nn.Linear(hidden, len(FAULTS))
        self.listener = nn.Linear(3 * hidden, hidden)
        self.nurse = nn.Linear(hidden, TIERS + len(TRAITS))
        nn.init.constant_(self.tagger.bias, -3.0)
        nn.init.constant_(self.critic.bias, -3.0)

    def forward(self, ids: Tensor, types: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        x = self.encoder(ids, types)
        text = (types != Type.CONTEXT)[:, :, None]
        spans = self.tagger(self._thinned(x))
        strongest = torch.sigmoid(torch.where(text, spans, FAR).amax(1))
        mean = (x * text).sum(1) / text.sum(1)
        most = torch.where(text, x, FAR).amax(1)
        seen = [mean, most, x[:, 0]]
        read = self.reader(self._thinned(torch.cat([*seen, strongest[:, :PERSON]], 1)))
        block, more = self.judge(self._thinned(F.gelu(read))).unbind(1)
        read = self.editor(self._thinned(torch.cat([*seen, strongest[:, len(LABELS) :]], 1)))
        faults = self.critic(self._thinned(F.gelu(read)))
        read = self.listener(self._thinned(torch.cat(seen, 1)))
        triage = self.nurse(self._thinned(F.gelu(read)))
        return torch.stack([block, block + F.softplus(more)], 1), faults, triage, spans

    def _thinned(self, x: Tensor) -> Tensor:
        return F.dropout(x, self.dropout, self.training)

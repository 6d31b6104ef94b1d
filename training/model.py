"""The model: an encoder, a head for spans, and a head for the verdict that reads both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from bedside.guard.models.tokens import Type
from examples import LABELS, PERSON

if TYPE_CHECKING:
    from encoder import Encoder

FAR = -30.0
"""A logit as good as minus infinity."""


class Disclosure(nn.Module):
    """
    Token ids and types in; out come two logits a text and one a token and label.

    The first verdict logit is that of `block`, the second that of `block` or `warn`, which is
    never lower. The verdict sees the text's tokens by mean and maximum, and each label's
    strongest token, so that what marks a span also speaks for a verdict.
    """

    def __init__(self, encoder: Encoder, dropout: float = 0.1) -> None:
        super().__init__()
        hidden = encoder.shape.hidden
        self.encoder = encoder
        self.tagger = nn.Linear(hidden, len(LABELS))
        self.reader = nn.Linear(3 * hidden + PERSON, hidden)
        self.judge = nn.Linear(hidden, 2)
        self.dropout = dropout
        nn.init.constant_(self.tagger.bias, -3.0)

    def forward(self, ids: Tensor, types: Tensor) -> tuple[Tensor, Tensor]:
        x = self.encoder(ids, types)
        text = (types != Type.CONTEXT)[:, :, None]
        spans = self.tagger(F.dropout(x, self.dropout, self.training))
        strongest = torch.where(text, spans, FAR).amax(1)[:, :PERSON]
        mean = (x * text).sum(1) / text.sum(1)
        most = torch.where(text, x, FAR).amax(1)
        read = torch.cat([mean, most, x[:, 0], torch.sigmoid(strongest)], 1)
        read = F.gelu(self.reader(F.dropout(read, self.dropout, self.training)))
        block, more = self.judge(F.dropout(read, self.dropout, self.training)).unbind(1)
        return torch.stack([block, block + F.softplus(more)], 1), spans

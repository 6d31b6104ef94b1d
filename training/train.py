"""
Train the guard's model: `python train.py --encoder FILE --out FOLDER`, from `training/`.

Reads the labelled examples of all authors but those kept aside, and keeps the weights (an average
over the steps) of the epoch that told the development set's verdicts apart best. A run that was
killed goes on from its last checkpoint when the same command is given again. The seed fixes how
the heads begin; `--order` what each epoch shows, in which order and with which changes. Runs of
one seed and several orders may be averaged: `export.py --run ONE OTHER` (Wortsman et al. 2022).
"""

from __future__ import annotations

import argparse
import copy
import json
import logging
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from sklearn.metrics import roc_auc_score
from torch.nn import functional as F

from augment import Names
from batches import Batch, Beside, epoch
from bedside.guard.models.tokens import Type
from encoder import minilm
from examples import (
    FAULTS,
    SLIP,
    TAGS,
    TIERS,
    TRAITS,
    VERDICTS,
    Example,
    copy_examples,
    copy_files,
    development_files,
    examples,
    fingerprint,
    messages,
    named_files,
    social,
    training_files,
    triage_files,
)
from model import Reader
from scores import faults_of, score, triage_of
from slips import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tokenizers import Tokenizer
    from torch import Tensor

HERE = Path(__file__).parent
WORDS = HERE.parent / "src" / "bedside" / "guard" / "words"
AVERAGED = 0.99
SAVED_EVERY = 180.0
"""Seconds between checkpoints."""

log = logging.getLogger("train")


def main() -> None:
    options = _options()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    files = training_files(options.data)
    files = [path for path in files if path.stem[11:] not in options.without]
    labelled = [example for path in files for example in examples(path)]
    if options.few:
        labelled = sorted(labelled, key=lambda e: Random(e.group).random())[: options.few]
    posts = [post for path in options.social for post in social(path)]
    names = [post for path in named_files(options.data) for post in social(path)]
    copy = copy_files(options.data)
    faulty = [example for path in copy for example in copy_examples(path)]
    received = [message for path in triage_files(options.data) for message in messages(path)]
    beside = Beside(posts, names, faulty, received, list(sentences([*labelled, *faulty])))
    encoder, tokenizer = minilm(options.encoder)
    tokenizer.save(str(options.out / "tokenizer.json"), pretty=False)
    files += [*copy, *triage_files(options.data), *named_files(options.data)]
    facts = {"seed": options.seed, "order": options.order, "data": fingerprint(files)}
    (options.out / "facts.json").write_text(json.dumps(facts | vars(encoder.shape)))
    log.info("%d examples; beside them %s", len(labelled), [len(some) for some in beside])
    model = Reader(encoder)
    torch.manual_seed(options.order)
    Run(model, tokenizer, labelled, beside, options).finish()


def loss(batch: Batch, verdicts: Tensor, faults: Tensor, triage: Tensor, spans: Tensor) -> Tensor:
    """Cross-entropy of verdicts, faults, triage and spans, each as far as it is known."""
    known = batch.verdicts >= 0
    gold = torch.stack([batch.verdicts == VERDICTS.index("block"), batch.verdicts > 0], 1).float()
    told = F.binary_cross_entropy_with_logits(
        verdicts.float(), gold * 0.97 + 0.015, reduction="none"
    )
    verdict = (told.sum(1) * batch.weights * known).sum() / len(known)
    seen = batch.faults >= 0
    told = F.binary_cross_entropy_with_logits(
        faults.float(),
        batch.faults.clamp(min=0) * 0.97 + 0.01,
        reduction="none",
        pos_weight=torch.full((len(FAULTS),), 3.0),
    )
    fault = (told * seen * batch.weights[:, None]).sum() / len(known)
    came = batch.triage[:, 0] >= 0
    told = F.cross_entropy(
        triage[:, :TIERS].float(),
        batch.triage[:, 0].clamp(min=0).long(),
        reduction="none",
        label_smoothing=0.05,
    )
    traits = F.binary_cross_entropy_with_logits(
        triage[:, TIERS:].float(),
        batch.triage[:, 1:].clamp(min=0).float(),
        reduction="none",
        pos_weight=torch.full((len(TRAITS),), 2.0),
    )
    heard = ((told + 0.3 * traits.sum(1)) * came).sum() / len(known)
    marked = batch.spans >= 0
    each = F.binary_cross_entropy_with_logits(
        spans.float(),
        batch.spans.clamp(min=0).float(),
        reduction="none",
        pos_weight=torch.full((len(TAGS),), 2.0),
    )
    each = each * marked * batch.weights[:, None, None]
    tokens = (batch.types != Type.CONTEXT).sum().clamp(min=1)
    return verdict + 0.5 * fault + heard + 1.5 * each.sum() / tokens


class Run:
    """One training run: its model, the average of its weights, and where it stands."""

    def __init__(
        self,
        model: Reader,
        tokenizer: Tokenizer,
        labelled: list[Example],
        beside: Beside,
        options: argparse.Namespace,
    ) -> None:
        self.model, self.tokenizer, self.options = model, tokenizer, options
        self.labelled, self.beside = labelled, beside
        files = development_files(options.data)
        self.dev = [example for path in files for example in examples(path)]
        files = copy_files(options.data, kept=True)
        self.copy_dev = [example for path in files for example in copy_examples(path)]
        files = triage_files(options.data, kept=True)
        self.triage_dev = [message for path in files for message in messages(path)]
        self.names = Names.read(WORDS)
        self.shape = model.encoder.shape
        model.encoder.words.weight.requires_grad_(False)
        self.optimizer = torch.optim.AdamW(list(_rates(model, options.rate)), weight_decay=0.01)
        self.average = copy.deepcopy(model).eval()
        self.place = {"epoch": 0, "step": 0, "best": 0.0, "total": 0}
        self.saved = time.monotonic()
        self._resume()

    def finish(self) -> None:
        """Train to the last epoch, judging the average after each."""
        for number in range(self.place["epoch"], self.options.epochs):
            random = Random(f"{self.options.order}:{number}")
            shown = epoch(
                self.labelled, self.beside, self.tokenizer, self.shape, self.names, random
            )
            self._train(shown)
            self._judge(number)
            self.place |= {"epoch": number + 1, "step": 0}
            self._checkpoint()

    def _train(self, shown: list[Batch]) -> None:
        self.model.train()
        begun, total = time.monotonic(), 0.0
        last = len(shown) * self.options.epochs
        for step in range(self.place["step"], len(shown)):
            done = (self.place["epoch"] * len(shown) + step) / last
            self._step(shown[step], min(1.0, done / 0.08) * (0.02 + 0.98 * (1 - done)))
            total += self.loss
            self.place["step"] = step + 1
            if step % 25 == 24:
                pace = (time.monotonic() - begun) / 25
                log.info(
                    "step %d/%d loss %.4f, %.2f s a step", step + 1, len(shown), total / 25, pace
                )
                begun, total = time.monotonic(), 0.0
            if time.monotonic() - self.saved > SAVED_EVERY:
                self._checkpoint()

    def _step(self, batch: Batch, share: float) -> None:
        for group in self.optimizer.param_groups:
            group["lr"] = group["full"] * share
        with torch.autocast("cpu", torch.bfloat16):
            told = self.model(batch.ids, batch.types)
        wrong = loss(batch, *told)
        self.optimizer.zero_grad()
        wrong.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.loss = wrong.item()
        self.place["total"] += 1
        # Early on the average follows closely, or it would remember the untrained heads.
        keep = min(AVERAGED, self.place["total"] / (self.place["total"] + 10))
        with torch.no_grad():
            for mean, new in zip(self.average.parameters(), self.model.parameters(), strict=True):
                if new.requires_grad:
                    mean.lerp_(new, 1 - keep)

    def _judge(self, number: int) -> None:
        block, flag = score(self.average, self.dev, self.tokenizer, self.shape)
        truth = np.array([VERDICTS.index(example.verdict or "") for example in self.dev])
        sure = truth != VERDICTS.index("warn")
        harmless = np.sort(block[truth == 0])[::-1]
        limit = harmless[int(0.04 * len(harmless))]
        blocks = roc_auc_score(truth[sure] == VERDICTS.index("block"), block[sure])
        flags = roc_auc_score(truth > 0, flag)
        log.info(
            "epoch %d: AUC block %.4f flag %.4f, blocked at 4%% harmless %.3f",
            number + 1,
            blocks,
            flags,
            (block[truth == VERDICTS.index("block")] > limit).mean(),
        )
        log.info("faults of copy: AUC %.4f; tiers right %.3f", self._copy_auc(), self._tiers())
        if blocks + flags > self.place["best"]:
            self.place["best"] = blocks + flags
            torch.save(self.average.state_dict(), self.options.out / "best.pt")

    def _copy_auc(self) -> float:
        """Return how well a text's likeliest fault, slips left out, tells faulty from clean."""
        faults = faults_of(self.average, self.copy_dev, self.tokenizer, self.shape)
        asked = [at for at, fault in enumerate(FAULTS) if fault not in SLIP]
        faulty = [bool({s.label for s in e.spans} - SLIP) for e in self.copy_dev]
        return float(roc_auc_score(faulty, faults[:, asked].max(1)))

    def _tiers(self) -> float:
        """Return the share of messages that get the tier people gave them."""
        told = triage_of(self.average, self.triage_dev, self.tokenizer, self.shape)
        gold = [message.heard.tier for message in self.triage_dev if message.heard]
        return float((told[:, :TIERS].argmax(1) == gold).mean())

    def _checkpoint(self) -> None:
        state = {
            "place": self.place,
            "model": self.model.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(),
        }
        unfinished = self.options.out / "checkpoint.new"
        torch.save(state, unfinished)
        unfinished.replace(self.options.out / "checkpoint.pt")
        self.saved = time.monotonic()

    def _resume(self) -> None:
        file = self.options.out / "checkpoint.pt"
        if file.exists():
            state: dict[str, Any] = torch.load(file)
            self.place = state["place"]
            self.model.load_state_dict(state["model"])
            self.average.load_state_dict(state["average"])
            self.optimizer.load_state_dict(state["optimizer"])
            log.info("going on at %s", self.place)


def _rates(model: Reader, rate: float) -> Iterator[dict[str, Any]]:
    """Give each layer nine tenths of the rate of the one above it, and the heads five times."""
    layers = model.encoder.layers
    parts = (model.tagger, model.reader, model.judge, model.editor, model.critic)
    parts += (model.listener, model.nurse)
    yield {"params": [p for part in parts for p in part.parameters()], "full": rate * 5}
    for depth, layer in enumerate(reversed(layers)):
        yield {"params": list(layer.parameters()), "full": rate * 0.9**depth}
    lowest = rate * 0.9 ** len(layers)
    yield {"params": list(model.encoder.types.parameters()), "full": rate * 2}
    norm, places = model.encoder.embedded, model.encoder.positions
    yield {"params": [*norm.parameters(), *places.parameters()], "full": lowest}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    parser.add_argument("--encoder", type=Path, required=True, help="MiniLM's folder")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=HERE / "data")
    parser.add_argument(
        "--social", type=Path, nargs="*", default=[], help="texts with names marked"
    )
    parser.add_argument("--without", nargs="*", default=[], help="authors to leave out")
    parser.add_argument("--few", type=int, default=0, help="train on so many examples only")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--order", type=int, default=7)
    return parser.parse_args()


if __name__ == "__main__":
    main()

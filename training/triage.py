"""
Train the model of triage: `python triage.py`, from `training/`; `--measure FILE...` only measures.

Reads `data/triage-t*.jsonl`, fits one linear classifier for the tier and one for each flag and
theme (scikit-learn, fixed seed), chooses thresholds on texts that a fit has not seen, and writes
the weights in bytes into `src/bedside/guard/triage/files/`. Needs numpy, scipy and scikit-learn.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from bedside.guard.reading import Reading
from bedside.guard.triage import triage
from bedside.guard.triage.features import features, pairs
from bedside.guard.triage.message import Flag, Message, Theme, Tier
from bedside.guard.triage.model import bucket

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

HERE: Final = Path(__file__).parent
FILES: Final = HERE.parent / "src" / "bedside" / "guard" / "triage" / "files"
SEED: Final = 7
TIER_ROWS: Final = 32_768
LABEL_ROWS: Final = 8_192
FOLDS: Final = 5
FALSE_ALARMS: Final = 0.05
"""Of what is not urgent, the share that the model alone may call so in the texts held out."""

TIER_STRENGTH: Final = 1.0
LABEL_STRENGTH: Final = 4.0
LABELS: Final = (*Flag, *Theme)

Record = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--measure", nargs="+", type=Path, metavar="FILE")
    options = parser.parse_args()
    if options.measure is None:
        train(sorted((HERE / "data").glob("triage-t*.jsonl")))
    for path in options.measure or ():
        measure(path)


def train(paths: Sequence[Path]) -> None:
    """Fit on the records of some files, and write weights, thresholds and what they rest on."""
    records = [record for path in paths for record in read(path)]
    tiers = np.array([record["tier"] for record in records])
    labels = np.array([[label in given(record) for label in LABELS] for record in records])
    wide = matrix(records, TIER_ROWS, with_pairs=True)
    narrow = matrix(records, LABEL_ROWS, with_pairs=False)
    unseen, likely = held_out(wide, narrow, tiers, labels, [group(record) for record in records])
    thresholds = {"urgent": urgent_threshold(unseen[:, Tier.URGENT], tiers == Tier.URGENT)}
    for column, label in enumerate(LABELS):
        thresholds[label] = best_threshold(likely[:, column], labels[:, column])
    tier_model = fitted(wide, tiers, TIER_STRENGTH)
    label_models = [fitted(narrow, labels[:, n], LABEL_STRENGTH) for n in range(len(LABELS))]
    write(
        (tier_model.coef_, tier_model.intercept_),
        (
            np.vstack([model.coef_[0] for model in label_models]),
            np.array([model.intercept_[0] for model in label_models]),
        ),
        {"thresholds": thresholds, "data": fingerprint(paths), "seed": SEED, "texts": len(records)},
    )
    exact = (unseen.argmax(axis=1) == tiers).mean()
    print(f"{len(records)} texts of {len(paths)} authors; model alone, held out: exact {exact:.1%}")


def read(path: Path) -> list[Record]:
    """Return the records of a file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def given(record: Record) -> set[str]:
    """Return flags and themes of a record."""
    return {*record["flags"], *record["themes"]}


def group(record: Record) -> str:
    """Return what must not be parted: the contrast group, or the record alone."""
    return str(record.get("group") or record["id"])


def message(record: Record) -> Message:
    """Return the message of a record."""
    return Message(record["text"], record["stars"], record["source"], record["org_type"])


def matrix(records: Sequence[Record], count: int, *, with_pairs: bool) -> csr_matrix:
    """Return a row of hashed features for each record."""
    rows, columns, values = [], [], []
    for row, record in enumerate(records):
        reading = Reading(record["text"])
        found = list(features(message(record), reading))
        for name, value in [*found, *(pairs(reading) if with_pairs else ())]:
            rows.append(row)
            columns.append(bucket(name, count))
            values.append(value)
    return csr_matrix((values, (rows, columns)), shape=(len(records), count))


def fitted(rows: csr_matrix, answers: NDArray[Any], strength: float) -> LogisticRegression:
    """Fit one classifier; one of two answers with the solver that is quicker there."""
    solver = "liblinear" if answers.dtype == bool else "lbfgs"
    model = LogisticRegression(C=strength, max_iter=4000, random_state=SEED, solver=solver)
    return model.fit(rows, answers)


def held_out(
    wide: csr_matrix,
    narrow: csr_matrix,
    tiers: NDArray[Any],
    labels: NDArray[Any],
    groups: Sequence[str],
) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return probabilities of tiers and labels, each by models that have not seen the text."""
    unseen = np.zeros((len(tiers), len(Tier)))
    likely = np.zeros(labels.shape)
    for seen, new in GroupKFold(FOLDS, shuffle=True, random_state=SEED).split(wide, tiers, groups):
        unseen[new] = fitted(wide[seen], tiers[seen], TIER_STRENGTH).predict_proba(wide[new])
        for column in range(labels.shape[1]):
            model = fitted(narrow[seen], labels[seen, column], LABEL_STRENGTH)
            likely[new, column] = model.predict_proba(narrow[new])[:, 1]
    return unseen, likely


def urgent_threshold(likely: NDArray[Any], urgent: NDArray[Any]) -> float:
    """Return the probability that only a small share of what is not urgent reaches."""
    return round(float(np.quantile(likely[~urgent], 1 - FALSE_ALARMS)), 3)


def best_threshold(likely: NDArray[Any], answers: NDArray[Any]) -> float:
    """Return the probability from which on a label is given with the best F1, at least 0.2."""
    tried = np.arange(0.2, 0.71, 0.02)
    scores = [f1(likely >= bound, answers) for bound in tried]
    return round(float(tried[int(np.argmax(scores))]), 2)


def f1(found: NDArray[Any], answers: NDArray[Any]) -> float:
    """Return the harmonic mean of precision and recall over all cells."""
    wanted = int(found.sum() + answers.sum())
    return 2 * int((found & answers).sum()) / wanted if wanted else 0.0


def write(tiers: tuple[Any, Any], labels: tuple[Any, Any], facts: Record) -> None:
    """Write both tables in bytes, rows first, and what belongs to them as JSON."""
    packed = b""
    for name, (weights, biases) in (("tiers", tiers), ("labels", labels)):
        scales = np.abs(weights).max(axis=1) / 127
        rows = np.rint(weights / scales[:, None]).astype(np.int8).T
        packed += np.ascontiguousarray(rows).tobytes()
        facts[name] = {
            "rows": rows.shape[0],
            "biases": [round(float(bias), 5) for bias in biases],
            "scales": [round(float(scale), 7) for scale in scales],
        }
    (FILES / "triage.weights").write_bytes(packed)
    text = json.dumps(facts, indent=1, sort_keys=True) + "\n"
    (FILES / "triage.json").write_text(text, encoding="utf-8")


def fingerprint(paths: Iterable[Path]) -> str:
    """Return a hash of the training data."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:16]


def measure(path: Path) -> None:
    """Print how what ships answers the records of a file."""
    records = read(path)
    answers = [triage(message(record)) for record in records]
    tiers = np.array([answer.tier for answer in answers])
    wanted = np.array([record["tier"] for record in records])
    urgent = wanted == Tier.URGENT
    found = np.array([[x in (*a.flags, *a.themes) for x in LABELS] for a in answers])
    right = np.array([[label in given(record) for label in LABELS] for record in records])
    flags = len(Flag)
    print(
        f"{path.name}: n {len(records)}, "
        f"urgent found {(tiers[urgent] == Tier.URGENT).mean():.1%}, "
        f"others called urgent {(tiers[~urgent] == Tier.URGENT).mean():.1%}, "
        f"within one {(abs(tiers - wanted) <= 1).mean():.1%}, exact {(tiers == wanted).mean():.1%}, "
        f"flags F1 {f1(found[:, :flags], right[:, :flags]):.2f}, "
        f"themes F1 {f1(found[:, flags:], right[:, flags:]):.2f}"
    )


if __name__ == "__main__":
    main()

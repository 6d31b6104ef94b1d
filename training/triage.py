"""
Train the linear model of triage: `python triage.py`, from `training/`; `--measure FILE...` only
measures. `--join`, after `export.py`, chooses thresholds for both models joined.

Reads `data/triage-*.jsonl`, what is kept aside left out, fits one linear classifier for the tier
and one for each flag and theme (scikit-learn, fixed seed), chooses thresholds on texts that a fit
has not seen, and writes the weights in bytes into `src/bedside/guard/triage/files/`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from bedside.guard.reading import Reading
from bedside.guard.triage import triage
from bedside.guard.triage.engine import heed, opinion_of
from bedside.guard.triage.features import features, pairs
from bedside.guard.triage.message import Flag, Message, Theme, Tier
from bedside.guard.triage.model import bucket
from examples import triage_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

HERE: Final = Path(__file__).parent
FILES: Final = HERE.parent / "src" / "bedside" / "guard" / "triage" / "files"
SEED: Final = 7
TIER_ROWS: Final = 49_152
LABEL_ROWS: Final = 6_144
FOLDS: Final = 5
FALSE_ALARMS: Final = 0.08
"""Of what is not urgent, the share that may be called so, signals and model together: the mean
over authors of whom the model has read nothing."""

HINTED: Final = (1.0, 0.8, 0.6, 0.4, 0.3, 0.2)
"""Shares of the bound from which the model is believed where a signal hints that it is urgent."""

SHARES: Final = (0.34, 0.26, 0.19, 0.21)
"""What each tier counts in the texts of every author, however many of them it has."""

TIER_STRENGTH: Final = 1.0
LABEL_STRENGTH: Final = 1.0
LABELS: Final = (*Flag, *Theme)

Record = dict[str, Any]
log = logging.getLogger("triage")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--measure", nargs="+", type=Path, metavar="FILE", default=[])
    parser.add_argument("--join", action="store_true")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    if options.join:
        join(triage_files(HERE / "data", kept=True))
    elif not options.measure:
        train(triage_files(HERE / "data"))
    for path in options.measure:
        measure(path)


def train(paths: Sequence[Path]) -> None:
    """Fit on the records of some files, and write weights, thresholds and what they rest on."""
    authors = [read(path) for path in paths]
    records = [record for author in authors for record in author]
    tiers = np.array([record["tier"] for record in records])
    written = np.repeat(np.arange(len(authors)), [len(author) for author in authors])
    shares = balanced(tiers, written)
    wide = matrix(records, TIER_ROWS, with_pairs=True)
    narrow = matrix(records, LABEL_ROWS, with_pairs=False)
    labels = np.array([[label in given(record) for label in LABELS] for record in records])
    unseen = of_new_authors(wide, tiers, written, shares)
    likely = held_out(narrow, labels, [group(record) for record in records])
    thresholds = urgent_bounds(
        unseen[:, Tier.URGENT], tiers == Tier.URGENT, signalled(records), written
    )
    for column, flag in enumerate(Flag):
        thresholds[flag] = best_threshold(likely[:, column], labels[:, column])
    common = best_threshold(likely[:, len(Flag) :], labels[:, len(Flag) :])
    thresholds |= dict.fromkeys(Theme, common)
    model = fitted(wide, tiers, TIER_STRENGTH, shares)
    label_models = [fitted(narrow, labels[:, n], LABEL_STRENGTH) for n in range(len(LABELS))]
    write(
        (model.coef_, model.intercept_),
        (
            np.vstack([one.coef_[0] for one in label_models]),
            np.array([one.intercept_[0] for one in label_models]),
        ),
        {"thresholds": thresholds, "data": fingerprint(paths), "seed": SEED, "texts": len(records)},
    )
    for number, path in enumerate(paths):
        right = unseen[written == number].argmax(axis=1) == tiers[written == number]
        log.info(
            "%s: the model alone, trained on the others: exact %.1f %%",
            path.name,
            100 * right.mean(),
        )


def join(paths: Sequence[Path]) -> None:
    """Choose thresholds for the joined opinion on what was kept aside, and write them."""
    authors = [read(path) for path in paths]
    records = [record for author in authors for record in author]
    written = np.repeat(np.arange(len(authors)), [len(author) for author in authors])
    opinions = [opinion_of(message(record)) for record in records]
    urgent = np.array([record["tier"] == Tier.URGENT for record in records])
    likely = np.array([[*o.flags.values(), *o.themes.values()] for o in opinions])
    labels = np.array([[label in given(record) for label in LABELS] for record in records])
    width = len(Flag)
    chances = np.array([opinion.tiers[Tier.URGENT] for opinion in opinions])
    flags = best_threshold(likely[:, :width], labels[:, :width])
    themes = best_threshold(likely[:, width:], labels[:, width:])
    facts = json.loads((FILES / "triage.json").read_text(encoding="utf-8"))
    facts["joined"] = urgent_bounds(chances, urgent, signalled(records), written)
    facts["joined"] |= dict.fromkeys(Flag, flags) | dict.fromkeys(Theme, themes)
    text = json.dumps(facts, indent=1, sort_keys=True) + "\n"
    (FILES / "triage.json").write_text(text, encoding="utf-8")
    bounds = [facts["joined"][name] for name in ("urgent", "hinted")]
    log.info("urgent %s, hinted %s, flags %s, themes %s", *bounds, flags, themes)


def balanced(tiers: NDArray[Any], written: NDArray[Any]) -> NDArray[Any]:
    """Return a weight for each text, so that each author has the tiers in the same shares."""
    weights = np.zeros(len(tiers))
    for author in np.unique(written):
        for tier, share in enumerate(SHARES):
            these = (written == author) & (tiers == tier)
            weights[these] = share * (written == author).sum() / max(1, these.sum())
    return weights


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


def fitted(
    rows: csr_matrix,
    answers: NDArray[Any],
    strength: float,
    weights: NDArray[Any] | None = None,
) -> LogisticRegression:
    """Fit one classifier; one of two answers with the solver that is quicker there."""
    solver = "liblinear" if answers.dtype == bool else "lbfgs"
    model = LogisticRegression(C=strength, max_iter=4000, random_state=SEED, solver=solver)
    return model.fit(rows, answers, weights)


def of_new_authors(
    rows: csr_matrix, tiers: NDArray[Any], written: NDArray[Any], weights: NDArray[Any]
) -> NDArray[Any]:
    """Return probabilities of tiers, each by a model that has read nothing of the author."""
    unseen = np.zeros((len(tiers), len(Tier)))
    for author in np.unique(written):
        new, seen = written == author, written != author
        model = fitted(rows[seen], tiers[seen], TIER_STRENGTH, weights[seen])
        unseen[new] = model.predict_proba(rows[new])
    return unseen


def held_out(rows: csr_matrix, labels: NDArray[Any], groups: Sequence[str]) -> NDArray[Any]:
    """Return probabilities of labels, each by models that have not seen the text."""
    likely = np.zeros(labels.shape)
    for seen, new in GroupKFold(FOLDS, shuffle=True, random_state=SEED).split(rows, groups=groups):
        for column in range(labels.shape[1]):
            model = fitted(rows[seen], labels[seen, column], LABEL_STRENGTH)
            likely[new, column] = model.predict_proba(rows[new])[:, 1]
    return likely


def signalled(records: Sequence[Record]) -> NDArray[Any]:
    """Return for each text whether a signal is sure that it is urgent, and whether one hints so."""
    found = [heed(Reading(record["text"])) for record in records]
    asking = [[hit for hit in hits if hit.tier is Tier.URGENT] for hits in found]
    return np.array(
        [
            (any(not hit.is_hint for hit in hits), any(hit.is_hint for hit in hits))
            for hits in asking
        ]
    )


def urgent_bounds(
    likely: NDArray[Any], urgent: NDArray[Any], found: NDArray[Any], written: NDArray[Any]
) -> Record:
    """
    Return from which probability on a text is urgent: of itself, and where a signal hints so.

    Of all pairs that keep to the false alarms, the one that finds most; authors count alike.
    """
    best = (-1.0, 1.0, 1.0)
    sure, hinted = found[:, 0], found[:, 1]
    for share in HINTED:
        for bound in np.arange(0.02, 1, 0.01):
            called = sure | (likely >= np.where(hinted, share * bound, bound))
            if by_author(called[~urgent], written[~urgent]) <= FALSE_ALARMS:
                best = max(best, (by_author(called[urgent], written[urgent]), bound, share * bound))
                break
    return {"urgent": round(float(best[1]), 3), "hinted": round(float(best[2]), 3)}


def by_author(called: NDArray[Any], written: NDArray[Any]) -> float:
    """Return which share of texts is called urgent, as the mean over their authors."""
    return float(np.mean([called[written == author].mean() for author in np.unique(written)]))


def best_threshold(likely: NDArray[Any], answers: NDArray[Any]) -> float:
    """Return the probability from which on a label is given with the best F1, at least 0.1."""
    tried = np.arange(0.1, 0.71, 0.02)
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
    """Tell how what ships answers the records of a file."""
    records = read(path)
    answers = [triage(message(record)) for record in records]
    tiers = np.array([answer.tier for answer in answers])
    wanted = np.array([record["tier"] for record in records])
    urgent = wanted == Tier.URGENT
    found = np.array([[x in (*a.flags, *a.themes) for x in LABELS] for a in answers])
    right = np.array([[label in given(record) for label in LABELS] for record in records])
    flags = len(Flag)
    told = {
        "urgent found": (tiers[urgent] == Tier.URGENT).mean(),
        "others called urgent": (tiers[~urgent] == Tier.URGENT).mean(),
        "within one": (abs(tiers - wanted) <= 1).mean(),
        "exact": (tiers == wanted).mean(),
        "flags F1": f1(found[:, :flags], right[:, :flags]),
        "themes F1": f1(found[:, flags:], right[:, flags:]),
    }
    shares = ", ".join(f"{name} {share:.1%}" for name, share in told.items())
    log.info("%s: %d texts, %s", path.name, len(records), shares)


if __name__ == "__main__":
    main()

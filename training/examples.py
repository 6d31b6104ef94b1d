"""Labelled examples as drafts: read, split by author, turned into windows with targets."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from bedside.guard import Severity, check
from bedside.guard.draft import Draft, Kind, Organisation
from bedside.guard.models.tokens import Type, Window, heard, windows
from bedside.guard.triage.message import Flag, Theme, Tier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from bedside.guard.models.tokens import Special, Tokenizer

LABELS = (
    "ID-NAME",
    "ID-DATE",
    "ID-AGE90",
    "ID-GEO",
    "ID-CONTACT",
    "ID-NUMBER",
    "ID-IMAGE",
    "DIS-RELATIONSHIP",
    "DIS-VISIT",
    "DIS-CARE",
    "DIS-PAYMENT",
    "DIS-CONDUCT",
    "DIS-SITUATION",
    "DIS-INVITE",
    "DIS-IMPLIED",
    "PERSON",
)
"""What a token can be. PERSON is any person's name, whoever it is; no annotation uses it."""

FAULTS = (
    "CLAIM-CURE",
    "CLAIM-SUPERLATIVE",
    "CLAIM-EVIDENCE",
    "CLAIM-APPROVAL",
    "CLAIM-MISINFO",
    "TONE-UNPROFESSIONAL",
    "TONE-FEAR",
    "TONE-SHOUT",
    "STIGMA",
    "PROOF",
    "PLAIN",
    "ADS-ATTRIBUTE",
    "ADS-BEFORE-AFTER",
    "ADS-TARGETING",
    "ADS-INDUCEMENT",
    "ADS-DISCLOSURE",
    "REVIEW-GATING",
    "REVIEW-INCENTIVE",
    "REVIEW-THREAT",
    "POLICY-OVERBROAD",
    "ACCESS",
)
"""Faults of copy: a text has them, and tokens show them."""

ABOUT_PEOPLE = ("TONE-UNPROFESSIONAL", "STIGMA", "REVIEW-", "ADS-BEFORE-AFTER", "ADS-DISCLOSURE")
"""Faults of copy that may be told of one person: beginnings of their names."""

TAGS = LABELS + FAULTS
TIERS = len(Tier)
TRAITS = (*Flag, *Theme)
"""What triage may say of a message beside its tier."""

PERSON = LABELS.index("PERSON")
DISCLOSED, NAMED = frozenset(LABELS[:PERSON]), frozenset(LABELS[PERSON:])
SLIP = frozenset({"PROOF"})
KEPT = ("t5", "t13")
"""Authors kept from training to choose thresholds on."""

KEPT_COPY = ("c43", "c47")
"""Authors of copy who are kept for the same."""

KEPT_MESSAGES = ("r57", "r58")
"""Authors of messages who are kept for the same."""

VERDICTS = ("clear", "warn", "block")


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a text, in code points, with its label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Heard:
    """What triage should say of a message that came in, and how it came."""

    said: str
    tier: int
    traits: frozenset[str]


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled draft. `verdict` is None, and labels are not `known`, where nobody gave them."""

    id: str
    author: str
    group: str
    draft: Draft
    verdict: str | None
    spans: tuple[Marked, ...]
    known: frozenset[str] = DISCLOSED
    language: str = "en"
    heard: Heard | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """
    A window with what the model should say of it.

    `spans` is (tokens, TAGS) with 1 where a label applies, 0 where it does not and -1 where
    nobody knows, and `faults` the same for the text and FAULTS. `verdict` is an index into
    VERDICTS, or -1. `triage` holds a tier and TRAITS, or only -1.
    """

    window: Window
    verdict: int
    spans: NDArray[np.int8]
    faults: NDArray[np.int8]
    triage: NDArray[np.int8]
    weight: float


def examples(path: Path) -> list[Example]:
    """Read a file of disclosure examples; its author is the last part of its name."""
    author = path.stem.rpartition("-")[2]
    return [_example(json.loads(line), author) for line in _lines(path)]


def training_files(folder: Path) -> list[Path]:
    """Return the files that are trained on, in a fixed order."""
    files = sorted(folder.glob("disclosure-t*.jsonl"), key=lambda path: int(path.stem[12:]))
    return [path for path in files if path.stem.rpartition("-")[2] not in KEPT]


def development_files(folder: Path) -> list[Path]:
    """Return the files that thresholds and the best epoch are chosen on."""
    return [folder / f"disclosure-{author}.jsonl" for author in ("dev", *KEPT)]


def copy_files(folder: Path, *, kept: bool = False) -> list[Path]:
    """Return the files of labelled copy: those trained on, or those thresholds are chosen on."""
    files = sorted(folder.glob("copy-*.jsonl"), key=lambda path: (len(path.stem), path.stem))
    apart = ("dev", *KEPT_COPY)
    return [path for path in files if (path.stem.rpartition("-")[2] in apart) is kept]


def copy_examples(path: Path) -> list[Example]:
    """
    Read a file of labelled copy. Boasts and offers are about nobody, and the model is told so;
    where a fault is one of talking about people, or the rules see somebody, nobody says whether
    it discloses.
    """
    author = path.stem.rpartition("-")[2]
    return [
        Example(
            id=row["id"],
            author=author,
            group=row.get("group") or f"{author}:{number // 3}",
            draft=Draft(row["text"], Kind(row["kind"])),
            verdict=None if _somebody(row) else "clear",
            spans=tuple(Marked(s["start"], s["end"], s["label"]) for s in row["labels"]),
            known=frozenset(FAULTS),
            language=row.get("lang", "en"),
        )
        for number, row in enumerate(map(json.loads, _lines(path)))
    ]


def triage_files(folder: Path, *, kept: bool = False) -> list[Path]:
    """Return the files of labelled messages: those trained on, or those to choose by."""
    files = sorted(folder.glob("triage-*.jsonl"))
    apart = ("dev", *KEPT_MESSAGES)
    return [path for path in files if (path.stem.rpartition("-")[2] in apart) is kept]


def messages(path: Path) -> list[Example]:
    """Read a file of labelled messages."""
    return [
        Example(
            id=row["id"],
            author=path.stem,
            group=f"{path.stem}:{row.get('group') or row['id']}",
            draft=Draft(row["text"], Kind.MESSAGE),
            verdict=None,
            spans=(),
            known=frozenset(),
            language=row["language"],
            heard=Heard(
                heard(row["stars"], row["source"]),
                row["tier"],
                frozenset((*row["flags"], *row["themes"])),
            ),
        )
        for row in map(json.loads, _lines(path))
    ]


def social(path: Path) -> list[Example]:
    """Read public social text in which persons' names are marked."""
    return [
        Example(
            id=row["id"],
            author=path.stem,
            group=row["id"],
            draft=Draft(row["text"]),
            verdict=None,
            spans=tuple(
                Marked(span["start"], span["end"], "PERSON")
                for span in row["spans"]
                if span["type"] == "PERSON"
            ),
            known=NAMED,
        )
        for row in map(json.loads, _lines(path))
    ]


def named_files(folder: Path) -> list[Path]:
    """Return the files of our own social text in which persons' names are marked."""
    return sorted(folder.glob("names-n*.jsonl"))


def targets(
    example: Example, tokenizer: Tokenizer, special: Special, weight: float = 1.0
) -> Iterator[Target]:
    """Yield an example's windows; a window that shows none of its spans teaches no verdict."""
    said = example.heard.said if example.heard else None
    cut = windows(example.draft, tokenizer, special, said)
    verdict = VERDICTS.index(example.verdict) if example.verdict else -1
    for window in cut:
        spans = _spans(example, window)
        silent = len(cut) > 1 and verdict > 0 and not (spans[:, :PERSON] > 0).any()
        faults = spans[:, len(LABELS) :].max(0)
        verdict_here = -1 if silent else verdict
        yield Target(window, verdict_here, spans, faults, _triage(example), weight)


def fingerprint(paths: Iterable[Path]) -> str:
    """Return one hash over the files' bytes, in the order given."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _example(row: dict[str, Any], author: str) -> Example:
    org = row.get("org") or {}
    answered = row.get("reply_to")
    return Example(
        id=row["id"],
        author=author,
        group=answered or row.get("pair") or row.get("group") or f"{author}:{org.get('name')}",
        draft=Draft(
            row["text"],
            Kind(row["kind"]),
            answered,
            Organisation(
                name=org.get("name") or "",
                staff=tuple(org.get("staff") or ()),
                city=org.get("city") or "",
                phone=org.get("phone") or "",
            ),
            tuple(row.get("consents") or ()),
        ),
        verdict=row["verdict"],
        spans=tuple(Marked(span["start"], span["end"], span["label"]) for span in row["spans"]),
        language=row.get("language") or row.get("lang", "en"),
    )


def _somebody(row: dict[str, Any]) -> bool:
    """Tell whether copy may be about a person: by its fault, or by what the rules find."""
    if any(span["label"].startswith(ABOUT_PEOPLE) for span in row["labels"]):
        return True
    findings = check(Draft(row["text"], Kind(row["kind"])), quick=True).findings
    return any(one.code[0] in "PD" and one.severity is not Severity.INFO for one in findings)


def _triage(example: Example) -> NDArray[np.int8]:
    if example.heard is None:
        return np.full(1 + len(TRAITS), -1, np.int8)
    return np.array(
        [example.heard.tier, *(trait in example.heard.traits for trait in TRAITS)], np.int8
    )


def _spans(example: Example, window: Window) -> NDArray[np.int8]:
    spans = np.full((len(window.offsets), len(TAGS)), -1, np.int8)
    for at, label in enumerate(TAGS):
        if label in example.known:
            spans[:, at] = 0
    if example.known == DISCLOSED:
        spans[:, PERSON] = [
            _person(example.draft.text[start:end], kind)
            for (start, end), kind in zip(
                window.offsets, window.types[window.first : -1], strict=True
            )
        ]
    for marked in example.spans:
        label = TAGS.index(marked.label)
        for at, (start, end) in enumerate(window.offsets):
            if start < marked.end and marked.start < end:
                spans[at, label] = 1
                if marked.label == "ID-NAME":
                    spans[at, PERSON] = 1
    return spans


def _person(token: str, kind: int) -> int:
    """Staff and the consenting are persons; of other capitalised words nobody knows."""
    if kind in (Type.STAFF, Type.CONSENTED):
        return 1
    return -1 if token.strip()[:1].isupper() else 0


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()

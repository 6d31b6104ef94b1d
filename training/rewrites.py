"""
Write the guard's approved rewrites: `python rewrites.py`.

Joins `data/rewrites-t6.jsonl` (what to say instead, so general that any provider may say it) to the
slips of `data/disclosure-t6.jsonl`, and ships in `pairs.jsonl` those that the full guard lets pass.
Of the slip only its words are kept, without names. Prints how many ship and which are left out; to
be run again when the guard's rules or its model change.
"""

from __future__ import annotations

import json
import logging
import re
from pathlib import Path
from typing import Any

from bedside.guard import Draft, Kind, Organisation, Verdict, check
from bedside.guard.lexicon import words
from bedside.guard.rewriting.pairs import words_of
from bedside.guard.rewriting.slips import language, mood

logger = logging.getLogger(__name__)

HERE = Path(__file__).parent
SHIPPED = HERE.parent / "src/bedside/guard/rewriting/pairs.jsonl"
SPEAKER = Organisation(name="Cedar Hollow Clinic", city="Cedar Hollow", phone="555-0100")
SMALL = frozenset(
    [
        "about", "been", "comment", "from", "have", "here", "into", "just", "message", "that",
        "their", "them", "then", "there", "they", "this", "were", "what", "when", "will", "with",
        "would", "your",
    ]
)  # fmt: skip
"""Words that stand in every text."""
_LOWER = re.compile(r"\b[^\W\d_A-Z][^\W\d_]{2,}")


def main() -> None:
    """Write the file of pairs."""
    slips = {row["pair"]: row for row in _rows("disclosure-t6") if row["verdict"] != "clear"}
    pairs = [_pair(slips[row["pair"]], row["safe"]) for row in _rows("rewrites-t6")]
    passing = [pair for pair in pairs if _passes(pair)]
    lines = (json.dumps(pair, ensure_ascii=False) + "\n" for pair in passing)
    SHIPPED.write_text("".join(lines), encoding="utf-8")
    left_out = sorted({pair["id"] for pair in pairs} - {pair["id"] for pair in passing})
    logger.info("%d ship, %d left out: %s", len(passing), len(left_out), " ".join(left_out))


def _rows(name: str) -> list[dict[str, Any]]:
    text = (HERE / "data" / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def _pair(slip: dict[str, Any], safe: str) -> dict[str, str]:
    text = f"{slip['text']} {slip['reply_to'] or ''}"
    answered = slip["reply_to"] or ""
    return {
        "id": slip["pair"],
        "kind": slip["kind"],
        "sorts": " ".join(sorted({span["label"] for span in slip["spans"]})),
        "mood": mood(slip["text"].lower(), answered),
        "language": language(safe.lower()),
        "words": " ".join(sorted(_telling(text))),
        "safe": safe,
    }


def _telling(text: str) -> frozenset[str]:
    """Return what a text speaks of: words that stand in it in lower case, and are no name."""
    names = words("given_names") | words("surnames")
    return words_of(" ".join(_LOWER.findall(text))) - SMALL - names


def _passes(pair: dict[str, str]) -> bool:
    text = pair["safe"].replace("{phone}", SPEAKER.phone)
    return check(Draft(text, kind=Kind(pair["kind"]), org=SPEAKER)).verdict is Verdict.CLEAR


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()

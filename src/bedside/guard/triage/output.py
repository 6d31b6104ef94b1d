"""Writes a triage as data, and as lines for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bedside.guard.triage.message import Tier

if TYPE_CHECKING:
    from bedside.guard.triage.message import Flag, Triage

WHAT_TO_DO: Final = {
    Tier.FRIENDLY: "friendly or neutral: thank or answer within days, without confirming anything.",
    Tier.COMPLAINT: "a complaint: answer in general terms within 48 hours, and offer to talk.",
    Tier.HARSH: "harsh: a manager takes it off the page today and makes contact in private.",
    Tier.URGENT: "urgent: page a named person now. No automatic reply. Keep the evidence.",
}

_QUOTE: Final = 100
"""Characters of a stretch that are quoted."""


def as_data(triage: Triage, identifier: object) -> dict[str, object]:
    """
    Return a triage as the object that `bedside triage` writes.

    `identifier` is whatever stood in the input's `id`; it is handed back as it came.
    """
    return {
        "id": identifier,
        "tier": int(triage.tier),
        "flags": [flag.value for flag in triage.flags],
        "themes": [theme.value for theme in triage.themes],
        "reasons": [
            {"start": reason.start, "end": reason.end, "flag": reason.flag.value}
            for reason in triage.reasons
        ],
    }


def as_lines(triage: Triage, text: str) -> str:
    """Return the tier with what should happen, a line for each flag, and the themes."""
    return "\n".join(
        [
            f"Tier {triage.tier:d}, {WHAT_TO_DO[triage.tier]}",
            *(f"  {_named(flag)}{_quoted(triage, flag, text)}" for flag in triage.flags),
            f"About: {', '.join(map(_named, triage.themes))}",
        ]
    )


def _named(label: str) -> str:
    return label.replace("_", " ")


def _quoted(triage: Triage, flag: Flag, text: str) -> str:
    """Return the words that give a flag; none where the whole message does."""
    stretches = [text[one.start : one.end] for one in triage.reasons if one.flag is flag]
    quotes = [f'"{" ".join(stretch.split())[:_QUOTE]}"' for stretch in stretches]
    return f": {', '.join(quotes)}" if quotes else ""

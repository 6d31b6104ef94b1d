"""How flags and the model's opinion become a tier. An urgent flag never lowers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bedside.guard.triage.message import Flag, Tier

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from bedside.guard.triage.model import Opinion
    from bedside.guard.triage.signal import Hit

URGENT: Final = (
    Flag.SELF_HARM,
    Flag.EMERGENCY,
    Flag.PATIENT_SAFETY,
    Flag.ABUSE,
    Flag.THREAT,
    Flag.PRIVACY_BREACH,
)
"""Flags that no message of a lower tier has."""

KIND_STARS: Final = 4
"""From so many stars on, harsh words are meant in jest."""


def decide(
    hits: Collection[Hit], opinion: Opinion, thresholds: Mapping[str, float], stars: int | None
) -> Tier:
    """
    Return the tier: what the signals ask for at least, or the model, whichever is higher.

    Signals that ask for a harsh tier are not heard in a review of many stars; a hint makes the
    model urgent sooner.
    """
    asked = max((hit.tier for hit in hits if not hit.is_hint), default=Tier.FRIENDLY)
    if asked is Tier.HARSH and stars is not None and stars >= KIND_STARS:
        asked = Tier.FRIENDLY
    bound = thresholds["hinted" if any(hit.is_hint for hit in hits) else "urgent"]
    return max(asked, _of_model(opinion, bound))


def _of_model(opinion: Opinion, bound: float) -> Tier:
    if opinion.tiers[Tier.URGENT] >= bound:
        return Tier.URGENT
    calmer = (Tier.FRIENDLY, Tier.COMPLAINT, Tier.HARSH)
    return max(calmer, key=lambda tier: opinion.tiers[tier])


def flags(
    hits: Collection[Hit], opinion: Opinion, thresholds: Mapping[str, float], tier: Tier
) -> tuple[Flag, ...]:
    """
    Return the flags: those of signals, and those that the model is sure of.

    What only an urgent message has, and what is hinted, is taken in one; and an urgent message that
    has nothing of it gets the likeliest.
    """
    found = {hit.flag for hit in hits if tier is Tier.URGENT or not hit.is_hint}
    found |= {flag for flag, likely in opinion.flags.items() if likely >= thresholds[flag]}
    if tier is not Tier.URGENT:
        found -= {Flag.MINOR, *URGENT}
    elif not found & {*URGENT, Flag.LEGAL, Flag.MEDIA, Flag.REGULATOR, Flag.DEATH}:
        found.add(max(URGENT, key=lambda flag: opinion.flags[flag]))
    return tuple(flag for flag in Flag if flag in found)

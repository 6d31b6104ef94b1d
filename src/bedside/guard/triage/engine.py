"""Runs the signals and the model over a message, and puts together what they say."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bedside.guard.draft import Draft, Kind
from bedside.guard.models.reader import listen
from bedside.guard.prefilter import automaton
from bedside.guard.reading import Reading
from bedside.guard.triage import decision
from bedside.guard.triage.message import Reason, Theme, Triage
from bedside.guard.triage.model import joined, read, thresholds
from bedside.guard.triage.registry import all_signals

if TYPE_CHECKING:
    from collections.abc import Mapping

    import ahocorasick

    from bedside.guard.triage.message import Flag, Message
    from bedside.guard.triage.model import Opinion
    from bedside.guard.triage.signal import Hit

READ = 20_000
"""Characters that are read: the longest review of any network has far fewer."""


def triage(message: Message) -> Triage:
    """Say how urgent a message is, what must be known about it, and which words say so."""
    reading = Reading(message.text[:READ])
    hits = heed(reading)
    opinion = opinion_of(message, reading)
    bounds = thresholds(is_joined=opinion.is_joined)
    tier = decision.decide(hits, opinion, bounds, message.stars)
    flags = decision.flags(hits, opinion, bounds, tier)
    return Triage(tier, flags, _themes(opinion, bounds), _reasons(hits, flags))


def heed(reading: Reading) -> list[Hit]:
    """Return what the signals find in a text."""
    reading.look_for(_strings())
    return [hit for signal in all_signals() for hit in signal.find(reading)]


def opinion_of(message: Message, reading: Reading | None = None) -> Opinion:
    """Return what the models make of a message, joined where both are there."""
    text = message.text[:READ]
    heard = listen(Draft(text, Kind.MESSAGE), message.stars, message.source)
    return joined(read(message, reading or Reading(text)), heard)


def _themes(opinion: Opinion, bounds: Mapping[str, float]) -> tuple[Theme, ...]:
    """Return the themes that the model is sure of, or else the likeliest."""
    sure = tuple(theme for theme in Theme if opinion.themes[theme] >= bounds[theme])
    return sure or (max(Theme, key=lambda theme: opinion.themes[theme]),)


def _reasons(hits: list[Hit], flags: tuple[Flag, ...]) -> tuple[Reason, ...]:
    """Return the stretches of the flags given, in the order of the text, none inside another."""
    reasons: list[Reason] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        covered = any(one.flag is hit.flag and one.end >= hit.end for one in reasons)
        if hit.flag in flags and not covered:
            reasons.append(Reason(hit.start, hit.end, hit.flag))
    return tuple(reasons)


@cache
def _strings() -> ahocorasick.Automaton:
    return automaton(frozenset().union(*(signal.strings for signal in all_signals())))

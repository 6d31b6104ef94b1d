"""Runs the rules over a draft."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from bedside.guard.finding import Finding, Report, Severity
from bedside.guard.fusion import RANK, believed, distinct, explained, without_echoes
from bedside.guard.prefilter import automaton
from bedside.guard.registry import all_rules
from bedside.guard.rule import PhraseRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import ahocorasick

    from bedside.guard.draft import Draft, Kind
    from bedside.guard.rule import Rule

VERSION = "0.1"


@dataclass(frozen=True)
class Settings:
    """
    What a privacy officer may set: rules switched off, severities changed, by code.

    A rule with a floor is the law's: it stays on, and its findings never go below that floor.
    """

    off: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)


DEFAULT = Settings()


def check(
    draft: Draft,
    settings: Settings = DEFAULT,
    *,
    quick: bool = False,
    only_stopping: bool = False,
) -> Report:
    """
    Read a draft and report all findings.

    `quick` runs only the rules that are cheap enough for every keystroke. A quick check never
    finds what a full check would not. `only_stopping` is for words that a full check let pass when
    they were approved: it leaves out what cannot block, such as spelling, and the model's own
    finding, which would say the same of the same words; all that depends on more than words is
    asked again.
    """
    draft.reading.look_for(_strings(draft.kind))
    findings = distinct((), _findings(draft, settings, quick=True))
    if not quick:
        slow = _findings(draft, settings, quick=False, only_stopping=only_stopping)
        findings = explained(without_echoes(distinct(findings, believed(draft, slow))))
    findings.sort(key=lambda finding: (finding.start, finding.end, finding.code))
    return Report(findings=tuple(findings), version=VERSION, full=not (quick or only_stopping))


def _findings(
    draft: Draft, settings: Settings, *, quick: bool, only_stopping: bool = False
) -> Iterator[Finding]:
    for rule in _rules(draft.kind, quick=quick):
        if rule.code in settings.off and rule.floor is None:
            continue
        if rule.cues and rule.cues.isdisjoint(draft.reading.words):
            continue
        severity = settings.severities.get(rule.code)
        if only_stopping and not (rule.again and (severity or rule.severity) is Severity.ERROR):
            continue
        for finding in rule.find(draft):
            yield _settled(finding, severity, rule.floor)


def _settled(finding: Finding, severity: Severity | None, floor: Severity | None) -> Finding:
    """Give a finding the severity that was set, but never less than the law's floor."""
    if severity is None:
        return finding
    settled = max(severity, floor or Severity.INFO, key=RANK.__getitem__)
    return replace(finding, severity=settled)


@cache
def _rules(kind: Kind, *, quick: bool) -> tuple[Rule, ...]:
    return tuple(
        rule for rule in all_rules() if kind in rule.kinds and rule.is_quick(kind) is quick
    )


@cache
def _strings(kind: Kind) -> ahocorasick.Automaton:
    """Build the automaton of all strings that the phrases for a kind need."""
    phrased = (rule for rule in all_rules() if isinstance(rule, PhraseRule) and kind in rule.kinds)
    return automaton(frozenset().union(*(rule.strings for rule in phrased)))

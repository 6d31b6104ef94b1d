"""Runs the rules over a draft."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from bedside.guard.disguises import Plain, unveiled
from bedside.guard.explaining import explained
from bedside.guard.finding import Finding, Report, Severity, gravest
from bedside.guard.fusion import believed, distinct, without_echoes
from bedside.guard.prefilter import automaton
from bedside.guard.registry import all_rules
from bedside.guard.rule import PhraseRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import ahocorasick

    from bedside.guard.draft import Draft, Kind
    from bedside.guard.rule import Rule

VERSION = "0.1"

AS_WRITTEN = frozenset({"ACCESS", "PROOF", "PLAIN"})
"""Labels of rules about letters, language and layout, which see the text as it is written."""


@dataclass(frozen=True)
class Settings:
    """
    What a privacy officer may set: rules switched off, severities changed, by code.

    A rule with a floor is the law's: it stays on, and its findings never go below that floor.
    `jurisdictions` are the places whose law holds; rules of other places are not asked. Of that
    law, `least` says how hard rules stop there where nobody chose, and `floors` how hard in any
    case; both only ever raise what a rule says itself (`bedside.guard.jurisdictions`).
    """

    off: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    jurisdictions: frozenset[str] = frozenset({"us"})
    least: Mapping[str, Severity] = field(default_factory=dict)
    floors: Mapping[str, Severity] = field(default_factory=dict)

    def severity(self, rule: Rule, own: Severity) -> Severity:
        """Return the severity that a finding of a rule gets, which gave it `own`."""
        chosen = self.severities.get(rule.code)
        if chosen is None:
            return gravest(own, self.least.get(rule.code))
        return gravest(chosen, rule.floor, self.floors.get(rule.code))

    def asks(self, rule: Rule) -> bool:
        """Tell whether a rule is read for: not where it was switched off and no law holds it."""
        if rule.jurisdictions and rule.jurisdictions.isdisjoint(self.jurisdictions):
            return False
        fixed = rule.floor is not None or rule.code in self.floors
        return fixed or rule.code not in self.off


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
    sights = _sights(draft)
    for sight in sights:
        sight.draft.reading.look_for(_strings(draft.kind))
    findings = distinct((), _findings(sights, settings, quick=True))
    if not quick:
        slow = _findings(sights, settings, quick=False, only_stopping=only_stopping)
        findings = explained(without_echoes(distinct(findings, believed(sights[0].draft, slow))))
    findings.sort(key=lambda finding: (finding.start, finding.end, finding.code))
    return Report(findings=tuple(findings), version=VERSION, full=not (quick or only_stopping))


class _Sight(NamedTuple):
    """A draft as some rules see it, and where its characters stand in the draft as written."""

    draft: Draft
    plain: Plain | None
    labels: frozenset[str] | None
    """The labels of the rules that see it; None: all but those of rules that see it as written."""


def _sights(draft: Draft) -> tuple[_Sight, ...]:
    """Show the text as people read it; rules about letters and language see it as written."""
    plain = unveiled(draft.text)
    if plain is None:
        return (_Sight(draft, None, None),)
    return (
        _Sight(replace(draft, text=plain.text), plain, None),
        _Sight(draft, None, AS_WRITTEN),
    )


def _findings(
    sights: Sequence[_Sight], settings: Settings, *, quick: bool, only_stopping: bool = False
) -> Iterator[Finding]:
    for draft, plain, labels in sights:
        for rule in _rules(draft.kind, quick=quick):
            if (plain or labels) and (rule.label in AS_WRITTEN) is (labels is None):
                continue
            if not settings.asks(rule):
                continue
            if rule.cues and rule.cues.isdisjoint(draft.reading.words):
                continue
            stops = settings.severity(rule, rule.severity) is Severity.ERROR
            if only_stopping and not (rule.again and stops):
                continue
            for finding in rule.find(draft):
                found = _in_place(finding, plain) if plain else finding
                yield _settled(found, settings.severity(rule, found.severity))


def _in_place(finding: Finding, plain: Plain) -> Finding:
    """Give a finding of the plain text its stretch in the original, unless it is of the whole."""
    if finding.end == 0:
        return finding
    start, end = plain.stretch(finding.start, finding.end)
    return replace(finding, start=start, end=end)


def _settled(finding: Finding, severity: Severity) -> Finding:
    """Give a finding the severity that holds."""
    return finding if finding.severity is severity else replace(finding, severity=severity)


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

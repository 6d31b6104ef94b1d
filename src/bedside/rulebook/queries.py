"""What other apps ask of the rulebook: how hard rules stop here, and what may stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from bedside.guard import Settings, Severity
from bedside.guard.jurisdictions import profile
from bedside.guard.registry import all_rules
from bedside.rulebook.floors import allowed, strength
from bedside.rulebook.models import Choice, Dismissal, Setting

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bedside.guard.rule import Rule
    from bedside.orgs.models import Membership, Organisation

Spot = tuple[str, str, str, int]
"""Where a dismissal holds: field, code of the rule, hash of the stretch, which of several alike."""


@dataclass(frozen=True)
class Dismissals:
    """
    What was dismissed in one version of a subject, and what was overturned in any version.

    `rows` are all of the subject; they are read when the first warning asks for them.
    """

    rows: Iterable[Dismissal] = ()
    number: int = 0

    @cached_property
    def covering(self) -> Mapping[Spot, Dismissal]:
        return {
            (row.field, row.code, row.sha256, row.nth): row
            for row in self.rows
            if row.number == self.number and row.covers
        }

    @cached_property
    def overturned(self) -> Mapping[tuple[str, str], Dismissal]:
        overturned = Dismissal.State.OVERTURNED
        return {(row.code, row.sha256): row for row in self.rows if row.state == overturned}


NONE = Dismissals()


def settings_of(organisation: Organisation) -> Settings:
    """Return what the guard goes by in this organisation. Nothing is below the law's floor."""
    return profile(organisation.law, _settings(_held(organisation)))


def settings_at_sending(organisation: Organisation) -> tuple[Settings, bool]:
    """
    Return what the guard goes by at sending, and whether it has to read everything anew.

    It does where somebody ever touched a rule that is not asked again at sending and that stops
    now, or where the law of a place makes it stop: the words may have been approved before.
    """
    held = _held(organisation)
    settings = profile(organisation.law, _settings(held))
    anew = any(
        not rule.again
        and (
            (rule.code in held and strength(rule, held[rule.code]) == _STOPS)
            or settings.least.get(rule.code) is Severity.ERROR
        )
        for rule in all_rules()
    )
    return settings, anew


def dismissals_of(organisation: Organisation, subject: str, number: int) -> Dismissals:
    """Return the dismissals that hold for one version of a subject, and all overturned ones."""
    found = (
        organisation.dismissals.filter(subject=subject)
        .exclude(state=Dismissal.State.TAKEN_BACK)
        .select_related("by", "judged_by")
        .order_by("at", "pk")
    )
    return Dismissals(found, number)


def dismissed_before(
    organisation: Organisation, subject: str, code: str, digest: str
) -> Dismissal | None:
    """Return the newest dismissal of the same words in any version, for not typing it again."""
    found = organisation.dismissals.filter(subject=subject, code=code, sha256=digest)
    return found.order_by("-at", "-pk").first()


def to_review(member: Membership) -> int:
    """Count the dismissals that wait for a word of this member."""
    waiting = member.organisation.dismissals.filter(state=Dismissal.State.WAITING)
    return waiting.exclude(by_id=member.user_id).count()


def digest_of(words: str) -> str:
    """Return the hash by which a stretch is known."""
    return sha256(words.encode()).hexdigest()


_STOPS = 3


def _held(organisation: Organisation) -> dict[str, str]:
    held = Setting.objects.filter(organisation=organisation, ended_at=None)
    return dict(held.values_list("code", "choice"))


def _settings(held: Mapping[str, str]) -> Settings:
    if not held:
        return Settings()
    lawful: dict[Rule, str] = {
        rule: held[rule.code]
        for rule in all_rules()
        if rule.code in held and allowed(rule, held[rule.code])
    }
    return Settings(
        off=frozenset(rule.code for rule, choice in lawful.items() if choice == Choice.OFF),
        severities={
            rule.code: Severity(choice)
            for rule, choice in lawful.items()
            if choice not in (Choice.OFF, Choice.DEFAULT)
        },
    )

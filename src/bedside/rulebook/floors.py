"""What the law fixes: how far a rule may be softened, and why not further. All pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard import Severity
from bedside.rulebook.models import Choice

if TYPE_CHECKING:
    from bedside.guard.jurisdictions import Law
    from bedside.guard.rule import Rule

CALLED = {Severity.ERROR: "must change", Severity.WARN: "look at it", Severity.INFO: "hint"}
"""What people call a severity."""

_ORDER = (Choice.OFF, Choice.INFO, Choice.WARN, Choice.ERROR)


def strength(rule: Rule, choice: Choice | str) -> int:
    """Return how hard a rule stops under a choice, from 0 (off) to 3 (must change)."""
    chosen = Choice(rule.severity.value) if choice == Choice.DEFAULT else Choice(choice)
    return _ORDER.index(chosen)


def allowed(rule: Rule, choice: Choice | str) -> bool:
    """Tell whether the law lets a rule be set like this."""
    if rule.floor is None or choice == Choice.DEFAULT:
        return True
    return strength(rule, choice) >= _ORDER.index(Choice(rule.floor.value))


def refusal(rule: Rule, choice: Choice | str) -> str:
    """Say why a rule may not be set like this, and what may be done instead; empty if it may."""
    if allowed(rule, choice):
        return ""
    asked = "switched off" if choice == Choice.OFF else f"made a {CALLED[Severity(choice)]}"
    if choice == Choice.WARN:
        asked = "made a warning to look at"
    return f"{rule.code} cannot be {asked}. {words(rule)}"


def refusal_here(rule: Rule, choice: Choice | str, said: tuple[Law, ...]) -> str:
    """Say why the law of a place where the organisation works forbids it; empty if none does."""
    for law in said:
        floor = law.entry.floor
        if floor is None or choice == Choice.DEFAULT:
            continue
        if strength(rule, choice) < _ORDER.index(Choice(floor.value)):
            return (
                f"{rule.code} cannot be set below “{CALLED[floor]}” here. {law.place.name}: "
                f"{law.entry.reason} {law.entry.source}."
            )
    return ""


def words(rule: Rule) -> str:
    """Say in words what the law fixes about a rule."""
    match rule.floor:
        case Severity.ERROR:
            return (
                f"The law is the floor: {_law(rule)} leaves no choice here, so what it finds must"
                " change before anything goes out. Nobody in the clinic can soften it."
            )
        case Severity.WARN:
            return (
                f"The law is the floor: under {_law(rule)} somebody has to look at what it finds."
                " You can let it stop less hard, as a warning, but not as a hint, and not switch it"
                " off."
            )
        case _:
            return (
                "No law fixes how hard this rule stops. You can make it stricter or softer, or"
                " switch it off, with a note that says why."
            )


def _law(rule: Rule) -> str:
    return rule.source.rstrip(".") or "the law"

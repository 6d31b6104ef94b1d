"""Everything that changes the rulebook: how hard a rule stops, and what may stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.dispatch import Signal
from django.utils import timezone

from bedside.guard.jurisdictions import laws
from bedside.orgs.permissions import Verb, require
from bedside.records.chain import append
from bedside.rulebook.catalogue import cards
from bedside.rulebook.floors import refusal, refusal_here
from bedside.rulebook.models import LONGEST_NOTE, Choice, Dismissal, Setting
from bedside.rulebook.queries import digest_of

if TYPE_CHECKING:
    from bedside.guard.rule import Rule
    from bedside.orgs.models import Membership
    from bedside.records.digests import Fact

overturned = Signal()
"""Sent inside the transaction of an overturning, with `by` (a membership) and `dismissal`."""


class NotAllowed(ValueError):
    """The rulebook does not let this be done; the text says why, in plain words."""


class ChangedMeanwhile(NotAllowed):
    """Somebody else decided about the same thing first. Nothing was overwritten."""

    def __init__(self) -> None:
        super().__init__("Somebody else changed it meanwhile. Look at what it says now.")


@transaction.atomic
def set_rule(
    *, by: Membership, code: str, choice: Choice | str, note: str, base: int | None
) -> Setting:
    """
    Say how hard a rule stops from now on, with a note that says why.

    `Choice.DEFAULT` leaves it to the rule, which may find some things graver than others; any other
    choice holds for all that it finds.
    `base` is the setting that its page showed, None where there was none. Raises `NotAllowed` below
    the law's floor, without a note or where nothing would change, `ChangedMeanwhile` if somebody
    was faster, `KeyError` for no rule.
    """
    require(by, Verb.SET_RULES)
    rule = cards()[code].rule
    said = _said(note, "Say why, so that others understand it in a year.")
    if why_not := _refusal(by, rule, choice):
        raise NotAllowed(why_not)
    to = Choice(choice)
    held = by.organisation.rule_settings.filter(code=code, ended_at=None).first()
    before = held.choice if held else Choice.DEFAULT
    if to == before:
        raise NotAllowed("It is set so already.")
    _end(by, code, base)
    setting = _begin(by, code, to, said, before)
    facts: dict[str, Fact] = {"before": before, "after": setting.choice}
    _record(by, "rule.set", f"rule:{code}", facts, said)
    return setting


@transaction.atomic
def undo(*, by: Membership, setting: Setting) -> Setting:
    """
    Put a rule back to what held before the newest change, which is a change like any other.

    Raises as `set_rule` does, and `ChangedMeanwhile` where it is not the newest any more.
    """
    require(by, Verb.SET_RULES)
    setting = by.organisation.rule_settings.get(pk=setting.pk)
    if why_not := _refusal(by, cards()[setting.code].rule, setting.before):
        raise NotAllowed(why_not)
    _end(by, setting.code, setting.pk)
    said = "Undone."
    again = _begin(by, setting.code, Choice(setting.before), said, setting.choice)
    facts: dict[str, Fact] = {"before": setting.choice, "after": setting.before}
    _record(by, "rule.undone", f"rule:{setting.code}", facts, said)
    return again


@dataclass(frozen=True, slots=True)
class Stretch:
    """
    What a dismissal is about: the words that a rule marks in one field of one version of a subject.

    `nth` tells several alike apart. With `whole` the finding is about all of `words`.
    """

    subject: str
    number: int
    field: str
    code: str
    words: str
    whole: bool = False
    nth: int = 0


@transaction.atomic
def dismiss(*, by: Membership, about: Stretch, reason: str, note: str) -> Dismissal:
    """
    Write down that a warning may stand, for exactly these words of this version.

    Whoever calls has seen the finding there, and that it is a warning. Raises `NotAllowed` without
    a reason and a note, or where it was overturned.
    """
    require(by, Verb.WRITE)
    if reason not in Dismissal.Reason.values:
        raise NotAllowed("Choose a reason.")
    said = _said(note, "Say in a few words why it may stand.")
    digest = digest_of(about.words)
    rows = by.organisation.dismissals.filter(
        subject=about.subject, code=about.code, sha256=digest
    ).exclude(state=Dismissal.State.TAKEN_BACK)
    if rows.filter(state=Dismissal.State.OVERTURNED).exists():
        raise NotAllowed("This was overturned, so these words have to be mended.")
    words = "" if about.whole else about.words
    dismissal, made = rows.get_or_create(
        organisation=by.organisation,
        subject=about.subject,
        number=about.number,
        field=about.field,
        code=about.code,
        sha256=digest,
        nth=about.nth,
        defaults={"words": words, "reason": reason, "note": said, "by_id": by.user_id},
    )
    if made:
        facts: dict[str, Fact] = {"number": about.number, "rule": about.code}
        facts |= {"reason": reason, "words": digest}
        _record(by, "finding.dismissed", about.subject, facts, said)
    return dismissal


@transaction.atomic
def take_back(*, by: Membership, dismissal: Dismissal) -> bool:
    """Let the warning stand again. Returns False where somebody judged it, or was faster."""
    require(by, Verb.WRITE)
    waiting = by.organisation.dismissals.filter(pk=dismissal.pk, state=Dismissal.State.WAITING)
    if not waiting.update(state=Dismissal.State.TAKEN_BACK):
        return False
    facts: dict[str, Fact] = {"number": dismissal.number, "rule": dismissal.code}
    _record(by, "dismissal.taken_back", dismissal.subject, facts)
    return True


@transaction.atomic
def agree(*, by: Membership, dismissal: Dismissal, answer: str = "") -> None:
    """Agree that a warning may stand. Raises `NotAllowed` for one's own, `ChangedMeanwhile`."""
    judged = _judge(by, dismissal, Dismissal.State.AGREED, answer)
    _record(by, "dismissal.agreed", judged.subject, _facts(judged), judged.answer)


@transaction.atomic
def overturn(*, by: Membership, dismissal: Dismissal, answer: str = "") -> None:
    """
    Say that a warning may not stand: it is back, and its words must be mended.

    Whoever listens to `overturned` stops what was planned with them. Raises as `agree` does.
    """
    judged = _judge(by, dismissal, Dismissal.State.OVERTURNED, answer)
    # Before it is recorded: whoever holds a post waits for the record, and never the other way.
    overturned.send(sender=Dismissal, by=by, dismissal=judged)
    _record(by, "dismissal.overturned", judged.subject, _facts(judged), judged.answer)


def _judge(by: Membership, dismissal: Dismissal, to: Dismissal.State, answer: str) -> Dismissal:
    require(by, Verb.SET_RULES)
    dismissals = by.organisation.dismissals
    known = dismissals.get(pk=dismissal.pk)
    if known.by_id == by.user_id:
        raise NotAllowed("You dismissed it, so somebody else must review it.")
    open_to = {Dismissal.State.WAITING, Dismissal.State.AGREED, Dismissal.State.OVERTURNED} - {to}
    moved = dismissals.filter(pk=known.pk, state__in=sorted(open_to)).update(
        state=to,
        judged_by_id=by.user_id,
        judged_at=timezone.now(),
        answer=answer.strip()[:LONGEST_NOTE],
    )
    if not moved:
        raise ChangedMeanwhile
    return dismissals.get(pk=known.pk)


def _facts(dismissal: Dismissal) -> dict[str, Fact]:
    return {"number": dismissal.number, "rule": dismissal.code, "words": dismissal.sha256}


def _refusal(by: Membership, rule: Rule, choice: Choice | str) -> str:
    """Say why federal law, or that of a place where they work, does not let a rule be set so."""
    said = laws(by.organisation.law).get(rule.code, ())
    return refusal(rule, choice) or refusal_here(rule, choice, said)


def _end(by: Membership, code: str, base: int | None) -> None:
    """End the setting that was shown; refuse where another one holds by now."""
    held = by.organisation.rule_settings.filter(code=code, ended_at=None)
    ended = held.filter(pk=base).update(ended_at=timezone.now()) if base else 0
    if held.exists() or bool(ended) != bool(base):
        raise ChangedMeanwhile


def _begin(by: Membership, code: str, choice: Choice, note: str, before: str) -> Setting:
    try:
        with transaction.atomic():
            return Setting.objects.create(
                organisation=by.organisation,
                code=code,
                choice=choice,
                note=note,
                by_id=by.user_id,
                before=before,
            )
    except IntegrityError:
        raise ChangedMeanwhile from None


def _said(text: str, missing: str) -> str:
    said = text.strip()
    if not said:
        raise NotAllowed(missing)
    if len(said) > LONGEST_NOTE:
        raise NotAllowed(f"A note has at most {LONGEST_NOTE} characters.")
    return said


def _record(
    by: Membership, verb: str, subject: str, facts: dict[str, Fact], said: str = ""
) -> None:
    append(
        organisation_id=by.organisation_id,
        actor=f"user:{by.user_id}",
        verb=verb,
        subject=subject,
        facts=facts,
        bodies=[said.encode()] if said else [],
    )

"""
Whether an authorization holds, and if not, why: one table, no database, no clock of its own.

A defect's code says which part of 45 CFR 164.508 is not met. `validate` returns all of them in the
order of the table; an empty list means that this use may be made at this moment.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bedside.consents.endings import is_no_end
from bedside.consents.terms import (
    IN_PICTURES,
    IN_WORDS,
    Purpose,
    Remuneration,
    Sensitive,
    Shown,
    Signer,
    Statement,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from bedside.consents.terms import Form, Revoked, Use

NEAR = 10
"""Bits in which two perceptual hashes of one picture may differ."""
PROTECTED_YEARS = 50
"""Years after death for which information stays protected, 164.502(f)."""
_MORE_OF_THE_NAME = [Shown.NONE, Shown.INITIALS, Shown.FIRST, Shown.FULL]


class Code(StrEnum):
    """What is wrong with an authorization."""

    MISSING_INFORMATION = "MISSING_ELEMENT(c1.i)"
    MISSING_DISCLOSER = "MISSING_ELEMENT(c1.ii)"
    MISSING_RECIPIENT = "MISSING_ELEMENT(c1.iii)"
    MISSING_PURPOSE = "MISSING_ELEMENT(c1.iv)"
    MISSING_EXPIRY = "MISSING_ELEMENT(c1.v)"
    MISSING_SIGNATURE = "MISSING_ELEMENT(c1.vi)"
    MISSING_REVOCATION = "MISSING_STATEMENT(c2.i)"
    MISSING_CONDITIONS = "MISSING_STATEMENT(c2.ii)"
    MISSING_REDISCLOSURE = "MISSING_STATEMENT(c2.iii)"
    SIGNER_AUTHORITY = "SIGNER_AUTHORITY"
    MINOR_NOW_ADULT = "MINOR_NOW_ADULT"
    COMPOUND = "COMPOUND"
    CONDITIONED = "CONDITIONED"
    REMUNERATION_UNSTATED = "REMUNERATION_UNSTATED"
    KNOWN_FALSE = "KNOWN_FALSE"
    SENSITIVE_NOT_INITIALED = "SENSITIVE_NOT_INITIALED"
    PSYCHOTHERAPY_NOTES = "PSYCHOTHERAPY_NOTES"
    PART2_ELEMENTS = "PART2_ELEMENTS"
    TEMPLATE_RETIRED = "TEMPLATE_RETIRED"
    REPLACED = "REPLACED"
    EXPIRED = "EXPIRED"
    EVENT_PASSED = "EVENT_PASSED"
    REVOKED = "REVOKED"
    COPY_NOT_GIVEN = "COPY_NOT_GIVEN"
    PAPER_NOT_COMPARED = "PAPER_NOT_COMPARED"
    SCOPE_CHANNEL = "SCOPE_CHANNEL"
    SCOPE_PAID = "SCOPE_PAID"
    SCOPE_PURPOSE = "SCOPE_PURPOSE"
    SCOPE_ASSET = "SCOPE_ASSET"
    SCOPE_NAME = "SCOPE_NAME"
    SCOPE_DETAIL = "SCOPE_DETAIL"
    CONSENT_NOT_PREVIEWED = "CONSENT_NOT_PREVIEWED"


@dataclass(frozen=True)
class Defect:
    """One reason, in plain words with its cure. Where it does not stop, it only advises."""

    code: Code
    text: str
    stops: bool = True


def validate(form: Form, use: Use | None, now: datetime, zone: ZoneInfo) -> list[Defect]:
    """
    Return what stands against a use of an authorization at a moment; nothing where it may be made.

    Without a `use` only the form itself is judged. `now` is aware; dates end with the day on the
    clocks of `zone`. The source of each rule stands in the table.
    """
    asked = _Asked(form, use, now, zone)
    return [
        Defect(code, text, stops=code is not Code.CONSENT_NOT_PREVIEWED)
        for code, fails, text in _TABLE
        if fails(asked)
    ]


@dataclass(frozen=True)
class _Asked:
    form: Form
    use: Use | None
    now: datetime
    zone: ZoneInfo

    @property
    def today(self) -> object:
        return self.now.astimezone(self.zone).date()

    def said(self, *statements: Statement) -> bool:
        return self.form.staff or self.form.statements.issuperset(statements)


def _no_authority(asked: _Asked) -> bool:
    """
    Tell whether somebody signs who may not, 164.502(g).

    A parent signs only for a minor, an executor only for somebody who died: without the day there
    would be no end to it, or nobody to sign for. A guardian may act for an adult as well.
    """
    form = asked.form
    if form.deceased_on and _still_protected(asked):
        return form.signer not in {Signer.EXECUTOR, Signer.OTHER} or not form.authority.strip()
    if form.signer is Signer.EXECUTOR and not form.deceased_on:
        return True
    if form.signer is Signer.PARENT and not _minor_when_signed(asked):
        return True
    if form.adult_on and form.signer is Signer.SELF and _minor_when_signed(asked):
        return not form.authority.strip()
    return form.signer is not Signer.SELF and not form.authority.strip()


def _still_protected(asked: _Asked) -> bool:
    died = asked.form.deceased_on
    today = asked.now.astimezone(asked.zone).date()
    return died is not None and (today.year - died.year) <= PROTECTED_YEARS


def _minor_when_signed(asked: _Asked) -> bool:
    form = asked.form
    if form.adult_on is None:
        return False
    signed = form.signed_at or asked.now
    return signed.astimezone(asked.zone).date() < form.adult_on


def _came_of_age(asked: _Asked) -> bool:
    form = asked.form
    if form.adult_on is None or not _minor_when_signed(asked):
        return False
    return asked.now.astimezone(asked.zone).date() >= form.adult_on


def _expired(asked: _Asked) -> bool:
    expires = asked.form.expires_on
    return expires is not None and asked.now.astimezone(asked.zone).date() > expires


def _revoked(asked: _Asked) -> bool:
    return any(_takes_back(one, asked) for one in asked.form.revocations)


def _takes_back(revoked: Revoked, asked: _Asked) -> bool:
    if revoked.at > asked.now:
        return False
    if not revoked.networks and not revoked.paid_only:
        return True
    use = asked.use
    if use is None:
        return False
    return use.network in revoked.networks or (revoked.paid_only and use.paid)


def _other_picture(asked: _Asked) -> bool:
    """Tell whether it is none of the pictures that it is bound to; an unknown one is none."""
    form, use = asked.form, asked.use
    if use is None or not form.assets:
        return False
    if use.asset is None:
        return bool(use.items & IN_PICTURES)
    return all((use.asset ^ known).bit_count() > NEAR for known in form.assets)


def _more_name(asked: _Asked) -> bool:
    use = asked.use
    order = _MORE_OF_THE_NAME
    return use is not None and order.index(use.name) > order.index(asked.form.name_shown)


def _other_purpose(asked: _Asked) -> bool:
    """Tell whether it is for something else; what is public is never for training alone."""
    form, use = asked.form, asked.use
    if use is None:
        return False
    if use.purpose is None:
        return form.purposes == {Purpose.TRAINING} and not form.at_request
    return use.purpose not in form.purposes


def _more_detail(asked: _Asked) -> bool:
    form, use = asked.form, asked.use
    if use is None:
        return False
    return not use.items <= form.items or (use.in_words and not form.items & IN_WORDS)


def _no_expiry(asked: _Asked) -> bool:
    form = asked.form
    return form.expires_on is None and is_no_end(form.expires_event)


def _paid_beyond(asked: _Asked) -> bool:
    return asked.use is not None and asked.use.paid and not asked.form.paid


def _not_initialed(asked: _Asked) -> bool:
    return any(not initials.strip() for initials in asked.form.sensitive.values())


def _part_two(asked: _Asked) -> bool:
    """42 CFR 2.31: a program's consent must name the kind of information; initials show it."""
    form = asked.form
    if not form.substance_use_program or form.staff:
        return False
    return not form.sensitive.get(Sensitive.SUBSTANCE_USE, "").strip()


S = Statement
_TABLE: tuple[tuple[Code, Callable[[_Asked], bool], str], ...] = (
    (
        Code.MISSING_INFORMATION,
        lambda a: not a.form.information.strip() or not a.form.items,
        "The form does not say what may be shown. Describe it, and tick what it is.",
    ),
    (
        Code.MISSING_DISCLOSER,
        lambda a: not a.form.disclosers.strip(),
        "The form does not say who may show it. Name the practice.",
    ),
    (
        Code.MISSING_RECIPIENT,
        lambda a: not a.form.networks,
        "The form does not say where it may be shown. Choose at least one place.",
    ),
    (
        Code.MISSING_PURPOSE,
        lambda a: not a.form.purposes and not a.form.at_request,
        "The form does not say what for. Choose a purpose, or tick that the person asked for it.",
    ),
    (
        Code.MISSING_EXPIRY,
        _no_expiry,
        "The form has no end. Give a date, or an event after which it ends.",
    ),
    (
        Code.MISSING_SIGNATURE,
        lambda a: a.form.signed_at is None,
        "Nobody has signed and dated it yet.",
    ),
    (
        Code.MISSING_REVOCATION,
        lambda a: not a.said(S.RIGHT_TO_REVOKE, S.HOW_TO_REVOKE, S.REVOKE_EXCEPTIONS),
        "The form does not say that one can take it back, how, and what that cannot undo.",
    ),
    (
        Code.MISSING_CONDITIONS,
        lambda a: not a.said(S.NOT_CONDITIONED),
        "The form does not say that care does not depend on signing.",
    ),
    (
        Code.MISSING_REDISCLOSURE,
        lambda a: not a.said(S.REDISCLOSURE),
        "The form does not say that others may pass on what is shown.",
    ),
    (
        Code.SIGNER_AUTHORITY,
        _no_authority,
        "It needs another signer, or the right to sign, for example “mother” or “executor”; for a "
        "parent the day the child comes of age, for an executor the day of death.",
    ),
    (
        Code.MINOR_NOW_ADULT,
        _came_of_age,
        "The person has come of age since a parent signed. Ask them themselves.",
    ),
    (
        Code.COMPOUND,
        lambda a: a.form.compound,
        "It was signed together with another permission. It needs a form of its own.",
    ),
    (
        Code.CONDITIONED,
        lambda a: a.form.conditioned,
        "Care or a price was made to depend on it. Such a signature does not count.",
    ),
    (
        Code.REMUNERATION_UNSTATED,
        lambda a: (
            a.form.remuneration is not Remuneration.NONE and S.REMUNERATION not in a.form.statements
        ),
        "Somebody pays for it, and the form does not say so.",
    ),
    (
        Code.KNOWN_FALSE,
        lambda a: a.form.known_false,
        "Something in it is known to be untrue. Make a new form.",
    ),
    (
        Code.SENSITIVE_NOT_INITIALED,
        _not_initialed,
        "A sensitive kind of information lacks its own initials.",
    ),
    (
        Code.PSYCHOTHERAPY_NOTES,
        lambda a: Sensitive.PSYCHOTHERAPY_NOTES in a.form.sensitive,
        "Psychotherapy notes are never shown. Take them out of the form.",
    ),
    (
        Code.PART2_ELEMENTS,
        _part_two,
        "Your program treats substance use: the form must name that, with its own initials.",
    ),
    (
        Code.TEMPLATE_RETIRED,
        lambda a: a.form.retired,
        "Its wording was withdrawn before it was signed. Use the present form.",
    ),
    (Code.REPLACED, lambda a: a.form.replaced, "A newer form has taken its place."),
    (Code.EXPIRED, _expired, "It has ended. Ask for a new one."),
    (
        Code.EVENT_PASSED,
        lambda a: a.form.event_passed,
        "The event after which it ends has happened. Ask for a new one.",
    ),
    (Code.REVOKED, _revoked, "The person has taken it back."),
    (
        Code.COPY_NOT_GIVEN,
        lambda a: a.form.signed_at is not None and a.form.copy_given_at is None,
        "The person has not got a copy yet. Print or send it.",
    ),
    (
        Code.PAPER_NOT_COMPARED,
        lambda a: a.form.signed_at is not None and a.form.unchecked,
        "It came on paper. Who keeps the consents has to compare the scan with what was entered.",
    ),
    (
        Code.SCOPE_CHANNEL,
        lambda a: a.use is not None and a.use.network not in a.form.networks,
        "The form does not name this network.",
    ),
    (Code.SCOPE_PAID, _paid_beyond, "The form does not allow advertising."),
    (Code.SCOPE_PURPOSE, _other_purpose, "The form does not name this purpose."),
    (Code.SCOPE_ASSET, _other_picture, "The form is for another picture."),
    (Code.SCOPE_NAME, _more_name, "The form does not allow this much of the name."),
    (
        Code.SCOPE_DETAIL,
        _more_detail,
        "The post says more than the form allows.",
    ),
    (
        Code.CONSENT_NOT_PREVIEWED,
        lambda a: a.form.signed_at is not None and not a.form.previewed and not a.form.staff,
        "The person has not seen the post itself. The law does not ask for it; most like it.",
    ),
)

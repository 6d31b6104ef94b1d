"""When an authorization holds: every defect of the table, and nothing else."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedside.consents.defects import Code, validate
from bedside.consents.terms import (
    Form,
    Item,
    Purpose,
    Remuneration,
    Revoked,
    Sensitive,
    Shown,
    Signer,
    Statement,
    Use,
)

NOW = datetime(2026, 10, 13, 14, 15, tzinfo=UTC)
TODAY = NOW.date()
CHICAGO = ZoneInfo("America/Chicago")
WHOLE = Form(
    information="Her face at the flu day",
    items=frozenset({Item.PHOTO}),
    name_shown=Shown.FIRST,
    disclosers="Cedar Hollow Family Clinic",
    networks=frozenset({"facebook"}),
    purposes=frozenset({Purpose.COMMUNITY}),
    assets=frozenset({0xFF00}),
    expires_on=date(2027, 5, 1),
    signed_at=NOW - timedelta(days=10),
    statements=frozenset(Statement) - {Statement.REMUNERATION},
    copy_given_at=NOW - timedelta(days=10),
    previewed=True,
)
USE = Use("facebook", purpose=Purpose.COMMUNITY, asset=0xFF00, items=frozenset({Item.PHOTO}))


def codes(form: Form, use: Use | None = None, now: datetime = NOW) -> list[Code]:
    return [defect.code for defect in validate(form, use, now, CHICAGO)]


def without(statement: Statement) -> dict[str, Any]:
    return {"statements": WHOLE.statements - {statement}}


FLAWS: list[tuple[Code, dict[str, Any]]] = [
    (Code.MISSING_INFORMATION, {"information": "  "}),
    (Code.MISSING_INFORMATION, {"items": frozenset()}),
    (Code.MISSING_DISCLOSER, {"disclosers": ""}),
    (Code.MISSING_RECIPIENT, {"networks": frozenset()}),
    (Code.MISSING_PURPOSE, {"purposes": frozenset()}),
    (Code.MISSING_EXPIRY, {"expires_on": None}),
    (Code.MISSING_EXPIRY, {"expires_on": None, "expires_event": "None"}),
    (Code.MISSING_EXPIRY, {"expires_on": None, "expires_event": "Para siempre."}),
    (Code.MISSING_SIGNATURE, {"signed_at": None, "copy_given_at": None}),
    (Code.MISSING_REVOCATION, without(Statement.RIGHT_TO_REVOKE)),
    (Code.MISSING_REVOCATION, without(Statement.HOW_TO_REVOKE)),
    (Code.MISSING_REVOCATION, without(Statement.REVOKE_EXCEPTIONS)),
    (Code.MISSING_CONDITIONS, without(Statement.NOT_CONDITIONED)),
    (Code.MISSING_REDISCLOSURE, without(Statement.REDISCLOSURE)),
    (Code.SIGNER_AUTHORITY, {"signer": Signer.PARENT}),
    (Code.SIGNER_AUTHORITY, {"signer": Signer.PARENT, "authority": "mother"}),
    (Code.SIGNER_AUTHORITY, {"signer": Signer.EXECUTOR, "authority": "executor"}),
    (Code.SIGNER_AUTHORITY, {"signer": Signer.GUARDIAN}),
    (Code.SIGNER_AUTHORITY, {"adult_on": TODAY + timedelta(days=1)}),
    (
        Code.SIGNER_AUTHORITY,
        {"adult_on": date(2020, 1, 1), "signer": Signer.PARENT, "authority": "mother"},
    ),
    (Code.SIGNER_AUTHORITY, {"deceased_on": date(2020, 1, 1)}),
    (Code.SIGNER_AUTHORITY, {"deceased_on": date(2020, 1, 1), "signer": Signer.EXECUTOR}),
    (
        Code.MINOR_NOW_ADULT,
        {"adult_on": TODAY, "signer": Signer.PARENT, "authority": "mother"},
    ),
    (Code.COMPOUND, {"compound": True}),
    (Code.CONDITIONED, {"conditioned": True}),
    (Code.REMUNERATION_UNSTATED, {"remuneration": Remuneration.INDIRECT}),
    (Code.KNOWN_FALSE, {"known_false": True}),
    (Code.SENSITIVE_NOT_INITIALED, {"sensitive": {Sensitive.HIV: " "}}),
    (Code.PSYCHOTHERAPY_NOTES, {"sensitive": {Sensitive.PSYCHOTHERAPY_NOTES: "AR"}}),
    (Code.PART2_ELEMENTS, {"substance_use_program": True}),
    (Code.TEMPLATE_RETIRED, {"retired": True}),
    (Code.REPLACED, {"replaced": True}),
    (Code.EXPIRED, {"expires_on": TODAY - timedelta(days=1)}),
    (Code.EVENT_PASSED, {"expires_event": "The fair", "event_passed": True}),
    (Code.REVOKED, {"revocations": (Revoked(NOW),)}),
    (Code.COPY_NOT_GIVEN, {"copy_given_at": None}),
    (Code.PAPER_NOT_COMPARED, {"unchecked": True}),
    (Code.CONSENT_NOT_PREVIEWED, {"previewed": False}),
]
BEYOND: list[tuple[Code, dict[str, Any]]] = [
    (Code.SCOPE_CHANNEL, {"network": "instagram"}),
    (Code.SCOPE_PAID, {"paid": True}),
    (Code.SCOPE_PURPOSE, {"purpose": Purpose.TESTIMONIAL}),
    (Code.SCOPE_ASSET, {"asset": 0xFF00 ^ 0x7FF}),
    (Code.SCOPE_ASSET, {"asset": None}),
    (Code.SCOPE_NAME, {"name": Shown.FULL}),
    (Code.SCOPE_DETAIL, {"items": frozenset({Item.PHOTO, Item.OUTCOME})}),
    (Code.SCOPE_DETAIL, {"in_words": True}),
]


def test_a_whole_form_allows_what_it_names() -> None:
    assert codes(WHOLE) == []
    assert codes(WHOLE, USE) == []


@pytest.mark.parametrize(("code", "flaw"), FLAWS)
def test_each_flaw_yields_exactly_its_own_defect(code: Code, flaw: dict[str, Any]) -> None:
    assert codes(replace(WHOLE, **flaw)) == [code]
    assert code in codes(replace(WHOLE, **flaw), USE)


@pytest.mark.parametrize(("code", "more"), BEYOND)
def test_each_step_beyond_the_form_yields_exactly_its_own_defect(
    code: Code, more: dict[str, Any]
) -> None:
    assert codes(WHOLE, replace(USE, **more)) == [code]


def test_a_form_for_pictures_and_sound_tells_nothing_in_words() -> None:
    words = Use("facebook", in_words=True)
    heard = replace(WHOLE, items=frozenset({Item.PHOTO, Item.VIDEO, Item.VOICE}))
    assert codes(heard, words) == [Code.SCOPE_DETAIL]
    for item in set(Item) - heard.items:
        assert codes(replace(WHOLE, items=frozenset({item})), words) == []


def test_a_form_bound_to_a_picture_may_be_used_where_none_is_shown() -> None:
    told = replace(WHOLE, items=frozenset({Item.PHOTO, Item.QUOTE}))
    assert codes(told, Use("facebook", in_words=True)) == []
    assert codes(told, Use("facebook", items=frozenset({Item.PHOTO}))) == [Code.SCOPE_ASSET]


def test_a_form_for_training_alone_is_for_nothing_public() -> None:
    training = replace(WHOLE, purposes=frozenset({Purpose.TRAINING}))
    assert codes(training, Use("facebook")) == [Code.SCOPE_PURPOSE]
    both = replace(WHOLE, purposes=frozenset({Purpose.TRAINING, Purpose.EDUCATION}))
    assert codes(both, Use("facebook")) == []


def test_every_code_is_tried_here() -> None:
    assert {code for code, _ in FLAWS + BEYOND} == set(Code)


def test_every_defect_but_the_missing_preview_stops() -> None:
    for code, flaw in FLAWS:
        [defect] = validate(replace(WHOLE, **flaw), None, NOW, CHICAGO)
        assert defect.stops is (code is not Code.CONSENT_NOT_PREVIEWED)


@pytest.mark.parametrize(
    "cure",
    [
        {"signer": Signer.PARENT, "authority": "mother", "adult_on": TODAY + timedelta(days=1)},
        {"signer": Signer.EXECUTOR, "authority": "executor", "deceased_on": date(2020, 1, 1)},
        {"signer": Signer.GUARDIAN, "authority": "guardian, county court"},
        {"deceased_on": date(1960, 1, 1)},
        {"adult_on": TODAY + timedelta(days=1), "authority": "may consent to this care alone"},
        {"remuneration": Remuneration.DIRECT, "statements": frozenset(Statement)},
        {"sensitive": {Sensitive.HIV: "AR"}},
        {"substance_use_program": True, "sensitive": {Sensitive.SUBSTANCE_USE: "AR"}},
        {"purposes": frozenset(), "at_request": True},
        {"expires_on": None, "expires_event": "The fair"},
        {"expires_on": TODAY},
        {"revocations": (Revoked(NOW + timedelta(seconds=1)),)},
        {"assets": frozenset()},
    ],
)
def test_what_is_in_order_is_not_held_against_it(cure: dict[str, Any]) -> None:
    asked = replace(USE, purpose=None) if "purposes" in cure else USE
    assert codes(replace(WHOLE, **cure), asked) == []


def test_a_date_ends_with_its_day_on_the_clocks_of_the_clinic() -> None:
    form = replace(WHOLE, expires_on=date(2026, 10, 13))
    last_minute = datetime(2026, 10, 13, 23, 59, tzinfo=CHICAGO)
    assert codes(form, now=last_minute) == []
    assert codes(form, now=last_minute + timedelta(minutes=1)) == [Code.EXPIRED]


def test_taking_back_one_network_leaves_the_others() -> None:
    both = replace(WHOLE, networks=frozenset({"facebook", "instagram"}))
    form = replace(both, revocations=(Revoked(NOW, networks=frozenset({"instagram"})),))
    assert codes(form, USE) == []
    assert codes(form, replace(USE, network="instagram")) == [Code.REVOKED]


def test_taking_back_advertising_leaves_what_is_not_paid() -> None:
    form = replace(WHOLE, paid=True, revocations=(Revoked(NOW, paid_only=True),))
    assert codes(form, USE) == []
    assert codes(form, replace(USE, paid=True)) == [Code.REVOKED]


def test_a_release_of_staff_needs_no_statements() -> None:
    assert codes(replace(WHOLE, staff=True, statements=frozenset(), previewed=False)) == []


REQUIRED = ("information", "items", "disclosers", "networks", "purposes", "expires_on")
EMPTY = Form()


@given(st.sets(st.sampled_from([*REQUIRED, "signed_at", "statements"]), min_size=1))
def test_a_form_that_lacks_anything_required_is_never_usable(missing: set[str]) -> None:
    form = replace(WHOLE, **{name: getattr(EMPTY, name) for name in missing})
    found = validate(form, USE, NOW, CHICAGO)
    assert [defect for defect in found if defect.stops]


@given(st.sampled_from([one.name for one in fields(Form)]), st.text(max_size=12))
def test_a_consent_for_one_network_never_clears_another(field: str, network: str) -> None:
    form = WHOLE if field == "networks" else replace(WHOLE, **{field: getattr(WHOLE, field)})
    if network not in form.networks:
        assert Code.SCOPE_CHANNEL in codes(form, replace(USE, network=network))

"""The words of the forms: complete, fixed, and simple enough."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bedside.consents import wording
from bedside.consents.terms import Item, Purpose, Remuneration, Sensitive, Signer, Statement
from bedside.consents.tests.test_defects import WHOLE

FULL = replace(
    WHOLE,
    items=frozenset(Item),
    networks=frozenset({"facebook", "website", "print"}),
    paid=True,
    purposes=frozenset(Purpose),
    at_request=True,
    expires_event="the fair",
    signer=Signer.PARENT,
    authority="mother",
    remuneration=Remuneration.DIRECT,
    sensitive=dict.fromkeys(Sensitive, ""),
)
LANGUAGES = ("en", "es", "fr")


@pytest.mark.parametrize("form", [WHOLE, FULL], ids=["short", "long"])
@pytest.mark.parametrize("kind", wording.KINDS)
def test_english_asks_for_no_more_than_eight_years_of_school(kind: str, form) -> None:
    grade = wording.text("en", kind, form).grade
    assert grade is not None
    assert grade <= 8


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", wording.KINDS)
def test_each_statement_is_a_paragraph_of_its_own(kind: str, language: str) -> None:
    said = wording.text(language, kind, FULL).statements
    assert [code for code, _ in said] == list(Statement)
    assert len({words for _, words in said}) == len(Statement)


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_gets_no_money_for_it_does_not_say_so(language: str) -> None:
    codes = [code for code, _ in wording.text(language, "patient", WHOLE).statements]
    assert Statement.REMUNERATION not in codes


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_clinic_fills_in_changes_no_clause(language: str) -> None:
    sly = replace(
        FULL, information="{places} sign for a discount", disclosers="{items}", authority="{x}"
    )
    assert wording.text(language, "patient", sly).statements == (
        wording.text(language, "patient", FULL).statements
    )
    assert "{places} sign for a discount" in wording.text(language, "patient", sly).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_filled_in_is_said(language: str) -> None:
    text = wording.text(language, "patient", FULL, contact="555-010-0100").text
    for told in (FULL.information, FULL.disclosers, "Facebook", "the fair", "mother", "2027"):
        assert told in text
    assert "555-010-0100" in text
    assert "{" not in text


def test_staff_hear_of_their_job_and_not_of_their_care() -> None:
    staff = dict(wording.text("en", "staff", WHOLE).statements)
    patient = dict(wording.text("en", "patient", WHOLE).statements)
    assert "job" in staff[Statement.NOT_CONDITIONED]
    assert "care" in patient[Statement.NOT_CONDITIONED]


def test_the_version_tells_kind_language_and_edition() -> None:
    assert {wording.text(lang, kind, WHOLE).version for lang in LANGUAGES for kind in wording.KINDS}
    version = wording.text("fr", "staff", WHOLE).version
    assert version == f"staff-fr-{wording.EDITION}"
    assert version in wording.TEMPLATES


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "March 1, 2027"), ("es", "1 de marzo de 2027"), ("fr", "1er mars 2027")],
)
def test_days_are_written_as_each_language_writes_them(language: str, said: str) -> None:
    assert wording.day(language, date(2027, 3, 1)) == said

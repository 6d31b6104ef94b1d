"""What somebody fills in, brought into the shape of a row; and numbers without gaps."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Max

from bedside.channels import catalogue
from bedside.consents.endings import is_no_end
from bedside.consents.pictures import MOST
from bedside.consents.recording import NotPossible
from bedside.consents.terms import (
    PRINT,
    WEBSITE,
    Item,
    Purpose,
    Remuneration,
    Sensitive,
    Shown,
    Signer,
)
from bedside.orgs.models import Organisation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bedside.consents.models import Authorization

LANGUAGES = ("en", "es", "fr")
PERSON = ("name", "information", "born", "contact", "initials")
MOST_WORDS = 8
"""Words of a name, that of two people included: a list of names would clear all of them."""
LONGEST = {"name": 120, "information": 1000, "born": 4, "contact": 200, "initials": 8}
NEAREST_BIRTH = 1890


def places() -> tuple[str, ...]:
    """Return everything that a form can name: the networks, the website, print."""
    return (*catalogue.networks(), WEBSITE, PRINT)


def person_of(values: Mapping[str, Any]) -> dict[str, str]:
    """Return what names the person, trimmed. Raises `NotPossible` for what does not fit."""
    if unknown := sorted(values.keys() - set(PERSON)):
        raise NotPossible(f"A person has no {unknown[0]}.")
    person = {key: str(value or "").strip() for key, value in values.items()}
    for key, value in person.items():
        if len(value) > LONGEST[key]:
            raise NotPossible(f"The {key} is longer than {LONGEST[key]} characters. Shorten it.")
    if len(person.get("name", "").split()) > MOST_WORDS:
        raise NotPossible("A form is about one person. Make one for each.")
    born = person.get("born", "")
    if born and not (born.isdecimal() and NEAREST_BIRTH < int(born) <= date.max.year):
        raise NotPossible("Write the year of birth with four digits.")
    return person


def terms_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """
    Return columns of a row from what was filled in. Raises `NotPossible` for what does not fit.

    Codes are those of `terms`; lists come out sorted and without repeats. `sensitive` is a list of
    categories: their initials are given by whoever signs, never with the terms.
    """
    if unknown := sorted(values.keys() - _TERMS.keys()):
        raise NotPossible(f"A form has no {unknown[0]}.")
    try:
        return {key: _TERMS[key](value) for key, value in values.items()}
    except NotPossible:
        raise
    except (ValueError, TypeError, AttributeError) as error:
        raise NotPossible("Something chosen here is not on the list. Choose it again.") from error


def next_number(organisation: Organisation, kind: str) -> int:
    """
    Return the number that follows, and hold the organisation until the transaction ends.

    Whoever asks meanwhile waits, so that no number is given twice and none is left out.
    """
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    of_kind = organisation.authorizations.filter(kind=kind)
    last: int | None = of_kind.aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def set_terms(row: Authorization, terms: Mapping[str, Any]) -> bool:
    """Write columns into a row that is not saved yet. Returns whether any differs."""
    differs = False
    for key, value in terms.items():
        name = f"{key}_id" if key == "staff" else key
        differs |= getattr(row, name) != value
        setattr(row, name, value)
    return differs


def _codes(codes: Callable[[str], str]) -> Callable[[Iterable[str]], list[str]]:
    def read(values: Iterable[str]) -> list[str]:
        return sorted({str(codes(value)) for value in values})

    return read


def _place(value: str) -> str:
    if value not in places():
        raise ValueError(value)
    return value


def _language(value: str) -> str:
    if value not in LANGUAGES:
        raise ValueError(value)
    return value


def _text(longest: int) -> Callable[[str], str]:
    def read(value: str) -> str:
        if len(value) > longest:
            raise NotPossible(f"This is longer than {longest} characters. Shorten it.")
        return value.strip()

    return read


def _day(value: date | str | None) -> date | None:
    if not value:
        return None
    return date.fromisoformat(value) if isinstance(value, str) else value


def _end(value: str) -> str:
    event = _text(200)(value)
    if event and is_no_end(event):
        raise NotPossible("This names no end. Give a date, or an event after which it ends.")
    return event


def _sensitive(values: Iterable[str]) -> dict[str, str]:
    if hasattr(values, "items"):
        raise NotPossible("Initials are given as it is signed. Name the categories only.")
    return {str(Sensitive(key)): "" for key in sorted(set(values))}


def _pictures(values: Iterable[Any]) -> list[int]:
    hashes = sorted({int(value) for value in values})
    if len(hashes) > MOST:
        raise NotPossible(f"A form names at most {MOST} pictures. Make another for the rest.")
    return hashes


def _staff(value: Any) -> int | None:
    return None if value is None else int(getattr(value, "pk", value))


_TERMS: dict[str, Callable[[Any], Any]] = {
    "staff": _staff,
    "language": _language,
    "items": _codes(Item),
    "name_shown": Shown,
    "disclosers": _text(300),
    "networks": _codes(_place),
    "paid": bool,
    "purposes": _codes(Purpose),
    "at_request": bool,
    "assets": _pictures,
    "expires_on": _day,
    "expires_event": _end,
    "signer": Signer,
    "authority": _text(200),
    "adult_on": _day,
    "deceased_on": _day,
    "remuneration": Remuneration,
    "compensation": _text(200),
    "sensitive": _sensitive,
    "compound": bool,
    "conditioned": bool,
}

"""What the signing pages and the documents say around the wording, in each of its languages."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.formats import date_format

from bedside.consents.drafts import LANGUAGES
from bedside.consents.wording import english, french, spanish

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from bedside.consents.wording.clauses import Clauses

FOLDER = Path(__file__).with_name("words")
CLAUSES: dict[str, Clauses] = {
    one.language: one for one in (english.CLAUSES, spanish.CLAUSES, french.CLAUSES)
}


@cache
def phrases(language: str) -> Mapping[str, str]:
    """
    Return every phrase in a language by its key; those with `{names}` are for `str.format`.

    A language that there are no forms in gets English.
    """
    known = language if language in LANGUAGES else LANGUAGES[0]
    said: dict[str, str] = json.loads((FOLDER / f"{known}.json").read_text(encoding="utf-8"))
    return said


def moment(language: str, value: datetime) -> str:
    """Write an aware moment, on its own clocks, as the language does, with its zone."""
    with translation.override(language):
        return f"{date_format(value, 'DATETIME_FORMAT')} {value.tzname() or ''}".strip()


def listed(words: Iterable[str]) -> str:
    """Return words as one line that begins with a capital: `Photos of you, your voice`."""
    line = ", ".join(words)
    return line[:1].upper() + line[1:]

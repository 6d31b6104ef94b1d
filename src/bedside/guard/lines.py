"""Reads drafts from JSON, one object a line, and says exactly what is wrong with a bad one."""

from __future__ import annotations

import json
from dataclasses import dataclass

from bedside.guard.draft import Draft, Kind, Organisation

LIMIT = 100_000
"""Characters in one draft. The longest post of any network has 63,206."""

KINDS = ", ".join(Kind)


class BadInput(Exception):
    """The input cannot be checked; the message says why and what to do about it."""


@dataclass(frozen=True)
class Line:
    """One object of a JSON Lines file: its identifier, whatever that is, and its draft."""

    identifier: object
    draft: Draft


def read_line(raw: bytes, default: Kind) -> Line:
    """Read one line, `{"id", "kind", "text", "reply_to"?, "org"?, "consents"?, "channel"?}`."""
    record = read_object(raw)
    draft = Draft(
        text=text_of(record),
        kind=_kind(record.get("kind", default)),
        reply_to=string(record, "reply_to") or None,
        org=_organisation(record.get("org")),
        consents=_strings(record, "consents"),
        channel=string(record, "channel") or None,
    )
    return Line(record.get("id"), draft)


def read_object(raw: bytes) -> dict[str, object]:
    """Return the object that a line holds."""
    try:
        record = json.loads(decode(raw))
    except (ValueError, RecursionError) as error:
        raise BadInput(f"this is not JSON ({error}); write one object a line.") from error
    if not isinstance(record, dict):
        raise BadInput('this is not an object; write {"text": "..."}, one a line.')
    return record


def text_of(record: dict[str, object]) -> str:
    """Return the text of a record, which must have one."""
    return within_limit(string(record, "text", required=True))


def decode(raw: bytes) -> str:
    """Return bytes as text, or say that they are no text."""
    if b"\0" in raw:
        raise BadInput("this looks like a binary file; give a plain text file.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(
            f"byte {error.start + 1} is not UTF-8; save the file as UTF-8 and try again."
        ) from error


def within_limit(text: str) -> str:
    """Return the text, or refuse one that is longer than any post can be."""
    if len(text) > LIMIT:
        raise BadInput(
            f"the text is longer than {LIMIT:,} characters; check each post by itself, "
            "or use --jsonl with one object a post."
        )
    return text


def _kind(value: object) -> Kind:
    if isinstance(value, str) and value in set(Kind):
        return Kind(value)
    raise BadInput(f'"kind" is {json.dumps(value)}; use one of {KINDS}.')


def _organisation(value: object) -> Organisation:
    if value is None:
        return Organisation()
    if not isinstance(value, dict):
        raise BadInput('"org" is not an object; write {"name": "...", "staff": ["..."]}.')
    return Organisation(
        name=string(value, "name"),
        staff=_strings(value, "staff"),
        city=string(value, "city"),
        phone=string(value, "phone"),
        places=_strings(value, "places"),
        phones=_strings(value, "phones"),
        emails=_strings(value, "emails"),
        domains=_strings(value, "domains"),
    )


def string(record: dict[str, object], name: str, *, required: bool = False) -> str:
    """Return what a record has under a name; nothing where it has none."""
    value = record.get(name)
    if isinstance(value, str):
        return value
    if value is None and not required:
        return ""
    wrong = "missing" if value is None else "not a string"
    raise BadInput(f'"{name}" is {wrong}; write "{name}": "...".')


def _strings(record: dict[str, object], name: str) -> tuple[str, ...]:
    value = record.get(name) or []
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise BadInput(f'"{name}" is not a list of strings; write "{name}": ["...", "..."].')

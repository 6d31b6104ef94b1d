"""What a writer sends, as a form or as JSON, turned into the content of a post."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import QueryDict

from bedside.posts.content import Content

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bedside.outbox.models import Account
    from bedside.outbox.payload import PictureRef

LONGEST_TEXT = 70_000
"""Code points; more than any network takes (Facebook, 63,206)."""
LONGEST_COMMENT = 10_000
LONGEST_LINK = 2000
LONGEST_ALT = 2000
MOST_PICTURES = 20
MOST_CONSENTS = 50

LANGUAGES = (
    ("en", "English"),
    ("es", "Spanish"),
    ("ar", "Arabic"),
    ("zh", "Chinese"),
    ("fr", "French"),
    ("de", "German"),
    ("ht", "Haitian Creole"),
    ("hi", "Hindi"),
    ("hmn", "Hmong"),
    ("ko", "Korean"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("ru", "Russian"),
    ("so", "Somali"),
    ("tl", "Tagalog"),
    ("uk", "Ukrainian"),
    ("vi", "Vietnamese"),
)

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_HASH = re.compile(r"[0-9a-f]{64}")
_ID = re.compile(r"[0-9]{1,18}", re.ASCII)


class Unreadable(ValueError):
    """What was sent does not have the shape of a post; `str()` says where."""


class ComposeForm(forms.Form):
    """
    The fields of the composer. `accounts` are those on offer.

    Nothing is required: a draft may be half of everything. What is too long is said at its field,
    and `content` still returns all that was typed, so that a page can show it again.
    """

    title = forms.CharField(max_length=120, required=False)
    text = forms.CharField(max_length=LONGEST_TEXT, required=False, strip=False)
    first_comment = forms.CharField(max_length=LONGEST_COMMENT, required=False, strip=False)
    link = forms.CharField(max_length=LONGEST_LINK, required=False)
    campaign = forms.CharField(max_length=80, required=False)
    language = forms.ChoiceField(choices=LANGUAGES, required=False)
    base = forms.IntegerField(min_value=1, max_value=1_000_000, required=False)
    base_hash = forms.RegexField(_HASH, required=False)
    token = forms.SlugField(max_length=64, required=False)
    as_new = forms.BooleanField(required=False)

    def __init__(self, data: QueryDict, *, accounts: Sequence[Account]) -> None:
        super().__init__(storable(data))
        self._offered = {account.pk for account in accounts}
        choices = [(account.pk, account.name) for account in accounts]
        for name in ("accounts", "own"):
            self.fields[name] = forms.TypedMultipleChoiceField(
                choices=choices, coerce=int, required=False
            )
        for account in accounts:
            self.fields[f"version-{account.pk}"] = forms.CharField(
                max_length=LONGEST_TEXT, required=False, strip=False
            )

    def clean(self) -> dict[str, Any]:
        """Refuse more pictures than any network takes, and descriptions longer than are kept."""
        pictures = self._pictures()
        if len(pictures) > MOST_PICTURES:
            self.add_error(None, f"{MOST_PICTURES} pictures are the most. Take some out.")
        if any(len(alt or "") > LONGEST_ALT for _, alt in pictures):
            self.add_error(None, f"A description has at most {LONGEST_ALT:,} characters.")
        return self.cleaned_data

    def content(self, known: Mapping[str, PictureRef], before: Content | None = None) -> Content:
        """
        Return what was written. `known` are the pictures that may be used, by their hash.

        Of the content `before`, the order of its accounts stays, and so do own texts of accounts
        that are not on offer now.
        """
        before = before or Content()
        own = {pk: self._typed(f"version-{pk}") for pk in self.cleaned_data.get("own", [])}
        kept = {pk: text for pk, text in before.versions.items() if pk not in self._offered}
        return Content(
            text=self._typed("text"),
            accounts=_in_order(self.cleaned_data.get("accounts", []), before.accounts),
            versions=dict(sorted({**kept, **own}.items())),
            pictures=tuple(
                known[sha256] if alt is None else replace(known[sha256], alt=alt.strip())
                for sha256, alt in self._pictures()
                if sha256 in known
            ),
            first_comment=self._typed("first_comment"),
            link=self._typed("link").strip(),
            campaign=self._typed("campaign").strip(),
            language=self.cleaned_data.get("language") or "en",
            consents=self._consents(),
        )

    def hashes(self) -> list[str]:
        """Return the hashes of the pictures that are asked for."""
        return [sha256 for sha256, _ in self._pictures()]

    def _consents(self) -> tuple[int, ...]:
        """Return the consents that were linked, in ascending order, each once."""
        data: QueryDict = self.data  # type: ignore[assignment]
        given = data.getlist("consent")[:MOST_CONSENTS]
        return tuple(sorted({int(pk) for pk in given if _ID.fullmatch(pk)}))

    def _typed(self, name: str) -> str:
        return str(self.cleaned_data.get(name, self.data.get(name, "")))

    def _pictures(self) -> list[tuple[str, str | None]]:
        """Pictures and descriptions; one just chosen without a script has none of its own yet."""
        data: QueryDict = self.data  # type: ignore[assignment]
        removed = set(data.getlist("remove"))
        alts = data.getlist("alt")
        return [
            (sha256, alts[number] if number < len(alts) else None)
            for number, sha256 in enumerate(data.getlist("picture"))
            if _HASH.fullmatch(sha256) and sha256 not in removed
        ]


def _in_order(chosen: Sequence[int], before: Sequence[int]) -> tuple[int, ...]:
    """Return accounts as they were ordered before, new ones behind."""
    places = {pk: place for place, pk in enumerate(before)}
    return tuple(sorted(chosen, key=lambda pk: (places.get(pk, len(before)), pk)))


def storable(data: QueryDict) -> QueryDict:
    """
    Return values as databases keep them: line breaks are single, and what no database takes
    (null, half of a surrogate pair) is a replacement character, so that offsets stay.
    """
    clean = QueryDict(mutable=True)
    for name, values in data.lists():
        clean.setlist(name, [_storable(value) for value in values])
    return clean


def _storable(value: str) -> str:
    return _UNSTORABLE.sub("\ufffd", value.replace("\r\n", "\n").replace("\r", "\n"))


def as_form(sent: object) -> QueryDict:
    """
    Turn JSON into the fields of the form.

    `{"text": "", "accounts": [1], "versions": {"1": ""}, "pictures": [{"sha256": "", "alt": ""}]}`
    and further fields by their names, as texts or numbers. Raises `Unreadable`.
    """
    data = QueryDict(mutable=True)
    for name, value in _dict(sent, "a post").items():
        match name:
            case "accounts":
                data.setlist("accounts", [_text(pk, name) for pk in _list(value, name)])
            case "consents":
                data.setlist("consent", [_text(pk, name) for pk in _list(value, name)])
            case "versions":
                versions = _dict(value, name)
                data.setlist("own", list(versions))
                for pk, text in versions.items():
                    data[f"version-{pk}"] = _text(text, name)
            case "pictures":
                pictures = [_dict(picture, name) for picture in _list(value, name)]
                data.setlist("picture", [_text(one.get("sha256"), name) for one in pictures])
                data.setlist("alt", [_text(one.get("alt"), name) for one in pictures])
            case _ if value is not False:
                data[name] = _text(value, name)
    return data


def _dict(value: object, name: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise Unreadable(f"{name} must be an object.")
    return value


def _list(value: object, name: str) -> list[object]:
    if not isinstance(value, list):
        raise Unreadable(f"{name} must be a list.")
    return value


def _text(value: object, name: str) -> str:
    if not isinstance(value, str | int) and value is not None:
        raise Unreadable(f"{name} must be a text or a number.")
    return "" if value is None else str(value)

"""What a person fills in while signing; every message comes in the language of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from bedside.consents import drawing
from bedside.consents.phrases import CLAUSES, phrases
from bedside.consents.terms import Sensitive, Signer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bedside.consents.models import Authorization

DIGITS_OF_YEAR = 4


class WhoForm(forms.Form):
    """The year of birth, by which a private link knows its person."""

    year = forms.CharField(max_length=8, required=False)

    def __init__(self, sent: Mapping[str, Any] | None, *, born: str, language: str) -> None:
        super().__init__(sent)
        self._born, self._said = born, phrases(language)

    @property
    def is_wrong(self) -> bool:
        """Tell whether a year was given, and it is another."""
        return self.has_error("year", "wrong")

    def clean_year(self) -> str:
        year: str = self.cleaned_data["year"].strip()
        if not (year.isascii() and year.isdecimal() and len(year) == DIGITS_OF_YEAR):
            raise forms.ValidationError(self._said["who_missing"], code="missing")
        if year != self._born:
            raise forms.ValidationError(self._said["who_wrong"], code="wrong")
        return year


class SignForm(forms.Form):
    """
    The signature and what belongs to it.

    `lines` is what was drawn, as `drawing.lines_of` reads it; `typed` is the name that counts as
    the signature where nothing was drawn. `shown` ties it to the words that were read.
    """

    shown = forms.CharField(max_length=64)
    name = forms.CharField(max_length=120, required=False, strip=True)
    lines = forms.CharField(max_length=200_000, required=False)
    typed = forms.CharField(max_length=120, required=False, strip=True)
    signer = forms.ChoiceField(choices=[(one, one) for one in Signer])
    authority = forms.CharField(max_length=200, required=False, strip=True)

    def __init__(
        self, sent: Mapping[str, Any] | None, *, authorization: Authorization, language: str
    ) -> None:
        row = authorization
        own = row.person.get("name", "") if row.signer == Signer.SELF else ""
        first = {"name": own, "signer": row.signer, "authority": row.authority}
        super().__init__(sent, initial=first)
        self._said = phrases(language)
        self._kinds = [Sensitive(kind) for kind in sorted(row.sensitive)]
        kinds = CLAUSES[language].sensitive
        for kind in self._kinds:
            self.fields[f"initials_{kind}"] = forms.CharField(
                max_length=8, required=False, strip=True, label=kinds[kind]
            )

    @property
    def initials(self) -> list[forms.BoundField]:
        """The fields of what needs initials of its own."""
        return [self[f"initials_{kind}"] for kind in self._kinds]

    @property
    def capacities(self) -> list[tuple[str, str, bool]]:
        """In what capacity one may sign: code, words, whether it is chosen."""
        chosen = self["signer"].value()
        return [(one, self._said[f"signer_{one}"], one == chosen) for one in Signer]

    @property
    def given_initials(self) -> dict[str, str]:
        """The initials by the category that they belong to."""
        return {kind: self.cleaned_data[f"initials_{kind}"] for kind in self._kinds}

    @property
    def picture(self) -> bytes | None:
        """What was drawn, as a PNG; None where the name was typed instead."""
        lines: drawing.Lines | None = self.cleaned_data["lines"]
        return drawing.picture(lines) if lines else None

    def clean_lines(self) -> drawing.Lines | None:
        sent = self.cleaned_data["lines"]
        if not sent:
            return None
        try:
            return drawing.lines_of(sent)
        except drawing.NotADrawing:
            raise forms.ValidationError(self._said["strokes_wrong"]) from None

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if not given.get("name"):
            self.add_error("name", self._said["printed_missing"])
        if given.get("signer") not in {None, Signer.SELF} and not given.get("authority"):
            self.add_error("authority", self._said["authority_missing"])
        if "lines" in given and not given["lines"] and not given.get("typed"):
            self.add_error("lines", self._said["signature_missing"])
        for kind in self._kinds:
            if not given.get(f"initials_{kind}"):
                self.add_error(f"initials_{kind}", self._said["initials_missing"])
        return given

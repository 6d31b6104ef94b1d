"""What a person fills in while signing; every message comes in the language of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from bedside.consents.signing import drawing
from bedside.consents.signing.phrases import CLAUSES, phrases
from bedside.consents.terms import Sensitive, Signer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bedside.consents.models import Authorization

DIGITS_OF_YEAR = 4


class WhoForm(forms.Form):
    """The year of birth, by which a private link knows its person."""

    year = forms.CharField(max_length=8, required=False)

    def __init__(self, sent: Mapping[str, Any] | None, *, language: str) -> None:
        super().__init__(sent)
        self._said = phrases(language)

    def is_another(self) -> None:
        """Say that it is not the year that we have."""
        self.add_error("year", self._said["who_wrong"])

    def clean_year(self) -> str:
        year: str = self.cleaned_data["year"].strip()
        if not (year.isascii() and year.isdecimal() and len(year) == DIGITS_OF_YEAR):
            raise forms.ValidationError(self._said["who_missing"])
        return year


class SignForm(forms.Form):
    """
    The signature and what belongs to it.

    `lines` is what was drawn, as `drawing.lines_of` reads it; `typed` is the name that counts as
    the signature where nothing was drawn. `shown` ties it to the words that were read. The capacity
    is the one that the form was made out for; only `authority` can be put in other words.
    """

    shown = forms.CharField(max_length=64)
    name = forms.CharField(max_length=120, required=False, strip=True)
    lines = forms.CharField(max_length=200_000, required=False)
    typed = forms.CharField(max_length=120, required=False, strip=True)
    signer = forms.CharField(max_length=12, required=False)
    authority = forms.CharField(max_length=200, required=False, strip=True)

    def __init__(
        self, sent: Mapping[str, Any] | None, *, authorization: Authorization, language: str
    ) -> None:
        row = authorization
        self.own = row.signer == Signer.SELF
        name = row.person.get("name", "") if self.own else ""
        super().__init__(sent, initial={"name": name, "authority": row.authority})
        self._said, self._row = phrases(language), row
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
    def capacity(self) -> str:
        """In what capacity it is signed, in words: `I sign as a parent`."""
        return f"{self._said['signer']} {self._said[f'signer_{self._row.signer}']}"

    @property
    def meant_authority(self) -> str:
        """By what right somebody signs for another, as last written; "" where nothing is."""
        return "" if self.own else str(self["authority"].value() or "").strip()

    @property
    def has_other_authority(self) -> bool:
        """Tell whether another right was written than the form says."""
        return self.meant_authority not in ("", self._row.authority)

    @property
    def hint(self) -> str:
        """What to do where the capacity is not the right one."""
        return self._said["signer_hint"].format(organisation=self._row.organisation.name)

    @property
    def given_initials(self) -> dict[str, str]:
        """The initials by the category that they belong to."""
        return {kind: self.cleaned_data[f"initials_{kind}"] for kind in self._kinds}

    @property
    def picture(self) -> bytes | None:
        """What was drawn, as a PNG; None where the name was typed instead."""
        lines: drawing.Lines | None = self.cleaned_data["lines"]
        return drawing.picture(lines) if lines else None

    def clean_signer(self) -> str:
        signer: str = self.cleaned_data["signer"]
        if signer != self._row.signer:
            raise forms.ValidationError(
                self._said["signer_differs"].format(
                    capacity=self.capacity, organisation=self._row.organisation.name
                )
            )
        return signer

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
        if not self.own and not given.get("authority"):
            self.add_error("authority", self._said["authority_missing"])
        if "lines" in given and not given["lines"] and not given.get("typed"):
            self.add_error("lines", self._said["signature_missing"])
        for kind in self._kinds:
            if not given.get(f"initials_{kind}"):
                self.add_error(f"initials_{kind}", self._said["initials_missing"])
        return given

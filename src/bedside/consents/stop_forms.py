"""What can be filled in when somebody takes their permission back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone

from bedside.consents import naming
from bedside.consents.models import Revocation

if TYPE_CHECKING:
    from bedside.consents.models import Authorization

LONGEST_PLACE = 200
"""Characters of a place in words."""


class StopForm(forms.Form):
    """That somebody takes it back: how and when the word came, and what it covers."""

    how = forms.ChoiceField(
        label="How did the word come?",
        choices=[choice for choice in Revocation.How.choices if choice[0] != "link"],
    )
    day = forms.DateField(
        label="Day", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    time = forms.TimeField(
        label="Time", widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    scope = forms.ChoiceField(
        widget=forms.RadioSelect,
        label="What do they stop?",
        choices=[
            ("all", "All of it"),
            ("networks", "Only some places"),
            ("paid", "Only paid ads"),
        ],
        initial="all",
    )
    networks = forms.MultipleChoiceField(
        label="Which places", widget=forms.CheckboxSelectMultiple, choices=(), required=False
    )
    elsewhere = forms.CharField(
        label="Other places that you know of",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One a line: a flyer at the front desk, a post that somebody else shared.",
    )

    def __init__(self, authorization: Authorization, *args: Any, **kw: Any) -> None:
        """Offer the places that the form names."""
        super().__init__(*args, **kw)
        self.authorization = authorization
        field = self.fields["networks"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(name, naming.place(name)) for name in authorization.networks]

    def clean(self) -> dict[str, Any]:
        """Bring day and time to one moment on the organisation's clocks, not still to come."""
        given: dict[str, Any] = super().clean() or {}
        day, at = given.get("day"), given.get("time")
        if day and at:
            zone = self.authorization.organisation.zone
            given["received_at"] = datetime.combine(day, at, tzinfo=zone)
            self._not_too_late_nor_too_early(given["received_at"])
        if given.get("scope") == "networks" and not given.get("networks"):
            self.add_error("networks", "Choose the places, or choose “All of it”.")
        return given

    def clean_elsewhere(self) -> list[str]:
        """Return the places, one each, without empty lines."""
        lines = [line.strip() for line in self.cleaned_data["elsewhere"].splitlines()]
        if any(len(line) > LONGEST_PLACE for line in lines):
            raise forms.ValidationError(f"A line may have {LONGEST_PLACE} characters. Shorten it.")
        return [line for line in lines if line]

    @property
    def wish(self) -> dict[str, Any]:
        """What `verbs.revoke` takes of it."""
        given = self.cleaned_data
        return {
            "how": given["how"],
            "received_at": given["received_at"],
            "networks": given["networks"] if given["scope"] == "networks" else (),
            "paid_only": given["scope"] == "paid",
            "elsewhere": given["elsewhere"],
        }

    def _not_too_late_nor_too_early(self, received: datetime) -> None:
        signed = self.authorization.signature.signed_at
        if received > timezone.now():
            self.add_error("time", "This moment is still to come. Say when the word arrived.")
        elif received.date() < signed.astimezone(received.tzinfo).date():
            self.add_error("day", "This is before it was signed. Look at the day again.")


class ElsewhereForm(forms.Form):
    """One more place where it is shown, in words."""

    place = forms.CharField(label="Another place", max_length=LONGEST_PLACE)

"""What a privacy officer sends."""

from __future__ import annotations

from django import forms

from bedside.rulebook.models import LONGEST_NOTE, Choice


class SetForm(forms.Form):
    """How hard a rule stops, and why. `base` is the setting that the page showed."""

    choice = forms.ChoiceField(
        choices=Choice.choices, error_messages={"required": "Choose how hard it stops."}
    )
    note = forms.CharField(
        max_length=LONGEST_NOTE,
        error_messages={"required": "Say why, so that others understand it in a year."},
    )
    base = forms.IntegerField(min_value=1, max_value=2**62, required=False)


class JudgeForm(forms.Form):
    """A word of the privacy officer about a dismissal."""

    verdict = forms.ChoiceField(choices=[("agree", "Agree"), ("overturn", "Overturn")])
    answer = forms.CharField(max_length=LONGEST_NOTE, required=False)

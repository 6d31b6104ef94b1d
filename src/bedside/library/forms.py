"""What can be written about a picture."""

from __future__ import annotations

from django import forms

from bedside.library.verbs import LONGEST_ALT, LONGEST_NAME


class DescribeForm(forms.Form):
    """Its name in the clinic, and its description for people who cannot see it."""

    name = forms.CharField(max_length=LONGEST_NAME, label="Name")
    alt = forms.CharField(
        max_length=LONGEST_ALT,
        required=False,
        label="Description",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

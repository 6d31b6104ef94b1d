"""The form that connects an account, made of what its network asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from bedside.channels.connection import Field, FieldKind

if TYPE_CHECKING:
    from collections.abc import Sequence


class ConnectForm(forms.Form):
    """Asks for what a network declares. A password that was typed is not shown again."""

    def __init__(self, *args: Any, fields: Sequence[Field], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in fields:
            self.fields[field.name] = _field(field)


def _field(field: Field) -> forms.Field:
    common: dict[str, Any] = {
        "label": field.label,
        "required": field.required,
        "initial": field.default,
        "help_text": field.hint,
    }
    match field.kind:
        case FieldKind.CHOICE:
            return forms.ChoiceField(choices=field.choices, **common)
        case FieldKind.PASSWORD:
            widget = forms.PasswordInput(attrs={"autocomplete": "off"})
            return forms.CharField(widget=widget, max_length=400, **common)
        case FieldKind.URL | FieldKind.TEXT:
            return forms.CharField(max_length=400, **common)

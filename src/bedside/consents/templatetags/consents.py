"""Names on pages: of people, for those only who may see them; and of places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from bedside.consents import naming
from bedside.consents.sight import called

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.template import Context

    from bedside.consents.models import Authorization

register = template.Library()


@register.filter
def places(names: Iterable[str]) -> str:
    """Return what places of a form are called, as one phrase."""
    return naming.places(names)


@register.simple_tag(takes_context=True)
def whose(context: Context, authorization: Authorization) -> str:
    """Return the name of whom an authorization is about, "" for who may not see it."""
    return called(context["request"].member, authorization)

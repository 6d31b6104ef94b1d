"""Names of people on pages, for those only who may see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from bedside.consents.sight import called

if TYPE_CHECKING:
    from django.template import Context

    from bedside.consents.models import Authorization

register = template.Library()


@register.simple_tag(takes_context=True)
def whose(context: Context, authorization: Authorization) -> str:
    """Return the name of whom an authorization is about, "" for who may not see it."""
    return called(context["request"].member, authorization)

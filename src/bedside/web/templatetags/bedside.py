"""The house's own tags and filters; loaded into every template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django import template
from django.templatetags.static import static
from django.templatetags.tz import do_timezone
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from bedside.web import networks, wording
from bedside.web.states import look

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from django.forms import BaseForm, BoundField
    from django.template import Context
    from django.utils.safestring import SafeString

    from bedside.orgs.models import Membership, Organisation, User

register = template.Library()


@register.simple_tag
def icon(name: str, size: str = "") -> SafeString:
    """Draw an icon of icons.svg: `{% icon "lock" %}`, `{% icon "lock" "s" %}` (or `"l"`)."""
    return format_html(
        '<svg class="i{}" aria-hidden="true"><use href="{}#i-{}"/></svg>',
        f" i-{size}" if size else "",
        static("dist/icons.svg"),
        name,
    )


@register.simple_tag
def state_chip(state: str, word: str = "") -> SafeString:
    """Show a state with its icon and word; `word` replaces it: `{% state_chip post.state %}`."""
    face = look(state)
    return format_html(
        '<span class="state {}">{}{}</span>', face.css, icon(face.icon), word or face.word
    )


@register.filter
def state_class(state: str) -> str:
    """Return the class of a state, for calendar cells, tiles and knots."""
    return look(state).css


@register.filter
def state_icon(state: str) -> str:
    """Return the name of a state's icon."""
    return look(state).icon


@register.filter
def state_word(state: str) -> str:
    """Return the word of a state."""
    return look(state).word


@register.simple_tag
def network_icon(network: str) -> SafeString:
    """Show one network's glyph in its tile, named for screen readers."""
    return format_html(
        '<span class="net" role="img" aria-label="{}">{}</span>',
        networks.name_of(network),
        icon(networks.glyph_of(network)),
    )


@register.simple_tag
def network_icons(names: Iterable[str]) -> SafeString:
    """Show the glyphs of several networks in a row, named together."""
    keys = list(names)
    return format_html(
        '<span class="nets" role="img" aria-label="{}">{}</span>',
        ", ".join(networks.name_of(key) for key in keys),
        format_html_join("", "{}", ((icon(networks.glyph_of(key)),) for key in keys)),
    )


@register.filter
def network_name(network: str) -> str:
    """Return what a network is called."""
    return networks.name_of(network)


@register.simple_tag
def avatar(user: User, size: str = "", *, decorative: bool = False) -> SafeString:
    """
    Show a person's initials: `{% avatar user %}`, `{% avatar user "s" %}`.

    `decorative=True` where the name stands beside it.
    """
    css = f"avatar av-{user.pk % 5}" + (f" avatar-{size}" if size else "")
    if decorative:
        return format_html('<span class="{}" aria-hidden="true">{}</span>', css, user.initials)
    return format_html(
        '<span class="{}" role="img" aria-label="{}">{}</span>', css, user.name, user.initials
    )


@register.simple_tag(takes_context=True)
def to(context: Context, name: str, **kwargs: Any) -> str:
    """Return an address inside the member's organisation: `{% to "posts:compose" pk=3 %}`."""
    return reverse(name, kwargs={"slug": _member(context).organisation.slug, **kwargs})


@register.simple_tag(takes_context=True)
def moment(
    context: Context, at: datetime, *, seconds: bool = False, zone_too: bool = False
) -> SafeString:
    """Show a wall time of the organisation, with the exact moment for machines."""
    zone = _member(context).organisation.zone
    return _time(at, wording.moment(at, zone, seconds=seconds, zone_too=zone_too))


@register.simple_tag(takes_context=True)
def clock_time(context: Context, at: datetime, *, seconds: bool = False) -> SafeString:
    """Show the time of day on the organisation's clocks."""
    zone = _member(context).organisation.zone
    return _time(at, wording.clock_time(at, zone, seconds=seconds))


@register.simple_tag(takes_context=True)
def zone_words(context: Context, at: datetime) -> str:
    """Name the organisation's zone as of a moment: `Chicago time (CDT)`. Once a screen."""
    return wording.zone_words(_member(context).organisation.zone, at)


@register.filter
def local(at: datetime, organisation: Organisation) -> datetime:
    """Return a moment on an organisation's clocks, for `{{ at|local:organisation|date:"D" }}`."""
    shifted: datetime = do_timezone(at, organisation.zone)
    return shifted


@register.filter
def ago(at: datetime) -> str:
    """Return how long ago a moment was."""
    return wording.ago(at)


@register.simple_tag
def count(number: int, one: str, many: str = "") -> str:
    """Count a thing: `{% count 3 "post" %}`, `{% count 2 "entry" "entries" %}`."""
    return wording.count(number, one, many)


@register.filter
def in_words(number: int) -> str:
    """Return a small number as a word."""
    return wording.in_words(number)


@register.filter
def host(address: str) -> str:
    """Return the host of an address, to say where a link leads."""
    return urlsplit(address).hostname or ""


@register.inclusion_tag("web/parts/field.html")
def field(bound: BoundField, label: str = "") -> dict[str, object]:
    """
    Draw a form field with its label, help and errors: `{% field form.name "Name" %}`.

    `label` replaces the form's own. Passwords get a switch that shows them; what is not required
    says so.
    """
    widget = bound.field.widget
    kind = getattr(widget, "input_type", "") or ""
    if kind != "checkbox":
        widget.attrs["class"] = f"{widget.attrs.get('class', '')} input".strip()
    if label:
        # The label says it; a placeholder would say it again, in other words.
        widget.attrs.pop("placeholder", None)
    return {
        "bound": bound,
        "widget": bound.as_widget(),
        "label": label or bound.label,
        "kind": kind,
        "optional": kind != "checkbox",
    }


@register.inclusion_tag("web/parts/field.html")
def code_field(bound: BoundField) -> dict[str, object]:
    """Draw the field for a code from an app, or a recovery code."""
    bound.field.widget.attrs |= {"class": "code-in", "autocomplete": "one-time-code"}
    bound.field.help_text = "Six digits, new every 30 seconds; or one of your recovery codes."
    bound.help_text = bound.field.help_text
    return field(bound, "Code from your app")


@register.inclusion_tag("web/parts/form_fields.html")
def form_fields(form: BaseForm) -> dict[str, object]:
    """Draw all fields of a form, with what is wrong with the whole of it first."""
    return {"form": form}


def _time(at: datetime, words: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', at.isoformat(), words)


def _member(context: Context) -> Membership:
    member: Membership = context["request"].member
    return member

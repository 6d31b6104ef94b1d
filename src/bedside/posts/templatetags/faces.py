"""
What a page of the calendar shows a hundred times is told once, then drawn by a short name.

The template tells the face of each state and network that the page holds:

    {% state_face "live" "is-live" "Live" "live" %}
    {% network_face "facebook" "Facebook" %}

and `{% event entry %}` draws a post with them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from django import template
from django.contrib.staticfiles import finders
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import mark_safe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.template import Context
    from django.utils.safestring import SafeString

    from bedside.posts.calendar import Entry

register = template.Library()

_SYMBOL = re.compile(r'<symbol id="i-([\w-]+)" viewBox="0 0 24 24">(.*?)</symbol>', re.DOTALL)
_KEY = "bedside.posts.faces"


@dataclass(slots=True)
class _Faces:
    """What this page was told: class and word by state, name by network, glyphs by networks."""

    states: dict[str, tuple[str, str]] = field(default_factory=dict)
    networks: dict[str, str] = field(default_factory=dict)
    glyphs: dict[tuple[str, ...], SafeString] = field(default_factory=dict)


@register.simple_tag(takes_context=True)
def state_face(context: Context, state: str, css: str, word: str, icon: str) -> SafeString:
    """Write a state's icon into the page as `#s-…`, and keep its class and word for `event`."""
    _faces(context).states[state] = (escape(css), escape(word))
    return symbol(f"s-{state}", icon)


@register.simple_tag(takes_context=True)
def network_face(context: Context, network: str, name: str) -> SafeString:
    """Write a network's glyph into the page as `#n-…` (a globe for others), and keep its name."""
    _faces(context).networks[network] = escape(name)
    return symbol(f"n-{network}", f"n-{network}", "globe")


@register.simple_tag
def symbol(name: str, icon: str, otherwise: str = "") -> SafeString:
    """Write an icon of icons.svg into the page, to be drawn by `<use href="#name"/>`."""
    drawing = _drawings().get(icon) or _drawings().get(otherwise, "")
    return format_html('<symbol id="{}" viewBox="0 0 24 24">{}</symbol>', name, mark_safe(drawing))


@register.simple_tag(takes_context=True)
def event(context: Context, entry: Entry, folder: str = "compose") -> SafeString:
    """Draw a post in a cell; its link leads into `folder` beside the calendar's own address."""
    faces = _faces(context)
    css, word = faces.states[entry.state]
    # Written out: of all a page's work this is repeated most, and only the words come from people.
    title, clock = escape(entry.title), escape(entry.clock)
    said = ", ".join([word, clock, title, *(faces.networks[name] for name in entry.networks)])
    return mark_safe(
        f'<a class="ev {css}{" fixed" if entry.fixed else ""}" href="../{folder}/{entry.pk}/"'
        f' aria-label="{said}"><svg><use href="#s-{entry.state}"/></svg>'
        f"<b>{clock}</b><i>{_glyphs(faces, entry.networks)}</i><span>{title}</span></a>"
    )


def _glyphs(faces: _Faces, networks: tuple[str, ...]) -> SafeString:
    if networks not in faces.glyphs:
        faces.glyphs[networks] = format_html_join(
            "", '<svg><use href="#n-{}"/></svg>', ((network,) for network in networks)
        )
    return faces.glyphs[networks]


def _faces(context: Context) -> _Faces:
    if _KEY not in context.render_context:
        context.render_context[_KEY] = _Faces()
    return cast("_Faces", context.render_context[_KEY])


@cache
def _drawings() -> Mapping[str, str]:
    """Return the drawing of every icon; none before the front end is built."""
    found = finders.find("dist/icons.svg")
    text = Path(found).read_text(encoding="utf-8") if isinstance(found, str) else ""
    return dict(_SYMBOL.findall(text))

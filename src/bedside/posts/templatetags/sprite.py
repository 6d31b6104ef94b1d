"""Icons written into a page that shows one of them a hundred times, so that each is a short name."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django import template
from django.contrib.staticfiles import finders
from django.utils.html import format_html
from django.utils.safestring import mark_safe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.safestring import SafeString

register = template.Library()

_SYMBOL = re.compile(r'<symbol id="i-([\w-]+)" viewBox="0 0 24 24">(.*?)</symbol>', re.DOTALL)


@register.simple_tag
def symbol(name: str, icon: str, otherwise: str = "") -> SafeString:
    """
    Write an icon of icons.svg into the page under a name of the page's own.

    `{% symbol "s-live" "live" %}` is then drawn by `<use href="#s-live"/>`. Where there is no such
    icon, `otherwise` is taken.
    """
    drawings = _drawings()
    drawing = drawings.get(icon) or drawings.get(otherwise, "")
    return format_html(
        '<symbol id="{}" viewBox="0 0 24 24">{}</symbol>',
        name,
        mark_safe(drawing),  # noqa: S308 - our own file, as it was built
    )


@cache
def _drawings() -> Mapping[str, str]:
    """Return the drawing of every icon; none before the front end is built."""
    found = finders.find("dist/icons.svg")
    text = Path(found).read_text(encoding="utf-8") if isinstance(found, str) else ""
    return dict(_SYMBOL.findall(text))

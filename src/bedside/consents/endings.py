"""Words that stand where a form should name its end, and name none."""

from __future__ import annotations

import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_ENDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "en": frozenset(
            {
                "does not end", "does not expire", "endless", "forever", "indefinite",
                "indefinitely", "na", "never", "never ends", "never expires", "no end",
                "no end date", "no event", "no expiration", "no expiration date", "no expiry",
                "no limit", "none", "not applicable", "nothing", "open", "open end", "open ended",
                "permanent", "unlimited", "without end",
            }
        ),
        "es": frozenset(
            {
                "indefinidamente", "indefinido", "ilimitado", "nada", "ninguna", "ninguno",
                "ningun evento", "no aplica", "no caduca", "no hay", "no termina", "no vence",
                "nunca", "nunca vence", "permanente", "para siempre", "sin caducidad", "sin fecha",
                "sin fecha de vencimiento", "sin fin", "sin limite", "sin vencimiento",
            }
        ),
        "fr": frozenset(
            {
                "a jamais", "aucun", "aucune", "aucune fin", "illimite", "indefini",
                "indefiniment", "jamais", "n expire pas", "ne finit pas", "neant",
                "pas d expiration", "pas de fin", "permanent", "pour toujours", "rien",
                "sans date", "sans expiration", "sans fin", "sans limite", "sans objet", "toujours",
            }
        ),
    }
)  # fmt: skip
"""By language, without accents: 45 CFR 164.508(c)(1)(v) allows "none" for research only."""


def is_no_end(event: str) -> bool:
    """
    Tell whether words that stand for an event name none, in any language of the forms.

    Nothing at all, or signs without a letter or digit, name none either.
    """
    words = _plain(event)
    return not words or any(words in ends for ends in NO_ENDS.values())


def _plain(words: str) -> str:
    """Return words in small letters without accents; signs become blanks, "n/a" becomes "na"."""
    parts = unicodedata.normalize("NFKD", words.casefold().replace("n/a", "na"))
    kept = "".join(c if c.isalnum() else " " for c in parts if not unicodedata.combining(c))
    return " ".join(kept.split())

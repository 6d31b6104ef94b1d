"""Tells English from the languages that clinics mix with it."""

from __future__ import annotations

import re

_OTHER = re.compile(
    r"\b(?:al|ang|aos|au|aux|avec|c'est|como|con|dans|das|de la|del|desde|des|dos|du|el|"
    r"esta|este|esto|est|gracias|hasta|hola|las|le|les|los|merci|mga|muy|na|nada|nadie|"
    r"naka|ng|nos|notre|nous|nuestr[ao]s?|para|pas|pero|po|por|pour|qu[ei]|se|sin|son|"
    r"sont|sur|todo|todos|tu|una|une|vous|votre|und|der|die das|y|es|su|sus)\b"
)
_LONGEST = 600


def is_other_language(folded: str) -> bool:
    """Tell whether folded text holds two of the small words that English does not have."""
    return len({match[0] for match in _OTHER.finditer(folded, 0, _LONGEST)}) > 1

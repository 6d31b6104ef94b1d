"""What networks are called on screen, and their plain glyphs; never their logos."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "bluesky": "Bluesky",
        "facebook": "Facebook",
        "google": "Google",
        "instagram": "Instagram",
        "linkedin": "LinkedIn",
        "manual": "By hand",
        "mastodon": "Mastodon",
        "practice": "Practice network",
        "x": "X",
        "youtube": "YouTube",
    }
)


def name_of(network: str) -> str:
    """Return what a network is called; an unknown one goes by its own key."""
    return NAMES.get(network, network.capitalize())


def glyph_of(network: str) -> str:
    """Return the icon of a network; an unknown one is a globe."""
    return f"n-{network}" if network in NAMES else "globe"

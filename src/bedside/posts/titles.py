"""What a post is called inside the clinic."""

from __future__ import annotations

LONGEST = 60


def title_of(text: str) -> str:
    """Return the first words of a text, at most 60 characters, or "Untitled"."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    if len(line) <= LONGEST:
        return line or "Untitled"
    return line[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:.") + "…"

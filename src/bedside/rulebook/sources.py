"""Where the source of a rule can be read."""

from __future__ import annotations

import re

_LAW = re.compile(r"(?P<title>\d+) CFR (?P<part>\d+)(?:\.(?P<section>\d+))?")


def href_of(source: str) -> str:
    """
    Return the address where a source can be read, or "" for one without an address.

    Federal regulations are at the eCFR, whose addresses read
    `/current/title-45/section-164.514`.
    """
    if source.startswith("https://"):
        return source
    law = _LAW.match(source)
    if law is None:
        return ""
    kind = f"section-{law['part']}.{law['section']}" if law["section"] else f"part-{law['part']}"
    return f"https://www.ecfr.gov/current/title-{law['title']}/{kind}"

"""
The guard: a draft in, findings out. Pure Python, usable alone.

>>> from bedside.guard import Draft, check
>>> check(Draft("Our 97-year-old patient walked home today.")).verdict
<Verdict.BLOCK: 'block'>
"""

from bedside.guard.draft import Draft, Kind, Organisation, Picture
from bedside.guard.engine import Settings, check
from bedside.guard.finding import Finding, Report, Severity, Verdict

__all__ = [
    "Draft",
    "Finding",
    "Kind",
    "Organisation",
    "Picture",
    "Report",
    "Settings",
    "Severity",
    "Verdict",
    "check",
]

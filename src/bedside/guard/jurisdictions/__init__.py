"""
What the law of a place adds to the guard's rules.

One dated file holds what is known of one place. It can make rules stop harder and lay floors under
what a privacy officer may choose; it never softens anything. This is an engineer's reading of
public sources and no legal advice.

>>> from bedside.guard import Draft, Kind, check
>>> from bedside.guard.jurisdictions import profile
>>> check(Draft("Botox, 20 minutes.", kind=Kind.AD), profile(["uk"])).verdict
<Verdict.BLOCK: 'block'>
"""

from bedside.guard.jurisdictions.merging import Law, UnknownJurisdiction, laws, profile, spelled
from bedside.guard.jurisdictions.profiles import Entry, Profile, profiles

__all__ = [
    "Entry",
    "Law",
    "Profile",
    "UnknownJurisdiction",
    "laws",
    "profile",
    "profiles",
    "spelled",
]

"""Pieces of language that many signals are built from, for folded (lower-case) text."""

from __future__ import annotations

KIN = (
    r"(?:mum|mom|mam|mother|dad|father|son|daughter|wife|husband|partner|brother|sister|gran|nan|"
    r"nana|grandma|grandad|granddad|grandpa|grandmother|grandfather|aunt|auntie|uncle|baby|boy|"
    r"girl|little one|toddler|kid|child|twins|kids|niece|nephew|friend|flatmate|roommate|"
    r"neighbou?r|mother-in-law|father-in-law|pop|newborn)"
)
"""Somebody whom the writer speaks for."""

SHE = r"(?:he|she|they|it|we|" + KIN + r"|my " + KIN + r")"
"""A person in the third, as a subject."""

THEY = r"(?:you|they|he|she|someone|somebody|staff|the nurses?|the doctors?|the dentist|your \w+)"
"""Those who did something to a patient."""

MANY = r"(?:\d+|a dozen|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundreds?|thousands?)"
"""A number of more than a few."""

WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tonight|tomorrow|noon)"
"""A day that is near."""

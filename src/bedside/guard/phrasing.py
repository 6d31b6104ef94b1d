"""Pieces of English that many phrases are built from, for folded (lower-case) text."""

from __future__ import annotations

PAST = (
    r"(?:(?!need|proceed|exceed|succeed|feed|speed)[a-z]+ed|ate|beat|began|bit|bled|bought|broke|"
    r"brought|came|chose"
    r"|chucked|cut|did|drank|drove|fell|found|fought|gave|got|grew|had|held|hit|hung|hurt|kept|knew"
    r"|left|lost|made|met|paid|put|quit|ran|rang|rode|rung|sat|saw|sent|shut|slept|sold|spent"
    r"|spoke|stood|swore|threw|told|took|went|woke|won|wore|wrote)"
)
"""A verb in the past, after its subject."""

ADVERB = (
    r"(?:(?:actually|again|all|already|also|always|both|clearly|even|ever|finally|first|himself|"
    r"initially|just|kindly|later|never|now|once|only|personally|really|recently|repeatedly|"
    r"simply|still|then|twice|yourself) )"
)
"""An adverb between subject and verb, with the space after it."""

NUMBER = r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|several)"
"""A count of more than one."""

CARE = r"(?:{conditions}|{symptoms}|{procedures}|{drugs}|{body_parts})"
"""Any word of care: what a person has, feels, takes, or had done."""

ILLNESS = r"(?:{conditions}|{procedures}|{drugs})"
"""A condition, procedure or drug, but no bare part of the body."""

VISIT = (
    r"(?:admission|appointments?|appt|arrival|bed|booking|check-?in|check-?up|consult|consultation|"
    r"discharge|follow-?ups?|hospitalization|last visit|referral|room|slot|stay|transfer|"
    r"treatments?|triage|visits?|wait)"
)
"""What happens at a provider's, as a noun."""

DAY = (
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|(?:january|february|march|april|june|july|august|september|october|november|december"
    r"|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\.? \d{1,2}(?:st|nd|rd|th)?"
    r"|may \d{1,2}(?:st|nd|rd|th)?|the \d{1,2}(?:st|nd|rd|th)|\d{1,2} (?:january|february|march"
    r"|april|may|june|july|august|september|october|november|december))"
)
"""A day of the week or a date without its year."""

PERSON = (
    r"(?:boy|child|couple|dad|daddy|dude|family|father|fella|fellow|gentleman|girl|grandma|"
    r"grandpa|guy|kid|kiddo|lady|"
    r"little one|mama|man|mom|mother|mum|patient|resident|client|guest|teen|teenager|toddler|"
    r"woman|young man|young woman|youngster|bloke|baby|newborn)"
)
"""A word for one particular person whom a provider may care for."""

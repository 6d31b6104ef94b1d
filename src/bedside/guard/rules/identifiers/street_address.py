from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.events import is_care
from bedside.guard.finding import Severity
from bedside.guard.rule import PhraseRule

if TYPE_CHECKING:
    import re

    from bedside.guard.draft import Draft


class StreetAddress(PhraseRule):
    """
    The street or house of a patient.

    ## Why it matters
    Every place smaller than a state is a Safe Harbor identifier, and a street most of all.

    ## Flagged
    - He has dementia and may go to [his old house on Plum St].
    - Our crew went to [the yellow duplex] and got a pulse back.
    - The oxygen went out to [the Ridge Road place].
    - The lady [at No. 16] had no power for her ventilator.

    ## Fine
    - Visit us at 120 Main Street, Cedar Hollow.
    - Enter from Ash Street while the lot is closed.
    - I clean teeth at Plum Street, come ask me to smile.
    - The clinic on Fort Street opens at eight.

    ## Instead
    Leave the place out.
    """

    code = "P003"
    label = "ID-GEO"
    severity = Severity.ERROR
    source = "45 CFR 164.514(b)(2)(i)(B)"
    message = "This tells where a patient lives or was found."
    _street = (
        r"(?:st|street|ave|avenue|rd|road|ln|lane|blvd|dr|drive|ct|court|way|hollow|circle|cir|"
        r"hwy|highway|terrace|pl|place)"
    )
    phrases = (
        rf"(?:on|over on|off|at|of) (?:\d+ )?(?!the\b|our\b|main\b|"
        rf"your\b)(?:[a-z]+ ){{1,2}}{_street}(?: (?:place|house))?",
        rf"the (?!best|same|right|other|only)(?:[a-z]+ ){{1,2}}{_street} (?:place|house|home|"
        rf"family|apartment)",
        r"(?:at|from) no\. ?\d+",
        r"the (?:yellow|blue|red|white|green|brick|old|corner) (?:duplex|house|trailer|farmhouse|"
        r"cabin|bungalow|apartment)",
        rf"(?:his|her|their|your) (?:old |long )?(?:driveway|farm|house|trailer|street|block|road|"
        rf"apartment)(?: (?:off|on|at) (?:[a-z]+ ){{1,2}}{_street})?",
        r"(?:house|place|home|trailer|driveway|cabin) (?:on|at|off|"
        r"past) (?:the )?(?:end of )?(?:[a-z]+ ){0,2}(?:road|rd|street|st|ave|lane|hollow|hwy|"
        r"highway|elevator|creek)",
    )
    unless = (
        r"\b(?:visit us|we're (?:at|on)|clinic|office|located|location|open|enter|entrance|lot|"
        r"parking|walk-?in|closed?|closes|garage|station|pharmacy|dental|our building|new home of|"
        r"find us|come|join us|register|detour|construction|drop|every letter|sent|free|address|"
        r"corner|building|hall|school|deck|parade|i (?:clean|work|teach)|"
        r"library|market|church|apply)\b"
    )

    def stands(self, draft: Draft, match: re.Match[str]) -> bool:
        reading = draft.reading
        words = [word for word in draft.text[match.start() : match.end()].split() if word]
        named = any(word[0].isupper() for word in words[1:]) or words[0] in {"the", "his", "her"}
        ours = any(place and place.lower() in match[0] for place in draft.org.places)
        if ours or not named or not is_care(reading, *reading.sentence(match.start())):
            return False
        return super().stands(draft, match)

from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.reviewing import FORBIDS
from bedside.guard.rules.marketing.patient_lists import TARGETING
from bedside.guard.wording import Wording, WordingRule


class Tracking(WordingRule):
    """
    People followed from a care page or a clinic's door.

    ## Why it matters
    Who opened the STI page, or whose phone was at the cancer center, is health information about
    them. Washington bars fences within 2,000 feet of care outright.

    ## Flagged
    - ad: [Retarget anyone who opened] the abortion care pages.
    - ad: [Geofence]: churches that host recovery meetings.
    - ad: Serve to [phones seen] inside the rival hospital this month.

    ## Fine
    - policy: No tracking pixel goes on the booking form, and we do not retarget visitors.
    - ad: Serve to adults 18+ within 20 km of Geelong.

    ## Instead
    Aim by town, and keep trackers off every page about care.
    """

    code = "M008"
    label = "ADS-TARGETING"
    severity = Severity.ERROR
    floor = Severity.WARN
    source = (
        "Washington My Health My Data Act, RCW 19.373.080; OCR bulletin on tracking "
        "technologies (2024)"
    )
    kinds = TARGETING
    message = "This follows people from a care page or a place of care."
    unless = FORBIDS + (
        r"|\bno (?:tracking|pixels?|geofenc\w+|retargeting|fence|location|lists?|session)\b"
    )
    wordings = (
        Wording(
            "retarget|retargets|retargeting|remarket|remarketing|re-target|re-targeting",
            then=r"(?: (?:to )?(?:anyone|everyone|people|those|visitors|users) who \w+)?",
        ),
        Wording(
            "geofence|geo-fence|geofencing|geofenced|geo-fencing|draw a fence|"
            "fence around|fence round|virtual fence|phones seen|phones inside|"
            "devices seen|devices inside|device ids|mobile ids|location data|"
            "phones that were|phones that visited|phone ids|drop pins|drop a pin|draw the fence|"
            "session recorders|phones from inside|foot traffic from|location history"
        ),
        Wording(
            "radius|metres|meters|feet|yards|blocks|miles|km|mile|block",
            then=r" (?:of|around|from|round) (?:the |any |every |a |our rival |"
            r"each )?(?:\w+ )?(?:clinic|hospital|rehab|dialysis|cancer|methadone|"
            r"fertility|abortion|planned parenthood|pharmacy|church|mosque|shelter|aa|"
            r"recovery|oncology|center|centre)\w*",
        ),
        Wording(
            "pixel|pixels",
            then=r" (?:on|to|in|onto|across|for) ",
            before=r"(?:put|add|install|drop|place|fire|the|a|tracking|meta|facebook|tiktok)<1>",
            given=r"\b(?:booking|results?|form|page|pages|portal|appointments?|patients?|care|"
            r"intake|quiz|site)\b",
        ),
        Wording(
            "anyone who|everyone who|people who|those who|users who|visitors who|whoever|"
            "women who|men who|parents who",
            then=r" (?:has |have |had |ever )*(?:opened|visited|viewed|clicked|finished|"
            r"started|searched|took our|abandoned|read|landed|looked|watched|downloaded|lingered|"
            r"typed|asked for directions|"
            r"scrolled|stood|was seen|were seen|been inside|walked|entered|"
            r"parked)[^.!?]{0,60}",
            given=r"\b(?:audience|retarget\w*|target\w*|ad|ads|serve|show (?:it |this )?to|"
            r"setup|set-up|follow|pixel|campaign|last \d+ days|days|copy)\b",
        ),
        Wording(
            "follow those visitors|follow them for|follow visitors|follow them around|"
            "abandoned booking|abandoned form|cart abandoners|site visitors|quiz takers|"
            "page visitors|form starters"
        ),
        Wording(
            "whose phone|whose phones|phone spent|phones spent|spent an hour in|"
            "been inside|stood outside|car park of|parking lot of",
            given=r"\b(?:aim|ad|ads|target\w*|show|serve|reach|audience|campaign|copy|oncology|"
            r"clinic|hospital|rehab)\b",
        ),
    )

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bedside.guard.numbering import LINK, NUMBER, SAID, NumberRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding

_MAC = re.compile(
    r"(?<![\w:.-])(?:[\da-f]{2}(?::[\da-f]{2}){5}|[\da-f]{2}(?:-[\da-f]{2}){5})(?![\w:-])"
)
_UDI = re.compile(r"\(01\) ?\d{14}(?: ?\(1\d\) ?[\w-]{1,20}){0,3} ?\(21\) ?[\w-]{1,20}")
_UDI_OF = re.compile(r"\(01\) ?\d{14}(?: ?\(1[017]\) ?[\w-]{1,20}){1,3}")
_DEVICE = (
    r"(?:pacemaker|pacer|defibrillator|icd|implant|stimulator|pump|hearing aid|cochlear|stent|"
    r"prosthesis|cpap|bipap|ventilator|holter|glucometer|meter|sensor|transmitter|receiver|"
    r"concentrator|nebulizer|wheelchair|walker|scooter|lens|iol|watchman|loop recorder|monitor|"
    r"valve|graft|mesh|shunt|denture|retainer|tablet|device)"
)
_PLACED = rf"(?:{_DEVICE}|knee|hip|shoulder|breast|abutment|screw|plate|crown|cage)"
_MAKER = (
    r"medtronic|biotronik|abbott|boston sci(?:entific)?|st\.? jude|dexcom|libre|omnipod|tandem|"
    r"minimed|phonak|oticon|resound|starkey|widex|resmed|respironics|zimmer|stryker|inogen"
)
_RECALL = re.compile(r"\brecall(?:ed|s|ing)?\b")
_SEVERAL = re.compile(
    r"\b(?:numbers|serials|range|between|through|begin(?:ning|s)?|starting)\b|"
    r"\d (?:to|and (?:up|later|above)|or (?:higher|later)|-)"
)
_SOMEBODY = re.compile(
    r"\b(?:his|her|their|your|my|he|she|you|patient|patient's|mr|mrs|ms|resident|dad|mom|mum|"
    r"lady|man|woman|whose|owner|somebody)\b"
)


class DeviceNumber(NumberRule):
    """
    A serial number or other identifier of somebody's device or implant.

    ## Why it matters
    Device identifiers and serial numbers are Safe Harbor identifiers: registries of implants hold
    a name for each, and a MAC address is one phone's.

    ## Flagged
    - reply: Your hearing aid ([ser. 22-40K7]) is ready.
    - His pacemaker, [serial number PJN-123456], was checked today.
    - Found a pump, [SN 23171104826].
    - The implant card says [(01)00643169007222(17)270101(21)BLC200300H].
    - message: Your pump was swapped last night and the new one is [QX88 41207].
    - The phone at [00:1a:2b:3c:4d:5e] still asks for our wifi.

    ## Fine
    - Recall: pumps with serial numbers 7A0219 to 7A0226. Check yours.
    - The lot reads (01)00643169007222(10)A113.
    - Our new treadmill, serial ETM-20931, is here.
    - Serial killers of fatigue: 300 minutes of sleep lost a week.
    - A series of 3000 implants showed the same.

    ## Instead
    Leave the number out; the maker and the model are enough.
    """

    code = "P019"
    source = "45 CFR 164.514(b)(2)(i)(M)"
    message = "This is the number of somebody's device."
    of_things = False
    named = (
        r"serials?|s/n|sn|pump|pacer|pacemaker|implant|aids?|machine|machine's|device|meters?|monitor|"
        r"sensor|concentrator|cpap|ventilator|vent|chair|wheelchair|walker|tens|talker|tablet|"
        r"pendant|box|unit|processor|stimulator|charger|scale|airtag|receiver|transmitter|"
        r"defibrillator|icd|implanted|holter|watchman|"
        rf"{_MAKER}|"
        r"engraved|frame no|iol|lens|od|os|prosthesis|brace|"
        r"(?:the|your|his|her) (?:left|right)(?:'s)?"
    )
    alone = r"serials?|s/n|engraved|frame no"
    after = (
        r",? (?:is|was) (?:the |his |her |your )?(?:serial|pump|device|implant|pacemaker)|"
        r",? (?:was |got )?implanted"
    )
    _number = rf"{LINK}(?:{SAID}|(?:[a-z]{{2,4}} )?(?=[a-z-]{{0,6}}\d){NUMBER})"
    phrases = (
        rf"s(?:erial|er\.?|/n|n)(?: number| no| #)?{_number}",
        rf"(?:n°|nº|no|núm|número|numéro)\.? de s[eé]rie{_number}",
        rf"{_DEVICE}s?,? (?P<mark>[a-z]{{2,4}}[ -]?\d{{6,12}}[a-z]?)",
        rf"(?:tagged|labell?ed|engraved|marked|etched)(?: with)?(?: (?:id|no\.?|number)| ?#)[:#]? "
        rf"?{NUMBER}",
        rf"{_PLACED}s?:?(?: [a-z]{{2,9}})?,? (?:lot|batch|ref)(?: number| no| #)?"
        rf"{LINK}(?:lot )?{NUMBER}",
        rf"(?:lot|batch)(?: number| no)?[.:# ]{{1,3}}{NUMBER},? (?:[a-z]+ )?(?:went |goes |is )?"
        rf"(?:in|into) (?:her|his|their|your|#\d)\b",
        rf"(?:device id|device identifier|imei|udi|esn)(?: number| no| #)?{_number}",
        r"s(?:erial|er\.?|/n|n)(?: number| no)?[.:]? ?#? ?ending(?: in)? \d{2,6}",
        rf"{_DEVICE}(?: (?:id|number|no|#|serial|code)[.:]? ?| ?# ?)(?:is )?{NUMBER}",
        rf"{_DEVICE}s?"
        r",? \(?(?P<mark>(?!d\d{4}\b|(?:19|20)\d\d\b)(?=[a-z-]{0,5}\d)"
        r"(?=[\d-]{0,4}[a-z]|[a-z\d]{0,4}-)[a-z\d]{1,6}-?"
        r"(?=[a-z-]{0,3}\d{3})[a-z\d-]{3,14})",
    )

    def find(self, draft: Draft) -> Iterator[Finding]:
        folded = draft.reading.folded
        yield from super().find(draft)
        if folded.count(":") > 4 or folded.count("-") > 4:
            for match in _MAC.finditer(folded):
                if re.search("[1-9a-f]", match[0]):
                    yield self.at(*match.span(), "This is the network address of one device.")
        if "(01)" in folded:
            for match in (*_UDI.finditer(folded), *_UDI_OF.finditer(folded)):
                around = draft.reading.sentence(match.start())
                if match.re is _UDI or _SOMEBODY.search(folded, *around):
                    yield self.at(*match.span(), self.message, why=self.why)

    def stretches(self, draft: Draft) -> Iterator[tuple[int, int]]:
        for start, end in super().stretches(draft):
            if not _is_recalled(draft, start):
                yield start, end


def _is_recalled(draft: Draft, start: int) -> bool:
    """Tell whether a sentence recalls a range of devices, and speaks of nobody's before."""
    folded, sentence = draft.reading.folded, draft.reading.sentence(start)
    recalled = _RECALL.search(folded, *sentence) and _SEVERAL.search(folded, *sentence)
    return bool(recalled) and not _SOMEBODY.search(folded, sentence[0], start)

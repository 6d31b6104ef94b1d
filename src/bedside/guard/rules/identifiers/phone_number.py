from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

import phonenumbers

from bedside.guard.checksums import digits_of, is_npi
from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.rule import MOST, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding

# The first character alone lets `re` skip ahead; what may not stand before it is asked after.
_SHAPE = re.compile(
    r"[+(\d](?<![\w$£€#.,+-].)(?:"
    r"(?<=\+)\d{1,3}[ .-]{0,2}(?:\(0?\d{0,4}\)[ .-]{0,2})?\d{1,4}(?:[ .-]{0,2}\d{2,4}){1,5}"
    r"|(?<=\()(?:\+?\d{1,3}\)(?:[ .-]{0,2}\d{2,4}){2,5}"
    r"|\d{3}\) ?[ .\-/]{0,3}\d{3}[ .-]{0,3}\d{4}|0\d{1,4}\)(?:[ .-]{0,3}\d{3,8}){1,2})"
    r"|(?<=\d)(?:(?:(?<=1)[ .-]{1,3}\(?\d{3}|\d\d)\)?[ .\-/]{0,3}\d{3}[ .\-/]{1,3}\d{4}"
    r"|(?<=0)\d{1,4}\)?(?:[ .-]{1,3}\d{2,8}){1,4}|(?:[ .-]\d){9,10}"
    r"|(?P<bare>\d{9,10})|(?P<local>\d\d[-. ]\d{4})))(?!\w|[-.,/]\d)"
)
# Numbers that only the words before them make telephone numbers: four figures, or oddly parted.
_PART = re.compile(
    r"(?<![\w$.,:/-])(?:\d{3}[ .-]\d{3,4}[ .-]\d{2,3}(?: \d\d)?|\d{4})(?![\w%:-]|[.,]\d)"
)
# Ten figures parted oddly, or with a letter O for a nought, only after a word for calling.
_ODD = re.compile(
    r"(?<![\w$£€#.,+/-])[(]?\d(?:[ ()./*-]{0,3}[\do]){9,11}"
    r"(?: ?(?:x|ext)\.? ?\d{1,5})?(?![\w%/-]|\.\d)"
)
_ENDS = re.compile(
    r"\b(?:(?:your|yours|his|hers|her|their|number|cell|mobile|phone|line) (?:\w{1,20} ){0,2}"
    r"(?:ends|ending)(?: (?:in|with))?|last four of (?:your|his|her) (?:cell|phone|number|mobile)"
    r"(?: is| are|,)?) $"
)
_REACHED = re.compile(
    r"\b(?:phoned|called|texted|rang|tried|gave (?:yours|his|hers|theirs)|attempts to|reached)"
    r"[, ]{1,2}$"
)
_DIGIT = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double [a-z]+|\d{1,4})"
_SPOKEN = re.compile(rf"\b{_DIGIT}(?:[ ,.-]{{1,3}}{_DIGIT}){{4,12}}\b")
_DIGIT_WORDS = frozenset(
    ["zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
)
_CODES = re.compile(r"\d{4,5}-\d{3,4}-\d{1,2}|0{2,}[\d-]{0,3}[ -]0[\d -]*")
_FREE = re.compile(
    r"1?8(?:00|88|77|66|55|44|33)\d{7}$|(?:0|44)8(?:00|08)|(?:0|44)(?:3\d\d|84[45])\d|1[38]00\d{6}$"
)
_NOT_A_PHONE = re.compile(
    r"\$|(?<!cell)(?<!phone)(?<!ph)(?<!cb)(?<!tel)(?<!mobile)(?<!call)#\s*$|\b(?:rx|claim|acct|"
    r"account|ref|reference|id|irb|lot|npi|isbn|issn|doi|ser|serial|"
    r"s/n|sn|order|part|model|item|sku|ndc|ein|tax id|grant|mrn|nhs|case|record|member|form|"
    r"medicaid|medicare|policy|group|plan|ssn|sin|folio|invoice|ticket|license|licence|passport|"
    r"posting|permit|docket|clia|lockbox|code|codes)(?: (?:no|number|is|id)\.?)*[^\w,]*$"
)
_KIN = (
    r"(?:daughter|son|wife|husband|sister|brother|mom|mum|mama|mamá|dad|papa|papá|mother|father|"
    r"parents?|partner|girlfriend|boyfriend|fianc[eé]e?|aunt|uncle|niece|nephew|cousin|grand\w+|"
    r"hija|hijo|esposa|esposo|next of kin|emergency contact|caregiver|carer|neighbor|roommate)"
)
_PHONE = (
    r"(?:cell|cellphone|mobile|phone|number|landline|home|work|digits|whatsapp|fax|pager|"
    r"contact|celular|cel|teléfono|móvil|portable)"
)
_WHOSE = rf"(?:your|ur|his|her|hers|their|my|su|tu|sus|son|sa)(?: \w+){{0,2}} {_PHONE}"
_THEIRS = re.compile(
    rf"\b(?:{_WHOSE}\b|(?:patient|client|resident|caller|reviewer|guest|pt)(?:'?s|s')? {_PHONE}\b|"
    rf"{_KIN}(?:'?s)?\b[^.!?]{{0,40}}$|{_KIN}(?:'?s)? (?:no|num|nr|#)\.? ?$|\bpt [^.!?\n]{{0,30}}$|"
    rf"\b(?:his|her|their|your|ur) (?:job|work|employer|boss|school|house|place|lawyer|attorney)\b"
    rf"[^.!?\n]{{0,30}}$|(?:number|cell|phone) (?:we have|on file|in (?:the|your|his|her)|"
    rf"on (?:the|your|his|her) (?:intake|form|chart|file|referral|packet))\b|"
    rf"\b(?:slip|sticker|label|whiteboard|wristband)\b[^.!?]{{0,60}}$|"
    rf"\b(?:old|new|other|different) (?:number|no|cell|phone|mobile|tel|#)(?!\w)|"
    rf"[a-z]+'s (?:cell|mobile|home|landline|whatsapp|own|personal|new|old|number)\b"
    rf"(?<!clinic's number)(?<!office's number)(?<!hospital's number)|"
    rf"(?:texted|txted|rang|phoned|diall?ed|attempts to|came in from|"
    rf"(?:called|texted|wrote)\b[^.!?\n]{{0,30}} from|"
    rf"voicemails? (?:at|on|for)|message (?:at|on)|"
    rf"reached (?:you|him|her|them)(?: at| on)?|still|(?:you|she|he|they) (?:gave|left|said|"
    rf"listed)(?: us| me)?|reach (?:him|her|them)|"
    rf"(?:call|text|ring|phone|tried|try|dial) (?:him|her|them|you)(?: back)?(?: (?:at|"
    rf"on)(?: (?:home|work|\w+))?)?|"
    rf"patient(?! (?:relations|advoca|services?|line|experience|liaison|care|accounts))"
    rf"(?: [a-z]+){{0,2}}(?:,| at| on|:))\W*$)"
)
_THEIRS_AFTER = re.compile(
    rf"[^\w.!?]{{0,3}}(?:(?:is|was|sigue siendo|es) )?(?:still )?(?:{_WHOSE}\b|"
    r"(?:\w+ ){0,3}still (?:good|right|current|yours?|working|the (?:best|right))|"
    r"from (?:the|your|his|her) (?:intake|form|chart|file|referral)|(?:correct|right)\?|"
    r"(?:bounces|is disconnected|is out of service|on file|is (?:his|hers|theirs)))"
)
_PUBLIC = re.compile(
    r"\b(?:(?:call|text|ring|phone|dial|contact|reach|find|message|fax|tell|visit|with) us|"
    r"ours?(?! (?:patient|client|resident|guest|regular|friend|neighbor))|clinic|office|desk|"
    r"reception|hotline|helpline|warmline|line|pharmacy|"
    r"hospital|department|dept|center|centre|switchboard|scheduling|schedule|bookings?|book|"
    r"appointments?|rsvp|register|registration|tickets?|info|information|questions?|"
    r"billing|lab|tel|toll[- ]free|emergency|after[- ]hours|dispatch|intake|"
    r"admissions|county|services?|program|coalition|foundation|society|association|library|"
    r"church|shelter|agency|police|sheriff|poison|clínica|oficina|citas|preguntas|urgences|"
    r"nurse|nurses|hq|team|records|relations|refills?|reserve|sign up|enroll|volunteer|donate|"
    r"apply|resumes?|fax|store|counselors?|advocates?|advocacy|ombudsman|sheriffs?|media|security|"
    r"liaison|facturación|llena|lista|quedamos|estamos|recepción|direct|welcome)\b[^\n]{0,50}$"
    r"|(?:^|[.!?,;:\n*•|>()-] ?|\b(?:please|or|and|just|can|simply|then|better) )"
    r"(?:call|text|ring|phone|dial|fax|f|whatsapp|contact|telephone|t|p|ph|c|llame|llama|llámenos|"
    r"appelez|marque)(?: or (?:text|call|message))?(?: at| on| al| au)?:? ?\(?$"
    r"|[📞☎📱📲]\ufe0f?:? ?$"
)
_NAMED = re.compile(
    r"(?:^|[.!?,;:] |\b(?:please|or|and|just) )(?:call|ring|phone|text|ask for|speak to|talk to) "
    r"[a-z']{2,12} on $|\b(?:we're|we are|manager|owner|team|[a-z]{2,12} is) on $"
)
"""Whom to ask for; in a private message it may be a relative."""
_ASKED = re.compile(
    r"\b(?:cell|mobile|number|phone|tel|call|called|calls|text|texted|txt|txted|ph|cell#|cb|ring|"
    r"rang|dial|reach|"
    r"reached|voicemail|fax|whatsapp|contact|line|landline|at|on)\b"
)
_AT_DESK = frozenset({Kind.AD, Kind.PROFILE, Kind.REVIEW_REQUEST})


class PhoneNumber(Rule):
    """
    A telephone or fax number that is not the organization's own.

    ## Why it matters
    Telephone and fax numbers are Safe Harbor identifiers, of the patient and of relatives alike.

    ## Flagged
    - reply: The number we have for Kevin is [406-555-0198], is that still good?
    - Please call his daughter Sheila at [(530) 555-0163] if you saw him.
    - reply: We texted [810-555-0192] to say so.
    - Found a bag, the tag says Ada, [+44 20 7946 0958].
    - reply: Is it your phone that ends in [0157]?
    - message: Her cell is [five five five, zero one zero, zero one four three].

    ## Fine
    - Call us at 555-010-0100 with any question.
    - reply: For the nurse line please call 218-555-0117.
    - In an emergency call 911; in a crisis call or text 988.
    - Poison Control answers at 1-800-222-1222.
    - NPI 1234567893, ISBN 0-306-40615-2, NDC 0002-8215-01.

    ## Instead
    Give only the clinic's own number.
    """

    code = "P004"
    label = "ID-CONTACT"
    severity = Severity.ERROR
    source = "45 CFR 164.514(b)(2)(i)(D)-(E)"

    def find(self, draft: Draft) -> Iterator[Finding]:
        folded = draft.reading.folded
        own = {_tail(phone) for phone in (draft.org.phone, *draft.org.phones) if phone}
        for start, end, sure in _numbers(draft):
            before = folded[max(0, start - 80) : start]
            if _tail(folded[start:end]) in own or _NOT_A_PHONE.search(before[-30:]):
                continue
            theirs = _THEIRS.search(before) or _THEIRS_AFTER.match(folded, end)
            invites = draft.kind is not Kind.MESSAGE and _NAMED.search(before)
            public = invites or draft.kind in _AT_DESK or _PUBLIC.search(before)
            if not theirs and (public or not sure):
                continue
            yield self.at(
                start,
                end,
                "This is a telephone number of a patient or a relative."
                if theirs
                else "This telephone number is not one of yours.",
                why="It is not your own, and the words around it do not say that it is public.",
                severity=Severity.ERROR if theirs else Severity.WARN,
            )


def _numbers(draft: Draft) -> Iterator[tuple[int, int, bool]]:
    """Yield what may be a number, and whether its shape alone says so."""
    reading = draft.reading
    reached = {match.end() for match in islice(_SHAPE.finditer(reading.folded), MOST)}
    for _, match in zip(range(MOST), _SHAPE.finditer(reading.folded), strict=False):
        digits = digits_of(match[0])
        if not (9 if digits[0] == "0" else 7) <= len(digits) <= 15 or _FREE.match(digits):
            continue
        if _CODES.fullmatch(match[0]) or not _is_phone(match[0], digits):
            continue
        before = reading.folded[max(0, match.start() - 30) : match.start()]
        if match["bare"]:
            yield *match.span(), not is_npi(digits) and _ASKED.search(before) is not None
        elif match["local"]:
            yield *match.span(), digits[:3] == "555" or _ASKED.search(before) is not None
        else:
            yield *match.span(), True
    for match in islice(_ODD.finditer(reading.folded), MOST):
        if match.end() not in reached and _is_odd(reading.folded, match):
            yield *match.span(), True
    for match in islice(_PART.finditer(reading.folded), MOST):
        named = _ENDS if len(match[0]) == 4 else _REACHED
        if named.search(reading.folded, max(0, match.start() - 60), match.start()):
            yield *match.span(), True
    if len(_DIGIT_WORDS & reading.words) > 1:
        for match in _SPOKEN.finditer(reading.folded):
            if 7 <= _count(match[0]) <= 12 and len(re.findall(r"[a-z]{2,}", match[0])) > 2:
                yield *match.span(), True


def _is_odd(folded: str, match: re.Match[str]) -> bool:
    """Tell whether figures are a North American number, after a word for calling somebody."""
    digits = re.sub(r"\D", "", match[0].replace("o", "0"))
    before = folded[max(0, match.start() - 40) : match.start()]
    return (
        (digits[0] not in "01" or (digits[:1] == "1" and len(digits) > 10))
        and not _FREE.match(digits)
        and (_ASKED.search(before) or _THEIRS.search(before)) is not None
    )


def _count(spoken: str) -> int:
    """Count the digits that are said."""
    words = re.findall(r"[a-z]+|\d+", spoken)
    return sum(len(word) if word.isdigit() else 1 for word in words)


def _tail(phone: str) -> str:
    return digits_of(phone)[-7:]


def _is_phone(text: str, digits: str) -> bool:
    """Accept numbers that are possible somewhere, and the fictitious 555 ones of North America."""
    if len(digits) in {7, 10} or (len(digits) == 11 and digits[0] in "01"):
        return True
    try:
        number = phonenumbers.parse(text if text[0] == "+" else f"+{digits.lstrip('0')}", "US")
    except phonenumbers.NumberParseException:
        return 9 <= len(digits) <= 14
    return phonenumbers.is_possible_number(number) or digits[0] == "0"

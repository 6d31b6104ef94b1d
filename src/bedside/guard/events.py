"""What makes a sentence about one particular person's care: words of care, events, staff."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from bedside.guard.lexicon import compiled

if TYPE_CHECKING:
    from bedside.guard.draft import Draft
    from bedside.guard.reading import Reading

_EVENT = compiled(
    r"\b(?:admitted|discharged|diagnosed|hospitali[sz]ed|went home|going home|headed home|heads home|home today|"
    r"rang (?:the|that|his|her)(?: \w+)? bell|rings? (?:the|that) bell|"
    r"graduat(?:ed|es) from (?:therapy|pt|rehab|nicu|the nicu)|walked out|walked in|came in|came to us|comes in|"
    r"brought in|flown in|airlifted|lifeflight|transported|resuscitated|revived|intubated|extubated|"
    r"survived|survivor|recovering|recovered|recovery|in remission|cancer[- ]free|clean scans?|passed away|"
    r"died|dying|(?:we|they) lost|delivered|born|gave birth|newborns?|labou?r(?:ed)?|twins|triplets|"
    r"icu|nicu|picu|er|ed|burn unit|stroke unit|ward|psych|detox|hospice|memory care|dialysis|"
    r"patient of the (?:month|week|day)|our patients?|our residents?|our clients?|treated|overdosed|relapsed|"
    r"sober|(?:lost|down|dropped|shed) \d+ (?:pounds|lbs?|kilos|kg)|off (?:insulin|oxygen|the vent|his meds|her meds)|"
    r"pulse|cpr|narcan|post-?op|pre-?op|surgery|operated|op|stitched|scoped|in stitches|his smile|her smile|new smile|smile makeover|makeover|"
    r"treatment|treatments|therapy|sessions?|last round|chemo|her journey|his journey|results|before and after|room \d+|bed \d+|bay \d+|chair \d+)\b"
)
_STAFF = re.compile(
    r"\b(?:dr|drs|dra|doctor|nurse|rn|hygienist|receptionist|our (?:own|new|team|staff|front desk|manager|director)|"
    r"join(?:s|ed|ing)|hired|hiring|years with|years of service|employee|staff|coworker|colleague|retir\w+|"
    r"manager|director|coordinator|chaplain|volunteers?|therapists?|technicians?|paramedics?|"
    r"crew|team member|intern|works|worked|promoted|speaker|hosts?|author|professor|"
    r"president|mayor|senator|congress\w*|king|queen|prince|actor|singer|publicly|memoir|documentary|olympic|"
    r"foundation|scholarship|founder|founded|named after|legend has it)\b"
)


def is_care(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a stretch holds a word of care or an event of care."""
    return has_term(reading, start, end) or _EVENT.search(reading.folded, start, end) is not None


def has_term(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a stretch holds a condition, symptom, treatment, drug or part of the body."""
    first = bisect_left(reading.care, start, key=lambda term: term.start)
    return first < len(reading.care) and reading.care[first].start < end


def is_staff(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a stretch speaks of staff or of people in public life."""
    return _STAFF.search(reading.folded, start, end) is not None


_MADE_UP = re.compile(
    r"\b(?:teddy ?bears?|stuffed|stuffies|plush\w*|mannequins?|manikins?|silicone|simulat\w+|fictional|"
    r"made[- ]up|invented|imaginary|hypothetical|composite|actors?|stock photo|dummy|dummies|"
    r"fake patient|practice patient|cartoon|no real (?:person|patient)|inventado|ficticio|skeleton|"
    r"dog|dogs|puppy|cat|parrot|horse)\b"
)
_HISTORY = re.compile(r"\b1[5-9]\d\d\b(?!s? ?(?:patients|calls|visits))|\b(?:century|founder)\b")
_PERMISSION = re.compile(
    r"\b(?:with|by|under) (?:his|her|their|the family's|family|written|signed|full|patient|parents?'?s?|mom's|w)[\w' ]{0,24}?"
    r"(?:permission|consent|authori[sz]ation|blessing|release|ok|okay)\b"
    r"|\bsigned (?:a|the|our|an) (?:\w+ )?(?:release|authori[sz]ation|consent)"
)


def is_made_up(reading: Reading) -> bool:
    """Tell whether a text says that its patient is a toy, a dummy, an animal or an invention."""
    return _MADE_UP.search(reading.folded) is not None


def is_history(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a stretch is set in a year before 2000."""
    return _HISTORY.search(reading.folded, start, end) is not None


def is_public(reading: Reading) -> bool:
    """Tell whether a text speaks of a person of public life or of history."""
    return "public_figures" in reading.terms


def is_covered(draft: Draft) -> bool:
    """Tell whether somebody who consented is named in the text, so that the story is theirs."""
    spoken = draft.reading.words
    return any(
        word in spoken
        for name in draft.consents
        for word in re.findall(r"[^\W\d_]{3,}", name.lower())
    )

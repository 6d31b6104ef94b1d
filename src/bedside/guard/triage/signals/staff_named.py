from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bedside.guard.triage.message import Flag, Tier
from bedside.guard.triage.signal import Hit, Signal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.reading import Reading

_NAME = r"[A-ZÀ-Þ][\w'’-]{1,20}"
_FULL = rf"{_NAME}(?: {_NAME}){{0,2}}"
_TITLE = (
    r"(?:Dr|DR|Doctor|Dra|Doctora|Docteure?|Prof|Professor|Nurse|Sister|Matron|Consultant|"
    r"Enfermera|"
    r"Infirmi[eè]re)\.?"
)
_WORK = (
    r"(?:receptionist|nurse|hygienist|therapist|physio|practice manager|dentist|midwife|carer|"
    r"porter|pharmacist|care navigator|office manager|technician)"
)
_NAMED = re.compile(
    rf"\b{_TITLE} {_FULL}"
    r"|\bdr\.? (?!appointment|visit|office|who|said|was|is|and|or|at|in|told|did)[a-z]{3,15}\b"
    rf"|\b{_FULL}(?=,? (?:at|on|in|from) (?:your |the )?(?:front desk|desk|reception|billing|"
    rf"phones?"
    rf"|pharmacy|ward|lab|night shift)\b|,? the ['\"‘“]?{_WORK}\b)"
    rf"|(?<=by the name of ){_FULL}|(?<=receptionist ){_FULL}|(?<=hygienist ){_FULL}"
    rf"|(?<=therapist ){_FULL}|(?<=manager ){_FULL}|(?<=midwife ){_FULL}|(?<=porter ){_FULL}"
)


class StaffNamed(Signal):
    """
    A member of staff is named.

    ## What to do
    The answer names nobody. Praise is passed on; an accusation goes to a manager.

    ## Flagged
    - [Dr. Chen] laughed at me.
    - [Nora] at the front desk found me a slot.
    - A porter by the name of [Bob] sang all the way.

    ## Fine
    - The doctor laughed at me.
    - My son Bob loved it.
    """

    flag = Flag.STAFF_NAMED

    def find(self, reading: Reading) -> Iterator[Hit]:
        """Yield every name with a title or a place at work."""
        for match in _NAMED.finditer(reading.text):
            yield Hit(match.start(), match.end(), self.flag, Tier.FRIENDLY)

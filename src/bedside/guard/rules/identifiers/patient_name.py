from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.events import is_care, is_history, is_made_up, is_staff
from bedside.guard.finding import Severity
from bedside.guard.people import Name, is_greeted, names, names_in_tags
from bedside.guard.rule import MOST, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding

_WORKS = re.compile(
    r"(?:'s)? (?:(?:on|at|from|in) (?:our |the )?(?:reception|front desk|pharmacy|switchboard|"
    r"billing|housekeeping|kitchen|canteen|accounts|theatres)\b|(?:explains|teaches|hosts|leads|"
    r"runs (?:our|the|a)|(?:first|second|third|fourth|fifth|sixth)[ -]grade)\b)|,? here\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:finest film|the films?\b(?! crew)|tv (?:therapists|doctors|show|series)|sitcom|trivia|"
    r"(?:season|episode) \d|[a-z-]+ seasons on|(?:popular|favou?rite) (?:baby )?names|"
    r"made (?:him|her|them) up|(?:isn't|aren't) (?:a )?real|"
    r"long-service|(?:his|her|their) last shift|ran our|meet the team|students spent|"
    r"in interviews?|en entrevistas|gave \$\d)"
)
"""Words near a name that place it in fiction, on the staff, or among those who give."""
_ASKED = 200
"""Names of which it is asked whether they count; nobody reads more."""


class PatientName(Rule):
    """
    The name of a person in connection with care.

    ## Why it matters
    Names of patients, relatives and household members are the first of the eighteen Safe Harbor
    identifiers; a first name with a story is enough for a town to know.

    ## Flagged
    - So proud of [Rosalie] for finishing chemo today!
    - Our patient [Marcus Delgado] walked out of the ICU.
    - We said goodbye to [Mr. Halvorsen], who rang the bell twice.
    - "They fixed my knee." [Tricia H.], Mesa
    - So many cards came in! #GetWell[MariaLopez]
    - alt_text: [Maria Lopez] at the front desk, smiling

    ## Fine
    - Dr. Chen removed a splinter from a teddy bear today.
    - Parkinson's is named after James Parkinson, who described it.
    - post by consent of Rosa Marquez: Rosa M. finished chemo today!
    - Nobody is afraid here. #BestDentistInTown #JohnsHopkins #MayDay #ThankYouDrChen
    - May is Stroke Awareness Month.
    - Florence Nightingale changed how hospitals treat infection.
    - Rosalie on reception keeps two slots for tooth pain.
    - Friday is his last shift: Gordon pushed the linen cart past surgery for 20 years.
    - Imagine Carmen. She isn't real, but her chest pain is common.
    - Closed until Jan 2; for swelling, go to the emergency room.
    - Cara caída, brazo débil o habla rara: llame al 911 para su familia.

    ## Instead
    Leave the name out, or ask for a written authorization first.
    """

    code = "P001"
    label = "ID-NAME"
    severity = Severity.ERROR
    floor = Severity.ERROR
    source = "45 CFR 164.514(b)(2)(i)(A)"
    kinds = frozenset(Kind) - {Kind.POLICY, Kind.MESSAGE, Kind.REVIEW_REQUEST}

    def find(self, draft: Draft) -> Iterator[Finding]:
        tagged = (n for n in names_in_tags(draft)[:_ASKED] if n.titled or self._counts(draft, n))
        plain = (name for name in names(draft)[:_ASKED] if self._counts(draft, name))
        for name in (*islice(plain, MOST), *islice(tagged, MOST)):
            yield self.at(
                name.start,
                name.end,
                "This names a person in connection with care.",
                why="Nobody of this name has given an authorization for this use.",
            )

    def _counts(self, draft: Draft, name: Name) -> bool:
        reading = draft.reading
        if is_greeted(draft, name.start, name.words[0]):
            return False
        if not name.titled and is_staff(reading, *reading.clause(name.start)):
            return False
        if is_history(reading, *reading.sentence(name.start)) or is_made_up(reading):
            return False
        if draft.kind is not Kind.ALT_TEXT and _WORKS.match(reading.folded, name.end):
            return False
        if _ELSEWHERE.search(reading.folded, *reading.around(name.start)):
            return False
        # A picture shows whom its description names, whatever is said of them.
        return draft.kind is Kind.ALT_TEXT or is_care(reading, *reading.around(name.start))

from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.events import is_care, is_covered, is_made_up
from bedside.guard.finding import Severity
from bedside.guard.lexicon import compiled
from bedside.guard.rule import POSTS, Rule
from bedside.guard.story import STORIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding

_QUOTE = compiled(r"\"(?P<words>[^\"]{12,400})\"")
_FIRST_PERSON = compiled(r"\b(?:i|i'm|i've|me|my|mine|we|our)\b")
_LETTER = compiled(
    r"\b(?:dear (?:dr|doctor|nurse|team)|because of you|thank you for|you saved|you gave|"
    r"they (?:fixed|saved|gave|found|helped|changed)|saved my)\b"
)


class Testimonial(Rule):
    """
    A patient's own words, quoted without an authorization.

    ## Why it matters
    A public review or a thank-you card does not license the clinic to publish it: fines were paid
    for success stories that patients had told themselves.

    ## Flagged
    - "[I lost 62 lbs and my A1c went from 9.8 to 5.6!]" Call us today.
    - Look at this card! "[Dear Dr. Chen, thank you for finding the lump the others missed.]"

    ## Fine
    - post by consent of Roy Tillery: "I nap like a king." Roy Tillery shares his sleep apnea story.
    - As the sign says: "Be kind to every mind you meet today."

    ## Instead
    Ask the patient for a written authorization that names this channel.
    """

    code = "D037"
    label = "DIS-CARE"
    severity = Severity.ERROR
    source = "45 CFR 164.508(a)(3)"
    doubted = POSTS
    kinds = STORIES

    def find(self, draft: Draft) -> Iterator[Finding]:
        reading = draft.reading
        if '"' not in reading.folded or is_covered(draft) or is_made_up(reading):
            return
        for match in _QUOTE.finditer(reading.folded):
            start, end = match.span("words")
            speaks = _FIRST_PERSON.search(reading.folded, start, end)
            thanks = _LETTER.search(reading.folded, start, end)
            if (speaks and is_care(reading, start, end)) or (
                thanks and (speaks or reading.has_care(start, end))
            ):
                yield self.at(
                    start,
                    end,
                    "This quotes a patient, and no authorization covers it.",
                    why="A patient's own public words may not be reused without authorization.",
                )

from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.events import is_covered, is_made_up
from bedside.guard.finding import Severity
from bedside.guard.mosaic.estimate import Sort, rounded
from bedside.guard.mosaic.person import mosaic
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding
    from bedside.guard.mosaic.estimate import Estimate

FEW = 100
"""Where fewer fit, people who know the place will know the person."""
SOME = 1_000
"""Where no more fit, it is worth saying."""
WHO = frozenset({Sort.AGE, Sort.PLACE, Sort.ROLE, Sort.FAMILY})
"""Clues by which one knows a person; with an illness beside one of them there is a mosaic."""


class Mosaic(Rule):
    """
    Clues that single out one person together.

    ## Why it matters
    An age, a town, an illness, a day, a trade: each fits many, all of them fit one. The clues are
    counted: how many people live there, how many of these have the illness, are of that age, have
    that trade. The result is an order of magnitude and no proof, so it never stops a text by
    itself: fewer than 100 people is a warning, up to 1,000 a hint, and where another rule stops
    the text it only explains. The words that are marked are the one clue to leave out that helps
    most. The tables, with their sources, are `populations`, `prevalence`, `role_shares`,
    `age_shares`, `family_shares` and `date_shares` among the guard's words. A town that is in none
    of them is taken to have 10,000 people; where nothing tells where the organisation is, the area
    around it a million.

    ## Flagged
    - The beekeeper from Halstead, 61, went home after her [heart transplant].
    - A 34-year-old teacher from Boise had his leg [amputated].

    ## Fine
    - People in their sixties often go home a week after a heart transplant.
    - About 61 of 10,000 people in Boise live with epilepsy.
    - Our beekeeper friends sold honey for the children's ward.

    ## Instead
    Leave out the clue that is marked, or tell it of many: "people who keep bees".
    """

    code = "D091"
    label = "DIS-SITUATION"
    severity = Severity.WARN
    source = "45 CFR 164.514(b)(2)(ii)"
    kinds = frozenset(
        {Kind.POST, Kind.AD, Kind.ALT_TEXT, Kind.PROFILE, Kind.REPLY, Kind.REVIEW_REPLY}
    )
    quick = False
    again = False
    explains = True

    def find(self, draft: Draft) -> Iterator[Finding]:
        if is_covered(draft) or is_made_up(draft.reading):
            return
        estimate = mosaic(draft)
        if estimate is None or Sort.CONDITION not in estimate.sorts or not WHO & estimate.sorts:
            return
        people = estimate.people()
        if people > SOME:
            return
        clue = estimate.words_of(estimate.dearest)
        yield self.at(
            clue.start,
            clue.end,
            _message(draft, estimate),
            severity=Severity.WARN if people < FEW else Severity.INFO,
            why=_why(draft, estimate),
        )


def _message(draft: Draft, estimate: Estimate) -> str:
    place, dearest, people = estimate.place, estimate.dearest, estimate.people()
    fit = f"About {rounded(people):,} people fit" if people >= 2 else "No more than one person fits"
    told = ", ".join(f'"{_words(draft, estimate, sort)}"' for sort in _in_order(estimate))
    return (
        f"{fit} these clues (order of magnitude; population {place.people:,} of {place.name}): "
        f"{told}. Leave out the {dearest} and about {rounded(estimate.people(dearest)):,} fit."
    )


def _why(draft: Draft, estimate: Estimate) -> str:
    """Return how it was counted: the place, and of each clue how many people share it."""
    assumed = " (assumed)" if estimate.place.assumed else ""
    shares = (
        f'"{_words(draft, estimate, sort)}" ({sort}): {_one_in(estimate.words_of(sort).share)}'
        for sort in _in_order(estimate)
        if sort is not Sort.PLACE
    )
    counted = "; ".join([f"{estimate.place.people:,} people{assumed}", *shares])
    return f"Who knows the place may know the person. Counted: {counted}."


def _in_order(estimate: Estimate) -> list[Sort]:
    return sorted(estimate.sorts, key=lambda sort: estimate.words_of(sort).start)


def _words(draft: Draft, estimate: Estimate, sort: Sort) -> str:
    clue = estimate.words_of(sort)
    return " ".join(draft.text[clue.start : clue.end].split())


def _one_in(share: float) -> str:
    return f"1 in {rounded(1 / share):,}"

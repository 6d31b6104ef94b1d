from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft

_SAID = re.compile(
    r"\balt(?: text)?: *(?:none|n/a|na|tbd|todo|missing|empty|blank|-|no|pic|image|photo|"
    r"picture|img)\b(?= *[\]).\n]| *$)"
)


class MissingAlt(Rule):
    """
    A picture without a description.

    ## Why it matters
    Who cannot see the picture learns nothing from it, and a clinic that takes federal money owes
    them the description.

    ## Flagged
    - All the times and prices are in the picture. [Alt text: none]

    ## Fine
    - Sunrise from the ward roof. Alt text: pink sky over the river with two cranes.

    ## Instead
    Say in one sentence what the picture shows that the text does not.
    """

    code = "A001"
    label = "ACCESS"
    severity = Severity.WARN
    source = "WCAG 2.2, 1.1.1; 45 CFR 84.84"
    kinds = frozenset(Kind)

    def find(self, draft: Draft) -> Iterator[Finding]:
        pictures = enumerate(draft.pictures, 1)
        missing = [str(number) for number, picture in pictures if not picture.alt.strip()]
        if missing:
            message = f"No description for people who cannot see it: picture {', '.join(missing)}."
            yield self.at(0, 0, message)
        if "alt" in draft.reading.words:
            for match in _SAID.finditer(draft.reading.folded):
                message = "This picture has no description for people who cannot see it."
                yield self.at(*match.span(), message)

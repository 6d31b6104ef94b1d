from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class LinkText(WordingRule):
    """
    "Click here".

    ## Why it matters
    Many people hear a list of a page's links: "click here, click here, click here". Nobody on a
    phone clicks.

    ## Flagged
    - The new map is ready, [click here].

    ## Fine
    - Read the visitor guide on our site.
    - Web team rule: never use "click here" as link text.

    ## Instead
    Say where the link goes: "Read the visitor guide".
    """

    code = "A005"
    label = "ACCESS"
    severity = Severity.WARN
    source = "WCAG 2.2, 2.4.4"
    kinds = frozenset(Kind)
    message = "This does not say where the link goes."
    unless = r"\b(?:never|don't|do not|avoid|instead of|not)\b"
    wordings = (
        Wording("click here|click this|click on this|click the link here|clicking here"),
        Wording(
            "click below|click the link|tap here|press here|tap the link here|"
            "read more here|more info here|link here|hit the link|follow this link|"
            "details here",
            severity=Severity.INFO,
        ),
    )

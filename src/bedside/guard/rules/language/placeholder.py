from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft

_SLOT = re.compile(
    r"\{\{[^{}\n]{1,40}\}\}|\{[a-z_]{3,30}\}|<[A-Z][A-Za-z _]{2,30}>|"
    r"\[[A-Z][A-Z _/]{2,30}\]|\[(?:[Ii]nsert|[Yy]our|[Cc]linic|[Pp]ractice|[Cc]ity|"
    r"[Dd]ate|[Tt]ime|[Ll]ink|[Nn]ame)(?: [^\[\]\n]{1,40})?\]|\b(?:TODO|TBD|TKTK|XXXX*|"
    r"FIXME)\b|(?i:\blorem ipsum\b)"
)


class Placeholder(Rule):
    """
    A placeholder that nobody filled in.

    ## Why it matters
    It tells everybody that the post is a form letter and that no one read it before it went out.

    ## Flagged
    - Meet [{{doctor_name}}], our new dentist!
    - Opening hours: [TBD], see you soon.
    - [Lorem ipsum] dolor sit amet.

    ## Fine
    - Meet Dr. Chen, our new dentist!
    - Braces {and smiles} for every age.

    ## Instead
    Fill it in, or take it out.
    """

    code = "L023"
    label = "PROOF"
    severity = Severity.ERROR
    source = "Own rule"
    kinds = frozenset(Kind) - {Kind.POLICY}

    def find(self, draft: Draft) -> Iterator[Finding]:
        for match in _SLOT.finditer(draft.text):
            yield self.at(
                *match.span(), f'"{match[0]}" is a placeholder that is still to be filled in.'
            )

"""What rules about the reader's own attributes share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Finding, Severity
from bedside.guard.wording import WordingRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft

IDENTITY = (
    r"(?:diabetic|overweight|obese|depressed|anxious|pregnant|gay|bisexual|lesbian|"
    r"transgender|trans|queer|black|hispanic|latina|latino|asian|muslim|jewish|"
    r"indigenous|aboriginal|disabled|autistic|infertile|bald|balding|addicted|an addict|"
    r"alcoholic|an alcoholic|hiv[- ]positive|single|divorced|widowed|a senior|a veteran|"
    r"menopausal|perimenopausal|ashamed|lonely|one of the|struggling|suffering|tired of|"
    r"sick of|fed up|living with|in debt|on medicaid|on medicare|unemployed|embarrassed|"
    r"self-conscious|insecure|worried about|losing (?:your|hair|sleep)|over \d\d|"
    r"under \d\d|in your (?:\d0s|forties|fifties|sixties|thirties)|drinking|hung ?over|"
    r"using|snoring|leaking|limping|wheezing|still (?:smoking|drinking|vaping|hiding|"
    r"single|swimming|wearing|waiting|limping|in pain)|too (?:fat|heavy|tired|anxious|"
    r"big|old)|always tired)"
)
"""What an advertisement must not say or ask of its reader, for folded text."""


class AttributeRule(WordingRule):
    """A rule whose fault fails an advertisement, and is but a hint in a post."""

    label = "ADS-ATTRIBUTE"
    severity = Severity.WARN
    source = "Meta Advertising Standards, personal attributes; Google Ads, personalized advertising"
    kinds = frozenset({Kind.AD, Kind.POST, Kind.PROFILE})

    def find(self, draft: Draft) -> Iterator[Finding]:
        for finding in super().find(draft):
            in_ad = draft.kind is Kind.AD
            yield finding if in_ad else replace(finding, severity=Severity.INFO)

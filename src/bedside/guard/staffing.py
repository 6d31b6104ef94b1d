"""Pieces of English that rules about staff policies share, for folded (lower-case) text."""

from __future__ import annotations

FORBID = (
    r"\b(?:may not|must not|mustn't|shall not|shall desist|desist|do not|don't|never|not to|no one may|nobody may|not allowed|not permitted|prohibited|forbidden|banned"
    r"|barred|confidential|may never|cannot|can't|are not to|is not to|should not|shouldn't|refrain|avoid|without (?:the )?[\w' ]{0,30}(?:consent|permission|approval)|unless approved"
    r"|will be (?:written up|disciplined|fired|dismissed|terminated|sacked|raised at review|sanctioned|suspended|taken)|gross misconduct|misconduct|will lose|lose (?:overtime|their|shifts)"
    r"|is a breach|are a breach|grounds for|subject to discipline|must be (?:upbeat|positive|kept|approved|cleared)|agree not|agrees not|strictly|no (?:union|petitions?|talk|image|photos?|pictures?|recordings?|posts?))\b"
)
"""What forbids, requires or punishes."""

GRANTED = (
    r"\b(?:free to|may talk|may discuss|may speak|may share your|right to|rights to|rights under|nothing in|does not limit|doesn't limit|not limit|protected by law|you may (?:take|talk|discuss|share|speak)"
    r"|don't need our consent|do not need our consent|is up to you|all yours|about a patient|patients?'? (?:names?|details?|charts?|information|privacy|stories|photos?|images?|records?)|about patients|protected health|phi\b|hipaa)\b"
)
"""What grants the right, or limits the rule to patients."""

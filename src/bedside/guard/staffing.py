"""Pieces of English that rules about staff policies share, for folded (lower-case) text."""

from __future__ import annotations

FORBID = (
    r"\b(?:may not|must not|mustn't|shall not|shall desist|desist|do not|don't|never|"
    r"not to|no one may|nobody may|not allowed|not permitted|prohibited|forbidden|banned|"
    r"barred|confidential|may never|cannot|can't|are not to|is not to|should not|"
    r"shouldn't|refrain|avoid|without (?:the )?[\w' ]{0,30}(?:consent|permission|"
    r"approval)|unless approved|will be (?:written up|disciplined|fired|dismissed|"
    r"terminated|sacked|raised at review|sanctioned|suspended|taken)|gross misconduct|"
    r"misconduct|will lose|lose (?:overtime|their|shifts)|ends your contract|"
    r"ends their contract|will cost you|costs you your|may not leave the building|"
    r"must not leave|only the \w+ may|declines?|keep to yourself|is a breach|"
    r"are a breach|grounds for|subject to discipline|must be (?:upbeat|positive|kept|"
    r"approved|cleared)|agree not|agrees not|strictly|no (?:union|petitions?|talk|image|"
    r"photos?|pictures?|recordings?|posts?)|shall remain|lead to dismissal|"
    r"considered to have breached|find the door|disloyal|stays? (?:at work|inside)|nowhere else|"
    r"need sign-off|needs sign-off|we'd rather you didn't|rather you didn't|to be closed|"
    r"keep (?:yours|theirs|it|them) to (?:yourself|themselves)|strictly between us|"
    r"are personal|breached our)\b"
)
"""What forbids, requires or punishes."""

GRANTED = (
    r"\b(?:free to|may talk|may discuss|may speak|may share your|right to|rights to|"
    r"rights under|nothing in|does not limit|doesn't limit|not limit|protected by law|"
    r"you may (?:take|talk|discuss|share|speak)|don't need our consent|"
    r"do not need our consent|is up to you|all yours|about a patient|"
    r"no secret|(?:not|isn't|aren't) confidential|"
    r"patients?'? (?:names?|details?|charts?|information|privacy|stories|photos?|images?|"
    r"records?)|if you like|as you like|feel free|welcome to|(?:your|their) own to|"
    r"about patients|protected health|phi\b|hipaa)\b"
)
"""What grants the right, or limits the rule to patients."""

"""What went wrong in a draft, to whom it speaks and how: all that a rewrite must fit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.english import is_other_language
from bedside.guard.finding import Severity

if TYPE_CHECKING:
    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding, Report

FAMILIES = ("P", "D", "S")
"""Rules about identifiers, disclosures and patients' safety: what a rewrite is there to cure."""

MODELS = frozenset({"D090"})
"""The model's finding: it marks words that speak for its doubt, not what one must not say."""

_DENIALS = frozenset({"D002", "D050", "D051", "D053", "D054"})
"""Where the answer is to neither confirm nor deny."""
_STARS = re.compile(r"(★+)(☆*)")
_CROSS = re.compile(
    r"\b(?:worst|avoid|rude|ridiculous|terrible|horrible|awful|scam|butcher|greedy|cold people|"
    r"unprofessional|disgust\w+|ignored?|refused?|charged?|overcharged?|waited|hung up|no one|"
    r"nobody|never (?:again|got|called)|stay away|do not|don't|dismiss\w+|painful|pain|worse|wrong|"
    r"lost|late|hours|rushed|dirty|kicked|removed|discharged|fee|bill|billed|p[eé]sim\w+|horas?|"
    r"grosera|maltrat\w+|attendu|honteux|but|unless|annoy\w+|disappoint\w+|not)\b|\bone star\b"
)
_GLAD = re.compile(
    r"\b(?:thanks?|thank you|thx|love[ds]?|best|great|amazing|awesome|wonderful|kind|kindest|"
    r"gentle|lovely|nice|fantastic|excellent|so good|grateful|angels?|recommend\w*|saved|magic|"
    r"perfect|gracias|lo m[aá]ximo|excelente|merci|parfait|bless)\b|❤|🙏|💕|!!"
)
_SORRY = re.compile(
    r"\b(?:sorry|apolog\w+|regret|unfortunate\w*|frustrat\w+|concerns?|complaint|disappoint\w+|"
    r"upset\w*|lamentamos|sentimos|disculpe?n?|désolée?s?|regrettons|navrée?s?)\b"
)
_GRAVE = re.compile(
    r"\b(?:died|dies|dying|death|passed(?: away)?|funeral|services (?:are|on|friday|saturday)|"
    r"memorial|rest in peace|r\.?i\.?p|heaven|lost (?:him|her|them|one|a)|suicide|overdose\w*|"
    r"od'?d|crash|wreck|shooting|fire|doa|trauma|prayers?|hospice|grie\w+|heartbroken|code blue|"
    r"ventilator|vented|resus\w*|stillb\w+|miscarr\w+|falleci\w+|décéd\w+)\b|💔|🕊"
)
_FRENCH = re.compile(r"\b(?:merci|nous|vous|votre|avec|bonjour|une|les|pour|est|pas)\b")
_SPANISH = re.compile(r"\b(?:gracias|hola|usted|su|para|con|nos|por|que|una|los|está)\b")


class Mood(StrEnum):
    """In what mood a text is, or what it answers: a joke fits one, and hurts in another."""

    GLAD = "glad"
    CROSS = "cross"
    GRAVE = "grave"
    PLAIN = "plain"


class Audience(StrEnum):
    """To whom a text speaks; what is right for one is odd for another."""

    REVIEWER = "reviewer"
    COMMENTER = "commenter"
    SENDER = "sender"
    EVERYBODY = "everybody"


AUDIENCES = {
    Kind.REVIEW_REPLY: Audience.REVIEWER,
    Kind.REPLY: Audience.COMMENTER,
    Kind.MESSAGE: Audience.SENDER,
}


@dataclass(frozen=True, slots=True)
class Slip:
    """`sorts` are the labels of what was found, and `DENIAL` where a relationship is denied."""

    audience: Audience
    mood: Mood
    language: str
    sorts: frozenset[str]


def speaks_against(finding: Finding) -> bool:
    """Tell whether a finding is one that a rewrite must cure, or must not have."""
    return finding.severity is not Severity.INFO and finding.code.startswith(FAMILIES)


def slip(draft: Draft, report: Report) -> Slip | None:
    """Return what a rewrite must fit; None where nothing was found that a rewrite would cure."""
    found = [finding for finding in report.findings if speaks_against(finding)]
    if not found:
        return None
    sorts = {finding.label for finding in found}
    if any(finding.code in _DENIALS for finding in found):
        sorts.add("DENIAL")
    return Slip(
        audience=AUDIENCES.get(draft.kind, Audience.EVERYBODY),
        mood=mood(draft.reading.folded, draft.reply_to or ""),
        language=language(draft.reading.folded),
        sorts=frozenset(sorts),
    )


def mood(folded: str, answered: str) -> Mood:
    """
    Tell the mood of a text: grave by what it speaks of, else by what it answers.

    Stars decide where there are any; else words do, and where these disagree it is plain.
    """
    if _GRAVE.search(folded) or _GRAVE.search(answered.lower()):
        return Mood.GRAVE
    stars = _STARS.search(answered)
    if stars:
        return Mood.GLAD if len(stars[1]) > len(stars[2]) + 2 else Mood.CROSS
    if _SORRY.search(folded):
        return Mood.CROSS
    glad, cross = (len(words.findall(answered.lower())) for words in (_GLAD, _CROSS))
    if glad == cross or (glad and cross):
        return Mood.PLAIN
    return Mood.GLAD if glad else Mood.CROSS


def language(folded: str) -> str:
    """Return `es`, `fr` or `en`: the language of most small words."""
    spanish, french = (len(set(words.findall(folded))) for words in (_SPANISH, _FRENCH))
    if not is_other_language(folded) and max(spanish, french) < 2:
        return "en"
    return "es" if spanish >= french else "fr"

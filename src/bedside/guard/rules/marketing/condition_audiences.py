from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.reviewing import FORBIDS
from bedside.guard.rules.marketing.patient_lists import TARGETING
from bedside.guard.wording import Wording, WordingRule

_SENSITIVE = (
    r"(?:antidepressants?|insulin|beta blockers?|psychiatric|psychosis|psychotic|"
    r"fertility|infertility|ivf|pregnan\w+|abortions?|gay|lesbian|lgbt\w*|queer|"
    r"transgender|hiv|aids|prep|std|sti|rehab|recovery|recovering|sober\w*|"
    r"alcoholics anonymous|narcotics|heroin|opioids?|methadone|suboxone|self-harm|"
    r"suicid\w+|overdose|chemo\w*|dialysis|hospice|caregivers? of|"
    r"parents of children with|pumps?|ketoacidosis|weight loss|dieting|diet pills|"
    r"ozempic|wegovy|viagra|erectile|menopause|postpartum|miscarriage|disabilit\w+|"
    r"wheelchairs?|medicaid|medication|medications|symptoms?|diagnos\w+|survivors?|"
    r"sufferers?|patients?|bankruptcy|divorce|grief|religio\w+|churches|dating apps?|"
    r"ethnic\w*|hearing aids?|incontinence)"
)


class ConditionAudiences(WordingRule):
    """
    An audience chosen by illness or by who people are.

    ## Why it matters
    Health is a sensitive interest on every ad network. Such audiences are rejected, and choosing
    one shows intent.

    ## Flagged
    - ad: Therapy on Tuesdays. [Interests to include: bipolar disorder, antidepressants].
    - ad: [Audience: men who follow gay] dating apps.
    - ad: Placement for [people interested in beta blockers].

    ## Fine
    - ad: Audience: adults 18+, Wollongong, interests: gardening, live music.
    - A support group for people interested in music. Our audience: anyone with a knee.

    ## Instead
    Aim by place, age 18 and over, and interests that say nothing about health.
    """

    code = "M007"
    label = "ADS-TARGETING"
    severity = Severity.ERROR
    floor = Severity.WARN
    source = "Google Ads, health in personalized advertising; Meta, detailed targeting (2022)"
    kinds = TARGETING
    message = "This chooses an audience by illness or by who people are."
    unless = FORBIDS
    _labels = (
        "interests|interest|interests to include|interests include|audience|audiences|"
        "target|targets|targeting|detailed targeting|keywords|segment|segments|behaviors|"
        "interest stack|interest stacks|persona|behaviours|placement|placements|aim|demographics"
    )
    _people = (
        "users of|include users of|those who've searched|people who've searched|"
        "those who searched|people who searched|people interested in|people who follow|people "
        "who like|users who follow|"
        "users interested in|followers of|fans of|members of groups about|"
        "members of groups for|people in groups for|people searching for|searching for|"
        "anyone searching|beside videos about|next to videos about|readers of|"
        "listeners of|show to people with|serve to people with|reach people with|"
        "aimed at people with|aim at people with|target|targeting|aim it at|aim this at|"
        "show it to|show this to|boost to|who to show|who sees it|show to|serve to|"
        "aim at|audience is"
    )
    _context = (
        r"\b(?:audience|interests?|target\w*|ad|ads|copy|serve|show|reach|run|aim|boost|"
        r"bid|campaign|headline|placement|budget|people interested)\b"
    )
    wordings = (
        Wording(_labels, then=rf":[^.!?]{{0,90}}?\b{_SENSITIVE}"),
        Wording(_labels, then=":", reach="conditions"),
        Wording(_people, then=rf"[^.!?:]{{0,60}}?\b{_SENSITIVE}", given=_context),
        Wording(_people, reach="conditions", given=_context),
    )

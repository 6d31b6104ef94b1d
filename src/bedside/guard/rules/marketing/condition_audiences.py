from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.reviewing import FORBIDS
from bedside.guard.rules.marketing.patient_lists import TARGETING
from bedside.guard.wording import Wording, WordingRule

_SENSITIVE = (
    r"(?:antidepressants?|insulin|beta blockers?|psychiatric|psychosis|psychotic|fertility|infertility|ivf|pregnan\w+|abortions?|gay|lesbian|lgbt\w*|queer|transgender|hiv|aids|prep"
    r"|std|sti|rehab|recovery|recovering|sober\w*|alcoholics anonymous|narcotics|heroin|opioids?|methadone|suboxone|self-harm|suicid\w+|overdose|chemo\w*|dialysis|hospice|caregivers? of"
    r"|parents of children with|pumps?|ketoacidosis|weight loss|dieting|diet pills|ozempic|wegovy|viagra|erectile|menopause|postpartum|miscarriage|disabilit\w+|wheelchairs?|medicaid|medication"
    r"|medications|symptoms?|diagnos\w+|survivors?|sufferers?|patients?|bankruptcy|divorce|grief|religio\w+|churches|dating apps?|ethnic\w*|hearing aids?|incontinence|{conditions})"
)


class ConditionAudiences(WordingRule):
    """
    An audience chosen by illness or by who people are.

    ## Why it matters
    Health is a sensitive interest on every ad network. Such audiences are rejected, and choosing
    one shows intent.

    ## Flagged
    - ad: Therapy on Tuesdays. [Interests to include: bipolar disorder], antidepressants.
    - ad: [Audience: men who follow gay] dating apps.
    - ad: Aim at [people interested in beta blockers].

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
    wordings = (
        Wording("interests|interest|interests to include|interests include|audience|audiences|target|targets|targeting|detailed targeting|keywords|segment|segments|behaviors|behaviours|placement|placements|aim|lookups|demographics",
                then=rf":[^.!?]{{0,90}}?\b{_SENSITIVE}"),
        Wording("people interested in|people who follow|people who like|users who follow|users interested in|followers of|fans of|members of groups about|members of groups for|people in groups for|people searching for|searching for|anyone searching|beside videos about|only beside videos|next to videos about|readers of|listeners of|show to people with|serve to people with|reach people with|target people with|aimed at people with|aim at people with|target men with|target women with|target|targeting|aim it at|aim this at|show it to|show this to|boost to",
                then=rf"[^.!?:]{{0,60}}?\b{_SENSITIVE}", given=r"\b(?:audience|interests?|target\w*|ad|ads|copy|serve|show|reach|run|aim|boost|bid|campaign|headline|placement|budget|people interested)\b"),
    )  # fmt: skip

from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class Slurs(WordingRule):
    """
    A slur for illness or disability.

    ## Why it matters
    It mocks the people whom a clinic is there for.

    ## Flagged
    - No [psychos] today, sorry.
    - Art night is for [the crazies] and everybody in between.

    ## Fine
    - The psych ward is on floor two; no one there is called names.
    - A crazy week, but the new lab is open.

    ## Instead
    Leave it out, or say "people".
    """

    code = "T021"
    label = "STIGMA"
    severity = Severity.ERROR
    source = "CDC, Preferred Terms; APA Style, bias-free language"
    kinds = frozenset(Kind)
    message = "This is a slur for people with an illness or disability."
    wordings = (
        Wording(
            "psycho|psychos|schizo|schizos|nutcase|nutcases|loony|loonies|looney|"
            "loony bin|nut house|nuthouse|funny farm|basket case|basket cases|head case|"
            "head cases|whack job|whackos"
        ),
        Wording(
            "crazies|the crazies|crazy people|crazy patients|crazy lady|crazy old|"
            "crazy person|mad people|insane people|insane asylum|lunatic asylum|madhouse"
        ),
        Wording(
            "retard|spaz|spastics|spazzes|cripple|gimp|gimps|window licker*|short bus|"
            "mong|mongs|human vegetables"
        ),
        Wording(
            "tranny|trannies|shemale*|he-she|fag|fags|faggot*|dyke|dykes|homo|homos",
            then=r"(?! (?:sapiens|erectus))",
        ),
        Wording(
            "tweaker|tweakers|crackhead|methhead*|smackhead*|dope fiend*|stoners|"
            "pill popper|pill poppers|dopeheads"
        ),
        Wording(
            "the senile ones|the demented ones|the loopy|gaga|off their rocker|"
            "off her rocker|off his rocker|lost their marbles|lost his marbles|"
            "lost her marbles|lights on but|not all there|few screws loose|screw loose",
            then=r"(?! (?:concert|tickets|song))",
        ),
    )

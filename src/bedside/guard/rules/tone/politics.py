from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class Politics(WordingRule):
    """
    Party politics.

    ## Why it matters
    Half of the patients voted the other way, and a nonprofit may lose its tax status over it.

    ## Flagged
    - The shots are late again. Remember that [when you vote].
    - The [minister has failed] us. [Vote her out] in May.

    ## Fine
    - The clinic hall is a polling place on May 3. Vote at the left door.
    - Vote for your favorite pumpkin at the desk. The mayor cut the ribbon.

    ## Instead
    Say what patients need, and leave parties and candidates out.
    """

    code = "T007"
    label = "TONE-UNPROFESSIONAL"
    severity = Severity.WARN
    source = "26 USC 501(c)(3); AMA Code of Medical Ethics, Opinion 1.2.10"
    kinds = frozenset(Kind) - {Kind.POLICY}
    message = "This takes sides in politics."
    wordings = (
        Wording(
            "when you vote|at the ballot box|at the polls in november|"
            "on polling day, remember|come election day|next election",
            then=r"(?! (?:here|early|by mail)\b)",
        ),
        Wording(
            "vote",
            then=r" (?:him|her|them|this lot|these people|that lot|these clowns) (?:out|in)",
        ),
        Wording(
            "vote",
            then=r" (?:for|against) (?:trump|biden|harris|him|her|them|change|freedom|"
            r"the (?:republicans?|democrats?|tories|liberals|labor|labour|greens))",
        ),
        Wording(
            "vote blue|vote red|vote labor|vote labour|vote liberal|vote republican|"
            "vote democrat|vote tory|vote yes on|vote no on|votes republican|"
            "votes democrat"
        ),
        Wording(
            "bin|sack|kick|boot|throw",
            then=r" (?:him|her|them|this lot) (?:out )?(?:on|in) (?:\d|monday|tuesday|"
            r"saturday|november|may|october|the (?:election|polls))",
        ),
        Wording(
            "republicans|democrats|the tories|the dems|maga|trumpers|trumpists|"
            "bidenomics|libtards|the libs|leftists|right-wingers|socialists|woke agenda|"
            "woke mob|woke nonsense|deep state|antifa"
        ),
        Wording(
            "trump|biden|kamala|desantis|newsom|trudeau|poilievre|albanese|dutton|"
            "starmer|farage|boris johnson"
        ),
        Wording(
            "minister|premier|president|prime minister|governor|senator|congressman|"
            "mayor|government|politicians|politician",
            then=r" (?:couldn't|can't|has failed|have failed|failed us|lied|lies|doesn't care|"
            r"don't care|is a (?:joke|liar|disgrace|fraud|clown)|are (?:liars|crooks|"
            r"useless|a joke)|should resign|must go)",
        ),
        Wording(
            "useless|corrupt|crooked|lying|incompetent",
            then=r" (?:minister|premier|president|prime minister|governor|senator|government|"
            r"politicians?|mayor|council)",
        ),
    )

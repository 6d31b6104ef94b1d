from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.wording import Wording, WordingRule


class Pictures(WordingRule):
    """
    A blanket ban on photos or recordings.

    ## Why it matters
    A picture of an unsafe machine or a posted roster can be protected. Patients and charts can be
    kept out of pictures without banning all of them.

    ## Flagged
    - [No image of the staff room] may be shared, ever, for any reason.
    - [Photography is prohibited] on the premises.

    ## Fine
    - Never post a photo taken in a care area if a patient or a chart is in it.
    - Don't photograph patients, charts or screens.

    ## Instead
    Ban pictures in care areas and of patients, charts and screens, and say why.
    """

    code = "Y005"
    label = "POLICY-OVERBROAD"
    severity = Severity.WARN
    source = "29 USC 158(a)(1); Stericycle, 372 NLRB No. 113 (2023)"
    kinds = frozenset({Kind.POLICY})
    message = "This bans pictures or recordings beyond what protects patients."
    unless = (
        r"\b(?:patients?|charts?|care areas?|treatment areas?|clinical areas?|phi|"
        r"protected health|screens?|residents?|records?|visitors?|consent form)\b"
    )
    wordings = (
        Wording(
            "no",
            then=r" (?:images?|photos?|photographs?|pictures?|recordings?|videos?|filming|"
            r"phones?|cameras?|selfies)(?: (?:of|in|on|at|may|are|is)(?: \w+){1,3})?",
        ),
        Wording(
            "photography|photographs|photos|filming|recording|recordings|selfies|cameras|"
            "videos|pictures|videotaping|audio recording",
            then=r" (?:is|are)(?: \w+)? (?:prohibited|forbidden|banned|not allowed|"
            r"not permitted|never allowed)",
        ),
        Wording(
            "take|taking|share|sharing|post|posting|make|making|record|recording|"
            "photograph|film|filming",
            then=r" (?:any )?(?:photos?|photographs?|pictures?|videos?|images?|recordings?|"
            r"conversations?|meetings?|the workplace|the premises|equipment|"
            r"the noticeboard)",
            given=r"\b(?:may not|must not|shall not|do not|don't|never|not allowed|prohibited|"
            r"forbidden|banned|without)\b",
        ),
    )

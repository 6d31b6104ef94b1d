from __future__ import annotations

from bedside.guard.part_two import PartTwoRule


class PartTwoRecords(PartTwoRule):
    """
    A refusal that names the law which protects this person's records.

    ## Why it matters
    "Federal law protects your treatment" refuses and tells all the same: there is a treatment. An
    asker may be told of the law, but not that it covers the records of an identified person.

    ## Flagged
    - review_reply: [42 CFR Part 2 protects your records], so we say nothing here.
    - reply: We are not allowed to [discuss your treatment].
    - message: [Federal law keeps her file] closed to you.

    ## Fine
    - review_reply: Privacy rules keep us from saying whether anyone is or is not a patient.
    - reply: Federal law protects everyone who asks for help with substance use.

    ## Instead
    "Privacy rules keep us from saying whether anyone is or is not a patient."
    """

    code = "D053"
    message = "To say that the law protects this person's records tells that there are some."
    phrases = (
        r"(?:42 cfr(?: part 2)?|part 2|federal (?:privacy |confidentiality )?(?:law|rules?|"
        r"regulations?)|confidentiality (?:laws?|rules?)|hipaa)(?: \w+){1,5}? (?:your|his|her|"
        r"their) (?:\w+ )?(?:records?|files?|treatment|information|care|case|charts?|stay|privacy)",
        r"(?:discuss|share|talk about|speak about|comment on|release|disclose|confirm) (?:your|"
        r"his|her|this (?:person|client|patient)'s) (?:\w+ )?(?:treatment|care|case|stay|records?|"
        r"file|chart|situation|program(?:me)?|admission|attendance)",
    )

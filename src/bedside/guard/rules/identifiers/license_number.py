from __future__ import annotations

from bedside.guard.numbering import LINK, NUMBER, NumberRule


class LicenseNumber(NumberRule):
    """
    The number of a person's license, passport or certificate.

    ## Why it matters
    Certificate and license numbers are Safe Harbor identifiers.

    ## Flagged
    - Found in the lobby: [driver's license D123-4567-8901].
    - message: Is your [passport number still 532104488]?
    - On a chair: a [driving licence, MORGA 607 054 SM9].
    - The [birth certificate no. 1962-004417] came back in the mail.

    ## Fine
    - Our license number is 0042-1187, posted in the lobby.
    - Bring your driver's license and insurance card.
    - Passport photos $12, at 200 Main Street.
    - We issued 300 birth certificates in 2024.

    ## Instead
    Leave the number out; say what was found and where to ask.
    """

    code = "P021"
    source = "45 CFR 164.514(b)(2)(i)(K)"
    message = "This is the number of somebody's license or certificate."
    _where = r"(?:,? (?:number|no\.?|nr|id|#))?(?:,| is| reads| still|:|#| of)? ?#?"
    unless = r"\b(?:state board|board of [a-z]+)\b"
    phrases = (
        rf"(?:driver'?s'?|drivers|driving|state|nursing|medical|hunting|fishing|pilot'?s?) "
        rf"(?:licen[cs]e|id|permit)(?:,? (?:for|of) [a-z]{{2,12}}(?: [a-z]{{2,12}})?)?{_where}"
        rf"{LINK}(?:[a-z]{{5}} )?{NUMBER}",
        rf"licen[cs]e (?:number|no|#)\.?{LINK}{NUMBER}",
        rf"(?:passport|green card|visa|alien|permanent resident card|id card|dea)"
        rf"(?: (?:number|no|#|card))[.:]?{LINK}{NUMBER}",
        rf"passport,? #?(?=[a-z]{{0,2}}\d{{6}}){NUMBER}",
        rf"(?:birth|death|marriage|disability|medical) cert(?:ificate)?{_where}{LINK}{NUMBER}"
        rf"(?! (?:births|deaths|people)\b)",
        rf"dl{LINK}(?=[a-z]{{0,4}}\d{{4}}|\d{{5}}){NUMBER}",
        rf"(?:curp|dni|nie|cédula|permis de conduire|licencia){LINK}(?=[a-z]{{0,4}}\d{{4}}|\d{{5}})"
        rf"{NUMBER}",
    )

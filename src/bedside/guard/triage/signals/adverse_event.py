from __future__ import annotations

from bedside.guard.triage.message import Flag
from bedside.guard.triage.signal import Signal

_DRUG = (
    r"(?:pills?|tablets?|meds?|medication|medicine|drug|drops|cream|ointment|inhaler|spray|"
    r"antibiotics?|vaccine|shots?|jab|booster|flu shot|injections?|dose|"
    r"patch(?:es)?|statins?|steroids?|lithium|metformin|insulin|ozempic|semaglutide|implant|coil|"
    r"iud|mask|brace|splint|retainer|aligners?|device|filler|botox|"
    r"lips|laser|peel|pump|hearing aids?|lenses|contacts|gel|gummies|antidepressants?|sertraline|"
    r"prednis\w+|penicillin|amoxicillin|infusion|anaesthetic|anesthetic"
    r"|numbing|one-year shots|mmr|hormones?|pacemaker|cpap|stockings|pastilla|medicamento|"
    r"médicament|comprimés|gotas|vacuna|vaccin)"
)
_EFFECT = (
    r"(?:side effects?|reaction|rash|itch\w*|hives|swell\w*|swollen|puff\w*|lumps?|bruis\w*|"
    r"nause\w*|dizz\w*|headaches?|vomit\w*|diarrh\w*|yawning|drows\w*|sleepy|"
    r"insomnia|sting\w*|burn(?:s|ed|ing|t)?|blister\w*|shak(?:e|es|ing|y)|tremor|blurry|"
    r"constipat\w*|cramps?|dry mouth|metallic|weight gain|palpitat\w*|red (?:line|spots?"
    r"|patch|mark)|spots|peel\w*|numb\w*|sore|groove|fever|feverish|warm spot|pink dot|rubs?|"
    r"pressing|whistle|glued shut|funny turn|loo all|off (?:my|her|his) (?:tea|food)|"
    r"efectos? secundarios?|efecto|effets? secondaires?|ronchas|démangeaisons|allergic|"
    r"allergy to the)"
)


class AdverseEvent(Signal):
    """
    An unwanted effect of a drug or a device.

    ## What to do
    A clinician reads it; makers and authorities may have to be told.

    ## Flagged
    - The new [tablets give me a rash].
    - I got [hives from the cream] they sold me.

    ## Fine
    - The new tablets work a treat.
    - I have had this rash since spring.
    """

    flag = Flag.ADVERSE_EVENT
    literal = True
    plain = (
        rf"{_DRUG}(?: [\w'-]{{1,12}}){{0,9}}[,.]? (?:[\w'-]{{1,12}} ){{0,9}}?{_EFFECT}",
        rf"{_EFFECT}<9>(?:from|after|since|with|by|on|under|the|due to)<4>{_DRUG}",
        r"side[- ]effects?|bad reaction(?! from (?:the|your) staff)|reacted (?:badly )?to|"
        r"efectos? secundarios?|effets? secondaires?",
    )
    unless = (
        r"(?:bill|price|wait|parking)<5>(?:side effect|headache|sting\w*)|numbing cream|"
        r"no side effects|without (?:any )?side effects"
    )

from __future__ import annotations

from bedside.guard.triage.message import Flag
from bedside.guard.triage.signal import Signal


class Praise(Signal):
    """
    Thanks or praise.

    ## What to do
    Thank without confirming that anybody was a patient.

    ## Flagged
    - [Thank you] to everyone on the ward.
    - [Wonderful staff].
    - [Muchas gracias] a la doctora.

    ## Fine
    - Thanks for nothing.
    """

    flag = Flag.PRAISE
    plain = (
        r"thank(?:s|ful)?(?: you| u)?(?: so much| all)?(?! (?:for nothing|god|goodness|heavens|"
        r"to (?:you|your|them),? (?:i|my|he|she)|in advance))|grateful|gratitude|bless (?:you|"
        r"them|her|him|that|the)|"
        r"(?:couldn't|could not|can't) (?:be |have been )?(?:ask(?:ed)? for (?:better|more)|"
        r"kinder|nicer|happier|fault|recommend (?:them |her |him |you )?(?:more|enough))|"
        r"(?:highly|warmly|would|definitely|"
        r"totally|100%) <1?>recommend(?:ed)?|(?:five|5|ten|10)(?:/10| stars| out of)|10/10|"
        r"flawless|spotless",
        r"(?:wonderful|amazing|fantastic|brilliant|excellent|outstanding|superb|lovely|"
        r"marvell?ous|terrific|incredible|awesome|great|kind(?:est)?|gentle|professional|caring|"
        r"compassionate|friendly|perfect|the "
        r"best|first[- ]class|top[- ]notch|phenomenal|delightful|exceptional|"
        r"patient and) <1?>(?:staff|team|nurses?|doctors?|dentist|service|experience|care|people|"
        r"hygienist|place|clinic|practice|"
        r"receptionist|surgeon|midwife|physio|therapist|man|woman|lady|job|hospital|visit|job|"
        r"surgery|bedside manner|hands|home|girls|crew)(?! but)",
        r"(?:angels?|heroes?|legend|a gem|superstar|lifesavers?|saved (?:my|his|her|our) (?:life|"
        r"leg|sight|teeth|marriage|sanity)|changed my life|life[- ]changing|i owe (?:them|her|"
        r"him|you)|never been happier|"
        r"won't go anywhere else|here for life|love(?:d)? (?:this place|them|it here|my|the)|"
        r"delighted|thrilled|so happy|very happy|best (?:decision|dentist|doctor|clinic|care|"
        r"place|thing)|proud of|honest people|"
        r"congrat\w+|well done|keep (?:it )?up the|chapeau|hats? off|shout ?out|kudos|respect|"
        r"good as new|pain[- ]free|all clear|clear in|never once (?:made|hurried|rushed)|"
        r"❤|🙏|🥰|😍|💛|💙|👏)",
        r"(?:muchas |mil |muy )?(?:gracias|agradecid[oa]s?)|excelente|maravillos[oa]s?|"
        r"recomend(?:ad[oa]|o)|encantad[oa]|(?:muy )?(?:amables?|atent[oa]s?)|un amor|el mejor|"
        r"la mejor|(?:un grand |grand )?merci|excellente?|"
        r"formidables?|génial|à l'écoute|je recommande|bravo|obrigad[oa]|grazie|danke|bestens|"
        r"धन्यवाद|شكرا|谢谢|salamat|cảm ơn",
    )
    unless = (
        r"thanks for (?:nothing|ruining|wasting|the (?:bill|wait|scar))|no thanks to|"
        r"thank (?:goodness|god) (?:for|i (?:found|left))|if (?:i|you) want(?:ed)?"
    )

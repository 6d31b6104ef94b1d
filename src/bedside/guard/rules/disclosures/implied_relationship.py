from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.rule import ANSWERS, PhraseRule


class ImpliedRelationship(PhraseRule):
    """
    Words that hint that somebody is or will again be a patient.

    ## Why it matters
    "See you soon" and "thank you for choosing us" are what one says to a patient. They do not
    prove it, but a careful officer would change them.

    ## Flagged
    - review_reply: Thank you so much! [We look forward to seeing you again].
    - review_reply: [Thanks for choosing] Cedar Hollow!
    - review_reply: [Your experience] clearly fell short.
    - review_reply: [See you next time]!
    - review_reply: [Thank you for trusting us] with your smile.
    - review_reply: [Gracias por su confianza], un saludo.

    ## Fine
    - review_reply: Thank you for the kind words.
    - review_reply: If your experience with any office falls short, tell the manager.
    - review_reply: Everyone is welcome at our open house.

    ## Instead
    "Thank you for taking the time to write."
    """

    code = "D013"
    label = "DIS-IMPLIED"
    severity = Severity.WARN
    source = "45 CFR 164.502(a)"
    kinds = ANSWERS
    message = "This hints that the person is a patient."
    why = "It is what one says to a patient; read beside the account it points to a relationship."
    phrases = (
        r"(?:we |i )?(?:can't wait|cannot wait|can not wait|look(?:ing)? forward|hope|hoping|"
        r"excited|happy|glad|love|we'd love|delighted|pleasure|plaisir) (?:to|"
        r"for) (?:\w+ )?(?:see|seeing|have|having|help|helping|welcome|welcoming|serve|serving|"
        r"caring|care|working|work|be of|assist|assisting|continuing|continue|"
        r"vous voir)(?: (?:for|with|to))? ?(?:you\w*|y'all|u|everyone|service|vous|him|her|"
        r"the \w+)?(?: (?:again|soon|back|next time|in))*",
        r"(?:look(?:ing)? forward|can't wait|cannot wait) (?:to|for) (?:your|the|"
        r"our) (?:\w+ )?(?:next|visit|time)\w*",
        r"(?:see|catch|seeing) (?:you|ya|u|y'all|you all|you both|you guys)(?: all)? (?:again|"
        r"soon|next time|next|back|around|later|at the next|then|there)(?: (?:soon|time|babe|"
        r"visit|week))?",
        r"(?:thanks|thank you|thx|thank u|ty|grateful|appreciate|honou?red|cheers)(?: so much|"
        r" again| very much| to you)? (?:for|that you|you)? ?(?:choosing|chose|choose|trusting|"
        r"trusted|trust|putting your trust|your trust|your business|your loyalty|your continued|"
        r"your support over|picking|allowing us|letting us (?:be|care|treat|help|serve|into|take)|"
        r"giving us (?:another|the chance to (?:care|help))|being (?:part|a part)|your patronage|"
        r"your confidence|making us|supporting our|your visit)(?: (?:us|\w+ family|of (?:our|"
        r"the) [\w ]{0,20}family|in us|with your \w+))?",
        r"(?:trust(?:ing|ed)?|choosing|chose|choose|believ(?:ing|ed) in|put (?:your|"
        r"their) trust in) (?:us|our (?:team|practice|clinic|office|family)|"
        r"dr\.? \w+)(?: with (?:your|his|her) \w+)?",
        r"your (?:\w+ )?(?:experience|loyalty|trust|business|time with us|confidence|"
        r"continued (?:trust|support)|patronage)(?: (?:with us|at our (?:office|practice|clinic)|"
        r"here|fell short|in us))?",
        r"(?:we|team|i) (?:let|have let|fell|may have let|failed) (?:you|your family|"
        r"short)(?: down)?",
        r"(?:glad|happy|pleased|delighted|thrilled|proud) (?:that )?(?:we|he|she|they|dr\.? \w+|"
        r"our team|\w+) (?:could|was able to|were able to|can|made|took|helped|did)(?: (?:help|"
        r"be there|assist|make|serve|it))?",
        r"(?:happy|glad|pleased|honou?red|proud) to (?:help|have helped|be of|serve|be part|"
        r"be a part|have been)(?: you)?",
        r"(?:next time|when|whenever|the next time|until) you(?:'re| are| visit| come)? (?:in|"
        r"next|visit|back|by|again|in next)",
        r"(?:part|member) of (?:the|our) (?:[\w']+ ){0,3}family",
        r"welcome (?:back|to the (?:\w+ )?family|to our)",
        r"(?:so|very|really|super|incredibly) proud of you",
        r"(?:keep up|keep it up|keep up the)(?: the)? ?(?:good|great|amazing|hard|"
        r"fantastic)? ?(?:work)?",
        r"(?:you|u) (?:did|do) the (?:hard|real|heavy) (?:work|part|lifting)",
        r"(?:earn(?:ing)? back|regain|win back|rebuild) (?:your|the) (?:trust|confidence)|"
        r"another chance|make (?:it|this|things) right(?: (?:for|with) you)?|chance to make",
        r"(?:you(?:'re| are|'ll| will)|we(?:'re| are|'ll| will)) (?:always|"
        r"forever) (?:be )?(?:here|be here|have a (?:home|place|spot|seat)|welcome)(?: (?:for|"
        r"with) (?:you|us))?",
        r"(?:it's|it was|it is|was|what) (?:been )?(?:always )?(?:an?|our|"
        r"such an?) (?:\w+ )?(?:honou?r|pleasure|privilege|joy|delight)(?: to be part of)?",
        r"say (?:hi|hello|hey) (?:to|from)|(?:give|send|tell) (?:\w+ ){0,4}(?:squeeze|hug|"
        r"high five|high-five|fist bump|love|hello|hi|hey)",
        r"(?<!\w)(?:we|i|they|she|he|team|\w+) (?:will )?(?:really )?(?:miss(?:es)?|adores?|loves?|"
        r"misses) (?:you|seeing you|having you|your)",
        r"(?:nos vemos|le esperamos|la esperamos|lo esperamos|los esperamos|te esperamos|"
        r"las esperamos|aquí (?:lo|la|los|te|tiene|tienes)|aqui (?:lo|la|los|te|tiene|tienes)|"
        r"esperamos verle|esperamos verte|esperamos volver|hasta la próxima|hasta pronto|"
        r"hasta la proxima)(?: [\w]+){0,3}",
        r"gracias por (?:su confianza|tu confianza|confiar|confiarnos|elegirnos|escogernos|"
        r"preferirnos|su preferencia|tu preferencia|visitarnos|venir|permitirnos|dejarnos|"
        r"ser parte)",
        r"(?:su|tu) experiencia|(?:un|es un) (?:gusto|placer|honor) (?:tener|ver|atender|haber|"
        r"ayudar|acompañar)\w*",
        r"(?:merci de votre confiance|au plaisir de vous|c'est toujours un plaisir|à bientôt|"
        r"on vous attend|merci d'avoir choisi|votre confiance|votre expérience)(?: \w+){0,2}",
    )
    particular = True
    unless = (
        r"\bif your experience|share your experience|about your experience|anyone|whoever|donor|"
        r"applicants?|application|volunteers? "
    )

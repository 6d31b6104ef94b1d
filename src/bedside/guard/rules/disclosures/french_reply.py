from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.rule import ANSWERS, PhraseRule


class FrenchReply(PhraseRule):
    """
    A person's visit, care, payment or conduct, told back in French.

    ## Why it matters
    "Votre rendez-vous" confirms a relationship as "your appointment" does.

    ## Flagged
    - review_reply: Nous regrettons que [votre rendez-vous] ait été déplacé.
    - review_reply: [Vous êtes arrivé] en retard.
    - message: Bonjour, [votre test] est positif.

    ## Fine
    - review_reply: Merci de vos bons mots, toute l'équipe les a lus.
    - review_reply: La loi nous interdit de parler de quiconque ici.

    ## Instead
    "Merci de nous avoir écrit. Appelez-nous, s'il vous plaît."
    """

    code = "D018"
    label = "DIS-RELATIONSHIP"
    severity = Severity.ERROR
    source = "45 CFR 164.502(a)"
    kinds = ANSWERS
    message = "This tells the person's own visit, care, payment or conduct back to them."
    why = "That somebody came, paid or was treated is protected, in every language."
    phrases = (
        r"(?:votre|ton|ta|vos|tes) (?:\w+ )?(?:rendez-vous|visite|consultation|dossier|ordonnance|"
        r"opération|chirurgie|traitement|test|résultats?|séances?|séjour|nettoyage|prothèse|"
        r"couronne|grossesse|accouchement|facture|assurance|fils|fille|mère|père|mari|femme|bébé|"
        r"épouse|enfant|analyse|prescription|chambre)",
        r"vous (?:êtes|étiez|aviez|avez|n'êtes|n'avez|n'étiez) (?:pas |déjà |jamais |"
        r"bien )?(?:arrivée?|venue?|annulé|manqué|refusé|signé|reçu|été|consulté|payé|crié|"
        r"demandé|quitté|raté|patiente?)",
        r"(?:vous|t') ?(?:a|avons|ont) (?:été )?(?:remboursée?s?|vu|offert|appelée?|expliqué|"
        r"prescrit|soignée?|opérée?|reçue?)",
        r"(?:aucun|pas de|n'y a pas de) (?:dossier|patient|rendez-vous) (?:à|sous|de) (?:votre|"
        r"ce) nom|jamais été (?:patiente?|vue?|cliente?)",
        r"(?:elle|il) a (?:manqué|annulé|refusé|été (?:admise?|opérée?|hospitalisée?))",
    )
    unless = r"\bsi (?:votre|vous)\b|n'importe|toute personne|la loi|quiconque"

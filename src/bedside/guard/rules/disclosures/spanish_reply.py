from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.rule import ANSWERS, PhraseRule


class SpanishReply(PhraseRule):
    """
    A person's visit, care, payment or conduct, told back in Spanish.

    ## Why it matters
    The law does not care for the language: "su cita" confirms a relationship as "your
    appointment" does.

    ## Flagged
    - review_reply: Disculpe, pero [usted llegó] sin cita.
    - review_reply: [Le devolvimos] los 50 dólares ayer.
    - review_reply: Sentimos lo de [su cita].
    - review_reply: [Qué bueno que la] extracción no le dolió.
    - message: Buenas tardes, [su prueba] salió negativa.
    - review_reply: [No existe ningún paciente con su nombre].

    ## Fine
    - review_reply: Gracias por sus palabras, se las leeremos al equipo.
    - review_reply: Por ley no podemos hablar de ninguna persona aquí.
    - review_reply: Si su cita fue difícil, llame a la gerente.
    - reply: Con gusto le ayudamos por teléfono.

    ## Instead
    "Gracias por escribirnos. Por privacidad no hablamos de nadie aquí; llámenos, por favor."
    """

    code = "D017"
    label = "DIS-RELATIONSHIP"
    severity = Severity.ERROR
    source = "45 CFR 164.502(a)"
    kinds = ANSWERS
    message = "This tells the person's own visit, care, payment or conduct back to them."
    why = "That somebody came, paid or was treated is protected, in every language."
    _own = (
        r"(?:cita|citas|visita|consulta|expediente|hij[oa]s?|mam[áa]|madre|padre|papá|esposo|"
        r"esposa|señora madre|abuelit[oa]|abuel[oa]|bebé|cirugía|receta|prueba|muestra|"
        r"resultados?|lentes|silla|plan|aseguranza|seguro|tratamiento|valoraci[óo]n|proceso|"
        r"dentadura|operación|brackets|terapia|tarjeta|doctora?|estancia|embarazo|papanicolau|"
        r"niñ[oa])"
    )
    phrases = (
        r"(?:usted|ustedes|ud\.?) (?:ya |no |nunca |se |nos |le |mism[oa] )*(?:[a-z]+[óoé]|"
        r"ha [a-z]+|dejó|fue|era|vino|estuvo|trajo)(?! (?:desea|gusta|puede|tiene|quiere|"
        r"necesita))",
        r"(?:se )?(?:le|te|les) (?:ya )?(?:recet[óo]|explic[óo]|ofreci[óo]|cobr[óo]|devolvi[óo]|"
        r"avis[óo]|dio|dimos|devolvimos|reembolsamos|explicamos|ofrecimos|hemos [a-z]+|"
        r"hab[íi]a [a-z]+|pidi[óo]|orient[óo]|aplic[óo]|subi[óo]|anticip[ée]|vio|vimos|marcamos|"
        r"marc[óo]|surti[óo]|atendimos|atendi[óo]|grit[óo]|dijimos|quitamos|cambiamos|operamos|"
        r"operó|sacamos|hicimos|hizo)",
        rf"(?:su|tu|sus|tus) (?:\w+ )?{_own}(?! de (?:preferencia|confianza))",
        r"(?:qu[ée] (?:bueno|alegr[íi]a|gusto|bonito|lindo)|nos alegra(?: mucho| much[íi]simo)?|"
        r"me alegro(?: mucho)?) (?:de )?(?:que (?:ya )?(?:la|el|su|tu|te|le|est[ée]s?|haya|pudo|"
        r"salió|se)|ver)",
        r"(?:lamentamos|sentimos|disculpe|perd[óo]n) (?:por )?(?:que (?:la|el|su|tu|te|le)|"
        r"las? (?:tres|dos|cuatro|larga)? ?horas?|la espera|su espera|el fallecimiento)",
        r"no (?:existe|tenemos|hay|aparece|encontramos) (?:a )?(?:ning[úu]n|ninguna|nadie|"
        r"paciente)(?: paciente| persona| cita| registro)?(?: (?:con|a|bajo) (?:su|ese|"
        r"tu) nombre)?",
        r"a su nombre no|(?:dejó|dej[óo] usted) de ser paciente|nunca (?:ha sido|fue|vino)|"
        r"(?:dimos|dieron|dio) de (?:baja|alta)|(?:es|era|fue) paciente (?:de|nuestr[oa])",
        r"(?:qued[óo]|est[áa]|consta|aparece) (?:anotado|registrado|as[íi])? ?en (?:su|el|"
        r"tu) (?:expediente|informe|sistema|historial)",
        r"(?:gracias por )(?:venir|su visita|acompañarnos|dejarnos cuidar\w*)|(?:un honor|"
        r"un privilegio|un placer) (?:acompañarl[eo]|cuidarl[oae]|atenderl[eoa])\w*",
        r"(?:tiene|tienes) (?:una )?(?:cita|un balance|un saldo|deuda)|(?:le|la|lo|te) (?:espera|"
        r"esperamos) (?:el|a las|mañana|el lunes)|nos debe|le debe|(?:debe|debía) \$",
    )
    unless = (
        r"\bsi (?:su|tu|usted|gusta|quiere|necesita|tiene)\b|cualquier|ninguna persona|nadie|"
        r"en general|no podemos|por ley|con gusto le (?:ayudamos|atendemos)|toda persona|"
        r"quien (?:necesite|quiera)"
    )

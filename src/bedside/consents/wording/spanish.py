"""The forms in Spanish."""

from __future__ import annotations

from bedside.consents.terms import Item, Purpose, Sensitive, Shown, Statement
from bedside.consents.wording.clauses import Clauses

CLAUSES = Clauses(
    language="es",
    title="¿Podemos mostrar esto?",
    staff_title="¿Podemos mostrarle en su trabajo?",
    opening="Queremos mostrar algo sobre usted a otras personas. Usted decide. "
    "Lea esto, pregunte lo que quiera y tómese su tiempo.",
    staff_opening="Queremos mostrarle en lo que publicamos sobre nuestro trabajo. Usted decide. "
    "Lea esto, pregunte lo que quiera y tómese su tiempo.",
    what="Mostraríamos: {items}.",
    items={
        Item.PHOTO: "fotos de usted",
        Item.VIDEO: "videos de usted",
        Item.VOICE: "su voz",
        Item.QUOTE: "sus propias palabras",
        Item.NAME: "su nombre",
        Item.CONDITION: "el motivo de su visita",
        Item.TREATMENT: "lo que hicimos para ayudar",
        Item.OUTCOME: "cómo le fue después",
        Item.DATES: "cuándo fue",
        Item.LOCATION: "dónde fue",
        Item.REVIEW: "una reseña que usted escribió",
    },
    only_picture="Mostraríamos solo la foto de esta página, y ninguna otra.",
    only_pictures="Mostraríamos solo las {count} fotos de esta página, y ninguna otra.",
    in_words="En palabras: {information}.",
    names={
        Shown.FULL: "Podemos usar su nombre completo.",
        Shown.FIRST: "Podemos usar su primer nombre y nada más de él.",
        Shown.INITIALS: "Podemos usar las iniciales de su nombre y nada más de él.",
        Shown.NONE: "No usaremos su nombre.",
    },
    who="Quién puede mostrarlo: {disclosers}. Es decir, su personal y las personas a quienes "
    "pagamos para que nos ayuden a publicar.",
    where="Dónde lo puede ver todo el mundo: {places}.",
    website="nuestro sitio web",
    print="material impreso",
    paid="También podemos pagar para mostrarlo allí como anuncio.",
    not_paid="No podemos usarlo en un anuncio pagado.",
    why="Para qué sirve: {purposes}.",
    purposes={
        Purpose.COMMUNITY: "dar noticias a nuestra comunidad",
        Purpose.EDUCATION: "enseñar sobre la salud",
        Purpose.TESTIMONIAL: "contar cómo fue para usted",
        Purpose.ADVERTISING: "dar a conocer nuestro trabajo",
        Purpose.TRAINING: "formar a nuestro propio personal",
    },
    at_request="Usted nos pidió que lo mostráramos.",
    until_day="Su permiso termina el {day}.",
    until_event="Su permiso termina después de esto: {event}.",
    initials="Contaría cosas que la ley protege más que otras: {kinds}. "
    "Escriba sus iniciales junto a cada una que acepte.",
    sensitive={
        Sensitive.HIV: "el VIH",
        Sensitive.GENETIC: "los genes de su familia",
        Sensitive.MENTAL_HEALTH: "la salud mental",
        Sensitive.SUBSTANCE_USE: "el consumo de alcohol o drogas",
        Sensitive.REPRODUCTIVE: "los anticonceptivos, el embarazo o el parto",
        Sensitive.PSYCHOTHERAPY_NOTES: "las notas de psicoterapia",
    },
    for_another="Quien firma por la persona lo hace como: {authority}.",
    statements={
        Statement.RIGHT_TO_REVOKE: "Usted puede retirar su permiso cualquier día, sin decir por "
        "qué.",
        Statement.HOW_TO_REVOKE: "Para retirarlo, díganoslo por escrito. Basta una nota, una carta "
        "o un correo electrónico. Si firmó en una pantalla, también sirve su propio enlace.",
        Statement.REVOKE_EXCEPTIONS: "Entonces dejamos de mostrarlo y quitamos lo que es nuestro. "
        "No podemos deshacer lo que se vio o se usó antes de recibir su aviso.",
        Statement.NOT_CONDITIONED: "No tiene que firmar. Su atención, lo que paga y su seguro "
        "siguen igual si dice que no.",
        Statement.REDISCLOSURE: "Una vez mostrado, otras personas pueden pasarlo a otras. La ley "
        "de privacidad que nos obliga a nosotros no las obliga a ellas.",
        Statement.COPIES_MAY_PERSIST: "Pueden quedar copias en la red después de que lo quitemos. "
        "Los buscadores y quienes lo guardaron pueden tenerlo todavía.",
        Statement.REMUNERATION: "Otra empresa o persona nos paga por mostrar esto. Recibimos "
        "dinero por ello.",
    },
    staff_statements={
        Statement.NOT_CONDITIONED: "No tiene que firmar. Su empleo, su sueldo y su horario siguen "
        "igual si dice que no.",
    },
    reach="Puede escribirnos o llamarnos aquí: {contact}.",
    sign_here="Firme solo si está de acuerdo. Usted recibe una copia de esta hoja.",
    conjunction="y",
    nothing="nada todavía",
    day="{day} de {month} de {year}",
    first="1",
    months=(
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ),
)

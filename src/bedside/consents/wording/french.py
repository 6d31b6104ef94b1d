"""The forms in French."""

from __future__ import annotations

from bedside.consents.terms import Item, Purpose, Sensitive, Shown, Statement
from bedside.consents.wording.clauses import Clauses

CLAUSES = Clauses(
    language="fr",
    title="Pouvons-nous montrer ceci ?",
    staff_title="Pouvons-nous vous montrer au travail ?",
    opening="Nous aimerions montrer quelque chose de vous à d'autres personnes. Vous choisissez. "
    "Lisez ceci, posez vos questions et prenez votre temps.",
    staff_opening="Nous aimerions vous montrer dans ce que nous publions sur notre travail. Vous "
    "choisissez. Lisez ceci, posez vos questions et prenez votre temps.",
    what="Nous montrerions : {items}.",
    items={
        Item.PHOTO: "des photos de vous",
        Item.VIDEO: "des vidéos de vous",
        Item.VOICE: "votre voix",
        Item.QUOTE: "vos propres mots",
        Item.NAME: "votre nom",
        Item.CONDITION: "la raison de votre visite",
        Item.TREATMENT: "ce que nous avons fait pour aider",
        Item.OUTCOME: "comment vous êtes allé ensuite",
        Item.DATES: "quand c'était",
        Item.LOCATION: "où c'était",
        Item.REVIEW: "un avis que vous avez écrit",
    },
    only_picture="Nous ne montrerions que la photo de cette page, et aucune autre.",
    only_pictures="Nous ne montrerions que les {count} photos de cette page, et aucune autre.",
    in_words="En clair : {information}.",
    names={
        Shown.FULL: "Nous pouvons utiliser votre nom complet.",
        Shown.FIRST: "Nous pouvons utiliser votre prénom, et rien de plus.",
        Shown.INITIALS: "Nous pouvons utiliser les initiales de votre nom, et rien de plus.",
        Shown.NONE: "Nous n'utiliserons pas votre nom.",
    },
    who="Qui peut le montrer : {disclosers}. C'est-à-dire son personnel, et les personnes que "
    "nous payons pour nous aider à publier.",
    where="Où tout le monde peut le voir : {places}.",
    website="notre site",
    print="des pages imprimées",
    paid="Nous pouvons aussi payer pour le montrer là comme publicité.",
    not_paid="Nous ne pouvons pas l'utiliser dans une publicité payée.",
    why="À quoi cela sert : {purposes}.",
    purposes={
        Purpose.COMMUNITY: "donner des nouvelles aux gens d'ici",
        Purpose.EDUCATION: "informer sur la santé",
        Purpose.TESTIMONIAL: "raconter comment c'était pour vous",
        Purpose.ADVERTISING: "faire connaître notre travail",
        Purpose.TRAINING: "former notre propre personnel",
    },
    at_request="Vous nous avez demandé de le montrer.",
    until_day="Votre accord prend fin le {day}.",
    until_event="Votre accord prend fin après ceci : {event}.",
    initials="Cela parlerait de choses que la loi protège le plus : {kinds}. "
    "Écrivez vos initiales à côté de chacune que vous acceptez.",
    sensitive={
        Sensitive.HIV: "le VIH",
        Sensitive.GENETIC: "les gènes de votre famille",
        Sensitive.MENTAL_HEALTH: "la santé mentale",
        Sensitive.SUBSTANCE_USE: "l'usage d'alcool ou de drogues",
        Sensitive.REPRODUCTIVE: "la contraception, la grossesse ou la naissance",
        Sensitive.PSYCHOTHERAPY_NOTES: "les notes de psychothérapie",
    },
    for_another="Qui signe pour la personne le fait en tant que : {authority}.",
    statements={
        Statement.RIGHT_TO_REVOKE: "Vous pouvez retirer votre accord n'importe quel jour, sans "
        "dire pourquoi.",
        Statement.HOW_TO_REVOKE: "Pour le retirer, dites-le-nous par écrit. Un mot, une lettre ou "
        "un e-mail suffit. Si vous avez signé sur un écran, votre propre lien marche aussi.",
        Statement.REVOKE_EXCEPTIONS: "Nous arrêtons alors, et nous retirons ce qui est à nous. "
        "Nous ne pouvons pas défaire ce qui a été vu ou utilisé avant votre message.",
        Statement.NOT_CONDITIONED: "Vous n'êtes pas obligé de signer. Vos soins, ce que vous payez "
        "et votre assurance restent les mêmes si vous dites non.",
        Statement.REDISCLOSURE: "Une fois montré, d'autres personnes peuvent le transmettre. La "
        "loi sur la vie privée qui nous lie ne les lie pas.",
        Statement.COPIES_MAY_PERSIST: "Des copies peuvent rester sur internet après notre retrait. "
        "Les moteurs de recherche et ceux qui l'ont gardé peuvent encore l'avoir.",
        Statement.REMUNERATION: "Quelqu'un d'autre nous paie pour montrer ceci. Nous recevons de "
        "l'argent pour cela.",
    },
    staff_statements={
        Statement.NOT_CONDITIONED: "Vous n'êtes pas obligé de signer. Votre emploi, votre salaire "
        "et vos horaires restent les mêmes si vous dites non.",
    },
    reach="Vous pouvez nous joindre ici : {contact}.",
    sign_here="Signez seulement si vous êtes d'accord. Vous recevez une copie de cette page.",
    conjunction="et",
    nothing="rien encore",
    day="{day} {month} {year}",
    first="1er",
    months=(
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
)

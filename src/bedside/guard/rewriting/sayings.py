"""Usual wordings, by audience, mood and slip: what a careful office says instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.rewriting.slips import Audience, Mood, Slip

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CARE, PHONE = "{care}", "{phone}"
"""What is filled in: a condition or procedure that the draft speaks of; the own number."""

NAMED = frozenset(
    [
        "acne", "allergies", "anxiety", "arthritis", "asthma", "botox", "braces", "burnout",
        "chemo", "chickenpox", "copd", "covid", "dementia", "depression", "diabetes",
        "dialysis", "eczema", "endometriosis", "epilepsy", "flu", "glaucoma", "gout", "hiv",
        "infertility", "insomnia", "invisalign", "ivf", "lasik", "lice", "malaria", "measles",
        "melanoma", "menopause", "osteoporosis", "pcos", "pneumonia", "psoriasis", "ptsd",
        "rosacea", "rsv", "sciatica", "shingles", "sleep apnea", "vaccines", "whooping cough",
    ]
)  # fmt: skip
"""What one can wonder about without an article before it."""

_BY_SORT = ("DENIAL", "DIS-INVITE", "DIS-PAYMENT", "DIS-CONDUCT")
"""Slips that have wordings of their own, the gravest first."""

_ENGLISH: Mapping[tuple[Audience, str], tuple[str, ...]] = {
    (Audience.REVIEWER, "DENIAL"): (
        "Privacy rules keep us from saying whether anyone is or is not a patient. "
        "We would like to listen: please call {phone}.",
    ),
    (Audience.REVIEWER, "DIS-PAYMENT"): (
        "Thank you for telling us. Bills can be confusing, and we cannot discuss one here. "
        "Please call {phone}.",
    ),
    (Audience.REVIEWER, "DIS-CONDUCT"): (
        "Thank you for telling us. Privacy rules keep us from answering the particulars of any "
        "review. We would like to listen: please call {phone}.",
    ),
    (Audience.REVIEWER, Mood.CROSS): (
        "Thank you for telling us. Privacy rules keep us from discussing anything here, but we "
        "would like to listen. Please call {phone}.",
        "We are sorry to read this. We cannot talk about anybody's care in public. "
        "Please call {phone}, and a person will listen.",
    ),
    (Audience.REVIEWER, Mood.GRAVE): (
        "Thank you for writing this. Words like these are kept.",
        "Thank you for writing. If you would like to talk, please call {phone}.",
    ),
    (Audience.REVIEWER, Mood.GLAD): (
        "Thank you for taking the time to write.",
        "Thank you for the kind words. They mean a lot to the whole team.",
    ),
    (Audience.REVIEWER, Mood.PLAIN): (
        "Thank you for taking the time to write.",
        "Thank you for writing. We cannot discuss anything personal here. Please call {phone}.",
    ),
    (Audience.COMMENTER, "DENIAL"): (
        "Privacy rules keep us from saying whether anyone is or is not a patient. "
        "For anything personal, please call {phone}.",
    ),
    (Audience.COMMENTER, "DIS-INVITE"): (
        "Thank you for asking. Please do not share anything about your health here. "
        "A phone is the better place: {phone}.",
    ),
    (Audience.COMMENTER, Mood.CROSS): (
        "Thank you for telling us. We cannot talk about anything personal here. "
        "Please call {phone}.",
    ),
    (Audience.COMMENTER, Mood.GRAVE): (
        "Thank you for writing. We do not comment on anyone who may be in care. "
        "If you would like to talk, please call {phone}.",
    ),
    (Audience.COMMENTER, Mood.GLAD): ("Thank you for your kind comment!",),
    (Audience.COMMENTER, Mood.PLAIN): (
        "Thank you for your comment. For anything personal, a phone is the better place: {phone}.",
    ),
    (Audience.SENDER, Mood.CROSS): (
        "Thank you for writing. This is not private enough for anything that matters. "
        "Please call {phone}, and a person will listen.",
    ),
    (Audience.SENDER, Mood.PLAIN): (
        "Thank you for writing. We cannot look anything up here, because this is not private "
        "enough. Please call {phone}.",
    ),
    (Audience.EVERYBODY, "DIS-INVITE"): (
        "Questions about {care}? Please do not post them here. A phone is the better place: "
        "{phone}.",
        "Questions are better asked in private. A phone is the better place: {phone}.",
    ),
    (Audience.EVERYBODY, Mood.PLAIN): (
        "Wondering about {care}? We are glad to talk about it: {phone}.",
        "Questions? We are glad to talk: {phone}.",
        "Thank you to everybody on our team!",
    ),
    (Audience.EVERYBODY, Mood.GRAVE): (
        "For privacy we do not comment on anyone who may be in care.",
    ),
}
_SPANISH: Mapping[tuple[Audience, str], tuple[str, ...]] = {
    (Audience.REVIEWER, Mood.PLAIN): ("Muchas gracias por tomarse el tiempo de escribir.",),
    (Audience.REVIEWER, Mood.CROSS): (
        "Gracias por escribir. Por privacidad no hablamos de nadie aquí. Llame al {phone}.",
    ),
    (Audience.COMMENTER, Mood.PLAIN): ("Muchas gracias por el comentario.",),
    (Audience.SENDER, Mood.PLAIN): (
        "Gracias por escribir. Por aquí mejor no mande nada personal. Llame al {phone}.",
    ),
    (Audience.EVERYBODY, Mood.PLAIN): ("¿Preguntas? Con gusto: {phone}.",),
}
_FRENCH: Mapping[tuple[Audience, str], tuple[str, ...]] = {
    (Audience.REVIEWER, Mood.PLAIN): (
        "Merci d'avoir pris le temps d'écrire.",
        "Un grand merci de toute l'équipe.",
    ),
    (Audience.REVIEWER, Mood.CROSS): (
        "Merci de nous l'écrire. Par discrétion, nous ne parlons de personne ici. "
        "Appelez le {phone}.",
    ),
    (Audience.COMMENTER, Mood.PLAIN): ("Merci pour le commentaire.",),
    (Audience.SENDER, Mood.PLAIN): (
        "Merci d'écrire. Rien de personnel ici, s'il vous plaît. Appelez le {phone}.",
    ),
    (Audience.EVERYBODY, Mood.PLAIN): ("Des questions ? Appelez le {phone}.",),
}
_LANGUAGES = {"en": _ENGLISH, "es": _SPANISH, "fr": _FRENCH}


def sayings(slip: Slip) -> Iterator[str]:
    """Yield wordings that fit, the most fitting first; they may hold `CARE` and `PHONE`."""
    table = _LANGUAGES[slip.language]
    for sort in _BY_SORT:
        if sort in slip.sorts:
            yield from table.get((slip.audience, sort), ())
    usual = table.get((slip.audience, slip.mood))
    yield from usual or table.get((slip.audience, Mood.PLAIN), ())

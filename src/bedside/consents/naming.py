"""What codes are called on the pages of the staff; the form itself has its own words."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from bedside.channels import catalogue
from bedside.consents.models import Revocation, Signature
from bedside.consents.queries import Status
from bedside.consents.terms import (
    PRINT,
    WEBSITE,
    Item,
    Purpose,
    Remuneration,
    Sensitive,
    Shown,
    Signer,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ITEMS: Mapping[str, str] = MappingProxyType(
    {
        Item.PHOTO: "Face or body in a picture",
        Item.VIDEO: "Video",
        Item.VOICE: "Voice",
        Item.QUOTE: "Their own words",
        Item.NAME: "Name",
        Item.CONDITION: "What they have or had",
        Item.TREATMENT: "What was done for them",
        Item.OUTCOME: "How it went",
        Item.DATES: "When it was",
        Item.LOCATION: "Where it was",
        Item.REVIEW: "Their review",
    }
)
NAMES: Mapping[str, str] = MappingProxyType(
    {
        Shown.NONE: "No name",
        Shown.INITIALS: "Initials",
        Shown.FIRST: "First name",
        Shown.FULL: "Full name",
    }
)
PURPOSES: Mapping[str, str] = MappingProxyType(
    {
        Purpose.COMMUNITY: "To tell people what happens here",
        Purpose.EDUCATION: "To teach people about health",
        Purpose.TESTIMONIAL: "To show what patients say of us",
        Purpose.ADVERTISING: "To advertise what we offer",
        Purpose.TRAINING: "To train our staff",
    }
)
SIGNERS: Mapping[str, str] = MappingProxyType(
    {
        Signer.SELF: "The person themselves",
        Signer.PARENT: "A parent",
        Signer.GUARDIAN: "A guardian",
        Signer.HEALTH_PROXY: "A health care proxy",
        Signer.EXECUTOR: "The executor of the estate",
        Signer.OTHER: "Somebody else with authority",
    }
)
SENSITIVE: Mapping[str, str] = MappingProxyType(
    {
        Sensitive.HIV: "HIV",
        Sensitive.GENETIC: "Genetic tests",
        Sensitive.MENTAL_HEALTH: "Mental health",
        Sensitive.SUBSTANCE_USE: "Use of alcohol or drugs",
        Sensitive.REPRODUCTIVE: "Pregnancy and reproductive health",
    }
)
"""Without notes of psychotherapy, which are never shown, 164.508(a)(2)."""
PAID_FOR: Mapping[str, str] = MappingProxyType(
    {
        Remuneration.NONE: "Nobody pays us for it",
        Remuneration.DIRECT: "Another firm pays us",
        Remuneration.INDIRECT: "Another firm gives us something else for it",
    }
)
LANGUAGES: Mapping[str, str] = MappingProxyType({"en": "English", "es": "Spanish", "fr": "French"})
KNOWN_BY: Mapping[str, str] = MappingProxyType(
    {
        "photo_id": "Photo ID",
        "known_here": "Known here",
        "birth_year": "Private link and year of birth",
        "link": "Private link and year of birth",
        "private_link": "Private link",
    }
)
COPIES: Mapping[str, str] = MappingProxyType(
    {
        "print": "On paper, by hand",
        "post": "On paper, by post",
        "download": "Taken as a file",
        "paper": "On paper, by hand",
    }
)
METHODS: Mapping[str, str] = MappingProxyType(dict(Signature.Method.choices))
HOW: Mapping[str, str] = MappingProxyType(dict(Revocation.How.choices))
BESIDE_NETWORKS: Mapping[str, str] = MappingProxyType({WEBSITE: "Our website", PRINT: "Print"})

FACES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        Status.DRAFT: ("draft", "Not asked yet"),
        Status.PRESENTED: ("review", "Asked"),
        Status.ACTIVE: ("clear", "Valid"),
        Status.DEFECTIVE: ("warn", "Not usable yet"),
        Status.EXPIRED: ("quiet", "Ended"),
        Status.REVOKED: ("refused", "Stopped"),
        Status.REPLACED: ("quiet", "Replaced"),
    }
)
"""The look (see web/states.py) and the word of each status."""


def place(name: str) -> str:
    """Return what a place of a form is called: a network, the website, print."""
    if name in BESIDE_NETWORKS:
        return BESIDE_NETWORKS[name]
    try:
        return catalogue.label(name)
    except KeyError:
        return name.capitalize()


def listed(codes: Iterable[str], names: Mapping[str, str]) -> str:
    """
    Return what codes are called, in the order of `names`, as one phrase.

    The first keeps its capital, the others begin small: `Voice, name, how it went`.
    """
    wanted = set(codes)
    words = [name for code, name in names.items() if code in wanted]
    return ", ".join([*words[:1], *(_small(word) for word in words[1:])])


def places(names: Iterable[str]) -> str:
    """Return what places are called, as one phrase."""
    return ", ".join(place(name) for name in names)


def _small(word: str) -> str:
    return word if word[:2].isupper() else word[:1].lower() + word[1:]

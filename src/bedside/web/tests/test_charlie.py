"""Charlie works elsewhere and must see nothing: every address inside an organisation is tried."""

from __future__ import annotations

import importlib

import pytest
from django.urls import URLPattern, reverse

NAMESPACES = ("web", "orgs", "posts", "outbox", "library", "rulebook")
OUTSIDE = {"front_door", "organisations"}
"""Addresses that belong to no organisation; they show what a person's own memberships allow."""
FILLERS = {"int": 1, "slug": "practice", "str": "x", "uuid": "0" * 32}


def addresses():
    for namespace in NAMESPACES:
        module = importlib.import_module(f"bedside.{namespace}.urls")
        patterns = [one for one in module.urlpatterns if isinstance(one, URLPattern)]
        for pattern in patterns:
            yield namespace, pattern


INSIDE = [
    pytest.param(namespace, pattern, id=f"{namespace}:{pattern.name}")
    for namespace, pattern in addresses()
    if pattern.name not in OUTSIDE
]


def address_of(namespace, pattern, slug):
    kinds = {
        name: type(converter).__name__.removesuffix("Converter").lower().replace("string", "str")
        for name, converter in pattern.pattern.converters.items()
    }
    filled = {name: FILLERS[kind] for name, kind in kinds.items()} | {"slug": slug}
    return reverse(f"{namespace}:{pattern.name}", kwargs=filled)


@pytest.mark.parametrize(("namespace", "pattern"), INSIDE)
def test_somebody_who_works_elsewhere_finds_nothing(client, alice, charlie, namespace, pattern):
    client.force_login(charlie.user)
    address = address_of(namespace, pattern, alice.organisation.slug)
    # A view that only takes one method refuses the other before it looks who asks.
    answers = {client.get(address).status_code, client.post(address).status_code}
    assert 404 in answers
    assert answers <= {404, 405}


@pytest.mark.parametrize(("namespace", "pattern"), INSIDE)
def test_a_stranger_is_led_to_the_sign_in(client, alice, namespace, pattern):
    address = address_of(namespace, pattern, alice.organisation.slug)
    answers = [client.get(address), client.post(address)]
    doors = {
        answer["Location"].partition("?")[0] for answer in answers if answer.has_header("Location")
    }
    assert doors == {reverse("account_login")}
    assert {answer.status_code for answer in answers} <= {302, 405}

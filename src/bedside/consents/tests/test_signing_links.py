"""A private link: what it tells a stranger, which is nothing, and how it is taken back."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bedside.consents.models import Authorization, SigningLink
from bedside.consents.signing import links
from bedside.consents.tests.cast import revoke
from bedside.consents.tests.forms_to_sign import NAME, agree, door, form, seated
from bedside.consents.tests.visiting import get, post, to
from bedside.records.queries import timeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from bedside.orgs.models import Membership

pytestmark = pytest.mark.django_db
SECRET = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"|nonce="[^"]+"')
GUESSED = "A" * 43


@pytest.fixture
def waiting(alice: Membership) -> Authorization:
    return form(alice)


def used(by: Membership, authorization: Authorization) -> str:
    address = door(by, authorization)
    Client().post(address)
    return address


def signed(by: Membership, authorization: Authorization) -> str:
    address, client = door(by, authorization), Client()
    client.post(address)
    client.post(reverse("signing:welcome"), {"year": "1958"})
    assert agree(client).status_code == 302
    return address


def declined(by: Membership, authorization: Authorization) -> str:
    address, client = door(by, authorization), Client()
    client.post(address)
    client.post(reverse("signing:decline"))
    return address


def expired(by: Membership, authorization: Authorization) -> str:
    with time_machine.travel(timezone.now() - links.LINK_LASTS - timedelta(seconds=5), tick=True):
        return door(by, authorization)


def taken_back(by: Membership, authorization: Authorization) -> str:
    address = door(by, authorization)
    links.take_back(by=by, authorization=authorization)
    return address


def of_a_form_taken_back(by: Membership, authorization: Authorization) -> str:
    address = signed(by, authorization)
    revoke(by, authorization)
    return address


def guessed(by: Membership, authorization: Authorization) -> str:
    return reverse("signing:door", kwargs={"token": GUESSED})


DEAD = (used, signed, declined, expired, taken_back, of_a_form_taken_back)


def seen_by_a_stranger(address: str) -> list[tuple[int, str]]:
    client = Client()
    answers = [client.get(address), client.post(address)]
    return [(one.status_code, SECRET.sub("", one.content.decode())) for one in answers]


@pytest.mark.parametrize("way", DEAD, ids=lambda way: way.__name__)
def test_a_link_that_is_over_looks_like_one_that_never_was(
    alice, waiting, way: Callable[[Membership, Authorization], str]
):
    nothing = seen_by_a_stranger(guessed(alice, waiting))
    assert [status for status, _ in nothing] == [410, 410]
    assert seen_by_a_stranger(way(alice, waiting)) == nothing
    told = (*NAME.split(), "1958", waiting.reference, waiting.organisation.name, "flu shot")
    assert [word for word in told if word in nothing[0][1]] == []


@pytest.mark.parametrize("step", ["welcome", "read", "decide", "copy"])
def test_a_stranger_who_knows_the_addresses_of_the_steps_learns_nothing(alice, waiting, step):
    seated(alice, waiting)
    page = Client().get(reverse(f"signing:{step}"))
    assert page.status_code == 410
    assert NAME not in page.content.decode()
    assert waiting.organisation.name not in page.content.decode()


def test_a_link_is_taken_back_on_the_page_and_that_is_recorded(alice, waiting):
    address = door(alice, waiting)
    assert "Take the link back" in get(alice, to("open", pk=waiting.pk))
    page = post(alice, to("unlink", pk=waiting.pk)).content.decode()
    assert "It opens nothing any more." in page
    assert "Take the link back" not in page
    assert Client().get(address).status_code == 410
    last = timeline(waiting.organisation_id, waiting.subject)[-1]
    assert (last.verb, last.actor) == (
        "authorization.link_taken_back",
        f"user:{alice.user_id}",
    )


def test_whoever_reads_the_form_at_that_moment_is_shown_out_and_signs_nothing(alice, waiting):
    client = seated(alice, waiting)
    assert client.get(reverse("signing:read")).status_code == 200
    links.take_back(by=alice, authorization=waiting)
    for step in ("read", "decide"):
        page = client.get(reverse(f"signing:{step}"))
        assert (page.status_code, NAME in page.content.decode()) == (410, False)
    assert client.post(reverse("signing:decide"), {"typed": NAME}).status_code == 410
    assert not hasattr(Authorization.objects.get(pk=waiting.pk), "signature")


def test_a_tablet_is_taken_back_too(alice, waiting):
    _, token = links.make_link(by=alice, authorization=waiting, on_tablet=True)
    assert links.take_back(by=alice, authorization=waiting)
    assert links.waiting(token) is None


def test_what_is_over_is_not_taken_back_and_nothing_is_recorded(alice, waiting):
    signed(alice, waiting)
    before = len(timeline(waiting.organisation_id, waiting.subject))
    page = post(alice, to("unlink", pk=waiting.pk)).content.decode()
    assert "It was over already" in page
    assert len(timeline(waiting.organisation_id, waiting.subject)) == before
    assert SigningLink.objects.get().ended_at is not None


def test_only_whoever_sees_the_person_takes_a_link_back(alice, bob, charlie, waiting):
    address = door(alice, waiting)
    with pytest.raises(PermissionDenied):
        links.take_back(by=bob, authorization=waiting)
    assert post(bob, to("unlink", pk=waiting.pk)).status_code == 403
    assert post(charlie, to("unlink", pk=waiting.pk)).status_code == 404
    assert Client().get(address).status_code == 200


def test_a_new_link_opens_after_one_was_taken_back(alice, waiting):
    taken_back(alice, waiting)
    assert Client().get(door(alice, waiting)).status_code == 200

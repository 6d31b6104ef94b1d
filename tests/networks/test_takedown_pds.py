"""A consent is taken back, and what rests on it leaves a real Bluesky server, with proof."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import httpx
import pytest
from django.utils import timezone
from tests.networks.test_outbox_pds import DELETE, carry, kept

from bedside.channels.registry import replaced
from bedside.consents import takedowns, tasks, verbs
from bedside.consents.models import TakeDown
from bedside.consents.progress import Step, is_done, progress
from bedside.consents.terms import Item, Shown
from bedside.consents.tests.cast import revoke, signed
from bedside.outbox.models import Delivery
from bedside.outbox.states import State
from bedside.posts import verbs as posts
from bedside.posts.content import Content
from bedside.records.queries import body, timeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.networks.conftest import Pds, PdsAccount

    from bedside.channels.bluesky.channel import Bluesky
    from bedside.channels.tests.faults import FaultyLine
    from bedside.consents.models import Authorization, Revocation
    from bedside.orgs.models import Membership
    from bedside.outbox.models import Account
    from bedside.posts.models import Post

__all__ = ["kept"]
pytestmark = [pytest.mark.networks, pytest.mark.django_db]

STORY = "Ana quit smoking with our program last spring. We are glad with her."
OTHER = "Flu shots are here. Walk in any Saturday, 8 to 12."
LATER = timedelta(days=3)


@pytest.fixture
def form(nora: Membership) -> Authorization:
    """Ana lets the clinic name her on Bluesky."""
    items = [Item.NAME, Item.TREATMENT, Item.OUTCOME]
    return signed(nora, items=items, name_shown=Shown.FIRST, networks=["bluesky"])


@pytest.fixture
def approved(bob: Membership, nora: Membership, kept: Account) -> Callable[..., Post]:
    """Write a post, and have it approved: told now, or planned for a moment to come."""

    def run(text: str, *consents: Authorization, later: timedelta | None = None) -> Post:
        ids = tuple(one.pk for one in consents)
        words = Content(text=text, accounts=(kept.pk,), consents=ids)
        post = posts.start_draft(by=bob, content=words)
        posts.submit(by=bob, post=post)
        posts.approve(by=nora, post=post, revision=1)
        if later:
            posts.schedule(by=bob, post=post, at=timezone.now() + later)
        else:
            posts.publish_now(by=bob, post=post)
        return post

    return run


def delivery_of(post: Post) -> Delivery:
    return Delivery.objects.exclude(action="delete").get(subject=post.subject)


def steps(revocation: Revocation) -> list[Step]:
    return [row.step for row in progress(revocation)]


def in_order(form: Authorization) -> None:
    """Fail where it was not kept before it was asked down, or nobody was told at the end."""
    said = [event.verb for event in timeline(form.organisation_id, form.subject)]
    wanted = ["take_down.archived", "take_down.asked", "authorization.revoked", "take_down.gone"]
    assert [verb for verb in said if verb in wanted] == wanted
    assert said[-1] == "revocation.answered"


def look_now(revocation: Revocation) -> None:
    """Have the clock look at the addresses that are said to be empty, without waiting for it."""
    due = timezone.now() - timedelta(seconds=1)
    TakeDown.objects.filter(revocation=revocation).exclude(gone_at=None).update(look_again_at=due)
    for pk in revocation.takedowns.values_list("pk", flat=True):
        takedowns.look_again(pk, timezone.now())


def texts(pds: Pds, clinic: PdsAccount) -> list[str]:
    return [one["value"]["text"] for one in pds.records(clinic)]


def put_back(pds: Pds, clinic: PdsAccount, record: dict) -> None:
    """Put a record back where it was, around Bedside."""
    with httpx.Client(base_url=f"{pds.url}/xrpc/", timeout=60) as client:
        words = {"identifier": clinic.handle, "password": clinic.password}
        session = client.post("com.atproto.server.createSession", json=words).json()
        _, _, _, collection, key = record["uri"].split("/")
        client.post(
            "com.atproto.repo.putRecord",
            json={"repo": clinic.did, "collection": collection, "rkey": key}
            | {"record": record["value"]},
            headers={"Authorization": f"Bearer {session['accessJwt']}"},
        ).raise_for_status()


@pytest.mark.parametrize("fault", ["", "acts, then the line is cut"])
def test_what_rests_on_a_consent_goes_when_it_is_taken_back(
    fault: str,
    form: Authorization,
    approved: Callable[..., Post],
    nora: Membership,
    bluesky: Bluesky,
    line: FaultyLine,
    pds: Pds,
    clinic: PdsAccount,
) -> None:
    live, stays = approved(STORY, form), approved(OTHER)
    with replaced(bluesky):
        carry()
    planned = approved(f"{STORY} See you at the walk.", form, later=LATER)
    assert sorted(texts(pds, clinic)) == sorted([STORY, OTHER])
    [there] = [one for one in pds.records(clinic) if one["value"]["text"] == STORY]
    assert delivery_of(live).remote_id == there["uri"]

    if fault:
        line.befall(fault, DELETE)
    with replaced(bluesky):
        revocation = revoke(nora, form)
        assert sorted(steps(revocation)) == [Step.STOPPED, Step.TO_ASK]
        assert delivery_of(planned).state == State.CANCELLED
        carry()
        tasks.follow(timezone.now())
        assert sorted(steps(revocation)) == [Step.GONE, Step.STOPPED]
        look_now(revocation)

    assert texts(pds, clinic) == [OTHER]
    assert delivery_of(live).state == State.REMOVED
    assert delivery_of(stays).state == State.LIVE
    gone = revocation.takedowns.get(delivery=delivery_of(live))
    assert gone.looked_at is not None
    assert (gone.seen_again, gone.could_not_look) == (False, False)
    archived = json.loads(body(form.organisation_id, gone.archived) or b"")
    assert archived["remote_id"] == there["uri"]
    assert is_done(revocation)
    verbs.answer(by=nora, revocation=revocation)
    in_order(form)


def test_what_somebody_put_back_is_seen_again(
    form: Authorization,
    approved: Callable[..., Post],
    nora: Membership,
    bluesky: Bluesky,
    pds: Pds,
    clinic: PdsAccount,
) -> None:
    approved(STORY, form)
    with replaced(bluesky):
        carry()
        [record] = pds.records(clinic)
        revocation = revoke(nora, form)
        carry()
        tasks.follow(timezone.now())
        assert steps(revocation) == [Step.GONE]
        put_back(pds, clinic, record)
        look_now(revocation)
    assert steps(revocation) == [Step.STILL_THERE]
    assert not is_done(revocation)

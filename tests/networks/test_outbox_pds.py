"""The outbox against a real Bluesky server: once, or ask, whatever happens on the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.crashes.driving import Box
from tests.crashes.test_crashes import PLACES
from tests.networks.test_bluesky_pds import png

from bedside.channels.connection import Connected
from bedside.channels.registry import replaced
from bedside.library.tests.settling import in_library
from bedside.outbox import blobs, reconciling, verbs
from bedside.outbox.accounts import keep_account
from bedside.outbox.models import Account, Delivery
from bedside.outbox.payload import PictureRef
from bedside.outbox.sending import deliver
from bedside.outbox.states import OPEN
from bedside.posts import verbs as posts
from bedside.posts.content import Content

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.networks, pytest.mark.django_db]

PUT = "POST com.atproto.repo.putRecord"
DELETE = "POST com.atproto.repo.deleteRecord"
TEXT = "Flu shots are here. Walk in any Saturday, 8 to 12. #FluShots"


@pytest.fixture
def kept(alice, account) -> Account:
    """The clinic's account on the real server, kept by the outbox."""
    connected = Connected(
        handle=account.handle,
        server=account.server,
        remote_id=account.remote_id,
        secrets=account.secrets,
        settings=account.settings,
    )
    return keep_account(by=alice, network="bluesky", connected=connected)


@pytest.fixture
def publish(bob, nora, kept, bluesky):
    """Write, approve and send now; carry it as the clock would, until nothing is open."""

    def run(**content) -> list[Delivery]:
        words = Content(**{"text": TEXT, "accounts": (kept.pk,), **content})
        post = posts.start_draft(by=bob, content=words)
        posts.submit(by=bob, post=post)
        posts.approve(by=nora, post=post, revision=1)
        posts.publish_now(by=bob, post=post)
        with replaced(bluesky):
            carry()
        return list(Delivery.objects.order_by("part"))

    return run


def carry() -> None:
    """Wake everything that is open, a few times over, with all waiting cut short."""
    for _ in range(8):
        Account.objects.update(wait_until=None)
        Delivery.objects.filter(state__in=OPEN).update(wake_at=timezone.now())
        for delivery in Delivery.objects.filter(state__in=OPEN).order_by("part"):
            deliver(delivery.pk)
            reconciling.look(delivery.pk)


@pytest.mark.parametrize(
    "fault",
    [
        "acts, then the line is cut",
        "acts, then 500",
        "acts, then answers too late",
        "acts, then answers with a web page",
        "500 before acting",
        "no connection",
        "429 that says for how long",
        "429 that does not say for how long",
    ],
)
def test_whatever_happens_on_the_line_there_is_exactly_one_post(fault, publish, line, pds, clinic):
    line.befall(fault, PUT)
    [delivery] = publish()
    assert delivery.state == "live"
    [record] = pds.records(clinic)
    assert record["value"]["text"] == TEXT
    assert record["uri"] == delivery.remote_id


def test_a_picture_a_thread_and_a_comment_arrive_in_order(publish, pds, clinic, alice):
    content = png()
    picture = PictureRef(
        sha256=blobs.put(alice.organisation_id, content),
        mime="image/png",
        width=1,
        height=1,
        size=len(content),
        alt="Our front door with a wreath.",
    )
    in_library(alice, picture)
    deliveries = publish(
        text="Part one about sleep.\n---\nPart two about sleep.",
        pictures=(picture,),
        first_comment="More on our site.",
    )
    assert [delivery.state for delivery in deliveries] == ["live"] * 3
    first, second, comment = (record["value"] for record in pds.records(clinic))
    assert first["embed"]["images"][0]["alt"] == "Our front door with a wreath."
    assert second["reply"]["parent"]["uri"] == deliveries[0].remote_id
    assert comment["reply"]["parent"]["uri"] == deliveries[1].remote_id
    assert comment["reply"]["root"]["uri"] == deliveries[0].remote_id


@pytest.mark.parametrize("fault", ["acts, then the line is cut", "acts, then 500"])
def test_a_take_down_is_finished_whatever_happens_on_the_line(
    fault, publish, line, pds, clinic, nora, bluesky
):
    [delivery] = publish()
    verbs.take_down(by=nora, delivery=delivery)
    line.befall(fault, DELETE)
    with replaced(bluesky):
        carry()
    assert set(Delivery.objects.values_list("state", flat=True)) == {"removed"}
    assert pds.records(clinic) == []


def test_a_worker_killed_anywhere_leaves_exactly_one_post_each(tmp_path: Path, pds, clinic):
    box = Box(tmp_path, (("BEDSIDE_ALLOW_HOSTS", pds.host),))
    box.migrate()
    box.step("seed", "bluesky", pds.url, clinic.handle, clinic.password)
    subjects = [row["subject"] for row in box.rows()]
    for subject, place in zip(subjects, PLACES, strict=False):
        box.dies(subject, place)
    box.step("recover")
    rows = box.rows()
    assert {row["state"] for row in rows} == {"live"}
    live = [record["uri"] for record in pds.records(clinic)]
    assert sorted(live) == sorted(row["remote_id"] for row in rows)

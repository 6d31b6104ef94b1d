"""A video on its way out: its captions are read, its size is known first, nothing goes twice."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import timezone

from bedside.channels import base as channels
from bedside.channels.practice.channel import Practice
from bedside.channels.registry import replaced
from bedside.library import listening
from bedside.library.tests.films import (
    CAPTIONS,
    MASTER,
    NAMED,
    SECONDS,
    arrived,
    ready,
    video,
    watched,
)
from bedside.outbox import blobs, gate
from bedside.outbox.models import Delivery
from bedside.outbox.parts import outline_of
from bedside.outbox.payload import Payload, PictureRef
from bedside.outbox.sending import LEASE, SLOWEST, deliver
from bedside.outbox.tests.conftest import TEXT, age
from bedside.posts import verbs as posts
from bedside.posts.composing.pictures import ref_of
from bedside.posts.content import Content
from bedside.posts.tests.writing import by_hand, client_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from bedside.channels.practice.network import PracticeNetwork
    from bedside.library.models import Asset
    from bedside.orgs.models import Membership
    from bedside.outbox.models import Account

pytestmark = pytest.mark.django_db

__all__ = ["video"]


@pytest.fixture
def delivery(video: Asset, approved: Callable[..., list[Delivery]]) -> Delivery:
    """A post with that video, due now."""
    [planned] = approved(pictures=(ref_of(video),))
    return planned


def change(delivery: Delivery, **changed: object) -> None:
    """Let a delivery's video be another one, past every check before sending."""
    payload = delivery.content
    ref = replace(payload.pictures[0], **changed)  # type: ignore[arg-type]
    payload = replace(payload, pictures=(ref,))
    Delivery.objects.filter(pk=delivery.pk).update(
        payload=payload.as_json(), payload_hash=payload.hash()
    )


def state(delivery: Delivery) -> tuple[str, str]:
    delivery.refresh_from_db()
    return delivery.state, delivery.reason


def test_video_is_live_with_its_bytes_description_and_captions(
    delivery: Delivery, network: PracticeNetwork
):
    deliver(delivery.pk)

    assert state(delivery) == ("live", "")
    [post] = network.timeline("cedarhollow")
    [shown] = post.pictures
    assert (shown.mime, shown.alt, shown.captions) == ("video/mp4", "A walk", CAPTIONS)
    assert network.picture(shown.id) == MASTER


def test_gate_reads_what_is_said_in_a_video(delivery: Delivery, network: PracticeNetwork):
    change(delivery, captions=NAMED)
    deliver(delivery.pk)

    refused, reason = state(delivery)
    assert refused == "refused"
    assert "The guard stops words in it." in reason
    assert network.timeline("cedarhollow") == []


@pytest.mark.parametrize("captions", ["Our 97-year-old patient walked home today.", NAMED])
def test_captions_are_read_by_the_rules_of_the_post_even_where_they_are_none(
    delivery: Delivery, captions: str
):
    change(delivery, captions=captions)
    delivery.refresh_from_db()

    reports = gate.read(delivery, delivery.content)

    assert [report.verdict.value for report in reports] == ["clear", "clear", "block"]


def test_captions_are_a_part_of_what_is_approved(delivery: Delivery, video: Asset, bob: Membership):
    assert delivery.content.pictures[0].captions == CAPTIONS
    assert delivery.content.pictures[0].seconds == SECONDS
    changed = replace(delivery.content.pictures[0], captions=CAPTIONS + "\n")
    assert replace(delivery.content, pictures=(changed,)).hash() != delivery.payload_hash


def stored(delivery: Delivery) -> Path:
    """Return where the video of a delivery is stored."""
    with blobs.open_file(delivery.organisation_id, delivery.content.pictures[0].sha256) as file:
        return Path(str(file.name))


def test_video_that_is_too_heavy_is_refused_before_a_byte_of_it_is_read(
    bob: Membership, account: Account, approved: Callable[..., list[Delivery]]
):
    heavy = ready(bob, watched(arrived(bob), content=MASTER + b"heavy"))
    [planned] = approved(pictures=(ref_of(heavy),))
    stored(planned).write_bytes(b"")  # whoever read it now would find it altered
    account.settings["video_bytes"] = str(len(MASTER))
    account.save()
    deliver(planned.pk)

    refused, reason = state(planned)
    assert refused == "refused"
    assert reason.startswith("The video is too heavy; Practice network takes")


def test_video_whose_bytes_were_changed_is_not_sent(
    bob: Membership, network: PracticeNetwork, approved: Callable[..., list[Delivery]]
):
    altered = ready(bob, watched(arrived(bob), content=MASTER + b"altered"))
    [delivery] = approved(pictures=(ref_of(altered),))
    stored(delivery).write_bytes(MASTER)
    deliver(delivery.pk)

    assert state(delivery) == ("refused", "A picture is missing or was changed.")
    assert network.timeline("cedarhollow") == []


@dataclass(frozen=True)
class Processing(Practice):
    """A network that takes its time with each upload, as Mastodon does with videos."""

    looks: int = 1
    uploads: list[int] = field(default_factory=list)
    leases: list[timedelta] = field(default_factory=list)

    def stage(
        self,
        account: channels.Account,
        part: channels.Part,
        earlier: channels.Staged = channels.NOTHING_STAGED,
    ) -> channels.StageAnswer:
        lease = Delivery.objects.get(key=part.key).lease_until
        assert lease is not None
        self.leases.append(lease - timezone.now())
        if earlier.handles:
            staged = earlier
        else:
            self.uploads.append(len(part.pictures[0].content))
            answer = Practice.stage(self, account, part)
            assert isinstance(answer, channels.Staged)
            staged = answer
        done = len(self.leases) >= self.looks
        return staged if done else channels.Wait(1, "Working on it.", staged)


def test_what_a_network_still_works_on_is_uploaded_once(
    delivery: Delivery, network: PracticeNetwork
):
    slow = Processing(looks=3)
    with replaced(slow):
        for _ in range(3):
            age(delivery)
            deliver(delivery.pk)

    assert state(delivery) == ("live", "")
    assert slow.uploads == [len(MASTER)]
    assert delivery.attempts.count() == 1
    assert delivery.staged == []


def test_long_upload_is_not_taken_for_dead(
    bob: Membership, approved: Callable[..., list[Delivery]]
):
    large = ready(bob, watched(arrived(bob), content=bytes(20 * SLOWEST)))
    [planned] = approved(pictures=(ref_of(large),))
    slow = Processing(looks=1)
    with replaced(slow):
        deliver(planned.pk)

    assert slow.leases[0] > LEASE + timedelta(seconds=19)


def test_looking_for_a_post_reads_none_of_its_pictures(delivery: Delivery):
    part = outline_of(delivery)

    assert [(shown.content, shown.size) for shown in part.pictures] == [(b"", len(MASTER))]


@pytest.fixture
def carried(alice: Membership, bob: Membership, nora: Membership, video: Asset) -> Delivery:
    """A post with a video that a person carries to Facebook."""
    facebook = by_hand(alice, "facebook")
    content = Content(TEXT, accounts=(facebook.pk,), pictures=(ref_of(video),))
    post = posts.start_draft(by=bob, content=content)
    posts.submit(by=bob, post=post)
    posts.approve(by=nora, post=post, revision=1)
    posts.publish_now(by=bob, post=post)
    planned = Delivery.objects.get()
    deliver(planned.pk)
    assert state(planned)[0] == "by_hand"
    return planned


def fetch(member: Membership, view: str, delivery: Delivery, number: int = 1):
    slug = member.organisation.slug
    url = reverse(view, kwargs={"slug": slug, "pk": delivery.pk, "number": number})
    return client_of(member).get(url)


def test_person_who_posts_it_downloads_the_very_bytes_and_captions(
    carried: Delivery, alice: Membership
):
    video = fetch(alice, "outbox:picture", carried)
    said = fetch(alice, "outbox:captions", carried)

    assert b"".join(video.streaming_content) == MASTER
    assert video["Content-Disposition"] == 'attachment; filename="video-1.mp4"'
    assert said.content.decode() == CAPTIONS
    assert said["Content-Type"] == "text/vtt; charset=utf-8"


def test_nothing_is_downloaded_of_what_does_not_wait_to_be_posted(
    carried: Delivery, alice: Membership
):
    assert fetch(alice, "outbox:picture", carried, 2).status_code == 404
    assert fetch(alice, "outbox:picture", carried, 0).status_code == 404
    Delivery.objects.filter(pk=carried.pk).update(state="live")
    assert fetch(alice, "outbox:picture", carried).status_code == 404
    assert fetch(alice, "outbox:captions", carried).status_code == 404


def test_member_of_another_clinic_downloads_nothing(carried: Delivery, charlie: Membership):
    assert fetch(charlie, "outbox:picture", carried).status_code == 404
    assert fetch(charlie, "outbox:captions", carried).status_code == 404


def test_page_of_a_delivery_offers_the_video_and_its_captions(carried: Delivery, alice: Membership):
    slug = alice.organisation.slug
    url = reverse("outbox:delivery", kwargs={"slug": slug, "pk": carried.pk})
    page = client_of(alice).get(url).content.decode()

    assert "Video 1, 320 × 240: A walk" in page
    assert f"/deliveries/{carried.pk}/pictures/1/" in page
    assert f"/deliveries/{carried.pk}/captions/1/" in page


def test_picture_ref_without_a_video_is_hashed_as_before():
    ref = PictureRef("a" * 64, "image/jpeg", 3, 2, 9, "A lamp")

    assert set(ref.as_json()) == {"sha256", "mime", "width", "height", "size", "alt"}
    assert Payload.from_json(Payload("x", pictures=(ref,)).as_json()).pictures == (ref,)
    assert ref.spoken == ""


def test_library_says_that_captions_may_not_be_published(
    delivery: Delivery, video: Asset, bob: Membership
):
    listening.caption(by=bob, asset=video, content=NAMED)
    deliver(delivery.pk)

    assert state(delivery)[0] == "refused"


def test_practice_page_plays_the_video_with_its_captions_to_members_only(
    delivery: Delivery,
    network: PracticeNetwork,
    account: Account,
    bob: Membership,
    charlie: Membership,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setenv("BEDSIDE_PRACTICE", account.settings["store"])
    deliver(delivery.pk)
    [shown] = network.timeline("cedarhollow")[0].pictures
    named = {"handle": "cedarhollow", "name": shown.id}
    video, said = (
        reverse("practice:picture", kwargs=named),
        reverse("practice:captions", kwargs=named),
    )
    client = client_of(bob)

    page = client.get(reverse("practice:timeline", args=["cedarhollow"])).content.decode()

    assert f'<video src="{video}"' in page
    assert f'<track kind="captions" src="{said}"' in page
    assert client.get(video).content == MASTER
    assert client.get(said).content.decode() == CAPTIONS
    assert [client_of(charlie).get(url).status_code for url in (video, said)] == [404, 404]

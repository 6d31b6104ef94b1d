"""Looking, covering and verifying with what is really installed: models, child process and all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone

from bedside.guard.images import eyes as eyes_here
from bedside.guard.images.eyes import eyes, missing
from bedside.guard.images.tests.pictures import encoded, faces_at, photo
from bedside.library import deciding, leases, looking, rendering, tasks, thumbs, verbs
from bedside.library.models import Asset, Box, Rendering
from bedside.library.queries import outgoing
from bedside.outbox import blobs
from bedside.records.models import Entry

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from bedside.orgs.models import Membership

BASE = "/cedar-hollow-family-clinic/library"

here = pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}")


def fresh(asset: Asset) -> Asset:
    return Asset.objects.get(pk=asset.pk)


@pytest.fixture
def two(bob: Membership) -> Asset:
    """A picture of two faces, as it was just added."""
    content = encoded(faces_at((60, 120), (400, 120)), quality=95)
    return verbs.add_picture(by=bob, name="two.jpg", content=content, alt="Two people")


@pytest.fixture
def blind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """An installation without the model that finds faces."""
    eyes().close()
    monkeypatch.setattr(eyes_here, "MODEL", tmp_path / "nothing.onnx")


def covered(by: Membership, asset: Asset) -> Asset:
    """Have a picture looked at and every face in it covered."""
    while looking.look(asset.pk):
        pass
    deciding.cover_all(by=by, asset=asset)
    deciding.answer(by=by, asset=asset, recognisable=False)
    return fresh(asset)


@here
def test_faces_are_found_at_the_first_look_and_hold_the_picture_back(two: Asset):
    assert looking.look(two.pk)
    assert fresh(two).look == "quick"
    assert [one.kind for one in two.boxes.filter(status="open")] == ["face", "face"]
    assert not looking.look(two.pk)
    assert fresh(two).look == "done"
    assert two.boxes.filter(kind="face").count() == 2


@here
def test_covered_bytes_are_made_verified_and_the_only_ones_that_go_out(bob: Membership, two: Asset):
    asset = covered(bob, two)
    assert asset.render_due
    assert rendering.render(two.pk)
    [made] = two.renderings.all()
    assert made.verified_at is not None
    ref = outgoing(fresh(two)).ref
    assert ref is not None
    assert ref.sha256 == made.sha256
    content = blobs.get(two.organisation_id, made.sha256)
    assert eyes().scan(content, full=True).faces == ()
    assert eyes().scan(content, full=True).metadata.kinds == ()
    assert thumbs.get(two.organisation_id, made.sha256)
    facts = Entry.objects.get(subject=two.subject, verb="picture.rendered").facts
    assert (facts["bytes"], facts["verified"]) == (made.sha256, True)


@here
def test_what_the_page_shows_as_sent_is_byte_for_byte_what_is_sent(bob: Membership, two: Asset):
    covered(bob, two)
    rendering.render(two.pk)
    [made] = two.renderings.all()
    client = Client()
    client.force_login(bob.user)
    shown = client.get(f"{BASE}/{two.pk}/picture/")
    assert shown.content == blobs.get(two.organisation_id, made.sha256)
    master = client.get(f"{BASE}/{two.pk}/master/").content
    assert master == blobs.get(two.organisation_id, two.sha256) != shown.content
    page = client.get(f"{BASE}/{two.pk}/?show=sent").content.decode()
    assert "Exactly the bytes that go out" in page


@here
def test_covers_that_change_while_bytes_are_made_are_made_anew(bob: Membership, two: Asset):
    asset = covered(bob, two)
    claimed = leases.claim(asset.pk, Asset.objects.all())
    assert claimed is not None
    wanted = rendering.covers_hash(claimed, claimed.boxes.all())
    deciding.cover(by=bob, box=Box.objects.select_related("asset")[0], how="mosaic")
    rendering._keep(claimed, None, wanted)
    assert fresh(two).render_due
    assert rendering.render(two.pk)
    assert outgoing(fresh(two)).ref is not None


@here
def test_a_late_worker_neither_replaces_nor_adds_bytes(bob: Membership, two: Asset):
    asset = covered(bob, two)
    wanted = rendering.covers_hash(asset, asset.boxes.all())
    assert rendering.render(two.pk)
    [made] = two.renderings.all()
    Asset.objects.filter(pk=two.pk).update(render_due=True)
    late = leases.claim(two.pk, Asset.objects.all())
    assert late is not None
    worse = Rendering(asset=late, covers=wanted, problems=[rendering.NOT_HERE])
    rendering._keep(late, worse, wanted)
    assert list(two.renderings.all()) == [made]
    made.delete()
    rendering._keep(late, Rendering(asset=late, covers=wanted), wanted)
    assert not two.renderings.exists()


@here
def test_a_look_that_held_the_row_has_the_covers_made_that_waited_for_it(
    bob: Membership, two: Asset, settings: Any
):
    looking.look(two.pk)
    deciding.cover_all(by=bob, asset=two)
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    tasks.look.call(two.pk)
    assert fresh(two).look == "done"
    assert two.renderings.filter(verified_at__isnull=False).exists()


@here
def test_bytes_are_made_once_for_the_same_covers(bob: Membership, two: Asset):
    covered(bob, two)
    assert rendering.render(two.pk)
    assert not rendering.render(two.pk)
    deciding.undo(by=bob, asset=two)
    deciding.cover_all(by=bob, asset=two)
    assert not fresh(two).render_due
    deciding.answer(by=bob, asset=two, recognisable=False)
    assert outgoing(fresh(two)).ref is not None


@here
def test_the_clock_finds_bytes_that_were_not_made(bob: Membership, two: Asset):
    covered(bob, two)
    assert tasks.wake_unrendered(timezone.now()) == 1
    rendering.render(two.pk)
    assert tasks.wake_unrendered(timezone.now()) == 0


@here
def test_a_picture_whose_bytes_are_gone_is_left_to_people(bob: Membership):
    asset = verbs.add_picture(by=bob, name="lamp.jpg", content=photo())
    looking.look(asset.pk)
    default_storage.delete(blobs._path(asset.organisation_id, asset.sha256))
    assert not looking.look(asset.pk)
    assert fresh(asset).look == "by_hand"


@here
def test_what_the_file_held_beside_the_picture_is_told_by_kind_only(bob: Membership):
    asset = verbs.add_picture(by=bob, name="lamp.jpg", content=photo())
    looking.look(asset.pk)
    assert {"EXIF", "GPS"} <= set(fresh(asset).removed)


def test_where_nothing_can_look_a_person_has_to(bob: Membership, two: Asset, blind: None):
    assert not looking.look(two.pk)
    asset = fresh(two)
    assert asset.look == "by_hand"
    assert outgoing(asset).ref is None
    client = Client()
    client.force_login(bob.user)
    page = client.get(f"{BASE}/{two.pk}/").content.decode()
    assert "Not machine-checked" in page
    assert "not installed here" in page
    assert page.count('name="looked_for"') == len(deciding.CHECKLIST)


def test_where_nothing_can_cover_nothing_covered_leaves(bob: Membership, two: Asset, blind: None):
    looking.look(two.pk)
    deciding.draw(by=bob, asset=two, kind="face", place=Box(x=0.1, y=0.2, w=0.2, h=0.3).place)
    covered(bob, two)
    deciding.check_by_hand(by=bob, asset=two, looked_for=deciding.CHECKLIST)
    assert rendering.render(two.pk)
    assert outgoing(fresh(two)).reasons == (rendering.NOT_HERE,)

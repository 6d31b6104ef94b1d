"""What pictures hold against sending, at the moment of sending, and where they may be shown."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bedside.consents.tests.cast import signed
from bedside.consents.uses import uses_of
from bedside.guard.images.findings import Scan
from bedside.guard.images.tests.pictures import photo
from bedside.library import deciding, gating, verbs
from bedside.library.models import Asset, Box
from bedside.library.publishing import Row, could_publish
from bedside.library.queries import (
    boxes_of,
    by_hash,
    outgoing,
    problems,
    ref_of,
    relied_on,
)
from bedside.library.tests.groups import PHASH, face, fresh, group, link_both, revoke
from bedside.library.tests.looks import rendered
from bedside.library.tests.settling import seen
from bedside.outbox import gate
from bedside.outbox import verbs as outbox
from bedside.outbox.payload import Payload, PictureRef
from bedside.outbox.sending import deliver
from bedside.outbox.states import State
from bedside.outbox.verbs import NotPossible

if TYPE_CHECKING:
    from typing import Any

    from bedside.channels.practice.network import PracticeNetwork
    from bedside.orgs.models import Membership
    from bedside.outbox.models import Account, Delivery

__all__ = ["group"]


def planned(
    by: Membership, account: Account, picture: PictureRef | None, *relied_on: int
) -> Delivery:
    """Plan a delivery past everything that asks before the gate does."""
    assert picture is not None
    part = outbox.Outgoing(Payload(text="Lamps.", pictures=(picture,), consents=relied_on))
    subject = f"post:{account.deliveries.count() + 7}"
    [delivery] = outbox.send(
        by=by, account=account, subject=subject, parts=[part], due=timezone.now()
    )
    return delivery


def against(delivery: Delivery) -> list[str]:
    return gating.obstacles(delivery, lock=False)


def test_the_gate_cannot_be_without_the_pictures_check():
    assert "pictures" in gate.REQUIRED


def test_a_picture_that_is_in_no_library_does_not_go_out(
    bob: Membership, account: Account, network: PracticeNetwork
):
    unknown = PictureRef("a" * 64, "image/jpeg", 320, 240, 9000, "A lamp")
    delivery = planned(bob, account, unknown)
    assert against(delivery) == ["Picture 1: It is not in the library."]
    deliver(delivery.pk)
    delivery.refresh_from_db()
    assert delivery.state == State.REFUSED
    assert network.timeline("cedarhollow") == []


def test_a_picture_of_another_clinic_is_not_known(
    bob: Membership, charlie: Membership, account: Account
):
    theirs = verbs.add_picture(by=charlie, name="chair.jpg", content=photo())
    delivery = planned(bob, account, ref_of(theirs))
    assert against(delivery) == ["Picture 1: It is not in the library."]


def test_open_faces_keep_a_picture_in_the_house(bob: Membership, account: Account, group: Asset):
    delivery = planned(bob, account, ref_of(group))
    assert against(delivery) == ["Picture 1: Face 1, Face 2 are open: cover it, or say why not."]


def test_a_consent_for_every_face_lets_it_out_while_the_post_relies_on_it(
    bob: Membership, account: Account, group: Asset
):
    form = signed(bob)
    asset = link_both(bob, group, form)
    assert relied_on(asset) == (form.pk,)
    picture = outgoing(asset).ref
    assert against(planned(bob, account, picture, form.pk)) == []
    assert against(planned(bob, account, picture)) == [
        f"Picture 1: It relies on {form.reference}, and the post does not. Save it again."
    ]


@pytest.mark.parametrize(
    ("terms", "reason"),
    [
        ({"networks": ["facebook"]}, "The form does not name this network."),
        ({"items": ["name"]}, "The post says more than the form allows."),
        ({"assets": [PHASH ^ ((1 << 40) - 1)]}, "The form is for another picture."),
    ],
)
def test_a_consent_that_does_not_cover_this_use_stops_it(
    bob: Membership, account: Account, group: Asset, terms: dict[str, Any], reason: str
):
    form = signed(bob, **terms)
    asset = link_both(bob, group, form)
    delivery = planned(bob, account, outgoing(asset).ref, form.pk)
    assert against(delivery) == [f"Picture 1: {form.reference}: {reason}"]


def test_a_consent_that_was_taken_back_stops_it_and_every_copy_of_the_picture(
    bob: Membership, account: Account, group: Asset
):
    form = signed(bob)
    asset = link_both(bob, group, form)
    copy = verbs.add_picture(by=bob, name="copy.jpg", content=photo(200, 150))
    seen(copy, Scan(200, 150, PHASH ^ 0b1011, full=True))
    deciding.answer(by=bob, asset=copy, recognisable=False)
    assert outgoing(fresh(copy)).ref is not None
    delivery = planned(bob, account, outgoing(asset).ref, form.pk)
    revoke(bob, form)
    assert any("taken it back" in reason for reason in against(delivery))
    said = f"It looks like a picture of {form.reference}, which was taken back."
    assert outgoing(fresh(copy)).reasons == (said,)


@pytest.mark.parametrize(
    ("says", "items", "refused"),
    [
        ("Reads like a name.", ["photo"], "does not allow showing the name"),
        ("Reads like a name and a date of birth.", ["photo", "name"], "No consent covers this"),
        ("Reads like a record number.", ["photo", "name"], "No consent covers this"),
    ],
)
def test_a_consent_for_a_photo_shows_no_identifier_in_it(
    bob: Membership, group: Asset, says: str, items: list[str], refused: str
):
    form = signed(bob, items=items, name_shown="full" if "name" in items else "none")
    with pytest.raises(NotPossible, match=refused):
        deciding.link(by=bob, box=wristband(group, says), authorization=form.pk)


@pytest.mark.parametrize(("shown", "goes"), [("full", True), ("first", False)])
def test_a_name_in_a_picture_needs_a_form_that_allows_all_of_it(
    bob: Membership, account: Account, group: Asset, shown: str, goes: bool
):
    form = signed(bob, items=["photo", "name"], name_shown=shown)
    link_both(bob, group, form)
    box = wristband(group, "Reads like a name.")
    deciding.link(by=bob, box=box, authorization=form.pk)
    asset = fresh(group)
    said = against(planned(bob, account, outgoing(asset).ref, form.pk))
    assert (said == []) is goes
    assert rows(asset)["facebook"].now is goes


def wristband(asset: Asset, says: str) -> Box:
    place = {"x": 0.4, "y": 0.8, "w": 0.1, "h": 0.05}
    return Box.objects.create(
        asset=asset,
        number=1,
        letter="T",
        kind="text",
        found_in="full",
        says=says,
        origin=[*place.values()],
        **place,
    )


def test_the_forms_taken_back_are_read_once_for_all_pictures(
    bob: Membership, account: Account, group: Asset
):
    revoke(bob, signed(bob, assets=[PHASH ^ ((1 << 40) - 1)]))
    link_both(bob, group, signed(bob))
    ref = outgoing(fresh(group)).ref
    assert ref is not None
    delivery = planned(bob, account, ref)
    four = Payload(text="Lamps.", pictures=(ref,) * 4)
    type(delivery).objects.filter(pk=delivery.pk).update(payload=four.as_json())
    delivery.refresh_from_db()
    with CaptureQueriesContext(connection) as asked:
        against(delivery)
    assert sum("consents_revocation" in one["sql"].partition(" WHERE ")[0] for one in asked) <= 2


def test_a_consent_that_does_not_hold_cannot_be_linked(
    bob: Membership, charlie: Membership, group: Asset
):
    revoked = signed(bob)
    revoke(bob, revoked)
    with pytest.raises(NotPossible, match="taken it back"):
        deciding.link(by=bob, box=face(group, 1), authorization=revoked.pk)
    with pytest.raises(NotPossible, match="not known here"):
        deciding.link(by=bob, box=face(group, 1), authorization=signed(charlie).pk)


def test_only_the_verified_bytes_with_the_present_covers_go_out(
    bob: Membership, account: Account, group: Asset
):
    for number in (1, 2):
        deciding.cover(by=bob, box=face(group, number))
    assert outgoing(fresh(group)).reasons == ("The covered picture is being made.",)
    made = rendered(group)
    ref = outgoing(fresh(group)).ref
    assert ref is not None
    assert ref.sha256 == made.sha256 != group.sha256
    assert by_hash(bob.organisation, [made.sha256]) == {made.sha256: group}
    assert against(planned(bob, account, ref)) == []
    uncovered = planned(bob, account, ref_of(group))
    assert "not the bytes with its present covers" in against(uncovered)[0]


def test_bytes_that_did_not_pass_stay_here_with_the_reason(bob: Membership, group: Asset):
    for number in (1, 2):
        deciding.cover(by=bob, box=face(group, number))
    rendered(group, verified=False)
    assert outgoing(fresh(group)).reasons == ("A face can still be found under a cover.",)


def test_covers_that_changed_after_approval_stop_the_old_bytes(
    bob: Membership, account: Account, group: Asset
):
    for number in (1, 2):
        deciding.cover(by=bob, box=face(group, number))
    rendered(group)
    delivery = planned(bob, account, outgoing(fresh(group)).ref)
    deciding.cover(by=bob, box=face(group, 2), how="mosaic")
    rendered(group)
    assert "not the bytes with its present covers" in against(delivery)[0]


def test_the_answer_is_the_same_while_rows_are_held(
    bob: Membership, account: Account, group: Asset, db: None
):
    delivery = planned(bob, account, ref_of(group))
    assert gating.obstacles(delivery, lock=True) == against(delivery)


def test_a_picture_put_aside_is_still_judged(bob: Membership, account: Account, group: Asset):
    delivery = planned(bob, account, ref_of(group))
    verbs.delete(by=bob, asset=group)
    assert "are open" in against(delivery)[0]


def rows(asset: Asset) -> dict[str, Row]:
    asset = fresh(asset)
    boxes = boxes_of(asset)
    places = ["practice", "facebook", "linkedin"]
    found = could_publish(asset, boxes, places, problems(asset, boxes))
    return {row.place: row for row in found}


def test_could_we_publish_this_says_what_it_takes_and_why(bob: Membership, group: Asset):
    assert rows(group)["practice"].then == "With Face 1 and Face 2 covered"
    form = signed(bob)
    link_both(bob, group, form)
    found = rows(group)
    assert (found["facebook"].now, found["facebook"].why) == (True, f"{form.reference} names it.")
    assert found["website"].now
    assert (found["linkedin"].now, found["linkedin"].then) == (False, "Without Face 1 and Face 2")
    assert found["paid"].why == f"{form.reference}: The form does not allow advertising."


def test_an_end_between_today_and_sending_is_seen(bob: Membership, account: Account, group: Asset):
    form = signed(bob, expires_on=timezone.now().date() + timedelta(days=1))
    asset = link_both(bob, group, form)
    delivery = planned(bob, account, outgoing(asset).ref, form.pk)
    assert against(delivery) == []
    type(form).objects.filter(pk=form.pk).update(
        expires_on=timezone.now().date() - timedelta(days=2)
    )
    assert against(delivery) == [f"Picture 1: {form.reference}: It has ended. Ask for a new one."]


def test_a_consent_knows_the_pictures_that_rely_on_it(bob: Membership, group: Asset):
    form = signed(bob)
    link_both(bob, group, form)
    assert [use.title for use in uses_of(form)] == ["Picture: group"]

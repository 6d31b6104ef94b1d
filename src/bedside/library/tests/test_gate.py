"""What pictures hold against sending, at the moment of sending, and where they may be shown."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from bedside.consents import verbs as consents
from bedside.consents.models import Revocation
from bedside.consents.tests.cast import signed
from bedside.consents.uses import uses_of
from bedside.guard.images.boxes import Box as Place
from bedside.guard.images.findings import Face, Scan
from bedside.guard.images.tests.pictures import photo
from bedside.library import deciding, gating, verbs
from bedside.library.models import Asset, Box, Rendering
from bedside.library.publishing import Row, could_publish
from bedside.library.queries import boxes_of, by_hash, outgoing, ref_of, relied_on, relied_on_by
from bedside.library.rendering import covers_hash
from bedside.library.tests.settling import seen
from bedside.outbox import blobs, gate
from bedside.outbox import verbs as outbox
from bedside.outbox.payload import Payload, PictureRef
from bedside.outbox.sending import deliver
from bedside.outbox.states import State
from bedside.outbox.verbs import NotPossible

if TYPE_CHECKING:
    from typing import Any

    from bedside.channels.practice.network import PracticeNetwork
    from bedside.consents.models import Authorization
    from bedside.orgs.models import Membership
    from bedside.outbox.models import Account, Delivery

PHASH = 0xB18ECE3130CF6996
GROUP = Scan(
    320,
    240,
    PHASH,
    faces=(Face(Place(0.1, 0.1, 0.2, 0.2), 0.9), Face(Place(0.6, 0.1, 0.2, 0.2), 0.9)),
    full=True,
)


@pytest.fixture
def group(bob: Membership) -> Asset:
    """Two people in a picture, neither of them settled; the question is answered."""
    asset = verbs.add_picture(by=bob, name="group.jpg", content=photo(), alt="Two people")
    seen(asset, GROUP)
    deciding.answer(by=bob, asset=asset, recognisable=False)
    return fresh(asset)


def fresh(asset: Asset) -> Asset:
    return Asset.objects.get(pk=asset.pk)


def face(asset: Asset, number: int) -> Box:
    return asset.boxes.select_related("asset").get(number=number, letter="")


def rendered(asset: Asset, *, verified: bool = True) -> Rendering:
    """Put bytes in the place of those that would be made with the present covers."""
    content = b"covered " + covers_hash(asset, asset.boxes.all()).encode()
    Asset.objects.filter(pk=asset.pk).update(render_due=False)
    return Rendering.objects.create(
        asset=asset,
        covers=covers_hash(asset, asset.boxes.all()),
        sha256=blobs.put(asset.organisation_id, content),
        mime="image/jpeg",
        width=320,
        height=240,
        size=len(content),
        verified_at=timezone.now() if verified else None,
        problems=[] if verified else ["A face can still be found under a cover."],
    )


def link_both(by: Membership, asset: Asset, form: Authorization) -> Asset:
    for number in (1, 2):
        deciding.link(by=by, box=face(asset, number), authorization=form.pk)
    return fresh(asset)


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


def revoke(by: Membership, form: Authorization) -> None:
    consents.revoke(by=by, authorization=form, how=Revocation.How.PHONE, received_at=timezone.now())


def test_a_withdrawn_picture_may_be_shown_again_once_the_person_is_covered(
    bob: Membership, group: Asset
):
    form, other = signed(bob), signed(bob)
    deciding.link(by=bob, box=face(group, 1), authorization=form.pk)
    deciding.link(by=bob, box=face(group, 2), authorization=other.pk)
    revoke(bob, form)
    assert outgoing(fresh(group)).ref is None
    deciding.cover(by=bob, box=face(group, 1))
    rendered(group)
    assert outgoing(fresh(group)).ref is not None


def test_a_form_bound_to_a_picture_still_guards_it_after_the_box_was_dismissed(
    bob: Membership, group: Asset
):
    form = signed(bob, assets=[PHASH])
    link_both(bob, group, form)
    revoke(bob, form)
    for number in (1, 2):
        deciding.dismiss(by=bob, box=face(group, number), reason="not_a_face")
    assert "was taken back" in outgoing(fresh(group)).reasons[0]


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
    found = could_publish(asset, boxes_of(asset), ["practice", "facebook", "linkedin"])
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
    assert relied_on_by(bob.organisation, [group.sha256, "0" * 64]) == (form.pk,)

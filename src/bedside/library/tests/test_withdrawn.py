"""Pictures of people who took their consent back, and whatever looks like them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.consents.tests.cast import signed
from bedside.guard.images.findings import Scan
from bedside.guard.images.tests.pictures import photo
from bedside.library import deciding, verbs
from bedside.library.models import Asset
from bedside.library.queries import (
    outgoing,
    pictures,
)
from bedside.library.tests.groups import PHASH, face, fresh, group, link_both, replaced, revoke
from bedside.library.tests.looks import rendered
from bedside.library.tests.settling import seen

if TYPE_CHECKING:
    from bedside.orgs.models import Membership

__all__ = ["group"]


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


def test_a_picture_of_the_older_form_is_withdrawn_with_the_newer_one(bob: Membership, group: Asset):
    form = signed(bob)
    link_both(bob, group, form)
    copy = verbs.add_picture(by=bob, name="copy.jpg", content=photo(200, 150))
    seen(copy, Scan(200, 150, PHASH, full=True))
    deciding.answer(by=bob, asset=copy, recognisable=False)
    newer = replaced(bob, form)
    assert outgoing(fresh(copy)).ref is not None
    revoke(bob, newer)
    said = f"It looks like a picture of {newer.reference}, which was taken back."
    assert outgoing(fresh(copy)).reasons == (said,)
    assert list(pictures(bob.organisation, show="usable")) == []


def test_only_a_form_in_the_place_of_the_withdrawn_one_settles_a_picture(
    bob: Membership, group: Asset
):
    form = signed(bob, assets=[PHASH])
    revoke(bob, form)
    link_both(bob, group, signed(bob))
    assert outgoing(fresh(group)).reasons == (
        f"It looks like a picture of {form.reference}, which was taken back.",
    )
    link_both(bob, group, replaced(bob, form))
    assert outgoing(fresh(group)).reasons == ()


def test_a_picture_without_a_hash_is_not_clear_while_somebody_took_pictures_back(
    bob: Membership, group: Asset
):
    old = verbs.add_picture(by=bob, name="old.jpg", content=photo(200, 150))
    seen(old)
    deciding.answer(by=bob, asset=old, recognisable=False)
    Asset.objects.filter(pk=old.pk).update(phash="")
    assert outgoing(fresh(old)).ref is not None
    form = signed(bob, assets=[PHASH])
    revoke(bob, form)
    assert "cannot be compared" in outgoing(fresh(old)).reasons[0]
    assert old not in pictures(bob.organisation, show="usable")


def test_a_picture_is_known_as_withdrawn_before_anything_has_looked_at_it(bob: Membership):
    first = verbs.add_picture(by=bob, name="one.jpg", content=photo())
    form = signed(bob, assets=[first.hash64])
    revoke(bob, form)
    smaller = verbs.add_picture(by=bob, name="two.jpg", content=photo(200, 150))
    assert smaller.look == "waiting"
    assert form.reference in " ".join(outgoing(smaller).reasons)


def test_a_form_bound_to_a_picture_still_guards_it_after_the_box_was_dismissed(
    bob: Membership, group: Asset
):
    form = signed(bob, assets=[PHASH])
    link_both(bob, group, form)
    revoke(bob, form)
    for number in (1, 2):
        deciding.dismiss(by=bob, box=face(group, number), reason="not_a_face")
    assert "was taken back" in outgoing(fresh(group)).reasons[-1]

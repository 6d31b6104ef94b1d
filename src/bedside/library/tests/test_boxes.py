from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from bedside.guard.images.boxes import Box as Place
from bedside.guard.images.findings import Line, Scan, Texts
from bedside.library import deciding, leases, looking, tasks
from bedside.library.chips import chip_of
from bedside.library.models import Asset, Box
from bedside.library.queries import outgoing, pictures, problems
from bedside.orgs.models import User
from bedside.orgs.permissions import Role
from bedside.orgs.verbs import add_member
from bedside.outbox.verbs import NotPossible
from bedside.records.models import Entry

if TYPE_CHECKING:
    from bedside.orgs.models import Membership

from bedside.library.tests.looks import (
    BASE,
    FACE,
    FULL,
    QUICK,
    SECRET_LINE,
    asset,
    box,
    boxed,
    claimed,
    client_of,
    recorded,
    rendered,
)

__all__ = ["asset", "boxed"]


def test_the_first_look_brings_faces_and_the_second_the_rest_without_doubling(asset: Asset):
    assert looking.keep(claimed(asset), QUICK)
    asset.refresh_from_db()
    assert (asset.look, [one.label for one in asset.boxes.all()]) == ("quick", ["1"])
    assert not looking.keep(claimed(asset), FULL)
    asset.refresh_from_db()
    assert asset.look == "done"
    assert sorted(one.label for one in asset.boxes.all()) == ["1", "2", "C1", "T1", "T2", "T3"]
    assert (asset.removed, asset.faint) == (["EXIF", "GPS", "XMP"], 1)


def test_a_decision_made_after_the_first_look_outlives_the_second(bob: Membership, asset: Asset):
    looking.keep(claimed(asset), QUICK)
    deciding.cover(by=bob, box=box(asset, "1"))
    looking.keep(claimed(asset), FULL)
    assert box(asset, "1").status == "covered"


def test_a_box_that_a_person_took_away_hides_nothing_from_the_second_look(
    bob: Membership, asset: Asset
):
    looking.keep(claimed(asset), Scan(320, 240, 1))
    drawn = deciding.draw(by=bob, asset=asset, kind="face", place=FACE)
    deciding.remove(by=bob, box=drawn)
    looking.keep(claimed(asset), FULL)
    assert box(asset, "2").status == "open"


def test_what_is_harmless_begins_settled_and_all_else_begins_open(boxed: Asset):
    states = {one.label: one.status for one in boxed.boxes.all()}
    assert states == {
        "1": "open",
        "2": "open",
        "T1": "open",
        "T2": "dismissed",
        "T3": "open",
        "C1": "dismissed",
    }


def test_words_that_were_read_are_kept_nowhere(boxed: Asset):
    kept = [str(vars(one)) for one in boxed.boxes.all()]
    kept += [str(entry.facts) for entry in Entry.objects.filter(subject=boxed.subject)]
    assert not [one for one in kept if "LOPEZ" in one or "1951" in one]


def test_a_look_whose_claim_was_lost_changes_nothing(asset: Asset):
    old = claimed(asset)
    Asset.objects.filter(pk=asset.pk).update(claimed_until=timezone.now() - leases.LEASE)
    new = claimed(asset)
    looking.keep(old, FULL)
    assert not asset.boxes.exists()
    looking.keep(new, FULL)
    assert asset.boxes.exists()


def test_two_looks_at_once_are_one(asset: Asset):
    claimed(asset)
    assert leases.claim(asset.pk, Asset.objects.all()) is None


def test_a_picture_that_nobody_can_look_at_is_left_to_people_and_never_taken_for_fine(
    bob: Membership, asset: Asset
):
    for _ in range(leases.MOST_TRIES):
        Asset.objects.filter(pk=asset.pk).update(claimed_until=None)
        claimed(asset)
    Asset.objects.filter(pk=asset.pk).update(claimed_until=None)
    assert not looking.look(asset.pk)
    asset.refresh_from_db()
    assert asset.look == "by_hand"
    deciding.answer(by=bob, asset=asset, recognisable=False)
    asset.refresh_from_db()
    assert outgoing(asset).reasons == (
        "The machine could not look at it: go through the checklist.",
    )
    assert "not_machine_checked" in recorded(asset)


def by_hand(asset: Asset) -> Asset:
    looking.leave_to_people(claimed(asset), looking.NotLooked.NOT_INSTALLED)
    asset.refresh_from_db()
    return asset


def test_a_person_who_looked_for_everything_stands_in_for_the_machine(
    bob: Membership, asset: Asset
):
    by_hand(asset)
    deciding.check_by_hand(by=bob, asset=asset, looked_for=deciding.CHECKLIST)
    deciding.answer(by=bob, asset=asset, recognisable=False)
    asset.refresh_from_db()
    assert outgoing(asset).ref is not None
    facts = Entry.objects.get(subject=asset.subject, verb="picture.checked_by_hand").facts
    assert facts["machine"] == "not machine-checked"


@pytest.mark.parametrize("left_out", deciding.CHECKLIST)
def test_a_checklist_with_a_gap_is_not_done(bob: Membership, asset: Asset, left_out: str):
    by_hand(asset)
    with pytest.raises(NotPossible, match="everything on the list"):
        deciding.check_by_hand(by=bob, asset=asset, looked_for=set(deciding.CHECKLIST) - {left_out})


def test_the_checklist_cannot_stand_in_where_the_machine_looks(bob: Membership, asset: Asset):
    with pytest.raises(NotPossible):
        deciding.check_by_hand(by=bob, asset=asset, looked_for=deciding.CHECKLIST)


def test_trying_again_needs_the_checklist_anew(bob: Membership, asset: Asset):
    by_hand(asset)
    deciding.check_by_hand(by=bob, asset=asset, looked_for=deciding.CHECKLIST)
    deciding.try_again(by=bob, asset=asset)
    asset.refresh_from_db()
    assert (asset.look, asset.hand_checked_at) == ("waiting", None)


def test_the_clock_finds_what_was_not_looked_at(asset: Asset):
    assert tasks.wake_unseen(timezone.now()) == 1
    claimed(asset)
    assert tasks.wake_unseen(timezone.now()) == 0


def test_every_open_box_and_the_question_stand_against_sending(bob: Membership, boxed: Asset):
    said = problems(boxed, list(boxed.boxes.all()))
    assert said == [
        "Face 1, Face 2, Text T1, Text T3 are open: cover it, or say why not.",
        "Answer whether a neighbor could recognize somebody in it.",
    ]
    settle_all(bob, boxed)
    assert outgoing(boxed).ref is not None


def settle_all(by: Membership, asset: Asset) -> None:
    for one in asset.boxes.filter(status="open").select_related("asset"):
        deciding.dismiss(by=by, box=one, reason=deciding.REASONS[one.kind][0])
    deciding.answer(by=by, asset=asset, recognisable=False)
    asset.refresh_from_db()


def test_somebody_who_could_be_recognized_needs_a_cover_or_a_consent(bob: Membership, boxed: Asset):
    settle_all(bob, boxed)
    deciding.cover(by=bob, box=box(boxed, "1"))
    deciding.cover(by=bob, box=box(boxed, "T1"))
    deciding.answer(by=bob, asset=boxed, recognisable=True)
    boxed.refresh_from_db()
    assert "could be recognized" in outgoing(boxed).reasons[0]
    deciding.cover(by=bob, box=box(boxed, "T1"))
    assert "could be recognized" in outgoing(boxed).reasons[0]
    assert not usable(bob)
    tattoo = deciding.draw(by=bob, asset=boxed, kind="drawn", place=Place(0.1, 0.4, 0.2, 0.2))
    deciding.cover(by=bob, box=tattoo)
    rendered(boxed)
    assert outgoing(boxed).reasons == ()
    assert usable(bob) == [boxed]


@pytest.mark.parametrize("take_away", ["reopen", "dismiss", "undo"])
def test_the_question_is_asked_again_when_a_cover_is_taken_away(
    bob: Membership, boxed: Asset, take_away: str
):
    settle_all(bob, boxed)
    deciding.cover(by=bob, box=box(boxed, "1"))
    deciding.answer(by=bob, asset=boxed, recognisable=False)
    if take_away == "reopen":
        deciding.reopen(by=bob, box=box(boxed, "1"))
    elif take_away == "dismiss":
        deciding.dismiss(by=bob, box=box(boxed, "1"), reason="drawing")
    else:
        deciding.undo(by=bob, asset=boxed)
    boxed.refresh_from_db()
    assert (boxed.recognisable, boxed.answered_at) == ("", None)


def usable(by: Membership) -> list[Asset]:
    return list(pictures(by.organisation, show="usable"))


def test_a_list_calls_nothing_settled_whose_covers_could_not_be_made(bob: Membership, boxed: Asset):
    deciding.cover_all(by=bob, asset=boxed)
    deciding.answer(by=bob, asset=boxed, recognisable=False)
    assert (usable(bob), chips(bob)) == ([], ["Not yet"])
    rendered(boxed, verified=False)
    assert (usable(bob), chips(bob)) == ([], ["Not yet"])
    boxed.renderings.all().delete()
    rendered(boxed)
    assert (usable(bob), chips(bob)) == ([boxed], ["4 covered"])


def chips(by: Membership) -> list[str]:
    return [chip_of(one).word for one in pictures(by.organisation)]


@pytest.mark.parametrize(
    ("label", "reason"), [("1", "unreadable"), ("T1", "not_a_face"), ("T3", "read"), ("1", "")]
)
def test_a_reason_that_does_not_fit_is_refused(
    bob: Membership, boxed: Asset, label: str, reason: str
):
    with pytest.raises(NotPossible):
        deciding.dismiss(by=bob, box=box(boxed, label), reason=reason)


def test_letters_get_no_mosaic(bob: Membership, boxed: Asset):
    with pytest.raises(NotPossible, match="mosaic"):
        deciding.cover(by=bob, box=box(boxed, "T1"), how="mosaic")
    deciding.cover(by=bob, box=box(boxed, "1"), how="mosaic")
    assert box(boxed, "1").how == "mosaic"


@pytest.mark.parametrize("how", ["blur", "bar", ""])
def test_a_blur_or_a_bar_is_no_cover(bob: Membership, boxed: Asset, how: str):
    with pytest.raises(NotPossible):
        deciding.cover(by=bob, box=box(boxed, "1"), how=how)


def test_all_but_these_are_covered_in_one_step_and_back_in_one(bob: Membership, boxed: Asset):
    assert deciding.cover_all(by=bob, asset=boxed, but=[box(boxed, "2").pk]) == 3
    assert [one.label for one in boxed.boxes.filter(status="open")] == ["2"]
    assert deciding.undo(by=bob, asset=boxed)
    assert boxed.boxes.filter(status="open").count() == 4


def test_undo_goes_back_step_by_step_and_then_says_so(bob: Membership, boxed: Asset):
    deciding.cover(by=bob, box=box(boxed, "1"))
    deciding.dismiss(by=bob, box=box(boxed, "1"), reason="not_a_face")
    deciding.undo(by=bob, asset=boxed)
    assert (box(boxed, "1").status, box(boxed, "1").reason) == ("covered", "")
    deciding.undo(by=bob, asset=boxed)
    assert box(boxed, "1").status == "open"
    assert not deciding.undo(by=bob, asset=boxed)


def test_what_was_missed_is_drawn_and_recorded_as_a_miss(bob: Membership, boxed: Asset):
    drawn = deciding.draw(by=bob, asset=boxed, kind="face", place=Place(0.9, 0.9, 0.5, 0.5))
    assert (drawn.label, drawn.status, drawn.found_in) == ("3", "open", "person")
    assert (drawn.x + drawn.w, drawn.y + drawn.h) == (1.0, 1.0)
    assert recorded(boxed)[-1] == "miss_drawn"
    deciding.undo(by=bob, asset=boxed)
    assert box(boxed, "3").status == "removed"
    assert "Face 3" not in problems(boxed, list(boxed.boxes.all()))[0]


def test_a_box_of_the_machine_cannot_be_moved_away_or_taken_away(bob: Membership, boxed: Asset):
    with pytest.raises(NotPossible, match="was found there"):
        deciding.move(by=bob, box=box(boxed, "1"), place=Place(0.0, 0.0, 0.1, 0.1))
    with pytest.raises(NotPossible, match="found by the machine"):
        deciding.remove(by=bob, box=box(boxed, "1"))
    with pytest.raises(NotPossible, match="make it larger"):
        deciding.move(by=bob, box=box(boxed, "1"), place=Place(0.4, 0.45, 0.1, 0.05))
    with pytest.raises(NotPossible, match="make it larger"):
        deciding.move(by=bob, box=box(boxed, "1"), place=Place(0.43, 0.31, 0.1, 0.2))
    deciding.move(by=bob, box=box(boxed, "1"), place=Place(0.39, 0.29, 0.13, 0.23))
    assert box(boxed, "1").w == pytest.approx(0.13)


def test_only_who_drew_a_box_takes_it_away_and_only_within_the_hour(
    bob: Membership, alice: Membership, boxed: Asset
):
    drawn = deciding.draw(by=bob, asset=boxed, kind="face", place=Place(0.1, 0.4, 0.2, 0.2))
    with pytest.raises(NotPossible, match="Only who drew it"):
        deciding.remove(by=alice, box=drawn)
    assert 'id="do-remove"' in page_of(bob, boxed, drawn)
    assert 'id="do-remove"' not in page_of(alice, boxed, drawn)
    late = timezone.now() - deciding.SITTING
    boxed.boxes.filter(pk=drawn.pk).update(drawn_at=late)
    drawn.refresh_from_db()
    with pytest.raises(NotPossible, match="within the hour"):
        deciding.remove(by=bob, box=drawn)
    deciding.dismiss(by=alice, box=drawn, reason="not_a_face")


def page_of(by: Membership, asset: Asset, one: Box) -> str:
    return client_of(by).get(f"{BASE}/{asset.pk}/?box={one.pk}").content.decode()


@pytest.mark.parametrize("how", ["remove", "undo"])
def test_the_checklist_is_gone_through_again_when_a_drawn_box_is_taken_away(
    bob: Membership, asset: Asset, how: str
):
    by_hand(asset)
    drawn = deciding.draw(by=bob, asset=asset, kind="face", place=FACE)
    deciding.check_by_hand(by=bob, asset=asset, looked_for=deciding.CHECKLIST)
    if how == "remove":
        deciding.remove(by=bob, box=drawn)
    else:
        deciding.undo(by=bob, asset=asset)
    asset.refresh_from_db()
    assert (asset.hand_checked_at, asset.hand_checked_by) == (None, None)


def test_nobody_takes_a_colleagues_step_back(bob: Membership, alice: Membership, boxed: Asset):
    deciding.cover(by=bob, box=box(boxed, "1"))
    assert not deciding.undo(by=alice, asset=boxed)
    deciding.dismiss(by=alice, box=box(boxed, "1"), reason="not_a_face")
    with pytest.raises(NotPossible, match="colleague has decided"):
        deciding.undo(by=bob, asset=boxed)
    assert deciding.undo(by=alice, asset=boxed)
    assert deciding.undo(by=bob, asset=boxed)
    assert box(boxed, "1").status == "open"


def test_something_drawn_and_called_harmless_hides_no_face_from_the_second_look(
    bob: Membership, asset: Asset
):
    looking.keep(claimed(asset), Scan(320, 240, 1))
    drawn = deciding.draw(by=bob, asset=asset, kind="drawn", place=FACE)
    deciding.dismiss(by=bob, box=drawn, reason="harmless")
    looking.keep(claimed(asset), FULL)
    assert (box(asset, "2").kind, box(asset, "2").status) == ("face", "open")


def test_unread_text_that_a_person_let_pass_hides_no_name_found_later(
    bob: Membership, boxed: Asset
):
    deciding.dismiss(by=bob, box=box(boxed, "T3"), reason="unreadable")
    line = Line(Place(0.6, 0.8, 0.2, 0.1), SECRET_LINE, 0.9, True, "Reads like a name.")
    Asset.objects.filter(pk=boxed.pk).update(look="quick")
    looking.keep(claimed(boxed), Scan(320, 240, 1, texts=Texts(lines=(line,)), full=True))
    assert (box(boxed, "T4").kind, box(boxed, "T4").status) == ("text", "open")


def test_a_list_tells_what_is_open_and_can_be_narrowed(bob: Membership, boxed: Asset):
    assert [chip_of(one).word for one in pictures(bob.organisation)] == ["4 open"]
    assert list(pictures(bob.organisation, show="look")) == [boxed]
    settle_all(bob, boxed)
    assert list(pictures(bob.organisation, show="usable")) == [boxed]
    assert not pictures(bob.organisation, show="look").exists()


def test_member_of_another_clinic_decides_nothing(charlie: Membership, boxed: Asset):
    for act in (
        lambda: deciding.cover(by=charlie, box=box(boxed, "1")),
        lambda: deciding.cover_all(by=charlie, asset=boxed),
        lambda: deciding.draw(by=charlie, asset=boxed, kind="face", place=FACE),
        lambda: deciding.undo(by=charlie, asset=boxed),
        lambda: deciding.answer(by=charlie, asset=boxed, recognisable=False),
    ):
        with pytest.raises(Asset.DoesNotExist):
            act()
    client = client_of(charlie)
    for page in ("work", "master", "boxes", "words"):
        assert client.post(f"{BASE}/{boxed.pk}/{page}/").status_code in {404, 405}
        assert client.get(f"/mill-pond-dental/library/{boxed.pk}/{page}/").status_code in {404, 405}
    client.post(f"/mill-pond-dental/library/{boxed.pk}/boxes/", {"do": "cover_all"})
    assert boxed.boxes.filter(status="open").count() == 4


def test_an_auditor_sees_boxes_and_decides_nothing(alice: Membership, boxed: Asset):
    ann = User.objects.create_user(email="ann@cedarhollow.example", name="Ann")
    auditor = add_member(by=alice, user=ann, role=Role.AUDITOR)
    with pytest.raises(PermissionDenied):
        deciding.cover(by=auditor, box=box(boxed, "1"))
    client = client_of(auditor)
    page = client.get(f"{BASE}/{boxed.pk}/").content.decode()
    assert "Face 1, open" in page
    assert 'name="do"' not in page
    assert client.post(f"{BASE}/{boxed.pk}/boxes/", {"do": "cover_all"}).status_code == 403

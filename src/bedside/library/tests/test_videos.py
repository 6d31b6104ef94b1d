"""Videos in the library where nothing has to be decoded: rows, words, bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from bedside.consents.tests.cast import signed
from bedside.guard.images.boxes import Box as Place
from bedside.guard.images.captions import NotCaptions
from bedside.guard.images.tests.pictures import photo
from bedside.guard.images.tracks import Track
from bedside.guard.images.video import VideoWhy
from bedside.library import deciding, leases, listening, rendering, tasks, verbs
from bedside.library.chips import chip_of, shown
from bedside.library.looking import leave_to_people
from bedside.library.models import Asset
from bedside.library.queries import as_sent, by_hash, outgoing, pictures, problems
from bedside.library.sameness import copies
from bedside.library.tests.films import (
    BADGE,
    CAPTIONS,
    END,
    MASTER,
    SECONDS,
    SIGN,
    START,
    WALK,
    arrived,
    film,
    mastered,
    ready,
    watched,
)
from bedside.library.tests.groups import revoke
from bedside.library.tests.looks import box, claimed, recorded, rendered
from bedside.library.tests.test_boxes import settle_all
from bedside.library.video import looking, progress, tracks
from bedside.outbox.verbs import NotPossible
from bedside.work import threads

if TYPE_CHECKING:
    from typing import Any

    from bedside.orgs.models import Membership

__all__ = ["film"]


def fresh(asset: Asset) -> Asset:
    return Asset.objects.get(pk=asset.pk)


def test_what_is_found_in_a_video_becomes_boxes_with_tracks(film: Asset):
    assert (film.look, film.removed, film.phash) == ("done", ["GPS"], f"{0xF00D:016x}")
    states = {one.label: one.status for one in film.boxes.all()}
    assert states == {"1": "open", "T1": "dismissed", "T2": "open"}
    face = box(film, "1")
    assert face.place == END
    assert [at[0] for at in face.track] == [0.5, 1.0, 3.0, 3.5]
    assert tracks.track_of(face).at(2.0) == pytest.approx(WALK.at(2.0))
    assert shown(face).when == "0:00 to 0:04"


def test_a_second_look_doubles_nothing(film: Asset):
    Asset.objects.filter(pk=film.pk).update(look="waiting")
    watched(film, WALK, SIGN, BADGE)
    assert film.boxes.count() == 3


def test_a_cover_that_stands_still_hides_nobody_who_walks_past(bob: Membership):
    asset = arrived(bob)
    drawn = deciding.draw(by=bob, asset=asset, kind="face", place=END)
    deciding.cover(by=bob, box=drawn)
    watched(asset, WALK)
    assert [one.status for one in asset.boxes.all()] == ["covered", "open"]


def test_a_video_waits_for_its_master_and_tells_why_there_is_none(bob: Membership):
    asset = arrived(bob)
    assert outgoing(asset).reasons == ("It has not been looked at to the end.",)
    leave_to_people(claimed(asset), VideoWhy.TRUNCATED)
    asset = fresh(asset)
    assert outgoing(asset).reasons[0].startswith("It breaks off before its end.")
    assert not usable(bob)
    assert chip_of(asset).word == "Cannot be used"
    with pytest.raises(NotPossible, match="Let the machine try again"):
        deciding.check_by_hand(by=bob, asset=asset, looked_for=deciding.CHECKLIST)
    deciding.try_again(by=bob, asset=asset)
    assert (fresh(asset).look, fresh(asset).refused) == ("waiting", "")


def test_a_video_without_a_master_is_not_covered(bob: Membership):
    asset = arrived(bob)
    deciding.cover(by=bob, box=deciding.draw(by=bob, asset=asset, kind="face", place=START))
    assert fresh(asset).render_due
    assert not rendering.render(asset.pk)
    assert tasks.wake_unrendered(timezone.now()) == 0
    watched(asset)
    assert tasks.wake_unrendered(timezone.now()) == 1
    assert fresh(asset).covers == rendering.covers_hash(fresh(asset), asset.boxes.all())


def test_a_post_that_chose_a_video_too_early_still_finds_it(bob: Membership):
    asset = arrived(bob)
    chosen = as_sent(asset).sha256
    watched(asset)
    assert by_hash(bob.organisation, [chosen]) == {chosen: fresh(asset)}


def test_the_same_pictures_from_another_file_are_put_aside(bob: Membership, film: Asset):
    other = arrived(bob, content=b"the same with another title")
    mastered(other)
    assert fresh(other).deleted_at is not None
    assert fresh(film).deleted_at is None
    assert recorded(other)[-1] == "deleted"


def test_a_video_is_heard_and_captioned_before_it_goes_out(bob: Membership, film: Asset):
    settle_all(bob, film)
    assert outgoing(film).reasons == (
        "Listen to all of its sound, and say that you did.",
        "It has sound and no captions: add them.",
    )
    assert not usable(bob)
    asset = ready(bob, film)
    assert outgoing(asset).reasons == ()
    assert usable(bob) == [asset]
    ref = outgoing(asset).ref
    assert ref is not None
    assert ref.captions == CAPTIONS
    assert {"listened_to", "captioned"} <= set(recorded(asset))


def usable(by: Membership) -> list[Asset]:
    return list(pictures(by.organisation, show="usable"))


def test_a_silent_video_needs_no_captions(bob: Membership):
    asset = watched(arrived(bob, sound=False))
    settle_all(bob, asset)
    assert outgoing(asset).reasons == ()
    with pytest.raises(NotPossible, match="no sound"):
        listening.hear(by=bob, asset=asset)


def test_captions_that_tell_of_a_patient_keep_a_video_back(bob: Membership, film: Asset):
    asset = ready(bob, film)
    said = CAPTIONS.replace("Flu shots are here.", "Maria Lopez came in for her diabetes.")
    listening.caption(by=bob, asset=asset, content=said)
    asset = fresh(asset)
    assert outgoing(asset).reasons == ("Its captions say what may not be published: change them.",)
    assert not usable(bob)
    assert listening.captions_read(bob, asset.captions)
    listening.caption(by=bob, asset=asset, content=CAPTIONS)
    assert outgoing(fresh(asset)).reasons == ()


@pytest.mark.parametrize(
    ("content", "error"),
    [("Hello", NotCaptions), (b"\0\1", NotCaptions), ("00:01.0 --> 00:02.0\n", NotPossible)],
)
def test_what_holds_no_captions_is_refused_and_those_there_stay(
    bob: Membership, film: Asset, content: bytes | str, error: type[Exception]
):
    listening.caption(by=bob, asset=film, content=CAPTIONS)
    with pytest.raises(error):
        listening.caption(by=bob, asset=film, content=content)
    assert fresh(film).captions == CAPTIONS


def test_a_picture_is_neither_heard_nor_captioned(bob: Membership):
    asset = verbs.add_picture(by=bob, name="lamp.jpg", content=photo())
    for verb, more in ((listening.hear, {}), (listening.caption, {"content": CAPTIONS})):
        with pytest.raises(NotPossible, match="only a video"):
            verb(by=bob, asset=asset, **more)


def test_a_mosaic_that_moves_is_refused(bob: Membership, film: Asset):
    with pytest.raises(NotPossible, match="can be undone"):
        deciding.cover(by=bob, box=box(film, "1"), how="mosaic")


def test_a_part_that_is_drawn_stands_still_from_one_second_to_another(bob: Membership, film: Asset):
    drawn = deciding.draw(by=bob, asset=film, kind="drawn", place=START, since=2, until=5)
    track = tracks.track_of(drawn)
    assert (track.at(1.9), track.at(2), track.at(5), track.at(5.1)) == (None, START, START, None)
    whole = deciding.draw(by=bob, asset=film, kind="face", place=START)
    assert [at[0] for at in whole.track] == [0.0, SECONDS]


@pytest.mark.parametrize(("since", "until"), [(5, 5), (6, 5), (9, 12), (-1, 2)])
def test_times_outside_a_video_are_refused(
    bob: Membership, film: Asset, since: float, until: float
):
    with pytest.raises(NotPossible, match="within the video"):
        deciding.draw(by=bob, asset=film, kind="face", place=START, since=since, until=until)


def test_a_move_moves_all_places_in_the_same_measure_and_is_taken_back(
    bob: Membership, film: Asset
):
    larger = Place(END.x - END.w / 2, END.y - END.h / 2, END.w * 2, END.h * 2)
    deciding.move(by=bob, box=box(film, "1"), place=larger)
    track = tracks.track_of(box(film, "1"))
    assert rounded(track.at(3.0)) == rounded(larger)
    first = track.at(1.0)
    assert first is not None
    assert (first.x, first.w, first.h) == pytest.approx((0.05, 0.2, 0.4))
    with pytest.raises(NotPossible, match="was found there"):
        deciding.move(by=bob, box=box(film, "1"), place=START)
    deciding.undo(by=bob, asset=film)
    assert tracks.track_of(box(film, "1")).boxes == tuple(
        (at[0], Place(*at[1:])) for at in tracks.as_kept(WALK)
    )


def rounded(place: Place | None) -> list[float]:
    assert place is not None
    return tracks.at(0.0, place)


def test_a_place_that_was_cut_at_the_edge_comes_back_whole(bob: Membership, film: Asset):
    edge = Track("face", ((1.0, Place(0.0, 0.2, 0.1, 0.2)), (2.0, END)), since=1, until=2)
    Asset.objects.filter(pk=film.pk).update(look="waiting")
    watched(film, edge)
    face = box(film, "2")
    deciding.move(by=bob, box=face, place=Place(0.3, 0.1, 0.5, 0.5))
    deciding.move(by=bob, box=box(film, "2"), place=END)
    assert tracks.track_of(box(film, "2")).at(1.0) == Place(0.0, 0.2, 0.1, 0.2)


def test_covers_are_known_by_where_they_are_when(bob: Membership, film: Asset):
    deciding.cover(by=bob, box=box(film, "1"))
    before = fresh(film).covers
    assert before
    face = box(film, "1")
    face.track[0][0] = 0.4
    face.save()
    assert rendering.covers_hash(fresh(film), film.boxes.all()) != before


def test_a_cover_that_lasts_to_the_end_covers_the_last_picture_too(bob: Membership, film: Asset):
    deciding.cover(by=bob, box=deciding.draw(by=bob, asset=film, kind="face", place=START))
    [cover] = tracks.covers(film.boxes.all(), SECONDS)
    assert cover.at(SECONDS + 0.05) == START


def test_covered_bytes_are_what_goes_out(bob: Membership, film: Asset):
    asset = ready(bob, film)
    deciding.cover(by=bob, box=box(asset, "1"))
    deciding.answer(by=bob, asset=asset, recognisable=False)
    assert outgoing(fresh(asset)).reasons == ("The covered video is being made.",)
    made = rendered(fresh(asset))
    ref = outgoing(fresh(asset)).ref
    assert ref is not None
    assert ref.sha256 == made.sha256


def test_a_video_of_somebody_who_took_the_consent_back_is_known_again_by_its_length(
    bob: Membership, film: Asset
):
    form = signed(bob)
    deciding.link(by=bob, box=box(film, "1"), authorization=form.pk)
    copy = watched(arrived(bob, content=b"smaller"), content=MASTER + b"1")
    longer = watched(arrived(bob, content=b"longer"), content=MASTER + b"2")
    Asset.objects.filter(pk=longer.pk).update(seconds=SECONDS + 60)
    assert copies(fresh(copy)) == [film]
    revoke(bob, form)
    said = f"It looks like a video of {form.reference}, which was taken back."
    assert said in problems(fresh(copy), [])
    assert said not in problems(fresh(longer), [])


def test_progress_keeps_the_claim_and_is_noted_seldom(film: Asset, monkeypatch: Any):
    Asset.objects.filter(pk=film.pk).update(claimed_until=None)
    held = claimed(film)
    Asset.objects.filter(pk=film.pk).update(claimed_until=timezone.now())
    tell = progress.Telling(held).part(40, 100)
    tell(4, 8)
    tell(5, 8)
    assert fresh(film).progress == 70
    assert leases.claim(film.pk, Asset.objects.all()) is None
    monkeypatch.setattr(progress, "EVERY", 0.0)
    Asset.objects.filter(pk=film.pk).update(claim="another's")
    with pytest.raises(progress.PutDown):
        tell(6, 8)


def test_work_is_put_down_where_the_covers_have_changed(
    bob: Membership, film: Asset, monkeypatch: Any
):
    monkeypatch.setattr(progress, "EVERY", 0.0)
    deciding.cover(by=bob, box=box(film, "1"))
    held = claimed(film)
    telling = progress.Telling(held, covers=held.covers)
    telling.tell(10)
    deciding.cover(by=bob, box=box(film, "T2"))
    with pytest.raises(progress.PutDown):
        telling.tell(20)
    leases.give_back(held)
    after = fresh(film)
    assert (after.claim, after.tries, after.progress, after.render_due) == ("", 0, None, True)


def test_a_machine_that_stops_puts_its_work_down_and_it_counts_for_nothing(bob: Membership):
    asset = arrived(bob)
    threads.start_engine(1)
    threads.stop_engine(1)
    try:
        looking.look(asset.pk)
    finally:
        threads.start_engine(1)
        threads.stop_engine(1)
        threads._stopping.clear()
    after = fresh(asset)
    assert (after.look, after.claim, after.tries) == ("waiting", "", 0)


def test_a_video_that_kills_whoever_looks_at_it_is_given_up(bob: Membership):
    asset = arrived(bob)
    Asset.objects.filter(pk=asset.pk).update(tries=leases.MOST_TRIES)
    looking.look(asset.pk)
    assert fresh(asset).look == "by_hand"
    assert outgoing(fresh(asset)).ref is None


def test_the_clock_wakes_videos_after_pictures(bob: Membership):
    arrived(bob)
    assert tasks.wake_unseen(timezone.now()) == 1
    assert tasks.watch.queue_name == tasks._RENDERS[Asset.Kind.VIDEO].queue_name == "videos"
    assert tasks.look.queue_name == tasks.render.queue_name == "default"

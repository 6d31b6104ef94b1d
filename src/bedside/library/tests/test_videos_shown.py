"""What the page of a video says while it is looked at, when it cannot be, and what it asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bedside.guard.images.video import VideoWhy
from bedside.library import deciding, listening
from bedside.library.looking import leave_to_people
from bedside.library.tests.films import arrived, film, mastered, ready
from bedside.library.tests.looks import BASE, claimed, client_of
from bedside.orgs.permissions import Role

if TYPE_CHECKING:
    from bedside.library.models import Asset
    from bedside.orgs.models import Membership

__all__ = ["film"]
HEARD = "I have listened to all of it"


def page(by: Membership, asset: Asset, asked: str = "") -> str:
    return client_of(by).get(f"{BASE}/{asset.pk}/{asked}").content.decode()


def test_a_page_that_asks_again_is_told_how_far_the_look_is_and_nothing_else(bob: Membership):
    asset = mastered(arrived(bob))
    told = page(bob, asset)
    asked = re.search(r"work/\?seen=\w+", told)
    assert asked is not None
    type(asset).objects.filter(pk=asset.pk).update(progress=70)
    answer = client_of(bob).get(f"{BASE}/{asset.pk}/{asked[0]}")
    assert answer.headers["HX-Retarget"] == "#film-work"
    still = answer.content.decode()
    assert re.search(r'Looking: <b class="num">0:04</b> of <span class="num">0:08</span>', still)
    assert 'value="70"' in still
    assert "<video" not in still


def test_a_video_can_be_watched_and_heard_once_it_is_made_anew(bob: Membership):
    asset = arrived(bob)
    before = page(bob, asset)
    assert "<video" not in before
    assert HEARD not in before
    assert "<video" in page(bob, mastered(asset))
    assert HEARD in page(bob, asset)


def test_a_video_that_no_machine_can_look_at_says_why_and_what_to_do(bob: Membership):
    asset = arrived(bob)
    leave_to_people(claimed(asset), VideoWhy.CODEC)
    told = page(bob, asset)
    assert "This video cannot go out" in told
    assert "Export it as MP4 with H.264." in told
    assert "Let the machine try again" in told
    assert "I have looked for all of it" not in told


def test_captions_are_asked_for_where_there_is_sound_and_what_is_wrong_stands_beside_them(
    bob: Membership, film: Asset
):
    assert "Required: it has sound" in page(bob, film)
    wrong = "00:00:01.000 --> 00:00:01.100\nMaria Lopez (MRN 4711223) feels better now"
    listening.caption(by=bob, asset=film, content=wrong)
    told = page(bob, film)
    assert "The caption at 0:01 is too fast to read." in told
    assert "This is a number that stands for one person." in told


def test_who_only_reads_sees_the_covered_video_and_its_captions(bob: Membership, film: Asset):
    asset = ready(bob, film)
    type(bob).objects.filter(pk=bob.pk).update(role=Role.AUDITOR)
    told = page(bob, asset)
    assert "/master/" not in told
    assert "Flu shots are here." in told
    assert 'name="captions"' not in told


def test_no_mosaic_is_offered_in_a_video(bob: Membership, film: Asset):
    face = film.boxes.get(letter="")
    told = page(bob, film, f"?box={face.pk}")
    assert 'value="cover"' in told
    assert 'value="mosaic"' not in told
    assert "0:00 to 0:04" in told
    deciding.cover(by=bob, box=face)
    assert "Face 1</b>, covered" in page(bob, film)


def test_lists_tell_how_long_a_video_is(bob: Membership, film: Asset):
    for asked in ("", "?pick"):
        told = client_of(bob).get(f"{BASE}/{asked}").content.decode()
        assert re.search(r'class="long">.*Video, </span>0:08', told)

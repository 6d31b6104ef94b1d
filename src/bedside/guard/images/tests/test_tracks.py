from __future__ import annotations

import pytest

from bedside.guard.images.boxes import Box
from bedside.guard.images.tracks import Sight, Track, Tracker


def at(x: float, y: float = 0.4, kind: str = "face", *, harmless: bool = False) -> Sight:
    return Sight(kind, Box(x, y, 0.1, 0.1), 0.8, "" if harmless else kind, harmless)


def followed(*pictures: tuple[float, list[Sight]], seconds: float = 10.0) -> tuple[Track, ...]:
    tracker = Tracker()
    for second, sights in pictures:
        tracker.see(second, sights)
    return tracker.finish(seconds)


def test_a_face_that_moves_is_one_track():
    (track,) = followed(*((step / 2, [at(0.1 + step * 0.08)]) for step in range(8)))
    assert len(track.boxes) == 8
    assert (track.since, track.until) == (0.0, 4.0)


def test_two_faces_that_stay_apart_are_two_tracks():
    tracks = followed(*((step / 2, [at(0.7), at(0.1)]) for step in range(4)))
    assert [len(track.boxes) for track in tracks] == [4, 4]
    assert [track.boxes[0][1].x for track in tracks] == [0.1, 0.7]


def test_a_face_may_be_out_of_sight_for_a_second_and_a_half_but_not_for_two():
    (once,) = followed((1.0, [at(0.3)]), (2.0, []), (2.5, [at(0.3)]))
    assert once.at(1.75) == Box(0.3, 0.4, 0.1, 0.1)
    first, second = followed((1.0, [at(0.3)]), (2.0, []), (3.0, [at(0.3)]))
    assert (first.until, second.since) == (1.5, 2.5)


def test_text_is_awaited_longer_because_it_is_looked_for_less_often():
    (track,) = followed((0.0, [at(0.3, kind="text")]), (1.0, []), (2.0, [at(0.3, kind="text")]))
    assert len(track.boxes) == 2


def test_a_new_scene_ends_everything_even_at_the_same_place():
    tracker = Tracker()
    tracker.see(1.0, [at(0.3)])
    tracker.cut(1.2)
    tracker.see(1.2, [at(0.3)])
    before, after = tracker.finish(9.0)
    assert before.until == after.since == 1.2


def test_a_face_and_a_text_at_one_place_are_two_things():
    assert len(followed((0.0, [at(0.3)]), (0.5, [at(0.3, kind="text")]))) == 2


def test_between_two_sights_it_is_on_its_way():
    (track,) = followed((1.0, [at(0.2)]), (1.5, [at(0.26)]))
    on_its_way = track.at(1.25)
    assert on_its_way is not None
    assert on_its_way.x == pytest.approx(0.23)
    assert track.at(0.6) == Box(0.2, 0.4, 0.1, 0.1)
    assert track.at(1.9) == Box(0.26, 0.4, 0.1, 0.1)
    assert track.at(0.4) is None
    assert track.at(2.1) is None


def test_text_that_names_somebody_once_is_not_harmless():
    harmless, naming = at(0.3, kind="text", harmless=True), at(0.3, kind="text")
    (track,) = followed((0.0, [harmless]), (2.0, [naming]), (4.0, [harmless]))
    assert not track.harmless
    assert track.says == "text"
    (other,) = followed((0.0, [harmless]), (2.0, [harmless]))
    assert other.harmless


def test_a_track_crosses_a_pipe_unchanged():
    (track,) = followed((1.0, [at(0.2)]), (1.5, [at(0.26)]))
    assert Track.from_json(track.as_json()) == track


def test_a_track_says_what_its_clearest_sight_said():
    doubtful = Sight("face", Box(0.3, 0.4, 0.1, 0.1), 0.2, "Perhaps a face.")
    (track,) = followed((0.0, [doubtful]), (0.5, [Sight("face", doubtful.box, 0.9)]))
    assert (track.says, track.score) == ("", 0.9)


def test_the_sight_to_show_is_the_largest():
    small, large = at(0.3), Sight("face", Box(0.28, 0.38, 0.14, 0.14))
    (track,) = followed((0.0, [small]), (0.5, [large]), (1.0, [small]))
    assert track.best == (0.5, large.box)

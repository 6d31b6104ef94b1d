from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from bedside.guard.images import faces
from bedside.guard.images.boxes import Box
from bedside.guard.images.tests.pictures import GROUND, drawing, face, faces_at

pytestmark = pytest.mark.media


def near(box: Box, left: int, top: int, side: int, size: tuple[int, int]) -> bool:
    """Tell whether a box lies on the head of a drawn face: its middle half."""
    head = Box.of_pixels(left + 0.22 * side, top + 0.14 * side, 0.56 * side, 0.72 * side, size)
    return head.iou(box) > 0.5


@pytest.mark.parametrize("side", [24, 32, 64, 160, 400])
def test_a_face_is_found_where_it_is(side: int):
    found = faces.find(faces_at((50, 40), side=side), full=True)
    assert [one.sure for one in found] == [True]
    assert near(found[0].box, 50, 40, side, (640, 480))


def test_pictures_without_faces_have_none():
    plain = drawing(800, 600)
    for picture in (plain, Image.new("RGB", (500, 900), "white"), Image.new("RGB", (1, 1))):
        assert faces.find(picture, full=True) == ()


@pytest.mark.parametrize("size", [(3, 2000), (2000, 3), (33, 31)])
def test_pictures_of_odd_shapes_are_looked_at(size: tuple[int, int]):
    assert faces.find(Image.new("RGB", size, "gray"), full=True) == ()


def test_pictures_of_other_shapes_between_do_not_change_the_answer():
    one, other = faces_at((50, 40), (300, 200)), faces_at((30, 700), size=(500, 1100))
    first = faces.find(one, full=True)
    assert len(faces.find(other, full=True)) == 1
    assert faces.find(one, full=True) == first
    assert len(first) == 2


def test_two_hundred_faces_are_two_hundred():
    places = [(number % 20 * 80, number // 20 * 80) for number in range(200)]
    picture = faces_at(*places, side=80, size=(1600, 1200))
    found = [one for one in faces.find(picture, full=True) if one.sure]
    assert len(found) == 200
    assert sum(near(one.box, x, y, 80, (1600, 1200)) for one in found for x, y in places) == 200


@pytest.mark.parametrize("left", range(850, 1000, 25))
def test_a_face_between_two_tiles_is_one_face(left: int):
    found = faces.find(faces_at((left, 700), side=110, size=(1900, 1500)), full=True)
    assert len(found) == 1
    assert near(found[0].box, left, 700, 110, (1900, 1500))


def test_a_face_larger_than_a_tile_is_one_face():
    found = faces.find(faces_at((100, 100), side=1300, size=(1900, 1500)), full=True)
    assert len(found) == 1
    assert near(found[0].box, 100, 100, 1300, (1900, 1500))


def test_faces_too_small_for_the_quick_look_are_found_by_the_full_one():
    picture = faces_at((1200, 900), side=18, size=(2000, 1500))
    assert faces.find(picture, full=False) == ()
    assert len(faces.find(picture, full=True)) == 1


def test_a_face_at_the_edge_keeps_within_the_picture():
    for place in ((-40, 100), (560, 100), (250, -50), (250, 380)):
        for one in faces.find(faces_at(place), full=True):
            assert one.box.x >= 0
            assert one.box.y >= 0
            assert one.box.x + one.box.w <= 1
            assert one.box.y + one.box.h <= 1


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_face_lying_on_its_side_is_found_where_it_is(degrees: int):
    upright = faces.find(faces_at((50, 40), side=200), full=True)[0].box
    turned = faces_at((50, 40), side=200).rotate(degrees, expand=True)
    found = faces.find(turned, full=True)
    assert len(found) == 1
    box = found[0].box
    for _ in range(degrees // 90):
        box = Box(1 - box.y - box.h, box.x, box.h, box.w)
    assert box.iou(upright) > 0.5


def test_a_bar_over_the_eyes_does_not_hide_a_face():
    picture = Image.new("RGB", (640, 480), GROUND)
    picture.paste(face(200), (200, 100))
    ImageDraw.Draw(picture).rectangle((245, 180, 355, 205), fill="black")
    assert len(faces.find(picture, full=True)) == 1


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_face_on_its_side_is_found_beside_an_upright_one(degrees: int):
    picture = faces_at((60, 60), side=200, size=(900, 600))
    picture.paste(face(160).rotate(degrees), (600, 300))
    found = [one for one in faces.find(picture, full=True) if one.sure]
    assert len(found) == 2
    assert sorted(one.box.x > 0.5 for one in found) == [False, True]


@pytest.mark.parametrize("side", [18, 20])
def test_small_faces_are_found_by_the_full_look(side: int):
    found = faces.find(faces_at((400, 300), (800, 500), side=side, size=(1280, 960)), full=True)
    assert len(found) == 2


def test_a_face_in_the_dark_is_found():
    picture = faces_at((60, 60), side=120).point(lambda value: value * 0.06)
    assert len(faces.find(picture, full=True)) == 1
    assert faces.find(Image.new("RGB", (640, 480), "black"), full=True) == ()

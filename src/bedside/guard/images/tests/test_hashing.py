from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from bedside.guard.images.hashing import phash
from bedside.guard.images.tests.pictures import drawing, encoded, faces_at

ALIKE = 10


def differing(one: Image.Image, other: Image.Image) -> int:
    return (phash(one) ^ phash(other)).bit_count()


def test_smaller_and_weaker_copies_are_alike():
    picture = faces_at((100, 60), (350, 200))
    with Image.open(BytesIO(encoded(picture.resize((320, 240)), quality=30))) as copy:
        assert differing(picture, copy) <= ALIKE


def test_other_pictures_are_not_alike():
    assert differing(faces_at((100, 60), (350, 200)), drawing(640, 480)) > 2 * ALIKE


@pytest.mark.parametrize("picture", [drawing(), drawing(1, 1), Image.new("L", (9, 9))])
def test_a_hash_has_at_most_64_bits(picture: Image.Image):
    assert 0 <= phash(picture) < 2**64

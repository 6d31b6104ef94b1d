from __future__ import annotations

import pytest
from PIL import Image, ImageDraw, ImageFont

from bedside.guard.images.boxes import Box
from bedside.guard.images.contrast import faint, ratio

WHOLE = Box(0, 0, 1, 1)


def written(ink: str | tuple[int, int, int], ground: str | tuple[int, int, int]) -> Image.Image:
    picture = Image.new("RGB", (400, 60), ground)
    ImageDraw.Draw(picture).text((8, 4), "Open on Sunday", ink, font=ImageFont.load_default(44))
    return picture


def test_black_on_white_has_the_greatest_contrast():
    assert ratio(written("black", "white"), WHOLE) == pytest.approx(21, rel=0.02)


def test_white_on_black_has_as_much_as_black_on_white():
    assert ratio(written("white", "black"), WHOLE) == pytest.approx(21, rel=0.02)


def test_the_gray_that_just_meets_the_rule_is_measured_as_it_is():
    # #767676 on white is 4.54, the well-known limit.
    assert ratio(written("#767676", "white"), WHOLE) == pytest.approx(4.54, rel=0.04)


def test_one_color_has_no_contrast():
    assert ratio(Image.new("RGB", (40, 40), "teal"), WHOLE) == 1.0


def test_pale_letters_are_faint_and_dark_ones_are_not():
    both = Image.new("RGB", (400, 120))
    both.paste(written("#c9c9c9", "white"), (0, 0))
    both.paste(written("#333333", "white"), (0, 60))
    upper, lower = Box(0, 0, 1, 0.5), Box(0, 0.5, 1, 0.5)
    assert faint(both, [upper, lower]) == (upper,)

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from bedside.guard.draft import Organisation
from bedside.guard.images.findings import Texts
from bedside.guard.images.texts import read

OURS = Organisation(name="Cedar Grove Family Clinic")
BAND = ("HOLLOWAY, MARGARET", "DOB 03/14/1951", "MRN 00482913")


def sheet(*lines: str, high: int = 36, size: tuple[int, int] = (1000, 760)) -> Image.Image:
    picture = Image.new("RGB", size, (236, 236, 232))
    draw = ImageDraw.Draw(picture)
    for row, line in enumerate(lines):
        place = (80, 90 + row * high * 3)
        draw.text(place, line, (20, 24, 30), font=ImageFont.load_default(high))
    return picture


def scrawl(seed: int) -> Image.Image:
    """Return strokes that look like three words in a hurry, and are none."""
    dice = np.random.default_rng(seed)
    picture = Image.new("RGB", (1000, 760), (236, 236, 232))
    draw, x = ImageDraw.Draw(picture), 100.0
    for _ in range(3):
        points = []
        for _ in range(22):
            tall = 2.2 if dice.random() < 0.2 else 1
            points.append((x, 200 + dice.uniform(-16, 16) * tall))
            x += dice.uniform(3, 10)
        draw.line(points, fill=(20, 30, 90), width=4, joint="curve")
        x += 28
    return picture


def joined(picture: Image.Image) -> str:
    return " ".join(line.text for line in read(picture, OURS).lines).replace(" ", "")


def test_a_wristband_is_read_and_told_without_its_words():
    found = read(sheet(*BAND), OURS).lines
    assert [line.text.replace(" ", "") for line in found] == [
        line.replace(" ", "") for line in BAND
    ]
    assert all(line.identifier for line in found)
    assert not any(word in line.says for line in found for word in ("HOLLOWAY", "1951", "482913"))


def test_a_box_lies_where_the_line_stands():
    (line,) = read(sheet("Margaret Holloway"), OURS).lines
    assert 0.06 < line.box.x < 0.09
    assert 0.1 < line.box.y < 0.15
    assert 0.02 < line.box.h < 0.08


def test_a_band_that_was_photographed_sideways_is_read():
    turned = sheet(*BAND).transpose(Image.Transpose.ROTATE_90)
    found = joined(turned)
    assert "00482913" in found
    assert "03/14/1951" in found


def test_small_lines_are_enlarged_before_they_are_read():
    tiny = sheet(*BAND, high=11)
    found = joined(tiny)
    assert "00482913" in found
    assert "03/14/1951" in found


def test_large_pictures_are_looked_at_whole_and_boxes_stay_in_place():
    large = sheet(*BAND, high=60, size=(2048, 1536))
    found = read(large, OURS).lines
    assert len(found) == 3
    assert found[0].box.y == pytest.approx(100 / 1536, abs=0.02)


@pytest.mark.parametrize("seed", range(4))
def test_a_scrawl_that_cannot_be_read_is_an_area_to_look_at(seed: int):
    found = read(scrawl(seed), OURS)
    assert found.lines == ()
    assert found.unread


def test_writing_out_of_focus_is_found():
    blurred = sheet("Holloway, Margaret", high=40).filter(ImageFilter.GaussianBlur(5))
    (line,) = read(blurred, OURS).lines
    assert line.identifier


def test_a_picture_without_writing_has_none():
    plain = Image.new("RGB", (900, 700), (180, 176, 170))
    ImageDraw.Draw(plain).ellipse((200, 150, 700, 600), fill=(90, 100, 110))
    assert read(plain, OURS) == Texts()


def test_a_picture_of_one_pixel_can_be_looked_at():
    assert read(Image.new("RGB", (1, 1)), OURS) == Texts()


def test_noise_is_no_line():
    grain = np.random.default_rng(4).integers(0, 255, (400, 600, 3), dtype=np.uint8)
    assert read(Image.fromarray(grain), OURS).lines == ()


def test_many_lines_are_a_screen():
    screen = sheet(*[f"Metformin {n}00 mg daily" for n in range(1, 13)], high=18)
    assert len(read(screen, OURS).screens) == 1


def test_reading_again_gives_the_same():
    band, blank = sheet(*BAND), Image.new("RGB", (500, 300), "gray")
    first = read(band, OURS)
    read(blank, OURS)
    assert read(band, OURS) == first


def test_models_are_those_of_the_package_and_nothing_is_fetched():
    script = """
import socket
def refuse(*_, **__): raise AssertionError("the network was asked")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
from PIL import Image
from bedside.guard.draft import Organisation
from bedside.guard.images import texts
from bedside.guard.images.findings import Texts
texts.read(Image.new("RGB", (200, 100)), Organisation())
texts._reader()
"""
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr

from __future__ import annotations

import json
import shutil
import subprocess
from io import BytesIO

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from bedside.guard.images import faces
from bedside.guard.images.boxes import Box
from bedside.guard.images.covering import FILL, GROWN, cover
from bedside.guard.images.opening import opened
from bedside.guard.images.rebuilt import Cover, How
from bedside.guard.images.tests.pictures import (
    SECRET,
    captioned_png,
    drawing,
    encoded,
    faces_at,
    noise,
    photo,
    photo_with_preview,
)
from bedside.guard.images.verifying import verify

TWO = faces_at((40, 40), (360, 200))
FIRST, SECOND = sorted((one.box for one in faces.find(TWO, full=True)), key=lambda box: box.x)


@pytest.mark.parametrize("how", ["solid", "mosaic"])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_covered_face_is_gone_and_its_neighbour_stays(how: How, kind: str):
    made = cover(encoded(TWO, kind), [Cover(FIRST, how)])
    assert verify(made.content, [Cover(FIRST, how)]) == ()
    left = faces.find(opened(made.content).picture, full=True)
    assert [one.box.iou(SECOND) > 0.5 for one in left] == [True]


def test_a_cover_reaches_beyond_what_it_covers():
    made = opened(cover(encoded(TWO), [Cover(FIRST)]).content).picture
    left, top, wide, high = FIRST.grown(GROWN).pixels(made.size)
    for x, y in ((left + 2, top + 2), (left + wide - 3, top + high - 3)):
        assert made.getpixel((x, y)) == pytest.approx(FILL, abs=24)


def test_the_thumbnail_is_covered_too():
    made = cover(encoded(TWO), [Cover(FIRST), Cover(SECOND)])
    with Image.open(BytesIO(made.thumbnail)) as small:
        assert faces.find(small.convert("RGB"), full=True) == ()


def test_a_mosaic_has_six_cells_along_its_shorter_side():
    box = Box(0.25, 0.25, 0.48, 0.32)
    made = opened(cover(encoded(noise(600, 600), "PNG"), [Cover(box, "mosaic")]).content).picture
    left, top, wide, high = box.grown(GROWN).pixels(made.size)
    row = np.asarray(made.convert("L"), dtype=int)[top + high // 12, left : left + wide]
    assert (np.abs(np.diff(row)) > 1).sum() <= 9 * 8


@pytest.mark.parametrize("of", ["text", "unread", "code"])
def test_writing_and_codes_get_no_mosaic(of: str):
    with pytest.raises(ValueError, match="solid"):
        Cover(FIRST, "mosaic", of)


def test_other_covers_than_these_are_not_offered():
    with pytest.raises(ValueError, match="blur"):
        Cover(FIRST, "blur")  # type: ignore[arg-type]


def test_a_solid_cover_stays_whole_under_a_mosaic():
    covers = [Cover(FIRST), Cover(FIRST.grown(0.5), "mosaic", "drawn")]
    assert verify(cover(encoded(TWO), covers).content, covers) == ()


def test_a_cover_hides_what_is_see_through_too():
    glass = TWO.convert("RGBA")
    glass.putalpha(90)
    made = cover(encoded(glass, "PNG"), [Cover(FIRST)])
    assert made.mime == "image/png"
    assert verify(made.content, [Cover(FIRST)]) == ()


def test_what_nobody_could_see_is_blackened():
    hidden = TWO.convert("RGBA")
    hidden.putalpha(0)
    with Image.open(BytesIO(cover(encoded(hidden, "PNG"), []).content)) as made:
        assert made.convert("RGBA").getextrema() == ((0, 0),) * 4


@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_covers_lie_right_on_a_photo_taken_sideways(orientation: int):
    turns = {3: 180, 6: 90, 8: 270}
    exif = Image.Exif()
    exif[0x0112] = orientation
    content = encoded(TWO.rotate(turns[orientation], expand=True), exif=exif, quality=95)
    assert opened(content).size == TWO.size
    made = cover(content, [Cover(FIRST)])
    assert verify(made.content, [Cover(FIRST)]) == ()


def test_covers_fit_the_picture_as_it_is_made_smaller():
    large = encoded(TWO.resize((3200, 2400)), quality=95)
    made = cover(large, [Cover(FIRST), Cover(SECOND, "mosaic")])
    assert (made.width, made.height) == (2048, 1536)
    assert len(made.content) <= 950_000
    assert verify(made.content, [Cover(FIRST), Cover(SECOND, "mosaic")]) == ()


def test_a_heavy_picture_with_covers_is_light_and_still_solid():
    made = cover(encoded(noise(2600, 2000), quality=90), [Cover(Box(0.3, 0.3, 0.2, 0.2))])
    assert len(made.content) <= 950_000
    assert verify(made.content, [Cover(Box(0.3, 0.3, 0.2, 0.2))]) == ()


def test_a_face_that_was_never_covered_does_not_pass():
    problems = verify(encoded(TWO), [Cover(FIRST)])
    assert problems == (
        "Cover 1 is not one color from edge to edge.",
        "A face can still be found under cover 1.",
    )


def test_a_blurred_face_does_not_pass():
    left, top, wide, high = FIRST.grown(GROWN).pixels(TWO.size)
    blurred = TWO.copy()
    part = blurred.crop((left, top, left + wide, top + high))
    blurred.paste(part.filter(ImageFilter.GaussianBlur(4)), (left, top))
    problems = verify(encoded(blurred), [Cover(FIRST, "mosaic")])
    assert problems == ("A face can still be found under cover 1.",)


def test_a_cover_that_lies_beside_does_not_pass():
    made = cover(encoded(TWO), [Cover(Box(0.8, 0.05, 0.1, 0.1))])
    assert verify(made.content, [Cover(FIRST)]) != ()


def test_a_cover_that_hides_only_the_chin_of_what_was_found_does_not_pass():
    chin = Box(FIRST.x, FIRST.y + 0.78 * FIRST.h, FIRST.w, 0.22 * FIRST.h)
    moved = Cover(chin, found=FIRST)
    problems = verify(cover(encoded(TWO), [moved]).content, [moved])
    assert "Cover 1 leaves open a part of what was found." in problems
    assert "A face can still be found where what cover 1 hides was found." in problems


def test_a_cover_that_hides_half_a_line_does_not_pass():
    picture = Image.new("RGB", (900, 400), "white")
    letters = ImageFont.load_default(48)
    ImageDraw.Draw(picture).text((60, 160), "MARIA LOPEZ 14 MARCH", fill="black", font=letters)
    line = Box(60 / 900, 160 / 400, 600 / 900, 60 / 400)
    half = Cover(Box(line.x, line.y, line.w / 2, line.h), of="text", found=line)
    problems = verify(cover(encoded(picture), [half]).content, [half])
    assert "Text can still be read where what cover 1 hides was found." in problems
    whole = Cover(line.grown(0.1), of="text", found=line)
    assert verify(cover(encoded(picture), [whole]).content, [whole]) == ()


def test_two_covers_may_hide_together_what_was_found():
    left = Cover(Box(FIRST.x, FIRST.y, FIRST.w * 0.6, FIRST.h), found=FIRST)
    right = Cover(Box(FIRST.x + FIRST.w * 0.4, FIRST.y, FIRST.w * 0.6, FIRST.h))
    assert verify(cover(encoded(TWO), [left, right]).content, [left, right]) == ()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (photo(), "It carries EXIF, GPS, XMP, behind the end, comment."),
        (photo_with_preview(), "It carries EXIF, thumbnail."),
        (captioned_png(), "It carries text."),
        (encoded(drawing(), "WEBP"), "It is neither a JPEG nor a PNG."),
        (encoded(drawing(2100, 1000)), "It is larger than a picture that goes out."),
        (encoded(noise(1600, 1200), "PNG"), "It is heavier than the networks take."),
    ],
)
def test_bytes_that_were_not_made_anew_do_not_pass(content: bytes, problem: str):
    assert problem in verify(content, [])


@pytest.mark.parametrize("content", [photo(), photo_with_preview(), captioned_png()])
def test_nothing_rides_along_with_what_was_made_anew(content: bytes):
    made = cover(content, [])
    assert verify(made.content, []) == ()
    assert SECRET.encode() not in made.content + made.thumbnail


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
@pytest.mark.parametrize("content", [photo(), photo_with_preview(), captioned_png()])
def test_another_program_finds_no_metadata_either(content: bytes):
    def groups(file: bytes) -> set[str]:
        told = subprocess.run(
            ["exiftool", "-j", "-G", "-a", "-u", "-"], input=file, capture_output=True, check=True
        )
        return {name.partition(":")[0] for name in json.loads(told.stdout)[0]} - {"SourceFile"}

    made = cover(content, [Cover(Box(0.1, 0.1, 0.2, 0.2))])
    assert groups(made.content) <= {"File", "JFIF", "ExifTool", "Composite"}

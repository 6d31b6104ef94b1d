from __future__ import annotations

from contextlib import suppress

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from bedside.guard.images.decoding import decode
from bedside.guard.images.findings import Scan
from bedside.guard.images.opening import opened
from bedside.guard.images.refusals import Refused
from bedside.guard.images.scanning import scan
from bedside.guard.images.tests.pictures import (
    animation,
    bomb,
    drawing,
    encoded,
    faces_at,
    heic,
    noise,
    photo,
)


def test_everything_is_found_in_one_look():
    made = zxingcpp.create_barcode("00482913", zxingcpp.BarcodeFormat.QRCode)
    picture = faces_at((40, 40), size=(1000, 700))
    picture.paste(Image.fromarray(np.array(made.to_image(scale=4))).convert("RGB"), (700, 400))
    found = scan(encoded(picture, quality=95), full=True)
    assert found.full
    assert (found.width, found.height) == (1000, 700)
    assert len(found.faces) == 1
    assert [code.format for code in found.codes] == ["QRCode"]
    assert Scan.from_json(found.as_json()) == found


def test_the_quick_look_finds_faces_and_metadata():
    found = scan(photo(), full=False)
    assert not found.full
    assert found.metadata.gps
    assert found.faces == ()


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_places_are_those_of_the_upright_picture(orientation: int):
    picture = faces_at((40, 40))
    exif = Image.Exif()
    exif[0x0112] = orientation
    lying = picture.rotate({1: 0, 3: 180, 6: 90, 8: 270}[orientation], expand=True)
    found = scan(encoded(lying, exif=exif), full=False)
    assert (found.width, found.height) == (640, 480)
    assert found.faces[0].box.iou(scan(encoded(picture), full=False).faces[0].box) > 0.8


def test_sizes_are_those_of_the_file_even_where_less_is_looked_at():
    found = scan(encoded(faces_at((400, 400), side=1600, size=(6000, 4500))), full=False)
    assert (found.width, found.height) == (6000, 4500)
    assert len(found.faces) == 1
    assert 400 < found.faces[0].box.x * 6000 < 2000


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_picture_of_an_iphone_is_looked_at_upright(orientation: int):
    picture = faces_at((40, 40))
    lying = picture.rotate({1: 0, 3: 180, 6: 90, 8: 270}[orientation], expand=True)
    content = heic(lying, orientation)
    found = scan(content, full=False)
    assert (found.width, found.height) == (640, 480)
    assert found.faces[0].box.x < 0.3
    assert found.faces[0].box.y < 0.3
    assert found.metadata.gps


def test_a_picture_of_an_iphone_becomes_a_plain_jpeg():
    made = decode("IMG_1.HEIC", heic(faces_at((40, 40))))
    assert (made.mime, made.width, made.height) == ("image/jpeg", 640, 480)
    assert scan(made.content, full=False).metadata.kinds == ()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (bomb(), "large"),
        (encoded(drawing())[:-2000], "truncated"),
        (heic(drawing())[:-1500], "broken"),
        (encoded(drawing(), "TIFF"), "tiff"),
        (encoded(drawing(), "TIFF", save_all=True, append_images=[drawing()]), "tiff"),
        (b"%PDF-1.7", "pdf"),
        (b"\x00" * 128 + b"DICM", "dicom"),
        (b"", "empty"),
        (b"Dear Dr. Chen", "unknown"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "broken"),
    ],
)
def test_what_cannot_be_opened_is_refused_with_the_reason(content: bytes, why: str):
    with pytest.raises(Refused) as refusal:
        scan(content, full=True)
    assert refusal.value.why == why


def test_of_an_animation_the_first_frame_is_looked_at():
    assert (scan(animation(), full=False).width, scan(animation(), full=False).height) == (320, 240)


def test_what_is_see_through_is_looked_at_before_a_ground_that_shows_it():
    black, white = (Image.new("RGBA", (200, 200), color) for color in ("black", "white"))
    for glass in (black, white):
        glass.putalpha(Image.linear_gradient("L").resize((200, 200)))
    dark, light = (scan(encoded(glass, "PNG"), full=False).phash for glass in (black, white))
    assert dark != light


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_copy_in_another_format_has_nearly_the_same_hash(kind: str):
    picture = faces_at((40, 40), (300, 200))
    one = scan(encoded(picture, "PNG"), full=False).phash
    assert (one ^ scan(encoded(picture, kind), full=False).phash).bit_count() <= 4


def test_a_photo_is_opened_no_larger_than_it_goes_out():
    assert opened(encoded(noise(4000, 3000), quality=30)).picture.size == (2048, 1536)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "HEIF"])
def test_scrambled_files_are_refused_or_opened_and_nothing_else(kind: str):
    content = encoded(noise(90, 60), kind)
    for at in range(12, len(content), max(1, len(content) // 60)):
        scrambled = bytearray(content)
        scrambled[at : at + 3] = bytes(byte ^ 0xFF for byte in scrambled[at : at + 3])
        with suppress(Refused):
            assert max(opened(bytes(scrambled)).picture.size) <= 2048

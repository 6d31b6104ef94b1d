from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from bedside.guard.images.decoding import HEAVIEST, decode
from bedside.guard.images.refusals import Refused
from bedside.guard.images.scanning import scan
from bedside.guard.images.tests.pictures import (
    SECRET,
    animation,
    bomb,
    captioned_png,
    drawing,
    encoded,
    noise,
    photo,
)

FTYP = b"\x00\x00\x00\x18ftyp"


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def pixel(content: bytes, x: int, y: int) -> tuple[int, ...]:
    with opened(content) as picture:
        color = picture.getpixel((x, y))
    assert isinstance(color, tuple)
    return color


def segments(jpeg: bytes) -> set[int]:
    """Return the markers of a JPEG's segments before the scan."""
    found, at = set(), 2
    while jpeg[at + 1] != 0xDA:
        found.add(jpeg[at + 1])
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return found


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jpg", encoded(drawing())),
        ("a.JPEG", encoded(drawing())),
        ("a.png", encoded(drawing(), "PNG")),
        ("a.webp", encoded(drawing(), "WEBP")),
        ("a.gif", encoded(drawing(), "GIF")),
        ("no ending", encoded(drawing())),
        ("gray.jpg", encoded(drawing(mode="L"))),
        ("print.jpg", encoded(drawing().convert("CMYK"))),
        ("palette.png", encoded(drawing().convert("P"), "PNG")),
        ("bits.png", encoded(drawing().convert("1"), "PNG")),
        ("opaque.png", encoded(drawing(mode="RGBA"), "PNG")),
    ],
)
def test_every_format_that_is_taken_becomes_a_plain_jpeg(name: str, content: bytes):
    picture = decode(name, content)
    assert picture.mime == "image/jpeg"
    assert (picture.width, picture.height) == (320, 240)
    with opened(picture.content) as made:
        assert (made.format, made.mode, made.size) == ("JPEG", "RGB", (320, 240))


def test_deep_gray_keeps_its_shades():
    deep = Image.new("I;16", (64, 64), 0x8000)
    made = decode("scan.png", encoded(deep, "PNG")).content
    assert pixel(made, 32, 32) == pytest.approx((128, 128, 128), abs=3)


def test_nothing_of_a_photo_remains_but_its_pixels():
    picture = decode("IMG_2034.jpg", photo())
    assert SECRET.encode() not in picture.content + picture.thumbnail
    assert segments(picture.content) <= {0xE0, 0xDB, 0xC0, 0xC4}
    with opened(picture.content) as made:
        assert not made.getexif()


def test_words_inside_a_png_are_gone():
    assert SECRET.encode() not in decode("lamp.png", captioned_png()).content


def test_a_photo_taken_sideways_stands_upright():
    picture = decode("IMG_2035.jpg", photo(320, 240, orientation=6))
    assert (picture.width, picture.height) == (240, 320)
    assert pixel(picture.content, 200, 40) == pytest.approx((242, 191, 98), abs=8)


def test_colors_of_another_space_are_turned_into_srgb():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture = decode("lamp.jpg", encoded(drawing(), icc_profile=profile, quality=95))
    assert pixel(picture.content, 80, 60) == pytest.approx((242, 191, 98), abs=6)
    with opened(picture.content) as made:
        assert "icc_profile" not in made.info


def test_a_broken_color_profile_is_left_aside():
    picture = decode("lamp.jpg", encoded(drawing(), icc_profile=b"no profile at all"))
    assert pixel(picture.content, 80, 60) == pytest.approx((242, 191, 98), abs=6)


def test_what_is_see_through_stays_so():
    glass = drawing(mode="RGBA")
    glass.putalpha(120)
    picture = decode("glass.png", encoded(glass, "PNG"))
    assert picture.mime == "image/png"
    assert pixel(picture.content, 80, 60)[3] == 120


def test_of_an_animation_the_first_frame_is_taken():
    made = decode("lamp.gif", animation()).content
    assert pixel(made, 80, 60) == pytest.approx((242, 191, 98), abs=12)


def test_a_large_picture_is_made_to_fit_every_network():
    picture = decode("noise.jpg", encoded(noise(5000, 3000), quality=80))
    assert max(picture.width, picture.height) <= 2048
    assert picture.width / picture.height == pytest.approx(5 / 3, abs=0.01)
    assert len(picture.content) <= 950_000


def test_a_heavy_see_through_picture_is_made_to_fit_too():
    picture = decode("noise.png", encoded(noise(1600, 900, "RGBA"), "PNG"))
    assert picture.mime == "image/png"
    assert len(picture.content) <= 950_000


def test_a_small_picture_keeps_its_size():
    picture = decode("dot.png", encoded(drawing(3, 2), "PNG"))
    assert (picture.width, picture.height) == (3, 2)


def test_the_thumbnail_is_at_most_480_pixels():
    with opened(decode("lamp.jpg", encoded(drawing(1600, 800))).thumbnail) as made:
        assert made.size == (480, 240)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("logo.svg", b"<?xml version='1.0'?>\n<svg onload='alert(1)'/>", "svg"),
        ("logo.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "svg"),
        ("flyer.pdf", b"%PDF-1.7 ...", "pdf"),
        ("scan.tif", b"II*\x00....", "tiff"),
        ("scan.tiff", b"MM\x00*....", "tiff"),
        ("IMG_1.HEIC", FTYP + b"heic....", "broken"),
        ("IMG_1.avif", FTYP + b"avif....", "avif"),
        ("clip.mp4", FTYP + b"isom....", "video"),
        ("clip.webm", b"\x1aE\xdf\xa3....", "video"),
        ("clip.avi", b"RIFF\x00\x00\x00\x00AVI LIST", "video"),
        ("old.bmp", b"BM......", "bmp"),
        ("ct.dcm", b"\x00" * 128 + b"DICM....", "dicom"),
        ("ct.jpg", b"\x00" * 128 + b"DICM....", "dicom"),
        ("letter.jpg", b"Dear Dr. Chen", "unknown"),
        ("program.png", b"\x7fELF\x02\x01\x01", "unknown"),
        ("page.gif", b"<!doctype html><script>", "unknown"),
        ("nothing.jpg", b"", "empty"),
        ("huge.jpg", b"\xff\xd8\xff" + b"\x00" * HEAVIEST, "heavy"),
        ("lamp.png", encoded(drawing()), "lying"),
        ("lamp.jpg", encoded(drawing(), "PNG"), "lying"),
        ("lamp.heic", encoded(drawing()), "lying"),
        ("cut.jpg", encoded(drawing())[:-2000], "truncated"),
        ("cut.png", encoded(noise(200, 200), "PNG")[:-5000], "truncated"),
        ("cut.webp", encoded(noise(200, 200), "WEBP")[:-2000], "broken"),
        ("head.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", "truncated"),
        ("head.png", b"\x89PNG\r\n\x1a\n", "broken"),
        ("mix.gif", b"GIF89a" + b"\xff" * 40, "broken"),
    ],
)
def test_what_is_no_picture_for_us_is_refused_with_the_reason(name: str, content: bytes, why: str):
    with pytest.raises(Refused) as refusal:
        decode(name, content)
    assert refusal.value.why == why
    assert str(refusal.value).endswith(".")


def test_a_file_that_lies_is_told_what_it_is():
    with pytest.raises(Refused, match="Its name says JPEG, but it is PNG"):
        decode("lamp.jpg", encoded(drawing(), "PNG"))


def test_a_picture_that_would_unfold_into_gigabytes_is_refused():
    with pytest.raises(Refused) as refusal:
        decode("bomb.png", bomb())
    assert refusal.value.why == "large"


def test_a_picture_just_above_the_limit_is_refused_before_it_is_decoded():
    with pytest.raises(Refused) as refusal:
        decode("wide.png", bomb(10_000, 5_001))
    assert refusal.value.why == "large"


def test_fifty_million_pixels_are_still_taken():
    picture = decode("wide.png", bomb(10_000, 5_000))
    assert (picture.width, picture.height) == (2048, 1024)


@pytest.mark.parametrize("at", range(40, 400, 40))
def test_a_file_with_flipped_bytes_never_brings_the_reader_down(at: int):
    content = bytearray(encoded(noise(60, 60), "PNG"))
    content[at : at + 4] = bytes(byte ^ 0xFF for byte in content[at : at + 4])
    with pytest.raises(Refused) as refusal:
        decode("flipped.png", bytes(content))
    assert refusal.value.why in {"broken", "truncated"}


def test_a_picture_comes_with_the_hash_that_a_look_would_find():
    content = photo()
    found = decode("a.jpg", content).phash
    assert found == scan(content, full=False).phash
    assert found != decode("a.jpg", encoded(noise(320, 240))).phash

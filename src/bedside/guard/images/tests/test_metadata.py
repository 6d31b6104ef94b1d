from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from bedside.guard.images.metadata import read
from bedside.guard.images.tests.pictures import (
    SECRET,
    animation,
    captioned_png,
    drawing,
    encoded,
    heic,
    noise,
    photo,
    photo_with_preview,
)

GPS = Image.Exif()
GPS[0x010E] = "A lamp"
GPS.get_ifd(0x8825)[1] = "N"
GPS.get_ifd(0x8825)[2] = (41.0, 52.0, 33.0)


def test_a_phone_photo_says_where_it_was_taken_and_carries_captions():
    told = read(photo())
    assert told.gps
    assert told.kinds == ("EXIF", "GPS", "XMP", "behind the end", "comment")


def test_a_preview_inside_the_file_is_seen():
    assert "thumbnail" in read(photo_with_preview()).kinds


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_place_is_seen_in_every_format(kind: str):
    told = read(encoded(drawing(), kind, exif=GPS))
    assert told.gps
    assert "EXIF" in told.kinds


def test_a_place_in_xmp_counts_too():
    xmp = b"<x:xmpmeta><exif:GPSLatitude>41,52.5N</exif:GPSLatitude></x:xmpmeta>"
    assert read(encoded(drawing(), xmp=xmp)).gps
    assert read(encoded(drawing(), "WEBP", xmp=xmp)).gps


def test_words_inside_a_png_are_seen():
    assert read(captioned_png()).kinds == ("text",)


def test_the_caption_of_a_photo_editor_is_seen():
    block = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x08Caption."
    segment = b"\xff\xed" + (len(block) + 2).to_bytes(2, "big") + block
    content = encoded(drawing())
    assert read(content[:2] + segment + content[2:]).kinds == ("IPTC",)


def test_a_comment_and_a_tail_of_a_gif_are_seen():
    assert read(encoded(drawing(), "GIF", comment=SECRET.encode())).kinds == ("comment",)
    assert read(animation() + b"tail").kinds == ("behind the end",)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_plain_pictures_carry_nothing(kind: str):
    assert read(encoded(noise(80, 60), kind)).kinds == ()


def test_a_progressive_photo_is_walked_to_its_end():
    content = encoded(noise(300, 200), progressive=True, quality=95)
    assert read(content).kinds == ()
    assert read(content + b"more").kinds == ("behind the end",)


@pytest.mark.parametrize(
    "content",
    [
        *(encoded(noise(60, 40), kind, exif=GPS) for kind in ("JPEG", "PNG", "WEBP")),
        animation(),
        heic(noise(60, 40)),
        photo_with_preview(),
    ],
)
def test_cut_and_scrambled_files_are_walked_without_an_error(content: bytes):
    for end in range(14, len(content), 97):
        read(content[:end])
        scrambled = bytearray(content)
        scrambled[end] ^= 0xFF
        read(bytes(scrambled))


def test_no_value_is_kept():
    assert SECRET not in repr(read(photo()))
    with Image.open(BytesIO(photo())) as picture:
        assert SECRET in str(picture.getexif()[0x010E])

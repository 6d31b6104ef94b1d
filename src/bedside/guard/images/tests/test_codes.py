from __future__ import annotations

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from bedside.guard.draft import Organisation
from bedside.guard.images import codes
from bedside.guard.images.boxes import Box
from bedside.guard.images.tests.pictures import drawing

SIZE = (900, 700)


def label(kind: str, text: str, *, scale: int = 3, turned: int = 0) -> Image.Image:
    made = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, kind))
    bars = Image.fromarray(np.array(made.to_image(scale=scale))).convert("RGB")
    page = Image.new("RGB", SIZE, "white")
    page.paste(bars, (200, 250))
    return page.rotate(turned, fillcolor="white")


@pytest.mark.parametrize("kind", ["QRCode", "Code128", "Code39", "DataMatrix", "PDF417"])
@pytest.mark.parametrize("turned", [0, 25, 90])
def test_codes_of_labels_are_read_and_covered_whole(kind: str, turned: int):
    page = label(kind, "00482913", turned=turned)
    found = codes.find(page, Organisation())
    assert [(code.format, code.text) for code in found] == [(kind, "00482913")]
    pixels = np.asarray(page.convert("L")).copy()
    left, top, wide, high = found[0].box.pixels(SIZE)
    pixels[top : top + high, left : left + wide] = 255
    assert pixels.min() > 128


def test_a_small_code_is_read_in_double_size():
    tiny = label("QRCode", "MRN 00482913", scale=4).resize((260, 202), Image.Resampling.BOX)
    assert len(codes.find(tiny, Organisation())) == 1


def test_a_code_that_leads_to_our_own_site_is_our_own():
    ours = Organisation(domains=("riverbend.example",))
    page = label("QRCode", "https://www.riverbend.example/book")
    assert [code.own for code in codes.find(page, ours)] == [True]
    assert [code.own for code in codes.find(page, Organisation())] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "00482913",
        "https://riverbend.example.evil.test/",
        "https://riverbend.example@evil.test/",
        "https://evil.test/riverbend.example",
        "see https://riverbend.example/ 00482913",
    ],
)
def test_what_only_looks_like_our_site_is_not(text: str):
    ours = Organisation(domains=("riverbend.example",))
    assert [code.own for code in codes.find(label("QRCode", text), ours)] == [False]


def test_a_picture_without_codes_has_none():
    assert codes.find(drawing(600, 400), Organisation()) == ()


def test_codes_stay_within_the_picture():
    page = label("QRCode", "00482913").crop((205, 255, 900, 700))
    for code in codes.find(page, Organisation()):
        assert Box(0, 0, 1, 1).overlap(code.box) == pytest.approx(code.box.area)

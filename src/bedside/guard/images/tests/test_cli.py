from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw, ImageFont

from bedside.guard.images.cli import main
from bedside.guard.images.tests.pictures import drawing, encoded, faces_at, photo
from bedside.suite.cli import main as bedside

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shot(tmp_path: Path) -> str:
    file = tmp_path / "team.jpg"
    file.write_bytes(encoded(faces_at((40, 40))))
    return str(file)


@pytest.fixture
def lamp(tmp_path: Path) -> str:
    file = tmp_path / "lamp.jpg"
    file.write_bytes(encoded(drawing()))
    return str(file)


def test_the_command_names_what_it_found_and_where(shot: str, capsys: pytest.CaptureFixture[str]):
    assert bedside(["scan", shot]) == 2
    said = capsys.readouterr().out
    assert said.startswith(f"{shot}: face at ")
    assert said.splitlines()[0].endswith(": A face: consent or a cover is needed.")


def test_a_harmless_picture_ends_with_nothing(lamp: str, capsys: pytest.CaptureFixture[str]):
    assert main([lamp]) == 0
    assert "nothing found" in capsys.readouterr().out


def test_as_data_places_are_pixels_of_the_upright_picture(
    shot: str, lamp: str, capsys: pytest.CaptureFixture[str]
):
    assert main(["--json", shot, lamp]) == 0
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert list(first) == [
        "file", "width", "height", "faces", "texts", "codes", "metadata", "findings",
    ]  # fmt: skip
    assert (first["file"], first["width"], first["height"]) == (shot, 640, 480)
    (face,) = first["faces"]
    left, top, wide, high = face["box"]
    assert 40 < left < left + wide < 200
    assert 40 < top < top + high < 200
    assert 0.3 <= face["score"] <= 1
    assert first["metadata"] == {"gps": False, "kinds": []}
    assert first["findings"][0]["kind"] == "face"
    assert second["faces"] == []


def test_hidden_data_is_told_by_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "IMG_1.jpg"
    file.write_bytes(photo())
    assert main([str(file), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["metadata"]["gps"]
    assert "EXIF" in told["metadata"]["kinds"]
    assert "The file says where it was taken." in [one["says"] for one in told["findings"]]


def test_a_file_that_is_refused_is_told_and_the_next_one_is_looked_at(
    tmp_path: Path, lamp: str, capsys: pytest.CaptureFixture[str]
):
    lying = tmp_path / "lamp.png"
    lying.write_bytes(encoded(drawing()))
    assert main([str(lying), lamp, "--json"]) == 65
    told = capsys.readouterr()
    assert "Its name says PNG, but it is JPEG" in told.err
    assert json.loads(told.out)["file"] == lamp


@pytest.mark.parametrize("words", [[], ["--nothing", "a.jpg"], ["missing.jpg"]])
def test_bad_usage_ends_with_64(words: list[str], capsys: pytest.CaptureFixture[str]):
    assert main(words) == 64
    assert capsys.readouterr().err


def test_words_about_care_are_told_without_the_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    picture = Image.new("RGB", (1000, 400), "#f4efe4")
    words = "We're so glad your\nsurgery went well"
    ImageDraw.Draw(picture).text((80, 90), words, "#16302b", font=ImageFont.load_default(46))
    file = tmp_path / "card.jpg"
    file.write_bytes(encoded(picture))
    assert main([str(file)]) == 2
    said = capsys.readouterr().out
    assert "Reads like something about somebody's care." in said
    assert "surgery" not in said

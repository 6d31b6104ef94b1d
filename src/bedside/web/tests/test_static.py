"""What the browser loads: hashed by whitenoise's storage, whole, and without a foreign address."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from django.core.management import call_command

import bedside

DIST = Path(bedside.__file__).parent / "web" / "static" / "dist"

pytestmark = pytest.mark.skipif(
    not DIST.exists(), reason="the front end is not built: python hatch_build.py"
)


@pytest.fixture
def collected(settings, tmp_path):
    """Collect all static files as an installation does, and return where they are."""
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def test_fonts_are_found_by_their_hashed_names(collected):
    paths = json.loads((collected / "staticfiles.json").read_text())["paths"]
    styles = (collected / paths["dist/app.css"]).read_text()
    fonts = re.findall(r"url\(\"?\./?(fonts/[^\")]+)", styles)
    assert len(fonts) == 6
    assert {f"dist/{font}" for font in fonts} <= set(paths.values())


@pytest.mark.parametrize("name", ["dist/icons.svg", "dist/app.js", "dist/lamp.svg"])
def test_everything_that_pages_name_is_collected(collected, name):
    paths = json.loads((collected / "staticfiles.json").read_text())["paths"]
    assert (collected / paths[name]).exists()


@pytest.mark.parametrize("file", ["app.css", "app.js"])
def test_nothing_is_loaded_from_elsewhere(file):
    addresses = re.findall(r"(?:https?:)?//[a-z0-9][\w.-]+\.[a-z]{2,}", (DIST / file).read_text())
    assert [one for one in addresses if not one.endswith("www.w3.org")] == []


def test_our_own_script_evaluates_nothing():
    text = (DIST / "app.js").read_text()
    assert "eval(" not in text
    assert "new Function" not in text


def test_the_licences_of_what_is_bundled_are_kept():
    licences = (DIST / "LICENSES.txt").read_text()
    assert "atkinson-hyperlegible-next" in licences
    assert "SIL OPEN FONT LICENSE" in licences

"""What holds for every template of the house."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import bedside
from bedside.web import networks
from bedside.web.context import ENTRIES
from bedside.web.record_words import _PLAIN
from bedside.web.states import LOOKS

SOURCE = Path(bedside.__file__).parent
FRONTEND = SOURCE.parent.parent / "frontend"
TEMPLATES = sorted(SOURCE.glob("*/templates/**/*.html"))
ICONS = set(re.findall(r'<symbol id="i-([\w-]+)"', (FRONTEND / "icons.svg").read_text()))
STYLES = "\n".join(file.read_text() for file in sorted((FRONTEND / "css").glob("*.css")))
CLASSES = set(re.findall(r"\.([a-z][\w-]*)", STYLES))

each_template = pytest.mark.parametrize(
    "template", TEMPLATES, ids=lambda file: str(file.relative_to(SOURCE))
)


@each_template
def test_no_template_holds_styles_or_scripts_of_its_own(template):
    text = template.read_text()
    assert not re.search(r"\sstyle\s*=", text)
    assert not re.search(r"<style[\s>]", text)
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", text)
    assert not re.search(r"\shx-on", text)
    scripts = re.findall(r"<script\b[^>]*>", text)
    assert [tag for tag in scripts if " src=" not in tag and "application/json" not in tag] == []


@each_template
def test_no_template_loads_from_elsewhere(template):
    assert not re.search(r"(?:src|href)\s*=\s*[\"'](?:https?:)?//", template.read_text())


@each_template
def test_no_template_is_long(template):
    assert len(template.read_text().splitlines()) <= 200


@each_template
def test_every_icon_of_a_template_is_drawn(template):
    assert set(re.findall(r'{%\s*icon\s+"([\w-]+)"', template.read_text())) <= ICONS


@each_template
def test_every_class_of_a_template_has_a_style(template):
    text = re.sub(r"{%.*?%}|{{.*?}}", " ", template.read_text())
    named = {name for value in re.findall(r'class="([^"]*)"', text) for name in value.split()}
    # What ends with a dash is completed by a value, e.g. `is-` or `dot-`.
    assert {name for name in named if not name.endswith("-")} - CLASSES == set()


def test_every_icon_named_in_code_is_drawn():
    named = {look.icon for look in LOOKS.values()} | {entry.icon for entry in ENTRIES}
    named |= {icon for _, icon, _ in _PLAIN.values()}
    named |= {networks.glyph_of(network) for network in [*networks.NAMES, "unheard of"]}
    assert named <= ICONS


def test_every_state_has_its_colours():
    assert {look.css for look in LOOKS.values()} <= CLASSES


def test_icons_carry_no_style_of_their_own():
    assert "<style" not in (FRONTEND / "icons.svg").read_text()


def test_the_lock_of_npm_names_no_address_of_a_registry():
    assert '"resolved"' not in (FRONTEND / "package-lock.json").read_text()


@pytest.mark.parametrize("name", ["tokens", "ground"])
def test_every_colour_is_written_for_day_and_night(name):
    text = (FRONTEND / "css" / f"{name}.css").read_text()
    bare = re.findall(r"--[\w-]+:\s*(#[0-9a-f]{3,8})\s*;", text)
    assert bare == []

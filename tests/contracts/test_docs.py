"""What can be used is written down."""

from __future__ import annotations

import re

import pytest
from tests.contracts.tree import ROOT, files, text_of

from bedside.guard.docs import stale
from bedside.guard.registry import all_rules
from bedside.suite.cli import COMMANDS

VARIABLE = re.compile(r"\b(?:BEDSIDE_[A-Z]+(?:_[A-Z]+)*|DATABASE_URL)\b")


def pages():
    return [file for file in files() if file.parts[0] == "docs" and file.suffix == ".md"]


def written():
    """Return all pages that people read, as one text."""
    return "\n".join(text_of(file) for file in pages())


def variables():
    """Return every variable that our code reads."""
    code = [file for file in files() if file.parts[0] != "docs" and "tests" not in file.parts]
    python = [file for file in code if file.suffix == ".py"]
    return sorted({name for file in python for name in VARIABLE.findall(text_of(file))})


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_is_documented(command):
    assert re.search(rf"\bbedside {command}\b", written())


def test_every_setting_is_documented():
    text = written()
    assert [name for name in variables() if f"`{name}`" not in text] == []


def test_no_setting_is_documented_that_nobody_reads():
    assert sorted(set(VARIABLE.findall(written())) - set(variables())) == []


def test_every_rule_has_its_page():
    index = text_of(ROOT / "docs" / "rules" / "index.md")
    assert [rule.code for rule in all_rules() if rule.code not in index] == []


def test_pages_that_are_made_from_the_code_are_fresh():
    assert stale(ROOT / "docs" / "rules") == []


def test_links_between_pages_lead_somewhere():
    link = re.compile(r"\]\((?!\w+:|#)([^)#\s]+)")
    broken = [
        f"{page}: {target}"
        for page in [*pages(), *(file for file in files() if file.suffix == ".md")]
        for target in link.findall(text_of(page))
        if not (ROOT / page.parent / target).exists()
    ]
    assert broken == []

"""Every signal's docstring is its test."""

import inspect
import re

import pytest

from bedside.guard.reading import Reading
from bedside.guard.triage.message import Flag, Tier
from bedside.guard.triage.registry import all_signals

SIGNALS = pytest.mark.parametrize("signal", all_signals(), ids=lambda signal: signal.flag.value)


def page(signal):
    """Return the sections of a docstring, by heading; the title has the heading ''."""
    text = inspect.cleandoc(type(signal).__doc__ or "")
    title, *sections = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)
    return {"": title.strip()} | dict(zip(sections[::2], sections[1::2], strict=True))


def lines(section):
    return [" ".join(line.split()) for line in re.split(r"^- ", section, flags=re.MULTILINE)[1:]]


def marked(signal, text, *, is_hint=False):
    hits = [hit for hit in signal.find(Reading(text)) if hit.is_hint is is_hint]
    return sorted({text[hit.start : hit.end] for hit in hits})


@SIGNALS
def test_what_stands_in_brackets_is_exactly_what_is_marked(signal):
    for line in lines(page(signal)["Flagged"]):
        expected = re.findall(r"\[([^\]]*)\]", line)
        assert expected
        assert marked(signal, re.sub(r"[\[\]]", "", line)) == sorted(expected)


@SIGNALS
def test_a_hint_marks_its_most_telling_piece_and_asks_for_nothing_by_itself(signal):
    hinted = lines(page(signal).get("Hinted", ""))
    assert bool(hinted) is bool(signal.hints)
    for line in hinted:
        text = re.sub(r"[\[\]]", "", line)
        assert marked(signal, text, is_hint=True) == sorted(re.findall(r"\[([^\]]*)\]", line))
        assert all(hit.is_hint for hit in signal.find(Reading(text)) if hit.tier is Tier.URGENT)


@SIGNALS
def test_fine_lines_give_nothing(signal):
    for line in lines(page(signal)["Fine"]):
        assert list(signal.find(Reading(line))) == []


@SIGNALS
def test_a_signal_says_what_it_is_and_what_to_do(signal):
    told = page(signal)
    assert told[""]
    assert told["What to do"].strip()


def test_every_flag_has_its_signal():
    assert [signal.flag for signal in all_signals()] == list(Flag)

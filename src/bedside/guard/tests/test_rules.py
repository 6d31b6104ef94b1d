"""Every rule's docstring is its test."""

from dataclasses import replace

import pytest

from bedside.guard import Settings, Severity, check
from bedside.guard.page import read_page
from bedside.guard.registry import all_rules

RULES = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)


def where_it_holds(rule):
    return Settings(jurisdictions=rule.jurisdictions or Settings().jurisdictions)


def marked(rule, example):
    return [
        example.draft.text[finding.start : finding.end]
        for finding in check(example.draft, where_it_holds(rule)).findings
        if finding.code == rule.code
    ]


def found(rule, example):
    """What the rule itself finds, before stretches that rules share go to one of them."""
    spans = sorted({(finding.start, finding.end) for finding in rule.find(example.draft)})
    return [example.draft.text[start:end] for start, end in spans]


@RULES
def test_what_stands_in_brackets_is_exactly_what_is_marked(rule):
    for example in read_page(rule).flagged:
        expected = [example.draft.text[start:end] for start, end in example.marks]
        assert expected, f"{rule.code}: nothing stands in brackets in: {example.draft.text}"
        assert found(rule, example) == expected


@RULES
def test_cues_let_every_flagged_example_through(rule):
    for example in read_page(rule).flagged:
        assert not rule.cues or rule.cues & example.draft.reading.words


@RULES
def test_fine_lines_give_nothing(rule):
    for example in read_page(rule).fine:
        assert not example.marks
        assert marked(rule, example) == []


def errors(draft):
    return [found for found in check(draft).findings if found.severity is Severity.ERROR]


SUGGESTED = [
    pytest.param(
        rule, example.draft, finding, id=f"{rule.code}-{finding.start}-{finding.suggestion}"
    )
    for rule in all_rules()
    for example in read_page(rule).flagged
    for finding in rule.find(example.draft)
    if finding.suggestion is not None
]


@pytest.mark.parametrize(("rule", "draft", "finding"), SUGGESTED)
def test_a_suggestion_removes_its_finding_and_adds_no_error(rule, draft, finding):
    start, end, suggestion = finding.start, finding.end, finding.suggestion
    better = replace(draft, text=draft.text[:start] + suggestion + draft.text[end:])
    left = [(found.start, found.end) for found in rule.find(better)]
    assert (start, start + len(suggestion)) not in left
    assert len(errors(better)) <= len(errors(draft))


@RULES
def test_a_rule_says_what_it_is(rule):
    page = read_page(rule)
    assert len(page.title) < 100
    assert rule.code[0].isupper()
    assert rule.code[1:].isdigit()
    assert rule.label.isupper()
    assert page.flagged
    assert page.fine


def test_there_are_rules():
    assert all_rules()

"""Writes a report as data, as lines for people, as SARIF and as GitHub annotations."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from bedside.guard.page import read_page
from bedside.guard.registry import all_rules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bedside.guard.finding import Finding, Report
    from bedside.guard.rewriting import Rewrite

GITHUB_LEVELS = {"error": "error", "warn": "warning", "info": "notice"}
SARIF_LEVELS = {"error": "error", "warn": "warning", "info": "note"}


def as_data(report: Report, identifier: object) -> dict[str, object]:
    """
    Return the report as the object that `bedside check` writes.

    `identifier` is whatever stood in the input's `id`; it is handed back as it came.
    """
    return {
        "id": identifier,
        "verdict": report.verdict.value,
        "findings": [_finding(finding) for finding in report.findings],
    }


def _finding(finding: Finding) -> dict[str, object]:
    data: dict[str, object] = {
        "code": finding.code,
        "label": finding.label,
        "severity": finding.severity.value,
        "start": finding.start,
        "end": finding.end,
        "message": finding.message,
    }
    if finding.suggestion is not None:
        data["suggestion"] = finding.suggestion
    return data


def as_lines(report: Report, name: str, text: str) -> str:
    """Return one line for each finding, `name:line:column: severity code "words" message`."""
    lines = [
        f"{name}:{line}:{column}: {finding.severity.value} {finding.code} "
        f'"{" ".join(text[finding.start : finding.end].split())}" {finding.message}'
        + (f' Try "{finding.suggestion}".' if finding.suggestion else "")
        for finding in report.findings
        for line, column in (_position(text, finding.start),)
    ]
    return "\n".join([*lines, f"{name}: {report.verdict.value}"])


def as_github(report: Report, name: str, text: str) -> str:
    """
    Return one workflow command of GitHub Actions a finding, which annotates the file's line.

    The format is GitHub's "Workflow commands": in values, percent signs and line breaks are
    escaped, in properties also colons and commas.
    """
    return "\n".join(
        f"::{GITHUB_LEVELS[finding.severity.value]} file={_escaped(name, inner=True)},line={line},"
        f"col={column},endLine={end_line},endColumn={end_column},"
        f"title={finding.code} {finding.label}::{_escaped(finding.message)}"
        for finding in report.findings
        for line, column in (_position(text, finding.start),)
        for end_line, end_column in (_position(text, finding.end),)
    )


def _escaped(value: str, *, inner: bool = False) -> str:
    for sign in "%\r\n" + (":," if inner else ""):
        value = value.replace(sign, f"%{ord(sign):02X}")
    return value


def with_rewrites(data: dict[str, object], rewrites: Iterable[Rewrite]) -> dict[str, object]:
    """Add to an object that `as_data` made what may be said instead."""
    return data | {"rewrites": [asdict(rewrite) for rewrite in rewrites]}


def rewrite_as_line(rewrite: Rewrite) -> str:
    """Return what may be said instead; where it has several lines, all but the first indented."""
    return "A safe way to say it: " + rewrite.text.replace("\n", "\n    ")


def _position(text: str, offset: int) -> tuple[int, int]:
    """Return line and column of an offset, both counted from 1, in code points."""
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def as_sarif(report: Report, name: str, text: str) -> dict[str, object]:
    """Return the report as a SARIF 2.1.0 log (OASIS standard), columns in code points."""
    codes = {finding.code for finding in report.findings}
    rules = [
        {"id": rule.code, "shortDescription": {"text": read_page(rule).title}}
        for rule in all_rules()
        if rule.code in codes
    ]
    driver = {"name": "bedside", "version": report.version, "rules": rules}
    return {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, name, text) for finding in report.findings],
            }
        ],
    }


def _result(finding: Finding, name: str, text: str) -> dict[str, object]:
    line, column = _position(text, finding.start)
    end_line, end_column = _position(text, finding.end)
    region = {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
    }
    place = {"artifactLocation": {"uri": name}, "region": region}
    return {
        "ruleId": finding.code,
        "level": SARIF_LEVELS[finding.severity.value],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": place}],
    }

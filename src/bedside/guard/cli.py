"""`bedside check`: the guard on the command line."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, BinaryIO

from bedside.guard.command import BAD_INPUT, Parser, each_line, read_text, run
from bedside.guard.draft import Draft, Kind
from bedside.guard.engine import DEFAULT, check
from bedside.guard.finding import Verdict
from bedside.guard.jurisdictions import UnknownJurisdiction, profile, spelled
from bedside.guard.lines import KINDS, BadInput, read_line
from bedside.guard.output import (
    as_data,
    as_github,
    as_lines,
    as_sarif,
    rewrite_as_line,
    with_rewrites,
)
from bedside.guard.rewriting import suggestions

if TYPE_CHECKING:
    from bedside.guard.engine import Settings
    from bedside.guard.finding import Report

STATUS = {Verdict.CLEAR: 0, Verdict.BLOCK: 1, Verdict.WARN: 2}


def main(argv: list[str]) -> int:
    """
    Check a text, or many, and return the exit status.

    0 clear, 1 block, 2 warnings only, 64 bad usage, 65 bad input. With `--jsonl` the status is 0
    unless a line was not valid.
    """
    return run(_parser(), argv, _check)


def _parser() -> Parser:
    parser = Parser(
        prog="bedside check",
        description="Check a text for words that disclose a patient, mislead or harm.",
        epilog="Exit status: 0 clear, 1 block, 2 warnings only, 64 bad usage, 65 bad input.",
    )
    parser.add_argument("file", nargs="?", default="-", help="a text file; - is standard input")
    parser.add_argument(
        "--kind",
        default=Kind.POST,
        choices=[kind.value for kind in Kind],
        metavar="KIND",
        help=f"one of {KINDS}",
    )
    parser.add_argument(
        "--jurisdiction",
        action="append",
        type=_place,
        metavar="NAME",
        help="the place whose law holds, such as us-tx or uk; may be given several times",
    )
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--jsonl", action="store_true", help="one JSON object a line, in and out")
    output.add_argument("--format", choices=("text", "json", "sarif", "github"), default="text")
    parser.add_argument(
        "--suggest",
        action="store_true",
        help='with --jsonl or --format json: add "rewrites", what may be said instead',
    )
    parser.add_argument("--quick", action="store_true", help="only the rules that run while typing")
    return parser


def _place(name: str) -> str:
    try:
        spelled([name])
    except UnknownJurisdiction as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return name


def _settings(options: argparse.Namespace) -> Settings:
    return profile(options.jurisdiction) if options.jurisdiction else DEFAULT


def _check(source: BinaryIO, options: argparse.Namespace) -> int:
    if not options.jsonl:
        return _check_text(source, options)

    settings = _settings(options)

    def answer(raw: bytes) -> str:
        line = read_line(raw, Kind(options.kind))
        report = check(line.draft, settings, quick=options.quick)
        return json.dumps(_data(line.draft, report, line.identifier, options))

    return each_line(source, options.file, answer)


def _check_text(source: BinaryIO, options: argparse.Namespace) -> int:
    try:
        text = read_text(source)
    except BadInput as error:
        print(f"{options.file}: {error}", file=sys.stderr)
        return BAD_INPUT
    draft = Draft(text, kind=Kind(options.kind))
    settings = _settings(options)
    report = check(draft, settings, quick=options.quick)
    name = "stdin" if options.file == "-" else options.file
    if options.format == "text":
        print(as_lines(report, name, text))
        if report.verdict is Verdict.BLOCK and not options.quick:
            _say_safely(draft, report, settings)
    elif options.format == "json":
        print(json.dumps(_data(draft, report, options.file, options), indent=2))
    elif options.format == "github":
        print(as_github(report, name, text))
    else:
        print(json.dumps(as_sarif(report, name, text), indent=2))
    return STATUS[report.verdict]


def _say_safely(draft: Draft, report: Report, settings: Settings) -> None:
    for rewrite in suggestions(draft, report, most=1, settings=settings):
        print(rewrite_as_line(rewrite))


def _data(
    draft: Draft, report: Report, identifier: object, options: argparse.Namespace
) -> dict[str, object]:
    data = as_data(report, identifier)
    if not options.suggest:
        return data
    return with_rewrites(data, suggestions(draft, report, settings=_settings(options)))

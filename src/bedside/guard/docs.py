"""
Writes a page for every rule from its docstring: `python -m bedside.guard.docs docs/rules`.

With `--check` nothing is written, and the status is 1 if a page is missing or out of date.
"""

from __future__ import annotations

import argparse
import inspect
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bedside.guard.jurisdictions import profiles
from bedside.guard.page import read_page
from bedside.guard.registry import all_rules

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bedside.guard.rule import Rule

FAMILIES = {
    "P": "Identifiers",
    "D": "Disclosures",
    "S": "Patient safety",
    "C": "Claims and evidence",
    "L": "Language",
    "T": "Tone and stigma",
    "W": "Plain words",
    "A": "Accessibility",
    "R": "Reviews",
    "M": "Marketing and advertising",
    "Y": "Staff policy",
}


def pages() -> Mapping[str, str]:
    """Return the text of every page by its file name: one a rule, and `index.md`."""
    rules = all_rules()
    written = {f"{rule.code}.md": _page(rule) for rule in rules}
    return {**written, "index.md": _index(rules)}


def render(directory: Path) -> None:
    """Write all pages into a directory and remove pages of rules that are no more."""
    directory.mkdir(parents=True, exist_ok=True)
    current = pages()
    for name, text in current.items():
        (directory / name).write_text(text, encoding="utf-8")
    for file in directory.glob("*.md"):
        if file.name not in current:
            file.unlink()


def stale(directory: Path) -> list[str]:
    """Return the names of pages that are missing, out of date, or of no rule."""
    current = pages()
    found = {file.name: file.read_text(encoding="utf-8") for file in directory.glob("*.md")}
    return sorted(
        name for name in current.keys() | found.keys() if current.get(name) != found.get(name)
    )


def _page(rule: Rule) -> str:
    title = read_page(rule).title.rstrip(".")
    body = inspect.cleandoc(type(rule).__doc__ or "").split("\n## ", 1)[1]
    return (
        f"# {rule.code}: {title}\n\n"
        f"Label `{rule.label}`, severity `{rule.severity}`, {_settings(rule)}, {_speed(rule)}."
        f"{_where(rule)}{_source(rule)}\n\n## {body}\n\n"
        f"Checked in: {', '.join(f'`{kind}`' for kind in sorted(rule.kinds))}. "
        "In the flagged examples, brackets stand round the words that are marked; a line may begin "
        "with the kind of the text and with what it answers.\n"
    )


def _settings(rule: Rule) -> str:
    if rule.floor:
        return f"the law's floor is `{rule.floor}`, so it cannot be switched off"
    return "may be changed or switched off in settings"


def _speed(rule: Rule) -> str:
    if rule.doubted:
        return "checked on pause where the model has doubts too"
    if rule.quick:
        return "checked while typing"
    return "checked on pause and at sending" if rule.again else "checked on pause and at approval"


def _where(rule: Rule) -> str:
    """Say where a rule is read for, if not everywhere."""
    names = [place.name for code, place in profiles().items() if code in rule.jurisdictions]
    return f" Only under the law of: {', '.join(names)}." if names else ""


def _source(rule: Rule) -> str:
    return f" Source: {rule.source.rstrip('.')}." if rule.source else ""


def _index(rules: tuple[Rule, ...]) -> str:
    parts = ["# Rules of the guard\n\nGenerated from the rules' docstrings.\n"]
    for letter, family in FAMILIES.items():
        members = [rule for rule in rules if rule.code.startswith(letter)]
        if members:
            rows = "".join(
                f"| [{rule.code}]({rule.code}.md) | {read_page(rule).title.rstrip('.')} "
                f"| `{rule.severity}` |\n"
                for rule in members
            )
            parts.append(
                f"\n## {family}\n\n| Code | Finds | Severity |\n| --- | --- | --- |\n{rows}"
            )
    return "".join(parts)


def main(argv: list[str]) -> int:
    """Write the pages, or with `--check` name those that are out of date."""
    parser = argparse.ArgumentParser(prog="python -m bedside.guard.docs", description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--check", action="store_true", help="write nothing, report stale pages")
    options = parser.parse_args(argv)
    if not options.check:
        render(options.directory)
        return 0
    names = stale(options.directory)
    for name in names:
        sys.stderr.write(f"{options.directory / name} is out of date; run it without --check.\n")
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

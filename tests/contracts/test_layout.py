"""What must never be in the project: others' scripts, unfinished work, traces of a machine."""

from __future__ import annotations

import io
import re
import tokenize

import pytest
from tests.contracts.tree import files, text_of

LINE = 1000
"""Characters in a line of script or style; longer ones come out of a machine."""

# Put together here, so that this file does not hold what it looks for.
UNFINISHED = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "NotImplemented" + "Error"]
REGISTRIES = [
    "registry.n" + "pmjs",
    "files.python" + "hosted",
    "py" + "pi.org/simple",
    "deb." + "debian.org",
]
MACHINE = ["/wo" + "rk/main", "/wo" + "rk/shared", "/wo" + "rk/.library", "/ro" + "ot/"]
KEYS = ["-----BEGIN " + "PRIVATE KEY", "-----BEGIN RSA " + "PRIVATE KEY"]


def said_by_authors():
    """Return comments and names in Python, and every line of the browser's code, with its place."""
    for file in files():
        if file.suffix == ".py":
            tokens = tokenize.generate_tokens(io.StringIO(text_of(file)).readline)
            words = [token for token in tokens if token.type in {tokenize.COMMENT, tokenize.NAME}]
            yield from ((file, token.start[0], token.string) for token in words)
        elif file.suffix in {".js", ".mjs", ".cjs", ".css", ".html"}:
            yield from ((file, n, line) for n, line in enumerate(text_of(file).splitlines(), 1))


def files_with(word):
    return [str(file) for file in files() if word in text_of(file)]


def test_scripts_and_styles_are_our_own():
    theirs = re.compile(r"\.min\.(js|css)$|(^|/)(node_modules|dist)/")
    assert [str(file) for file in files() if theirs.search(file.as_posix())] == []


def test_scripts_and_styles_are_written_by_hand():
    scripts = [file for file in files() if file.suffix in {".js", ".mjs", ".cjs", ".css"}]
    long = [
        str(file)
        for file in scripts
        if any(len(line) > LINE for line in text_of(file).splitlines())
    ]
    assert long == []


@pytest.mark.parametrize("mark", UNFINISHED)
def test_nothing_is_left_unfinished(mark):
    word = re.compile(rf"\b{mark}\b")
    left = [f"{file}:{line}" for file, line, text in said_by_authors() if word.search(text)]
    assert left == []


@pytest.mark.parametrize("host", REGISTRIES)
def test_no_registry_is_named(host):
    assert files_with(host) == []


@pytest.mark.parametrize("path", MACHINE)
def test_no_path_of_a_machine_is_named(path):
    assert files_with(path) == []


@pytest.mark.parametrize("key", KEYS)
def test_no_key_is_kept(key):
    assert files_with(key) == []


def test_locks_hold_no_addresses():
    locks = [file for file in files() if file.name in {"package-lock.json", "requirements.lock"}]
    assert locks != []
    assert [str(file) for file in locks if '"resolved"' in text_of(file)] == []
    assert [str(file) for file in locks if re.search(r"--(extra-)?index-url", text_of(file))] == []

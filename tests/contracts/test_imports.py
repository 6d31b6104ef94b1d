"""Layers point down, and one road only leads out."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

from tests.contracts.tree import ROOT, python_files, syntax_of, text_of

SENDING = {"channel", "http", "registry", "egress"}
"""Modules of `bedside.channels` that can reach a network."""
MAY_SEND = ("src/bedside/channels/", "src/bedside/outbox/", "bench/", "tests/networks/")


def imported(file):
    """Return the full names of all modules and members that a module imports."""
    for node in ast.walk(syntax_of(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def sends(name):
    return name.startswith("bedside.channels.") and bool(SENDING & set(name.split(".")[2:]))


def ours():
    return [file for file in python_files() if not file.as_posix().startswith(MAY_SEND)]


def shipped():
    return [file for file in ours() if "tests" not in file.parts and file.parts[0] == "src"]


def test_import_contracts_hold():
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_nothing_but_the_outbox_imports_what_sends():
    roads = [f"{file}: {name}" for file in shipped() for name in imported(file) if sends(name)]
    assert roads == []


def test_nothing_but_the_outbox_names_what_sends_to_import_it_later():
    roads = [
        f"{file}:{node.lineno} {node.value}"
        for file in shipped()
        for node in ast.walk(syntax_of(file))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and sends(node.value)
    ]
    assert roads == []


def test_nothing_is_imported_inside_a_function():
    hidden = [
        f"{file}:{inner.lineno}"
        for file in python_files()
        for node in ast.walk(syntax_of(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    assert hidden == []


def test_only_the_engine_catches_whatever_comes():
    doors = {"src/bedside/work/clock.py", "src/bedside/work/threads.py"}
    catching = {str(file) for file in python_files() if "except " + "Exception" in text_of(file)}
    assert catching - doors == set()

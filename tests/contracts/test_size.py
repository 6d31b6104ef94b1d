"""Small enough to be read in one go."""

from __future__ import annotations

import ast

from tests.contracts.tree import files, python_files, syntax_of, text_of

MODULE, FUNCTION, TEMPLATE = 400, 40, 200
"""Lines."""


def lines_of(file):
    return len(text_of(file).splitlines())


def test_modules_are_short():
    assert [f"{file} {lines_of(file)}" for file in python_files() if lines_of(file) > MODULE] == []


def test_functions_are_short():
    functions = [
        (file, node)
        for file in python_files()
        for node in ast.walk(syntax_of(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    lengths = [(file, node, node.end_lineno - node.lineno + 1) for file, node in functions]
    long = [f"{file}:{node.lineno} {node.name} {n}" for file, node, n in lengths if n > FUNCTION]
    assert long == []


def test_templates_are_short():
    templates = [file for file in files() if "templates" in file.parts and file.suffix == ".html"]
    assert [f"{file} {lines_of(file)}" for file in templates if lines_of(file) > TEMPLATE] == []

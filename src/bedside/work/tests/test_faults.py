from __future__ import annotations

import pytest

from bedside.work import faults


def careless(name: str) -> None:
    raise LookupError(name)


def without_end() -> None:
    without_end()


def wrapped(name: str) -> None:
    try:
        careless(name)
    except LookupError as error:
        raise ValueError(name) from error


def test_the_kind_of_an_exception_names_its_causes_and_not_its_words():
    with pytest.raises(ValueError) as caught:
        wrapped("Maria Lopez")
    assert faults.kind(caught.value) == "ValueError<LookupError"


def test_places_are_paths_and_lines_below_what_python_imports_from():
    with pytest.raises(ValueError) as caught:
        wrapped("Maria Lopez")
    assert [place.rpartition(":")[0] for place in faults.places(caught.value)] == [
        "bedside/work/tests/test_faults.py",
        "bedside/work/tests/test_faults.py",
    ]


def test_a_file_that_python_does_not_import_from_goes_by_its_name(tmp_path):
    script = tmp_path / "loose.py"
    code = compile("raise LookupError('Maria Lopez')", str(script), "exec")
    with pytest.raises(LookupError) as caught:
        exec(code, {})
    assert faults.places(caught.value)[-1] == "loose.py:1"


def test_only_the_innermost_frames_are_kept():
    with pytest.raises(RecursionError) as caught:
        without_end()
    assert len(faults.places(caught.value)) == faults.DEEPEST

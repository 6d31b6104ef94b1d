"""`bedside check` says what may be said instead: below a text that is stopped, or on request."""

import json

import pytest

from bedside.guard.cli import main

STOPPED = "We have no record of you in our system."
CLEAR = "We are open until eight on Tuesdays."


@pytest.fixture
def file(tmp_path):
    """Return a function that writes a file and gives its name."""

    def write(text: str) -> str:
        path = tmp_path / "draft.txt"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def printed(capsys, *arguments):
    main(list(arguments))
    return capsys.readouterr().out


def test_below_a_text_that_is_stopped_stands_a_safe_way_to_say_it(file, capsys):
    out = printed(capsys, file(STOPPED), "--kind", "review_reply")
    assert out.splitlines()[-1].startswith("A safe way to say it: ")


def test_a_clear_text_and_a_quick_check_have_none(file, capsys):
    assert "A safe way" not in printed(capsys, file(CLEAR))
    assert "A safe way" not in printed(capsys, file(STOPPED), "--kind", "review_reply", "--quick")


def test_rewrites_are_added_to_lines_only_on_request(file, capsys):
    name = file(json.dumps({"id": 1, "kind": "review_reply", "text": STOPPED}))
    plain = json.loads(printed(capsys, name, "--jsonl"))
    asked = json.loads(printed(capsys, name, "--jsonl", "--suggest"))
    assert set(plain) == {"id", "verdict", "findings"}
    rewrites = asked.pop("rewrites")
    assert asked == plain
    assert rewrites
    assert all(set(one) == {"text", "why", "source"} for one in rewrites)


def test_json_for_one_text_takes_them_too(file, capsys):
    name = file(STOPPED)
    told = printed(capsys, name, "--kind", "review_reply", "--format", "json", "--suggest")
    assert json.loads(told)["rewrites"]
    clear = printed(capsys, file(CLEAR), "--format", "json", "--suggest")
    assert json.loads(clear)["rewrites"] == []

"""`bedside triage`: what it prints and how it leaves, on good input and on bad."""

import io
import json
import sys
from types import SimpleNamespace

import pytest

from bedside.guard.triage.cli import main

BAD_DAY = "The wait was an hour and the parking is a joke."
DANGER = "I have chest pain and can't breathe. Dr. Chen knows me."


@pytest.fixture
def typed(monkeypatch):
    """Return a function that puts bytes on standard input."""

    def put(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))

    return put


def test_a_message_is_told_with_what_to_do_and_the_words_that_say_so(typed, capsys):
    typed(DANGER.encode())
    assert main([]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Tier 3, urgent: page a named person now.")
    assert 'emergency: "chest pain"' in said
    assert 'staff named: "Dr. Chen"' in said
    assert "\nAbout: " in said


def test_a_file_is_read(tmp_path, capsys):
    path = tmp_path / "review.txt"
    path.write_text(BAD_DAY)
    assert main([str(path), "--stars", "2", "--source", "google"]) == 0
    assert capsys.readouterr().out.startswith("Tier 1, a complaint")


def test_lines_keep_their_order_and_their_identifiers(typed, capsys):
    records = [{"id": 7, "text": DANGER, "stars": 5, "source": "google"}, {"text": BAD_DAY}]
    typed("\n".join(json.dumps(record) for record in records).encode())
    assert main(["--jsonl"]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["id"] for answer in answers] == [7, None]
    assert answers[0]["tier"] == 3
    assert answers[0]["reasons"][0] == {"start": 7, "end": 17, "flag": "emergency"}
    assert list(answers[1]) == ["id", "tier", "flags", "themes", "reasons"]


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        (b"{not json", "write one object a line"),
        (b"[1]", "this is not an object"),
        (b'{"id": 1}', '"text" is missing'),
        (b'{"text": 5}', '"text" is not a string'),
        (b'{"text": "a", "stars": 9}', "write 1 to 5, or null"),
        (b'{"text": "a", "stars": "five"}', "write 1 to 5, or null"),
        (b'{"text": "a", "stars": true}', "write 1 to 5, or null"),
        (b'{"text": "a", "source": 1}', '"source" is not a string'),
        (b'{"text": "\xff"}', "is not UTF-8"),
        (b'{"text": "a\x00"}', "binary file"),
    ],
)
def test_a_bad_line_is_named_the_rest_is_done_and_the_status_is_65(typed, capsys, line, cure):
    good = json.dumps({"text": BAD_DAY}).encode()
    typed(good + b"\n" + line + b"\n\n" + good + b"\n")
    assert main(["--jsonl"]) == 65
    output = capsys.readouterr()
    assert "line 2: " in output.err
    assert cure in output.err
    assert len(output.out.splitlines()) == 2


@pytest.mark.parametrize("arguments", [["--stars", "9"], ["--loud"], ["no-such-file.txt"]])
def test_bad_usage_leaves_with_64(arguments):
    assert main(arguments) == 64


def test_a_binary_file_leaves_with_65_and_says_what_to_do(typed, capsys):
    typed(b"\x89PNG\r\n\x00\x00")
    assert main(["-"]) == 65
    assert "give a plain text file" in capsys.readouterr().err

"""`bedside check --jurisdiction`: the law of the places that are named, and of no other."""

from __future__ import annotations

import io
import json
import sys
from types import SimpleNamespace

import pytest

from bedside.guard.cli import main

THANKS = "Thanks for choosing us!"


def run(monkeypatch, text, *arguments):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
    return main(["-", *arguments])


@pytest.mark.parametrize(
    ("places", "status"),
    [
        ([], 2),
        (["us"], 2),
        (["us-tx"], 2),
        (["us-part-2"], 1),
        (["us-tx", "us-part-2"], 1),
        (["Texas", "42 CFR Part 2"], 1),
    ],
)
def test_the_strictest_of_the_places_decides(monkeypatch, places, status):
    named = [word for place in places for word in ("--jurisdiction", place)]
    assert run(monkeypatch, THANKS, "--kind", "review_reply", *named) == status


def test_lines_are_read_under_the_same_law_and_get_answers_that_pass(monkeypatch, capsys):
    line = json.dumps({"id": "1", "kind": "review_reply", "text": THANKS})
    arguments = ("--jsonl", "--suggest", "--jurisdiction", "us-part-2")
    assert run(monkeypatch, line, *arguments) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["verdict"] == "block"
    assert answer["rewrites"]
    assert all("choosing" not in rewrite["text"] for rewrite in answer["rewrites"])


def test_an_unknown_place_leaves_with_64_and_the_list(monkeypatch, capsys):
    assert run(monkeypatch, THANKS, "--jurisdiction", "narnia") == 64
    said = capsys.readouterr().err
    assert 'there is no jurisdiction "narnia"; use one of us, us-part-2, ' in said

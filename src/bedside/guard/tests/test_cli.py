"""`bedside check`: what it prints and how it leaves, on good input and on bad."""

import io
import json
import sys
from types import SimpleNamespace

import pytest

from bedside.guard.cli import main
from bedside.guard.finding import Finding, Report, Severity
from bedside.guard.lines import LIMIT
from bedside.guard.output import as_github

DISCLOSING = "Our 97-year-old patient went home from the ICU today."
HINTING = "A patient asked me this morning if sunscreen expires."
CLEAR = "We are open until eight on Tuesdays."


@pytest.fixture
def typed(monkeypatch):
    """Return a function that puts bytes on standard input."""

    def put(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))

    return put


@pytest.fixture
def file(tmp_path):
    """Return a function that writes a file and gives its name."""

    def write(data: str | bytes) -> str:
        path = tmp_path / "draft.txt"
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return str(path)

    return write


@pytest.mark.parametrize(("text", "status"), [(CLEAR, 0), (DISCLOSING, 1), (HINTING, 2)])
def test_the_status_is_the_verdict(file, text, status):
    assert main([file(text)]) == status


def test_text_output_names_the_place_the_code_and_the_words(file, capsys):
    name = file("All is well.\n" + DISCLOSING)
    assert main([name]) == 1
    assert f'{name}:2:5: error P014 "97-year-old" This gives an age' in capsys.readouterr().out


def test_standard_input_is_read_without_a_file_or_with_a_dash(typed):
    typed(DISCLOSING.encode())
    assert main([]) == 1
    typed(CLEAR.encode())
    assert main(["-"]) == 0


def test_json_output_has_the_promised_fields(file, capsys):
    main([file(DISCLOSING), "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    assert report["verdict"] == "block"
    age = next(finding for finding in report["findings"] if finding["code"] == "P014")
    assert age.pop("message")
    assert age == {
        "code": "P014",
        "label": "ID-AGE90",
        "severity": "error",
        "start": 4,
        "end": 15,
        "suggestion": "senior",
    }


def test_github_output_annotates_the_line(file, capsys):
    name = file("Good day, all.\n" + DISCLOSING)
    assert main([name, "--format", "github"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("::error file=") and ",line=2,col=5," in line for line in lines)


def test_github_output_escapes_what_would_end_a_command(capsys):
    found = Finding("X1", "PROOF", Severity.WARN, 0, 1, "50% of it\nfails: now")
    said = as_github(Report((found,), "0.1", full=True), "a,b:c.txt", "x")
    assert said.startswith("::warning file=a%2Cb%3Ac.txt,line=1,col=1,endLine=1,endColumn=2,")
    assert said.endswith("::50%25 of it%0Afails: now")


def test_sarif_output_names_rule_level_and_region(file, capsys):
    main([file("Good day.\n" + DISCLOSING), "--format", "sarif"])
    run = json.loads(capsys.readouterr().out)["runs"][0]
    age = next(result for result in run["results"] if result["ruleId"] == "P014")
    region = age["locations"][0]["physicalLocation"]["region"]
    assert age["level"] == "error"
    assert (region["startLine"], region["startColumn"]) == (2, 5)
    assert (region["charOffset"], region["charLength"]) == (14, 11)
    assert "P014" in {rule["id"] for rule in run["tool"]["driver"]["rules"]}


def test_kind_decides_which_rules_speak(file):
    name = file("Thank you for being our patient!")
    assert main([name, "--kind", "review_reply"]) == 1
    assert main([name, "--kind", "policy"]) == 0


def test_quick_runs_and_blocks_too(file):
    assert main([file(DISCLOSING), "--quick"]) == 1


@pytest.mark.parametrize(
    ("arguments", "cure"),
    [
        (["--kind", "poem"], "choose from"),
        (["--format", "xml"], "choose from"),
        (["--jsonl", "--format", "json"], "not allowed with"),
        (["--loud"], "unrecognized arguments"),
        (["no-such-file.txt"], "give the name of a text file"),
    ],
)
def test_bad_usage_leaves_with_64_and_says_what_to_do(arguments, cure, capsys):
    assert main(arguments) == 64
    assert cure in capsys.readouterr().err


def test_help_leaves_with_0(capsys):
    assert main(["--help"]) == 0
    assert "Exit status" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("data", "cure"),
    [
        (b"\x89PNG\r\n\x00\x00", "give a plain text file"),
        ("Dra. Peña".encode("latin-1"), "save the file as UTF-8"),
        (b"a" * (LIMIT + 1), "check each post by itself"),
        (b"a" * 10_000_000, "check each post by itself"),
        ("é".encode() * 3_000_000, "check each post by itself"),
    ],
)
def test_bad_input_leaves_with_65_and_says_what_to_do(file, data, cure, capsys):
    assert main([file(data)]) == 65
    assert cure in capsys.readouterr().err


def test_a_text_of_exactly_the_limit_is_checked(file):
    assert main([file("\n" * LIMIT)]) == 0


def test_a_byte_order_mark_is_no_part_of_the_text(file, capsys):
    main([file("\ufeff" + DISCLOSING), "--format", "json"])
    assert '"start": 4,' in capsys.readouterr().out


def test_lines_keep_their_order_and_their_identifiers(typed, capsys):
    records = [
        {"id": 7, "kind": "post", "text": CLEAR},
        {"id": "b", "kind": "review_reply", "text": "You were never a patient here."},
        {"text": HINTING},
    ]
    typed("\n".join(json.dumps(record) for record in records).encode())
    assert main(["--jsonl"]) == 0
    reports = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(report["id"], report["verdict"]) for report in reports] == [
        (7, "clear"),
        ("b", "block"),
        (None, "warn"),
    ]


def test_context_of_a_line_reaches_the_rules(typed, capsys):
    told = {
        "text": "Rosa Marquez finished chemo today!",
        "consents": ["Rosa Marquez"],
        "org": {"name": "Cedar Hollow", "staff": ["Dr. Wei Chen"], "city": None, "phone": "555"},
    }
    typed(json.dumps(told).encode())
    main(["--jsonl"])
    assert json.loads(capsys.readouterr().out)["verdict"] == "clear"


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        (b"{not json", "write one object a line"),
        (b"[1, 2]", "this is not an object"),
        (b"[" * 100_000, "write one object a line"),
        (b'{"kind": "post"}', '"text" is missing'),
        (b'{"text": 5}', '"text" is not a string'),
        (b'{"text": "a", "kind": "poem"}', "use one of post, reply"),
        (b'{"text": "a", "org": "Cedar"}', '"org" is not an object'),
        (b'{"text": "a", "consents": "Rosa"}', '"consents" is not a list of strings'),
        (b'{"text": "a", "org": {"staff": [1]}}', '"staff" is not a list of strings'),
        (b'{"text": "a", "reply_to": []}', '"reply_to" is not a string'),
        (b'{"text": "\xff"}', "is not UTF-8"),
        (b'{"text": "a\x00"}', "binary file"),
        (json.dumps({"text": "a" * (LIMIT + 1)}).encode(), "longer than 100,000 characters"),
        (b'{"text": "' + b"a" * 5_000_000 + b'"}', "longer than"),
    ],
)
def test_a_bad_line_is_named_the_rest_is_done_and_the_status_is_65(typed, capsys, line, cure):
    good = json.dumps({"id": 1, "text": CLEAR}).encode()
    typed(good + b"\n" + line + b"\n\n" + good + b"\n")
    assert main(["--jsonl"]) == 65
    output = capsys.readouterr()
    assert "line 2: " in output.err
    assert cure in output.err
    assert len(output.out.splitlines()) == 2


def test_half_of_a_surrogate_pair_does_no_harm(typed, capsys):
    typed(b'{"id": "\\ud83d", "text": "\\ud83d Our 97-year-old patient went home from the ICU."}')
    assert main(["--jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["verdict"] == "block"


def test_lines_are_answered_one_by_one(monkeypatch, capsys):
    """A reader that waits for each answer before it sends the next line is not kept waiting."""
    seen = []

    class Typist:
        def __init__(self):
            self.left = [b'{"text": "one"}\n', b'{"text": "two"}\n', b""]

        def readline(self, limit):
            seen.append(capsys.readouterr().out.count("\n"))
            return self.left.pop(0)

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=Typist()))
    main(["--jsonl"])
    assert seen == [0, 1, 1]

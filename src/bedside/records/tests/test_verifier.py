from __future__ import annotations

import copy
import io
import json
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bedside.records.anchors import anchor_day
from bedside.records.export import NothingRecorded, export_all, export_subject
from bedside.records.keys import AnchorKey, ring
from bedside.records.models import Body
from bedside.records.sealing import seal
from bedside.records.tests.support import OTHER_WORDS, SECRET_WORDS, record
from bedside.records.verbs import purge_body
from bedside.records.verifier import DOCUMENT_LIMIT, LINE_LIMIT, main

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from django.db.models import QuerySet

    from bedside.orgs.models import Organisation

pytestmark = pytest.mark.django_db
per_example = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)

UNPROVEN = {("organisation", "name"), ("exported_at",)}
"""What no signature covers, as the format says."""
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=8,
)


@pytest.fixture
def recorded(clinic: Organisation) -> Organisation:
    """Post 1 was sent among others, and once more after the anchor of that day."""
    record(clinic, "post:1", "post.drafted")
    record(clinic, "post:2", "post.drafted", b"Nobody but us should read this.")
    record(clinic, "post:1", "post.sent", SECRET_WORDS)
    anchor_day(clinic.pk)
    record(clinic, "post:3", "post.drafted")
    record(clinic, "post:1", "post.edited", OTHER_WORDS)
    anchor_day(clinic.pk)
    record(clinic, "post:3", "post.sent")
    return clinic


def document_of(clinic: Organisation, subject: str = "post:1") -> Any:
    return json.loads(
        export_subject(organisation_id=clinic.pk, organisation_name="Cedar Hollow", subject=subject)
    )


def archive_of(clinic: Organisation) -> list[bytes]:
    return list(export_all(organisation_id=clinic.pk, organisation_name="Cedar Hollow"))


class Verified:
    """What `bedside verify` did with a file of these bytes."""

    def __init__(self, file: Path, content: bytes | dict[str, Any], *options: str) -> None:
        file.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        output, errors = io.StringIO(), io.StringIO()
        with redirect_stdout(output), redirect_stderr(errors):
            self.status = main([str(file), *options])
        self.output, self.errors = output.getvalue(), errors.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "certificate-0419.json"


def test_untouched_record_is_intact(recorded: Organisation, file: Path) -> None:
    document = document_of(recorded)
    verified = Verified(file, document)
    day = anchor_day(recorded.pk).day
    entries = len(document["entries"])
    assert verified.output == (
        f"ok chain intact {entries} of {entries} entries\n"
        f"ok anchor {day:%B} {day.day}, {day.year}, signature valid\n"
        "ok bodies match 2 of 2\n"
        f"  key {ring().anchors.id}: compare it with the one that the clinic gave you\n"
    )
    assert (verified.status, verified.errors) == (0, "")


def test_record_goes_from_the_first_entry_to_the_first_anchor_after_the_last(
    recorded: Organisation,
) -> None:
    entries = document_of(recorded)["entries"]
    verbs = [entry.get("verb") for entry in entries]
    assert verbs == ["post.drafted", None, "post.sent", None, None, "post.edited", None]


def test_record_without_an_anchor_yet_is_anchored(clinic: Organisation, file: Path) -> None:
    entry = record(clinic, "post:9")
    document = document_of(clinic, "post:9")
    assert document["anchor"]["seq"] == entry.seq + 1
    verified = Verified(file, document)
    assert verified.status == 0
    assert "ok bodies none is named here\n" in verified.output


def test_record_shows_nothing_of_other_subjects(recorded: Organisation) -> None:
    document = document_of(recorded)
    others = [entry for entry in document["entries"] if "verb" not in entry]
    assert {frozenset(entry) for entry in others} == {frozenset({"seq", "body_hash"})}
    assert b"Nobody but us" not in json.dumps(document).encode()
    assert len(document["bodies"]) == 2


def test_member_of_another_clinic_exports_nothing(recorded: Organisation, charlie) -> None:
    with pytest.raises(NothingRecorded):
        document_of(charlie.organisation)


def test_purged_body_is_said_to_be_purged(recorded: Organisation, file: Path) -> None:
    name = next(iter(document_of(recorded)["bodies"]))
    purge_body(organisation_id=recorded.pk, actor="system", sha256=name, reason="retention")
    verified = Verified(file, document_of(recorded))
    assert "ok bodies match 1 of 1, 1 purged (only the hash is kept)\n" in verified.output
    assert verified.status == 0


@pytest.mark.parametrize(
    "deed",
    [
        lambda bodies: bodies._raw_delete("default"),
        lambda bodies: bodies.update(sealed=seal(SECRET_WORDS, about="account:17")),
    ],
)
def test_body_that_vanished_or_was_damaged_is_not_passed_over(
    unguarded: Organisation,
    recorded: Organisation,
    file: Path,
    deed: Callable[[QuerySet[Body]], object],
) -> None:
    deed(Body.objects.all())
    verified = Verified(file, document_of(recorded))
    assert "FAILED bodies missing: entry" in verified.output
    assert verified.status == 1


def leaves(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the paths of all members and items of a JSON value."""
    match value:
        case dict():
            inside = list(value.items())
        case list():
            inside = list(enumerate(value))
        case _:
            inside = []
    for name, each in inside:
        yield (*path, name)
        yield from leaves(each, (*path, name))


def parent(document: dict[str, Any], path: tuple[Any, ...]) -> Any:
    for name in path[:-1]:
        document = document[name]
    return document


@per_example
@given(data=st.data())
def test_any_changed_value_of_a_record_is_found(
    recorded: Organisation, file: Path, data: st.DataObject
) -> None:
    document = document_of(recorded)
    path = data.draw(st.sampled_from([p for p in leaves(document) if p not in UNPROVEN]))
    holder = parent(document, path)
    value = data.draw(JSON)
    assume(json.dumps(value) != json.dumps(holder[path[-1]]))
    holder[path[-1]] = value
    assert Verified(file, document).status in (1, 65)


@per_example
@given(data=st.data())
def test_any_removed_part_of_a_record_is_found(
    recorded: Organisation, file: Path, data: st.DataObject
) -> None:
    document = document_of(recorded)
    path = data.draw(st.sampled_from([p for p in leaves(document) if p not in UNPROVEN]))
    del parent(document, path)[path[-1]]
    assert Verified(file, document).status in (1, 65)


@per_example
@given(data=st.data())
def test_any_added_or_moved_entry_is_found(
    recorded: Organisation, file: Path, data: st.DataObject
) -> None:
    document = document_of(recorded)
    places = st.integers(0, len(document["entries"]) - 1)
    taken, place = data.draw(places), data.draw(places)
    assume(taken != place)
    moved = copy.deepcopy(document)
    moved["entries"].insert(place, moved["entries"].pop(taken))
    assert Verified(file, moved).status == 1
    document["entries"].insert(place, document["entries"][taken])
    assert Verified(file, document).status == 1


@per_example
@given(data=st.data())
def test_any_lost_or_doubled_line_of_an_archive_is_found(
    recorded: Organisation, file: Path, data: st.DataObject
) -> None:
    lines = archive_of(recorded)
    places = st.integers(0, len(lines) - 1)
    taken, place = data.draw(places), data.draw(places)
    doubled = [*lines[:place], lines[taken], *lines[place:]]
    assert Verified(file, b"".join(doubled)).status in (1, 65)
    del lines[taken]
    assert Verified(file, b"".join(lines)).status in (1, 65)


@per_example
@given(data=st.data())
def test_any_two_entries_of_an_archive_that_changed_places_are_found(
    recorded: Organisation, file: Path, data: st.DataObject
) -> None:
    lines = archive_of(recorded)
    places = [at for at, line in enumerate(lines) if line.startswith(b'{"entry"')]
    one, other = data.draw(st.lists(st.sampled_from(places), min_size=2, max_size=2, unique=True))
    lines[one], lines[other] = lines[other], lines[one]
    assert Verified(file, b"".join(lines)).status == 1


@per_example
@given(data=st.data())
def test_any_archive_that_was_cut_off_is_found(
    recorded: Organisation, file: Path, data: st.DataObject
) -> None:
    whole = b"".join(archive_of(recorded))
    length = data.draw(st.integers(0, len(whole) - 2))
    assert Verified(file, whole[:length]).status == 65


@per_example
@given(data=st.data())
def test_any_flipped_bit_of_an_archive_is_found(
    recorded: Organisation, file: Path, data: st.DataObject
) -> None:
    lines = archive_of(recorded)
    content = bytearray(b"".join(lines))
    bit = data.draw(st.integers(len(lines[0]) * 8, len(content) * 8 - 9))
    content[bit // 8] ^= 1 << bit % 8
    assert Verified(file, bytes(content)).status in (1, 65)


def test_untouched_archive_is_intact(recorded: Organisation, file: Path) -> None:
    lines = archive_of(recorded)
    entries = sum(line.startswith(b'{"entry"') for line in lines)
    verified = Verified(file, b"".join(lines))
    assert f"ok chain intact {entries} of {entries} entries\n" in verified.output
    assert "signature valid (and 2 earlier)\n" in verified.output
    assert "ok bodies match 3 of 3\n" in verified.output
    assert verified.status == 0


@per_example
@given(content=st.binary(max_size=200) | JSON.map(lambda value: json.dumps(value).encode()))
def test_whatever_is_no_export_is_refused_with_a_cure(file: Path, content: bytes) -> None:
    verified = Verified(file, content)
    assert (verified.status, verified.output) == (65, "")
    assert verified.errors.endswith("Export the record again in Bedside and verify that file.\n")


@pytest.mark.parametrize(
    ("change", "cure"),
    [
        (lambda text: text.replace("bedside-record/1", "bedside-record/2"), "or a newer one"),
        (lambda text: text.replace("bedside-record/1", "minutes/1"), "Export the record again"),
        (lambda text: text[:-40], "cut off"),
        (lambda text: text.replace('"subject"', '"note": "hello",\n "subject"', 1), "too much"),
        (lambda text: text.replace('"subject"', '"start": "0",\n "subject"', 1), "not JSON"),
        (lambda text: "[" * 100_000, "not JSON"),
    ],
)
def test_export_that_cannot_be_read_is_refused_with_its_cure(
    recorded: Organisation, file: Path, change: Callable[[str], str], cure: str
) -> None:
    text = json.dumps(document_of(recorded), indent=1)
    verified = Verified(file, change(text).encode())
    assert (verified.status, verified.output) == (65, "")
    assert cure in verified.errors


@pytest.mark.parametrize("start", [b"", b'{"format":"bedside-archive/1"}\n', b"{\n"])
def test_file_of_a_gigabyte_is_refused_without_reading_it_all(file: Path, start: bytes) -> None:
    file.write_bytes(start)
    with file.open("r+b") as opened:
        opened.truncate(2**30)
    errors = io.StringIO()
    with redirect_stderr(errors):
        assert main([str(file)]) == 65
    assert LINE_LIMIT < DOCUMENT_LIMIT < 2**30


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--key"],
        ["--key", "12ab", "certificate.json"],
        ["one.json", "two.json"],
        ["--loud", "one.json"],
        ["there-is-no-such-file.json"],
        ["."],
    ],
)
def test_bad_usage_is_64_and_says_how_to_ask(arguments: list[str]) -> None:
    errors = io.StringIO()
    with redirect_stderr(errors):
        assert main(arguments) == 64
    assert "usage: bedside verify" in errors.getvalue()


def test_named_key_is_compared_however_it_is_written(recorded: Organisation, file: Path) -> None:
    key = ring().anchors.id.upper()
    grouped = " ".join(key[at : at + 4] for at in range(0, 32, 4))
    verified = Verified(file, document_of(recorded), "--key", grouped)
    assert verified.status == 0
    assert "compare it" not in verified.output


def test_record_signed_by_another_key_than_the_named_one_is_broken(
    recorded: Organisation, file: Path
) -> None:
    other = AnchorKey.from_seed(bytes(32)).id
    verified = Verified(file, document_of(recorded), "--key", other)
    assert verified.status == 1
    assert "signed by another key" in verified.output


def test_broken_chain_says_where(recorded: Organisation, file: Path) -> None:
    document = document_of(recorded)
    sent = next(entry for entry in document["entries"] if entry.get("verb") == "post.sent")
    sent["actor"] = "user:2"
    verified = Verified(file, document)
    before = document["entries"][0]["seq"]
    assert (
        f"FAILED chain broken: entry {sent['seq']} or one since {before} was changed\n"
        in verified.output
    )


def test_result_as_json_holds_every_check(recorded: Organisation, file: Path) -> None:
    verified = Verified(file, document_of(recorded), "--json")
    result = json.loads(verified.output)
    assert result["intact"] is True
    assert (result["subject"], result["in_full"]) == ("post:1", 3)
    assert {name: result[name]["ok"] for name in ("chain", "anchor", "bodies")} == {
        "chain": True,
        "anchor": True,
        "bodies": True,
    }


def test_refusal_as_json_holds_the_cure(file: Path) -> None:
    result = json.loads(Verified(file, b"{}", "--json").output)
    assert result["intact"] is None
    assert "Export the record again" in result["cure"]

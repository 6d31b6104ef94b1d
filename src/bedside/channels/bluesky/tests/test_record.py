from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedside.channels.base import Part, Picture, Ref
from bedside.channels.bluesky.record import Prepared, mentioned, record, record_key

NOW = datetime(2026, 11, 24, 9, 0, 0, 123456, tzinfo=UTC)
MOMENTS = st.integers(0, 10**15).map(lambda micros: NOW + timedelta(microseconds=micros))
SORTABLE = "234567abcdefghijklmnopqrstuvwxyz"
BLOB = {"$type": "blob", "ref": {"$link": "bafkrei"}, "mimeType": "image/png", "size": 3}


def part(key="k", text="Flu shots", created_at=NOW, **more):
    return Part(text=text, key=key, created_at=created_at, **more)


def number(key):
    value = 0
    for letter in key:
        value = value * 32 + SORTABLE.index(letter)
    return value


@given(st.text(), MOMENTS)
def test_key_is_a_tid_of_the_part_s_own_time(key, moment):
    tid = record_key(part(key, created_at=moment))
    micros = number(tid) >> 10

    assert len(tid) == 13
    assert tid[0] in "234567abcdefghij"
    assert (
        timedelta()
        <= datetime.fromtimestamp(0, UTC)
        + timedelta(microseconds=micros)
        - moment.replace(microsecond=moment.microsecond // 1000 * 1000)
        < timedelta(milliseconds=1)
    )


def test_key_is_the_same_for_every_attempt_and_another_for_every_part():
    assert record_key(part("a")) == record_key(part("a", text="changed"))
    assert len({record_key(part(str(number))) for number in range(500)}) == 500


def test_later_parts_sort_later():
    keys = [record_key(part(str(n), created_at=NOW + timedelta(seconds=n))) for n in range(50)]

    assert keys == sorted(keys)


@given(st.text(st.sampled_from("aé💉 @#.:/\nhtps")) | st.text())
def test_offsets_cut_the_text_exactly_in_utf8(text):
    octets = text.encode()
    prepared = Prepared(dids=dict.fromkeys(mentioned(text), "did:plc:x"))

    for facet in record(part(text=text), prepared).get("facets", []):
        place = facet["index"]
        shown = octets[place["byteStart"] : place["byteEnd"]].decode()
        assert shown in text


def test_record_has_what_was_given_and_nothing_else():
    assert record(part(), Prepared()) == {
        "$type": "app.bsky.feed.post",
        "text": "Flu shots",
        "createdAt": "2026-11-24T09:00:00.123Z",
        "langs": ["en"],
    }
    assert "langs" not in record(part(language=""), Prepared())


def test_picture_of_unknown_size_has_no_shape():
    pictures = (Picture(b"", "image/png", "A door", 0, 0),)

    [image] = record(part(pictures=pictures), Prepared([BLOB]))["embed"]["images"]

    assert image == {"image": BLOB, "alt": "A door"}


def test_reply_without_a_root_answers_the_root_itself():
    parent = Ref("at://did:plc:bob/app.bsky.feed.post/1", "", {"cid": "bafyrei1"})

    reply = record(part(parent=parent), Prepared())["reply"]

    assert reply["root"] == reply["parent"] == {"uri": parent.id, "cid": "bafyrei1"}


def test_very_long_tag_stays_plain_text():
    assert "facets" not in record(part(text="#" + "a" * 65), Prepared())
    assert "facets" in record(part(text="#" + "a" * 64), Prepared())


def test_what_was_prepared_comes_back_from_its_handles():
    prepared = Prepared([BLOB, BLOB | {"size": 4}], {"bob.example": "did:plc:bob"}, [BLOB])

    assert Prepared.read(prepared.staged()) == prepared


@pytest.mark.parametrize(
    ("text", "handles"),
    [
        ("@bob.example and @ivy.example", ["bob.example", "ivy.example"]),
        ("@bob @bob@mastodon.example", []),
    ],
)
def test_only_domain_names_are_handles(text, handles):
    assert mentioned(text) == handles

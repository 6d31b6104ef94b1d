from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bedside.records.anchors import anchor_day
from bedside.records.audit import Fault, Wrong, verify_chain
from bedside.records.chain import content_of
from bedside.records.digests import body_hash, link
from bedside.records.keys import rotate_sealing_key
from bedside.records.models import Anchor, Entry, Head
from bedside.records.tests.support import record, undone

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bedside.orgs.models import Organisation

pytestmark = pytest.mark.django_db

WORDS = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FFF), min_size=1, max_size=64)
DIGITS = st.text("0123456789abcdef", min_size=64, max_size=64)
ANCHORED_AT = 11
END = 15
ANY_ENTRY = st.integers(1, END)

CHANGES: dict[str, st.SearchStrategy[object]] = {
    "at": st.datetimes(timezones=st.just(UTC)),
    "actor": WORDS,
    "verb": WORDS,
    "subject": WORDS,
    "facts": st.dictionaries(WORDS, WORDS | st.integers(-999, 999) | st.none(), max_size=2),
    "salt": st.text("0123456789abcdef", max_size=32),
    "body_hash": DIGITS,
    "prev": DIGITS,
    "digest": DIGITS,
    "mac_key": st.text("0123456789abcdef", max_size=16),
    "mac": DIGITS,
    "seq": st.integers(1000, 2000),
}


@pytest.fixture
def chain(unguarded: Organisation) -> Organisation:
    """Fifteen entries and three anchors: over entries 11, 13 and 15."""
    for number in range(ANCHORED_AT - 1 - Head.objects.get(pk=unguarded.pk).seq):
        record(unguarded, f"post:{number}")
    anchor_day(unguarded.pk)
    record(unguarded, "post:1", "post.sent", b"Flu shots are here.", facts={"part": 1})
    anchor_day(unguarded.pk)
    record(unguarded, "post:1", "post.checked")
    anchor_day(unguarded.pk)
    return unguarded


def rows(clinic: Organisation, seq: int):
    return Entry.objects.filter(organisation=clinic, seq=seq)


def swap(clinic: Organisation, first: int, second: int) -> None:
    rows(clinic, first).update(seq=5000)
    rows(clinic, second).update(seq=first)
    rows(clinic, 5000).update(seq=second)


def test_untouched_chain_is_intact(chain: Organisation) -> None:
    verdict = verify_chain(chain.pk)
    assert verdict.intact
    assert verdict.entries == Head.objects.get(pk=chain.pk).seq == END
    assert verdict.anchors == 3


def test_chain_stays_intact_when_keys_are_rotated(key_file: Path, chain: Organisation) -> None:
    rotate_sealing_key()
    assert verify_chain(chain.pk).intact


def test_chain_that_never_began_is_intact() -> None:
    assert verify_chain(0).intact


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_any_changed_value_is_found_at_its_entry(chain: Organisation, data: st.DataObject) -> None:
    seq = data.draw(ANY_ENTRY)
    column = data.draw(st.sampled_from(sorted(CHANGES)))
    before = rows(chain, seq).values_list(column, flat=True).get()
    value = data.draw(CHANGES[column].filter(lambda each: each != before))
    with undone():
        rows(chain, seq).update(**{column: value})
        fault = verify_chain(chain.pk).fault
    assert fault is not None
    assert fault.seq == seq


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(seqs=st.sets(ANY_ENTRY, min_size=1))
def test_any_removed_entries_are_found_at_the_first_of_them(
    chain: Organisation, seqs: set[int]
) -> None:
    with undone():
        Entry.objects.filter(organisation=chain, seq__in=seqs)._raw_delete("default")
        assert verify_chain(chain.pk).fault == Fault(min(seqs), Wrong.MISSING)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(seqs=st.sets(ANY_ENTRY, min_size=2, max_size=2))
def test_any_two_entries_that_changed_places_are_found(chain: Organisation, seqs: set[int]) -> None:
    with undone():
        swap(chain, *seqs)
        fault = verify_chain(chain.pk).fault
    assert fault is not None
    assert fault.seq == min(seqs)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(model=ANY_ENTRY, gap=st.integers(1, 5))
def test_any_copied_entry_is_found(chain: Organisation, model: int, gap: int) -> None:
    with undone():
        copy = rows(chain, model).get()
        copy.pk, copy.seq = None, END + gap
        copy.save(force_insert=True)
        fault = verify_chain(chain.pk).fault
    assert fault is not None
    assert fault.seq == END + 1


def rebuild(clinic: Organisation, seq: int, **change: object) -> None:
    """Change an entry and redo every digest after it, as somebody without the keys could."""
    rows(clinic, seq).update(**change)
    digest = rows(clinic, seq - 1).get().digest
    for entry in Entry.objects.filter(organisation=clinic, seq__gte=seq).order_by("seq"):
        body = body_hash(content_of(entry))
        rows(clinic, entry.seq).update(prev=digest, body_hash=body, digest=link(digest, body))
        digest = link(digest, body)
    Head.objects.filter(pk=clinic.pk).update(digest=digest)


@pytest.mark.parametrize(
    ("deed", "fault"),
    [
        (lambda clinic: rebuild(clinic, 5, actor="user:2"), Fault(5, Wrong.FORGED)),
        (lambda clinic: rows(clinic, 5).update(mac_key="0000"), Fault(5, Wrong.UNKNOWN_KEY)),
        (lambda clinic: rows(clinic, 5).update(prev="0" * 64), Fault(5, Wrong.UNLINKED)),
        (lambda clinic: rows(clinic, 5).update(facts=[]), Fault(5, Wrong.CHANGED)),
        (
            lambda clinic: rows(clinic, 5).update(at=rows(clinic, 4).get().at),
            Fault(5, Wrong.CHANGED),
        ),
        (
            lambda clinic: Head.objects.filter(pk=clinic.pk).update(digest="0" * 64),
            Fault(END, Wrong.WRONG_END),
        ),
        (
            lambda clinic: Head.objects.filter(pk=clinic.pk).update(seq=20),
            Fault(END + 1, Wrong.MISSING),
        ),
        (lambda clinic: Head.objects.filter(pk=clinic.pk).update(seq=3), Fault(END, Wrong.EXTRA)),
        (lambda clinic: Head.objects.filter(pk=clinic.pk).delete(), Fault(END, Wrong.EXTRA)),
        (
            lambda clinic: Anchor.objects.filter(seq=ANCHORED_AT)._raw_delete("default"),
            Fault(ANCHORED_AT, Wrong.NOT_ANCHORED),
        ),
        (
            lambda clinic: Anchor.objects.filter(seq=ANCHORED_AT).update(signature="00" * 64),
            Fault(ANCHORED_AT, Wrong.WRONG_ANCHOR),
        ),
        (
            lambda clinic: Anchor.objects.filter(seq=ANCHORED_AT).update(digest="0" * 64),
            Fault(ANCHORED_AT, Wrong.WRONG_ANCHOR),
        ),
        (
            lambda clinic: Anchor.objects.filter(seq=ANCHORED_AT).update(day="2020-01-01"),
            Fault(ANCHORED_AT, Wrong.WRONG_ANCHOR),
        ),
        (
            lambda clinic: Anchor.objects.filter(seq=ANCHORED_AT).update(key="0" * 32),
            Fault(ANCHORED_AT, Wrong.UNKNOWN_KEY),
        ),
        (
            lambda clinic: Anchor.objects.filter(seq=ANCHORED_AT).update(seq=12),
            Fault(ANCHORED_AT, Wrong.NOT_ANCHORED),
        ),
    ],
)
def test_every_kind_of_tampering_is_called_by_its_name(
    chain: Organisation, deed: Callable[[Organisation], object], fault: Fault
) -> None:
    deed(chain)
    assert verify_chain(chain.pk).fault == fault


def test_end_that_was_cut_off_with_its_head_is_found_by_the_anchor(chain: Organisation) -> None:
    Entry.objects.filter(organisation=chain, seq__gt=9)._raw_delete("default")
    Head.objects.filter(pk=chain.pk).update(seq=9, digest=rows(chain, 9).get().digest)
    assert verify_chain(chain.pk).fault == Fault(10, Wrong.MISSING)


def test_chain_of_lost_keys_names_the_keys_and_not_a_forger(
    chain: Organisation, key_file: Path
) -> None:
    assert verify_chain(chain.pk).fault == Fault(1, Wrong.UNKNOWN_KEY)


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL refuses such a value")
def test_row_that_cannot_even_be_read_is_a_fault_and_no_crash(chain: Organisation) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE records_entry SET at = 'yesterday' WHERE seq = 5")
    assert verify_chain(chain.pk).fault == Fault(5, Wrong.UNREADABLE)


def test_look_until_an_entry_says_nothing_of_later_ones(chain: Organisation) -> None:
    rows(chain, 8).update(at=datetime.now(UTC) + timedelta(days=1))
    assert verify_chain(chain.pk, until=7).intact
    assert not verify_chain(chain.pk, until=8).intact
    assert verify_chain(chain.pk, until=7).entries == 7


def test_look_until_an_entry_that_is_not_there_finds_it_missing(chain: Organisation) -> None:
    assert verify_chain(chain.pk, until=99).fault == Fault(END + 1, Wrong.MISSING)

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bedside.records.audit import verify_chain
from bedside.records.chain import OutsideTransaction, append
from bedside.records.digests import GENESIS
from bedside.records.facts import LARGEST_NUMBER, InvalidEntry
from bedside.records.keys import UnknownKey, ring
from bedside.records.models import Body, Entry, Head
from bedside.records.queries import body
from bedside.records.tests.support import OTHER_WORDS, SECRET_WORDS, record
from bedside.records.verbs import purge_body

if TYPE_CHECKING:
    from pathlib import Path

    from bedside.orgs.models import Organisation

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-LARGEST_NUMBER, LARGEST_NUMBER)
    | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200)
)
FACTS = st.dictionaries(
    st.from_regex(r"[a-z][a-z0-9_]{0,39}", fullmatch=True).filter(lambda name: name != "bodies"),
    SCALARS | st.lists(SCALARS, max_size=5),
    max_size=5,
)


@pytest.mark.django_db
def test_entries_follow_each_other_from_the_beginning(charlie) -> None:
    entries = list(Entry.objects.filter(organisation=charlie.organisation).order_by("seq"))
    entries.append(record(charlie.organisation))
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    assert [entry.prev for entry in entries] == [GENESIS, *(e.digest for e in entries[:-1])]


@pytest.mark.django_db
def test_every_organisation_has_a_chain_of_its_own(clinic: Organisation, charlie) -> None:
    before = Head.objects.get(organisation=charlie.organisation).seq
    record(clinic)
    assert Head.objects.get(organisation=charlie.organisation).seq == before


@pytest.mark.django_db(transaction=True)
def test_entry_outside_a_transaction_is_refused(clinic: Organisation) -> None:
    with pytest.raises(OutsideTransaction, match=r"transaction\.atomic"):
        append(organisation_id=clinic.pk, actor="system", verb="a", subject="b", facts={})


@pytest.mark.django_db
def test_entry_goes_with_a_change_that_is_taken_back(clinic: Organisation) -> None:
    before = Head.objects.get(pk=clinic.pk).seq

    def fail_after_recording() -> None:
        with transaction.atomic():
            record(clinic)
            raise ConnectionError

    with pytest.raises(ConnectionError):
        fail_after_recording()
    assert Head.objects.get(pk=clinic.pk).seq == before
    assert verify_chain(clinic.pk).intact


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(facts=FACTS)
def test_facts_come_back_from_the_database_as_they_were(clinic: Organisation, facts) -> None:
    entry = record(clinic, facts=facts)
    assert Entry.objects.get(pk=entry.pk).facts == facts
    assert verify_chain(clinic.pk).intact


@pytest.mark.parametrize(
    ("facts", "cure"),
    [
        ({"note": "x" * 201}, "201 characters.*Texts belong in bodies="),
        ({"note": ["fine", "x" * 201]}, "201 characters"),
        ({"note": "two\nlines"}, "line break"),
        ({"note": "\ud800"}, "control character"),
        ({"score": 0.5}, "whole units"),
        ({"due": datetime(2026, 10, 10, tzinfo=UTC)}, "isoformat"),
        ({"post": {"text": "words"}}, "dict cannot be recorded"),
        ({"post": [["nested"]]}, "list cannot be recorded"),
        ({"content": b"words"}, "bytes cannot be recorded"),
        ({"big": 2**53}, "as text"),
        ({"many": list(range(201))}, "at most 200"),
        ({f"fact{n}": n for n in range(41)}, "at most 40"),
        ({"Not a name": 1}, "short lower-case word"),
        ({"bodies": ["ab"]}, "give bodies as bytes"),
    ],
)
@pytest.mark.django_db
def test_facts_that_could_carry_a_post_are_refused_with_the_cure(
    clinic: Organisation, facts, cure: str
) -> None:
    with pytest.raises(InvalidEntry, match=cure):
        record(clinic, facts=facts)


@pytest.mark.parametrize(
    ("subject", "verb"),
    [("post 1", "post.sent"), ("post:1", "Thank you!"), ("post:" + "1" * 120, "post.sent")],
)
@pytest.mark.django_db
def test_names_that_could_carry_words_are_refused(
    clinic: Organisation, subject: str, verb: str
) -> None:
    with pytest.raises(InvalidEntry, match="never a name or a text"):
        record(clinic, subject, verb)


@pytest.mark.django_db
def test_bodies_are_kept_once_sealed_and_named_in_the_facts(clinic: Organisation, charlie) -> None:
    first = record(clinic, "post:1", "post.sent", SECRET_WORDS, OTHER_WORDS, SECRET_WORDS)
    second = record(clinic, "post:2", "post.sent", SECRET_WORDS)
    assert len(first.facts["bodies"]) == 2
    assert second.facts["bodies"] == first.facts["bodies"][:1]
    kept = Body.objects.filter(organisation=clinic)
    assert kept.count() == 2
    assert all(b"open day" not in bytes(each.sealed or b"") for each in kept)
    assert body(clinic.pk, second.facts["bodies"][0]) == SECRET_WORDS
    assert body(charlie.organisation_id, second.facts["bodies"][0]) is None


@pytest.mark.django_db
def test_purged_body_loses_its_bytes_keeps_its_proof_and_is_recorded(clinic: Organisation) -> None:
    (name,) = record(clinic, "post:1", "post.sent", SECRET_WORDS).facts["bodies"]
    purge = {"organisation_id": clinic.pk, "actor": "system", "sha256": name}
    assert purge_body(**purge, reason="retention")
    assert body(clinic.pk, name) is None
    assert not purge_body(**purge, reason="retention")
    purges = Entry.objects.filter(organisation=clinic, verb="body.purged")
    assert [(each.subject, each.facts) for each in purges] == [
        (f"body:{name}", {"reason": "retention"})
    ]
    assert verify_chain(clinic.pk).intact


@pytest.mark.django_db
def test_body_of_another_clinic_is_not_purged(clinic: Organisation, charlie) -> None:
    (name,) = record(clinic, "post:1", "post.sent", SECRET_WORDS).facts["bodies"]
    assert not purge_body(
        organisation_id=charlie.organisation_id, actor="user:9", sha256=name, reason="retention"
    )
    assert body(clinic.pk, name) == SECRET_WORDS


@pytest.mark.django_db
def test_purged_body_that_is_sent_again_is_kept_again(clinic: Organisation) -> None:
    (name,) = record(clinic, "post:1", "post.sent", SECRET_WORDS).facts["bodies"]
    purge_body(organisation_id=clinic.pk, actor="system", sha256=name, reason="retention")
    record(clinic, "post:2", "post.sent", SECRET_WORDS)
    assert body(clinic.pk, name) == SECRET_WORDS


@pytest.mark.django_db
def test_chain_is_not_continued_with_the_keys_of_another_installation(
    key_file: Path, clinic: Organisation
) -> None:
    right = key_file.read_bytes()
    key_file.unlink()
    ring()
    with pytest.raises(UnknownKey, match="Put back the key file"):
        record(clinic)
    key_file.write_bytes(right)
    record(clinic)
    assert verify_chain(clinic.pk).intact

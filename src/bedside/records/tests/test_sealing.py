from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st

from bedside.records.keys import UnknownKey, ring, rotate_sealing_key
from bedside.records.models import Body
from bedside.records.queries import body
from bedside.records.sealing import SealBroken, key_id, reseal, reseal_all, seal, unseal
from bedside.records.tests.support import OTHER_WORDS, SECRET_WORDS, record

if TYPE_CHECKING:
    from pathlib import Path

    from bedside.orgs.models import Organisation

ABOUT = "account:17"
MODEL = "records.Body"


@given(plain=st.binary(max_size=300), about=st.text(max_size=40))
def test_what_is_sealed_opens_again(plain: bytes, about: str) -> None:
    assert unseal(seal(plain, about=about), about=about) == plain


def test_the_same_value_never_looks_the_same_twice() -> None:
    assert seal(b"token", about=ABOUT) != seal(b"token", about=ABOUT)


def test_value_moved_to_another_row_does_not_open() -> None:
    with pytest.raises(SealBroken, match="account:18"):
        unseal(seal(b"token", about=ABOUT), about="account:18")


@given(data=st.data())
def test_no_changed_bit_goes_unnoticed(data: st.DataObject) -> None:
    sealed = bytearray(seal(b"token", about=ABOUT))
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises((SealBroken, UnknownKey)):
        unseal(bytes(sealed), about=ABOUT)


@given(length=st.integers(0, 37))
def test_no_value_that_was_cut_short_opens(length: int) -> None:
    with pytest.raises(SealBroken):
        unseal(seal(b"token", about=ABOUT)[:length], about=ABOUT)


def test_older_keys_open_and_resealing_moves_to_the_first(key_file: Path) -> None:
    old = seal(b"token", about=ABOUT)
    made = rotate_sealing_key()
    assert unseal(old, about=ABOUT) == b"token"
    new = reseal(old, about=ABOUT)
    assert key_id(new) == made
    assert unseal(new, about=ABOUT) == b"token"
    assert reseal(new, about=ABOUT) is new


def test_value_of_a_lost_key_names_the_key_and_the_cure(key_file: Path) -> None:
    sealed = seal(b"token", about=ABOUT)
    lost = ring().seals.id
    key_file.unlink()
    with pytest.raises(UnknownKey, match=f"{lost}.*Put back the key file"):
        unseal(sealed, about=ABOUT)


@pytest.mark.django_db
def test_rotation_seals_every_registered_value_anew(key_file: Path, clinic: Organisation) -> None:
    names = record(clinic, "post:1", "post.sent", SECRET_WORDS, OTHER_WORDS).facts["bodies"]
    printed = StringIO()
    call_command("rotate_keys", stdout=printed)
    assert "records.Body.sealed: 2 sealed anew" in printed.getvalue()
    assert {key_id(bytes(each.sealed or b"")) for each in Body.objects.all()} == {ring().seals.id}
    assert [body(clinic.pk, name) for name in names] == [SECRET_WORDS, OTHER_WORDS]


@pytest.mark.parametrize("batch", [1, 2, 3, 4])
@pytest.mark.django_db
def test_every_row_is_reached_whatever_the_batch(
    key_file: Path, clinic: Organisation, batch: int
) -> None:
    record(clinic, "post:1", "post.sent", b"1", b"2", b"3")
    rotate_sealing_key()
    assert [changed for field, changed in reseal_all(batch=batch) if field.model == MODEL] == [3]
    assert [changed for field, changed in reseal_all(batch=batch) if field.model == MODEL] == [0]


@pytest.mark.django_db
def test_resumed_rotation_makes_no_new_key_and_skips_what_is_done(
    key_file: Path, clinic: Organisation
) -> None:
    record(clinic, "post:1", "post.sent", SECRET_WORDS)
    before = ring()
    printed = StringIO()
    call_command("rotate_keys", resume=True, stdout=printed)
    assert "records.Body.sealed: 0 sealed anew" in printed.getvalue()
    assert ring() == before

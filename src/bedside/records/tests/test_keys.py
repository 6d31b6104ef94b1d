from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from bedside.records.keys import KeyFileError, ring, rotate_sealing_key

if TYPE_CHECKING:
    from pathlib import Path

STARTS = 8


def test_first_use_makes_a_file_that_only_its_owner_reads(key_file: Path) -> None:
    ring()
    assert key_file.stat().st_mode & 0o777 == 0o600
    assert list(key_file.parent.iterdir()) == [key_file]


def test_processes_that_start_at_once_agree_on_the_keys(key_file: Path) -> None:
    with ThreadPoolExecutor(STARTS) as pool:
        rings = list(pool.map(lambda _: ring(), range(STARTS)))
    assert len({(each.seals, each.chains, each.anchors) for each in rings}) == 1
    assert list(key_file.parent.iterdir()) == [key_file]


def test_rotation_puts_a_new_key_first_and_keeps_the_old_one(key_file: Path) -> None:
    before = ring()
    made = rotate_sealing_key()
    assert list(ring().sealing) == [made, *before.sealing]
    assert ring().chain == before.chain
    assert key_file.stat().st_mode & 0o777 == 0o600


def test_rotations_at_once_lose_no_key(key_file: Path) -> None:
    first = ring().seals.id
    with ThreadPoolExecutor(STARTS) as pool:
        made = list(pool.map(lambda _: rotate_sealing_key(), range(STARTS)))
    assert set(ring().sealing) == {first, *made}


def test_no_secret_is_in_the_representation_of_a_key(key_file: Path) -> None:
    keys = ring()
    assert repr(keys.anchors) == f"AnchorKey(id='{keys.anchors.id}')"
    assert repr(keys.seals.secret) not in repr(keys)


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda text: "",
        lambda text: "[]",
        lambda text: text.replace('"sealing"', '"ceiling"'),
        lambda text: text.replace("=", "", 1),
        lambda text: json.dumps({**json.loads(text), "chain": []}),
        lambda text: json.dumps({**json.loads(text), "anchor": json.loads(text)["chain"]}),
        lambda text: json.dumps({**json.loads(text), "sealing": json.loads(text)["anchor"]}),
    ],
)
def test_damaged_file_is_refused_with_the_cure_and_left_as_it_is(key_file: Path, damage) -> None:
    ring()
    key_file.write_text(damage(key_file.read_text()))
    damaged = key_file.read_bytes()
    with pytest.raises(KeyFileError, match=r"not a whole key file.* from the backup"):
        ring()
    assert key_file.read_bytes() == damaged


def test_file_of_a_newer_version_is_refused_with_the_cure(key_file: Path) -> None:
    ring()
    key_file.write_text(key_file.read_text().replace('"version": 1', '"version": 2'))
    with pytest.raises(KeyFileError, match="Upgrade Bedside"):
        ring()


def test_file_that_others_can_read_is_refused_with_the_cure(key_file: Path) -> None:
    ring()
    key_file.chmod(0o644)
    with pytest.raises(KeyFileError, match="chmod 600"):
        ring()

from __future__ import annotations

import os
import stat

import pytest

import bedside
from bedside.suite.commands.installation import Installation, hold
from bedside.suite.commands.refusal import Refused


@pytest.fixture
def installation(tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return Installation(tmp_path / "data")


def test_the_data_directory_is_its_owners_alone(installation):
    installation.claim()
    assert stat.S_IMODE(installation.data.stat().st_mode) == 0o700


def test_a_directory_that_cannot_be_made_is_refused_with_its_cure(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(Refused) as refused:
        Installation(tmp_path / "file" / "data").claim()
    assert "cannot be written" in refused.value.problem
    assert "--data DIR" in refused.value.cure
    assert refused.value.status == 73


def test_only_one_may_be_alone(installation):
    with (
        hold(installation, alone=True),
        pytest.raises(Refused, match=str(os.getpid())),
        hold(installation, alone=True, patience=0),
    ):
        pass


def test_others_may_share_but_not_with_one_who_is_alone(installation):
    with (
        hold(installation, alone=False),
        hold(installation, alone=False),
        pytest.raises(Refused),
        hold(installation, alone=True, patience=0),
    ):
        pass


def test_the_lock_is_free_again_afterwards(installation):
    with hold(installation, alone=True):
        pass
    with hold(installation, alone=True, patience=0) as lock:
        assert not lock.closed


def prepare(installation):
    installation.claim()
    installation.static.mkdir()
    installation.sqlite.touch()
    installation.mark_prepared()


def test_a_directory_is_prepared_for_one_state_of_the_code(installation, monkeypatch):
    prepare(installation)
    assert installation.prepared()
    monkeypatch.setattr(bedside, "__version__", "9.9.9")
    assert not installation.prepared()


def test_a_directory_is_prepared_for_one_database(installation, monkeypatch):
    prepare(installation)
    monkeypatch.setenv("DATABASE_URL", "postgres:///another")
    assert not installation.prepared()


@pytest.mark.parametrize("missing", ["stamp", "sqlite"])
def test_a_directory_that_lost_something_is_not_prepared(installation, missing):
    prepare(installation)
    getattr(installation, missing).unlink()
    assert not installation.prepared()

from __future__ import annotations

import json
import shutil
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from bedside.orgs.models import Organisation
from bedside.suite import doctor
from bedside.suite.commands import basics
from bedside.suite.commands import doctor as command
from bedside.suite.commands.basics import Level
from bedside.suite.commands.installation import Installation
from bedside.suite.data_directory import DataDirectory
from bedside.work.models import Worker


def named(found, name):
    return [finding for finding in found if finding.name == name]


def about(found, name):
    (finding,) = named(found, name)
    return finding


def worker(kind, seconds_ago):
    seen = timezone.now() - timedelta(seconds=seconds_ago)
    Worker.objects.create(kind=kind, host="cedar", pid=1, seen_at=seen)


def test_a_directory_that_is_not_there_is_broken_and_not_made(tmp_path):
    installation = Installation(tmp_path / "data")
    found = list(basics.findings(installation))
    assert about(found, "data directory").level is Level.BROKEN
    assert not installation.data.exists()


def test_a_directory_that_others_can_look_into_is_told(tmp_path):
    tmp_path.chmod(0o755)
    assert about(basics.findings(Installation(tmp_path)), "data directory").level is Level.WARN


def test_keys_that_others_can_read_are_broken(tmp_path):
    (tmp_path / "keys.json").write_text("{}")
    (tmp_path / "keys.json").chmod(0o644)
    found = list(basics.findings(Installation(tmp_path)))
    assert Level.BROKEN in {finding.level for finding in named(found, "keys")}


def test_damaged_keys_are_broken(tmp_path):
    (tmp_path / "keys.json").write_text("{")
    (tmp_path / "keys.json").chmod(0o600)
    found = named(basics.findings(Installation(tmp_path)), "keys")
    assert [finding.level for finding in found] == [Level.BROKEN, Level.WARN]


@pytest.mark.parametrize(
    ("free", "level"), [(10 * 1024**3, Level.OK), (1024**3 - 1, Level.WARN), (1, Level.BROKEN)]
)
def test_a_full_disk_is_told_in_time(tmp_path, monkeypatch, free, level):
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=free))
    assert about(basics.findings(Installation(tmp_path)), "disk").level is level


def test_everything_that_is_not_well_names_its_cure(db):
    assert [one for one in doctor.findings() if one.level is not Level.OK and not one.cure] == []


def test_the_database_of_the_tests_is_up_to_date(db):
    found = doctor.findings()
    assert about(found, "database").level is Level.OK
    assert about(found, "migrations").level is Level.OK


def test_a_clock_that_beats_is_fine(db):
    worker(Worker.Kind.CLOCK, 1)
    assert about(doctor.findings(), "clock").level is Level.OK


def test_pages_without_a_clock_are_broken(db):
    worker(Worker.Kind.CLOCK, 60)
    worker(Worker.Kind.WEB, 1)
    assert about(doctor.findings(), "clock").level is Level.BROKEN


def test_a_clock_that_is_not_started_yet_is_only_told(db):
    assert about(doctor.findings(), "clock").level is Level.WARN


def test_keys_that_are_gone_although_there_is_something_to_open_are_broken(db, settings, tmp_path):
    Organisation.objects.create(name="Cedar Hollow Family Clinic", slug="cedar-hollow")
    settings.DATA = DataDirectory(tmp_path)
    assert Level.BROKEN in {finding.level for finding in named(doctor.findings(), "keys")}


def test_debug_pages_are_broken(db, settings):
    settings.DEBUG = True
    assert about(doctor.findings(), "settings").level is Level.BROKEN


def test_cookies_in_the_open_are_broken_where_others_can_reach_us(db, settings):
    settings.ALLOWED_HOSTS = ["cedarhollow.example"]
    settings.SESSION_COOKIE_SECURE = False
    assert about(doctor.findings(), "settings").level is Level.BROKEN
    settings.SESSION_COOKIE_SECURE = True
    settings.CSRF_TRUSTED_ORIGINS = ["https://cedarhollow.example"]
    assert about(doctor.findings(), "settings").level is Level.OK


def test_any_host_name_is_broken(db, settings):
    settings.ALLOWED_HOSTS = ["*"]
    assert about(doctor.findings(), "settings").level is Level.BROKEN


def test_mail_that_goes_nowhere_is_told(db, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    assert about(doctor.findings(), "e-mail").level is Level.WARN


def test_the_command_fails_where_something_is_broken(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("BEDSIDE_DATA", str(tmp_path / "data"))
    assert command.main([]) == 1
    assert "→" in capsys.readouterr().out


def test_the_command_speaks_json(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("BEDSIDE_DATA", str(tmp_path / "data"))
    command.main(["--json"])
    said = json.loads(capsys.readouterr().out)
    assert {"name", "level", "message", "cure"} == set(said[0])

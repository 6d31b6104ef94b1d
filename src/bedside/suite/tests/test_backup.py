from __future__ import annotations

import io
import json
import sqlite3
import stat
import tarfile
from contextlib import closing

import pytest

from bedside.suite.commands import archive, backup, restore
from bedside.suite.commands.installation import Installation, hold
from bedside.suite.commands.refusal import Refused


@pytest.fixture
def clinic(tmp_path, monkeypatch):
    """A data directory with a database in use, keys and a picture."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    installation = Installation(tmp_path / "clinic")
    monkeypatch.setenv("BEDSIDE_DATA", str(installation.data))
    installation.claim()
    (installation.data / "media").mkdir()
    (installation.data / "media" / "garden.png").write_bytes(b"picture")
    (installation.data / "keys.json").write_text("{}")
    (installation.data / "keys.json").chmod(0o600)
    installation.static.mkdir()
    (installation.static / "app.js").write_text("made anew")
    with closing(sqlite3.connect(installation.sqlite)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE posts (text TEXT)")
        database.execute("INSERT INTO posts VALUES ('Flu shots on Saturday')")
        database.commit()
        yield installation


@pytest.fixture
def elsewhere(clinic, tmp_path, monkeypatch):
    """An empty directory to restore into, after a backup was made of the clinic."""
    assert backup.main([str(tmp_path / "backup.tar")]) == 0
    installation = Installation(tmp_path / "elsewhere")
    monkeypatch.setenv("BEDSIDE_DATA", str(installation.data))
    return installation


def posts(installation):
    with closing(sqlite3.connect(installation.sqlite)) as database:
        return [text for (text,) in database.execute("SELECT text FROM posts")]


def test_a_backup_of_a_database_in_use_comes_back_whole(elsewhere, tmp_path):
    assert restore.main([str(tmp_path / "backup.tar")]) == 0
    assert posts(elsewhere) == ["Flu shots on Saturday"]
    assert (elsewhere.data / "media" / "garden.png").read_bytes() == b"picture"
    assert stat.S_IMODE((elsewhere.data / "keys.json").stat().st_mode) == 0o600


def test_what_is_made_anew_is_not_kept(elsewhere, tmp_path):
    with tarfile.open(tmp_path / "backup.tar") as tar:
        names = tar.getnames()
    assert names == [
        "manifest.json",
        "data/keys.json",
        "data/media/garden.png",
        "data/bedside.sqlite3",
    ]


def test_a_backup_is_its_owners_alone(elsewhere, tmp_path):
    assert stat.S_IMODE((tmp_path / "backup.tar").stat().st_mode) == 0o600


def test_a_file_that_exists_is_not_replaced_unasked(clinic, tmp_path):
    target = tmp_path / "backup.tar"
    target.write_text("older")
    with pytest.raises(Refused, match="exists"):
        backup.main([str(target)])
    assert target.read_text() == "older"
    assert backup.main([str(target), "--force"]) == 0


def test_a_place_that_cannot_be_written_is_refused(clinic, tmp_path):
    with pytest.raises(Refused, match="cannot be written"):
        backup.main([str(tmp_path / "nowhere" / "backup.tar")])


def test_a_directory_without_a_database_is_refused(clinic, tmp_path):
    clinic.sqlite.unlink()
    with pytest.raises(Refused, match="no database"):
        backup.main([str(tmp_path / "backup.tar")])
    assert not list(clinic.data.glob(".backup-*"))


def test_a_directory_in_use_is_not_restored_into(elsewhere, tmp_path):
    with (
        hold(elsewhere, alone=False),
        pytest.raises(Refused, match="runs already"),
    ):
        restore.main([str(tmp_path / "backup.tar"), "--force"])


def test_a_directory_that_is_not_empty_is_restored_into_only_when_told_so(elsewhere, tmp_path):
    elsewhere.claim()
    elsewhere.sqlite.write_text("something else")
    with pytest.raises(Refused, match="not empty"):
        restore.main([str(tmp_path / "backup.tar")])
    assert restore.main([str(tmp_path / "backup.tar"), "--force"]) == 0
    assert posts(elsewhere) == ["Flu shots on Saturday"]
    (aside,) = elsewhere.data.glob("replaced-*")
    assert (aside / "bedside.sqlite3").read_text() == "something else"


def damage(file):
    content = bytearray(file.read_bytes())
    at = content.index(b"picture")
    content[at : at + 7] = b"picturE"
    file.write_bytes(content)


def test_a_damaged_backup_changes_nothing(elsewhere, tmp_path):
    damage(tmp_path / "backup.tar")
    elsewhere.claim()
    elsewhere.sqlite.write_text("still here")
    with pytest.raises(Refused, match="damaged"):
        restore.main([str(tmp_path / "backup.tar"), "--force"])
    assert elsewhere.sqlite.read_text() == "still here"


def test_a_backup_that_was_cut_short_changes_nothing(elsewhere, tmp_path):
    file = tmp_path / "backup.tar"
    file.write_bytes(file.read_bytes()[:9000])
    with pytest.raises(Refused):
        restore.main([str(file)])
    assert not elsewhere.sqlite.exists()


def strange(path, *, name, kind=tarfile.REGTYPE, listed=True):
    """Write an archive that looks like a backup but holds something that it should not."""
    files = {name.removeprefix("data/"): "0" * 64} if listed else {}
    about = {"database": "sqlite", "files": files, "bedside": "0", "made_at": "now"}
    manifest = json.dumps(about).encode()
    with tarfile.open(path, "w") as tar:
        first = tarfile.TarInfo("manifest.json")
        first.size = len(manifest)
        tar.addfile(first, io.BytesIO(manifest))
        member = tarfile.TarInfo(name)
        member.type = kind
        member.linkname = "/etc/passwd"
        tar.addfile(member)


@pytest.mark.parametrize(
    ("name", "kind", "listed"),
    [
        ("data/../../outside", tarfile.REGTYPE, True),
        ("/outside", tarfile.REGTYPE, True),
        ("data/link", tarfile.SYMTYPE, True),
        ("data/extra", tarfile.REGTYPE, False),
    ],
)
def test_an_archive_that_would_write_elsewhere_is_refused(elsewhere, tmp_path, name, kind, listed):
    file = tmp_path / "strange.tar"
    strange(file, name=name, kind=kind, listed=listed)
    with pytest.raises(Refused, match=f"strange: {name}"):
        restore.main([str(file)])
    assert not (tmp_path / "outside").exists()


def test_a_file_that_is_no_backup_is_refused(elsewhere, tmp_path):
    (tmp_path / "letter.txt").write_text("Dear Alice")
    with pytest.raises(Refused):
        restore.main([str(tmp_path / "letter.txt")])


def test_a_backup_names_who_made_it(elsewhere, tmp_path):
    manifest = archive.unpack(tmp_path / "backup.tar", tmp_path / "unpacked")
    assert manifest.database == "sqlite"
    assert set(manifest.files) == {"bedside.sqlite3", "keys.json", "media/garden.png"}

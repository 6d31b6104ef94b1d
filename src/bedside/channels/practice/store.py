"""The practice network's file: one SQLite database, shared by threads and processes."""

from __future__ import annotations

import os
import queue
import sqlite3
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SCHEMA = """
CREATE TABLE IF NOT EXISTS account (
    handle TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    token TEXT NOT NULL UNIQUE,
    forgets_keys INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS post (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    handle TEXT NOT NULL REFERENCES account,
    key TEXT NOT NULL,
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    root TEXT NOT NULL,
    parent TEXT NOT NULL,
    written_at TEXT NOT NULL,
    received_at TEXT NOT NULL,
    deleted_at TEXT
);
CREATE INDEX IF NOT EXISTS post_by_account ON post (handle, number);
CREATE INDEX IF NOT EXISTS post_by_key ON post (handle, key);
CREATE INDEX IF NOT EXISTS post_by_parent ON post (parent);
CREATE TABLE IF NOT EXISTS picture (
    id TEXT PRIMARY KEY,
    handle TEXT NOT NULL REFERENCES account,
    mime TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    content BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS attachment (
    post TEXT NOT NULL REFERENCES post (id),
    position INTEGER NOT NULL,
    picture TEXT NOT NULL REFERENCES picture,
    alt TEXT NOT NULL,
    PRIMARY KEY (post, position)
);
CREATE TABLE IF NOT EXISTS captions (
    post TEXT NOT NULL REFERENCES post (id),
    position INTEGER NOT NULL,
    webvtt TEXT NOT NULL,
    PRIMARY KEY (post, position)
);
CREATE TABLE IF NOT EXISTS sending (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    handle TEXT NOT NULL,
    key TEXT NOT NULL,
    post TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS sending_by_key ON sending (handle, key);
CREATE TABLE IF NOT EXISTS mood (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    handle TEXT NOT NULL,
    mood TEXT NOT NULL,
    doing TEXT NOT NULL,
    seconds REAL NOT NULL,
    times INTEGER
);
"""


_Pool = queue.LifoQueue[sqlite3.Connection]


@cache
def _pool(path: Path, process: int) -> _Pool:
    """Make the file's pool and the file's tables, once in each process: no fork shares a line."""
    pool: _Pool = queue.LifoQueue()
    db = _open(path)
    db.executescript(_SCHEMA)
    pool.put(db)
    return pool


def _open(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("PRAGMA foreign_keys = ON")
    return db


def store_path(settings: Mapping[str, str] | None = None) -> Path:
    """Return the network's file: the account's own, or the installation's."""
    named = (settings or {}).get("store") or os.environ.get("BEDSIDE_PRACTICE")
    return Path(named or Path(os.environ.get("BEDSIDE_DATA", "var")) / "practice.sqlite3").resolve()


class Store:
    """
    Connections to the file, shared by all who open it in this process.

    Writers queue for the file's one write lock and hold it for one short transaction; readers
    never wait. What was committed survives the end of the process, however it ends.
    """

    def __init__(self, path: Path) -> None:
        self._path = path.resolve()
        _pool(self._path, os.getpid())

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection; each statement is its own transaction."""
        pool = _pool(self._path, os.getpid())
        try:
            db = pool.get_nowait()
        except queue.Empty:
            db = _open(self._path)
        try:
            yield db
        finally:
            pool.put(db)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection that holds the write lock; commit at the end, roll back on an error."""
        with self.reading() as db:
            db.execute("BEGIN IMMEDIATE")
            with db:
                yield db

    def close(self) -> None:
        """Close the connections that nobody uses; the next one to come opens another."""
        pool = _pool(self._path, os.getpid())
        while True:
            try:
                pool.get_nowait().close()
            except queue.Empty:
                return

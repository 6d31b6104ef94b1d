"""
The practice network itself: accounts, posts, pictures, moods. It knows nothing of HTTP.

Pages read it with `timeline`, `replies`, `post` and `picture`; people and tests set its moods with
`feel`; Bedside reaches it like any other network, through the door (see `transport`).
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bedside.channels.practice.moods import Doing, Mood
from bedside.channels.practice.store import Store

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class PracticeAccount:
    """Somebody on the practice network."""

    handle: str
    name: str
    token: str
    forgets_keys: bool


@dataclass(frozen=True, slots=True)
class PracticePicture:
    """
    A picture or a video of a post. Its bytes are at `PracticeNetwork.picture(id)`.

    `captions` of a video are WebVTT.
    """

    id: str
    mime: str
    alt: str
    width: int
    height: int
    captions: str = ""

    @property
    def is_video(self) -> bool:
        """Whether these are moving pictures."""
        return self.mime.startswith("video/")


@dataclass(frozen=True, slots=True)
class PracticePost:
    """A post or a reply. `parent` and `root` are ids, empty for a post of its own."""

    id: str
    handle: str
    key: str
    text: str
    language: str
    root: str
    parent: str
    written_at: datetime
    received_at: datetime
    deleted_at: datetime | None
    pictures: tuple[PracticePicture, ...]

    @property
    def url(self) -> str:
        """Where Bedside's own pages show it."""
        return f"/practice/{self.handle}/{self.id}"


@dataclass(frozen=True, slots=True)
class NewPost:
    """What is asked to be published; `pictures` are ids, alt texts and captions."""

    key: str
    text: str
    language: str = "en"
    root: str = ""
    parent: str = ""
    written_at: datetime | None = None
    pictures: Sequence[tuple[str, str, str]] = ()


@dataclass(frozen=True, slots=True)
class Feeling:
    """The moods that befall one request: at most one fault, and a delay in seconds."""

    mood: Mood = Mood.SLOW
    seconds: float = 0.0
    pause: float = 0.0
    """Seconds that `Mood.LIMIT` asks for."""


class PracticeNetwork:
    """
    One practice network in one file. Safe to share between threads and between processes.

    Opening it again is cheap: all that have the same file open share its connections.
    """

    def __init__(self, path: str | Path) -> None:
        """Open the network in this file; make it if it is not there."""
        self._store = Store(Path(path))

    def close(self) -> None:
        """Close the connections to the file that nobody uses now."""
        self._store.close()

    # Accounts

    def open_account(self, handle: str, name: str = "") -> PracticeAccount:
        """Return the account with this handle; make it if it is new."""
        token = secrets.token_urlsafe(24)
        with self._store.writing() as db:
            db.execute(
                "INSERT INTO account (handle, name, token) VALUES (?, ?, ?)"
                " ON CONFLICT (handle) DO NOTHING",
                (handle, name or handle, token),
            )
            row = db.execute("SELECT * FROM account WHERE handle = ?", (handle,)).fetchone()
        return _account(row)

    def account_of(self, token: str) -> PracticeAccount | None:
        """Return whose token this is."""
        with self._store.reading() as db:
            row = db.execute("SELECT * FROM account WHERE token = ?", (token,)).fetchone()
        return _account(row) if row else None

    def renew(self, handle: str) -> str:
        """Give the account a new token; the old one ends."""
        token = secrets.token_urlsafe(24)
        with self._store.writing() as db:
            db.execute("UPDATE account SET token = ? WHERE handle = ?", (token, handle))
        return token

    def forget_keys(self, handle: str, *, forget: bool = True) -> None:
        """Decide whether the account's idempotency keys are honoured."""
        with self._store.writing() as db:
            db.execute(
                "UPDATE account SET forgets_keys = ? WHERE handle = ?", (int(forget), handle)
            )

    # Posts

    def keep_picture(
        self, handle: str, *, content: bytes, mime: str, width: int, height: int
    ) -> str:
        """Keep an uploaded picture; return its id. Nobody sees it until a post shows it."""
        name = secrets.token_hex(8)
        with self._store.writing() as db:
            db.execute(
                "INSERT INTO picture (id, handle, mime, width, height, content)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (name, handle, mime, width, height, content),
            )
        return name

    def has_pictures(self, handle: str, names: Sequence[str]) -> bool:
        """Say whether all these pictures were uploaded by this account."""
        with self._store.reading() as db:
            return all(
                db.execute(
                    "SELECT 1 FROM picture WHERE id = ? AND handle = ?", (name, handle)
                ).fetchone()
                for name in names
            )

    def publish(self, handle: str, new: NewPost) -> PracticePost:
        """
        Publish, unless the key was used before and this account's keys are honoured.

        The pictures must be there and the handle must be an account's.
        """
        now = datetime.now(UTC).isoformat()
        with self._store.writing() as db:
            known = db.execute(
                "SELECT post FROM sending JOIN account USING (handle)"
                " WHERE handle = ? AND key = ? AND NOT forgets_keys",
                (handle, new.key),
            ).fetchone()
            name = known["post"] if known else _insert(db, handle, new, now)
            db.execute(
                "INSERT INTO sending (at, handle, key, post) VALUES (?, ?, ?, ?)",
                (now, handle, new.key, name),
            )
            return _post(db, _row(db, name))

    def delete(self, handle: str, name: str) -> bool:
        """Take a post of this account down; False when it is not there (any more)."""
        now = datetime.now(UTC).isoformat()
        with self._store.writing() as db:
            changed = db.execute(
                "UPDATE post SET deleted_at = ? WHERE id = ? AND handle = ? AND deleted_at IS NULL",
                (now, name, handle),
            )
        return changed.rowcount == 1

    # Reading

    def timeline(self, handle: str, *, limit: int = 100) -> list[PracticePost]:
        """Return what is live of an account, replies too, newest first."""
        return self._posts(
            "handle = ? AND deleted_at IS NULL ORDER BY number DESC LIMIT ?", handle, limit
        )

    def replies(self, name: str) -> list[PracticePost]:
        """Return the live answers to a post, oldest first."""
        return self._posts("parent = ? AND deleted_at IS NULL ORDER BY number", name)

    def with_key(self, handle: str, key: str) -> list[PracticePost]:
        """Return the live posts that were sent with this key: one, if nothing went wrong."""
        return self._posts(
            "handle = ? AND key = ? AND deleted_at IS NULL ORDER BY number", handle, key
        )

    def post(self, name: str) -> PracticePost | None:
        """Return one post, also one that was taken down."""
        found = self._posts("id = ?", name)
        return found[0] if found else None

    def picture(self, name: str) -> bytes | None:
        """Return a picture's bytes."""
        with self._store.reading() as db:
            row = db.execute("SELECT content FROM picture WHERE id = ?", (name,)).fetchone()
        return bytes(row["content"]) if row else None

    def times_asked(self, handle: str, key: str) -> int:
        """Return how many requests with this key the network acted upon."""
        with self._store.reading() as db:
            row = db.execute(
                "SELECT count(*) FROM sending WHERE handle = ? AND key = ?", (handle, key)
            ).fetchone()
        return int(row[0])

    def _posts(self, where: str, *values: object) -> list[PracticePost]:
        with self._store.reading() as db:
            rows = db.execute(f"SELECT * FROM post WHERE {where}", values).fetchall()
            return [_post(db, row) for row in rows]

    # Moods

    def feel(
        self,
        mood: Mood,
        *,
        handle: str = "",
        doing: Doing | None = None,
        seconds: float = 0.0,
        times: int | None = 1,
    ) -> None:
        """
        Put the network into a mood for its next `times` requests, or until `calm` (None).

        An empty `handle` means every account. `doing` narrows it to one kind of request; without
        it the mood befalls what it usually does. `seconds` is the delay of the answer, for
        `Mood.LIMIT` the pause that is asked for.
        """
        befalls = doing or mood.usual
        with self._store.writing() as db:
            db.execute(
                "INSERT INTO mood (handle, mood, doing, seconds, times) VALUES (?, ?, ?, ?, ?)",
                (handle, mood.value, befalls.value if befalls else "", seconds, times),
            )

    def calm(self, handle: str = "") -> None:
        """End the moods of an account; with no handle, end all moods."""
        with self._store.writing() as db:
            db.execute("DELETE FROM mood WHERE handle = ? OR ? = ''", (handle, handle))

    def take_feeling(self, handle: str, doing: Doing) -> Feeling:
        """Use up one turn of the moods that befall this request, the oldest first."""
        with self._store.reading() as db:
            rows = db.execute(
                "SELECT * FROM mood WHERE handle IN ('', ?) AND doing IN ('', ?) ORDER BY number",
                (handle, doing.value),
            ).fetchall()
            slow = _take(db, [row for row in rows if row["mood"] == Mood.SLOW])
            fault = _take(db, [row for row in rows if row["mood"] != Mood.SLOW])
        delay = slow["seconds"] if slow else 0.0
        if not fault:
            return Feeling(seconds=delay)
        mood = Mood(fault["mood"])
        if mood is Mood.LIMIT:
            return Feeling(mood, delay, pause=fault["seconds"])
        return Feeling(mood, delay + fault["seconds"])


def _insert(db: sqlite3.Connection, handle: str, new: NewPost, now: str) -> str:
    name = secrets.token_hex(8)
    written = new.written_at.isoformat() if new.written_at else now
    texts = (new.key, new.text, new.language, new.root, new.parent)
    db.execute(
        "INSERT INTO post (id, handle, key, text, language, root, parent, written_at, received_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (name, handle, *texts, written, now),
    )
    db.executemany(
        "INSERT INTO attachment (post, position, picture, alt) VALUES (?, ?, ?, ?)",
        [(name, place, picture, alt) for place, (picture, alt, _) in enumerate(new.pictures)],
    )
    db.executemany(
        "INSERT INTO captions (post, position, webvtt) VALUES (?, ?, ?)",
        [(name, place, said) for place, (_, _, said) in enumerate(new.pictures) if said],
    )
    return name


def _take(db: sqlite3.Connection, rows: list[sqlite3.Row]) -> sqlite3.Row | None:
    """Use up a turn of the first mood that has one left; others may be taking it meanwhile."""
    for row in rows:
        if row["times"] is None:
            return row
        taken = db.execute(
            "UPDATE mood SET times = times - 1 WHERE number = ? AND times > 0", (row["number"],)
        )
        if taken.rowcount:
            return row
    return None


def _account(row: sqlite3.Row) -> PracticeAccount:
    return PracticeAccount(row["handle"], row["name"], row["token"], bool(row["forgets_keys"]))


def _row(db: sqlite3.Connection, name: str) -> sqlite3.Row:
    row: sqlite3.Row = db.execute("SELECT * FROM post WHERE id = ?", (name,)).fetchone()
    return row


def _post(db: sqlite3.Connection, row: sqlite3.Row) -> PracticePost:
    pictures = db.execute(
        "SELECT id, mime, alt, width, height, coalesce(webvtt, '') FROM attachment"
        " JOIN picture ON id = picture LEFT JOIN captions USING (post, position)"
        " WHERE post = ? ORDER BY position",
        (row["id"],),
    )
    deleted = row["deleted_at"]
    return PracticePost(
        id=row["id"],
        handle=row["handle"],
        key=row["key"],
        text=row["text"],
        language=row["language"],
        root=row["root"],
        parent=row["parent"],
        written_at=datetime.fromisoformat(row["written_at"]),
        received_at=datetime.fromisoformat(row["received_at"]),
        deleted_at=datetime.fromisoformat(deleted) if deleted else None,
        pictures=tuple(PracticePicture(*shown) for shown in pictures),
    )

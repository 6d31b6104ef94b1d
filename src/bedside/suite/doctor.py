"""Says what is wrong with this installation and how to mend it. Looks only; changes nothing."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from bedside.orgs.models import Organisation
from bedside.suite.commands import basics
from bedside.suite.commands.basics import Finding, Level
from bedside.suite.commands.installation import PACKAGE, here
from bedside.work import queries
from bedside.work.models import Worker

if TYPE_CHECKING:
    from collections.abc import Iterator

SEEN_LATELY: Final = timedelta(seconds=10)
OLDEST_POSTGRESQL: Final = 15
FULL: Final = 2
"""What SQLite answers to `PRAGMA synchronous` where a commit survives a power cut."""
LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "[::1]", "testserver"})


def findings() -> list[Finding]:
    """Look at everything, cheapest first. Takes some tens of milliseconds."""
    found = [*basics.findings(here()), *_settings(), *_front_end(), _mail()]
    try:
        found += _database()
    except Error as error:
        found.append(
            Finding(
                "database",
                Level.BROKEN,
                f"The database cannot be used ({type(error).__name__}).",
                "Is it running, and is DATABASE_URL right?",
            )
        )
    return found


def _database() -> list[Finding]:
    found = list(_sqlite() if connection.vendor == "sqlite" else _postgresql())
    pending = _pending()
    found.append(pending)
    if pending.level is Level.OK:
        found += [_clock(), *_lost_keys()]
    return found


def _sqlite() -> Iterator[Finding]:
    with connection.cursor() as cursor:
        mode = cursor.execute("PRAGMA journal_mode").fetchone()[0]
        synchronous = cursor.execute("PRAGMA synchronous").fetchone()[0]
    if mode not in {"wal", "memory"}:
        yield Finding(
            "database",
            Level.BROKEN,
            f"SQLite keeps its journal as {mode}, so readers and writers wait for each other.",
            "Put the data directory on a local disk; network disks cannot do WAL.",
        )
    elif synchronous < FULL:
        yield Finding(
            "database",
            Level.BROKEN,
            "SQLite may lose what was committed just before a power cut.",
            "Remove `PRAGMA synchronous` from your own settings; ours is FULL.",
        )
    else:
        yield Finding("database", Level.OK, "SQLite keeps what it committed.")


def _postgresql() -> Iterator[Finding]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int / 10000")
        version = cursor.fetchone()[0]
    if version < OLDEST_POSTGRESQL:
        yield Finding(
            "database",
            Level.BROKEN,
            f"This is PostgreSQL {version}.",
            f"Bedside is tested on {OLDEST_POSTGRESQL} and newer.",
        )
    else:
        yield Finding("database", Level.OK, f"PostgreSQL {version} answers.")


def _pending() -> Finding:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        return Finding(
            "migrations",
            Level.BROKEN,
            f"The database is {len(plan)} steps behind this code.",
            "bedside migrate",
        )
    return Finding("migrations", Level.OK, "The database fits this code.")


def _clock() -> Finding:
    seen = queries.clock_seen()
    if seen is not None and timezone.now() - seen < SEEN_LATELY:
        return Finding("clock", Level.OK, "The clock is running.")
    since = f"since {seen:%Y-%m-%d %H:%M} UTC" if seen else "yet"
    serving = Worker.objects.filter(
        kind=Worker.Kind.WEB, seen_at__gte=timezone.now() - SEEN_LATELY
    ).exists()
    return Finding(
        "clock",
        Level.BROKEN if serving else Level.WARN,
        f"No clock was seen {since}: nothing goes out and nothing comes in.",
        "Start `bedside run`, or `bedside clock` beside `bedside web`.",
    )


def _lost_keys() -> Iterator[Finding]:
    if not settings.DATA.keys.exists() and Organisation.objects.exists():
        yield Finding(
            "keys",
            Level.BROKEN,
            "The key file is gone: what is sealed in the database cannot be opened.",
            f"Put {settings.DATA.keys.name} back from a backup before anything is started.",
        )


def _front_end() -> Iterator[Finding]:
    built = PACKAGE / "web" / "static" / "dist"
    if not any(built.glob("*.js")):
        yield Finding(
            "front end",
            Level.BROKEN,
            "Scripts and styles are not built.",
            "In a checkout: make setup. Otherwise install the wheel again.",
        )
    elif not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        yield Finding(
            "front end", Level.BROKEN, "Static files are not gathered.", "bedside migrate"
        )
    else:
        yield Finding("front end", Level.OK, "Scripts and styles are in place.")


def _settings() -> Iterator[Finding]:
    public = set(settings.ALLOWED_HOSTS) - LOOPBACK
    if settings.DEBUG:
        yield Finding(
            "settings",
            Level.BROKEN,
            "DEBUG is on: error pages show what people wrote.",
            "Switch it off in your own settings.",
        )
    elif "*" in public:
        yield Finding(
            "settings",
            Level.BROKEN,
            "Any host name is answered to, which makes links in e-mails forgeable.",
            "Name the hosts in BEDSIDE_HOSTS.",
        )
    elif public and not settings.SESSION_COOKIE_SECURE:
        yield Finding(
            "settings",
            Level.BROKEN,
            "Cookies travel without encryption although others can reach this host.",
            "Serve it through HTTPS and unset BEDSIDE_INSECURE_HTTP.",
        )
    elif public and not _trusted(public):
        yield Finding(
            "settings",
            Level.WARN,
            "BEDSIDE_ORIGINS names none of the hosts, so forms behind a proxy may be refused.",
            f"BEDSIDE_ORIGINS=https://{min(public)}",
        )
    else:
        yield Finding("settings", Level.OK, "Settings are safe.")


def _trusted(hosts: set[str]) -> bool:
    origins = {urlsplit(origin).hostname for origin in settings.CSRF_TRUSTED_ORIGINS}
    return bool(origins & hosts)


def _mail() -> Finding:
    if settings.EMAIL_BACKEND.endswith("console.EmailBackend"):
        return Finding(
            "e-mail",
            Level.WARN,
            "E-mail is not set up: nobody is told when something needs them.",
            "Set BEDSIDE_SMTP_HOST, and BEDSIDE_SMTP_USER and _PASSWORD where it asks for them.",
        )
    return Finding("e-mail", Level.OK, "E-mail is set up.")

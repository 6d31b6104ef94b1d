"""
Triggers by which the database itself refuses to change or delete what was recorded.

They belong to the tables: a later migration that rebuilds one of them on SQLite must install them
again (a test fails otherwise). They raise `django.db.IntegrityError` on both databases.
"""

from __future__ import annotations

from typing import NamedTuple


class Refused(NamedTuple):
    """What may not be done to a table."""

    table: str
    event: str

    @property
    def name(self) -> str:
        return f"{self.table}_no_{self.event.lower()}"

    @property
    def level(self) -> str:
        return "STATEMENT" if self.event == "TRUNCATE" else "ROW"


REFUSED = (
    Refused("records_entry", "UPDATE"),
    Refused("records_entry", "DELETE"),
    Refused("records_anchor", "UPDATE"),
    Refused("records_anchor", "DELETE"),
    Refused("records_body", "DELETE"),
)
ON_POSTGRESQL_TOO = tuple(
    Refused(table, "TRUNCATE") for table in ("records_entry", "records_anchor", "records_body")
)
MESSAGE = "records are only ever added"


def install(vendor: str) -> list[str]:
    """Return the statements that install the triggers on "sqlite" or "postgresql"."""
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER {each.name} BEFORE {each.event} ON {each.table} "
            f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
            for each in REFUSED
        ]
    function = (
        "CREATE FUNCTION records_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'restrict_violation'; END $$"
    )
    return [
        function,
        *(
            f"CREATE TRIGGER {each.name} BEFORE {each.event} ON {each.table} "
            f"FOR EACH {each.level} EXECUTE FUNCTION records_refuse()"
            for each in REFUSED + ON_POSTGRESQL_TOO
        ),
    ]


def lift(vendor: str) -> list[str]:
    """Return the statements that remove the triggers, to go back a migration or empty a test."""
    if vendor == "sqlite":
        return [f"DROP TRIGGER {each.name}" for each in REFUSED]
    return [
        *(f"DROP TRIGGER {each.name} ON {each.table}" for each in REFUSED + ON_POSTGRESQL_TOO),
        "DROP FUNCTION records_refuse()",
    ]

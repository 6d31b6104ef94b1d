"""Models and migrations agree, on whichever database the tests run."""

from __future__ import annotations

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def test_no_model_changed_without_its_migration(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_every_migration_was_applied_from_empty(db):
    executor = MigrationExecutor(connection)
    leaves = executor.loader.graph.leaf_nodes()
    assert ("work", "0001_worker") in executor.loader.applied_migrations
    assert executor.migration_plan(leaves) == []


def test_every_app_of_ours_with_models_has_migrations(db):
    loader = MigrationExecutor(connection).loader
    assert [label for label in loader.unmigrated_apps if label in OURS] == []


OURS = {"library", "orgs", "outbox", "posts", "records", "rulebook", "work"}

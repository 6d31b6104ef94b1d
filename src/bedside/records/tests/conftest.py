"""An installation with keys of its own, and a chain whose guards are down."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection

from bedside.records import append_only
from bedside.suite.data_directory import DataDirectory

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

    from bedside.orgs.models import Organisation


@pytest.fixture
def key_file(settings: Settings, tmp_path: Path) -> Path:
    """The key file of a fresh installation, not made yet."""
    settings.DATA = data = DataDirectory(tmp_path)
    return data.keys


@pytest.fixture
def unguarded(clinic: Organisation) -> Organisation:
    """A clinic whose database no longer refuses anything: somebody dropped the triggers."""
    with connection.cursor() as cursor:
        for statement in append_only.lift(connection.vendor):
            cursor.execute(statement)
    return clinic

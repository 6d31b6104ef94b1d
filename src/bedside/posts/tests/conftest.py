"""A Tuesday morning in October for whoever asks for it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import time_machine

if TYPE_CHECKING:
    from collections.abc import Iterator

TUESDAY = datetime(2026, 10, 13, 14, 15, tzinfo=UTC)
"""9:15 AM in Chicago."""


@pytest.fixture
def tuesday() -> Iterator[datetime]:
    """Stop the clocks on Tuesday, October 13, 2026, 9:15 AM in Chicago."""
    with time_machine.travel(TUESDAY, tick=False):
        yield TUESDAY

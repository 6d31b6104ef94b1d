"""Journeys through a running house in a real browser."""

import pytest

pytest.register_assert_rewrite("tests.journeys.house", "tests.journeys.visiting")

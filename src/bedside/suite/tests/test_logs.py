from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.core.exceptions import ImproperlyConfigured

from bedside.suite import logs


def line(**event):
    return logs.discreet(None, "info", event)


@pytest.mark.parametrize(
    "value",
    ["Maria Lopez", "maria@example.com", "She walked home today.", "Lopez, Maria", "Ñandú", "a\nb"],
)
def test_words_are_withheld(value):
    assert line(event="post.saved", title=value)["title"] == logs.WITHHELD


@pytest.mark.parametrize("value", [7, 1.5, True, None, "practice", "outbox.due", "web/views.py:12"])
def test_numbers_and_codes_are_kept(value):
    assert line(event="post.saved", fact=value)["fact"] == value


def test_identifiers_and_times_are_kept():
    kept = line(event="x", worker=UUID(int=7), at_time=datetime(2026, 11, 24, tzinfo=UTC))
    assert kept["worker"] == "00000000-0000-0000-0000-000000000007"
    assert kept["at_time"] == "2026-11-24T00:00:00+00:00"


def test_words_in_lists_are_withheld_too():
    assert line(event="x", names=["practice", "Maria Lopez"])["names"] == [
        "practice",
        logs.WITHHELD,
    ]


def test_an_event_that_is_a_sentence_is_withheld():
    assert line(event="Saved the post of Maria Lopez")["event"] == logs.WITHHELD


def test_whatever_else_is_logged_is_withheld():
    assert line(event="x", post={"text": "Maria Lopez"})["post"] == logs.WITHHELD


def test_an_exception_keeps_its_type_and_place_only():
    try:
        raise LookupError("Maria Lopez")
    except LookupError:
        said = json.dumps(line(event="x", exc_info=True))
    assert "LookupError" in said
    assert "bedside/suite/tests/test_logs.py:" in said
    assert "Lopez" not in said


def test_records_of_other_libraries_keep_their_place_and_status_but_no_message():
    try:
        raise LookupError("Maria Lopez")
    except LookupError:
        fault = sys.exc_info()
    record = logging.makeLogRecord(
        {
            "name": "django.request",
            "levelname": "ERROR",
            "msg": "Internal Server Error: %s",
            "args": ("/find/Maria",),
            "pathname": logs.__file__,
            "lineno": 12,
            "exc_info": fault,
            "status_code": 500,
        }
    )
    said = json.loads(logs.Discreet().format(record))
    assert (said["event"], said["level"], said["status"]) == ("django.request", "error", 500)
    assert said["place"] == "bedside/suite/logs.py:12"
    assert said["error"] == "LookupError"
    assert "Maria" not in json.dumps(said)


def test_the_level_must_be_one_that_exists():
    with pytest.raises(ImproperlyConfigured, match="BEDSIDE_LOG_LEVEL"):
        logs.configure({"level": "LOUD"})


def test_errors_are_not_mailed():
    handlers = [*logging.getLogger("django").handlers, *logging.getLogger().handlers]
    assert "AdminEmailHandler" not in {type(handler).__name__ for handler in handlers}

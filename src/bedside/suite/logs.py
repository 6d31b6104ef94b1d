"""
Logs that cannot tell on anybody: one line of JSON for each event, and never free text.

An event is a name, and what stands beside it are numbers, identifiers and short codes. Anything
else, such as a sentence or an address, is withheld, whoever logs it. Of an exception only its type
and its places are kept. Records of other libraries keep logger, level and place, but not their
message, which may quote a request.
"""

from __future__ import annotations

import json
import logging
import logging.config
import re
import sys
import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

import structlog
from django.core.exceptions import ImproperlyConfigured

from bedside.work import faults

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from structlog.typing import EventDict, WrappedLogger

WITHHELD: Final = "(withheld)"
QUIET: Final = ("asyncio", "django_tasks", "httpcore", "httpx", "PIL", "urllib3")
"""Libraries whose everyday lines help nobody."""

_CODE = re.compile(r"[\w.,:/<>()#*+=-]{0,200}", re.ASCII)
"""What an identifier, a number, a time, a route or a place looks like: no blank, no @."""


def configure(settings: Mapping[str, Any]) -> None:
    """
    Set up all logging. Django calls this with its `LOGGING` setting: `{"level": "INFO"}`.

    Replaces Django's own configuration, and with it the e-mails about errors. Raises
    `ImproperlyConfigured` where there is no such level.
    """
    level = str(settings["level"]).upper()
    levels = logging.getLevelNamesMapping()
    if level not in levels:
        raise ImproperlyConfigured("BEDSIDE_LOG_LEVEL is one of DEBUG, INFO, WARNING, ERROR.")
    structlog.configure(
        processors=[structlog.processors.add_log_level, discreet, _line],
        wrapper_class=structlog.make_filtering_bound_logger(levels[level]),
        logger_factory=_stderr,
    )
    logging.captureWarnings(True)
    # Otherwise a record that cannot be written is shown on standard error, message and all.
    logging.raiseExceptions = False
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"discreet": {"()": Discreet}},
            "handlers": {"stderr": {"()": Stderr, "formatter": "discreet"}},
            "root": {"handlers": ["stderr"], "level": level},
            "loggers": {
                "django": {"handlers": [], "level": "NOTSET", "propagate": True},
                "django.server": {"handlers": [], "propagate": True},
                **{name: {"level": "WARNING"} for name in QUIET},
            },
        }
    )


def discreet(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Keep names, numbers and codes of an event; withhold whatever could be words."""
    error = event.pop("exc_info", None)
    if error is True:
        error = sys.exc_info()
    first = {
        "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "level": event.pop("level", method),
        "event": _code(event.pop("event", None)),
    }
    return {**first, **{key: _code(value) for key, value in event.items()}, **_fault(error)}


class Stderr(logging.Handler):
    """Writes to what is standard error at the time, not to what it was when logging was set up."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line."""
        structlog.PrintLogger(sys.stderr).msg(self.format(record))


class Discreet(logging.Formatter):
    """Writes records of the standard library in the same form, without their message."""

    def format(self, record: logging.LogRecord) -> str:
        event: EventDict = {
            "event": record.name,
            "level": record.levelname.lower(),
            "place": faults.place(record.pathname, record.lineno),
        }
        status = getattr(record, "status_code", None)
        if status is not None:
            event["status"] = status
        if record.exc_info:
            event["exc_info"] = record.exc_info
        return _line(None, "", discreet(None, "", event))


def hush_crashes() -> None:
    """Log what would end this process or a thread of it, instead of printing its words."""
    sys.excepthook = _log_crash
    threading.excepthook = _log_thread_crash


def _log_crash(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    structlog.get_logger().critical("process.crashed", exc_info=error)


def _log_thread_crash(crash: threading.ExceptHookArgs) -> None:
    structlog.get_logger().critical("thread.crashed", exc_info=crash.exc_value)


def _code(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, list | tuple | set | frozenset):
        return [_code(one) for one in value]
    text = value.isoformat() if isinstance(value, datetime) else str(value)
    return text if _CODE.fullmatch(text) else WITHHELD


def _fault(error: Any) -> EventDict:
    error = error[1] if isinstance(error, tuple) else error
    if not isinstance(error, BaseException):
        return {}
    return {"error": faults.kind(error), "places": faults.places(error)}


def _stderr(*arguments: Any) -> structlog.PrintLogger:
    return structlog.PrintLogger(sys.stderr)


def _line(logger: WrappedLogger, method: str, event: EventDict) -> str:
    return json.dumps(event, ensure_ascii=False)

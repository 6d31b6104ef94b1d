"""`bedside web`: the pages, served by gunicorn with one process of several threads."""

from __future__ import annotations

import gc
import signal
from typing import TYPE_CHECKING, Any, Final

import structlog
from django.conf import settings
from django.db import connections
from django.urls import Resolver404, get_resolver, resolve
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]
from gunicorn.glogging import Logger  # type: ignore[import-untyped]

from bedside.suite import logs
from bedside.suite.commands import lifeline
from bedside.suite.commands.loading import load
from bedside.suite.commands.parsing import add_pipes, parser, port_number

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence
    from datetime import timedelta

STOP_WITHIN: Final = 8
"""Seconds for requests to be answered after SIGTERM."""

log = structlog.get_logger()


def main(arguments: Sequence[str]) -> int:
    """Serve until asked to stop."""
    options = parser("web", "Serve the pages only; `bedside clock` does the background work.")
    options.add_argument("--host", default="127.0.0.1", help="address to listen at (%(default)s)")
    options.add_argument(
        "--port", type=port_number, default=8000, help="port to listen at (%(default)s)"
    )
    options.add_argument("--workers", type=int, default=1, help="processes (%(default)s)")
    options.add_argument("--threads", type=int, default=8, help="threads in each (%(default)s)")
    options.add_argument("--socket", type=int, help="listen at an open socket instead, by number")
    add_pipes(options)
    chosen = options.parse_args(arguments)
    with lifeline.attached(chosen):
        Web(chosen).run()
    return 0


class Web(BaseApplication):  # type: ignore[misc]
    """Loads the suite once, before workers are forked, so that they share its memory."""

    def __init__(self, options: Namespace) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        """Set what differs from gunicorn's own defaults."""
        options = self.options
        at = f"fd://{options.socket}" if options.socket is not None else _at(options)
        chosen = {
            "bind": at,
            "workers": options.workers,
            "threads": options.threads,
            "worker_class": "gthread",
            "preload_app": True,
            "graceful_timeout": STOP_WITHIN,
            "timeout": 60,
            "logger_class": AccessLog,
            "control_socket_disable": True,
            "when_ready": self._when_ready,
            "pre_fork": _pre_fork,
            "post_worker_init": self._post_worker_init,
            "worker_exit": _worker_exit,
        }
        for name, value in chosen.items():
            self.cfg.set(name, value)

    def load(self) -> Callable[..., Any]:
        """Import everything that answers requests, before the first of them comes."""
        application: Callable[..., Any] = load("bedside.suite.wsgi").application
        _ = get_resolver().url_patterns
        connections.close_all()
        logs.hush_crashes()
        return application

    def _when_ready(self, arbiter: Any) -> None:
        if self.options.lifeline is not None:
            signal.signal(signal.SIGINT, signal.SIG_IGN)

    def _post_worker_init(self, worker: Any) -> None:
        if self.options.lifeline is not None:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        lifeline.follow_parent()
        heartbeat = load("bedside.work.heartbeat")
        heartbeat.start(heartbeat.Worker.Kind.WEB)
        lifeline.say_ready(self.options)


class AccessLog(Logger):  # type: ignore[misc]
    """Writes one line a request: the route, not the address, which may name somebody."""

    def setup(self, cfg: Any) -> None:
        """Leave the handling of gunicorn's own lines to `bedside.suite.logs`."""
        self.cfg = cfg
        self.error_log.propagate = True
        self.error_log.setLevel("WARNING")

    def access(self, resp: Any, req: Any, environ: dict[str, Any], request_time: timedelta) -> None:
        """Log a request, unless it was for a static file."""
        path = environ.get("PATH_INFO", "")
        if path.startswith(settings.STATIC_URL):
            return
        log.info(
            "web.request",
            method=environ.get("REQUEST_METHOD"),
            route=_route(path),
            status=resp.status_code,
            ms=round(request_time.total_seconds() * 1000, 1),
        )


def _route(path: str) -> str | None:
    try:
        return resolve(path).route
    except Resolver404:
        return None


def _at(options: Namespace) -> str:
    host = f"[{options.host}]" if ":" in options.host else options.host
    return f"{host}:{options.port}"


def _pre_fork(arbiter: Any, worker: Any) -> None:
    # What is alive now stays: the collector need not touch its pages, which would copy them.
    gc.collect()
    gc.freeze()


def _worker_exit(arbiter: Any, worker: Any) -> None:
    load("bedside.work.heartbeat").stop()

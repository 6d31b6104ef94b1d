"""
`bedside run`: everything a clinic needs in one go, watched over by one small process.

This process imports no Django. It holds the data directory and the port, brings database and
static files up to date where they are not, and keeps two children alive: the web, and the clock
with its engine.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING, Final

from bedside.suite.commands.children import BEDSIDE, Child
from bedside.suite.commands.installation import here, hold
from bedside.suite.commands.parsing import parser, port_number
from bedside.suite.commands.refusal import TRY_LATER, Refused

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from bedside.suite.commands.installation import Installation

STOP_WITHIN: Final = 9.5
"""Seconds for the children to end by themselves."""
READY_WITHIN: Final = 60.0
LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})


def main(arguments: Sequence[str]) -> int:
    """Run until asked to stop. Returns 0 after a clean stop."""
    options = _options(arguments)
    installation = here()
    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    with hold(installation, alone=True) as lock, listen(options.host, options.port) as listening:
        _set_defaults(options.host)
        first = not installation.stamp.exists()
        if not installation.prepared():
            _run_once("migrate", "Preparing the data directory …", stopping)
        if first and not options.no_demo:
            _run_once("demo", "Creating the demo clinic …", stopping)
        inherited = (lock.fileno(), listening.fileno())
        children = [
            Child("web", ["--socket", str(listening.fileno())], inherited),
            Child("clock", [], inherited),
        ]
        return _keep(children, stopping, _announcement(installation, options.host, listening))


def _options(arguments: Sequence[str]) -> Namespace:
    options = parser("run", "Start web, background work and, at first, a demo clinic.")
    options.add_argument("--host", default="127.0.0.1", help="address to listen at (%(default)s)")
    options.add_argument(
        "--port",
        type=port_number,
        default=8000,
        help="port to listen at; 0 takes a free one (%(default)s)",
    )
    options.add_argument(
        "--no-demo", action="store_true", help="create no demo clinic on the first start"
    )
    return options.parse_args(arguments)


def listen(host: str, port: int) -> socket.socket:
    """
    Open the port here, so that it stays ours while the web restarts.

    Raises `Refused`, with a port that is free, where somebody else has it.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=512)
    except PermissionError:
        raise Refused(
            f"Port {port} is reserved for the system's administrator.",
            "Choose one from 1024 on: bedside run --port 8000.",
            TRY_LATER,
        ) from None
    except OSError as error:
        with socket.create_server(("", 0)) as spare:
            free = spare.getsockname()[1]
        raise Refused(
            f"Cannot listen at {host} port {port}: {(error.strerror or '').partition(' (')[0]}.",
            f"Stop what uses it, or choose another: bedside run --port {free}.",
            TRY_LATER,
        ) from None


def _set_defaults(host: str) -> None:
    os.environ.setdefault("BEDSIDE_LOG_LEVEL", "WARNING")
    # Two arenas instead of one for each thread: half the memory, and our threads mostly wait.
    os.environ.setdefault("MALLOC_ARENA_MAX", "2")
    if host in LOOPBACK:
        os.environ.setdefault("BEDSIDE_INSECURE_HTTP", "1")


def _run_once(command: str, said: str, stopping: threading.Event) -> None:
    print(said, flush=True)
    done = subprocess.run([*BEDSIDE, command], stdout=subprocess.DEVNULL, check=False)
    if done.returncode and not stopping.is_set():
        raise Refused(
            f"`bedside {command}` did not succeed.", "`bedside doctor` says what is wrong."
        )


def _keep(children: list[Child], stopping: threading.Event, announcement: str) -> int:
    """Start the children, say where they are once they are ready, and keep them until the end."""
    if stopping.is_set():
        return 0
    try:
        for child in children:
            child.start()
        if not _all_ready(children, stopping):
            return 0
        print(announcement, flush=True)
        while not stopping.wait(0.2):
            for child in children:
                status = child.died()
                if status is not None:
                    print(f"{child.name} ended ({status}); it is started again.", file=sys.stderr)
                child.start_if_due()
        return 0
    finally:
        deadline = time.monotonic() + STOP_WITHIN
        for child in children:
            child.ask_to_stop()
        for child in children:
            child.wait_until(deadline)


def _all_ready(children: list[Child], stopping: threading.Event) -> bool:
    """Wait for all children. Returns False when asked to stop, raises `Refused` when one fails."""
    deadline = time.monotonic() + READY_WITHIN
    waiting = list(children)
    while waiting and not stopping.is_set():
        failed = waiting[0].died() is not None or time.monotonic() > deadline
        if failed:
            raise Refused(
                f"`bedside {waiting[0].name}` did not start.",
                "`bedside doctor` says what is wrong.",
            )
        if waiting[0].is_ready(0.1):
            waiting.pop(0)
    return not waiting


def _announcement(installation: Installation, host: str, listening: socket.socket) -> str:
    shown = "127.0.0.1" if host in {"0.0.0.0", "::"} else host
    shown = f"[{shown}]" if ":" in shown else shown
    lines = ["", f"Bedside is ready: http://{shown}:{listening.getsockname()[1]}/", ""]
    if host not in LOOPBACK and "BEDSIDE_HOSTS" not in os.environ:
        lines += ["Others reach it once BEDSIDE_HOSTS names it, best through HTTPS.", ""]
    if installation.demo.exists():
        lines += _sign_ins(json.loads(installation.demo.read_text(encoding="utf-8")))
    lines.append(f"Everything is kept in {installation.data}. Stop with Ctrl+C.")
    return "\n".join(lines)


def _sign_ins(demo: dict[str, object]) -> list[str]:
    rows = [
        (str(one["name"]), str(one["role"]), str(one["email"]), str(one["password"]))
        for one in demo["sign_ins"]  # type: ignore[attr-defined]
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return [
        f"{demo['organisation']} is a demo: every person is invented. Sign in as",
        "",
        *("  " + "  ".join(map(str.ljust, row, widths)).rstrip() for row in rows),
        "",
    ]

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import psutil  # type: ignore[import-untyped]
import pytest

from bedside.suite.commands.refusal import Refused
from bedside.suite.commands.run import listen, main

COMMAND = [sys.executable, "-m", "bedside.suite.cli"]


def environment(data):
    """The surroundings of an installation of its own, whatever database the tests use."""
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return kept | {
        "BEDSIDE_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "bedside.suite.settings.base",
    }


def bedside(data, *words):
    return subprocess.run(
        [*COMMAND, *words],
        env=environment(data),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def eventually(condition, seconds=40.0):
    deadline = time.monotonic() + seconds
    while not (result := condition()) and time.monotonic() < deadline:
        time.sleep(0.05)
    return result


class Running:
    """A `bedside run` in a process of its own, until its address is said."""

    def __init__(self, data):
        self.data = data
        ours, theirs = os.pipe()
        self.process = subprocess.Popen(
            [*COMMAND, "run", "--port", "0", "--no-demo"], env=environment(data), stdout=theirs
        )
        os.close(theirs)
        self.said = os.fdopen(ours)
        ready = next(line for line in self.said if "is ready" in line)
        self.address = ready.split()[-1]

    def family(self):
        return psutil.Process(self.process.pid).children(recursive=True)

    def child(self, name):
        return [one for one in psutil.Process(self.process.pid).children() if name in words_of(one)]

    def answers(self):
        try:
            with urllib.request.urlopen(self.address, timeout=5) as answer:
                return answer.status < 500
        except OSError:
            return False

    def stop(self):
        self.process.terminate()
        try:
            return self.process.wait(timeout=15)
        finally:
            self.process.kill()
            self.said.close()


def words_of(process):
    try:
        return process.cmdline()
    except psutil.Error:
        return []


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A data directory that is brought up to date once, to be copied."""
    data = tmp_path_factory.mktemp("prepared") / "data"
    assert bedside(data, "migrate").returncode == 0
    return data


@pytest.fixture(scope="module")
def running(prepared, tmp_path_factory):
    """A run that tests share, so they leave it running."""
    running = Running(shutil.copytree(prepared, tmp_path_factory.mktemp("running") / "data"))
    yield running
    running.stop()


@pytest.fixture
def ending(prepared, tmp_path):
    """A run that a test may end."""
    running = Running(shutil.copytree(prepared, tmp_path / "data"))
    yield running
    running.stop()


def test_a_second_one_is_refused_by_the_first_ones_number(running):
    second = bedside(running.data, "run", "--port", "0", "--no-demo")
    assert second.returncode == 75
    assert f"process {running.process.pid}" in second.stderr


def test_nothing_is_restored_under_a_running_one(running, tmp_path):
    assert bedside(running.data, "backup", str(tmp_path / "b.tar")).returncode == 0
    restored = bedside(running.data, "restore", "--force", str(tmp_path / "b.tar"))
    assert restored.returncode == 75
    assert running.answers()


def test_a_child_that_dies_is_started_again(running):
    (clock,) = running.child("clock")
    (web,) = running.child("web")
    clock.kill()
    web.kill()
    assert eventually(lambda: running.child("clock") not in ([], [clock]))
    assert eventually(running.answers)


def test_one_command_serves_pages_and_stops_cleanly(ending):
    assert ending.answers()
    family = ending.family()
    asked = time.monotonic()
    assert ending.stop() == 0
    assert time.monotonic() - asked < 10
    assert [one for one in family if one.is_running()] == []


def test_children_do_not_outlive_a_parent_that_is_killed(ending):
    family = ending.family()
    ending.process.send_signal(signal.SIGKILL)
    ending.process.wait()
    assert eventually(lambda: not [one for one in family if one.is_running()], seconds=12)


def test_a_port_that_is_taken_is_told_with_one_that_is_free():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(Refused, match=f"port {port}: Address already in use") as refused:
            listen("127.0.0.1", port)
    assert re.search(r"--port \d+", refused.value.cure)


@pytest.mark.parametrize("port", ["70000", "-1", "http"])
def test_a_port_that_cannot_be_is_bad_usage(port):
    with pytest.raises(SystemExit) as ended:
        main([f"--port={port}"])
    assert ended.value.code == 64

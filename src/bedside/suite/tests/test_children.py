from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

from bedside.suite.commands import children
from bedside.suite.commands.children import Child

ENDS_AT_ONCE = "there-is-no-such-command"


def end_of(child):
    assert child.process is not None
    child.process.wait()
    return child.died()


def test_a_child_that_keeps_dying_is_started_less_and_less_often(monkeypatch):
    monkeypatch.setattr(children, "LONGEST_PAUSE", 1.5)
    child = Child(ENDS_AT_ONCE, [])
    pauses = []
    for _ in range(4):
        child.start()
        assert end_of(child) == 64
        pauses.append(child.pause)
    assert pauses == [1.0, 1.5, 1.5, 1.5]


def test_a_child_that_died_is_not_started_before_its_pause_is_over(monkeypatch):
    child = Child(ENDS_AT_ONCE, [])
    child.start()
    end_of(child)
    child.start_if_due()
    assert child.process is None
    child.start_at = time.monotonic()
    child.start_if_due()
    assert end_of(child) == 64


def test_a_child_that_lived_long_begins_with_the_first_pause_again(monkeypatch):
    child = Child(ENDS_AT_ONCE, [], pause=16.0)
    child.start()
    child.started_at -= children.STEADY_AFTER + 1
    before = time.monotonic()
    end_of(child)
    assert child.start_at - before < children.FIRST_PAUSE + 5


def test_a_child_that_fails_is_not_ready():
    child = Child(ENDS_AT_ONCE, [])
    child.start()
    assert not child.is_ready(5)
    end_of(child)


def test_a_child_that_does_not_stop_is_killed():
    child = Child(ENDS_AT_ONCE, [])
    child.process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    child.wait_until(time.monotonic())
    assert child.process.returncode == -signal.SIGKILL


WITHOUT_PRCTL = """
import signal, sys
from bedside.suite.commands import lifeline
lifeline.follow_parent = lambda: False
lifeline._follow(int(sys.argv[1]))
print("held", flush=True)
signal.pause()
"""


def test_where_linux_does_not_help_the_end_of_the_pipe_does():
    held, ours = os.pipe()
    with subprocess.Popen(
        [sys.executable, "-c", WITHOUT_PRCTL, str(held)], pass_fds=(held,), stdout=subprocess.PIPE
    ) as process:
        os.close(held)
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        os.close(ours)
        assert process.wait(timeout=5) == -signal.SIGTERM


def test_a_child_whose_parent_is_gone_already_does_not_begin():
    held, ours = os.pipe()
    os.close(ours)
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_PRCTL, str(held)], pass_fds=(held,), check=False
    )
    os.close(held)
    assert done.returncode != 0

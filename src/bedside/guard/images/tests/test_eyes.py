from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest

from bedside.guard.draft import Organisation
from bedside.guard.images.eyes import Eyes
from bedside.guard.images.rebuilt import Cover
from bedside.guard.images.refusals import Refused
from bedside.guard.images.tests.pictures import bomb, drawing, encoded, faces_at, noise

pytestmark = pytest.mark.media

LAMP = encoded(drawing())
LEAVE = "import ctypes, sys; sys.exit(ctypes.CDLL(None).unshare(0x50000000) != 0)"
TWO = encoded(faces_at((40, 40), (360, 200)))


@pytest.fixture(scope="module")
def eyes():
    ours = Eyes()
    yield ours
    ours.close()


def test_a_picture_is_looked_at_covered_and_verified_in_another_process(eyes: Eyes):
    found = eyes.scan(TWO, full=True, org=Organisation(name="Riverbend", staff=("Ana Cruz",)))
    assert eyes.processes[1] not in {None, os.getpid()}
    covers = [Cover(face.box) for face in found.faces]
    assert len(covers) == 2
    made = eyes.cover(TWO, covers)
    assert eyes.verify(made.content, covers) == ()
    assert len(eyes.verify(TWO, covers)) == 4
    assert eyes.scan(made.content, full=False).faces == ()
    assert eyes.scan(made.thumbnail, full=False).faces == ()


def test_one_process_answers_many_questions(eyes: Eyes):
    eyes.scan(LAMP, full=False)
    first = eyes.processes[0]
    eyes.scan(TWO, full=False)
    assert eyes.processes[0] == first


def test_a_process_that_died_is_replaced(eyes: Eyes):
    eyes.scan(LAMP, full=False)
    died = eyes.processes[0]
    assert died is not None
    os.kill(died, signal.SIGKILL)
    assert len(eyes.scan(TWO, full=False).faces) == 2
    assert eyes.processes[0] != died


def test_a_process_that_is_killed_while_it_looks_is_asked_again(eyes: Eyes):
    eyes.scan(LAMP, full=True)
    died = eyes.processes[1]
    assert died is not None
    threading.Timer(0.3, os.kill, (died, signal.SIGKILL)).start()
    heavy = encoded(noise(2000, 1500), quality=60)
    assert eyes.scan(heavy, full=True).width == 2000
    assert eyes.processes[1] != died


def test_a_picture_that_takes_too_long_is_refused_and_the_next_one_is_looked_at():
    hasty = Eyes(patience=4)
    try:
        with pytest.raises(Refused) as refusal:
            hasty.scan(encoded(noise(2000, 1500), quality=60), full=True)
        assert refusal.value.why == "slow"
        assert hasty.scan(encoded(drawing(32, 32)), full=False).width == 32
    finally:
        hasty.close()


def test_a_process_that_has_grown_too_large_is_replaced():
    small = Eyes(largest=1)
    try:
        small.scan(LAMP, full=False)
        assert small.processes == (None, None)
        assert small.scan(LAMP, full=False).width == 320
    finally:
        small.close()


def test_a_process_that_has_seen_many_files_is_replaced():
    ours = Eyes(most=2)
    try:
        ours.scan(LAMP, full=False)
        assert ours.processes[0] is not None
        ours.scan(LAMP, full=False)
        assert ours.processes == (None, None)
    finally:
        ours.close()


def test_a_process_that_nobody_asks_ends_and_one_in_use_does_not():
    ours = Eyes(idle=4)
    try:
        ours.scan(LAMP, full=False)
        first = ours.processes[0]
        for _ in range(3):
            time.sleep(1.5)
            ours.scan(LAMP, full=False)
        assert ours.processes[0] == first
        until = time.monotonic() + 20
        while ours.processes[0] is not None and time.monotonic() < until:
            time.sleep(0.2)
        assert ours.processes == (None, None)
        assert ours.scan(LAMP, full=False).width == 320
    finally:
        ours.close()


def test_a_quick_look_does_not_wait_for_a_full_one(eyes: Eyes):
    eyes.scan(LAMP, full=False)
    done: list[str] = []

    def look() -> None:
        eyes.scan(encoded(noise(2000, 1500), quality=60), full=True)
        done.append("full")

    slow = threading.Thread(target=look)
    slow.start()
    time.sleep(0.3)
    eyes.scan(TWO, full=False)
    done.append("quick")
    slow.join()
    assert done == ["quick", "full"]


def test_the_process_has_no_network(eyes: Eyes):
    eyes.scan(LAMP, full=False)
    ours, its = (Path(f"/proc/{one}/ns/net") for one in ("self", eyes.processes[0]))
    if not its.exists():
        pytest.skip("only Linux has networks apart")
    may_leave = [sys.executable, "-c", LEAVE]
    if subprocess.run(may_leave, check=False).returncode:
        pytest.skip("this system lets nobody leave its network")
    assert its.readlink() != ours.readlink()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (bomb(), "large"),
        (bomb(10_000, 5_001), "large"),
        (encoded(noise(300, 300))[:-9000], "truncated"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "broken"),
        (b"II*\x00....", "tiff"),
        (b"", "empty"),
    ],
)
def test_hostile_files_are_refused_and_the_process_lives_on(eyes: Eyes, content: bytes, why: str):
    eyes.scan(LAMP, full=False)
    before = eyes.processes[0]
    for ask in (lambda: eyes.scan(content, full=False), lambda: eyes.cover(content, [])):
        with pytest.raises(Refused) as refusal:
            ask()
        assert refusal.value.why == why
    assert eyes.scan(LAMP, full=False).width == 320
    assert eyes.processes[0] == before


def test_many_threads_get_their_own_answers(eyes: Eyes):
    sizes = range(40, 120, 10)
    found: dict[int, int] = {}

    def look(side: int) -> None:
        found[side] = eyes.scan(encoded(drawing(side, 30)), full=False).width

    threads = [threading.Thread(target=look, args=(side,)) for side in sizes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {side: side for side in sizes}


def test_the_process_ends_with_whoever_asked():
    ours = Eyes()
    ours.scan(LAMP, full=False)
    process = psutil.Process(ours.processes[0])
    ours.close()
    assert not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
    assert ours.processes == (None, None)


def test_a_phone_photo_takes_little_memory():
    ours = Eyes()
    try:
        ours.scan(encoded(noise(6000, 4500), quality=20), full=False)
        status = Path(f"/proc/{ours.processes[0]}/status")
        if not status.exists():
            pytest.skip("only Linux tells how much memory another process took")
        most = next(line for line in status.read_text().splitlines() if "VmHWM" in line)
        assert int(most.split()[1]) < 300 * 1024
    finally:
        ours.close()


def test_the_process_can_write_no_file(eyes: Eyes):
    eyes.scan(LAMP, full=False)
    limits = Path(f"/proc/{eyes.processes[0]}/limits")
    if not limits.exists():
        pytest.skip("only Linux tells the limits of another process")
    lines = {line[:26].strip(): line[26:].split() for line in limits.read_text().splitlines()}
    assert lines["Max file size"][:2] == ["0", "0"]
    assert lines["Max address space"][0] != "unlimited"
    assert int(lines["Max cpu time"][0]) < 3600


def test_a_process_can_be_started_ahead():
    ours = Eyes()
    try:
        ours.start()
        ready = ours.processes[0]
        assert ready is not None
        ours.scan(LAMP, full=False)
        assert ours.processes[0] == ready
    finally:
        ours.close()


def test_closing_does_not_wait(eyes: Eyes):
    ours = Eyes()
    ours.scan(LAMP, full=False)
    start = time.monotonic()
    ours.close()
    assert time.monotonic() - start < 2

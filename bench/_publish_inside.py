"""Runs inside a scratch installation: seeds it, starts workers, kills one, counts."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import django
import psutil

django.setup()

from _installation import BEDSIDE  # noqa: E402 (models exist only after Django's set-up)
from django.utils import timezone  # noqa: E402

from bedside.channels.connecting import connect  # noqa: E402
from bedside.channels.connection import Connected  # noqa: E402
from bedside.channels.practice.moods import Doing, Mood  # noqa: E402
from bedside.channels.practice.network import PracticeNetwork  # noqa: E402
from bedside.channels.practice.store import store_path  # noqa: E402
from bedside.orgs.models import Membership, User  # noqa: E402
from bedside.orgs.permissions import Role  # noqa: E402
from bedside.orgs.verbs import add_member, found_organisation  # noqa: E402
from bedside.outbox.accounts import keep_account  # noqa: E402
from bedside.outbox.models import Account, Delivery  # noqa: E402
from bedside.posts import verbs as posts  # noqa: E402
from bedside.posts.content import Content  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

ANSWER_SECONDS = 0.05
GIVE_UP_AFTER = 300.0
SETTLED = ("live", "refused", "missed", "cancelled", "removed")


def clinic() -> tuple[Membership, Membership, Account]:
    """Found an organisation with a writer, an approver and a practice account."""
    owner = User.objects.create_user("alice@bench.example", "Alice")
    organisation = found_organisation(name="Bench Clinic", owner=owner, demo=True)
    alice = organisation.memberships.select_related("organisation").get()
    bob = add_member(
        by=alice, user=User.objects.create_user("bob@bench.example", "Bob"), role=Role.WRITER
    )
    connected = connect("practice", {"handle": "bench"})
    assert isinstance(connected, Connected)
    return alice, bob, keep_account(by=alice, network="practice", connected=connected)


def plan(alice: Membership, bob: Membership, account: Account, count: int, first: int) -> list[str]:
    """Write and approve posts, one delivery each; their time is set later."""
    subjects = []
    for number in range(first, first + count):
        text = f"Flu shots are here. Walk in any Saturday, 8 to 12. Poster {number}."
        post = posts.start_draft(by=bob, content=Content(text, (account.pk,)))
        posts.submit(by=bob, post=post)
        posts.approve(by=alice, post=post, revision=1)
        subjects.append(post.subject)
        posts.schedule(by=bob, post=post, at=timezone.now() + timedelta(days=1))
    return subjects


def due_at(subjects: list[str], moment: datetime) -> None:
    """Make all of them due at one moment."""
    Delivery.objects.filter(subject__in=subjects).update(
        due=moment, wake_at=moment, miss_at=moment + timedelta(hours=1)
    )


@contextlib.contextmanager
def worker() -> Iterator[psutil.Process]:
    """Run `bedside clock` until the end of the block."""
    process = subprocess.Popen([*BEDSIDE, "clock"], stdout=subprocess.DEVNULL)
    try:
        yield psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait(30)


def settled(due: datetime) -> int:
    """Count what was due at that moment and is in an end state."""
    return Delivery.objects.filter(due=due, state__in=SETTLED).count()


def watch(process: psutil.Process, due: datetime, until: int) -> float:
    """Wait until so many are settled; return the worker's peak memory in MB."""
    peak, began = 0.0, time.monotonic()
    while settled(due) < until and time.monotonic() - began < GIVE_UP_AFTER:
        peak = max(peak, process.memory_info().rss / 1e6)
        time.sleep(0.25)
    return peak


def main() -> None:
    database, count, killed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    alice, bob, account = clinic()
    network = PracticeNetwork(store_path())
    network.feel(Mood.SLOW, doing=Doing.SEND, seconds=ANSWER_SECONDS, times=None)
    on_time(database, plan(alice, bob, account, count, 0))
    after_a_kill(database, plan(alice, bob, account, killed, count), network)


def on_time(database: str, subjects: list[str]) -> None:
    """All due at once: throughput, lateness, memory."""
    with worker() as process:
        time.sleep(4)
        moment = timezone.now() + timedelta(seconds=2)
        due_at(subjects, moment)
        peak = watch(process, moment, len(subjects))
    late = sorted(
        (live_at - moment).total_seconds()
        for live_at in Delivery.objects.filter(subject__in=subjects, state="live").values_list(
            "live_at", flat=True
        )
    )
    print(
        f"{database}: {len(late)} of {len(subjects)} due at once are live:"
        f" {len(late) / late[-1]:.0f}/s, lateness p50 {late[len(late) // 2]:.1f} s,"
        f" p99 {late[int(len(late) * 0.99)]:.1f} s, worker {peak:.0f} MB"
    )


def after_a_kill(database: str, subjects: list[str], network: PracticeNetwork) -> None:
    """Kill the worker in the middle; a new one goes on."""
    with worker() as process:
        time.sleep(4)
        moment = timezone.now()
        due_at(subjects, moment)
        watch(process, moment, len(subjects) // 4)
        process.kill()
        killed_at = timezone.now()
    with worker() as process:
        watch(process, moment, len(subjects))
    rows = Delivery.objects.filter(subject__in=subjects)
    first = rows.filter(live_at__gt=killed_at).order_by("live_at").first()
    back = (first.live_at - killed_at).total_seconds() if first and first.live_at else -1.0
    copies = Counter(post.key for post in network.timeline("bench", limit=1_000_000))
    twice = sum(number > 1 for number in copies.values())
    states = Counter(rows.values_list("state", flat=True))
    print(
        f"{database}: kill -9 in the middle of {len(subjects)}: back at work after {back:.1f} s;"
        f" {states['live']} live, {len(subjects) - sum(states[s] for s in SETTLED)} in a middle"
        f" state, {twice} published twice"
    )


if __name__ == "__main__":
    main()

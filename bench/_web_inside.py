"""Runs inside a scratch installation: fills it, asks for its pages, measures."""

from __future__ import annotations

import gc
import statistics
import sys
import time
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

import django
import psutil  # type: ignore[import-untyped]

django.setup()

from _web_rows import Clinic  # noqa: E402 (models exist only after Django's set-up)
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402

from bedside.channels.connecting import connect  # noqa: E402
from bedside.channels.connection import Connected  # noqa: E402
from bedside.orgs.models import Membership, User  # noqa: E402
from bedside.orgs.permissions import Role  # noqa: E402
from bedside.orgs.verbs import add_location, add_member, add_staff, found_organisation  # noqa: E402
from bedside.outbox.accounts import keep_account  # noqa: E402
from bedside.records.audit import verify_chain  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

WARM, ROUNDS, ROUND = 5, 4, 20
"""Requests to each page before it is measured; then so many rounds of so many."""

CPU_MS, QUERIES, HTML_KB, GROWTH = 60.0, 15, 60.0, 1.5
"""The bar: CPU of web and database, and how much more it may be at the largest size."""

HEAD = (
    f"{'page':<16}{'posts':>8}{'CPU ms':>8}{'of it db':>9}{'p50 ms':>8}{'p95 ms':>8}"
    f"{'queries':>8}{'HTML kB':>8}{'growth':>8}"
)


@dataclass(frozen=True)
class Figures:
    """
    What one page costs. CPU in ms a request: of this process, and of the database beside it.

    CPU is that of the quietest round: what else the machine does slows requests, never speeds them.
    """

    web_ms: float
    database_ms: float
    p50: float
    p95: float
    queries: int
    kilobytes: float

    @property
    def cpu_ms(self) -> float:
        return self.web_ms + self.database_ms


def clinic() -> Clinic:
    """Found an organisation of three people, with accounts on four networks."""
    owner = User.objects.create_user("alice@bench.example", "Alice Bench")
    organisation = found_organisation(name="Bench Clinic", owner=owner, demo=True)
    alice = organisation.memberships.select_related("organisation", "user").get()
    add_location(by=alice, name="Main", address="12 Mill Road", city="Bench")
    for number in range(10):
        add_staff(by=alice, name=f"Dr. Bench Staff {number}", title="Physician")
    bob = add_member(
        by=alice, user=User.objects.create_user("bob@bench.example", "Bob Bench"), role=Role.WRITER
    )
    accounts = []
    for network, asked in (
        ("practice", {"handle": "bench"}),
        ("practice", {"handle": "bench-kids"}),
        ("manual", {"target": "facebook", "handle": "Bench Clinic"}),
        ("manual", {"target": "linkedin", "handle": "Bench Clinic"}),
    ):
        connected = connect(network, asked)
        assert isinstance(connected, Connected)
        accounts.append(keep_account(by=alice, network=network, connected=connected))
    return Clinic(writer=bob, approver=alice, accounts=accounts)


def pages(member: Membership) -> dict[str, str]:
    """Return the measured pages and their addresses; posts and deliveries from the middle."""
    organisation = member.organisation
    live = organisation.posts.filter(state="live").order_by("-publish_at").first()
    waiting = organisation.posts.filter(state="review").order_by("publish_at").first()
    delivery = organisation.deliveries.filter(state="unknown").order_by("pk").first()
    delivery = delivery or organisation.deliveries.filter(state="refused").first()
    assert live is not None
    assert waiting is not None
    assert delivery is not None

    def to(view: str, **more: int) -> str:
        return reverse(view, kwargs={"slug": organisation.slug, **more})

    return {
        "today": to("web:today"),
        "calendar month": to("posts:calendar"),
        "calendar list": to("posts:calendar") + "?view=list",
        "composer, new": to("posts:new"),
        "composer, post": to("posts:compose", pk=live.pk),
        "approval queue": to("posts:approvals"),
        "approval": to("posts:approval", pk=waiting.pk),
        "delivery list": to("outbox:deliveries"),
        "delivery": to("outbox:delivery", pk=delivery.pk),
        "post record": to("web:record", post_id=live.pk),
        "records": to("web:records"),
    }


def database_clock() -> Callable[[], float]:
    """Return what tells the CPU seconds of our PostgreSQL backend; SQLite works in this process."""
    if connection.vendor != "postgresql":
        return lambda: 0.0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        backend = psutil.Process(cursor.fetchone()[0])
    return lambda: sum(backend.cpu_times()[:2])


def tidy_up() -> None:
    """Do what a database does by itself in the night after so many new rows."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def measure(client: Client, url: str) -> Figures:
    """Ask for a page until it is warm, then measure it."""

    def ask() -> bytes:
        answer = client.get(url)
        assert answer.status_code == 200, f"{url}: {answer.status_code}"
        return answer.content

    for _ in range(WARM):
        html = ask()
    with CaptureQueriesContext(connection) as captured:
        ask()
    queries = len(captured)  # counted here: the next request empties the log
    gc.collect()
    gc.freeze()
    clock, walls, rounds = database_clock(), [], []
    for _ in range(ROUNDS):
        web, database = time.process_time(), clock()
        for _ in range(ROUND):
            began = time.perf_counter()
            ask()
            walls.append((time.perf_counter() - began) * 1000)
        rounds.append((time.process_time() - web, clock() - database))
    web, database = min(rounds, key=sum)
    return Figures(
        web_ms=web * 1000 / ROUND,
        database_ms=database * 1000 / ROUND,
        p50=statistics.median(walls),
        p95=statistics.quantiles(walls, n=20)[-1],
        queries=queries,
        kilobytes=len(html) / 1000,
    )


def line(page: str, size: int, found: Figures, growth: float | None) -> str:
    """Return a row of the table, with PASS or with what is over the bar."""
    over = [
        name
        for name, value, most in (
            ("CPU", found.cpu_ms, CPU_MS),
            ("queries", found.queries, QUERIES),
            ("HTML", found.kilobytes, HTML_KB),
            ("growth", growth or 0.0, GROWTH),
        )
        if value > most
    ]
    said = f"FAIL: {', '.join(over)}" if over else "PASS"
    grown = f"{growth:.2f}" if growth else "-"
    return (
        f"{page:<16}{size:>8,}{found.cpu_ms:>8.1f}{found.database_ms:>9.1f}{found.p50:>8.1f}"
        f"{found.p95:>8.1f}{found.queries:>8}{found.kilobytes:>8.1f}{grown:>8}  {said}"
    )


def main() -> None:
    database, sizes = sys.argv[1], sorted(int(size) for size in sys.argv[2].split(","))
    there, chance, rows = clinic(), Random(1), 0
    alice = there.approver
    client = Client(SERVER_NAME="localhost")
    client.force_login(alice.user)
    first: dict[str, Figures] = {}
    for size in sizes:
        there.grow(size - rows, chance)
        rows = size
        tidy_up()
        print(f"\n{database}, {size:,} posts in one organisation\n{HEAD}", flush=True)
        for page, url in pages(alice).items():
            found = measure(client, url)
            growth = found.cpu_ms / first[page].cpu_ms if page in first else None
            first.setdefault(page, found)
            print(line(page, size, found, growth), flush=True)
    fault = verify_chain(alice.organisation_id).fault
    print(f"\n{database}: chain of records {'intact' if fault is None else fault.wrong}")


if __name__ == "__main__":
    main()

"""Tasks for the tests: Django wants them at the top of a module."""

from __future__ import annotations

import threading
from collections import Counter

from django.db import transaction
from django_tasks import task

from bedside.work.models import Worker

gate = threading.Event()
"""Tasks that wait, wait for this."""
calls: Counter[str] = Counter()


@task()
def wait_at_the_gate(name: str) -> None:
    calls[name] += 1
    gate.wait(5)


@task()
def count(name: str) -> None:
    calls[name] += 1


@task()
def fail(secret: str) -> None:
    raise LookupError(secret)


@task(takes_context=True)
def tell(context: object, name: str) -> None:
    calls[f"{type(context).__name__} {name}"] += 1


@task()
def write_a_worker() -> None:
    with transaction.atomic():
        Worker.objects.create(kind=Worker.Kind.WEB, host="engine", pid=1)

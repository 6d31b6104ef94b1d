"""
A clinic in a process of its own, which can be told where to die.

    box.py seed NETWORK [SERVER HANDLE PASSWORD]   found it, connect an account, approve some posts
    box.py deliver SUBJECT [WHERE]                 carry a post's deliveries; die at a place
    box.py recover                                 let time pass until nothing is in a middle state
    box.py report                                  say where every delivery stands, as JSON

Everything happens in the installation that BEDSIDE_DATA names.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bedside.suite.settings.base")
django.setup()

from django.utils import timezone  # noqa: E402

from bedside.channels.connecting import connect  # noqa: E402 (models exist only after the set-up)
from bedside.channels.connection import Connected  # noqa: E402
from bedside.orgs.models import Membership, User  # noqa: E402
from bedside.orgs.permissions import Role  # noqa: E402
from bedside.orgs.verbs import add_member, found_organisation  # noqa: E402
from bedside.outbox import answers, gate, reconciling, sending  # noqa: E402
from bedside.outbox.accounts import keep_account  # noqa: E402
from bedside.outbox.models import Account, Delivery  # noqa: E402
from bedside.outbox.states import OPEN  # noqa: E402
from bedside.posts import verbs as posts  # noqa: E402
from bedside.posts.content import Content  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

PLACES: dict[str, tuple[Any, str]] = {
    "claimed": (gate, "ask"),
    "before the attempt": (sending, "_write_down"),
    "before the request": (sending, "_send"),
    "after the request": (answers, "take"),
}
"""Where to die: at the entry of this function, when everything before it is committed."""


def seed(network: str, *values: str) -> None:
    """Found the clinic and approve one post for each place of death, and one that lives."""
    owner = User.objects.create_user("alice@box.example", "Alice")
    found_organisation(name="Box Clinic", owner=owner, demo=True)
    alice = Membership.objects.select_related("organisation", "user").get()
    bob = add_member(
        by=alice, user=User.objects.create_user("bob@box.example", "Bob"), role=Role.WRITER
    )
    asked = dict(zip(("server", "handle", "password"), values, strict=False))
    connected = connect(network, asked or {"handle": "box"})
    assert isinstance(connected, Connected), connected
    account = keep_account(by=alice, network=network, connected=connected)
    for number in range(len(PLACES) + 1):
        text = f"Flu shots are here. Walk in on Saturday, 8 to 12. Poster {number}."
        post = posts.start_draft(by=bob, content=Content(text, (account.pk,)))
        posts.submit(by=bob, post=post)
        posts.approve(by=alice, post=post, revision=1)
        posts.publish_now(by=bob, post=post)


def deliver(subject: str, where: str = "") -> None:
    """Carry the deliveries of one post as a worker does."""
    if where:
        module, name = PLACES[where]
        setattr(module, name, die)
    for delivery in Delivery.objects.filter(subject=subject):
        sending.deliver(delivery.pk)


def die(*args: object, **more: object) -> None:
    """End at once, as by kill -9."""
    os.kill(os.getpid(), signal.SIGKILL)


def recover() -> None:
    """Let the clock go on, with the leases of the dead run out, until nothing is open."""
    for _ in range(20):
        now = timezone.now()
        Delivery.objects.update(lease_until=now - timedelta(seconds=1))
        Delivery.objects.filter(state__in=OPEN).update(wake_at=now)
        Account.objects.update(wait_until=None)
        reconciling.reap(now)
        Delivery.objects.filter(state="unknown").update(wake_at=timezone.now())
        for pk in Delivery.objects.filter(state="unknown").values_list("pk", flat=True):
            reconciling.look(pk)
        for pk in Delivery.objects.filter(state="planned").values_list("pk", flat=True):
            sending.deliver(pk)


def report() -> None:
    """Say where every delivery stands."""
    rows = Delivery.objects.order_by("pk").values("subject", "state", "key", "remote_id")
    sys.stdout.write(json.dumps(list(rows)))


if __name__ == "__main__":
    steps: dict[str, Callable[..., None]] = {
        "seed": seed,
        "deliver": deliver,
        "recover": recover,
        "report": report,
    }
    steps[sys.argv[1]](*sys.argv[2:])

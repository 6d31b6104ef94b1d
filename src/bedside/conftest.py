"""The cast of every test: Alice owns Cedar Hollow, Charlie works elsewhere and must see nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from playwright.sync_api import sync_playwright

from bedside.channels.connection import Connected
from bedside.channels.practice.network import PracticeNetwork
from bedside.orgs.models import Membership, Organisation, User
from bedside.orgs.permissions import Role
from bedside.orgs.verbs import add_member, add_staff, found_organisation
from bedside.outbox.accounts import keep_account
from bedside.records import append_only

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from bedside.outbox.models import Account

PASSWORD = "a lamp beside the bed"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> None:
    """Lift the triggers of the records while the tables are emptied after a transactional test."""
    # On the class: a browser test has a loop in its thread, and so connections of its own.
    operations = type(connection.ops)
    empty = operations.sql_flush

    def empty_records_too(self: Any, *args: Any, **options: Any) -> list[str]:
        vendor = connection.vendor
        emptying = empty(self, *args, **options)
        return [*append_only.lift(vendor), *emptying, *append_only.install(vendor)]

    pytest.MonkeyPatch().setattr(operations, "sql_flush", empty_records_too)


def person(name: str) -> User:
    """Return a person who can sign in with `PASSWORD`."""
    email = name.lower().replace("dr. ", "").replace(" ", ".") + "@cedarhollow.example"
    return User.objects.create_user(email=email, name=name, password=PASSWORD)


@pytest.fixture
def alice(db: None) -> Membership:
    """The owner of Cedar Hollow Family Clinic, a demo organisation (no second factor asked)."""
    clinic = found_organisation(
        name="Cedar Hollow Family Clinic",
        owner=person("Alice"),
        city="Cedar Hollow",
        phone="555-010-0100",
        demo=True,
    )
    member = clinic.memberships.select_related("organisation", "user").get()
    add_staff(by=member, name="Dr. Mei Chen", title="Physician")
    return member


@pytest.fixture
def clinic(alice: Membership) -> Organisation:
    return alice.organisation


@pytest.fixture
def bob(alice: Membership) -> Membership:
    """Writes for Cedar Hollow."""
    return add_member(by=alice, user=person("Bob"), role=Role.WRITER)


@pytest.fixture
def nora(alice: Membership) -> Membership:
    """The privacy officer, who approves."""
    return add_member(by=alice, user=person("Nora"), role=Role.PRIVACY)


@pytest.fixture
def charlie(db: None) -> Membership:
    """Owns another clinic and must see nothing of Cedar Hollow."""
    other = found_organisation(name="Mill Pond Dental", owner=person("Charlie"), demo=True)
    return other.memberships.select_related("organisation", "user").get()


@pytest.fixture
def network(tmp_path: Path) -> PracticeNetwork:
    """A practice network of the test's own."""
    return PracticeNetwork(tmp_path / "practice.sqlite3")


@pytest.fixture
def account(alice: Membership, network: PracticeNetwork, tmp_path: Path) -> Account:
    """Cedar Hollow's account on the practice network."""
    opened = network.open_account("cedarhollow", "Cedar Hollow Family Clinic")
    connected = Connected(
        handle=opened.handle,
        server="practice",
        remote_id=opened.handle,
        secrets={"token": opened.token},
        settings={"store": str(tmp_path / "practice.sqlite3")},
    )
    return keep_account(by=alice, network="practice", connected=connected, label="Practice")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's own Chromium, once for all tests: a process can run only one Playwright."""
    # Playwright keeps a loop running in this thread, which Django takes for asynchronous code.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()

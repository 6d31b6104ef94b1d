"""The people and places of Cedar Hollow and Mill Pond. Everybody is invented."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bedside.channels.connecting import connect
from bedside.channels.connection import Connected
from bedside.orgs.models import Membership, User
from bedside.orgs.permissions import Role
from bedside.orgs.verbs import add_location, add_member, add_staff, found_organisation
from bedside.outbox.accounts import keep_account

if TYPE_CHECKING:
    from bedside.outbox.models import Account

STAFF = (
    ("Dr. Mei Chen", "Family physician"),
    ("Dr. Samir Haddad", "Family physician"),
    ("Jo Tran", "Nurse"),
    ("Grace Oyelaran", "Nurse practitioner"),
    ("Lena Ortiz", "Dietitian"),
    ("Sam Okafor", "Physical therapist"),
    ("Ruth Adler", "Front desk"),
    ("Tomas Lind", "Pharmacist"),
    ("Nora Whitfield", "Privacy officer"),
    ("Alice Moreno", "Practice owner"),
)
WORDS = ("amber", "birch", "cedar", "clover", "ember", "fern", "hazel", "juniper", "lamp", "linen")


@dataclass(frozen=True)
class Cast:
    """Everybody who acts in the demo, and where they speak."""

    alice: Membership
    bob: Membership
    nora: Membership
    chen: Membership
    ivy: Membership
    ivy_elsewhere: Membership
    charlie: Membership
    accounts: dict[str, Account]
    elsewhere: Account
    password: str

    def sign_ins(self) -> list[dict[str, str]]:
        """Return who may sign in, with the one password of this demo."""
        members = (self.bob, self.nora, self.alice, self.chen, self.ivy)
        return [
            {
                "name": member.user.name,
                "role": Role(member.role).label,
                "email": member.user.email,
                "password": self.password,
            }
            for member in members
        ]


def assemble() -> Cast:
    """Create both organisations with their people, places and accounts."""
    password = "-".join(secrets.choice(WORDS) for _ in range(4)) + f"-{secrets.randbelow(90) + 10}"
    alice = _owner(
        "Alice Moreno",
        password,
        name="Cedar Hollow Family Clinic",
        city="Cedar Hollow",
        region="Illinois",
        phone="555-010-0100",
        email="hello@cedarhollow.example",
        domains=["cedarhollow.example"],
        demo=True,
    )
    charlie = _owner(
        "Charlie Rowe",
        password,
        name="Mill Pond Dental",
        kind="dental",
        city="Mill Pond",
        region="Illinois",
        phone="555-010-0190",
        domains=["millpond.example"],
        demo=True,
    )
    _places(alice)
    ivy = _person("Ivy Lang", password, "agency.example")
    return Cast(
        alice=alice,
        bob=_member(alice, _person("Bob Ellery", password), Role.WRITER),
        nora=_member(alice, _person("Nora Whitfield", password), Role.PRIVACY),
        chen=_member(alice, _person("Dr. Mei Chen", password), Role.CLINICIAN),
        ivy=_member(alice, ivy, Role.AGENCY),
        ivy_elsewhere=_member(charlie, ivy, Role.AGENCY),
        charlie=charlie,
        accounts=_accounts(alice),
        elsewhere=_practice(charlie, "millpond", "Mill Pond Dental"),
        password=password,
    )


def _owner(person: str, password: str, **organisation: object) -> Membership:
    domain = organisation["domains"][0]  # type: ignore[index]
    owner = _person(person, password, domain)
    founded = found_organisation(owner=owner, **organisation)  # type: ignore[arg-type]
    return founded.memberships.select_related("organisation", "user").get()


def _person(name: str, password: str, domain: str = "cedarhollow.example") -> User:
    first = name.removeprefix("Dr. ").split()[-1 if name.startswith("Dr.") else 0].lower()
    return User.objects.create_user(email=f"{first}@{domain}", name=name, password=password)


def _member(by: Membership, user: User, role: Role) -> Membership:
    member = add_member(by=by, user=user, role=role)
    return Membership.objects.select_related("organisation", "user").get(pk=member.pk)


def _places(alice: Membership) -> None:
    add_location(
        by=alice,
        name="Mill Road",
        address="12 Mill Road",
        city="Cedar Hollow",
        phone="555-010-0100",
    )
    add_location(
        by=alice,
        name="Pine Street",
        address="240 Pine Street",
        city="Cedar Hollow",
        phone="555-010-0140",
    )
    for name, title in STAFF:
        add_staff(by=alice, name=name, title=title)


def _accounts(alice: Membership) -> dict[str, Account]:
    accounts = {"practice": _practice(alice, "cedarhollow", "Cedar Hollow Family Clinic")}
    kids = _practice(
        alice, "cedarhollow-kids", "Cedar Hollow Kids", {"idempotency": "none"}, "Practice, kids"
    )
    accounts["kids"] = kids
    for target, handle in (
        ("facebook", "Cedar Hollow Family Clinic"),
        ("google", "Cedar Hollow, 12 Mill Road"),
        ("instagram", "cedarhollowclinic"),
        ("linkedin", "Cedar Hollow Family Clinic"),
    ):
        connected = connect("manual", {"target": target, "handle": handle})
        assert isinstance(connected, Connected)
        accounts[target] = keep_account(by=alice, network="manual", connected=connected)
    return accounts


def _practice(
    by: Membership, handle: str, name: str, settings: dict[str, str] | None = None, label: str = ""
) -> Account:
    connected = connect("practice", {"handle": handle, "name": name})
    assert isinstance(connected, Connected)
    known = Connected(
        handle=connected.handle,
        server=connected.server,
        remote_id=connected.remote_id,
        secrets=connected.secrets,
        settings={**connected.settings, **(settings or {})},
    )
    return keep_account(by=by, network="practice", connected=known, label=label)

"""
The consents of the demo: some hold, one ends soon, one is not signed, one was taken back.

Every person is invented; a story that relies on a consent shows how a name may be told.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from bedside.consents import verbs
from bedside.consents.terms import Item, Purpose, Shown
from bedside.suite.demo.clock import moved_to
from bedside.suite.demo.stories import Story

if TYPE_CHECKING:
    from bedside.consents.models import Authorization
    from bedside.suite.demo.life import Life

TOLD = Story(
    "Ten weeks without a cigarette",
    "“Ten weeks, and I can taste my coffee again.” Thomas Abara quit smoking with our program.",
    ("practice",),
)
"""The story of somebody who takes his consent back later."""
PLANNED = Story(
    "Rosa walks the loop again",
    "Rosa Marquez walks our Saturday loop again, all two miles of it. Walk with us at 9 AM.",
    ("practice",),
)


@dataclass(frozen=True)
class Given:
    """A person's consent: signed so many days ago, for so many days."""

    name: str
    information: str
    signed: int
    lasts: int = 365
    terms: dict[str, Any] = field(default_factory=dict)


GIVEN = {
    "thomas": Given(
        "Thomas Abara",
        "That he quit smoking with our program, in his own words",
        80,
        terms={
            "items": [Item.QUOTE, Item.NAME, Item.TREATMENT],
            "name_shown": Shown.FULL,
            "networks": ["practice"],
            "purposes": [Purpose.TESTIMONIAL, Purpose.COMMUNITY],
        },
    ),
    "rosa": Given(
        "Rosa Marquez",
        "Her name, and that she walks with us again",
        12,
        terms={
            "items": [Item.NAME, Item.OUTCOME, Item.QUOTE],
            "name_shown": Shown.FULL,
            "networks": ["practice", "facebook"],
            "purposes": [Purpose.COMMUNITY],
        },
    ),
    "lena": Given(
        "Lena Fisk",
        "A child’s face at the school physical",
        356,
        terms={
            "items": [Item.PHOTO],
            "networks": ["practice", "instagram"],
            "purposes": [Purpose.COMMUNITY, Purpose.EDUCATION],
            "signer": "parent",
            "authority": "mother",
        },
    ),
}


def settle(life: Life) -> None:
    """Have people asked, signed and heard, over the last year, and rely on some of it."""
    chosen = {name: _signed(life, given) for name, given in GIVEN.items()}
    _release(life)
    _unsigned(life)
    life.publish(TOLD, life.moment(-41, "12:00"), consents=(chosen["thomas"].pk,))
    life.publish(PLANNED, life.moment(6, "9:15"), consents=(chosen["rosa"].pk,))
    with moved_to(timezone.now() - timedelta(hours=1, minutes=3)):
        verbs.revoke(
            by=life.cast.nora,
            authorization=chosen["thomas"],
            how="phone",
            received_at=timezone.now(),
            elsewhere=["The flyer at the front desk"],
        )


def _signed(life: Life, given: Given) -> Authorization:
    """Prepare a form, present it, have it signed at the desk and give the copy."""
    nora = life.cast.nora
    with moved_to(timezone.now() - timedelta(days=given.signed)):
        today = nora.organisation.local(timezone.now()).date()
        ends = {"expires_on": today + timedelta(days=given.lasts)}
        if given.terms.get("signer") == "parent":
            ends["adult_on"] = today + timedelta(days=365 * 9)
        person = {"name": given.name, "information": given.information}
        form = verbs.draft(
            by=nora,
            kind="patient",
            person=person,
            terms={"disclosers": nora.organisation.name, **ends, **given.terms},
        )
        _sign(life, form, given.name)
    return form


def _release(life: Life) -> None:
    """A physician lets herself be shown while she works here."""
    nora = life.cast.nora
    staff = nora.organisation.staff.order_by("pk").first()
    if staff is None:
        return
    with moved_to(timezone.now() - timedelta(days=70)):
        form = verbs.draft(
            by=nora,
            kind="staff",
            person={"name": staff.name, "information": "Face, name and work"},
            terms={
                "staff": staff.pk,
                "items": [Item.PHOTO, Item.NAME],
                "name_shown": Shown.FULL,
                "disclosers": nora.organisation.name,
                "networks": ["practice", "facebook", "instagram", "linkedin"],
                "purposes": [Purpose.COMMUNITY],
                "expires_event": "When she no longer works here",
            },
        )
        _sign(life, form, staff.name)


def _unsigned(life: Life) -> None:
    """One form that Bob prepared lacks where it may be shown."""
    verbs.draft(
        by=life.cast.bob,
        kind="patient",
        person={"name": "Kim Park", "information": "Her words about the night nurse"},
        terms={"items": [Item.QUOTE], "disclosers": life.cast.bob.organisation.name},
    )


def _sign(life: Life, form: Authorization, name: str) -> None:
    nora = life.cast.nora
    verbs.present(by=nora, authorization=form)
    verbs.sign(
        authorization=form,
        method="typed",
        image=None,
        typed=name,
        known_by="photo_id",
        checked_by=nora,
        initials={},
        zone=nora.organisation.time_zone,
        device="tablet",
        address="",
    )
    verbs.give_copy(by=nora, authorization=form, how="printed")

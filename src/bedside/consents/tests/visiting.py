"""How tests open the pages of the consents, and what somebody fills in there."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bedside.consents.terms import Item, Purpose, Remuneration, Shown, Signer
from bedside.consents.tests.cast import year_from_now

if TYPE_CHECKING:
    from bedside.orgs.models import Membership

SLUG = "cedar-hollow-family-clinic"
NAME = "Ana Ruiz"
WORDS = "Her face at the flu day"
ROW = re.compile(r'class="led" href="[^"]*/consents/(\d+)/')


def to(view: str, **more: Any) -> str:
    return reverse(f"consents:{view}", kwargs={"slug": SLUG, **more})


def browser(member: Membership) -> Client:
    client = Client()
    client.force_login(member.user)
    return client


def get(member: Membership, address: str) -> str:
    answer = browser(member).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def post(member: Membership, address: str, **fields: Any) -> Any:
    return browser(member).post(address, fields, follow=True)


def listed(page: str) -> list[int]:
    return [int(pk) for pk in ROW.findall(page)]


def filled_in(**other: Any) -> dict[str, Any]:
    """Return a form for Ana as the page sends it."""
    given = {
        "kind": "patient",
        "name": NAME,
        "born": "1958",
        "information": WORDS,
        "items": [Item.PHOTO, Item.NAME],
        "name_shown": Shown.FIRST,
        "disclosers": "Cedar Hollow Family Clinic",
        "networks": ["website", "print"],
        "purposes": [Purpose.COMMUNITY],
        "expires_on": year_from_now().isoformat(),
        "signer": Signer.SELF,
        "remuneration": Remuneration.NONE,
        "language": "en",
    }
    return {**given, **other}


def wish(**other: Any) -> dict[str, Any]:
    """Return that somebody phoned a minute ago, as the page sends it."""
    then = (timezone.now() - timedelta(minutes=1)).astimezone(ZoneInfo("America/Chicago"))
    return {
        "how": "phone",
        "day": f"{then:%Y-%m-%d}",
        "time": f"{then:%H:%M}",
        "scope": "all",
        "elsewhere": "",
        **other,
    }

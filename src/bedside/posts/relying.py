"""Which authorizations a post relies on, and on which of its accounts each of them allows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone

from bedside.consents.queries import Status, authorizations, defects_of, shown_name, status_of
from bedside.consents.terms import Use

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from bedside.consents.defects import Defect
    from bedside.consents.models import Authorization
    from bedside.orgs.models import Organisation
    from bedside.outbox.models import Account
    from bedside.posts.content import Content

_PAID = re.compile(
    r"#ad\b|#paid\b|\bpaid\b|\bsponsored\b|\bgifted\b|\bin (?:return|exchange) for\b|\bcompensat",
    re.IGNORECASE,
)
"""Words by which a post says that somebody got something for it, 16 CFR 255.5."""

MOST = 40
"""Consents that are offered at once; words find the others."""


@dataclass(frozen=True)
class Reliance:
    """
    One authorization, whether the words rely on it or a picture, and what stands against it.

    `against` holds the defects that stop by account; `form` those of the form itself.
    """

    authorization: Authorization
    in_words: bool
    form: Sequence[Defect]
    against: Mapping[int, Sequence[Defect]]

    @property
    def name(self) -> str:
        """As much of the person's name as may be shown; "" where they are not to be named."""
        return shown_name(self.authorization)

    def is_untold(self, content: Content) -> bool:
        """Tell whether the person got something for it and a text of the post is silent on it."""
        texts = [content.text, *content.versions.values()]
        return bool(self.authorization.compensation) and not all(map(_PAID.search, texts))

    def covers(self, accounts: Iterable[int]) -> bool:
        """Tell whether it allows the post on all of these accounts; without any: at all."""
        asked = list(accounts)
        return not any(self.against[pk] for pk in asked) if asked else not self.form


def relied_on(
    content: Content,
    organisation: Organisation,
    accounts: Sequence[Account] | None = None,
    at: datetime | None = None,
) -> list[Reliance]:
    """
    Return what a content relies on, judged for `at` (when it goes out) or now, whichever is later.

    Asks the database nothing where the content relies on nobody.
    """
    wanted = content.relied_on
    if not wanted:
        return []
    if accounts is None:
        accounts = list(organisation.accounts.filter(pk__in=content.accounts))
    moment = max(filter(None, (at, timezone.now())))
    return [
        Reliance(
            authorization=one,
            in_words=one.pk in content.consents,
            form=_stopping(defects_of(one, None, moment)),
            against={
                account.pk: _stopping(defects_of(one, Use(account.shown), moment))
                for account in accounts
            },
        )
        for one in authorizations(organisation).filter(pk__in=wanted)
    ]


def offered(organisation: Organisation, words: str = "") -> list[Authorization]:
    """Return consents that hold and may be linked, the newest first; with words, those so named."""
    wanted = words.casefold().split()
    found = []
    for one in authorizations(organisation):
        called = f"{one.reference} {one.person.get('name', '')}".casefold()
        if all(word in called for word in wanted) and status_of(one) is Status.ACTIVE:
            found.append(one)
        if len(found) == MOST:
            break
    return found


def names_on(relied: Iterable[Reliance], accounts: Iterable[int]) -> tuple[str, ...]:
    """Return the names that a text on all of these accounts may show."""
    there = list(accounts)
    return tuple(one.name for one in relied if one.covers(there))


def _stopping(defects: Iterable[Defect]) -> list[Defect]:
    return [defect for defect in defects if defect.stops]

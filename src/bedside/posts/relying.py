"""
What a post rests on: the authorizations of people in it, and pictures that may be shown.

Which authorization allows it on which account, what stands against a picture, and the rows by which
the pages of consents and pictures know the posts that use them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from django.utils import timezone

from bedside.consents.queries import authorizations, choices, defects_of, shown_name
from bedside.consents.sight import called
from bedside.consents.terms import Use
from bedside.library import gating
from bedside.library import queries as library

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from bedside.consents.defects import Defect
    from bedside.consents.models import Authorization
    from bedside.library.models import Asset
    from bedside.orgs.models import Membership, Organisation
    from bedside.outbox.models import Account
    from bedside.outbox.payload import PictureRef
    from bedside.posts.content import Content
    from bedside.posts.models import Post

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
    assets: Mapping[str, Asset] | None = None,
) -> list[Reliance]:
    """
    Return what a content relies on, judged for `at` (when it goes out) or now, whichever is later.

    `assets` are its pictures by the hash of their bytes: with them, who stands in one is asked
    about that picture too. Asks the database nothing where the content relies on nobody.
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
                account.pk: _on(one, content, account.shown, moment, assets or {})
                for account in accounts
            },
        )
        for one in authorizations(organisation).filter(pk__in=wanted)
    ]


def _on(
    one: Authorization,
    content: Content,
    network: str,
    moment: datetime,
    assets: Mapping[str, Asset],
) -> Sequence[Defect]:
    """Return what stands against a use on a network, in the words and in each picture, once."""
    use = Use(network, in_words=one.pk in content.consents)
    found = _stopping(defects_of(one, use, moment))
    for asset in assets.values():
        if one.pk in library.relied_on(asset):
            boxes = library.boxes_of(asset)
            found += gating.defects_in(asset, boxes, one, network, at=moment)
    return list(dict.fromkeys(found))


@dataclass(frozen=True)
class Grounds:
    """
    What a content rests on, judged for the time at which it goes out.

    `against` says of its pictures, by their place, why they may not go out as they are; `assets`
    are those pictures, by the hash of their bytes.
    """

    relied: Sequence[Reliance] = ()
    against: Mapping[int, Sequence[str]] = field(default_factory=dict)
    assets: Mapping[str, Asset] = field(default_factory=dict)


NO_GROUNDS = Grounds()


def grounds_of(
    content: Content,
    organisation: Organisation,
    accounts: Sequence[Account] | None = None,
    at: datetime | None = None,
) -> Grounds:
    """Return what a content rests on; nothing is asked where it has neither people nor pictures."""
    assets = _assets(content, organisation)
    relied = relied_on(content, organisation, accounts, at, assets)
    return Grounds(relied, _against(content, assets), assets)


def _against(content: Content, assets: Mapping[str, Asset]) -> dict[int, Sequence[str]]:
    """Return why pictures of a content may not go out as they are, by their place from 0."""
    found = {
        number: _held(assets.get(picture.sha256), picture)
        for number, picture in enumerate(content.pictures)
    }
    return {number: reasons for number, reasons in found.items() if reasons}


def _held(asset: Asset | None, picture: PictureRef) -> Sequence[str]:
    if asset is None:
        return ["It is not in the library any more: take it out."]
    now = library.outgoing(asset)
    if now.ref is None:
        return now.reasons
    if (now.ref.sha256, library.relied_on(asset)) != (picture.sha256, picture.consents):
        return ["What covers it has changed: save the post again."]
    if now.ref.captions != picture.captions:
        return ["Its captions have changed: save the post again."]
    return ()


def rely(post: Post, content: Content) -> None:
    """Keep whom a post's newest words and pictures rely on and what they show."""
    if content.relied_on or post.relies_on.exists():
        known = post.organisation.authorizations.filter(pk__in=content.relied_on)
        post.relies_on.set(known)
    if content.pictures or post.shows.exists():
        post.shows.set(_assets(content, post.organisation).values())


def _assets(content: Content, organisation: Organisation) -> dict[str, Asset]:
    """Return the assets of a content's pictures by the hash of the bytes, with their boxes."""
    if not content.pictures:
        return {}
    return library.boxed(organisation, (picture.sha256 for picture in content.pictures))


def offered(member: Membership, words: str = "") -> list[Authorization]:
    """
    Return consents that hold and may be linked, the newest first; with words, those so named.

    Names count for those only who may see them.
    """
    wanted = words.casefold().split()
    named = (
        (f"{one.reference} {called(member, one)}".casefold(), one)
        for one in choices(member.organisation)
    )
    found = (one for name, one in named if all(word in name for word in wanted))
    return list(islice(found, MOST))


def names_on(relied: Iterable[Reliance], accounts: Iterable[int]) -> tuple[str, ...]:
    """Return the names that a text on all of these accounts may show."""
    there = list(accounts)
    return tuple(one.name for one in relied if one.covers(there))


def _stopping(defects: Iterable[Defect]) -> list[Defect]:
    return [defect for defect in defects if defect.stops]

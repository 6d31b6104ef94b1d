"""
How a person is let in to sign: a private link that opens one form once, and what it may end in.

Of a link only the hash of its token is kept. What happens behind it is done by the person, not by
a member; the records name them `signer`.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from base64 import b32encode
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from bedside.consents import pictures, verbs
from bedside.consents.holding import hold
from bedside.consents.models import Authorization, Signature, SigningLink
from bedside.consents.queries import authorizations, wording_of
from bedside.consents.recording import SIGNER, NotPossible, actor, record
from bedside.consents.sight import must_see
from bedside.orgs.models import Membership
from bedside.orgs.permissions import Verb, may, require
from bedside.records.queries import body

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from django.db.models import QuerySet

    from bedside.consents.wording import Wording

LINK_LASTS = timedelta(days=7)
TABLET_LASTS = timedelta(minutes=30)
TRIES = 5
"""Years of birth that may be named at a link before it closes."""
TOKEN_BYTES = 32
CODE_BYTES = 10
"""80 bits of a keyed hash: more than anybody can try over a network."""


class NotOpen(ValueError):
    """The link was used, called back, or its time is over."""


class Changed(ValueError):
    """The form says something else than what the person was shown."""


@dataclass(frozen=True, slots=True)
class Answers:
    """
    What a person filled in. `picture` is a PNG of what was drawn, or None where it was typed;
    `shown` is the `fingerprint` of the words that they read. `signer` is the capacity that their
    page showed; `authority` by what right they sign for another, "" leaves what the form says.
    """

    shown: str
    name: str
    picture: bytes | None
    signer: str
    authority: str
    initials: Mapping[str, str]
    language: str


@dataclass(frozen=True, slots=True)
class Circumstances:
    """How it was signed: how the person was known, on what, from where, and what they saw."""

    known_by: str
    device: str
    address: str
    preview_hash: str


@transaction.atomic
def make_link(
    *, by: Membership, authorization: Authorization, on_tablet: bool
) -> tuple[SigningLink, str]:
    """
    Make a link to sign by, and return it with its token, which is kept nowhere.

    It opens once: within seven days, on a tablet within 30 minutes. Earlier links of the same form
    are called back. Presents the form first where that was not done; raises `NotPossible` as
    `verbs.present` does, and `PermissionDenied` for whoever may not see the person.
    """
    require(by, Verb.ASK_CONSENT)
    row = verbs.held(by, authorization)
    must_see(by, row)
    if getattr(row, "signature", None) is not None:
        raise NotPossible(verbs.TOO_LATE)
    if row.presented_at is None:
        verbs.present(by=by, authorization=row)
    now = timezone.now()
    row.links.filter(ended_at=None).update(ended_at=now)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    link = SigningLink.objects.create(
        authorization=row,
        token_hash=_hashed(token),
        on_tablet=on_tablet,
        made_by_id=by.user_id,
        made_at=now,
        expires_at=now + (TABLET_LASTS if on_tablet else LINK_LASTS),
    )
    record(
        row,
        "authorization.link_made",
        actor(by),
        link=link.pk,
        tablet=on_tablet,
        expires_at=link.expires_at.isoformat(),
    )
    return link, token


@transaction.atomic
def take_back(*, by: Membership, authorization: Authorization) -> bool:
    """
    Close every way that is open to sign a form; whoever reads it at this moment is shown out.

    Returns whether there was one. Raises `PermissionDenied` for whoever may not see the person.
    """
    require(by, Verb.ASK_CONSENT)
    row = verbs.held(by, authorization)
    must_see(by, row)
    now = timezone.now()
    still_open = row.links.filter(ended_at=None, expires_at__gt=now)
    closed = still_open.update(ended_at=now)
    if closed:
        record(row, "authorization.link_taken_back", actor(by), links=closed)
    return bool(closed)


def waiting(token: str) -> SigningLink | None:
    """Return the link that a token would open now, or None. Nothing changes."""
    return _unopened(token).select_related("authorization__organisation").first()


@transaction.atomic
def open_link(token: str) -> SigningLink:
    """Open a link by its token, once. Raises `NotOpen` where that is no longer, or never, so."""
    link = waiting(token)
    if link is None or not _unopened(token).update(opened_at=timezone.now()):
        raise NotOpen
    record(link.authorization, "authorization.link_opened", SIGNER, link=link.pk)
    return link


def opened(pk: int) -> SigningLink:
    """Return a link that was opened and still is. Raises `NotOpen`."""
    link = _links().filter(pk=pk, ended_at=None, expires_at__gt=timezone.now()).first()
    if link is None or link.opened_at is None or link.authorization.presented_at is None:
        raise NotOpen
    return link


def signed(pk: int, since: datetime) -> SigningLink:
    """Return a link that somebody signed by after `since`. Raises `NotOpen`."""
    link = _links().filter(pk=pk, declined=False, ended_at__gt=since).first()
    if link is None or getattr(link.authorization, "signature", None) is None:
        raise NotOpen
    return link


@transaction.atomic
def knows(link: SigningLink, year: str) -> bool:
    """
    Tell whether a year is the person's year of birth; the last of `TRIES` wrong ones ends the link.

    An answer is counted before it is compared, so many at once are no more tries. Raises `NotOpen`.
    """
    open_still = SigningLink.objects.filter(
        pk=link.pk, ended_at=None, expires_at__gt=timezone.now(), tries__lt=TRIES
    )
    if not open_still.update(tries=F("tries") + 1):
        raise NotOpen
    if constant_time_compare(year, str(link.authorization.person.get("born", ""))):
        return True
    if SigningLink.objects.filter(pk=link.pk, tries=TRIES).exists():
        _end(link)
        record(link.authorization, "authorization.link_closed", SIGNER, link=link.pk)
    return False


@transaction.atomic
def sign(*, link: SigningLink, answers: Answers, circumstances: Circumstances) -> Signature:
    """
    Sign the form behind a link, which ends by it.

    Raises `NotOpen` where the link ended meanwhile, `Changed` where the words are not those that
    were shown, `NotPossible` where somebody signs in another capacity, and as `verbs.sign` does.
    """
    _end(link)
    row = _as_shown(link, answers)
    if answers.shown != fingerprint(wording_of(row), pictures.hashes_of(row)):
        raise Changed
    member = _maker(link)
    return verbs.sign(
        authorization=row,
        method="drawn" if answers.picture else "typed",
        image=answers.picture,
        typed=answers.name,
        known_by=circumstances.known_by,
        checked_by=member if link.on_tablet else None,
        initials=answers.initials,
        zone=row.organisation.time_zone,
        device=circumstances.device,
        address=circumstances.address,
        preview_hash=circumstances.preview_hash,
    )


@transaction.atomic
def decline(link: SigningLink) -> None:
    """Note that the person said no; the link ends by it. Raises `NotOpen`."""
    _end(link, declined=True)
    record(link.authorization, "authorization.declined", SIGNER, link=link.pk)


def paper_asked(link: SigningLink) -> None:
    """Note that the person wants their copy on paper, from us."""
    with transaction.atomic():
        record(link.authorization, "authorization.paper_asked", SIGNER, link=link.pk)


def intact(authorization: Authorization, content: bytes) -> bool:
    """Tell whether these bytes are the document that was signed, to the last of them."""
    return bool(authorization.document) and (
        hashlib.sha256(content).hexdigest() == authorization.document
    )


def kept_document(authorization: Authorization) -> bytes | None:
    """Return the signed document from the records; None where there is none, or it was changed."""
    kept = body(authorization.organisation_id, authorization.document)
    return kept if kept is not None and intact(authorization, kept) else None


def stop_code(authorization: Authorization) -> str:
    """Return what a person's own address to take it back ends in: `142-KBGC3TXAXMUJ4B2N`."""
    return f"{authorization.pk}-{_code(authorization.pk)}"


def by_stop_code(code: str) -> Authorization | None:
    """Return the signed authorization that a code belongs to, or None."""
    number, _, rest = code.partition("-")
    if not (number.isascii() and number.isdecimal() and len(number) < 16):
        return None
    if not constant_time_compare(rest.upper(), _code(int(number))):
        return None
    row = Authorization.objects.select_related("organisation").filter(pk=int(number)).first()
    if row is None or not row.document:
        return None
    return authorizations(row.organisation).get(pk=row.pk)


def in_language(authorization: Authorization, language: str, *, authority: str = "") -> Wording:
    """
    Return the form's words in another language; the row itself stays as it is.

    `authority` is by what right somebody signs for another, "" for what the form says.
    """
    shown = authorizations(authorization.organisation).get(pk=authorization.pk)
    shown.language, shown.authority = language, authority or shown.authority
    return wording_of(shown)


def fingerprint(words: Wording, shown: Iterable[str] = ()) -> str:
    """
    Return the SHA-256 of a form's words, and of the hashes of the pictures that it is bound to.

    What was shown must be what is signed.
    """
    plain = json.dumps([words.as_json(), *shown], sort_keys=True).encode()
    return hashlib.sha256(plain).hexdigest()


def _as_shown(link: SigningLink, answers: Answers) -> Authorization:
    """
    Write down in what language it was read and by what right it is signed; return the row held.

    What differs changes the words, so they are presented again and the records keep what is signed.
    """
    hold(link.authorization)
    row = Authorization.objects.get(pk=link.authorization.pk)
    if answers.signer != row.signer:
        raise NotPossible("The form is made out for another capacity. Ask for it to be changed.")
    authority = answers.authority or row.authority
    if (answers.language, authority) != (row.language, row.authority):
        unsigned = Authorization.objects.filter(pk=row.pk, signature=None)
        unsigned.update(language=answers.language, authority=authority)
        member = _maker(link)
        if member is None or not may(member, Verb.ASK_CONSENT):
            raise NotPossible("Whoever made this link has left. Ask for a new one.")
        verbs.present(by=member, authorization=row)
    return authorizations(link.authorization.organisation).get(pk=row.pk)


def _maker(link: SigningLink) -> Membership | None:
    return Membership.objects.filter(
        organisation_id=link.authorization.organisation_id,
        user_id=link.made_by_id,
        ended_at=None,
    ).first()


def _end(link: SigningLink, *, declined: bool = False) -> None:
    now = timezone.now()
    open_still = SigningLink.objects.filter(pk=link.pk, ended_at=None, expires_at__gt=now)
    if not open_still.update(ended_at=now, declined=declined):
        raise NotOpen


def _links() -> QuerySet[SigningLink]:
    return SigningLink.objects.select_related(
        "authorization__organisation", "authorization__signature", "made_by"
    )


def _unopened(token: str) -> QuerySet[SigningLink]:
    return SigningLink.objects.filter(
        token_hash=_hashed(token), opened_at=None, ended_at=None, expires_at__gt=timezone.now()
    )


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _code(pk: int) -> str:
    keyed = salted_hmac("consents.stop", str(pk), algorithm="sha256").digest()
    return b32encode(keyed[:CODE_BYTES]).decode()

"""How an authorization gets signed: on a screen, or on paper that somebody transcribes."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from bedside.consents import pictures, wording
from bedside.consents.defects import Code
from bedside.consents.holding import hold
from bedside.consents.models import Authorization, Signature
from bedside.consents.queries import authorizations, defects_of
from bedside.consents.recording import NotPossible, actor, must_say_who, record
from bedside.consents.scans import must_be_scan
from bedside.consents.signing import pdf
from bedside.consents.terms import Sensitive, Statement
from bedside.orgs.permissions import Verb, may, require

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bedside.orgs.models import Membership

OWN_PAPER = "paper"
"""The template of a form that the clinic drew up itself."""
NOON = time(12)
"""The hour that a form signed on paper gets: the paper has only a day."""


@transaction.atomic
def sign(
    *,
    authorization: Authorization,
    method: str,
    image: bytes | None,
    typed: str,
    known_by: str,
    checked_by: Membership | None,
    initials: Mapping[str, str],
    zone: str,
    device: str,
    address: str,
    preview_hash: str = "",
) -> Signature:
    """
    Sign the form that was presented, and keep the document in the records.

    `image` is a PNG of what was drawn; `typed` the name as typed, or the witness of a mark.
    `known_by` says how the person was identified (164.514(h)), `checked_by` who of us saw to it.
    `initials` belong to sensitive categories. Raises `NotPossible` where it was signed before, was
    changed since it was presented, or lacks something.
    """
    row = _held(authorization)
    _must_show_a_hand(method, image, typed)
    _must_be_complete(row, initials)
    row.preview_hash = preview_hash
    signature = Signature(
        authorization=row,
        method=Signature.Method(method),
        signed_at=timezone.now(),
        zone=zone[:64],
        device=device[:200],
        address_hash=_hashed(address),
        known_by=known_by[:40],
        checked_by_id=checked_by.user_id if checked_by else None,
    )
    _keep(signature, image=b64encode(image or b"").decode(), typed=typed.strip())
    document = pdf.document(row, signature)
    _finish(row, signature, document, "authorization.signed", actor(checked_by))
    return signature


def transcribe(
    *,
    by: Membership,
    authorization: Authorization,
    scan: bytes,
    signed_on: date,
    statements: Iterable[str],
    template: str = "",
    known_by: str = "known_here",
    initials: Mapping[str, str] | None = None,
    copy_given: bool = False,
    compound: bool = False,
    conditioned: bool = False,
) -> Signature:
    """
    Enter a form that was signed on paper; the scan is the document and is kept in the records.

    `statements` are those that stand on the paper, as codes; `template` is the version printed at
    its foot, "" for a form of your own. What the paper lacks is not refused here: it is a defect,
    and so is that it was `compound` or `conditioned`, 164.508(b)(3) and (4). Where somebody enters
    it who does not keep the consents, it counts only after one who does compared it.
    """
    require(by, Verb.ASK_CONSENT)
    mine = by.organisation.authorizations.get(pk=authorization.pk)
    if signed_on > by.organisation.local(timezone.now()).date():
        raise NotPossible("This day is still to come. Look at the date on the paper.")
    must_be_scan(scan)
    with transaction.atomic():
        row = _held(mine)
        must_say_who(row)
        _set_paper(row, template, statements)
        _set_initials(row, initials or {})
        row.compound, row.conditioned = row.compound or compound, row.conditioned or conditioned
        row.presented_by_id = row.presented_by_id or by.user_id
        if copy_given:
            row.copy_given_at, row.copy_how = timezone.now(), "paper"
        signature = _on_paper(row, by, signed_on, known_by)
        _keep(signature, scan=hashlib.sha256(scan).hexdigest())
        _finish(row, signature, scan, "authorization.transcribed", actor(by))
    return signature


def _on_paper(row: Authorization, by: Membership, day: date, known_by: str) -> Signature:
    return Signature(
        authorization=row,
        method=Signature.Method.PAPER,
        signed_at=datetime.combine(day, NOON, tzinfo=row.organisation.zone),
        zone=row.organisation.time_zone,
        known_by=known_by[:40],
        checked_by_id=by.user_id if may(by, Verb.KEEP_CONSENT) else None,
    )


def _held(authorization: Authorization) -> Authorization:
    """Return the row as it is now, held until the transaction ends, and not signed yet."""
    hold(authorization)
    row = authorizations(authorization.organisation).get(pk=authorization.pk)
    if getattr(row, "signature", None) is not None:
        raise NotPossible("It is signed already. Make a new form instead.")
    return row


def _must_show_a_hand(method: str, image: bytes | None, typed: str) -> None:
    drawn, named = bool(image), bool(typed.strip())
    match Signature.Method(method):
        case Signature.Method.DRAWN if not drawn:
            raise NotPossible("Nothing was drawn yet. Draw a signature, or type the name.")
        case Signature.Method.TYPED if not named:
            raise NotPossible("The name is missing. Type it, or draw a signature.")
        case Signature.Method.MARK if not (drawn and named):
            raise NotPossible("A mark needs a witness. Draw the mark, and type the witness's name.")
        case Signature.Method.PAPER:
            raise NotPossible("A form on paper is entered with its scan.")


def _must_be_complete(row: Authorization, initials: Mapping[str, str]) -> None:
    if not row.presented_at or row.template not in wording.TEMPLATES:
        raise NotPossible("The form was changed since it was shown. Open it again.")
    _set_initials(row, initials)
    found = defects_of(row)
    stopping = [one for one in found if one.stops and one.code is not Code.MISSING_SIGNATURE]
    if stopping:
        raise NotPossible(" ".join(one.text for one in stopping))
    if unseen := pictures.not_shown(row):
        raise NotPossible(" ".join(unseen))


def _set_initials(row: Authorization, initials: Mapping[str, str]) -> None:
    given = {str(Sensitive(key)): value.strip()[:8] for key, value in initials.items()}
    row.sensitive = {key: given.get(key, "") for key in row.sensitive}


def _set_paper(row: Authorization, template: str, statements: Iterable[str]) -> None:
    row.template = template or OWN_PAPER
    row.retired = bool(template) and template not in wording.TEMPLATES
    row.statements = sorted({str(Statement(code)) for code in statements})
    row.presented_at = row.presented_at or timezone.now()


def _keep(signature: Signature, **given: str) -> None:
    signature.set_given(given)
    signature.save(force_insert=True)


def _finish(row: Authorization, signature: Signature, document: bytes, verb: str, who: str) -> None:
    """Keep the document, put the form in the place of the one it renews, and record it."""
    row.document = hashlib.sha256(document).hexdigest()
    row.changed_at = timezone.now()
    row.save()
    if row.renews is not None and row.renews.replaced_by_id is None:
        Authorization.objects.filter(pk=row.renews.pk).update(replaced_by=row)
        record(row.renews, "authorization.replaced", who, by=row.reference)
    record(
        row,
        verb,
        who,
        bodies=[document],
        document=row.document,
        method=str(signature.method),
        known_by=signature.known_by,
        template=row.template,
        statements=row.statements,
        initialed=[key for key, initials in row.sensitive.items() if initials],
    )


def _hashed(address: str) -> str:
    """Return a keyed hash of a network address: enough to compare, not enough to read."""
    if not address:
        return ""
    return salted_hmac("consents.address", address, algorithm="sha256").hexdigest()

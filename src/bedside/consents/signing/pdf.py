"""
The documents that people keep: the signed form, and the letter after it was taken back.

They are tagged PDF (PDF/UA-1, ISO 14289-1), made without a network from fonts that come with
Typst. What people wrote reaches the page as data, never as markup. No two renderings are compared:
what was signed is the bytes that the records keep.
"""

from __future__ import annotations

import json
from base64 import b64decode
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

from bedside.channels import catalogue
from bedside.consents import pictures, wording
from bedside.consents.queries import wording_of
from bedside.consents.signing.glance import named
from bedside.consents.signing.phrases import CLAUSES, moment, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.consents.models import Authorization, Revocation, Signature, TakeDown

DOCUMENTS = Path(__file__).parent
STANDARD = "ua-1"
FORMATS = {"image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/webp": "webp"}
"""What Typst calls the kinds of pictures that the library makes."""


def document(authorization: Authorization, signature: Signature | None) -> bytes:
    """
    Return a form as a PDF in its own language: signed, or with a line to sign on.

    The authorization must carry its organisation.
    """
    said, words = phrases(authorization.language), wording_of(authorization)
    given = signature.given if signature else {}
    data = _frame(authorization, words.title) | {
        "paragraphs": list(words.paragraphs),
        "pictures_title": said["pictures_title"],
        "pictures": list(_pictures(authorization)),
        "terms": [[said["doc_about"], named(authorization)]],
        "know": said["read_title"],
        "statements": [text for _, text in words.statements],
        "sign": said["doc_signature"],
        "hint": words.sign_here,
        "drawn": list(b64decode(given.get("image", ""))),
        "drawn_alt": said["drawn_alt"],
        "typed": given.get("typed", "") if signature and signature.method == "typed" else "",
        "signature": list(_signed(authorization, signature, given)),
        "note": said["doc_note"].format(organisation=authorization.organisation.name),
        "version": authorization.template,
    }
    return _rendered("authorization.typ", data)


def letter(revocation: Revocation) -> bytes:
    """Return the letter that tells a person what was done after they took it back."""
    authorization = revocation.authorization
    language, organisation = authorization.language, authorization.organisation
    said = phrases(language)
    received = organisation.local(revocation.received_at)
    places = revocation.takedowns.select_related("delivery__account").order_by("pk")
    rows = [[_where(one), _became(one, language)] for one in places]
    data = _frame(authorization, said["letter_title"]) | {
        "lead": named(authorization),
        "paragraphs": [
            said["letter_received"].format(
                date=wording.day(language, received.date()), how=said[f"how_{revocation.how}"]
            ),
            _extent(revocation),
            *_newer(revocation),
            *([] if rows else [said["letter_none"]]),
        ],
        "places_title": said["letter_places"],
        "places": rows,
        "closing": [said["letter_limits"], said["letter_care"]],
        "from": [
            line for line in (organisation.name, organisation.phone, organisation.email) if line
        ],
    }
    return _rendered("letter.typ", data)


def _frame(authorization: Authorization, title: str) -> dict[str, Any]:
    return {
        "language": authorization.language,
        "title": title,
        "lead": "",
        "organisation": authorization.organisation.name,
        "reference": authorization.reference,
        "page": phrases(authorization.language)["page"],
    }


def _pictures(authorization: Authorization) -> Iterator[dict[str, Any]]:
    """Return the pictures that the form is bound to, small, as they would go out."""
    alt = phrases(authorization.language)["picture_alt"]
    for number, one in enumerate(pictures.bound_to(authorization), 1):
        if content := pictures.content(authorization, one.sha256, small=True):
            yield {
                "content": list(content),
                "format": FORMATS[one.mime],
                "alt": one.alt or alt.format(number=number),
            }


def _signed(
    authorization: Authorization, signature: Signature | None, given: dict[str, str]
) -> Iterator[list[str]]:
    said, clauses = phrases(authorization.language), CLAUSES[authorization.language]
    yield [said["doc_capacity"], said[f"capacity_{authorization.signer}"]]
    if authorization.authority:
        yield [said["doc_authority"], authorization.authority]
    for kind, initials in sorted(authorization.sensitive.items()):
        yield [f"{said['doc_initials']}: {clauses.sensitive[kind]}", initials or "________"]
    if signature is None:
        yield [said["doc_name"], "________________________________"]
        yield [said["doc_date"], "________________________________"]
        return
    yield [said["doc_name"], given.get("typed", "")]
    at = authorization.organisation.local(signature.signed_at)
    yield [said["doc_date"], moment(authorization.language, at)]
    yield [said["doc_how"], said[f"method_{signature.method}"]]
    yield [said["doc_known"], said.get(f"known_{signature.known_by}", signature.known_by)]


def _extent(revocation: Revocation) -> str:
    language = revocation.authorization.language
    said = phrases(language)
    if revocation.paid_only:
        return said["letter_paid"]
    if revocation.networks:
        names = (wording.place(language, one) for one in revocation.networks)
        return said["letter_networks"].format(networks=", ".join(names))
    return said["letter_all"]


def _newer(revocation: Revocation) -> Iterator[str]:
    """Name the newer forms that were taken back with this one."""
    followers = revocation.followers.select_related("authorization").order_by("pk")
    if references := [one.authorization.reference for one in followers]:
        said = phrases(revocation.authorization.language)["letter_newer"]
        yield said.format(references=", ".join(references))


def _where(one: TakeDown) -> str:
    if one.delivery is None:
        return one.elsewhere
    return catalogue.label(one.delivery.account.shown)


def _became(one: TakeDown, language: str) -> str:
    said, local = phrases(language), one.revocation.authorization.organisation.local
    if one.stopped_at:
        return said["letter_stopped"]
    if one.gone_at:
        return said["letter_gone"].format(date=wording.day(language, local(one.gone_at).date()))
    due = local(one.revocation.due_at)
    return said["letter_open"].format(date=wording.day(language, due.date()))


def _rendered(name: str, data: dict[str, Any]) -> bytes:
    """
    Compile a document.

    The fonts lack some scripts, and the standard forbids a letter without a shape. A name must not
    keep anybody from signing: then the machine's own fonts help, or the tags do without the mark of
    the standard.
    """
    attempts: tuple[tuple[bool, list[Any]], ...] = ((True, [STANDARD]), (False, [STANDARD]))
    for embedded_only, standards in attempts:
        try:
            compiler = _compiler(name, data, embedded_only=embedded_only)
            return _bytes(compiler.compile(format="pdf", pdf_standards=standards))
        except typst.TypstError:
            continue
    return _bytes(_compiler(name, data, embedded_only=False).compile(format="pdf"))


def _compiler(name: str, data: dict[str, Any], *, embedded_only: bool = True) -> typst.Compiler:
    return typst.Compiler(
        input=str(DOCUMENTS / name),
        root=str(DOCUMENTS),
        ignore_system_fonts=embedded_only,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )


def _bytes(made: bytes | list[bytes] | None) -> bytes:
    return made if isinstance(made, bytes) else b"".join(made or [])

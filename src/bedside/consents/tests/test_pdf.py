"""The documents that people keep: what they say, in whose language, and that no word is markup."""

from __future__ import annotations

import io
import json

import pytest
from django.utils import timezone
from PIL import Image

from bedside.consents import verbs, wording
from bedside.consents.models import Revocation
from bedside.consents.queries import authorizations, wording_of
from bedside.consents.signing import drawing, links, pdf
from bedside.consents.signing.phrases import phrases
from bedside.consents.tests.forms_to_sign import LINES, NAME, agree, form, seated
from bedside.consents.tests.reading_pdf import text_of, without_blanks

pytestmark = pytest.mark.django_db


def again(authorization):
    return authorizations(authorization.organisation).get(pk=authorization.pk)


def document_of(authorization) -> bytes:
    kept = links.kept_document(authorization)
    assert kept is not None
    return kept


def signed(by, authorization, **given):
    agree(seated(by, authorization), **given)
    return again(authorization)


@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_a_document_is_accessible_and_says_its_language(alice, language):
    presented = form(alice, language=language)
    verbs.present(by=alice, authorization=presented)
    made = pdf.document(again(presented), None)
    assert made.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in made
    assert f"/Lang({language})".encode() in made.replace(b"/Lang (", b"/Lang(")
    assert b"pdfuaid:part" in made
    assert b"/DisplayDocTitle true" in made


def test_a_document_says_all_that_was_read_and_who_signed(alice):
    row = signed(alice, form(alice, sensitive=["hiv"]), initials_hiv="R.H.")
    text = text_of(document_of(row))
    words = wording_of(row)
    said = [*words.paragraphs, *(statement for _, statement in words.statements)]
    assert [one for one in said if without_blanks(one) not in text] == []
    year = str(row.organisation.local(row.signature.signed_at).year)
    for part in (NAME, row.reference, "R.H.", year, "Self", phrases("en")["method_drawn"]):
        assert without_blanks(part) in text


def test_words_of_people_are_never_markup(alice):
    sly = '#panic("x") *bold* $x$ @ref <b> // `raw` \\u{41} = Title'
    row = signed(alice, form(alice), lines="", typed=sly)
    assert without_blanks(sly) in text_of(document_of(row))


@pytest.mark.parametrize("name", ["Nguyễn Văn Đức", "Ελένη", "محمد", "李明", "Zoë 🙂"])
def test_no_name_keeps_anybody_from_signing(alice, name):
    row = signed(alice, form(alice), lines="", typed=name)
    assert document_of(row).startswith(b"%PDF-")


def test_a_form_to_print_has_room_for_a_hand(alice):
    presented = form(alice)
    verbs.present(by=alice, authorization=presented)
    text = text_of(pdf.document(again(presented), None))
    assert "________" in text
    assert again(presented).template in text


def test_the_letter_says_what_was_done(alice):
    row = signed(alice, form(alice, language="es"))
    revocation = verbs.revoke(
        by=alice,
        authorization=row,
        how=Revocation.How.PHONE,
        received_at=timezone.now(),
        elsewhere=["Un cartel en la sala"],
    )
    made = pdf.letter(revocation)
    text = text_of(made)
    assert b"pdfuaid:part" in made
    assert without_blanks(phrases("es")["letter_title"]) in text
    for part in (NAME, row.reference, "Un cartel en la sala", alice.organisation.phone):
        assert without_blanks(part) in text
    due = wording.day("es", row.organisation.local(revocation.due_at).date())
    assert without_blanks(due) in text


@pytest.mark.parametrize(("scope", "key"), [({"paid_only": True}, "paid"), ({}, "all")])
def test_the_letter_says_how_much_was_taken_back(alice, scope, key):
    row = signed(alice, form(alice, paid=True))
    revocation = verbs.revoke(
        by=alice, authorization=row, how="letter", received_at=timezone.now(), **scope
    )
    text = text_of(pdf.letter(revocation))
    assert without_blanks(phrases("en")[f"letter_{key}"]) in text
    assert without_blanks(phrases("en")["letter_none"]) in text


def test_what_was_drawn_becomes_a_picture_of_dark_lines_on_white():
    made = drawing.picture(drawing.lines_of(LINES))
    image = Image.open(io.BytesIO(made))
    assert image.size == (drawing.WIDTH, drawing.HEIGHT)
    assert image.tobytes()[0] == 255
    assert min(image.tobytes()) < 60


def test_more_lines_than_a_hand_makes_are_refused():
    many = json.dumps([[1, 1, 2, 2]] * (drawing.MOST_LINES + 1))
    with pytest.raises(drawing.NotADrawing):
        drawing.lines_of(many)

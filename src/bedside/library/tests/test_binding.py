"""A form is bound to pictures of the library: chosen, seen before signing, and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.urls import reverse

from bedside.consents import verbs
from bedside.consents.models import Authorization
from bedside.consents.pictures import MOST, coded
from bedside.consents.recording import NotPossible
from bedside.consents.signing import links, pdf
from bedside.consents.tests import forms_to_sign
from bedside.consents.tests.cast import drafted, signed
from bedside.consents.tests.forms_to_sign import agree, seated
from bedside.consents.tests.reading_pdf import text_of, without_blanks
from bedside.consents.tests.visiting import browser, filled_in, get, post, to
from bedside.guard.images.tests.pictures import photo
from bedside.library import deciding
from bedside.library import verbs as library
from bedside.library.gating import refusals
from bedside.library.models import Asset
from bedside.library.queries import boxes_of
from bedside.library.tests.groups import face, fresh, group
from bedside.library.tests.settling import settle
from bedside.records.models import Entry

if TYPE_CHECKING:
    from bedside.orgs.models import Membership

__all__ = ["group"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def walk(bob: Membership) -> Asset:
    """A picture about which nothing is open."""
    return settle(bob, library.add_picture(by=bob, name="walk.jpg", content=photo(), alt="A walk"))


@pytest.fixture
def hall(bob: Membership, walk: Asset) -> Asset:
    made = library.add_picture(by=bob, name="hall.jpg", content=photo(300, 200), alt="A hall")
    other = f"{(walk.hash64 or 0) ^ 0xFFFF:016x}"
    Asset.objects.filter(pk=settle(bob, made).pk).update(phash=other)
    return fresh(made)


def bound(by: Membership, *assets: Asset, **more: Any) -> Authorization:
    return forms_to_sign.form(by, assets=[asset.hash64 for asset in assets], **more)


def shown(client: Client, number: int = 1) -> Any:
    return client.get(reverse("signing:picture", kwargs={"number": number}))


def test_pictures_are_chosen_by_thumbnail_and_kept_by_their_hashes(bob, walk, hall):
    page = get(bob, to("new"))
    for asset in (walk, hall):
        address = reverse(
            "library:thumb", kwargs={"slug": "cedar-hollow-family-clinic"} | {"pk": asset.pk}
        )
        assert address in page
    answer = post(bob, to("new"), **filled_in(assets=[walk.phash]))
    form = Authorization.objects.get()
    assert form.assets == [walk.hash64]
    leaf = answer.content.decode()
    assert "These pictures, and no others" in leaf
    assert "One picture, and no others" in leaf
    assert "We would show only the picture on this page, and no other." in leaf
    assert f'value="{walk.phash}" checked' in get(bob, to("change", pk=form.pk))
    post(bob, to("change", pk=form.pk), **filled_in(assets=[]))
    form.refresh_from_db()
    assert form.assets == []


def test_pictures_are_found_by_name_and_what_is_chosen_stays(bob, walk, hall):
    found = browser(bob).post(to("pictures"), {"words": "hall", "assets": [walk.phash]})
    page = found.content.decode()
    assert f'value="{walk.phash}" checked' in page
    assert f'value="{hall.phash}">' in page
    nothing = browser(bob).post(to("pictures"), {"words": "harbor"}).content.decode()
    assert "No picture is called so." in nothing
    assert browser(bob).get(to("pictures")).status_code == 405


def test_without_javascript_the_whole_form_comes_back_as_it_stood(bob, walk, hall):
    sent = filled_in(assets=[walk.phash], words="hall", looked="1", name="Zoe Quill")
    page = post(bob, to("new"), **sent).content.decode()
    assert 'value="Zoe Quill"' in page
    assert f'value="{walk.phash}" checked' in page
    assert f'value="{hall.phash}">' in page
    assert not Authorization.objects.exists()


def test_a_picture_of_another_clinic_cannot_be_chosen(bob, charlie, walk):
    theirs = settle(
        charlie, library.add_picture(by=charlie, name="x.jpg", content=photo(200, 100), alt="X")
    )
    answer = post(bob, to("new"), **filled_in(assets=[theirs.phash]))
    assert answer.status_code == 422
    assert "not on the list any more" in answer.content.decode()
    assert "x.jpg" not in get(bob, to("new"))


def test_a_form_names_no_more_pictures_than_somebody_looks_at(bob, walk):
    with pytest.raises(NotPossible, match="at most 12 pictures"):
        drafted(bob, assets=range(MOST + 1))


def test_the_person_sees_the_pictures_and_their_copy_holds_them(alice, walk):
    form = bound(alice, walk)
    client = seated(alice, form)
    for step in ("read", "decide"):
        page = client.get(reverse(f"signing:{step}")).content.decode()
        assert "These pictures, and no others" in page
        assert reverse("signing:picture", kwargs={"number": 1}) in page
    assert shown(client)["Content-Type"] == walk.mime
    assert shown(client, 2).status_code == 404
    assert agree(client).status_code == 302
    assert shown(client).status_code == 200
    kept = links.kept_document(Authorization.objects.get(pk=form.pk))
    assert kept is not None
    assert b"/Subtype/Image" in kept.replace(b" ", b"")
    assert without_blanks("These pictures, and no others") in text_of(kept)
    said = Entry.objects.get(subject=form.subject, verb="authorization.presented")
    assert said.facts["pictures"] == [walk.sha256]


def test_an_empty_form_to_sign_on_paper_shows_them_too(alice, walk, hall):
    paper = text_of(pdf.document(bound(alice, walk, hall, language="es"), None))
    assert without_blanks("Estas fotos, y ninguna otra") in paper


def test_nobody_else_sees_the_pictures_of_a_form(alice, walk):
    form = bound(alice, walk)
    seated(alice, form)
    assert shown(Client()).status_code == 410
    assert shown(seated(alice, form, born="")).status_code == 410


def test_a_picture_with_somebody_else_open_in_it_is_shown_to_nobody(nora, group):
    form = bound(nora, group)
    with pytest.raises(NotPossible, match="Picture 1: More is open in it than one face"):
        verbs.present(by=nora, authorization=form)
    deciding.dismiss(by=nora, box=face(group, 2), reason="drawing")
    verbs.present(by=nora, authorization=form)


def test_a_picture_that_changed_while_it_was_read_is_not_signed(alice, walk):
    form = bound(alice, walk)
    client = seated(alice, form)
    sent = forms_to_sign.filled_in(client)
    library.delete(by=alice, asset=walk)
    answer = client.post(reverse("signing:decide"), sent)
    assert answer.status_code == 422
    assert getattr(Authorization.objects.get(pk=form.pk), "signature", None) is None


def test_a_picture_that_is_gone_from_the_library_is_still_named(bob, nora, walk):
    form = drafted(bob, assets=[walk.hash64])
    library.delete(by=nora, asset=walk)
    page = get(bob, to("change", pk=form.pk))
    assert "Not in the library any more" in page
    assert f'value="{coded(form.assets)[0]}" checked' in page
    with pytest.raises(NotPossible, match="not in the library any more"):
        verbs.present(by=bob, authorization=form)


def test_the_form_covers_this_picture_and_its_smaller_copies_and_no_other(bob, walk, hall):
    form = signed(bob, assets=[walk.hash64])
    for asset, said in (
        (walk, []),
        (hall, [f"{form.reference}: The form is for another picture."]),
    ):
        assert refusals(asset, boxes_of(fresh(asset)), form, "practice") == said
    walk.phash = f"{(walk.hash64 or 0) ^ 0b111:016x}"
    assert refusals(walk, boxes_of(fresh(walk)), form, "practice") == []

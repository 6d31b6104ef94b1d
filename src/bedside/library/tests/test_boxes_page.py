from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bedside.guard.images.boxes import Box as Place
from bedside.guard.images.findings import Face, Scan
from bedside.guard.images.tests.pictures import photo
from bedside.library import looking, verbs
from bedside.library.models import Asset
from bedside.library.tests.settling import seen, settle

if TYPE_CHECKING:
    from bedside.orgs.models import Membership

from bedside.library.tests.looks import (
    BASE,
    FULL,
    QUICK,
    SECRET_LINE,
    asset,
    box,
    boxed,
    claimed,
    client_of,
)

__all__ = ["asset", "boxed"]


def test_each_box_is_a_button_with_a_name(bob: Membership, boxed: Asset):
    page = client_of(bob).get(f"{BASE}/{boxed.pk}/").content.decode()
    for name in ("Face 1, open", "Text T2, nothing to cover", "Code C1, nothing to cover"):
        assert f'aria-label="{name}"' in page
    assert " style=" not in page
    assert SECRET_LINE not in page


@pytest.mark.parametrize("sent", [{}, {"HX-Request": "true"}])
def test_a_page_decides_with_and_without_a_script(
    bob: Membership, boxed: Asset, sent: dict[str, str]
):
    client = client_of(bob)
    for label, form in (
        ("1", {"do": "mosaic"}),
        ("2", {"do": "dismiss", "reason": "not_a_face"}),
        ("T1", {"do": "cover"}),
    ):
        words = form | {"box": box(boxed, label).pk}
        client.post(f"{BASE}/{boxed.pk}/boxes/", words, headers=sent, follow=True)
    client.post(f"{BASE}/{boxed.pk}/boxes/", {"do": "cover_all"}, headers=sent)
    client.post(f"{BASE}/{boxed.pk}/boxes/", {"do": "answer", "recognisable": "no"}, headers=sent)
    states = {one.label: one.how or one.reason for one in boxed.boxes.all()}
    assert (states["1"], states["2"], states["T1"], states["T3"]) == (
        "mosaic",
        "not_a_face",
        "solid",
        "solid",
    )
    boxed.refresh_from_db()
    assert boxed.recognisable == "no"


@pytest.mark.parametrize(
    "form",
    [
        {"do": "draw", "kind": "face", "x": "nan", "y": "1", "w": "2", "h": "3"},
        {"do": "draw", "kind": "face", "x": "1"},
        {"do": "draw", "kind": "soul", "x": "1", "y": "1", "w": "2", "h": "3"},
        {"do": "cover", "box": "999999"},
        {"do": "cover", "box": "9" * 40},
        {"do": "link"},
        {"do": "burn"},
        {"do": "answer", "recognisable": "perhaps"},
        {"do": "undo"},
        {},
    ],
)
def test_what_makes_no_sense_is_refused_with_a_reason(
    bob: Membership, boxed: Asset, form: dict[str, str]
):
    page = client_of(bob).post(f"{BASE}/{boxed.pk}/boxes/", form, headers={"HX-Request": "true"})
    assert page.status_code == 200
    assert 'class="wrong"' in page.content.decode()


def test_a_page_that_asks_again_gets_nothing_until_something_changed(bob: Membership, asset: Asset):
    client = client_of(bob)
    page = client.get(f"{BASE}/{asset.pk}/").content.decode()
    address = page.partition('hx-get="')[2].partition("work/?seen=")[2].partition('"')[0]
    again = f"{BASE}/{asset.pk}/work/?seen={address.partition('&')[0]}"
    assert client.get(again).status_code == 204
    looking.keep(claimed(asset), QUICK)
    fresh = client.get(again)
    assert "Still checking text" in fresh.content.decode()
    looking.keep(claimed(asset), FULL)
    assert 'hx-trigger="every' not in client.get(again).content.decode()


def test_a_description_is_read_by_the_guard_as_it_is_written(bob: Membership, asset: Asset):
    client = client_of(bob)
    words = {"alt": "Our patient Maria Lopez, born 03/14/1951, after her surgery.", "name": "x"}
    assert 'class="wrong"' in client.post(f"{BASE}/{asset.pk}/words/", words).content.decode()
    saved = client.post(f"{BASE}/{asset.pk}/", words, follow=True).content.decode()
    assert 'class="wrong"' in saved
    harmless = client.post(f"{BASE}/{asset.pk}/words/", {"alt": "A lamp beside a bed."})
    assert 'class="wrong"' not in harmless.content.decode()


def test_text_with_too_little_contrast_is_warned_about(bob: Membership, boxed: Asset):
    page = client_of(bob).get(f"{BASE}/{boxed.pk}/").content.decode()
    assert "1 line of text in it has too little contrast" in page


def test_a_picture_that_is_here_already_is_pointed_at(bob: Membership, asset: Asset):
    seen(asset, QUICK)
    other = verbs.add_picture(by=bob, name="smaller.jpg", content=photo(200, 150))
    seen(other, Scan(200, 150, 0xF00D ^ 0b111, full=True))
    page = client_of(bob).get(f"{BASE}/{other.pk}/").content.decode()
    assert "You have this already" in page


@pytest.mark.parametrize("number", [1, 200])
def test_a_picture_costs_the_same_for_many_boxes(
    bob: Membership, asset: Asset, number: int, django_assert_max_num_queries
):
    faces = tuple(
        Face(Place((n % 20) / 20, (n // 20) / 20, 0.04, 0.04), 0.9) for n in range(number)
    )
    settle(bob, asset)
    Asset.objects.filter(pk=asset.pk).update(look="quick")
    looking.keep(claimed(asset), Scan(320, 240, 1, faces=faces, full=True))
    client = client_of(bob)
    with django_assert_max_num_queries(15):
        page = client.get(f"{BASE}/{asset.pk}/").content.decode()
    assert page.count("data-box") == number

"""Somebody stops it: the page of their word, the places, and the letter."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
import time_machine

from bedside.consents.models import Authorization, Revocation
from bedside.consents.progress import Step, progress
from bedside.consents.queries import Status, status_of
from bedside.consents.tests.cast import signed
from bedside.consents.tests.visiting import (
    browser,
    get,
    listed,
    post,
    to,
    wish,
)

pytestmark = pytest.mark.django_db


def test_somebody_stops_it_and_the_clock_and_the_places_are_shown(nora):
    form = signed(nora)
    lines = "A flyer at the desk\n\nMill Pond shared it"
    answer = post(nora, to("stop", pk=form.pk), **wish(elsewhere=lines))
    page = answer.content.decode()
    assert "Stopped. Nothing new uses it from now on." in page
    assert "A flyer at the desk" in page
    assert "0 of 2 done" in page
    assert re.search(r"<b>23 h \d\d min left</b>", page)
    assert "2 places are still open" in page
    assert status_of(Authorization.objects.get()) is Status.REVOKED


def test_a_stop_may_cover_some_places_only_or_paid_use_only(nora):
    some, paid = signed(nora), signed(nora, paid=True)
    post(nora, to("stop", pk=some.pk), **wish(scope="networks", networks=["facebook"]))
    post(nora, to("stop", pk=paid.pk), **wish(scope="paid"))
    assert Revocation.objects.get(authorization=some).networks == ["facebook"]
    assert Revocation.objects.get(authorization=paid).paid_only
    assert "Only Facebook" in get(nora, to("open", pk=some.pk))


@pytest.mark.parametrize(
    ("given", "cure"),
    [
        ({"day": "2199-01-01"}, "This moment is still to come."),
        ({"day": "2020-01-01"}, "This is before it was signed."),
        ({"scope": "networks"}, "Choose the places"),
        ({"elsewhere": "x" * 201}, "A line may have 200 characters."),
        ({"how": "link"}, "not one of the available choices"),
    ],
)
def test_a_stop_that_cannot_be_meant_is_told_and_changes_nothing(nora, given, cure):
    form = signed(nora)
    answer = post(nora, to("stop", pk=form.pk), **wish(**given))
    assert answer.status_code == 422
    assert cure in answer.content.decode()
    assert not Revocation.objects.exists()


@time_machine.travel("2026-11-20T18:30:00+00:00", tick=True)
def test_the_moment_of_a_stop_is_on_the_clinics_own_clocks(nora):
    form = signed(nora, expires_on=date(2027, 11, 1))
    post(nora, to("stop", pk=form.pk), **wish(day="2026-11-20", time="12:15"))
    assert Revocation.objects.get().received_at == datetime(2026, 11, 20, 18, 15, tzinfo=UTC)


def test_a_place_is_said_to_be_gone_and_that_is_taken_back(nora):
    form = signed(nora)
    post(nora, to("stop", pk=form.pk), **wish(elsewhere="A flyer"))
    revocation = Revocation.objects.get()
    place = revocation.takedowns.get()
    answer = post(nora, to("gone", pk=place.pk))
    page = answer.content.decode()
    assert "Noted: it is gone there." in page
    assert f'action="{to("there", pk=place.pk)}"' in page
    assert progress(revocation)[0].step is Step.GONE
    post(nora, to("there", pk=place.pk))
    assert progress(revocation)[0].step is Step.BY_HAND


def test_a_place_is_added_later(nora):
    form = signed(nora)
    post(nora, to("stop", pk=form.pk), **wish())
    revocation = Revocation.objects.get()
    answer = post(nora, to("elsewhere", pk=revocation.pk), place="A poster in the hall")
    assert "A poster in the hall" in answer.content.decode()
    assert post(nora, to("elsewhere", pk=revocation.pk), place="").status_code == 422


def test_the_letter_waits_until_every_place_is_settled(nora):
    form = signed(nora)
    post(nora, to("stop", pk=form.pk), **wish(elsewhere="A flyer"))
    revocation = Revocation.objects.get()
    assert post(nora, to("told", pk=revocation.pk)).status_code == 422
    post(nora, to("gone", pk=revocation.takedowns.get().pk))
    page = get(nora, to("open", pk=form.pk))
    assert to("letter", pk=revocation.pk) in page
    assert browser(nora).get(to("letter", pk=revocation.pk)).content.startswith(b"%PDF-")
    assert "Told" in post(nora, to("told", pk=revocation.pk)).content.decode()
    assert listed(get(nora, to("index"))) == []
    assert listed(get(nora, to("index") + "?tab=ended")) == [form.pk]

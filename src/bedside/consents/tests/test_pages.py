"""The ledger, and one form beside it: what is listed, found, shown and told."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bedside.conftest import person
from bedside.consents import verbs
from bedside.consents.history import SENTENCES
from bedside.consents.ledger import waiting
from bedside.consents.models import Authorization
from bedside.consents.tests.cast import drafted, signed
from bedside.consents.tests.visiting import (
    NAME,
    browser,
    get,
    listed,
    post,
    to,
    wish,
)
from bedside.orgs.permissions import Role
from bedside.orgs.verbs import add_member
from bedside.records.queries import timeline

if TYPE_CHECKING:
    from bedside.orgs.models import Membership

pytestmark = pytest.mark.django_db


@pytest.fixture
def auditor(alice: Membership) -> Membership:
    return add_member(by=alice, user=person("Ivy"), role=Role.AUDITOR)


def test_the_ledger_groups_what_is_stopped_what_ends_what_holds_and_what_is_open(nora):
    soon = signed(nora, expires_on=timezone.now().date() + timedelta(days=9))
    holds, draft = signed(nora), drafted(nora)
    stopped = signed(nora)
    verbs.revoke(by=nora, authorization=stopped, how="phone", received_at=timezone.now())
    page = get(nora, to("index"))
    assert listed(page) == [stopped.pk, soon.pk, holds.pk, draft.pk]
    titles = [page.index(f"{title}<span") for title in ("Stop asked for", "Ends within 30 days")]
    titles += [page.index(f"{title}<span") for title in ("Valid", "Not finished")]
    assert titles == sorted(titles)
    assert re.search(r'<b class="num">2</b>people covered', page)


def test_what_has_ended_stands_under_a_tab_of_its_own(nora):
    over, holds = signed(nora), signed(nora)
    ended = timezone.now().date() - timedelta(days=2)
    Authorization.objects.filter(pk=over.pk).update(expires_on=ended)
    assert over.pk not in listed(get(nora, to("index")))
    assert listed(get(nora, to("index") + "?tab=ended")) == [over.pk]
    assert holds.pk in listed(get(nora, to("index")))


def test_the_ledger_is_narrowed_to_staff_and_to_a_place(nora):
    clinic = nora.organisation
    staff = signed(nora, kind="staff", staff=clinic.staff.get().pk, networks=["linkedin"])
    patient = signed(nora, networks=["facebook"])
    assert listed(get(nora, to("index") + "?tab=staff")) == [staff.pk]
    assert listed(get(nora, to("index") + "?network=facebook")) == [patient.pk]
    assert listed(get(nora, to("index") + "?network=nowhere")) == []


@pytest.mark.parametrize("query", ["tab=what", "tab=%00", "network=%3Cscript%3E", "tab=&in=xx"])
def test_an_address_of_nothing_breaks_nothing(nora, query):
    form = signed(nora)
    assert browser(nora).get(f"{to('index')}?{query}").status_code == 200
    assert browser(nora).get(f"{to('open', pk=form.pk)}?{query}").status_code == 200


def test_names_are_looked_for_by_post_and_stand_in_no_address(nora):
    found, other = signed(nora, {"name": "Quincunx Ruiz"}), signed(nora)
    answer = post(nora, to("index"), words="quincunx")
    assert listed(answer.content.decode()) == [found.pk]
    assert listed(post(nora, to("index"), words=other.reference).content.decode()) == [other.pk]
    pages = [answer.content.decode(), get(nora, to("open", pk=found.pk))]
    for page in pages:
        addresses = re.findall(r'(?:href|action|hx-post)="([^"]*)"', page)
        assert [one for one in addresses if "uincunx" in one] == []
        assert "Quincunx" not in re.findall(r"<title>(.*?)</title>", page)[0]


def test_the_navigation_counts_what_waits_for_those_who_may_act(nora, auditor):
    copyless = signed(nora)
    Authorization.objects.filter(pk=copyless.pk).update(copy_given_at=None)
    stopped = signed(nora)
    verbs.revoke(by=nora, authorization=stopped, how="phone", received_at=timezone.now())
    signed(nora)
    assert {name: rows.count() for name, rows in waiting(nora).items()} == {
        "wishes": 1,
        "copies": 1,
        "papers": 0,
    }
    assert waiting(auditor) == {}
    assert '<span class="vh">, waiting for you: </span>2</span>' in get(nora, to("index"))


def test_everything_that_happened_is_told_in_words_and_names_nobody(nora):
    form = signed(nora)
    post(nora, to("stop", pk=form.pk), **wish(elsewhere="A flyer"))
    page = get(nora, to("open", pk=form.pk))
    happened = [event.verb for event in timeline(nora.organisation_id, form.subject)]
    assert [verb for verb in happened if verb not in SENTENCES] == []
    history = page[page.index('id="history"') :]
    assert "Nora prepared the form" in history
    assert "The person stopped it" in history
    assert NAME not in history


def test_the_ledger_costs_no_more_for_more_rows(nora):
    signed(nora)
    client = browser(nora)
    client.get(to("index"))
    with CaptureQueriesContext(connection) as few:
        client.get(to("index"))
    for _ in range(5):
        signed(nora)
    with CaptureQueriesContext(connection) as many:
        client.get(to("index"))
    assert len(many) == len(few)

"""A tablet of the clinic: who may hand it over, and what it keeps of whoever had it."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bedside.conftest import PASSWORD, person
from bedside.consents.models import SigningLink
from bedside.consents.queries import authorizations
from bedside.consents.signing import links, sitting
from bedside.consents.tests.forms_to_sign import NAME, SLUG, agree, form
from bedside.orgs.permissions import Role
from bedside.orgs.verbs import add_member
from bedside.records.models import Entry

pytestmark = pytest.mark.django_db
FORGET = '"cache", "storage"'


@pytest.fixture
def waiting(alice):
    return form(alice)


@pytest.fixture
def handed_over(nora, waiting):
    client = browser(nora)
    client.post(tablet(waiting), {"known_by": "known_here"})
    return client


def browser(member) -> Client:
    client = Client()
    client.login(email=member.user.email, password=PASSWORD)
    return client


def tablet(authorization, slug=SLUG) -> str:
    return reverse("signing:tablet", kwargs={"slug": slug, "pk": authorization.pk})


def later(span):
    return time_machine.travel(timezone.now() + span, tick=False)


def test_it_is_handed_over_with_nobody_signed_in(nora, waiting):
    client = browser(nora)
    answer = client.post(tablet(waiting), {"known_by": "photo_id"})
    assert answer["Clear-Site-Data"] == '"cache"'
    assert "_auth_user_id" not in client.session
    assert client.get(f"/{SLUG}/").status_code == 302
    agree(client)
    signature = authorizations(waiting.organisation).get(pk=waiting.pk).signature
    assert (signature.known_by, signature.checked_by) == ("photo_id", nora.user)


def test_it_keeps_no_copy(handed_over, waiting):
    agree(handed_over)
    assert handed_over.post(reverse("signing:document")).status_code == 410
    handed_over.post(reverse("signing:paper"))
    assert Entry.objects.latest("seq").verb == "authorization.paper_asked"
    handed_over.post(reverse("signing:done"))
    end = handed_over.get(reverse("signing:end"))
    assert NAME not in end.content.decode()
    assert end["Clear-Site-Data"] == FORGET
    assert handed_over.get(reverse("signing:copy")).status_code == 410


def test_it_shows_what_was_signed_for_two_minutes_and_closes_by_itself(handed_over):
    agree(handed_over)
    copy = handed_over.get(reverse("signing:copy"))
    seconds, address = copy["Refresh"].split("; url=")
    assert 110 < int(seconds) <= 120
    with later(sitting.TABLET_SHOWS):
        late = handed_over.get(reverse("signing:copy"))
        assert (late.status_code, late["Clear-Site-Data"]) == (410, FORGET)
        assert NAME not in late.content.decode()
        end = handed_over.get(address, follow=True)
    assert end.redirect_chain[-1][0] == reverse("signing:end")
    assert end["Clear-Site-Data"] == FORGET
    assert handed_over.session["signing"]["link"] == 0


def test_whoever_reads_slowly_gets_two_minutes_more_as_often_as_ten_times(handed_over):
    agree(handed_over)
    for _ in range(sitting.MOST_LONGER + 2):
        handed_over.post(reverse("signing:longer"))
    assert handed_over.get(reverse("signing:copy")).context["may_stay"] is False
    longest = sitting.TABLET_SHOWS * (1 + sitting.MOST_LONGER)
    with later(longest - timedelta(seconds=5)):
        assert handed_over.get(reverse("signing:copy")).status_code == 200
    with later(longest):
        assert handed_over.post(reverse("signing:longer")).status_code == 410


def test_nothing_closes_before_it_is_signed(handed_over):
    assert handed_over.get(reverse("signing:done")).status_code == 410
    assert agree(handed_over).status_code == 302


def test_nobody_hands_over_without_knowing_who_it_is(nora, waiting):
    client = browser(nora)
    client.post(tablet(waiting))
    assert "_auth_user_id" in client.session
    assert SigningLink.objects.count() == 0


@pytest.mark.parametrize("role", [Role.WRITER, Role.AGENCY])
def test_nobody_opens_the_form_of_a_person_they_may_not_see(alice, waiting, role):
    otto = add_member(by=alice, user=person("Otto"), role=role)
    assert browser(otto).post(tablet(waiting), {"known_by": "photo_id"}).status_code == 403
    with pytest.raises(PermissionDenied):
        links.make_link(by=otto, authorization=waiting, on_tablet=True)
    assert SigningLink.objects.count() == 0
    own = form(otto)
    assert browser(otto).post(tablet(own), {"known_by": "photo_id"}).status_code == 302


def test_charlie_opens_nobodys_form(charlie, waiting):
    client = browser(charlie)
    for slug in (SLUG, charlie.organisation.slug):
        assert client.post(tablet(waiting, slug), {"known_by": "photo_id"}).status_code == 404
    assert SigningLink.objects.count() == 0

"""Whose law holds: chosen by owner or privacy officer, recorded, for one clinic, at every check."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from bedside.guard import Draft, Kind, Severity, Verdict, check
from bedside.orgs.permissions import ALLOWED, Role, Verb
from bedside.orgs.verbs import choose_jurisdictions
from bedside.posts import drafts
from bedside.posts.content import Content
from bedside.records.queries import latest
from bedside.rulebook.models import Choice
from bedside.rulebook.queries import settings_at_sending, settings_of
from bedside.rulebook.verbs import NotAllowed, set_rule

pytestmark = pytest.mark.django_db
BEST = "We are the best clinic in the valley. Come and see the garden."


@pytest.fixture
def at(alice):
    """Return the address of a page of Cedar Hollow."""
    slug = alice.organisation.slug
    return lambda name, **kwargs: reverse(name, kwargs={"slug": slug, **kwargs})


def choose(by, *places, part_two=False):
    chosen = choose_jurisdictions(by=by, places=places, treats_substance_use=part_two)
    by.organisation.refresh_from_db()
    return chosen


def test_federal_law_holds_where_nobody_chose(clinic):
    assert clinic.law == ("us",)
    assert settings_of(clinic).jurisdictions == {"us"}


def test_a_privacy_officer_chooses_and_it_is_recorded(nora):
    assert choose(nora, "us-tx", part_two=True)
    assert nora.organisation.law == ("us", "us-tx", "us-part-2")
    entry = latest(nora.organisation_id, 1)[0]
    assert entry.verb == "organisation.jurisdictions_chosen"
    assert entry.facts == {"places": ["us", "us-tx"], "part_2": True}


def test_choosing_the_same_again_changes_and_records_nothing(nora):
    choose(nora, "us-tx")
    before = latest(nora.organisation_id, 1)[0].seq
    assert not choose(nora, "us-tx")
    assert latest(nora.organisation_id, 1)[0].seq == before


@pytest.mark.parametrize("places", [(), ("narnia",)])
def test_no_place_and_an_unknown_one_are_refused(nora, places):
    with pytest.raises(ValueError, match=r"at least one place|no jurisdiction"):
        choose(nora, *places)
    nora.organisation.refresh_from_db()
    assert nora.organisation.law == ("us",)


@pytest.mark.parametrize("role", sorted(set(Role) - ALLOWED[Verb.SET_RULES]))
def test_others_may_not_choose(bob, role):
    bob.role = role
    with pytest.raises(PermissionDenied):
        choose(bob, "uk")


def test_what_another_clinic_chooses_changes_nothing_here(clinic, charlie):
    choose(charlie, "ca-on", part_two=True)
    clinic.refresh_from_db()
    assert settings_of(clinic).jurisdictions == {"us"}


def test_a_writer_sees_what_holds_and_cannot_choose(client, nora, bob, at):
    choose(nora, "au")
    client.force_login(bob.user)
    page = client.get(at("orgs:jurisdictions")).content.decode()
    assert "Section 133 of the Health Practitioner Regulation National Law" in page
    assert 'name="places"' not in page
    assert client.post(at("orgs:jurisdictions"), {"places": ["uk"]}).status_code == 403


def test_somebody_who_works_elsewhere_sees_nothing(client, charlie, at):
    client.force_login(charlie.user)
    assert client.get(at("orgs:jurisdictions")).status_code == 404
    assert client.post(at("orgs:jurisdictions"), {"places": ["uk"]}).status_code == 404


def test_the_page_saves_what_is_ticked(client, nora, at):
    client.force_login(nora.user)
    told = {"places": ["us-wa"], "treats_substance_use": "on"}
    page = client.post(at("orgs:jurisdictions"), told, follow=True).content.decode()
    nora.organisation.refresh_from_db()
    assert nora.organisation.law == ("us", "us-wa", "us-part-2")
    assert "My Health My Data Act" in page
    assert 'value="us-wa" checked' in page


def test_the_page_asks_for_a_place_at_least(client, nora, at):
    client.force_login(nora.user)
    answer = client.post(at("orgs:jurisdictions"), {})
    assert answer.status_code == 422
    assert "Choose at least one place." in answer.content.decode()


def test_the_composers_check_goes_by_the_law_of_the_place(nora):
    before = drafts.verdict(drafts.read(Content(BEST), nora.organisation))
    choose(nora, "ca-on")
    after = drafts.verdict(drafts.read(Content(BEST), nora.organisation))
    assert (before, after) == (Verdict.WARN, Verdict.BLOCK)


def test_a_program_for_substance_use_may_not_thank_for_being_chosen(nora):
    reply = Draft("Thanks for choosing us!", kind=Kind.REVIEW_REPLY)
    before = check(reply, settings_of(nora.organisation)).verdict
    choose(nora, "us", part_two=True)
    after = check(reply, settings_of(nora.organisation)).verdict
    assert (before, after) == (Verdict.WARN, Verdict.BLOCK)


def test_sending_asks_with_the_law_of_the_place(nora):
    choose(nora, "uk")
    settings, anew = settings_at_sending(nora.organisation)
    assert settings.jurisdictions == {"uk"}
    assert not anew


@pytest.mark.parametrize("choice", [Choice.WARN, Choice.INFO, Choice.OFF])
def test_a_rule_cannot_be_set_below_the_law_of_the_place(nora, choice):
    choose(nora, "ca-on")
    with pytest.raises(NotAllowed, match=r"C006 cannot be set below .* Ontario"):
        set_rule(by=nora, code="C006", choice=choice, note="We are.", base=None)


def test_what_was_chosen_before_holds_down_to_the_floor(nora):
    set_rule(by=nora, code="C006", choice=Choice.OFF, note="We are.", base=None)
    choose(nora, "ca-on")
    block = check(Draft(BEST, kind=Kind.AD), settings_of(nora.organisation)).findings
    assert Severity.ERROR in {finding.severity for finding in block if finding.code == "C006"}


def test_a_rules_page_names_the_law_and_where_alone_it_holds(client, nora, at):
    client.force_login(nora.user)
    page = client.get(at("rulebook:rule", code="M023")).content.decode()
    assert "Only under the law of Washington" in page
    assert "it must change" not in page
    choose(nora, "us-wa")
    page = client.get(at("rulebook:rule", code="M023")).content.decode()
    assert "<b>Washington</b>: it must change" in page

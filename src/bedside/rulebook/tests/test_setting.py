"""How hard a rule stops: within the law's floor, with a note, recorded, undone, for one clinic."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from bedside.guard import Severity
from bedside.guard.registry import all_rules
from bedside.orgs.permissions import ALLOWED, Role, Verb
from bedside.records.queries import body, timeline
from bedside.rulebook import floors
from bedside.rulebook.catalogue import cards
from bedside.rulebook.models import Choice, Setting
from bedside.rulebook.queries import digest_of, settings_at_sending, settings_of
from bedside.rulebook.verbs import ChangedMeanwhile, NotAllowed, set_rule, undo

pytestmark = pytest.mark.django_db
NOTE = "Our readers asked for it."


def put(by, code, choice, base=None, note=NOTE):
    return set_rule(by=by, code=code, choice=choice, note=note, base=base)


def with_floor(floor):
    return next(rule for rule in all_rules() if rule.floor is floor and rule.severity == "error")


@pytest.mark.parametrize(
    ("choice", "severity"),
    [(Choice.ERROR, Severity.ERROR), (Choice.WARN, Severity.WARN), (Choice.INFO, Severity.INFO)],
)
def test_a_rule_without_a_floor_can_stop_as_hard_as_one_likes(nora, clinic, choice, severity):
    put(nora, "W004", choice)
    assert settings_of(clinic).severities == {"W004": severity}


def test_a_rule_can_be_switched_off_and_back(nora, clinic):
    off = put(nora, "T009", Choice.OFF)
    assert settings_of(clinic).off == {"T009"}
    put(nora, "T009", Choice.DEFAULT, base=off.pk)
    assert settings_of(clinic).off == frozenset()


@pytest.mark.parametrize("choice", [Choice.WARN, Choice.INFO, Choice.OFF])
def test_what_the_law_fixes_cannot_be_softened(nora, choice):
    with pytest.raises(NotAllowed, match=r"P014 cannot be .*The law is the floor: 45 CFR 164\.514"):
        put(nora, "P014", choice)
    assert not Setting.objects.exists()


@pytest.mark.parametrize("choice", [Choice.INFO, Choice.OFF])
def test_the_models_rule_goes_down_to_a_warning_and_not_further(nora, clinic, choice):
    with pytest.raises(NotAllowed, match="stop less hard, as a warning, but not as a hint"):
        put(nora, "D090", choice)
    put(nora, "D090", Choice.WARN)
    assert settings_of(clinic).severities == {"D090": Severity.WARN}


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_choice_is_lawful_or_says_why_not(rule):
    ranks = [Choice.OFF, Choice.INFO, Choice.WARN, Choice.ERROR]
    least = ranks.index(Choice(rule.floor.value)) if rule.floor else 0
    lawful = [floors.refusal(rule, choice) == "" for choice in ranks]
    assert lawful == [place >= least for place in range(len(ranks))]
    assert floors.refusal(rule, Choice.DEFAULT) == ""


def test_what_was_stored_below_a_floor_does_not_count(nora, clinic):
    rule = with_floor(Severity.ERROR)
    Setting.objects.create(
        organisation=clinic, code=rule.code, choice=Choice.OFF, note=NOTE, by=nora.user
    )
    assert settings_of(clinic).off == frozenset()


@pytest.mark.parametrize("role", sorted(ALLOWED[Verb.SET_RULES]))
def test_owners_and_privacy_officers_set_rules(bob, role):
    bob.role = role
    assert put(bob, "T009", Choice.OFF).by_id == bob.user_id


@pytest.mark.parametrize("role", sorted(set(Role) - ALLOWED[Verb.SET_RULES]))
def test_nobody_else_sets_rules(bob, nora, role):
    setting = put(nora, "A005", Choice.OFF)
    bob.role = role
    with pytest.raises(PermissionDenied):
        put(bob, "T009", Choice.OFF)
    with pytest.raises(PermissionDenied):
        undo(by=bob, setting=setting)
    assert [one.code for one in Setting.objects.all()] == ["A005"]


@pytest.mark.parametrize("note", ["", "   "])
def test_a_change_needs_its_reason(nora, note):
    with pytest.raises(NotAllowed, match="Say why"):
        put(nora, "T009", Choice.OFF, note=note)


def test_a_change_is_recorded_with_its_note_sealed(nora, clinic):
    put(nora, "T009", Choice.OFF)
    [event] = timeline(clinic.pk, "rule:T009")
    assert (event.actor, event.verb) == (f"user:{nora.user_id}", "rule.set")
    assert event.facts["before"] == "default"
    assert event.facts["after"] == "off"
    assert event.facts["bodies"] == [digest_of(NOTE)]
    assert body(clinic.pk, digest_of(NOTE)) == NOTE.encode()


def test_a_change_can_be_undone_which_is_recorded_too(nora, alice, clinic):
    setting = put(nora, "T009", Choice.OFF)
    back = undo(by=alice, setting=setting)
    assert settings_of(clinic).off == frozenset()
    assert (back.choice, back.before, back.by_id) == ("default", "off", alice.user_id)
    assert [event.verb for event in timeline(clinic.pk, "rule:T009")] == ["rule.set", "rule.undone"]
    undo(by=nora, setting=back)
    assert settings_of(clinic).off == {"T009"}


def test_only_the_newest_change_can_be_undone(nora, clinic):
    first = put(nora, "T009", Choice.OFF)
    put(nora, "T009", Choice.WARN, base=first.pk)
    with pytest.raises(ChangedMeanwhile), transaction.atomic():
        undo(by=nora, setting=first)
    assert settings_of(clinic).severities == {"T009": Severity.WARN}


@pytest.mark.parametrize("stale", ["none", "old"])
def test_two_officers_do_not_overwrite_each_other(nora, alice, clinic, stale):
    first = put(nora, "T009", Choice.OFF)
    put(alice, "T009", Choice.WARN, base=first.pk)
    seen = {"none": None, "old": first.pk}[stale]
    with pytest.raises(ChangedMeanwhile):
        put(nora, "T009", Choice.ERROR, base=seen)
    assert settings_of(clinic).severities == {"T009": Severity.WARN}
    assert Setting.objects.filter(ended_at=None).count() == 1


def test_what_is_set_so_already_is_no_change(nora):
    off = put(nora, "T009", Choice.OFF)
    with pytest.raises(NotAllowed, match="set so already"):
        put(nora, "T009", Choice.OFF, base=off.pk)
    with pytest.raises(NotAllowed, match="set so already"):
        put(nora, "A005", Choice.DEFAULT)


def test_another_clinic_keeps_its_own_rules(nora, charlie, clinic):
    setting = put(nora, "T009", Choice.OFF)
    assert settings_of(charlie.organisation).off == frozenset()
    with pytest.raises(Setting.DoesNotExist):
        undo(by=charlie, setting=setting)
    put(charlie, "T009", Choice.ERROR)
    assert settings_of(clinic).off == {"T009"}


def test_sending_reads_anew_only_where_a_rule_that_is_not_asked_again_was_touched(nora, clinic):
    assert settings_at_sending(clinic)[1] is False
    put(nora, "T002", Choice.ERROR)
    assert settings_at_sending(clinic)[1] is False
    softer = put(nora, "D090", Choice.WARN)
    assert settings_at_sending(clinic)[1] is False
    put(nora, "D090", Choice.DEFAULT, base=softer.pk)
    assert settings_at_sending(clinic)[1] is True


def test_every_rule_has_a_card():
    assert list(cards()) == [card.code for card in cards().values()]
    assert set(cards()) == {rule.code for rule in all_rules()}

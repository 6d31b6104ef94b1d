"""The page of all rules and the page of one: what is shown, found, set, undone and judged."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bedside.rulebook.book import LOUD
from bedside.rulebook.catalogue import cards, families
from bedside.rulebook.counting import count_hits
from bedside.rulebook.models import Choice, Dismissal, Setting, Stage
from bedside.rulebook.tests.conftest import WORDS, to
from bedside.rulebook.verbs import Stretch, agree, dismiss, overturn, set_rule

pytestmark = pytest.mark.django_db
ROW = re.compile(r'class="rule-row" href="[^"]*/rules/([A-Z]\d{3})/"')
NOTE = "Our voice may be playful."


def rows(answer):
    return ROW.findall(answer.content.decode())


def put(by, code, choice):
    return set_rule(by=by, code=code, choice=choice, note=NOTE, base=None)


def test_the_page_lists_every_rule_by_family(seen, bob):
    answer = seen(bob, to("index"))
    page = answer.content.decode()
    assert rows(answer) == list(cards())
    assert [one.name for one in families().values() if f"<b>{one.name}</b>" not in page] == []


@pytest.mark.parametrize("letter", list(families()))
def test_a_family_shows_its_own_rules_only(seen, bob, letter):
    found = rows(seen(bob, f"{to('index')}?family={letter}"))
    assert found == [code for code in cards() if code.startswith(letter)]


def test_rules_are_found_by_words_and_codes_which_stand_in_no_address(seen, bob):
    assert rows(seen(bob, to("index"), words="p014")) == ["P014"]
    assert "A005" in rows(seen(bob, to("index"), words="click here"))
    answer = seen(bob, to("index"), words=WORDS)
    assert rows(answer) == []
    assert "No rule here" in answer.content.decode()
    addresses = re.findall(r'(?:href|action|hx-post)="([^"]*)"', answer.content.decode())
    assert [one for one in addresses if WORDS in one] == []


def test_the_list_is_narrowed_to_what_was_changed_or_switched_off(seen, nora):
    put(nora, "T009", Choice.OFF)
    put(nora, "W004", Choice.ERROR)
    assert rows(seen(nora, to("index") + "?show=off")) == ["T009"]
    assert rows(seen(nora, to("index") + "?show=changed")) == ["W004"]
    assert "Changed by Nora" in seen(nora, to("index") + "?family=W").content.decode()


def test_the_list_is_narrowed_to_what_the_law_fixes(seen, bob):
    fixed = [code for code, card in cards().items() if card.rule.floor]
    assert rows(seen(bob, to("index") + "?show=fixed")) == fixed


@pytest.mark.parametrize(("show", "title"), [("off", "Every rule is"), ("found", "Nothing was")])
def test_an_empty_list_teaches(seen, bob, show, title):
    assert title in seen(bob, f"{to('index')}?show={show}").content.decode()


@pytest.mark.parametrize("query", ["family=Z", "show=what", "days=8", "days=x", "family=%00"])
def test_an_address_of_nothing_shows_everything(seen, bob, query):
    assert rows(seen(bob, f"{to('index')}?{query}")) == list(cards())


def test_hits_are_drawn_and_said(seen, bob, clinic):
    count_hits(clinic, ["T002"] * 3, Stage.HANDED_IN)
    count_hits(clinic, ["T002"], Stage.SENT)
    found = seen(bob, to("index") + "?show=found&days=7")
    assert rows(found) == ["T002"]
    assert 'aria-label="T002: 3 hits in 7 days: 0, 0, 0, 0, 0, 0, 3"' in found.content.decode()
    page = seen(bob, to("rule", code="T002")).content.decode()
    assert '<dt>Handed in</dt><dd class="num">3</dd>' in page
    assert '<dt>At sending, by network</dt><dd class="num">1</dd>' in page


def test_another_clinics_hits_settings_and_dismissals_are_not_here(
    seen, nora, charlie, clinic, dismissed
):
    count_hits(clinic, ["T002"], Stage.HANDED_IN)
    put(nora, "T009", Choice.OFF)
    other = to("index").replace(clinic.slug, charlie.organisation.slug)
    for show in ("found", "off", "changed", "dismissed"):
        assert rows(seen(charlie, f"{other}?show={show}")) == []
    for code in ("T002", "T009"):
        page = seen(charlie, f"{other}{code}/").content.decode()
        assert WORDS not in page
        assert NOTE not in page
        assert "Nora" not in page


@pytest.mark.parametrize("code", list(cards()))
def test_every_rule_has_a_page_with_reason_examples_source_and_floor(seen, nora, code):
    answer = seen(nora, to("rule", code=code))
    page = answer.content.decode()
    card = cards()[code]
    assert answer.status_code == 200
    assert page.count('<li class="is-block">') == len(card.page.flagged)
    assert page.count('<li class="is-clear">') == len(card.page.fine)
    assert ("The law is the floor" in page) is (card.rule.floor is not None)


@pytest.mark.parametrize("code", ["P999", "x", "p014", "index"])
def test_a_rule_that_is_none_has_no_page(seen, nora, code):
    assert seen(nora, to("rule", code=code)).status_code == 404
    assert seen(nora, to("set", code=code), choice="off", note=NOTE).status_code == 404


def test_nora_sets_a_rule_and_takes_it_back(seen, nora):
    page = seen(nora, to("set", code="T009"), choice="off", note=NOTE).content.decode()
    assert "T009 is set. It holds from now on." in page
    assert NOTE in page
    setting = Setting.objects.get(ended_at=None)
    page = seen(nora, to("undo", pk=setting.pk), go="1").content.decode()
    assert "Undone. T009 is as it was before." in page
    assert Setting.objects.get(ended_at=None).choice == "default"


def test_below_the_floor_the_page_says_why_not_and_keeps_what_was_typed(seen, nora):
    answer = seen(nora, to("set", code="D090"), choice="off", note="Too loud for us.")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Nothing was changed. D090 cannot be switched off." in page
    assert "Too loud for us." in page
    assert not Setting.objects.exists()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"choice": "off", "note": ""}, "Say why"),
        ({"note": NOTE, "choice": ""}, "Choose how hard"),
        ({"choice": "louder", "note": NOTE}, "Select a valid choice"),
        ({"choice": "off", "note": "x" * 501}, "at most 500"),
    ],
)
def test_what_is_not_complete_is_not_set(seen, nora, sent, said):
    answer = seen(nora, to("set", code="T009"), **sent)
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_a_page_that_is_not_new_any_more_overwrites_nothing(seen, nora, alice):
    put(alice, "T009", Choice.WARN)
    answer = seen(nora, to("set", code="T009"), choice="off", note=NOTE, base="")
    assert answer.status_code == 409
    assert Setting.objects.get(ended_at=None).choice == "warn"


def test_a_writer_reads_the_pages_and_sets_nothing(seen, bob, nora):
    page = seen(bob, to("rule", code="T009")).content.decode()
    assert "Set it</button>" not in page
    assert re.search(r"Alice or Nora can set\s+it\.", page)
    assert seen(bob, to("set", code="T009"), choice="off", note=NOTE).status_code == 403
    setting = put(nora, "T009", Choice.OFF)
    assert seen(bob, to("undo", pk=setting.pk), go="1").status_code == 403


def test_a_dismissal_waits_for_review_with_reason_and_words(seen, nora, dismissed):
    page = seen(nora, to("index")).content.decode()
    assert f"{WORDS}!!!" in page
    assert "Their banner says so." in page
    assert "Agree with Bob" in page


def test_nora_agrees(seen, nora, dismissed):
    page = seen(nora, to("judge", pk=dismissed.pk), verdict="agree", answer="Fine.")
    dismissed.refresh_from_db()
    assert (dismissed.state, dismissed.judged_by_id) == ("agreed", nora.user_id)
    assert "Agreed with Bob." in page.content.decode()


def test_nora_overturns_and_comes_back_to_where_she_was(seen, nora, dismissed):
    answer = seen(
        nora, to("judge", pk=dismissed.pk), verdict="overturn", answer="", back=to("index")
    )
    dismissed.refresh_from_db()
    assert dismissed.state == "overturned"
    assert answer.redirect_chain == [(to("index"), 302)]


def test_nobody_is_led_elsewhere(seen, nora, dismissed):
    answer = seen(nora, to("judge", pk=dismissed.pk), verdict="agree", back="https://evil.example/")
    assert answer.redirect_chain == [(to("rule", code="T002"), 302)]


def test_who_dismissed_it_reviews_it_not(seen, bob, nora, dismissed):
    assert "Agree with" not in seen(bob, to("index")).content.decode()
    assert seen(bob, to("judge", pk=dismissed.pk), verdict="agree").status_code == 403
    Dismissal.objects.update(by=nora.user)
    page = seen(nora, to("judge", pk=dismissed.pk), verdict="agree").content.decode()
    assert "somebody else must review it" in page
    dismissed.refresh_from_db()
    assert dismissed.state == "waiting"


def test_charlie_cannot_judge_from_his_own_clinic(seen, charlie, clinic, dismissed):
    address = to("judge", pk=dismissed.pk).replace(clinic.slug, charlie.organisation.slug)
    assert seen(charlie, address, verdict="agree").status_code == 404


def let_stand(bob, number):
    about = Stretch(f"post:{number}", 1, "text", "A005", "Click here")
    return dismiss(by=bob, about=about, reason="readers", note="One link only.")


def test_a_rule_that_everybody_dismisses_may_be_too_loud(seen, bob, nora):
    waiting = [let_stand(bob, number) for number in range(LOUD + 1)]
    for dismissal in waiting[:LOUD]:
        agree(by=nora, dismissal=dismissal)
    assert "Rules that may be too loud" in seen(nora, to("index")).content.decode()
    overturn(by=nora, dismissal=waiting[-1])
    assert "Rules that may be too loud" not in seen(nora, to("index")).content.decode()


def test_many_dismissals_and_changes_cost_no_more_queries(bob, nora):
    client = Client()
    client.force_login(nora.user)
    client.get(to("index"))
    with CaptureQueriesContext(connection) as few:
        client.get(to("index"))
    for number in range(30):
        let_stand(bob, number)
    for code in list(cards())[-6:]:
        put(nora, code, Choice.ERROR)
    with CaptureQueriesContext(connection) as many:
        client.get(to("index"))
    assert len(many) == len(few)
    assert len(many) <= 22

"""A form is asked for on the pages: filled in, read, sent to be signed, entered from paper."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from bedside.consents.ledger import waiting
from bedside.consents.models import Authorization, SigningLink
from bedside.consents.queries import Status, status_of
from bedside.consents.tests.cast import PAPER, drafted, signed
from bedside.consents.tests.visiting import (
    NAME,
    WORDS,
    browser,
    filled_in,
    get,
    post,
    to,
)
from bedside.records.queries import timeline

pytestmark = pytest.mark.django_db


def test_a_form_is_asked_for_and_read_with_its_reading_grade(bob):
    answer = post(bob, to("new"), **filled_in())
    form = Authorization.objects.get()
    assert answer.redirect_chain[-1][0] == to("open", pk=form.pk)
    page = answer.content.decode()
    assert form.person["name"] == NAME
    assert form.networks == ["print", "website"]
    assert "Complete. It waits for a signature." in page
    assert "Reads at school grade" in page
    assert "Have it signed on this tablet" in page


def test_an_unfinished_form_is_kept_and_says_what_is_missing(bob):
    answer = post(bob, to("new"), **filled_in(items=[], networks=[], expires_on=""))
    page = answer.content.decode()
    assert "The form does not say where it may be shown." in page
    assert "3 things are still missing" in page
    assert 'aria-disabled="true"' in page
    form = Authorization.objects.get()
    assert post(bob, to("link", pk=form.pk)).status_code == 422
    assert not SigningLink.objects.exists()


@pytest.mark.parametrize(
    ("field", "given", "cure"),
    [
        ("name", {"name": ""}, "Say who it is about."),
        ("born", {"born": "58"}, "Write the year with four digits"),
        ("expires_on", {"expires_on": "2020-01-01"}, "This day is over."),
        ("deceased_on", {"deceased_on": "2199-01-01", "signer": "executor"}, "still to come"),
        ("signer", {"deceased_on": "2026-01-01"}, "For somebody who died the executor signs."),
        ("adult_on", {"signer": "parent", "authority": "mother"}, "A parent signs only for"),
        ("authority", {"signer": "guardian"}, "Say by what right"),
        ("networks", {"networks": ["friendster"]}, "not on the list any more"),
        ("staff", {"kind": "staff", "name": ""}, "Choose the colleague"),
    ],
)
def test_an_error_says_cause_and_cure_and_loses_nothing(bob, field, given, cure):
    answer = post(bob, to("new"), **filled_in(**given))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert cure in page
    assert f'href="#id_{field}"' in page
    assert WORDS in page
    assert re.search(r'value="community"[^>]*checked', page)
    assert not Authorization.objects.exists()


def test_a_colleague_is_chosen_and_named(bob, clinic):
    doctor = clinic.staff.get()
    post(bob, to("new"), **filled_in(kind="staff", staff=doctor.pk, name=""))
    form = Authorization.objects.get()
    assert (form.reference, form.staff, form.person["name"]) == ("S-0001", doctor, doctor.name)


def test_a_form_is_changed_until_it_is_signed(bob):
    form = drafted(bob)
    page = get(bob, to("change", pk=form.pk))
    assert WORDS in page
    answer = post(bob, to("change", pk=form.pk), **filled_in(information="Only her voice"))
    assert "Only her voice" in answer.content.decode()
    done = signed(bob)
    answer = post(bob, to("change", pk=done.pk), **filled_in(information="Something else"))
    assert "It is signed already." in answer.content.decode()
    assert Authorization.objects.get(pk=done.pk).person["information"] == WORDS


def test_the_wording_is_read_in_each_language_of_the_forms(bob):
    form = drafted(bob)
    address = to("open", pk=form.pk)
    assert '<div class="form-words" lang="en">' in get(bob, address)
    for language in ("es", "fr"):
        assert f'<div class="form-words" lang="{language}">' in get(bob, f"{address}?in={language}")
    assert Authorization.objects.get().language == "en"


def test_a_private_link_is_shown_once_and_kept_nowhere(bob):
    form = drafted(bob)
    shown = post(bob, to("link", pk=form.pk)).content.decode()
    link = re.findall(r'id="secret-link">([^<]+)<', shown)[0]
    assert Client().get(link).status_code == 200
    token = link.rstrip("/").rpartition("/")[2]
    assert token not in get(bob, to("open", pk=form.pk))
    assert token not in str([event.facts for event in timeline(bob.organisation_id, form.subject)])


def test_a_signed_form_shows_every_element_of_the_law(nora):
    page = get(nora, to("open", pk=signed(nora, sensitive=["hiv"]).pk))
    for title in (
        "What is shown", "Who may show it", "To whom", "What for", "Until", "Signed and dated",
        "May be stopped, and how", "Care does not depend on it", "May be shared on by others",
        "Initials for what is sensitive", "Copy given",
    ):  # fmt: skip
        assert f"<span>{title}<small>" in page
    assert "Nothing stands against it." in page
    assert "has-not" not in page


def test_what_is_wrong_is_said_where_it_is_missing(nora):
    form = signed(nora)
    Authorization.objects.filter(pk=form.pk).update(copy_given_at=None)
    page = get(nora, to("open", pk=form.pk))
    assert "The person has not got a copy yet." in page
    assert "<span>Copy given<span" in page
    answer = post(nora, to("copy", pk=form.pk), how="print")
    assert "Nothing stands against it." in answer.content.decode()
    assert post(nora, to("copy", pk=form.pk), how="carrier pigeon").status_code == 422


def test_paper_is_entered_with_its_scan_and_what_can_be_read_on_it(bob):
    form = drafted(bob, sensitive=["hiv"])
    given = {
        "scan": SimpleUploadedFile("paper.pdf", PAPER),
        "signed_on": timezone.now().date().isoformat(),
        "printed_here": "on",
        "known_by": "photo_id",
        "initials_hiv": "AR",
        "copy_given": "on",
    }
    given["signed_on"] = (timezone.now().date() - timedelta(days=1)).isoformat()
    answer = post(bob, to("paper", pk=form.pk), **given)
    assert "The paper is entered." in answer.content.decode()
    assert status_of(Authorization.objects.get()) is Status.DEFECTIVE
    page = get(bob, to("open", pk=form.pk))
    assert "Who keeps the consents has to compare the scan" in page
    assert "Scan and entries say the same" not in page
    document = browser(bob).get(to("document", pk=form.pk))
    assert (document.content, document["Content-Type"]) == (PAPER, "application/pdf")
    assert "no-store" in document["Cache-Control"]


def test_a_keeper_compares_a_paper_that_somebody_else_entered(bob, nora):
    form = drafted(bob)
    day = (timezone.now().date() - timedelta(days=1)).isoformat()
    scan = SimpleUploadedFile("paper.pdf", PAPER)
    given = {"signed_on": day, "printed_here": "on", "known_by": "photo_id", "copy_given": "on"}
    post(bob, to("paper", pk=form.pk), scan=scan, **given)
    assert "papers" not in waiting(bob)
    assert waiting(nora)["papers"].count() == 1
    assert "Scan and entries say the same" in get(nora, to("open", pk=form.pk))
    assert browser(bob).post(to("settle", pk=form.pk), {"what": "same"}).status_code == 403
    page = post(nora, to("settle", pk=form.pk), what="same").content.decode()
    assert "It counts from now on." in page
    assert "compared by Nora" in page
    assert "Nora compared the paper with its scan" in page
    assert status_of(Authorization.objects.get()) is Status.ACTIVE
    assert waiting(nora)["papers"].count() == 0
    assert post(nora, to("settle", pk=signed(nora).pk), what="same").status_code == 422


@pytest.mark.parametrize(
    ("tick", "reason"),
    [
        ("compound", "It was signed together with another permission."),
        ("conditioned", "Care or a price was made to depend on it."),
    ],
)
def test_a_paper_that_was_compound_or_conditioned_is_of_no_use(nora, tick, reason):
    form = drafted(nora)
    assert f'name="{tick}"' in get(nora, to("paper", pk=form.pk))
    day = (timezone.now().date() - timedelta(days=1)).isoformat()
    given = {"signed_on": day, "printed_here": "on", "known_by": "photo_id", "copy_given": "on"}
    scan = SimpleUploadedFile("paper.pdf", PAPER)
    post(nora, to("paper", pk=form.pk), scan=scan, **given, **{tick: "on"})
    assert status_of(Authorization.objects.get()) is Status.DEFECTIVE
    assert reason in get(nora, to("open", pk=form.pk))


def test_a_paper_that_lacks_something_shows_it_as_a_reason(bob):
    form = drafted(bob)
    day = (timezone.now().date() - timedelta(days=1)).isoformat()
    post(
        bob,
        to("paper", pk=form.pk),
        scan=SimpleUploadedFile("paper.pdf", PAPER),
        signed_on=day,
        known_by="known_here",
        statements=["right_to_revoke"],
    )
    page = get(bob, to("open", pk=form.pk))
    assert "The form does not say that care does not depend on signing." in page
    assert status_of(Authorization.objects.get()) is Status.DEFECTIVE


@pytest.mark.parametrize(
    ("scan", "cure"),
    [
        (b"MZ a program", "no PDF, JPEG or PNG"),
        (b"", "empty"),
        (PAPER[:30], "breaks off"),
        (PAPER + b"x" * 10_000_001, "heavier than 10 MB"),
    ],
)
def test_a_scan_that_is_none_is_refused_with_the_cure(bob, scan, cure):
    form = drafted(bob)
    answer = post(
        bob,
        to("paper", pk=form.pk),
        scan=SimpleUploadedFile("paper.pdf", scan),
        signed_on="2026-01-01",
        known_by="known_here",
    )
    assert answer.status_code == 422
    assert cure in answer.content.decode()


def test_the_form_is_printed_to_be_signed_on_paper(bob):
    answer = browser(bob).get(to("document", pk=drafted(bob).pk))
    assert answer.content.startswith(b"%PDF-")
    assert NAME not in answer["Content-Disposition"]


def test_a_new_form_is_begun_while_the_old_one_holds(nora):
    old = signed(nora)
    answer = post(nora, to("renew", pk=old.pk))
    new = Authorization.objects.get(renews=old)
    assert answer.redirect_chain[-1][0] == to("open", pk=new.pk)
    assert f'It takes the place of <a href="{to("open", pk=old.pk)}"' in answer.content.decode()
    assert status_of(old) is Status.ACTIVE


def test_a_keeper_notes_that_something_is_untrue(nora):
    false = signed(nora)
    post(nora, to("settle", pk=false.pk), what="false")
    assert status_of(Authorization.objects.get(pk=false.pk)) is Status.DEFECTIVE
    assert post(nora, to("settle", pk=signed(nora).pk), what="not_yet").status_code == 422
    assert post(nora, to("settle", pk=false.pk), what="?").status_code == 422

"""The ledger and one form beside it: who sees what, what is asked, kept, stopped and told."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from bedside.conftest import person
from bedside.consents import takedowns, verbs
from bedside.consents.history import SENTENCES
from bedside.consents.ledger import waiting
from bedside.consents.models import Authorization, Revocation, SigningLink
from bedside.consents.queries import Status, status_of
from bedside.consents.takedowns import Step
from bedside.consents.terms import Item, Purpose, Remuneration, Shown, Signer
from bedside.consents.tests.cast import drafted, signed, year_from_now
from bedside.orgs.permissions import ALLOWED, Role, Verb
from bedside.orgs.verbs import add_member
from bedside.records.queries import timeline

if TYPE_CHECKING:
    from bedside.orgs.models import Membership

pytestmark = pytest.mark.django_db
SLUG = "cedar-hollow-family-clinic"
NAME = "Ana Ruiz"
WORDS = "Her face at the flu day"
ROW = re.compile(r'class="led" href="[^"]*/consents/(\d+)/')
PDF = b"%PDF-1.7\na scan of paper"


def to(view: str, **more: Any) -> str:
    return reverse(f"consents:{view}", kwargs={"slug": SLUG, **more})


def browser(member: Membership) -> Client:
    client = Client()
    client.force_login(member.user)
    return client


def get(member: Membership, address: str) -> str:
    answer = browser(member).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def post(member: Membership, address: str, **fields: Any) -> Any:
    return browser(member).post(address, fields, follow=True)


def listed(page: str) -> list[int]:
    return [int(pk) for pk in ROW.findall(page)]


def filled_in(**other: Any) -> dict[str, Any]:
    """Return a form for Ana as the page sends it."""
    given = {
        "kind": "patient",
        "name": NAME,
        "born": "1958",
        "information": WORDS,
        "items": [Item.PHOTO, Item.NAME],
        "name_shown": Shown.FIRST,
        "disclosers": "Cedar Hollow Family Clinic",
        "networks": ["website", "print"],
        "purposes": [Purpose.COMMUNITY],
        "expires_on": year_from_now().isoformat(),
        "signer": Signer.SELF,
        "remuneration": Remuneration.NONE,
        "language": "en",
    }
    return {**given, **other}


def wish(**other: Any) -> dict[str, Any]:
    """Return that somebody phoned a minute ago, as the page sends it."""
    then = (timezone.now() - timedelta(minutes=1)).astimezone(ZoneInfo("America/Chicago"))
    return {
        "how": "phone",
        "day": f"{then:%Y-%m-%d}",
        "time": f"{then:%H:%M}",
        "scope": "all",
        "elsewhere": "",
        **other,
    }


@pytest.fixture
def auditor(alice: Membership) -> Membership:
    return add_member(by=alice, user=person("Ivy"), role=Role.AUDITOR)


@pytest.fixture
def agency(alice: Membership) -> Membership:
    return add_member(by=alice, user=person("Gus"), role=Role.AGENCY)


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


def test_only_those_who_keep_consents_or_prepared_one_see_the_person(nora, bob, alice):
    form = signed(bob)
    for member in (nora, bob, alice):
        for address in (to("index"), to("open", pk=form.pk)):
            assert NAME in get(member, address)


@pytest.mark.parametrize("role", [Role.APPROVER, Role.CLINICIAN, Role.WRITER, Role.AGENCY])
def test_everybody_else_sees_the_number_and_cannot_find_the_name(nora, alice, role):
    form = signed(nora)
    other = add_member(by=alice, user=person("Otto"), role=role)
    for address in (to("index"), to("open", pk=form.pk)):
        page = get(other, address)
        assert form.reference in page
        assert NAME not in page
        assert WORDS not in page
    assert listed(post(other, to("index"), words="ana").content.decode()) == []
    for view in ("change", "paper", "document"):
        assert browser(other).get(to(view, pk=form.pk)).status_code == 403


def test_an_auditor_sees_that_it_holds_and_can_press_nothing(nora, auditor):
    form, draft = signed(nora), drafted(nora)
    for one in (form, draft):
        page = get(auditor, to("open", pk=one.pk))
        assert one.reference in page
        assert NAME not in page
        main = page[page.index('<main id="main"') : page.index("</main>")]
        posts = re.findall(r'<form[^>]*method="post"[^>]*action="([^"]*)"', main)
        assert [one for one in posts if "/consents/?" not in one] == []
        assert "Ask for a consent" not in page
    for view in ("new", "index"):
        expected = 403 if view == "new" else 200
        assert browser(auditor).get(to(view)).status_code == expected
    assert browser(auditor).get(to("document", pk=form.pk)).status_code == 403


def test_another_clinic_finds_none_of_it(nora, charlie):
    form = signed(nora)
    revocation = verbs.revoke(
        by=nora,
        authorization=form,
        how="phone",
        received_at=timezone.now(),
        elsewhere=["A flyer"],
    )
    place = revocation.takedowns.get()
    elsewhere = charlie.organisation.slug
    for view, pk in (
        ("open", form.pk), ("change", form.pk), ("paper", form.pk), ("document", form.pk),
        ("stop", form.pk), ("letter", revocation.pk),
    ):  # fmt: skip
        address = reverse(f"consents:{view}", kwargs={"slug": elsewhere, "pk": pk})
        assert browser(charlie).get(address).status_code == 404
        assert browser(charlie).get(to(view, pk=pk)).status_code == 404
    for view, pk in (
        ("renew", form.pk), ("link", form.pk), ("settle", form.pk), ("stop", form.pk),
        ("elsewhere", revocation.pk), ("told", revocation.pk), ("gone", place.pk),
        ("there", place.pk),
    ):  # fmt: skip
        address = reverse(f"consents:{view}", kwargs={"slug": elsewhere, "pk": pk})
        assert browser(charlie).post(address, {"place": "x", "what": "false"}).status_code == 404
    page = browser(charlie).get(reverse("consents:index", kwargs={"slug": elsewhere}))
    assert listed(page.content.decode()) == []


@pytest.mark.parametrize("role", list(Role))
def test_each_step_is_open_to_the_roles_of_its_right_and_shut_to_the_rest(nora, alice, role):
    member = add_member(by=alice, user=person("Rae"), role=role)
    drafts = {"new": {}, "link": {"pk": drafted(nora).pk}}
    form = signed(nora)
    revocation = verbs.revoke(
        by=nora, authorization=form, how="phone", received_at=timezone.now(), elsewhere=["A flyer"]
    )
    steps = {
        Verb.ASK_CONSENT: [
            *drafts.items(),
            ("renew", {"pk": form.pk}),
            ("copy", {"pk": form.pk}),
            ("stop", {"pk": form.pk}),
            ("elsewhere", {"pk": revocation.pk}),
            ("told", {"pk": revocation.pk}),
        ],
        Verb.KEEP_CONSENT: [
            ("settle", {"pk": form.pk}),
            ("gone", {"pk": revocation.takedowns.get().pk}),
            ("there", {"pk": revocation.takedowns.get().pk}),
        ],
    }
    for verb, views in steps.items():
        for view, more in views:
            status = browser(member).post(to(view, **more)).status_code
            assert (status == 403) is (role not in ALLOWED[verb]), view


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
        "scan": SimpleUploadedFile("paper.pdf", PDF),
        "signed_on": timezone.now().date().isoformat(),
        "printed_here": "on",
        "known_by": "photo_id",
        "initials_hiv": "AR",
        "copy_given": "on",
    }
    given["signed_on"] = (timezone.now().date() - timedelta(days=1)).isoformat()
    answer = post(bob, to("paper", pk=form.pk), **given)
    assert "The paper is entered." in answer.content.decode()
    assert status_of(Authorization.objects.get()) is Status.ACTIVE
    document = browser(bob).get(to("document", pk=form.pk))
    assert (document.content, document["Content-Type"]) == (PDF, "application/pdf")
    assert "no-store" in document["Cache-Control"]


def test_a_paper_that_lacks_something_shows_it_as_a_reason(bob):
    form = drafted(bob)
    day = (timezone.now().date() - timedelta(days=1)).isoformat()
    post(
        bob,
        to("paper", pk=form.pk),
        scan=SimpleUploadedFile("paper.pdf", PDF),
        signed_on=day,
        known_by="known_here",
        statements=["right_to_revoke"],
    )
    page = get(bob, to("open", pk=form.pk))
    assert "The form does not say that care does not depend on signing." in page
    assert status_of(Authorization.objects.get()) is Status.DEFECTIVE


@pytest.mark.parametrize(
    ("scan", "cure"), [(b"MZ a program", "no PDF, JPEG or PNG"), (b"", "empty")]
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


def test_a_keeper_notes_that_its_event_has_happened_or_that_something_is_untrue(nora):
    event = signed(nora, expires_on=None, expires_event="She leaves")
    post(nora, to("settle", pk=event.pk), what="event")
    false = signed(nora)
    post(nora, to("settle", pk=false.pk), what="false")
    assert status_of(Authorization.objects.get(pk=event.pk)) is Status.EXPIRED
    assert status_of(Authorization.objects.get(pk=false.pk)) is Status.DEFECTIVE
    assert post(nora, to("settle", pk=signed(nora).pk), what="event").status_code == 422
    assert post(nora, to("settle", pk=false.pk), what="?").status_code == 422


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
    assert takedowns.progress(revocation)[0].step is Step.GONE
    post(nora, to("there", pk=place.pk))
    assert takedowns.progress(revocation)[0].step is Step.BY_HAND


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


def test_the_navigation_counts_what_waits_for_those_who_may_act(nora, auditor):
    copyless = signed(nora)
    Authorization.objects.filter(pk=copyless.pk).update(copy_given_at=None)
    stopped = signed(nora)
    verbs.revoke(by=nora, authorization=stopped, how="phone", received_at=timezone.now())
    signed(nora)
    assert (waiting(nora), waiting(auditor)) == (2, 0)
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

"""How an authorization comes to hold: filled in, presented, signed, a copy given."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from bedside.consents import drafts, signatures, verbs, wording
from bedside.consents.defects import Code
from bedside.consents.models import Authorization, Revocation
from bedside.consents.queries import (
    Status,
    authorizations,
    choices,
    defects_of,
    status_of,
)
from bedside.consents.terms import Statement
from bedside.consents.tests.cast import PAPER as SCAN
from bedside.consents.tests.cast import PERSON, PNG, drafted, sign, signed
from bedside.orgs.permissions import Role
from bedside.orgs.verbs import add_member
from bedside.records.models import Entry
from bedside.records.queries import body, timeline

if TYPE_CHECKING:
    from bedside.orgs.models import Membership, Organisation

pytestmark = pytest.mark.django_db
PAPER = [one for one in Statement if one is not Statement.REMUNERATION]


def now_of(authorization: Authorization) -> Authorization:
    return authorizations(authorization.organisation).get(pk=authorization.pk)


def stopping(authorization: Authorization) -> set[Code]:
    return {one.code for one in defects_of(now_of(authorization)) if one.stops}


def test_a_form_goes_from_draft_to_presented_to_active(bob: Membership) -> None:
    form = drafted(bob)
    assert status_of(now_of(form)) is Status.DRAFT
    verbs.present(by=bob, authorization=form)
    assert status_of(now_of(form)) is Status.PRESENTED
    sign(form, bob)
    assert stopping(form) == {Code.COPY_NOT_GIVEN}
    assert choices(bob.organisation) == []
    verbs.give_copy(by=None, authorization=form, how="download")
    assert status_of(now_of(form)) is Status.ACTIVE
    assert choices(bob.organisation) == [form]
    seen = [event.verb for event in timeline(form.organisation_id, form.subject)]
    assert seen == [
        "authorization.drafted",
        "authorization.presented",
        "authorization.signed",
        "authorization.copy_given",
    ]


def test_no_record_holds_a_name_or_a_word_of_the_person(bob: Membership, nora: Membership) -> None:
    form = signed(bob, {"contact": "14 Elm Street"}, authority="", expires_event="The fair")
    verbs.revoke(
        by=nora,
        authorization=form,
        how="letter",
        received_at=timezone.now(),
        elsewhere=["The flyer with Ana on it"],
    )
    said = " ".join(str([entry.facts, entry.subject]) for entry in Entry.objects.all())
    for word in ("Ana", "Ruiz", "flu day", "1958", "Elm", "fair", "flyer"):
        assert word not in said


def test_what_names_the_person_is_sealed_to_its_row(bob: Membership) -> None:
    form = signed(bob)
    stored = Authorization.objects.filter(pk=form.pk).values().get()
    assert b"Ruiz" not in bytes(stored["sealed"] or b"")
    assert "Ruiz" not in str(stored)
    assert now_of(form).person["name"] == "Ana Ruiz"
    assert b"Ruiz" not in bytes(now_of(form).signature.sealed)
    assert now_of(form).signature.given["typed"] == "Ana Ruiz"


def test_numbers_count_by_organisation_and_kind(bob: Membership, charlie: Membership) -> None:
    references = [
        drafted(bob).reference,
        drafted(bob).reference,
        drafted(bob, kind="staff", staff=bob.organisation.staff.get().pk).reference,
        drafted(charlie).reference,
    ]
    assert references == ["C-0001", "C-0002", "S-0001", "C-0001"]


def test_a_form_that_could_not_be_begun_takes_no_number(bob: Membership) -> None:
    with pytest.raises(verbs.NotPossible):
        drafted(bob, items=["shoe size"])
    assert drafted(bob).number == 1


@pytest.mark.parametrize(
    "terms",
    [
        {"items": ["shoe size"]},
        {"networks": ["carrier pigeon"]},
        {"expires_on": "soon"},
        {"language": "tlh"},
        {"sensitive": ["weather"]},
        {"sensitive": {"hiv": "AR"}},
        {"expires_event": "never"},
        {"expires_event": "Aucune"},
        {"assets": ["a hash"]},
        {"authority": "x" * 201},
        {"status": "active"},
        {"document": "0" * 64},
    ],
)
def test_what_no_form_can_hold_is_refused(bob: Membership, terms: dict[str, Any]) -> None:
    with pytest.raises(verbs.NotPossible):
        drafted(bob, **terms)


@pytest.mark.parametrize(
    "person", [{"born": "58"}, {"born": "19x8"}, {"name": "x" * 121}, {"shoe_size": "44"}]
)
def test_what_no_person_can_be_is_refused(bob: Membership, person: dict[str, str]) -> None:
    with pytest.raises(verbs.NotPossible):
        drafted(bob, person)


def test_a_release_of_somebody_elses_staff_is_refused(alice: Membership, charlie: Membership):
    with pytest.raises(verbs.NotPossible):
        drafted(charlie, kind="staff", staff=alice.organisation.staff.get().pk)


def test_what_is_missing_is_said_before_it_is_presented(bob: Membership) -> None:
    form = drafted(bob, expires_on=None, purposes=[])
    with pytest.raises(verbs.NotPossible, match=r"what for.*no end"):
        verbs.present(by=bob, authorization=form)
    assert status_of(now_of(form)) is Status.DRAFT


def test_a_form_says_whom_it_is_about(bob: Membership) -> None:
    with pytest.raises(verbs.NotPossible, match="who it is about"):
        verbs.present(by=bob, authorization=drafted(bob, {"name": " "}))
    chen = bob.organisation.staff.get()
    verbs.present(by=bob, authorization=drafted(bob, {"name": ""}, kind="staff", staff=chen.pk))


def test_a_form_that_changes_must_be_presented_again(bob: Membership) -> None:
    form = drafted(bob)
    verbs.present(by=bob, authorization=form)
    assert not verbs.change(by=bob, authorization=form, person=PERSON, terms={"paid": False})
    assert status_of(now_of(form)) is Status.PRESENTED
    assert verbs.change(by=bob, authorization=form, person={}, terms={"paid": True})
    assert now_of(form).person["name"] == "Ana Ruiz"
    with pytest.raises(verbs.NotPossible, match="Open it again"):
        sign(form, bob)


def test_a_signed_form_stays_as_it_is(bob: Membership) -> None:
    form = signed(bob)
    with pytest.raises(verbs.NotPossible):
        verbs.change(by=bob, authorization=form, person={}, terms={"paid": True})
    with pytest.raises(verbs.NotPossible):
        verbs.present(by=bob, authorization=form)
    with pytest.raises(verbs.NotPossible):
        sign(form, bob)
    assert not now_of(form).paid


def test_the_records_keep_what_was_read_and_what_was_signed(bob: Membership) -> None:
    form = signed(bob)
    clinic = form.organisation_id
    presented, document = (
        next(event for event in timeline(clinic, form.subject) if event.verb == verb)
        for verb in ("authorization.presented", "authorization.signed")
    )
    read = str(presented.facts["bodies"][0])  # type: ignore[index]
    assert "flu day" in (body(clinic, read) or b"").decode()
    kept = body(clinic, form.document)
    assert document.facts["document"] == form.document
    assert kept is not None
    assert hashlib.sha256(kept).hexdigest() == form.document


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"method": "drawn"}, "Draw a signature"),
        ({"typed": " "}, "Type it"),
        ({"method": "mark", "image": PNG, "typed": ""}, "witness"),
        ({"method": "mark", "typed": "Bob"}, "witness"),
        ({"method": "paper"}, "scan"),
    ],
)
def test_nobody_signs_without_a_hand(bob: Membership, given: dict[str, Any], says: str) -> None:
    form = drafted(bob)
    verbs.present(by=bob, authorization=form)
    with pytest.raises(verbs.NotPossible, match=says):
        sign(form, bob, **given)


def test_sensitive_kinds_need_their_initials_as_it_is_signed(bob: Membership) -> None:
    form = drafted(bob, sensitive=["hiv", "genetic"])
    verbs.present(by=bob, authorization=form)
    with pytest.raises(verbs.NotPossible, match="initials"):
        sign(form, bob, initials={"hiv": "AR"})
    sign(form, bob, initials={"hiv": "AR", "genetic": "AR"})
    assert now_of(form).sensitive == {"hiv": "AR", "genetic": "AR"}


def test_a_program_for_substance_use_must_name_it_before_it_is_presented(bob: Membership) -> None:
    type(bob.organisation).objects.update(treats_substance_use=True)
    bob.organisation.refresh_from_db()
    form = drafted(bob)
    with pytest.raises(verbs.NotPossible, match="substance use"):
        verbs.present(by=bob, authorization=form)
    verbs.change(by=bob, authorization=form, person={}, terms={"sensitive": ["substance_use"]})
    verbs.present(by=bob, authorization=form)
    sign(form, bob, initials={"substance_use": "AR"})
    assert stopping(form) == {Code.COPY_NOT_GIVEN}


def test_an_address_is_kept_only_as_a_keyed_hash(bob: Membership) -> None:
    kept = now_of(signed(bob)).signature.address_hash
    assert len(kept) == 64
    assert kept != hashlib.sha256(b"192.0.2.7").hexdigest()


def test_initials_that_stood_in_the_row_before_are_not_the_persons(bob: Membership) -> None:
    form = drafted(bob, sensitive=["hiv"])
    verbs.present(by=bob, authorization=form)
    Authorization.objects.filter(pk=form.pk).update(sensitive={"hiv": "AR"})
    with pytest.raises(verbs.NotPossible, match="initials"):
        sign(form, bob)


def entered(by: Membership, form: Authorization, **more: Any) -> Authorization:
    given: dict[str, Any] = {"scan": SCAN, "signed_on": date(2026, 1, 5), "statements": PAPER}
    verbs.transcribe(by=by, authorization=form, copy_given=True, **{**given, **more})
    return now_of(form)


def test_a_paper_counts_only_after_a_keeper_compared_it(bob: Membership, nora: Membership) -> None:
    form = entered(bob, drafted(bob))
    assert stopping(form) == {Code.PAPER_NOT_COMPARED}
    assert choices(bob.organisation) == []
    with pytest.raises(PermissionDenied):
        verbs.compare(by=bob, authorization=form)
    verbs.compare(by=nora, authorization=form)
    verbs.compare(by=nora, authorization=form)
    assert stopping(form) == set()
    assert now_of(form).signature.checked_by_id == nora.user_id
    said = [event.verb for event in timeline(form.organisation_id, form.subject)]
    assert said.count("authorization.compared") == 1
    with pytest.raises(verbs.NotPossible):
        verbs.compare(by=nora, authorization=signed(bob))


def test_a_paper_that_was_compound_or_conditioned_does_not_count(nora: Membership) -> None:
    assert stopping(entered(nora, drafted(nora), compound=True)) == {Code.COMPOUND}
    assert stopping(entered(nora, drafted(nora), conditioned=True)) == {Code.CONDITIONED}


def test_a_file_that_only_begins_like_a_scan_is_refused(nora: Membership) -> None:
    for scan in (SCAN[:20], PNG):
        form = drafted(nora)
        with pytest.raises(verbs.NotPossible):
            entered(nora, form, scan=scan)
        assert status_of(now_of(form)) is Status.DRAFT


def test_a_paper_form_is_entered_with_its_scan(nora: Membership) -> None:
    form = drafted(nora)
    verbs.transcribe(
        by=nora,
        authorization=form,
        scan=SCAN,
        signed_on=date(2026, 1, 5),
        statements=PAPER,
        copy_given=True,
    )
    assert stopping(form) == set()
    kept = now_of(form)
    assert kept.organisation.local(kept.signature.signed_at).date() == date(2026, 1, 5)
    assert body(form.organisation_id, kept.document) == SCAN


def test_a_paper_form_without_its_statements_is_of_no_use(nora: Membership) -> None:
    form = drafted(nora)
    few = [Statement.RIGHT_TO_REVOKE, Statement.REDISCLOSURE]
    verbs.transcribe(
        by=nora,
        authorization=form,
        scan=SCAN,
        signed_on=date(2026, 1, 5),
        statements=few,
        template="patient-en-1999-01",
        copy_given=True,
    )
    assert stopping(form) == {
        Code.MISSING_REVOCATION,
        Code.MISSING_CONDITIONS,
        Code.TEMPLATE_RETIRED,
    }
    assert status_of(now_of(form)) is Status.DEFECTIVE


def test_paper_from_tomorrow_and_empty_scans_are_refused(bob: Membership) -> None:
    form = drafted(bob)
    tomorrow = timezone.now().date() + timedelta(days=2)
    for scan, day in ((b"", date(2026, 1, 5)), (SCAN, tomorrow)):
        with pytest.raises(verbs.NotPossible):
            verbs.transcribe(by=bob, authorization=form, scan=scan, signed_on=day, statements=PAPER)


def test_an_event_ends_a_form(bob: Membership, nora: Membership) -> None:
    form = signed(bob, expires_on=None, expires_event="The fair of 2027")
    with pytest.raises(PermissionDenied):
        verbs.settle_event(by=bob, authorization=form)
    verbs.settle_event(by=nora, authorization=form)
    assert stopping(form) == {Code.EVENT_PASSED}
    assert status_of(now_of(form)) is Status.EXPIRED
    with pytest.raises(verbs.NotPossible):
        verbs.settle_event(by=nora, authorization=signed(bob))


def test_what_is_known_to_be_untrue_ends_a_form(bob: Membership, nora: Membership) -> None:
    form = signed(bob)
    verbs.mark_false(by=nora, authorization=form)
    verbs.mark_false(by=nora, authorization=form)
    assert status_of(now_of(form)) is Status.DEFECTIVE
    assert [e.verb for e in timeline(form.organisation_id, form.subject)].count(
        "authorization.known_false"
    ) == 1


def test_the_old_form_holds_until_the_new_one_is_signed(bob: Membership) -> None:
    old = signed(bob, sensitive=["hiv"])
    new = verbs.replace(by=bob, authorization=old)
    assert verbs.replace(by=bob, authorization=old) == new
    assert new.person == old.person
    assert new.expires_on is None
    assert new.sensitive == {"hiv": ""}
    assert status_of(now_of(old)) is Status.ACTIVE
    verbs.change(by=bob, authorization=new, person={}, terms={"expires_on": date(2030, 1, 1)})
    verbs.present(by=bob, authorization=new)
    sign(new, bob, initials={"hiv": "AR"})
    assert status_of(now_of(old)) is Status.REPLACED
    with pytest.raises(verbs.NotPossible):
        verbs.replace(by=bob, authorization=old)


def test_a_minors_form_ends_on_the_birthday(bob: Membership) -> None:
    adult_on = timezone.now().date() + timedelta(days=40)
    form = signed(bob, signer="parent", authority="mother", adult_on=adult_on)
    assert status_of(now_of(form)) is Status.ACTIVE
    later = timezone.now() + timedelta(days=42)
    assert status_of(now_of(form), later) is Status.EXPIRED


def test_nobody_of_another_clinic_can_touch_a_form(bob: Membership, charlie: Membership) -> None:
    form = signed(bob)
    now = timezone.now()
    for attempt in (
        lambda: verbs.change(by=charlie, authorization=form, person={}, terms={}),
        lambda: verbs.present(by=charlie, authorization=form),
        lambda: verbs.give_copy(by=charlie, authorization=form, how="print"),
        lambda: verbs.mark_false(by=charlie, authorization=form),
        lambda: verbs.compare(by=charlie, authorization=form),
        lambda: verbs.replace(by=charlie, authorization=form),
        lambda: verbs.revoke(by=charlie, authorization=form, how="phone", received_at=now),
        lambda: verbs.transcribe(
            by=charlie, authorization=form, scan=b"x", signed_on=now.date(), statements=()
        ),
    ):
        with pytest.raises(Authorization.DoesNotExist):
            attempt()
    assert not Revocation.objects.exists()


def test_an_auditor_reads_and_changes_nothing(alice: Membership, bob: Membership, clinic) -> None:
    user = type(bob.user).objects.create_user(email="ida@cedarhollow.example", name="Ida")
    auditor = add_member(by=alice, user=user, role=Role.AUDITOR)
    with pytest.raises(PermissionDenied):
        drafted(auditor)
    with pytest.raises(PermissionDenied):
        verbs.give_copy(by=auditor, authorization=signed(bob), how="print")


def test_every_network_can_stand_in_a_form(clinic: Organisation) -> None:
    assert {"practice", "facebook", "website", "print"} <= set(drafts.places())
    assert signatures.OWN_PAPER not in wording.TEMPLATES

"""Who sees whom on the pages of the consents, and which steps are open to whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import timezone

from bedside.conftest import person
from bedside.consents import verbs
from bedside.consents.tests.cast import drafted, signed
from bedside.consents.tests.visiting import (
    NAME,
    WORDS,
    browser,
    get,
    listed,
    post,
    to,
)
from bedside.orgs.permissions import ALLOWED, Role, Verb
from bedside.orgs.verbs import add_member

if TYPE_CHECKING:
    from bedside.orgs.models import Membership

pytestmark = pytest.mark.django_db


@pytest.fixture
def auditor(alice: Membership) -> Membership:
    return add_member(by=alice, user=person("Ivy"), role=Role.AUDITOR)


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
    for view in ("renew", "link"):
        assert browser(other).post(to(view, pk=form.pk)).status_code == 403


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
    draft = drafted(nora)
    form = signed(nora)
    revocation = verbs.revoke(
        by=nora, authorization=form, how="phone", received_at=timezone.now(), elsewhere=["A flyer"]
    )
    steps = {
        Verb.ASK_CONSENT: [
            ("new", {}),
            ("copy", {"pk": form.pk}),
            ("stop", {"pk": form.pk}),
            ("elsewhere", {"pk": revocation.pk}),
            ("told", {"pk": revocation.pk}),
        ],
        Verb.KEEP_CONSENT: [
            # Nora prepared these two: only who keeps consents sees their person beside her.
            ("link", {"pk": draft.pk}),
            ("renew", {"pk": form.pk}),
            ("settle", {"pk": form.pk}),
            ("gone", {"pk": revocation.takedowns.get().pk}),
            ("there", {"pk": revocation.takedowns.get().pk}),
        ],
    }
    for verb, views in steps.items():
        for view, more in views:
            status = browser(member).post(to(view, **more)).status_code
            assert (status == 403) is (role not in ALLOWED[verb]), view

"""Whom a form is about: one person, and only a colleague on a staff release."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bedside.consents.queries import names_for
from bedside.consents.recording import NotPossible
from bedside.consents.tests.cast import PAPER, drafted, signed
from bedside.consents.verbs import transcribe

if TYPE_CHECKING:
    from bedside.orgs.models import Membership

pytestmark = pytest.mark.django_db
MARIA = {"name": "Maria Lopez"}


def test_nobody_who_is_on_no_staff_list_is_put_on_a_staff_release(bob: Membership):
    with pytest.raises(NotPossible, match="Choose the colleague"):
        signed(bob, MARIA, kind="staff")
    on_paper = drafted(bob, MARIA, kind="staff")
    with pytest.raises(NotPossible, match="Choose the colleague"):
        transcribe(
            by=bob,
            authorization=on_paper,
            scan=PAPER,
            signed_on=date(2026, 1, 2),
            statements=(),
            copy_given=True,
        )


def test_a_staff_release_shows_the_name_of_the_staff_list_and_no_other(bob: Membership):
    chen = bob.organisation.staff.get()
    release = signed(bob, MARIA, kind="staff", staff=chen.pk, name_shown="full")
    assert names_for(bob.organisation, [release.pk], "practice") == (chen.name,)


def test_a_form_does_not_take_a_list_of_names(bob: Membership):
    with pytest.raises(NotPossible, match="one person"):
        drafted(bob, {"name": "Ana Ruiz Bo Li Cy Day Di Fox El Gray"})

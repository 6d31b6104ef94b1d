"""Whoever takes back an older form takes back what came in its place."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bedside.channels.base import Action
from bedside.consents import tasks, verbs
from bedside.consents.ledger import Asked, Group, ledger_of
from bedside.consents.models import Revocation, TakeDown
from bedside.consents.progress import Step, progress
from bedside.consents.queries import Status, authorizations, reached_by, status_of, taken_back
from bedside.consents.signing import links, pdf
from bedside.consents.tests.cast import revoke, sign, signed, year_from_now
from bedside.consents.tests.reading_pdf import text_of, without_blanks
from bedside.consents.tests.visiting import get, post, to, wish
from bedside.outbox.models import Delivery
from bedside.outbox.sending import deliver
from bedside.outbox.states import State
from bedside.outbox.tests.conftest import approved
from bedside.records.queries import timeline

if TYPE_CHECKING:
    from bedside.consents.models import Authorization
    from bedside.orgs.models import Membership

__all__ = ["approved"]
pytestmark = pytest.mark.django_db
TEXT = "Thank you for coming to our flu day."


def renewed(by: Membership, old: Authorization, **terms: object) -> Authorization:
    """Return a form that came in the place of another, signed and with its copy given."""
    new = verbs.replace(by=by, authorization=old)
    terms = {"expires_on": year_from_now(), **terms}
    verbs.change(by=by, authorization=new, person={}, terms=terms)
    verbs.present(by=by, authorization=new)
    sign(new, by)
    verbs.give_copy(by=by, authorization=new, how="print")
    return again(new)


def again(form: Authorization) -> Authorization:
    return authorizations(form.organisation).get(pk=form.pk)


def status(form: Authorization) -> Status:
    return status_of(again(form))


@pytest.fixture
def first(nora: Membership) -> Authorization:
    return signed(nora, paid=True)


@pytest.fixture
def second(nora: Membership, first: Authorization) -> Authorization:
    return renewed(nora, first)


@pytest.fixture
def third(nora: Membership, second: Authorization) -> Authorization:
    return renewed(nora, second)


def test_a_revocation_of_the_oldest_ends_the_newest(nora, first, second, third):
    assert status(third) is Status.ACTIVE
    assert [one.pk for one in reached_by(first)] == [second.pk, third.pk]
    revocation = revoke(nora, first)
    assert revocation.authorization_id == first.pk
    assert list(revocation.followers.values_list("authorization", flat=True)) == [
        second.pk,
        third.pk,
    ]
    assert status(third) is Status.REVOKED
    assert reached_by(first) == []
    last = timeline(third.organisation_id, third.subject)[-1]
    assert (last.verb, last.facts["follows"]) == ("authorization.revoked", first.reference)


def test_what_rests_on_the_newer_forms_goes_once_and_is_followed_at_the_older_one(
    nora, first, second, third, approved, network
):
    [live] = approved(TEXT, consents=(third.pk,))
    deliver(live.pk)
    [planned] = approved("Walk in any Saturday.", consents=(third.pk,))
    assert planned.state == State.PLANNED
    revocation = revoke(nora, first)
    assert sorted(row.step for row in progress(revocation)) == [Step.STOPPED, Step.TO_ASK]
    assert TakeDown.objects.count() == 2
    for removal in Delivery.objects.filter(action=Action.DELETE, state=State.PLANNED):
        deliver(removal.pk)
    tasks.follow(timezone.now())
    assert {row.step for row in progress(revocation)} == {Step.STOPPED, Step.GONE}
    assert [one.text for one in network.timeline("cedarhollow")] == []
    assert tasks.follow(timezone.now()) == 0
    both = [first.reference, second.reference, third.reference]
    assert taken_back(nora.organisation_id, live.subject) == both


def test_a_stop_for_some_places_reaches_just_these_where_the_newer_form_names_them(nora, first):
    narrow = renewed(nora, first, networks=["practice", "website"])
    revoke(nora, first, networks=["facebook"])
    assert not narrow.revocations.exists()
    revoke(nora, first, networks=["facebook", "website"])
    assert narrow.revocations.get().networks == ["website"]
    assert status(narrow) is Status.ACTIVE


def test_a_stop_of_paid_ads_reaches_the_newer_form_where_that_allows_them(nora, first):
    unpaid = renewed(nora, first, paid=False)
    paid = renewed(nora, unpaid, paid=True)
    revoke(nora, first, paid_only=True)
    assert not unpaid.revocations.exists()
    assert paid.revocations.get().paid_only


def test_said_twice_it_is_one_revocation_of_each(nora, first, second):
    revocation = revoke(nora, first)
    assert revoke(nora, first) == revocation
    assert Revocation.objects.count() == 2


def test_what_was_signed_on_a_later_day_than_the_word_came_is_a_new_yes(nora, first):
    word = timezone.now()
    with time_machine.travel(timezone.now() + timedelta(days=2), tick=True):
        newer = renewed(nora, first)
        revoke(nora, first, received_at=word)
        assert status(newer) is Status.ACTIVE
        leading = revoke(nora, first)
        assert leading.authorization_id == newer.pk
        assert leading.follows is None
        assert status(newer) is Status.REVOKED


def test_a_form_that_nobody_signed_is_not_taken_back(nora, first):
    begun = verbs.replace(by=nora, authorization=first)
    revoke(nora, first)
    assert not begun.revocations.exists()


def test_the_page_says_which_forms_it_reaches_before_one_confirms(nora, first, second, third):
    page = get(nora, to("stop", pk=first.pk))
    assert "What came in its place is stopped with it" in page
    for one in (second, third):
        assert to("open", pk=one.pk) in page
    assert "What came in its place" not in get(nora, to("stop", pk=third.pk))
    post(nora, to("stop", pk=first.pk), **wish())
    after = get(nora, to("open", pk=third.pk))
    assert f"{first.reference}</a>, in whose place it came" in after
    assert "Taking it down" not in after
    assert "They stop it" not in after


def test_the_ledger_counts_it_as_one_wish(nora, first, second):
    revoke(nora, first)
    ledger = ledger_of(nora, Asked())
    assert ledger.stopped == 1
    assert [(group, len(rows)) for group, rows in ledger.groups] == [(Group.STOPPED, 1)]


def test_the_persons_own_link_to_the_older_form_says_and_does_the_same(nora, first, second):
    address = reverse("signing:stop", kwargs={"code": links.stop_code(first)})
    page = Client().get(address).content.decode()
    assert f"A newer form came in its place: {second.reference}. That ends with it." in page
    for language in ("es", "fr"):
        assert second.reference in Client().get(address, {"language": language}).content.decode()
    Client().post(address, {"scope": "all"})
    assert status(second) is Status.REVOKED
    assert "You took it back" in Client().get(address).content.decode()


def test_an_own_link_takes_back_the_newer_form_where_only_the_older_one_was(nora, first):
    revoke(nora, first)
    newer = renewed(nora, first)
    address = reverse("signing:stop", kwargs={"code": links.stop_code(first)})
    assert "Take it back" in Client().get(address).content.decode()
    Client().post(address)
    assert status(newer) is Status.REVOKED


def test_the_letter_names_what_ended_with_it(nora, first, second):
    letter = text_of(pdf.letter(revoke(nora, first)))
    assert without_blanks(f"what came in its place: {second.reference}") in letter

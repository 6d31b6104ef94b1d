"""What a revocation reaches, keeps, asks and looks at, where something stands in its way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bedside.channels.practice.moods import Doing, Mood
from bedside.consents import takedowns, tasks, verbs
from bedside.consents.models import Authorization, Revocation
from bedside.consents.progress import Step, progress
from bedside.consents.queries import chain, chains, is_taken_back
from bedside.consents.tests.cast import revoke, sign, signed, year_from_now
from bedside.consents.tests.visiting import get, to
from bedside.outbox import blobs
from bedside.outbox import verbs as outbox
from bedside.outbox.models import Account, Delivery
from bedside.outbox.payload import Payload, PictureRef
from bedside.outbox.sending import deliver
from bedside.outbox.states import State
from bedside.outbox.tests.conftest import approved
from bedside.records.queries import body, timeline

if TYPE_CHECKING:
    from bedside.channels.practice.network import PracticeNetwork
    from bedside.orgs.models import Membership

__all__ = ["approved"]
pytestmark = pytest.mark.django_db
Approved = Callable[..., "list[Delivery]"]
TEXT = "Thank you for coming to our flu day."


@pytest.fixture
def form(bob: Membership) -> Authorization:
    return signed(bob)


def renewed(by: Membership, old: Authorization) -> Authorization:
    """Return a signed form in the place of an older one."""
    new = verbs.replace(by=by, authorization=old)
    verbs.change(by=by, authorization=new, person={}, terms={"expires_on": year_from_now()})
    verbs.present(by=by, authorization=new)
    sign(new, by)
    verbs.give_copy(by=by, authorization=new, how="print")
    return new


def steps(revocation: Revocation) -> list[Step]:
    return [row.step for row in progress(revocation)]


def remove_what_is_due() -> None:
    for removal in Delivery.objects.filter(action="delete", state=State.PLANNED):
        deliver(removal.pk)


def test_taking_back_a_renewed_form_reaches_what_the_older_ones_published(
    approved: Approved, form: Authorization, bob: Membership, network: PracticeNetwork
) -> None:
    [first] = approved(TEXT, consents=(form.pk,))
    deliver(first.pk)
    second_form = renewed(bob, form)
    [second] = approved(f"{TEXT} Ever.", consents=(second_form.pk,))
    deliver(second.pk)
    newest = renewed(bob, second_form)
    other = signed(bob)
    approved(f"{TEXT} Always.", consents=(other.pk,))
    assert chain(newest) == [newest.pk, second_form.pk, form.pk]
    revocation = revoke(None, newest, how="link")
    assert {one.delivery_id for one in revocation.takedowns.all()} == {first.pk, second.pk}
    remove_what_is_due()
    tasks.follow(timezone.now())
    assert steps(revocation) == [Step.GONE, Step.GONE]
    assert len(network.timeline("cedarhollow")) == 0


def test_the_clock_finds_a_latecomer_of_an_older_form(
    form: Authorization, bob: Membership, account: Account
) -> None:
    newest = renewed(bob, form)
    revocation = revoke(bob, newest)
    planned(bob, account, form)
    tasks.follow(timezone.now())
    assert steps(revocation) == [Step.STOPPED]


def test_the_clock_finds_a_latecomer_of_one_network_and_leaves_the_others(
    form: Authorization, bob: Membership, account: Account
) -> None:
    here = revoke(bob, form, networks=["practice"])
    elsewhere = revoke(bob, form, networks=["facebook"])
    late = planned(bob, account, form)
    assert tasks.follow(timezone.now()) == 1
    late.refresh_from_db()
    assert late.state == State.CANCELLED
    assert (steps(here), steps(elsewhere)) == ([Step.STOPPED], [])


def planned(by: Membership, account: Account, form: Authorization) -> Delivery:
    part = outbox.Outgoing(Payload(text=TEXT, consents=(form.pk,)))
    [delivery] = outbox.send(
        by=by, account=account, subject="post:7", parts=[part], due=timezone.now()
    )
    return delivery


def test_the_chains_of_many_forms_cost_one_query(form: Authorization, bob: Membership) -> None:
    new, lone = renewed(bob, form), signed(bob)
    with CaptureQueriesContext(connection) as asked:
        found = chains(bob.organisation_id, [new.pk, form.pk, lone.pk])
    assert found == {new.pk: [new.pk, form.pk], form.pk: [form.pk], lone.pk: [lone.pk]}
    assert len(asked) == 1


def test_the_pictures_are_kept_with_the_words(
    approved: Approved, form: Authorization, bob: Membership, network: PracticeNetwork
) -> None:
    [delivery] = approved(TEXT, consents=(form.pk,))
    deliver(delivery.pk)
    content = b"the pixels as they went out"
    sha256 = blobs.put(bob.organisation_id, content)
    picture = PictureRef(sha256, "image/png", 1, 1, len(content), "A hall")
    showing = Payload(text=TEXT, pictures=(picture,), consents=(form.pk,))
    Delivery.objects.filter(pk=delivery.pk).update(payload=showing.as_json())
    takedown = revoke(bob, form).takedowns.get()
    assert body(bob.organisation_id, sha256) == content
    [event] = [
        event
        for event in timeline(form.organisation_id, form.subject)
        if event.verb == "take_down.archived"
    ]
    assert event.facts["bodies"] == [takedown.archived, sha256]


def test_a_removal_that_waits_for_an_account_becomes_a_persons_task(
    approved: Approved, form: Authorization, nora: Membership, network: PracticeNetwork
) -> None:
    [delivery] = approved(TEXT, consents=(form.pk,))
    deliver(delivery.pk)
    revocation = revoke(nora, form)
    assert steps(revocation) == [Step.TO_ASK]
    assert "about to be asked" in get(nora, to("open", pk=form.pk))
    Account.objects.update(health=Account.Health.RECONNECT)
    assert tasks.follow(timezone.now()) == 1
    assert steps(revocation) == [Step.BY_HAND]
    assert "to be connected again" in get(nora, to("open", pk=form.pk))
    assert tasks.follow(timezone.now()) == 0
    Account.objects.update(health=Account.Health.CONNECTED)
    remove_what_is_due()
    tasks.follow(timezone.now())
    assert steps(revocation) == [Step.GONE]


def test_a_network_is_said_to_be_asked_only_after_an_attempt(
    approved: Approved, form: Authorization, nora: Membership, network: PracticeNetwork
) -> None:
    [delivery] = approved(TEXT, consents=(form.pk,))
    deliver(delivery.pk)
    revocation = revoke(nora, form)
    network.feel(Mood.FAIL, doing=Doing.DELETE)
    remove_what_is_due()
    assert steps(revocation) == [Step.ASKED]
    [row] = progress(revocation)
    assert row.takedown.removal is not None
    assert row.at == row.takedown.removal.first_claimed_at
    assert "The network was asked" in get(nora, to("open", pk=form.pk))


def test_what_could_not_be_looked_for_is_not_said_to_be_looked_for(
    approved: Approved, form: Authorization, nora: Membership, network: PracticeNetwork
) -> None:
    [delivery] = approved(TEXT, consents=(form.pk,))
    deliver(delivery.pk)
    revocation = revoke(nora, form)
    remove_what_is_due()
    tasks.follow(timezone.now())
    network.feel(Mood.DOWN)
    takedown = revocation.takedowns.get()
    assert takedown.look_again_at is not None
    takedowns.look_again(takedown.pk, takedown.look_again_at)
    takedown.refresh_from_db()
    assert (takedown.looked_at, takedown.could_not_look) == (None, True)
    page = get(nora, to("open", pk=form.pk))
    assert "It could not be looked for: open the address yourself." in page
    assert "Looked for again" not in page
    network.calm()
    takedowns.look_again(takedown.pk, takedown.look_again_at)
    takedown.refresh_from_db()
    assert takedown.looked_at is not None
    assert not takedown.could_not_look
    assert steps(revocation) == [Step.GONE]


def test_what_is_said_twice_is_one_revocation(form: Authorization, bob: Membership) -> None:
    some = revoke(bob, form, networks=["facebook"])
    assert revoke(None, form, how="link", networks=["facebook"]) == some
    whole = revoke(None, form, how="link", elsewhere=["A flyer"])
    assert revoke(bob, form, elsewhere=["A flyer", "A banner"]) == whole
    assert revoke(bob, form, networks=["website"]) == whole
    assert Revocation.objects.count() == 2
    assert [row.place for row in progress(whole)] == ["A flyer", "A banner"]
    said = [event.verb for event in timeline(form.organisation_id, form.subject)]
    assert said.count("authorization.revoked") == 2


def test_a_replaced_form_is_taken_back_once(form: Authorization, bob: Membership) -> None:
    renewed(bob, form)
    first = revoke(None, form, how="link")
    assert revoke(None, form, how="link") == first
    assert is_taken_back(bob.organisation.authorizations.get(pk=form.pk))
    page = get(bob, to("open", pk=form.pk))
    assert to("stop", pk=form.pk) not in page


def test_some_places_and_paid_use_are_said_one_by_one(bob: Membership) -> None:
    form = signed(bob, paid=True)
    with pytest.raises(verbs.NotPossible, match="one by one"):
        revoke(bob, form, networks=["practice"], paid_only=True)
    assert not Revocation.objects.exists()


def test_a_clock_that_finds_nothing_asks_little(form: Authorization, bob: Membership) -> None:
    revoke(bob, form)
    later = timezone.now() + takedowns.LATECOMERS + timedelta(minutes=1)
    with CaptureQueriesContext(connection) as asked:
        assert tasks.follow(later) == 0
    assert len(asked) == 2

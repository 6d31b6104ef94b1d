"""The times of the week: added, removed, shown with what is open next."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from bedside.conftest import person
from bedside.orgs.permissions import Role
from bedside.orgs.verbs import add_member
from bedside.outbox.accounts import disconnect_account
from bedside.outbox.verbs import NotPossible
from bedside.posts.queue import MOST_SLOTS, add_slots, remove_slot
from bedside.posts.tests.making import noon, post_of
from bedside.records.models import Entry

pytestmark = pytest.mark.usefixtures("tuesday")


@pytest.fixture
def page(client, clinic):
    """Get the page, or post to it where values are given."""

    def as_seen_by(member, values=None):
        client.force_login(member.user)
        url = reverse("posts:slots", kwargs={"slug": clinic.slug})
        return client.get(url) if values is None else client.post(url, values, follow=True)

    return as_seen_by


def test_times_are_added_on_several_weekdays_at_once(page, bob, clinic):
    answer = page(bob, {"weekday": ["1", "3"], "time": "12:00", "account": ""})
    assert "2 added." in answer.text
    assert [*clinic.slots.values_list("weekday", "clock")] == [(1, time(12)), (3, time(12))]
    assert "Tue, Oct 13, 12 PM" in answer.text
    assert "Thu, Oct 15, 12 PM" in answer.text


def test_a_time_of_an_account_shows_its_network(page, bob, account):
    answer = page(bob, {"weekday": ["1"], "time": "12:00", "account": str(account.pk)})
    assert "Remove Tuesday, 12 PM, Practice network" in answer.text


def test_the_same_time_is_not_added_twice(bob, clinic, account):
    assert add_slots(by=bob, weekdays=[1], clock=time(12)) == 1
    assert add_slots(by=bob, weekdays=[1], clock=time(12, 0, 30)) == 0
    assert add_slots(by=bob, weekdays=[1], clock=time(12), account_id=account.pk) == 1
    assert clinic.slots.count() == 2


def test_what_is_taken_is_not_open_next(page, bob, clinic):
    add_slots(by=bob, weekdays=[1], clock=time(12))
    post_of(bob, noon(date(2026, 10, 13), clinic))
    answer = page(bob)
    assert "Tue, Oct 13" not in answer.text
    assert "Tue, Oct 20, 12 PM" in answer.text


def test_a_time_that_the_clocks_skip_is_explained(page, bob, clinic, time_machine):
    add_slots(by=bob, weekdays=[6], clock=time(2, 30))
    time_machine.move_to("2027-03-10T12:00:00Z")
    answer = page(bob)
    assert "Sun, Mar 14, 3:30 AM" in answer.text
    assert "2:30 AM does not exist" in answer.text


def test_times_are_removed_and_posts_keep_theirs(client, page, bob, clinic):
    add_slots(by=bob, weekdays=[1], clock=time(12))
    post = post_of(bob, noon(date(2026, 10, 13), clinic))
    url = reverse("posts:remove_slot", kwargs={"slug": clinic.slug, "pk": clinic.slots.get().pk})
    client.force_login(bob.user)
    assert "The time is removed." in client.post(url, follow=True).text
    assert client.post(url).status_code == 302
    post.refresh_from_db()
    assert post.publish_at == noon(date(2026, 10, 13), clinic)


@pytest.mark.parametrize(
    ("values", "cure"),
    [
        ({"time": "12:00"}, "Choose at least one day of the week."),
        ({"weekday": ["9", "x"], "time": "12:00"}, "Choose at least one day of the week."),
        ({"weekday": ["1"], "time": "noon"}, "Write it like 14:30."),
        ({"weekday": ["1"], "time": "12:00", "account": "999"}, "Choose another one."),
    ],
)
def test_what_is_no_time_is_refused_with_a_cure(page, bob, clinic, values, cure):
    answer = page(bob, values)
    assert answer.status_code == 409
    assert cure in answer.text
    assert clinic.slots.count() == 0


def test_an_account_that_is_disconnected_gets_no_times(alice, bob, account):
    disconnect_account(by=alice, account=account)
    with pytest.raises(NotPossible, match="not connected"):
        add_slots(by=bob, weekdays=[1], clock=time(12), account_id=account.pk)


def test_a_week_has_room_for_so_many_times(bob):
    for hour in range(14):
        add_slots(by=bob, weekdays=range(7), clock=time(hour))
    with pytest.raises(NotPossible, match=str(MOST_SLOTS)):
        add_slots(by=bob, weekdays=range(7), clock=time(20))


def test_changes_of_the_week_are_recorded(bob, clinic):
    add_slots(by=bob, weekdays=[1], clock=time(12))
    remove_slot(by=bob, slot_id=clinic.slots.get().pk)
    verbs = Entry.objects.filter(organisation=clinic, verb__startswith="slot.")
    assert [*verbs.order_by("pk").values_list("verb", flat=True)] == ["slot.added", "slot.removed"]


def test_who_may_not_plan_reads_the_week_only(page, client, alice, bob, clinic):
    chen = add_member(by=alice, user=person("Dr. Mei Chen"), role=Role.CLINICIAN)
    add_slots(by=bob, weekdays=[1], clock=time(12))
    answer = page(chen)
    assert "12 PM" in answer.text
    assert "Add a time" not in answer.text
    assert "Remove" not in answer.text
    assert page(chen, {"weekday": ["1"], "time": "13:00"}).status_code == 403
    url = reverse("posts:remove_slot", kwargs={"slug": clinic.slug, "pk": clinic.slots.get().pk})
    assert client.post(url).status_code == 403
    with pytest.raises(PermissionDenied):
        remove_slot(by=chen, slot_id=clinic.slots.get().pk)


def test_member_of_another_clinic_sees_and_changes_nothing(client, charlie, bob, clinic):
    add_slots(by=bob, weekdays=[1], clock=time(12))
    slot = clinic.slots.get()
    client.force_login(charlie.user)
    slugs = {"slug": clinic.slug}
    assert client.get(reverse("posts:slots", kwargs=slugs)).status_code == 404
    assert client.post(reverse("posts:slots", kwargs=slugs), {}).status_code == 404
    remove = reverse("posts:remove_slot", kwargs={**slugs, "pk": slot.pk})
    assert client.post(remove).status_code == 404
    own = {"slug": charlie.organisation.slug, "pk": slot.pk}
    client.post(reverse("posts:remove_slot", kwargs=own))
    assert clinic.slots.get() == slot
    assert not remove_slot(by=charlie, slot_id=slot.pk)


def test_an_account_of_another_clinic_gets_no_times(charlie, account):
    with pytest.raises(NotPossible):
        add_slots(by=charlie, weekdays=[1], clock=time(12), account_id=account.pk)

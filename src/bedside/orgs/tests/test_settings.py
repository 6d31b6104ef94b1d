"""The organisation, its places and its staff."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bedside.orgs.models import Organisation
from bedside.orgs.queries import speaker
from bedside.records.queries import latest

SAID = {
    "name": "Cedar Hollow Family Clinic",
    "city": "Cedar Hollow",
    "region": "Illinois",
    "phone": "(555) 555-0142",
    "email": "hello@cedarhollow.example",
    "domains": "cedarhollow.example, www.cedarhollow.example cedarhollow.example",
    "time_zone": "America/Denver",
    "late_after": "90",
}


@pytest.fixture
def at(alice):
    """Return the address of a settings page of Cedar Hollow."""
    slug = alice.organisation.slug
    return lambda name, **kwargs: reverse(f"orgs:{name}", kwargs={"slug": slug, **kwargs})


def test_an_owner_changes_what_the_clinic_says_of_itself(client, alice, at):
    client.force_login(alice.user)
    response = client.post(at("settings"), SAID, follow=True)
    clinic = Organisation.objects.get()
    assert "Saved." in response.content.decode()
    assert (clinic.time_zone, clinic.late_after) == ("America/Denver", 90)
    assert clinic.domains == ["cedarhollow.example", "www.cedarhollow.example"]


def test_the_record_names_the_fields_and_not_their_values(client, alice, at):
    client.force_login(alice.user)
    client.post(at("settings"), SAID)
    entry = latest(alice.organisation_id, 1)[0]
    assert entry.verb == "organisation.changed"
    assert entry.facts == {
        "fields": ["region", "phone", "email", "domains", "time_zone", "late_after"]
    }


def test_saving_without_a_change_records_nothing(client, alice, at):
    client.force_login(alice.user)
    client.post(at("settings"), SAID)
    before = latest(alice.organisation_id, 1)[0].seq
    client.post(at("settings"), SAID)
    assert latest(alice.organisation_id, 1)[0].seq == before


@pytest.mark.parametrize(
    ("field", "value", "complaint"),
    [
        ("late_after", "0", "Between 1 minute and 10,080 minutes"),
        ("time_zone", "Mars/Olympus", "Select a valid choice"),
        ("name", "", "This field is required"),
        ("email", "hello", "Enter a valid email address"),
    ],
)
def test_a_wrong_value_is_explained_beside_its_field(client, alice, at, field, value, complaint):
    client.force_login(alice.user)
    page = client.post(at("settings"), SAID | {field: value}).content.decode()
    assert complaint in page
    assert f'id="id_{field}_error"' in page
    assert Organisation.objects.get().late_after == 60


def test_a_name_that_is_not_saved_does_not_show_in_the_shell(client, alice, at):
    client.force_login(alice.user)
    page = client.post(at("settings"), SAID | {"name": "Other", "late_after": "0"}).content.decode()
    assert "<b>Cedar Hollow Family Clinic</b>" in page


def test_a_writer_reads_the_settings_and_cannot_change_them(client, bob, at):
    client.force_login(bob.user)
    page = client.get(at("settings")).content.decode()
    assert "An owner can change these." in page
    assert client.post(at("settings"), SAID).status_code == 403


def test_a_place_is_known_to_the_guard_until_it_is_removed(client, alice, at):
    client.force_login(alice.user)
    client.post(at("places"), {"name": "North clinic", "address": "12 Mill Road"})
    assert "12 Mill Road" in speaker(alice.organisation).places
    client.post(at("forget_place", location_id=alice.organisation.locations.get().pk))
    assert "12 Mill Road" not in speaker(alice.organisation).places


def test_a_member_of_staff_is_known_to_the_guard_until_they_are_removed(client, alice, at):
    client.force_login(alice.user)
    client.post(at("staff"), {"name": "Jo Abernathy", "title": "Nurse"})
    assert "Jo Abernathy" in speaker(alice.organisation).staff
    jo = alice.organisation.staff.get(name="Jo Abernathy")
    client.post(at("forget_staff", staff_id=jo.pk))
    assert "Jo Abernathy" not in speaker(alice.organisation).staff


def test_an_owner_elsewhere_cannot_remove_a_place_of_ours(client, alice, charlie, at):
    client.force_login(alice.user)
    client.post(at("places"), {"name": "North clinic"})
    place = alice.organisation.locations.get()
    client.force_login(charlie.user)
    theirs = {"slug": charlie.organisation.slug, "location_id": place.pk}
    client.post(reverse("orgs:forget_place", kwargs=theirs))
    assert alice.organisation.locations.filter(pk=place.pk).exists()


def test_the_table_of_rights_shows_every_right_and_role(client, bob, at):
    client.force_login(bob.user)
    page = client.get(at("roles")).content.decode()
    assert page.count('<tr><th scope="row">') == 15
    assert "Approve what somebody else wrote" in page
    assert "Auditor" in page

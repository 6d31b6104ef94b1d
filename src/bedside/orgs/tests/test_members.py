"""Letting people in, giving them roles, and letting them go."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from bedside.conftest import PASSWORD, person
from bedside.orgs.models import Membership, User
from bedside.orgs.permissions import Role
from bedside.orgs.verbs import add_member
from bedside.records.queries import latest

NEW = {"name": "Ivy Park", "email": "Ivy@Agency.example", "role": "agency"}
NEW_PASSWORD = "four words nobody guesses"


@pytest.fixture
def at(alice):
    """Return the address of a page about the members of Cedar Hollow."""
    slug = alice.organisation.slug
    return lambda name, **kwargs: reverse(f"orgs:{name}", kwargs={"slug": slug, **kwargs})


@pytest.fixture
def owner(client, alice):
    """A browser in which Alice is signed in."""
    client.force_login(alice.user)
    return client


def link_on(page):
    return re.search(r'<code id="link">([^<]+)</code>', page)


def test_an_invited_person_sets_a_password_by_the_link_and_comes_in(owner, alice, at, client):
    link = link_on(owner.post(at("members"), NEW).content.decode()).group(1)
    client.logout()
    form = client.get(link, follow=True)
    address = form.redirect_chain[-1][0]
    client.post(address, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})
    client.post(reverse("account_login"), {"login": "ivy@agency.example", "password": NEW_PASSWORD})
    home = client.get(reverse("web:front_door"), follow=True)
    assert home.request["PATH_INFO"] == f"/{alice.organisation.slug}/"
    assert "Ivy" in home.content.decode()


def test_the_link_works_once(owner, at, client):
    link = link_on(owner.post(at("members"), NEW).content.decode()).group(1)
    client.logout()
    address = client.get(link, follow=True).redirect_chain[-1][0]
    client.post(address, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})
    client.logout()
    assert "This link is used up" in client.get(link, follow=True).content.decode()


def test_the_link_is_shown_once_and_not_stored_by_the_browser(owner, at):
    response = owner.post(at("members"), NEW)
    assert "no-store" in response["Cache-Control"]
    assert link_on(owner.get(at("members")).content.decode()) is None


def test_somebody_who_has_an_account_gets_no_link(owner, at):
    known = person("Ivy")
    page = owner.post(at("members"), NEW | {"email": known.email}).content.decode()
    assert link_on(page) is None
    assert "sign in as they always do" in page
    assert known.memberships.get().role == Role.AGENCY


def test_a_link_never_opens_the_account_of_somebody_who_belongs_elsewhere(
    owner, alice, charlie, at
):
    user = User.objects.create_user("pat@millpond.example", "Pat")
    add_member(by=charlie, user=user, role=Role.WRITER)
    page = owner.post(at("members"), NEW | {"email": user.email}).content.decode()
    ours = alice.organisation.memberships.get(user=user)
    again = owner.post(at("new_link", member_id=ours.pk), follow=True).content.decode()
    assert link_on(page) is None
    assert link_on(again) is None
    assert "belongs to another organization too" in again


def test_a_new_link_is_made_for_somebody_who_never_came_in(owner, alice, at):
    owner.post(at("members"), NEW)
    ivy = alice.organisation.memberships.get(user__name="Ivy Park")
    assert link_on(owner.post(at("new_link", member_id=ivy.pk)).content.decode())


def test_a_member_is_not_let_in_twice(owner, bob, at):
    page = owner.post(at("members"), NEW | {"email": bob.user.email}).content.decode()
    assert "This person is a member already." in page
    assert Membership.objects.filter(user=bob.user).count() == 1


def test_an_owner_changes_a_role_and_the_record_says_so(owner, alice, bob, at):
    page = owner.post(at("set_role", member_id=bob.pk), {"role": "approver"}, follow=True)
    bob.refresh_from_db()
    entry = latest(alice.organisation_id, 1)[0]
    assert bob.role == Role.APPROVER
    assert (entry.verb, entry.facts["role"]) == ("member.role_changed", "approver")
    assert "Bob: Writer to Approver." in page.content.decode()


def test_an_unknown_role_changes_nothing(owner, bob, at):
    owner.post(at("set_role", member_id=bob.pk), {"role": "emperor"})
    bob.refresh_from_db()
    assert bob.role == Role.WRITER


def test_a_membership_ends_at_once_and_can_be_undone(owner, alice, bob, at, client):
    page = owner.post(at("end", member_id=bob.pk), follow=True).content.decode()
    undo = at("let_in_again", member_id=bob.pk)
    assert f'action="{undo}"' in page
    assert not alice.organisation.memberships.filter(user=bob.user, ended_at=None).exists()
    owner.post(undo)
    again = alice.organisation.memberships.get(user=bob.user, ended_at=None)
    assert (again.role, again.pk == bob.pk) == (Role.WRITER, False)


@pytest.mark.parametrize(("name", "sent"), [("end", {}), ("set_role", {"role": "writer"})])
def test_the_last_owner_stays(owner, alice, at, name, sent):
    page = owner.post(at(name, member_id=alice.pk), sent, follow=True).content.decode()
    alice.refresh_from_db()
    assert "Somebody must own this organization." in page
    assert (alice.role, alice.ended_at) == (Role.OWNER, None)


def test_an_owner_may_leave_when_another_stays(owner, alice, nora, at):
    owner.post(at("set_role", member_id=nora.pk), {"role": "owner"})
    response = owner.post(at("end", member_id=alice.pk), follow=True)
    assert "You do not belong to an organization yet." in response.content.decode()


@pytest.mark.parametrize("name", ["set_role", "end", "let_in_again", "new_link"])
def test_an_owner_elsewhere_cannot_touch_a_member_of_ours(client, bob, charlie, name):
    client.force_login(charlie.user)
    theirs = {"slug": charlie.organisation.slug, "member_id": bob.pk}
    response = client.post(reverse(f"orgs:{name}", kwargs=theirs), {"role": "owner"})
    bob.refresh_from_db()
    assert response.status_code == 404
    assert (bob.role, bob.ended_at) == (Role.WRITER, None)


@pytest.mark.parametrize("name", ["set_role", "end", "let_in_again", "new_link"])
def test_a_writer_cannot_touch_members(client, bob, nora, at, name):
    client.force_login(bob.user)
    response = client.post(at(name, member_id=nora.pk), {"role": "owner"})
    assert response.status_code == 403


def test_a_writer_sees_colleagues_and_no_buttons(client, bob, nora, at):
    client.force_login(bob.user)
    page = client.get(at("members")).content.decode()
    assert nora.user.email in page
    assert "Let somebody in" not in page
    assert client.post(at("members"), NEW).status_code == 403


def test_passwords_of_the_cast_are_good_enough_for_the_house(client, bob):
    response = client.post(
        reverse("account_login"), {"login": bob.user.email, "password": PASSWORD}
    )
    assert response.status_code == 302

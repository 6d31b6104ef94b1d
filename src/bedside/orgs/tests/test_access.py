"""The door of every page."""

from __future__ import annotations

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.urls import reverse
from django.utils import timezone

from bedside.conftest import person
from bedside.orgs.permissions import STRONG_SIGN_IN, Role
from bedside.orgs.verbs import add_member, found_organisation


@pytest.fixture
def real_clinic(db):
    """An organisation that is no demo, with its owner's membership."""
    clinic = found_organisation(name="Cedar Hollow Family Clinic", owner=person("Alice"))
    return clinic.memberships.select_related("organisation", "user").get()


def today_of(member):
    return reverse("web:today", kwargs={"slug": member.organisation.slug})


def test_a_stranger_is_led_to_the_sign_in(client, alice):
    response = client.get(today_of(alice))
    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


def test_a_member_comes_in(client, alice):
    client.force_login(alice.user)
    assert client.get(today_of(alice)).status_code == 200


def test_a_member_of_another_clinic_sees_nothing(client, alice, charlie):
    client.force_login(charlie.user)
    assert client.get(today_of(alice)).status_code == 404


def test_a_clinic_that_does_not_exist_looks_like_one_that_one_may_not_see(client, alice, charlie):
    client.force_login(charlie.user)
    unknown = client.get("/no-such-clinic/")
    hidden = client.get(today_of(alice))
    assert unknown.status_code == hidden.status_code == 404
    assert unknown.content == hidden.content


def test_a_former_member_sees_nothing(client, alice, bob):
    alice.organisation.memberships.filter(pk=bob.pk).update(ended_at=timezone.now())
    client.force_login(bob.user)
    assert client.get(today_of(alice)).status_code == 404


@pytest.mark.parametrize("role", sorted(STRONG_SIGN_IN))
def test_whoever_can_send_must_first_strengthen_the_sign_in(client, real_clinic, role):
    member = add_member(by=real_clinic, user=person("Bob"), role=Role(role))
    client.force_login(member.user)
    response = client.get(today_of(real_clinic))
    assert response.status_code == 302
    assert response.url == reverse("mfa_index")


@pytest.mark.parametrize("role", sorted(set(Role) - STRONG_SIGN_IN))
def test_whoever_cannot_send_comes_in_with_a_password(client, real_clinic, role):
    member = add_member(by=real_clinic, user=person("Dr. Chen"), role=Role(role))
    client.force_login(member.user)
    assert client.get(today_of(real_clinic)).status_code == 200


def test_a_code_app_opens_the_door(client, real_clinic):
    TOTP.activate(real_clinic.user, generate_totp_secret())
    client.force_login(real_clinic.user)
    assert client.get(today_of(real_clinic)).status_code == 200


def test_recovery_codes_alone_do_not(client, real_clinic):
    RecoveryCodes.activate(real_clinic.user)
    client.force_login(real_clinic.user)
    assert client.get(today_of(real_clinic)).status_code == 302


def test_a_demo_asks_for_no_second_factor(client, alice, bob, nora):
    client.force_login(nora.user)
    assert client.get(today_of(alice)).status_code == 200


def test_a_missing_right_says_which_and_who_can_give_it(client, bob):
    client.force_login(bob.user)
    slug = bob.organisation.slug
    response = client.post(reverse("orgs:places", kwargs={"slug": slug}), {"name": "Mill Road"})
    assert response.status_code == 403
    assert "This needs the right to manage." in response.content.decode()
    assert "An owner of your organization can give you another role" in response.content.decode()

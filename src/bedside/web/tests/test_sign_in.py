"""Coming in: password, second step, passkeys, recovery, forgotten passwords."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from django.urls import reverse

from bedside.conftest import PASSWORD
from bedside.orgs.models import User

NEW_PASSWORD = "four words nobody guesses"


def sign_in(client, member, password=PASSWORD):
    form = {"login": member.user.email, "password": password}
    return client.post(reverse("account_login"), form, follow=True)


def sign_in_twice(client, member):
    """Sign in and show once more who one is, as it is asked before the sign-in itself changes."""
    sign_in(client, member)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})


def first(pattern, text):
    return re.findall(pattern, str(text))[0]


def code_for(secret):
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


@pytest.fixture
def code_app(alice):
    """Return the secret of the code app that Alice uses."""
    secret = generate_totp_secret()
    TOTP.activate(alice.user, secret)
    RecoveryCodes.activate(alice.user)
    return secret


def test_a_password_leads_to_today(client, alice):
    page = sign_in(client, alice)
    assert page.request["PATH_INFO"] == f"/{alice.organisation.slug}/"


def test_signing_in_is_not_congratulated(client, alice):
    assert "toast" not in sign_in(client, alice).content.decode()


def test_a_wrong_password_says_what_to_do(client, alice):
    page = sign_in(client, alice, "not the password").content.decode()
    assert 'role="alert"' in page
    assert "ask an owner for a new link" in page


def test_the_sign_in_offers_the_passkey_first(client, db):
    page = client.get(reverse("account_login")).content.decode()
    assert page.index("Use a passkey") < page.index("or with a password")
    assert page.count('class="btn btn-do') == 1
    assert 'src="/static/mfa/js/webauthn.js" defer' in page


def test_a_passkey_is_asked_for_by_a_challenge(client, db):
    answer = client.get(
        reverse("mfa_login_webauthn"), headers={"Accept": "application/json"}
    ).json()
    assert answer["request_options"]["publicKey"]["challenge"]


def test_a_code_is_asked_for_after_the_password(client, alice, code_app):
    page = sign_in(client, alice)
    assert page.request["PATH_INFO"] == reverse("mfa_authenticate")
    assert "The second step" in page.content.decode()
    home = client.post(reverse("mfa_authenticate"), {"code": code_for(code_app)}, follow=True)
    assert home.request["PATH_INFO"] == f"/{alice.organisation.slug}/"


def test_a_wrong_code_does_not_open(client, alice, code_app):
    sign_in(client, alice)
    page = client.post(reverse("mfa_authenticate"), {"code": "000000"}).content.decode()
    assert 'id="id_code_error"' in page
    assert client.get(f"/{alice.organisation.slug}/").status_code == 302


def test_a_recovery_code_opens_once(client, alice, code_app):
    codes = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    sign_in(client, alice)
    home = client.post(reverse("mfa_authenticate"), {"code": codes[0]}, follow=True)
    assert home.request["PATH_INFO"] == f"/{alice.organisation.slug}/"
    client.logout()
    sign_in(client, alice)
    again = client.post(reverse("mfa_authenticate"), {"code": codes[0]})
    assert 'id="id_code_error"' in again.content.decode()


def test_a_code_app_is_set_up_and_recovery_codes_are_shown(client, alice):
    sign_in_twice(client, alice)
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    secret = first(r'<code id="secret">(\w+)</code>', page)
    assert 'src="data:image/svg+xml;base64,' in page
    done = client.post(reverse("mfa_activate_totp"), {"code": code_for(secret)}, follow=True)
    assert "10 of 10 are left" in done.content.decode()
    assert TOTP.__name__ in {type(one.wrap()).__name__ for one in Authenticator.objects.all()}


def test_a_key_can_be_set_up_by_somebody_whose_address_no_mail_confirmed(client, alice):
    sign_in_twice(client, alice)
    page = client.get(reverse("mfa_add_webauthn")).content.decode()
    assert "Add a passkey" in page
    assert '"creation_options"' in page


def test_changing_how_one_signs_in_asks_again_who_one_is(client, alice):
    sign_in(client, alice)
    page = client.get(reverse("mfa_activate_totp"), follow=True)
    assert page.request["PATH_INFO"] == reverse("account_reauthenticate")
    assert "Is it you?" in page.content.decode()


def test_a_clinics_own_sign_on_is_offered_where_it_is_set_up(client, db, settings):
    app = {"provider_id": "oidc", "name": "Clinic sign-on", "client_id": "x", "secret": "y"}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    page = client.get(reverse("account_login")).content.decode()
    assert "Clinic sign-on" in page
    assert 'href="/accounts/oidc/oidc/login/?process=login"' in page


def test_nobody_signs_up_by_themself(client, db):
    page = client.get(reverse("account_signup")).content.decode()
    form = {"email": "charlie@elsewhere.example", "password1": NEW_PASSWORD}
    client.post(reverse("account_signup"), form)
    assert "Nobody can make an account here." in page
    assert not User.objects.exists()


def test_a_forgotten_password_is_set_anew_by_mail(client, alice):
    client.post(reverse("account_reset_password"), {"email": alice.user.email})
    link = first(r"http\S+", mail.outbox[0].body)
    address = client.get(link, follow=True).redirect_chain[-1][0]
    client.post(address, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})
    assert sign_in(client, alice, NEW_PASSWORD).request["PATH_INFO"].startswith("/cedar-hollow")


def test_mails_hold_no_name_and_no_clinic(client, alice):
    for address in (alice.user.email, "nobody@elsewhere.example"):
        client.post(reverse("account_reset_password"), {"email": address})
    said = " ".join(f"{message.subject} {message.body}" for message in mail.outbox)
    assert len(mail.outbox) == 2
    assert "Alice" not in said
    assert "Cedar Hollow" not in said


def test_the_answer_does_not_tell_whether_an_address_is_known(client, alice):
    answers = [
        client.post(reverse("account_reset_password"), {"email": email}, follow=True)
        for email in (alice.user.email, "nobody@elsewhere.example")
    ]
    assert "Look into your mail" in answers[0].content.decode()
    assert answers[0].content == answers[1].content


def test_a_used_up_link_says_so(client, db):
    page = client.get(
        reverse("account_reset_password_from_key", kwargs={"uidb36": "1", "key": "a-b"})
    )
    assert "This link is used up" in page.content.decode()


def test_signing_out_ends_the_session(client, alice):
    client.force_login(alice.user)
    assert (
        "What is planned goes out without you."
        in client.get(reverse("account_logout")).content.decode()
    )
    client.post(reverse("account_logout"))
    assert client.get(f"/{alice.organisation.slug}/").status_code == 302


PAGES = [
    "account_login", "account_signup", "account_reset_password", "account_reset_password_done",
    "account_reset_password_from_key_done", "account_inactive", "socialaccount_login_cancelled",
    "socialaccount_login_error", "account_logout", "account_change_password", "account_email",
    "mfa_index", "mfa_list_webauthn", "mfa_add_webauthn", "mfa_activate_totp",
    "mfa_generate_recovery_codes", "account_reauthenticate",
    "mfa_reauthenticate", "mfa_reauthenticate_webauthn", "socialaccount_connections",
]  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("signed_in", [True, False])
def test_every_page_of_the_sign_in_wears_the_house_and_its_policy(client, alice, name, signed_in):
    [sign_in(client, member) for member in [alice][: int(signed_in)]]
    page = client.get(reverse(name), follow=True)
    text = page.content.decode()
    assert page.status_code in {200, 401}
    assert 'class="enter"' in text or 'class="shell"' in text
    assert "unsafe" not in page["Content-Security-Policy"]
    assert not re.search(r"<script(?![^>]*(?: src=|application/json))", text)

"""Errors say cause, cure, and who can cure it; they work when nothing else does."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string
from django.test import Client


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "500"])
def test_an_error_page_needs_no_request_and_no_database(name):
    page = render_to_string(f"{name}.html")
    assert '<h1 id="sheet-title">' in page
    assert 'href="/"' in page


def test_a_stale_form_is_explained(alice):
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice.user)
    response = client.post(f"/{alice.organisation.slug}/pause/", {"to": "pause"})
    assert response.status_code == 403
    assert "Please send it again" in response.content.decode()


def test_an_error_page_holds_nothing_of_the_address(client, alice):
    client.force_login(alice.user)
    page = client.get("/mr-alvarez-was-here/").content.decode()
    assert "alvarez" not in page

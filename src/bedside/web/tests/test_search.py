"""Search: posts, parts, people; words never stand in an address."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bedside.orgs.verbs import add_staff
from bedside.posts.models import Post


@pytest.fixture
def find(client, alice):
    """Search as Alice, from the palette, and return what is drawn."""
    client.force_login(alice.user)
    address = reverse("web:search", kwargs={"slug": alice.organisation.slug})

    def search(words):
        found = client.post(address, {"words": words}, headers={"HX-Request": "true"})
        return found.content.decode()

    return search


def post(member, title):
    return Post.objects.create(organisation=member.organisation, title=title, author=member.user)


def test_a_post_is_found_by_words_of_its_title(find, alice):
    made = post(alice, "Flu shots, walk-in Saturdays")
    drawn = find("saturday flu")
    assert "Flu shots, walk-in Saturdays" in drawn
    assert f"/compose/{made.pk}/" in drawn


def test_a_part_of_bedside_is_found(find):
    drawn = find("record")
    assert "/records/" in drawn
    assert "Go to" in drawn


def test_members_and_staff_are_found(find, alice, nora):
    add_staff(by=alice, name="Jo Abernathy", title="Nurse")
    assert "Privacy officer" in find("nora")
    assert "Jo Abernathy" in find("nurse")


def test_nothing_of_another_clinic_is_found(find, charlie):
    post(charlie, "Flu shots at the pond")
    add_staff(by=charlie, name="Flora Pond")
    assert "Nothing has “flu” in its title or name." in find("flu")
    assert "Charlie" not in find("charlie").replace("“charlie”", "")


def test_words_are_shown_as_words(find):
    assert "<script>" not in find("<script>")


def test_an_empty_search_teaches(find):
    assert "Titles of posts, parts of Bedside, and the people" in find("  ")


def test_words_in_an_address_are_not_read(client, alice):
    post(alice, "Flu shots")
    client.force_login(alice.user)
    address = reverse("web:search", kwargs={"slug": alice.organisation.slug})
    assert "Flu shots" not in client.get(address, {"words": "flu"}).content.decode()


def test_it_works_without_scripts(client, alice):
    post(alice, "Flu shots")
    client.force_login(alice.user)
    address = reverse("web:search", kwargs={"slug": alice.organisation.slug})
    page = client.post(address, {"words": "flu"}).content.decode()
    assert "<h1>Search</h1>" in page
    assert "Flu shots" in page

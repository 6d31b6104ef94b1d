"""The pages of the record."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import transaction
from django.urls import reverse

from bedside.posts.models import Post
from bedside.records.chain import append
from bedside.records.models import Entry
from bedside.records.queries import Event, timeline
from bedside.web.certificate import certificate_of
from bedside.web.record_words import _PLAIN, line_of

BYTES = "9f2c" + "a" * 56 + "41ab"
STORY: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("bob", "post.drafted", {"number": 1, "content": BYTES}),
    ("bob", "guard.checked", {"number": 1, "verdict": "block", "codes": ["P014"], "guard": "0.1"}),
    ("bob", "guard.checked", {"number": 2, "verdict": "clear", "codes": [], "guard": "0.1"}),
    ("nora", "post.approved", {"number": 2, "bound_to": BYTES}),
    (
        "",
        "delivery.attempted",
        {"delivery": 1, "network": "bluesky", "bytes": BYTES, "verdict": "clear", "guard": "0.1"},
    ),
    ("", "delivery.live", {"delivery": 1, "network": "bluesky", "bytes": BYTES, "id": "at://1"}),
)


@pytest.fixture
def told(alice, bob, nora):
    """A post with a whole story in the record."""
    post = Post.objects.create(
        organisation=alice.organisation, title="World Mental Health Day", author=bob.user
    )
    people = {"bob": f"user:{bob.user_id}", "nora": f"user:{nora.user_id}", "": "system"}
    with transaction.atomic():
        for who, verb, facts in STORY:
            append(
                organisation_id=alice.organisation_id,
                actor=people[who],
                verb=verb,
                subject=post.subject,
                facts=facts,
            )
    return post


def certificate_for(member, post):
    events = timeline(member.organisation_id, post.subject)
    return certificate_of(member.organisation, events)


@pytest.fixture
def at(alice):
    """Return the address of a page of the record."""
    slug = alice.organisation.slug
    return lambda name, **kwargs: reverse(f"web:{name}", kwargs={"slug": slug, **kwargs})


@pytest.fixture
def owner(client, alice):
    """A browser in which Alice is signed in."""
    client.force_login(alice.user)
    return client


def test_a_post_tells_its_story_in_order(owner, at, told):
    page = owner.get(at("record", post_id=told.pk)).content.decode()
    told_in_order = [
        "Bob wrote a first draft",
        "The guard stopped it",
        "The guard found nothing to stop",
        "Nora approved it",
        "Left for Bluesky, checked once more",
        "Live on Bluesky",
    ]
    places = [page.index(sentence) for sentence in told_in_order]
    assert places == sorted(places)


def test_the_certificate_gathers_what_was_published(alice, told):
    certificate = certificate_for(alice, told)
    published = certificate.publications[0]
    assert (certificate.author, certificate.approver) == ("Bob", "Nora")
    assert (certificate.guard, certificate.verdict) == ("0.1", "clear")
    assert (published.network, published.attempts, published.digest) == ("bluesky", 1, BYTES)
    assert certificate.kept_until.year == published.live_at.year + 6


def test_what_a_person_posted_is_certified_as_posted_by_hand(alice, bob, told):
    facts: dict[str, Any] = {"delivery": 2, "network": "linkedin", "bytes": BYTES}
    with transaction.atomic():
        for verb in ("delivery.attempted", "delivery.by_hand", "delivery.live"):
            append(
                organisation_id=alice.organisation_id,
                actor=f"user:{bob.user_id}",
                verb=verb,
                subject=told.subject,
                facts=facts,
            )
    assert [one.hand for one in certificate_for(alice, told).publications] == ["", "Bob"]


def test_a_post_that_is_not_public_has_no_certificate(owner, alice, bob, at):
    post = Post.objects.create(organisation=alice.organisation, title="Draft", author=bob.user)
    with transaction.atomic():
        append(
            organisation_id=alice.organisation_id,
            actor=f"user:{bob.user_id}",
            verb="post.drafted",
            subject=post.subject,
            facts={"number": 1},
        )
    page = owner.get(at("record", post_id=post.pk)).content.decode()
    assert "Nothing of it is public" in page
    assert "Certificate of what was published" not in page


def test_a_post_without_entries_is_nowhere(owner, at):
    assert owner.get(at("record", post_id=99)).status_code == 404


def test_the_record_of_the_house_shows_the_newest_first(owner, at, told):
    page = owner.get(at("records")).content.decode()
    assert page.index("Live on Bluesky") < page.index("Bob wrote a first draft")
    assert "let somebody in" in page
    assert at("record", post_id=told.pk) in page


def test_a_long_record_is_read_in_pages(owner, alice, at):
    with transaction.atomic():
        for number in range(65):
            append(
                organisation_id=alice.organisation_id,
                actor="system",
                verb="post.revised",
                subject=f"post:{number + 500}",
                facts={"number": number},
            )
    first = owner.get(at("records")).content.decode()
    before = Entry.objects.order_by("-seq")[59].seq
    second = owner.get(at("records"), {"before": before}).content.decode()
    assert f"?before={before}" in first
    assert f"#{before:04d}" in first
    assert f"#{before:04d}" not in second
    assert "?before=" not in second


def test_nonsense_in_the_address_shows_the_first_page(owner, at, told):
    assert owner.get(at("records"), {"before": "x' OR 1"}).status_code == 200


def test_verifying_says_how_many_entries_are_sound(owner, at, told):
    page = owner.post(at("verify"), {"post": told.pk}, follow=True)
    total = Entry.objects.count()
    assert page.request["PATH_INFO"] == at("record", post_id=told.pk)
    assert f"The chain is intact: {total} of {total} entries" in page.content.decode()


def test_the_export_is_a_document_that_can_be_verified(owner, at, told):
    response = owner.post(at("export", post_id=told.pk))
    document = json.loads(response.content)
    assert document["subject"] == told.subject
    assert response["Content-Disposition"] == (f'attachment; filename="record-post-{told.pk}.json"')


def test_the_whole_record_can_be_exported(owner, at, told):
    lines = b"".join(owner.post(at("export_everything")).streaming_content).splitlines()
    assert "end" in json.loads(lines[-1])


@pytest.mark.parametrize("name", ["export", "export_everything"])
def test_a_writer_cannot_export(client, bob, at, told, name):
    client.force_login(bob.user)
    kwargs = {"post_id": told.pk} if name == "export" else {}
    assert client.post(at(name, **kwargs)).status_code == 403


def test_a_writer_is_not_offered_the_export(client, bob, at, told):
    client.force_login(bob.user)
    page = client.get(at("record", post_id=told.pk)).content.decode()
    assert "Export to verify" not in page


def test_the_same_number_elsewhere_shows_nothing_of_ours(client, charlie, told):
    client.force_login(charlie.user)
    theirs = {"slug": charlie.organisation.slug, "post_id": told.pk}
    assert client.get(reverse("web:record", kwargs=theirs)).status_code == 404
    assert client.post(reverse("web:export", kwargs=theirs)).status_code == 404


def event(verb, **facts):
    return Event(
        1, datetime(2026, 10, 6, 15, 2, tzinfo=UTC), "user:1", verb, "post:1", facts, "4be1…70c2"
    )


@pytest.mark.parametrize("verb", sorted(_PLAIN))
def test_every_sentence_is_whole_without_its_facts(verb):
    line = line_of(event(verb), "Nora")
    assert "{" not in line.title + line.detail
    assert line.title


def test_an_unheard_of_entry_is_shown_by_its_own_verb():
    assert line_of(event("campaign.sent_away"), "Nora").title == "Campaign sent away"


def test_an_attempt_to_remove_something_is_not_told_as_sending_it():
    line = line_of(event("delivery.attempted", action="delete", network="bluesky"), "Bedside")
    assert line.title == "Bluesky was asked to take it down"


def test_what_the_guard_stopped_is_told_by_codes_and_never_by_words():
    line = line_of(event("guard.checked", verdict="block", codes=["P014", "D003"], number=1), "Bob")
    assert line.title == "The guard stopped it"
    assert line.detail.startswith("2 findings: P014, D003. The words themselves are not shown")


def test_a_shut_gate_says_so():
    assert line_of(event("delivery.gate", open=False, codes=[]), "").title == "The gate stayed shut"

"""Dismissing at the composer: the form, what it refuses, and where its reason is read then."""

from __future__ import annotations

import re

import pytest

from bedside.posts import verbs
from bedside.posts.tests.writing import client_of, draft, send, to
from bedside.rulebook.models import Dismissal
from bedside.rulebook.verbs import agree, overturn

pytestmark = pytest.mark.django_db
LOUD = "The fair is on Saturday!!! Our relay team runs at noon."
SPOT = "T002-23-26"
NOTE = "Their banner says it like this."
HIDDEN = re.compile(r'<input type="hidden" name="(field|spot|number|hash)" value="([^"]*)"')


@pytest.fixture
def post(bob, account):
    return draft(bob, LOUD, account)


@pytest.fixture
def form(bob, post):
    """What the form sends as it stands."""
    page = client_of(bob).get(to("posts:dismiss", pk=post.pk), {"field": "text", "spot": SPOT})
    return dict(HIDDEN.findall(page.content.decode()))


def fill(member, post, form, **more):
    sent = {**form, "reason": "quoted", "note": NOTE, **more}
    return client_of(member).post(to("posts:dismiss", pk=post.pk), sent, follow=True)


def compose(member, post):
    return client_of(member).get(to("posts:compose", pk=post.pk)).content.decode()


def test_the_composer_offers_to_dismiss_a_warning(bob, post):
    assert f"spot={SPOT}" in compose(bob, post)


def test_the_form_shows_the_warning_its_words_and_the_reasons(bob, post, form):
    page = client_of(bob).get(to("posts:dismiss", pk=post.pk), {"field": "text", "spot": SPOT})
    text = page.content.decode()
    assert form == {
        "field": "text",
        "spot": SPOT,
        "number": "1",
        "hash": post.revisions.get().content_hash,
    }
    assert "<q>!!!</q>" in text
    assert [str(word) for word in Dismissal.Reason.labels if str(word) not in text] == []


def test_a_dismissed_warning_stands_below_the_text_with_its_reason(bob, post, form):
    text = fill(bob, post, form).content.decode()
    assert "1 warning dismissed" in text
    assert NOTE in text
    assert "It waits for review." in text
    assert f"spot={SPOT}" not in text


def test_while_typing_the_warning_stays_quiet_until_its_words_change(bob, post, form, account):
    fill(bob, post, form)
    typed = {"accounts": [account.pk], "post": post.pk}
    same = send(bob, to("posts:check"), {**typed, "text": f"{LOUD} Come."}).json()
    assert same["fields"]["text"] == []
    assert "1 warning dismissed" in same["html"]["stands"]
    other = send(bob, to("posts:check"), {**typed, "text": LOUD.replace("!!!", "!!!!")}).json()
    assert [mark["code"] for mark in other["fields"]["text"]] == ["T002"]
    assert other["html"]["stands"].strip() == ""


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"reason": ""}, "Choose a reason."),
        ({"note": "  "}, "Say in a few words"),
        ({"note": "x" * 501}, "at most 500"),
        ({"hash": "0" * 64}, "The text was changed meanwhile"),
        ({"number": "2"}, "The text was changed meanwhile"),
    ],
)
def test_what_is_not_complete_or_not_new_is_said_and_kept(bob, post, form, changed, said):
    answer = fill(bob, post, form, **changed)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Dismissal.objects.exists()


@pytest.mark.parametrize("changed", [{"spot": "T002-0-3"}, {"field": "link"}, {"spot": ""}])
def test_what_is_not_there_leads_back_to_the_text(bob, post, form, changed):
    answer = fill(bob, post, form, **changed)
    assert answer.redirect_chain == [(to("posts:compose", pk=post.pk), 302)]
    assert "There is no such warning" in answer.content.decode()
    assert not Dismissal.objects.exists()


def test_a_writer_takes_it_back(bob, post, form):
    fill(bob, post, form)
    address = to("posts:take_back", pk=post.pk, dismissal=Dismissal.objects.get().pk)
    answer = client_of(bob).post(address, follow=True)
    assert "Taken back." in answer.content.decode()
    assert f"spot={SPOT}" in answer.content.decode()


def test_a_dismissal_of_another_post_is_not_taken_back_here(bob, post, form, account):
    fill(bob, post, form)
    other = draft(bob, LOUD, account)
    address = to("posts:take_back", pk=other.pk, dismissal=Dismissal.objects.get().pk)
    assert client_of(bob).post(address).status_code == 404


def test_the_approver_reads_who_let_it_stand_and_why(bob, nora, post, form):
    fill(bob, post, form)
    verbs.submit(by=bob, post=post)
    page = client_of(nora).get(to("posts:approval", pk=post.pk)).content.decode()
    assert "Nothing to stop it, 1 dismissed" in page
    record = client_of(nora).get(to("web:record", post_id=post.pk)).content.decode()
    assert "Dismissed: T002. Guard" in record
    assert NOTE in page
    assert "Not reviewed yet." in page
    agree(by=nora, dismissal=Dismissal.objects.get())
    page = client_of(nora).get(to("posts:approval", pk=post.pk)).content.decode()
    assert "Nora agreed." in page


def test_what_was_sent_back_must_change_and_says_who_said_so(bob, nora, post, form):
    fill(bob, post, form)
    overturn(by=nora, dismissal=Dismissal.objects.get(), answer="Calmly, please.")
    page = compose(bob, post)
    assert "Mend 1 passage that Nora sent back" in page
    assert "1 must change" in page
    assert "Nora looked at it: it may not stand. Calmly, please." in page
    assert f"spot={SPOT}" not in page


def test_an_auditor_reads_and_dismisses_nothing(nora, post, form):
    nora.role = "auditor"
    nora.save()
    assert f"spot={SPOT}" not in compose(nora, post)
    assert fill(nora, post, form).status_code == 403


def test_charlie_finds_no_form(charlie, clinic, post, form):
    address = to("posts:dismiss", slug=charlie.organisation.slug, pk=post.pk)
    client = client_of(charlie)
    assert client.get(address, form).status_code == 404
    assert client.post(address, {**form, "reason": "quoted", "note": NOTE}).status_code == 404

"""What may be said instead of a text that the guard stops, beside the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string

from bedside.posts.composing.answer import answer_of
from bedside.posts.composing.rewrites import safer
from bedside.posts.content import Content
from bedside.posts.tests.writing import TEXT, client_of, draft, send, to

if TYPE_CHECKING:
    from bedside.orgs.models import Membership
    from bedside.outbox.models import Account

STOPPED = "Thank you to everyone on our team! Our patient Rosa Marquez rang the bell today."


def html(member: Membership, **sent: Any) -> dict[str, Any]:
    answer = send(member, to("posts:check"), sent)
    assert answer.status_code == 200
    drawn: dict[str, Any] = answer.json()["html"]
    return drawn


def test_a_stopped_text_comes_with_wording_to_use(bob: Membership):
    drawn = html(bob, text=STOPPED)["safer"]
    assert "A safe way to say it" in drawn
    assert "Thank you to everyone on our team!" in drawn
    assert 'data-rewrite="text"' in drawn
    assert "Rosa" not in drawn


def test_a_text_that_may_go_out_has_none_and_a_quick_check_does_not_ask(bob: Membership):
    assert html(bob, text=TEXT)["safer"].strip() == ""
    assert "safer" not in html(bob, text=STOPPED, quick=True)


def test_each_version_that_is_stopped_has_its_own(bob: Membership, account: Account):
    drawn = html(bob, text=TEXT, accounts=[account.pk], versions={str(account.pk): STOPPED})
    assert f'data-rewrite="version-{account.pk}"' in drawn["safer"]
    assert 'data-rewrite="text"' not in drawn["safer"]


def test_the_page_of_a_stopped_draft_shows_it_at_once(bob: Membership, account: Account):
    post = draft(bob, STOPPED, account)
    page = client_of(bob).get(to("posts:compose", pk=post.pk)).content.decode()
    assert "A safe way to say it" in page


def test_every_wording_is_read_as_the_text_will_be(bob: Membership):
    answer = answer_of(Content(text=STOPPED), [], bob.organisation)
    [offer] = safer(answer, bob.organisation)
    assert (offer.field, offer.called) == ("text", "Text")
    for rewrite in offer.rewrites:
        again = answer_of(Content(text=rewrite.text), [], bob.organisation)
        assert again.counts["block"] == again.counts["warn"] == 0


def test_words_of_a_wording_cannot_break_out_of_the_page(bob: Membership):
    answer = answer_of(Content(text=f"<b>\"&' 🎉</b> {STOPPED}"), [], bob.organisation)
    drawn = render_to_string("posts/compose/safer.html", {"safer": safer(answer, bob.organisation)})
    assert "<b>" not in drawn

"""A consent clears its person on its networks while it holds, and nobody and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.utils import timezone

from bedside.consents.models import Revocation
from bedside.consents.previews import preview_of
from bedside.consents.terms import Item, Shown
from bedside.consents.tests.cast import signed
from bedside.consents.uses import uses_of
from bedside.consents.verbs import revoke as revoke_consent
from bedside.guard import Verdict
from bedside.guard.images.tests.pictures import photo
from bedside.library import deciding
from bedside.library.tests.looks import QUICK
from bedside.library.tests.settling import seen, settle
from bedside.library.uses import uses_of as pictures_in_use
from bedside.library.verbs import add_picture
from bedside.outbox import gate
from bedside.outbox.models import Delivery
from bedside.posts import drafts, verbs
from bedside.posts.composing.pictures import ref_of
from bedside.posts.content import Content, parts
from bedside.posts.readiness import NotReady
from bedside.posts.relying import Grounds, grounds_of, offered, relied_on
from bedside.posts.states import State
from bedside.posts.tests.writing import by_hand, client_of, draft, form_of, to

if TYPE_CHECKING:
    from bedside.consents.models import Authorization
    from bedside.orgs.models import Membership
    from bedside.outbox.models import Account

pytestmark = pytest.mark.django_db


def consent(by: Membership, name: str = "Maria Lopez", **terms: Any) -> Authorization:
    """Return a consent that holds on the practice network."""
    held = {"networks": ["practice"], "name_shown": Shown.FULL} | terms
    return signed(by, {"name": name}, **held)


STORY = "Maria Lopez quit smoking with our program last spring."


def content(account: Account, *consents: Authorization, text: str = STORY) -> Content:
    linked = tuple(sorted(one.pk for one in consents))
    return Content(text=text, accounts=(account.pk,), consents=linked)


def verdict(words: Content, account: Account) -> Verdict:
    return drafts.verdict(drafts.read(words, account.organisation))


def undone(words: Content, *accounts: Account) -> list[str]:
    relied = relied_on(words, accounts[0].organisation, list(accounts))
    lines = drafts.still_missing(words, [], list(accounts), None, Grounds(relied))
    return [line.text for line in lines if line.anchor == "consents" and not line.done]


def revoke(one: Authorization) -> None:
    now = timezone.now()
    Revocation.objects.create(
        authorization=one,
        received_at=now,
        how=Revocation.How.PHONE,
        due_at=now + timedelta(hours=24),
    )


def planned(by: Membership, approver: Membership, account: Account, *consents: Authorization):
    """Return the delivery of a story that was approved and waits for its time."""
    post = verbs.start_draft(by=by, content=content(account, *consents))
    verbs.submit(by=by, post=post)
    verbs.approve(by=approver, post=post, revision=1)
    verbs.schedule(by=approver, post=post, at=timezone.now() + timedelta(days=2))
    return Delivery.objects.select_related("account", "organisation").get(subject=post.subject)


def test_a_story_without_a_consent_is_stopped(account):
    assert verdict(content(account), account) is Verdict.BLOCK


def test_a_consent_that_covers_the_network_lets_its_person_be_named(alice, account):
    assert verdict(content(account, consent(alice)), account) is not Verdict.BLOCK


def test_a_consent_clears_its_person_and_nobody_else(alice, account):
    words = content(
        account, consent(alice), text="Maria Lopez and Anna Kowalska quit smoking with us."
    )
    assert verdict(words, account) is Verdict.BLOCK


def test_a_consent_for_another_network_clears_nothing(alice, account):
    elsewhere = consent(alice, networks=["facebook"])
    words = content(account, elsewhere)
    assert verdict(words, account) is Verdict.BLOCK
    assert undone(words, account) == [
        f"{elsewhere.reference} on Practice network: The form does not name this network"
    ]


def test_a_text_for_two_networks_needs_the_consent_on_both(alice, account):
    facebook = by_hand(alice, "facebook")
    covered = consent(alice)
    both = Content(text=STORY, accounts=(account.pk, facebook.pk), consents=(covered.pk,))
    assert verdict(both, account) is Verdict.BLOCK
    assert undone(both, account, facebook) == [
        f"{covered.reference} on Facebook: The form does not name this network"
    ]


def test_a_consent_of_another_organisation_is_none(alice, charlie, account):
    words = content(account, consent(charlie))
    assert verdict(words, account) is Verdict.BLOCK
    assert undone(words, account) == ["Take out the consent that is not there any more"]


def test_a_name_is_shown_only_as_far_as_the_form_allows(alice, account):
    first_only = consent(alice, name_shown=Shown.FIRST)
    assert relied_on(content(account, first_only), alice.organisation)[0].name == "Maria"
    assert verdict(content(account, first_only), account) is Verdict.BLOCK


def test_a_consent_that_ends_before_the_post_goes_out_stops_it_now(alice, account):
    soon = consent(alice, expires_on=(timezone.now() + timedelta(days=3)).date())
    words = content(account, soon)
    later = timezone.now() + timedelta(days=10)
    relied = relied_on(words, alice.organisation, [account], later)
    lines = drafts.still_missing(words, [], [account], later, Grounds(relied))
    assert f"{soon.reference}: It has ended. Ask for a new one" in [line.text for line in lines]
    assert undone(words, account) == []


def test_approval_may_not_be_asked_for_while_a_consent_does_not_hold(bob, account):
    withdrawn = consent(bob)
    revoke(withdrawn)
    post = verbs.start_draft(by=bob, content=content(account, withdrawn))
    with pytest.raises(NotReady) as refused:
        verbs.submit(by=bob, post=post)
    assert any("taken it back" in line.text for line in refused.value.missing)


def test_the_gate_asks_the_consent_again_when_the_time_has_come(bob, nora, account):
    ending = consent(bob, expires_on=(timezone.now() + timedelta(days=1)).date())
    delivery = planned(bob, nora, account, ending)
    assert gate.ask(delivery).open
    with time_machine.travel(timezone.now() + timedelta(days=5)):
        answer = gate.ask(delivery)
        known = gate.known(delivery, lock=False)
    assert not answer.open
    assert known == [f"{ending.reference}: It has ended. Ask for a new one."]


def test_a_consent_taken_back_after_approval_stops_the_sending(bob, nora, account):
    given = consent(bob)
    delivery = planned(bob, nora, account, given)
    revoke(given)
    assert f"{given.reference}: The person has taken it back." in gate.known(delivery, lock=False)
    assert not gate.ask(delivery).open


def test_what_is_planned_can_be_found_from_its_consent(bob, nora, account):
    given = consent(bob)
    delivery = planned(bob, nora, account, given)
    assert [one.delivery for one in given.placements.all()] == [delivery]


def test_words_of_before_there_were_consents_keep_their_hash():
    words = Content(text="Flu shots are here.")
    assert "consents" not in words.as_json()
    assert Content.from_json(words.as_json()) == words


def test_the_composer_offers_only_consents_that_hold(bob, charlie):
    holds, ended = consent(bob), consent(bob, name="Anna Kowalska")
    revoke(ended)
    consent(charlie, name="Wei Chen")
    assert offered(bob) == [holds]
    assert offered(bob, "lopez 0001") == [holds]
    assert offered(bob, "kowalska") == []


def test_a_writer_links_a_consent_and_takes_it_out_again(bob, account):
    given = consent(bob)
    post = draft(bob, STORY, account)
    client, address = client_of(bob), to("posts:save", pk=post.pk)
    client.post(address, form_of(post) | {"consent": [given.pk]})
    post.refresh_from_db()
    assert post.revisions.get(number=post.number).words.consents == (given.pk,)
    page = client.get(to("posts:compose", pk=post.pk)).content.decode()
    assert f'name="consent" value="{given.pk}" checked' in page
    assert "Every consent covers where it goes" in page
    client.post(address, form_of(post))
    post.refresh_from_db()
    assert post.revisions.get(number=post.number).words.consents == ()


def test_consents_are_looked_up_without_a_name_in_the_address(bob, charlie):
    consent(bob)
    shown = client_of(bob).post(to("posts:consents"), {"words": "maria"}).content.decode()
    assert "C-0001" in shown
    assert "Maria Lopez" in shown
    assert client_of(bob).get(to("posts:consents")).status_code == 405
    assert client_of(charlie).post(to("posts:consents")).status_code == 404


def test_the_approver_sees_what_the_post_relies_on(bob, nora, account):
    given = consent(bob)
    post = verbs.start_draft(by=bob, content=content(account, given))
    verbs.submit(by=bob, post=post)
    page = client_of(nora).get(to("posts:approval", pk=post.pk)).content.decode()
    assert "Relies on" in page
    assert given.reference in page


def test_the_page_of_a_consent_knows_the_posts_that_rely_on_it(bob, account):
    given = consent(bob)
    post = verbs.start_draft(by=bob, content=content(account, given))
    assert [use.title for use in uses_of(given)] == [post.title]
    verbs.save_draft(by=bob, post=post, content=Content(text="Flu shots."), base=1)
    assert uses_of(given) == []


def test_a_post_says_that_the_person_got_something_for_it(bob, account):
    given = consent(bob, compensation="A free cleaning")
    relied = relied_on(content(account, given), bob.organisation, [account])

    def lines(text):
        words = content(account, given, text=text)
        found = drafts.still_missing(words, [], [account], None, Grounds(relied))
        return [line.text for line in found if line.stops and not line.done]

    assert any("got something for it" in line for line in lines(STORY))
    assert not any("got something" in line for line in lines(f"Paid testimonial. {STORY}"))


def test_a_post_goes_back_to_its_writer_when_its_consent_is_taken_back(bob, nora, account):
    given = consent(bob)
    delivery = planned(bob, nora, account, given)
    revoke_consent(by=nora, authorization=given, how="phone", received_at=timezone.now())
    post = delivery.organisation.posts.get()
    assert post.state == State.CHANGES
    assert not post.decisions.filter(void_at=None).exists()
    page = client_of(bob).get(to("posts:compose", pk=post.pk)).content.decode()
    assert f"{given.reference}: The person has taken it back" in page


def test_a_picture_with_an_open_face_stops_the_post(bob, account):
    picture = seen(add_picture(by=bob, name="lamp.jpg", content=photo(), alt="A lamp"), QUICK)
    words = Content(text="Flu shots.", accounts=(account.pk,), pictures=(ref_of(picture),))
    [reasons] = grounds_of(words, bob.organisation).against.values()
    assert any("Face 1 is open" in reason for reason in reasons)
    post = verbs.start_draft(by=bob, content=words)
    with pytest.raises(NotReady):
        verbs.submit(by=bob, post=post)


def test_a_picture_takes_the_consent_of_its_face_along(bob, account):
    given = consent(bob, items=[Item.PHOTO])
    picture = seen(add_picture(by=bob, name="lamp.jpg", content=photo(), alt="A lamp"), QUICK)
    deciding.link(by=bob, box=picture.boxes.get(), authorization=given.pk)
    words = Content(text="Flu shots.", accounts=(account.pk,), pictures=(ref_of(picture),))
    assert words.relied_on == (given.pk,)
    assert parts(words, account)[0].payload.consents == (given.pk,)


def test_a_picture_whose_covers_changed_asks_to_be_saved_again(bob, account):
    picture = settle(bob, add_picture(by=bob, name="lamp.jpg", content=photo(), alt="A lamp"))
    stale = replace(ref_of(picture), sha256=picture.sha256, consents=(9,))
    words = Content(text="Flu shots.", accounts=(account.pk,), pictures=(stale,))
    assert grounds_of(words, bob.organisation).against == {
        0: ["What covers it has changed: save the post again."]
    }


def test_the_library_knows_the_posts_that_show_a_picture(bob, account):
    picture = settle(bob, add_picture(by=bob, name="lamp.jpg", content=photo(), alt="A lamp"))
    post = draft(bob, "Flu shots.", account, pictures=(ref_of(picture),))
    assert [use.title for use in pictures_in_use(bob.organisation, picture.sha256)] == [post.title]
    verbs.save_draft(by=bob, post=post, content=Content(text="Flu shots."), base=1)
    assert pictures_in_use(bob.organisation, picture.sha256) == []


def test_a_person_sees_the_post_before_they_sign(bob, account):
    given = consent(bob)
    assert preview_of(given) is None
    verbs.start_draft(by=bob, content=content(account, given))
    shown = preview_of(given)
    assert shown is not None
    assert shown.text == STORY


def test_a_form_for_pictures_alone_lends_nothing_to_words(bob, account):
    pictures_only = consent(bob, items=[Item.PHOTO])
    assert undone(content(account, pictures_only), account) == [
        f"{pictures_only.reference} on Practice network: The post says more than the form allows"
    ]

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bedside.guard.images.tests.pictures import drawing, encoded
from bedside.library.verbs import add_picture
from bedside.orgs.models import User
from bedside.orgs.permissions import Role
from bedside.orgs.verbs import add_member
from bedside.posts import verbs
from bedside.posts.composing.pictures import ref_of
from bedside.posts.models import Post, Slot
from bedside.posts.queries import next_free_slots
from bedside.posts.tests.writing import STOPPED, TEXT, by_hand, client_of, draft, to

if TYPE_CHECKING:
    from bedside.library.models import Asset
    from bedside.orgs.models import Membership
    from bedside.outbox.models import Account

QUERIES = 15
BYTES = 60_000


@pytest.fixture
def lamp(bob: Membership) -> Asset:
    return add_picture(by=bob, name="lamp.jpg", content=encoded(drawing()), alt="A lamp")


def page_of(member: Membership, post: Post, query: str = "") -> str:
    response = client_of(member).get(to("posts:compose", pk=post.pk) + query)
    assert response.status_code == 200
    return response.content.decode()


def field(page: str, name: str) -> str:
    found = re.search(rf'name="{name}"[^>]*>([^<]*)<', page)
    assert found
    return found[1]


def test_a_new_page_makes_nothing(bob: Membership, account: Account):
    page = client_of(bob).get(to("posts:new")).content.decode()
    assert "What do you want to say?" in page
    assert not Post.objects.exists()


def test_a_new_page_takes_day_time_and_picture_along(
    bob: Membership, account: Account, lamp: Asset
):
    query = f"?date=2027-03-09&time=08:30&picture={lamp.pk}"
    page = client_of(bob).get(to("posts:new") + query).content.decode()
    assert 'name="date" type="date" value="2027-03-09"' in page
    assert 'name="time" type="time" value="08:30"' in page
    assert lamp.sha256 in page
    assert field(page, "alt") == "A lamp"


@pytest.mark.parametrize("query", ["?picture=x", "?picture=999", "?picture=" + "9" * 30, "?date=x"])
def test_a_new_page_lets_nonsense_pass(query: str, bob: Membership):
    assert client_of(bob).get(to("posts:new") + query).status_code == 200


def test_the_page_shows_the_words_and_what_is_found_in_them(bob: Membership, account: Account):
    page = page_of(bob, draft(bob, STOPPED, account))
    assert field(page, "text") == STOPPED
    assert "This gives an age over 89" in page
    assert "97-year-old</q>" in page
    assert '<span class="hold">held back</span>' in page
    assert "ecfr.gov" in page


def test_a_locked_door_says_what_opens_it(bob: Membership, account: Account):
    page = page_of(bob, draft(bob, STOPPED, account))
    assert re.search(r"data-submit[^>]*aria-disabled=\"true\"", page)
    assert re.search(r'id="reason"[^>]*>1 thing is still missing', page)


def test_an_open_door_is_open(bob: Membership, account: Account):
    page = page_of(bob, draft(bob, TEXT, account))
    assert "Ask for approval" in page
    assert "aria-disabled" not in page


def test_words_of_others_come_out_as_words(bob: Membership, account: Account):
    nasty = "</textarea><script>alert(1)</script>"
    post = draft(bob, nasty, account, versions={account.pk: nasty}, first_comment=nasty)
    Post.objects.update(title=nasty)
    assert "<script>alert" not in page_of(bob, post)


def test_a_post_in_review_is_taken_back_before_it_is_changed(bob: Membership, account: Account):
    post = draft(bob, TEXT, account)
    verbs.submit(by=bob, post=post)
    page = page_of(bob, post)
    assert "data-locked" in page
    assert "Take back" in page
    assert "Ask for approval" not in page
    assert "data-locked" in page_of(bob, post, "?edit=1")


def test_an_approved_post_says_what_a_change_would_cost(
    bob: Membership, nora: Membership, account: Account
):
    post = draft(bob, TEXT, account)
    verbs.submit(by=bob, post=post)
    verbs.approve(by=nora, post=post, revision=1)
    page = page_of(bob, post)
    assert "data-locked" in page
    assert "it needs approval again" in page
    assert "Publish it now" in page
    assert "data-locked" not in page_of(bob, post, "?edit=1")


def test_a_live_post_stays_closed(bob: Membership, account: Account):
    post = draft(bob, TEXT, account)
    Post.objects.update(state="live")
    page = page_of(bob, post, "?edit=1")
    assert "data-locked" in page
    assert "It is out, or may be." in page
    assert "posts:schedule" not in page


def test_an_auditor_reads_and_finds_nothing_to_press(
    alice: Membership, bob: Membership, account: Account
):
    ann = User.objects.create_user(email="ann@cedarhollow.example", name="Ann")
    auditor = add_member(by=alice, user=ann, role=Role.AUDITOR)
    post = draft(bob, TEXT, account)
    page = page_of(auditor, post)
    assert "data-locked" in page
    assert 'form="composer" name="then"' not in page
    assert client_of(auditor).get(to("posts:new")).status_code == 403


def test_a_clinician_writes_and_gives_no_time(alice: Membership, bob: Membership, account: Account):
    chen = User.objects.create_user(email="chen@cedarhollow.example", name="Dr. Mei Chen")
    clinician = add_member(by=alice, user=chen, role=Role.CLINICIAN)
    page = page_of(clinician, draft(bob, TEXT, account))
    assert "Ask for approval" in page
    assert "when-date" not in page


def test_the_chosen_preview_is_shown(alice: Membership, bob: Membership, account: Account):
    facebook = by_hand(alice, "facebook")
    post = draft(bob, TEXT, account, facebook, versions={facebook.pk: "Only on Facebook."})
    assert (
        "Only on Facebook."
        in page_of(bob, post, f"?preview={facebook.pk}").partition('id="preview"')[2]
    )


def test_a_disconnected_account_stays_to_be_taken_out(bob: Membership, account: Account):
    post = draft(bob, TEXT, account)
    type(account).objects.update(health="disconnected")
    page = page_of(bob, post)
    assert f'name="accounts" value="{account.pk}" checked' in page
    assert "is disconnected" in page


def test_a_time_is_said_with_zone_and_utc(bob: Membership, account: Account):
    post = draft(bob, TEXT, account)
    Post.objects.update(publish_at="2027-01-12T18:00:00Z")
    page = page_of(bob, post)
    assert "12:00 PM" in page
    assert 'name="date" type="date" value="2027-01-12"' in page
    assert 'name="time" type="time" value="12:00"' in page
    assert "Chicago time (CST)" in page
    assert "18:00 UTC" in page


@pytest.mark.usefixtures("tuesday")
@pytest.mark.parametrize(("weekday", "said"), [(3, "Thu 12:00 PM"), (0, "Mon, Oct 19 · 12:00 PM")])
def test_the_next_free_slot_is_one_press_away(
    weekday: int, said: str, bob: Membership, account: Account
):
    Slot.objects.create(organisation=bob.organisation, weekday=weekday, clock="12:00")
    page = re.sub(r"</?time[^>]*>", "", page_of(bob, draft(bob, TEXT, account)))
    assert f"Next free slot: {said}" in page
    assert 'type="hidden" name="time" value="12:00"' in page


@pytest.mark.parametrize("member", ["charlie"])
@pytest.mark.parametrize("view", ["posts:compose", "posts:versions", "posts:notes"])
def test_member_of_another_clinic_sees_nothing(
    member: str, view: str, bob: Membership, charlie: Membership, account: Account
):
    post = draft(bob, TEXT, account)
    client = client_of(charlie)
    assert client.get(to(view, pk=post.pk)).status_code == 404
    assert client.get(to(view, slug="mill-pond-dental", pk=post.pk)).status_code == 404


def test_member_of_another_clinic_gets_none_of_its_pictures(
    bob: Membership, charlie: Membership, lamp: Asset
):
    page = client_of(charlie).get(to("posts:new", slug="mill-pond-dental") + f"?picture={lamp.pk}")
    assert lamp.sha256 not in page.content.decode()


def test_a_stranger_must_sign_in(bob: Membership, account: Account, client):
    post = draft(bob, TEXT, account)
    response = client.get(to("posts:compose", pk=post.pk))
    assert response.headers["Location"].startswith("/accounts/login/")


def test_the_page_is_light(nora: Membership, bob: Membership, account: Account, lamp: Asset):
    accounts = [account, *(by_hand(nora, name) for name in ("facebook", "instagram", "x"))]
    versions = {one.pk: f"{TEXT} {one.pk}" for one in accounts}
    post = draft(
        bob,
        f"{STOPPED} {TEXT * 8}",
        *accounts,
        versions=versions,
        pictures=(ref_of(lamp),),
        first_comment="See you there.",
    )
    for number in range(40):
        verbs.add_note(by=nora, post=post, text="Please look again.")
        Slot.objects.create(
            organisation=bob.organisation, weekday=number % 7, clock=f"{8 + number // 7}:00"
        )
    for moment in next_free_slots(bob.organisation, timezone.now(), 40):
        verbs.schedule(by=bob, post=draft(bob, TEXT, account), at=moment)
    client = client_of(nora)
    url = to("posts:compose", pk=post.pk)
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        page = client.get(url)
    assert len(asked) <= QUERIES
    assert len(page.content) <= BYTES


@pytest.mark.parametrize("view", ["posts:compose", "posts:versions", "posts:notes"])
def test_no_page_has_inline_styles_or_scripts(view: str, bob: Membership, account: Account):
    response = client_of(bob).get(to(view, pk=draft(bob, STOPPED, account).pk))
    page = response.content.decode()
    assert not re.search(r"\sstyle=|\son\w+=|<script(?![^>]*(?:src=|application/json))", page)
    assert "unsafe" not in response.headers["Content-Security-Policy"]


def test_the_editor_gets_the_nonce_of_the_page(bob: Membership):
    response = client_of(bob).get(to("posts:new"))
    nonce = re.search(r'data-nonce="([^"]+)"', response.content.decode())
    assert nonce
    assert f"'nonce-{nonce[1]}'" in response.headers["Content-Security-Policy"]


def test_a_post_with_a_picture_the_library_let_go_of_still_shows_it(
    bob: Membership, account: Account, lamp: Asset
):
    post = draft(bob, TEXT, account, pictures=(ref_of(lamp),))
    type(lamp).objects.update(deleted_at=timezone.now())
    assert to("library:picture", pk=lamp.pk) in page_of(bob, post)


def test_the_library_knows_which_posts_show_a_picture(
    bob: Membership, account: Account, lamp: Asset
):
    post = draft(bob, TEXT, account, pictures=(ref_of(lamp),))
    gone = draft(bob, "Another one.", account, pictures=(ref_of(lamp),))
    verbs.delete(by=bob, post=gone)
    page = client_of(bob).get(to("library:edit", pk=lamp.pk)).content.decode()
    assert to("posts:compose", pk=post.pk) in page
    assert to("posts:compose", pk=gone.pk) not in page

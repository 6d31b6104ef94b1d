from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from bedside.posts import drafts
from bedside.posts.content import Content
from bedside.posts.tests.writing import LAMP, STOPPED, TEXT, by_hand

if TYPE_CHECKING:
    from bedside.orgs.models import Membership
    from bedside.outbox.models import Account

pytestmark = pytest.mark.django_db


def missing(*accounts: Account, text: str = TEXT, **more: Any) -> list[tuple[str, str]]:
    """Return what stops a post with these accounts: the line and its place."""
    content = Content(text=text, accounts=tuple(account.pk for account in accounts), **more)
    organisation = accounts[0].organisation
    lines = drafts.still_missing(content, drafts.read(content, organisation), list(accounts), None)
    return [(line.text, line.anchor) for line in lines if line.stops and not line.done]


def test_a_post_that_is_ready_misses_nothing(account: Account):
    assert missing(account) == []


def test_an_empty_post_asks_for_its_text_once(alice: Membership, account: Account):
    assert missing(account, by_hand(alice, "x"), text="") == [("Write the text", "text")]


def test_an_own_text_that_is_empty_is_asked_for_in_its_place(account: Account):
    place = f"version-{account.pk}"
    assert missing(account, versions={account.pk: " "}) == [("Write the text", place)]


def test_a_text_too_long_for_one_network_is_said_with_its_name_and_amount(
    alice: Membership, account: Account
):
    assert missing(account, by_hand(alice, "x"), text="a" * 294) == [
        ("Shorten the text for X by 14", "text")
    ]


def test_a_part_of_a_thread_that_is_too_long_is_named(account: Account):
    text = "One.\n---\n" + "b" * 505
    assert missing(account, text=text) == [("Shorten part 2 for Practice network by 5", "text")]


def test_a_first_comment_that_is_too_long_is_found_at_its_field(account: Account):
    assert missing(account, first_comment="c" * 503) == [
        ("Shorten the first comment for Practice network by 3", "first_comment")
    ]


def test_instagram_wants_a_picture_with_the_post_but_none_with_its_comment(alice: Membership):
    instagram = by_hand(alice, "instagram")
    assert missing(instagram) == [("Instagram takes no post without a picture", "pictures")]
    assert missing(instagram, pictures=(LAMP,), first_comment="See you.") == []


def test_a_picture_without_words_is_found_at_its_field(account: Account):
    silent = replace(LAMP, sha256="b" * 64, alt=" ")
    assert missing(account, pictures=(LAMP, silent)) == [
        ("Describe every picture in words", "alt-1")
    ]


@pytest.mark.parametrize("link", ["cedarhollow", "ftp://cedarhollow.example", "https://", "a b.c"])
def test_a_link_that_is_no_web_address_is_to_be_mended(link: str, account: Account):
    lines = missing(account, link=link)
    assert ("Mend the link: a web address begins with https://", "link") in lines


def test_a_link_is_read_by_the_guard(account: Account):
    found = drafts.read(
        Content(text=TEXT, link="https://cedarhollow.example/"), account.organisation
    )
    assert [one.field for one in found] == ["text", "link"]


def test_a_disconnected_account_stops_the_post(alice: Membership):
    account = by_hand(alice, "linkedin")
    account.health = account.Health.DISCONNECTED
    assert missing(account) == [
        ("LinkedIn is disconnected: connect it again or leave it out", "where")
    ]


def test_what_the_guard_stops_is_counted_over_all_texts(account: Account):
    lines = missing(account, text=STOPPED, first_comment="She is 94 years old.")
    assert lines[0][0].startswith("Change ")
    assert lines[0][1] == "text"

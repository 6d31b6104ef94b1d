from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from bedside.guard.page import CLINIC
from bedside.posts.composing.destinations import destinations
from bedside.posts.composing.lengths import length_of
from bedside.posts.composing.previews import preview_of
from bedside.posts.content import Content, parts
from bedside.posts.naming import names_of
from bedside.posts.tests.writing import FAMILY, LAMP, STOPPED, by_hand

if TYPE_CHECKING:
    from bedside.orgs.models import Membership
    from bedside.outbox.models import Account
    from bedside.posts.composing.previews import Preview

pytestmark = pytest.mark.django_db


def shown(account: Account, text: str, **more: Any) -> Preview:
    content = Content(text=text, accounts=(account.pk,), **more)
    return preview_of(content, account, "Practice", who=CLINIC)


def words(preview: Preview, part: int = 0) -> list[tuple[str, str]]:
    return [(segment.kind, segment.text) for segment in preview.parts[part].segments]


def test_a_preview_is_the_exact_text_that_goes_out(account: Account):
    content = Content(
        text="One.\n---\nTwo. 🎉",
        accounts=(account.pk,),
        link="https://cedarhollow.example/flu?a=1",
        campaign="Flu season",
        first_comment=" See you there. ",
        pictures=(LAMP,),
    )
    preview = preview_of(content, account, "Practice", who=CLINIC)
    sent = [part.payload.text for part in parts(content, account)]
    assert ["".join(one.text for one in part.segments) for part in preview.parts] == sent
    assert sent[1].endswith(
        "https://cedarhollow.example/flu?a=1"
        "&utm_source=practice&utm_medium=social&utm_campaign=flu-season"
    )
    assert [part.comment for part in preview.parts] == [False, False, True]
    assert [len(part.pictures) for part in preview.parts] == [1, 0, 0]


def test_words_that_the_guard_stops_are_held_back(account: Account):
    preview = shown(account, f"{FAMILY} {STOPPED}")
    assert ("held", "") in words(preview)
    assert "97" not in str(preview.parts)


def test_overlapping_findings_are_held_back_once(account: Account):
    preview = shown(account, "Our 92-year-old neighbor Mr. Alvarez got his shot on Tuesday.")
    kinds = [kind for kind, _ in words(preview)]
    assert all(one != other for one, other in pairwise(kinds))


def test_links_and_tags_are_told_apart(account: Account):
    found = words(shown(account, "Read https://cedarhollow.example #FluShots"))
    assert found == [
        ("text", "Read "),
        ("link", "https://cedarhollow.example"),
        ("text", " "),
        ("tag", "#FluShots"),
    ]


@pytest.mark.parametrize(
    ("target", "text", "used", "over"),
    [
        ("bluesky", FAMILY * 100, 100, 0),
        ("bluesky", FAMILY * 100 + "a" * 201, 301, 1),
        ("x", "a" * 280, 280, 0),
        ("x", "é" * 280 + "漢", 282, 2),
        ("x", "See https://cedarhollow.example/a/very/long/address/indeed", 27, 0),
        ("mastodon", "See https://cedarhollow.example/a/very/long/address/indeed", 27, 0),
        ("instagram", "a" * 2201, 2201, 1),
    ],
)
def test_lengths_are_counted_as_the_network_counts(
    target: str, text: str, used: int, over: int, alice: Membership
):
    account = by_hand(alice, target)
    length = length_of(Content(text=text, accounts=(account.pk,)), account)
    assert (length.used, length.over) == (used, over)


def test_the_link_that_is_added_counts_too(alice: Membership):
    account = by_hand(alice, "x")
    content = Content(text="a" * 260, accounts=(account.pk,), link="https://cedarhollow.example/")
    assert length_of(content, account).over == 260 + 2 + 23 - 280


def test_of_a_thread_the_longest_part_is_counted(account: Account):
    content = Content(text="a" * 510 + "\n---\n" + "b" * 20, accounts=(account.pk,))
    length = length_of(content, account)
    assert (length.used, length.over, length.parts) == (510, 10, 2)


def test_an_own_text_is_measured_instead_of_the_common_one(alice: Membership):
    account = by_hand(alice, "x")
    content = Content(
        text="a" * 999, accounts=(account.pk,), versions={account.pk: "Short and sweet."}
    )
    [there] = destinations(content, [account])
    assert (there.own, there.length.used, there.field) == (True, 16, f"version-{account.pk}")


def test_accounts_of_one_network_are_told_apart_by_their_handle(
    alice: Membership, account: Account
):
    one, other = by_hand(alice, "x", "cedarhollow"), by_hand(alice, "x", "cedarkids")
    assert names_of([account, one, other]) == {
        account.pk: "Practice network",
        one.pk: "X, cedarhollow",
        other.pk: "X, cedarkids",
    }

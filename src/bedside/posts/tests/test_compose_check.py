from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bedside.posts.models import Post
from bedside.posts.tests.writing import (
    FAMILY,
    STOPPED,
    TEXT,
    by_hand,
    client_of,
    draft,
    send,
    to,
)
from bedside.records.models import Entry

if TYPE_CHECKING:
    from bedside.orgs.models import Membership
    from bedside.outbox.models import Account

JSON = "application/json"


def check(member: Membership, **sent: Any) -> dict[str, Any]:
    answer = send(member, to("posts:check"), sent)
    assert answer.status_code == 200
    told: dict[str, Any] = answer.json()
    return told


def test_each_field_gets_its_own_findings(bob: Membership, account: Account):
    told = check(
        bob,
        text=TEXT,
        accounts=[account.pk],
        versions={str(account.pk): STOPPED},
        first_comment="She is 94 years old.",
    )
    assert [mark["code"] for mark in told["fields"]["first_comment"]] == ["P014"]
    assert "P014" in [mark["code"] for mark in told["fields"][f"version-{account.pk}"]]
    assert "text" not in told["fields"]
    assert told["counts"]["block"] == sum(
        mark["severity"] == "block" for marks in told["fields"].values() for mark in marks
    )


def test_offsets_are_those_of_the_browser(bob: Membership):
    before = f"{FAMILY}🎉 "
    [mark] = [
        mark
        for mark in check(bob, text=before + STOPPED)["fields"]["text"]
        if mark["code"] == "P014"
    ]
    at = len(before.encode("utf-16-le")) // 2 + STOPPED.index("97")
    assert (mark["start"], mark["end"]) == (at, at + len("97-year-old"))


def test_line_breaks_of_windows_count_as_the_editor_counts_them(bob: Membership):
    [mark] = [
        mark
        for mark in check(bob, text=f"One.\r\n{STOPPED}")["fields"]["text"]
        if mark["code"] == "P014"
    ]
    assert mark["start"] == len("One.\n") + STOPPED.index("97")


def test_a_full_check_brings_the_lists_a_quick_one_does_not(bob: Membership, account: Account):
    full = check(bob, text=STOPPED, accounts=[account.pk])
    quick = check(bob, text=STOPPED, accounts=[account.pk], quick=True)
    assert "still missing" in full["html"]["missing"]
    assert "This gives an age over 89" in full["html"]["found"]
    assert (full["full"], quick["full"]) == (True, False)
    assert "missing" not in quick["html"]
    assert "held back" in quick["html"]["preview"]


def test_lengths_tell_by_how_much(alice: Membership, bob: Membership, account: Account):
    x = by_hand(alice, "x")
    told = check(bob, text="a" * 294, accounts=[account.pk, x.pk])
    assert told["lengths"] == {
        str(account.pk): {"over": 0, "parts": 1},
        str(x.pk): {"over": 14, "parts": 1},
    }
    assert "294 of 280" in told["html"]["lengths"]
    assert "Shorten the text for X by 14" in told["html"]["missing"]


def test_the_preview_that_is_asked_for_is_shown(
    alice: Membership, bob: Membership, account: Account
):
    x = by_hand(alice, "x")
    told = check(
        bob,
        text=TEXT,
        accounts=[account.pk, x.pk],
        link="https://cedarhollow.example/",
        campaign="Flu Season",
        preview=x.pk,
    )
    assert (
        "utm_source=x&amp;utm_medium=social&amp;utm_campaign=flu-season"
        in (told["html"]["preview"])
    )
    assert told["linked"].endswith("utm_source=x&utm_medium=social&utm_campaign=flu-season")


def test_the_reading_grade_is_said(bob: Membership):
    text = "Wash your hands. Use soap. Count to twenty. Then dry them well. That is all."
    assert "Reads at grade" in check(bob, text=text)["html"]["counts"]


def test_the_time_of_the_post_is_taken_into_account(bob: Membership, account: Account):
    post = draft(bob, TEXT, account)
    Post.objects.update(publish_at="2031-01-14T18:00:00Z")
    told = check(bob, text=TEXT, accounts=[account.pk], post=post.pk)
    assert "It has a date" in told["html"]["missing"]


def test_nothing_is_stored_and_nothing_recorded(bob: Membership, account: Account):
    entries = Entry.objects.count()
    with CaptureQueriesContext(connection) as asked:
        check(bob, text=STOPPED, accounts=[account.pk])
    writes = [
        query["sql"]
        for query in asked
        if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))
        and "django_session" not in query["sql"]
        and "last_login" not in query["sql"]
    ]
    assert writes == []
    assert Entry.objects.count() == entries
    assert not Post.objects.exists()


def test_nothing_of_it_is_logged(
    bob: Membership, account: Account, capfd: pytest.CaptureFixture[str]
):
    check(bob, text=STOPPED, accounts=[account.pk])
    client_of(bob).post(to("posts:check"), b'{"text": "97-year-old', content_type=JSON)
    out, err = capfd.readouterr()
    assert "97-year-old" not in out + err


def test_ten_megabytes_are_too_much(bob: Membership):
    body = b'{"text": "' + b"a" * 10_000_000 + b'"}'
    answer = client_of(bob).post(to("posts:check"), body, content_type=JSON)
    assert answer.status_code == 413
    assert answer.json()["said"].startswith("This is more than 2 MB of text.")


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b'"text"', b'{"accounts": 7}', b"[" * 100_000])
def test_what_is_no_post_is_refused_with_the_reason(body: bytes, bob: Membership):
    answer = client_of(bob).post(to("posts:check"), body, content_type=JSON)
    assert answer.status_code == 400
    assert answer.json()["said"]


def test_a_text_longer_than_any_network_takes_is_refused(bob: Membership):
    answer = send(bob, to("posts:check"), {"text": "a" * 70_001})
    assert answer.status_code == 422
    assert "70000" in answer.json()["said"]


def test_an_account_of_another_clinic_is_not_read_out(
    bob: Membership, charlie: Membership, account: Account
):
    slug = "mill-pond-dental"
    answer = send(charlie, to("posts:check", slug=slug), {"text": "a", "accounts": [account.pk]})
    assert answer.status_code == 422
    assert account.handle not in answer.content.decode()


def test_a_post_of_another_clinic_tells_nothing_of_its_time(
    bob: Membership, charlie: Membership, account: Account
):
    post = draft(bob, TEXT, account)
    Post.objects.update(publish_at="2031-01-14T18:00:00Z")
    slug = "mill-pond-dental"
    told = send(charlie, to("posts:check", slug=slug), {"text": TEXT, "post": post.pk}).json()
    assert "It has a date" not in told["html"]["missing"]


def test_member_of_another_clinic_gets_no_check(charlie: Membership):
    assert send(charlie, to("posts:check"), {"text": TEXT}).status_code == 404


def test_checking_needs_a_post_request(bob: Membership):
    assert client_of(bob).get(to("posts:check")).status_code == 405


def test_a_quick_check_between_keystrokes_is_quick(bob: Membership, account: Account):
    client = client_of(bob)
    sent = {"text": f"{STOPPED} {TEXT * 4}", "accounts": [account.pk], "quick": True}
    client.post(to("posts:check"), sent, content_type=JSON)
    with CaptureQueriesContext(connection) as asked:
        began = time.perf_counter()
        client.post(to("posts:check"), sent, content_type=JSON)
        took = time.perf_counter() - began
    assert len(asked) <= 8
    assert took < 0.5

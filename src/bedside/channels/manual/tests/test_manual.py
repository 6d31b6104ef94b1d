from datetime import UTC, datetime

import pytest

from bedside.channels.base import Account, ByHand, Part, Picture, Ref, Renewed, Staged, Unknown
from bedside.channels.limits import rows
from bedside.channels.manual.channel import Manual
from bedside.channels.manual.connect import TARGETS

NOW = datetime(2026, 11, 24, tzinfo=UTC)
PART = Part("Flu shots are here.", "k", NOW)


def account(target="facebook", **settings):
    return Account("manual", "Cedar Hollow", target, "1", settings={"target": target, **settings})


@pytest.mark.parametrize("target", dict(TARGETS))
def test_person_is_shown_where_to_post(target):
    answer = Manual().send(account(target), PART, Staged())

    assert answer == ByHand(rows()[target].compose)
    assert answer.address.startswith("https://")
    assert "Flu" not in answer.address


def test_address_of_the_page_itself_is_better():
    page = "https://www.facebook.com/cedarhollow"

    assert Manual().send(account(address=page), PART, Staged()) == ByHand(page)


def test_reply_goes_where_the_question_is():
    question = Ref("1", "https://www.facebook.com/cedarhollow/posts/1")
    reply = Part("Yes, until six.", "k", NOW, parent=question)

    assert Manual().send(account(), reply, Staged()) == ByHand(question.url)


def test_what_is_live_is_taken_down_where_it_is():
    assert Manual().delete(account(), Ref("1", "https://x.com/c/1")) == ByHand("https://x.com/c/1")
    assert Manual().delete(account(), Ref("1", "")) == ByHand(rows()["facebook"].compose)


def test_nobody_can_look():
    assert isinstance(Manual().find(account(), PART, NOW), Unknown)


def test_nothing_is_prepared_and_nothing_ends():
    one = Part("", "k", NOW, pictures=(Picture(b"x", "image/png", "", 1, 1),))

    assert Manual().stage(account(), one) == Staged()
    assert Manual().renew(account()) == Renewed({})


def test_network_by_its_own_name_needs_no_target():
    named = Account("linkedin", "Cedar Hollow", "linkedin", "1")

    answer = Manual("linkedin").send(named, PART, Staged())

    assert answer == ByHand(rows()["linkedin"].compose)
    assert Manual("linkedin").capability(named).label == "LinkedIn"


def test_limits_of_the_target_are_held():
    long = Part("x" * 281, "k", NOW)

    assert Manual().check(account("x"), long)
    assert Manual().check(account("linkedin"), long) == []

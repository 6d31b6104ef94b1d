from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.http import QueryDict

from bedside.posts.composing.form import LONGEST_TEXT, ComposeForm, Unreadable, as_form
from bedside.posts.content import Content
from bedside.posts.tests.writing import LAMP, by_hand

if TYPE_CHECKING:
    from bedside.orgs.models import Membership
    from bedside.outbox.models import Account

KNOWN = {LAMP.sha256: LAMP}


def read(data: QueryDict | dict[str, Any], *accounts: Account) -> ComposeForm:
    sent = data if isinstance(data, QueryDict) else as_form(data)
    form = ComposeForm(sent, accounts=accounts)
    form.is_valid()
    return form


def test_json_and_a_form_say_the_same(account: Account):
    from_json = read(
        {
            "text": "Walk in.",
            "accounts": [account.pk],
            "versions": {str(account.pk): "Walk in!"},
            "pictures": [{"sha256": LAMP.sha256, "alt": "A lamp, lit"}],
            "first_comment": "See you.",
            "link": " https://cedarhollow.example/flu ",
            "campaign": "Flu 2026",
            "language": "es",
        },
        account,
    ).content(KNOWN)
    posted = QueryDict(
        f"text=Walk+in.&accounts={account.pk}&own={account.pk}&version-{account.pk}=Walk+in!"
        f"&picture={LAMP.sha256}&alt=A+lamp,+lit&first_comment=See+you."
        "&link=https://cedarhollow.example/flu&campaign=Flu+2026&language=es"
    )
    assert from_json == read(posted, account).content(KNOWN)
    assert from_json.versions == {account.pk: "Walk in!"}
    assert from_json.link == "https://cedarhollow.example/flu"


def test_line_breaks_of_a_form_are_single():
    assert read({"text": "One\r\ntwo\rthree"}).content({}).text == "One\ntwo\nthree"


@pytest.mark.parametrize("broken", ["a\x00b", "a\ud83db"])
def test_what_no_database_takes_is_replaced_in_its_place(broken: str):
    assert read({"text": broken}).content({}).text == "a\ufffdb"


def test_white_space_at_the_ends_stays_while_somebody_writes():
    assert read({"text": " Walk in. \n"}).content({}).text == " Walk in. \n"


def test_a_text_too_long_is_said_and_kept():
    form = read({"text": "a" * (LONGEST_TEXT + 1)})
    assert "text" in form.errors
    assert len(form.content({}).text) == LONGEST_TEXT + 1


def test_an_account_that_is_not_on_offer_is_refused(account: Account):
    assert "accounts" in read({"accounts": [account.pk + 1]}, account).errors


def test_a_picture_that_nobody_has_is_left_out():
    sent = {"pictures": [{"sha256": "b" * 64, "alt": ""}, {"sha256": "../../etc", "alt": ""}]}
    assert read(sent).content(KNOWN).pictures == ()


def test_a_picture_chosen_without_a_script_comes_with_its_description():
    assert read(QueryDict(f"picture={LAMP.sha256}")).content(KNOWN).pictures == (LAMP,)


def test_a_picture_taken_out_without_a_script_is_out():
    data = QueryDict(f"picture={LAMP.sha256}&alt=A+lamp&remove={LAMP.sha256}")
    assert read(data).content(KNOWN).pictures == ()


def test_more_pictures_than_any_network_takes_are_too_many():
    sent = {"pictures": [{"sha256": f"{n:064x}", "alt": ""} for n in range(21)]}
    assert "20 pictures are the most" in str(read(sent).errors)


def test_accounts_keep_the_order_they_had(alice: Membership, account: Account):
    facebook = by_hand(alice, "facebook")
    form = read({"accounts": [account.pk, facebook.pk]}, account, facebook)
    before = Content(accounts=(facebook.pk,))
    assert form.content({}, before).accounts == (facebook.pk, account.pk)


def test_an_own_text_of_an_account_that_is_not_on_offer_stays(account: Account):
    before = Content(versions={99: "For later"})
    assert read({}, account).content({}, before).versions == {99: "For later"}


@pytest.mark.parametrize(
    "sent",
    [
        [],
        "text",
        None,
        7,
        {"text": ["a"]},
        {"text": 1.5},
        {"accounts": 1},
        {"accounts": [{}]},
        {"versions": []},
        {"versions": {"1": []}},
        {"pictures": {}},
        {"pictures": ["a"]},
        {"pictures": [{"sha256": []}]},
    ],
)
def test_json_of_another_shape_is_unreadable(sent: object):
    with pytest.raises(Unreadable):
        as_form(sent)

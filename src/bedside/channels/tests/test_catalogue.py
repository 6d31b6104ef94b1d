from datetime import UTC, date, datetime

import pytest

from bedside.channels import catalogue, connecting, registry
from bedside.channels.base import (
    Channel,
    Idempotency,
    Part,
    Picture,
    Problem,
    Ref,
    Refused,
)
from bedside.channels.connection import Connected, FieldKind
from bedside.channels.practice.channel import Practice

ALL = catalogue.networks()


def part(text="Flu shots are here.", **more):
    return Part(text=text, key="key", created_at=datetime(2026, 11, 24, tzinfo=UTC), **more)


def picture(size=10, mime="image/jpeg", alt="Our front door."):
    return Picture(b"x" * size, mime, alt, 100, 100)


def test_networks_that_bedside_sends_to_come_first():
    assert ALL[:3] == ("practice", "bluesky", "mastodon")
    assert {catalogue.capability(network).by_hand for network in ALL[:3]} == {False}
    assert {catalogue.capability(network).by_hand for network in ALL[3:]} == {True}


@pytest.mark.parametrize("network", ALL)
def test_every_row_names_its_source_and_its_date(network):
    known = catalogue.capability(network)

    assert known.network == network
    assert known.source
    assert date(2026, 1, 1) < known.as_of
    assert known.text.limit > 0
    assert catalogue.label(network)
    assert catalogue.icon(network).startswith("i-")


@pytest.mark.parametrize("network", [*ALL, catalogue.MANUAL])
def test_every_network_has_a_channel_and_fields_to_connect_it(network):
    channel: Channel = registry.channel(network)

    assert channel.network == network
    assert channel.capability(None) == catalogue.capability(network)
    assert channel.check(None, part(" ")) == catalogue.problems(network, part(" "))
    assert catalogue.connect_fields(network)


@pytest.mark.parametrize("ask", [catalogue.capability, catalogue.icon, registry.channel])
def test_unknown_network_is_a_mistake_of_the_caller(ask):
    with pytest.raises(KeyError):
        ask("friendster")


def test_manual_account_is_held_to_the_limits_of_its_network():
    known = catalogue.capability("manual", {"target": "x"})

    assert known.label == "X"
    assert known.by_hand
    assert catalogue.icon("manual", {"target": "x"}) == "i-n-x"
    assert catalogue.problems("manual", part("x" * 281), {"target": "x"})[0].amount == 1


def test_server_that_tells_its_limits_is_believed():
    settings = {
        "text_limit": "11",
        "pictures": "1",
        "picture_bytes": "5",
        "alt_length": "3",
        "formats": "image/png",
        "link_length": "5",
        "idempotency": "none",
    }

    found = catalogue.problems(
        "mastodon", part("https://a.example 1234567", pictures=(picture(), picture())), settings
    )

    assert catalogue.capability("mastodon", settings).idempotency is Idempotency.NONE
    assert [(problem.field, problem.amount) for problem in found] == [
        ("text", 2),
        ("pictures", 1),
        *[("pictures", 0), ("pictures", 5), ("alt", 12)] * 2,
    ]


def test_part_that_fits_has_no_problem():
    assert [
        network for network in ALL if catalogue.problems(network, part(pictures=(picture(),)))
    ] == []


@pytest.mark.parametrize("network", ALL)
def test_empty_part_is_a_problem(network):
    assert catalogue.problems(network, part(" \n"))[0].message == "There is nothing to post yet."


@pytest.mark.parametrize("network", ["instagram", "tiktok", "pinterest"])
def test_post_without_a_picture_is_a_problem_where_one_is_needed(network):
    assert catalogue.problems(network, part())
    assert catalogue.problems(network, part(parent=Ref("1", ""))) == []


def test_short_text_of_many_bytes_is_too_long_for_bluesky():
    [problem] = catalogue.problems("bluesky", part("👨‍👩‍👧‍👦" * 200))

    assert problem == Problem(
        "text", "Bluesky takes at most 3,000 bytes; this is 2,000 too long.", 2000
    )


def test_replaced_channel_answers_only_meanwhile():
    usual, stand_in = registry.channel("practice"), Practice()

    with registry.replaced(stand_in):
        assert registry.channel("practice") is stand_in
        with registry.replaced(usual):
            assert registry.channel("practice") is usual
        assert registry.channel("practice") is stand_in
    assert registry.channel("practice") is usual


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"target": "friendster", "handle": "clinic"}, "target"),
        ({"target": "facebook", "handle": " "}, "handle"),
        ({"target": "facebook", "handle": "clinic", "address": "javascript:alert(1)"}, "address"),
        ({"target": "facebook", "handle": "clinic", "address": "https://["}, "address"),
    ],
)
def test_manual_account_that_makes_no_sense_is_refused(values, field):
    answer = connecting.connect("manual", values)

    assert isinstance(answer, Refused)
    assert answer.field == field


def test_manual_account_is_kept_as_described():
    answer = connecting.connect("facebook", {"handle": "Cedar Hollow"})

    assert isinstance(answer, Connected)
    assert answer.settings == {"target": "facebook"}
    assert answer.handle == "Cedar Hollow"


def test_only_mastodon_is_signed_in_at_the_network():
    assert [network for network in ALL if connecting.must_sign_in_there(network)] == ["mastodon"]
    assert isinstance(connecting.connect("mastodon", {}), Refused)
    assert isinstance(connecting.begin("bluesky", {}, "https://c.example/back"), Refused)
    assert isinstance(connecting.finish("bluesky", {}, {}), Refused)


def test_password_fields_are_said_to_be_passwords():
    kinds = {field.name: field.kind for field in catalogue.connect_fields("bluesky")}

    assert kinds["password"] is FieldKind.PASSWORD

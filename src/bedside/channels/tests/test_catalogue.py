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


def video(seconds=20.0, mime="video/mp4", **more):
    return Picture(b"film", mime, "Our door opens.", 640, 360, seconds=seconds, **more)


def said(network, *shown, settings=None):
    found = catalogue.problems(network, part(pictures=shown), settings)
    return [(problem.message, problem.amount) for problem in found]


@pytest.mark.parametrize("network", ALL)
def test_one_short_video_fits_everywhere(network):
    assert said(network, video()) == []


@pytest.mark.parametrize("network", ["practice", "bluesky", "mastodon", "linkedin", "x"])
def test_a_post_has_pictures_or_one_video(network):
    title = catalogue.label(network)

    assert said(network, video(), picture()) == [
        (f"{title} takes pictures or a video, not both: take the one or the others out.", 1)
    ]
    assert said(network, video(), video()) == [
        (f"{title} takes one video: leave one in and take the others out.", 1)
    ]


@pytest.mark.parametrize("network", ["instagram", "threads"])
def test_networks_that_mix_both_count_them_together(network):
    most = catalogue.capability(network).media.pictures

    assert said(network, *[video()] * 2, *[picture()] * (most - 2)) == []
    assert said(network, *[video()] * 2, *[picture()] * (most - 1)) == [
        (f"{catalogue.label(network)} takes at most {most} pictures.", 1)
    ]


def test_video_that_is_too_long_is_said_as_a_clock_shows_it():
    assert said("bluesky", video(180.0)) == []
    assert said("bluesky", video(200.5)) == [
        ("Video 1 lasts 3:21; Bluesky takes 3:00. Cut it, and add it again.", 21)
    ]


def test_video_that_is_too_heavy_is_found_without_its_bytes():
    heavy = video(unread=100_000_000)

    assert said("bluesky", heavy) == [
        (
            "Video 1 is too heavy; Bluesky takes 100 MB. Make it shorter or smaller, and add it"
            " again.",
            4,
        )
    ]
    assert catalogue.too_heavy("bluesky", 100_000_000) == ""
    assert "100 MB" in catalogue.too_heavy("bluesky", 100_000_001)
    assert catalogue.too_heavy("facebook", 10**12) == ""


def test_video_of_a_format_that_a_network_does_not_take():
    assert said("linkedin", video(mime="video/webm")) == [
        ("LinkedIn does not take the format of video 1: MP4.", 0)
    ]


def test_server_that_takes_no_videos_is_believed():
    told = {"video_formats": ""}

    assert said("mastodon", video(), settings=told) == [
        ("Mastodon takes no videos: take it out, or choose pictures.", 0)
    ]
    assert said("mastodon", video(), settings={"video_bytes": "3"})[0][1] == 1


def test_captions_and_description_of_a_video_have_limits_of_their_own():
    [captions] = catalogue.problems("bluesky", part(pictures=(video(captions="é" * 10_001),)))
    long = Picture(b"film", "video/mp4", "x" * 1_001, 640, 360)
    [description] = catalogue.problems("bluesky", part(pictures=(long,)))

    assert captions.message == (
        "The captions of video 1 are too long; Bluesky takes 20,000 bytes."
        " Shorten them in the library."
    )
    assert captions.amount == 2
    assert description == Problem(
        "alt", "The description of video 1 is too long; Bluesky takes 1,000 characters.", 1
    )


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

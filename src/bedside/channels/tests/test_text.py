from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uniseg.graphemecluster import grapheme_clusters

from bedside.channels.base import TextLimit, Unit
from bedside.channels.text import (
    EntityKind,
    entities,
    graphemes,
    links,
    measure,
    mentions,
    over,
    tags,
    with_short_handles,
    with_utm,
)

FAMILY = "👨‍👩‍👧‍👦"
FLAG = "🇺🇸"
BLUESKY = TextLimit(300, Unit.GRAPHEMES)
MASTODON = TextLimit(500, Unit.GRAPHEMES, 23, short_handles=True)
X = TextLimit(280, Unit.WEIGHTED, 23)

# What makes counting hard: joiners, marks, halves of flags, Hangul, line ends, prepended signs,
# Indic conjuncts, next to what is easy.
KNOTTY = st.text(
    st.sampled_from(
        "aé é\u0301\u0308\u200d\ufe0f\r\n\u00ad🇺🇸👩🏽⚕️👨💉ᄀ각ᆨ\u0600क्षি日本あ゙\u20e3#1‼©\u2028"
    )
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Flu shots", 9),
        (FAMILY, 1),
        (FLAG * 2, 2),
        ("🇺🇸🇲", 2),
        ("e\u0301", 1),
        ("1️⃣", 1),
        ("👩🏽‍⚕️ here", 6),
        ("a\r\nb", 3),
        ("각각", 2),
        ("क्षि", 1),
        ("日本語", 3),
    ],
)
def test_reader_and_bluesky_count_alike(text, count):
    assert graphemes(text) == count


@given(st.text() | KNOTTY)
def test_quick_count_of_graphemes_is_the_full_one(text):
    assert graphemes(text) == len(list(grapheme_clusters(text)))


@given(st.lists(st.sampled_from([FAMILY, FLAG, "e\u0301", "x", "各", "👍🏿"])))
def test_whole_graphemes_add_up(pieces):
    assert graphemes(" ".join(pieces)) == len(pieces) + max(0, len(pieces) - 1)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Flu shots", 9),
        ("H🐱☺" + FAMILY, 7),
        ("故人西辞黄鹤楼", 14),
        ("e\u0301", 1),
        (FLAG, 2),
        ("1️⃣", 2),
        ("©", 1),
        ("“quoted” – and…", 16),
        ("See https://cedarhollow.example/a-very-long-path?with=a&long=query now", 4 + 23 + 4),
        ("See cedarhollow.com.", 4 + 23 + 1),
        ("Ask bob@cedarhollow.com", 23),
    ],
)
def test_x_weighs(text, count):
    assert measure(text, X) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("See https://cedarhollow.example/a-very-long-path now", 4 + 23 + 4),
        ("See cedarhollow.com now", 23),
        ("Thank you @bob@mastodon.example!", len("Thank you @bob!")),
        ("Thank you @bob!", 15),
        ("https://mastodon.example/@bob@other.example", 23),
        (FAMILY + "e\u0301", 2),
    ],
)
def test_mastodon_counts(text, count):
    assert measure(text, MASTODON) == count


@given(st.text())
def test_plain_units_are_those_of_their_names(text):
    assert measure(text, TextLimit(1, Unit.CHARACTERS)) == len(text)
    assert measure(text, TextLimit(1, Unit.BYTES)) == len(text.encode())
    assert measure(text, TextLimit(1, Unit.UTF16)) == len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize("unit", Unit)
def test_half_a_surrogate_pair_does_not_stop_the_count(unit):
    assert measure("a\ud83d", TextLimit(1, unit, 23, short_handles=True)) >= 2


def test_over_says_by_how_much():
    assert over(FAMILY * 300, BLUESKY) == 0
    assert over(FAMILY * 301, BLUESKY) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://cedarhollow.example", ["https://cedarhollow.example"]),
        ("(see https://cedarhollow.example/flu).", ["https://cedarhollow.example/flu"]),
        (
            "https://en.wikipedia.org/wiki/Flu_(virus)",
            ["https://en.wikipedia.org/wiki/Flu_(virus)"],
        ),
        ("cedarhollow.com/flu, today", ["https://cedarhollow.com/flu"]),
        ("Visit Cedar-Hollow.ORG!", ["https://Cedar-Hollow.ORG"]),
        ("“https://cedarhollow.example”", ["https://cedarhollow.example"]),
        ("https://müller.example/größe", ["https://müller.example/größe"]),
        ("https://a.example https://b.example", ["https://a.example", "https://b.example"]),
        ("bob@cedarhollow.com", []),
        ("Dr.Chen is here. See you at 9.30", []),
        ("version 2.0.com.example", []),
        ("...", []),
        ("https://", []),
    ],
)
def test_links_are_found_without_the_sentence_around_them(text, found):
    assert [link.value for link in links(text)] == found


def test_link_without_scheme_is_bare_and_stands_where_it_was_written():
    text = "💉 See cedarhollow.com now"

    [link] = links(text)

    assert text[link.start : link.end] == "cedarhollow.com"
    assert link.bare


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("#FluShot and #grippe_2026", ["FluShot", "grippe_2026"]),
        ("We are #1", []),
        ("＃健康", ["健康"]),
        ("https://cedarhollow.example/#top", []),
        ("a#b", []),
        ("#ask!", ["ask"]),
    ],
)
def test_tags_are_found(text, found):
    assert [tag.value for tag in tags(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("@bob and @ivy.example", ["bob", "ivy.example"]),
        ("(@bob@mastodon.example)", ["bob@mastodon.example"]),
        ("write to bob@cedarhollow.com", []),
        ("https://mastodon.example/@bob", []),
        ("@bob.", ["bob"]),
        ("@", []),
    ],
)
def test_mentions_are_found(text, found):
    assert [mention.value for mention in mentions(text)] == found


@given(st.text(st.sampled_from("ab@#./:https💉é \n1com")))
def test_entities_lie_in_the_text_and_never_overlap(text):
    found = entities(text)

    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.value in text for one in found if one.kind is not EntityKind.LINK)


def test_handles_are_shortened_as_mastodon_shows_them():
    assert with_short_handles("@bob@m.example and @ivy") == "@bob and @ivy"


UTM = {"source": "bluesky", "medium": "social", "campaign": "flu shots"}


@pytest.mark.parametrize(
    ("url", "tagged"),
    [
        (
            "https://c.example/flu",
            "https://c.example/flu?utm_source=bluesky&utm_medium=social&utm_campaign=flu%20shots",
        ),
        (
            "https://c.example/?a=1&a=2&b#top",
            "https://c.example/?a=1&a=2&b"
            "&utm_source=bluesky&utm_medium=social&utm_campaign=flu%20shots#top",
        ),
        (
            "https://c.example/?utm_source=poster&utm_campaign=",
            "https://c.example/?utm_source=poster&utm_campaign=&utm_medium=social",
        ),
        ("mailto:bob@c.example", "mailto:bob@c.example"),
        ("https://[broken", "https://[broken"),
        ("not an address", "not an address"),
    ],
)
def test_campaign_is_added_and_nothing_else_changes(url, tagged):
    assert with_utm(url, **UTM) == tagged


def test_empty_campaign_is_left_out():
    assert with_utm("https://c.example", source="x", medium="", campaign="") == (
        "https://c.example?utm_source=x"
    )


def test_campaign_twice_is_the_campaign_once():
    once = with_utm("https://c.example/flu", **UTM)

    assert with_utm(once, **UTM) == once

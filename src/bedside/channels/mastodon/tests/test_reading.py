from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedside.channels.base import Part, Ref
from bedside.channels.mastodon.reading import comparable, is_ours, words_of, written_at
from bedside.channels.mastodon.tests.fake import as_html

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Flu shots are here.",
        "One\n\nTwo\nThree  \n\n\n Four",
        '5 < 6 & 7 > 6, it\'s "so"',
        "See https://cedarhollow.example/a/very/long/address?with=a&long=query#top.",
        "Thank you @bob@mastodon.example and @ivy!",
        "#FluShot #grippe",
        "Cafe\u0301 💉 👩🏽‍⚕️",
        "&amp; stays",
        "<b>not bold</b>",
        "",
    ],
)
def test_what_is_shown_is_known_again(text):
    assert words_of(as_html(text)) == comparable(text)


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"])))
def test_any_plain_text_is_known_again(text):
    assert words_of(as_html(text)) == comparable(text)


@given(st.text())
def test_any_html_can_be_read(html):
    assert isinstance(words_of(html), str)


def test_quoted_post_is_not_part_of_the_words():
    html = '<p class="quote-inline">RE: <a href="x">https://m.example/1</a></p><p>Yes</p>'

    assert words_of(html) == "Yes"


def test_other_words_are_other_words():
    assert words_of(as_html("Open on Friday")) != comparable("Open on Monday")


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("2026-11-24T09:00:00.000Z", NOW),
        ("2026-11-24T10:00:00+01:00", NOW),
        ("2026-11-24T09:00:00", NOW),
        ("yesterday", None),
        (None, None),
    ],
)
def test_time_of_a_status(said, moment):
    assert written_at({"created_at": said}) == moment


@pytest.mark.parametrize("status", [{}, [], None, {"content": 1}, {"media_attachments": {}}])
def test_nonsense_is_not_ours(status):
    part = Part("Hello", "k", NOW, parent=Ref("1", ""))

    assert not is_ours(status, part)

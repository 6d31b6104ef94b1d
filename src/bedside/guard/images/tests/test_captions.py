from __future__ import annotations

import pytest

from bedside.guard.images.captions import Cue, NotCaptions, as_webvtt, parse, problems, required

VTT = """WEBVTT - made by Maria Lopez
Kind: captions

NOTE from Maria Lopez
who typed this

STYLE
::cue { color: red }

intro
00:01.000 --> 00:02.500 align:start position:10%
<v Maria><b>Good</b> morning,</v>
<00:00:02.000><c.loud>all &amp; everybody</c>

01:00:00.000 --> 01:00:02.000
Later
"""
SRT = "1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>Good</i> morning\r\n\r\n2\r\n" \
      "00:00:00,5 --> 00:00:00,900\r\n{\\an8}First\r\n"  # fmt: skip


def test_webvtt_is_read_without_notes_styles_and_markup():
    assert parse(VTT) == (
        Cue(1.0, 2.5, "Good morning,\nall & everybody"),
        Cue(3600.0, 3602.0, "Later"),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_subrip_is_read_in_the_encodings_of_its_time_and_sorted(encoding: str):
    cues = parse(SRT.replace("morning", "morning, Zoë").encode(encoding))
    assert [cue.text for cue in cues] == ["First", "Good morning, Zoë"]
    assert (cues[0].start, cues[0].end) == (0.5, 0.9)


@pytest.mark.parametrize(
    "content", [b"", b"WEBVTT\n", b"\x00\x01\xff\x00", b"Hello there", "x" * 3_000_000]
)
def test_what_holds_no_captions_is_refused_with_a_reason(content: bytes | str):
    with pytest.raises(NotCaptions, match=r"\. [CE]"):
        parse(content)


def test_what_is_written_is_read_again_and_carries_nothing_else():
    cues = parse(VTT)
    written = as_webvtt(cues)
    assert parse(written) == cues
    assert "Maria" not in written
    assert "align" not in written


def test_words_that_look_like_times_or_markup_stay_words():
    cues = (Cue(0.0, 2.0, "a --> b & <v Ana>\n1 < 2"),)
    assert parse(as_webvtt(cues)) == cues


@pytest.mark.parametrize(
    ("cue", "says"),
    [
        (Cue(2.0, 1.0, "Hm"), "ends before"),
        (Cue(1.0, 2.0, ""), "is empty"),
        (Cue(65.0, 66.0, "Late"), "1:05 comes after the end"),
        (Cue(1.0, 1.5, "Nobody reads as fast as this is said here"), "too fast"),
    ],
)
def test_each_wrong_caption_is_named_with_its_time(cue: Cue, says: str):
    (problem,) = problems([cue], 10.0)
    assert says in problem


def test_captions_in_order_have_no_problems():
    assert problems([Cue(0.0, 2.0, "Good morning"), Cue(1.5, 10.5, "All")], 10.0) == ()


def test_a_video_with_sound_needs_captions_and_a_silent_one_none():
    assert required(has_sound=True, cues=())
    assert required(has_sound=True, cues=[Cue(0.0, 1.0, "")])
    assert not required(has_sound=True, cues=[Cue(0.0, 1.0, "Hello")])
    assert not required(has_sound=False, cues=())

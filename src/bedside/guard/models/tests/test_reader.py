"""The model itself."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bedside.guard import Draft, Kind, Organisation
from bedside.guard.models import reader
from bedside.guard.models.reader import Opinion, facts

CEDAR = Organisation(name="Cedar Hollow Family Clinic", staff=("Dr. Wei Chen", "Nora Bell"))


def read(draft):
    reading = reader.read(draft)
    assert reading is not None
    return reading


def test_a_plain_disclosure_is_blocked():
    reading = read(Draft("We are glad your root canal went well on Tuesday!", Kind.REVIEW_REPLY))
    assert reading.block >= facts().block
    assert any(span.label.startswith("DIS-") for span in reading.spans)


def test_opening_hours_are_not():
    reading = read(Draft("We are open Monday to Friday from 8 to 5.", org=CEDAR))
    assert reading.block < facts().block


@pytest.mark.parametrize(
    ("block", "flag", "verdict"),
    [(1.01, 1.01, "block"), (1.01, 0.9, "block"), (0.9, 1.01, "warn"), (0.9, 0.9, "clear")],
)
def test_either_threshold_alone_is_enough(block: float, flag: float, verdict: str):
    told = facts()
    assert told.verdict(Opinion(block * told.block, flag * told.flag, {}, ())) == verdict


def test_to_flag_is_never_less_likely_than_to_block():
    reading = read(Draft("A patient asked me today why we fast before tests."))
    assert reading.flag >= reading.block


@pytest.mark.parametrize(
    "before",
    ["", "😀😀 ", "e\u0301e\u0301 ", "👩‍👩‍👧 ", "漢字 ", "\u200f\u202e ", "ﬁﬂ ", "\x00\x07 "],
)
def test_spans_are_code_points_whatever_stands_before(before):
    draft = Draft(f"{before}Our patient Marcus Delgado finished his chemo today.")
    texts = [draft.text[span.start : span.end] for span in read(draft).spans]
    assert any("Marcus" in text for text in texts)
    assert all(text == text.strip() and text for text in texts)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec=None), max_size=300), st.sampled_from(list(Kind)))
def test_any_text_gives_offsets_that_lie_in_it(text, kind):
    draft = Draft(text, kind, reply_to=text)
    reading = read(draft)
    assert 0 <= reading.block <= reading.flag <= 1
    assert all(0 <= span.start < span.end <= len(draft.text) for span in reading.spans)


def test_what_is_marked_are_whole_words():
    text = "Our pаtient Zbigniewa Krzyżanowska finished her radiochemotherapy today."
    for span in read(Draft(text)).spans:
        assert not (span.start and text[span.start - 1 : span.start + 1].isalnum())
        assert not text[span.end - 1 : span.end + 1].isalnum() or span.end == len(text)


def test_a_disclosure_at_the_end_of_a_long_text_is_seen():
    draft = Draft("We are open on Monday. " * 150 + "Our patient Marcus Delgado has HIV.")
    reading = read(draft)
    assert reading.complete
    assert reading.block >= facts().block


def test_what_is_too_long_is_read_in_part_and_says_so():
    begun = time.thread_time()
    reading = read(Draft("We are open on Monday. " * 5000))
    assert not reading.complete
    assert time.thread_time() - begun < 10


def test_many_threads_read_alike():
    draft = Draft("Thank you for being our patient, Rosa!", Kind.REVIEW_REPLY)
    with ThreadPoolExecutor(4) as pool:
        blocks = {reading.block for reading in pool.map(read, [draft] * 16)}
    assert len(blocks) == 1

from __future__ import annotations

import time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bedside.posts.diff import Kind, Piece, word_diff

SAME, DEL, INS = Kind.SAME, Kind.DEL, Kind.INS

words = st.lists(st.sampled_from(["flu", "shots", "on", "Saturday", ".", "  ", "\n", "don’t"]))


def test_equal_texts_have_one_piece():
    assert word_diff("Walk in.", "Walk in.") == [Piece(SAME, "Walk in.")]


def test_two_empty_texts_have_none():
    assert word_diff("", "") == []


def test_whole_words_change_never_letters():
    assert word_diff("We treat patients here.", "We treated patients here.") == [
        Piece(SAME, "We "),
        Piece(DEL, "treat"),
        Piece(INS, "treated"),
        Piece(SAME, " patients here."),
    ]


def test_a_phrase_changes_in_one_stroke():
    assert word_diff("Our oldest neighbor came.", "Some good friends came.") == [
        Piece(DEL, "Our oldest neighbor"),
        Piece(INS, "Some good friends"),
        Piece(SAME, " came."),
    ]


def test_what_was_added_at_the_end_is_new():
    assert word_diff("Walk in.", "Walk in. No appointment.") == [
        Piece(SAME, "Walk in."),
        Piece(INS, " No appointment."),
    ]


@given(words, words)
@settings(max_examples=200, deadline=None)
def test_both_texts_can_be_read_from_the_pieces(before: list[str], after: list[str]):
    old, new = " ".join(before), " ".join(after)
    pieces = word_diff(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "ins") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "del") == new


@given(words, words)
@settings(max_examples=100, deadline=None)
def test_neighbors_differ_in_kind(before: list[str], after: list[str]):
    kinds = [piece.kind for piece in word_diff(" ".join(before), " ".join(after))]
    assert all(one != other for one, other in pairwise(kinds))


def test_texts_of_the_longest_networks_are_compared_in_bounded_time():
    old = " ".join(f"word{number % 977}" for number in range(9_000))
    new = " ".join(f"word{(number * 7) % 983}" for number in range(9_000))
    began = time.perf_counter()
    pieces = word_diff(old, new)
    assert time.perf_counter() - began < 2
    assert [piece.kind for piece in pieces] == ["same", "del", "ins"]


def test_a_sentence_that_came_begins_with_its_word_not_with_a_full_stop():
    assert word_diff("Hi. We are open.", "We are open. Call us.") == [
        Piece(DEL, "Hi. "),
        Piece(SAME, "We are open."),
        Piece(INS, " Call us."),
    ]

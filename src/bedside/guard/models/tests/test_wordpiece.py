"""Cutting into pieces. What the `tokenizers` package gives for these texts is written down here."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedside.guard.models.wordpiece import LONGEST, WordPiece

WORDS = ["[UNK]", "we", "will", "see", "##ing", "cafe", "!", "$", "漢", "o", "##k", "ss", "'", "t"]
VOCABULARY = WordPiece({word: number for number, word in enumerate(WORDS)})


def cut(text):
    pieces = VOCABULARY.encode(text)
    return [
        (WORDS[piece], text[start:end])
        for piece, (start, end) in zip(pieces.ids, pieces.offsets, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We will!", [("we", "We"), ("will", "will"), ("!", "!")]),
        ("SEEING", [("see", "SEE"), ("##ing", "ING")]),
        ("café", [("cafe", "café")]),
        ("cafe\u0301", [("cafe", "cafe")]),
        ("we\x07 \u200bwill", [("we", "we"), ("will", "will")]),
        ("o\u00a0k", [("o", "o"), ("[UNK]", "k")]),
        ("we漢ok", [("we", "we"), ("漢", "漢"), ("o", "o"), ("##k", "k")]),
        ("$t", [("$", "$"), ("t", "t")]),
        ("seeings", [("[UNK]", "seeings")]),
        ("", []),
        (" \n\t", []),
    ],
)
def test_words_are_cut_into_the_longest_pieces(text, expected):
    assert cut(text) == expected


def test_a_word_without_end_is_one_unknown_piece():
    assert cut("o" * (LONGEST + 1)) == [("[UNK]", "o" * (LONGEST + 1))]


def test_special_pieces_are_for_windows_to_add():
    with pytest.raises(ValueError, match="themselves"):
        VOCABULARY.encode("we", add_special_tokens=True)


@given(st.text(alphabet=st.characters(codec=None), max_size=200))
def test_pieces_lie_in_the_text_one_after_the_other(text):
    offsets = VOCABULARY.encode(text).offsets
    assert all(0 <= start < end <= len(text) for start, end in offsets)
    assert offsets == sorted(offsets)

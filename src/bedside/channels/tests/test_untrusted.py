from hypothesis import given
from hypothesis import strategies as st

from bedside.channels import untrusted

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
STEPS = st.lists(st.text() | st.integers(-5, 5), max_size=4)


def test_steps_are_followed_through_objects_and_lists():
    answer = {"posts": [{"id": "1"}, {"id": "2", "likes": 3}]}

    assert untrusted.text(answer, "posts", -1, "id") == "2"
    assert untrusted.whole(answer, "posts", 1, "likes") == 3
    assert untrusted.rows(answer, "posts") == answer["posts"]


def test_what_is_of_another_type_counts_as_missing():
    answer = {"id": 7, "likes": "7", "liked": True, "posts": {"id": "1"}, "mixed": [1, {"a": 2}]}

    assert untrusted.text(answer, "id") == ""
    assert untrusted.whole(answer, "likes") is None
    assert untrusted.whole(answer, "liked") is None
    assert untrusted.rows(answer, "posts") == []
    assert untrusted.rows(answer, "mixed") == [{"a": 2}]


@given(ANYTHING, STEPS)
def test_reading_never_fails(value, steps):
    assert isinstance(untrusted.text(value, *steps), str)
    assert isinstance(untrusted.rows(value, *steps), list)
    assert untrusted.whole(value, *steps) is None or untrusted.reach(value, *steps) is not None

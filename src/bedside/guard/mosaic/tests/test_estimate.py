"""More clues never give a larger number, and every number is one that people can read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedside.guard.mosaic.estimate import Clue, Estimate, Place, Sort, rounded

AREA = Place("the area", 1_000_000, assumed=True)
TOWN = Place("Halstead", 10_000, assumed=True, clue=Clue(Sort.PLACE, 0, 8, 1.0))
ALS = Clue(Sort.CONDITION, 20, 23, 0.0001)
ASTHMA = Clue(Sort.CONDITION, 30, 36, 0.1)
AGE = Clue(Sort.AGE, 10, 18, 0.01)

clues = st.builds(
    Clue,
    sort=st.sampled_from([sort for sort in Sort if sort is not Sort.PLACE]),
    start=st.integers(0, 500),
    end=st.integers(0, 500),
    share=st.floats(1e-6, 1),
)
places = st.builds(Place, st.just("there"), st.integers(1, 10_000_000), st.booleans(), st.none())


@given(around=places, some=st.lists(clues, max_size=8), more=clues)
def test_one_more_clue_never_gives_a_larger_number(around, some, more):
    before = Estimate(around, around, tuple(some))
    after = Estimate(around, around, (*some, more))
    assert after.people() <= before.people() * (1 + 1e-9)


@given(around=places, some=st.lists(clues, min_size=1, max_size=8))
def test_leaving_a_clue_out_never_gives_a_smaller_number(around, some):
    estimate = Estimate(around, around, tuple(some))
    for sort in estimate.sorts:
        assert estimate.people(sort) >= estimate.people() * (1 - 1e-9)
        assert estimate.people(estimate.dearest) >= estimate.people(sort)


def test_illnesses_that_come_together_count_less_than_each_alone():
    both = Estimate(AREA, AREA, (ALS, ASTHMA))
    assert both.people() == pytest.approx(1_000_000 * 0.0001 * 0.1)
    rare = Estimate(AREA, AREA, (ALS, ALS))
    assert rare.people() == pytest.approx(1_000_000 * 0.0001 * 0.1)


def test_without_the_town_everybody_around_may_be_meant():
    estimate = Estimate(AREA, TOWN, (AGE,))
    assert estimate.people() == pytest.approx(100)
    assert estimate.people(Sort.PLACE) == pytest.approx(10_000)


def test_the_dearest_clue_is_the_one_that_hides_most_when_it_is_left_out():
    assert Estimate(AREA, AREA, (AGE, ALS)).dearest is Sort.CONDITION
    assert Estimate(AREA, TOWN, (AGE, ASTHMA)).dearest in {Sort.AGE, Sort.PLACE}


@pytest.mark.parametrize(
    ("people", "read"),
    [(0.0003, 1), (0.9, 1), (3.4, 3), (9.99, 10), (47, 50), (341, 300), (7_600_000, 8_000_000)],
)
def test_numbers_have_one_digit_that_counts(people, read):
    assert rounded(people) == read

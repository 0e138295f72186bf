"""Marks and their means: exact, half up, as parents check them by hand."""

from decimal import Decimal
from random import Random
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.journal.means import WeightedMark, mark_of, weighted_mean
from core.journal.values import MarkValue
from core.regulation.profile import Rounding
from tests.core.builders import HALF_UP, marks

Half = Literal["up", "even"]
NUMBERS = st.sampled_from("12345").map(MarkValue.of)
WEIGHTS = st.decimals("0.1", "10", places=1)
MARKS = st.lists(st.builds(WeightedMark, NUMBERS, WEIGHTS), min_size=1, max_size=30)


def mean_of(found: list[WeightedMark]) -> Decimal:
    mean = weighted_mean(found, HALF_UP)
    assert mean is not None
    return mean


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("1", (1,)), ("5", (5,)), ("3/5", (3, 5)), ("pass", ()), ("fail", ()), ("none", ())],
)
def test_a_value_counts_as_its_numbers(text: str, numbers: tuple[int, ...]) -> None:
    assert MarkValue.of(text).numbers == numbers


@pytest.mark.parametrize("text", ["", "0", "6", "7", "3/", "3/6", "3/4/5", "5-", " 5", "зачёт"])
def test_what_no_journal_knows_is_no_value(text: str) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - the value itself is the message
        MarkValue.of(text)

    assert refused.value.args == (text,)


def test_a_heavier_work_pulls_the_mean() -> None:
    mean = weighted_mean([*marks("5", weight="4"), *marks("3")], HALF_UP)

    assert mean == Decimal("4.60")


def test_a_double_mark_is_two_marks_of_the_work_s_weight() -> None:
    double = weighted_mean([*marks("3/5", weight="2"), *marks("4")], HALF_UP)

    assert double == weighted_mean([*marks("3", "5", weight="2"), *marks("4")], HALF_UP)


def test_words_do_not_count() -> None:
    assert weighted_mean(marks("4", "pass", "none"), HALF_UP) == Decimal("4.00")


@pytest.mark.parametrize("texts", [(), ("pass", "none")])
def test_without_a_mark_that_counts_there_is_no_mean(texts: tuple[str, ...]) -> None:
    assert weighted_mean(marks(*texts), HALF_UP) is None


def test_a_mean_has_as_many_places_as_the_school_shows() -> None:
    thirds = marks("4", "4", "5")

    means = [weighted_mean(thirds, Rounding(places=places)) for places in (0, 1, 3)]

    assert [str(mean) for mean in means] == ["4", "4.3", "4.333"]


@pytest.mark.parametrize(("half", "shown"), [("up", ["3.2", "3.4"]), ("even", ["3.2", "3.4"])])
def test_what_is_no_half_is_rounded_alike_by_every_rule(half: Half, shown: list[str]) -> None:
    rounding = Rounding(places=1, half=half)

    means = [weighted_mean(marks(*"33334"), rounding), weighted_mean(marks(*"33344"), rounding)]

    assert [str(mean) for mean in means] == shown


@pytest.mark.parametrize(("half", "shown"), [("up", "4.13"), ("even", "4.12")])
def test_a_half_is_rounded_by_the_school_s_rule(half: Half, shown: str) -> None:
    eighths = marks(*"44444445")

    mean = weighted_mean(eighths, Rounding(places=2, half=half))

    assert str(mean) == shown


def test_a_half_above_an_odd_digit_goes_up_by_every_rule() -> None:
    mean = weighted_mean(marks("4", "5", "5", "5"), Rounding(places=1, half="even"))

    assert str(mean) == "4.8"


@pytest.mark.parametrize(
    ("mean", "mark"), [("4.49", 4), ("4.50", 5), ("2.5", 3), ("1.00", 1), ("5.00", 5)]
)
def test_a_half_becomes_the_better_mark(mean: str, mark: int) -> None:
    assert mark_of(Decimal(mean), HALF_UP) == mark


@given(MARKS)
def test_a_mean_lies_between_the_worst_and_the_best_mark(found: list[WeightedMark]) -> None:
    numbers = [number for mark in found for number in mark.value.numbers]

    mean = mean_of(found)

    assert min(numbers) <= mean <= max(numbers)


@given(MARKS, st.randoms(use_true_random=False))
def test_the_order_of_marks_does_not_matter(found: list[WeightedMark], random: Random) -> None:
    shuffled = random.sample(found, len(found))

    assert weighted_mean(shuffled, HALF_UP) == weighted_mean(found, HALF_UP)


@given(MARKS)
def test_a_five_never_lowers_a_mean(found: list[WeightedMark]) -> None:
    before = mean_of(found)

    assert mean_of([*found, *marks("5")]) >= before

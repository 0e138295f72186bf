"""The forecast of a period's mark: what it must hold to, whatever the marks."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import isclose
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.diary.forecast.fitted import FITTED
from core.diary.forecast.scale import MARKS, Scale, band_scale, school_scale
from core.diary.forecast.views import Counted, Forecast, counted, forecast
from core.journal.means import mark_of, weighted_mean
from core.regulation.profile import Rounding
from tests.core.builders import HALF_UP, marks

SCHOOL = school_scale(HALF_UP)
POINTS = band_scale(100, (50, 70, 85))
ONE = Decimal(1)

WEIGHTS = st.decimals("0.5", "6", places=1)
VALUES = st.integers(1, 5).map(Decimal)
CLASS_MEANS = st.none() | st.decimals("1", "5", places=2)
KNOWN = st.lists(st.builds(Counted, VALUES, WEIGHTS, CLASS_MEANS), max_size=20)
COMING = st.lists(WEIGHTS, min_size=1, max_size=8)
ROUNDINGS = st.builds(Rounding, st.integers(0, 4), st.sampled_from(["up", "even"]))


def some(*values: int, weight: str = "1", of_class: str | None = None) -> list[Counted]:
    mean = None if of_class is None else Decimal(of_class)
    return [Counted(Decimal(value), Decimal(weight), mean) for value in values]


def of(
    known: Sequence[Counted], coming: Sequence[Decimal] = (ONE,), scale: Scale = SCHOOL
) -> Forecast:
    found = forecast(known, coming, scale)
    assert found is not None
    return found


def test_without_marks_and_works_there_is_nothing_to_foresee() -> None:
    assert forecast([], [], SCHOOL) is None


def test_marks_that_weigh_nothing_foresee_nothing() -> None:
    assert forecast(some(5, weight="0"), [Decimal(0)], SCHOOL) is None


def test_without_marks_the_usual_is_expected() -> None:
    found = of([], [ONE] * 5)

    assert found.now is None
    assert found.mark == 4
    assert not found.certain


def test_without_works_to_come_the_mark_is_certain() -> None:
    found = of(some(5, 4, 4), [])

    assert found == Forecast(
        Decimal("4.33"), Decimal("4.33"), 4, (0.0, 0.0, 1.0, 0.0), certain=True
    )


def test_one_mark_tells_less_than_many() -> None:
    one, many = of(some(2), [ONE] * 9), of(some(2, 2, 2, 2, 2, 2), [ONE] * 9)

    assert one.expected > many.expected
    assert one.chance(2) < many.chance(2)


def test_a_double_mark_counts_twice() -> None:
    double = [number for mark in marks("3/5", weight="2") for number in counted(mark)]

    assert double == some(3, 5, weight="2")


def test_a_word_does_not_count() -> None:
    assert counted(marks("pass")[0]) == ()


def test_a_class_that_does_worse_of_late_will_go_on_so() -> None:
    steady = [*some(4, 4, of_class="4.0"), *some(4, of_class="4.0")]
    worse = [*some(4, 4, of_class="4.5"), *some(4, of_class="3.0")]

    assert of(worse).expected < of(steady).expected


def test_who_is_ahead_of_the_class_stays_ahead() -> None:
    ahead, with_it = some(4, 4, 4, of_class="3.0"), some(4, 4, 4, of_class="4.0")

    assert (
        of([*ahead, *some(3, of_class="3.0")]).now == of([*with_it, *some(3, of_class="4.0")]).now
    )
    assert of(some(5, 5, of_class="3.5")).expected > of(some(4, 4, of_class="3.5")).expected


@pytest.mark.parametrize(
    ("known", "coming", "out_of_reach"),
    [((5, 5, 5, 5, 5, 5), 1, [2, 3]), ((2, 2, 2, 2, 2, 2), 1, [4, 5]), ((3, 3, 3), 1, [5])],
)
def test_what_no_work_can_bring_has_no_chance(
    known: tuple[int, ...], coming: int, out_of_reach: list[int]
) -> None:
    found = of(some(*known), [ONE] * coming)

    assert [found.chance(mark) for mark in out_of_reach] == [0.0] * len(out_of_reach)


@pytest.mark.parametrize(
    ("points", "mark"), [("49.99", 2), ("50", 3), ("69.9", 3), ("70", 4), ("85", 5), ("100", 5)]
)
def test_the_same_function_serves_points(points: str, mark: int) -> None:
    found = of([Counted(Decimal(points), ONE)], [], POINTS)

    assert (found.mark, found.now) == (mark, Decimal(points))


def test_points_are_foreseen_in_points() -> None:
    found = of([Counted(Decimal(80), Decimal(20), Decimal(70))] * 3, [Decimal(20)], POINTS)

    assert 75 < found.expected < 85
    assert found.mark == 4


def test_what_was_learned_can_be_replaced() -> None:
    sure = replace(FITTED, noise=0.01, newness=0.0, drift=0.0)

    found = forecast(some(4, 4, 4, 4), [ONE], SCHOOL, sure)

    assert found is not None
    assert found.chance(4) == pytest.approx(1)


@given(st.fractions(1, 5, max_denominator=400), ROUNDINGS)
def test_a_school_s_mean_is_rounded_as_the_journal_does(
    mean: Fraction, rounding: Rounding
) -> None:
    fives = mean - 1
    parts = [
        *marks("5", weight=str(fives.numerator)),
        *marks("1", weight=str(4 * fives.denominator - fives.numerator)),
    ]
    scale, shown = school_scale(rounding), weighted_mean(parts, rounding)

    assert shown is not None
    assert scale.shown(mean) == shown
    assert scale.mark(mean) == max(mark_of(shown, rounding), 2)


@given(KNOWN, COMING)
def test_chances_are_chances(known: list[Counted], coming: list[Decimal]) -> None:
    found = of(known, coming)

    assert isclose(sum(found.chances), 1)
    assert min(found.chances) >= 0
    assert found.chance(found.mark) == max(found.chances)


@given(KNOWN, COMING)
def test_no_mean_is_expected_that_marks_cannot_give(
    known: list[Counted], coming: list[Decimal]
) -> None:
    total = sum((one.weight for one in known), Decimal(0))
    counts = [Counted(Decimal(value), sum(coming, Decimal(0))) for value in (1, 5)]

    worst, best = (of([*known, one], []).expected for one in counts)

    assert total >= 0
    assert worst <= of(known, coming).expected <= best


@given(KNOWN, COMING, WEIGHTS, st.integers(1, 4))
def test_more_fives_never_lower_the_expectation(
    known: list[Counted], coming: list[Decimal], weight: Decimal, times: int
) -> None:
    fives = [Counted(Decimal(5), weight)] * times

    assert of([*known, *fives], coming).expected >= of(known, coming).expected


@given(KNOWN.filter(bool), COMING, st.data())
def test_a_better_mark_never_lowers_the_expectation(
    known: list[Counted], coming: list[Decimal], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(known) - 1))
    better = [*known]
    better[place] = known[place]._replace(value=Decimal(5))

    assert of(better, coming).expected >= of(known, coming).expected


@given(KNOWN.filter(bool), ROUNDINGS)
def test_without_works_to_come_the_mark_is_the_journal_s(
    known: list[Counted], rounding: Rounding
) -> None:
    texts = [marks(str(one.value), weight=str(one.weight))[0] for one in known]
    mean = weighted_mean(texts, rounding)

    found = of(known, [], school_scale(rounding))

    assert mean is not None
    assert (found.now, found.mark) == (mean, max(mark_of(mean, rounding), 2))


@pytest.mark.parametrize("half", ["up", "even"])
@pytest.mark.parametrize("places", [0, 1, 2, 3])
def test_a_mark_begins_at_its_edge_and_not_below_it(
    half: Literal["up", "even"], places: int
) -> None:
    scale = school_scale(Rounding(places=places, half=half))
    little = Fraction(1, 10**6)

    around = [
        (scale.mark(Fraction(edge) - little), scale.mark(Fraction(edge) + little))
        for edge in scale.edges
    ]

    assert around == [(mark - 1, mark) for mark in MARKS[1:]]

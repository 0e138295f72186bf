"""What if, what do I need, and are there marks enough: exact, as a family would count by hand."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.diary.forecast.sufficiency import Sufficiency, counts_from, marks_needed, sufficiency
from core.diary.forecast.what_if import Opening, Way, WhatIf, ways_to, what_if
from core.journal.means import WeightedMark, mark_of, weighted_mean
from core.journal.values import ControlKind, MarkValue, PeriodKind
from core.regulation.profile import Profile
from tests.core.builders import HALF_UP, marks

CONTROL = Opening(ControlKind.CONTROL, Decimal(3))
ANSWER = Opening(ControlKind.ANSWER, Decimal(1))
DAY = date(2026, 12, 20)

NUMBERS = st.sampled_from("12345").map(MarkValue.of)
MARKS = st.lists(st.builds(WeightedMark, NUMBERS, st.decimals("0.5", "6", places=1)), max_size=15)
QUARTER, HALF, YEAR = PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.YEAR


def test_imagined_marks_count_as_marks() -> None:
    assert what_if(marks("4", "4"), marks("5", weight="2"), HALF_UP) == WhatIf(Decimal("4.50"), 5)


def test_without_any_mark_there_is_no_what_if() -> None:
    assert what_if([], [], HALF_UP) == WhatIf(None, None)


def test_two_fives_in_control_works_would_do() -> None:
    found = ways_to(5, marks("4", "4", "4", "4", "4"), [CONTROL], HALF_UP)

    assert found == (Way(ControlKind.CONTROL, 5, 2, Decimal("4.55")),)


def test_a_lower_mark_is_named_where_it_takes_more_of_them() -> None:
    found = ways_to(4, marks("3", "3", "3"), [ANSWER], HALF_UP)

    assert [(way.value, way.times) for way in found] == [(5, 1), (4, 3)]


def test_the_smallest_sets_come_first_over_all_kinds() -> None:
    found = ways_to(4, marks("3", "3"), [ANSWER, CONTROL], HALF_UP)

    kinds = [(way.kind, way.value, way.times) for way in found]
    assert kinds == [
        (ControlKind.CONTROL, 4, 1),
        (ControlKind.ANSWER, 5, 1),
        (ControlKind.ANSWER, 4, 2),
    ]


def test_a_mark_that_is_reached_needs_nothing() -> None:
    assert ways_to(4, marks("5"), [CONTROL], HALF_UP) == ()


def test_what_too_few_works_can_bring_is_not_promised() -> None:
    once = Opening(ControlKind.ANSWER, Decimal(1), at_most=1)

    assert ways_to(5, marks("2", "2", "2"), [once], HALF_UP) == ()


def test_who_has_no_mark_needs_one() -> None:
    found = ways_to(4, [], [ANSWER], HALF_UP)

    assert [(way.value, way.times) for way in found] == [(4, 1)]


def test_works_without_weight_raise_nothing() -> None:
    assert ways_to(4, [], [Opening(ControlKind.ANSWER, Decimal(0))], HALF_UP) == ()


@given(MARKS, MARKS)
def test_what_if_is_the_journal_s_own_mean(
    standing: list[WeightedMark], imagined: list[WeightedMark]
) -> None:
    mean = weighted_mean([*standing, *imagined], HALF_UP)

    found = what_if(standing, imagined, HALF_UP)

    assert found == WhatIf(mean, None if mean is None else mark_of(mean, HALF_UP))


@given(MARKS, st.integers(3, 5))
def test_a_way_does_and_one_mark_fewer_does_not(standing: list[WeightedMark], target: int) -> None:
    ways = ways_to(target, standing, [ANSWER, CONTROL], HALF_UP)

    weights = {one.kind: one.weight for one in (ANSWER, CONTROL)}
    ones = [WeightedMark(MarkValue.of(str(way.value)), weights[way.kind]) for way in ways]
    pairs = list(zip(ways, ones, strict=True))
    enough = [what_if(standing, [one] * way.times, HALF_UP).mark for way, one in pairs]
    fewer = [what_if(standing, [one] * (way.times - 1), HALF_UP).mark for way, one in pairs]
    assert all(mark is not None and mark >= target for mark in enough)
    assert all(mark is None or mark < target for mark in fewer)


@pytest.mark.parametrize(
    ("period", "hours", "needed"),
    [(QUARTER, 1, 3), (QUARTER, 2, 5), (QUARTER, 5, 5), (HALF, 1, 5), (HALF, 2, 10), (YEAR, 2, 0)],
)
def test_how_many_marks_certify(period: PeriodKind, hours: int, needed: int) -> None:
    assert marks_needed(Profile().sufficiency, period, hours) == needed


@pytest.mark.parametrize(("hours", "day"), [(1, date(2026, 9, 22)), (2, date(2026, 9, 15))])
def test_a_young_period_lacks_no_marks(hours: int, day: date) -> None:
    assert counts_from(Profile().sufficiency, date(2026, 9, 1), hours) == day


@pytest.mark.parametrize(
    ("texts", "have"), [([], 0), (["4"], 1), (["3/5", "4"], 3), (["pass", "none"], 1)]
)
def test_marks_are_counted_as_they_certify(texts: list[str], have: int) -> None:
    values = [MarkValue.of(text) for text in texts]

    found = sufficiency(values, 3, by=DAY, judged=True)

    assert found == Sufficiency(have, 3, DAY, judged=True)
    assert found.missing == 3 - have

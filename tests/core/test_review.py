"""The rule of review: which days count, who is done, and on which evening one is nudged."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.diary.totals.review import (
    Standing,
    can_be_due,
    days_missing,
    due_tonight,
    is_done,
    last_chance,
    monday_of,
    standing_of,
    sunday_of,
)
from core.ids import PersonId
from core.regulation.profile import ReviewRule

MONDAY = date(2026, 11, 16)
MON, TUE, WED, THU, FRI, SAT, SUN = (MONDAY + timedelta(days=ahead) for ahead in range(7))
MOTHER, FATHER = PersonId(1), PersonId(2)
TWICE, EACH = ReviewRule(), ReviewRule(done_by="each")
ONCE, DAILY = ReviewRule(times_a_week=1), ReviewRule(times_a_week=7)
Reviews = dict[PersonId, Sequence[date]]

WEEKS = {
    "a Monday": (MON, MON, SUN),
    "a Sunday": (SUN, MON, SUN),
    "over the new year": (date(2027, 1, 1), date(2026, 12, 28), date(2027, 1, 3)),
    "over a change of the clock": (date(2026, 10, 25), date(2026, 10, 19), date(2026, 10, 25)),
}


@pytest.mark.parametrize(("day", "first", "last"), WEEKS.values(), ids=WEEKS.keys())
def test_a_week_goes_from_monday_to_sunday(day: date, first: date, last: date) -> None:
    assert (monday_of(day), sunday_of(day)) == (first, last)


@pytest.mark.parametrize(
    ("days", "missing"),
    [([], 2), ([MON], 1), ([MON, MON], 1), ([MON, SUN], 0), ([MON, TUE, WED], 0)],
)
def test_a_day_counts_once(days: list[date], missing: int) -> None:
    assert days_missing(days, TWICE) == missing


DONE: dict[str, tuple[Reviews, ReviewRule, bool]] = {
    "nobody": ({MOTHER: [], FATHER: []}, TWICE, False),
    "one guardian, one day": ({MOTHER: [MON]}, TWICE, False),
    "one guardian, two days": ({MOTHER: [MON, SAT]}, TWICE, True),
    "a day of each is nobody's two": ({MOTHER: [MON], FATHER: [THU]}, TWICE, False),
    "one of two": ({MOTHER: [MON, THU], FATHER: []}, TWICE, True),
    "one of two where each must": ({MOTHER: [MON, THU], FATHER: [MON]}, EACH, False),
    "each of two": ({MOTHER: [MON, THU], FATHER: [MON, SUN]}, EACH, True),
    "a pupil without guardians": ({}, TWICE, False),
    "without guardians where each must": ({}, EACH, False),
}


@pytest.mark.parametrize(("reviews", "rule", "done"), DONE.values(), ids=DONE.keys())
def test_a_child_is_done_by_one_or_by_each(
    reviews: Reviews,
    rule: ReviewRule,
    done: bool,
) -> None:
    assert is_done(reviews, rule) is done


DUE: dict[str, tuple[Reviews, ReviewRule, date, list[PersonId]]] = {
    "two missing on Friday": ({MOTHER: []}, TWICE, FRI, []),
    "two missing on Saturday": ({MOTHER: []}, TWICE, SAT, [MOTHER]),
    "two missing on Sunday: the week is lost": ({MOTHER: []}, TWICE, SUN, []),
    "one missing on Saturday": ({MOTHER: [MON]}, TWICE, SAT, []),
    "one missing on Sunday": ({MOTHER: [MON]}, TWICE, SUN, [MOTHER]),
    "reviewed on Saturday, one more on Sunday": ({MOTHER: [SAT]}, TWICE, SAT, []),
    "done": ({MOTHER: [MON, TUE]}, TWICE, SUN, []),
    "once a week": ({MOTHER: []}, ONCE, SUN, [MOTHER]),
    "every day, on Monday": ({MOTHER: []}, DAILY, MON, [MOTHER]),
    "every day, a day missed": ({MOTHER: [MON]}, DAILY, WED, []),
    "both missing": ({MOTHER: [], FATHER: []}, TWICE, SAT, [MOTHER, FATHER]),
    "the nearer one saves the week on Sunday": ({MOTHER: [MON], FATHER: []}, TWICE, SAT, []),
    "the nearer one alone": ({MOTHER: [MON], FATHER: []}, TWICE, SUN, [MOTHER]),
    "another is done": ({MOTHER: [MON, TUE], FATHER: []}, TWICE, SAT, []),
    "each must, one is done": ({MOTHER: [MON, TUE], FATHER: []}, EACH, SAT, [FATHER]),
    "each must, each for itself": ({MOTHER: [MON], FATHER: []}, EACH, SAT, [FATHER]),
    "a pupil without guardians": ({}, TWICE, SAT, []),
}


@pytest.mark.parametrize(("reviews", "rule", "today", "due"), DUE.values(), ids=DUE.keys())
def test_who_is_nudged_tonight(
    reviews: Reviews, rule: ReviewRule, today: date, due: list[PersonId]
) -> None:
    assert list(due_tonight(reviews, rule, today, hearing=reviews)) == due


HEARING: dict[str, tuple[Reviews, ReviewRule, date, list[PersonId]]] = {
    "the nearer one cannot hear": ({MOTHER: [MON], FATHER: []}, TWICE, SAT, [FATHER]),
    "the nearer one cannot hear, and it is too late": (
        {MOTHER: [MON], FATHER: []},
        TWICE,
        SUN,
        [],
    ),
    "who cannot hear is done": ({MOTHER: [MON, TUE], FATHER: []}, TWICE, SAT, []),
    "each must": ({MOTHER: [], FATHER: []}, EACH, SAT, [FATHER]),
}


@pytest.mark.parametrize(("reviews", "rule", "today", "due"), HEARING.values(), ids=HEARING.keys())
def test_who_cannot_hear_is_not_waited_for(
    reviews: Reviews, rule: ReviewRule, today: date, due: list[PersonId]
) -> None:
    assert list(due_tonight(reviews, rule, today, hearing=[FATHER])) == due


STANDINGS = [
    ((), MON, TWICE, Standing.NOT_BEGUN),
    ((MON,), MON, TWICE, Standing.BEGUN),
    ((MON, TUE), TUE, TWICE, Standing.DONE),
    ((), SAT, TWICE, Standing.NOT_BEGUN),
    ((), SUN, TWICE, Standing.LOST),
    ((MON,), SUN, TWICE, Standing.BEGUN),
    ((SUN,), SUN, TWICE, Standing.LOST),
    ((SAT,), SAT, TWICE, Standing.BEGUN),
    ((), SUN, ONCE, Standing.NOT_BEGUN),
    ((), TUE, DAILY, Standing.LOST),
]


@pytest.mark.parametrize(("days", "today", "rule", "standing"), STANDINGS)
def test_a_guardian_stands_somewhere_in_the_week(
    days: tuple[date, ...], today: date, rule: ReviewRule, standing: Standing
) -> None:
    assert standing_of(days, today, rule, done_by_other=False) is standing


CHANCES = [
    ((), MON, TWICE, SAT),
    ((), SAT, TWICE, SAT),
    ((), SUN, TWICE, None),
    ((MON,), WED, TWICE, SUN),
    ((SAT,), SAT, TWICE, SUN),
    ((SUN,), SUN, TWICE, None),
    ((MON, TUE), WED, TWICE, None),
    ((), SUN, ONCE, SUN),
    ((MON,), TUE, DAILY, TUE),
    ((MON,), WED, DAILY, None),
]


@pytest.mark.parametrize(("days", "today", "rule", "last"), CHANCES)
def test_a_week_is_saved_up_to_some_day(
    days: tuple[date, ...], today: date, rule: ReviewRule, last: date | None
) -> None:
    assert last_chance(days, today, rule) == last


def test_what_another_guardian_did_is_enough_for_a_lost_week() -> None:
    assert standing_of((), SUN, TWICE, done_by_other=True) is Standing.DONE_BY_OTHER


@pytest.mark.parametrize(
    ("days", "standing"), [((), Standing.ON_PAPER), ((MON, TUE), Standing.DONE)]
)
def test_a_sheet_in_hand_is_enough_for_who_does_not_review(
    days: tuple[date, ...], standing: Standing
) -> None:
    assert standing_of(days, SUN, TWICE, on_paper=True) is standing


def test_early_in_the_week_nobody_can_be_due() -> None:
    assert [day for day in (MON, TUE, WED, THU, FRI, SAT, SUN) if can_be_due(TWICE, day)] == [
        SAT,
        SUN,
    ]


@given(
    days=st.lists(st.integers(0, 6), max_size=4),
    times=st.integers(1, 7),
    today=st.integers(0, 6),
)
def test_who_is_nudged_can_still_save_the_week_and_only_from_tonight(
    days: list[int], times: int, today: int
) -> None:
    past = {MONDAY + timedelta(days=one) for one in days if one < today}
    rule = ReviewRule(times_a_week=times)

    due = due_tonight({MOTHER: past}, rule, MONDAY + timedelta(days=today), hearing=[MOTHER])

    assert bool(due) == (0 < times - len(past) == 7 - today)

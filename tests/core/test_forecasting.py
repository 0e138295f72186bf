"""From a period's records to what a family reads of each subject."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from core.diary.forecast.of_period import class_means, day_within
from core.diary.forecast.of_subject import Imagined, Risk
from core.diary.forecast.ports import MarksOfWork, PlannedWork, SetMark, TaughtCourse
from core.diary.forecast.what_if import Opening, Way, WhatIf
from core.diary.views import Period
from core.ids import CourseId, WorkId
from core.journal.calendar import Holiday
from core.journal.values import ControlKind, CourseKind, MarkValue
from core.regulation.profile import Marking, PeriodMarkRule, Profile, Sufficiency
from tests.core.builders import MASHA, PETYA, TODAY
from tests.core.foreseen import (
    ALGEBRA,
    ANSWER,
    CONTROL,
    HALF,
    PHYSICS,
    QUARTER,
    TOMORROW,
    algebra,
    given,
    planned,
    records,
    subjects,
    taught,
)

FIVES = [given("5", work=number) for number in range(1, 7)]


def test_each_subject_has_its_own_forecast_by_title() -> None:
    told = records(
        given("3", subject=PHYSICS),
        given("5"),
        courses=[taught(course=31, subject=PHYSICS), taught()],
    )

    found = subjects(told)

    assert [(one.title, one.now) for one in found] == [
        ("Алгебра", WhatIf(Decimal("5.00"), 5)),
        ("Физика", WhatIf(Decimal("3.00"), 3)),
    ]


def test_works_to_come_make_the_mark_uncertain() -> None:
    sure = algebra(records(*FIVES), today=QUARTER.ends)
    open_ended = algebra(records(*FIVES, coming=[planned()]))

    assert sure.forecast is not None
    assert sure.forecast.certain
    assert open_ended.forecast is not None
    assert 0.5 < open_ended.forecast.chance(5) < 1


def test_no_mark_is_certain_while_lessons_lie_ahead() -> None:
    free = Holiday("Каникулы", QUARTER.ends - timedelta(days=2), QUARTER.ends)
    days = [QUARTER.ends - timedelta(days=left) for left in (4, 3, 1)]

    found = [algebra(records(*FIVES, holidays=[free]), today=day).forecast for day in days]

    assert [one is not None and one.certain for one in found] == [False, True, True]


def test_the_longer_the_way_the_less_sure_is_the_mark() -> None:
    soon, early = QUARTER.ends - timedelta(days=5), QUARTER.begins + timedelta(days=21)

    chances = [
        found.chance(5)
        for day in (early, soon)
        if (found := algebra(records(*FIVES), today=day).forecast)
    ]

    assert 0.5 < chances[0] < chances[1] < 1


def test_no_answers_are_expected_in_a_course_that_was_left() -> None:
    left = algebra(records(*FIVES, courses=[taught(ends=TODAY - timedelta(days=1))]))

    assert left.forecast is not None
    assert left.forecast.certain


@pytest.mark.parametrize(
    ("coming", "counts"),
    [
        (planned(day=TODAY), True),
        (planned(day=TODAY, kind=ANSWER), False),
        (planned(day=TODAY - timedelta(days=1)), False),
        (planned(day=TOMORROW), True),
        (planned(work=1), False),
        (planned(work=99), True),
        (planned(course=77), False),
    ],
)
def test_to_come_is_what_is_planned_from_today_on_in_an_own_course_and_not_marked(
    coming: object, *, counts: bool
) -> None:
    told = records(given("5", work=1), coming=[coming])  # type: ignore[list-item]  # a table

    assert bool(algebra(told).coming) is counts


WRITTEN_ON = date(2026, 12, 8)


def in_days(days: int) -> date:
    return WRITTEN_ON + timedelta(days=days)


OF_OTHERS = MarksOfWork(WorkId(99), MarkValue.of("4"), 3)
LAB, HOMEWORK = ControlKind.LABORATORY, ControlKind.HOMEWORK


@pytest.mark.parametrize(
    ("work", "today", "marked", "where"),
    [
        (planned(work=99, day=WRITTEN_ON), in_days(-1), [], "coming"),
        (planned(work=99, day=WRITTEN_ON), WRITTEN_ON, [], "coming"),
        (planned(work=99, day=WRITTEN_ON), in_days(1), [], "being_marked"),
        (planned(work=99, day=WRITTEN_ON), in_days(7), [], "being_marked"),
        (planned(work=99, day=WRITTEN_ON), in_days(8), [], ""),
        (planned(work=99, day=WRITTEN_ON), WRITTEN_ON, [OF_OTHERS], ""),
        (planned(work=99, day=WRITTEN_ON), in_days(1), [OF_OTHERS], ""),
        (planned(work=1, day=WRITTEN_ON), in_days(1), [], ""),
        (planned(day=WRITTEN_ON), in_days(1), [], "being_marked"),
        (planned(day=WRITTEN_ON, kind=LAB), in_days(1), [], "being_marked"),
        (planned(day=WRITTEN_ON, kind=ANSWER), in_days(1), [], ""),
        (planned(day=WRITTEN_ON, kind=HOMEWORK), in_days(1), [], ""),
        (planned(day=WRITTEN_ON, kind=None), in_days(1), [], ""),
        (planned(day=WRITTEN_ON, course=77), in_days(1), [], ""),
    ],
)
def test_a_written_work_is_being_marked_until_anybody_has_a_mark_or_its_days_are_over(
    work: PlannedWork, today: date, marked: list[MarksOfWork], where: str
) -> None:
    found = algebra(records(given("5", work=1), coming=[work], of_works=marked), today=today)

    assert found.coming == ((work,) if where == "coming" else ())
    assert found.being_marked == ((work,) if where == "being_marked" else ())


def test_the_school_says_for_how_many_days_a_work_is_being_marked() -> None:
    told = records(given("5", work=1), coming=[planned(day=WRITTEN_ON)])

    found = [
        algebra(told, rules=Profile(marking=Marking(written_within_days=days)), today=in_days(2))
        for days in (1, 2)
    ]

    assert [len(one.being_marked) for one in found] == [0, 1]


def test_a_lesson_whose_column_is_marked_waits_for_nothing() -> None:
    lesson, column = planned(day=WRITTEN_ON), planned(work=99, day=WRITTEN_ON)
    told = records(given("5", work=1), coming=[lesson, column], of_works=[OF_OTHERS])

    assert algebra(told, today=in_days(1)).being_marked == ()


def test_a_work_is_no_ones_who_came_to_the_course_after_it() -> None:
    told = records(
        given("5", work=1),
        courses=[taught(begins=in_days(1))],
        coming=[planned(day=WRITTEN_ON)],
    )

    assert algebra(told, today=in_days(2)).being_marked == ()


LAST_LESSONS = date(2026, 12, 25)
"""The last Friday of the quarter, which ends on the Sunday."""


@pytest.mark.parametrize("ahead", [-1, 0, 1, 2, 7])
def test_no_mark_is_certain_while_a_work_is_being_marked(ahead: int) -> None:
    marks = [given(text, work=number) for number, text in enumerate("5545")]
    told = records(*marks, coming=[planned(work=99, day=LAST_LESSONS)])

    found = algebra(told, today=LAST_LESSONS + timedelta(days=ahead)).forecast

    assert found is not None
    assert not found.certain
    assert 0.7 < found.chance(5) < 0.75


def test_where_nobody_was_marked_in_time_the_mark_is_certain_again() -> None:
    told = records(*FIVES, coming=[planned(work=99, day=LAST_LESSONS)])

    found = algebra(told, today=LAST_LESSONS + timedelta(days=8)).forecast

    assert found is not None
    assert found.certain


def test_answers_are_expected_beside_a_work_that_is_being_marked() -> None:
    work = planned(work=99, day=WRITTEN_ON)

    stays, left = (
        algebra(records(*FIVES, courses=[course], coming=[work]), today=in_days(1)).forecast
        for course in (taught(), taught(ends=WRITTEN_ON))
    )

    assert stays is not None
    assert left is not None
    assert not left.certain
    assert stays.chances != left.chances


@pytest.mark.parametrize(
    ("today", "course", "kinds"),
    [
        (in_days(1), taught(), [CONTROL, ANSWER]),
        (in_days(1), taught(ends=WRITTEN_ON), [CONTROL]),
        (in_days(1), taught(ends=in_days(-1)), []),
    ],
)
def test_what_is_needed_and_imagined_knows_the_work_that_is_being_marked(
    today: date, course: TaughtCourse, kinds: list[ControlKind]
) -> None:
    fours = [given("4", work=number) for number in range(1, 4)]
    told = records(*fours, courses=[course], coming=[planned(day=WRITTEN_ON)])

    found = algebra(told, today=today)

    assert [one.kind for one in found.openings] == kinds
    assert [one.kind for one in found.kinds] == kinds
    assert (Way(CONTROL, 5, 1, Decimal("4.57")) in found.ways_to(5)) is (CONTROL in kinds)


@pytest.mark.parametrize(
    ("today", "risk"),
    [
        (date(2026, 12, 23), None),
        (date(2026, 12, 24), None),
        (date(2026, 12, 25), Risk.NOT_CERTIFIED),
    ],
)
def test_a_work_being_marked_certifies_as_long_as_marks_can_be_set(
    today: date, risk: Risk | None
) -> None:
    marks = [given("5", work=number) for number in range(4)]
    told = records(*marks, coming=[planned(work=99, day=date(2026, 12, 22))])

    assert algebra(told, today=today).risk is risk


def test_marks_of_a_former_class_or_subgroup_all_count() -> None:
    former = taught(course=29, ends=date(2026, 11, 10))
    now = taught(course=30, begins=date(2026, 11, 11))
    told = records(
        given("3", work=1),
        given("5", work=2),
        courses=[former, now],
        coming=[planned(course=29), planned(course=30)],
    )

    found = algebra(told)

    assert found.now == WhatIf(Decimal("4.00"), 4)
    assert [one.course for one in found.coming] == [CourseId(30)]
    assert found.sufficiency.needed == 5


def test_a_subject_without_marks_has_no_forecast_and_lacks_all_of_them() -> None:
    found = algebra(records(coming=[planned()]))

    assert found.forecast is None
    assert found.sufficiency.missing == 5
    assert (found.risk, found.expected) == (Risk.NOT_CERTIFIED, None)


def test_double_marks_are_two_of_each_work() -> None:
    found = algebra(records(given("3/5", work=1), given("3/5", work=2), given("4/5", work=3)))

    assert found.now == WhatIf(Decimal("4.17"), 4)
    assert (found.sufficiency.have, found.risk, found.expected) == (6, None, 4)


def test_words_alone_certify_and_foresee_nothing() -> None:
    passes = [given("pass", work=number) for number in range(1, 6)]

    found = algebra(records(*passes, given("none", work=9)))

    assert (found.forecast, found.now) == (None, WhatIf(None, None))
    assert (found.sufficiency.have, found.risk) == (5, None)


@pytest.mark.parametrize(
    ("period", "hours", "needed"),
    [
        (QUARTER, "1", 3),
        (QUARTER, "0.5", 3),
        (QUARTER, "1.5", 5),
        (QUARTER, "4", 5),
        (HALF, "1", 5),
        (HALF, "2", 10),
    ],
)
def test_how_many_marks_certify_follows_period_and_hours(
    period: Period, hours: str, needed: int
) -> None:
    told = records(given("5"), courses=[taught(hours=hours)])

    assert algebra(told, period=period).sufficiency.needed == needed


def test_two_courses_of_a_subject_are_certified_together() -> None:
    halves = [taught(course=30, hours="1"), taught(course=31, hours="1")]

    assert algebra(records(given("5"), courses=halves)).sufficiency.needed == 5


@pytest.mark.parametrize(
    "course",
    [
        taught(kind=CourseKind.ELECTIVE),
        taught(kind=CourseKind.EXTRA),
        taught(in_period=False),
        taught(ends=TODAY - timedelta(days=1)),
    ],
)
def test_what_is_not_certified_in_the_period_shows_only_with_marks(course: object) -> None:
    courses = [course]

    without = subjects(records(courses=courses))  # type: ignore[arg-type]  # a table
    (with_marks,) = subjects(records(given("4"), courses=courses))  # type: ignore[arg-type]

    assert without == ()
    assert with_marks.sufficiency.needed == 0
    assert with_marks.expected == 4


@pytest.mark.parametrize(
    ("ends", "holidays", "by"),
    [
        (date(2026, 12, 27), [], date(2026, 12, 24)),
        (date(2026, 12, 29), [], date(2026, 12, 26)),
        (
            date(2026, 12, 31),
            [Holiday("Каникулы", date(2026, 12, 26), date(2027, 1, 10))],
            date(2026, 12, 23),
        ),
        (
            date(2026, 12, 27),
            [Holiday("Год", date(2026, 1, 1), date(2027, 1, 1))],
            date(2026, 12, 25),
        ),
    ],
)
def test_marks_are_due_on_the_last_school_day_that_the_rule_leaves(
    ends: date, holidays: list[Holiday], by: date
) -> None:
    period = Period("II четверть", QUARTER.kind, QUARTER.begins, ends)

    found = algebra(records(given("4"), holidays=holidays), period=period)

    assert found.sufficiency.by == by


def test_the_school_says_how_long_before_the_end_marks_are_due() -> None:
    rules = Profile(period_marks=PeriodMarkRule(set_days_before=5))

    assert algebra(records(given("4")), rules=rules).sufficiency.by == date(2026, 12, 21)


@pytest.mark.parametrize(
    ("today", "judged"), [(date(2026, 11, 15), False), (date(2026, 11, 16), True)]
)
def test_a_young_period_lacks_no_marks(today: date, *, judged: bool) -> None:
    found = algebra(records(given("5")), today=today)

    assert found.sufficiency.judged is judged
    assert found.risk is (Risk.NOT_CERTIFIED if judged else None)


LATE = date(2026, 12, 20)
"""Four days before marks are due: at whatever pace, few more will come."""


@pytest.mark.parametrize(
    ("have", "ahead", "today", "risk"),
    [
        (2, 3, LATE, None),
        (1, 3, LATE, Risk.NOT_CERTIFIED),
        (1, 0, TODAY, Risk.NOT_CERTIFIED),
        (2, 0, TODAY, None),
        (3, 0, LATE, Risk.NOT_CERTIFIED),
        (4, 0, LATE, None),
        (5, 0, LATE, None),
        (4, 0, QUARTER.ends + timedelta(days=9), Risk.NOT_CERTIFIED),
    ],
)
def test_a_lack_threatens_where_neither_plan_nor_pace_make_up_for_it(
    have: int, ahead: int, today: date, risk: Risk | None
) -> None:
    marks = [given("5", work=number) for number in range(have)]
    coming = [planned(day=today + timedelta(days=1 + number)) for number in range(ahead)]

    found = algebra(records(*marks, coming=coming), today=today)

    assert (found.risk, found.expected) == (risk, None if risk else 5)


def test_a_work_that_comes_after_marks_are_due_makes_up_for_nothing() -> None:
    marks = [given("5", work=number) for number in range(3)]
    coming = [planned(day=date(2026, 12, 26))] * 2

    assert algebra(records(*marks, coming=coming), today=LATE).risk is Risk.NOT_CERTIFIED


def test_who_stands_at_two_is_at_risk() -> None:
    told = records(*(given("2", work=number) for number in range(1, 7)))

    assert algebra(told).risk is Risk.FAILING


@pytest.mark.parametrize(
    ("text", "expected", "risk"),
    [
        ("4", 4, None),
        ("2", 2, Risk.FAILING),
        ("1", 1, Risk.FAILING),
        ("fail", None, Risk.FAILING),
        ("pass", None, None),
        ("none", None, Risk.NOT_CERTIFIED),
    ],
)
def test_a_mark_that_is_set_ends_all_foreseeing(
    text: str, expected: int | None, risk: Risk | None
) -> None:
    found = algebra(records(given("5"), set_marks=[SetMark(MASHA, ALGEBRA, MarkValue.of(text))]))

    assert (found.expected, found.risk) == (expected, risk)


def test_the_later_of_two_set_marks_counts_and_that_of_no_subject_does_not() -> None:
    told = records(
        given("5"),
        set_marks=[
            SetMark(MASHA, ALGEBRA, MarkValue.of("3")),
            SetMark(MASHA, ALGEBRA, MarkValue.of("4")),
            SetMark(MASHA, PHYSICS, MarkValue.of("2")),
        ],
    )

    assert algebra(told).set_mark == MarkValue.of("4")


def test_the_mean_of_a_class_needs_five_pupils() -> None:
    four, five = WorkId(1), WorkId(2)
    double, word = MarkValue.of("3/5"), MarkValue.of("pass")

    means = class_means(
        [
            MarksOfWork(four, MarkValue.of("5"), 4),
            MarksOfWork(four, word, 20),
            MarksOfWork(five, MarkValue.of("5"), 4),
            MarksOfWork(five, double, 1),
        ]
    )

    assert means == {five: Decimal(28) / 6}


def test_a_hard_work_weighs_on_the_class_and_not_on_the_pupil() -> None:
    coming = [planned(day=TODAY + timedelta(days=ahead)) for ahead in range(1, 6)]
    hard = [MarksOfWork(WorkId(1), MarkValue.of("3"), 20)]
    easy = [MarksOfWork(WorkId(1), MarkValue.of("5"), 20)]
    mark = given("4", work=1)

    ahead = algebra(records(mark, coming=coming, of_works=hard)).forecast
    behind = algebra(records(mark, coming=coming, of_works=easy)).forecast

    assert ahead is not None
    assert behind is not None
    assert ahead.now == behind.now == Decimal("4.00")
    assert ahead != behind


def test_marks_can_be_earned_in_what_is_planned_and_in_answers() -> None:
    told = records(
        given("4", kind=ControlKind.LABORATORY, weight="2"),
        coming=[planned(), planned(day=TOMORROW + timedelta(days=1)), planned(kind=ANSWER)],
    )

    found = algebra(told)

    assert found.openings == (Opening(CONTROL, Decimal(4), 2), Opening(ANSWER, Decimal(4)))
    assert [one.kind for one in found.kinds] == [CONTROL, ANSWER, ControlKind.LABORATORY]


HOLIDAYS = Holiday("Каникулы", date(2026, 12, 24), QUARTER.ends)
"""The last lessons of the quarter are on 23 December."""


@pytest.mark.parametrize(
    ("today", "course", "earned"),
    [
        (date(2026, 12, 22), taught(), True),
        (date(2026, 12, 23), taught(), False),
        (date(2026, 12, 25), taught(), False),
        (QUARTER.ends, taught(), False),
        (QUARTER.ends + timedelta(days=9), taught(), False),
        (TODAY, taught(ends=TODAY), True),
        (TODAY, taught(ends=TODAY - timedelta(days=1)), False),
        (TODAY, taught(begins=TOMORROW), False),
        (TODAY, taught(in_period=False), False),
    ],
)
def test_marks_are_earned_while_lessons_of_the_pupil_lie_ahead(
    today: date, course: TaughtCourse, *, earned: bool
) -> None:
    fours = [given("4", work=number) for number in range(1, 4)]
    told = records(*fours, courses=[course], holidays=[HOLIDAYS])

    found = algebra(told, today=today)

    assert [bool(one) for one in (found.openings, found.kinds, found.ways_to(5))] == [earned] * 3


def test_the_ways_to_a_better_mark_are_told() -> None:
    fours = [given("4", work=number) for number in range(1, 6)]

    found = algebra(records(*fours, coming=[planned(), planned()]))

    assert found.ways_to(5)[0] == Way(CONTROL, 5, 2, Decimal("4.62"))
    assert list(found.targets()) == [5]


@pytest.mark.parametrize(
    ("text", "targets"), [("1", [3, 4, 5]), ("2", [3, 4, 5]), ("3", [4, 5]), ("5", [])]
)
def test_targets_are_the_marks_above_the_one_so_far(text: str, targets: list[int]) -> None:
    assert list(algebra(records(given(text))).targets()) == targets


def test_who_has_no_mark_asks_for_good_ones() -> None:
    assert list(algebra(records()).targets()) == [4, 5]


def test_imagined_marks_weigh_as_their_kind_does() -> None:
    found = algebra(records(given("4"), given("4", work=2), coming=[planned()]))

    then = found.imagine([Imagined(CONTROL, 5), Imagined(ANSWER, 3)])

    assert then == WhatIf(Decimal("4.43"), 4)


def test_what_is_needed_is_told_beside_imagined_marks() -> None:
    fours = [given("4", work=number) for number in range(1, 6)]
    found = algebra(records(*fours, coming=[planned(), planned()]))

    ways = found.ways_to(5, [Imagined(CONTROL, 5)])

    assert ways[0] == Way(CONTROL, 5, 1, Decimal("4.62"))


def test_a_kind_that_the_subject_no_longer_has_weighs_one() -> None:
    found = algebra(records(given("4")))

    assert found.imagine([Imagined(ControlKind.NOTEBOOK, 2)]) == WhatIf(Decimal("3.00"), 3)


def test_a_school_that_weighs_nothing_counts_every_work_alike() -> None:
    rules = Profile(marking=Marking(weighted=False))
    told = records(given("5", weight="4"), given("3", work=2), coming=[planned(weight="4")])

    found = algebra(told, rules=rules)

    assert found.now == WhatIf(Decimal("4.00"), 4)
    assert [one.weight for one in found.coming] == [Decimal(1)]
    assert {one.weight for one in found.kinds} == {Decimal(1)}


def test_nobody_is_forecast_but_whom_the_records_are_about() -> None:
    told = records(given("5"), given("2", pupil=PETYA), courses=[])

    assert [one.now.mark for one in subjects(told)] == [5]


@pytest.mark.parametrize(
    ("today", "looked_at"),
    [
        (QUARTER.begins - timedelta(days=9), QUARTER.begins),
        (TODAY, TODAY),
        (QUARTER.ends + timedelta(days=9), QUARTER.ends),
    ],
)
def test_a_period_is_looked_at_from_within(today: date, looked_at: date) -> None:
    assert day_within(QUARTER, today) == looked_at


def test_a_school_may_ask_for_no_marks_at_all() -> None:
    rules = Profile(sufficiency=Sufficiency(quarter_at_more=0))

    assert algebra(records(given("4")), rules=rules).risk is None

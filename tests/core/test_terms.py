"""On which days a class's forecast goes where."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from core.diary.issuing.terms import (
    ClassTerm,
    Issue,
    Term,
    goes_on,
    is_due,
    is_stale,
    to_reach_by,
    warnings_may_begin,
)
from core.ids import IssueId, PeriodId
from core.journal.calendar import Holiday
from core.journal.values import PeriodKind
from core.regulation.profile import ForecastRule, Profile
from tests.core.builders import CLASS_7A, MOSCOW, NOW, SCHOOL

RULE = ForecastRule()
TERM = Term(PeriodId(2), "II четверть", PeriodKind.QUARTER, date(2026, 11, 2), date(2026, 12, 26))
BEFORE = ClassTerm(SCHOOL, CLASS_7A, "7А", TERM)
SENT = replace(BEFORE, issue=Issue(IssueId(1), NOW))
WINTER = Holiday("Каникулы", date(2026, 12, 21), date(2027, 1, 10))
CHRISTMAS = Holiday("Рождество", date(2026, 12, 25), date(2026, 12, 26))


def looked(day: date) -> ClassTerm:
    return replace(BEFORE, issue=Issue(IssueId(1), NOW, looked_on=day))


def unmarked(day: date) -> ClassTerm:
    return replace(BEFORE, unmarked_on=day)


LAST_DAYS = {
    "a Saturday is a day of school": (TERM.ends, (), date(2026, 12, 26)),
    "a Sunday is none": (date(2026, 12, 27), (), date(2026, 12, 26)),
    "a holiday at the end is none": (TERM.ends, (CHRISTMAS,), date(2026, 12, 24)),
    "holidays that reach over the end": (TERM.ends, (WINTER,), date(2026, 12, 19)),
}


@pytest.mark.parametrize(("ends", "holidays", "last"), LAST_DAYS.values(), ids=LAST_DAYS)
def test_the_last_day_is_one_of_school(
    ends: date, holidays: tuple[Holiday, ...], last: date
) -> None:
    term = replace(BEFORE, term=replace(TERM, ends=ends), holidays=holidays)

    assert term.last_day == last


def test_the_days_are_counted_back_from_the_last_day() -> None:
    assert BEFORE.issue_day(RULE) == date(2026, 12, 10)
    assert BEFORE.print_day(RULE) == date(2026, 12, 11)


DUE = {
    "the day before its day": (BEFORE, date(2026, 12, 9), False),
    "on its day": (BEFORE, date(2026, 12, 10), True),
    "three days late": (BEFORE, date(2026, 12, 13), True),
    "on the period's last day": (BEFORE, date(2026, 12, 26), True),
    "after the period": (BEFORE, date(2026, 12, 27), False),
    "sent early and not looked after yet": (SENT, date(2026, 11, 20), True),
    "looked after yesterday": (looked(date(2026, 12, 10)), date(2026, 12, 11), True),
    "looked after today": (looked(date(2026, 12, 11)), date(2026, 12, 11), False),
    "without a mark yesterday": (unmarked(date(2026, 12, 10)), date(2026, 12, 11), True),
    "without a mark today": (unmarked(date(2026, 12, 11)), date(2026, 12, 11), False),
    "a clock that was set back": (looked(date(2026, 12, 12)), date(2026, 12, 11), False),
    "sent, after the period": (SENT, date(2026, 12, 27), False),
}


@pytest.mark.parametrize(("term", "day", "due"), DUE.values(), ids=DUE)
def test_a_class_is_due_once_a_day_from_its_day_on(
    term: ClassTerm,
    day: date,
    due: bool,
) -> None:
    assert is_due(term, day, RULE) == due


def test_a_warning_begins_only_while_it_goes_before_marks_are_set() -> None:
    assert warnings_may_begin(BEFORE, date(2026, 12, 22), Profile())
    assert not warnings_may_begin(BEFORE, date(2026, 12, 23), Profile())


def test_a_draft_goes_some_days_after_it_was_made() -> None:
    assert goes_on(date(2026, 12, 10), RULE) == date(2026, 12, 12)
    assert goes_on(date(2026, 12, 10), replace(RULE, warned_after_days=0)) == date(2026, 12, 10)


def test_who_was_told_late_has_as_long_as_others() -> None:
    in_time, late = date(2026, 12, 10), date(2026, 12, 13)

    assert to_reach_by(BEFORE, in_time - timedelta(days=9), RULE) == date(2026, 12, 11)
    assert to_reach_by(BEFORE, in_time, RULE) == date(2026, 12, 11)
    assert to_reach_by(BEFORE, late, RULE) == date(2026, 12, 14)


STALE = {
    "it was not sent": (None, date(2026, 12, 10), False),
    "it was sent early, and its day has not come": (1, date(2026, 12, 9), False),
    "it was sent early, and its day has come": (1, date(2026, 12, 10), True),
    "its day was slept through": (1, date(2026, 12, 12), True),
    "it was sent on its day": (10, date(2026, 12, 10), False),
    "it was sent late": (11, date(2026, 12, 12), False),
}


@pytest.mark.parametrize(("sent", "day", "stale"), STALE.values(), ids=STALE)
def test_a_forecast_sent_before_its_day_goes_anew_on_it(
    sent: int | None, day: date, *, stale: bool
) -> None:
    at = datetime(2026, 12, sent, 9, tzinfo=UTC) if sent else None
    term = replace(BEFORE, issue=Issue(IssueId(1), at) if at else None)

    assert is_stale(term, day, RULE, MOSCOW) is stale

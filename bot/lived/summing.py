"""Teachers sum up what ends: each course by its own period, and at the end of a year that, too."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from bot.lived.given import GivenMarks
from bot.lived.people import People
from bot.lived.records import Records
from core.exchange.bundle import Bundle, Current
from core.exchange.rows.companions import CourseRow, PeriodMarkRow
from core.exchange.rows.one_roster import GroupRow, PeriodRow
from core.ids import SourceId
from core.journal.means import mark_of, weighted_mean
from core.journal.values import (
    NOT_CERTIFIED,
    CourseKind,
    MarkValue,
    PeriodKind,
    PeriodMarkKind,
)
from core.regulation.profile import Rounding

FILE: Final = "x_periodMarks"
_SOON: Final = timedelta(days=7)
_LEAST: Final = 2


def summed_up(current: Current, today: date) -> Bundle:
    """Return the marks of all that ends soon, each as its mean gives it."""
    records = Records(current)
    people, given = People(records), GivenMarks(records)
    known = {
        (one.period, one.group, one.pupil, one.kind) for one in records.ever(FILE, PeriodMarkRow)
    }
    for period, group in _ending(records, today):
        kind = PeriodMarkKind.YEAR if period.kind is PeriodKind.YEAR else PeriodMarkKind.PERIOD
        for pupil in people.pupils(group, today):
            if (period.source, group, pupil, kind) in known:
                continue
            mean = weighted_mean(
                given.within(group, pupil, period.begins, period.ends), Rounding()
            )
            number = None if mean is None else str(max(mark_of(mean, Rounding()), _LEAST))
            value = MarkValue.of(number) if number else MarkValue(NOT_CERTIFIED)
            source = SourceId(f"pm-{group}-{pupil}-{period.source}")
            records.write(
                FILE, PeriodMarkRow(source, period.source, group, pupil, kind, value, today)
            )
    return records.bundle()


def _ending(records: Records, today: date) -> Iterator[tuple[PeriodRow, SourceId]]:
    """Return each period that ends soon with each course that is summed up in it."""
    terms = {one.source: one.terms for one in records.of("classes", GroupRow)}
    courses = [
        one.group for one in records.of("x_courses", CourseRow) if one.kind is CourseKind.LESSON
    ]
    for period in records.of("academicSessions", PeriodRow):
        if today <= period.ends <= today + _SOON:
            for group in courses:
                if period.kind is PeriodKind.YEAR or period.source in terms[group]:
                    yield period, group

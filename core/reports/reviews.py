"""The tables of review as a report: who reviewed in a week, or in the weeks of a period (F11)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from core.access.gate import Overseen
from core.access.people import Actor, place_in_list
from core.clock import Clock
from core.diary.totals.review import sunday_of
from core.diary.totals.tables import (
    ClassPeriod,
    ClassWeek,
    PupilReviews,
    PupilWeeks,
    ReadClassPeriod,
    ReadClassWeek,
)
from core.errors import NotFound
from core.ids import ClassId, PeriodId
from core.reports.shares import percent
from core.reports.table import Cell, Column, Kind, Report, Row, Said, Table, said

_PUPIL: Final = (Column(said("number"), Kind.COUNT), Column(said("pupil"), Kind.NAME, main=True))
_SIGNED: Final = (said("signs-class-teacher"),)


@dataclass(frozen=True, slots=True)
class MakeReviewReport:
    """Who answers for a class takes its table of review along as a file (E5 class teacher 7)."""

    week: ReadClassWeek
    period: ReadClassPeriod
    clock: Clock

    async def of_week(self, actor: Actor, class_id: ClassId, day: date | None) -> Report:
        """Return the report of the week that holds a day."""
        view = await self.week(actor, class_id, day)
        sunday = sunday_of(view.monday)
        days = said("review-days", begins=view.monday, ends=sunday)
        return self._report(view.overseen, days, week_table(view))

    async def of_period(self, actor: Actor, class_id: ClassId, period: PeriodId) -> Report:
        """Return the report of a period; raise NotFound where no week of it is over."""
        view = await self.period(actor, class_id, period)
        if view.period is None or not view.mondays:
            raise NotFound
        found = view.period
        term = said("of-period", title=found.title, begins=found.begins, ends=found.ends)
        return self._report(view.overseen, term, period_table(view))

    def _report(self, overseen: Overseen, of: Said, table: Table) -> Report:
        member, title = overseen.member, overseen.led.title
        made_at = self.clock.now().astimezone(ZoneInfo(member.zone))
        whose = said("of-class", **{"class": title})
        return Report(said("reviews"), member.school_name, made_at, (whose, of), (table,), _SIGNED)


_OF_WEEK: Final = (
    *_PUPIL,
    Column(said("guardian"), Kind.NAME, main=True),
    Column(said("review-days-of"), Kind.DAY, main=True),
    Column(said("review-count"), Kind.COUNT),
    Column(said("review-standing"), main=True),
)


def week_table(view: ClassWeek) -> Table:
    """Return a row for each guardian: on which days of the week, and whether the child is done."""
    rows = [row for at, one in enumerate(view.pupils, start=1) for row in _of_pupil(view, at, one)]
    done = len(view.pupils) - len(view.missing)
    sums = said("review-sum", done=done, count=len(view.pupils))
    rule = said("review-rule", times=view.rule.times_a_week, by=view.rule.done_by)
    notes = (rule,) if view.has_lessons else (said("review-no-lessons"),)
    total: Row = (None, sums, *(None,) * (len(_OF_WEEK) - 2))
    return Table(said("reviews"), _OF_WEEK, tuple(rows), (total,) if rows else (), notes, names=2)


def _of_pupil(view: ClassWeek, at: int, one: PupilReviews) -> Iterator[Row]:
    standing = _standing(one) if view.has_lessons else None
    if not one.guardians:
        yield at, one.child.name, None, None, 0, standing
    for name, days in one.guardians:
        yield at, one.child.name, name, tuple(days) or None, len(days), standing


def _standing(one: PupilReviews) -> Said:
    if one.on_paper:
        return said("review-paper")
    if one.is_done:
        return said("review-done")
    return said("review-missing" if one.has_guardians else "review-nobody")


def period_table(view: ClassPeriod) -> Table:
    """Return a column for each week that is over, and in how many a pupil was done."""
    pupils = sorted(view.pupils, key=lambda one: place_in_list(one.child))
    rows = tuple(
        (
            at,
            one.child.name,
            *(_sign(one, monday) for monday in view.mondays),
            one.done,
            percent(one.done, view.weeks),
        )
        for at, one in enumerate(pupils, start=1)
    )
    of_weeks = [sum(_sign(one, monday) is not None for one in pupils) for monday in view.mondays]
    whole = percent(sum(of_weeks), len(pupils) * view.weeks)
    total: Row = (None, said("review-families-done"), *of_weeks, sum(of_weeks), whole)
    columns = (
        *_PUPIL,
        *(
            Column(said("review-week", day=monday.day, month=monday.month), Kind.MARK)
            for monday in view.mondays
        ),
        Column(said("review-weeks-done"), Kind.COUNT, main=True),
        Column(said("share"), Kind.PERCENT, main=True),
    )
    notes = (said("review-signs"),)
    return Table(said("reviews"), columns, rows, (total,) if rows else (), notes, names=2)


def _sign(one: PupilWeeks, monday: date) -> Cell:
    if monday in one.reviewed:
        return said("review-yes")
    return said("review-by-paper") if monday in one.on_paper else None

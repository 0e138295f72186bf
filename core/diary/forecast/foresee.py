"""Foreseeing the period marks of pupils, each subject in its own period (F6)."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.diary.forecast.of_period import (
    OfPupil,
    PeriodRecords,
    day_within,
    forecasts,
    of_other_kind,
)
from core.diary.forecast.of_subject import SubjectForecast
from core.diary.forecast.ports import ForecastBook, GivenMark, TaughtCourse
from core.diary.forecast.to_come import asked_from
from core.diary.views import Period
from core.ids import PupilId, SchoolId
from core.journal.calendar import LOOK_BACK, period_of
from core.journal.school_years import YearOfPeriods
from core.regulation.ports import Regulations
from core.regulation.profile import Profile


@dataclass(frozen=True, slots=True)
class Foreseen:
    """The period looked at, those beside it, and each pupil's subjects by title.

    A subject that is summed up by the other kind of period is foreseen in its own.
    """

    period: Period | None
    periods: tuple[Period, ...]
    subjects: Mapping[PupilId, tuple[SubjectForecast, ...]]
    rules: Profile

    def within(self, begins: date, ends: date) -> Mapping[PupilId, tuple[SubjectForecast, ...]]:
        """Return what is foreseen in the period of these days alone."""
        found = {
            pupil: tuple(one for one in subjects if _is_of(one, begins, ends))
            for pupil, subjects in self.subjects.items()
        }
        return {pupil: subjects for pupil, subjects in found.items() if subjects}


def _is_of(subject: SubjectForecast, begins: date, ends: date) -> bool:
    period = subject.period
    return period is not None and (period.begins, period.ends) == (begins, ends)


@dataclass(frozen=True, slots=True)
class Foresee:
    """Foresees the period marks of pupils of one school; who asks has passed a gate.

    However many pupils and marks there are, the store is asked the same few questions, once for
    each kind of period by which they are taught.
    """

    book: ForecastBook
    regulations: Regulations

    async def __call__(
        self, school: SchoolId, pupils: Sequence[PupilId], *, day: date, today: date
    ) -> Foreseen:
        """Return what is to be expected in the period that holds the day, or the last before."""
        rules = await self.regulations.of(school)
        year: YearOfPeriods[Period] = YearOfPeriods()
        if pupils:
            year = await self.book.periods(pupils, day)
        period = period_of(year.periods, day)
        if period is None:
            return Foreseen(None, (), {}, rules)
        seen = {
            one: await self.book.courses(pupils, one, day_within(one, today))
            for one in (period, period_of(year.others, day))
            if one is not None
        }
        apart = of_other_kind(
            seen[period],
            [course for one, found in seen.items() if one != period for course in found],
            day_within(period, today),
        )
        told = defaultdict[PupilId, list[SubjectForecast]](list)
        for one, courses in seen.items():
            since = asked_from(one.begins, today, rules.marking)
            look = _Look(self.book, one, year.counted(one), apart, since, is_shown=one == period)
            for pupil, subjects in forecasts(
                await look.records(pupils, courses), one, rules, today
            ).items():
                told[pupil] += subjects
        return Foreseen(period, year.periods, _by_title(told), rules)


def _by_title(
    told: Mapping[PupilId, Sequence[SubjectForecast]],
) -> Mapping[PupilId, tuple[SubjectForecast, ...]]:
    return {
        pupil: tuple(sorted(subjects, key=lambda one: (one.title, one.subject)))
        for pupil, subjects in told.items()
    }


@dataclass(frozen=True, slots=True)
class _Look:
    """One look at a period: the one that is shown with all subjects but those `apart`, or theirs.

    `counted` are the first and last day of the marks that count in it; works of `since` and later
    may still bring marks.
    """

    book: ForecastBook
    period: Period
    counted: tuple[date, date]
    apart: Collection[OfPupil]
    since: date
    is_shown: bool

    async def records(
        self, pupils: Sequence[PupilId], courses: Sequence[TaughtCourse]
    ) -> PeriodRecords:
        """Return what is known of the subjects of this period."""
        if not self.is_shown:
            pupils = sorted({pupil for pupil, _ in self.apart})
        if not pupils:
            return PeriodRecords((), (), (), (), (), ())
        book, last = self.book, self.period.ends
        marks = [one for one in await book.marks_counted(pupils, *self.counted) if self._has(one)]
        planned = await book.planned(pupils, self.since, last)
        works = {one.work for one in marks}
        works |= {one.work for one in planned if one.work is not None}
        return PeriodRecords(
            marks=marks,
            of_works=await book.of_works(sorted(works)),
            planned=planned,
            courses=[one for one in courses if self._has(one)],
            set_marks=await book.set_marks(pupils, self.period),
            holidays=await book.free_days(pupils, last - 2 * LOOK_BACK, last),
        )

    def _has(self, one: GivenMark | TaughtCourse) -> bool:
        return ((one.pupil, one.subject) in self.apart) is not self.is_shown

"""A family opens the diary. Each reading passes the gate first."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from core.access.gate import must_see_pupil
from core.access.people import Actor, Child, Member
from core.clock import Clock, today
from core.diary.days import diary_days
from core.diary.ports import DiaryBook, MarkedWork
from core.diary.recommendations import Recommendations
from core.diary.views import (
    Absences,
    DiaryDay,
    DiaryWeek,
    Period,
    PeriodMarks,
    SchoolDay,
    ShownMark,
    SubjectMarks,
)
from core.errors import NotFound
from core.ids import PupilId, SubjectId
from core.journal.calendar import in_force, period_of
from core.journal.means import WeightedMark, weighted_mean
from core.journal.remarks.ports import Remarks
from core.journal.school_years import YearOfPeriods
from core.journal.values import MarkValue
from core.regulation.ports import Regulations
from core.regulation.profile import Profile

_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


class Opened(NamedTuple):
    """A diary that the gate has opened, and as whom; `today` is the school's date."""

    child: Child
    today: date
    member: Member


class OpenedPeriod(NamedTuple):
    """An opened diary at one of its periods, if there is any, in its school year.

    `beside` is the period of the same day by which other subjects of the pupil are summed up.
    """

    diary: Opened
    year: YearOfPeriods[Period]
    period: Period | None
    beside: Period | None

    def of(self, subject: SubjectId) -> Period | None:
        """Return the period by which the subject is summed up."""
        return self.beside if subject in self.year.apart else self.period

    def in_own_period(self, shown: SubjectMarks) -> SubjectMarks:
        """Return a subject's marks with the subject's own period, where that is the other one."""
        if shown.subject not in self.year.apart:
            return shown
        return replace(shown, period=self.beside, periods=self._begun(self.year.others))

    @property
    def begun(self) -> tuple[Period, ...]:
        """Return the year's periods to turn to: what lies ahead has nothing to show yet."""
        return self._begun(self.year.periods)

    @property
    def year_after(self) -> Period | None:
        """Return the first period of the next year, once it has begun."""
        return next(iter(self._begun((self.year.after,))), None)

    def _begun(self, periods: Iterable[Period | None]) -> tuple[Period, ...]:
        today, shown = self.diary.today, (self.period, self.beside)
        return tuple(one for one in periods if one and (one.begins <= today or one in shown))

    @property
    def looked_at(self) -> tuple[Period, ...]:
        """Return the period, and the one beside it if any subject is summed up by that."""
        found = (self.period, self.beside if self.year.apart else None)
        return tuple(one for one in found if one is not None)


@dataclass(frozen=True, slots=True)
class Reader:
    """What every reading needs: the records, the time, and the rules of the pupil's school."""

    book: DiaryBook
    clock: Clock
    regulations: Regulations

    async def open(self, actor: Actor, pupil: PupilId) -> Opened:
        """Return the child and the school's date; raise AccessRefused for anybody else's child."""
        member = await must_see_pupil(actor, pupil, self.book)
        child = await self.book.child(pupil)
        if child is None:
            raise NotFound
        return Opened(child, today(self.clock, ZoneInfo(member.zone)), member)

    async def days(self, pupil: PupilId, first: date, last: date) -> tuple[DiaryDay, ...]:
        """Return both days and those between: recorded, or else as the timetable expects them."""
        book = self.book
        return diary_days(
            (first, last),
            await book.lessons(pupil, first, last),
            await book.expected(pupil, first, last),
            await book.holidays(pupil, first, last),
            await book.loose_marks(pupil, first, last),
        )

    async def turn_to(self, diary: Opened, day: date | None = None) -> OpenedPeriod:
        """Return the period that holds `day` (or today), the last before it, or the first."""
        asked = day or diary.today
        year = await self.book.periods(diary.child.pupil, asked)
        beside = period_of(year.others, asked)
        return OpenedPeriod(diary, year, period_of(year.periods, asked), beside)

    async def marks_of(self, at: OpenedPeriod) -> PeriodMarks:
        """Return the period's marks by subject, with the weighted mean so far.

        A subject that is summed up by the other kind of period shows its own.
        """
        book, period, child = self.book, at.period, at.diary.child
        if period is None:
            return PeriodMarks(child, None)
        marks = await self._marks(at)
        final = await self._period_marks(at)
        # What is taught now was perhaps not taught in a year that is over.
        titles = {
            subject: title
            for subject, title in await book.subjects(child.pupil)
            if at.year.after is None or subject in final
        } | {mark.subject: mark.subject_title for mark in marks}
        by_subject = _by_subject(marks)
        rules = await self.regulations.of(at.diary.member.school)
        year = at.year
        subjects = tuple(
            at.in_own_period(_subject(subject, title, by_subject[subject], rules, final))
            for subject, title in sorted(titles.items(), key=lambda item: item[1])
        )
        return PeriodMarks(child, period, subjects, at.begun, year.before, at.year_after)

    async def _marks(self, at: OpenedPeriod) -> list[MarkedWork]:
        """Return the marks that count, each in the period of its subject; all in one question."""
        days = {one: at.year.counted(one) for one in at.looked_at}
        first, last = min(one for one, _ in days.values()), max(one for _, one in days.values())
        found = await self.book.marks_counted(at.diary.child.pupil, first, last)
        return [
            one
            for one in found
            if (own := at.of(one.subject)) and in_force(*days[own], one.counts_on)
        ]

    async def _period_marks(self, at: OpenedPeriod) -> dict[SubjectId, MarkValue]:
        found = dict[SubjectId, MarkValue]()
        for period in at.looked_at:
            known = await self.book.period_marks(at.diary.child.pupil, period)
            found |= {one: value for one, value in known.items() if at.of(one) == period}
        return found

    async def absences_of(self, at: OpenedPeriod) -> Absences:
        """Return the period's absences, with the period before it."""
        period, child = at.period, at.diary.child
        if period is None:
            return Absences(child, None, (), today=at.diary.today)
        missed = await self.book.absences(child.pupil, period.begins, period.ends)
        earlier = [one for one in at.year.periods if one.begins < period.begins]
        before = earlier[-1] if earlier else at.year.before
        return Absences(child, period, tuple(missed), before, at.diary.today)


@dataclass(frozen=True, slots=True)
class OpenChild:
    """Find the pupil whom a button means, before anything of the diary is read."""

    reader: Reader

    async def __call__(self, actor: Actor, pupil: PupilId) -> Child:
        """Return the pupil as of now; raise AccessRefused for anybody else's child."""
        return (await self.reader.open(actor, pupil)).child


@dataclass(frozen=True, slots=True)
class ReadWeek:
    """Open one week of a pupil's diary; also the timetable, where nothing is recorded yet."""

    reader: Reader

    async def __call__(self, actor: Actor, pupil: PupilId, day: date | None = None) -> DiaryWeek:
        """Return the week that holds `day`, or this week."""
        child, now, _ = await self.reader.open(actor, pupil)
        monday = _monday(day or now)
        days = await self.reader.days(pupil, monday, monday + _WEEK - _DAY)
        return DiaryWeek(child, now, days)


@dataclass(frozen=True, slots=True)
class ReadDay:
    """Open one day of a pupil's diary."""

    reader: Reader
    recommendations: Recommendations
    remarks: Remarks

    async def __call__(self, actor: Actor, pupil: PupilId, day: date | None = None) -> SchoolDay:
        """Return the day, or today."""
        child, now, _ = await self.reader.open(actor, pupil)
        asked = day or now
        (shown,) = await self.reader.days(pupil, asked, asked)
        advice = await self.recommendations.recommended(pupil, asked, asked)
        said = (await self.remarks.of_pupils([pupil], asked, asked)).get(pupil, ())
        return SchoolDay(child, now, shown, tuple(advice), tuple(said))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True, slots=True)
class ReadMarks:
    """Open a period's marks by subject, with the weighted mean so far."""

    reader: Reader

    async def __call__(self, actor: Actor, pupil: PupilId, day: date | None = None) -> PeriodMarks:
        """Return the period that holds `day` (or today), or the last one before it."""
        opened = await self.reader.open(actor, pupil)
        return await self.reader.marks_of(await self.reader.turn_to(opened, day))


def _by_subject(marks: Sequence[MarkedWork]) -> defaultdict[SubjectId, list[MarkedWork]]:
    found = defaultdict[SubjectId, list[MarkedWork]](list)
    for mark in marks:
        found[mark.subject].append(mark)
    return found


def _subject(
    subject: SubjectId,
    title: str,
    marks: list[MarkedWork],
    rules: Profile,
    final: dict[SubjectId, MarkValue],
) -> SubjectMarks:
    shown = tuple(
        ShownMark(mark.value, mark.work, rules.weigh(mark.weight), mark.day) for mark in marks
    )
    mean = weighted_mean([WeightedMark(one.value, one.weight) for one in shown], rules.rounding)
    return SubjectMarks(subject, title, shown, mean, final.get(subject))


@dataclass(frozen=True, slots=True)
class ReadAbsences:
    """Open a period's absences."""

    reader: Reader

    async def __call__(self, actor: Actor, pupil: PupilId, day: date | None = None) -> Absences:
        """Return absences of the period that holds `day` (or today)."""
        opened = await self.reader.open(actor, pupil)
        return await self.reader.absences_of(await self.reader.turn_to(opened, day))

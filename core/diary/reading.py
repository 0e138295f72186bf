"""A family opens the diary. Each reading passes the gate first."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from core.access.gate import must_see_pupil
from core.access.people import Actor, Child
from core.clock import Clock, today
from core.diary.ports import DiaryBook, Holiday, MarkedWork
from core.diary.recommendations import Recommendations
from core.diary.views import (
    Absences,
    DiaryDay,
    DiaryLesson,
    DiaryWeek,
    Period,
    PeriodMarks,
    SchoolDay,
    ShownMark,
    SubjectMarks,
)
from core.errors import NotFound
from core.ids import PupilId, SchoolId, SubjectId
from core.journal.means import WeightedMark, weighted_mean
from core.journal.values import MarkValue
from core.regulation.ports import Regulations
from core.regulation.profile import Profile

_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


class Opened(NamedTuple):
    """A diary that the gate has opened; `today` is the school's date."""

    child: Child
    today: date
    school: SchoolId


@dataclass(frozen=True, slots=True)
class Reader:
    """What every reading needs: the records, the time, and the rules of the pupil's school."""

    book: DiaryBook
    clock: Clock
    regulations: Regulations

    async def open(self, actor: Actor, pupil: PupilId) -> Opened:
        """Return the child, its school and date; raise AccessRefused for anybody else's child."""
        member = await must_see_pupil(actor, pupil, self.book)
        child = await self.book.child(pupil)
        if child is None:
            raise NotFound
        return Opened(child, today(self.clock, ZoneInfo(member.zone)), member.school)

    async def days(self, pupil: PupilId, first: date, last: date) -> tuple[DiaryDay, ...]:
        """Return both days and those between: recorded, or else as the timetable expects them."""
        days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
        lessons = list(await self.book.lessons(pupil, first, last))
        # What is recorded is the truth; the timetable fills only days that nobody recorded yet.
        # A lesson that moved to a day does not say that the day is recorded as a whole.
        known = {lesson.day for lesson in lessons if not lesson.moved_here}
        taken = {(lesson.day, lesson.number) for lesson in lessons}
        open_days = [day for day in days if day not in known]
        if open_days:
            expected = await self.book.expected(pupil, open_days[0], open_days[-1])
            lessons += [
                lesson
                for lesson in expected
                if lesson.day not in known and (lesson.day, lesson.number) not in taken
            ]
        holidays = await self.book.holidays(pupil, first, last)
        return tuple(_day(day, lessons, holidays) for day in days)


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

    async def __call__(self, actor: Actor, pupil: PupilId, day: date | None = None) -> SchoolDay:
        """Return the day, or today."""
        child, now, _ = await self.reader.open(actor, pupil)
        asked = day or now
        (shown,) = await self.reader.days(pupil, asked, asked)
        advice = await self.recommendations.recommended(pupil, asked, asked)
        return SchoolDay(child, now, shown, tuple(advice))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _day(day: date, lessons: Sequence[DiaryLesson], holidays: Sequence[Holiday]) -> DiaryDay:
    off = next((one.title for one in holidays if one.begins <= day <= one.ends), "")
    of_day = [lesson for lesson in lessons if lesson.day == day and (lesson.id or not off)]
    return DiaryDay(day, tuple(sorted(of_day, key=lambda one: (one.number, one.subject))), off)


@dataclass(frozen=True, slots=True)
class ReadMarks:
    """Open a period's marks by subject, with the weighted mean so far."""

    reader: Reader

    async def __call__(self, actor: Actor, pupil: PupilId, day: date | None = None) -> PeriodMarks:
        """Return the period that holds `day` (or today), or the last one before it."""
        child, now, school = await self.reader.open(actor, pupil)
        book = self.reader.book
        periods = tuple(await book.periods(pupil, day or now))
        period = period_of(periods, day or now)
        if period is None:
            return PeriodMarks(child, None)
        marks = await book.marks(pupil, period.begins, period.ends)
        final = await book.period_marks(pupil, period)
        beside = await book.beside_year(pupil, day or now)
        # What is taught now was perhaps not taught in a year that is over.
        titles = {
            subject: title
            for subject, title in await book.subjects(pupil)
            if beside.after is None or subject in final
        } | {mark.subject: mark.subject_title for mark in marks}
        by_subject = _by_subject(marks)
        rules = await self.reader.regulations.of(school)
        subjects = tuple(
            _subject(subject, title, by_subject[subject], rules, final)
            for subject, title in sorted(titles.items(), key=lambda item: item[1])
        )
        return PeriodMarks(child, period, subjects, periods, beside.before, beside.after)


def period_of(periods: Sequence[Period], day: date) -> Period | None:
    """Return the period that holds the day, or the last one before it, or the first of all."""
    begun = [period for period in periods if period.begins <= day]
    return begun[-1] if begun else next(iter(periods), None)


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
        child, now, _ = await self.reader.open(actor, pupil)
        periods = await self.reader.book.periods(pupil, day or now)
        period = period_of(periods, day or now)
        if period is None:
            return Absences(child, None, ())
        missed = await self.reader.book.absences(pupil, period.begins, period.ends)
        earlier = [one for one in periods if one.begins < period.begins]
        beside = await self.reader.book.beside_year(pupil, day or now)
        return Absences(child, period, tuple(missed), earlier[-1] if earlier else beside.before)

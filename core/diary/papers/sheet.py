"""What a family that reads nothing electronic gets of a stretch of days, on paper (F10)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from operator import attrgetter
from typing import Protocol

from core.access.people import Child
from core.diary.forecast.foresee import Foresee
from core.diary.forecast.of_subject import Risk, SubjectForecast
from core.diary.forecast.ports import ForecastBook, GivenMark
from core.diary.papers.late import NOTHING_LATE, LateNews
from core.diary.papers.sheet_warnings import GatherWarnings, SheetTruancy, SheetWarning
from core.diary.totals.finals import FinalCell
from core.diary.views import ShownAbsence
from core.ids import ClassId, PupilId, SchoolId, SubjectId
from core.journal.remarks.ports import Remarks
from core.journal.remarks.remark import RemarkShelf
from core.journal.values import MarkValue, PeriodMarkKind


@dataclass(frozen=True, slots=True)
class SheetHomework:
    """Homework that was due; `done` is the pupil's own tick."""

    subject: str
    text: str
    due: date
    done: bool = False


class SheetBook(Protocol):
    """Records of several pupils at once, for paper."""

    async def absences_of(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Mapping[PupilId, Sequence[ShownAbsence]]:
        """Return the absences of the days, oldest first, with what families say of them."""
        ...

    async def homework_of(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Mapping[PupilId, Sequence[SheetHomework]]:
        """Return homework due on the days, oldest first.

        What names no day is due at the course's next lesson that is on record.
        """
        ...


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A subject: marks of the stretch, and where the period stands with them.

    `expected` is the mark to be expected; `lacking`: too few marks for one, and so many are
    `missing` by the day. `period` is the one in which the subject is summed up, if that is known.
    """

    title: str
    marks: tuple[MarkValue, ...] = ()
    mean: Decimal | None = None
    expected: int | None = None
    lacking: bool = False
    missing: int = 0
    by: date | None = None
    period_mark: MarkValue | None = None
    period: str = ""


@dataclass(frozen=True, slots=True)
class SheetRemark:
    """What a teacher said of the pupil, and with what it is read together."""

    day: date
    text: str
    shelf: RemarkShelf


@dataclass(frozen=True, slots=True)
class FinalNews(FinalCell):
    """A final mark that the family does not know yet: set, put right, or (None) taken back."""

    value: MarkValue | None
    before: MarkValue | None = None


@dataclass(frozen=True, slots=True)
class PupilSheet:
    """One pupil's sheet. `ticks`: the pupil ticks homework off, so that what is open is known.

    `finals` are final marks that are news to the family, and no line shows; `late` is what it
    does not know yet of days before those of the sheet.
    """

    child: Child
    lines: tuple[SheetLine, ...]
    missed: tuple[ShownAbsence, ...] = ()
    homework: tuple[SheetHomework, ...] = ()
    remarks: tuple[SheetRemark, ...] = ()
    warnings: tuple[SheetWarning, ...] = ()
    truancies: tuple[SheetTruancy, ...] = ()
    finals: tuple[FinalNews, ...] = ()
    late: LateNews = NOTHING_LATE

    def with_finals(self, found: Sequence[FinalNews]) -> "PupilSheet":
        """Return the sheet with news of final marks: but new ones that its lines show (F8).

        A line shows what stands: that something else stood there before, it does not say.
        """
        shown = {(one.title, one.period, one.period_mark) for one in self.lines}
        news = [
            one
            for one in found
            if one.counts_as is not PeriodMarkKind.PERIOD
            or one.before is not None
            or (one.subject_title, one.period.title, one.value) not in shown
        ]
        return replace(self, finals=tuple(news))

    @property
    def ticks(self) -> bool:
        """Say whether the pupil ticks homework off: of who does not nothing can be told."""
        return any(one.done for one in self.homework)

    @property
    def not_done(self) -> tuple[SheetHomework, ...]:
        """Return the homework that was due and is not ticked off."""
        return tuple(one for one in self.homework if not one.done)

    def said(self, shelf: RemarkShelf) -> tuple[SheetRemark, ...]:
        """Return the remarks of a shelf: praise is never read beside blame (F16)."""
        return tuple(one for one in self.remarks if one.shelf is shelf)


@dataclass(frozen=True, slots=True)
class ClassSheets:
    """The sheets of a class; `period` is the title of the one whose marks are foreseen."""

    school_name: str
    class_title: str
    first: date
    last: date
    made_at: datetime
    period: str
    sheets: tuple[PupilSheet, ...]


@dataclass(frozen=True, slots=True)
class GatherSheets:
    """Reads the sheets of some pupils of one school; who asks has passed a gate.

    However many pupils there are, the store is asked the same few questions. A pupil's records
    are the pupil's own, whatever class they were made in.
    """

    book: SheetBook
    marks: ForecastBook
    remarks: Remarks
    foresee: Foresee
    warnings: GatherWarnings

    async def __call__(
        self,
        school: SchoolId,
        class_id: ClassId,
        pupils: Sequence[Child],
        days: tuple[date, date],
        *,
        now: datetime,
    ) -> tuple[str, tuple[PupilSheet, ...]]:
        """Return the period's title, and a sheet for each pupil in the order given.

        `now` is in the school's zone.
        """
        numbers, (first, last) = [one.pupil for one in pupils], days
        if not numbers:
            return "", ()
        found = await self.foresee(school, numbers, day=last, today=now.date())
        given = await self.marks.marks(numbers, first, last)
        missed = await self.book.absences_of(numbers, first, last)
        homework = await self.book.homework_of(numbers, first, last)
        said = await self.remarks.of_pupils(numbers, first, last)
        since = datetime.combine(first, time(), now.tzinfo)
        warned = await self.warnings(class_id, numbers, days, found.subjects, since=since)
        of_pupil = defaultdict[PupilId, list[GivenMark]](list)
        for mark in given:
            of_pupil[mark.pupil].append(mark)
        sheets = [
            PupilSheet(
                one,
                lines_of(of_pupil[one.pupil], found.subjects.get(one.pupil, ())),
                tuple(missed.get(one.pupil, ())),
                tuple(homework.get(one.pupil, ())),
                tuple(SheetRemark(it.day, it.text, it.shelf) for it in said.get(one.pupil, ())),
                tuple(warned.early.get(one.pupil, ())),
                tuple(warned.truancy.get(one.pupil, ())),
            )
            for one in pupils
        ]
        return found.period.title if found.period else "", tuple(sheets)


def lines_of(
    given: Sequence[GivenMark], foreseen: Sequence[SubjectForecast]
) -> tuple[SheetLine, ...]:
    """Return a line for each subject that is taught or marked, by title."""
    marks, titles = defaultdict[SubjectId, list[MarkValue]](list), dict[SubjectId, str]()
    for mark in given:
        marks[mark.subject].append(mark.value)
        titles[mark.subject] = mark.subject_title
    known = {one.subject: one for one in foreseen}
    titles |= {one.subject: one.title for one in foreseen}
    found = [_line(title, marks[one], known.get(one)) for one, title in titles.items()]
    return tuple(sorted(found, key=attrgetter("title")))


def _line(title: str, marks: Sequence[MarkValue], of: SubjectForecast | None) -> SheetLine:
    if of is None:
        return SheetLine(title, tuple(marks))
    lacking = of.set_mark is None and of.risk is Risk.NOT_CERTIFIED
    expected = of.expected if of.set_mark is None else None
    period = of.period.title if of.period else ""
    lack = of.sufficiency
    return SheetLine(
        title,
        tuple(marks),
        of.now.mean,
        expected,
        lacking,
        missing=lack.missing if lacking else 0,
        by=lack.by if lacking else None,
        period_mark=of.set_mark,
        period=period,
    )

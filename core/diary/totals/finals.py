"""The year table: a pupil's marks of all periods, the year, exams and final ones (F2, F8)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypeVar

from core.access.people import Actor, Child
from core.diary.changes import CellChange
from core.diary.reading import Reader
from core.diary.views import Period
from core.ids import PupilId, SubjectId
from core.journal.calendar import period_of
from core.journal.values import AT_THE_END, MarkValue, PeriodMarkKind, kind_within


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """A year that the pupil has been taught at the school."""

    title: str
    begins: date
    ends: date


@dataclass(frozen=True, slots=True)
class FinalCell:
    """Where a mark of a period, year or exam stands: its subject and period."""

    subject: SubjectId
    subject_title: str
    period: Period
    kind: PeriodMarkKind

    @property
    def counts_as(self) -> PeriodMarkKind:
        """Return what it sums up: a «period mark» of the whole year is the year's."""
        return kind_within(self.kind, self.period.kind)


@dataclass(frozen=True, slots=True)
class FinalMark(FinalCell):
    """A mark of a period, year or exam that stands."""

    value: MarkValue


Of = TypeVar("Of", bound=FinalCell)


def in_order(marks: Iterable[Of]) -> Sequence[Of]:
    """Return marks of a subject as they are read: by the year, its periods, then its end."""
    return sorted(marks, key=lambda one: (one.period.ends, *_place(one)))


def _place(one: FinalCell) -> tuple[int, date]:
    kind = one.counts_as
    at_the_end = 1 + AT_THE_END.index(kind) if kind in AT_THE_END else 0
    return at_the_end, one.period.begins


FinalChange = CellChange[FinalCell, MarkValue]


class FinalsBook(Protocol):
    """A pupil's final marks of all the time the journal has been kept (C2.4, E5 1.5)."""

    async def years(self, pupil: PupilId) -> Sequence[SchoolYear]:
        """Return the school years in which the pupil was taught or summed up, oldest first."""
        ...

    async def finals(self, pupil: PupilId, year: SchoolYear) -> Sequence[FinalMark]:
        """Return the final marks that stand in a year, oldest first."""
        ...

    async def changes_since(
        self, pupils: Sequence[PupilId], at: datetime, *, ended: date
    ) -> Mapping[PupilId, Sequence[FinalChange]]:
        """Return what became of the pupils' final marks since, oldest first.

        Only what a mark was and is counts, whatever else was written of it; only of periods that
        end on the day `ended` or later. What the first import brought is no change.
        """
        ...


@dataclass(frozen=True, slots=True)
class SubjectYear:
    """One subject's row: a cell for each period, None where nothing is set, and the year's end."""

    title: str
    periods: tuple[MarkValue | None, ...]
    at_the_end: tuple[tuple[PeriodMarkKind, MarkValue], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is set yet."""
        return not self.at_the_end and all(one is None for one in self.periods)


@dataclass(frozen=True, slots=True)
class YearTable:
    """All final marks of a pupil in a year; `years` are the others, to turn to."""

    child: Child
    year: SchoolYear | None = None
    periods: tuple[Period, ...] = ()
    subjects: tuple[SubjectYear, ...] = ()
    years: tuple[SchoolYear, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadYear:
    """Open a pupil's year table."""

    reader: Reader
    finals: FinalsBook

    async def __call__(self, actor: Actor, pupil: PupilId, day: date | None = None) -> YearTable:
        """Return the year that holds `day` (or today), or the last one before it."""
        child, now, _ = await self.reader.open(actor, pupil)
        years = tuple(await self.finals.years(pupil))
        year = period_of(years, day or now)
        if year is None:
            return YearTable(child)
        found = await self.finals.finals(pupil, year)
        expected = (await self.reader.book.periods(pupil, year.begins)).periods
        # What is taught now has a row of its own before anything is set; of past years it has not.
        taught = await self.reader.book.subjects(pupil) if year == period_of(years, now) else ()
        periods = columns_of(found, [one for one in expected if _holds(year, one)])
        return YearTable(child, year, periods, _rows(found, taught, periods), years)


def _holds(year: SchoolYear, period: Period) -> bool:
    return year.begins <= period.begins and period.ends <= year.ends


def columns_of(found: Iterable[FinalMark], expected: Iterable[Period]) -> tuple[Period, ...]:
    """Return the periods of a table: those of the class, and any other that holds a mark.

    Who came from a class by half-years into one by quarters has both.
    """
    marked = (one.period for one in found if one.counts_as is PeriodMarkKind.PERIOD)
    periods = dict.fromkeys((*expected, *marked))
    return tuple(sorted(periods, key=lambda one: (one.begins, one.ends, one.title)))


def _rows(
    found: Iterable[FinalMark],
    taught: Iterable[tuple[SubjectId, str]],
    periods: Sequence[Period],
) -> tuple[SubjectYear, ...]:
    titles = dict(taught)
    cells = defaultdict[SubjectId, dict[Period | PeriodMarkKind, MarkValue]](dict)
    for mark in found:
        titles.setdefault(mark.subject, mark.subject_title)
        kind = mark.counts_as
        cells[mark.subject][mark.period if kind is PeriodMarkKind.PERIOD else kind] = mark.value
    return tuple(
        SubjectYear(
            title,
            tuple(cells[subject].get(one) for one in periods),
            tuple((kind, cells[subject][kind]) for kind in AT_THE_END if kind in cells[subject]),
        )
        for subject, title in sorted(titles.items(), key=lambda one: (one[1], one[0]))
    )

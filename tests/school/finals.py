"""A pupil's final marks of all years in memory: `FinalsBook`."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.diary.changes import CellChange
from core.diary.totals.finals import FinalCell, FinalChange, FinalMark, SchoolYear
from core.diary.views import Period
from core.ids import PersonId, PupilId, SubjectId
from core.journal.values import MarkValue, PeriodKind, PeriodMarkKind
from tests.school import records
from tests.school.teaching import subject_of, when_set
from tests.school.world import World


@dataclass(frozen=True)
class MemoryFinalsBook:
    world: World

    async def years(self, pupil: PupilId) -> Sequence[SchoolYear]:
        taught = self.world.all(
            records.Enrolment, lambda it: (it.person_id, it.role) == (pupil, "pupil")
        )
        courses = {one.group_id for one in taught}
        terms = self.world.all(records.GroupTerm, lambda it: it.group_id in courses)
        marks = self.world.all(records.PeriodMark, lambda it: it.pupil_id == pupil)
        periods = [
            self.world.get(records.Period, number)
            for number in {one.period_id for one in (*terms, *marks)}
        ]
        found = {
            SchoolYear(year.title, year.begins, year.ends)
            for year in self.world.all(records.Period, lambda it: it.kind == "year")
            for period in periods
            if year.school_id == period.school_id and year.begins <= period.begins <= year.ends
        }
        return sorted(found, key=lambda it: it.begins)

    async def finals(self, pupil: PupilId, year: SchoolYear) -> Sequence[FinalMark]:
        found = [
            mark
            for mark in self._ordered([pupil])
            if year.begins <= self._period(mark).begins <= year.ends
        ]
        return [self._told(one) for one in found]

    async def changes_since(
        self, pupils: Sequence[PupilId], at: datetime, *, ended: date
    ) -> Mapping[PupilId, Sequence[FinalChange]]:
        found = defaultdict[PupilId, list[FinalChange]](list)
        for one in self.world.tables[records.PeriodMark].values():
            if one.pupil_id in pupils and self._period(one).ends >= ended:
                changes = [it for it in self._changes(one) if it.at >= at]
                found[PupilId(PersonId(one.pupil_id))] += changes
        return {pupil: sorted(told, key=lambda it: it.at) for pupil, told in found.items() if told}

    def _changes(self, mark: records.PeriodMark) -> Iterator[FinalChange]:
        cell = self._cell(mark)
        for at, *values in changes_of(self.world, mark):
            before, value = (None if one is None else MarkValue(one) for one in values)
            yield CellChange(cell, at, before, value)

    def _ordered(self, pupils: Sequence[PupilId]) -> list[records.PeriodMark]:
        found = self.world.all(records.PeriodMark, lambda it: it.pupil_id in pupils)
        return sorted(found, key=lambda it: (self._period(it).begins, *when_set(it)))

    def _period(self, mark: records.PeriodMark) -> records.Period:
        return self.world.get(records.Period, mark.period_id)

    def _told(self, mark: records.PeriodMark) -> FinalMark:
        cell = self._cell(mark)
        return FinalMark(
            cell.subject, cell.subject_title, cell.period, cell.kind, MarkValue(mark.value)
        )

    def _cell(self, mark: records.PeriodMark) -> FinalCell:
        period, subject = self._period(mark), subject_of(self.world, mark.course_id)
        return FinalCell(
            SubjectId(subject.id),
            subject.title,
            Period(period.title, PeriodKind(period.kind), period.begins, period.ends),
            PeriodMarkKind(mark.kind),
        )


def changes_of(
    world: World, mark: records.PeriodMark
) -> Iterator[tuple[datetime, str | None, str | None]]:
    """Yield what became of a mark, but for what the school's first import brought."""
    lines = world.all(records.PeriodMarkHistory, lambda it: it.period_mark_id == mark.id)
    later = sorted((one.at, one.id, one.before, one.value) for one in lines)
    stands = None if mark.gone_at else mark.value
    first = next((before for at, _, before, _ in later if at >= mark.set_at), stands)
    imported = world.get(records.School, mark.school_id).imported_at
    for at, before, value in (
        (mark.set_at, None, first),
        *((at, before, value) for at, _, before, value in later),
    ):
        if imported is None or at > imported:
            yield at, before, value

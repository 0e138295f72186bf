"""A pupil's final marks of all years in memory: `FinalsBook`."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.diary.totals.finals import FinalMark, SchoolYear
from core.diary.views import Period
from core.ids import PupilId, SubjectId
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
            ((period.begins, *when_set(mark)), mark, period)
            for mark in self.world.all(records.PeriodMark, lambda it: it.pupil_id == pupil)
            if (period := self.world.get(records.Period, mark.period_id))
            and year.begins <= period.begins <= year.ends
        ]
        return [
            FinalMark(
                SubjectId(subject_of(self.world, mark.course_id).id),
                subject_of(self.world, mark.course_id).title,
                Period(period.title, PeriodKind(period.kind), period.begins, period.ends),
                PeriodMarkKind(mark.kind),
                MarkValue(mark.value),
            )
            for _, mark, period in sorted(found, key=lambda it: it[0])
        ]

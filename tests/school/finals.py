"""A pupil's final marks of all years in memory: `FinalsBook`."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.diary.totals.finals import FinalMark, SchoolYear, SetFinal
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

    async def set_since(
        self, pupils: Sequence[PupilId], at: datetime
    ) -> Mapping[PupilId, Sequence[SetFinal]]:
        found = defaultdict[PupilId, list[SetFinal]](list)
        for one in self._ordered(pupils):
            first = self.world.get(records.School, one.school_id).imported_at
            if one.changed_at >= at and (first is None or one.changed_at > first):
                pupil = PupilId(PersonId(one.pupil_id))
                found[pupil].append(SetFinal(self._told(one), one.changed_at))
        return found

    def _ordered(self, pupils: Sequence[PupilId]) -> list[records.PeriodMark]:
        found = self.world.all(records.PeriodMark, lambda it: it.pupil_id in pupils)
        return sorted(found, key=lambda it: (self._period(it).begins, *when_set(it)))

    def _period(self, mark: records.PeriodMark) -> records.Period:
        return self.world.get(records.Period, mark.period_id)

    def _told(self, mark: records.PeriodMark) -> FinalMark:
        period, subject = self._period(mark), subject_of(self.world, mark.course_id)
        return FinalMark(
            SubjectId(subject.id),
            subject.title,
            Period(period.title, PeriodKind(period.kind), period.begins, period.ends),
            PeriodMarkKind(mark.kind),
            MarkValue(mark.value),
        )

"""Where final marks are missing, in memory: `MissingMarks`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.access.people import Role
from core.clock import Clock
from core.ids import ClassId, CourseId, PeriodId, PersonId, PupilId, SchoolId
from core.journal.marked_periods import MarkedPeriod, PeriodsToMark
from core.journal.missing_marks import Gap, Scope, in_order, of_scope
from core.journal.missing_of_year import Lack, Taking, missing_of_year
from core.journal.values import PeriodMarkKind
from tests.school import records
from tests.school.audience import MemoryAudience
from tests.school.people import name_of
from tests.school.takings import (
    TakingRecord,
    enrolled,
    period_of,
    standing,
    takings,
    to_mark,
)
from tests.school.teaching import subject_of
from tests.school.world import World


@dataclass(frozen=True)
class MemoryMissingMarks:
    world: World
    clock: Clock

    async def ending(self, school: SchoolId, first: date, last: date) -> Sequence[MarkedPeriod]:
        found = self.world.all(
            records.Period, lambda it: it.school_id == school and first <= it.ends <= last
        )
        ordered = sorted(found, key=lambda it: (it.ends, it.id))
        return [period_of(self.world, one) for one in ordered]

    async def period(self, period: PeriodId) -> MarkedPeriod | None:
        found = self.world.standing(records.Period, period)
        return period_of(self.world, found) if found else None

    async def periods_of(self, class_id: ClassId, day: date) -> PeriodsToMark:
        pupils = enrolled(self.world, class_id, "pupil", day)
        courses = {
            one.group_id
            for one in self.world.all(
                records.Enrolment, lambda it: it.person_id in pupils and it.role == "pupil"
            )
        }
        return to_mark(self.world, courses, day)

    async def gaps(
        self, period: MarkedPeriod, day: date, class_id: ClassId | None = None
    ) -> Sequence[Gap]:
        missing = [
            (one, lack)
            for one, lack in self._missing(period, takings(self.world, period.id, day))
            if class_id in (None, one.of.id)
        ]
        columns = dict[tuple[int, int, Lack], list[TakingRecord]]()
        for one, lack in missing:
            columns.setdefault((one.of.id, one.course.id, lack), []).append(one)
        then = min(day, period.ends)
        return in_order(self._gap(same, lack, then) for (_, _, lack), same in columns.items())

    async def gaps_of(
        self, periods: Sequence[MarkedPeriod], today: date, person: PersonId, scope: Scope
    ) -> Mapping[PeriodId, Sequence[Gap]]:
        found = {one.id: of_scope(await self.gaps(one, today), person, scope) for one in periods}
        return {number: gaps for number, gaps in found.items() if gaps}

    def _missing(
        self, period: MarkedPeriod, taken: Iterable[TakingRecord]
    ) -> Iterable[tuple[TakingRecord, Lack]]:
        if not period.is_year:
            for one in taken:
                if PeriodMarkKind.PERIOD not in self._kinds(period, one):
                    yield one, Lack.PERIOD
            return
        known = {(one.pupil.id, one.of.id, one.course.id): one for one in taken}
        for taking, lack in missing_of_year(self._taking(period, one) for one in known.values()):
            yield known[taking.pupil, taking.class_id, taking.course], lack

    def _kinds(self, period: MarkedPeriod, one: TakingRecord) -> frozenset[PeriodMarkKind]:
        found = standing(self.world, period.id, one.pupil.id, one.course.id)
        return frozenset(it.kind for it in found)

    def _taking(self, period: MarkedPeriod, one: TakingRecord) -> Taking:
        return Taking(
            PupilId(PersonId(one.pupil.id)),
            ClassId(one.of.id),
            CourseId(one.course.id),
            subject_of(self.world, one.course.id).id,
            one.until,
            self._kinds(period, one),
        )

    def _gap(self, same: Sequence[TakingRecord], lack: Lack, day: date) -> Gap:
        first = same[0]
        return Gap(
            ClassId(first.of.id),
            first.of.title,
            subject_of(self.world, first.course.id).title,
            tuple(name_of(one.pupil) for one in same),
            self._teachers(first.course.id, min(day, first.until)),
            self._teachers(first.of.id, day),
            frozenset({CourseId(first.course.id)}),
            lack,
        )

    def _teachers(self, group: int, day: date) -> frozenset[PersonId]:
        return frozenset(
            PersonId(one)
            for one in enrolled(self.world, group, "teacher", day)
            if self._audience.account_of(one)
        )

    @property
    def _audience(self) -> MemoryAudience:
        return MemoryAudience(self.world, self.clock)

    async def answering(self, school: SchoolId, role: Role) -> Sequence[PersonId]:
        found = self.world.all(
            records.Role, lambda it: (it.school_id, it.role) == (school, role.value)
        )
        return sorted(
            {PersonId(one.person_id) for one in found if self._audience.account_of(one.person_id)}
        )

"""Print runs, their sheets and what stands on these, in memory: `PaperRuns` and `SheetBook`."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from core.diary.papers.sheet import SheetHomework
from core.diary.views import ShownAbsence
from core.ids import ClassId, PaperRunId, PersonId, PupilId, SchoolId
from core.notices.printing import Beside, LeftSheet, NewRun, OnPaper, PaperRun, PaperSheet
from tests.school import records
from tests.school.excuses import as_shown
from tests.school.finals import changes_of
from tests.school.mailboxes import MemoryMailboxes
from tests.school.records import Record
from tests.school.teaching import holds, subject_of, taught_on
from tests.school.world import World


@dataclass(frozen=True, kw_only=True)
class RunRecord(Record):
    made: NewRun


@dataclass(frozen=True, kw_only=True)
class SheetRecord(Record):
    run: PaperRunId
    sheet: PaperSheet


@dataclass(frozen=True)
class MemoryPaperRuns:
    world: World

    async def add_run(self, run: NewRun) -> PaperRunId | None:
        if await self.run_to(run.class_id, run.last):
            return None
        return PaperRunId(self.world.add(RunRecord, made=run).id)

    async def put_on(
        self,
        run: PaperRunId,
        school: SchoolId,
        families: Mapping[PupilId, OnPaper],
        *,
        at: datetime,
    ) -> None:
        known = {it.sheet.pupil: it for it in self._of(run)}
        for pupil, why in families.items():
            sheet = PaperSheet(pupil, why, at)
            if pupil not in known:
                self.world.add(SheetRecord, run=run, sheet=sheet)
            elif known[pupil].sheet.handed_at is None:
                self.world.change(known[pupil], sheet=sheet)

    async def printed(self, run: PaperRunId, *, at: datetime) -> None:
        for one in self._of(run):
            if one.sheet.handed_at is None:
                self.world.change(one, sheet=replace(one.sheet, at=at))

    def _of(self, run: PaperRunId) -> list[SheetRecord]:
        return list(self.world.all(SheetRecord, lambda it: it.run == run))

    async def of_class(self, class_id: ClassId) -> Sequence[PaperRun]:
        found = self.world.all(RunRecord, lambda it: it.made.class_id == class_id)
        return [self._shown(one) for one in sorted(found, key=lambda it: it.made.last)][::-1]

    async def run_to(self, class_id: ClassId, last: date) -> PaperRun | None:
        found = self.world.all(
            RunRecord, lambda it: (it.made.class_id, it.made.last) == (class_id, last)
        )
        return next(map(self._shown, found), None)

    def _shown(self, one: RunRecord) -> PaperRun:
        group = self.world.get(records.Group, one.made.class_id)
        return PaperRun(PaperRunId(one.id), group.title, one.made)

    async def runs(self, runs: Sequence[PaperRunId]) -> Mapping[PaperRunId, PaperRun]:
        found = self.world.all(RunRecord, lambda it: it.id in runs)
        return {PaperRunId(one.id): self._shown(one) for one in found}

    async def classes_with_run(self, school: SchoolId, last: date) -> Collection[ClassId]:
        found = self.world.all(
            RunRecord, lambda it: (it.made.school, it.made.last) == (school, last)
        )
        return {one.made.class_id for one in found}

    async def summed_up(
        self,
        school: SchoolId,
        day: date,
        since: datetime,
        *,
        ended: date,
        served: Collection[ClassId],
    ) -> Collection[ClassId]:
        marks = [
            one
            for one in self.world.tables[records.PeriodMark].values()
            if one.school_id == school
            and self.world.get(records.Period, one.period_id).ends >= ended
        ]
        classes = self.world.all(
            records.Group, lambda it: (it.school_id, it.kind) == (school, "class")
        )
        return {
            ClassId(one.id)
            for one in classes
            if one.id not in served
            and any(
                (before, value) != (None, None) and at >= self._last_made(mark.pupil_id, since)
                for mark in marks
                if self._learns(mark.pupil_id, one.id, day)
                for at, before, value in changes_of(self.world, mark)
            )
        }

    def _last_made(self, pupil: int, otherwise: datetime) -> datetime:
        held = {it.run for it in self.world.all(SheetRecord) if it.sheet.pupil == pupil}
        found = self.world.all(RunRecord, lambda it: it.id in held)
        return max((one.made.made_at for one in found), default=otherwise)

    def _learns(self, pupil: int, class_id: int, day: date) -> bool:
        found = self.world.all(
            records.Enrolment,
            lambda it: (it.person_id, it.group_id, it.role) == (pupil, class_id, "pupil"),
        )
        return any(holds(one, day) for one in found)

    async def left_behind(self, school: SchoolId, day: date, since: date) -> Sequence[LeftSheet]:
        made = {one.id: one.made for one in self.world.all(RunRecord)}
        found = [(made[it.run], it.sheet) for it in self.world.all(SheetRecord)]
        classes = self.world.all(
            records.Group, lambda it: (it.school_id, it.kind) == (school, "class")
        )
        left = [
            LeftSheet(ClassId(group.id), of.first, of.last, sheet.pupil, sheet.why)
            for group in classes
            for of, sheet in found
            if of.school == school
            and of.last >= since
            and sheet.handed_at is None
            and self._learns(sheet.pupil, group.id, day)
            and not self._learns(sheet.pupil, of.class_id, day)
            and not any(
                (run.last, other.pupil) == (of.last, sheet.pupil)
                and (other.handed_at is not None or run.class_id == group.id)
                for run, other in found
            )
        ]
        return sorted(set(left), key=lambda it: (it.class_id, it.last, it.pupil))

    async def beside(self, pupils: Sequence[PupilId], last: date) -> Mapping[PupilId, Beside]:
        made = {one.id: one.made for one in self.world.all(RunRecord)}
        held = [(it.sheet.pupil, made[it.run], it.sheet.at) for it in self.world.all(SheetRecord)]
        return {
            pupil: Beside(
                max(
                    (it.made_at for one, it, _ in held if one == pupil and it.last < last),
                    default=None,
                ),
                min(
                    (it.made_at for one, it, _ in held if one == pupil and it.last > last),
                    default=None,
                ),
                max(
                    (at for one, it, at in held if one == pupil and it.last < last),
                    default=None,
                ),
            )
            for pupil in {one for one, _, _ in held} & set(pupils)
        }

    async def sheets(
        self, runs: Sequence[PaperRunId]
    ) -> Mapping[PaperRunId, Sequence[PaperSheet]]:
        return {
            run: sorted((it.sheet for it in self._of(run)), key=lambda it: it.pupil)
            for run in runs
            if self._of(run)
        }

    async def hand_over(
        self, run: PaperRunId, pupils: Sequence[PupilId], *, at: datetime, by: PersonId
    ) -> int:
        waiting = [
            it for it in self._of(run) if it.sheet.pupil in pupils and it.sheet.handed_at is None
        ]
        for one in waiting:
            self.world.change(one, sheet=replace(one.sheet, handed_at=at, handed_by=by))
        return len(waiting)

    async def take_back(self, run: PaperRunId, pupils: Sequence[PupilId]) -> None:
        for one in self._of(run):
            if one.sheet.pupil in pupils:
                self.world.change(one, sheet=replace(one.sheet, handed_at=None, handed_by=None))

    async def in_hand(self, pupils: Sequence[PupilId]) -> Mapping[PupilId, datetime]:
        found = [it.sheet for it in self.world.all(SheetRecord) if it.sheet.handed_at]
        return {
            pupil: max(one.at for one in found if one.pupil == pupil)
            for pupil in {one.pupil for one in found} & set(pupils)
        }

    async def reachable(self, persons: Sequence[PersonId]) -> Collection[PersonId]:
        return {one for one in persons if self._is_reachable(one)}

    def _is_reachable(self, person: PersonId) -> bool:
        known = self.world.standing(records.Person, person)
        ways = MemoryMailboxes(self.world)._ways(person)
        return bool(known and known.enabled and any(one.reachable for one in ways))


@dataclass(frozen=True)
class MemorySheetBook:
    world: World

    async def absences_of(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Mapping[PupilId, Sequence[ShownAbsence]]:
        found: dict[PupilId, list[ShownAbsence]] = {}
        missed = [
            (lesson.day, lesson.number, one.id, one, lesson)
            for one in self.world.all(records.Absence, lambda it: it.pupil_id in pupils)
            if (lesson := self.world.standing(records.Lesson, one.lesson_id))
            and first <= lesson.day <= last
        ]
        for day, number, _, one, lesson in sorted(missed, key=lambda it: it[:3]):
            subject = subject_of(self.world, lesson.course_id).title
            shown = ShownAbsence(day, number, subject, *as_shown(self.world, one, lesson))
            found.setdefault(PupilId(PersonId(one.pupil_id)), []).append(shown)
        return found

    async def homework_of(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Mapping[PupilId, Sequence[SheetHomework]]:
        done = {(it.lesson_id, it.pupil_id, it.text) for it in self._ticks()}
        found = {
            pupil: sorted(
                (
                    (due, subject_of(self.world, one.course_id).title, one.id, one)
                    for one in self.world.all(records.Lesson, lambda it: bool(it.homework))
                    if (due := one.homework_due or self._next_day(one))
                    if first <= due <= last
                    and taught_on(self.world, pupil, one.course_id, one.day)
                ),
                key=lambda it: it[:3],
            )
            for pupil in pupils
        }
        return {
            pupil: [
                SheetHomework(title, one.homework, due, (one.id, pupil, one.homework) in done)
                for due, title, _, one in given
            ]
            for pupil, given in found.items()
            if given
        }

    def _ticks(self) -> list[records.HomeworkDone]:
        return list(self.world.all(records.HomeworkDone))

    def _next_day(self, one: records.Lesson) -> date | None:
        later = self.world.all(
            records.Lesson,
            lambda it: (
                it.course_id == one.course_id and it.day > one.day and it.state != "cancelled"
            ),
        )
        return min((it.day for it in later), default=None)

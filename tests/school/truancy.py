"""Warnings about missed lessons in memory, and the lessons that they are about."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from core.access.people import Child
from core.diary.issuing.drafts import WarningState
from core.diary.truancy.spells import MissedLesson, Spell
from core.diary.truancy.warnings import TruancyWarning
from core.ids import PersonId, PupilId, SchoolId, TruancyId
from core.journal.calendar import Holiday
from tests.school import records
from tests.school.people import name_of
from tests.school.records import Record
from tests.school.teaching import subject_of
from tests.school.world import World


@dataclass(frozen=True, kw_only=True)
class TruancyRecord(Record):
    warning: TruancyWarning


@dataclass(frozen=True)
class MemoryTruancyWarnings:
    world: World

    async def add(
        self, school: SchoolId, spells: Sequence[Spell], *, at: datetime
    ) -> Mapping[PupilId, TruancyId]:
        known = {(one.child.pupil, one.begins): one for one in self._all()}
        made = dict[PupilId, TruancyId]()
        for one in spells:
            before = known.get((one.pupil, one.begins))
            if before is None:
                made[one.pupil] = self._begin(school, one, at)
            elif before.state is WarningState.DROPPED and before.decided_by is None:
                waits = {"state": WarningState.DRAFT, "ends": one.ends, "decided_at": None}
                self._change(before.id, WarningState.DROPPED, made_at=at, **waits)
                made[one.pupil] = before.id
        return made

    def _begin(self, school: SchoolId, spell: Spell, at: datetime) -> TruancyId:
        child = Child(spell.pupil, name_of(self.world.get(records.Person, spell.pupil)))
        warning = TruancyWarning(TruancyId(0), school, child, spell.begins, spell.ends, at)
        made = self.world.add(TruancyRecord, warning=warning)
        number = TruancyId(made.id)
        self.world.change(made, warning=replace(warning, id=number))
        return number

    def _all(self) -> list[TruancyWarning]:
        return [one.warning for one in self.world.all(TruancyRecord)]

    async def waiting(self, school: SchoolId) -> Sequence[TruancyWarning]:
        drafts = [one for one in self._all() if one.state is WarningState.DRAFT]
        return sorted((it for it in drafts if it.school == school), key=lambda it: it.id)

    async def of_pupils(self, pupils: Sequence[PupilId]) -> Sequence[TruancyWarning]:
        found = [one for one in self._all() if one.child.pupil in pupils]
        return sorted(found, key=lambda it: (it.ends, it.id), reverse=True)

    async def sent_since(self, school: SchoolId, at: datetime) -> Sequence[TruancyWarning]:
        sent = [one for one in self._all() if one.state is WarningState.SENT]
        since = [one for one in sent if one.decided_at is not None and one.decided_at >= at]
        return sorted((it for it in since if it.school == school), key=lambda it: it.id)

    async def one(self, warning: TruancyId) -> TruancyWarning | None:
        return (await self.some([warning])).get(warning)

    async def some(self, warnings: Sequence[TruancyId]) -> Mapping[TruancyId, TruancyWarning]:
        return {one.id: one for one in self._all() if one.id in warnings}

    async def reach_to(self, ends: Mapping[TruancyId, date]) -> None:
        for number, last in ends.items():
            self._change(number, ends=last)

    async def withdraw(self, warnings: Sequence[TruancyId], *, at: datetime) -> None:
        for number in warnings:
            dropped = WarningState.DROPPED
            self._change(number, state=dropped, decided_at=at, decided_by=None, reason="")

    async def adapt(self, warning: TruancyId, words: str) -> bool:
        return self._change(warning, words=words)

    async def decide(
        self,
        warning: TruancyId,
        state: WarningState,
        *,
        at: datetime,
        by: PersonId | None,
        reason: str = "",
    ) -> bool:
        return self._change(warning, state=state, decided_at=at, decided_by=by, reason=reason)

    def _change(
        self, warning: TruancyId, only: WarningState = WarningState.DRAFT, /, **values: object
    ) -> bool:
        found = self.world.get(TruancyRecord, warning)
        if found.warning.state is not only:
            return False
        self.world.change(found, warning=replace(found.warning, **values))
        return True


@dataclass(frozen=True)
class MemoryMissedLessons:
    world: World

    async def of_school(self, school: SchoolId, first: date, last: date) -> Sequence[MissedLesson]:
        persons = self.world.all(records.Person, lambda it: it.school_id == school)
        return self._missed({one.id for one in persons}, first, last)

    async def of_pupils(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[MissedLesson]:
        return self._missed(pupils, first, last)

    def _missed(self, pupils: Collection[int], first: date, last: date) -> list[MissedLesson]:
        found = [
            (lesson.day, lesson.number, one.id, one.pupil_id, lesson.course_id)
            for one in self.world.all(records.Absence, lambda it: it.pupil_id in pupils)
            if (one.code, one.reason) == ("absent", "confirmed")
            and self.world.standing(records.Person, one.pupil_id)
            and (lesson := self.world.standing(records.Lesson, one.lesson_id))
            and lesson.state == "held"
            and first <= lesson.day <= last
        ]
        return [
            MissedLesson(
                PupilId(PersonId(pupil)), day, number, subject_of(self.world, course).title
            )
            for day, number, _, pupil, course in sorted(found)
        ]

    async def holidays(self, school: SchoolId) -> Sequence[Holiday]:
        found = self.world.all(records.Holiday, lambda it: it.school_id == school)
        listed = sorted(found, key=lambda it: (it.begins, it.id))
        return [Holiday(one.title, one.begins, one.ends) for one in listed]

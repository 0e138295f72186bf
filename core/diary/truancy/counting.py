"""Counts the lessons missed without good reason, as the journal and the families have them now."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from core.diary.excuses.ports import ExcuseBook
from core.diary.excuses.rules import excuse_for
from core.diary.truancy.spells import MissedLesson, is_truancy, stretch_of
from core.diary.truancy.warnings import TruancyWarning
from core.ids import PupilId, SchoolId, TruancyId
from core.journal.calendar import Holiday
from core.journal.values import AbsenceCode, ReasonState
from core.regulation.ports import Regulations

ByPupil = Mapping[PupilId, Sequence[MissedLesson]]


class MissedLessons(Protocol):
    """The journal's absences that are confirmed to be without good reason."""

    async def of_school(self, school: SchoolId, first: date, last: date) -> Sequence[MissedLesson]:
        """Return those of the pupils of all classes over the days, in order."""
        ...

    async def of_pupils(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[MissedLesson]:
        """Return those of some pupils over the days, in order."""
        ...

    async def holidays(self, school: SchoolId) -> Sequence[Holiday]:
        """Return the holidays of a school, in order."""
        ...


@dataclass(frozen=True, slots=True)
class CountMissed:
    """Lays over the journal what families have said of the same lessons."""

    missed: MissedLessons
    excuses: ExcuseBook

    async def of_school(self, school: SchoolId, first: date, last: date) -> ByPupil:
        """Return the lessons that count, of each pupil of a school who has any."""
        return await self._counted(await self.missed.of_school(school, first, last))

    async def of_pupils(self, pupils: Iterable[PupilId], first: date, last: date) -> ByPupil:
        """Return the lessons that count, of each of some pupils who has any."""
        return await self._counted(await self.missed.of_pupils(sorted(set(pupils)), first, last))

    async def _counted(self, found: Sequence[MissedLesson]) -> ByPupil:
        if not found:
            return {}
        days = [one.day for one in found]
        pupils = sorted({one.pupil for one in found})
        excuses = await self.excuses.of_pupils(pupils, min(days), max(days))
        counted = defaultdict[PupilId, list[MissedLesson]](list)
        for one in found:
            excuse = excuse_for(excuses, one.pupil, one.day, one.number)
            if is_truancy(AbsenceCode.ABSENT, ReasonState.CONFIRMED, excuse):
                counted[one.pupil].append(one)
        return counted


@dataclass(frozen=True, slots=True)
class StillTruant:
    """Asks which warnings still stand: a reason that came later ends one (J4)."""

    count: CountMissed
    regulations: Regulations

    async def __call__(
        self, warnings: Sequence[TruancyWarning]
    ) -> Mapping[TruancyId, Sequence[MissedLesson]]:
        """Return the lessons of each warning that are still enough for it; the others lack."""
        schools = defaultdict[SchoolId, list[TruancyWarning]](list)
        for one in warnings:
            schools[one.school].append(one)
        found = dict[TruancyId, Sequence[MissedLesson]]()
        for school, some in schools.items():
            found |= await self._of_school(school, some)
        return found

    async def _of_school(
        self, school: SchoolId, warnings: Sequence[TruancyWarning]
    ) -> Mapping[TruancyId, Sequence[MissedLesson]]:
        first, last = min(one.begins for one in warnings), max(one.ends for one in warnings)
        counted = await self.count.of_pupils((one.child.pupil for one in warnings), first, last)
        rule = (await self.regulations.of(school)).truancy
        holidays = await self.count.missed.holidays(school)
        spoken_of = {
            one.id: [
                missed
                for missed in counted.get(one.child.pupil, ())
                if one.begins <= missed.day <= one.ends
            ]
            for one in warnings
        }
        return {
            number: lessons
            for number, lessons in spoken_of.items()
            if stretch_of(lessons, rule, holidays)
        }

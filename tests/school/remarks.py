"""What teachers said of pupils, in memory: `Remarks`."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.access.people import Name
from core.ids import PersonId, PupilId, RemarkId, SchoolId
from core.journal.remarks.remark import FormerWords, Remark, RemarkKind
from tests.school import records
from tests.school.people import name_of
from tests.school.teaching import holds, taught_on
from tests.school.world import World


@dataclass(frozen=True)
class MemoryRemarks:
    world: World

    async def add(
        self,
        school: SchoolId,
        pupil: PupilId,
        kind: RemarkKind,
        text: str,
        *,
        day: date,
        by: PersonId,
        at: datetime,
    ) -> RemarkId:
        made = self.world.add(
            records.Remark,
            school_id=school,
            pupil_id=pupil,
            kind=kind.value,
            text=text,
            day=day,
            by_id=by,
            at=at,
        )
        return RemarkId(made.id)

    async def one(self, remark: RemarkId) -> Remark | None:
        return next((one for one in self._shown() if one.id == remark), None)

    async def of_pupils(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Mapping[PupilId, Sequence[Remark]]:
        found = defaultdict[PupilId, list[Remark]](list)
        for one in self._shown():
            if one.pupil in pupils and first <= one.day <= last:
                found[one.pupil].append(one)
        return found

    async def made_by(self, person: PersonId, since: date) -> Sequence[Remark]:
        return [one for one in self._shown() if one.by == person and one.day >= since]

    async def history(self, remark: RemarkId) -> Sequence[FormerWords]:
        return [
            FormerWords(one.text, one.at, PersonId(one.by_id))
            for one in self.world.all(records.RemarkHistory, lambda it: it.remark_id == remark)
        ]

    async def reword(
        self, remark: RemarkId, before: str, text: str, *, by: PersonId, at: datetime
    ) -> bool:
        return self._change(remark, before, by, at, text=text)

    async def take_back(
        self, remark: RemarkId, before: str, *, by: PersonId, at: datetime
    ) -> bool:
        return self._change(remark, before, by, at, gone_at=at)

    def _change(
        self, remark: int, before: str, by: PersonId, at: datetime, **values: object
    ) -> bool:
        found = self.world.standing(records.Remark, remark)
        if found is None or found.text != before:
            return False
        self.world.change(found, **values)
        self.world.add(
            records.RemarkHistory,
            school_id=found.school_id,
            remark_id=remark,
            text=before,
            by_id=by,
            at=at,
        )
        return True

    async def teaches(self, person: PersonId, pupil: PupilId, day: date) -> bool:
        return any(
            holds(one, day)
            and self.world.get(records.Group, one.group_id).kind == "course"
            and taught_on(self.world, pupil, one.group_id, day)
            for one in self.world.all(
                records.Enrolment, lambda it: (it.person_id, it.role) == (person, "teacher")
            )
        )

    async def named(self, pupil: PupilId) -> Name | None:
        found = self.world.standing(records.Person, pupil)
        return name_of(found) if found else None

    def _shown(self) -> list[Remark]:
        found = [
            (one, pupil)
            for one in self.world.all(records.Remark)
            if (pupil := self.world.standing(records.Person, one.pupil_id))
        ]
        found.sort(key=lambda it: (it[0].day, it[0].id), reverse=True)
        return [
            Remark(
                RemarkId(one.id),
                SchoolId(one.school_id),
                PupilId(PersonId(one.pupil_id)),
                name_of(pupil),
                RemarkKind(one.kind),
                one.text,
                one.day,
                PersonId(one.by_id),
                name_of(self.world.get(records.Person, one.by_id)),
            )
            for one, pupil in found
        ]

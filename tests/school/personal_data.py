"""The monthly check of personal data in memory: `DataChecks` and `DataCorrections`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from core.access.people import Child, place_in_list
from core.access.personal_data.data import DataField, PersonalData
from core.access.personal_data.records import (
    Correction,
    CorrectionState,
    DataAnswer,
    DataCheck,
    InPerson,
    Said,
    Unasked,
)
from core.ids import ClassId, CorrectionId, PersonId, PupilId, SchoolId
from tests.school import records
from tests.school.people import name_of
from tests.school.records import Record
from tests.school.teaching import holds
from tests.school.world import World


@dataclass(frozen=True, kw_only=True)
class Check(Record):
    kept: DataCheck
    answered_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Kept(Record):
    correction: Correction


@dataclass(frozen=True)
class MemoryDataChecks:
    world: World

    async def data(
        self, persons: Sequence[PersonId], day: date
    ) -> Mapping[PersonId, PersonalData]:
        found = (self.world.standing(records.Person, one) for one in persons)
        return {
            PersonId(one.id): PersonalData(
                PersonId(one.id),
                SchoolId(one.school_id),
                name_of(one),
                one.phone,
                one.email,
                self._title(one.id, day),
                tuple(sorted(self._children(one.id, day), key=place_in_list)),
            )
            for one in found
            if one and one.enabled
        }

    def _children(self, guardian: int, day: date) -> list[Child]:
        kin = self.world.all(records.Guardianship, lambda it: it.guardian_id == guardian)
        pupils = (self.world.standing(records.Person, one.pupil_id) for one in kin)
        return [
            Child(PupilId(PersonId(one.id)), name_of(one), self._title(one.id, day))
            for one in pupils
            if one
        ]

    def _title(self, pupil: int, day: date) -> str:
        enrolled = self.world.all(
            records.Enrolment, lambda it: it.person_id == pupil and it.role == "pupil"
        )
        groups = (
            self.world.standing(records.Group, one.group_id) for one in enrolled if holds(one, day)
        )
        return next((one.title for one in groups if one and one.kind == "class"), "")

    async def unasked(
        self, school: SchoolId, month: date, *, day: date, came_before: datetime
    ) -> Sequence[Unasked]:
        pupils = self.world.all(records.Person, lambda it: it.school_id == school and it.enabled)
        pairs = [
            Unasked(PersonId(person), PupilId(PersonId(one.id)), title)
            for one in pupils
            if (title := self._title(one.id, day))
            for person in (one.id, *self._guardians(one.id))
        ]
        checks = await self.of_month([one.person for one in pairs], month)
        asked = {person for person, one in checks.items() if one.told_on or one.answer}
        return sorted(
            (
                one
                for one in pairs
                if one.person not in asked and self._is_in(one.person, came_before)
            ),
            key=lambda it: (it.person, it.pupil),
        )

    def _guardians(self, pupil: int) -> list[int]:
        kin = self.world.all(records.Guardianship, lambda it: it.pupil_id == pupil)
        return [one.guardian_id for one in kin]

    def _is_in(self, person: int, came_before: datetime) -> bool:
        known = self.world.standing(records.Person, person)
        links = self.world.all(
            records.AccountLink,
            lambda it: (
                it.person_id == person and it.ended_at is None and it.linked_at < came_before
            ),
        )
        return known is not None and known.enabled and any(links)

    async def of_month(
        self, persons: Sequence[PersonId], month: date
    ) -> Mapping[PersonId, DataCheck]:
        return {
            one.kept.person: one.kept
            for one in self.world.all(Check, lambda it: it.kept.month == month)
            if one.kept.person in persons
        }

    async def ask(
        self, school: SchoolId, persons: Sequence[PersonId], month: date, *, day: date
    ) -> frozenset[PersonId]:
        asked = set()
        for person in dict.fromkeys(persons):
            known = self._check(person, month)
            told = known.kept.told_on if known else None
            if known and (known.kept.answer or (told and told >= day)):
                continue
            self._keep(known, DataCheck(person, month, day))
            asked.add(person)
        return frozenset(asked)

    async def answer(
        self, school: SchoolId, person: PersonId, month: date, answer: DataAnswer, *, at: datetime
    ) -> None:
        known = self._check(person, month)
        before = known.kept if known else DataCheck(person, month)
        self._keep(known, replace(before, answer=answer, in_person=None))
        self.world.change(next(self._of(person, month)), answered_at=at)

    async def check_in_person(
        self,
        school: SchoolId,
        person: PersonId,
        month: date,
        *,
        class_id: ClassId,
        by: PersonId,
        at: datetime,
    ) -> bool:
        known = self._check(person, month)
        before = known.kept if known else DataCheck(person, month)
        if before.answer is not None:
            return False
        ticked = InPerson(by, name_of(self.world.get(records.Person, by)), at, class_id)
        self._keep(known, replace(before, answer=DataAnswer.RIGHT, in_person=ticked))
        self.world.change(next(self._of(person, month)), answered_at=at)
        return True

    async def take_check_back(
        self, person: PersonId, month: date, *, class_id: ClassId, by: PersonId
    ) -> bool:
        known = self._check(person, month)
        ticked = known.kept.in_person if known else None
        if known is None or ticked is None or (ticked.by != by and ticked.class_id != class_id):
            return False
        kept = replace(known.kept, answer=None, in_person=None)
        self.world.change(known, kept=kept, answered_at=None)
        return True

    def _check(self, person: PersonId, month: date) -> Check | None:
        return next(self._of(person, month), None)

    def _of(self, person: PersonId, month: date) -> Iterator[Check]:
        return self.world.all(Check, lambda it: (it.kept.person, it.kept.month) == (person, month))

    def _keep(self, known: Check | None, check: DataCheck) -> None:
        if known:
            self.world.change(known, kept=check)
        else:
            self.world.add(Check, kept=check)


@dataclass(frozen=True)
class MemoryDataCorrections:
    world: World

    async def say(self, said: Said, *, at: datetime) -> CorrectionId:
        for one in list(self.world.all(Kept)):
            known = one.correction.said
            same = (known.person, known.about, known.field) == (
                said.person,
                said.about,
                said.field,
            )
            if same and one.correction.is_open and said.field is not DataField.OTHER:
                self._change(one, CorrectionState.REPLACED)
        kept = Correction(CorrectionId(0), said, at)
        return CorrectionId(self.world.add(Kept, correction=kept).id)

    async def of_persons(
        self, persons: Sequence[PersonId], since: datetime
    ) -> Sequence[Correction]:
        return [
            one
            for one in self._all()
            if one.said.person in persons
            and one.state is not CorrectionState.REPLACED
            and (one.is_open or one.said_at >= since)
        ]

    async def waiting(self, school: SchoolId) -> Sequence[Correction]:
        return [one for one in self._all() if one.is_open and one.said.school == school]

    async def corrections(self, numbers: Sequence[int]) -> Sequence[Correction]:
        return [one for one in self._all() if one.id in numbers]

    async def decide(
        self,
        correction: CorrectionId,
        state: CorrectionState,
        *,
        by: PersonId,
        at: datetime,
        word: str = "",
    ) -> bool:
        found = self.world.get(Kept, correction)
        if found is None or not found.correction.is_open:
            return False
        self._change(found, state, word)
        return True

    async def close(
        self, corrections: Sequence[CorrectionId], *, at: datetime
    ) -> frozenset[CorrectionId]:
        found = [one for one in self.world.all(Kept) if one.id in corrections]
        opened = [one for one in found if one.correction.is_open]
        for one in opened:
            self._change(one, CorrectionState.ENTERED)
        return frozenset(CorrectionId(one.id) for one in opened)

    def _change(self, kept: Kept, state: CorrectionState, word: str = "") -> None:
        changed = replace(kept.correction, state=state, word=word)
        self.world.change(kept, correction=changed)

    def _all(self) -> list[Correction]:
        found = [replace(one.correction, id=CorrectionId(one.id)) for one in self.world.all(Kept)]
        return sorted(found, key=lambda it: (it.said_at, it.id))

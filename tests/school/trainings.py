"""Trainings in memory: `Trainings`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from core.access.people import STAFF, Name, Role, place_of_name
from core.helpdesk.training.quarter import Term
from core.helpdesk.training.training import (
    Guest,
    Invited,
    Invitees,
    Reply,
    StaffMember,
    Training,
    TrainingPlan,
    TrainingState,
)
from core.ids import PeriodId, PersonId, SchoolId, TrainingId
from core.journal.calendar import in_force
from core.journal.values import PeriodKind
from tests.school import records
from tests.school.records import Record
from tests.school.world import World

_WORKS = {one.value for one in STAFF}


@dataclass(frozen=True, kw_only=True)
class Kept(Record):
    training: Training
    made_at: datetime


@dataclass(frozen=True, kw_only=True)
class KeptGuest(Record):
    training: int
    guest: Guest
    reply: Reply | None = None
    replied_to: int = 0
    came: bool = False


@dataclass(frozen=True)
class MemoryTrainings:
    world: World

    async def staff(self, school: SchoolId, day: date) -> Sequence[StaffMember]:
        found = [
            self._member(one, day)
            for one in self.world.all(records.Person, lambda it: it.school_id == school)
            if one.enabled
        ]
        works = [one for one, here in found if here]
        return sorted(works, key=lambda it: (*place_of_name(it.name), it.person))

    def _member(self, one: records.Person, day: date) -> tuple[StaffMember, bool]:
        roles = {it.role for it in self.world.all(records.Role, lambda it: it.person_id == one.id)}
        leads = any(self._leads(it, day) for it in self._enrolments(one.id))
        member = StaffMember(
            PersonId(one.id),
            Name(one.given, one.family, one.middle),
            teaches=Role.TEACHER.value in roles,
            leads=leads,
            is_here=self._is_here(one.id),
        )
        return member, leads or bool(roles & _WORKS)

    def _enrolments(self, person: int) -> Iterable[records.Enrolment]:
        return self.world.all(
            records.Enrolment, lambda it: it.person_id == person and it.role == "teacher"
        )

    def _leads(self, one: records.Enrolment, day: date) -> bool:
        group = self.world.standing(records.Group, one.group_id)
        is_class = group is not None and group.kind == "class"
        return is_class and in_force(one.begins, one.ends, day)

    def _is_here(self, person: int) -> bool:
        links = self.world.all(records.AccountLink, lambda it: it.person_id == person)
        return any(one.ended_at is None for one in links)

    async def add(
        self,
        school: SchoolId,
        plan: TrainingPlan,
        guests: Sequence[Guest],
        *,
        by: PersonId,
        at: datetime,
    ) -> TrainingId:
        assert plan.starts_at is not None
        of = self.world.get(records.School, school)
        holder = self.world.get(records.Person, by)
        group = self.world.get(records.Group, plan.invitees.class_id)
        assert of is not None
        assert holder is not None
        training = Training(
            id=TrainingId(0),
            school=school,
            school_name=of.name,
            zone=of.zone,
            by=by,
            by_name=Name(holder.given, holder.family, holder.middle),
            topics=plan.topics,
            starts_at=plan.starts_at,
            room=plan.room,
            invitees=Invitees(plan.invitees.whom, plan.invitees.class_id),
            words=plan.words,
            version=1,
            state=TrainingState.PLANNED,
            set_at=at,
            class_title=group.title if group else "",
        )
        number = self.world.add(Kept, training=training, made_at=at).id
        for one in guests:
            self.world.add(KeptGuest, training=number, guest=one)
        return TrainingId(number)

    async def trainings(self, numbers: Sequence[int]) -> Mapping[TrainingId, Training]:
        return {one.id: one for one in self._all() if one.id in numbers}

    def _all(self) -> list[Training]:
        return [replace(one.training, id=TrainingId(one.id)) for one in self.world.all(Kept)]

    async def of_school(self, school: SchoolId) -> Sequence[Training]:
        found = [one for one in self._all() if one.school == school]
        return sorted(found, key=lambda it: (it.starts_at, it.id), reverse=True)

    async def for_guest(self, person: PersonId, *, since: datetime) -> Sequence[Training]:
        mine = {
            one.training for one in self.world.all(KeptGuest, lambda it: it.guest.person == person)
        }
        found = [one for one in self._all() if one.id in mine and one.stands]
        ahead = [one for one in found if one.starts_at > since]
        return sorted(ahead, key=lambda it: (it.starts_at, it.id))

    async def starting(
        self, school: SchoolId, *, after: datetime, before: datetime
    ) -> Sequence[Training]:
        found = [one for one in self._all() if one.school == school and one.stands]
        ahead = [one for one in found if after < one.starts_at < before]
        return sorted(ahead, key=lambda it: (it.starts_at, it.id))

    async def invited(self, numbers: Sequence[int]) -> Mapping[TrainingId, Sequence[Invited]]:
        return {TrainingId(one): self._invited(one) for one in numbers}

    def _invited(self, number: int) -> Sequence[Invited]:
        training = self._of(number).training
        found = [
            Invited(
                replace(one.guest, is_here=self._is_here(one.guest.person)),
                one.reply if one.replied_to == training.version else None,
                one.came,
            )
            for one in self.world.all(KeptGuest, lambda it: it.training == number)
        ]
        return sorted(found, key=lambda it: (*place_of_name(it.guest.name), it.guest.person))

    def _of(self, number: int) -> Kept:
        found = self.world.get(Kept, number)
        assert found is not None
        return found

    def _guests(self, number: int, persons: Sequence[int]) -> list[KeptGuest]:
        return [
            one
            for one in self.world.all(KeptGuest, lambda it: it.training == number)
            if one.guest.person in persons
        ]

    async def reply(
        self, training: TrainingId, person: PersonId, given: Reply, *, version: int, at: datetime
    ) -> bool:
        kept = self._of(training).training
        found = self._guests(training, [person])
        if not kept.stands or kept.version != version:
            return False
        for one in found:
            self.world.change(one, reply=given, replied_to=version)
        return bool(found)

    async def move(
        self,
        training: TrainingId,
        *,
        starts_at: datetime,
        room: str,
        after: int,
        by: PersonId,
        at: datetime,
    ) -> bool:
        kept = self._of(training)
        if not kept.training.stands or kept.training.version != after:
            return False
        moved = replace(
            kept.training, starts_at=starts_at, room=room, version=after + 1, set_at=at
        )
        self.world.change(kept, training=moved)
        return True

    async def call_off(self, training: TrainingId, *, by: PersonId, at: datetime) -> bool:
        kept = self._of(training)
        if not kept.training.stands:
            return False
        off = replace(kept.training, state=TrainingState.CALLED_OFF)
        self.world.change(kept, training=off)
        return True

    async def tick(
        self, training: TrainingId, persons: Sequence[PersonId], *, came: bool, at: datetime
    ) -> None:
        for one in self._guests(training, persons):
            self.world.change(one, came=came)

    async def terms(self, school: SchoolId, day: date) -> Sequence[Term]:
        found = [
            Term(PeriodId(it.id), school, it.title, PeriodKind(it.kind), it.begins, it.ends)
            for it in self.world.all(records.Period, lambda one: one.school_id == school)
            if it.kind != PeriodKind.YEAR.value and it.begins <= day <= it.ends
        ]
        return sorted(found, key=lambda it: (it.kind is not PeriodKind.QUARTER, it.id))

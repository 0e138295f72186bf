"""Who hears, in memory: `Audience` and `DeliveryRules`."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from core.access.people import ADMINISTRATION, Role
from core.clock import Clock, today
from core.errors import NotFound
from core.ids import ClassId, LessonId, PersonId, PupilId, SchoolId
from core.notices.timing import SchoolDelivery
from core.regulation.forms import QuietHours
from core.regulation.profile import Delivery, Profile
from storage.profiles import read_profile
from tests.school import records
from tests.school.mailboxes import MemoryMailboxes
from tests.school.people import MemoryDirectory
from tests.school.teaching import holds, taught_on
from tests.school.world import World


@dataclass(frozen=True)
class MemoryAudience:
    world: World
    clock: Clock

    async def families(self, pupils: Sequence[PupilId]) -> Mapping[PupilId, Sequence[PersonId]]:
        return {
            pupil: hearers
            for pupil in pupils
            if (hearers := [one for one in self._family(pupil) if self._hears(one, pupil)])
        }

    async def reached(self, pupils: Sequence[PupilId]) -> Mapping[PupilId, Sequence[PersonId]]:
        return {
            pupil: hearers
            for pupil in pupils
            if (hearers := [one for one in self._family(pupil) if self._is_reached(one, pupil)])
        }

    async def reached_in_chat(
        self, pupils: Sequence[PupilId]
    ) -> Mapping[PupilId, Sequence[PersonId]]:
        return {
            pupil: hearers
            for pupil in pupils
            if (hearers := [one for one in self._family(pupil) if self._is_in_chat(one, pupil)])
        }

    def _family(self, pupil: PupilId) -> list[PersonId]:
        if self.world.standing(records.Person, pupil) is None:
            return []
        found = self.world.all(records.Guardianship, lambda it: it.pupil_id == pupil)
        guardians = sorted(found, key=lambda it: (it.position, it.id))
        return [*(PersonId(one.guardian_id) for one in guardians), pupil]

    def _hears(self, person: PersonId, pupil: PupilId) -> bool:
        return any(MemoryMailboxes(self.world).open_to(person, pupil))

    def _is_reached(self, person: PersonId, pupil: PupilId) -> bool:
        ways = MemoryMailboxes(self.world).open_to(person, pupil)
        return any(way.reachable for way in ways if way)

    def _is_in_chat(self, person: PersonId, pupil: PupilId) -> bool:
        chat, _ = MemoryMailboxes(self.world).open_to(person, pupil)
        return chat is not None and chat.reachable

    def account_of(self, person: int) -> records.Account | None:
        found = self.world.standing(records.Person, person)
        links = self.world.all(
            records.AccountLink, lambda it: it.person_id == person and it.ended_at is None
        )
        link = next(links, None)
        if found is None or not found.enabled or link is None:
            return None
        return self.world.get(records.Account, link.account_id)

    async def pupils_of(self, lessons: Sequence[LessonId]) -> Mapping[LessonId, Sequence[PupilId]]:
        found = {}
        for lesson in lessons:
            given = self.world.get(records.Lesson, lesson)
            if given is not None:
                found[lesson] = [
                    PupilId(PersonId(one.id))
                    for one in self.world.all(records.Person)
                    if taught_on(self.world, one.id, given.course_id, given.day)
                ]
        return found

    async def class_teachers(self, person: PersonId) -> Sequence[tuple[PupilId, PersonId]]:
        directory = MemoryDirectory(self.world, self.clock)
        links = self.world.all(records.Guardianship, lambda it: it.guardian_id == person)
        pupils = sorted([*(one.pupil_id for one in links), person])
        return [
            (PupilId(PersonId(pupil)), teacher)
            for pupil in pupils
            if (own := directory.class_of(pupil))
            for teacher in await self.leaders(ClassId(own.id))
        ]

    async def class_teachers_of(
        self, pupils: Sequence[PupilId]
    ) -> Mapping[PupilId, Sequence[PersonId]]:
        directory = MemoryDirectory(self.world, self.clock)
        return {
            pupil: await self.leaders(ClassId(own.id))
            for pupil in pupils
            if (own := directory.class_of(pupil))
        }

    async def leaders(self, class_id: ClassId) -> Sequence[PersonId]:
        found = self.world.all(
            records.Enrolment, lambda it: (it.group_id, it.role) == (class_id, "teacher")
        )
        led = [
            PersonId(one.person_id)
            for one in found
            if holds(one, today(self.clock, self._zone(one.school_id)))
        ]
        return list(dict.fromkeys(one for one in led if self.account_of(one)))

    def _zone(self, school: int) -> ZoneInfo:
        return ZoneInfo(self.world.get(records.School, school).zone)

    async def administration(self, school: SchoolId) -> Sequence[PersonId]:
        of_school = self.world.all(records.Role, lambda it: it.school_id == school)
        persons = {one.person_id for one in of_school if one.role in ADMINISTRATION}
        return sorted(PersonId(one) for one in persons if self.account_of(one))

    async def stand_ins(self, school: SchoolId) -> Sequence[PersonId]:
        of_school = self.world.all(records.Role, lambda it: it.school_id == school)
        deputies = {one.person_id for one in of_school if one.role == Role.DEPUTY_HEAD}
        everybody = await self.administration(school)
        return [one for one in everybody if one in deputies] or everybody


@dataclass(frozen=True)
class MemoryDeliveryRules:
    world: World

    async def all(self) -> Sequence[SchoolDelivery]:
        return [_delivery(one) for one in self.world.all(records.School)]


@dataclass(frozen=True)
class MemoryRegulations:
    world: World

    async def of(self, school: SchoolId) -> Profile:
        known = next((one for one in self.world.all(records.School) if one.id == school), None)
        if known is None:
            raise NotFound
        return read_profile(known.profile, json.loads(known.decided))


def _delivery(one: records.School) -> SchoolDelivery:
    hours = QuietHours(one.quiet_from, one.quiet_to) if one.quiet_on else None
    window = timedelta(seconds=one.correction_window)
    rules = Delivery(window, hours, digest_at=one.digest_at)
    return SchoolDelivery(SchoolId(one.id), ZoneInfo(one.zone), rules)

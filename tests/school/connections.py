"""Who has come in, in memory: `core.access.connections.Connections`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from core.access.connections import Connection, Part
from core.access.people import STAFF, Child, Role
from core.clock import Clock
from core.ids import ClassId, PersonId, SchoolId
from tests.school import records
from tests.school.mailboxes import MailboxRecord
from tests.school.people import MemoryDirectory, name_of
from tests.school.world import World


@dataclass(frozen=True)
class MemoryConnections:
    world: World
    clock: Clock

    async def of_class(self, class_id: ClassId) -> list[Connection]:
        found = []
        for child in await MemoryDirectory(self.world, self.clock).pupils_of(class_id):
            pupil = self.world.standing(records.Person, child.pupil)
            if pupil is None or not pupil.enabled:
                continue
            found.append(self._connection(pupil, Part.PUPIL, child))
            found += [
                self._connection(one, Part.GUARDIAN, child) for one in self._guardians(child)
            ]
        return found

    def _guardians(self, child: Child) -> Iterator[records.Person]:
        links = self.world.all(records.Guardianship, lambda it: it.pupil_id == child.pupil)
        for link in sorted(links, key=lambda it: it.position):
            person = self.world.standing(records.Person, link.guardian_id)
            if person and person.enabled:
                yield person

    async def of_staff(self, school: SchoolId) -> list[Connection]:
        working = {
            one.person_id
            for one in self.world.all(records.Role, lambda it: Role(it.role) in STAFF)
        }
        persons = self.world.all(
            records.Person, lambda it: it.school_id == school and it.id in working and it.enabled
        )
        return [self._connection(one, Part.STAFF, None) for one in persons]

    def _connection(self, person: records.Person, part: Part, child: Child | None) -> Connection:
        links = list(self.world.all(records.AccountLink, lambda it: it.person_id == person.id))
        live = [one.linked_at for one in links if one.ended_at is None]
        ended = [one.ended_at for one in links if one.ended_at is not None]
        codes = [one.expires for one in self._unused(PersonId(person.id))]
        return Connection(
            PersonId(person.id),
            name_of(person),
            part,
            child,
            max(live, default=None),
            max(ended, default=None),
            max(codes, default=None),
            *self._mailbox(person.id),
            is_staff=self._is_at_work(person.id),
        )

    def _is_at_work(self, person: int) -> bool:
        roles = self.world.all(records.Role, lambda it: it.person_id == person)
        enrolled = self.world.all(records.Enrolment, lambda it: it.person_id == person)
        return any(Role(one.role) in STAFF for one in roles) or any(
            one.role == "teacher" for one in enrolled
        )

    def _mailbox(self, person: int) -> tuple[datetime | None, bool]:
        found = self.world.all(MailboxRecord, lambda it: it.person_id == person)
        box = next(found, None)
        if box is None:
            return None, True
        return box.verified_at, self.world.get(records.Account, box.account_id).reachable

    def _unused(self, person: PersonId) -> list[records.Code]:
        of_person = self.world.all(records.Code, lambda it: it.person_id == person)
        return [one for one in of_person if not one.void and one.used_by is None]

    async def revoke(self, person: PersonId) -> bool:
        unused = self._unused(person)
        for one in unused:
            self.world.change(one, void=True)
        return bool(unused)

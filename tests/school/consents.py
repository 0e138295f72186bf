"""What guardians agreed to, in memory: `core.access.consents.ConsentBook`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.access.consents import Consent, Represented, Said, Subject
from core.access.people import Child
from core.ids import PersonId, PupilId, SchoolId
from tests.school import records
from tests.school.people import name_of
from tests.school.world import World


@dataclass(frozen=True)
class MemoryConsents:
    world: World

    async def latest(self, pupils: Sequence[PupilId]) -> list[Consent]:
        said = self.world.all(records.Consent, lambda it: it.pupil_id in pupils)
        found = {
            (one.guardian_id, one.pupil_id, one.subject): Consent(
                PersonId(one.guardian_id),
                PupilId(PersonId(one.pupil_id)),
                Subject(one.subject),
                Said(one.state),
                one.day,
                one.document,
            )
            for one in sorted(said, key=lambda it: (it.day, it.id))
        }
        return list(found.values())

    async def guardians(self, pupils: Sequence[Child]) -> list[Represented]:
        found = []
        for child in pupils:
            links = self.world.all(
                records.Guardianship, lambda it, of=child.pupil: it.pupil_id == of
            )
            for link in sorted(links, key=lambda it: (it.position, it.id)):
                person = self.world.standing(records.Person, link.guardian_id)
                if person and person.enabled:
                    found.append(Represented(PersonId(person.id), name_of(person), child))
        return found

    async def add(self, consent: Consent, school: SchoolId, by: PersonId, at: datetime) -> None:
        self.world.add(
            records.Consent,
            school_id=school,
            guardian_id=consent.guardian,
            pupil_id=consent.pupil,
            subject=consent.subject.value,
            state=consent.said.value,
            day=consent.day,
            document=consent.document,
            origin_id=by,
            changed_at=at,
        )

"""Who hears for a class: its class teacher, or else who stands in while none has come in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.ids import ClassId, PersonId, PupilId, SchoolId
from core.notices.ports import Audience


@dataclass(frozen=True, slots=True)
class InCharge:
    """Who is told what a class asks for; `stand_in`: it has no class teacher here."""

    persons: Sequence[PersonId]
    stand_in: bool = False


@dataclass(frozen=True, slots=True)
class FindInCharge:
    """Finds who is told: a class whose teacher is not here is nobody's business for no day."""

    audience: Audience

    async def of_class(self, school: SchoolId, class_id: ClassId) -> InCharge:
        """Return who is told about a class."""
        leaders = await self.audience.leaders(class_id)
        if leaders:
            return InCharge(leaders)
        return InCharge(await self.audience.stand_ins(school), stand_in=True)

    async def of_pupils(self, schools: Mapping[PupilId, SchoolId]) -> Mapping[PupilId, InCharge]:
        """Return who is told about each pupil, by the school of each."""
        if not schools:
            return {}
        led = await self.audience.class_teachers_of(sorted(schools))
        lacking = {school for pupil, school in schools.items() if not led.get(pupil)}
        stand_ins = {one: await self.audience.stand_ins(one) for one in sorted(lacking)}
        return {
            pupil: InCharge(led[pupil])
            if led.get(pupil)
            else InCharge(stand_ins[school], stand_in=True)
            for pupil, school in schools.items()
        }

"""What each person chose, in memory: `PreferenceBook`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.access.zones import OwnZone
from core.ids import PersonId, SchoolId
from core.notices.preferences import CHOSE_NOTHING, Preferences
from tests.school.records import OfSchool
from tests.school.world import World


@dataclass(frozen=True, kw_only=True)
class Chosen(OfSchool):
    person_id: int
    preferences: Preferences


@dataclass(frozen=True)
class MemoryPreferenceBook:
    world: World

    async def of(self, person: PersonId) -> Preferences:
        return self.chosen_by(person)

    def chosen_by(self, person: int) -> Preferences:
        found = self._row(person)
        return found.preferences if found else CHOSE_NOTHING

    async def keep(
        self, school: SchoolId, person: PersonId, chosen: Preferences, *, at: datetime
    ) -> None:
        known = self._row(person)
        if known:
            self.world.change(known, preferences=chosen)
        else:
            self.world.add(Chosen, school_id=school, person_id=person, preferences=chosen)

    async def chosen(self, persons: Sequence[PersonId]) -> Mapping[PersonId, Preferences]:
        known = {person: self._row(person) for person in persons}
        return {person: row.preferences for person, row in known.items() if row}

    async def zones(self, persons: Sequence[PersonId]) -> Mapping[PersonId, OwnZone]:
        chosen = {person: self.chosen_by(person).zone for person in persons}
        return {person: zone for person, zone in chosen.items() if zone}

    def _row(self, person: int) -> Chosen | None:
        return next(self.world.all(Chosen, lambda it: it.person_id == person), None)

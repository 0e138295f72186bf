"""What schools announced, in memory: `Announcements`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.diary.school_life.announcing import Announcement
from core.ids import AnnouncementId, PersonId, SchoolId
from tests.school import records
from tests.school.people import name_of
from tests.school.world import World


@dataclass(frozen=True)
class MemoryAnnouncements:
    world: World

    async def announce(
        self, school: SchoolId, text: str, day: date, *, by: PersonId, at: datetime
    ) -> AnnouncementId:
        new = self.world.add(
            records.Announcement, school_id=school, text=text, day=day, by_id=by, at=at
        )
        return AnnouncementId(new.id)

    async def announced(self, school: SchoolId) -> Sequence[Announcement]:
        found = list(self.world.all(records.Announcement, lambda it: it.school_id == school))
        return [
            Announcement(
                AnnouncementId(one.id),
                one.text,
                one.day,
                name_of(self.world.get(records.Person, one.by_id)),
                one.at,
            )
            for one in reversed(found)
        ]

    async def came_in_since(self, person: PersonId, at: datetime) -> bool:
        links = [
            one
            for one in self.world.all(records.AccountLink, lambda it: it.person_id == person)
            if one.ended_at is None or one.ended_at >= at
        ]
        return len(links) == 1 and links[0].linked_at > at

"""What schools announced. Behind `core.diary.school_life.announcing.Announcements`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import Name
from core.diary.school_life.announcing import Announcement
from core.ids import AnnouncementId, PersonId, SchoolId
from storage.statements import NAME
from storage.tables import AccountLinkRow, AnnouncementRow, PersonRow

_ANNOUNCED = (
    select(
        AnnouncementRow.id, AnnouncementRow.text, AnnouncementRow.day, AnnouncementRow.at, *NAME
    )
    .join(PersonRow, PersonRow.id == AnnouncementRow.by_id)
    .where(AnnouncementRow.school_id == bindparam("school"), AnnouncementRow.gone_at.is_(None))
    .order_by(AnnouncementRow.id.desc())
)

_LINKED_SINCE = select(AccountLinkRow.linked_at).where(
    AccountLinkRow.person_id == bindparam("person"),
    or_(AccountLinkRow.ended_at.is_(None), AccountLinkRow.ended_at >= bindparam("at")),
)


@dataclass(frozen=True, slots=True)
class SqlAnnouncements:
    """Announcements by school."""

    connection: AsyncConnection

    async def announce(
        self, school: SchoolId, text: str, day: date, *, by: PersonId, at: datetime
    ) -> AnnouncementId:
        """Keep an announcement."""
        new = (
            insert(AnnouncementRow)
            .values(school_id=school, text=text, day=day, by_id=by, at=at)
            .returning(AnnouncementRow.id)
        )
        return AnnouncementId((await self.connection.execute(new)).scalar_one())

    async def announced(self, school: SchoolId) -> Sequence[Announcement]:
        """Return what a school announced, the latest first."""
        rows = await self.connection.execute(_ANNOUNCED, {"school": school})
        return [
            Announcement(AnnouncementId(number), text, day, Name(given, family, middle), at)
            for number, text, day, at, given, family, middle in rows
        ]

    async def came_in_since(self, person: PersonId, at: datetime) -> bool:
        """Say whether the person came in after the instant, and was not in at it or since."""
        asked = {"person": person, "at": at}
        linked = [row[0] for row in await self.connection.execute(_LINKED_SINCE, asked)]
        return len(linked) == 1 and linked[0] > at

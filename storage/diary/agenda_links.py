"""Links to calendars, by their digest. Behind `core.diary.papers.agenda_links.AgendaLinks`."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.diary.papers.agenda_links import LinkOwner
from core.ids import AccountId, PersonId, PupilId, SchoolId
from storage.tables import AgendaLinkRow


@dataclass(frozen=True, slots=True)
class SqlAgendaLinks:
    """A link that was cut stays as a trace, and opens nothing."""

    connection: AsyncConnection

    async def put_link(
        self, digest: str, owner: LinkOwner, *, school: SchoolId, at: datetime
    ) -> None:
        """Keep a new link; the one before it opens nothing any more."""
        await self.cut_link(owner, at=at)
        new = insert(AgendaLinkRow).values(
            school_id=school,
            account_id=owner.account,
            pupil_id=owner.pupil,
            digest=digest,
            made_at=at,
        )
        await self.connection.execute(new)

    async def cut_link(self, owner: LinkOwner, *, at: datetime) -> None:
        """Let the owner's link open nothing any more."""
        cut = update(AgendaLinkRow).where(_live(owner)).values(ended_at=at)
        await self.connection.execute(cut)

    async def linked_since(self, owner: LinkOwner) -> datetime | None:
        """Return when the owner's link was made, or None where there is none."""
        asked = select(AgendaLinkRow.made_at).where(_live(owner))
        return (await self.connection.execute(asked)).scalar_one_or_none()

    async def link_owner(self, digest: str) -> LinkOwner | None:
        """Return whose link this is, or None for one that was cut, renewed or never made."""
        asked = select(AgendaLinkRow.account_id, AgendaLinkRow.pupil_id).where(
            AgendaLinkRow.digest == digest, AgendaLinkRow.ended_at.is_(None)
        )
        row = (await self.connection.execute(asked)).one_or_none()
        return LinkOwner(AccountId(row[0]), PupilId(PersonId(row[1]))) if row else None


def _live(owner: LinkOwner) -> ColumnElement[bool]:
    return (
        (AgendaLinkRow.account_id == owner.account)
        & (AgendaLinkRow.pupil_id == owner.pupil)
        & AgendaLinkRow.ended_at.is_(None)
    )

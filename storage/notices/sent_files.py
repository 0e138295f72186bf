"""By what the channel keeps files that went up, so that none goes up twice."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.ids import SchoolId
from storage.statements import insert_into
from storage.tables import SentFileRow

_REFERENCE = select(SentFileRow.reference).where(
    SentFileRow.school_id == bindparam("school"), SentFileRow.digest == bindparam("digest")
)


@dataclass(frozen=True, slots=True)
class SqlSentFiles:
    """A reference for a school and the digest of a file's content."""

    connection: AsyncConnection

    async def keep(self, school: SchoolId, digest: str, reference: str, *, at: datetime) -> None:
        """Keep by what the channel keeps a file; the last word counts."""
        new = insert_into(self.connection, SentFileRow).values(
            school_id=school, digest=digest, reference=reference, at=at
        )
        await self.connection.execute(
            new.on_conflict_do_update(
                index_elements=["school_id", "digest"], set_={"reference": reference, "at": at}
            )
        )

    async def reference(self, school: SchoolId, digest: str) -> str | None:
        """Return by what the channel keeps the very file; None for one that never went up."""
        asked = {"school": school, "digest": digest}
        return (await self.connection.execute(_REFERENCE, asked)).scalar_one_or_none()

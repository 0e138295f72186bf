"""The answers of families. Behind `core.diary.acknowledging.Acknowledgements`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.diary.acknowledging import Acknowledged, Acknowledgement
from core.ids import AcknowledgementId, PersonId, PupilId, SchoolId
from storage.statements import WHOM, insert_into
from storage.tables import AcknowledgementRow

_ONCE = (
    AcknowledgementRow.about_id,
    AcknowledgementRow.kind,
    AcknowledgementRow.subject,
    AcknowledgementRow.person_id,
)
_GIVEN = (
    select(
        AcknowledgementRow.school_id,
        AcknowledgementRow.person_id,
        AcknowledgementRow.about_id,
        AcknowledgementRow.subject,
        AcknowledgementRow.at,
        AcknowledgementRow.digest,
    )
    .where(
        AcknowledgementRow.about_id.in_(WHOM),
        AcknowledgementRow.kind == bindparam("kind"),
        AcknowledgementRow.subject.between(bindparam("first"), bindparam("last")),
    )
    .order_by(AcknowledgementRow.at, AcknowledgementRow.id)
)


@dataclass(frozen=True, slots=True)
class SqlAcknowledgements:
    """Answers as rows; one changes only where it is asked for anew."""

    connection: AsyncConnection

    async def add(
        self, one: Acknowledgement, *, since: datetime | None = None
    ) -> AcknowledgementId | None:
        """Keep an answer; return None where the person had given it before, and keep that one.

        One that was given before `since` gives way to this one.
        """
        made = insert_into(self.connection, AcknowledgementRow)
        kept = (
            made.on_conflict_do_nothing()
            if since is None
            else made.on_conflict_do_update(
                index_elements=_ONCE,
                set_={"at": made.excluded.at, "digest": made.excluded.digest},
                where=AcknowledgementRow.at < since,
            )
        )
        answer = {
            "school_id": one.school,
            "person_id": one.person,
            "about_id": one.about,
            "kind": one.kind.value,
            "subject": one.subject,
            "at": one.at,
            "digest": one.digest,
        }
        found = await self.connection.execute(kept.values(answer).returning(AcknowledgementRow.id))
        number = found.scalar()
        return None if number is None else AcknowledgementId(number)

    async def given(
        self, kind: Acknowledged, about: Sequence[PupilId], first: int, last: int
    ) -> Sequence[Acknowledgement]:
        """Return the answers about the pupils' records from `first` to `last`, oldest first."""
        asked = {"asked": list(about), "kind": kind.value, "first": first, "last": last}
        return [
            Acknowledgement(
                SchoolId(school),
                PersonId(person),
                PupilId(PersonId(pupil)),
                kind,
                subject,
                at,
                digest,
            )
            for school, person, pupil, subject, at, digest in await self.connection.execute(
                _GIVEN, asked
            )
        ]

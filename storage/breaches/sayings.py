"""What a person said in the chat and never stands alone: taken back, kind by kind.

An acknowledgement moves whole into the breach's record, so that the family can answer anew; all
else is gone where it lies, or says again what it said before.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncConnection

from core.breaches.said import Said, Voided
from core.diary.acknowledging import Acknowledged
from core.ids import PersonId, PupilId
from storage.breaches.of_codes import OF_CODES
from storage.breaches.of_families import OF_FAMILIES
from storage.breaches.of_helpdesk import OF_HELPDESK
from storage.breaches.of_messages import OF_MESSAGES
from storage.breaches.of_staff import OF_STAFF
from storage.breaches.taking import Taking, did, known_to
from storage.tables import AcknowledgementRow

ANSWERS: Final = (
    delete(AcknowledgementRow)
    .where(did(AcknowledgementRow.person_id, AcknowledgementRow.at))
    .returning(
        AcknowledgementRow.about_id,
        AcknowledgementRow.kind,
        AcknowledgementRow.subject,
        AcknowledgementRow.at,
        AcknowledgementRow.digest,
    )
)
TAKINGS: Final[tuple[Taking, ...]] = (
    *OF_CODES,
    *OF_FAMILIES,
    *OF_STAFF,
    *OF_MESSAGES,
    *OF_HELPDESK,
)
"""All that is taken back, in its order: two statements a kind, however much there is of it."""


@dataclass(frozen=True, slots=True)
class SqlSayings:
    """Takes back what a person said since a moment."""

    connection: AsyncConnection

    async def unsay(
        self, person: PersonId, since: datetime, *, by: PersonId, at: datetime
    ) -> list[Voided]:
        """Return what is void now, and what is only shown."""
        asked = {"b_who": person, "b_since": since, "b_now": at, "b_by": by}
        answers = (await self.connection.execute(ANSWERS, known_to(ANSWERS, asked))).all()
        voided = [
            Voided(
                _kind(kind),
                f"{kind} {subject} {said_at.isoformat()} {digest}",
                None,
                said_at,
                pupil=PupilId(PersonId(pupil)),
            )
            for pupil, kind, subject, said_at, digest in sorted(answers, key=lambda it: it.at)
        ]
        for one in TAKINGS:
            voided += await one.take(self.connection, asked)
        return voided


def _kind(kind: str) -> Said:
    return Said.REVIEW if kind == Acknowledged.REVIEW else Said.ACKNOWLEDGEMENT

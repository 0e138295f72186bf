"""What a person said in the chat and never stands alone: taken back, each by one statement.

An acknowledgement moves whole into the breach's record, so that the family can answer anew; all
else is gone where it lies.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import BindParameter, Update, bindparam, delete, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.breaches.breach import Said, Voided
from core.diary.acknowledging import Acknowledged
from core.ids import PersonId, PupilId
from storage.tables import (
    AcknowledgementRow,
    AnnouncementRow,
    AttachmentRow,
    ConsentRow,
    DataCorrectionRow,
)

_WHO: BindParameter[int] = bindparam("person")
_SINCE = bindparam("since", type_=AnnouncementRow.at.type)
_NOW = bindparam("now", type_=AnnouncementRow.at.type)
_WORDS: Final = 200

_ANSWERS = (
    delete(AcknowledgementRow)
    .where(AcknowledgementRow.person_id == _WHO, AcknowledgementRow.at >= _SINCE)
    .returning(
        AcknowledgementRow.about_id,
        AcknowledgementRow.kind,
        AcknowledgementRow.subject,
        AcknowledgementRow.at,
        AcknowledgementRow.digest,
    )
)

_GONE: Final[tuple[tuple[Said, Update], ...]] = (
    (
        Said.ANNOUNCEMENT,
        update(AnnouncementRow)
        .where(
            AnnouncementRow.by_id == _WHO,
            AnnouncementRow.at >= _SINCE,
            AnnouncementRow.gone_at.is_(None),
        )
        .values(gone_at=_NOW)
        .returning(AnnouncementRow.at, AnnouncementRow.text),
    ),
    (
        Said.ATTACHMENT,
        update(AttachmentRow)
        .where(
            AttachmentRow.by_id == _WHO,
            AttachmentRow.at >= _SINCE,
            AttachmentRow.gone_at.is_(None),
        )
        .values(gone_at=_NOW)
        .returning(AttachmentRow.at, AttachmentRow.name),
    ),
    (
        Said.CONSENT,
        update(ConsentRow)
        .where(
            ConsentRow.origin_id == _WHO,
            ConsentRow.changed_at >= _SINCE,
            ConsentRow.gone_at.is_(None),
        )
        .values(gone_at=_NOW)
        .returning(ConsentRow.changed_at, ConsentRow.subject + " " + ConsentRow.state),
    ),
    (
        Said.CORRECTION,
        update(DataCorrectionRow)
        .where(
            DataCorrectionRow.person_id == _WHO,
            DataCorrectionRow.said_at >= _SINCE,
            DataCorrectionRow.gone_at.is_(None),
        )
        .values(gone_at=_NOW)
        .returning(DataCorrectionRow.said_at, DataCorrectionRow.words),
    ),
)


@dataclass(frozen=True, slots=True)
class SqlSayings:
    """Takes back what a person said since a moment."""

    connection: AsyncConnection

    async def unsay(self, person: PersonId, since: datetime, at: datetime) -> list[Voided]:
        """Return what is void now."""
        asked = {"person": person, "since": since}
        answers = (await self.connection.execute(_ANSWERS, asked)).all()
        voided = [
            Voided(
                _kind(kind),
                f"{kind} {subject} {said_at.isoformat()} {digest}",
                None,
                said_at.date(),
                pupil=PupilId(PersonId(pupil)),
            )
            for pupil, kind, subject, said_at, digest in sorted(answers, key=lambda it: it.at)
        ]
        for said, statement in _GONE:
            rows = (await self.connection.execute(statement, {**asked, "now": at})).all()
            voided += [Voided(said, words[:_WORDS], None, day.date()) for day, words in rows]
        return voided


def _kind(kind: str) -> Said:
    return Said.REVIEW if kind == Acknowledged.REVIEW else Said.ACKNOWLEDGEMENT

"""Known answers. Behind `core.helpdesk.answers.ports.KnownAnswers`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.helpdesk.answers.known import TOPICS, KnownAnswer, OwnAnswer, Ref, Seen, Wording
from core.helpdesk.topics import Topic
from core.ids import KnownAnswerId, PersonId, SchoolId
from storage.statements import insert_into, new_source
from storage.tables import KnownAnswerRow

_OWN: Final = "bot-"
"""Where a source begins with it and goes on with a code, the bot brings the answer."""

_OF_SCHOOL = (
    select(
        KnownAnswerRow.id,
        KnownAnswerRow.source,
        KnownAnswerRow.topic,
        KnownAnswerRow.question,
        KnownAnswerRow.answer,
        KnownAnswerRow.helped,
        KnownAnswerRow.retired_at,
        KnownAnswerRow.changed_at,
    )
    .where(KnownAnswerRow.school_id == bindparam("school"), KnownAnswerRow.gone_at.is_(None))
    .order_by(KnownAnswerRow.id)
)
_CHANGE = (
    update(KnownAnswerRow)
    .where(
        KnownAnswerRow.id == bindparam("number"),
        KnownAnswerRow.school_id == bindparam("school"),
        KnownAnswerRow.gone_at.is_(None),
        KnownAnswerRow.changed_at == bindparam("since", type_=KnownAnswerRow.changed_at.type),
    )
    .values(
        topic=bindparam("of"),
        question=bindparam("asked"),
        answer=bindparam("said"),
        origin_id=bindparam("by"),
        changed_at=bindparam("at", type_=KnownAnswerRow.changed_at.type),
    )
    .returning(KnownAnswerRow.id)
)


@dataclass(frozen=True, slots=True)
class SqlKnownAnswers:
    """A row for each; one of the bot's own from the first touch on."""

    connection: AsyncConnection

    async def of_school(self, school: SchoolId) -> Sequence[KnownAnswer]:
        """Return what is kept, retired ones too, the oldest first."""
        rows = await self.connection.execute(_OF_SCHOOL, {"school": school})
        return [_known(row) for row in rows]

    async def add(
        self, school: SchoolId, words: Wording, *, by: PersonId, at: datetime
    ) -> KnownAnswerId:
        """Keep a new one."""
        new = insert(KnownAnswerRow).values(
            school_id=school,
            source=new_source(),
            origin_id=by,
            changed_at=at,
            topic=words.topic.value,
            question=words.question,
            answer=words.answer,
            helped=0,
        )
        found = await self.connection.execute(new.returning(KnownAnswerRow.id))
        return KnownAnswerId(found.scalar_one())

    async def change(
        self, school: SchoolId, seen: Seen, words: Wording, *, by: PersonId, at: datetime
    ) -> bool:
        """Say one of a school in other words; return False where it was changed since seen."""
        asked = {
            "school": school,
            "number": seen.number,
            "since": seen.since,
            "of": words.topic.value,
            "asked": words.question,
            "said": words.answer,
            "by": by,
            "at": at,
        }
        return (await self.connection.execute(_CHANGE, asked)).first() is not None

    async def retire(
        self, school: SchoolId, ref: Ref, *, retired: bool, by: PersonId, at: datetime
    ) -> None:
        """Offer one no more, or again."""
        await self._touch(school, ref, at)
        changed = update(KnownAnswerRow).where(*_is(school, ref))
        await self.connection.execute(
            changed.values(retired_at=at if retired else None, origin_id=by, changed_at=at)
        )

    async def count(self, school: SchoolId, ref: Ref, *, at: datetime) -> None:
        """Count that one helped somebody."""
        await self._touch(school, ref, at)
        counted = update(KnownAnswerRow).where(*_is(school, ref))
        await self.connection.execute(counted.values(helped=KnownAnswerRow.helped + 1))

    async def _touch(self, school: SchoolId, ref: Ref, at: datetime) -> None:
        """Give one of the bot's own a row, where it has none yet."""
        if isinstance(ref, OwnAnswer):
            new = insert_into(self.connection, KnownAnswerRow).values(
                school_id=school,
                source=_OWN + ref.value,
                changed_at=at,
                topic=TOPICS[ref].value,
                question="",
                answer="",
                helped=0,
            )
            await self.connection.execute(new.on_conflict_do_nothing())


def _is(school: SchoolId, ref: Ref) -> tuple[Any, ...]:
    which: Any = KnownAnswerRow.id == ref
    if isinstance(ref, OwnAnswer):
        which = KnownAnswerRow.source == _OWN + ref.value
    return KnownAnswerRow.school_id == school, which


_CODES: Final = {_OWN + one.value: one for one in OwnAnswer}


def _known(row: Sequence[Any]) -> KnownAnswer:
    number, source, topic, question, answer, helped, retired_at, changed_at = row
    return KnownAnswer(
        _CODES.get(source) or KnownAnswerId(number),
        Topic(topic),
        question,
        answer,
        helped,
        is_retired=retired_at is not None,
        changed_at=changed_at,
    )

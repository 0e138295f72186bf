"""When teachers answer, and what they wrote where. Two ports of `core.messages.threads.ports`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.ids import AccountId, MessageId, PersonId, SchoolId
from core.journal.calendar import Holiday, SchoolDays
from core.regulation.forms import QuietHours
from storage.statements import in_force_within, insert_into
from storage.tables import AnswerHoursRow, HolidayRow, MessageOriginalRow, TimetableRow

_FIRST = bindparam("first", type_=HolidayRow.begins.type)
_LAST = bindparam("last", type_=HolidayRow.begins.type)
_OF = select(AnswerHoursRow.begins, AnswerHoursRow.ends).where(
    AnswerHoursRow.person_id == bindparam("person")
)
_HOLIDAYS = (
    select(HolidayRow.title, HolidayRow.begins, HolidayRow.ends)
    .where(
        HolidayRow.school_id == bindparam("school"),
        HolidayRow.gone_at.is_(None),
        HolidayRow.begins <= _LAST,
        HolidayRow.ends >= _FIRST,
    )
    .order_by(HolidayRow.begins, HolidayRow.id)
)
_WEEKDAYS = (
    select(TimetableRow.weekday)
    .where(
        TimetableRow.school_id == bindparam("school"),
        TimetableRow.gone_at.is_(None),
        in_force_within(TimetableRow, _FIRST, _LAST),
    )
    .distinct()
)
_FOUND = select(MessageOriginalRow.message_id, MessageOriginalRow.part).where(
    MessageOriginalRow.account_id == bindparam("account"),
    MessageOriginalRow.original == bindparam("original"),
)


@dataclass(frozen=True, slots=True)
class SqlAnswerHours:
    """A row for each person who set own hours; holidays and timetable are the school's."""

    connection: AsyncConnection

    async def of(self, person: PersonId) -> QuietHours | None:
        """Return the hours that a person set, if any."""
        row = (await self.connection.execute(_OF, {"person": person})).one_or_none()
        return QuietHours(*row) if row else None

    async def keep(
        self, school: SchoolId, person: PersonId, hours: QuietHours | None, *, at: datetime
    ) -> None:
        """Keep a person's hours; None for those of the school."""
        if hours is None:
            gone = delete(AnswerHoursRow).where(AnswerHoursRow.person_id == person)
            await self.connection.execute(gone)
            return
        new = insert_into(self.connection, AnswerHoursRow).values(
            school_id=school,
            person_id=person,
            begins=hours.begin,
            ends=hours.end,
            changed_at=at,
        )
        kept = new.on_conflict_do_update(
            index_elements=["person_id"],
            set_={one: new.excluded[one] for one in ("begins", "ends", "changed_at")},
        )
        await self.connection.execute(kept)

    async def days(self, school: SchoolId, first: date, last: date) -> SchoolDays:
        """Return what says on which days between two there is school."""
        asked = {"school": school, "first": first, "last": last}
        holidays = [Holiday(*row) for row in await self.connection.execute(_HOLIDAYS, asked)]
        weekdays = await self.connection.execute(_WEEKDAYS, asked)
        return SchoolDays(holidays, frozenset(one for (one,) in weekdays))


@dataclass(frozen=True, slots=True)
class SqlOriginals:
    """A row for each message of the messenger."""

    connection: AsyncConnection

    async def note(
        self, account: AccountId, originals: Sequence[str], message: MessageId, *, school: SchoolId
    ) -> None:
        """Keep what the messenger calls the words (first, or empty) and each of the files."""
        rows = [
            {
                "school_id": school,
                "account_id": account,
                "original": one,
                "message_id": message,
                "part": part,
            }
            for part, one in enumerate(originals)
            if one
        ]
        if rows:
            new = insert_into(self.connection, MessageOriginalRow)
            await self.connection.execute(new.on_conflict_do_nothing(), rows)

    async def find(self, account: AccountId, original: str) -> tuple[MessageId, int] | None:
        """Return the message and which part of it: 0 for the words, then the files."""
        asked = {"account": account, "original": original}
        row = (await self.connection.execute(_FOUND, asked)).one_or_none()
        return (MessageId(row[0]), row[1]) if row else None

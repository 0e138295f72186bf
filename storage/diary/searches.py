"""Searches for pupils. Behind `core.diary.excuses.ports.SearchBook`."""

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import and_, bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.diary.excuses.ports import Seen
from core.diary.excuses.rules import Search
from core.ids import AbsenceId, PersonId, PupilId, SchoolId, SearchId
from core.journal.values import AbsenceCode
from storage.statements import WHOM
from storage.tables import AbsenceRow, LessonRow, SearchRow

_SOUGHT = (
    select(
        AbsenceRow.id,
        SearchRow.id,
        SearchRow.pupil_id,
        SearchRow.day,
        SearchRow.asked_by,
        LessonRow.number,
    )
    .select_from(AbsenceRow)
    .join(LessonRow, LessonRow.id == AbsenceRow.lesson_id)
    .join(
        SearchRow,
        and_(SearchRow.pupil_id == AbsenceRow.pupil_id, SearchRow.day == LessonRow.day),
    )
    .where(AbsenceRow.id.in_(WHOM), LessonRow.gone_at.is_(None), SearchRow.found_at.is_(None))
    .order_by(AbsenceRow.id)
)
_STILL_MISSED = (
    select(AbsenceRow.pupil_id, LessonRow.day, LessonRow.number)
    .join(LessonRow, LessonRow.id == AbsenceRow.lesson_id)
    .where(
        AbsenceRow.pupil_id.in_(WHOM),
        AbsenceRow.gone_at.is_(None),
        AbsenceRow.code != AbsenceCode.LATE.value,
        LessonRow.gone_at.is_(None),
        LessonRow.day.between(bindparam("first"), bindparam("last")),
    )
    .order_by(LessonRow.day, LessonRow.number)
)


@dataclass(frozen=True, slots=True)
class SqlSearchBook:
    """Searches, one for each pupil and day; none is ever deleted."""

    connection: AsyncConnection

    async def search(self, pupil: PupilId, day: date) -> Search | None:
        """Return the search for a pupil on a day, over or not."""
        of_day = select(SearchRow.id, SearchRow.asked_by, SearchRow.found_at).where(
            SearchRow.pupil_id == pupil, SearchRow.day == day
        )
        row = (await self.connection.execute(of_day)).one_or_none()
        if row is None:
            return None
        number, asked_by, found_at = row
        return Search(SearchId(number), pupil, day, PersonId(asked_by), found_at is not None)

    async def begin_search(
        self, pupil: PupilId, day: date, *, school: SchoolId, by: PersonId, at: datetime
    ) -> Search:
        """Keep that the family does not know where the pupil is; again, where that was over."""
        asked = {"asked_by": by, "asked_at": at}
        again = (
            update(SearchRow)
            .where(SearchRow.pupil_id == pupil, SearchRow.day == day)
            .values(**asked, found_at=None, found_by=None)
            .returning(SearchRow.id)
        )
        number = (await self.connection.execute(again)).scalar_one_or_none()
        if number is None:
            new = insert(SearchRow).values(school_id=school, pupil_id=pupil, day=day, **asked)
            begun = await self.connection.execute(new.returning(SearchRow.id))
            number = begun.scalar_one()
        return Search(SearchId(number), pupil, day, by)

    async def end_searches(
        self, searches: Sequence[SearchId], *, by: PersonId | None, at: datetime
    ) -> AbstractSet[SearchId]:
        """End searches, by the word of a guardian or the journal's; return those that were on."""
        found = (
            update(SearchRow)
            .where(SearchRow.id.in_(list(searches)), SearchRow.found_at.is_(None))
            .values(found_at=at, found_by=by)
            .returning(SearchRow.id)
        )
        ended = await self.connection.scalars(found)
        return {SearchId(one) for one in ended}

    async def seen(self, absences: Sequence[AbsenceId]) -> Sequence[Seen]:
        """Return whom these absences are of, where that pupil is looked for on the day."""
        rows = await self.connection.execute(_SOUGHT, {"asked": list(absences)})
        found = [_Sought._make(row) for row in rows]
        if not found:
            return ()
        missed = defaultdict[tuple[int, date], list[int]](list)
        days = [one.day for one in found]
        asked = {"asked": [one.pupil for one in found], "first": min(days), "last": max(days)}
        for pupil, day, number in await self.connection.execute(_STILL_MISSED, asked):
            missed[pupil, day].append(number)
        return [one.seen(missed[one.pupil, one.day]) for one in found]


class _Sought(NamedTuple):
    absence: int
    search: int
    pupil: int
    day: date
    asked_by: int
    number: int

    def seen(self, missed: Sequence[int]) -> Seen:
        pupil = PupilId(PersonId(self.pupil))
        search = Search(SearchId(self.search), pupil, self.day, PersonId(self.asked_by))
        return Seen(AbsenceId(self.absence), search, self.number, tuple(missed))

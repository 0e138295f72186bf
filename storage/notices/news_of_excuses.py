"""Excuses and searches behind notices: three answers of `core.notices.ports.NewsBook`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import Name
from core.diary.excuses.rules import Excuse, ExcuseState
from core.ids import NoticeId
from core.journal.calendar import in_force
from core.notices.ledger import Change, Notice
from core.notices.news.excuses import ClaimNews, DecisionNews, SearchNews
from storage.access.names import NAMES
from storage.diary.excuses import excuses_by_id
from storage.statements import IN_CLASS, WHOM
from storage.tables import SearchRow

_SEARCHES = select(
    SearchRow.id,
    SearchRow.pupil_id,
    SearchRow.day,
    SearchRow.asked_by,
    SearchRow.found_at,
    SearchRow.found_by,
).where(SearchRow.id.in_(WHOM))

_CLASSES = select(
    IN_CLASS.c.person_id, IN_CLASS.c.title, IN_CLASS.c.begins, IN_CLASS.c.ends
).where(IN_CLASS.c.person_id.in_(WHOM))


class _Search(NamedTuple):
    id: int
    pupil: int
    day: date
    asked_by: int
    found_at: datetime | None
    found_by: int | None

    def told_by(self, recipient: int) -> int | None:
        """Return who is named to the recipient: within the family nobody is."""
        if self.found_at is None:
            return self.asked_by
        return None if recipient == self.asked_by else self.found_by


@dataclass(frozen=True, slots=True)
class NewsOfExcuses:
    """What there is to say of excuses and searches; what is of another pupil is missing."""

    connection: AsyncConnection

    async def claims(self, notices: Sequence[Notice]) -> Mapping[NoticeId, ClaimNews]:
        """Return what families said of absences; what is decided already is missing.

        What they took back is told as that alone.
        """
        excuses = await self._excuses(notices)
        people = await self._names([one.guardian for one in excuses.values()], notices)
        return {
            one.id: ClaimNews(about, people[about], people[excuse.guardian], excuse)
            for one in notices
            if (excuse := excuses.get(one.id)) and excuse.state is _claimed_as(one)
            for about in [one.draft.about]
            if {about, excuse.guardian} <= people.keys()
        }

    async def decisions(self, notices: Sequence[Notice]) -> Mapping[NoticeId, DecisionNews]:
        """Return what class teachers decided."""
        excuses, people = await self._excuses(notices), await self._names((), notices)
        return {
            one.id: DecisionNews(one.draft.about, people[one.draft.about], excuses[one.id])
            for one in notices
            if one.id in excuses and one.draft.about in people
        }

    async def searches(self, notices: Sequence[Notice]) -> Mapping[NoticeId, SearchNews]:
        """Return which pupils are looked for, or were found."""
        rows = await self.connection.execute(_SEARCHES, {"asked": _subjects(notices)})
        found = {row.id: row for row in map(_Search._make, rows)}
        named = [each for row in found.values() for each in (row.asked_by, row.found_by) if each]
        people = await self._names(named, notices)
        classes = await self._classes(notices)
        return {
            one.id: SearchNews(
                about=one.draft.about,
                child=people[row.pupil],
                class_title=_title(classes, row.pupil, row.day),
                who=people.get(row.told_by(one.draft.recipient) or 0),
                day=row.day,
                found=row.found_at is not None,
                seen=row.found_at is not None and row.found_by is None,
            )
            for one in notices
            if (row := found.get(one.draft.subject))
            and row.pupil == one.draft.about
            and row.pupil in people
        }

    async def _excuses(self, notices: Sequence[Notice]) -> Mapping[NoticeId, Excuse]:
        found = {
            int(one.id): one for one in await excuses_by_id(self.connection, _subjects(notices))
        }
        return {
            one.id: excuse
            for one in notices
            if (excuse := found.get(one.draft.subject)) and excuse.claim.pupil == one.draft.about
        }

    async def _names(
        self, persons: Sequence[int], notices: Sequence[Notice]
    ) -> Mapping[int, Name]:
        asked = sorted({*persons, *(one.draft.about for one in notices)})
        rows = await self.connection.execute(NAMES, {"asked": asked})
        return {number: Name(given, family, middle) for number, given, family, middle in rows}

    async def _classes(self, notices: Sequence[Notice]) -> Sequence[Sequence[Any]]:
        asked = sorted({one.draft.about for one in notices})
        return (await self.connection.execute(_CLASSES, {"asked": asked})).all()


def _claimed_as(notice: Notice) -> ExcuseState:
    taken_back = notice.draft.change is Change.TAKEN_BACK
    return ExcuseState.WITHDRAWN if taken_back else ExcuseState.WAITING


def _title(classes: Sequence[Sequence[Any]], pupil: int, day: date) -> str:
    of_pupil = (
        title
        for number, title, begins, ends in classes
        if number == pupil and in_force(begins, ends, day)
    )
    return next(of_pupil, "")


def _subjects(notices: Sequence[Notice]) -> list[int]:
    return sorted({one.draft.subject for one in notices})

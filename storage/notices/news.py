"""The records behind notices, as they stand now. Behind `core.notices.ports.NewsBook`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import Name
from core.diary.excuses.rules import Excuse, alarms, declined_for, excuse_for, excused
from core.ids import LessonId, NoticeId, PersonId, PupilId
from core.journal.calendar import in_force
from core.journal.means import WeightedMark
from core.journal.values import AbsenceCode, MarkValue, ReasonState
from core.notices.ledger import Draft, Lane, Notice
from core.notices.news.excuses import ClaimNews, DecisionNews, SearchNews
from core.notices.news.journal import (
    AbsenceNews,
    HomeworkNews,
    MarkRecord,
    ReplacementNews,
    UnreachableNews,
)
from storage.access.names import NAMES
from storage.diary.excuses import excuses_of
from storage.notices.news_of_excuses import NewsOfExcuses
from storage.notices.news_statements import ABSENCES, BELLS, HOMEWORK, MARKS, OTHERS, REPLACEMENTS
from storage.statements import named


@dataclass(frozen=True, slots=True)
class SqlNewsBook:
    """What there is to say of each notice; one whose record is gone is missing from an answer."""

    connection: AsyncConnection

    async def marks(self, notices: Sequence[Notice]) -> Mapping[int, MarkRecord]:
        """Return the marks by their id; one whose pupil or work is gone is missing."""
        rows = await self.connection.execute(MARKS, {"asked": _subjects(notices)})
        found = [_MarkRow._make(row) for row in rows]
        dated = [row for row in found if row.begins is not None]
        others: list[_OtherRow] = []
        if dated:
            asked = {
                "asked": sorted({row.pupil for row in dated}),
                "first": min(row.begins for row in dated if row.begins),
                "last": max(row.last for row in dated),
            }
            others = [_OtherRow._make(row) for row in await self.connection.execute(OTHERS, asked)]
        return {row.id: _mark_record(row, others) for row in found}

    async def absences(self, notices: Sequence[Notice]) -> Mapping[NoticeId, AbsenceNews]:
        """Return what there is to say of each absence, only of the pupil the notice is about."""
        rows = await self.connection.execute(ABSENCES, {"asked": _subjects(notices)})
        found = {row.id: row for row in map(_AbsenceRow._make, rows)}
        excuses = await self._excuses(list(found.values()))
        courses = sorted({row.course for row in found.values()})
        bells = [
            _Bell._make(row) for row in await self.connection.execute(BELLS, {"asked": courses})
        ]
        return {
            one.id: _absence_news(row, bells, excuses, one.draft)
            for one in notices
            if (row := found.get(one.draft.subject)) and row.pupil == one.draft.about
        }

    async def _excuses(self, rows: Sequence["_AbsenceRow"]) -> Sequence[Excuse]:
        if not rows:
            return ()
        days = [row.day for row in rows]
        pupils = [row.pupil for row in rows]
        return await excuses_of(self.connection, pupils, min(days), max(days))

    async def homework(self, notices: Sequence[Notice]) -> Mapping[NoticeId, HomeworkNews]:
        """Return what there is to say of each lesson's homework."""
        rows = await self.connection.execute(HOMEWORK, {"asked": _subjects(notices)})
        found = {row.id: row for row in map(_HomeworkRow._make, rows)}
        children = await self._names([one.draft.about for one in notices])
        return {
            one.id: _homework_news(one, children[one.draft.about], found[one.draft.subject])
            for one in notices
            if one.draft.subject in found and one.draft.about in children
        }

    async def replacements(self, notices: Sequence[Notice]) -> Mapping[NoticeId, ReplacementNews]:
        """Return what there is to say of each replaced lesson."""
        rows = await self.connection.execute(REPLACEMENTS, {"asked": _subjects(notices)})
        found = {row.id: row for row in map(_ReplacementRow._make, rows)}
        children = await self._names([one.draft.about for one in notices])
        return {
            one.id: _replacement_news(one, children[one.draft.about], found[one.draft.subject])
            for one in notices
            if one.draft.subject in found and one.draft.about in children
        }

    async def unreachable(self, notices: Sequence[Notice]) -> Mapping[NoticeId, UnreachableNews]:
        """Return who cannot be reached."""
        people = await self._names([*(one.draft.about for one in notices), *_subjects(notices)])
        return {
            one.id: UnreachableNews(
                one.draft.about, people[one.draft.about], people[one.draft.subject]
            )
            for one in notices
            if one.draft.subject in people and one.draft.about in people
        }

    async def claims(self, notices: Sequence[Notice]) -> Mapping[NoticeId, ClaimNews]:
        """Return what families said of absences; what is decided already is missing."""
        return await NewsOfExcuses(self.connection).claims(notices)

    async def decisions(self, notices: Sequence[Notice]) -> Mapping[NoticeId, DecisionNews]:
        """Return what class teachers decided."""
        return await NewsOfExcuses(self.connection).decisions(notices)

    async def searches(self, notices: Sequence[Notice]) -> Mapping[NoticeId, SearchNews]:
        """Return which pupils are looked for, or were found."""
        return await NewsOfExcuses(self.connection).searches(notices)

    async def _names(self, persons: Sequence[int]) -> Mapping[int, Name]:
        rows = await self.connection.execute(NAMES, {"asked": sorted(set(persons))})
        return {number: Name(given, family, middle) for number, given, family, middle in rows}


def _subjects(notices: Sequence[Notice]) -> list[int]:
    return sorted({one.draft.subject for one in notices})


class _MarkRow(NamedTuple):
    id: int
    pupil: int
    given: str
    family: str
    middle: str
    subject: int | None
    subject_title: str
    work: str
    weight: Decimal | None
    day: date
    value: str
    gone_at: datetime | None
    begins: date | None
    next_begins: date | None

    @property
    def last(self) -> date:
        """Return the last day of the marks that count with it."""
        return self.next_begins - timedelta(days=1) if self.next_begins else date.max


class _OtherRow(NamedTuple):
    id: int
    pupil: int
    subject: int | None
    counts_on: date
    value: str
    weight: Decimal | None


def _mark_record(row: _MarkRow, others: Sequence[_OtherRow]) -> MarkRecord:
    return MarkRecord(
        pupil=PupilId(PersonId(row.pupil)),
        child=Name(row.given, row.family, row.middle),
        subject=row.subject_title,
        work=row.work,
        weight=_weight(row.weight),
        day=row.day,
        value=MarkValue(row.value) if row.gone_at is None else None,
        others=tuple(
            WeightedMark(MarkValue(other.value), _weight(other.weight))
            for other in others
            if _counts_with(row, other)
        ),
    )


def _counts_with(row: _MarkRow, other: _OtherRow) -> bool:
    return (
        other.id != row.id
        and (other.pupil, other.subject) == (row.pupil, row.subject)
        and row.begins is not None
        and in_force(row.begins, row.last, other.counts_on)
    )


def _weight(weight: Decimal | None) -> Decimal:
    return Decimal(1) if weight is None else weight


class _AbsenceRow(NamedTuple):
    id: int
    pupil: int
    given: str
    family: str
    middle: str
    subject: str
    course: int
    day: date
    number: int
    code: str
    reason: str
    gone_at: datetime | None


class _Bell(NamedTuple):
    course: int
    weekday: int
    number: int
    begins: date | None
    ends: date | None
    starts: time | None


def _absence_news(
    row: _AbsenceRow, bells: Sequence[_Bell], excuses: Sequence[Excuse], draft: Draft
) -> AbsenceNews:
    recorded = AbsenceCode(row.code), ReasonState(row.reason)
    excuse = excuse_for(excuses, row.pupil, row.day, row.number)
    code, reason = excused(*recorded, excuse)
    hour = (row.course, row.day.isoweekday(), row.number)
    starts = (
        bell.starts
        for bell in bells
        if (bell.course, bell.weekday, bell.number) == hour
        and in_force(bell.begins, bell.ends, row.day)
    )
    return AbsenceNews(
        about=PupilId(PersonId(row.pupil)),
        child=Name(row.given, row.family, row.middle),
        subject=row.subject,
        day=row.day,
        number=row.number,
        starts=next(starts, None),
        code=code,
        reason=reason,
        stands=row.gone_at is None,
        alarms=alarms(*recorded, excuse, draft.recipient),
        declined=declined_for(excuses, row.pupil, row.day, row.number),
        of_today=draft.lane is Lane.ALERT,
    )


class _HomeworkRow(NamedTuple):
    id: int
    subject: str
    day: date
    due: date | None
    text: str
    files: int


def _homework_news(notice: Notice, child: Name, row: _HomeworkRow) -> HomeworkNews:
    return HomeworkNews(
        about=notice.draft.about,
        child=child,
        subject=row.subject,
        set_on=row.day,
        due=row.due,
        text=row.text,
        changed=notice.draft.before != "",
        lesson=LessonId(row.id),
        files=row.files if row.text else 0,
    )


class _ReplacementRow(NamedTuple):
    id: int
    subject: str
    day: date
    number: int
    replaced: bool
    given: str | None
    family: str | None
    middle: str | None


def _replacement_news(notice: Notice, child: Name, row: _ReplacementRow) -> ReplacementNews:
    return ReplacementNews(
        about=notice.draft.about,
        child=child,
        subject=row.subject,
        day=row.day,
        number=row.number,
        teacher=named(row.given, row.family, row.middle),
        stands=bool(row.replaced),
    )

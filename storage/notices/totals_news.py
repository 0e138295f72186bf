"""Records behind notices of final marks and reviews. Behind `TotalsNewsBook` of core."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.access.people import Name
from core.clock import Clock, today
from core.diary.acknowledging import Acknowledged
from core.diary.totals.review import holding, sunday_of
from core.ids import NoticeId, PeriodId, PersonId, PupilId
from core.journal.marked_periods import MarkedPeriod
from core.journal.missing_marks import Scope
from core.journal.values import MarkValue, PeriodKind, PeriodMarkKind, kind_within
from core.notices.ledger import Notice
from core.notices.news.totals import (
    SCOPES,
    MissingRecord,
    NudgeRecord,
    PeriodMarkRecord,
    ReviewedNews,
    ReviewsNews,
    listed,
)
from storage.diary.reviews import SqlReviewBook
from storage.journal.missing_marks import SqlMissingMarks
from storage.statements import NAME, WHOM, enrolled_as
from storage.tables import (
    AcknowledgementRow,
    EnrolmentRow,
    GroupRow,
    GuardianshipRow,
    PeriodMarkRow,
    PeriodRow,
    PersonRow,
    SchoolRow,
    SubjectRow,
)
from storage.tables.teaching import CLASS, PUPIL, TEACHER

_PERIOD_MARKS = (
    select(
        PeriodMarkRow.id,
        PeriodMarkRow.pupil_id,
        *NAME,
        func.coalesce(SubjectRow.title, GroupRow.title),
        PeriodRow.title,
        PeriodRow.kind,
        PeriodMarkRow.kind,
        PeriodMarkRow.value,
        PeriodMarkRow.gone_at,
    )
    .join(PersonRow, PersonRow.id == PeriodMarkRow.pupil_id)
    .join(PeriodRow, PeriodRow.id == PeriodMarkRow.period_id)
    .join(GroupRow, GroupRow.id == PeriodMarkRow.course_id)
    .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .where(PeriodMarkRow.id.in_(WHOM), PersonRow.gone_at.is_(None))
)

_PEOPLE = (
    select(PersonRow.id, *NAME, SchoolRow.zone)
    .join(SchoolRow, SchoolRow.id == PersonRow.school_id)
    .where(PersonRow.id.in_(WHOM), PersonRow.gone_at.is_(None))
)

_Leads, _Learns = aliased(EnrolmentRow), aliased(EnrolmentRow)
_DAY = bindparam("today", type_=EnrolmentRow.begins.type)
_REVIEWS = (
    select(_Leads.person_id, AcknowledgementRow.subject, GroupRow.title, *NAME)
    .select_from(_Leads)
    .join(
        GroupRow,
        (GroupRow.id == _Leads.group_id) & (GroupRow.kind == CLASS) & GroupRow.gone_at.is_(None),
    )
    .join(_Learns, _Learns.group_id == GroupRow.id)
    .join(PersonRow, (PersonRow.id == _Learns.person_id) & PersonRow.gone_at.is_(None))
    .join(AcknowledgementRow, AcknowledgementRow.about_id == PersonRow.id)
    .where(
        _Leads.person_id.in_(WHOM),
        enrolled_as(_Leads, TEACHER, _DAY),
        enrolled_as(_Learns, PUPIL, _DAY),
        AcknowledgementRow.kind == Acknowledged.REVIEW.value,
        AcknowledgementRow.subject.in_(bindparam("days", expanding=True)),
    )
    .distinct()
)

_REVIEWED = select(
    AcknowledgementRow.id,
    AcknowledgementRow.about_id,
    AcknowledgementRow.person_id,
    AcknowledgementRow.subject,
).where(AcknowledgementRow.id.in_(WHOM), AcknowledgementRow.kind == Acknowledged.REVIEW.value)

_WEEK = (
    select(
        GuardianshipRow.pupil_id,
        GuardianshipRow.guardian_id,
        AcknowledgementRow.subject,
    )
    .join(PersonRow, PersonRow.id == GuardianshipRow.guardian_id)
    .outerjoin(
        AcknowledgementRow,
        (AcknowledgementRow.about_id == GuardianshipRow.pupil_id)
        & (AcknowledgementRow.person_id == GuardianshipRow.guardian_id)
        & (AcknowledgementRow.kind == Acknowledged.REVIEW.value)
        & AcknowledgementRow.subject.between(bindparam("first"), bindparam("last")),
    )
    .where(
        GuardianshipRow.pupil_id.in_(WHOM),
        GuardianshipRow.gone_at.is_(None),
        PersonRow.gone_at.is_(None),
    )
)
_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class SqlTotalsNewsBook:
    """What there is to say of each notice; one whose record is gone is missing from an answer."""

    connection: AsyncConnection
    clock: Clock

    async def period_marks_by_id(
        self, notices: Sequence[Notice]
    ) -> Mapping[int, PeriodMarkRecord]:
        """Return the final marks by their id."""
        asked = {"asked": sorted({one.draft.subject for one in notices})}
        rows = await self.connection.execute(_PERIOD_MARKS, asked)
        return {number: _record(*told) for number, *told in rows}

    async def missing(self, notices: Sequence[Notice]) -> Mapping[NoticeId, MissingRecord]:
        """Return for each notice what its period misses now, or missed at its end."""
        people = await self._people([one.draft.recipient for one in notices])
        book = SqlMissingMarks(self.connection)
        periods = await book.periods([PeriodId(one.draft.subject) for one in notices])
        asked = defaultdict[tuple[PersonId, Scope], list[MarkedPeriod]](list)
        for one in notices:
            if one.draft.recipient in people and one.draft.subject in periods:
                hearer = one.draft.recipient, SCOPES[one.draft.kind]
                asked[hearer].append(periods[PeriodId(one.draft.subject)])
        gaps = {
            (person, scope): await book.gaps_of(some, self._today(people[person]), person, scope)
            for (person, scope), some in asked.items()
        }
        return {
            one.id: MissingRecord(
                people[one.draft.recipient][0], periods[period], tuple(found.get(period, ()))
            )
            for one in notices
            if (period := PeriodId(one.draft.subject)) in periods
            if (found := gaps.get((one.draft.recipient, SCOPES[one.draft.kind]))) is not None
        }

    async def reviewed(self, notices: Sequence[Notice]) -> Mapping[NoticeId, ReviewedNews]:
        """Return who reviewed, and on which day."""
        asked = {"asked": sorted({one.draft.subject for one in notices})}
        rows = (await self.connection.execute(_REVIEWED, asked)).all()
        people = await self._people([person for _, *both, _ in rows for person in both])
        told = {
            number: ReviewedNews(
                PupilId(PersonId(about)), people[about][0], people[by][0], date.fromordinal(day)
            )
            for number, about, by, day in rows
            if about in people and by in people
        }
        return {
            one.id: news
            for one in notices
            # A review of somebody else is nobody's business here, however it got its number.
            if (news := told.get(one.draft.subject)) and news.about == one.draft.about
        }

    async def reviews_of_day(self, notices: Sequence[Notice]) -> Mapping[NoticeId, ReviewsNews]:
        """Return whose totals were reviewed on a day in the classes that the recipient leads."""
        people = await self._people([one.draft.recipient for one in notices])
        by_today = defaultdict[date, list[int]](list)
        for person, told in people.items():
            by_today[self._today(told)].append(person)
        days = sorted({one.draft.subject for one in notices})
        pupils = defaultdict[tuple[int, int], list[tuple[str, Name]]](list)
        for now, persons in by_today.items():
            asked = {"asked": persons, "today": now, "days": days}
            for person, day, title, *of in await self.connection.execute(_REVIEWS, asked):
                pupils[person, day].append((title, Name(*of)))
        return {
            one.id: ReviewsNews(
                one.draft.about,
                people[one.draft.recipient][0],
                date.fromordinal(one.draft.subject),
                listed(pupils[one.draft.recipient, one.draft.subject]),
            )
            for one in notices
            if one.draft.recipient in people
        }

    async def nudges(self, notices: Sequence[Notice]) -> Mapping[NoticeId, NudgeRecord]:
        """Return the reviews of the week that begins on the notice's day."""
        people = await self._people([one.draft.about for one in notices])
        weeks = defaultdict[int, set[int]](set)
        for one in notices:
            weeks[one.draft.subject].add(one.draft.about)
        reviews = {monday: await self._week(monday, some) for monday, some in weeks.items()}
        on_paper = {monday: await self._on_paper(monday, some) for monday, some in weeks.items()}
        return {
            one.id: NudgeRecord(
                people[one.draft.about][0],
                reviews[one.draft.subject].get(one.draft.about, {}),
                one.draft.about in on_paper[one.draft.subject],
            )
            for one in notices
            if one.draft.about in people
        }

    async def _week(
        self, monday: int, pupils: Collection[int]
    ) -> Mapping[int, dict[PersonId, set[date]]]:
        asked = {"asked": sorted(pupils), "first": monday, "last": monday + _SUNDAY}
        found = dict[int, dict[PersonId, set[date]]]()
        for pupil, guardian, day in await self.connection.execute(_WEEK, asked):
            days = found.setdefault(pupil, {}).setdefault(PersonId(guardian), set())
            if day is not None:
                days.add(date.fromordinal(day))
        return found

    async def _on_paper(self, monday: int, pupils: Collection[int]) -> Collection[PupilId]:
        first = date.fromordinal(monday)
        asked = [PupilId(PersonId(one)) for one in sorted(pupils)]
        book = SqlReviewBook(self.connection)
        return holding(await book.on_paper(asked, first, sunday_of(first)), first)

    def _today(self, person: tuple[Name, ZoneInfo]) -> date:
        return today(self.clock, person[1])

    async def _people(self, persons: Sequence[int]) -> Mapping[int, tuple[Name, ZoneInfo]]:
        rows = await self.connection.execute(_PEOPLE, {"asked": sorted(set(persons))})
        return {number: (Name(*name), ZoneInfo(zone)) for number, *name, zone in rows}


def _record(  # noqa: PLR0913, PLR0917 - a row
    pupil: int,
    given: str,
    family: str,
    middle: str,
    subject: str,
    period: str,
    period_kind: str,
    kind: str,
    value: str,
    gone_at: datetime | None,
) -> PeriodMarkRecord:
    return PeriodMarkRecord(
        pupil=PupilId(PersonId(pupil)),
        child=Name(given, family, middle),
        subject=subject,
        period=period,
        kind=kind_within(PeriodMarkKind(kind), PeriodKind(period_kind)),
        value=MarkValue(value) if gone_at is None else None,
    )

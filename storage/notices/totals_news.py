"""Records behind notices of final marks and reviews. Behind `TotalsNewsBook` of core."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.access.people import Name
from core.clock import Clock, today
from core.diary.acknowledging import Acknowledged
from core.ids import NoticeId, PeriodId, PersonId, PupilId
from core.journal.values import MarkValue, PeriodMarkKind
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
    select(GroupRow.title, *NAME)
    .select_from(_Leads)
    .join(
        GroupRow,
        (GroupRow.id == _Leads.group_id) & (GroupRow.kind == CLASS) & GroupRow.gone_at.is_(None),
    )
    .join(_Learns, _Learns.group_id == GroupRow.id)
    .join(PersonRow, (PersonRow.id == _Learns.person_id) & PersonRow.gone_at.is_(None))
    .join(AcknowledgementRow, AcknowledgementRow.about_id == PersonRow.id)
    .where(
        _Leads.person_id == bindparam("person"),
        enrolled_as(_Leads, TEACHER, _DAY),
        enrolled_as(_Learns, PUPIL, _DAY),
        AcknowledgementRow.kind == Acknowledged.REVIEW.value,
        AcknowledgementRow.subject == bindparam("day"),
    )
    .distinct()
)

_REVIEWED = select(
    AcknowledgementRow.id,
    AcknowledgementRow.about_id,
    AcknowledgementRow.person_id,
    AcknowledgementRow.subject,
).where(
    AcknowledgementRow.id.in_(WHOM), AcknowledgementRow.kind == Acknowledged.REVIEW.value
)

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
        found = dict[NoticeId, MissingRecord]()
        for one in notices:
            period = await book.period(PeriodId(one.draft.subject))
            if one.draft.recipient in people and period is not None:
                name, zone = people[one.draft.recipient]
                day, scope = min(today(self.clock, zone), period.ends), SCOPES[one.draft.kind]
                gaps = await book.gaps_of(period.id, day, one.draft.recipient, scope)
                found[one.id] = MissingRecord(name, period, tuple(gaps))
        return found

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
        found = dict[NoticeId, ReviewsNews]()
        for one in notices:
            draft = one.draft
            if draft.recipient in people:
                name, zone = people[draft.recipient]
                now = today(self.clock, zone)
                asked = {"person": draft.recipient, "today": now, "day": draft.subject}
                rows = await self.connection.execute(_REVIEWS, asked)
                pupils = listed((title, Name(*of)) for title, *of in rows)
                day = date.fromordinal(draft.subject)
                found[one.id] = ReviewsNews(draft.about, name, day, pupils)
        return found

    async def nudges(self, notices: Sequence[Notice]) -> Mapping[NoticeId, NudgeRecord]:
        """Return the reviews of the week that begins on the notice's day."""
        people = await self._people([one.draft.about for one in notices])
        found = dict[NoticeId, NudgeRecord]()
        for one in notices:
            about, monday = one.draft.about, one.draft.subject
            if about not in people:
                continue
            asked = {"asked": [about], "first": monday, "last": monday + _SUNDAY}
            reviews = defaultdict[PersonId, set[date]](set)
            for _, guardian, day in await self.connection.execute(_WEEK, asked):
                days = reviews[PersonId(guardian)]
                if day is not None:
                    days.add(date.fromordinal(day))
            found[one.id] = NudgeRecord(people[about][0], dict(reviews))
        return found

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
    kind: str,
    value: str,
    gone_at: datetime | None,
) -> PeriodMarkRecord:
    return PeriodMarkRecord(
        pupil=PupilId(PersonId(pupil)),
        child=Name(given, family, middle),
        subject=subject,
        period=period,
        kind=PeriodMarkKind(kind),
        value=MarkValue(value) if gone_at is None else None,
    )

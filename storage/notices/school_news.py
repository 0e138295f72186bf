"""The records behind the school's notices. Behind `core.notices.news.school.SchoolNewsBook`."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Executable, and_, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.access.people import Name
from core.ids import CheckId, NoticeId
from core.journal.calendar import in_force
from core.journal.remarks.remark import RemarkKind
from core.journal.values import LessonState
from core.notices.ledger import Notice, NoticeKind
from core.notices.news.school import (
    AnnouncementNews,
    CheckNews,
    ControlWorkNews,
    EventNews,
    MoveNews,
    RecommendationNews,
    RemarkNews,
    SchoolNews,
)
from storage.access.names import NAMES
from storage.statements import IN_CLASS, NAME, WHOM, named
from storage.tables import (
    AbsenceCheckRow,
    AnnouncementRow,
    CategoryRow,
    EventClassRow,
    EventRow,
    GroupRow,
    LessonRow,
    PersonRow,
    RecommendationRow,
    RemarkRow,
    SchoolRow,
    SubjectRow,
    WorkRow,
)

_TITLE = func.coalesce(SubjectRow.title, GroupRow.title)
_IS_MOVED = LessonRow.moved_from_day.is_not(None)

_EVENTS = (
    select(
        EventRow.id,
        EventRow.title,
        EventRow.text,
        EventRow.begins,
        EventRow.ends,
        EventRow.gone_at.is_(None),
        SchoolRow.zone,
        EventClassRow.class_id,
    )
    .join(SchoolRow, SchoolRow.id == EventRow.school_id)
    .outerjoin(EventClassRow, EventClassRow.event_id == EventRow.id)
    .where(EventRow.id.in_(WHOM))
)

_CLASSES = select(IN_CLASS.c.person_id, IN_CLASS.c.id, IN_CLASS.c.begins, IN_CLASS.c.ends).where(
    IN_CLASS.c.person_id.in_(WHOM)
)

_LESSON = (
    select(LessonRow.id, _TITLE)
    .join(GroupRow, GroupRow.id == LessonRow.course_id)
    .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .where(
        LessonRow.id.in_(WHOM),
        LessonRow.gone_at.is_(None),
        LessonRow.state != LessonState.CANCELLED.value,
    )
)

_MOVES = _LESSON.add_columns(
    LessonRow.moved_from_day,
    case((_IS_MOVED, LessonRow.moved_from_number)),
    LessonRow.day,
    LessonRow.number,
)

_CONTROL_LESSONS = _LESSON.add_columns(
    CategoryRow.title, LessonRow.topic, LessonRow.day, LessonRow.number
).join(CategoryRow, CategoryRow.id == LessonRow.category_id)

# A control work moves, and is cancelled, with its lesson.
_CONTROL_WORKS = (
    select(
        WorkRow.id,
        _TITLE,
        CategoryRow.title,
        WorkRow.title,
        func.coalesce(LessonRow.day, WorkRow.day),
        LessonRow.number,
    )
    .join(GroupRow, GroupRow.id == WorkRow.course_id)
    .join(CategoryRow, CategoryRow.id == WorkRow.category_id)
    .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .outerjoin(LessonRow, and_(LessonRow.id == WorkRow.lesson_id, LessonRow.gone_at.is_(None)))
    .where(
        WorkRow.id.in_(WHOM),
        WorkRow.gone_at.is_(None),
        or_(LessonRow.id.is_(None), LessonRow.state != LessonState.CANCELLED.value),
    )
)

_RECOMMENDATIONS = (
    select(RecommendationRow.id, _TITLE, *NAME, RecommendationRow.text, LessonRow.day)
    .join(LessonRow, LessonRow.id == RecommendationRow.lesson_id)
    .join(GroupRow, GroupRow.id == LessonRow.course_id)
    .join(PersonRow, PersonRow.id == RecommendationRow.by_id)
    .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .where(RecommendationRow.id.in_(WHOM), LessonRow.gone_at.is_(None))
)

_ANNOUNCEMENTS = (
    select(AnnouncementRow.id, SchoolRow.name, AnnouncementRow.text, AnnouncementRow.day)
    .join(SchoolRow, SchoolRow.id == AnnouncementRow.school_id)
    .where(AnnouncementRow.id.in_(WHOM), AnnouncementRow.gone_at.is_(None))
)

_REMARKS = (
    select(
        RemarkRow.id,
        RemarkRow.kind,
        RemarkRow.text,
        RemarkRow.day,
        RemarkRow.gone_at.is_(None),
        *NAME,
    )
    .join(PersonRow, PersonRow.id == RemarkRow.by_id)
    .where(RemarkRow.id.in_(WHOM))
)

_CLASS = aliased(GroupRow)
_CHECKS = (
    select(AbsenceCheckRow.id, _CLASS.title, _TITLE, AbsenceCheckRow.monday)
    .join(_CLASS, _CLASS.id == AbsenceCheckRow.class_id)
    .join(GroupRow, GroupRow.id == AbsenceCheckRow.course_id)
    .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    # What was answered or ticked off before it was told needs no telling.
    .where(AbsenceCheckRow.id.in_(WHOM), AbsenceCheckRow.state == "asked")
)

_Tell = Callable[[Notice, Name], SchoolNews]


@dataclass(frozen=True, slots=True)
class SqlSchoolNewsBook:
    """What there is to say of each notice of the school's life."""

    connection: AsyncConnection

    async def told(
        self, kind: NoticeKind, notices: Sequence[Notice]
    ) -> Mapping[NoticeId, SchoolNews]:
        """Return what there is to say of each; one whose record is gone for good is missing."""
        found = await self._events(notices) if kind is NoticeKind.EVENT else None
        if found is None:
            statement, told = _PLAIN[kind]
            found = {row[0]: told(*row[1:]) for row in await self._rows(statement, notices)}
        about = sorted({one.draft.about for one in notices})
        rows = await self.connection.execute(NAMES, {"asked": about})
        children = {number: Name(*name) for number, *name in rows}
        return {
            one.id: found[one.draft.subject](one, children[one.draft.about])
            for one in notices
            if one.draft.subject in found and one.draft.about in children
        }

    async def _rows(self, statement: Executable, notices: Sequence[Notice]) -> Sequence[Any]:
        asked = {"asked": sorted({one.draft.subject for one in notices})}
        return list(await self.connection.execute(statement, asked))

    async def _events(self, notices: Sequence[Notice]) -> Mapping[int, "_Tell"]:
        rows = await self._rows(_EVENTS, notices)
        events = {row[0]: _Event._make(row[:-1]) for row in rows}
        links = defaultdict[int, set[int]](set)
        for number, *_, class_id in rows:
            links[number].update([] if class_id is None else [class_id])
        asked = {"asked": sorted({one.draft.about for one in notices})}
        classes = [_InClass._make(row) for row in await self.connection.execute(_CLASSES, asked)]
        return {one: _event_told(event, links[one], classes) for one, event in events.items()}


class _Event(NamedTuple):
    id: int
    title: str
    text: str
    begins: date
    ends: date
    stands: bool
    zone: str


class _InClass(NamedTuple):
    pupil: int
    class_id: int
    begins: date | None
    ends: date | None


def _event_told(event: _Event, of: set[int], classes: Sequence[_InClass]) -> _Tell:
    def tell(notice: Notice, child: Name) -> SchoolNews:
        day = notice.draft.happened_at.astimezone(ZoneInfo(event.zone)).date()
        own = {
            one.class_id
            for one in classes
            if one.pupil == notice.draft.about and in_force(one.begins, one.ends, day)
        }
        return EventNews(
            about=notice.draft.about,
            child=child,
            title=event.title,
            text=event.text,
            begins=event.begins,
            ends=event.ends,
            of_school=not of,
            change=notice.draft.change,
            stands=bool(event.stands) and (not of or bool(of & own)),
        )

    return tell


def _move_told(
    subject: str, from_day: date | None, from_number: int | None, day: date, number: int
) -> _Tell:
    return lambda notice, child: MoveNews(
        notice.draft.about, child, subject, from_day, from_number, day, number
    )


def _control_told(subject: str, kind: str, title: str, day: date, number: int | None) -> _Tell:
    return lambda notice, child: ControlWorkNews(
        notice.draft.about, child, subject, kind, title, day, number
    )


def _recommendation_told(
    subject: str, given: str, family: str, middle: str, text: str, day: date
) -> _Tell:
    teacher = named(given, family, middle)
    return lambda notice, child: RecommendationNews(
        notice.draft.about, child, subject, teacher, text, day
    )


def _remark_told(kind: str, text: str, day: date, stands: bool, *author: str) -> _Tell:  # noqa: FBT001 - a column
    return lambda notice, child: RemarkNews(
        notice.draft.about,
        child,
        RemarkKind(kind),
        text,
        named(*author),
        day,
        notice.draft.change,
        bool(stands),
    )


def _check_told(class_title: str, subject: str, monday: date) -> _Tell:
    return lambda notice, child: CheckNews(
        notice.draft.about, child, CheckId(notice.draft.subject), class_title, subject, monday
    )


def _announcement_told(school: str, text: str, day: date) -> _Tell:
    return lambda notice, child: AnnouncementNews(notice.draft.about, child, school, text, day)


_PLAIN: Final[Mapping[NoticeKind, tuple[Executable, Callable[..., _Tell]]]] = {
    NoticeKind.MOVE: (_MOVES, _move_told),
    NoticeKind.CONTROL_WORK: (_CONTROL_WORKS, _control_told),
    NoticeKind.CONTROL_LESSON: (_CONTROL_LESSONS, _control_told),
    NoticeKind.RECOMMENDATION: (_RECOMMENDATIONS, _recommendation_told),
    NoticeKind.ANNOUNCEMENT: (_ANNOUNCEMENTS, _announcement_told),
    NoticeKind.REMARK: (_REMARKS, _remark_told),
    NoticeKind.ABSENCE_CHECK: (_CHECKS, _check_told),
}
"""Kinds of which one statement says all: it, and what makes news of a row without its number."""

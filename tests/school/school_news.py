"""The records behind the school's notices in memory: `SchoolNewsBook` and `ClassAudience`."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from core.access.people import Name
from core.clock import Clock
from core.ids import CheckId, ClassId, NoticeId, PersonId, PupilId, SchoolId
from core.journal.remarks.remark import RemarkKind
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
from tests.school import records
from tests.school.class_life import classes_of
from tests.school.people import MemoryDirectory, name_of
from tests.school.teaching import holds, subject_of
from tests.school.world import World


@dataclass(frozen=True)
class MemorySchoolNewsBook:
    world: World

    async def told(
        self, kind: NoticeKind, notices: Sequence[Notice]
    ) -> Mapping[NoticeId, SchoolNews]:
        tell = {
            NoticeKind.EVENT: self._event,
            NoticeKind.MOVE: self._move,
            NoticeKind.CONTROL_WORK: self._control_work,
            NoticeKind.CONTROL_LESSON: self._control_lesson,
            NoticeKind.RECOMMENDATION: self._recommendation,
            NoticeKind.ANNOUNCEMENT: self._announcement,
            NoticeKind.REMARK: self._remark,
            NoticeKind.ABSENCE_CHECK: self._check,
        }[kind]
        return {
            one.id: news
            for one in notices
            if (child := self.world.standing(records.Person, one.draft.about))
            and (news := tell(one, name_of(child)))
        }

    def _event(self, notice: Notice, child: Name) -> SchoolNews | None:
        event = self.world.get(records.Event, notice.draft.subject)
        if event is None:
            return None
        classes = classes_of(self.world, event.id)
        zone = ZoneInfo(self.world.get(records.School, event.school_id).zone)
        day = notice.draft.happened_at.astimezone(zone).date()
        own = {
            one.group_id
            for one in self.world.all(
                records.Enrolment, lambda it: it.person_id == notice.draft.about
            )
            if one.role == "pupil" and holds(one, day)
        }
        return EventNews(
            about=notice.draft.about,
            child=child,
            title=event.title,
            text=event.text,
            begins=event.begins,
            ends=event.ends,
            of_school=not classes,
            change=notice.draft.change,
            stands=event.gone_at is None and (not classes or bool(classes & own)),
        )

    def _lesson(self, notice: Notice) -> records.Lesson | None:
        found = self.world.standing(records.Lesson, notice.draft.subject)
        return found if found and found.state != "cancelled" else None

    def _move(self, notice: Notice, child: Name) -> SchoolNews | None:
        lesson = self._lesson(notice)
        return lesson and MoveNews(
            notice.draft.about,
            child,
            subject_of(self.world, lesson.course_id).title,
            lesson.moved_from_day,
            lesson.moved_from_number,
            lesson.day,
            lesson.number,
        )

    def _control_work(self, notice: Notice, child: Name) -> SchoolNews | None:
        work = self.world.standing(records.Work, notice.draft.subject)
        if work is None:
            return None
        lesson = self.world.standing(records.Lesson, work.lesson_id)
        if lesson and lesson.state == "cancelled":
            return None
        return ControlWorkNews(
            notice.draft.about,
            child,
            subject_of(self.world, work.course_id).title,
            self.world.get(records.Category, work.category_id).title,
            work.title,
            lesson.day if lesson else work.day,
            lesson.number if lesson else None,
        )

    def _control_lesson(self, notice: Notice, child: Name) -> SchoolNews | None:
        lesson = self._lesson(notice)
        return lesson and ControlWorkNews(
            notice.draft.about,
            child,
            subject_of(self.world, lesson.course_id).title,
            self.world.get(records.Category, lesson.category_id).title,
            lesson.topic,
            lesson.day,
            lesson.number,
        )

    def _recommendation(self, notice: Notice, child: Name) -> SchoolNews | None:
        found = self.world.get(records.Recommendation, notice.draft.subject)
        lesson = self.world.standing(records.Lesson, found.lesson_id) if found else None
        return lesson and RecommendationNews(
            notice.draft.about,
            child,
            subject_of(self.world, lesson.course_id).title,
            name_of(self.world.get(records.Person, found.by_id)),
            found.text,
            lesson.day,
        )

    def _check(self, notice: Notice, child: Name) -> SchoolNews | None:
        found = self.world.get(records.AbsenceCheck, notice.draft.subject)
        if found is None or found.state != "asked":
            return None
        return CheckNews(
            notice.draft.about,
            child,
            CheckId(found.id),
            self.world.get(records.Group, found.class_id).title,
            subject_of(self.world, found.course_id).title,
            found.monday,
        )

    def _remark(self, notice: Notice, child: Name) -> SchoolNews | None:
        found = self.world.get(records.Remark, notice.draft.subject)
        return found and RemarkNews(
            notice.draft.about,
            child,
            RemarkKind(found.kind),
            found.text,
            name_of(self.world.get(records.Person, found.by_id)),
            found.day,
            notice.draft.change,
            found.gone_at is None,
        )

    def _announcement(self, notice: Notice, child: Name) -> SchoolNews | None:
        found = self.world.get(records.Announcement, notice.draft.subject)
        school = self.world.get(records.School, found.school_id) if found else None
        return school and AnnouncementNews(
            notice.draft.about, child, school.name, found.text, found.day
        )


@dataclass(frozen=True)
class MemoryClassAudience:
    world: World
    clock: Clock

    async def by_class(self, school: SchoolId) -> Mapping[ClassId, Sequence[PupilId]]:
        directory = MemoryDirectory(self.world, self.clock)
        found = defaultdict(list)
        for one in self.world.all(records.Person, lambda it: it.school_id == school):
            if own := directory.class_of(one.id):
                found[ClassId(own.id)].append(PupilId(PersonId(one.id)))
        return found

"""The records behind notices in memory: `NewsBook`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.access.people import Name
from core.diary.excuses.rules import Excuse, ExcuseState, declined_for
from core.ids import LessonId, NoticeId, PersonId, PupilId
from core.journal.means import WeightedMark
from core.journal.values import MarkValue
from core.notices.ledger import Change, Draft, Lane, Notice
from core.notices.news.excuses import ClaimNews, DecisionNews, SearchNews
from core.notices.news.journal import (
    AbsenceNews,
    HomeworkNews,
    MarkRecord,
    ReplacementNews,
    UnreachableNews,
)
from tests.school import records
from tests.school.excuses import KeptSearch, alarms_as_shown, as_shown, excuses_in
from tests.school.journal import weight_of
from tests.school.people import name_of
from tests.school.teaching import day_counted, holds, subject_of
from tests.school.world import World


@dataclass(frozen=True)
class MemoryNewsBook:
    world: World

    async def marks(self, notices: Sequence[Notice]) -> Mapping[int, MarkRecord]:
        found = {}
        for one in notices:
            mark = self.world.get(records.Mark, one.draft.subject)
            work = self.world.get(records.Work, mark.work_id) if mark else None
            pupil = self.world.standing(records.Person, mark.pupil_id) if mark else None
            if work and pupil and (mark.gone_at or not work.gone_at):
                found[mark.id] = self._mark(mark, work, pupil)
        return found

    def _mark(self, mark: records.Mark, work: records.Work, pupil: records.Person) -> MarkRecord:
        return MarkRecord(
            pupil=PupilId(PersonId(mark.pupil_id)),
            child=name_of(pupil),
            subject=subject_of(self.world, work.course_id).title,
            work=work.title,
            weight=weight_of(self.world, work),
            day=work.day,
            value=MarkValue(mark.value) if mark.gone_at is None else None,
            others=tuple(self._others(mark, work)),
        )

    def _others(self, mark: records.Mark, work: records.Work) -> list[WeightedMark]:
        period = self._period(work)
        subject = subject_of(self.world, work.course_id)
        found = [
            (of.day, other.id, WeightedMark(MarkValue(other.value), weight_of(self.world, of)))
            for other in self.world.all(records.Mark, lambda it: it.pupil_id == mark.pupil_id)
            if other.id != mark.id
            and (of := self.world.standing(records.Work, other.work_id))
            and period
            and self._counts_in(period, of)
            and subject_of(self.world, of.course_id) == subject
        ]
        return [counted for _, _, counted in sorted(found, key=lambda it: it[:2])]

    def _counts_in(self, period: records.Period, work: records.Work) -> bool:
        beside = self.world.all(records.Period, lambda it: it.kind == period.kind)
        later = [one.begins for one in beside if one.begins > period.begins]
        return period.begins <= day_counted(self.world, work) < min(later, default=date.max)

    def _period(self, work: records.Work) -> records.Period | None:
        terms = self.world.all(records.GroupTerm, lambda it: it.group_id == work.course_id)
        periods = [self.world.standing(records.Period, term.period_id) for term in terms]
        day = day_counted(self.world, work)
        begun = [one for one in periods if one and one.kind != "year" and one.begins <= day]
        last = max(begun, key=lambda it: (it.begins, it.kind, -it.id), default=None)
        return last or self.world.standing(records.Period, work.period_id)

    async def absences(self, notices: Sequence[Notice]) -> Mapping[NoticeId, AbsenceNews]:
        found = {}
        for one in notices:
            absence = self.world.get(records.Absence, one.draft.subject)
            pupil = self.world.standing(records.Person, absence.pupil_id) if absence else None
            if pupil and pupil.id == one.draft.about:
                found[one.id] = self._absence(absence, pupil, one.draft)
        return found

    def _absence(
        self, absence: records.Absence, pupil: records.Person, draft: Draft
    ) -> AbsenceNews:
        lesson = self.world.get(records.Lesson, absence.lesson_id)
        hour = (lesson.course_id, lesson.day.isoweekday(), lesson.number)
        bells = self.world.all(
            records.Timetable,
            lambda it: (it.course_id, it.weekday, it.number) == hour and holds(it, lesson.day),
        )
        return AbsenceNews(
            about=PupilId(PersonId(pupil.id)),
            child=name_of(pupil),
            subject=subject_of(self.world, lesson.course_id).title,
            day=lesson.day,
            number=lesson.number,
            starts=next((bell.starts for bell in bells), None),
            code=as_shown(self.world, absence, lesson)[0],
            reason=as_shown(self.world, absence, lesson)[1],
            stands=absence.gone_at is None,
            alarms=alarms_as_shown(self.world, absence, lesson, draft.recipient),
            declined=declined_for(excuses_in(self.world), pupil.id, lesson.day, lesson.number),
            of_today=draft.lane is Lane.ALERT,
        )

    async def homework(self, notices: Sequence[Notice]) -> Mapping[NoticeId, HomeworkNews]:
        return {
            one.id: HomeworkNews(
                about=one.draft.about,
                child=child,
                subject=subject_of(self.world, lesson.course_id).title,
                set_on=lesson.day,
                due=None if lesson.gone_at else lesson.homework_due,
                text="" if lesson.gone_at else lesson.homework,
                changed=one.draft.before != "",
                lesson=LessonId(lesson.id),
                files=self._files(lesson),
            )
            for one in notices
            if (lesson := self.world.get(records.Lesson, one.draft.subject))
            and (child := self._name(one.draft.about))
        }

    def _files(self, lesson: records.Lesson) -> int:
        found = self.world.all(records.Attachment, lambda it: it.lesson_id == lesson.id)
        return 0 if lesson.gone_at or not lesson.homework else len(list(found))

    async def replacements(self, notices: Sequence[Notice]) -> Mapping[NoticeId, ReplacementNews]:
        return {
            one.id: ReplacementNews(
                about=one.draft.about,
                child=child,
                subject=subject_of(self.world, lesson.course_id).title,
                day=lesson.day,
                number=lesson.number,
                teacher=self._name(lesson.teacher_id),
                stands=lesson.replaces_id is not None,
            )
            for one in notices
            if (lesson := self.world.standing(records.Lesson, one.draft.subject))
            and lesson.state != "cancelled"
            and (child := self._name(one.draft.about))
        }

    async def unreachable(self, notices: Sequence[Notice]) -> Mapping[NoticeId, UnreachableNews]:
        return {
            one.id: UnreachableNews(one.draft.about, child, who)
            for one in notices
            if (child := self._name(one.draft.about)) and (who := self._name(one.draft.subject))
        }

    async def claims(self, notices: Sequence[Notice]) -> Mapping[NoticeId, ClaimNews]:
        return {
            one.id: ClaimNews(one.draft.about, child, who, excuse)
            for one, child, excuse in self._excuses(notices)
            if excuse.state is _claimed_as(one) and (who := self._name(excuse.guardian))
        }

    async def decisions(self, notices: Sequence[Notice]) -> Mapping[NoticeId, DecisionNews]:
        return {
            one.id: DecisionNews(one.draft.about, child, excuse)
            for one, child, excuse in self._excuses(notices)
        }

    def _excuses(self, notices: Sequence[Notice]) -> list[tuple[Notice, Name, Excuse]]:
        found = {int(one.id): one for one in excuses_in(self.world)}
        return [
            (one, child, excuse)
            for one in notices
            if (excuse := found.get(one.draft.subject))
            and excuse.claim.pupil == one.draft.about
            and (child := self._name(one.draft.about))
        ]

    async def searches(self, notices: Sequence[Notice]) -> Mapping[NoticeId, SearchNews]:
        return {
            one.id: SearchNews(
                about=one.draft.about,
                child=child,
                class_title=self._class(one.draft.about, kept.search.day),
                who=self._name(_told_by(kept, one.draft.recipient)),
                day=kept.search.day,
                found=kept.search.found,
                seen=kept.search.found and kept.found_by is None,
            )
            for one in notices
            if (kept := self.world.get(KeptSearch, one.draft.subject))
            and kept.search.pupil == one.draft.about
            and (child := self._name(one.draft.about))
        }

    def _class(self, pupil: int, day: date) -> str:
        of_pupil = self.world.all(
            records.Enrolment, lambda it: (it.person_id, it.role) == (pupil, "pupil")
        )
        there = [
            self.world.get(records.Group, one.group_id) for one in of_pupil if holds(one, day)
        ]
        return next((one.title for one in there if one.kind == "class"), "")

    def _name(self, person: int | None) -> Name | None:
        found = self.world.standing(records.Person, person)
        return name_of(found) if found else None


def _claimed_as(notice: Notice) -> ExcuseState:
    taken_back = notice.draft.change is Change.TAKEN_BACK
    return ExcuseState.WITHDRAWN if taken_back else ExcuseState.WAITING


def _told_by(kept: KeptSearch, recipient: PersonId) -> PersonId | None:
    if not kept.search.found:
        return kept.search.asked_by
    return None if recipient == kept.search.asked_by else kept.found_by

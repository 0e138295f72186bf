"""The class teacher verifies missed lessons with the subject teachers, week by week (W1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Final
from zoneinfo import ZoneInfo

from core.access.gate import SchoolClasses, closed_to, must_take_charge
from core.access.people import Actor, Child, LedClass, Member
from core.clock import Clock, today
from core.errors import NotFound
from core.facts import Facts, Origin
from core.ids import CheckId, ClassId, CourseId
from core.journal.school_facts import AbsencesQuestioned
from core.journal.values import AbsenceCode
from core.reports.checks import (
    AbsenceCheck,
    AbsenceChecks,
    CheckDecided,
    CheckState,
    Step,
    SubjectTeacher,
)
from core.reports.ports import Missed, ReportBook, Stay

_WEEK: Final = timedelta(days=7)
_SUNDAY: Final = timedelta(days=6)
_SHOWN: Final = 8
"""So much of a digest goes with a button: what is answered is what was shown."""


@dataclass(frozen=True, slots=True)
class CourseAbsences:
    """What a class missed of a course in a week; `check` is None where nothing was asked.

    `digest` is of these absences: an answer given over others is none about these.
    """

    course: CourseId
    title: str
    missed: tuple[Missed, ...]
    teachers: tuple[SubjectTeacher, ...]
    digest: str
    check: AbsenceCheck | None = None

    @property
    def shown(self) -> str:
        """Return what a button carries of these absences."""
        return self.digest[:_SHOWN]

    @property
    def state(self) -> CheckState | None:
        """Return where it stands; None where nothing was asked, or said, about these absences."""
        return self.check.state if self.check and not self.is_changed else None

    @property
    def is_changed(self) -> bool:
        """Say whether the absences are others than those that were answered or ticked off."""
        return self.check is not None and not self.check.holds(self.digest)

    @property
    def is_verified(self) -> bool:
        """Say whether the class teacher ticked them off."""
        return self.state is CheckState.VERIFIED

    @property
    def may_be_asked(self) -> bool:
        """Say whether who teaches it may be asked: for the first time, or anew."""
        return bool(self.teachers) and self.state is None


@dataclass(frozen=True, slots=True)
class MissedWeek:
    """A class's week by course, with the pupils whose absences these are."""

    member: Member
    led: LedClass
    monday: date
    today: date
    children: dict[int, Child]
    courses: tuple[CourseAbsences, ...]

    def of(self, course: CourseId) -> CourseAbsences:
        """Return one course; raise NotFound where nobody missed it any more."""
        for one in self.courses:
            if one.course == course:
                return one
        raise NotFound


@dataclass(frozen=True, slots=True)
class WeekOfAbsences:
    """Gathers what a class missed in a week: late is not missed.

    The class is who was in it on the day of the lesson: who has left since takes nothing along.
    """

    reports: ReportBook
    checks: AbsenceChecks

    async def __call__(
        self, class_id: ClassId, monday: date
    ) -> tuple[dict[int, Child], tuple[CourseAbsences, ...]]:
        """Return the pupils by number, and what they missed by course."""
        sunday = monday + _SUNDAY
        found = await self.reports.stays([class_id], monday, sunday)
        stays = [one for one in found if one.class_id == class_id]
        children = {int(one.pupil): Child(one.pupil, one.name, one.class_title) for one in stays}
        pupils = [one.pupil for one in children.values()]
        missed = [
            one
            for one in await self.reports.missed(pupils, monday, sunday)
            if one.code is not AbsenceCode.LATE and _was_there(stays, one)
        ]
        titles = {one.course: one.subject_title for one in missed}
        teachers = await self.checks.teachers(sorted(titles), monday, sunday)
        checks = {one.course: one for one in await self.checks.of_week(class_id, monday)}
        return children, tuple(
            CourseAbsences(
                course,
                title,
                of_course := tuple(one for one in missed if one.course == course),
                tuple(teachers.get(course, ())),
                digest_of(of_course),
                checks.get(course),
            )
            for course, title in sorted(titles.items(), key=lambda it: (it[1], it[0]))
        )

    async def take(self, view: MissedWeek, of: CourseAbsences, step: Step) -> CheckId | None:
        """Keep a step over absences as they were read; return None where others were faster."""
        if of.check is None:
            head = (view.member.school, view.led.id, of.course, view.monday)
            return await self.checks.begin(*head, step)
        return of.check.id if await self.checks.move(of.check, step) else None


@dataclass(frozen=True, slots=True)
class ReadMissedWeek:
    """The class teacher, or who stands in, opens the missed lessons of a week."""

    week: WeekOfAbsences
    classes: SchoolClasses
    clock: Clock

    async def __call__(
        self, actor: Actor, class_id: ClassId, day: date | None = None
    ) -> MissedWeek:
        """Return the week that holds `day`, or this week; never one that lies ahead."""
        of = await must_take_charge(actor, class_id, self.classes)
        now = today(self.clock, ZoneInfo(of.member.zone))
        monday = _monday(min(day or now, now))
        children, courses = await self.week(class_id, monday)
        return MissedWeek(of.member, of.led, monday, now, children, courses)


@dataclass(frozen=True, slots=True)
class AskAboutAbsences:
    """The class teacher asks who teaches the course whether the absences are right."""

    read: ReadMissedWeek
    facts: Facts

    async def __call__(
        self, actor: Actor, class_id: ClassId, course: CourseId, day: date, *, shown: str
    ) -> bool:
        """Ask each teacher of the course; raise CheckDecided where that was done.

        Absences that changed after the answer, or after they were ticked off, are asked anew.
        Return False, with nothing asked, where they are others than those that were shown.
        """
        view = await self.read(actor, class_id, day)
        asked, now, by = view.of(course), self.read.clock.now(), view.member.person
        if asked.shown != shown:
            return False
        step = Step(CheckState.ASKED, asked.digest, by, now)
        made = await self.read.week.take(view, asked, step) if asked.may_be_asked else None
        if made is None:
            raise CheckDecided
        await self.facts.record(
            [
                AbsencesQuestioned(view.member.school, now, Origin(by), made, one.person)
                for one in asked.teachers
            ]
        )
        return True


@dataclass(frozen=True, slots=True)
class TickAbsences:
    """The class teacher ticks absences off as verified, whatever way that was done."""

    read: ReadMissedWeek

    async def __call__(
        self, actor: Actor, class_id: ClassId, course: CourseId, day: date, *, shown: str
    ) -> bool:
        """Tick them off; twice changes nothing. Raise CheckDecided for a clash.

        Return False, with nothing kept, where they are others than those that were shown.
        """
        view = await self.read(actor, class_id, day)
        ticked, now, by = view.of(course), self.read.clock.now(), view.member.person
        if ticked.shown != shown:
            return False
        if ticked.state is CheckState.VERIFIED:
            return True
        step = Step(CheckState.VERIFIED, ticked.digest, by, now)
        if await self.read.week.take(view, ticked, step) is None:
            raise CheckDecided
        return True


@dataclass(frozen=True, slots=True)
class Questioned:
    """What a subject teacher is asked about."""

    check: AbsenceCheck
    member: Member
    absences: CourseAbsences | None
    children: dict[int, Child]

    @property
    def digest(self) -> str:
        """Return the digest of the absences, which may be none by now."""
        return self.absences.digest if self.absences else digest_of(())

    @property
    def shown(self) -> str:
        """Return what a button carries of these absences."""
        return self.digest[:_SHOWN]

    @property
    def is_changed(self) -> bool:
        """Say whether the absences are others than those that were answered or ticked off."""
        return not self.check.holds(self.digest)

    @property
    def state(self) -> CheckState:
        """Return where the question stands: over other absences it is open again."""
        return CheckState.ASKED if self.is_changed else self.check.state


@dataclass(frozen=True, slots=True)
class OpenCheck:
    """Who taught the course in that week, and is a teacher still, opens what is asked about it."""

    week: WeekOfAbsences

    async def __call__(self, actor: Actor, check: CheckId) -> Questioned:
        """Return it as the journal stands now; raise AccessRefused for anybody else."""
        found = await self.week.checks.one(check)
        member = await self._teacher(actor, found) if found else None
        if found is None or member is None:
            raise closed_to(actor)
        children, courses = await self.week(found.class_id, found.monday)
        own = next((one for one in courses if one.course == found.course), None)
        return Questioned(found, member, own, children)

    async def _teacher(self, actor: Actor, check: AbsenceCheck) -> Member | None:
        monday, sunday = check.monday, check.monday + _SUNDAY
        found = await self.week.checks.teachers([check.course], monday, sunday)
        persons = {one.person for one in found.get(check.course, ())}
        working = (one for one in actor.members if one.works_here)
        return next((one for one in working if one.person in persons), None)


@dataclass(frozen=True, slots=True)
class AnswerCheck:
    """The subject teacher says that the absences are right, or will correct them."""

    open: OpenCheck
    clock: Clock

    async def __call__(self, actor: Actor, check: CheckId, *, right: bool, shown: str) -> bool:
        """Keep the answer; another one may follow until the class teacher ticks it off.

        Return False, with nothing kept, where the absences are others than those that were shown.
        """
        found = await self.open(actor, check)
        if found.shown != shown:
            return False
        state = CheckState.RIGHT if right else CheckState.FIXING
        if found.state is state:
            return True
        step = Step(state, found.digest, found.member.person, self.clock.now())
        if found.state is CheckState.VERIFIED or not await self.open.week.checks.move(
            found.check, step
        ):
            raise CheckDecided
        return True


def digest_of(missed: Sequence[Missed]) -> str:
    """Return what tells a week's absences from others: who was missing from which lesson.

    Why is not the subject teacher's to verify. A pupil is who the school's files know, because an
    export brings the digest to where pupils have other numbers, and names change.
    """
    told = sorted(f"{one.day.isoformat()}|{one.number}|{one.known_as}" for one in missed)
    return sha256("\n".join(told).encode()).hexdigest()


def _was_there(stays: Sequence[Stay], missed: Missed) -> bool:
    return any(one.pupil == missed.pupil and one.held(missed.day) for one in stays)


def weeks_around(monday: date, now: date) -> Sequence[date]:
    """Return the week before, and the one after unless it lies ahead."""
    after = monday + _WEEK
    return [monday - _WEEK, *([after] if after <= now else [])]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())

"""A school of any length and width, in which every list of a screen has something to show."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from typing import Any

from core.access.connections import OfClass
from core.access.people import Actor, Address, Channel, Role
from core.diary.acknowledging import Acknowledged, Acknowledgement
from core.diary.excuses.rules import Claim, ExcuseKind
from core.diary.forecast.of_subject import Risk
from core.diary.issuing.early_warnings import AtRisk
from core.ids import ClassId, CourseId, LessonId, PeriodId, PersonId, PupilId, SubjectId
from core.journal.period_sheets import SheetPlace
from core.journal.remarks.remark import RemarkShelf
from core.journal.values import PeriodKind
from core.reports.kinds import ClassReportKind
from storage.store import Store
from storage.transaction import Transaction
from tests.school import Seed
from tests.school.seed import DAY
from tests.school.sql import SqlSoil
from tests.school.stores import NOW

TITLES = ("Алгебра", "Физика", "Химия")
CHAT = "500"
SUMMER = date(2027, 6, 1)


@dataclass(frozen=True)
class Size:
    """How many marks a pupil has in a subject, pupils the class, and years the pupil."""

    marks: int = 5
    pupils: int = 2
    years: int = 1


class AskedSchool:
    """One class, led by a teacher who may see everything: a guardian of its first pupil too."""

    def __init__(self, size: Size) -> None:
        self.seed = Seed()
        self.size = size
        self.class_id: ClassId = self.seed.a_class("7А")
        self.pupils = [self._pupil(number) for number in range(size.pupils)]
        self.pupil: PupilId = self.pupils[0]
        self.leader = self._leader()
        self.subjects = [self.seed.a_subject(title) for title in TITLES]
        self.lessons: list[LessonId] = []
        for back in range(size.years):
            self._year(back)
        for number in range(size.marks):
            day_off = SUMMER + timedelta(days=number)
            self.seed.a_holiday("Отдых", day_off, day_off)
            self.seed.an_event(self.class_id, begins=DAY + timedelta(days=number))
            self.seed.an_announcement(self.leader)

    def _pupil(self, number: int) -> PupilId:
        pupil = self.seed.a_pupil(f"Маша{number}", class_id=self.class_id)
        guardian = self.seed.a_guardian(pupil)
        self.seed.an_account(guardian)
        return pupil

    def _leader(self) -> PersonId:
        leader = self.seed.a_teacher(self.class_id)
        for role in (Role.GUARDIAN, Role.ADMINISTRATOR, Role.CONSULTANT):
            self.seed.a_role(leader, role)
        self.seed.a_guardianship(self.pupil, leader)
        self.seed.an_account(leader, value=CHAT)
        return leader

    def _year(self, back: int) -> None:
        day = date(DAY.year - back, DAY.month, DAY.day)
        courses = [self._course(subject, day) for subject in self.subjects]
        self._periods(courses, day)
        for course, number in product(courses, range(self.size.marks)):
            self._lesson(course, day - timedelta(days=number % 5), number)
            self.seed.a_planned_topic(course, number, f"Тема {number}")
            self.seed.a_work(course, day=day + timedelta(days=1 + number), weight="4")

    def _course(self, subject: SubjectId, day: date) -> CourseId:
        course = self.seed.a_course(*self.pupils, subject=subject, title="Алгебра")
        self.seed.enrolled(self.leader, course, role="teacher")
        self.seed.a_slot(course, begins=day - timedelta(days=60), ends=day + timedelta(days=60))
        return course

    def _periods(self, courses: list[CourseId], day: date) -> None:
        begins, ends = date(day.year, 9, 1), date(day.year + 1, 5, 28)
        for title, kind, first, last in (
            ("Год", PeriodKind.YEAR, begins, ends),
            ("I четверть", PeriodKind.QUARTER, begins, date(day.year, 10, 25)),
            ("II четверть", PeriodKind.QUARTER, date(day.year, 11, 2), date(day.year, 12, 27)),
        ):
            period = self.seed.a_period(*courses, title=title, kind=kind, begins=first, ends=last)
            if last > DAY and kind is PeriodKind.QUARTER:
                self.place = SheetPlace(courses[0], PeriodId(period))
            for course, pupil in product(courses, self.pupils[:-1]):
                self.seed.a_period_mark(period, course, pupil)

    def _lesson(self, course: CourseId, day: date, number: int) -> None:
        told: dict[str, Any] = {"homework": "§ 1", "homework_due": day + timedelta(days=3)}
        lesson = self.seed.a_lesson(
            course, day=day, number=number, teacher_id=self.leader, topic="Тема", **told
        )
        self.lessons.insert(0, lesson)
        work = self.seed.a_work(course, day=day, lesson_id=lesson)
        self.seed.a_recommendation(lesson, self.leader)
        for pupil in self.pupils:
            self.seed.a_mark(work, pupil)
            self.seed.an_absence(lesson, pupil)

    async def plant(self, store: Store) -> dict[str, Any]:
        """Put the school into a store; return what readings are asked with, by their names."""
        await self.seed.plant(SqlSoil(store))
        async with store.transaction() as tx:
            await self._answers(tx)
            excuse = await self._excuses(tx)
            warning = await self._warnings(tx)
        return {
            "pupil": self.pupil,
            "class_id": self.class_id,
            "whose": OfClass(self.class_id),
            "lesson": self.lessons[-1],
            "person": self.leader,
            "guardian": self.leader,
            "school": self.seed.school,
            "day": DAY,
            "shelf": RemarkShelf.PRAISE,
            "what": ClassReportKind.ATTENDANCE.value,
            "excuse": excuse,
            "warning": warning,
            "place": self.place,
        }

    async def _answers(self, tx: Transaction) -> None:
        for pupil, number in product(self.pupils, range(self.size.marks)):
            at = NOW - timedelta(days=number)
            subject = int(at.date().toordinal())
            answer = (self.seed.school, self.leader, pupil, Acknowledged.REVIEW, subject, at)
            await tx.acknowledgements.add(Acknowledgement(*answer, "digest"))

    async def _excuses(self, tx: Transaction) -> int:
        said = [
            await tx.excuses.add(
                Claim(pupil, (DAY + timedelta(days=1),), ExcuseKind.ILLNESS),
                school=self.seed.school,
                guardian=self.leader,
                at=NOW,
            )
            for pupil in self.pupils
        ]
        return said[0].id

    async def _warnings(self, tx: Transaction) -> int:
        term = await tx.issues.term(self.class_id, DAY)
        assert term is not None
        await tx.issues.add(term, at=NOW, by=self.leader)
        risks = [AtRisk(one, self.subjects[0], Risk.FAILING) for one in self.pupils]
        made = (self.seed.school, self.class_id, term.term.id, risks)
        await tx.early_warnings.add(*made, at=NOW)
        return (await tx.early_warnings.of_pupils(self.pupils, [term.term.id]))[0].id


async def who_asks(tx: Transaction) -> Actor:
    """Return the class teacher, as the directory knows her."""
    return await tx.directory.recognise(Address(Channel.TELEGRAM, CHAT), language="ru")

"""A random school of two classes, and its reports as they are read."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from operator import itemgetter
from random import Random

from core.access.people import Account, Actor, Address, Channel, Member, Name, Role
from core.ids import AccountId, ClassId, PersonId
from core.journal.values import AbsenceCode, PeriodKind, ReasonState
from core.regulation.profile import Profile
from core.reports.consultations import ReadConsultations
from core.reports.gathering import GatherClasses
from core.reports.kinds import ClassReportKind, SchoolReportKind, WhichReport
from core.reports.of_class import LookAtClassReport, ReadClassReport
from core.reports.of_school import LookAtSchoolReport, ReadSchoolReport
from core.reports.table import Report, Table
from tests.core.builders import StoppedClock
from tests.school import records
from tests.school.people import MemoryDirectory
from tests.school.reports import MemoryReportBook, MemoryVisitBook
from tests.school.seed import Seed
from tests.school.tickets import MemoryConsultationLog
from tests.school.world import World

QUARTERS = (
    ("I четверть", date(2026, 9, 1), date(2026, 10, 25)),
    ("II четверть", date(2026, 11, 2), date(2026, 12, 27)),
)
TODAY = date(2026, 11, 20)
MARKS = ("5", "4", "4", "3", "3", "2", "3/5", "none", "pass", "fail")
DAYS = [date(2026, 9, 3) + timedelta(days=3 * number) for number in range(30)]


class Rules:
    async def of(self, _: object) -> Profile:
        return Profile()


@dataclass
class Reported:
    """A school whose reports are opened by its deputy head."""

    seed: Seed = field(default_factory=Seed)
    world: World = field(default_factory=World)

    def __post_init__(self) -> None:
        self.seed.a_year()
        self.periods = [
            self.seed.a_period(title=title, kind=PeriodKind.QUARTER, begins=begins, ends=ends)
            for title, begins, ends in QUARTERS
        ]

    def taught_in_all(self, course: int) -> None:
        for one in self.periods:
            self.seed.taught_in(one, course)

    @property
    def actor(self) -> Actor:
        member = Member(
            PersonId(1),
            self.seed.school,
            "Школа № 1",
            "Europe/Moscow",
            Name("Алла", "Школьная"),
            frozenset({Role.DEPUTY_HEAD}),
        )
        address = Address(Channel.TELEGRAM, "1")
        return Actor(Account(AccountId(1), address), (member,))

    def open_classes(self) -> list[ClassId]:
        """Return the classes that have pupils now: others are nobody's to open."""
        self.settle()
        directory = MemoryDirectory(self.world, StoppedClock())
        return [one.id for one in asyncio.run(directory.classes_of(self.seed.school))]

    def settle(self) -> None:
        for record in self.seed.records:
            self.world.put(record)
        self.seed.records = []

    def of_class(
        self, class_id: int, kind: ClassReportKind, *, day: date = TODAY, year: bool = False
    ) -> Report:
        self.settle()
        clock = StoppedClock()
        gather = GatherClasses(MemoryReportBook(self.world), MemoryVisitBook(self.world))
        look = LookAtClassReport(gather, MemoryDirectory(self.world, clock), clock)
        read = ReadClassReport(look, Rules())
        what = WhichReport(kind.value, year).text
        view = asyncio.run(read(self.actor, ClassId(class_id), what, day))
        assert view.report is not None
        return view.report

    def of_school(
        self, kind: SchoolReportKind, *, day: date = TODAY, year: bool = False
    ) -> Report:
        self.settle()
        clock = StoppedClock()
        gather = GatherClasses(MemoryReportBook(self.world), MemoryVisitBook(self.world))
        directory = MemoryDirectory(self.world, clock)
        log = ReadConsultations(MemoryConsultationLog(self.world), clock)
        read = ReadSchoolReport(LookAtSchoolReport(gather, clock), directory, Rules(), log)
        what = WhichReport(kind.value, year).text
        view = asyncio.run(read(self.actor, self.seed.school, what, day))
        assert view.report is not None
        return view.report

    def families(self, class_id: int) -> dict[int, list[int]]:
        """Return the pupils of a class now, with their guardians."""
        pupils = [
            one.person_id
            for one in self.world.all(records.Enrolment, lambda it: it.group_id == class_id)
            if (one.begins or TODAY) <= TODAY <= (one.ends or TODAY)
        ]
        links = list(self.world.all(records.Guardianship))
        return {
            pupil: [one.guardian_id for one in links if one.pupil_id == pupil] for pupil in pupils
        }

    def held(self, class_id: int, first: date, last: date) -> tuple[int, int]:
        """Return how many lessons and marks of some days the courses of a class hold."""
        here = [one for one in self._places("class") if one.group_id == class_id]
        courses = {
            one.group_id
            for one in self._places("course")
            if any(_overlap(one, stay) for stay in here)
        }
        lessons = self.world.all(
            records.Lesson, lambda it: it.course_id in courses and first <= it.day <= last
        )
        works = {
            one.id
            for one in self.world.all(records.Work, lambda it: first <= it.day <= last)
            if one.course_id in courses
        }
        marks = self.world.all(records.Mark, lambda it: it.work_id in works)
        return len(list(lessons)), len(list(marks))

    def _places(self, kind: str) -> list[records.Enrolment]:
        return [
            one
            for one in self.world.all(records.Enrolment, lambda it: it.role == "pupil")
            if self.world.get(records.Group, one.group_id).kind == kind
        ]

    def visited(self, dice: Random) -> Counter[int]:
        """Let persons be here on random days; return on how many each was."""
        self.settle()
        persons = [one.id for one in self.world.all(records.Person)]
        here = {(dice.choice(persons), dice.choice(DAYS)) for _ in range(3 * len(persons))}
        for person, day in sorted(here, key=itemgetter(1)):
            asyncio.run(MemoryVisitBook(self.world).note(self.seed.school, PersonId(person), day))
        return Counter(person for person, _ in here)


@dataclass
class RandomSchool:
    """A random school, with those of its classes that have pupils now."""

    school: Reported
    classes: list[ClassId]


def a_random_school(dice: Random) -> RandomSchool:
    """Build two classes in which pupils move, subgroups, absences and marks of all kinds."""
    school = Reported()
    seed = school.seed
    classes = [seed.a_class("7А"), seed.a_class("10Б")]
    subjects = [seed.a_subject(title) for title in ("Алгебра", "Физика", "Ёлки")]
    courses = [
        (seed.a_course(subject=subject, teaching=teaching), subject)
        for subject, teaching in (
            (subjects[0], "lesson"),
            (subjects[1], "lesson"),
            (subjects[1], "lesson"),
            (subjects[2], dice.choice(["elective", "home", ""])),
        )
    ]
    for course, _ in courses:
        school.taught_in_all(course)
        seed.a_teacher(course)
    pupils = [seed.a_pupil(f"П{number}") for number in range(dice.randint(0, 6))]
    for pupil in pupils:
        _enrol(dice, seed, classes, pupil)
        _use(dice, seed, pupil)
        for course, _ in dice.sample(courses, dice.randint(0, len(courses))):
            begins = dice.choice([None, None, dice.choice(DAYS)])
            seed.enrolled(pupil, course, begins=begins)
    for course, _ in courses:
        _teach(dice, seed, course, pupils)
        _sum_up(dice, school, course, pupils)
    return RandomSchool(school, school.open_classes())


def _overlap(one: records.Enrolment, other: records.Enrolment) -> bool:
    if one.person_id != other.person_id:
        return False
    begins = max(one.begins or date.min, other.begins or date.min)
    return begins <= min(one.ends or date.max, other.ends or date.max)


def _enrol(dice: Random, seed: Seed, classes: Sequence[ClassId], pupil: int) -> None:
    match dice.randint(0, 6):
        case 0:
            day = dice.choice(DAYS)
            seed.enrolled(pupil, classes[0], ends=day)
            seed.enrolled(pupil, classes[1], begins=day + timedelta(days=1))
        case 1:
            seed.enrolled(pupil, classes[0], ends=dice.choice(DAYS))
        case 2:
            seed.enrolled(pupil, classes[0], begins=dice.choice(DAYS))
        case 3:
            past = [one for one in DAYS if one < TODAY]
            dropped = datetime.combine(dice.choice(past), time(12), UTC)
            seed.enrolled(pupil, classes[0], gone_at=dropped)
        case _:
            seed.enrolled(pupil, dice.choice(classes))


def _use(dice: Random, seed: Seed, pupil: int) -> None:
    for person in (pupil, *(seed.a_guardian(pupil) for _ in range(dice.randint(0, 2)))):
        if dice.random() < 0.6:
            seed.an_account(person)


def _teach(dice: Random, seed: Seed, course: int, pupils: Sequence[int]) -> None:
    for day in dice.sample(DAYS, 8):
        lesson = seed.a_lesson(
            course,
            day=day,
            number=dice.randint(1, 7),
            topic=dice.choice(["", "Тема"]),
            homework=dice.choice(["", "§ 1"]),
        )
        work = seed.a_work(course, day=day, lesson_id=lesson)
        for pupil in pupils:
            if dice.random() < 0.3:
                code = dice.choice(list(AbsenceCode))
                seed.an_absence(lesson, pupil, code, dice.choice(list(ReasonState)))
            if dice.random() < 0.3:
                seed.a_mark(work, pupil, dice.choice(MARKS))


def _sum_up(dice: Random, school: Reported, course: int, pupils: Sequence[int]) -> None:
    for period in school.periods:
        for pupil in pupils:
            if dice.random() < 0.6:
                school.seed.a_period_mark(period, course, pupil, dice.choice(MARKS), day=TODAY)


def one(report: Report, key: str) -> Table:
    """Return the table of a report with this title."""
    (found,) = [table for table in report.tables if table.title.key == key]
    return found


def total(table: Table, key: str) -> object:
    """Return what the total says under a heading of ours; nothing of an empty table."""
    headings = [getattr(column.heading, "key", "") for column in table.columns]
    return table.totals[0][headings.index(key)] if table.totals else 0

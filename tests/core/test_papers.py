"""A family reads what its papers are made of; each reading passes the gate."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from core.access.people import Actor, Address, Channel
from core.diary.papers.agenda import ReadAgenda
from core.diary.papers.agenda_links import (
    CutAgendaLink,
    FollowAgendaLink,
    LookAtAgendaLink,
    RenewAgendaLink,
)
from core.diary.papers.attendance import ReadAttendance
from core.diary.papers.charting import ReadMarkChart
from core.diary.papers.report_card import ReadReportCard, ReportLine
from core.diary.papers.spread import Spread
from core.diary.reading import Reader
from core.errors import AccessRefused
from core.ids import AccountId, PupilId
from core.journal.values import AbsenceCode, MarkValue
from tests.school import School, Seed, records
from tests.school.seed import DAY
from tests.school.stores import NOW, StoppedClock

PEPPER = b"a pepper of this test only"
READINGS = [ReadMarkChart, ReadAttendance, ReadReportCard, ReadAgenda]


@dataclass
class Books:
    """The ports of one turn, with the use cases on them."""

    turn: Any
    clock: StoppedClock

    @property
    def reader(self) -> Reader:
        return Reader(self.turn.diary, self.clock, self.turn.regulations)

    def reading(self, kind: Any) -> Any:
        books = {
            ReadMarkChart: [self.turn.class_marks],
            ReadAgenda: [self.turn.agenda, self.turn.control_works],
        }
        return kind(self.reader, *books.get(kind, []))

    @property
    def renew(self) -> RenewAgendaLink:
        return RenewAgendaLink(self.turn.agenda_links, self.turn.diary, self.clock, PEPPER)

    @property
    def cut(self) -> CutAgendaLink:
        return CutAgendaLink(self.turn.agenda_links, self.turn.diary, self.clock)

    @property
    def look(self) -> LookAtAgendaLink:
        return LookAtAgendaLink(self.turn.agenda_links, self.turn.diary)

    @property
    def follow(self) -> FollowAgendaLink:
        read = self.reading(ReadAgenda)
        return FollowAgendaLink(self.turn.agenda_links, self.turn.directory, read, PEPPER)


@dataclass
class Ground:
    """A school with a mother of Маша, and somebody who has no child there."""

    clock: StoppedClock = field(default_factory=StoppedClock)
    seed: Seed = field(default_factory=Seed)

    def __post_init__(self) -> None:
        self.school = School(self.clock)
        self.class_7a = self.seed.a_class("7А")
        self.masha: PupilId = self.seed.a_pupil("Маша", class_id=self.class_7a)
        self.account: AccountId = self.seed.an_account(
            self.seed.a_guardian(self.masha), value="501"
        )
        self.seed.an_account(self.seed.a_person("Ольга"), value="502")
        self.algebra = self.seed.a_subject("Алгебра")
        self.course = self.seed.a_course(self.masha, subject=self.algebra)
        self.seed.a_year()
        self.quarter = self.seed.a_period(self.course)
        self.seed.a_slot(self.course)

    @asynccontextmanager
    async def books(self) -> AsyncIterator[Books]:
        await self.seed.plant(self.school)
        async with self.school.transaction() as turn:
            yield Books(turn, self.clock)

    async def actor(self, books: Books, value: str = "501") -> Actor:
        found: Actor = await books.turn.directory.recognise(
            Address(Channel.TELEGRAM, value), language="ru"
        )
        return found

    def marked(self, pupil: PupilId, *values: str, day: date = DAY) -> None:
        for value in values:
            self.seed.a_mark(self.seed.a_work(self.course, day=day), pupil, value)


@pytest.fixture
def ground() -> Ground:
    return Ground()


@pytest.mark.parametrize("kind", READINGS)
async def test_nobody_else_reads_of_a_child(ground: Ground, kind: Any) -> None:
    async with ground.books() as books:
        stranger = await ground.actor(books, "502")

        with pytest.raises(AccessRefused):
            await books.reading(kind)(stranger, ground.masha)


@pytest.mark.parametrize("kind", [ReadMarkChart, ReadAttendance, ReadReportCard])
async def test_a_day_before_all_periods_opens_the_first_one(ground: Ground, kind: Any) -> None:
    async with ground.books() as books:
        mother = await ground.actor(books)

        view = await books.reading(kind)(mother, ground.masha, date(2026, 9, 1))

    assert view.period.title == "II четверть"
    assert view.periods == (view.period,)


@pytest.mark.parametrize("kind", [ReadMarkChart, ReadAttendance, ReadReportCard])
async def test_a_pupil_without_courses_has_no_period(ground: Ground, kind: Any) -> None:
    newcomer = ground.seed.a_pupil("Вера")
    ground.seed.an_account(ground.seed.a_guardian(newcomer), value="503")
    async with ground.books() as books:
        mother = await ground.actor(books, "503")

        view = await books.reading(kind)(mother, newcomer)

    assert view.period is None


async def test_a_chart_shows_the_mean_as_it_ran(ground: Ground) -> None:
    ground.marked(ground.masha, "5", "pass", "2", "4")
    async with ground.books() as books:
        view = await books.reading(ReadMarkChart)(await ground.actor(books), ground.masha)

    (curve,) = view.curves
    assert [str(one) for one in curve.means] == ["5.00", "5.00", "3.50", "3.67"]
    assert curve.mean == Decimal("3.67")
    assert curve.spread is None


async def test_a_chart_names_subjects_without_marks(ground: Ground) -> None:
    async with ground.books() as books:
        view = await books.reading(ReadMarkChart)(await ground.actor(books), ground.masha)

    assert (view.curves, view.unmarked) == ((), ("Алгебра",))


async def test_a_chart_shows_how_the_classs_marks_lie_and_of_nobody_else(ground: Ground) -> None:
    ground.marked(ground.masha, "5")
    for value in ("3", "3", "4", "4"):
        classmate = ground.seed.a_pupil(class_id=ground.class_7a)
        ground.seed.enrolled(classmate, ground.course)
        ground.marked(classmate, value)
    async with ground.books() as books:
        view = await books.reading(ReadMarkChart)(await ground.actor(books), ground.masha)

    assert view.curves[0].spread == Spread(Decimal(3), Decimal(4), Decimal(4))


async def test_who_has_left_the_class_has_a_chart_without_it(ground: Ground) -> None:
    leaver = ground.seed.a_pupil("Вера")
    ground.seed.enrolled(leaver, ground.course)
    ground.seed.an_account(ground.seed.a_guardian(leaver), value="503")
    ground.marked(leaver, "5")
    async with ground.books() as books:
        view = await books.reading(ReadMarkChart)(await ground.actor(books, "503"), leaver)

    assert [one.spread for one in view.curves] == [None]


async def test_attendance_counts_lessons_by_letter(ground: Ground) -> None:
    for ahead, code in enumerate([AbsenceCode.ILL, AbsenceCode.ILL, AbsenceCode.LATE]):
        lesson = ground.seed.a_lesson(ground.course, day=DAY + timedelta(days=ahead))
        ground.seed.an_absence(lesson, ground.masha, code)
    async with ground.books() as books:
        view = await books.reading(ReadAttendance)(await ground.actor(books), ground.masha)

    assert view.sums == {AbsenceCode.ILL: 2, AbsenceCode.LATE: 1}
    assert [one.code for one in view.days if one.code] == [
        AbsenceCode.ILL,
        AbsenceCode.ILL,
        AbsenceCode.LATE,
    ]


async def test_a_report_card_has_a_line_for_what_is_taught_marked_or_missed(
    ground: Ground,
) -> None:
    ground.marked(ground.masha, "4", "5")
    ground.seed.a_period_mark(ground.quarter, ground.course, ground.masha, "5")
    lesson = ground.seed.a_lesson(ground.course)
    ground.seed.an_absence(lesson, ground.masha, AbsenceCode.LATE)
    past = ground.seed.a_course(title="Труд")
    ground.seed.enrolled(ground.masha, past, ends=DAY - timedelta(days=1))
    missed = ground.seed.a_lesson(past, day=DAY - timedelta(days=3))
    ground.seed.an_absence(missed, ground.masha)
    async with ground.books() as books:
        view = await books.reading(ReadReportCard)(await ground.actor(books), ground.masha)

    marks = (MarkValue("4"), MarkValue("5"))
    assert view.lines == (
        ReportLine("Алгебра", marks, Decimal("4.50"), MarkValue("5"), missed=0, late=1),
        ReportLine("Труд", missed=1),
    )
    assert (view.school_name, view.made_at.hour) == ("Школа «Заречная»", 12)


async def test_an_agenda_reaches_two_weeks_back_and_eight_ahead(ground: Ground) -> None:
    ground.seed.a_lesson(ground.course, day=DAY - timedelta(days=28), homework="Забыто")
    async with ground.books() as books:
        view = await books.reading(ReadAgenda)(await ground.actor(books), ground.masha)

    days = [one.day for one in view.lessons]
    assert (days[0], days[-1]) == (DAY - timedelta(days=14), DAY + timedelta(days=56))
    assert view.tasks == ()
    assert (view.zone, view.made_at) == ("Europe/Moscow", NOW)


async def test_a_link_opens_the_agenda_of_its_owner(ground: Ground) -> None:
    async with ground.books() as books:
        mother = await ground.actor(books)
        secret = await books.renew(mother, ground.masha)

        followed = await books.follow(secret)

        assert followed is not None
        agenda, account = followed
        assert (agenda.child.pupil, account.id) == (ground.masha, ground.account)
        assert await books.look(mother, ground.masha) == NOW
        assert len(secret) * 6 >= 128


async def test_a_link_is_kept_without_its_secret(ground: Ground) -> None:
    async with ground.books() as books:
        secret = await books.renew(await ground.actor(books), ground.masha)

    assert secret not in str(ground.school.world.tables)


async def test_a_guessed_a_renewed_and_a_cut_link_open_nothing(ground: Ground) -> None:
    async with ground.books() as books:
        mother = await ground.actor(books)
        old = await books.renew(mother, ground.masha)
        new = await books.renew(mother, ground.masha)
        renewed = await books.follow(old)
        await books.cut(mother, ground.masha)

        found = [renewed, await books.follow(new), await books.follow("a guess")]

        assert found == [None, None, None]
        assert await books.look(mother, ground.masha) is None


async def test_a_link_stops_with_the_right_of_its_owner(ground: Ground) -> None:
    async with ground.books() as books:
        secret = await books.renew(await ground.actor(books), ground.masha)
        world = ground.school.world
        for one in list(world.all(records.Guardianship)):
            world.change(one, gone_at=NOW)

        assert await books.follow(secret) is None


async def test_nobody_makes_or_cuts_or_looks_at_a_link_to_anothers_child(ground: Ground) -> None:
    async with ground.books() as books:
        stranger = await ground.actor(books, "502")

        for deed in (books.renew, books.cut, books.look):
            with pytest.raises(AccessRefused):
                await deed(stranger, ground.masha)


async def test_an_agenda_has_the_control_works_of_the_screen_each_once(ground: Ground) -> None:
    seed, later = ground.seed, DAY + timedelta(days=7)
    required = seed.a_category(kind="laboratory", title="Лабораторная", required=True)
    column = seed.a_work(ground.course, title="Опыт", category_id=required)
    seed.a_lesson(ground.course, category_id=required)
    planned = seed.a_lesson(ground.course, day=later, state="planned", category_id=required)
    seed.a_work(ground.course, title="Ответ")
    async with ground.books() as books:
        agenda = await books.reading(ReadAgenda)(await ground.actor(books), ground.masha)

    assert [(one.work, one.lesson, one.day) for one in agenda.works] == [
        (column, None, DAY),
        (None, planned, later),
    ]

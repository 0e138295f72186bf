"""The records behind notices of the school's life: the same on every store."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.access.people import Name
from core.ids import NoticeId, PupilId
from core.journal.remarks.remark import RemarkKind
from core.notices.ledger import Change, Notice, NoticeKind
from core.notices.news.school import (
    SCHOOL_KINDS,
    AnnouncementNews,
    ControlWorkNews,
    EventNews,
    MoveNews,
    RecommendationNews,
    RemarkNews,
)
from tests.contracts.conftest import Ground
from tests.contracts.test_news import a_notice
from tests.school.records import LONG_AGO
from tests.school.seed import DAY, Seed

MASHA = Name("Маша", "Орлова")
TEACHER = Name("Нина", "Орлова")
MONDAY = date(2026, 11, 23)


def of(kind: NoticeKind, number: int, pupil: PupilId, change: Change = Change.NEW) -> Notice:
    known = a_notice(number, number, pupil)
    return replace(known, draft=replace(known.draft, kind=kind, change=change))


async def test_an_event_is_told_while_it_is_for_the_pupil(ground: Ground) -> None:
    seed = ground.seed
    class_7a, class_5b = seed.a_class("7А"), seed.a_class("5Б")
    pupil = seed.a_pupil("Маша", class_id=class_7a)
    trip = seed.an_event(class_7a, title="Музей", text="Сбор в 9:00")
    fair = seed.an_event(title="Ярмарка")
    other = seed.an_event(class_5b, title="Поход")
    gone = seed.an_event(title="Линейка", gone_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.school_news.told(
            NoticeKind.EVENT,
            [of(NoticeKind.EVENT, one, pupil) for one in (trip, fair, other, gone)],
        )

    new = Change.NEW
    assert found == {
        NoticeId(trip): EventNews(
            pupil, MASHA, "Музей", "Сбор в 9:00", DAY, DAY, False, new, True
        ),
        NoticeId(fair): EventNews(pupil, MASHA, "Ярмарка", "", DAY, DAY, True, new, True),
        NoticeId(other): EventNews(pupil, MASHA, "Поход", "", DAY, DAY, False, new, False),
        NoticeId(gone): EventNews(pupil, MASHA, "Линейка", "", DAY, DAY, True, new, False),
    }


async def test_a_moved_lesson_says_from_when_and_to_when(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil("Маша")
    course = seed.a_course(pupil, title="Физика")
    moved = seed.a_lesson(
        course, day=MONDAY, number=5, moved_from_day=DAY, moved_from_number=3, state="planned"
    )
    usual = seed.a_lesson(course, number=2)
    cancelled = seed.a_lesson(course, number=4, state="cancelled", moved_from_day=DAY)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.school_news.told(
            NoticeKind.MOVE, [of(NoticeKind.MOVE, one, pupil) for one in (moved, usual, cancelled)]
        )

    assert found == {
        NoticeId(moved): MoveNews(pupil, MASHA, "Физика", DAY, 3, MONDAY, 5),
        NoticeId(usual): MoveNews(pupil, MASHA, "Физика", None, None, DAY, 2),
    }


async def test_a_control_work_is_told_by_its_column_or_its_lesson(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil("Маша")
    course = seed.a_course(pupil, title="Физика")
    control = seed.a_category(title="Контрольная работа")
    planned = {"category_id": control, "topic": "Силы", "state": "planned"}
    lesson = seed.a_lesson(course, day=MONDAY, number=5, **planned)
    work = seed.a_work(course, title="Оптика", day=MONDAY, category_id=control, lesson_id=lesson)
    alone = seed.a_work(course, title="Опыт", day=MONDAY, category_id=control)
    await ground.plant()

    async with ground.turn() as tx:
        works = await tx.school_news.told(
            NoticeKind.CONTROL_WORK,
            [of(NoticeKind.CONTROL_WORK, one, pupil) for one in (work, alone)],
        )
        lessons = await tx.school_news.told(
            NoticeKind.CONTROL_LESSON, [of(NoticeKind.CONTROL_LESSON, lesson, pupil)]
        )

    told = ControlWorkNews(pupil, MASHA, "Физика", "Контрольная работа", "Оптика", MONDAY, 5)
    assert works == {
        NoticeId(work): told,
        NoticeId(alone): replace(told, title="Опыт", number=None),
    }
    assert lessons == {NoticeId(lesson): replace(told, title="Силы")}


async def test_a_control_work_is_told_on_its_lesson_s_day_and_not_once_that_is_cancelled(
    ground: Ground,
) -> None:
    seed = ground.seed
    pupil = seed.a_pupil("Маша")
    course, control = seed.a_course(pupil), seed.a_category()
    moved = seed.a_lesson(course, day=MONDAY, number=3, moved_from_day=DAY)
    cancelled = seed.a_lesson(course, day=DAY, number=2, state="cancelled")
    works = [
        seed.a_work(course, day=DAY, category_id=control, lesson_id=one)
        for one in (moved, cancelled)
    ]
    await ground.plant()

    async with ground.turn() as tx:
        kind = NoticeKind.CONTROL_WORK
        found = await tx.school_news.told(kind, [of(kind, one, pupil) for one in works])

    (told,) = found.values()
    assert isinstance(told, ControlWorkNews)
    assert (told.day, told.number) == (MONDAY, 3)


async def test_a_recommendation_names_the_teacher_and_the_lesson_s_day(ground: Ground) -> None:
    seed = ground.seed
    pupil, teacher = seed.a_pupil("Маша"), seed.a_teacher()
    course = seed.a_course(pupil, title="Физика")
    advice = seed.a_recommendation(seed.a_lesson(course), teacher, text="Повторить § 3")
    gone = seed.a_recommendation(seed.a_lesson(course, gone_at=LONG_AGO), teacher)
    kind = NoticeKind.RECOMMENDATION
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.school_news.told(kind, [of(kind, one, pupil) for one in (advice, gone)])

    assert found == {
        NoticeId(advice): RecommendationNews(pupil, MASHA, "Физика", TEACHER, "Повторить § 3", DAY)
    }


async def test_a_remark_that_was_taken_back_stands_no_more(ground: Ground) -> None:
    seed = ground.seed
    pupil, teacher = seed.a_pupil("Маша"), seed.a_teacher()
    made = seed.a_remark(pupil, teacher, "Шумела", kind="behaviour")
    gone = seed.a_remark(pupil, teacher, "Шумела", kind="behaviour", gone_at=LONG_AGO)
    kind = NoticeKind.REMARK
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.school_news.told(kind, [of(kind, one, pupil) for one in (made, gone)])

    behaviour = RemarkKind.BEHAVIOUR
    told = RemarkNews(pupil, MASHA, behaviour, "Шумела", TEACHER, DAY, Change.NEW, stands=True)
    assert found == {NoticeId(made): told, NoticeId(gone): replace(told, stands=False)}


async def test_an_announcement_names_the_school(ground: Ground) -> None:
    seed = ground.seed
    pupil, head = seed.a_pupil("Маша"), seed.a_person()
    word = seed.an_announcement(head, text="Журнал теперь здесь", day=MONDAY)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.school_news.told(
            NoticeKind.ANNOUNCEMENT, [of(NoticeKind.ANNOUNCEMENT, word, pupil)]
        )

    school = "Школа «Заречная»"
    assert found == {
        NoticeId(word): AnnouncementNews(pupil, MASHA, school, "Журнал теперь здесь", MONDAY)
    }


@pytest.mark.parametrize("kind", sorted(SCHOOL_KINDS))
async def test_of_what_is_not_there_nothing_is_told(ground: Ground, kind: NoticeKind) -> None:
    pupil = ground.seed.a_pupil()
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.school_news.told(kind, [of(kind, 5, pupil)])

    assert found == {}


async def test_pupils_are_those_of_the_classes_today(ground: Ground) -> None:
    seed = ground.seed
    class_7a, class_5b = seed.a_class("7А"), seed.a_class("5Б")
    masha, petya = seed.a_pupil("Маша", class_id=class_7a), seed.a_pupil(class_id=class_5b)
    left = seed.a_pupil()
    seed.enrolled(left, class_7a, ends=DAY - timedelta(days=1))
    seed.a_pupil(class_id=class_7a, gone_at=LONG_AGO)
    school = seed.school
    seed.a_school()
    seed.a_pupil(class_id=seed.a_class("7А"))
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.class_audience.by_class(school)

    assert {of: list(pupils) for of, pupils in found.items()} == {
        class_7a: [masha],
        class_5b: [petya],
    }


async def test_an_event_is_of_the_classes_of_the_school_s_day_and_not_of_greenwich(
    ground: Ground,
) -> None:
    ground.seed = seed = Seed(zone="Asia/Vladivostok")
    class_7a = seed.a_class("7А")
    pupil = seed.a_pupil("Маша")
    seed.enrolled(pupil, class_7a, begins=DAY)
    trip = seed.an_event(class_7a, title="Музей")
    await ground.plant()
    told = of(NoticeKind.EVENT, trip, pupil)
    early = datetime(DAY.year, DAY.month, DAY.day, 8, tzinfo=ZoneInfo("Asia/Vladivostok"))
    told = replace(told, draft=replace(told.draft, happened_at=early.astimezone(UTC)))

    async with ground.turn() as tx:
        found = await tx.school_news.told(NoticeKind.EVENT, [told])

    (news,) = found.values()
    assert isinstance(news, EventNews)
    assert news.stands

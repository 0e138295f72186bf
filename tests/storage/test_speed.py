"""What a family waits for stays fast when tables are full. Bounds are wide: machines differ."""

import time
from datetime import timedelta

from sqlalchemy import insert, text

from core.access.people import Address
from core.notices.ledger import Lane
from core.notices.timing import Opening
from storage.tables import NoticeRow
from storage.transaction import Store, Transaction
from tests.school import Seed
from tests.school.seed import DAY
from tests.school.sql import SqlSoil
from tests.school.stores import NOW

ENDED, WAITING, FAMILIES = 100_000, 5_000, 500


async def fill(tx: Transaction, school: int, persons: list[int]) -> None:
    rows = (
        {
            "school_id": school,
            "recipient_id": persons[number % FAMILIES],
            "about_id": persons[number % FAMILIES],
            "kind": "mark",
            "subject": number,
            "change": "new",
            "happened_at": NOW,
            "lane": Lane.NOTICE,
            "before": "",
            "state": "ended" if number < ENDED else "waiting",
            "attempts": 0,
            "reason": "",
            "message_id": "",
        }
        for number in range(ENDED + WAITING)
    )
    await tx.connection.execute(insert(NoticeRow), list(rows))
    await tx.connection.execute(text("ANALYZE"))


async def test_claiming_is_fast_beside_a_long_ledger(store: Store) -> None:
    seed = Seed()
    persons = [seed.a_person() for _ in range(FAMILIES)]
    await seed.plant(SqlSoil(store))
    opening = Opening(seed.school, marks_until=NOW, last_lane=Lane.BROADCAST)
    async with store.transaction() as tx:
        await fill(tx, seed.school, persons)

    took = []
    for _ in range(10):
        begun = time.perf_counter()
        async with store.transaction() as tx:
            batches = await tx.outbox.claim(
                [opening], now=NOW, lease=timedelta(minutes=1), most=20
            )
        took.append(time.perf_counter() - begun)

    assert sum(len(batch.notices) for batch in batches) == 20 * WAITING / FAMILIES
    assert sorted(took)[5] < 0.1


async def test_a_screen_of_the_diary_is_fast(store: Store) -> None:
    seed = Seed()
    class_id = seed.a_class()
    pupils = [seed.a_pupil(class_id=class_id) for _ in range(30)]
    seed.an_account(seed.a_guardian(pupils[0]), value="501")
    for weekday in range(5):
        for number in range(6):
            course = seed.a_course(*pupils)
            day = DAY - timedelta(days=4 - weekday)
            seed.a_slot(course, weekday=weekday + 1, number=number)
            lesson = seed.a_lesson(course, day=day, number=number)
            work = seed.a_work(course, lesson_id=lesson, day=day)
            for pupil in pupils:
                seed.a_mark(work, pupil)
    await seed.plant(SqlSoil(store))

    took = []
    for _ in range(20):
        begun = time.perf_counter()
        async with store.transaction() as tx:
            await tx.directory.recognise(Address("telegram", "501"), language="ru")
            lessons = await tx.diary.lessons(pupils[0], DAY - timedelta(days=4), DAY)
        took.append(time.perf_counter() - begun)

    assert len(lessons) == 30
    assert all(lesson.marks for lesson in lessons)
    assert sorted(took)[10] < 0.1

"""A teacher's account is in strange hands: shut out by one deed, and all of it void (S4)."""

from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import text

from bot.composition.desk import facts_of
from core.facts import Origin
from core.ids import LessonId, MarkId, PersonId, PupilId, WorkId
from core.journal.lesson_records import RecordAbsence, SetHomework
from core.journal.marking import CorrectMark, EnterMark, TakeBackMark
from core.journal.values import MarkValue
from sandbox.in_process import Person
from storage.transaction import Transaction
from tests.exchange.builders import Files
from tests.stories.bundle import a_school
from tests.stories.conftest import ON_BOTH
from tests.stories.town import Town


def with_an_administrator() -> Files:
    return a_school().add(
        "roles",
        sourcedId="r-admin",
        userSourcedId="x1",
        roleType="primary",
        role="siteAdministrator",
        orgSourcedId="s",
    )


@pytest.fixture
async def boss(town: Town) -> Person:
    """The administrator of the journal."""
    await town.imports(with_an_administrator())
    return await town.comes_in("x1")


async def number_in(tx: Transaction, table: str, source: str) -> int:
    asked = text(f"SELECT id FROM {table} WHERE source = :source")  # noqa: S608 - a test's word
    found: int = (await tx.connection.execute(asked, {"source": source})).scalar_one()
    return found


async def does(
    town: Town, teacher: str, deed: Callable[[Transaction, PersonId], Awaitable[object]]
) -> None:
    async with town.store.transaction() as tx:
        await deed(tx, PersonId(await number_in(tx, "persons", teacher)))


async def the_theft(town: Town) -> None:
    """Mark, correct, take back, set homework and note an absence as the teacher."""

    async def deeds(tx: Transaction, thief: PersonId) -> None:
        book, facts, clock = tx.markbook, facts_of(tx), town.clock
        yana = PupilId(PersonId(await number_in(tx, "persons", "p1")))
        free = WorkId(await number_in(tx, "works", "w4"))
        first, second = [MarkId(await number_in(tx, "marks", one)) for one in ("m1", "m2")]
        lesson = LessonId(await number_in(tx, "lessons", "7a-alg-20"))
        await EnterMark(book, facts, clock)(thief, free, pupil=yana, value=MarkValue("2"))
        await CorrectMark(book, facts, clock)(thief, first, value=MarkValue("3"))
        await CorrectMark(book, facts, clock)(thief, first, value=MarkValue("2"))
        await TakeBackMark(book, facts, clock)(thief, second)
        await SetHomework(tx.register, facts, clock)(thief, lesson, "Ничего")
        record = RecordAbsence(tx.register, tx.excuses, facts, clock)
        await record(thief, lesson, pupil=yana)

    await does(town, "t1", deeds)


async def at_the_teacher(boss: Person) -> None:
    await boss.sends("/start")
    await boss.taps("Классы школы")
    await boss.taps("Ещё")
    await boss.taps("Сотрудники")
    await boss.taps("1")


async def reports(boss: Person, *, since: str = "Сегодня с 00:00") -> None:
    await at_the_teacher(boss)
    await boss.taps("Взлом: закрыть вход")
    await boss.taps(since)
    await boss.taps("Да, закрыть вход")


async def the_journal(town: Town) -> dict[str, object]:
    async with town.store.reading() as tx:
        marks = await tx.connection.execute(
            text("SELECT source, value FROM marks WHERE gone_at IS NULL AND source LIKE 'm%'")
        )
        homework = await tx.connection.execute(
            text("SELECT homework FROM lessons WHERE source = '7a-alg-20'")
        )
        counts = await tx.connection.execute(
            text(
                "SELECT (SELECT count(*) FROM marks WHERE gone_at IS NULL),"
                " (SELECT count(*) FROM absences WHERE gone_at IS NULL)"
            )
        )
        return {
            "marks": dict(sorted((source, value) for source, value in marks)),
            "homework": homework.scalar_one(),
            "counts": tuple(counts.one()),
        }


@ON_BOTH
async def test_what_stood_before_stands_again_and_families_hear(town: Town, boss: Person) -> None:
    mother, thief = await town.comes_in("g1"), await town.comes_in("t1")
    before = await the_journal(town)
    await the_theft(town)
    await town.evening_news()

    await reports(boss)
    await town.evening_news()

    assert await the_journal(town) == before
    assert boss.screen.text.startswith("⚠️ Вход закрыт · Грачёва Нина")
    assert "Отменено записей: 5" in boss.screen.text
    assert "До 23 ноября включительно" in boss.screen.text
    assert "отметка · Лугова Яна · Алгебра · 16 ноября: было 2, стоит 4" in boss.screen.text
    assert "ничего" in boss.screen.text
    assert "4" in mother.screen.text
    await thief.sends("/lessons")
    assert thief.screen.text.startswith("Это бот школы")


async def test_twice_changes_nothing_more(town: Town, boss: Person) -> None:
    await town.comes_in("t1")
    await the_theft(town)
    await reports(boss)
    once, told = await the_journal(town), len(await town.ledger())

    await reports(boss)

    assert await the_journal(town) == once
    assert len(await town.ledger()) == told
    await boss.taps("Взломы")
    assert boss.screen.text.count("Грачёва") == 1


async def test_the_teacher_comes_in_with_a_new_code_and_works_on(town: Town, boss: Person) -> None:
    await town.comes_in("t1")
    await reports(boss)

    teacher = await town.comes_in("t1")
    await teacher.sends("/lessons")

    assert "Уроки" in teacher.screen.text or "урок" in teacher.screen.text


async def test_what_another_teacher_did_since_stays(town: Town, boss: Person) -> None:
    async def corrects(tx: Transaction, other: PersonId) -> None:
        mark = MarkId(await number_in(tx, "marks", "m1"))
        now = town.clock.now()
        await tx.markbook.correct(mark, MarkValue("5"), by=Origin(other), at=now)

    await town.comes_in("t1")
    await the_theft(town)
    await does(town, "t2", corrects)

    await reports(boss)

    marks = (await the_journal(town))["marks"]
    assert marks == {"m1": "5", "m2": "5", "m3": "3", "m5": "3/5", "m6": "5"}
    assert "16 ноября: проверьте сами, до чужого было 4, стоит 5" in boss.screen.text


async def test_a_moment_is_written_and_what_is_none_is_asked_again(
    town: Town, boss: Person
) -> None:
    await town.comes_in("t1")
    await at_the_teacher(boss)
    await boss.taps("Взлом: закрыть вход")
    await boss.taps("Другой момент")

    await boss.sends("завтра")
    refused = boss.screen.text
    await boss.sends("19.11 14:30")

    assert "Такого момента нет" in refused
    assert "с 19 ноября, 14:30" in boss.screen.text


async def test_an_old_question_does_nothing(town: Town, boss: Person) -> None:
    teacher = await town.comes_in("t1")
    await at_the_teacher(boss)
    await boss.taps("Взлом: закрыть вход")
    await boss.taps("Сегодня с 00:00")
    town.clock.moves(hours=2)

    await boss.taps("Да, закрыть вход")
    await teacher.sends("/lessons")

    assert "Ничего не сделано" in boss.screen.text
    assert not teacher.screen.text.startswith("Это бот школы")


async def test_nobody_but_the_administrator_is_offered_it(town: Town) -> None:
    teacher = await town.comes_in("t1")
    await teacher.sends("/class")
    await teacher.taps("Ещё")
    await teacher.taps("Семьи")
    await teacher.taps("Вход и коды")
    await teacher.taps("1")

    assert "Взлом: закрыть вход" not in teacher.screen.buttons


def with_a_head() -> Files:
    return with_an_administrator().add(
        "roles",
        sourcedId="r-head",
        userSourcedId="t2",
        roleType="secondary",
        role="principal",
        orgSourcedId="s",
    )


async def ticks(town: Town) -> None:
    await town.program.tick("access-tick")
    await town.outbox_ticks()


@ON_BOTH
async def test_the_head_hears_at_once_and_says_when_the_support_knows(
    town: Town, boss: Person
) -> None:
    await town.imports(with_a_head())
    head = await town.comes_in("t2")
    await town.comes_in("t1")
    await the_theft(town)

    await reports(boss)
    told_before = await town.delivered()
    await ticks(town)
    await town.outbox_ticks()
    heard = head.screen
    await head.taps("Что отменено")
    opened = head.screen
    await head.taps("Сообщено")

    assert await town.delivered() > told_before
    assert heard.text.startswith("⚠️ Вход закрыт · Грачёва Нина")
    assert "До 23 ноября включительно" in heard.text
    assert "Лугова" not in heard.text
    assert "отметка · Лугова Яна" in opened.text
    assert "Сотрудники" not in opened.buttons
    assert "сообщено: 20 ноября" in head.screen.text
    assert "Сообщено" not in head.screen.buttons


async def test_on_the_day_to_report_and_after_it_is_said_until_somebody_ticked(
    town: Town, boss: Person
) -> None:
    await town.comes_in("t1")
    await reports(boss)
    await ticks(town)
    on_the_day = await town.delivered()
    town.clock.moves(days=3)
    await ticks(town)
    await ticks(town)
    due, reminded = boss.screen, await town.delivered()
    await boss.taps("Сообщено")
    town.clock.moves(days=1)
    await ticks(town)

    assert reminded == on_the_day + 1
    assert "нажмите «Сообщено»" in due.text
    assert await town.delivered() == reminded


async def test_a_packet_for_the_support_begins_with_what_is_known(
    town: Town, boss: Person
) -> None:
    await town.comes_in("t1")
    await reports(boss)

    await boss.taps("Обращение в поддержку")
    async with town.store.reading() as tx:
        story = await tx.connection.scalar(text("SELECT happened FROM vendor_packets"))

    assert story.startswith("Под этой учётной записью действовал посторонний")
    assert "Грачёва" not in story


async def test_the_rule_of_the_day_to_report_is_one_tap_away(town: Town, boss: Person) -> None:
    await town.comes_in("t1")
    await reports(boss)

    await boss.taps("Почему так")
    said = boss.screen.text
    await boss.taps("‹ К экрану")

    assert "О взломе учётной записи сообщают за 1 раб. дн." in said
    assert boss.screen.text.startswith("⚠️ Взломы")

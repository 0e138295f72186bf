"""The monthly check of personal data: asked, confirmed, corrected, entered, told (W2, C4.3.7)."""

import pytest

from bot.composition.errands import rules_of
from sandbox.in_process import Person
from tests.exchange.builders import Files
from tests.notifications.test_mail import Postman
from tests.stories.bundle import a_school
from tests.stories.conftest import ON_BOTH
from tests.stories.test_breach import with_an_administrator
from tests.stories.test_consents import at_the_family
from tests.stories.test_mail import has_a_mailbox, postman
from tests.stories.town import Town

__all__ = ["postman"]
PHONE, MAIL = "+7 978 000-11-22", "eva@mail.example"


def with_data(files: Files | None = None, *, phone: str = PHONE) -> Files:
    """Return the school whose files know how Ева Лугова is reached."""
    return (files or a_school()).change("users", "g1", phone=phone, email=MAIL)


@pytest.fixture
async def mother(town: Town) -> Person:
    """Ева Лугова, who came in yesterday: nobody is asked on the day of coming in."""
    await town.imports(with_data())
    mother = await town.comes_in("g1")
    town.clock.moves(days=1)
    return mother


async def a_tick(town: Town) -> None:
    await town.program.tick("personal-data-tick")
    await town.outbox_ticks()


async def opens_the_check(teacher: Person) -> None:
    await teacher.sends("/class")
    await teacher.taps("Ещё")
    await teacher.taps("Семьи")
    await teacher.taps("Проверка данных")


async def says_the_phone(mother: Person, words: str) -> None:
    await mother.taps("Есть ошибка")
    await mother.taps("Телефон")
    await mother.sends(words)


@ON_BOTH
async def test_a_correction_goes_to_the_administrator_and_its_end_comes_back(
    town: Town,
) -> None:
    await town.imports(with_data(with_an_administrator()))
    boss, mother = await town.comes_in("x1"), await town.comes_in("g1")
    town.clock.moves(days=1)
    await a_tick(town)
    asked = mother.screen
    await says_the_phone(mother, "8 (978) 333-44-55")
    said = mother.screen
    town.clock.moves(hours=20)
    await a_tick(town)
    heard = boss.screen
    await boss.taps("Открыть список")
    await boss.taps("1")
    shown = boss.screen.text
    await boss.taps("Внесено")
    await town.outbox_ticks()

    assert asked.text == (
        "✍️ Проверка данных · ноябрь\n"
        "Лугова Ева\n"
        "Телефон: +7 978 000-11-22\n"
        "Почта: eva@mail.example\n"
        "Ребёнок: Лугов Ян, 5Б\n"
        "Ребёнок: Лугова Яна, 7А\n"
        "Это записано в школе. Всё верно?"
    )
    assert asked.buttons == ["Всё верно", "Есть ошибка", "Меню"]
    assert "Ждёт администратора: Телефон — «8 (978) 333-44-55»" in said.text
    assert heard.text.splitlines()[0] == "✍️ Исправления данных: ждут внесения 1"
    assert PHONE not in shown
    assert "Сейчас в журнале: ••• 22" in shown
    assert "8 (978) 333-44-55" in shown
    assert boss.screen.text.startswith("Отмечено как внесённое.")
    assert mother.screen.text == ("✍️ Исправлено в журнале школы: Телефон — «8 (978) 333-44-55»")


@ON_BOTH
async def test_the_class_teacher_sees_who_answered_and_reminds_the_others_once_a_day(
    town: Town, mother: Person
) -> None:
    teacher, father = await town.comes_in("t1"), await town.comes_in("g2")
    town.clock.moves(days=1)
    await a_tick(town)
    await mother.taps("Всё верно")
    town.clock.moves(days=1)

    await opens_the_check(teacher)
    before = teacher.screen.text
    await teacher.taps("Напомнить без ответа")
    first = teacher.screen.text
    await teacher.taps("Напомнить без ответа")
    await town.outbox_ticks()

    assert "Вы подтвердили в этом месяце: всё верно." in mother.screen.text
    assert before.splitlines()[:2] == [
        "✍️ 7А · проверка данных, ноябрь",
        "Верно: 1, с ошибкой: 0, без ответа: 1, спросить на бумаге: 2.",
    ]
    assert "Лугов Марк (Яна): ответа нет" in before
    assert "Котова Инга" in before
    assert "Лугова Ева (Яна): всё верно" in before
    assert first.startswith("Напомню 1 человеку.")
    assert teacher.screen.text.startswith("Напоминать некому")
    assert father.screen.text.startswith("✍️ Проверка данных · ноябрь")
    assert PHONE not in before


@ON_BOTH
async def test_who_is_not_in_the_bot_is_checked_in_person_and_ticked(
    town: Town, mother: Person
) -> None:
    teacher = await town.comes_in("t1")
    await opens_the_check(teacher)
    before, numbers = teacher.screen.text, teacher.screen.buttons

    await teacher.taps("2")
    ticked = teacher.screen.text
    await teacher.taps("3")
    await teacher.taps("4")

    assert "1. Лугова Ева (Яна): ответа нет" in before
    assert "2. Котова Инга" in before
    assert numbers[:3] == ["2", "3", "4"]
    assert (
        ticked.splitlines()[1] == "Верно: 1, с ошибкой: 0, без ответа: 1, спросить на бумаге: 2."
    )
    assert "проверено лично 21 ноября, Грачёва Нина" in ticked
    assert teacher.screen.text.splitlines()[1].startswith("Верно: 3,")


async def test_a_slip_is_taken_back_and_the_own_answer_stands_in_place_of_a_tick(
    town: Town, mother: Person
) -> None:
    teacher = await town.comes_in("t1")
    await opens_the_check(teacher)
    await teacher.taps("2")
    await teacher.taps("2")
    slip = teacher.screen.text
    await teacher.taps("3")
    of_before = teacher.screen
    father = await town.comes_in("g2")
    await father.sends("/settings")
    await father.taps("Мои данные")
    await father.taps("Проверить данные")
    await father.taps("Всё верно")
    await teacher.taps("3", on=of_before)

    assert "проверено" not in slip
    assert "3. Лугов Марк (Яна): проверено лично 21 ноября, Грачёва Нина" in of_before.text
    assert "Вы подтвердили в этом месяце: всё верно." in father.screen.text
    assert "Лугов Марк (Яна): всё верно" in teacher.screen.text


@ON_BOTH
async def test_who_declined_in_writing_is_not_asked_and_is_checked_on_paper(
    town: Town, mother: Person
) -> None:
    teacher, other = await town.comes_in("t1"), await town.comes_in("g3")
    await at_the_family(teacher, "(Лев)")
    await teacher.taps("Письменный отказ принят")
    await teacher.taps("Сегодня, 21 ноября")
    told = len(other.messages)
    town.clock.moves(days=1)
    await a_tick(town)
    await opens_the_check(teacher)
    before = teacher.screen.text
    (line,) = [one for one in before.splitlines() if "(Лев)" in one]
    await teacher.taps(line.partition(".")[0])

    assert len(other.messages) == told
    assert mother.screen.text.startswith("✍️ Проверка данных")
    assert "без ответа: 1, спросить на бумаге: 3." in before
    assert line.endswith(
        "(Лев): бот написать не может (отказ или закрытый чат), спросите на бумаге"
    )
    assert "(Лев): проверено лично 22 ноября, Грачёва Нина" in teacher.screen.text


async def test_a_message_names_no_child_whose_news_were_declined(
    town: Town, mother: Person
) -> None:
    await mother.sends("/settings")
    await mother.taps("Согласия")
    await mother.taps("Ян, 5Б")
    await mother.taps("Отозвать согласие")
    await mother.taps("Да, отозвать")
    town.clock.moves(days=1)
    await a_tick(town)

    assert mother.screen.text.startswith("✍️ Проверка данных")
    assert "Яна" in mother.screen.text
    assert "Ян," not in mother.screen.text


async def test_who_shut_the_chat_after_the_asking_can_be_ticked_and_come_back_answers(
    town: Town, mother: Person
) -> None:
    teacher = await town.comes_in("t1")
    await a_tick(town)
    asked = mother.screen
    await mother.blocks()
    await opens_the_check(teacher)
    shut = teacher.screen
    await mother.unblocks()
    await opens_the_check(teacher)
    back = teacher.screen.text
    await mother.taps("Всё верно", on=asked)
    await opens_the_check(teacher)

    assert "Лугова Ева (Яна): бот написать не может" in shut.text
    assert "Напомнить без ответа" not in shut.buttons
    assert "Лугова Ева (Яна): ответа нет" in back
    assert "Лугова Ева (Яна): всё верно" in teacher.screen.text


async def test_who_shut_the_chat_and_reads_letters_is_asked_on_paper(
    town: Town, postman: Postman
) -> None:
    await town.imports(a_school())
    mother, teacher = await has_a_mailbox(town, postman), await town.comes_in("t1")
    town.clock.moves(days=1)
    await a_tick(town)
    await mother.blocks()
    await opens_the_check(teacher)
    shut = teacher.screen
    await teacher.taps("3")
    ticked = teacher.screen.text

    assert "3. Лугова Ева (Яна): бот написать не может" in shut.text
    assert "Напомнить без ответа" not in shut.buttons
    assert "3. Лугова Ева (Яна): проверено лично" in ticked


async def test_nobody_is_asked_twice_a_month_nor_without_an_account(
    town: Town, mother: Person
) -> None:
    await a_tick(town)
    town.clock.moves(days=2)
    await a_tick(town)
    of_november = await town.delivered()
    town.clock.strikes("2026-12-09T12:00")
    await a_tick(town)
    before_the_day = await town.delivered()
    town.clock.strikes("2026-12-10T10:00")
    await a_tick(town)

    assert (of_november, before_the_day, await town.delivered()) == (1, 1, 2)
    assert mother.screen.text.startswith("✍️ Проверка данных · декабрь")


async def test_who_answered_before_the_notice_left_is_not_asked(
    town: Town, mother: Person
) -> None:
    town.clock.strikes("2026-11-21T22:00")
    await a_tick(town)
    await mother.sends("/settings")
    await mother.taps("Мои данные")
    await mother.taps("Проверить данные")
    await mother.taps("Всё верно")
    town.clock.strikes("2026-11-22T12:00")
    await a_tick(town)

    assert await town.delivered() == 0


async def test_an_import_that_brings_the_right_value_closes_the_correction(
    town: Town, mother: Person
) -> None:
    await a_tick(town)
    await says_the_phone(mother, "8 978 333 44 55")

    await town.imports(with_data(phone="+79783334455"))
    await a_tick(town)

    assert mother.screen.text.startswith("✍️ Исправлено в журнале школы: Телефон")


async def test_a_declined_correction_is_told_with_the_reason(town: Town) -> None:
    await town.imports(with_data(with_an_administrator()))
    boss, mother = await town.comes_in("x1"), await town.comes_in("g1")
    town.clock.moves(days=1)
    await a_tick(town)
    await mother.taps("Есть ошибка")
    await mother.taps("Ребёнок: Яна")
    await mother.sends("Лугова Яна Марковна <b>")
    town.clock.moves(days=1)
    await a_tick(town)
    await boss.taps("Открыть список")
    await boss.taps("1")
    shown = boss.screen.text
    await boss.taps("Отклонить")
    await boss.sends("Нужно свидетельство")
    await town.outbox_ticks()

    assert "О ребёнке: Лугова Яна, 7А" in shown
    assert boss.screen.text.startswith("Отклонено.")
    assert mother.screen.text == (
        "✍️ Исправление не принято: Данные ребёнка — «Лугова Яна Марковна <b>»\n"
        "Причина: Нужно свидетельство"
    )


async def test_an_old_button_of_a_settled_correction_says_so(town: Town) -> None:
    await town.imports(with_data(with_an_administrator()))
    boss, mother = await town.comes_in("x1"), await town.comes_in("g1")
    town.clock.moves(days=1)
    await a_tick(town)
    await says_the_phone(mother, "8 978 333 44 55")
    await boss.sends("/class")
    await boss.taps("Ещё")
    await boss.taps("Исправления")
    await boss.taps("1")

    await says_the_phone_again(mother, "8 978 333 44 66")
    await boss.taps("Внесено")

    assert boss.screen.text.startswith("Это исправление уже решено или заменено другим.")


async def says_the_phone_again(mother: Person, words: str) -> None:
    await says_the_phone(mother, words)
    assert words in mother.screen.text


async def test_words_that_are_no_phone_are_asked_for_again(town: Town, mother: Person) -> None:
    await a_tick(town)

    await says_the_phone(mother, "позвоните бабушке")
    refused = mother.screen.text
    await mother.sends("89780001122")
    known = mother.screen.text
    await mother.sends("8 978 333 44 55")

    assert refused.startswith("Нужен номер из 10–15 цифр, без слов.")
    assert known.startswith("Именно так в школе уже записано.")
    assert mother.screen.text.startswith("Передано администрации школы.")


async def test_a_school_that_wants_no_check_asks_nobody(town: Town, mother: Person) -> None:
    await rules_of(town.store, document=None, decided={"personal_data.asked_on": "0"})

    await a_tick(town)

    assert await town.delivered() == 0
    assert mother.screen.text


@ON_BOTH
async def test_a_week_later_the_class_teacher_hears_once_who_has_not_answered(
    town: Town, mother: Person
) -> None:
    teacher = await town.comes_in("t1")
    town.clock.strikes("2026-12-17T07:50")
    await a_tick(town)
    before = await town.delivered()
    town.clock.strikes("2026-12-17T10:10")
    await a_tick(town)
    heard, told = teacher.screen, await town.delivered()
    await a_tick(town)
    await teacher.taps("Кто не ответил")

    assert (before, told) == (0, 2)
    assert heard.text.startswith("✍️ 7А · проверка данных, декабрь\n")
    assert "Ещё не ответили в боте: 1." in heard.text
    assert await town.delivered() == told
    assert "Лугова Ева (Яна): ответа нет" in teacher.screen.text

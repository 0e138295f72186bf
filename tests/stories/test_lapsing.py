"""What was begun waits for a day: words that come later are meant for something else."""

from sandbox.in_process import Person
from tests.stories.test_asking import answers, asks, boss, consultant, mother
from tests.stories.test_messages import asks as asks_teacher
from tests.stories.town import Town

__all__ = ["boss", "consultant", "mother"]

LAPSED = "Начатое раньше не закончено и больше не ждёт: из него ничего не отправлено."


async def rated(town: Town, consultant: Person, mother: Person) -> None:
    await asks(mother)
    await answers(town, consultant, "Обновите приложение")
    await mother.taps("Помогло")
    await mother.taps("5")


async def test_a_question_an_hour_after_the_stars_is_no_word_to_them(
    town: Town, consultant: Person, mother: Person
) -> None:
    await rated(town, consultant, mother)
    town.clock.moves(minutes=61)
    await mother.sends("А где теперь расписание?")
    shown = mother.screen.text
    await mother.sends("/requests")
    await mother.taps("1")

    assert shown.startswith("Бот понимает кнопки и команды")
    assert LAPSED not in shown
    assert "Ваша оценка: 5" in mother.screen.text
    assert "расписание" not in mother.screen.text


async def test_words_of_the_next_week_are_not_sent_to_whom_an_answer_was_begun(
    town: Town,
) -> None:
    teacher, mother = await town.comes_in("t1"), await town.comes_in("g1")
    await asks_teacher(town, mother)
    await teacher.taps("Ответить")
    town.clock.moves(days=7)
    await teacher.sends("Здравствуйте")
    told = teacher.screen.text
    await town.outbox_ticks()
    await teacher.sends("И ещё")

    assert told.startswith("Бот понимает кнопки и команды")
    assert told.endswith(LAPSED)
    assert LAPSED not in teacher.screen.text
    assert not any("Здравствуйте" in one.text for one in mother.messages)


async def test_what_was_begun_yesterday_evening_goes_on_in_the_morning(town: Town) -> None:
    teacher, mother = await town.comes_in("t1"), await town.comes_in("g1")
    await asks_teacher(town, mother)
    await teacher.taps("Ответить")
    town.clock.moves(hours=20)
    await teacher.sends("Да, в среду")
    await town.outbox_ticks()

    assert mother.screen.text.endswith("\nДа, в среду")


async def test_a_button_of_what_lapsed_sends_nothing(
    town: Town, consultant: Person, mother: Person
) -> None:
    await asks(mother)
    await consultant.sends("Похоже на сбой")
    town.clock.moves(days=2)
    await consultant.taps("Да, отправить")

    assert consultant.toast.startswith("Эта кнопка")
    assert consultant.screen.text.endswith(LAPSED)

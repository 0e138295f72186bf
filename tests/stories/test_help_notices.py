"""What the help desk tells by itself: nobody waits unheard, whichever process looks after it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.composition.use_cases import TurnDesk, use_cases_of
from bot.program import Program
from core.access.people import Actor, Address, Channel
from core.helpdesk.tickets.asking import Question
from core.helpdesk.tickets.ticket import EntryKind
from core.helpdesk.topics import Topic
from core.ids import TicketId
from core.messages.content import Content, RichText
from sandbox.in_process import Person, Screen
from tests.exchange.builders import Files
from tests.stories.conftest import ON_BOTH
from tests.stories.test_duty import at_the_schedule, with_consultants
from tests.stories.town import MovingClock, Town

ASKED = "Не вижу оценок <по алгебре>"
Doing = Callable[[TurnDesk, Actor], Awaitable[Any]]


def on_duty(files: Files, source: str, who: str, hours: str = "11:00-13:00") -> Files:
    starts, ends = hours.split("-")
    return files.add(
        "x_duty",
        sourcedId=source,
        userSourcedId=who,
        topics="any",
        weekday="5",
        startTime=starts,
        endTime=ends,
    )


def two_on_duty() -> Files:
    return on_duty(on_duty(with_consultants(), "d1", "t1"), "d2", "t2")


@pytest.fixture
async def boss(town: Town) -> Person:
    """The administrator; two consultants answer on Fridays from 11 to 13."""
    await town.imports(two_on_duty())
    return await town.comes_in("x1")


@pytest.fixture
async def people(town: Town, boss: Person) -> tuple[Person, Person, Person]:
    """Both consultants, and a mother."""
    return await town.comes_in("t1"), await town.comes_in("t2"), await town.comes_in("g1")


async def does(town: Town, person: Person, what: Doing) -> Any:
    async with town.store.transaction() as tx:
        chat = Address(Channel.TELEGRAM, str(person.id))
        actor = await tx.directory.recognise(chat, language="ru")
        return await what(use_cases_of(town.settings, town.store)(tx), actor)


async def asks(town: Town, person: Person) -> TicketId:
    async def ask(desk: TurnDesk, actor: Actor) -> TicketId:
        question = Question(actor.members[0].school, Topic.DIARY)
        asked = await desk.ask_help(actor, question, Content(RichText(ASKED)))
        return asked.ticket.id

    return TicketId(await does(town, person, ask))


async def answers(town: Town, person: Person, number: TicketId, words: str) -> None:
    async def answer(desk: TurnDesk, actor: Actor) -> None:
        content = Content(RichText(words))
        await desk.say_as_helper(actor, number, EntryKind.ANSWER, content)

    await does(town, person, answer)


async def ticks(town: Town, until: str, *programs: Program) -> None:
    """Let time go on to an hour of this Friday, with a tick of the job every 20 seconds."""
    end = MovingClock()
    end.strikes(f"2026-11-20T{until}")
    while town.clock.at < end.at:
        town.clock.moves(seconds=20)
        at_work = programs or (town.program,)
        await asyncio.gather(*(one.tick("helpdesk-tick") for one in at_work))
        await town.outbox_ticks()


@ON_BOTH
async def test_a_question_is_with_the_consultant_and_its_answer_with_the_asker_at_once(
    town: Town, people: tuple[Person, Person, Person]
) -> None:
    nina, _, mother = people

    number = await asks(town, mother)
    await town.outbox_ticks()
    card = nina.screen
    await answers(town, nina, number, "Обновите страницу")
    await town.outbox_ticks()

    assert card.text == (
        "🆘 Лугова Ева, родитель · дневник\nНовое обращение.\n«Не вижу оценок <по алгебре>»"
    )
    assert card.buttons == ["Ответить", "Открыть", "Передать"]
    assert mother.screen.text == (
        "🆘 Ответ · дневник · Нина Грачёва\nОбновите страницу\n"
        "Обращение закроется пн, 23 ноября, если вопросов больше нет."
    )
    assert mother.screen.buttons == ["Помогло", "Не помогло", "Открыть"]


@ON_BOTH
@pytest.mark.parametrize("lives", ["one process", "two processes", "a kill in between"])
async def test_silence_goes_on_to_the_next_one_and_to_the_administrator_within_a_minute(
    town: Town, boss: Person, people: tuple[Person, Person, Person], lives: str
) -> None:
    nina, other, mother = people
    await asks(town, mother)
    await town.outbox_ticks()
    both = (town.program, town.again())
    programs = both if lives == "two processes" else both[:1]

    await ticks(town, "12:10", *programs)
    early = len(other.messages)
    if lives == "a kill in between":
        programs = (town.again(),)
        await programs[0].recover()
    await ticks(town, "12:11", *programs)
    passed_on, told_before = other.screen.text, nina.screen.text
    await ticks(town, "12:22", *programs)

    silent = "Тот, у кого оно было, не ответил вовремя. Теперь обращение у вас."
    assert silent not in [one.text for one in other.messages[:early]]
    assert silent in passed_on
    assert "Ответа не было вовремя, обращение передано дальше." in told_before
    assert silent in boss.screen.text
    assert boss.screen.buttons == ["Взять", "Открыть", "Передать"]
    assert sum(silent in one.text for one in boss.messages) == 1


@ON_BOTH
async def test_who_agrees_to_take_a_turn_in_its_last_minutes_is_there(
    town: Town, boss: Person
) -> None:
    await town.imports(on_duty(with_consultants(), "d1", "t1"))
    nina, olga = await town.comes_in("t1"), await town.comes_in("t2")
    town.clock.strikes("2026-11-20T10:29")
    await ticks(town, "10:55:20")
    await nina.sends("/duty")
    await nina.taps("Мои дежурства")
    await nina.taps("1")
    await nina.taps("Попросить заменить")
    await nina.taps("1")
    await ticks(town, "10:56")
    asked = olga.screen.text

    await olga.taps("Согласен(на)")
    heard = [len(one.messages) for one in (olga, boss)]
    await ticks(town, "11:00")

    assert "просит вас заменить" in asked
    assert olga.screen.text.startswith("Записано: пт, 20 ноября, 11:00–13:00 дежурите вы.")
    assert [len(one.messages) for one in (olga, boss)] == heard


@ON_BOTH
@pytest.mark.parametrize("how", ["takes no messages", "is no consultant any more"])
async def test_of_who_said_to_be_here_and_went_others_hear(
    town: Town, boss: Person, people: tuple[Person, Person, Person], how: str
) -> None:
    nina, _, _ = people
    town.clock.strikes("2026-11-20T10:29")
    await ticks(town, "10:31")
    here = nina.screen
    await nina.taps("Я здесь")
    await ticks(town, "10:33")
    before = len(boss.messages)
    if how == "takes no messages":
        await nina.blocks()
    else:
        await town.imports(two_on_duty().drop("roles", "r-help-t1"))
        await nina.taps("Я здесь", on=here)
    await ticks(town, "10:35")
    await ticks(town, "10:56")

    told = [one.text for one in boss.messages[before:] if "Грачёва Нина не отвечает" in one.text]
    assert len(told) == 1
    assert how == "takes no messages" or nina.screen.text.startswith("Этот экран вам не открыт")


@ON_BOTH
async def test_a_consultant_is_called_before_the_window_and_silence_is_told(
    town: Town, boss: Person, people: tuple[Person, Person, Person]
) -> None:
    nina, other, _ = people
    town.clock.strikes("2026-11-20T10:29")
    await ticks(town, "10:31")
    called = nina.screen
    await ticks(town, "10:51")
    again = nina.screen.text
    await other.taps("Я здесь")
    await ticks(town, "10:56")

    assert called.text.startswith("🆘 пт, 20 ноября, 11:00–13:00: ваше дежурство")
    assert called.buttons == ["Я здесь", "Передать", "Мои дежурства"]
    assert "Напоминаем ещё раз" in again
    assert boss.screen.text.startswith("⚠️ пт, 20 ноября, 11:00–13:00: Грачёва Нина не отвечает")
    assert boss.screen.buttons == ["Найти замену"]


async def moves_the_turn(boss: Person, hours: str) -> None:
    await at_the_schedule(boss)
    for button in ("1", "По дням", "20.11", "Другие часы"):
        await boss.taps(button)
    await boss.sends(hours)


@ON_BOTH
@pytest.mark.parametrize("how", ["said to be here", "was silent"])
async def test_to_a_turn_that_was_moved_its_consultant_is_called_anew(
    town: Town, boss: Person, people: tuple[Person, Person, Person], how: str
) -> None:
    nina, _, _ = people
    town.clock.strikes("2026-11-20T10:54")
    await ticks(town, "10:54:40")
    if how == "said to be here":
        await nina.taps("Я здесь")
    await ticks(town, "10:56")
    await moves_the_turn(boss, "14:00-15:00")
    town.clock.strikes("2026-11-20T13:29")
    await ticks(town, "13:31")
    called = nina.screen
    town.clock.strikes("2026-11-20T13:49")
    await ticks(town, "13:51")
    again = nina.screen.text
    await ticks(town, "13:56")

    assert called.text.startswith("🆘 пт, 20 ноября, 14:00–15:00: ваше дежурство")
    assert "Я здесь" in called.buttons
    assert "Напоминаем ещё раз" in again
    assert boss.screen.text.startswith("⚠️ пт, 20 ноября, 14:00–15:00: Грачёва Нина не отвечает")


def said_on(person: Person, before: Screen) -> str:
    """Return what a message says now."""
    return next(one.text for one in person.messages if one.id == before.id)


@ON_BOTH
async def test_an_old_button_says_how_the_turn_stands_and_counts_for_nothing(
    town: Town, boss: Person, people: tuple[Person, Person, Person]
) -> None:
    nina, _, _ = people
    town.clock.strikes("2026-11-20T10:29")
    await ticks(town, "10:31")
    await moves_the_turn(boss, "12:00-15:00")

    await nina.taps("Я здесь")
    moved = nina.screen
    town.clock.strikes("2026-11-20T11:29")
    await ticks(town, "11:31")
    called_anew = nina.screen
    await nina.taps("Я здесь", on=moved)
    said = said_on(nina, moved)
    await at_the_schedule(boss)
    for button in ("1", "По дням", "20.11", "Не состоится"):
        await boss.taps(button)
    if "Всё равно" in boss.screen.text or "Сохранить всё равно" in boss.screen.buttons:
        await boss.taps("Сохранить всё равно")
    await nina.taps("Я здесь", on=called_anew)

    assert moved.text.startswith("Не записано: с тех пор часы дежурства изменились.")
    assert "пт, 20 ноября, 12:00–15:00" in moved.text
    assert called_anew.text.startswith("🆘 пт, 20 ноября, 12:00–15:00: ваше дежурство")
    assert said.startswith("Записано: вы на месте.")
    off = said_on(nina, called_anew)
    assert off == "Не записано: этого дежурства в тот день уже нет."


@ON_BOTH
async def test_an_answer_that_did_not_arrive_is_told_to_who_gave_it(
    town: Town, people: tuple[Person, Person, Person]
) -> None:
    nina, _, mother = people
    number = await asks(town, mother)
    await town.outbox_ticks()
    await mother.blocks()

    await answers(town, nina, number, "Обновите страницу")
    await town.outbox_ticks()
    await town.program.tick("message-tick")
    await town.outbox_ticks()

    assert "Ваш ответ не доставлен" in nina.screen.text
    assert "«Обновите страницу»" in nina.screen.text


async def test_an_answer_at_night_waits_for_the_morning_and_one_in_the_window_does_not(
    town: Town, people: tuple[Person, Person, Person]
) -> None:
    nina, _, mother = people
    number = await asks(town, mother)
    town.clock.strikes("2026-11-20T23:30")
    await answers(town, nina, number, "Обновите страницу")
    await town.outbox_ticks()
    so_far = [one.text for one in mother.messages]

    town.clock.strikes("2026-11-21T08:00")
    await town.outbox_ticks()

    assert not any("Обновите страницу" in one for one in so_far)
    assert "Обновите страницу" in mother.screen.text


async def test_flaws_of_the_schedule_are_told_once_a_day(
    town: Town, boss: Person, people: tuple[Person, Person, Person]
) -> None:
    so_far = len(boss.messages)
    await people[0].blocks()
    await asks(town, people[2])
    await town.outbox_ticks()

    for day in ("20", "20", "21"):
        town.clock.strikes(f"2026-11-{day}T12:30")
        await town.program.tick("duty-tick")
        await town.outbox_ticks()

    told = [one.text for one in boss.messages[so_far:] if "График дежурств" in one.text]
    assert len(told) == 2
    assert "не получает сообщений" in told[0]


def a_role(person: str, role: str) -> dict[str, str]:
    kept = {"sourcedId": f"r-{person}-{role}", "userSourcedId": person, "orgSourcedId": "s"}
    return kept | {"role": role, "roleType": "secondary"}


async def test_where_no_administrator_is_reached_the_head_hears_of_it(
    town: Town, boss: Person, people: tuple[Person, Person, Person]
) -> None:
    head = people[1]
    files = on_duty(with_consultants(), "d1", "t1").add("roles", **a_role("t2", "principal"))
    await town.imports(files)
    await boss.blocks()
    await asks(town, people[2])
    await town.outbox_ticks()

    town.clock.strikes("2026-11-21T12:30")
    await town.program.tick("duty-tick")
    await town.outbox_ticks()
    told = head.screen
    await head.taps("Что не так")

    assert "Ни один администратор журнала не получает сообщений" in told.text
    assert "Ни один администратор журнала не получает сообщений" in head.screen.text


async def test_one_who_is_all_in_one_reads_it_in_the_schedule_and_not_every_day(
    town: Town, boss: Person, people: tuple[Person, Person, Person]
) -> None:
    files = with_consultants().add("roles", **a_role("x1", "counselor"))
    await town.imports(on_duty(files, "d3", "x1"))
    so_far = len(boss.messages)

    town.clock.strikes("2026-11-21T12:30")
    await town.program.tick("duty-tick")
    await town.outbox_ticks()
    told = boss.messages[so_far:]
    await boss.sends("/duty")
    await boss.taps("График дежурств")
    await boss.taps("Замечания (1)")

    assert told == []
    assert "Если консультант промолчит, обращение вернётся к нему" in boss.screen.text

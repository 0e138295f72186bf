"""A mother wants news in the chat and by letter: each tells it once, and an answer counts once."""

import re
from datetime import date

from core.ids import PupilId, SourceId
from sandbox.engine.faults import bad_gateway, flood
from sandbox.in_process import Person
from tests.notifications.test_mail import Postman
from tests.stories.conftest import ON_BOTH
from tests.stories.periods import ISSUED, morning, near_the_end, quietly_imported
from tests.stories.test_mail import (
    acknowledged,
    has_a_mailbox,
    letters,
    postman,
    text_of,
    with_homework,
)
from tests.stories.test_messages import answers, asks
from tests.stories.test_preferences import chooses, told
from tests.stories.town import Town

__all__ = ["postman"]
FORECAST = "рогноз на II четверть"


async def leaves_one_child(town: Town) -> None:
    """Let the mother have one child at the school: a message about two has other buttons."""
    one_child = near_the_end().change("users", "p4", agentSourcedIds="g2")
    town.clock.strikes("2026-12-08T12:00")
    await town.imports(one_child)
    await town.evening_news()


async def has_forecasts_both_ways(town: Town, postman: Postman) -> Person:
    mother = await has_a_mailbox(town, postman)
    await leaves_one_child(town)
    await chooses(mother, "Прогнозы и предупреждения", "И так, и так")
    postman.letters.clear()
    await morning(town, ISSUED)
    return mother


def link_of(postman: Postman) -> str:
    """Return the link by which the forecast of the last letter about one is answered."""
    found = [
        one for letter in letters(postman) for one in re.findall(r"/ack/(\S+)", text_of(letter))
    ]
    return str(found[-1])


async def answers_by_letter(town: Town, token: str) -> str:
    looked = await town.program.answers.look(token)
    stamp = re.search(r'name="stamp" value="(\d+)"', looked.text or "")
    assert stamp is not None
    await town.program.answers.answer(token, int(stamp[1]))
    return (await town.program.answers.look(token)).text or ""


@ON_BOTH
async def test_homework_comes_to_the_chat_and_by_letter_and_each_row_has_its_ending(
    town: Town, postman: Postman
) -> None:
    mother = await has_a_mailbox(town, postman)
    await chooses(mother, "Домашние задания", "И так, и так")
    so_far = len(mother.messages)

    await town.imports(with_homework())
    await town.evening_news()

    (letter,) = letters(postman)
    assert "Повторить дроби" in text_of(letter)
    assert "Повторить дроби" in "".join(told(mother, so_far))
    assert await town.endings() == {"delivered": 2}


@ON_BOTH
async def test_the_letter_does_not_wait_while_telegram_is_away(
    town: Town, postman: Postman
) -> None:
    mother = await has_a_mailbox(town, postman)
    await chooses(mother, "Домашние задания", "И так, и так")
    so_far = len(mother.messages)
    town.telegram.break_next(bad_gateway(), "sendMessage", times=None)
    await town.imports(with_homework())
    await town.evening_news()
    town.clock.moves(minutes=30)
    await town.outbox_ticks()
    away = letters(postman), await town.endings()

    town.telegram.mend()
    town.clock.moves(minutes=30)
    await town.outbox_ticks()

    assert [("Повторить дроби" in text_of(one)) for one in away[0]] == [True]
    assert away[1] == {"delivered": 1, "waiting": 1}
    assert "Повторить дроби" in "".join(told(mother, so_far))
    assert len(letters(postman)) == 1
    assert await town.endings() == {"delivered": 2}


@ON_BOTH
async def test_a_chat_that_a_429_holds_holds_no_letter(town: Town, postman: Postman) -> None:
    mother = await has_a_mailbox(town, postman)
    await chooses(mother, "Домашние задания", "И так, и так")
    town.telegram.break_next(flood(3600), "sendMessage", chat_id=mother.id)

    await town.imports(with_homework())
    await town.evening_news()

    assert len(letters(postman)) == 1
    assert await town.endings() == {"delivered": 1, "waiting": 1}


async def test_everything_at_once_may_go_both_ways_and_is_said_so(
    town: Town, postman: Postman
) -> None:
    mother = await has_a_mailbox(town, postman)
    await mother.sends("/settings")
    await mother.taps("Почта")

    await mother.taps("И так, и так")

    assert "Домашние задания: сразу, в чат и письмом" in mother.screen.text
    assert mother.toast == "Все новости придут и в чат, и письмами"


@ON_BOTH
async def test_an_answer_by_letter_counts_once_and_the_message_in_the_chat_shows_it(
    town: Town, postman: Postman
) -> None:
    mother = await has_forecasts_both_ways(town, postman)
    in_chat = next(one for one in reversed(mother.messages) if FORECAST in one.text)

    thanked = await answers_by_letter(town, link_of(postman))
    await town.program.tick("mail-answers")
    again = await town.program.tick("mail-answers")

    edited = next(one for one in mother.messages if one.id == in_chat.id)
    assert "Вы ознакомились" in thanked
    assert await acknowledged(town) == 1
    assert "Ознакомлен(а)" in in_chat.buttons
    assert "Вы ознакомились" in edited.text
    assert "Ознакомлен(а)" not in edited.buttons
    assert again == 0


@ON_BOTH
async def test_an_answer_by_letter_is_a_day_of_use(town: Town, postman: Postman) -> None:
    await has_forecasts_both_ways(town, postman)
    before = await days_of_use(town)

    await answers_by_letter(town, link_of(postman))

    assert await days_of_use(town) == before + 1


async def days_of_use(town: Town) -> int:
    """Return on how many days Яна's parents used the journal."""
    async with town.store.reading() as tx:
        (school,) = await tx.schools.all()
        pupil = await tx.schools.person(school.id, SourceId("p1"))
        assert pupil is not None
        (family,) = await tx.visits.families([PupilId(pupil)], date(2026, 9, 1), date(2027, 5, 28))
        return sum(one.days for one in family.guardians)


async def test_a_message_about_two_children_stays_and_what_it_opens_shows_the_answer(
    town: Town, postman: Postman
) -> None:
    mother = await has_a_mailbox(town, postman)
    await quietly_imported(town)
    await chooses(mother, "Прогнозы и предупреждения", "И так, и так")
    postman.letters.clear()
    await morning(town, ISSUED)
    in_chat = next(one for one in reversed(mother.messages) if FORECAST in one.text)

    await answers_by_letter(town, link_of(postman))
    await town.program.tick("mail-answers")
    await mother.taps("Прогноз: Яна", on=in_chat)

    assert next(one for one in mother.messages if one.id == in_chat.id).text == in_chat.text
    assert "Вы ознакомились" in mother.screen.text


async def test_an_answer_in_the_chat_shows_on_the_letters_page(
    town: Town, postman: Postman
) -> None:
    mother = await has_forecasts_both_ways(town, postman)
    token = link_of(postman)
    in_chat = next(one for one in reversed(mother.messages) if FORECAST in one.text)

    await mother.taps("Ознакомлен(а)", on=in_chat)
    page = (await town.program.answers.look(token)).text or ""

    assert "Вы ознакомились" in page
    assert 'name="stamp"' not in page
    assert await acknowledged(town) == 1


async def test_a_shut_chat_gets_one_letter_and_no_copy_of_it(town: Town, postman: Postman) -> None:
    mother = await has_a_mailbox(town, postman)
    await chooses(mother, "Домашние задания", "И так, и так")
    town.telegram.people.deletes_account(mother.id)

    await town.imports(with_homework())
    await town.evening_news()

    assert len(letters(postman)) == 1
    assert await town.endings() == {"delivered": 1}


@ON_BOTH
async def test_a_teacher_s_answer_comes_by_letter_where_the_chat_was_closed_for_the_child(
    town: Town, postman: Postman
) -> None:
    mother, teacher = await has_a_mailbox(town, postman), await town.comes_in("t1")
    await asks(town, mother)
    await mother.sends("/start")
    await mother.taps("Настройки")
    await mother.taps("Согласия")
    await mother.taps("Яна, 7А")
    await mother.taps("Не писать в чат")
    await mother.taps("Да, отозвать")
    await mother.taps("Согласие на письма")
    said = len(mother.messages)

    await answers(town, teacher, "Контрольная в четверг")

    assert len(mother.messages) == said
    (letter,) = letters(postman)
    assert "Контрольная в четверг" in text_of(letter)


async def test_a_mailbox_that_bounces_takes_nothing_from_the_chat(
    town: Town, postman: Postman
) -> None:
    mother, teacher = await has_a_mailbox(town, postman), await town.comes_in("t1")
    await chooses(mother, "Домашние задания", "И так, и так")
    heard, so_far = len(teacher.messages), len(mother.messages)
    postman.to = "550 5.1.1 no such user"

    await town.imports(with_homework())
    await town.evening_news()

    assert "Повторить дроби" in "".join(told(mother, so_far))
    assert told(teacher, heard) == []
    assert await town.endings() == {"delivered": 1, "refused: unreachable": 1}


async def test_one_way_alone_makes_no_copy(town: Town, postman: Postman) -> None:
    mother = await has_a_mailbox(town, postman)
    await chooses(mother, "Домашние задания", "Письмом")

    await town.imports(with_homework())
    await town.evening_news()

    assert await town.endings() == {"delivered": 1}

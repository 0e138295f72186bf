"""A reply in the messenger goes to whom it answers, whatever else was begun."""

from sandbox.in_process import Person
from tests.stories.conftest import ON_BOTH
from tests.stories.test_asking import answers as answers_ticket
from tests.stories.test_asking import begins, boss, consultant
from tests.stories.test_help_desk import asked
from tests.stories.test_messages import asks
from tests.stories.test_remarks import opens_remarks
from tests.stories.town import Town

__all__ = ["boss", "consultant"]

BUSY = "Вы заняты и другим: оно не отправлено"


async def replies(person: Person, words: str, found: str) -> None:
    """Answer the last message that says something, by the messenger's own reply."""
    to = next(one for one in reversed(person.messages) if found in one.text)
    await person.posts(text=words, reply_to_message=to.wire)


@ON_BOTH
async def test_a_reply_goes_to_whom_it_answers_though_another_answer_was_begun(
    town: Town,
) -> None:
    teacher = await town.comes_in("t1")
    mother, father = await town.comes_in("g1"), await town.comes_in("g2")
    await asks(town, father, "Вопрос отца")
    await asks(town, mother, "Вопрос матери")
    await teacher.taps("Ответить")
    await replies(teacher, "Отцу", "Вопрос отца")
    told = teacher.screen.text
    await teacher.sends("Матери")
    await town.outbox_ticks()

    assert BUSY in told
    assert mother.screen.text.endswith("\nМатери")
    assert father.screen.text.endswith("\nОтцу")
    assert not any("Отцу" in one.text for one in mother.messages)


async def test_a_reply_to_whom_an_answer_was_begun_is_that_answer(town: Town) -> None:
    teacher, mother = await town.comes_in("t1"), await town.comes_in("g1")
    await asks(town, mother, "Вопрос матери")
    await teacher.taps("Ответить")
    await replies(teacher, "Да", "Вопрос матери")
    said = teacher.screen.text
    await teacher.sends("Это никому")
    await town.outbox_ticks()

    assert BUSY not in said
    assert mother.screen.text.endswith("\nДа")


async def test_a_reply_is_not_taken_for_a_remark_that_was_begun(town: Town) -> None:
    teacher, mother = await town.comes_in("t1"), await town.comes_in("g1")
    await asks(town, mother, "Вопрос матери")
    await opens_remarks(teacher)
    await teacher.taps("Добавить")
    await teacher.taps("Похвала")
    await replies(teacher, "Ответ", "Вопрос матери")
    await town.outbox_ticks()
    answered = mother.screen.text
    await teacher.sends("Молодец")
    await town.outbox_ticks()

    assert answered.endswith("\nОтвет")
    assert mother.screen.text.startswith("Яна · похвала\nМолодец")


async def test_parts_of_an_album_that_reply_leave_what_was_begun(town: Town) -> None:
    teacher, mother = await town.comes_in("t1"), await town.comes_in("g1")
    await asks(town, mother, "Вопрос матери")
    to = teacher.screen.wire
    await opens_remarks(teacher)
    await teacher.taps("Добавить")
    await teacher.taps("Похвала")
    for number in range(2):
        photo = {"file_id": f"f{number}", "file_unique_id": "u", "width": 9, "height": 9}
        await teacher.posts(photo=[photo], media_group_id="7", reply_to_message=to)
    await teacher.sends("Молодец")

    assert teacher.screen.text.startswith("Записано, семья узнает.")


async def test_an_album_that_replies_is_gathered_and_goes_as_one(town: Town) -> None:
    teacher, mother = await town.comes_in("t1"), await town.comes_in("g1")
    await asks(town, mother, "Вопрос матери")
    to = teacher.screen.wire
    for number in range(2):
        photo = {"file_id": f"f{number}", "file_unique_id": "u", "width": 9, "height": 9}
        await teacher.posts(photo=[photo], media_group_id="7", reply_to_message=to)
    await teacher.taps("Отправить")
    await mother.sends("/messages")
    await mother.taps("1")
    await mother.taps("2")

    assert "Файлы: 2" in mother.screen.buttons


async def test_who_asks_anew_still_replies_to_the_earlier_request(
    town: Town, consultant: Person
) -> None:
    mother = await town.comes_in("g1")
    await asked(town, mother)
    await answers_ticket(town, consultant, "Какой предмет?", asks_back=True)
    await begins(mother)
    await replies(mother, "Алгебра", "Какой предмет?")
    told = mother.screen.text
    await mother.sends("Другой вопрос")
    await mother.taps("Отправить")

    assert "Дополнение к обращению № 1 отправлено." in told
    assert BUSY in told
    assert "№ 2" in mother.screen.text


@ON_BOTH
async def test_words_that_wait_for_a_tap_wait_though_a_reply_goes_first(
    town: Town, consultant: Person
) -> None:
    mother = await town.comes_in("g1")
    await asked(town, mother)
    await consultant.sends("Похоже на сбой")
    question = consultant.screen
    await replies(consultant, "Обновите страницу", "Не вижу заданий")
    told = consultant.screen.text
    await town.outbox_ticks()
    heard = mother.screen.text
    await consultant.taps("Да, отправить", on=question)
    await town.outbox_ticks()

    assert BUSY in told
    assert "Обновите страницу" in heard
    assert "Похоже на сбой" in mother.screen.text


async def test_a_reply_to_the_same_request_stays_the_note_that_was_begun(
    town: Town, consultant: Person
) -> None:
    mother = await town.comes_in("g1")
    await asked(town, mother)
    await consultant.sends("/desk")
    await consultant.taps("1")
    await consultant.taps("Ещё")
    await consultant.taps("Заметка")
    await replies(consultant, "Только для нас", "Не вижу заданий")
    await town.outbox_ticks()

    assert not any("Только для нас" in one.text for one in mother.messages)

"""Somebody asks for help, and always knows when an answer comes (H1, H2, S3)."""

import pytest
from sqlalchemy import text

from bot.composition.use_cases import use_cases_of
from core.access.people import Address, Channel
from core.helpdesk.tickets.answering import AnswerTicket, AskBack
from core.ids import TicketId
from core.messages.content import Content, RichText
from sandbox.in_process import Person
from tests.exchange.builders import Files
from tests.stories.conftest import ON_BOTH
from tests.stories.test_duty import with_consultants
from tests.stories.town import Town

ASKED = "Почему в дневнике не видно задания на завтра?"


def on_duty(files: Files, source: str, who: str, **more: str) -> Files:
    """Return the files with a window on Fridays; a single topic where one is named."""
    told = {"topics": "any", "weekday": "5", "startTime": "11:00", "endTime": "13:00"} | more
    return files.add("x_duty", sourcedId=source, userSourcedId=who, **told)


@pytest.fixture
async def boss(town: Town) -> Person:
    """The administrator of the journal; one consultant answers on Fridays, 11:00–13:00."""
    await town.imports(on_duty(with_consultants(), "d1", "t1"))
    return await town.comes_in("x1")


@pytest.fixture
async def consultant(town: Town, boss: Person) -> Person:
    return await town.comes_in("t1")


@pytest.fixture
async def mother(town: Town, consultant: Person) -> Person:
    return await town.comes_in("g1")


async def begins(person: Person, topic: str = "1") -> None:
    """Come to the words of a question about the diary, past what is known."""
    await person.sends("/start")
    await person.taps("🆘 Помощь")
    await person.taps("Задать вопрос")
    await person.taps(topic)
    await past_what_is_known(person)


async def past_what_is_known(person: Person) -> None:
    """Say that it is about the second child of two, and that no known answer helps."""
    if "Не важно" in person.screen.buttons:
        await person.taps("2")
    if "Всё равно спросить" in person.screen.buttons:
        await person.taps("Всё равно спросить")


async def asks(person: Person, words: str = ASKED, topic: str = "1") -> None:
    await begins(person, topic)
    await person.sends(words)
    await person.taps("Отправить")


async def answers(town: Town, consultant: Person, words: str, *, asks_back: bool = False) -> None:
    """Let the consultant answer the first request, or ask back."""
    async with town.store.transaction() as tx:
        desk = use_cases_of(town.settings, town.store)(tx)
        address = Address(Channel.TELEGRAM, str(consultant.id))
        actor = await tx.directory.recognise(address, language="ru")
        deed = (AskBack if asks_back else AnswerTicket)(desk._open_ticket)
        await deed(actor, TicketId(1), Content(RichText(words)))
    await town.outbox_ticks()


async def the_transcript(person: Person) -> str:
    """Take all that was said out of the ticket that is shown."""
    await person.taps("Ещё")
    await person.taps("Переписка файлом")
    file = person.screen.document
    assert file is not None
    return file.content.decode("utf-8-sig")


async def said_in(town: Town) -> list[str]:
    async with town.store.reading() as tx:
        rows = await tx.connection.execute(text("SELECT text FROM ticket_versions ORDER BY at"))
        return [row[0] for row in rows]


@ON_BOTH
async def test_in_hours_the_one_on_duty_answers_now(town: Town, mother: Person) -> None:
    await mother.sends("/start")
    await mother.taps("🆘 Помощь")
    hub = mother.screen
    await mother.taps("Задать вопрос")
    topics = mother.screen.text
    await mother.taps("1")
    children = mother.screen.text
    await past_what_is_known(mother)
    await mother.sends(ASKED)
    await mother.sends("В среду оно ещё было.")
    preview = mother.screen.text
    await mother.taps("Отправить")

    assert hub.buttons == ["Задать вопрос", "Мои обращения", "Кто дежурит", "Справка", "Меню"]
    assert "1. дневник" in topics
    assert "10. отчёты" in topics
    assert "1. Ян, 5Б\n2. Яна, 7А" in children
    assert preview.startswith("🆘 Вопрос · дневник · Яна, 7А")
    assert "Сообщений: 2, файлов: 0" in preview
    assert "Обращение № 1 принято." in mother.screen.text
    assert "Нина Грачёва отвечает сейчас, вы 1-й в очереди." in mother.screen.text
    assert await said_in(town) == [ASKED, "В среду оно ещё было."]


@ON_BOTH
async def test_lost_access_under_another_topic_goes_to_the_administrator_all_the_same(
    town: Town, mother: Person, boss: Person
) -> None:
    await begins(mother)
    await mother.sends("Не могу войти в дневник: забыли пароль")
    heard = mother.screen
    await mother.taps("Отправить")
    await town.outbox_ticks()

    assert "Похоже, потерян доступ: обращение уйдёт администратору журнала" in heard.text
    assert heard.buttons[:2] == ["Отправить", "Нет, тема: дневник"]
    assert "забыли пароль" in boss.screen.text


@ON_BOTH
async def test_lost_access_that_is_said_afterwards_goes_to_the_administrator_too(
    town: Town, mother: Person, consultant: Person, boss: Person
) -> None:
    await asks(mother)
    await town.outbox_ticks()

    await mother.taps("‹ Обращение")
    await mother.taps("Дописать")
    await mother.sends("И войти не могу: забыла пароль")
    await mother.taps("Отправить")
    await town.outbox_ticks()
    added, told = mother.screen, consultant.screen.text
    heard = [one.text for one in boss.messages]
    await mother.taps("Другая тема")
    await mother.taps("1")
    await town.outbox_ticks()

    assert "Доступ возвращает администратор журнала" in added.text
    assert "Тему сменили, обращение больше не у вас." in told
    assert any("забыла пароль" in one for one in heard)
    assert "Нина Грачёва отвечает сейчас" in mother.screen.text


async def test_what_is_said_once_more_of_a_chosen_topic_stays_with_it(
    town: Town, mother: Person, consultant: Person
) -> None:
    await begins(mother)
    await mother.sends("Не могу войти в дневник: забыли пароль")
    await mother.taps("Нет, тема: дневник")
    await mother.taps("‹ Обращение")
    await mother.taps("Дописать")
    await mother.sends("Пароль подходит, а войти не могу")
    await mother.taps("Отправить")
    await town.outbox_ticks()

    assert "Нина Грачёва отвечает сейчас" in mother.screen.text
    assert "Пароль подходит" in consultant.screen.text


async def test_who_says_that_it_is_no_lost_access_asks_of_the_chosen_topic(
    town: Town, mother: Person, boss: Person
) -> None:
    said = len(boss.messages)
    await begins(mother)
    await mother.sends("Не могу войти в дневник: забыли пароль")
    await mother.taps("Нет, тема: дневник")
    await town.outbox_ticks()

    assert "Нина Грачёва отвечает сейчас" in mother.screen.text
    assert len(boss.messages) == said


@ON_BOTH
async def test_out_of_hours_the_next_window_and_the_place_in_line_are_promised(
    town: Town, mother: Person
) -> None:
    father = await town.comes_in("g2")
    town.clock.strikes("2026-11-20T18:00")
    await asks(mother)
    await asks(father)

    assert (
        "Сейчас по теме «дневник» никто не дежурит. Ответят: пт, 27 ноября, с 11:00. "
        "Вы 2-й в очереди; когда начнётся, напишу."
    ) in father.screen.text


async def test_what_cannot_wait_goes_to_the_administrator_at_once(
    town: Town, mother: Person
) -> None:
    town.clock.strikes("2026-11-20T18:00")
    await asks(mother)
    await mother.taps("Срочно")
    warned = mother.screen.text
    await mother.sends("Завтра контрольная, а заданий нет")

    assert "Срочное не ждёт окна дежурства" in warned
    assert "Ответит администратор журнала" in mother.screen.text


async def test_urgent_before_sending_can_be_taken_back(town: Town, mother: Person) -> None:
    town.clock.strikes("2026-11-20T18:00")
    await begins(mother)
    await mother.sends(ASKED)
    await mother.taps("Срочно")
    await mother.sends("Горит")
    urgent = mother.screen.text
    await mother.taps("Не срочно")
    await mother.taps("Отправить")

    assert "⚠️ Срочно: Горит" in urgent
    assert "Ответят: пт, 27 ноября, с 11:00" in mother.screen.text


async def test_another_topic_promises_anew_and_cancelling_asks_once_more(
    town: Town, mother: Person
) -> None:
    await asks(mother)
    await mother.taps("Другая тема")
    await mother.taps("6")
    lost = mother.screen.text
    await mother.taps("Отменить вопрос")
    await mother.taps("Да, отменить")
    cancelled = mother.screen.text
    await mother.taps("Мои обращения")

    assert "Доступ возвращает администратор журнала" in lost
    assert "Вы отменили этот вопрос." in cancelled
    assert "1. № 1 · потерян доступ · отменено · 20 ноября" in mother.screen.text


@ON_BOTH
async def test_own_words_suggest_a_topic_and_nothing_is_forced(town: Town, mother: Person) -> None:
    await mother.sends("/ask")
    await mother.sends(ASKED)
    suggested = mother.screen
    await mother.taps("Другая тема")
    await mother.taps("3")
    about = mother.screen.text
    await past_what_is_known(mother)
    await mother.taps("Отправить")

    assert "Похоже, это тема «дневник»." in suggested.text
    assert "Да, дневник" in suggested.buttons
    assert "итоговые отметки" in about
    assert "Обращение № 1 принято." in mother.screen.text
    assert await said_in(town) == [ASKED]


async def test_who_is_helped_by_a_known_answer_asks_nothing(
    town: Town, boss: Person, mother: Person
) -> None:
    await mother.sends("/ask")
    await mother.taps("3")
    await mother.taps("Не важно")
    offered = mother.screen.text
    await mother.taps("1")
    answer = mother.screen.text
    await mother.taps("Помогло")
    await boss.sends("/start")
    await boss.taps("🆘 Помощь")
    await boss.taps("Ответы")
    while "Прогноз" not in boss.screen.text and "какая отметка" not in boss.screen.text:
        await boss.taps("Дальше ›")

    assert "1. Где посмотреть, какая отметка выходит за период?" in offered
    assert "/forecast" in answer
    assert "Вопрос не отправлен" in mother.screen.text
    assert "помогло: 1" in boss.screen.text
    assert await said_in(town) == []


async def test_consultants_keep_known_answers_in_the_school_s_words(
    town: Town, consultant: Person, mother: Person
) -> None:
    await consultant.sends("/start")
    await consultant.taps("🆘 Помощь")
    await consultant.taps("Ответы")
    await consultant.taps("Добавить")
    await consultant.taps("8")
    await consultant.sends("к" * 121)
    long = consultant.screen.text
    await consultant.sends("Когда видно задания?")
    await consultant.sends("К 18:00.")
    kept = consultant.screen.text
    await mother.sends("/ask")
    await mother.taps("1")
    await mother.taps("2")
    shown = mother.screen.text
    await consultant.taps("Не показывать")
    await mother.sends("/ask")
    await mother.taps("1")
    await mother.taps("2")

    assert "120" in long
    assert "Записано." in kept
    assert "Когда видно задания?" in shown
    assert "Когда видно задания?" not in mother.screen.text


async def test_an_album_is_gathered_and_sent_as_one_request(town: Town, mother: Person) -> None:
    await begins(mother)
    for name in ("Первый", "Второй"):
        photo = [{"file_id": name, "file_unique_id": name, "width": 9, "height": 9}]
        await mother.posts(photo=photo, caption=name, media_group_id="a1")
    said = len(mother.messages)
    await mother.taps("Отправить")
    await mother.taps("‹ Обращение")

    assert said == len(mother.messages)
    assert "файлов: 2" in mother.screen.text


@ON_BOTH
async def test_an_edited_message_edits_the_request_before_and_after_sending(
    town: Town, mother: Person
) -> None:
    await begins(mother)
    await mother.sends("Не видно")
    await mother.edits("Не видно задания")
    preview = mother.screen.text
    await mother.taps("Отправить")
    await mother.edits("Не видно задания на завтра")
    edited = mother.screen.text
    await mother.taps("‹ Обращение")
    await mother.taps("1")

    assert "«Не видно задания»" in preview
    assert "Правка записана" in edited
    assert "версия 2 из 2" in mother.screen.text
    assert await said_in(town) == ["Не видно задания", "Не видно задания на завтра"]


async def test_an_edit_while_the_reason_is_asked_for_changes_what_is_sent(
    town: Town, mother: Person
) -> None:
    await begins(mother)
    await mother.sends("Не видно задания")
    await mother.taps("Срочно")
    await mother.edits("Не видно задания на завтра")
    edited = mother.screen.text
    await mother.sends("Завтра контрольная")
    await mother.taps("Отправить")

    assert edited.startswith("Правка учтена: уйдут новые слова.")
    assert await said_in(town) == ["Не видно задания на завтра"]


@ON_BOTH
async def test_a_secret_is_deleted_in_the_chat_and_kept_nowhere(
    town: Town, mother: Person
) -> None:
    await begins(mother)
    await mother.sends("Не вхожу, пароль: qwerty99")
    warned = mother.screen.text
    await mother.sends("ABCD-EFG2-JKLM")
    code = mother.screen.text
    await mother.taps("Отправить")
    async with town.store.reading() as tx:
        raw = [row[0] for row in await tx.connection.execute(text("SELECT raw FROM inbox"))]

    chat = town.telegram.chat("42:TOWN", mother.id)
    left = [str(one.wire.get("text", "")) for one in chat.history() if not one.from_bot]
    assert "пароль или код" in warned
    assert "qwerty" not in warned
    assert "Код не сохранён" in code
    assert await said_in(town) == ["Не вхожу, пароль: •••"]
    assert not any("qwerty" in one or "ABCD" in one for one in (*left, *raw))


async def test_lost_access_goes_to_the_administrator_even_when_somebody_is_on_duty(
    town: Town, mother: Person
) -> None:
    await asks(mother, "Не открывается запись второго ребёнка", "6")

    assert "Доступ возвращает администратор журнала" in mother.screen.text


@ON_BOTH
async def test_an_answer_is_confirmed_reopened_rated_and_taken_out_as_a_file(
    town: Town, consultant: Person, mother: Person
) -> None:
    await asks(mother)
    await answers(town, consultant, "Обновите приложение")
    answer = mother.screen
    await mother.taps("Не помогло")
    reopened = mother.screen.text
    await mother.sends("Обновили, не видно")
    await mother.taps("Отправить")
    await answers(town, consultant, "Учитель задал сейчас")
    await mother.taps("Помогло")
    await mother.taps("5")
    rated = mother.screen.text
    await mother.sends("Быстро и понятно")
    await mother.taps("‹ Обращение")
    card = mother.screen.text
    written = await the_transcript(mother)

    assert "Обновите приложение" in answer.text
    assert "снова открыто" in reopened
    assert "Оценка 5 записана" in rated
    assert "Закрыто: помогло." in card
    assert "Ваша оценка: 5" in card
    assert ASKED in written
    assert "Нина Грачёва:" in written
    assert "Обновили, не видно" in written


async def test_a_reply_to_the_consultant_s_message_goes_into_the_request(
    town: Town, consultant: Person, mother: Person
) -> None:
    await asks(mother)
    await answers(town, consultant, "Какой предмет?", asks_back=True)
    await mother.posts(text="Алгебра", reply_to_message=mother.screen.wire)

    assert "Дополнение к обращению № 1 отправлено." in mother.screen.text
    assert await said_in(town) == [ASKED, "Какой предмет?", "Алгебра"]


async def test_who_blocked_the_bot_in_between_finds_the_request_again(
    town: Town, consultant: Person, mother: Person
) -> None:
    await asks(mother)
    await mother.blocks()
    await answers(town, consultant, "Какой предмет?", asks_back=True)
    await mother.unblocks()
    await mother.sends("/requests")
    await mother.taps("1")

    assert "Какой предмет?" in mother.screen.text


async def test_the_other_parent_and_the_pupil_see_nothing_of_it(
    town: Town, mother: Person
) -> None:
    await asks(mother)
    card = mother.screen.data_of("‹ Обращение")
    father, pupil = await town.comes_in("g2"), await town.comes_in("p1")
    for other in (father, pupil):
        await other.sends("/requests")

    assert card
    assert "Обращений пока нет." in father.screen.text
    assert "Обращений пока нет." in pupil.screen.text

"""Codes and passwords typed where they do not belong: out of the chat, sent and used by nobody."""

from typing import Any

import pytest
from sqlalchemy import text

from core.access.people import Address, Channel
from sandbox.in_process import Person
from storage.dialogues import SqlDialogues
from storage.helpdesk.tickets import SqlTickets
from storage.inbox import SqlInbox
from tests.sandbox.builders import a_png
from tests.stories.conftest import ON_BOTH
from tests.stories.test_asking import asks, on_duty
from tests.stories.test_duty import with_consultants
from tests.stories.test_messages import chooses_teacher
from tests.stories.town import TOKEN, Town


@pytest.fixture
async def consultant(town: Town) -> Person:
    """Who answers on Fridays, 11:00–13:00."""
    await town.imports(on_duty(with_consultants(), "d1", "t1"))
    return await town.comes_in("t1")


@pytest.fixture
async def mother(town: Town, consultant: Person) -> Person:
    return await town.comes_in("g1")


async def words_left(town: Town, person: Person) -> str:
    """Return what the person wrote that is still in the chat, and what the tables hold of it."""
    chat = town.telegram.chat(TOKEN, person.id)
    own = [one.wire for one in chat.history() if not one.from_bot]
    left = [str(one.get("text", "")) + str(one.get("caption", "")) for one in own]
    async with town.store.reading() as tx:
        for table, column in (("inbox", "raw"), ("dialogues", "data")):
            rows = await tx.connection.execute(text(f"SELECT {column} FROM {table}"))  # noqa: S608 - names of ours
            left += [str(row[0]) for row in rows]
    return "\n".join(left)


@ON_BOTH
async def test_a_code_that_answers_a_request_lets_nobody_into_a_family(
    town: Town, consultant: Person, mother: Person
) -> None:
    await asks(mother)
    await town.outbox_ticks()
    code = await town.code_of("g2")

    await consultant.taps("Ответить")
    await consultant.sends(code)
    said = consultant.screen.text
    father = town.somebody("Марк")
    await father.starts(code)

    assert "не использован" in said
    assert "Вход открыт" in father.screen.text
    assert code not in await words_left(town, consultant)


async def test_a_code_in_a_reply_to_a_card_is_no_way_in_either(
    town: Town, consultant: Person, mother: Person
) -> None:
    await asks(mother)
    await town.outbox_ticks()
    code = await town.code_of("g2")

    await consultant.posts(text=code, reply_to_message=consultant.screen.wire)

    assert "не использован" in consultant.screen.text


async def test_a_code_typed_into_any_other_words_is_no_way_in_and_they_go_on(
    town: Town, consultant: Person
) -> None:
    code, address = await town.code_of("g1"), Address(Channel.TELEGRAM, str(consultant.id))
    async with town.store.transaction() as tx:
        account = (await tx.directory.recognise(address, language="ru")).account.id
        await tx.dialogues.keep(account, "Deciding:verdict", "{}", at=town.clock.now())

    await consultant.sends(code)
    async with town.store.reading() as tx:
        kept = await tx.dialogues.of(account)

    assert "не использован" in consultant.screen.text
    assert kept is not None
    assert kept[:2] == ("Deciding:verdict", "{}")


@pytest.mark.parametrize("begun", ["Ответить", ""])
async def test_a_consultant_s_password_is_struck_out_and_deleted(
    town: Town, consultant: Person, mother: Person, begun: str
) -> None:
    await asks(mother)
    await town.outbox_ticks()

    if begun:
        await consultant.taps(begun)
    await consultant.sends("Пароль: qwerty99")
    if not begun:
        assert "qwerty99" not in consultant.screen.text
        await consultant.taps("Да, отправить")
    await town.outbox_ticks()

    assert "qwerty99" not in await words_left(town, consultant)
    assert "Пароль: •••" in mother.screen.text


async def test_a_password_said_to_nobody_does_not_stay_in_the_chat(
    town: Town, mother: Person
) -> None:
    await mother.sends("Мой пароль: qwerty99")

    assert "никому не передан" in mother.screen.text
    assert "qwerty99" not in await words_left(town, mother)


async def test_a_password_for_one_of_many_does_not_stay_while_it_is_asked_for_whom(
    town: Town, consultant: Person, mother: Person
) -> None:
    await asks(mother)
    await asks(mother)
    await town.outbox_ticks()

    await consultant.sends("Пароль: qwerty99")
    question = consultant.screen.text
    await consultant.sends_photo(a_png(4, 3), caption="пароль: qwerty99")

    assert "qwerty99" not in question
    assert "qwerty99" not in await words_left(town, consultant)


async def test_a_password_under_a_picture_for_the_vendor_does_not_stay(
    town: Town, consultant: Person
) -> None:
    await consultant.sends("/vendor")
    await consultant.taps("Новое обращение")
    await consultant.sends("ivanova/пароль:qwerty99")
    refused = consultant.screen.text
    for said in ("teacher-17", "Не открывается журнал", "вчера", "Перезашли"):
        await consultant.sends(said)
    await consultant.sends_photo(a_png(4, 3), caption="вот экран, пароль: qwerty99")

    assert refused.startswith("Так не подходит")
    assert "qwerty99" not in await words_left(town, consultant)


@pytest.mark.parametrize("login", ["user-12345678", "pass.ivanova77"])
async def test_a_login_for_the_vendor_is_no_secret_though_it_looks_like_one(
    town: Town, consultant: Person, login: str
) -> None:
    await consultant.sends("/vendor")
    await consultant.taps("Новое обращение")
    asked = consultant.screen.text
    await consultant.sends(login)

    assert consultant.screen.text != asked
    assert not consultant.screen.text.startswith("Так не подходит")
    history = town.telegram.chat(TOKEN, consultant.id).history()
    assert any(one.wire.get("text") == login for one in history)


async def test_a_password_in_a_long_text_to_nobody_does_not_stay(
    town: Town, mother: Person
) -> None:
    await mother.sends("пароль: qwerty99 " + "и ещё " * 300)

    assert "qwerty99" not in await words_left(town, mother)


@ON_BOTH
async def test_who_was_shut_out_while_asking_comes_in_by_the_new_code(
    town: Town, consultant: Person, mother: Person
) -> None:
    code = await town.code_of("g2")
    await mother.sends("/ask")
    await town.imports(
        on_duty(with_consultants(), "d1", "t1").change("users", "g1", enabledUser="false")
    )
    await mother.sends("Где оценки?")
    shut_out = mother.screen.text

    await mother.sends(code)

    assert shut_out.startswith("Это бот школы")
    assert "Вход открыт" in mother.screen.text


@ON_BOTH
async def test_a_password_in_words_that_came_too_late_does_not_stay_in_the_chat(
    town: Town, consultant: Person, mother: Person
) -> None:
    boss = await town.comes_in("x1")
    await asks(mother)
    await town.outbox_ticks()
    await consultant.taps("Ответить")
    await boss.sends("/desk")
    for label in ("Обзор", "1", "Ещё", "Взять себе"):
        await boss.taps(label)

    await consultant.sends("Пароль: qwerty99")

    assert "обращение уже взял" in consultant.screen.text
    assert "бот удаляет его из чата" in consultant.screen.text
    assert "qwerty99" not in await words_left(town, consultant)


async def test_a_password_in_a_reply_to_a_closed_request_does_not_stay_either(
    town: Town, consultant: Person, mother: Person
) -> None:
    await asks(mother)
    await town.outbox_ticks()
    card = consultant.screen.wire
    for label in ("Открыть", "Ещё", "Закрыть", "Решено"):
        await consultant.taps(label)

    await consultant.posts(text="Пароль: qwerty99", reply_to_message=card)

    assert "закрыто" in consultant.screen.text
    assert "qwerty99" not in await words_left(town, consultant)


async def test_a_password_under_a_picture_or_in_an_edit_is_deleted_though_nobody_reads_it(
    town: Town, mother: Person
) -> None:
    await mother.sends_photo(a_png(4, 3), caption="пароль: qwerty99")
    await mother.sends("Добрый день")
    await mother.edits("Добрый день, пароль: qwerty99")

    assert "qwerty99" not in await words_left(town, mother)


async def test_a_code_that_lets_nobody_in_stays_to_be_compared(town: Town) -> None:
    stranger = town.somebody("Кто-то")
    await stranger.sends("AAAA-BBBB-CCCC")

    assert "AAAA-BBBB-CCCC" in await words_left(town, stranger)


@ON_BOTH
async def test_words_to_the_class_teacher_that_were_refused_stay_whatever_is_in_them(
    town: Town, mother: Person
) -> None:
    await chooses_teacher(mother)
    await mother.sends("Код домофона: 4587. " + "Жду вас. " * 420)
    refused = mother.screen.text
    await mother.sends("Ещё раз, код домофона: 4587.")

    assert refused.startswith("Слишком длинно")
    assert "удаляет" not in refused
    assert (await words_left(town, mother)).count("4587") >= 2


def fails(monkeypatch: pytest.MonkeyPatch, book: type, step: str, times: int) -> list[KeyError]:
    """Let a step fail some times, as a fault of the program would, with what it worked on."""
    left, done = [KeyError("Пароль: qwerty99")] * times, getattr(book, step)

    async def failing(*given: Any, **more: Any) -> Any:
        if left:
            raise left.pop()
        return await done(*given, **more)

    monkeypatch.setattr(book, step, failing)
    return left


@pytest.mark.parametrize(
    ("book", "step"), [(SqlTickets, "in_hand"), (SqlInbox, "answered"), (SqlDialogues, "keep")]
)
async def test_a_password_without_a_dialogue_leaves_the_chat_wherever_the_turn_fails(
    town: Town,
    consultant: Person,
    mother: Person,
    monkeypatch: pytest.MonkeyPatch,
    book: type,
    step: str,
) -> None:
    await asks(mother)
    await town.outbox_ticks()
    left = fails(monkeypatch, book, step, 1)

    await consultant.sends("Пароль: qwerty99")

    assert left == []
    assert "не получилось" in consultant.screen.text
    assert "бот удаляет его из чата" in consultant.screen.text
    assert "qwerty99" not in await words_left(town, consultant)


async def test_a_password_in_a_reply_leaves_the_chat_though_the_turn_fails(
    town: Town, consultant: Person, mother: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asks(mother)
    await town.outbox_ticks()
    fails(monkeypatch, SqlTickets, "change", 1)

    await consultant.posts(text="Пароль: qwerty99", reply_to_message=consultant.screen.wire)

    assert "бот удаляет его из чата" in consultant.screen.text
    assert "qwerty99" not in await words_left(town, consultant)


@ON_BOTH
async def test_of_what_was_set_aside_no_words_are_kept(
    town: Town,
    consultant: Person,
    mother: Person,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    await asks(mother)
    await town.outbox_ticks()
    fails(monkeypatch, SqlInbox, "answered", 2)

    await consultant.sends("Пароль: qwerty99")
    async with town.store.reading() as tx:
        rows = await tx.connection.execute(text("SELECT raw FROM inbox WHERE state = 'aside'"))
        kept = [raw for (raw,) in rows]

    assert kept == [""]
    assert "qwerty99" not in "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("begun", "stays"), [("Messaging:content", True), ("Asking:content", False)]
)
async def test_after_a_crash_only_a_secret_to_the_help_desk_leaves_the_chat(
    town: Town, mother: Person, begun: str, stays: bool
) -> None:
    address = Address(Channel.TELEGRAM, str(mother.id))
    async with town.store.transaction() as tx:
        account = (await tx.directory.recognise(address, language="ru")).account.id
        await tx.dialogues.keep(account, begun, '{"broken": 1}', at=town.clock.now())

    await mother.sends("Пароль: qwerty99")

    assert "не получилось" in mother.screen.text
    assert ("бот удаляет его из чата" in mother.screen.text) is not stays
    assert (
        any("qwerty99" in str(one.wire) for one in town.telegram.chat(TOKEN, mother.id).history())
        is stays
    )

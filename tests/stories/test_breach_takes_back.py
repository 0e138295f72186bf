"""An account in strange hands: whatever it gave out, said, ticked and asked is void (E3 4.4)."""

import pytest

from bot.composition.breach_by_hand import BreachAsked, BreachDone, breach_by_hand
from bot.composition.errands import check_logs
from sandbox.in_process import Person
from tests.stories.conftest import ON_BOTH
from tests.stories.test_asking import asks as asks_for_help
from tests.stories.test_asking import on_duty
from tests.stories.test_breach import with_an_administrator
from tests.stories.test_broadcasts import asks, corrects, looks, sends, sends_urgently, ticks
from tests.stories.test_codes_on_paper import at_the_list, codes_of, number_of
from tests.stories.test_duty import with_consultants
from tests.stories.test_help_desk import ticks as time_goes_on
from tests.stories.test_messages import asks as writes_to_teacher
from tests.stories.test_remarks import writes as remarks
from tests.stories.town import Town


async def stolen(town: Town, who: str, since: str = "20.11 00:00") -> BreachDone:
    town.clock.moves(minutes=5)
    done = await breach_by_hand(town.settings, town.store, BreachAsked(who, since), dry_run=False)
    await town.outbox_ticks()
    return done


def void(done: BreachDone) -> list[str]:
    return [one.what.value for one in done.voided]


@pytest.fixture
async def teacher(town: Town) -> Person:
    """The class teacher of 7А."""
    return await town.comes_in("t1")


@ON_BOTH
async def test_an_answer_of_a_stranger_is_no_answer_and_the_mother_gives_it_anew(
    town: Town, teacher: Person
) -> None:
    mother = await town.comes_in("g1")
    await asks(teacher, "До 23 ноября")
    await sends(town, teacher)
    await mother.taps("Ознакомлен(а)")
    await looks(town)
    before = teacher.screen.text

    done = await stolen(town, "g1")
    await looks(town)
    after = teacher.screen.text

    assert void(done) == ["answer"]
    assert "Ответили семьи: 1 из 3" in before
    assert "Ответили семьи: 0 из 3" in after


@ON_BOTH
async def test_codes_of_a_stranger_open_nothing_and_who_came_in_by_one_is_out(
    town: Town,
) -> None:
    lister = await at_the_list(town)
    codes = []
    for name in ("Лугова Ева", "Лугова Яна"):
        await lister.taps(number_of(name, lister.screen.text))
        await lister.taps("Код на бумаге")
        codes += codes_of(lister)
        await lister.taps("К списку")
    inside, outside = town.somebody("Вошедший"), town.somebody("Вор")
    await inside.starts(codes[0])

    done = await stolen(town, "t1")
    await outside.starts(codes[1])
    await inside.sends("/start")

    assert void(done) == ["code", "way_in"]
    assert not outside.screen.text.startswith("Вход открыт")
    assert inside.screen.text.startswith("Это бот школы")


@ON_BOTH
async def test_a_second_person_in_the_same_chat_is_shut_out_and_named(town: Town) -> None:
    await town.imports(with_an_administrator())
    boss = await town.comes_in("x1")
    both = await town.comes_in("t1")
    await both.starts(await town.code_of("g1"))

    await boss.sends("/start")
    await boss.taps("Классы школы")
    await boss.taps("Ещё")
    await boss.taps("Сотрудники")
    await boss.taps("1")
    await boss.taps("Взлом: закрыть вход")
    await boss.taps("Сейчас: только закрыть вход")
    await boss.taps("Да, закрыть вход")
    await both.sends("/start")

    assert "вход через тот же чат · Лугова Ева · 20 ноября: больше не действует" in (
        boss.screen.text
    )
    assert both.screen.text.startswith("Это бот школы")


async def test_a_remark_is_taken_back_and_the_family_hears(town: Town, teacher: Person) -> None:
    mother = await town.comes_in("g1")
    await remarks(teacher, "Поведение", "Хулиганит")
    await town.outbox_ticks()

    done = await stolen(town, "t1")

    assert void(done) == ["remark"]
    assert "запись отозвана" in mother.screen.text.lower()


async def test_a_withdrawal_by_a_stranger_is_none(town: Town, teacher: Person) -> None:
    mother = await town.comes_in("g1")
    await asks(teacher, "До 23 ноября")
    await sends(town, teacher)
    town.clock.moves(hours=1)
    await teacher.taps("Ещё")
    await teacher.taps("Отозвать")
    await teacher.taps("Да, отозвать")
    await town.outbox_ticks()
    taken_back = mother.screen.text

    done = await stolen(town, "t1", "12:30")

    assert "отозва" in taken_back.lower()
    assert void(done) == ["withdrawn_broadcast"]
    assert "Экскурсия в пятницу в 9:00" in mother.screen.text


async def test_an_emergency_of_a_stranger_is_over_at_once_and_not_in_the_morning(
    town: Town, teacher: Person
) -> None:
    mother = await town.comes_in("g1")
    town.clock.strikes("2026-11-20T23:00")
    await sends_urgently(town, teacher)

    done = await stolen(town, "t1", "20.11 22:59")

    assert void(done) == ["broadcast"]
    assert mother.screen.text.startswith("📣 7А · отозвано")


@ON_BOTH
async def test_words_and_day_of_answer_that_a_stranger_changed_are_those_of_before(
    town: Town, teacher: Person
) -> None:
    mother = await town.comes_in("g1")
    await asks(teacher, "До 23 ноября")
    await sends(town, teacher)
    town.clock.moves(hours=1)
    await corrects(teacher, "Экскурсии не будет")
    await teacher.taps("Срок ответа")
    await teacher.taps("Без срока")
    await teacher.taps("‹ К рассылке")
    await teacher.taps("Отправить исправление")
    await town.outbox_ticks()
    changed = mother.screen.text

    done = await stolen(town, "t1", "12:30")
    await looks(town)

    assert "Экскурсии не будет" in changed
    assert "Ответьте до" not in changed
    assert void(done) == ["corrected_broadcast"]
    assert "Экскурсия в пятницу в 9:00" in mother.screen.text
    assert mother.screen.text.endswith("✍️ Ответьте до пн, 23 ноября.")


@ON_BOTH
async def test_who_was_not_told_for_the_night_hears_of_a_broadcast_brought_back(
    town: Town, teacher: Person
) -> None:
    mother = await town.comes_in("g1")
    town.clock.strikes("2026-11-20T23:30")
    await asks(teacher, "До 23 ноября")
    await sends(town, teacher)
    town.clock.moves(minutes=5)
    await teacher.taps("Ещё")
    await teacher.taps("Отозвать")
    await teacher.taps("Да, отозвать")
    town.clock.strikes("2026-11-21T07:30")
    await ticks(town)
    silent = mother.screen.text

    done = await stolen(town, "t1", "20.11 23:31")
    await ticks(town)

    assert "Экскурсия" not in silent
    assert void(done) == ["withdrawn_broadcast"]
    assert "Экскурсия в пятницу в 9:00" in mother.screen.text


async def test_what_a_stranger_wrote_to_a_teacher_is_gone(town: Town, teacher: Person) -> None:
    mother = await town.comes_in("g1")
    await writes_to_teacher(town, mother)

    done = await stolen(town, "g1")
    await teacher.sends("/messages")

    assert void(done) == ["message"]
    assert "Можно пересдать" not in teacher.screen.text


@ON_BOTH
async def test_a_request_for_help_and_its_answer_of_strangers_are_void(town: Town) -> None:
    await town.imports(on_duty(with_consultants(), "d1", "t1"))
    await town.comes_in("x1")
    nina, mother = await town.comes_in("t1"), await town.comes_in("g1")
    await asks_for_help(mother, "Не вижу заданий")
    await town.outbox_ticks()
    await nina.sends("/desk")
    await nina.taps("1")
    await nina.taps("Ответить")
    await nina.sends("Пришлите пароль сюда: проверю вход")
    await town.outbox_ticks()

    answer = await stolen(town, "t1")
    heard = mother.screen.text
    await mother.sends("/requests")
    asked = mother.screen.text
    request = await stolen(town, "g1")

    assert void(answer) == ["ticket_words"]
    assert "Ответит администратор журнала" in heard
    assert "отвеч" not in asked.lower()
    assert void(request) == ["ticket"]


async def merged_by_nina(town: Town) -> tuple[Person, Person, Person]:
    """Let Nina on duty merge the father's question into the mother's."""
    await town.imports(on_duty(with_consultants(), "d1", "t1"))
    await town.comes_in("x1")
    nina, mother, father = [await town.comes_in(one) for one in ("t1", "g1", "g2")]
    await asks_for_help(mother, "Не вижу заданий")
    await asks_for_help(father, "Где отметка за диктант?")
    await town.outbox_ticks()
    await nina.sends("/desk")
    for label in ("1", "Ещё", "Объединить", "1", "Объединить 1"):
        await nina.taps(label)
    await town.outbox_ticks()
    return nina, mother, father


@ON_BOTH
async def test_requests_that_a_stranger_merged_come_apart_and_the_asker_hears(town: Town) -> None:
    nina, _, father = await merged_by_nina(town)
    together = father.screen.text
    await nina.taps("Ответить")
    await nina.sends("Пришлите пароль сюда: проверю вход")
    await town.outbox_ticks()

    done = await stolen(town, "t1")
    heard = father.screen.text
    await father.sends("/requests")
    await father.taps("1")

    assert "ответят всем сразу" in together
    assert void(done) == ["ticket_words", "merged_ticket"]
    assert "Ответит администратор журнала" in heard
    assert "ответят всем сразу" not in father.screen.text
    assert "Пришлите пароль" not in father.screen.text
    assert "Ответит администратор журнала" in father.screen.text


async def answered_by_a_stranger(town: Town) -> tuple[Person, Person, Person]:
    """Let Nina merge two questions at 12:00; at 12:10 somebody else answers from her account."""
    nina, mother, father = await merged_by_nina(town)
    town.clock.moves(minutes=10)
    await nina.taps("Ответить")
    await nina.sends("Пришлите пароль сюда: проверю вход")
    await town.outbox_ticks()
    return nina, mother, father


VOID_ANSWER = "Прежний ответ недействителен: под чужим именем писал посторонний."


@ON_BOTH
async def test_what_an_asker_confirmed_on_a_stranger_s_answer_is_open_and_both_askers_hear(
    town: Town,
) -> None:
    _, mother, father = await answered_by_a_stranger(town)
    await mother.taps("Помогло")
    await town.outbox_ticks()

    done = await stolen(town, "t1", "12:05")
    heard = mother.screen.text, father.screen.text
    logs = await check_logs(town.store)
    await mother.sends("/requests")
    await mother.taps("1")

    assert void(done) == ["ticket_words", "closed_ticket"]
    assert all(VOID_ANSWER in one for one in heard)
    assert all("Ответит администратор журнала" in one for one in heard)
    assert "ответят всем сразу" in father.screen.text
    assert "Пришлите пароль" not in mother.screen.text
    assert "Помогло" not in mother.screen.buttons
    assert [(one.head.number > 0, one.wrong) for _, one in logs] == [(True, None)]
    assert "Ответит администратор журнала" in mother.screen.text


async def test_who_read_a_stranger_s_answer_is_warned_at_night_as_well(town: Town) -> None:
    _, mother, _ = await answered_by_a_stranger(town)

    town.clock.strikes("2026-11-20T23:30")
    await stolen(town, "t1", "12:05")

    assert VOID_ANSWER in mother.screen.text


@ON_BOTH
async def test_what_time_closed_on_a_stranger_s_answer_is_open_and_answered_anew(
    town: Town,
) -> None:
    _, mother, father = await answered_by_a_stranger(town)
    boss = await town.comes_in("x1")
    await time_goes_on(town, days=3)
    closed = mother.screen.text

    done = await stolen(town, "t1", "20.11 12:05")
    await boss.sends("/desk")
    for label in ("Взять 1", "1", "Ответить"):
        await boss.taps(label)
    await boss.sends("Обновите страницу")
    await town.outbox_ticks()

    assert "не открывали снова" in closed
    assert void(done) == ["ticket_words", "closed_ticket"]
    assert "Обновите страницу" in mother.screen.text
    assert "Обновите страницу" in father.screen.text


@ON_BOTH
async def test_an_honest_answer_to_what_a_stranger_merged_is_none_to_the_other_asker(
    town: Town,
) -> None:
    nina, mother, father = await merged_by_nina(town)
    boss = await town.comes_in("x1")
    town.clock.moves(minutes=10)
    await nina.sends("/desk")
    for label in ("1", "Ещё", "Передать", "Администратору"):
        await nina.taps(label)
    await boss.sends("/desk")
    for label in ("Взять 1", "1", "Ответить"):
        await boss.taps(label)
    await boss.sends("Обновите страницу")
    await town.outbox_ticks()
    together = father.screen.text

    done = await stolen(town, "t1", "20.11 00:00")
    heard = father.screen.text
    await father.sends("/requests")
    await father.taps("1")

    assert "Обновите страницу" in together
    assert void(done) == ["merged_ticket"]
    assert "Прежний ответ был на другой вопрос" in heard
    assert "Обновите страницу" not in father.screen.text
    assert "Ответит администратор журнала" in father.screen.text
    assert "Обновите страницу" in mother.screen.text


async def test_whose_request_was_merged_into_one_of_a_stranger_hears_who_answers(
    town: Town,
) -> None:
    nina, _, father = await merged_by_nina(town)

    done = await stolen(town, "g1")
    await nina.sends("/desk")

    assert void(done) == ["ticket"]
    assert "отвечает" in father.screen.text
    assert "1. Лугов Марк, дневник" in nina.screen.text


@ON_BOTH
async def test_a_request_that_a_stranger_closed_awaits_an_answer_again(town: Town) -> None:
    await town.imports(on_duty(with_consultants(), "d1", "t1"))
    boss = await town.comes_in("x1")
    nina, mother = await town.comes_in("t1"), await town.comes_in("g1")
    await asks_for_help(mother, "Не вижу заданий")
    await town.outbox_ticks()
    await nina.sends("/desk")
    for label in ("1", "Ещё", "Закрыть", "Решено"):
        await nina.taps(label)
    await town.outbox_ticks()
    closed = mother.screen.text

    done = await stolen(town, "t1")

    assert "решён" in closed
    assert void(done) == ["closed_ticket"]
    assert "Ответит администратор журнала" in mother.screen.text
    assert any("снова ждёт ответа" in one.text for one in boss.messages)


@ON_BOTH
async def test_what_a_stranger_said_of_an_answer_is_void_and_the_answer_stands(
    town: Town,
) -> None:
    await town.imports(on_duty(with_consultants(), "d1", "t1"))
    nina, mother = await town.comes_in("t1"), await town.comes_in("g1")
    await asks_for_help(mother, "Не вижу заданий")
    await town.outbox_ticks()
    await nina.sends("/desk")
    for label in ("1", "Ответить"):
        await nina.taps(label)
    await nina.sends("Обновите страницу")
    await town.outbox_ticks()
    town.clock.moves(minutes=10)
    await mother.taps("Помогло")
    await mother.taps("1")

    done = await stolen(town, "g1", "12:05")
    mother = await town.comes_in("g1")
    await mother.sends("/requests")
    await mother.taps("1")

    assert sorted(void(done)) == ["closed_ticket", "ticket_rating"]
    assert "Обновите страницу" in mother.screen.text
    assert "Помогло" in mother.screen.buttons


async def test_what_cannot_be_taken_back_is_shown_once(town: Town) -> None:
    await town.imports(with_an_administrator())
    await town.comes_in("t1")
    async with town.store.transaction() as tx:
        await tx.connection.exec_driver_sql(
            "INSERT INTO forecast_issues (school_id, class_id, period_id, at, by_id)"
            " SELECT g.school_id, g.id, p.id, '2026-11-20 08:30:00.000000', t.id"
            " FROM groups g, periods p, persons t"
            " WHERE g.source = '7a' AND p.source = 'q2' AND t.source = 't1'"
        )

    first = await stolen(town, "t1")
    second = await stolen(town, "t1")

    assert void(first) == ["forecast"]
    assert second.breach.id == first.breach.id

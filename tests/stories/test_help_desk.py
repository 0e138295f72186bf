"""The consultant's desk: what is asked is taken, answered, handed over, merged and closed (H2)."""

import pytest

from sandbox.in_process import Person
from tests.stories.conftest import ON_BOTH
from tests.stories.test_asking import asks, on_duty
from tests.stories.test_duty import with_consultants
from tests.stories.town import Town

ANSWER = "Обновите страницу: задания сохранены."


@pytest.fixture
async def boss(town: Town) -> Person:
    """The administrator; two consultants, of whom the second answers an hour longer."""
    files = on_duty(with_consultants(), "d1", "t1")
    await town.imports(on_duty(files, "d2", "t2", endTime="14:00"))
    return await town.comes_in("x1")


@pytest.fixture
async def nina(town: Town, boss: Person) -> Person:
    return await town.comes_in("t1")


@pytest.fixture
async def yury(town: Town, boss: Person) -> Person:
    return await town.comes_in("t2")


@pytest.fixture
async def mother(town: Town, nina: Person, yury: Person) -> Person:
    return await town.comes_in("g1")


@pytest.fixture
async def father(town: Town, mother: Person) -> Person:
    return await town.comes_in("g2")


async def asked(town: Town, person: Person, words: str = "Не вижу заданий") -> None:
    await asks(person, words)
    await town.outbox_ticks()


async def ticks(town: Town, **by: float) -> None:
    town.clock.moves(**by)
    await town.program.tick("helpdesk-tick")
    await town.outbox_ticks()


@ON_BOTH
async def test_a_request_is_on_the_desk_and_is_answered_from_its_card(
    town: Town, nina: Person, mother: Person
) -> None:
    await asked(town, mother)
    arrived = nina.screen.text
    await nina.sends("/desk")
    desk = nina.screen.text
    await nina.taps("1")
    card = nina.screen.text
    await nina.taps("Ответить")
    await nina.sends(ANSWER)
    said = nina.screen.text
    await town.outbox_ticks()
    heard = mother.screen.text
    await nina.taps("К обращению")

    assert "Не вижу заданий" in arrived
    assert desk.startswith("🆘 Мой стол: ждут вас, 1\n1. Лугова Ева, дневник")
    assert "Не вижу заданий" in card
    assert said == "Лугова Ева · дневник: ответ отправлен. Дойдёт ли, видно на карточке."
    assert ANSWER in heard
    assert ANSWER in nina.screen.text


@ON_BOTH
async def test_a_reply_to_the_card_or_to_the_news_is_an_answer(
    town: Town, nina: Person, mother: Person
) -> None:
    await asked(town, mother)
    await nina.posts(text=ANSWER, reply_to_message=nina.screen.wire)
    await town.outbox_ticks()
    first = mother.screen.text
    await nina.sends("/desk")
    await asked(town, mother, "И отметок тоже")
    await nina.sends("/desk")
    await nina.taps("1")
    await nina.posts(text="Отметки выставят завтра", reply_to_message=nina.screen.wire)
    await town.outbox_ticks()

    assert ANSWER in first
    assert "Отметки выставят завтра" in mother.screen.text


@ON_BOTH
async def test_plain_words_are_asked_about_and_stay_a_note(
    town: Town, nina: Person, mother: Person
) -> None:
    await asked(town, mother)
    before = mother.screen.text
    await nina.sends("Кажется, это из-за обновления")
    question = nina.screen.text
    await nina.taps("Нет, заметка")
    noted = nina.screen.text
    await town.outbox_ticks()
    unheard = mother.screen.text
    await nina.sends(ANSWER)
    await nina.taps("Да, отправить")
    await town.outbox_ticks()

    assert question.startswith("Это ответ на обращение Лугова Ева · дневник?")
    assert "заметка сохранена" in noted
    assert unheard == before
    assert ANSWER in mother.screen.text


async def test_with_several_in_hand_plain_words_go_nowhere(
    town: Town, nina: Person, yury: Person, mother: Person, father: Person
) -> None:
    await yury.blocks()
    await asked(town, mother)
    await asked(town, father)
    before = mother.screen.text

    await nina.sends(ANSWER)
    await town.outbox_ticks()

    assert nina.screen.text.startswith("Слова никому не отправлены.")
    assert mother.screen.text == before


@ON_BOTH
async def test_two_take_the_same_and_the_loser_is_told_who_has_it(
    town: Town, nina: Person, boss: Person, mother: Person
) -> None:
    town.clock.strikes("2026-11-20T15:00")
    await asked(town, mother)
    await nina.sends("/desk")
    await nina.taps("Взять 1")
    await nina.taps("1")
    await boss.sends("/desk")
    await boss.taps("Взять 1")
    await boss.taps("1")
    await nina.taps("Взять")
    taken = nina.screen.text
    await boss.taps("Взять")

    assert taken.startswith("Обращение у вас.")
    assert "Грачёва Нина" in boss.screen.text


@ON_BOTH
async def test_a_silent_consultant_loses_it_to_the_next_one_and_then_to_the_administrator(
    town: Town, nina: Person, yury: Person, boss: Person, mother: Person
) -> None:
    await asked(town, mother)
    await ticks(town, minutes=10)
    second = yury.screen.text
    await ticks(town, minutes=10)
    await boss.sends("/desk")
    await boss.taps("Обзор")
    overview = boss.screen.text
    await boss.taps("1")
    await boss.taps("Ещё")
    await boss.taps("Кто вёл")

    assert "Не вижу заданий" in second
    assert "просрочено 1" in overview
    assert "12:00: Грачёва Нина\n12:10: " in boss.screen.text
    assert boss.screen.text.endswith("12:20: администратор")


@ON_BOTH
async def test_a_request_is_handed_over_with_a_note(
    town: Town, nina: Person, yury: Person, mother: Person
) -> None:
    await asked(town, mother)
    await nina.sends("/desk")
    await nina.taps("1")
    await nina.taps("Ещё")
    await nina.taps("Передать")
    await nina.taps("С запиской")
    await nina.sends("Проверьте права")
    await nina.taps("Передать")
    heirs = nina.screen.text
    await nina.taps("1")
    await town.outbox_ticks()
    await yury.sends("/desk")
    await yury.taps("1")

    assert "сейчас до 14:00" in heirs
    assert "передано, теперь" in nina.screen.text
    assert "заметка\nПроверьте права" in yury.screen.text
    assert "Проверьте права" not in mother.screen.text


@ON_BOTH
async def test_the_same_question_of_two_is_answered_once_to_each(
    town: Town, nina: Person, yury: Person, mother: Person, father: Person
) -> None:
    await yury.blocks()
    await asked(town, mother)
    await asked(town, father, "Где задания?")
    await nina.sends("/desk")
    await nina.taps("1")
    await nina.taps("Ещё")
    await nina.taps("Объединить")
    await nina.taps("1")
    ticked = nina.screen.text
    await nina.taps("Объединить 1")
    await nina.taps("Ответить")
    await nina.sends(ANSWER)
    await town.outbox_ticks()

    assert "отмечено Лугов" in ticked
    assert ANSWER in mother.screen.text
    assert ANSWER in father.screen.text


async def merged(nina: Person) -> None:
    """Merge the father's question into the mother's."""
    await nina.sends("/desk")
    for label in ("1", "Ещё", "Объединить", "1", "Объединить 1"):
        await nina.taps(label)


@ON_BOTH
async def test_whose_question_is_merged_hears_when_the_answer_comes_and_may_add_to_it(
    town: Town, nina: Person, yury: Person, mother: Person, father: Person
) -> None:
    await yury.blocks()
    await asked(town, mother)
    await asked(town, father, "Где задания?")
    mother_before = mother.screen.text
    await merged(nina)
    await town.outbox_ticks()
    told = father.screen.text
    await father.posts(text="И по физике их нет", reply_to_message=father.screen.wire)
    promised = father.screen.text
    await town.outbox_ticks()
    added = nina.screen.text
    await nina.posts(text=ANSWER, reply_to_message=nina.screen.wire)
    await town.outbox_ticks()

    assert "Такой же вопрос задали и другие" in told
    assert "Сейчас отвечает Грачёва Нина" in told
    assert "отвечает сейчас, вы 1-й в очереди" in promised
    assert added.startswith("🆘 Лугов")
    assert "Ждёт того же ответа и дописывает:\nИ по физике их нет" in added
    assert (ANSWER in mother.screen.text, ANSWER in father.screen.text) == (True, True)
    assert mother_before != mother.screen.text
    assert not any("физике" in it.text for it in mother.messages)


@ON_BOTH
async def test_what_is_asked_on_after_an_answer_to_many_is_between_the_two(
    town: Town, nina: Person, yury: Person, mother: Person, father: Person
) -> None:
    await yury.blocks()
    await asked(town, mother)
    await asked(town, father, "Где задания?")
    await merged(nina)
    await nina.sends("/desk")
    await nina.taps("1")
    await answers(town, nina, ANSWER)
    await nina.taps("К обращению")
    await answers(town, nina, "И в расписании тоже")
    both = father.screen.text
    town.clock.moves(minutes=1)

    await mother.posts(text="А почему у Яны 2 по физике?", reply_to_message=mother.screen.wire)
    await town.outbox_ticks()
    await nina.posts(text="Не сдала работу", reply_to_message=nina.screen.wire)
    await town.outbox_ticks()
    await father.sends("/requests")
    await father.taps("1")

    assert "И в расписании тоже" in both
    assert "Не сдала работу" in mother.screen.text
    assert not any("Не сдала работу" in it.text for it in father.messages)
    assert ANSWER in father.screen.text


async def answers(town: Town, consultant: Person, words: str) -> None:
    await consultant.taps("Ответить")
    await consultant.sends(words)
    await town.outbox_ticks()


@ON_BOTH
async def test_a_different_question_is_taken_out_of_those_answered_together(
    town: Town, nina: Person, yury: Person, mother: Person, father: Person
) -> None:
    await yury.blocks()
    await asked(town, mother)
    await asked(town, father, "Где расписание?")
    await merged(nina)
    await town.outbox_ticks()
    await father.taps("Мой о другом")
    apart = father.screen.text
    await town.outbox_ticks()
    heard = nina.screen.text
    await father.taps("Мой о другом", on=father.messages[-2])

    assert apart.startswith("На ваш вопрос ответят отдельно.")
    assert "отвечает сейчас" in apart
    assert "отвечают отдельно" in heard
    assert any("Обращение уже изменилось" in it.text for it in father.messages)


@ON_BOTH
async def test_who_needs_no_answer_any_more_is_out_of_those_answered_together(
    town: Town, nina: Person, yury: Person, mother: Person, father: Person
) -> None:
    await yury.blocks()
    await asked(town, mother)
    await asked(town, father, "Где задания?")
    await merged(nina)
    await town.outbox_ticks()
    await father.sends("/requests")
    for label in ("1", "Ещё", "Больше не нужно"):
        await father.taps(label)
    sure = father.screen.text
    await father.taps("Да, отменить")
    await town.outbox_ticks()
    heard = nina.screen.text
    await nina.sends("/desk")
    await nina.taps("1")
    await answers(town, nina, ANSWER)

    assert "Другим, кто задал такой же вопрос, ответят, вам нет." in sure
    assert "Вы отменили этот вопрос." in father.screen.text
    assert "Закрыто: вопрос снят." in heard
    assert ANSWER in mother.screen.text
    assert not any(ANSWER in one.text for one in father.messages)


@ON_BOTH
async def test_all_that_is_alike_is_merged_in_a_few_taps_and_counted(
    town: Town, nina: Person, yury: Person, mother: Person, father: Person
) -> None:
    await yury.blocks()
    await asked(town, mother)
    for at in range(5):
        await asked(town, father, f"Не вижу заданий {at}-й день")
    await asked(town, father, "Как поменять язык бота?")
    await nina.sends("/desk")
    for label in ("1", "Ещё", "Объединить", "Похожие 5"):
        await nina.taps(label)
    preview = nina.screen.text
    await asked(town, father, "Опять не вижу заданий")
    await nina.sends("/desk")
    await nina.taps("Объединить 5", on=nina.messages[-3])
    told = nina.messages[-3].text
    await nina.taps("Ответить", on=nina.messages[-3])
    await nina.sends(ANSWER)
    await town.outbox_ticks()

    assert "похожими словами спросили ещё 5" in preview
    assert "объединено 5" in told
    assert "Похожих осталось ещё 1" in told
    assert [ANSWER in it.text for it in father.messages].count(True) == 1


@ON_BOTH
async def test_at_the_end_of_the_window_one_tap_says_what_becomes_of_it(
    town: Town, nina: Person, mother: Person
) -> None:
    await asked(town, mother)
    await nina.taps("Ответить")
    await nina.sends("Смотрю")
    await mother.posts(text="Жду", reply_to_message=mother.screen.wire)
    await town.outbox_ticks()
    await mother.posts(text="Жду", reply_to_message=mother.screen.wire)
    await town.outbox_ticks()
    await ticks(town, minutes=61)
    ended = nina.screen.text
    await nina.taps("Закончу до…")
    await nina.taps("14:00")
    await town.outbox_ticks()
    told = mother.screen.text
    await mother.taps("Открыть")

    assert "окно" in ended.lower()
    assert "ответ будет до 14:00" in told
    assert "ответ будет до 14:00" in mother.screen.text
    assert nina.screen.text == "Лугова Ева · дневник: остаётся у вас до 14:00."


@ON_BOTH
async def test_an_edit_of_words_that_wait_for_a_tap_changes_what_is_sent(
    town: Town, nina: Person, mother: Person
) -> None:
    await asked(town, mother)
    await nina.sends("Обновите")
    await nina.edits(ANSWER)
    question = nina.screen.text
    await nina.taps("Да, отправить")
    await town.outbox_ticks()

    assert ANSWER in question
    assert ANSWER in mother.screen.text


@ON_BOTH
async def test_edits_travel_both_ways(town: Town, nina: Person, mother: Person) -> None:
    await asked(town, mother)
    await mother.edits("Не вижу заданий по алгебре")
    await town.outbox_ticks()
    to_helper = nina.screen.text
    await nina.sends("/desk")
    await nina.taps("1")
    await nina.taps("Ответить")
    await nina.sends("Обновите")
    await town.outbox_ticks()
    await nina.edits(ANSWER)
    await town.outbox_ticks()

    assert "Не вижу заданий по алгебре" in to_helper
    assert ANSWER in mother.screen.text


@ON_BOTH
async def test_an_answer_that_did_not_arrive_is_seen_on_the_card(
    town: Town, nina: Person, mother: Person
) -> None:
    await asked(town, mother)
    await mother.blocks()
    await nina.taps("Ответить")
    await nina.sends(ANSWER)
    said = nina.screen
    await town.outbox_ticks()
    await nina.taps("К обращению", on=said)

    assert any("не дошло" in one.text for one in nina.messages)


async def test_a_template_is_put_in_and_may_be_changed(
    town: Town, nina: Person, mother: Person
) -> None:
    await asked(town, mother)
    await nina.sends("/desk")
    await nina.taps("Заготовки")
    await nina.taps("Своя")
    await nina.sends("Обновите страницу\nи войдите снова")
    kept = nina.screen.text
    await nina.sends("/desk")
    await nina.taps("1")
    await nina.taps("Ответить")
    await nina.taps("Заготовки")
    await nina.taps("1")
    await nina.taps("Вставить в ответ")
    put_in = nina.screen.text
    await nina.taps("Отправить")
    await town.outbox_ticks()

    assert kept.startswith("Сохранено.\nЗаготовки ответов\n1. Обновите страницу")
    assert put_in.startswith("Лугова Ева · дневник: отправить так?")
    assert "и войдите снова" in mother.screen.text


async def test_a_request_is_set_aside_by_a_tap_or_a_date_and_closed_as_needless(
    town: Town, nina: Person, mother: Person
) -> None:
    await asked(town, mother)
    await nina.sends("/desk")
    await nina.taps("1")
    await nina.taps("Ещё")
    await nina.taps("Отложить")
    await nina.sends("завтра")
    wrong = nina.screen.text
    await nina.sends("23.11 10:00")
    snoozed = nina.screen.text
    await nina.sends("/desk")
    empty = nina.screen.text
    await nina.taps("Позже 1")
    await nina.taps("1")
    await nina.taps("Ещё")
    await nina.taps("Закрыть")
    await nina.taps("Не понадобилось")

    assert wrong.startswith("Не понимаю время.")
    assert snoozed == "Лугова Ева · дневник: отложено до пн, 23 ноября, 10:00."
    assert "Обращений, которые ждут вас, нет." in empty
    assert nina.screen.text == (
        "Лугова Ева · дневник: закрыто, не понадобилось. Спросивший узнает."
    )

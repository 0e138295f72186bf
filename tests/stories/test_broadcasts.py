"""A class teacher writes to families: two taps, one card, and every answer counted."""

from io import BytesIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from bot.callbacks.broadcasts import Deed, DoWithBroadcast, OpenBroadcast
from core.ids import BroadcastId
from sandbox.engine import UploadedFile
from sandbox.engine.faults import Reset
from sandbox.in_process import Person, Screen
from tests.exchange.builders import Files
from tests.stories.bundle import a_school
from tests.stories.conftest import ON_BOTH
from tests.stories.test_reports import sheets
from tests.stories.town import TOKEN, Town, a_town

WORDS = "Экскурсия в пятницу в 9:00"


@pytest.fixture
async def teacher(town: Town) -> Person:
    """The class teacher of 7А."""
    return await town.comes_in("t1")


async def writes(teacher: Person, words: str = WORDS) -> None:
    await teacher.sends("/class")
    await teacher.taps("Ещё")
    await teacher.taps("Рассылка")
    await teacher.sends(words)


async def asks(teacher: Person, *taps: str) -> None:
    """Write and ask for an answer, on one screen; then go back to the preview."""
    await writes(teacher)
    await teacher.taps("Ответ")
    for label in ("Ознакомиться", *taps):
        await teacher.taps(label)
    await teacher.taps("‹ К рассылке")


async def sends(town: Town, teacher: Person) -> None:
    await teacher.taps("Отправить")
    await town.outbox_ticks()


async def looks(town: Town) -> None:
    """Let some seconds pass, in which cards edit themselves."""
    town.clock.moves(seconds=5)
    await town.program.tick("broadcast-cards")


async def ticks(town: Town) -> None:
    await town.program.tick("broadcast-tick")
    await town.outbox_ticks()


@ON_BOTH
async def test_it_reaches_the_parents_and_the_card_follows(town: Town, teacher: Person) -> None:
    mother, father, pupil = await town.family()
    said = len(pupil.messages)

    await writes(teacher)
    preview = teacher.screen
    await sends(town, teacher)
    await looks(town)

    assert preview.text == (
        "📣 7А · родителям\n"
        "Экскурсия в пятницу в 9:00\n"
        "Получат: 2 из 4, семей: 3. Уйдёт за 1 секунду.\n"
        "Не получат: не вошли в бот — 2"
    )
    assert mother.screen.text == "📣 7А · Нина Грачёва\nЭкскурсия в пятницу в 9:00"
    assert father.screen.text == mother.screen.text
    assert len(pupil.messages) == said
    assert teacher.screen.id == preview.id
    assert teacher.screen.text == (
        "📣 7А · Экскурсия в пятницу в 9:00\n"
        "Отправлена пт, 20 ноября, 12:00; семей: 3\n"
        "Доставлено: 2 из 4 · Не получили: 2\n"
        "Ещё нет: Котова 🐱 Александра-Виктория-Александр…, О'Нил Лев"
    )


async def test_emphasis_links_and_lines_are_kept_and_nothing_is_markup(
    town: Town, teacher: Person
) -> None:
    mother = await town.comes_in("g1")
    await writes(teacher, "первое")
    await teacher.posts(
        text="🎒 Взять: <паспорт>\nи сайт",
        entities=[
            {"type": "bold", "offset": 3, "length": 6},
            {"type": "italic", "offset": 3, "length": 16},
            {
                "type": "text_link",
                "offset": 22,
                "length": 4,
                "url": "https://school.example/a?b&c",
            },
        ],
    )

    await sends(town, teacher)

    assert mother.screen.text.endswith("первое\n\n🎒 Взять: <паспорт>\nи сайт")
    found = {one["type"]: one for one in mother.screen.wire["entities"]}
    text = mother.screen.wire["text"].encode("utf-16-le")

    def stretch(kind: str) -> str:
        begin, end = found[kind]["offset"] * 2, (found[kind]["offset"] + found[kind]["length"]) * 2
        return text[begin:end].decode("utf-16-le")

    assert stretch("italic") == "Взять: <паспорт>"
    assert stretch("text_link") == "сайт"
    assert found["text_link"]["url"] == "https://school.example/a?b&c"


async def test_an_acknowledgement_is_asked_given_and_counted(town: Town, teacher: Person) -> None:
    mother, father, _ = await town.family()
    await asks(teacher, "До 23 ноября", "Каждый родитель")
    await sends(town, teacher)

    await mother.taps("Ознакомлен(а)")
    await looks(town)
    one_of_two = teacher.screen.text
    await father.taps("Ознакомлен(а)")
    await looks(town)

    assert mother.toast == "Спасибо, ответ записан."
    assert mother.screen.text.endswith("✍️ Вы ознакомились: пт, 20 ноября, 12:00.")
    assert "Ознакомлен(а)" not in mother.screen.buttons
    assert "Ответили семьи: 0 из 3, срок пн, 23 ноября" in one_of_two
    assert "Ответили семьи: 1 из 3, срок пн, 23 ноября" in teacher.screen.text


async def test_twice_is_once_and_the_first_time_counts(town: Town, teacher: Person) -> None:
    mother = await town.comes_in("g1")
    await asks(teacher)
    await sends(town, teacher)
    asked = mother.screen

    await mother.taps("Ознакомлен(а)", on=asked)
    town.clock.moves(hours=1)
    await mother.taps("Ознакомлен(а)", on=asked)

    assert mother.screen.text.endswith("✍️ Вы ознакомились: пт, 20 ноября, 12:00.")


async def test_a_question_has_choices_that_may_be_changed(town: Town, teacher: Person) -> None:
    mother = await town.comes_in("g1")
    await writes(teacher)
    await teacher.taps("Ответ")
    await teacher.taps("Вопрос")
    await teacher.sends("Да")
    wrong = teacher.screen.text
    await teacher.sends("Едем\nНе едем")
    await sends(town, teacher)

    await mother.taps("Едем")
    await mother.taps("Не едем")
    await looks(town)

    assert wrong.startswith("Нужно от двух до шести разных вариантов")
    assert "✍️ Ваш ответ: «Не едем»" in mother.screen.text
    assert "Едем — 0; Не едем — 1" in teacher.screen.text


async def test_a_pupil_does_not_answer_for_the_parents(town: Town, teacher: Person) -> None:
    mother, _, pupil = await town.family()
    await writes(teacher)
    await teacher.taps("Кому")
    await teacher.taps("И тем и другим")
    await teacher.taps("Ответ")
    await teacher.taps("Ознакомиться")
    await teacher.taps("‹ К рассылке")
    await sends(town, teacher)
    data = mother.screen.data_of("Ознакомлен(а)")
    of_pupil, told = pupil.screen, pupil.screen.text

    tap = town.telegram.people.taps(TOKEN, pupil.id, of_pupil.id, data)
    await pupil.waits()

    assert told == "📣 7А · Нина Грачёва\nЭкскурсия в пятницу в 9:00"
    assert "Ознакомлен(а)" not in of_pupil.buttons
    assert tap.answer is not None
    assert "Ознаком" not in pupil.screen.text


async def test_a_reminder_comes_to_those_only_who_have_not_answered(
    town: Town, teacher: Person
) -> None:
    mother, other = await town.comes_in("g1"), await town.comes_in("g3")
    await asks(teacher)
    await sends(town, teacher)
    await mother.taps("Ознакомлен(а)")
    answered = len(mother.messages)

    await teacher.taps("Напомнить")
    said = teacher.toast
    await town.outbox_ticks()
    await teacher.taps("Напомнить")

    assert said == "Напоминаний отправлено: 1."
    assert teacher.toast == "Напоминали меньше часа назад. Чаще не стоит."
    assert len(mother.messages) == answered
    assert other.screen.text.startswith("✍️ Напоминание: нужен ваш ответ.\n📣 7А")
    assert "Ознакомлен(а)" in other.screen.buttons


@ON_BOTH
async def test_who_left_the_class_is_asked_no_more(town: Town, teacher: Person) -> None:
    mother, other = await town.comes_in("g1"), await town.comes_in("g3")
    await asks(teacher, "До 21 ноября")
    await sends(town, teacher)
    told = len(mother.messages)

    gone = a_school().drop("enrollments", "e-p1")
    await town.imports(gone)
    await teacher.taps("Напомнить")
    said = teacher.toast
    await town.outbox_ticks()
    reminded = other.screen.text
    town.clock.strikes("2026-11-22T08:00")
    await ticks(town)
    overdue = teacher.screen.text
    await teacher.taps("Кому позвонить")

    assert said == "Напоминаний отправлено: 1."
    assert len(mother.messages) == told
    assert reminded.startswith("✍️ Напоминание: нужен ваш ответ.")
    assert "Без ответа семей: 2 из 2." in overdue
    assert "Лугова" not in teacher.screen.text


@ON_BOTH
async def test_the_ladder_nudges_in_silence_then_asks_the_other_then_calls(
    town: Town, teacher: Person
) -> None:
    mother, father, _ = await town.family()
    await asks(teacher, "До 21 ноября")
    await sends(town, teacher)

    town.clock.strikes("2026-11-21T10:00")
    await ticks(town)
    nudged, silent, spared = mother.screen.text, mother.screen.silent, len(father.messages)
    town.clock.strikes("2026-11-21T16:00")
    await ticks(town)
    await ticks(town)
    second = father.screen
    town.clock.strikes("2026-11-22T08:00")
    await ticks(town)

    assert nudged.startswith("✍️ Напоминание: нужен ваш ответ.")
    assert silent
    assert spared == 2
    assert second.text.startswith("✍️ Напоминание")
    assert not second.silent
    assert len(father.messages) == 3
    assert teacher.screen.text.startswith("📣 7А · срок ответа прошёл\nБез ответа семей: 3 из 3.")
    await teacher.taps("Кому позвонить")
    assert "2. Лугова Яна: Ева — доставлено; Марк — доставлено" in teacher.screen.text


async def test_who_answered_is_not_nudged(town: Town, teacher: Person) -> None:
    mother = await town.comes_in("g1")
    await asks(teacher, "До 21 ноября")
    await sends(town, teacher)
    await mother.taps("Ознакомлен(а)")
    said = len(mother.messages)

    for at in ("2026-11-21T10:00", "2026-11-21T16:00", "2026-11-22T08:00"):
        town.clock.strikes(at)
        await ticks(town)

    assert len(mother.messages) == said


@ON_BOTH
async def test_who_comes_in_later_gets_what_still_counts(town: Town, teacher: Person) -> None:
    mother = await town.comes_in("g1")
    await asks(teacher, "До 23 ноября")
    await sends(town, teacher)
    town.clock.moves(hours=1)

    father = await town.comes_in("g2")
    await town.outbox_ticks()
    told = father.screen.text
    town.clock.strikes("2026-11-25T12:00")
    late = await town.comes_in("g3")
    await town.outbox_ticks()

    assert told.startswith("📣 7А · Нина Грачёва\nЭкскурсия")
    assert "Ознакомлен(а)" in father.screen.buttons
    assert not late.screen.text.startswith("📣")
    assert len(mother.messages) == 2


async def test_who_comes_in_after_the_child_went_elsewhere_gets_nothing_of_the_old_class(
    town: Town, teacher: Person
) -> None:
    await town.comes_in("g1")
    await asks(teacher, "До 23 ноября")
    await sends(town, teacher)
    moved = a_school().change("enrollments", "e-p1", classSourcedId="5b")
    await town.imports(moved)

    father = await town.comes_in("g2")
    await town.outbox_ticks()

    assert not any("Экскурсия" in one.text for one in father.messages)


async def test_who_takes_messages_again_gets_it_and_can_be_reminded(
    town: Town, teacher: Person
) -> None:
    mother = await town.comes_in("g1")
    await mother.blocks()
    await asks(teacher, "До 23 ноября")
    await town.comes_in("g3")
    await sends(town, teacher)
    card = next(one for one in teacher.messages if "Отправлена" in one.text)
    said = len(mother.messages)

    await mother.sends("/start")
    await ticks(town)
    await ticks(town)
    told = [one.text for one in mother.messages[said:] if one.text.startswith("📣")]
    await teacher.taps("Напомнить", on=card)
    await town.outbox_ticks()

    assert told == [f"📣 7А · Нина Грачёва\n{WORDS}\n✍️ Ответьте до пн, 23 ноября."]
    assert mother.screen.text.startswith("✍️ Напоминание: нужен ваш ответ.")


@ON_BOTH
async def test_a_block_learnt_in_sending_is_made_good_as_well(town: Town, teacher: Person) -> None:
    mother = await town.comes_in("g1")
    await writes(teacher)
    await teacher.taps("Отправить")
    town.telegram.people.blocks(TOKEN, mother.id)  # which is heard of later
    await town.outbox_ticks()
    said = len(mother.messages)

    await mother.sends("/start")
    await ticks(town)
    await looks(town)

    assert mother.screen.text.startswith("📣 7А")
    assert len(mother.messages) == said + 2  # the menu, and what was missed
    assert any("Доставлено: 1 из 4" in one.text for one in teacher.messages)


async def test_who_joins_the_class_or_the_family_later_gets_what_still_counts(
    town: Town, teacher: Person
) -> None:
    mother, other = await town.comes_in("g1"), await town.comes_in("g3")
    await town.imports(a_school().change("enrollments", "e-p2", endDate="2026-11-19"))
    await asks(teacher, "До 23 ноября")
    await sends(town, teacher)
    told, said = len(mother.messages), len(other.messages)

    await town.imports(a_school())
    await ticks(town)
    await looks(town)
    joined = other.screen.text
    await ticks(town)

    assert joined.startswith("📣 7А · Нина Грачёва")
    assert len(other.messages) == said + 1
    assert len(mother.messages) == told
    assert "семей: 3" in teacher.screen.text


async def test_who_agrees_again_gets_what_still_counts(town: Town, teacher: Person) -> None:
    mother, _ = await town.comes_in("g1"), await town.comes_in("g3")
    await mother.taps("Согласия")
    await mother.taps("Яна, 7А")
    await mother.taps("Отозвать согласие")
    await mother.taps("Да, отозвать")
    await asks(teacher, "До 23 ноября")
    await sends(town, teacher)
    await ticks(town)
    said = len(mother.messages)

    await mother.taps("Даю согласие")
    await ticks(town)

    assert [one.text[:8] for one in mother.messages[said:]] == ["📣 7А · Н"]


@ON_BOTH
async def test_who_agrees_for_one_of_two_children_hears_as_the_family_of_that_one(
    town: Town, teacher: Person
) -> None:
    await town.imports(a_school().change("users", "p2", agentSourcedIds="g1,g3"))
    mother = await town.comes_in("g1")
    town.clock.strikes("2026-11-20T22:30")
    await writes(teacher)
    await sends(town, teacher)
    for label in ("Согласия", "Яна, 7А", "Отозвать согласие", "Да, отозвать"):
        await mother.taps(label)

    town.clock.strikes("2026-11-21T07:30")
    await town.outbox_ticks()
    await ticks(town)

    assert [one.text for one in mother.messages if one.text.startswith("📣")] == [
        f"📣 7А · Нина Грачёва\n{WORDS}"
    ]


async def test_the_list_for_calls_goes_to_all_who_may_call(town: Town, teacher: Person) -> None:
    await town.imports(a_second_teacher())
    second, other = await town.comes_in("t2"), await town.comes_in("p1")
    await town.comes_in("g1")
    await asks(teacher, "До 21 ноября")
    await sends(town, teacher)
    said = len(other.messages)

    town.clock.strikes("2026-11-22T08:00")
    await ticks(town)
    called = [one.screen.text for one in (teacher, second)]
    await second.taps("Кому позвонить")

    assert all(one.startswith("📣 7А · срок ответа прошёл") for one in called)
    assert "Лугова Яна" in second.screen.text
    assert len(other.messages) == said


async def test_for_an_author_who_left_the_administration_gets_the_list(
    town: Town, teacher: Person
) -> None:
    school = a_school().add(
        "roles",
        sourcedId="r-x1",
        userSourcedId="x1",
        roleType="primary",
        role="principal",
        orgSourcedId="s",
    )
    await town.imports(school)
    head, _ = await town.comes_in("x1"), await town.comes_in("g1")
    await asks(teacher, "До 21 ноября")
    await sends(town, teacher)
    await town.imports(school.change("users", "t1", enabledUser="false"))

    town.clock.strikes("2026-11-22T08:00")
    await ticks(town)

    assert head.screen.text.startswith("📣 7А · срок ответа прошёл")


@ON_BOTH
async def test_who_is_guardian_no_more_reads_and_answers_nothing(
    town: Town, teacher: Person
) -> None:
    mother, father, _ = await town.family()
    await asks(teacher)
    await sends(town, teacher)
    asked = mother.screen
    left = a_school().change("users", "p1", agentSourcedIds="g2")
    await town.imports(left.change("users", "p4", agentSourcedIds="g2"))
    await town.outbox_ticks()

    await mother.taps("Ознакомлен(а)", on=asked)
    await looks(town)

    assert mother.toast.startswith("Этот экран вам не открыт.")
    assert WORDS not in mother.screen.text
    assert "Ответили семьи: 0 из 3" in teacher.screen.text
    assert father.screen.text.endswith("✍️ Нужен ваш ответ.")


async def test_a_withdrawn_one_is_taken_back_and_answered_no_more(
    town: Town, teacher: Person
) -> None:
    mother = await town.comes_in("g1")
    await asks(teacher)
    await sends(town, teacher)
    asked = mother.screen

    await teacher.taps("Ещё")
    await teacher.taps("Отозвать")
    await teacher.taps("Да, отозвать")
    await town.outbox_ticks()
    told = mother.screen.text
    await mother.taps("Ознакомлен(а)", on=asked)

    assert told == (
        "📣 7А · отозвано · Нина Грачёва\n"
        "Сообщение от пт, 20 ноября больше не действует, отвечать не нужно: "
        "«Экскурсия в пятницу в 9:00»"
    )
    assert mother.toast == "Сообщение отозвано, отвечать не нужно."
    assert "Отозвана" in teacher.screen.text


async def test_what_still_waits_is_not_told_when_withdrawn(town: Town, teacher: Person) -> None:
    mother = await town.comes_in("g1")
    said = len(mother.messages)
    town.clock.strikes("2026-11-20T22:00")
    await writes(teacher)
    await sends(town, teacher)

    await teacher.taps("Ещё")
    await teacher.taps("Отозвать")
    await teacher.taps("Да, отозвать")
    town.clock.strikes("2026-11-21T08:00")
    await town.outbox_ticks()

    assert len(mother.messages) == said
    assert await town.endings() == {"expired: overtaken": 1}


@ON_BOTH
async def test_a_correction_is_told_and_asked_anew(town: Town, teacher: Person) -> None:
    mother = await town.comes_in("g1")
    await asks(teacher)
    await sends(town, teacher)
    first = mother.screen
    await mother.taps("Ознакомлен(а)")

    await teacher.taps("Ещё")
    await teacher.taps("Исправить")
    await teacher.sends("Экскурсия в субботу в 10:00")
    await teacher.taps("Отправить исправление")
    await town.outbox_ticks()
    corrected = mother.screen
    await mother.taps("Ознакомлен(а)", on=first)
    refused = mother.toast
    await mother.taps("Ознакомлен(а)", on=corrected)
    await looks(town)

    assert corrected.text.startswith(
        "Исправлено: прежнее сообщение больше не действует.\n📣 7А · Нина Грачёва\n"
        "Экскурсия в субботу в 10:00"
    )
    assert refused == "Сообщение с тех пор исправили. Прочитайте новое и ответьте под ним."
    assert "версия 2" in teacher.screen.text
    assert "Ответили семьи: 1 из 3" in teacher.screen.text


async def corrects(teacher: Person, words: str = "Экскурсия в субботу") -> None:
    """Begin a correction on the card, and write its words."""
    await teacher.taps("Ещё")
    await teacher.taps("Исправить")
    await teacher.sends(words)


@ON_BOTH
async def test_a_correction_after_the_day_names_another_and_is_asked_anew(
    town: Town, teacher: Person
) -> None:
    mother = await town.comes_in("g1")
    await asks(teacher, "До 23 ноября")
    await sends(town, teacher)
    await mother.taps("Ознакомлен(а)")
    town.clock.strikes("2026-11-25T12:00")
    await looks(town)

    await corrects(teacher)
    await teacher.taps("Отправить исправление")
    refused = teacher.screen.text
    await teacher.taps("Срок ответа")
    asked = teacher.screen
    await teacher.taps("До 26 ноября")
    await teacher.taps("‹ К рассылке")
    await teacher.taps("Отправить исправление")
    await town.outbox_ticks()
    await looks(town)

    assert refused.startswith("Срок ответа прошёл")
    assert "Экскурсия в субботу" in refused
    assert asked.buttons == [
        "До 26 ноября", "До 28 ноября", "До 2 декабря", "Без срока", "Другой день", "‹ К рассылке"
    ]  # fmt: skip
    assert mother.screen.text.startswith("Исправлено: прежнее сообщение больше не действует.")
    assert mother.screen.text.endswith("✍️ Ответьте до чт, 26 ноября.")
    assert "Доставлено: 1 из 4" in teacher.screen.text
    assert "Ответили семьи: 0 из 3, срок чт, 26 ноября" in teacher.screen.text
    assert "Прежней версии ответили и ещё не ответили этой: 1" in teacher.screen.text


async def test_reminders_begin_anew_with_a_correction(town: Town, teacher: Person) -> None:
    mother = await town.comes_in("g1")
    await asks(teacher, "До 21 ноября")
    await sends(town, teacher)
    town.clock.strikes("2026-11-22T12:00")
    await ticks(town)
    await teacher.taps("Открыть рассылку")
    await corrects(teacher)
    await teacher.taps("Срок ответа")
    await teacher.taps("До 23 ноября")
    await teacher.taps("‹ К рассылке")
    await teacher.taps("Отправить исправление")
    await ticks(town)
    told = mother.screen.text
    town.clock.strikes("2026-11-23T09:00")
    await ticks(town)

    assert told.startswith("Исправлено")
    assert mother.screen.text.startswith("✍️ Напоминание: нужен ваш ответ.")


async def test_families_show_who_answered_what_was_corrected(town: Town, teacher: Person) -> None:
    mother = await town.comes_in("g1")
    await asks(teacher, "До 23 ноября")
    await sends(town, teacher)
    await mother.taps("Ознакомлен(а)")
    await corrects(teacher)
    await teacher.taps("Отправить исправление")
    await town.outbox_ticks()
    await looks(town)

    await teacher.taps("По семьям")

    assert "Ева — доставлено, раньше: ответ 20 ноября" in teacher.screen.text


async def test_another_s_words_are_not_corrected_but_may_be_taken_back_by_name(
    town: Town, teacher: Person
) -> None:
    await town.imports(a_second_teacher())
    mother, second = await town.comes_in("g1"), await town.comes_in("t2")
    await asks(teacher)
    await sends(town, teacher)
    correct = DoWithBroadcast(broadcast=BroadcastId(1), deed=Deed.CORRECT).pack()

    await taps_from_elsewhere(town, second, correct)
    refused = second.toast
    card = teacher.screen
    offered = await takes_back(second)
    await town.outbox_ticks()
    await looks(town)

    assert refused.startswith("Исправить может только автор")
    assert "Исправить" not in offered
    assert mother.screen.text.startswith("📣 7А · отозвано · Юрий Полевой")
    assert "Отозвана: Юрий Полевой." in text_of(teacher, card)
    assert teacher.screen.text == (
        "⚠️ 7А · рассылка отозвана\n"
        "Вашу рассылку отозвали (Полевой Юрий): «Экскурсия в пятницу в 9:00» "
        "Кому она пришла, тем бот скажет об этом."
    )


async def takes_back(person: Person) -> list[str]:
    """Take the newest broadcast back; return what its card offered."""
    await person.sends("/broadcasts")
    for label in ("1", "Ещё"):
        await person.taps(label)
    offered = person.screen.buttons
    for label in ("Отозвать", "Да, отозвать"):
        await person.taps(label)
    return offered


def text_of(person: Person, message: Screen) -> str:
    return next(one.text for one in person.messages if one.id == message.id)


@ON_BOTH
async def test_the_author_hears_that_another_took_back_what_still_waits(
    town: Town, teacher: Person
) -> None:
    await town.imports(a_second_teacher())
    mother, second = await town.comes_in("g1"), await town.comes_in("t2")
    before = len(mother.messages)
    await writes(teacher, "Завтра к 9:00 в спортивный зал")
    await teacher.taps("Когда")
    await teacher.taps("Другое время")
    await teacher.sends("21 ноября в 9:00")
    await teacher.taps("Поставить на 21 ноября, 09:00")
    await takes_back(second)
    await town.outbox_ticks()
    told = teacher.screen
    await teacher.taps("Открыть рассылку")
    opened = teacher.screen.text
    town.clock.strikes("2026-11-21T09:00")
    await ticks(town)

    assert told.text == (
        "⚠️ 7А · рассылка отозвана\n"
        "Вашу рассылку отозвали (Полевой Юрий): «Завтра к 9:00 в спортивный зал» "
        "Она не ушла, её никто не получил."
    )
    assert "Отозвана: Юрий Полевой." in opened
    assert len(mother.messages) == before


async def test_who_takes_back_the_own_words_hears_nothing_of_it(
    town: Town, teacher: Person
) -> None:
    await town.comes_in("g1")
    await asks(teacher)
    await sends(town, teacher)
    await takes_back(teacher)
    before = len(teacher.messages)
    await town.outbox_ticks()

    assert len(teacher.messages) == before


async def test_days_to_answer_count_from_the_sending_and_one_may_be_written(
    town: Town, teacher: Person
) -> None:
    mother = await town.comes_in("g1")
    await writes(teacher)
    await teacher.taps("Когда")
    await teacher.taps("Другое время")
    await teacher.sends("30 ноября в 9:00")
    await teacher.taps("Ответ")
    await teacher.taps("Ознакомиться")
    offered = teacher.screen.buttons
    await teacher.taps("Другой день")
    await teacher.sends("29 ноября")
    too_early = teacher.screen.text
    await teacher.sends("10 декабря")
    chosen = teacher.screen.text
    await teacher.taps("Поставить на 30 ноября, 09:00")
    town.clock.strikes("2026-11-30T09:00")
    await ticks(town)

    assert offered[3:6] == ["До 1 декабря", "До 3 декабря", "До 7 декабря"]
    assert too_early.startswith("Срок ответа прошёл, раньше отправки")
    assert "✍️ Ответ: «Ознакомлен(а)», до чт, 10 декабря" in chosen
    assert mother.screen.text.endswith("✍️ Ответьте до чт, 10 декабря.")


@ON_BOTH
async def test_an_urgent_one_comes_at_night_with_a_reason_and_a_second_tap(
    town: Town, teacher: Person
) -> None:
    mother = await town.comes_in("g1")
    town.clock.strikes("2026-11-20T23:30")
    await writes(teacher, "Завтра школа закрыта")
    quiet = teacher.screen.text
    await teacher.taps("Ещё")
    await teacher.taps("Срочно")
    await teacher.sends("Прорыв отопления")
    await teacher.taps("Отправить срочно")
    asked = teacher.screen.text
    await teacher.taps("Да, отправить сейчас")
    await town.outbox_ticks()

    assert "Сейчас тихие часы: начнёт приходить сб, 21 ноября в 07:00." in quiet
    assert "Прорыв отопления" in asked
    assert mother.screen.text == "⚠️ Срочно\n📣 7А · Нина Грачёва\nЗавтра школа закрыта"
    async with town.store.reading() as tx:
        (school,) = await tx.schools.all()
        (number,) = await tx.broadcasts.listed(school.id, by=0, groups=[], whole=True, most=1)
        kept = (await tx.broadcasts.broadcasts([number]))[number]
    assert kept.plan.urgent == "Прорыв отопления"


async def sends_urgently(town: Town, teacher: Person) -> None:
    await writes(teacher, "Завтра школа закрыта")
    for label in ("Ещё", "Срочно"):
        await teacher.taps(label)
    await teacher.sends("Прорыв отопления")
    for label in ("Отправить срочно", "Да, отправить сейчас"):
        await teacher.taps(label)
    await town.outbox_ticks()


async def test_the_reason_of_an_emergency_stands_on_its_card_and_report(
    town: Town, teacher: Person
) -> None:
    await town.comes_in("g1")

    await sends_urgently(town, teacher)
    await looks(town)
    card = teacher.screen
    await teacher.taps("Ещё")
    await teacher.taps("Отчёт XLSX")

    assert "⚠️ Срочная, и ночью тоже. Причина: Прорыв отопления" in card.text.splitlines()
    assert teacher.screen.document is not None
    told = sheets(teacher.screen.document.content)
    assert "Срочная, и ночью тоже. Причина: Прорыв отопления" in str(told)


@ON_BOTH
async def test_a_correction_of_an_old_emergency_waits_for_the_morning(
    town: Town, teacher: Person
) -> None:
    mother = await town.comes_in("g1")
    await sends_urgently(town, teacher)
    before = len(mother.messages)

    town.clock.strikes("2026-11-24T23:30")
    await corrects(teacher, "Школа снова открыта")
    preview = teacher.screen.text
    await teacher.taps("Отправить исправление")
    await town.outbox_ticks()
    at_night = len(mother.messages)
    town.clock.strikes("2026-11-25T07:00")
    await town.outbox_ticks()

    assert "Получат: 1 из 4" in preview
    assert "Не получат: не вошли в бот — 3" in preview
    assert "Сейчас тихие часы: начнёт приходить ср, 25 ноября в 07:00." in preview
    assert (at_night, len(mother.messages)) == (before, before + 1)
    assert "Школа снова открыта" in mother.screen.text


async def test_a_correction_of_an_emergency_of_today_wakes_after_a_second_tap(
    town: Town, teacher: Person
) -> None:
    mother = await town.comes_in("g1")
    await sends_urgently(town, teacher)
    before = len(mother.messages)

    town.clock.strikes("2026-11-20T23:30")
    await corrects(teacher, "Завтра школа открыта")
    await teacher.taps("Отправить исправление")
    asked = teacher.screen
    await town.outbox_ticks()
    unsent = len(mother.messages)
    await teacher.taps("Да, отправить сейчас", on=asked)
    await town.outbox_ticks()

    assert "Прорыв отопления" in asked.text
    assert (unsent, len(mother.messages)) == (before, before + 1)
    assert "Завтра школа открыта" in mother.screen.text


@ON_BOTH
async def test_an_emergency_taken_back_at_night_is_told_at_night(
    town: Town, teacher: Person
) -> None:
    mother = await town.comes_in("g1")
    town.clock.strikes("2026-11-20T23:00")
    await sends_urgently(town, teacher)
    town.clock.moves(minutes=10)

    await teacher.taps("Ещё")
    await teacher.taps("Отозвать")
    asked = teacher.screen.text
    await teacher.taps("Да, отозвать")
    await town.outbox_ticks()

    assert asked.endswith("⚠️ Она срочная: отзыв придёт сразу, и ночью тоже.")
    assert mother.screen.text.startswith("📣 7А · отозвано · Нина Грачёва")


async def test_an_emergency_of_another_day_is_taken_back_in_the_morning(
    town: Town, teacher: Person
) -> None:
    mother = await town.comes_in("g1")
    await sends_urgently(town, teacher)
    before = len(mother.messages)
    town.clock.strikes("2026-11-23T23:00")

    await teacher.taps("Ещё")
    await teacher.taps("Отозвать")
    asked = teacher.screen.text
    await teacher.taps("Да, отозвать")
    await town.outbox_ticks()
    at_night = len(mother.messages)
    town.clock.strikes("2026-11-24T07:00")
    await town.outbox_ticks()

    assert "ночью" not in asked.splitlines()[-1]
    assert (at_night, len(mother.messages)) == (before, before + 1)


async def test_in_quiet_hours_a_plain_one_waits_for_the_morning(
    town: Town, teacher: Person
) -> None:
    mother = await town.comes_in("g1")
    town.clock.strikes("2026-11-20T23:30")
    await writes(teacher)
    await sends(town, teacher)
    at_night = len(mother.messages)

    town.clock.strikes("2026-11-21T07:00")
    await town.outbox_ticks()

    assert (at_night, len(mother.messages)) == (1, 2)


async def test_it_goes_at_its_time_to_who_is_in_the_class_then(
    town: Town, teacher: Person
) -> None:
    mother, other = await town.comes_in("g1"), await town.comes_in("g3")
    said = len(other.messages)
    await writes(teacher)
    await teacher.taps("Когда")
    await teacher.taps("Другое время")
    await teacher.sends("20.11 9:00")
    wrong = teacher.screen.text
    await teacher.sends("23.11 9:00")
    await teacher.taps("Поставить на 23 ноября, 09:00")
    card = teacher.screen.text
    await town.imports(a_school().change("enrollments", "e-p2", endDate="2026-11-21"))

    town.clock.strikes("2026-11-23T09:00")
    await ticks(town)
    await looks(town)

    assert wrong.startswith("Это время прошло")
    assert "Уйдёт: пн, 23 ноября, 09:00. Ещё не отправлена." in card
    assert mother.screen.text.endswith(WORDS)
    assert len(other.messages) == said
    assert "Отправлена пн, 23 ноября, 09:00; семей: 2" in teacher.screen.text


async def test_a_parent_who_blocked_the_bot_is_counted_and_named(
    town: Town, teacher: Person
) -> None:
    mother, other = await town.comes_in("g1"), await town.comes_in("g3")
    await other.blocks()
    await writes(teacher)
    preview = teacher.screen.text
    await sends(town, teacher)
    await looks(town)
    card = next(one for one in teacher.messages if "Отправлена" in one.text)
    await teacher.taps("До кого не дошло", on=card)

    assert mother.screen.text.endswith(WORDS)
    assert "не принимают сообщений — 1; не вошли в бот — 2" in preview
    assert "О'Нил Лев: <b>&amp;</b> — недоступно" in teacher.screen.text


async def test_before_it_is_sent_who_will_not_get_it_is_named_with_the_reason(
    town: Town, teacher: Person
) -> None:
    await town.comes_in("g1")
    other = await town.comes_in("g3")
    await other.blocks()
    await writes(teacher)

    await teacher.taps("Кто не получит")
    named = teacher.screen
    await teacher.taps("‹ К рассылке")

    assert named.text == (
        "📣 7А · родителям\n"
        "Кто-то не получит, семей: 3\n"
        "1. Котова 🐱 Александра-Виктория-Александр…: Инга — не входит в бот\n"
        "2. О'Нил Лев: <b>&amp;</b> — недоступно\n"
        "3. Лугова Яна: Ева — получит; Марк — не входит в бот"
    )
    assert "Отправить" in teacher.screen.buttons


async def test_to_nobody_it_is_not_sent_and_nothing_is_lost(town: Town, teacher: Person) -> None:
    await writes(teacher)
    await teacher.taps("Отправить")
    refused = teacher.screen.text
    await town.comes_in("g1")
    await teacher.taps("Отправить")

    assert refused.startswith("Отправить некому")
    assert WORDS in refused
    assert "Отправлена" in teacher.screen.text


async def test_too_long_a_text_is_refused_in_words_with_the_rest_that_was_cut_off(
    town: Town, teacher: Person
) -> None:
    mother = await town.comes_in("g1")
    await writes(teacher, "Коротко")
    await teacher.sends("а" * 4096)
    refused, said = teacher.screen.text, len(teacher.messages)
    await teacher.sends("хвост")
    answered = len(teacher.messages) - said
    town.clock.moves(seconds=30)
    await teacher.sends("Сбор в 8:30")
    await sends(town, teacher)

    assert refused.startswith("Слишком длинно: в одно сообщение входит 3500 знаков.")
    assert "Коротко" in refused
    assert answered == 0
    assert mother.screen.text.endswith("Коротко\n\nСбор в 8:30")


async def test_a_photo_comes_with_its_words_and_is_answered_below(
    town: Town, teacher: Person
) -> None:
    mother = await town.comes_in("g1")
    await teacher.sends("/class")
    await teacher.taps("Ещё")
    await teacher.taps("Рассылка")
    await teacher.sends_photo(b"GIF89a" + b"\1\0\1\0" + b"x" * 40, caption="Вот план")
    await teacher.taps("Ответ")
    await teacher.taps("Ознакомиться")
    await teacher.taps("‹ К рассылке")
    await sends(town, teacher)
    told = mother.screen
    await mother.taps("Ознакомлен(а)")

    assert told.photo is not None
    assert told.text == "📣 7А · Нина Грачёва\nВот план\n✍️ Нужен ваш ответ."
    assert mother.screen.id == told.id
    assert "Вы ознакомились" in mother.screen.text


async def test_an_edit_takes_the_place_of_what_it_said(town: Town, teacher: Person) -> None:
    mother = await town.comes_in("g1")
    await writes(teacher, "Экскурсия в пятницу")
    await teacher.sends("Взять пасспорт")
    await teacher.edits("Взять паспорт")
    preview = teacher.screen.text
    await sends(town, teacher)

    assert "Экскурсия в пятницу\n\nВзять паспорт\n" in preview
    assert mother.screen.text.endswith("Экскурсия в пятницу\n\nВзять паспорт")


async def test_an_edit_that_is_too_long_changes_nothing(town: Town, teacher: Person) -> None:
    mother = await town.comes_in("g1")
    await writes(teacher, "а" * 3000)
    await teacher.sends("Взять паспорт")
    await teacher.edits("б" * 3000)
    refused = teacher.screen.text
    await sends(town, teacher)

    assert refused.startswith("Слишком длинно")
    assert mother.screen.text.endswith("а\n\nВзять паспорт")


async def test_an_edit_of_what_is_in_no_draft_says_how_to_write_afresh(
    town: Town, teacher: Person
) -> None:
    await writes(teacher, "Экскурсия в пятницу")
    for label in ("Ещё", "Начать заново"):
        await teacher.taps(label)
    await teacher.edits("Экскурсия в субботу")

    assert teacher.screen.text.startswith("Эта правка в рассылку не вошла")


async def test_an_album_of_ten_is_taken_whole_and_shown_by_a_tap(
    town: Town, teacher: Person
) -> None:
    mother = await town.comes_in("g1")
    await writes(teacher, "Фотографии")
    for number in range(10):
        await teacher.posts(
            photo=[
                {"file_id": _photo(town, number), "file_unique_id": "u", "width": 9, "height": 9}
            ],
            media_group_id="77",
            caption=f"Кадр {number}",
        )
    answers = [one.text for one in teacher.messages if "альбом" in one.text]
    await teacher.posts(
        photo=[{"file_id": _photo(town, 11), "file_unique_id": "u", "width": 9, "height": 9}]
    )
    refused = teacher.screen.text
    await sends(town, teacher)
    before = len(mother.messages)
    await mother.taps("Файлы: 10")

    assert len(answers) == 2  # the question, and one answer to the whole album
    assert refused.startswith("Файлов не больше десяти.")
    pictures = [one for one in mother.messages[before:] if one.photo]
    assert [one.text for one in pictures] == [f"Кадр {number}" for number in range(10)]


def _photo(town: Town, number: int) -> str:
    upload = UploadedFile(b"GIF89a" + b"\1\0\1\0" + bytes([number]) * 40, "a.jpg", "image/jpeg")
    return town.telegram.world.files.keep(upload, "photo").file_id


async def test_a_large_file_is_refused_in_words(town: Town, teacher: Person) -> None:
    await writes(teacher)
    await teacher.posts(
        document={
            "file_id": "large",
            "file_unique_id": "l",
            "file_name": "фильм.pdf",
            "mime_type": "application/pdf",
            "file_size": 50 * 1024 * 1024,
        }
    )

    assert teacher.screen.text.startswith("Файл больше 20 МБ. Пришлите поменьше или фото.")
    assert WORDS in teacher.screen.text


async def test_single_families_are_chosen_by_number(town: Town, teacher: Person) -> None:
    mother, other = await town.comes_in("g1"), await town.comes_in("g3")
    said = len(other.messages)
    await writes(teacher)
    await teacher.taps("Кому")
    await teacher.taps("Отдельные семьи")
    await teacher.taps("2")
    chosen = teacher.screen.text
    await teacher.taps("‹ К рассылке")
    preview = teacher.screen.text
    await sends(town, teacher)

    assert "✓ 2. Лугова Яна" in chosen
    assert preview.startswith("📣 7А · родителям, выбрано: 1")
    assert mother.screen.text == f"📣 Яна · 7А · Нина Грачёва\n{WORDS}"
    assert len(other.messages) == said


async def test_to_chosen_families_all_children_of_a_parent_are_named(
    town: Town, teacher: Person
) -> None:
    await town.imports(a_school().change("users", "p2", agentSourcedIds="g1,g3"))
    mother = await town.comes_in("g1")
    await asks(teacher)
    await teacher.taps("Кому")
    await teacher.taps("Отдельные семьи")
    await teacher.taps("2")
    await teacher.taps("3")
    await teacher.taps("‹ К рассылке")
    await sends(town, teacher)
    told = mother.screen.text
    await mother.taps("Ознакомлен(а)")

    assert told.splitlines()[0] == "📣 Яна, Лев · 7А · Нина Грачёва"
    assert mother.screen.text.splitlines()[0] == told.splitlines()[0]


async def test_a_template_is_kept_from_what_was_sent_and_used_again(
    town: Town, teacher: Person
) -> None:
    mother = await town.comes_in("g1")
    await asks(teacher)
    await sends(town, teacher)
    await teacher.taps("Ещё")
    await teacher.taps("В шаблоны")
    await teacher.sends("/broadcasts")
    await teacher.taps("7А")
    await teacher.taps("Шаблоны")
    listed = teacher.screen.text
    await teacher.taps("1")
    await sends(town, teacher)

    assert listed == "📣 Шаблоны рассылок\n1. Экскурсия в пятницу в 9:00"
    assert mother.screen.text.endswith("✍️ Нужен ваш ответ.")


async def test_an_old_preview_sends_no_other_draft(town: Town, teacher: Person) -> None:
    await town.comes_in("g1")
    await writes(teacher, "Первое")
    old = teacher.screen
    town.clock.moves(minutes=1)
    await writes(teacher, "Второе")

    await teacher.taps("Отправить", on=old)

    assert teacher.toast.startswith("Эта кнопка")
    assert await town.ledger() == []


async def test_a_subject_teacher_writes_to_the_own_courses_only(town: Town) -> None:
    mother = await town.comes_in("g1")
    teacher = await town.comes_in("t2")
    await teacher.sends("/broadcasts")
    offered = teacher.screen.buttons
    await teacher.taps("Русский язык, 7А")
    await teacher.sends("Диктант")
    await sends(town, teacher)

    assert offered[:2] == ["Русский язык, 5Б", "Русский язык, 7А"]
    assert mother.screen.text == "📣 Русский язык, 7А · Юрий Полевой\nДиктант"


async def test_a_parent_sends_no_broadcast(town: Town) -> None:
    mother = await town.comes_in("g1")
    await mother.sends("/broadcasts")

    assert mother.screen.text.startswith("Этот экран вам не открыт.")


async def test_what_may_not_have_arrived_is_told_once_more(town: Town, teacher: Person) -> None:
    mother = await town.comes_in("g1")
    await asks(teacher, "До 23 ноября")
    await teacher.taps("Отправить")
    town.telegram.break_next(Reset(accepted=True), "sendMessage", chat_id=mother.id)
    await town.outbox_ticks()
    await looks(town)
    unknown = teacher.screen.text

    await ticks(town)
    await ticks(town)

    assert "Неизвестно, дошло ли: 1" in unknown
    assert mother.screen.text.startswith("Отправлено ещё раз: прошлое сообщение могло не дойти.")
    assert await town.endings() == {"unknown": 1, "delivered": 1}


async def test_the_report_is_handed_over_as_files_and_no_name_is_a_formula(
    town: Town, teacher: Person
) -> None:
    await town.imports(a_school().change("users", "g1", givenName="=1+1"))
    mother = await town.comes_in("g1")
    await asks(teacher)
    await sends(town, teacher)
    await mother.taps("Ознакомлен(а)")
    card = teacher.screen

    await teacher.taps("Ещё", on=card)
    more = teacher.screen
    await teacher.taps("Отчёт XLSX", on=more)
    sheet = teacher.screen
    await teacher.taps("Отчёт PDF", on=more)
    pdf = teacher.screen

    assert sheet.document is not None
    assert pdf.document is not None
    assert pdf.document.content.startswith(b"%PDF")
    rows = CalamineWorkbook.from_filelike(BytesIO(sheet.document.content)).get_sheet_by_index(0)
    cells = [str(cell) for row in rows.to_python() for cell in row]
    assert "ответ получен" in cells
    assert "Лугова =1+1" in cells
    assert "Рассылка" in sheet.document.name
    assert [1, WORDS] in sheets(sheet.document.content)["Что было сказано"]


@ON_BOTH
async def test_the_report_keeps_what_was_answered_before_a_correction(
    town: Town, teacher: Person
) -> None:
    mother, father, _ = await town.family()
    await asks(teacher)
    await sends(town, teacher)
    await mother.taps("Ознакомлен(а)")
    await corrects(teacher, "В субботу собрание.")
    await teacher.taps("Отправить исправление")
    await town.outbox_ticks()
    await father.taps("Ознакомлен(а)")

    await teacher.taps("Ещё")
    await teacher.taps("Отчёт XLSX")

    assert teacher.screen.document is not None
    now, earlier, texts = (
        [[one for one in row if one != ""] for row in rows]
        for rows in sheets(teacher.screen.document.content).values()
    )
    assert any("Лугов Марк" in row and "ответ получен" in row for row in now)
    assert any("Лугова Ева" in row and "доставлено" in row for row in now)
    assert [row[1:5] for row in earlier if "Лугова Ева" in row] == [
        ["Лугова Яна", "Лугова Ева", 1, "ответ получен"]
    ]
    assert [row[0] for row in texts if row and row[-1] == "В субботу собрание."] == [2]


async def test_a_kill_in_the_middle_goes_on_where_it_was(
    town: Town, teacher: Person, tmp_path: Path
) -> None:
    mother, father, _ = await town.family()
    other = await town.comes_in("g3")
    await writes(teacher)
    await teacher.taps("Отправить")
    claimed = await town.program.relay._claim()
    await town.program.relay._supervised(claimed[0])
    delivered = await town.delivered()

    async with a_town(town.store.url, tmp_path, town.clock, town.telegram) as restarted:
        await restarted.program.recover()
        await restarted.outbox_ticks()

    assert delivered == 1
    told = [one.screen.text for one in (mother, father, other)]
    assert told == [f"📣 7А · Нина Грачёва\n{WORDS}"] * 3
    assert await town.endings() == {"delivered": 3}


async def test_a_broadcast_is_told_alone_beside_other_news(town: Town, teacher: Person) -> None:
    mother = await town.comes_in("g1")
    said = len(mother.messages)
    await writes(teacher, "Первое")
    await teacher.taps("Отправить")
    town.clock.moves(minutes=1)
    await writes(teacher, "Второе")
    await teacher.taps("Отправить")

    await town.outbox_ticks()

    told = [one.text.splitlines()[1] for one in mother.messages[said:]]
    assert told == ["Первое", "Второе"]


async def taps_from_elsewhere(town: Town, person: Person, data: str) -> None:
    """Tap a button that was never shown to this person."""
    town.telegram.people.taps(TOKEN, person.id, person.screen.id, data)
    await person.waits()


def a_second_teacher() -> Files:
    """Return the school with t2 as the second class teacher of 7А."""
    return a_school().add(
        "enrollments",
        sourcedId="e-second",
        classSourcedId="7a",
        schoolSourcedId="s",
        userSourcedId="t2",
        role="teacher",
    )


async def test_two_teachers_of_a_class_follow_it_and_nobody_else_does(
    town: Town, teacher: Person
) -> None:
    mother = await town.comes_in("g1")
    await asks(teacher)
    await sends(town, teacher)
    opened = OpenBroadcast(broadcast=BroadcastId(1)).pack()
    second, said = await town.comes_in("t2"), mother.screen.text
    await taps_from_elsewhere(town, second, opened)
    stranger = second.toast
    await taps_from_elsewhere(town, mother, opened)
    refused = mother.toast
    await town.imports(a_second_teacher())
    await second.sends("/broadcasts")
    await second.taps("1")

    assert stranger.startswith("Этот экран вам не открыт.")
    assert refused.startswith("Этот экран вам не открыт.")
    assert said.startswith("📣")
    assert second.screen.text.startswith("📣 7А · Экскурсия в пятницу в 9:00\nОтправлена")


async def test_another_parent_s_button_answers_nothing(town: Town, teacher: Person) -> None:
    mother, other = await town.comes_in("g1"), await town.comes_in("g3")
    await asks(teacher)
    await sends(town, teacher)

    await taps_from_elsewhere(town, other, mother.screen.data_of("Ознакомлен(а)"))
    await looks(town)

    assert other.toast.startswith("Этот экран вам не открыт.")
    assert "Ответили семьи: 0 из 3" in teacher.screen.text


async def test_english_speaks_english(town: Town, teacher: Person) -> None:
    mother = await town.comes_in("g1", language="en")
    await asks(teacher, "До 23 ноября")
    await sends(town, teacher)

    assert mother.screen.text.endswith("✍️ Please answer by Mon, 23 November.")


async def test_a_teacher_marks_further_courses_of_the_own_ones(town: Town) -> None:
    second, ian = await town.comes_in("t2"), await town.comes_in("p4")
    await second.sends("/broadcasts")
    await second.taps("Русский язык, 7А")
    await second.sends(WORDS)
    await second.taps("Кому")
    await second.taps("Ученикам")
    await second.taps("Кому")
    await second.taps("Классы, группы")
    offered = second.screen.buttons
    await second.taps("Русский язык, 5Б")
    await second.taps("‹ К рассылке")
    await sends(town, second)

    assert set(offered) == {"✓ Русский язык, 7А", "Русский язык, 5Б", "‹ К рассылке"}
    assert ian.screen.text.endswith(WORDS)


async def test_the_head_of_a_school_marks_any_of_its_classes(town: Town) -> None:
    await town.imports(
        a_school().add(
            "roles",
            sourcedId="r-x1",
            userSourcedId="x1",
            roleType="primary",
            role="principal",
            orgSourcedId="s",
        )
    )
    head = await town.comes_in("x1")
    await head.sends("/class")
    await head.taps("7А")
    await head.taps("Рассылка")
    await head.sends(WORDS)
    await head.taps("Кому")
    await head.taps("Классы, группы")
    offered = head.screen.buttons

    assert set(offered) == {"5Б", "✓ 7А", "‹ К рассылке"}


async def test_a_class_teacher_is_offered_the_own_class_alone(town: Town, teacher: Person) -> None:
    await writes(teacher)
    await teacher.taps("Кому")
    await teacher.taps("Классы, группы")

    assert set(teacher.screen.buttons) == {"✓ 7А", "‹ К рассылке"}

"""Guardians agree, refuse and take back, and what is sent follows at once."""

from sandbox.in_process import Person
from tests.stories.bundle import a_school, with_mark
from tests.stories.conftest import ON_BOTH
from tests.stories.town import Town

FIVE = with_mark(a_school(), "m4", work="w4", pupil="p1", score="5")


def heard(person: Person) -> int:
    return sum(one.text.startswith("📘 Яна · ") for one in person.messages)


async def at_consents(town: Town) -> Person:
    mother = await town.comes_in("g1")
    await mother.taps("Согласия")
    await mother.taps("Яна, 7А")
    return mother


async def marks_come(town: Town) -> None:
    await town.imports(FIVE)
    town.clock.moves(minutes=11)
    await town.outbox_ticks()


@ON_BOTH
async def test_who_took_the_consent_back_is_told_nothing_and_the_other_parent_is(
    town: Town,
) -> None:
    mother, father = await at_consents(town), await town.comes_in("g2")

    await mother.taps("Отозвать согласие")
    asked = mother.screen.text
    await mother.taps("Да, отозвать")
    await marks_come(town)

    assert "Отозвать согласие? Сообщения о ребёнке больше не придут" in asked
    assert "Записано, и действует сразу." in mother.screen.text
    assert "отозвано 20 ноября, редакция 1" in mother.screen.text.replace("\xa0", " ")
    assert (heard(mother), heard(father)) == (0, 1)


async def test_what_waits_already_is_not_sent_after_a_withdrawal(town: Town) -> None:
    mother = await at_consents(town)
    await town.imports(FIVE)
    town.clock.moves(minutes=9)

    await mother.taps("Отозвать согласие")
    await mother.taps("Да, отозвать")
    town.clock.moves(minutes=1)
    await town.outbox_ticks()

    assert heard(mother) == 0
    assert (await town.endings())["delivered"] == 0


async def test_a_consent_given_again_opens_the_way_again(town: Town) -> None:
    mother = await at_consents(town)
    await mother.taps("Отозвать согласие")
    await mother.taps("Да, отозвать")

    await mother.taps("Даю согласие")
    await marks_come(town)

    assert heard(mother) == 1


async def test_who_thinks_better_of_it_keeps_the_consent(town: Town) -> None:
    mother = await at_consents(town)
    await mother.taps("Отозвать согласие")

    await mother.taps("Оставить как есть")

    assert "вопрос ещё не задан" in mother.screen.text


async def at_the_family(teacher: Person, name: str) -> None:
    await teacher.sends("/class")
    await teacher.taps("Ещё")
    await teacher.taps("Семьи")
    await teacher.taps("Согласия")
    listed = teacher.screen.text.splitlines()
    await teacher.taps(next(one for one in listed if name in one).partition(".")[0])


@ON_BOTH
async def test_an_application_is_recorded_with_the_day_that_stands_on_it(town: Town) -> None:
    teacher = await town.comes_in("t1")
    await at_the_family(teacher, "Лугова Ева")

    await teacher.taps("Согласие на сообщения принято")
    await teacher.taps("Другой день")
    await teacher.sends("завтра")
    refused = teacher.screen.text
    await teacher.sends("01.12.2026")
    to_come = teacher.screen.text
    await teacher.sends("12.11")

    assert "Такого дня нет" in refused
    assert "ещё не наступил" in to_come
    assert "Записано, и действует сразу." in teacher.screen.text
    assert "в электронном виде: дано 12 ноября" in teacher.screen.text.replace("\xa0", " ")


async def applies_for_paper(teacher: Person) -> None:
    await at_the_family(teacher, "Лугова Ева")
    await teacher.taps("Просит листы на бумаге")
    await teacher.taps("Вчера, 19 ноября")


@ON_BOTH
async def test_a_family_that_applies_for_paper_gets_it_beside_messages(town: Town) -> None:
    teacher, mother = await town.comes_in("t1"), await town.comes_in("g1")
    await applies_for_paper(teacher)
    told = teacher.screen.text.replace("\xa0", " ")
    await teacher.taps("К списку")
    listed = teacher.screen.text.replace("\xa0", " ")

    await marks_come(town)
    on_paper = await makes_sheets(teacher)

    assert "Заявление на бумагу: дано 19 ноября" in told
    assert "передаются этой семье и на бумаге" in told
    assert "Лугова Ева, родитель (Яна): не спрошен(а), бумага по заявлению" in listed
    assert "Согласились 0 из 4, на бумаге 1" in listed
    assert heard(mother) == 1
    assert "Лугова Яна: по заявлению, на бумаге" in on_paper


@ON_BOTH
async def test_a_family_that_needs_paper_no_more_gets_none_from_then_on(town: Town) -> None:
    teacher, _ = await town.comes_in("t1"), await town.comes_in("g1")
    await applies_for_paper(teacher)
    await at_the_family(teacher, "Лугова Ева")

    await teacher.taps("Листы больше не нужны")
    asked = teacher.screen.text
    await teacher.taps("Сегодня, 20 ноября")
    ended = teacher.screen
    on_paper = await makes_sheets(teacher)

    assert "Заявление о том, что бумага больше не нужна: каким днём оно датировано?" in asked
    assert "Заявление на бумагу: отозвано 20 ноября" in ended.text.replace("\xa0", " ")
    assert "Просит листы на бумаге" in ended.buttons
    assert "Лугова Яна" not in on_paper


async def makes_sheets(teacher: Person) -> str:
    """Return the list of who gets paper today."""
    await teacher.sends("/class")
    await teacher.taps("Ещё")
    await teacher.taps("Семьи")
    await teacher.taps("Печать для семей")
    await teacher.taps("Собрать на сегодня")
    return teacher.screen.text


async def test_an_application_older_than_the_last_word_is_kept_and_does_not_count(
    town: Town,
) -> None:
    mother, teacher = await at_consents(town), await town.comes_in("t1")
    await mother.taps("Даю согласие")
    await at_the_family(teacher, "Лугова Ева")

    await teacher.taps("Письменный отказ принят")
    await teacher.taps("Вчера, 19 ноября")
    await marks_come(town)

    assert "Записано. Действует более поздний ответ." in teacher.screen.text
    assert "дано 20 ноября" in teacher.screen.text.replace("\xa0", " ")
    assert heard(mother) == 1


async def test_the_class_teacher_sees_which_way_a_family_closed(town: Town) -> None:
    mother, teacher = await at_consents(town), await town.comes_in("t1")
    await mother.taps("Не писать в чат")
    await mother.taps("Да, отозвать")

    await at_the_family(teacher, "Лугова Ева")
    one = teacher.screen.text.replace("\xa0", " ")
    await teacher.taps("К списку")

    assert "Сообщения в чат Telegram: отозвано 20 ноября" in one
    assert "Не все пути открыты" in one
    assert "Лугова Ева, родитель (Яна): не спрошен(а), чат закрыт" in teacher.screen.text


async def test_a_written_refusal_puts_a_family_on_paper(town: Town) -> None:
    teacher, mother = await town.comes_in("t1"), await town.comes_in("g1")
    await at_the_family(teacher, "Лугова Ева")

    await teacher.taps("Письменный отказ принят")
    asked = teacher.screen.text
    await teacher.taps("Сегодня, 20 ноября")
    told = teacher.screen.text
    await teacher.taps("К списку")
    await marks_come(town)

    assert "каким днём он датирован?" in asked
    assert "Сведения о ребёнке этой семье передаются на бумаге." in told
    assert "Лугова Ева, родитель (Яна): письменный отказ 20 ноября" in (
        teacher.screen.text.replace("\xa0", " ")
    )
    assert heard(mother) == 0

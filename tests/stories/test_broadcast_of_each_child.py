"""A question with choices is answered for each child: one goes on the hike, the other does not."""

import pytest

from sandbox.in_process import Person
from tests.exchange.builders import Files
from tests.stories.bundle import a_school
from tests.stories.conftest import ON_BOTH
from tests.stories.test_broadcasts import looks, sends, ticks, writes
from tests.stories.test_reports import sheets
from tests.stories.town import Town

QUESTION = "Кто идёт в поход?"


def with_two_in_a_class() -> Files:
    """Return the school in which Ева Лугова has a second child in 7А, Лев."""
    return a_school().change("users", "p2", agentSourcedIds="g1,g3")


@pytest.fixture
async def teacher(town: Town) -> Person:
    """The class teacher of 7А, where two of a mother's children are."""
    await town.imports(with_two_in_a_class())
    return await town.comes_in("t1")


async def asks_who_goes(town: Town, teacher: Person, *taps: str) -> None:
    await writes(teacher, QUESTION)
    await teacher.taps("Ответ")
    await teacher.taps("Вопрос")
    await teacher.sends("Идёт\nНе идёт")
    await teacher.taps("Ответ")
    for label in ("До 23 ноября", *taps):
        await teacher.taps(label)
    await teacher.taps("‹ К рассылке")
    await sends(town, teacher)


@ON_BOTH
async def test_one_message_asks_for_each_child_and_the_card_counts_each(
    town: Town, teacher: Person
) -> None:
    mother = await town.comes_in("g1")
    await asks_who_goes(town, teacher)
    told = mother.screen

    await mother.taps("Яна · Идёт")
    first, toast = mother.screen.text, mother.toast
    await mother.taps("Лев · Не идёт")
    await mother.taps("Яна · Не идёт")
    await mother.taps("Яна · Идёт")
    await looks(town)
    card = teacher.screen
    await teacher.taps("По семьям")

    assert told.text == (
        "📣 Яна, Лев · 7А · Нина Грачёва\n"
        "Кто идёт в поход?\n"
        "✍️ Ответьте за каждого ребёнка до пн, 23 ноября.\n"
        "Яна: ответа ещё нет\n"
        "Лев: ответа ещё нет"
    )
    assert told.buttons == ["Яна · Идёт", "Яна · Не идёт", "Лев · Идёт", "Лев · Не идёт", "Меню"]
    assert first.endswith("Яна: «Идёт»\nЛев: ответа ещё нет")
    assert toast == "Ответ записан. Осталось ответить: 1."
    assert mother.screen.text.endswith(
        "✍️ Вы ответили; ответы можно изменить.\nЯна: «Идёт»\nЛев: «Не идёт»"
    )
    assert "Ответили семьи: 2 из 3" in card.text
    assert "Идёт — 1; Не идёт — 1" in card.text
    assert "О'Нил Лев: Ева — «Не идёт»" in teacher.screen.text
    assert "Лугова Яна: Ева — «Идёт»" in teacher.screen.text


async def test_children_of_two_classes_are_asked_about_in_one_message(town: Town) -> None:
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
    head, mother = await town.comes_in("x1"), await town.comes_in("g1")
    await head.sends("/broadcasts")
    await head.taps("Вся школа")
    await asks_in_words(head)
    said = len(mother.messages)
    await sends(town, head)
    await mother.taps("Яна · Идёт")
    await mother.taps("Ян · Не идёт")
    await looks(town)

    assert len(mother.messages) == said + 1
    assert "Идёт — 1; Не идёт — 1" in head.screen.text


async def test_of_many_children_the_open_ones_come_first_and_all_can_be_changed(
    town: Town,
) -> None:
    school = a_school().add(
        "roles",
        sourcedId="r-x1",
        userSourcedId="x1",
        roleType="primary",
        role="principal",
        orgSourcedId="s",
    )
    for pupil, guardians in (("p2", "g1,g3"), ("p3", "g1,g4")):
        school = school.change("users", pupil, agentSourcedIds=guardians)
    school = school.change("users", "p3", givenName="Олег", familyName="Котов")
    await town.imports(school)
    head, mother = await town.comes_in("x1"), await town.comes_in("g1")
    await head.sends("/broadcasts")
    await head.taps("Вся школа")
    await asks_in_words(head)
    await sends(town, head)

    await mother.taps("Ян · Идёт")
    first = mother.screen
    await mother.taps("Ещё дети")
    second = mother.screen
    await mother.taps("Ян · Не идёт")
    for one in ("Олег", "Яна", "Лев"):
        await mother.taps(f"{one} · Идёт")
    done = mother.screen
    await mother.taps("Ещё дети")
    await mother.taps("Лев · Не идёт")
    await looks(town)

    assert [one for one in first.text.splitlines() if "ответа ещё нет" in one] == [
        "Олег: ответа ещё нет",
        "Яна: ответа ещё нет",
        "Лев: ответа ещё нет",
    ]
    assert first.text.endswith("… и ещё 1")
    assert second.text.endswith("Ян: «Идёт»")
    assert second.buttons == ["Ян · Идёт", "Ян · Не идёт", "К первым детям", "Меню"]
    assert done.buttons[-2:] == ["Ещё дети", "Меню"]
    assert "Идёт — 2; Не идёт — 2" in head.screen.text


async def asks_in_words(sender: Person) -> None:
    await sender.sends(QUESTION)
    await sender.taps("Ответ")
    await sender.taps("Вопрос")
    await sender.sends("Идёт\nНе идёт")


async def test_the_other_child_is_reminded_of_and_the_answered_one_is_not_asked_again(
    town: Town, teacher: Person
) -> None:
    mother = await town.comes_in("g1")
    await asks_who_goes(town, teacher)
    await mother.taps("Яна · Идёт")
    said = len(mother.messages)
    town.clock.moves(hours=2)
    await looks(town)

    await teacher.taps("Напомнить")
    await town.outbox_ticks()
    reminded = mother.screen.text
    await mother.taps("Лев · Идёт")
    town.clock.strikes("2026-11-23T18:00")
    await ticks(town)

    assert reminded.startswith("✍️ Напоминание: нужен ваш ответ.\n📣 Яна, Лев")
    assert reminded.endswith("Лев: ответа ещё нет")
    assert len(mother.messages) == said + 1


async def test_where_both_parents_must_each_chooses_for_each_child(
    town: Town, teacher: Person
) -> None:
    mother, father = await town.comes_in("g1"), await town.comes_in("g2")
    await asks_who_goes(town, teacher, "Каждый родитель")

    await mother.taps("Яна · Идёт")
    await mother.taps("Лев · Идёт")
    await looks(town)
    one = teacher.screen.text
    await father.taps("Идёт")
    await looks(town)

    assert "Ответили семьи: 1 из 3" in one
    assert "Ответили семьи: 2 из 3" in teacher.screen.text


async def test_two_parents_in_one_chat_answer_and_change_each_on_the_own_message(
    town: Town, teacher: Person
) -> None:
    both = await town.comes_in("g1")
    await both.starts(await town.code_of("g2"))
    await asks_who_goes(town, teacher, "Каждый родитель")
    of_mother = next(one for one in both.messages if "Лев · Идёт" in one.buttons)
    of_father = next(one for one in both.messages if "Идёт" in one.buttons)

    await both.taps("Яна · Идёт", on=of_mother)
    await both.taps("Лев · Идёт", on=of_mother)
    await both.taps("Яна · Не идёт", on=of_mother)
    await looks(town)
    one = teacher.screen.text
    await both.taps("Идёт", on=of_father)
    await looks(town)
    two = teacher.screen.text
    await teacher.taps("По семьям")

    assert "Ответили семьи: 1 из 3" in one
    assert "Ответили семьи: 2 из 3" in two
    assert "Лугова Яна: Ева — «Не идёт»" in teacher.screen.text
    assert "Марк — «Идёт»" in teacher.screen.text


@ON_BOTH
async def test_a_second_child_who_joins_the_class_is_asked_about_as_well(
    town: Town, teacher: Person
) -> None:
    await town.imports(with_two_in_a_class().change("enrollments", "e-p2", endDate="2026-11-19"))
    mother = await town.comes_in("g1")
    await asks_who_goes(town, teacher)
    await mother.taps("Идёт")
    said = len(mother.messages)

    await town.imports(with_two_in_a_class())
    await ticks(town)
    joined = mother.screen
    await ticks(town)
    await looks(town)
    card = teacher.screen.text
    town.clock.strikes("2026-11-23T18:00")
    await ticks(town)
    reminded = mother.screen.text
    await mother.taps("Лев · Не идёт")
    await looks(town)

    assert joined.text.startswith("📣 Яна, Лев · 7А · Нина Грачёва\nКто идёт")
    assert joined.text.endswith("Яна: «Идёт»\nЛев: ответа ещё нет")
    assert "Ответили семьи: 1 из 3" in card
    assert reminded.startswith("✍️ Напоминание: нужен ваш ответ.")
    assert len(mother.messages) == said + 2
    assert "Ответили семьи: 2 из 3" in teacher.screen.text


async def test_where_it_is_but_read_a_second_child_who_joins_brings_no_second_message(
    town: Town, teacher: Person
) -> None:
    await town.imports(with_two_in_a_class().change("enrollments", "e-p2", endDate="2026-11-19"))
    mother = await town.comes_in("g1")
    await writes(teacher)
    await sends(town, teacher)
    said = len(mother.messages)

    await town.imports(with_two_in_a_class())
    await ticks(town)

    assert len(mother.messages) == said


async def test_where_words_are_asked_for_it_stands_first_for_whom(
    town: Town, teacher: Person
) -> None:
    await writes(teacher, QUESTION)
    await teacher.taps("Ответ")
    await teacher.taps("Вопрос")
    asked = teacher.screen.text

    await teacher.sends("Идёт")

    assert asked.startswith("📣 7А · родителям\n")
    assert teacher.screen.text.splitlines()[1] == "📣 7А · родителям"


async def test_who_has_one_child_there_needs_no_name(town: Town, teacher: Person) -> None:
    father = await town.comes_in("g2")

    await asks_who_goes(town, teacher)

    assert father.screen.text.startswith("📣 7А · Нина Грачёва\nКто идёт")
    assert father.screen.buttons == ["Идёт", "Не идёт", "Меню"]


async def test_to_have_read_is_still_said_once_for_all(town: Town, teacher: Person) -> None:
    mother = await town.comes_in("g1")
    await writes(teacher)
    await teacher.taps("Ответ")
    await teacher.taps("Ознакомиться")
    await teacher.taps("‹ К рассылке")
    await sends(town, teacher)

    await mother.taps("Ознакомлен(а)")
    await looks(town)

    assert "Ответили семьи: 2 из 3" in teacher.screen.text


async def test_a_button_for_a_child_who_is_no_more_one_s_own_answers_nothing(
    town: Town, teacher: Person
) -> None:
    mother = await town.comes_in("g1")
    await asks_who_goes(town, teacher)

    await town.imports(with_two_in_a_class().change("users", "p2", agentSourcedIds="g3"))
    await mother.taps("Лев · Идёт")
    refused = mother.toast
    await looks(town)

    assert refused.startswith("Этот экран вам не открыт.")
    assert "Ответили семьи: 0 из 3" in teacher.screen.text


@ON_BOTH
async def test_a_child_to_whom_the_right_has_ended_is_neither_named_nor_asked_about(
    town: Town, teacher: Person
) -> None:
    mother = await town.comes_in("g1")
    await asks_who_goes(town, teacher)
    await town.imports(with_two_in_a_class().change("users", "p2", agentSourcedIds="g3"))
    town.clock.moves(hours=2)
    await looks(town)

    await teacher.taps("Напомнить")
    await town.outbox_ticks()
    reminded = mother.screen
    await mother.taps("Идёт")
    said = len(mother.messages)
    town.clock.strikes("2026-11-23T18:00")
    await ticks(town)

    assert reminded.text.startswith("✍️ Напоминание: нужен ваш ответ.")
    assert "Лев" not in reminded.text
    assert reminded.buttons == ["Идёт", "Не идёт", "Меню"]
    assert len(mother.messages) == said


async def test_the_report_has_a_row_for_each_child(town: Town, teacher: Person) -> None:
    mother = await town.comes_in("g1")
    await asks_who_goes(town, teacher)
    await mother.taps("Яна · Идёт")
    await mother.taps("Лев · Не идёт")

    await teacher.taps("Ещё")
    await teacher.taps("Отчёт XLSX")

    assert teacher.screen.document is not None
    rows = next(iter(sheets(teacher.screen.document.content).values()))
    of_mother = [row for row in rows if "Лугова Ева" in row]
    assert [(row[1], row[4]) for row in of_mother] == [
        ("Лугова Яна", "Идёт"),
        ("О'Нил Лев", "Не идёт"),
    ]

"""Events, moved lessons and replacements undone come to the families they are for."""

from tests.exchange.builders import Files
from tests.stories.bundle import a_school
from tests.stories.town import Town


def with_event(source: str, *, classes: str = "", day: str = "2026-11-27") -> Files:
    return a_school().add(
        "x_events",
        sourcedId=source,
        title="Поездка",
        beginDate=day,
        endDate=day,
        text="Сбор в 9:00",
        homeroomSourcedIds=classes,
    )


async def test_an_event_of_a_class_is_told_to_its_families_and_no_other(town: Town) -> None:
    mother, other = await town.comes_in("g1"), await town.comes_in("p4")

    await town.imports(with_event("e1", classes="7a"))
    await town.outbox_ticks()

    assert mother.screen.text == ("📅 Яна · событие класса\nпт, 27 ноября: Поездка. Сбор в 9:00")
    assert len(other.messages) == 1


async def test_an_event_of_the_school_is_told_once_to_a_mother_of_two(town: Town) -> None:
    mother = await town.comes_in("g1")

    await town.imports(with_event("e1"))
    await town.outbox_ticks()

    assert mother.screen.text.startswith("📅 Событие школы\n")
    assert await town.endings() == {"delivered": 1}


async def test_an_event_that_came_and_went_before_it_was_told_is_not(town: Town) -> None:
    mother = await town.comes_in("g1")
    town.clock.strikes("2026-11-20T22:00")

    await town.imports(with_event("e1"))
    await town.imports(a_school().with_rows("x_events", []))
    town.clock.strikes("2026-11-21T07:00")
    await town.outbox_ticks()

    assert len(mother.messages) == 1
    assert await town.endings() == {"expired: overtaken": 2}


async def test_an_event_cancelled_after_it_was_told_is_told(town: Town) -> None:
    mother = await town.comes_in("g1")
    await town.imports(with_event("e1", classes="7a"))
    await town.outbox_ticks()

    await town.imports(a_school().with_rows("x_events", []))
    await town.outbox_ticks()

    assert mother.screen.text.startswith("📅 Яна · событие класса отменено")


async def test_an_event_opens_among_the_others_from_its_news(town: Town) -> None:
    mother = await town.comes_in("g1")
    await town.imports(with_event("e1", classes="7a"))
    await town.outbox_ticks()

    await mother.taps("События")

    assert "пт, 27 ноября: Поездка, класс. Сбор в 9:00" in mother.screen.text


async def test_an_event_that_is_over_is_not_told(town: Town) -> None:
    await town.comes_in("g1")

    await town.imports(with_event("e1", day="2026-11-19"))

    assert await town.ledger() == []


async def test_a_moved_lesson_and_its_return_are_told(town: Town) -> None:
    mother = await town.comes_in("g1")
    moved = {"date": "2026-11-24", "movedFromDate": "2026-11-23", "movedFromNumber": "1"}

    await town.imports(a_school().change("x_lessons", "7a-alg-23", lessonNumber="7", **moved))
    await town.outbox_ticks()
    told = mother.screen.text
    await town.imports(a_school())
    await town.outbox_ticks()

    assert told == (
        "📅 Яна · перенос урока: алгебра\n"
        "Было: пн, 23 ноября, 1-й урок. Будет: вт, 24 ноября, 7-й урок."
    )
    assert "Переноса не будет" in mother.screen.text


async def test_a_replacement_undone_is_told(town: Town) -> None:
    mother = await town.comes_in("g1")
    replaced = {"teacherSourcedId": "t2", "replacesTeacherSourcedId": "t1"}
    await town.imports(a_school().change("x_lessons", "7a-alg-23", **replaced))
    await town.outbox_ticks()

    await town.imports(a_school())
    await town.outbox_ticks()

    assert "Замены не будет: урок проведёт Нина Грачёва." in mother.screen.text


async def test_an_event_that_is_left_to_one_class_is_no_more_told_of_as_the_others(
    town: Town,
) -> None:
    of_7a, of_5b = await town.comes_in("p1"), await town.comes_in("p4")
    await town.imports(with_event("e1"))
    await town.outbox_ticks()
    so_far = len(of_7a.messages)

    await town.imports(with_event("e1", classes="7a"))
    await town.outbox_ticks()

    assert len(of_7a.messages) == so_far
    assert "отмен" in of_5b.screen.text

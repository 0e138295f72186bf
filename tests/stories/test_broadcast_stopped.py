"""A broadcast that waits for its time, and an author who may not speak any more by then."""

from sandbox.in_process import Person
from tests.exchange.builders import Files
from tests.stories.bundle import a_school
from tests.stories.conftest import ON_BOTH
from tests.stories.town import Town

WORDS = "Экскурсия в пятницу в 9:00"


def with_a_head() -> Files:
    return a_school().add(
        "roles",
        sourcedId="r-x1",
        userSourcedId="x1",
        roleType="primary",
        role="principal",
        orgSourcedId="s",
    )


async def set_for_monday(teacher: Person, at: str = "09:00") -> None:
    await teacher.sends("/class")
    await teacher.taps("Ещё")
    await teacher.taps("Рассылка")
    await teacher.sends(WORDS)
    await teacher.taps("Когда")
    await teacher.taps("Другое время")
    await teacher.sends(f"23.11 {at}")
    await teacher.taps(f"Поставить на 23 ноября, {at}")


async def comes_monday(town: Town) -> None:
    town.clock.strikes("2026-11-23T09:00")
    await town.program.tick("broadcast-tick")
    await town.outbox_ticks()


@ON_BOTH
async def test_who_was_dismissed_meanwhile_speaks_to_nobody(town: Town) -> None:
    await town.imports(with_a_head())
    teacher, mother = await town.comes_in("t1"), await town.comes_in("g1")
    head = await town.comes_in("x1")
    await set_for_monday(teacher)
    before = len(mother.messages)

    await town.imports(with_a_head().drop("enrollments", "e-7a"))
    await comes_monday(town)
    told, of_author = head.screen, teacher.screen
    await head.taps("Открыть рассылку")

    assert len(mother.messages) == before
    assert told.text == (
        "⚠️ 7А · рассылка не ушла\n"
        "Грачёва Нина больше не вправе писать этим семьям, и рассылка снята: "
        "«Экскурсия в пятницу в 9:00» Если она нужна, отправьте её от себя."
    )
    assert of_author.text == (
        "⚠️ 7А · рассылка не ушла\n"
        "Писать этим семьям вы больше не вправе, и рассылка снята: «Экскурсия в пятницу в 9:00» "
        "Её никто не получил. Администрация знает и может отправить её сама."
    )
    assert of_author.buttons == ["Меню"]
    assert "отозвана" in head.screen.text.lower()


async def test_twice_is_once_and_who_still_leads_the_class_is_heard(town: Town) -> None:
    await town.imports(with_a_head())
    teacher, mother = await town.comes_in("t1"), await town.comes_in("g1")
    head = await town.comes_in("x1")
    await set_for_monday(teacher)
    at_head = len(head.messages)

    await comes_monday(town)
    await comes_monday(town)

    assert [one.text for one in mother.messages if WORDS in one.text] == [mother.screen.text]
    assert len(head.messages) == at_head


async def test_nobody_of_the_records_any_more_speaks_neither(town: Town) -> None:
    await town.imports(with_a_head())
    teacher, mother = await town.comes_in("t1"), await town.comes_in("g1")
    await set_for_monday(teacher)
    before = len(mother.messages)

    await town.imports(with_a_head().change("users", "t1", enabledUser="false"))
    await comes_monday(town)

    assert len(mother.messages) == before

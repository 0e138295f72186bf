"""A mother subscribes to her child's calendar by a link."""

import re

import pytest
from icalendar import Calendar, Event
from pydantic import AnyHttpUrl

from sandbox.in_process import Person
from tests.exchange.builders import Files
from tests.stories.bundle import a_school
from tests.stories.conftest import ON_BOTH
from tests.stories.town import Town

PUBLIC = "https://bot.school.example"


@pytest.fixture
async def mother(town: Town) -> Person:
    """Ева, before the calendar of Яна, at a school with a public address."""
    town.settings = town.settings.model_copy(update={"public_url": AnyHttpUrl(PUBLIC)})
    town.program = town.again()
    person = await town.comes_in("g1")
    await person.sends("/diary")
    await person.taps("Яна, 7А")
    await person.taps("Меню")
    await person.taps("Ещё")
    await person.taps("Файлы")
    await person.taps("Календарь (ICS)")
    return person


async def a_link(mother: Person, label: str = "Получить ссылку") -> str:
    """Return the secret of a new link."""
    await mother.taps(label)
    found = re.search(rf"{PUBLIC}/ics/(.+)\.ics", mother.screen.text)
    assert found is not None
    return found[1]


async def opened(town: Town, secret: str) -> list[Event]:
    file = await town.program.read_linked(secret)
    assert file is not None
    return list(Calendar.from_ical(file).walk("VEVENT"))


def on(events: list[Event], day: str) -> list[str]:
    return [str(one["summary"]) for one in events if str(one.start).startswith(day)]


@ON_BOTH
async def test_the_link_opens_the_timetable_as_it_stands(town: Town, mother: Person) -> None:
    events = await opened(town, await a_link(mother))

    assert on(events, "2026-11-20") == ["Алгебра", "Русский язык"]
    assert on(events, "2026-11-23") == ["Алгебра", "Русский язык", "🏠 Задание: алгебра"]
    assert on(events, "2026-12-01") == ["Алгебра", "Русский язык"]
    assert on(events, "2026-11-21") == []


async def test_what_an_import_moves_cancels_or_adds_is_there_under_the_same_names(
    town: Town, mother: Person
) -> None:
    secret = await a_link(mother)
    before = {str(one["uid"]): one for one in await opened(town, secret)}
    await town.imports(with_a_control(with_changes(a_school())))

    after = {str(one["uid"]): one for one in await opened(town, secret)}

    events = list(after.values())
    assert on(events, "2026-11-23")[0] == "Отменён: алгебра"
    assert "Перенесён: русский язык" in on(events, "2026-11-25")
    assert "Контрольная: алгебра" in on(events, "2026-11-24")
    assert before.keys() <= after.keys()


def with_changes(files: Files) -> Files:
    """Return the school with Monday's algebra cancelled, and its Russian moved to Wednesday."""
    cancelled = files.change("x_lessons", "7a-alg-23", state="cancelled")
    return cancelled.change(
        "x_lessons",
        "7a-rus-23",
        date="2026-11-25",
        lessonNumber="3",
        movedFromDate="2026-11-23",
        movedFromNumber="2",
    )


def with_a_control(files: Files) -> Files:
    kinds = files.add("x_categories", sourcedId="x-test", categorySourcedId="test", kind="control")
    return kinds.add(
        "lineItems",
        sourcedId="w9",
        title="Неравенства",
        assignDate="2026-11-24",
        dueDate="2026-11-24",
        classSourcedId="7a-alg",
        categorySourcedId="test",
        academicSessionSourcedId="q2",
        resultValueMin="1",
        resultValueMax="5",
    )


def with_another_teacher(files: Files) -> Files:
    """Return the school where Нина's algebra is another teacher's from Monday on."""
    left = files.change("enrollments", "e-7a-alg", endDate="2026-11-22")
    return left.add(
        "enrollments",
        sourcedId="e-new",
        classSourcedId="7a-alg",
        schoolSourcedId="s",
        userSourcedId="t2",
        role="teacher",
        primary="true",
        beginDate="2026-11-23",
    )


async def test_each_day_names_who_teaches_then(town: Town, mother: Person) -> None:
    secret = await a_link(mother)
    before = await named_by_algebra(town, secret)

    await town.imports(with_another_teacher(a_school()))

    after = await named_by_algebra(town, secret)
    assert before["2026-12-01"] != after["2026-12-01"]
    assert before["2026-11-19"] == after["2026-11-19"]


async def named_by_algebra(town: Town, secret: str) -> dict[str, str]:
    return {
        str(one.start)[:10]: str(one["description"])
        for one in await opened(town, secret)
        if str(one["summary"]) == "Алгебра"
    }


async def test_a_renewed_and_a_cut_link_open_nothing(town: Town, mother: Person) -> None:
    old = await a_link(mother)
    new = await a_link(mother, "Новая ссылка")
    assert await town.program.read_linked(old) is None
    assert await opened(town, new)

    await mother.taps("Отключить ссылку")

    assert await town.program.read_linked(new) is None
    assert mother.screen.text.split("\n")[1].startswith("Ссылка отключена.")


async def test_a_link_stops_at_once_with_the_right_of_its_owner(
    town: Town, mother: Person
) -> None:
    secret = await a_link(mother)

    await town.imports(a_school().change("users", "p1", agentSourcedIds="g2"))

    assert await town.program.read_linked(secret) is None


async def test_a_link_stops_when_its_owner_comes_in_from_elsewhere(
    town: Town, mother: Person
) -> None:
    secret = await a_link(mother)

    await town.somebody().starts(await town.code_of("g1"))

    assert await town.program.read_linked(secret) is None


async def test_a_link_is_not_shown_again(town: Town, mother: Person) -> None:
    secret = await a_link(mother)
    await mother.taps("Меню")
    await mother.taps("Ещё")
    await mother.taps("Файлы")

    await mother.taps("Календарь (ICS)")

    assert "Ссылка работает с 20 ноября." in mother.screen.text
    assert secret not in mother.screen.text

"""A mother of eight: each is named in what is told, and each diary is a few taps away."""

import pytest

from sandbox.in_process import Person
from tests.exchange.builders import Files
from tests.stories.bundle import a_school, with_absence, with_mark
from tests.stories.conftest import ON_BOTH
from tests.stories.test_preferences import chooses
from tests.stories.town import Town

NAMES = ("Аким", "Богдан", "Вера", "Глеб", "Дарья", "Ева", "Жанна", "Захар")
PUPILS = dict(zip(("c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8"), NAMES, strict=True))


def with_eight() -> Files:
    """Return the school where Ева Лугова has eight children in 7А, and no other."""
    files = a_school()
    for pupil in ("p1", "p4"):
        files = files.change("users", pupil, agentSourcedIds="g2")
    for pupil, name in PUPILS.items():
        files = _with_child(files, pupil, name)
    return files


def _with_child(files: Files, pupil: str, name: str) -> Files:
    known = files.add(
        "users",
        sourcedId=pupil,
        givenName=name,
        familyName="Лугов",
        agentSourcedIds="g1",
        enabledUser="true",
        username=pupil,
    ).add(
        "roles",
        sourcedId=f"r-{pupil}",
        userSourcedId=pupil,
        roleType="primary",
        role="student",
        orgSourcedId="s",
    )
    for group in ("7a", "7a-alg"):
        known = known.add(
            "enrollments",
            sourcedId=f"e-{pupil}-{group}",
            classSourcedId=group,
            schoolSourcedId="s",
            userSourcedId=pupil,
            role="student",
        )
    return known


def with_marks() -> Files:
    files = with_eight()
    for pupil in PUPILS:
        files = with_mark(files, f"m-{pupil}", work="w4", pupil=pupil, score="5")
    return files


def named(text: str) -> list[str]:
    """Return whom the lines of a message begin with."""
    return [line.partition(":")[0] for line in text.split("\n")]


@pytest.fixture
async def mother(town: Town) -> Person:
    await town.imports(with_eight())
    return await town.comes_in("g1")


@ON_BOTH
async def test_marks_of_eight_come_in_one_message(town: Town, mother: Person) -> None:
    before = len(mother.messages)
    await town.imports(with_marks())

    await town.evening_news()
    (told,) = mother.messages[before:]
    await mother.taps("Дети")

    assert named(told.text) == list(NAMES)
    assert mother.screen.text.startswith("Чей дневник открыть?")
    assert await town.endings() == {"delivered": len(PUPILS)}


async def test_the_evening_digest_names_each_of_eight(town: Town, mother: Person) -> None:
    await chooses(mother, "Отметки", "Вечером")
    before = len(mother.messages)
    await town.imports(with_marks())
    await town.evening_news()
    by_day = len(mother.messages)

    town.clock.strikes("2026-11-20T18:00")
    await town.outbox_ticks()

    assert by_day == before
    assert len(mother.messages) == before + 1
    assert named(mother.screen.text) == list(NAMES)
    assert all("5 — ответ, 19 ноября" in line for line in mother.screen.text.split("\n"))


async def test_what_eight_missed_is_answered_for_each_by_name(town: Town, mother: Person) -> None:
    files = with_eight()
    for pupil in PUPILS:
        files = with_absence(files, f"a-{pupil}", lesson="7a-alg-20", pupil=pupil)
    await town.imports(files)
    await town.outbox_ticks()
    told = mother.screen

    await mother.taps("Захар")

    assert named(told.text) == list(NAMES)
    assert told.buttons == [*NAMES, "Дети", "Меню"]
    assert mother.screen.text.startswith("🚪 пт, 20 ноября: пропущен урок 1 · Захар")


async def test_a_nudge_about_eight_opens_the_totals_of_each(town: Town, mother: Person) -> None:
    town.clock.strikes("2026-11-21T17:31")
    await town.program.tick("review-tick")
    await town.outbox_ticks()
    told = mother.screen

    await mother.taps("Вера")

    assert named(told.text) == list(NAMES)
    assert mother.screen.text.startswith("✍️ Ознакомление за неделю · Вера")


async def test_without_details_eight_are_told_by_their_initials(
    town: Town, mother: Person
) -> None:
    await mother.sends("/settings")
    await mother.taps("Новости и тихие часы")
    await mother.taps("Без подробностей")
    await town.imports(with_marks())

    await town.evening_news()
    told = mother.screen.text
    await mother.taps("Прочитать")

    assert told.startswith("Есть новости · А., Б., В., Г., Д., Е., Ж., З.")
    assert named(mother.screen.text) == list(NAMES)


@pytest.mark.parametrize(
    ("command", "head"),
    [
        ("/diary", "Дневник за 16–22 ноября · Захар"),
        ("/marks", "📘 Отметки, II четверть · Захар"),
        ("/homework", "🏠 Задания на пн, 23 ноября · Захар"),
        ("/absences", "🚪 Пропуски, II четверть · Захар"),
    ],
)
async def test_the_last_of_eight_is_behind_the_next_page(
    mother: Person, command: str, head: str
) -> None:
    await mother.sends(command)
    first = mother.screen
    await mother.taps("Дальше ›")
    await mother.taps("Захар, 7А")

    assert "… и ещё 2" in first.text
    assert mother.screen.text.startswith(head)
    assert "Другой ребёнок" in mother.screen.buttons


async def test_consent_is_asked_of_each_of_eight(mother: Person) -> None:
    await mother.sends("/settings")

    await mother.taps("Согласия")

    assert mother.screen.buttons == [*(f"{one}, 7А" for one in NAMES), "Настройки"]

"""The last weeks of a quarter, as a class lives them: taps, words, imports, and the clock."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from sandbox.in_process import Person
from tests.exchange.builders import Files
from tests.stories.bundle import with_mark
from tests.stories.conftest import ON_BOTH
from tests.stories.periods import IN_HAND, ISSUED, PRINTED, near_the_end
from tests.stories.test_early_warnings import opens_the_draft_of_yana
from tests.stories.test_finals import with_final
from tests.stories.test_issuing import opens_the_list
from tests.stories.town import Town

MOSCOW = ZoneInfo("Europe/Moscow")
HOURS = ("00:05", "07:05", "08:15", "12:00", "12:30", "17:35", "20:05")
"""When jobs tick: after midnight, when quiet hours are over, at noon, in the evening."""

MARKS, SET, SHOWN = "2026-12-07", "2026-12-24", "2026-12-25"
"""When marks come, when those of the quarter are set, and by when families see them."""

FIRST_EVENING, LAST_EVENING = "2026-12-12", "2026-12-20"
"""When two days of the week are left, and when one is."""

MARKED, FORECAST, WARNING = "12 новостей", "прогноз на ii четверть", "⚠️"
NUDGE, FINALS = "· ознакомление за неделю", "итоговые отметки"
NEWS = (MARKED, FORECAST, WARNING, NUDGE, FINALS)
"""What the first lines of messages hold, in small letters."""


@dataclass(frozen=True)
class People:
    """Who of 7А has a phone: Яна's family, Лев's father, the class teacher; a third family not."""

    mother: Person
    father: Person
    yana: Person
    of_lev: Person
    teacher: Person


async def come_in(town: Town) -> People:
    mother, father, yana = await town.family()
    return People(mother, father, yana, await town.comes_in("g3"), await town.comes_in("t1"))


async def lives(town: Town, until: str) -> None:
    """Let the time go on till an instant; jobs tick on the way, and what may go goes."""
    end = datetime.fromisoformat(f"{until}+03:00")
    days = [town.clock.now().date() + timedelta(days=ahead) for ahead in range(30)]
    for day, hour in product(days, HOURS):
        at = datetime.fromisoformat(f"{day}T{hour}+03:00")
        if town.clock.now() < at <= end:
            town.clock.at = at
            await ticks(town)
    town.clock.at = end
    await ticks(town)


async def ticks(town: Town) -> None:
    for job in town.program.jobs:
        await job.run()
    await town.outbox_ticks()


async def marks_come(town: Town, files: Files) -> None:
    """Let the journal's marks come in, which are told when they may not be a slip any more."""
    town.clock.strikes(f"{MARKS}T12:00")
    await town.imports(files)
    await lives(town, f"{MARKS}T20:05")


async def acknowledges(person: Person) -> None:
    """Tap where the button stands last: other messages may have come since."""
    asked = [one for one in person.messages if "Ознакомлен(а)" in one.buttons]
    await person.taps("Ознакомлен(а)", on=asked[-1])


async def the_forecast_goes(town: Town, who: People) -> None:
    """Sixteen days before: nobody does anything, and families have it in the morning."""
    await lives(town, f"{ISSUED}T12:00")
    for parent in (who.mother, who.of_lev):
        await acknowledges(parent)


async def the_class_teacher_warns(town: Town, who: People) -> None:
    """One warning goes in the class teacher's words, and is acknowledged."""
    await opens_the_draft_of_yana(who.teacher)
    await who.teacher.taps("Изменить слова")
    await who.teacher.sends("Жду вас в пятницу после уроков")
    await who.teacher.taps("Отправить")
    await ticks(town)
    await acknowledges(who.father)


async def reviews(person: Person) -> None:
    await person.sends("/marks")
    await person.taps("Ознакомление")
    await person.taps("Ознакомлен(а)")


async def a_week_of_reviews(town: Town, who: People) -> None:
    """Яна's mother reviews on two days, Лев's father on one, and then when he is nudged."""
    for day, person in ((14, who.mother), (15, who.of_lev), (16, who.mother)):
        await lives(town, f"2026-12-{day}T19:00")
        await reviews(person)
    await lives(town, f"{LAST_EVENING}T20:05")
    await who.of_lev.taps("Ознакомление")
    await who.of_lev.taps("Ознакомлен(а)")


async def final_marks_are_set(town: Town, files: Files) -> None:
    await lives(town, f"{SET}T12:00")
    for pupil, course in product(("p1", "p2", "p3"), ("7a-alg", "7a-rus")):
        told = {"course": course, "score": "4", "studentSourcedId": pupil}
        files = with_final(files, f"f-{pupil}-{course}", **told)
    await town.imports(files)
    await lives(town, f"{SHOWN}T12:00")


def told(person: Person, words: str) -> list[str]:
    """Return on which days messages came whose first line holds the words."""
    return [
        f"{datetime.fromtimestamp(one.wire['date'], MOSCOW):%Y-%m-%d}"
        for one in person.messages
        if words in one.text.partition("\n")[0].lower()
    ]


async def lists_of_the_class_teacher(teacher: Person) -> tuple[str, ...]:
    """Return who got and answered the forecast and a warning, and who reviewed last week."""
    await opens_the_list(teacher)
    forecast = teacher.screen.text
    await opens_the_draft_of_yana(teacher)
    warning = teacher.screen.text
    await teacher.sends("/class")
    await teacher.taps("Ещё")
    await teacher.taps("Семьи")
    await teacher.taps("Ознакомление семей")
    await teacher.taps("‹ Неделя")
    return forecast, warning, teacher.screen.text


@ON_BOTH
async def test_a_quarter_comes_to_its_end(town: Town) -> None:
    # Яна's brother is in another class, and here in no family.
    alone = near_the_end().change("users", "p4", agentSourcedIds="")
    files = with_mark(alone, "late", work="rus-5", pupil="p2", score="3")
    who = await come_in(town)

    await marks_come(town, files)
    await the_forecast_goes(town, who)
    await the_class_teacher_warns(town, who)
    await lives(town, f"{PRINTED}T12:00")
    not_reached, sheets = (one.text for one in who.teacher.messages[-2:])
    await lives(town, f"{IN_HAND}T12:00")
    await who.of_lev.taps("Лев: алгебра")
    await who.of_lev.taps("Ознакомлен(а)")
    await a_week_of_reviews(town, who)
    await final_marks_are_set(town, files)
    forecast, warning, reviewed = await lists_of_the_class_teacher(who.teacher)

    everyone = (who.mother, who.father, who.yana, who.of_lev)
    assert {words: [told(one, words) for one in everyone] for words in NEWS} == {
        MARKED: [[MARKS], [MARKS], [MARKS], []],
        FORECAST: [[ISSUED]] * 4,
        # In the class teacher's words at once, else two days later; pupils are not warned.
        WARNING: [[ISSUED], [ISSUED], [], [IN_HAND]],
        # Where nobody reviewed, each parent is nudged; where one did, none of that child is.
        NUDGE: [[FIRST_EVENING], [FIRST_EVENING], [], [FIRST_EVENING, LAST_EVENING]],
        FINALS: [[SET]] * 4,
    }
    assert (ISSUED <= IN_HAND, SET <= SHOWN) == (True, True)
    assert "не дошли до 1 семьи" in not_reached
    assert sheets.startswith("Печать для семей · 7А")
    assert "родители не подключены; на бумагу" in forecast
    assert "Лугова Яна — ознакомились, 1 из 3" in forecast
    assert "О'Нил Лев — ознакомились, 1 из 1" in forecast
    assert "доставлено: 2, ознакомились: 1" in warning
    assert reviewed.startswith("✍️ Ознакомление · 7А, 14–20 декабря\nВыполнено: 2 из 3")

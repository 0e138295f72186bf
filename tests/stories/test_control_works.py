"""Families are warned of control works some school days ahead."""

from bot.composition.errands import rules_of
from tests.exchange.builders import Files
from tests.stories.bundle import a_school
from tests.stories.town import Town


def with_control(day: str = "2026-11-25") -> Files:
    """Return the school with a control work of 7А, planned for a Wednesday."""
    rated = a_school().add(
        "x_categories", sourcedId="xk", categorySourcedId="test", kind="control", required="true"
    )
    return rated.add(
        "lineItems",
        sourcedId="w9",
        title="Квадратные корни",
        assignDate=day,
        dueDate=day,
        classSourcedId="7a-alg",
        categorySourcedId="test",
        academicSessionSourcedId="q2",
        resultValueMin="1",
        resultValueMax="5",
    )


async def ticks(town: Town) -> None:
    await town.program.tick("control-works-tick")
    await town.outbox_ticks()


async def test_a_family_is_warned_once_on_the_third_school_day_before(town: Town) -> None:
    mother = await town.comes_in("g1")
    town.clock.strikes("2026-11-19T12:00")
    await town.imports(with_control())

    await ticks(town)
    a_day_early = len(mother.messages)
    town.clock.strikes("2026-11-20T12:00")
    await ticks(town)
    await ticks(town)

    assert a_day_early == 1
    assert mother.messages[1:] != []
    assert mother.screen.text == (
        "📅 Яна · скоро контрольная: алгебра\nср, 25 ноября: Контрольная — Квадратные корни"
    )
    assert await town.endings() == {"delivered": 1}


async def test_a_control_work_on_another_day_is_warned_of_anew(town: Town) -> None:
    mother = await town.comes_in("g1")
    await town.imports(with_control())
    await ticks(town)

    await town.imports(with_control("2026-11-24"))
    await ticks(town)

    assert "вт, 24 ноября" in mother.screen.text
    assert await town.delivered() == 2


def of_a_lesson(**lesson: str) -> Files:
    """Return the school where Wednesday's algebra gives the control work."""
    tied = with_control().add(
        "x_works", sourcedId="xw9", lineItemSourcedId="w9", lessonSourcedId="7a-alg-25"
    )
    planned = {
        "sourcedId": "7a-alg-25",
        "classSourcedId": "7a-alg",
        "date": "2026-11-25",
        "lessonNumber": "1",
        "state": "planned",
    }
    return tied.add("x_lessons", **(planned | lesson))


async def test_a_control_work_moves_with_its_lesson_and_is_warned_of_anew(town: Town) -> None:
    mother = await town.comes_in("g1")
    await town.imports(of_a_lesson())
    await ticks(town)
    first = mother.screen.text

    await town.imports(
        of_a_lesson(
            date="2026-11-24", lessonNumber="3", movedFromDate="2026-11-25", movedFromNumber="1"
        )
    )
    await ticks(town)

    assert "ср, 25 ноября" in first
    assert mother.screen.text.endswith(
        "📅 скоро контрольная: алгебра. вт, 24 ноября, 3-й урок: Контрольная — Квадратные корни"
    )


async def test_nobody_is_warned_of_a_control_work_whose_lesson_is_cancelled(town: Town) -> None:
    mother = await town.comes_in("g1")
    await town.imports(of_a_lesson(state="cancelled"))
    before = len(mother.messages)

    await ticks(town)

    assert not any("контрольная" in one.text for one in mother.messages[before:])


async def test_a_warning_that_waits_over_its_day_is_not_told(town: Town) -> None:
    await town.comes_in("g1")
    await town.imports(with_control("2026-11-21"))
    town.clock.strikes("2026-11-20T22:00")
    await ticks(town)

    town.clock.strikes("2026-11-21T07:00")
    await ticks(town)

    assert await town.endings() == {"expired: too-late": 1}


async def test_a_school_may_want_no_warnings(town: Town) -> None:
    await town.comes_in("g1")
    await town.imports(with_control())
    await rules_of(town.store, document=None, decided={"control_works.warned_days_before": "0"})

    await ticks(town)

    assert await town.ledger() == []


async def test_the_calendar_lists_what_is_ahead(town: Town) -> None:
    mother = await town.comes_in("g2")
    await town.imports(with_control())
    await ticks(town)

    await mother.taps("Контрольные")

    assert mother.screen.text.startswith("📅 Контрольные работы · Яна")
    assert "ср, 25 ноября: Алгебра, Контрольная — Квадратные корни" in mother.screen.text

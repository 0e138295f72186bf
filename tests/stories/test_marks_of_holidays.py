"""A mark dated in the holidays: seen on its day, and counted in the period before them."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from sandbox.in_process import Person
from tests.exchange.builders import Files
from tests.stories.bundle import a_school, with_mark
from tests.stories.conftest import ON_BOTH
from tests.stories.town import Town

BETWEEN, WITHIN = ("2026-10-26", "2026-11-01"), ("2026-11-21", "2026-11-22")
OCTOBER, NOVEMBER = "2026-10-28", "2026-11-21"


def with_a_project(day: str, off: tuple[str, str], session: str) -> Files:
    """Return the school where Яна got a two in algebra in the holidays."""
    first, last = off
    files = a_school().add(
        "x_holidays", sourcedId="h", title="Каникулы", beginDate=first, endDate=last
    )
    planned = files.add(
        "lineItems",
        sourcedId="w-off",
        title="Проект",
        assignDate=day,
        dueDate=day,
        classSourcedId="7a-alg",
        categorySourcedId="answer",
        academicSessionSourcedId=session,
        resultValueMin="1",
        resultValueMax="5",
    )
    return with_mark(planned, "m-off", work="w-off", pupil="p1", score="2")


async def opens_marks(pupil: Person, *labels: str) -> str:
    await pupil.sends("/marks")
    for label in labels:
        await pupil.taps(label)
    return pupil.screen.text


@ON_BOTH
@pytest.mark.parametrize("session", ["q1", ""])
async def test_between_two_periods_it_counts_in_the_one_before(town: Town, session: str) -> None:
    pupil = await town.comes_in("p1")
    await town.imports(with_a_project(OCTOBER, BETWEEN, session))

    await town.evening_news()
    told = pupil.screen.text
    running = await opens_marks(pupil)
    before = await opens_marks(pupil, "‹ I четверть")
    subject = await opens_marks(pupil, "‹ I четверть", "1")

    assert told == "📘 Алгебра\n2 — проект, 28 октября\nСредний: 2,00"
    assert "1. Алгебра: средний 4,20; 4, 5\n" in running
    assert "1. Алгебра: средний 2,00; 2\n" in before
    assert subject.endswith("2 — Проект, 28 октября")


async def test_one_that_names_the_period_after_counts_there(town: Town) -> None:
    pupil = await town.comes_in("p1")
    await town.imports(with_a_project(OCTOBER, BETWEEN, "q2"))

    running = await opens_marks(pupil)
    before = await opens_marks(pupil, "‹ I четверть")

    assert "1. Алгебра: средний 3,83; 2, 4, 5\n" in running
    assert "2" not in before.partition("\n")[2]


async def test_the_week_and_the_day_show_it_beside_the_holidays(town: Town) -> None:
    pupil = await town.comes_in("p1")
    await town.imports(with_a_project(OCTOBER, BETWEEN, "q1"))
    await pupil.sends("/diary")
    for _ in range(3):
        await pupil.taps("‹ Неделя")
    week = pupil.screen.text

    await pupil.taps("ср 28")

    assert "ср, 28 октября: Каникулы; отметки: алгебра 2" in week
    assert pupil.screen.text == (
        "Дневник, ср, 28 октября\nУроков нет: Каникулы.\nОтметка без урока: алгебра 2"
    )


async def test_within_a_period_it_lowers_the_mean_the_totals_and_the_forecast(
    town: Town,
) -> None:
    mother, pupil = await town.comes_in("g1"), await town.comes_in("p1")
    without = await opens_marks(pupil, "Прогноз")
    town.clock.strikes("2026-11-21T12:00")
    await town.imports(with_a_project(NOVEMBER, WITHIN, "q2"))

    marks = await opens_marks(pupil)
    forecast = await opens_marks(pupil, "Прогноз")
    await mother.sends("/marks")
    await mother.taps("Яна, 7А")
    await mother.taps("Ознакомление")

    assert "1. Алгебра: средний 3,83; 4, 5, 2" in marks
    assert "сейчас 4,20" in without
    assert "сейчас 3,83" in forecast
    assert "Отметок за неделю: 4, пропусков: 0" in mother.screen.text
    assert "Алгебра: средний 3,83" in mother.screen.text


@ON_BOTH
async def test_the_pictures_and_the_report_card_of_its_period_have_it(town: Town) -> None:
    pupil = await town.comes_in("p1")
    await town.imports(with_a_project(OCTOBER, BETWEEN, "q1"))
    await opens_file(pupil, "Диаграмма")
    chart = pupil.screen
    await opens_file(pupil, "Календарь пропусков")
    calendar = pupil.screen
    await opens_file(pupil, "Табель (PDF)")

    assert chart.text.startswith("📘 Диаграмма отметок, I четверть")
    assert calendar.text.startswith("🚪 Календарь пропусков, I четверть")
    assert chart.photo is not None
    assert calendar.photo is not None
    assert pupil.screen.document is not None
    printed = PdfReader(BytesIO(pupil.screen.document.content)).pages[0].extract_text()
    assert "2,00" in printed


async def opens_file(pupil: Person, label: str) -> None:
    """Open a picture or file of the first quarter."""
    await pupil.sends("/start")
    for one in ("Ещё", "Файлы", label, "‹ I четверть"):
        await pupil.taps(one)

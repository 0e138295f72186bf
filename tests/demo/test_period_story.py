"""The story of a period as a newcomer lives it in the demo: by taps, and by the page's leaps."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.demo.page import PARENT, TEACHER, Page, Phone, opened

FAMILY, REVIEWED_TWICE, REVIEWED_ONCE = 2001, 2001, 2002
PROGRESS = ("Класс 5А", "Ещё", "Учёба")
REVIEWS = ("Класс 5А", "Ещё", "Семьи", "Ознакомление семей")
RITA = "Воробьёва Рита, физическая культура"
OURS = 1


async def gets_a_mark(page: Page, mother: Phone) -> None:
    await page.presses("control")
    await mother.hears("Рита", "контрольн")


async def gets_the_forecast(page: Page, mother: Phone) -> None:
    """Sixteen days before the end the forecast goes by itself; families acknowledge it."""
    await page.presses("to-forecast")
    await mother.hears("📈", "Рита")
    await page.hears(FAMILY, "📈", "Олег")
    await page.presses("answer")
    await mother.taps("Ознакомлен(а)")


async def warns(teacher: Phone, mother: Phone) -> None:
    """Send one warning in the class teacher's words; it is acknowledged."""
    await teacher.goes(*PROGRESS, "Предупреждения")
    listed = await teacher.hears("предупреждения семьям", RITA)
    number = re.search(rf"(\d+)\. {RITA}", listed)
    assert number
    await teacher.taps(number[1])
    await teacher.taps("Изменить слова")
    await teacher.says("Рита сдаст нормативы до четверга")
    await teacher.taps("Отправить")
    await mother.hears("⚠️", "Рита", "сдаст нормативы")
    await mother.taps("Ознакомлен(а)")


async def lists(teacher: Phone) -> tuple[str, str]:
    """Return who has the forecast and the warnings on the 14th day before the end."""
    await teacher.goes(*PROGRESS, "Прогноз семьям")
    forecast = await teacher.hears("прогноз на II четверть", "ознакомились:")
    await teacher.goes(*PROGRESS, "Предупреждения")
    return forecast, await teacher.hears("предупреждения семьям", f"{RITA} — отправлено")


async def a_week_of_reviews(page: Page, teacher: Phone) -> tuple[list[str], str]:
    """Return what who reviewed twice was told, and the class teacher's table of the week."""
    await page.presses("to-reviews")
    await page.hears(REVIEWED_ONCE, "знакомление за неделю", "ещё 1 день")
    await teacher.goes(*REVIEWS)
    return await page.told(REVIEWED_TWICE), await teacher.hears("14–20 декабря", "Выполнено:")


@pytest.mark.timeout(300)  # four weeks of a whole school
async def test_the_story_of_a_period_is_lived_on_the_page(data: Path) -> None:
    async with opened(data) as page:
        mother, teacher = Phone(page, PARENT), Phone(page, TEACHER)
        await teacher.hears("Вход открыт")
        await page.presses("come-in")
        await page.sets_speed(OURS)

        await gets_a_mark(page, mother)
        await gets_the_forecast(page, mother)
        await warns(teacher, mother)
        await page.presses("to-warning")
        in_hand, (forecast, warnings) = await page.today(), await lists(teacher)
        told, week = await a_week_of_reviews(page, teacher)
        await page.presses("to-finals")
        finals = await mother.hears("🏁", "Рита", "итоговые отметки")
        shown_on = await page.today()
        await teacher.goes("Класс 5А", "Ещё", "Отчёты", "Сводная ведомость")
        sheet = await teacher.hears("Сводная ведомость", "II четверть")
        await page.hears(FAMILY, "🏁", "итоговые отметки")

    assert in_hand == date(2026, 12, 13)
    assert "ознакомились: 0" not in forecast
    assert f"{RITA} — отправлено: ознакомились" in warnings
    assert not any("Посмотрите сегодня итоги" in one for one in told)
    assert "Выполнено: 10 из 24" in week
    assert "Русский язык" in finals
    assert shown_on <= date(2026, 12, 24)
    assert "Абрикосова Галина: средний 3,57, с «3»" in sheet

"""A class teacher's month as a newcomer lives it in the demo: by taps, and by the page's bar."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.demo.page import TEACHER, Page, Phone, opened

SILENT = 2004
CODE = re.compile(r"\b(?:[A-Z2-9]{4}-){2}[A-Z2-9]{4}\b")
OF_CLASS = ("Класс 5А", "Ещё")
OURS = 1


def words_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


async def hands_out(page: Page, teacher: Phone) -> int:
    """Print the class's codes, and the families come in with them. Return how many slips."""
    await teacher.goes(*OF_CLASS, "Семьи", "Вход и коды", "Коды на бумаге: 61 человек")
    slips = len(CODE.findall(words_of(await teacher.receives())))
    await page.presses("come-in")
    await teacher.goes(*OF_CLASS, "Семьи", "Вход и коды")
    await teacher.hears("Вход · 5А", "Вошли 22 из 63")
    return slips


async def chases(page: Page, teacher: Phone) -> tuple[str, str]:
    """Ask for an answer; most give it, one is reminded. Return who owed it, and the card."""
    await teacher.goes(*OF_CLASS, "Рассылка")
    await teacher.says("Собрание в четверг в 18:00, кабинет 12")
    for label in ("Ответ", "Ознакомиться", "До 26 ноября", "‹ К рассылке", "Отправить"):
        await teacher.taps(label)
    await teacher.hears("Доставлено: 18")
    await page.presses("answer")
    await teacher.hears("Ответили семьи: 13 из 24")
    await teacher.taps("Кто не ответил")
    owing = await teacher.hears("без ответа: 11")
    await teacher.says("/broadcasts")
    await teacher.taps("1")
    await teacher.touches("Напомнить")
    silent = Phone(page, SILENT)
    await silent.hears("Напоминание", "Собрание")
    await silent.taps("Ознакомлен(а)")
    return owing, await teacher.hears("Ответили семьи: 14 из 24")


async def hands_over_paper(teacher: Phone) -> tuple[str, str]:
    """Print for families without the bot, and tick it. Return the list, and the sheets' words."""
    await teacher.goes(*OF_CLASS, "Семьи", "Печать для семей", "Собрать на сегодня")
    await teacher.taps("Вручено всем")
    handed = await teacher.hears("Печать для семей", "вручено:")
    await teacher.taps("Открыть PDF")
    return handed, words_of(await teacher.receives())


async def reports(teacher: Phone) -> str:
    """Return the words of the printed report of the period."""
    await teacher.goes(*OF_CLASS, "Отчёты", "Отчёт за период", "Для печати (PDF)")
    return words_of(await teacher.receives())


@pytest.mark.timeout(300)  # files are made by another process, over HTTP
async def test_a_month_of_a_class_teacher_is_lived_on_the_page(data: Path) -> None:
    async with opened(data) as page:
        teacher = Phone(page, TEACHER)
        await teacher.hears("Вход открыт")
        await page.sets_speed(OURS)

        slips = await hands_out(page, teacher)
        owing, chased = await chases(page, teacher)
        await teacher.goes(*OF_CLASS, "Семьи", "Ознакомление семей")
        reviewed = await teacher.hears("Ознакомление ·", "Выполнено:")
        handed, sheets = await hands_over_paper(teacher)
        report = await reports(teacher)

    assert slips == 61
    assert "Воробьёва Рита: Варвара — доставлено" in owing
    assert "срок чт, 26 ноября" in chased
    assert "Выполнено: 0 из 24" in reviewed
    assert "Листов: 6, вручено: 6" in handed
    assert "Дубравин Эскендер Сергеевич" in sheets
    assert "Отчёт классного руководителя" in report
    assert "Классный руководитель: ____" in report

"""A mother asks for pictures and files of her child."""

from io import BytesIO

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from sandbox.in_process import Person
from tests.stories.bundle import a_school
from tests.stories.conftest import ON_BOTH
from tests.stories.town import Town

PNG = b"\x89PNG"


@pytest.fixture
async def mother(town: Town) -> Person:
    """Ева, with Яна chosen of her two children."""
    person = await town.comes_in("g1")
    await person.sends("/diary")
    await person.taps("Яна, 7А")
    await person.taps("Меню")
    await person.taps("Ещё")
    await person.taps("Файлы")
    return person


@ON_BOTH
async def test_marks_come_as_a_chart_below_what_was_tapped(mother: Person) -> None:
    before = mother.screen

    await mother.taps("Диаграмма")

    assert mother.screen.text.startswith("📘 Диаграмма отметок, II четверть · Яна")
    assert mother.screen.photo is not None
    assert mother.screen.photo.content.startswith(PNG)
    assert mother.messages[-2] == before


async def test_a_button_under_a_picture_opens_below_it(mother: Person) -> None:
    await mother.taps("Диаграмма")

    await mother.taps("Меню")

    assert mother.screen.text == "Что показать: Яна"
    assert mother.messages[-2].photo is not None


async def test_another_period_comes_as_another_picture(mother: Person) -> None:
    await mother.taps("Календарь пропусков")
    assert mother.screen.photo is not None

    await mother.taps("‹ I четверть")

    assert mother.screen.text.startswith("🚪 Календарь пропусков, I четверть · Яна")
    assert mother.screen.photo is not None


async def test_a_period_without_marks_is_said_and_not_drawn(mother: Person) -> None:
    await mother.taps("Диаграмма")

    await mother.taps("‹ I четверть")

    assert "Отметок за этот период пока нет." in mother.screen.text
    assert mother.screen.photo is None


async def test_the_report_card_is_a_pdf_with_every_mark(mother: Person) -> None:
    await mother.taps("Табель (PDF)")

    assert mother.screen.document is not None
    pages = PdfReader(BytesIO(mother.screen.document.content)).pages
    text = " ".join(page.extract_text() for page in pages)
    assert "Школа «Заречная»" in text
    assert "Лугова Яна, класс 7А" in " ".join(text.split())
    assert "4, 5 4,20" in " ".join(text.split())
    assert "Из электронного журнала, 20 ноября 2026 г., 12:00." in text


async def test_the_calendar_comes_as_a_file(mother: Person) -> None:
    await mother.taps("Календарь (ICS)")
    assert "Подписка по ссылке в этой школе не настроена." in mother.screen.text

    await mother.taps("Прислать файл")

    assert mother.screen.document is not None
    events = Calendar.from_ical(mother.screen.document.content).walk("VEVENT")
    homework = [one for one in events if one["summary"] == "🏠 Задание: алгебра"]
    assert [str(one["description"]).replace("\xa0", " ") for one in homework] == ["§ 12, № 215"]
    assert [str(one.start) for one in homework] == ["2026-11-23"]


async def test_a_picture_is_sent_once_though_the_process_died_before_sending(
    town: Town, mother: Person
) -> None:
    before = len(mother.messages)

    await dies_before_showing(town, mother, "Диаграмма")
    await comes_back(town)

    assert mother.screen.photo is not None
    assert len(mother.messages) == before + 1


async def test_a_right_that_ended_in_between_gets_words_and_no_picture(
    town: Town, mother: Person
) -> None:
    await dies_before_showing(town, mother, "Диаграмма")
    await town.imports(a_school().change("users", "p1", agentSourcedIds="g2"))

    await comes_back(town)

    assert mother.screen.photo is None
    assert mother.screen.text.startswith("Файл сейчас не получился.")


async def test_an_old_button_of_a_right_that_ended_opens_nothing(
    town: Town, mother: Person
) -> None:
    more = mother.screen
    await town.imports(a_school().change("users", "p1", agentSourcedIds="g2"))

    for label in ("Диаграмма", "Календарь пропусков", "Табель (PDF)", "Календарь (ICS)"):
        await mother.taps(label, on=more)

        assert mother.screen.text.startswith("Этот экран вам не открыт.")
        assert (mother.screen.photo, mother.screen.document) == (None, None)


async def test_a_class_teacher_has_a_chart_of_each_pupil(town: Town) -> None:
    teacher = await town.comes_in("t1")
    await teacher.sends("/class")
    await teacher.taps("3")
    await teacher.taps("Меню")
    await teacher.taps("Ещё")
    await teacher.taps("Файлы")

    await teacher.taps("Диаграмма")

    assert "О'Нил Лев, 7А" in teacher.screen.text
    assert teacher.screen.photo is not None


async def dies_before_showing(town: Town, person: Person, label: str) -> None:
    """Let the process die after the commit and before the first word."""

    async def dies(_: str) -> None:
        raise KeyboardInterrupt

    town.program.worklist.show = dies
    with pytest.raises(KeyboardInterrupt):
        await person.taps(label)


async def comes_back(town: Town) -> None:
    program = town.again()
    await program.recover()
    await program.worklist.drain()

"""The class teacher and the administration open reports, and take them along as files."""

from io import BytesIO
from typing import Any

from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from sandbox.in_process import Person
from tests.stories.bundle import a_school
from tests.stories.conftest import ON_BOTH
from tests.stories.test_finals import the_quarter, with_final, with_staff
from tests.stories.town import Town


def said(person: Person) -> list[str]:
    return person.screen.text.replace("\xa0", " ").split("\n")


async def opens_reports(leader: Person, *taps: str) -> None:
    """Let a class teacher go from the menu to the reports of 7А, and further."""
    await leader.sends("/start")
    for label in ("Класс 7А", "Ещё", "Отчёты", *taps):
        await leader.taps(label)


async def opens_school_reports(deputy: Person, *taps: str) -> None:
    """Let the administration go from the menu to the school's reports, and further."""
    await deputy.sends("/class")
    for label in ("Ещё", "Отчёты", *taps):
        await deputy.taps(label)


def content_of(person: Person) -> bytes:
    assert person.screen.document is not None
    return person.screen.document.content


def sheets(content: bytes) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


@ON_BOTH
async def test_a_class_teacher_sees_the_summary_sheet_as_it_is_now(town: Town) -> None:
    leader = await town.comes_in("t1")
    await town.imports(the_quarter("p2-7a-rus"))

    await opens_reports(leader, "Сводная ведомость")

    assert said(leader)[0] == "Сводная ведомость учёта успеваемости · 7А, II четверть"
    assert "Лугова Яна: средний 4,00, на «4» и «5»" in said(leader)
    assert "О'Нил Лев: средний 4,00, на «4» и «5»" in said(leader)


@ON_BOTH
async def test_the_summary_sheet_opens_on_the_last_period_that_has_marks(town: Town) -> None:
    leader = await town.comes_in("t1")
    told = {"academicSessionSourcedId": "q1"}
    await town.imports(with_final(a_school(), "f1", course="7a-alg", score="4", **told))

    await opens_reports(leader, "Сводная ведомость")
    opened = said(leader)
    await leader.taps("II четверть ›")

    assert opened[0] == "Сводная ведомость учёта успеваемости · 7А, I четверть"
    assert said(leader)[0] == "Сводная ведомость учёта успеваемости · 7А, II четверть"


@ON_BOTH
async def test_the_summary_sheet_is_had_as_a_workbook(town: Town) -> None:
    leader = await town.comes_in("t1")
    await town.imports(the_quarter("p2-7a-rus"))

    await opens_reports(leader, "Сводная ведомость", "Таблица (XLSX)")

    (rows,) = sheets(content_of(leader)).values()
    assert [2.0, "Лугова Яна", 4.0, 4.0, 4.0, "на «4» и «5»"] in rows
    assert [3.0, "О'Нил Лев", 4.0, "", 4.0, "на «4» и «5»"] in rows


async def test_it_is_printed_with_lines_to_sign(town: Town) -> None:
    leader = await town.comes_in("t1")
    await town.imports(the_quarter())

    await opens_reports(leader, "Сводная ведомость", "Для печати (PDF)")

    page = PdfReader(BytesIO(content_of(leader))).pages[0].extract_text()
    assert "Лугова Яна" in page
    assert "Классный руководитель: ____" in page
    assert "Директор: ____" in page


async def test_the_year_has_a_row_of_each_period(town: Town) -> None:
    leader = await town.comes_in("t1")
    await town.imports(the_quarter())

    await opens_reports(leader, "Сводная ведомость", "Весь год", "Таблица (XLSX)")

    rows, _ = sheets(content_of(leader)).values()
    assert [2.0, "Лугова Яна", "I четверть", "", ""] in rows
    assert [2.0, "Лугова Яна", "II четверть", 4.0, 4.0] in rows
    assert [2.0, "Лугова Яна", "Год", "", ""] in rows


async def test_who_missed_what_comes_with_the_topic(town: Town) -> None:
    leader = await town.comes_in("t1")
    topic = a_school().change("x_lessons", "7a-rus-17", topic="=Причастие")
    await town.imports(topic)

    await opens_reports(leader, "Посещаемость", "Пропуски и темы")

    assert "О'Нил Лев: 17.11.2026, Русский язык, =Причастие" in said(leader)
    await leader.taps("Таблица (XLSX)")
    (rows,) = sheets(content_of(leader)).values()
    assert "=Причастие" in [cell for row in rows for cell in row]


async def test_a_period_without_records_says_so(town: Town) -> None:
    leader = await town.comes_in("t1")

    await opens_reports(leader, "Журнал и семьи", "«2» и темы")

    assert said(leader) == [
        "Неудовлетворительные отметки с темами · 7А, II четверть",
        "Записей нет.",
    ]


async def test_days_of_use_are_counted_for_the_class_teacher(town: Town) -> None:
    mother = await town.comes_in("g1")
    leader = await town.comes_in("t1")
    await mother.sends("/marks")
    town.clock.moves(days=1)
    await mother.sends("/marks")
    await mother.sends("/diary")

    await opens_reports(leader, "Журнал и семьи", "Активность")

    (line,) = [one for one in said(leader) if one.startswith("Лугова Яна")]
    assert line == "Лугова Яна: родителей вошло 1, дней родителей 2, 21.11.2026"


async def test_every_report_of_a_class_opens(town: Town) -> None:
    leader = await town.comes_in("t1")
    await town.imports(the_quarter())
    shelves = {
        "": ["Сводная ведомость", "Итоги по предметам", "Отчёт за период", "По ученикам"],
        "Посещаемость": ["Посещаемость", "По периодам", "Пропуски и темы", "Движение"],
        "Журнал и семьи": ["«2» и темы", "Заполнение", "Активность"],
    }

    for shelf, kinds in shelves.items():
        for kind in kinds:
            await opens_reports(leader, *filter(None, [shelf]), kind)
            assert "· 7А, " in said(leader)[0]
            assert len(said(leader)) <= 12
            await leader.taps("Для печати (PDF)")
            assert content_of(leader).startswith(b"%PDF")


@ON_BOTH
async def test_the_administration_takes_a_year_as_one_workbook(town: Town) -> None:
    await town.imports(with_staff(the_quarter()))
    deputy = await town.comes_in("d1")

    await opens_school_reports(deputy, "Весь год (XLSX)")

    book = sheets(content_of(deputy))
    assert {"Итоги по классам II четверть", "5Б итоговые отметки", "7А итоговые отметки"} <= {
        name.replace("\xa0", " ") for name in book
    }


async def test_every_report_of_a_school_opens(town: Town) -> None:
    await town.imports(with_staff(the_quarter()))
    deputy = await town.comes_in("d1")

    for kind in ("Итоги по предметам", "Посещаемость", "Движение", "Заполнение", "Активность"):
        await opens_school_reports(deputy, kind)
        assert any(line.startswith("7А") for line in said(deputy)), kind
        await deputy.taps("Таблица (XLSX)")
        assert content_of(deputy).startswith(b"PK")


async def test_who_leads_the_class_no_more_has_no_report_by_an_old_button(town: Town) -> None:
    leader = await town.comes_in("t1")
    await opens_reports(leader, "Сводная ведомость")
    kept = leader.screen
    await town.imports(a_school().drop("enrollments", "e-7a"))

    await leader.taps("Таблица (XLSX)", on=kept)

    assert leader.screen.document is None
    assert "открыть можно" in leader.screen.text

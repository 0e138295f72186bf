"""Tables as workbook and as PDF, read back: what a person wrote is text, numbers are numbers."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from bot.documents import sheets, table_pdf
from bot.documents.lettering import drawable
from core.access.people import Name
from core.journal.values import MarkValue
from core.reports.table import Column, Kind, Lines, Report, Row, Table, said
from tests.documents.views import NASTY
from tests.screens.views import EN, RU

MADE_AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
COLUMNS = (
    Column(said("number"), Kind.COUNT),
    Column(said("pupil"), Kind.NAME),
    Column("Алгебра", Kind.MARK),
    Column("Средний", Kind.MEAN),
    Column("Качество", Kind.PERCENT),
    Column("День", Kind.DAY),
    Column("Когда", Kind.MOMENT),
)
MASHA = Name("Маша", "Орлова")


def a_row(name: Name = MASHA, mark: str = "5", number: int = 1) -> Row:
    return (
        number,
        name,
        MarkValue(mark),
        Decimal("4.25"),
        Decimal("86.7"),
        date(2026, 11, 20),
        MADE_AT,
    )


def a_report(*rows: Row, columns: tuple[Column, ...] = COLUMNS, **more: object) -> Report:
    table = Table(said("pupil"), columns, rows, names=2)
    told: dict[str, object] = {"of": (said("of-class", **{"class": "7А"}),), "tables": (table,)}
    return Report(said("pupil"), "Школа № 1", MADE_AT, **(told | more))  # type: ignore[arg-type]  # a builder's freedom


def cells(report: Report, at: int = 0) -> list[list[Any]]:
    book = CalamineWorkbook.from_filelike(BytesIO(sheets.make(RU, report).content))
    return book.get_sheet_by_index(at).to_python()


def names_of(report: Report) -> list[str]:
    book = CalamineWorkbook.from_filelike(BytesIO(sheets.make(RU, report).content))
    return book.sheet_names


def inside(report: Report, part: str = "xl/worksheets/sheet1.xml") -> str:
    with ZipFile(BytesIO(sheets.make(RU, report).content)) as book:
        return book.read(part).decode()


def pages(report: Report) -> list[str]:
    read = PdfReader(BytesIO(table_pdf.make(RU, report).content))
    return [" ".join(page.extract_text().split()) for page in read.pages]


def heights(report: Report) -> list[float]:
    """Return how high the rows are whose height is told."""
    return [float(one) for one in re.findall(r' ht="([0-9.]+)"', inside(report))]


def test_what_stands_in_several_lines_is_as_high_in_every_program() -> None:
    columns = (Column("Кто"), Column("Без подтверждённой причины", Kind.COUNT))
    names = tuple(Name("Александра", "Константинопольская") for _ in range(9))

    short, long = (a_report((who, 1), columns=columns) for who in ("Яна", names))

    assert len(heights(short)) == 1
    heading, row = heights(long)
    assert heading == heights(short)[0] == 50.25
    assert row == 90


def test_headings_that_are_turned_are_seen_whole() -> None:
    columns = tuple(Column(f"Предмет номер {at}", Kind.MARK) for at in range(8))

    (heading,) = heights(a_report((None,) * 8, columns=columns))

    assert heading == 97.5


def test_a_total_does_not_stand_alone_on_a_page() -> None:
    columns = (Column("Кто"), Column("Сколько", Kind.COUNT))
    found = [pages(with_total(count, columns)) for count in range(20, 32)]

    assert any(len(one) > 1 for one in found)
    assert all("Строка" in page for one in found for page in one)


def with_total(count: int, columns: tuple[Column, ...]) -> Report:
    rows = tuple((f"Строка {at}", at) for at in range(count))
    table = Table(said("pupil"), columns, rows, (("Всего", count),))
    return a_report(tables=(table,))


def test_a_file_is_called_by_what_it_is_and_of_whom() -> None:
    found = [made.name for made in (sheets.make(RU, a_report()), table_pdf.make(RU, a_report()))]

    assert found == ["Ученик, класс 7А.xlsx", "Ученик, класс 7А.pdf"]


def test_a_sheet_says_what_it_is_and_when_it_was_made() -> None:
    first = [row[0] for row in cells(a_report(a_row()))]

    assert first[:4] == [
        "Ученик",
        "Школа\xa0№\xa01",
        "Класс: 7А",
        "Составлено по электронному журналу 20 ноября 2026 г., 09:00",
    ]


def test_numbers_and_days_are_numbers_and_days() -> None:
    *_, row = cells(a_report(a_row()))

    assert row == [
        1.0,
        "Орлова Маша",
        5.0,
        4.25,
        0.867,
        date(2026, 11, 20),
        datetime(2026, 11, 20, 9),  # noqa: DTZ001 - a sheet knows no zones
    ]


def test_a_mark_in_words_is_said_in_words() -> None:
    *_, row = cells(a_report(a_row(mark="none")))

    assert row[2] == "н/а"


@pytest.mark.parametrize("text", ["=1+1", "+7 978", "-5", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_nothing_that_a_person_wrote_is_a_formula(text: str) -> None:
    report = a_report(a_row(Name("", text)), columns=(*COLUMNS[:2], Column(text), *COLUMNS[3:]))

    found = inside(report)

    assert "<f>" not in found
    assert cells(report)[-1][1] == text
    assert "quotePrefix" in inside(report, "xl/styles.xml")


def test_a_sheet_is_ready_for_paper() -> None:
    found = inside(a_report(a_row()))

    assert 'orientation="landscape"' in found
    assert 'paperSize="9"' in found
    assert 'fitToHeight="0"' in found
    assert '<pane xSplit="2" ySplit="6"' in found
    assert "<autoFilter" in found
    assert "Print_Titles" in inside(a_report(a_row()), "xl/workbook.xml")


def test_sheets_have_names_that_excel_takes_and_no_two_the_same() -> None:
    titles = ("7А/7Б: [все]", "", "7А/7Б: [все]", "Очень длинное название ведомости класса", "''")
    tables = tuple(
        Table(said("of-period", title=one, begins=date(2026, 9, 1), ends=date(2026, 9, 2)), ())
        for one in titles
    )

    found = names_of(a_report(tables=tables))

    assert len({name.casefold() for name in found}) == len(titles)
    assert all(0 < len(name) <= 31 and not set("[]:*?/\\") & set(name) for name in found)


def test_a_report_without_a_table_is_still_a_workbook() -> None:
    assert names_of(a_report(tables=())) == ["Ученик"]


def test_an_empty_table_says_so() -> None:
    report = a_report()

    assert ["Записей нет."] in [row[:1] for row in cells(report)]
    assert "Записей нет." in pages(report)[0]


def test_a_printed_table_has_its_headings_on_each_page_and_numbered_pages() -> None:
    found = pages(a_report(*(a_row(number=one) for one in range(100))))

    assert len(found) > 2
    assert all(page.count("Алгебра") == 1 for page in found)
    assert all(f"с. {number}" in page for number, page in enumerate(found, start=1))


def test_those_who_sign_have_a_line() -> None:
    report = a_report(a_row(), signed=(said("pupil"),))

    assert "Ученик: ____________________ / ____________________" in pages(report)[-1]
    assert any("Ученик: ____" in str(row[0]) for row in cells(report))


@pytest.mark.parametrize("name", NASTY)
def test_names_are_text_whatever_they_look_like(name: str) -> None:
    report = a_report(a_row(Name("", name)))

    (page,) = pages(report)

    assert "".join(drawable(name).split()) in "".join(page.split())
    assert isinstance(cells(report)[-1][1], str)


def test_a_class_of_thirty_five_with_eighteen_subjects_stands_across_one_page() -> None:
    subjects = tuple(Column(f"Предмет с длинным названием {one}", Kind.MARK) for one in range(18))
    columns = (*COLUMNS[:2], *subjects)
    rows = [
        (one, Name("Александра", "Константинопольская"), *(MarkValue("5"),) * 18)
        for one in range(35)
    ]

    found = pages(a_report(*rows, columns=columns))

    assert len(found) == 2
    assert all("Предмет с длинным названием 17" in page for page in found)


def test_more_columns_than_a_page_holds_go_on_below_with_the_names() -> None:
    columns = (*COLUMNS[:2], *(Column(f"К{one}", Kind.MARK) for one in range(60)))

    (page,) = pages(a_report((1, MASHA, *(MarkValue("4"),) * 60), columns=columns))

    assert page.count("Орлова Маша") == 2
    assert "К59" in page


def test_a_topic_of_five_hundred_words_breaks_no_paper() -> None:
    columns = (*COLUMNS[:2], Column("Тема"), Column("Ещё"))

    found = pages(a_report((1, MASHA, "слово " * 500, "Ш" * 1500), columns=columns))

    assert "Орлова Маша" in " ".join(found)


def test_what_was_written_at_length_keeps_its_lines() -> None:
    columns = (Column(said("number"), Kind.COUNT), Column(said("said"), Kind.TEXT, main=True))
    report = a_report((1, Lines("Едем в пятницу.\n\nСбор в 9:00.")), columns=columns)

    (page,) = PdfReader(BytesIO(table_pdf.make(RU, report).content)).pages

    assert [1, "Едем в пятницу.\n\nСбор в 9:00."] in cells(report)
    assert page.extract_text().splitlines()[-2:] == ["Едем в пятницу.", "Сбор в 9:00."]


@pytest.mark.parametrize(
    "text",
    [
        "слово " * 680 + "конец",
        "\n\n".join(["слово " * 60] * 11) + "\nконец",
        "Щ" * 4000 + " конец",
        "слово\n" * 680 + "конец",
    ],
)
def test_what_was_written_at_length_stands_there_whole(text: str) -> None:
    columns = (Column(said("number"), Kind.COUNT), Column(said("said"), Kind.TEXT, main=True))
    report = a_report((1, Lines(text)), columns=columns)

    found = pages(report)
    ((_, whole),) = [row for row in cells(report) if row[0] == 1]

    assert len(found) > 1
    assert sum(page.count("слово") for page in found) == text.count("слово")
    assert sum(page.count("Щ") for page in found) == text.count("Щ")
    assert found[-1].splitlines()[-1].endswith("конец")
    assert str(whole).split() == text.split()


def test_a_text_that_goes_on_on_the_next_page_begins_with_its_number() -> None:
    columns = (Column(said("number"), Kind.COUNT), Column(said("said"), Kind.TEXT, main=True))
    text = "\n\n".join(["слово длинное " * 25] * 11)

    found = pages(a_report((9, Lines(text)), columns=columns))

    assert len(found) > 1
    assert [page.count("Текст") for page in found] == [1] * len(found)
    assert "9 слово" in " ".join(found[0].split())


def test_many_empty_lines_take_no_pages() -> None:
    columns = (Column(said("number"), Kind.COUNT), Column(said("said"), Kind.TEXT, main=True))
    report = a_report((1, Lines("Едем." + "\n" * 4000 + "Сбор в 9:00.\n \n")), columns=columns)

    assert len(pages(report)) == 1
    assert [1, "Едем.\n\nСбор в 9:00."] in cells(report)


def test_the_names_of_a_whole_class_stand_in_one_cell() -> None:
    names = tuple(Name("Александра", f"Константинопольская{at:02}") for at in range(35))
    columns = (*COLUMNS[:2], Column("Кто"))

    (page,) = pages(a_report((1, MASHA, names), columns=columns))

    assert all(one.family in page for one in names)


def test_rows_of_one_pupil_bear_the_name_once_on_paper_and_each_on_a_sheet() -> None:
    columns = (*COLUMNS[:2], Column("Период"))
    report = a_report(*((1, MASHA, one) for one in ("I", "II", "III")), columns=columns)

    (page,) = pages(report)

    assert page.count("Орлова Маша") == 1
    assert [row[1] for row in cells(report)].count("Орлова Маша") == 3


def test_a_few_high_rows_without_names_go_on_on_the_next_page() -> None:
    columns = (Column("День"), Column("Что"))
    high = tuple((str(at), "слово " * 220) for at in range(8))
    table = Table(said("pupil"), columns, high, names=0)

    found = pages(a_report(tables=(table,)))

    assert len(found) > 1


def test_a_table_that_is_not_as_wide_as_its_columns_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="not as wide"):
        Table(said("pupil"), COLUMNS, ((1, MASHA),))


def test_it_speaks_english() -> None:
    assert sheets.make(EN, a_report()).name == "Pupil, class 7А.xlsx"
    assert table_pdf.make(EN, a_report()).name == "Pupil, class 7А.pdf"

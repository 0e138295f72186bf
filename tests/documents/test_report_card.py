"""The report card, read back from its PDF."""

from decimal import Decimal
from io import BytesIO

import pytest
from pypdf import PdfReader

from bot.documents import report_card
from bot.documents.lettering import drawable
from core.diary.papers.report_card import ReportCard, ReportLine
from core.journal.values import MarkValue
from tests.documents.views import NASTY, a_report_card, a_strange_child
from tests.screens.views import EN, RU

FIVE, PASS = MarkValue("5"), MarkValue("pass")


def pages(view: ReportCard) -> list[str]:
    """Return the words of each page, in one line."""
    read = PdfReader(BytesIO(report_card.make(RU, view).content))
    return [" ".join(page.extract_text().split()) for page in read.pages]


def test_a_line_says_everything_of_a_subject() -> None:
    line = ReportLine("Алгебра", (FIVE, PASS), Decimal("4.25"), FIVE, missed=3, late=1)

    (page,) = pages(a_report_card(line, ReportLine("Труд", missed=2)))

    assert "Школа № 1 Табель, II четверть Орлова Маша, класс 7А" in page.replace("\xa0", " ")
    assert "Алгебра 5, зачёт 4,25 5 3 1" in page
    assert "Труд 2 Всего 5 1" in page
    assert "Из электронного журнала, 20 ноября 2026 г., 09:00." in page
    assert "измениться. с. 1" in page


def test_a_period_without_subjects_is_said() -> None:
    (page,) = pages(a_report_card())

    assert "Предметов и отметок за этот период нет." in page


def test_a_long_table_repeats_its_columns_on_each_page() -> None:
    lines = [ReportLine(f"Предмет {number}", (FIVE,) * 60) for number in range(40)]

    found = pages(a_report_card(*lines))

    assert len(found) > 1
    assert all(page.count("Предмет Отметки Средний") == 1 for page in found)
    assert all(f"Предмет {number} " in " ".join(found) for number in range(40))


def test_marks_that_no_page_could_hold_are_cut_and_the_rest_is_told() -> None:
    line = ReportLine("Алгебра", (PASS,) * 5000)

    (page,) = pages(a_report_card(line))

    assert page.count("зачёт") == 120
    assert "… и ещё 4880" in page.replace("ещё 4 880", "ещё 4880")


@pytest.mark.parametrize("name", NASTY)
def test_names_are_text_whatever_they_look_like(name: str) -> None:
    view = a_report_card(ReportLine(name, (FIVE,)), child=a_strange_child(name), school=name)

    (page,) = pages(view)

    assert "".join(drawable(name).split()) in "".join(page.split())


def test_it_speaks_english() -> None:
    made = report_card.make(EN, a_report_card())

    assert made.name == "Report card, II четверть.pdf"
    assert "There are no subjects" in PdfReader(BytesIO(made.content)).pages[0].extract_text()

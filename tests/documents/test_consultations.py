"""The log of consultations on paper and as a workbook: with the words of each proposal (H4)."""

from datetime import UTC, datetime
from io import BytesIO
from zoneinfo import ZoneInfo

from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from bot.documents import sheets, table_pdf
from core.access.people import Name, Role
from core.helpdesk.log.chain import Head, Line, Recorded
from core.helpdesk.topics import Topic
from core.helpdesk.values import Closing, Matter
from core.ids import SourceId
from core.reports.consultations import Consultation, tables
from core.reports.table import Report, said
from tests.screens.views import RU

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
MOSCOW = ZoneInfo("Europe/Moscow")
PROPOSED = "Сделать тёмную тему: вечером дневник слепит"


def a_report() -> Report:
    nina = SourceId("n")
    idea = Line(
        NOW,
        Recorded.CLOSED,
        SourceId("t"),
        Matter.PROPOSAL,
        Role.GUARDIAN,
        Topic.DIARY,
        nina,
        NOW,
        7,
        Closing.CONFIRMED,
        said=PROPOSED,
    )
    rated, names = Consultation(idea, 5, "Спасибо"), {nina: Name("Нина", "Орлова")}
    found = tables([rated], names, MOSCOW, head=Head(132, "4f9a1c2203b7d5e1" * 4))
    return Report(said("school-report-consultations"), "Школа", NOW, tables=tuple(found))


def test_the_workbook_lists_each_proposal_with_its_words() -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(sheets.make(RU, a_report()).content))

    *_, row = book.get_sheet_by_name("Предложения и замечания").to_python()

    assert book.sheet_names[:3] == ["По месяцам", "По консультантам", "По темам"]
    assert row[:2] == ["предложение", PROPOSED]


def test_the_paper_lists_each_proposal_with_its_words_and_says_which_month_counts() -> None:
    read = PdfReader(BytesIO(table_pdf.make(RU, a_report()).content))

    text = " ".join(" ".join(page.extract_text() for page in read.pages).split())

    assert all(word in text for word in PROPOSED.split())
    assert "Обращение считается в том месяце, когда его закрыли" in text
    assert "контрольная сумма 132:4f9a1c2203b7d5e1." in text

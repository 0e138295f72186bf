"""Where papers are made: a function that another process can be told to call.

What a paper needs is imported with the first one of its kind: those libraries take half a second
and tens of megabytes, and a school that asks for no picture needs none of it.
"""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, Final

from bot.screens.parts.enclosure import Paper
from bot.texts.speech import Texts

_CRAFTS: Final = {
    Paper.CHART: "bot.documents.chart",
    Paper.ATTENDANCE: "bot.documents.attendance",
    Paper.REPORT_CARD: "bot.documents.report_card",
    Paper.AGENDA: "bot.documents.ics",
    Paper.CLASS_REPORT_SHEET: "bot.documents.sheets",
    Paper.CLASS_REPORT_PDF: "bot.documents.table_pdf",
    Paper.SCHOOL_REPORT_SHEET: "bot.documents.sheets",
    Paper.SCHOOL_REPORT_PDF: "bot.documents.table_pdf",
    Paper.BROADCAST_SHEET: "bot.documents.sheets",
    Paper.BROADCAST_PDF: "bot.documents.table_pdf",
    Paper.REVIEWS_SHEET: "bot.documents.sheets",
    Paper.REVIEWS_PDF: "bot.documents.table_pdf",
    Paper.CLASS_CODES: "bot.documents.activation_sheet",
    Paper.STAFF_CODES: "bot.documents.activation_sheet",
    Paper.PRINT_RUN: "bot.documents.print_run",
    Paper.VENDOR_PACKET: "bot.documents.vendor_packet",
    Paper.DUTY: "bot.documents.duty_ics",
    Paper.DUTY_SCHEDULE: "bot.documents.duty_schedule_ics",
    Paper.TRANSCRIPT: "bot.documents.transcript",
}


@dataclass(frozen=True, slots=True)
class File:
    """A file as it is handed over."""

    name: str
    content: bytes


def make(paper: Paper, view: Any, language: str) -> File:  # noqa: ANN401 - each craft has its own view
    """Make one paper of a view that core has read."""
    craft = import_module(_CRAFTS[paper])
    made: File = craft.make(_texts().of(language), view)
    return made


@cache
def _texts() -> Texts:
    return Texts.load()

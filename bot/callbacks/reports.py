"""Buttons of reports: of a class, and of a school; as a screen and as a file."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.callbacks.fields import NOW, Ordinal, Page, School, SchoolClass
from core.reports.kinds import ClassReportKind, SchoolReportKind


class ReportShelf(StrEnum):
    """Where the reports of a class stand together."""

    RESULTS = "r"
    ATTENDANCE = "a"
    WORK = "w"


class Form(StrEnum):
    """As what a report is handed over."""

    SHEET = "x"
    PDF = "p"


class OpenClassReports(CallbackData, prefix="reps1"):
    """Show which reports of a class there are, one shelf at a time."""

    class_id: SchoolClass
    shelf: ReportShelf = ReportShelf.RESULTS


class OpenClassReport(CallbackData, prefix="rep1"):
    """Show a report of a class, of the period that holds a day or of its year."""

    class_id: SchoolClass
    kind: ClassReportKind
    day: Ordinal = NOW
    year: bool = False
    page: Page = 0


class SendClassReport(CallbackData, prefix="repf1"):
    """Hand a report of a class over as a file."""

    class_id: SchoolClass
    kind: ClassReportKind
    day: Ordinal = NOW
    year: bool = False
    form: Form = Form.SHEET


class OpenSchoolReports(CallbackData, prefix="sreps1"):
    """Show which reports of a school there are."""

    school: School


class OpenSchoolReport(CallbackData, prefix="srep1"):
    """Show a report of a school, of the period that holds a day or of its year."""

    school: School
    kind: SchoolReportKind
    day: Ordinal = NOW
    year: bool = False
    page: Page = 0


class SendSchoolReport(CallbackData, prefix="srepf1"):
    """Hand a report of a school over as a file."""

    school: School
    kind: SchoolReportKind
    day: Ordinal = NOW
    year: bool = False
    form: Form = Form.SHEET

"""The reports of a class: which there are, the short look at one, and its file."""

from collections.abc import Sequence
from typing import Final

from bot.callbacks.fields import NOW
from bot.callbacks.reports import (
    Form,
    OpenClassReport,
    OpenClassReports,
    ReportShelf,
    SendClassReport,
)
from bot.callbacks.why import About
from bot.screens.parts.enclosure import Enclosure, Paper
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import Button, Screen, button, rows
from bot.screens.people.more import way_to_class
from bot.screens.reports.report import FORMS, SHORT, ofs, shown
from bot.texts.html import cut, joined
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.gate import Overseen
from core.reports.kinds import OF_YEAR, ClassReportKind
from core.reports.of_class import ClassReport
from core.reports.terms import Term

_TITLE_LENGTH: Final = 16
_SHELVES: Final[dict[ReportShelf, tuple[Key, tuple[ClassReportKind, ...]]]] = {
    ReportShelf.RESULTS: (
        "reports-shelf-results",
        (
            ClassReportKind.SUMMARY,
            ClassReportKind.RESULTS,
            ClassReportKind.PERIOD,
            ClassReportKind.PUPILS,
        ),
    ),
    ReportShelf.ATTENDANCE: (
        "reports-shelf-attendance",
        (
            ClassReportKind.ATTENDANCE,
            ClassReportKind.ATTENDANCE_SUMMARY,
            ClassReportKind.MISSED,
            ClassReportKind.MOVEMENT,
        ),
    ),
    ReportShelf.WORK: (
        "reports-shelf-work",
        (ClassReportKind.POOR, ClassReportKind.FILLING, ClassReportKind.ACTIVITY),
    ),
}
_PAPERS: Final = {Form.SHEET: Paper.CLASS_REPORT_SHEET, Form.PDF: Paper.CLASS_REPORT_PDF}


def class_reports(speech: Speech, of: Overseen, *, shelf: ReportShelf) -> Screen:
    """Show a shelf of the reports of a class."""
    places = [
        button(speech.label(SHORT[kind.value]), OpenClassReport(class_id=of.led.id, kind=kind))
        for kind in _SHELVES[shelf][1]
    ]
    others = [
        button(speech.label(key), OpenClassReports(class_id=of.led.id, shelf=one))
        for one, (key, _) in _SHELVES.items()
        if one is not shelf
    ]
    title = cut(of.led.title, _TITLE_LENGTH)
    return Screen(
        joined(
            "\n",
            [speech.say("reports-head", **{"class": title}), speech.say("reports-how")],
        ),
        rows(
            places[:2],
            places[2:],
            others,
            [why_button(speech, About.CLASS_REPORTS, of.led.id), way_to_class(speech, of)],
        ),
    )


def class_report(speech: Speech, view: ClassReport, *, page: int = 0) -> Screen:
    """Show the short look at a report of a class."""
    return shown(speech, view, _back(speech, view), ways=_Ways(view), page=page)


def class_report_file(speech: Speech, view: ClassReport, form: Form) -> Screen:
    """Hand a report of a class over as a file."""
    text = ofs(speech, view)
    if view.span is None:
        return Screen(text, rows(_back(speech, view)))
    enclosed = Enclosure(
        _PAPERS[form],
        view.overseen.led.id,
        view.span.term.begins.toordinal(),
        speech.language,
        speech.say("paper-failed"),
        view.which.text,
    )
    text = joined("\n", [text, speech.say(FORMS[form][1])])
    return Screen(text, rows(_back(speech, view)), enclosed=enclosed)


def _back(speech: Speech, view: ClassReport) -> Sequence[Button]:
    kind, led = ClassReportKind(view.which.code), view.overseen.led
    shelf = next(one for one, (_, kinds) in _SHELVES.items() if kind in kinds)
    target = OpenClassReports(class_id=led.id, shelf=shelf)
    return [
        button(speech.label("place-reports"), target),
        way_to_class(speech, view.overseen),
    ]


class _Ways:
    """Where the buttons of a class's report lead."""

    def __init__(self, view: ClassReport) -> None:
        self._led = view.overseen.led
        self._kind = ClassReportKind(view.which.code)
        self._year = view.which.whole_year
        self._day = view.span.term.begins.toordinal() if view.span else NOW
        self.turns = self._kind not in OF_YEAR

    def page(self, to: int) -> OpenClassReport:
        """Return the way to another page."""
        return OpenClassReport(
            class_id=self._led.id, kind=self._kind, day=self._day, year=self._year, page=to
        )

    def term(self, term: Term, *, year: bool) -> OpenClassReport:
        """Return the way to another term."""
        day = term.begins.toordinal()
        return OpenClassReport(class_id=self._led.id, kind=self._kind, day=day, year=year)

    def file(self, form: Form) -> SendClassReport:
        """Return the way to a file."""
        return SendClassReport(
            class_id=self._led.id, kind=self._kind, day=self._day, year=self._year, form=form
        )

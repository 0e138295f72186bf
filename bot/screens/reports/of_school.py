"""The reports of a school: which there are, the short look at one, and its file."""

from typing import Final

from bot.callbacks.classes import OpenSchool
from bot.callbacks.fields import NOW
from bot.callbacks.reports import Form, OpenSchoolReport, OpenSchoolReports, SendSchoolReport
from bot.callbacks.why import About
from bot.screens.parts.enclosure import Enclosure, Paper
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.screens.reports.report import FORMS, SHORT, ofs, shown
from bot.texts.html import cut, joined
from bot.texts.speech import Speech
from core.access.people import Member
from core.reports.kinds import SchoolReportKind
from core.reports.of_school import SchoolReport
from core.reports.terms import Term

_TITLE_LENGTH: Final = 80
_A_ROW: Final = 2
_PAPERS: Final = {Form.SHEET: Paper.SCHOOL_REPORT_SHEET, Form.PDF: Paper.SCHOOL_REPORT_PDF}


def school_reports(speech: Speech, member: Member) -> Screen:
    """Show the reports of a school; its year is handed over at once, as one workbook."""
    school = member.school
    places = [
        button(speech.label(SHORT[kind.value]), OpenSchoolReport(school=school, kind=kind))
        for kind in SchoolReportKind
        if kind is not SchoolReportKind.YEAR
    ]
    year = SendSchoolReport(school=school, kind=SchoolReportKind.YEAR, year=True)
    places.append(button(speech.label(SHORT[SchoolReportKind.YEAR.value]), year))
    return Screen(
        lines(
            speech.say("reports-of-school-head", school=cut(member.school_name, _TITLE_LENGTH)),
            speech.say("reports-of-school-how"),
        ),
        rows(
            *(places[begin : begin + _A_ROW] for begin in range(0, len(places), _A_ROW)),
            [
                why_button(speech, About.SCHOOL_REPORTS, school),
                _to_school(speech, member),
            ],
        ),
    )


def _to_school(speech: Speech, member: Member) -> Button:
    return button(speech.label("place-school"), OpenSchool(school=member.school))


def school_report(speech: Speech, view: SchoolReport, *, page: int = 0) -> Screen:
    """Show the short look at a report of a school."""
    return shown(speech, view, _back(speech, view), ways=_Ways(view), page=page)


def school_report_file(speech: Speech, view: SchoolReport, form: Form) -> Screen:
    """Hand a report of a school over as a file."""
    text, back = ofs(speech, view), rows(_back(speech, view))
    if view.span is None:
        return Screen(text, back)
    enclosed = Enclosure(
        _PAPERS[form],
        view.member.school,
        view.span.term.begins.toordinal(),
        speech.language,
        speech.say("paper-failed"),
        view.which.text,
    )
    return Screen(joined("\n", [text, speech.say(FORMS[form][1])]), back, enclosed=enclosed)


def _back(speech: Speech, view: SchoolReport) -> list[Button]:
    target = OpenSchoolReports(school=view.member.school)
    return [button(speech.label("place-reports"), target), _to_school(speech, view.member)]


class _Ways:
    """Where the buttons of a school's report lead."""

    def __init__(self, view: SchoolReport) -> None:
        self._school = view.member.school
        self._kind = SchoolReportKind(view.which.code)
        self._year = view.which.whole_year
        self._day = view.span.term.begins.toordinal() if view.span else NOW
        self.turns = self._kind is not SchoolReportKind.YEAR

    def page(self, to: int) -> OpenSchoolReport:
        """Return the way to another page."""
        return OpenSchoolReport(
            school=self._school, kind=self._kind, day=self._day, year=self._year, page=to
        )

    def term(self, term: Term, *, year: bool) -> OpenSchoolReport:
        """Return the way to another term."""
        day = term.begins.toordinal()
        return OpenSchoolReport(school=self._school, kind=self._kind, day=day, year=year)

    def file(self, form: Form) -> SendSchoolReport:
        """Return the way to a file."""
        return SendSchoolReport(
            school=self._school, kind=self._kind, day=self._day, year=self._year, form=form
        )

"""What the screens of all reports share: first lines, rows of a page, other terms, files."""

from collections.abc import Sequence
from typing import Final, Protocol

from aiogram.filters.callback_data import CallbackData

from bot.callbacks.reports import Form
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.screens.parts.table_words import worded
from bot.screens.reports.short import columns_hidden, lines_of, looked_at, total_line
from bot.texts.html import NOTHING, Html, cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.reports.of_class import ClassReport
from core.reports.of_school import SchoolReport
from core.reports.table import Report
from core.reports.terms import Span, Term

SHORT: Final[dict[str, Key]] = {
    "sum": "report-short-sum",
    "res": "report-short-res",
    "per": "report-short-per",
    "att": "report-short-att",
    "ats": "report-short-ats",
    "mov": "report-short-mov",
    "mis": "report-short-mis",
    "poo": "report-short-poo",
    "pup": "report-short-pup",
    "act": "report-short-act",
    "fil": "report-short-fil",
    "con": "report-short-con",
    "year": "report-short-year",
}
"""What a report's button says."""

FORMS: Final[dict[Form, tuple[Key, Key]]] = {
    Form.SHEET: ("report-sheet", "report-file-how"),
    Form.PDF: ("report-pdf", "report-pdf-how"),
}
"""What the button of a file says, and what stands under the file."""

_ROWS_A_PAGE: Final = 7
_WHOSE_LENGTH: Final = 48

View = ClassReport | SchoolReport


class Ways(Protocol):
    """Where the buttons of a report lead; `turns` says whether there are other terms to open."""

    turns: bool

    def page(self, to: int) -> CallbackData:
        """Return the way to another page."""
        ...

    def term(self, term: Term, *, year: bool) -> CallbackData:
        """Return the way to another term."""
        ...

    def file(self, form: Form) -> CallbackData:
        """Return the way to a file."""
        ...


def shown(speech: Speech, view: View, back: Sequence[Button], *, ways: Ways, page: int) -> Screen:
    """Show the short look at a report, a page at a time."""
    report, span = view.report, view.span
    if report is None or span is None:
        return Screen(ofs(speech, view), rows(back))
    table = looked_at(report)
    listed = page_of(table.rows if table else (), page, size=_ROWS_A_PAGE)
    told = lines_of(speech, table, listed.items) if table else []
    files = [button(speech.label(key), ways.file(form)) for form, (key, _) in FORMS.items()]
    return Screen(
        lines(
            ofs(speech, view),
            told or speech.say("table-empty"),
            total_line(speech, table) if table and told else NOTHING,
            rest_of(speech, listed),
            speech.say("report-more-in-file") if _tells_more(report) else NOTHING,
        ),
        rows(
            files,
            [*turning(speech, listed, ways.page), *_terms(speech, span, ways)],
            back,
        ),
    )


def _tells_more(report: Report) -> bool:
    table = looked_at(report)
    return (
        table is not None
        and bool(table.rows)
        and (columns_hidden(table) or len(report.tables) > 1)
    )


def ofs(speech: Speech, view: View) -> Html:
    """Return the first line: which report, whose, and of what term."""
    whose = _whose(view)
    title = worded(speech, view.report.title) if view.report else _short(speech, view)
    if view.span is None:
        first = speech.say("report-head", title=title, whose=whose)
        return lines(first, speech.say("report-none"))
    whose = f"{whose}, {cut(view.span.term.title, _WHOSE_LENGTH)}"
    return speech.say("report-head", title=title, whose=whose)


def _short(speech: Speech, view: View) -> str:
    return speech.label(SHORT[view.which.code])


def _whose(view: View) -> str:
    if isinstance(view, ClassReport):
        return cut(view.overseen.led.title, _WHOSE_LENGTH)
    return cut(view.member.school_name, _WHOSE_LENGTH)


def _terms(speech: Speech, span: Span, ways: Ways) -> list[Button]:
    """Return the buttons to the periods beside, and to the year or back from it."""
    if not ways.turns:
        return []
    known = list(span.periods)
    if span.is_year:
        begun = [one for one in known if one.begins <= span.today] or known[:1]
        return [
            button(cut(one.title, _WHOSE_LENGTH), ways.term(one, year=False)) for one in begun[-1:]
        ]
    at = known.index(span.term) if span.term in known else 0
    before, after = known[max(0, at - 1) : at], known[at + 1 : at + 2]
    return [
        *(
            button(
                speech.label("paper-period-before", period=one.title), ways.term(one, year=False)
            )
            for one in before
        ),
        *(
            button(
                speech.label("paper-period-after", period=one.title), ways.term(one, year=False)
            )
            for one in after
            if one.begins <= span.today
        ),
        button(speech.label("report-year"), ways.term(span.term, year=True)),
    ]

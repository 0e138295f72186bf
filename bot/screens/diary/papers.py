"""Pictures and files of a pupil's period: what stands under them, or why there is none."""

from collections.abc import Sequence
from typing import Final

from bot.callbacks.papers import OpenAttendance, OpenChart, OpenReportCard
from bot.callbacks.places import Place
from bot.screens.parts.enclosure import Enclosure, Paper
from bot.screens.parts.frame import head, way_back
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.html import Html, cut
from bot.texts.speech import Speech
from core.access.people import Actor, Child
from core.diary.papers.attendance import Attendance
from core.diary.papers.report_card import ReportCard
from core.diary.papers.spread import FEWEST_PUPILS
from core.diary.views import Period, PeriodMarks
from core.journal.values import AbsenceCode

_TITLE_LENGTH: Final = 48

Target = type[OpenChart | OpenAttendance | OpenReportCard]


def chart(speech: Speech, actor: Actor, view: PeriodMarks) -> Screen:
    """Show a period's marks as a chart; where there are none it is said, and nothing drawn.

    The class's spread is read when the chart is drawn, and not for its caption.
    """
    if view.period is None:
        first = head(speech, actor, view.child, speech.say("marks-head-undated"))
        return _without(speech, actor, view.child, lines(first, speech.say("marks-no-period")))
    title = speech.say("chart-caption", period=_title(view.period))
    buttons = _other_periods(speech, view.child, view.periods, view.period, OpenChart)
    first = head(speech, actor, view.child, title)
    back = way_back(speech, actor, view.child, Place.MARKS)
    if not any(one.marks for one in view.subjects):
        return Screen(lines(first, speech.say("marks-empty")), rows(buttons, back))
    how = (speech.say("chart-how"), speech.say("chart-spread", pupils=FEWEST_PUPILS))
    return Screen(
        lines(first, *how),
        rows(buttons, back),
        enclosed=_enclosure(speech, Paper.CHART, view.child, view.period),
    )


def attendance(speech: Speech, actor: Actor, view: Attendance) -> Screen:
    """Show a period's absences as a calendar."""
    if view.period is None:
        first = head(speech, actor, view.child, speech.say("absences-head-undated"))
        return _without(speech, actor, view.child, lines(first, speech.say("absences-no-period")))
    title = speech.say("attendance-caption", period=_title(view.period))
    buttons = _other_periods(speech, view.child, view.periods, view.period, OpenAttendance)
    return Screen(
        lines(head(speech, actor, view.child, title), _sums(speech, view)),
        rows(buttons, way_back(speech, actor, view.child, Place.ABSENCES)),
        enclosed=_enclosure(speech, Paper.ATTENDANCE, view.child, view.period),
    )


def report_card(speech: Speech, actor: Actor, view: ReportCard) -> Screen:
    """Hand a period's table over, to be printed."""
    if view.period is None:
        first = head(speech, actor, view.child, speech.say("marks-head-undated"))
        return _without(speech, actor, view.child, lines(first, speech.say("marks-no-period")))
    title = speech.say("report-card-caption", period=_title(view.period))
    buttons = _other_periods(speech, view.child, view.periods, view.period, OpenReportCard)
    return Screen(
        lines(head(speech, actor, view.child, title), speech.say("report-card-how")),
        rows(buttons, way_back(speech, actor, view.child, Place.MARKS)),
        enclosed=_enclosure(speech, Paper.REPORT_CARD, view.child, view.period),
    )


def _without(speech: Speech, actor: Actor, child: Child, text: Html) -> Screen:
    return Screen(text, rows(way_back(speech, actor, child, Place.MARKS)))


def _enclosure(speech: Speech, paper: Paper, child: Child, period: Period) -> Enclosure:
    day, instead = period.begins.toordinal(), speech.say("paper-failed")
    return Enclosure(paper, child.pupil, day, speech.language, instead)


def _sums(speech: Speech, view: Attendance) -> Sequence[Html]:
    told = [
        speech.say("attendance-sum", code=code.value, count=view.sums[code])
        for code in AbsenceCode
        if view.sums.get(code)
    ]
    return told or [speech.say("absences-empty")]


def _other_periods(
    speech: Speech, child: Child, periods: Sequence[Period], period: Period, target: Target
) -> list[Button]:
    """Return the buttons to the periods before and after."""
    known = list(periods)
    at = known.index(period) if period in known else 0

    def opening(label: str, one: Period) -> Button:
        return button(label, target(pupil=child.pupil, day=one.begins.toordinal()))

    return [
        *(
            opening(speech.label("paper-period-before", period=one.title), one)
            for one in known[max(0, at - 1) : at]
        ),
        *(
            opening(speech.label("paper-period-after", period=one.title), one)
            for one in known[at + 1 : at + 2]
        ),
    ]


def _title(period: Period) -> str:
    return cut(period.title, _TITLE_LENGTH)

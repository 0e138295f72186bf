"""A teacher's sheets of final marks: the own courses, one course, one pupil at a time."""

from collections.abc import Sequence
from typing import Any, Final

from bot.callbacks.lessons import OpenLessons
from bot.callbacks.places import OpenMenu
from bot.callbacks.sheets import (
    EmptySheetCell,
    FillSheetCell,
    OpenOwnSheets,
    OpenOwnSheetsAt,
    OpenSheet,
    OpenSheetCell,
    SheetKind,
    SheetValue,
    kind_of,
)
from bot.callbacks.why import About
from bot.screens.parts.lesson import mark_of, subject_of
from bot.screens.parts.naming import full_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import day_and_month
from bot.texts.html import NOTHING, Html, cut, joined
from bot.texts.speech import Speech
from core.journal.filling_sheets import SheetCell, Tap
from core.journal.marked_periods import MarkedPeriod
from core.journal.period_sheets import (
    OwnCourse,
    OwnSheets,
    Sheet,
    SheetLine,
    SheetPlace,
    SummedCourse,
)
from core.journal.values import AT_THE_END, MarkValue, PeriodMarkKind

_COURSES_A_PAGE: Final = 8
_PUPILS_A_PAGE: Final = 8
_TITLE_LENGTH: Final = 48
_GROUP_LENGTH: Final = 64
_EARLIER: Final = 12
_SCHOOLS: Final = 6
_SCHOOL_LENGTH: Final = 40
_NUMBERS: Final = (SheetValue.FIVE, SheetValue.FOUR, SheetValue.THREE, SheetValue.TWO)
_WORDS: Final = (SheetValue.PASSED, SheetValue.FAILED, SheetValue.NOT_CERTIFIED)


def own_sheets(speech: Speech, view: OwnSheets, *, page: int = 0) -> Screen:
    """Show a teacher's courses of a period with what each lacks; a number opens the sheet."""
    period = view.period
    back = [
        button(speech.label("place-lessons"), OpenLessons()),
        button(speech.label("place-menu"), OpenMenu()),
    ]
    if period is None:
        said = speech.say("sheets-which" if view.is_to_choose else "sheets-empty")
        return Screen(lines(speech.say("sheets-head-undated"), said), rows(*_schools(view), back))
    listed = page_of(view.courses, page, size=_COURSES_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    return Screen(
        lines(
            speech.say("sheets-head", period=_title(period)),
            _until(speech, view, period),
            [_course_line(speech, index, one) for index, one in numbered],
            rest_of(speech, listed),
        ),
        rows(
            [button(str(index), _to_sheet(one, period)) for index, one in numbered],
            [
                *_other_periods(speech, view, period),
                *turning(speech, listed, lambda to: OpenOwnSheets(period=period.id, page=to)),
            ],
            [*_why(speech, view), *back],
        ),
    )


def _schools(view: OwnSheets) -> list[list[Button]]:
    return [
        [button(cut(one.school_name, _SCHOOL_LENGTH), OpenOwnSheetsAt(school=one.school))]
        for one in view.schools[:_SCHOOLS]
    ]


def _why(speech: Speech, view: OwnSheets) -> list[Button]:
    return [why_button(speech, About.SHEETS, view.school)] if view.school else []


def _until(speech: Speech, view: OwnSheets, period: MarkedPeriod) -> Html:
    if view.set_by is None:
        return NOTHING
    by, ends = (day_and_month(one, speech.language) for one in (view.set_by, period.ends))
    return speech.say("sheets-until", by=by, ends=ends)


def _course_line(speech: Speech, index: int, own: OwnCourse) -> Html:
    told = [
        speech.say("sheets-lack", lack=lack.value, count=count)
        for lack, count in own.lacks.items()
    ]
    what = joined(", ", told) if told else speech.say("sheets-done")
    return speech.say("sheets-line", index=index, course=_named(own.course), what=what)


def _to_sheet(own: OwnCourse, period: MarkedPeriod) -> OpenSheet:
    kind = SheetKind.PERIOD
    if period.is_year:
        lacking = [lack.kind for lack in own.lacks]
        kind = SheetKind[(lacking or [PeriodMarkKind.YEAR])[0].name]
    return OpenSheet(course=own.course.id, period=period.id, kind=kind)


def _other_periods(speech: Speech, view: OwnSheets, period: MarkedPeriod) -> list[Button]:
    known = list(view.periods)
    at = known.index(period) if period in known else 0
    before, after = known[max(0, at - 1) : at], known[at + 1 : at + 2]
    return [
        *(
            button(
                speech.label("marks-period-before", period=one.title), OpenOwnSheets(period=one.id)
            )
            for one in before
        ),
        *(
            button(
                speech.label("marks-period-after", period=one.title), OpenOwnSheets(period=one.id)
            )
            for one in after
        ),
    ]


def sheet(speech: Speech, view: Sheet, *, page: int = 0) -> Screen:
    """Show a course's marks of a period by pupil; a number opens the pupil's."""
    listed = page_of(view.lines, page, size=_PUPILS_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    return Screen(
        lines(
            _head(speech, view),
            _sum(speech, view),
            [_pupil_line(speech, index, one, view.kind) for index, one in numbered],
            rest_of(speech, listed),
        ),
        rows(
            [button(str(index), _to_cell(view, one)) for index, one in numbered],
            [*_first_unmarked(speech, view), *_other_kinds(speech, view)],
            [
                *turning(speech, listed, lambda to: _to(view.place, to)),
                button(speech.label("sheets-back"), OpenOwnSheets(period=view.period.id)),
            ],
        ),
    )


def _sum(speech: Speech, view: Sheet) -> Html:
    if not view.lines:
        return speech.say("sheet-nobody")
    count = len(view.lines)
    return speech.say("sheet-sum", done=count - len(view.unmarked), count=count)


def _pupil_line(speech: Speech, index: int, one: SheetLine, kind: PeriodMarkKind) -> Html:
    name, stands = full_name(speech, one.name), one.marks.get(kind)
    if stands:
        mark = mark_of(speech, stands.value)
        return speech.say("sheet-line", index=index, name=name, mark=mark)
    exam = one.marks.get(PeriodMarkKind.EXAM) if kind is PeriodMarkKind.FINAL else None
    if exam is None:
        return speech.say("sheet-line-none", index=index, name=name)
    told = mark_of(speech, exam.value)
    return speech.say("sheet-line-none-after-exam", index=index, name=name, exam=told)


def _first_unmarked(speech: Speech, view: Sheet) -> list[Button]:
    if not view.unmarked:
        return []
    first = OpenSheetCell(course=view.course.id, period=view.period.id, kind=kind_of(view.place))
    return [button(speech.label("sheet-fill"), first)]


def _other_kinds(speech: Speech, view: Sheet) -> list[Button]:
    others = [one for one in AT_THE_END if one is not view.kind] if view.period.is_year else []
    return [
        button(
            speech.label("sheet-kind", kind=one.value),
            _to(SheetPlace(view.course.id, view.period.id, one)),
        )
        for one in others
    ]


def cell(speech: Speech, view: SheetCell) -> Screen:
    """Show a pupil's mark with what bears on it; a tap sets another one of this pupil alone."""
    sheet_of, line = view.sheet, view.line
    return Screen(
        lines(
            _tapped(speech, view),
            _head(speech, sheet_of),
            _cell_mark(speech, sheet_of, line),
            _earlier(speech, line.earlier),
            _at_the_end(speech, sheet_of, line),
        ),
        rows(
            [_value(speech, view, one) for one in _NUMBERS],
            [_value(speech, view, one) for one in _WORDS],
            [
                button(speech.label("sheet-back"), _to(sheet_of.place, _page_of(view))),
                *_emptying(speech, view),
                *_going_on(speech, view),
            ],
        ),
    )


def _tapped(speech: Speech, view: SheetCell) -> Html:
    name = full_name(speech, view.line.name)
    match view.tap:
        case None:
            return NOTHING
        case Tap.SET:
            done = len(view.sheet.lines) - len(view.sheet.unmarked)
            return speech.say("sheet-set", done=done, count=len(view.sheet.lines))
        case Tap.TAKEN_BACK:
            return speech.say("sheet-taken-back", name=name)
        case Tap.CHANGED:
            return speech.say("cell-changed")


def _page_of(view: SheetCell) -> int:
    return view.sheet.lines.index(view.line) // _PUPILS_A_PAGE


def sheets_button(speech: Speech) -> Button:
    """Return the button to a teacher's final marks."""
    return button(speech.label("place-sheets"), OpenOwnSheets())


def _head(speech: Speech, view: Sheet) -> Html:
    return speech.say(
        "period-sheet-head",
        course=_named(view.course),
        period=_title(view.period),
        kind=view.kind.value,
    )


def _cell_mark(speech: Speech, view: Sheet, line: SheetLine) -> Html:
    name, stands = full_name(speech, line.name), line.marks.get(view.kind)
    if stands is None:
        return speech.say("cell-none", name=name)
    return speech.say("cell-mark", name=name, mark=mark_of(speech, stands.value))


def _earlier(speech: Speech, marks: Sequence[MarkValue]) -> Html:
    if not marks:
        return NOTHING
    told = " · ".join(mark_of(speech, one) for one in marks[-_EARLIER:])
    return speech.say("cell-earlier", marks=told)


def _at_the_end(speech: Speech, view: Sheet, line: SheetLine) -> list[Html]:
    return [
        speech.say("cell-at-the-end", kind=one.value, mark=mark_of(speech, line.marks[one].value))
        for one in AT_THE_END
        if view.period.is_year and one is not view.kind and one in line.marks
    ]


def _value(speech: Speech, view: SheetCell, value: SheetValue) -> Button:
    target = FillSheetCell(**_cell_of(view.sheet, view.line), value=value, seen=view.seen)
    return button(mark_of(speech, value.mark), target)


def _emptying(speech: Speech, view: SheetCell) -> list[Button]:
    if view.stands is None:
        return []
    target = EmptySheetCell(**_cell_of(view.sheet, view.line), seen=view.seen)
    return [button(speech.label("cell-empty"), target)]


def _going_on(speech: Speech, view: SheetCell) -> list[Button]:
    after = view.following
    if after is None:
        return []
    label = speech.label("cell-next" if view.stands else "cell-skip")
    return [button(label, _to_cell(view.sheet, after))]


def _to(place: SheetPlace, page: int = 0) -> OpenSheet:
    kind = kind_of(place)
    return OpenSheet(course=place.course, period=place.period, kind=kind, page=page)


def _to_cell(view: Sheet, line: SheetLine) -> OpenSheetCell:
    return OpenSheetCell(**_cell_of(view, line))


def _cell_of(view: Sheet, line: SheetLine) -> dict[str, Any]:
    place = view.place
    return {
        "course": place.course,
        "period": place.period,
        "kind": kind_of(place),
        "pupil": line.pupil,
    }


def _named(course: SummedCourse) -> str:
    return cut(course.group, _GROUP_LENGTH) or subject_of(course.subject)


def _title(period: MarkedPeriod) -> str:
    return cut(period.title, _TITLE_LENGTH)

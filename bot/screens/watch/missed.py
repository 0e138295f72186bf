"""Missed lessons of a class's week, and what subject teachers say of them (W1)."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from bot.callbacks.places import OpenClassMore, OpenMenu
from bot.callbacks.watch import (
    AnswerAbsences,
    ChangeMissed,
    MissedDeed,
    OpenAbsenceCheck,
    OpenMissedCourse,
    OpenMissedWeek,
)
from bot.callbacks.why import About
from bot.screens.parts.lesson import subject_of
from bot.screens.parts.naming import full_name, teacher_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import stretch, weekday_and_day
from bot.texts.html import Html, cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Child
from core.ids import CourseId
from core.journal.values import ReasonState
from core.reports.checks import CheckState
from core.reports.ports import Missed
from core.reports.verifying import CourseAbsences, MissedWeek, Questioned, weeks_around

_A_PAGE: Final = 8
_CLASS_LENGTH: Final = 16
_NOTHING_ASKED: Final = "none"
_CHANGED: Final = "changed"
_SUNDAY: Final = timedelta(days=6)


def missed_week(speech: Speech, view: MissedWeek, *, page: int = 0) -> Screen:
    """Show a line for each course that was missed; a number opens it."""
    led, listed = view.led, page_of(view.courses, page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    day = view.monday.toordinal()
    return Screen(
        lines(
            _head(speech, view),
            _sum(speech, view),
            [_course_line(speech, index, one) for index, one in numbered],
            rest_of(speech, listed),
        ),
        rows(
            [
                button(str(i), OpenMissedCourse(class_id=led.id, course=one.course, day=day))
                for i, one in numbered
            ],
            [
                *_other_weeks(speech, view),
                *turning(
                    speech,
                    listed,
                    lambda to: OpenMissedWeek(class_id=led.id, day=day, page=to),
                ),
            ],
            [
                why_button(speech, About.ABSENCES_OF_WEEK, led.id, day=day),
                button(speech.label("place-more"), OpenClassMore(class_id=led.id)),
            ],
        ),
    )


def missed_course(
    speech: Speech, view: MissedWeek, course: CourseId, *, page: int = 0, others: bool = False
) -> Screen:
    """Show each missed lesson of a course, and what can be done about them.

    `others` were on the screen that was tapped, and nothing was done about these.
    """
    of, led, day = view.of(course), view.led, view.monday.toordinal()
    listed = page_of(of.missed, page, size=_A_PAGE)
    return Screen(
        lines(
            _head(speech, view),
            _about(speech, of),
            _others(speech, others=others),
            [_missed(speech, one, view.children) for one in listed.items],
            rest_of(speech, listed),
        ),
        rows(
            _deeds(speech, view, of),
            [
                *turning(
                    speech,
                    listed,
                    lambda to: OpenMissedCourse(class_id=led.id, course=course, day=day, page=to),
                ),
                button(speech.label("missed-back"), OpenMissedWeek(class_id=led.id, day=day)),
            ],
        ),
    )


def questioned(speech: Speech, view: Questioned, *, page: int = 0, others: bool = False) -> Screen:
    """Show a subject teacher the absences that are asked about, and the two answers.

    `others` were on the screen that was tapped, and nothing was said of these.
    """
    check, missed = view.check, view.absences.missed if view.absences else ()
    listed = page_of(missed, page, size=_A_PAGE)
    menu = button(speech.label("place-menu"), OpenMenu())
    week = stretch(check.monday, check.monday + _SUNDAY, speech.language)
    title = subject_of(view.absences.title) if view.absences else _NOTHING_ASKED
    return Screen(
        lines(
            speech.say("check-head", week=week, subject=title),
            speech.say("check-ask", state=_answered(view), count=len(missed)),
            _others(speech, others=others),
            [_missed(speech, one, view.children) for one in listed.items],
            rest_of(speech, listed),
        ),
        rows(
            _answers(speech, view) if view.state is not CheckState.VERIFIED else (),
            [
                *turning(speech, listed, lambda to: OpenAbsenceCheck(check=check.id, page=to)),
                menu,
            ],
        ),
    )


def _answers(speech: Speech, view: Questioned) -> list[Button]:
    check, shown = view.check.id, view.shown
    return [
        button(speech.label("check-right"), AnswerAbsences(check=check, right=True, shown=shown)),
        button(
            speech.label("check-fixing"), AnswerAbsences(check=check, right=False, shown=shown)
        ),
    ]


def _others(speech: Speech, *, others: bool) -> list[Html]:
    return [speech.say("missed-others")] if others else []


def _head(speech: Speech, view: MissedWeek) -> Html:
    week = stretch(view.monday, view.monday + _SUNDAY, speech.language)
    return speech.say("missed-head", **{"class": cut(view.led.title, _CLASS_LENGTH)}, week=week)


def _sum(speech: Speech, view: MissedWeek) -> Html:
    done = sum(one.is_verified for one in view.courses)
    return speech.say("missed-sum", count=len(view.courses), done=done)


def _course_line(speech: Speech, index: int, one: CourseAbsences) -> Html:
    unknown = sum(it.reason is ReasonState.UNKNOWN for it in one.missed)
    return speech.say(
        "missed-line",
        index=index,
        subject=subject_of(one.title),
        count=len(one.missed),
        unknown=unknown,
        state=_state(one),
    )


def _about(speech: Speech, of: CourseAbsences) -> Html:
    teachers = ", ".join(teacher_name(one.name) for one in of.teachers[:2])
    return speech.say(
        "missed-course",
        subject=subject_of(of.title),
        teacher=teachers or "none",
        state=_state(of),
    )


def _missed(speech: Speech, one: Missed, children: Mapping[int, Child]) -> Html:
    return speech.say(
        "missed-lesson",
        day=weekday_and_day(one.day, speech.language),
        number=one.number,
        name=full_name(speech, children[one.pupil].name),
        code=one.code.value,
        reason=one.reason.value,
    )


def _state(of: CourseAbsences) -> str:
    if of.is_changed:
        return _CHANGED
    return of.state.value if of.state else _NOTHING_ASKED


def _answered(view: Questioned) -> str:
    return _CHANGED if view.is_changed else view.state.value


def _deeds(speech: Speech, view: MissedWeek, of: CourseAbsences) -> list[Button]:
    ask, tick = (
        button(
            speech.label(key),
            ChangeMissed(
                class_id=view.led.id,
                course=of.course,
                day=view.monday.toordinal(),
                deed=deed,
                shown=of.shown,
            ),
        )
        for key, deed in _DEEDS.items()
    )
    return [
        *([ask] if of.may_be_asked else []),
        *([tick] if of.state is not CheckState.VERIFIED else []),
    ]


_DEEDS: Final[dict[Key, MissedDeed]] = {
    "missed-ask": MissedDeed.ASK,
    "missed-tick": MissedDeed.TICK,
}


def _other_weeks(speech: Speech, view: MissedWeek) -> list[Button]:
    return [
        button(
            speech.label("reviews-before" if monday < view.monday else "reviews-after"),
            OpenMissedWeek(class_id=view.led.id, day=monday.toordinal()),
        )
        for monday in weeks_around(view.monday, view.today)
    ]

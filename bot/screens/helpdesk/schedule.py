"""The duty schedule for who answers for it: its windows, one of them, what is wrong (H2)."""

from collections.abc import Sequence
from typing import Final

from bot.callbacks.duty import (
    BeginDutyWindow,
    ChangeDutyWindow,
    EndDutyWindow,
    FillDuty,
    OpenDutyFlaws,
    OpenDutySchedule,
    OpenDutyTurns,
    OpenDutyWindow,
    OpenOnDuty,
    SendScheduleCalendar,
)
from bot.callbacks.why import About
from bot.screens.helpdesk import words
from bot.screens.parts.enclosure import Enclosure, Paper
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.rules import why_button
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.formats import numeric_day
from bot.texts.html import NOTHING, Html
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.helpdesk.duty.calendars import SchoolDuty
from core.helpdesk.duty.editing import EndingWindow, OpenedWindow
from core.helpdesk.duty.midnight import rest_of as second_part
from core.helpdesk.duty.midnight import together
from core.helpdesk.duty.reading import ScheduleView
from core.helpdesk.duty.window import Window
from core.ids import SchoolId

_A_PAGE: Final = 7
_FLAWS_A_PAGE: Final = 8
_FLAWS_SHOWN: Final = 3


def schedule(
    speech: Speech, view: ScheduleView, *, page: int = 0, note: Key | None = None
) -> Screen:
    """Show the windows that are still held, in the order of the week."""
    school, found = view.member.school, held(view)
    listed = page_of(found, page, size=_A_PAGE)
    numbered = list(enumerate(listed.items, start=listed.begin + 1))
    flawed = {one for it in view.findings for one in (it.window, it.other)}
    return Screen(
        lines(
            speech.say(note) if note else NOTHING,
            speech.say("duty-schedule-head"),
            NOTHING if found else speech.say("duty-schedule-empty"),
            [_line(speech, view, index, one, one.id in flawed) for index, one in numbered],
            rest_of(speech, listed),
        ),
        rows(
            [button(str(index), OpenDutyWindow(window=one.id)) for index, one in numbered],
            [
                *turning(speech, listed, lambda to: OpenDutySchedule(school=school, page=to)),
                button(speech.label("duty-add"), BeginDutyWindow(school=school)),
                *_flaws_button(speech, view),
            ],
            [
                *_documents(speech, view),
                why_button(speech, About.DUTY, school),
                button(speech.label("place-on-duty"), _on_duty(school)),
            ],
        ),
    )


def held(view: ScheduleView) -> list[Window]:
    """Return the windows that are not over, in the order of the week."""
    today = view.now.astimezone(view.schedule.zone).date()
    whole = together(view.schedule.windows)
    found = [one for one in whole if one.ends is None or one.ends >= today]
    return sorted(found, key=lambda one: (one.weekday, one.hours.starts, one.hours.ends, one.id))


def flaws(speech: Speech, view: ScheduleView, *, page: int = 0) -> Screen:
    """Show what is wrong with the schedule."""
    listed = page_of(view.findings, page, size=_FLAWS_A_PAGE)
    school = view.member.school
    return Screen(
        lines(
            speech.say("duty-flaws-head"),
            NOTHING if view.findings else speech.say("duty-flaws-none"),
            [words.finding(speech, view, one, draft=None) for one in listed.items],
            rest_of(speech, listed),
        ),
        rows(
            turning(speech, listed, lambda to: OpenDutyFlaws(school=school, page=to)),
            [schedule_button(speech, school)],
        ),
    )


def window(speech: Speech, opened: OpenedWindow, *, note: Key | None = None) -> Screen:
    """Show one window: who, what, where, how long, who entered it, what is wrong with it."""
    of, view = opened.kept.window, opened.view
    rest = second_part(of, view.schedule.windows)
    by: Key = "duty-window-by-import" if opened.kept.by is None else "duty-window-by-hand"
    return Screen(
        lines(
            speech.say(note) if note else NOTHING,
            speech.say(
                "duty-window-head",
                weekday=words.whole_weekday(speech, of.weekday),
                hours=words.hours(speech, of.hours),
            ),
            facts_of(speech, view, of),
            speech.say("duty-window-goes-on", hours=words.hours(speech, rest.hours))
            if rest
            else NOTHING,
            speech.say(by),
            [
                words.finding(speech, view, one, draft=None)
                for one in opened.findings[:_FLAWS_SHOWN]
            ],
        ),
        rows(
            [
                button(speech.label("duty-change"), ChangeDutyWindow(window=of.id)),
                button(speech.label("duty-turns"), OpenDutyTurns(window=of.id)),
                button(speech.label("duty-end"), EndDutyWindow(window=of.id)),
            ],
            [*_rest_button(speech, rest), schedule_button(speech, view.member.school)],
        ),
    )


def _rest_button(speech: Speech, rest: Window | None) -> Sequence[Button]:
    if rest is None:
        return ()
    return (button(speech.label("duty-window-rest"), OpenDutyWindow(window=rest.id)),)


def ask_end(speech: Speech, ending: EndingWindow) -> Screen:
    """Ask once more before a window ends, with what the linter says of that."""
    of, view, found = ending.opened.kept.window, ending.opened.view, ending.findings
    rest = len(found) - _FLAWS_SHOWN
    return Screen(
        lines(
            speech.say(
                "duty-window-head",
                weekday=words.whole_weekday(speech, of.weekday),
                hours=words.hours(speech, of.hours),
            ),
            [words.finding(speech, view, one, draft=None) for one in found[:_FLAWS_SHOWN]],
            speech.say("more", count=rest) if rest > 0 else NOTHING,
            speech.say("duty-end-ask"),
        ),
        rows(
            [button(speech.label("duty-end-sure"), EndDutyWindow(window=of.id, sure=True))],
            [button(speech.label("back-page"), OpenDutyWindow(window=of.id))],
        ),
    )


def facts_of(speech: Speech, view: ScheduleView, of: Window) -> list[Html]:
    """Return who answers what, where, and how long."""
    said = words.topics(speech, of.covers)
    return [
        speech.say(
            "duty-window-who", name=words.person(speech, words.names_of(view), of.consultant)
        )
        if of.consultant
        else speech.say("duty-window-nobody"),
        speech.say("duty-window-topics", topics=said)
        if said
        else speech.say("duty-window-no-topics"),
        speech.say("duty-window-room", room=of.room)
        if of.room
        else speech.say("duty-window-no-room"),
        term(speech, of),
    ]


def term(speech: Speech, of: Window) -> Html:
    """Return between which days a window is held."""
    if of.begins is None and of.ends is None:
        return speech.say("duty-window-always")
    if of.begins is not None and of.begins == of.ends:
        return speech.say("duty-window-one-day", day=numeric_day(of.begins))
    return speech.say(
        "duty-window-term",
        **{"from": numeric_day(of.begins) if of.begins else "none"},
        until=numeric_day(of.ends) if of.ends else "none",
    )


def schedule_button(speech: Speech, school: SchoolId) -> Button:
    """Return the way to all windows."""
    return button(speech.label("duty-schedule"), OpenDutySchedule(school=school))


def calendar(speech: Speech, view: SchoolDuty) -> Screen:
    """Send the whole schedule as a file for calendars."""
    school = view.member.school
    if not view.shifts:
        back = schedule_button(speech, school)
        return Screen(speech.say("duty-calendar-none"), rows([back]))
    instead = speech.say("paper-failed")
    opens = OpenDutySchedule(school=school, anew=True)
    return Screen(
        speech.say("duty-schedule-caption"),
        rows([button(speech.label("duty-schedule"), opens)]),
        enclosed=Enclosure(Paper.DUTY_SCHEDULE, school, 0, speech.language, instead),
    )


def _on_duty(school: SchoolId) -> OpenOnDuty:
    return OpenOnDuty(school=school)


def _line(speech: Speech, view: ScheduleView, index: int, one: Window, flawed: bool) -> Html:  # noqa: FBT001 - a mark of the line
    return speech.say(
        "duty-schedule-line",
        index=index,
        weekday=words.weekday(speech, one.weekday),
        hours=words.hours(speech, one.hours),
        name=words.person(speech, words.names_of(view), one.consultant),
        room=words.room(speech, one.room),
        topics=words.topics(speech, one.covers),
        flawed="yes" if flawed else "no",
    )


def _flaws_button(speech: Speech, view: ScheduleView) -> Sequence[Button]:
    if not view.findings:
        return ()
    label = speech.label("duty-flaws", count=len(view.findings))
    return (button(label, OpenDutyFlaws(school=view.member.school)),)


def _documents(speech: Speech, view: ScheduleView) -> Sequence[Button]:
    school = view.member.school
    if view.schedule.windows:
        return (button(speech.label("duty-calendar"), SendScheduleCalendar(school=school)),)
    return (
        button(speech.label("duty-fill-a"), FillDuty(school=school, document="a")),
        button(speech.label("duty-fill-e"), FillDuty(school=school, document="e")),
    )

"""What is around a pupil's lessons: who teaches, when there are holidays, what is going on."""

from datetime import date

from bot.callbacks.diary import OpenEvents, OpenHolidays, OpenTeachers
from bot.callbacks.messages import OpenContacts
from bot.callbacks.places import Place
from bot.screens.parts.frame import head, way_back
from bot.screens.parts.lesson import subject_of
from bot.screens.parts.naming import teacher_name
from bot.screens.parts.pages import page_of, rest_of, turning
from bot.screens.parts.screen import Screen, button, lines, rows
from bot.texts.formats import day_and_month, stretch, weekday_and_day
from bot.texts.html import NOTHING, Html, cut, escaped, joined
from bot.texts.speech import Speech
from core.access.people import Actor, Name
from core.diary.school_life.class_life import (
    ClassTeachers,
    EventCalendar,
    HolidayCalendar,
    SchoolEvent,
    SubjectTeachers,
)
from core.journal.calendar import Holiday

_SUBJECTS_A_PAGE = 8
_HOLIDAYS_A_PAGE = 9
_EVENTS_A_PAGE = 5
_NAMES = 4
_TITLE_LENGTH = 100
_TEXT_LENGTH = 300


def teachers_of_class(
    speech: Speech, actor: Actor, view: ClassTeachers, *, page: int = 0
) -> Screen:
    """Show the class teacher, and for each subject who teaches it."""
    child = view.child
    listed = page_of(view.subjects, page, size=_SUBJECTS_A_PAGE)
    nothing = not view.leads and not view.subjects
    return Screen(
        lines(
            head(speech, actor, child, speech.say("teachers-head")),
            speech.say("teachers-empty") if nothing else NOTHING,
            _leads(speech, view.leads),
            [_subject(speech, one) for one in listed.items],
            rest_of(speech, listed),
        ),
        rows(
            [
                *turning(speech, listed, lambda to: OpenTeachers(pupil=child.pupil, page=to)),
                button(speech.label("message-write"), OpenContacts(pupil=child.pupil)),
            ],
            way_back(speech, actor, child, Place.DIARY),
        ),
    )


def _leads(speech: Speech, names: tuple[Name, ...]) -> Html:
    if not names:
        return NOTHING
    return joined(" ", [speech.say("teachers-lead"), escaped(_names(speech, names))])


def _subject(speech: Speech, one: SubjectTeachers) -> Html:
    subject = speech.say("teachers-subject", subject=subject_of(one.subject))
    return joined(" ", [subject, escaped(_names(speech, one.names))])


def _names(speech: Speech, names: tuple[Name, ...]) -> str:
    shown = ", ".join(teacher_name(one) for one in names[:_NAMES])
    rest = len(names) - _NAMES
    return f"{shown} {speech.label('more', count=rest)}" if rest > 0 else shown


def holiday_calendar(
    speech: Speech, actor: Actor, view: HolidayCalendar, *, page: int = 0
) -> Screen:
    """Show the holidays of a school year; those that come next say how soon."""
    child = view.child
    listed = page_of(view.holidays, page, size=_HOLIDAYS_A_PAGE)
    coming = next((one for one in view.holidays if one.begins > view.today), None)
    return Screen(
        lines(
            head(speech, actor, child, speech.say("holidays-head")),
            speech.say("holidays-empty") if not view.holidays else NOTHING,
            [_holiday(speech, one, view.today, coming) for one in listed.items],
            rest_of(speech, listed),
        ),
        rows(
            turning(speech, listed, lambda to: OpenHolidays(pupil=child.pupil, page=to)),
            way_back(speech, actor, child, Place.DIARY),
        ),
    )


def _holiday(speech: Speech, one: Holiday, today: date, coming: Holiday | None) -> Html:
    days, title = _days(one.begins, one.ends, speech.language), cut(one.title, _TITLE_LENGTH)
    if one.begins <= today <= one.ends:
        return speech.say("holidays-now", days=days, title=title)
    if one == coming:
        left = (one.begins - today).days
        return speech.say("holidays-coming", days=days, title=title, left=left)
    return speech.say("holidays-line", days=days, title=title)


def _days(first: date, last: date, language: str) -> str:
    return day_and_month(first, language) if first == last else stretch(first, last, language)


def event_calendar(speech: Speech, actor: Actor, view: EventCalendar, *, page: int = 0) -> Screen:
    """Show what the class and the school have ahead, or what is over."""
    child = view.child
    listed = page_of(view.events, page, size=_EVENTS_A_PAGE)
    other = OpenEvents(pupil=child.pupil, over=not view.over)
    return Screen(
        lines(
            head(speech, actor, child, speech.say("events-over" if view.over else "events-head")),
            _no_events(speech, view),
            [_event(speech, one) for one in listed.items],
            rest_of(speech, listed),
        ),
        rows(
            turning(
                speech,
                listed,
                lambda to: OpenEvents(pupil=child.pupil, over=view.over, page=to),
            ),
            [button(speech.label("events-show", over=str(not view.over).lower()), other)],
            way_back(speech, actor, child, Place.DIARY),
        ),
    )


def _no_events(speech: Speech, view: EventCalendar) -> Html:
    if view.events:
        return NOTHING
    return speech.say("events-none-over" if view.over else "events-none")


def _event(speech: Speech, one: SchoolEvent) -> Html:
    what = speech.say(
        "events-line",
        days=event_days(one.begins, one.ends, speech.language),
        title=cut(one.title, _TITLE_LENGTH),
        whose="school" if one.of_school else "class",
    )
    return joined(" ", [what, escaped(cut(one.text, _TEXT_LENGTH))])


def event_days(begins: date, ends: date, language: str) -> str:
    """Return «пт, 27 ноября», or «25–27 ноября» for several days."""
    return weekday_and_day(begins, language) if begins == ends else stretch(begins, ends, language)

"""A pupil's agenda as an iCalendar file (RFC 5545): what phones and computers subscribe to."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from bot.documents.bench import File
from bot.documents.filing import file_name
from bot.screens.parts.lesson import subject_of, subject_within
from bot.screens.parts.naming import first_name, teacher_name
from bot.texts.formats import weekday_and_day
from bot.texts.html import cut, tidy
from bot.texts.speech import Speech
from core.diary.papers.agenda import Agenda, AgendaLesson, AgendaTask
from core.diary.school_life.control_works import ControlWork
from core.journal.values import LessonState

_REFRESHED: Final = timedelta(hours=1)
_TEXT_LENGTH: Final = 1000
_HOUSE: Final = "zvonok"


def make(speech: Speech, view: Agenda) -> File:
    """Return the agenda as a file."""
    title = speech.label("agenda-title", who=first_name(view.child.name))
    return File(file_name(title, "ics"), calendar(speech, view).to_ical())


def calendar(speech: Speech, view: Agenda) -> Calendar:
    """Return the agenda as a calendar in the school's zone."""
    found = Calendar()
    title = speech.label("agenda-title", who=first_name(view.child.name))
    found.add("prodid", f"-//{_HOUSE}//{speech.language}")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", tidy(title))
    found.add("x-wr-timezone", view.zone)
    found.add("refresh-interval", _REFRESHED, parameters={"VALUE": "DURATION"})
    found.add("x-published-ttl", "PT1H")
    for event in _events(speech, view):
        found.add_component(event)
    begins = view.made_at.year - 1
    found.add_missing_timezones(date(begins, 1, 1), date(begins + 4, 1, 1))
    return found


def _events(speech: Speech, view: Agenda) -> Iterator[Event]:
    for lesson in view.lessons:
        yield _lesson(speech, view, lesson)
    for task in view.tasks:
        yield _task(speech, view, task)
    for work in view.works:
        yield _work(speech, view, work)


def _lesson(speech: Speech, view: Agenda, lesson: AgendaLesson) -> Event:
    course, day, number = lesson.slot
    event = _event(view, f"lesson-{course}-{day:%Y%m%d}-{number}", lesson.changed_at)
    event.add("summary", _summary(speech, lesson))
    _place_in_time(event, view, lesson)
    if lesson.room:
        event.add("location", tidy(speech.label("agenda-room", room=lesson.room)))
    if said := _said_of(speech, lesson):
        event.add("description", said)
    cancelled = lesson.state is LessonState.CANCELLED
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if cancelled else "OPAQUE")
    return event


def _summary(speech: Speech, lesson: AgendaLesson) -> str:
    subject = subject_within(lesson.subject)
    if lesson.state is LessonState.CANCELLED:
        return speech.label("agenda-cancelled", subject=subject)
    if lesson.moved_from is not None:
        return speech.label("agenda-moved", subject=subject)
    if lesson.replaced:
        return speech.label("agenda-replaced", subject=subject)
    return tidy(subject_of(lesson.subject))


def _place_in_time(event: Event, view: Agenda, lesson: AgendaLesson) -> None:
    if lesson.starts is None:
        _all_day(event, lesson.day)
        return
    zone = ZoneInfo(view.zone)
    starts = datetime.combine(lesson.day, lesson.starts, zone)
    event.add("dtstart", starts)
    event.add("dtend", _end(starts, lesson.ends))


def _end(starts: datetime, ends: time | None) -> datetime:
    """Return when a lesson ends; one whose end is not known is an instant."""
    told = datetime.combine(starts.date(), ends, starts.tzinfo) if ends else starts
    return max(told, starts)


def _said_of(speech: Speech, lesson: AgendaLesson) -> str:
    said = [speech.label("agenda-number", number=lesson.number)]
    if lesson.moved_from is not None:
        day, number = lesson.moved_from
        was = weekday_and_day(day, speech.language)
        said.append(speech.label("agenda-moved-from", day=was, number=number))
    if lesson.teacher is not None:
        said.append(speech.label("agenda-teacher", teacher=teacher_name(lesson.teacher)))
    if lesson.topic:
        said.append(speech.label("agenda-topic", topic=cut(lesson.topic, _TEXT_LENGTH)))
    if lesson.homework:
        said.append(speech.label("agenda-homework", text=cut(lesson.homework, _TEXT_LENGTH)))
    return "\n".join(said)


def _task(speech: Speech, view: Agenda, task: AgendaTask) -> Event:
    event = _event(view, f"homework-{task.lesson}", task.changed_at)
    event.add("summary", speech.label("agenda-task", subject=subject_within(task.subject)))
    event.add("description", tidy(cut(task.text, _TEXT_LENGTH)))
    return _all_day(event, task.due)


def _work(speech: Speech, view: Agenda, work: ControlWork) -> Event:
    name = f"control-lesson-{work.lesson}" if work.work is None else f"control-{work.work}"
    event = _event(view, name, work.changed_at)
    event.add("summary", speech.label("agenda-control", subject=subject_within(work.subject)))
    event.add("description", tidy(cut(work.title or work.kind, _TEXT_LENGTH)))
    return _all_day(event, work.day)


def _event(view: Agenda, name: str, changed_at: datetime | None) -> Event:
    """Return an event whose name stays its own however often the file is made.

    The pupil is in the name: brothers in one class share lessons, and may share a calendar.
    """
    event = Event()
    event.add("uid", f"{name}-{view.child.pupil}@{view.school}.{_HOUSE}")
    event.add("dtstamp", view.made_at)
    if changed_at is not None:
        event.add("last-modified", changed_at)
        # A later change has a greater number, whatever happened in between.
        event.add("sequence", int(changed_at.timestamp()) // 60)
    return event


def _all_day(event: Event, day: date) -> Event:
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    if "transp" not in event:
        event.add("transp", "TRANSPARENT")
    return event

"""A consultant's duty as an iCalendar file (RFC 5545), to be taken into a phone's calendar."""

from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from bot.documents.bench import File
from bot.documents.filing import file_name
from bot.screens.helpdesk import words
from bot.texts.html import tidy
from bot.texts.speech import Speech
from core.helpdesk.duty.reading import OwnDuty, OwnTurn

_HOUSE: Final = "zvonok"


def make(speech: Speech, view: OwnDuty) -> File:
    """Return the turns of duty as a file."""
    title = speech.label("duty-calendar-title")
    return File(file_name(title, "ics"), calendar(speech, view).to_ical())


def calendar(speech: Speech, view: OwnDuty) -> Calendar:
    """Return the turns of duty as a calendar in the school's zone."""
    found = Calendar()
    found.add("prodid", f"-//{_HOUSE}//{speech.language}")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", tidy(speech.label("duty-calendar-title")))
    found.add("x-wr-timezone", view.member.zone)
    for turn in view.turns:
        found.add_component(_event(speech, view, turn))
    year = view.now.year
    found.add_missing_timezones(date(year - 1, 1, 1), date(year + 3, 1, 1))
    return found


def _event(speech: Speech, view: OwnDuty, turn: OwnTurn) -> Event:
    """Return a turn, by a name that stays its own however often the file is made."""
    event, zone, shift = Event(), ZoneInfo(turn.member.zone), turn.shift
    key = f"duty-{shift.window}-{shift.day:%Y%m%d}-{turn.member.person}"
    event.add("uid", f"{key}@{turn.member.school}.{_HOUSE}")
    event.add("dtstamp", view.now)
    # A later file has a greater number: a calendar takes the turn as it is now.
    event.add("sequence", int(view.now.timestamp()) // 60)
    said = words.topics(speech, shift.covers)
    event.add("summary", tidy(speech.label("duty-calendar-summary", topics=said)))
    event.add("dtstart", shift.starts_at.astimezone(zone))
    event.add("dtend", shift.ends_at.astimezone(zone))
    if shift.room:
        event.add("location", tidy(speech.label("agenda-room", room=shift.room)))
    if shift.stands_in_for is not None:
        own = words.person(speech, view.names, shift.stands_in_for)
        event.add("description", tidy(speech.label("duty-calendar-instead", own=own)))
    return event

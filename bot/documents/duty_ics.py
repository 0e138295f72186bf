"""A consultant's duty as an iCalendar file (RFC 5545), to be taken into a phone's calendar."""

from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from bot.documents.bench import File
from bot.documents.filing import file_name
from bot.screens.helpdesk import words
from bot.texts.html import tidy
from bot.texts.speech import Speech
from core.access.people import Member
from core.helpdesk.duty.reading import OwnDuty, OwnTurn
from core.helpdesk.duty.shift import Shift

_HOUSE: Final = "zvonok"


def make(speech: Speech, view: OwnDuty) -> File:
    """Return the turns of duty as a file."""
    title = speech.label("duty-calendar-title")
    return File(file_name(title, "ics"), calendar(speech, view).to_ical())


def calendar(speech: Speech, view: OwnDuty) -> Calendar:
    """Return the turns of duty as a calendar in the school's zone."""
    found = empty(speech, view.member, speech.label("duty-calendar-title"))
    for turn in view.turns:
        found.add_component(_event(speech, view, turn))
    return with_zones(found, view.now)


def empty(speech: Speech, member: Member, title: str) -> Calendar:
    """Return a calendar without turns, by its name."""
    found = Calendar()
    found.add("prodid", f"-//{_HOUSE}//{speech.language}")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", tidy(title))
    found.add("x-wr-timezone", member.zone)
    return found


def with_zones(of: Calendar, now: datetime) -> Calendar:
    """Return a calendar that says what the clocks of its turns show: not each program knows."""
    of.add_missing_timezones(date(now.year - 1, 1, 1), date(now.year + 3, 1, 1))
    return of


def _event(speech: Speech, view: OwnDuty, turn: OwnTurn) -> Event:
    """Return a turn, by a name that stays its own however often the file is made."""
    zone, shift = ZoneInfo(turn.member.zone), turn.shift
    key = f"duty-{shift.window}-{shift.day:%Y%m%d}-{turn.member.person}@{turn.member.school}"
    found = event(speech, key, shift, zone, view.now)
    said = words.topics(speech, shift.covers)
    found.add("summary", tidy(speech.label("duty-calendar-summary", topics=said)))
    if shift.stands_in_for is not None:
        own = words.person(speech, view.names, shift.stands_in_for)
        found.add("description", tidy(speech.label("duty-calendar-instead", own=own)))
    return found


def event(speech: Speech, key: str, shift: Shift, zone: ZoneInfo, now: datetime) -> Event:
    """Return when and where a turn is."""
    found = Event()
    found.add("uid", f"{key}.{_HOUSE}")
    found.add("dtstamp", now)
    # A later file has a greater number: a calendar takes the turn as it is now.
    found.add("sequence", int(now.timestamp()) // 60)
    found.add("dtstart", shift.starts_at.astimezone(zone))
    found.add("dtend", shift.ends_at.astimezone(zone))
    if shift.room:
        found.add("location", tidy(speech.label("agenda-room", room=shift.room)))
    return found

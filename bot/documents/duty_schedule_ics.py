"""A school's duty schedule as an iCalendar file: whose turn it is stands in each title."""

from zoneinfo import ZoneInfo

from icalendar import Calendar

from bot.documents.bench import File
from bot.documents.duty_ics import empty, event, with_zones
from bot.documents.filing import file_name
from bot.screens.helpdesk import words
from bot.texts.html import tidy
from bot.texts.speech import Speech
from core.helpdesk.duty.calendars import SchoolDuty


def make(speech: Speech, view: SchoolDuty) -> File:
    """Return all turns as a file."""
    title = speech.label("duty-schedule")
    return File(file_name(title, "ics"), calendar(speech, view).to_ical())


def calendar(speech: Speech, view: SchoolDuty) -> Calendar:
    """Return all turns of a school as a calendar in its zone."""
    member, zone = view.member, ZoneInfo(view.member.zone)
    found = empty(speech, member, speech.label("duty-schedule"))
    for shift in view.shifts:
        said = speech.label(
            "duty-schedule-summary",
            name=words.person(speech, view.names, shift.consultant),
            topics=words.topics(speech, shift.covers),
        )
        key = f"duty-all-{shift.window}-{shift.day:%Y%m%d}@{member.school}"
        one = event(speech, key, shift, zone, view.now)
        one.add("summary", tidy(said))
        if shift.stands_in_for is not None:
            own = words.person(speech, view.names, shift.stands_in_for)
            one.add("description", tidy(speech.label("duty-calendar-instead", own=own)))
        found.add_component(one)
    return with_zones(found, view.now)

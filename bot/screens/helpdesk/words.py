"""How duty is spoken of: topics, hours, persons, and what the linter found."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from bot.screens.parts.naming import full_name
from bot.texts.formats import clock_time, weekday_and_day, weekday_in_full, weekday_name
from bot.texts.html import Html, cut
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Name
from core.access.zones import Zones
from core.helpdesk.duty.asking import DutyPerson
from core.helpdesk.duty.lint import Finding, Flaw
from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.duty.shift import Shift, ShiftKey
from core.helpdesk.duty.window import Hours, Window
from core.helpdesk.topics import ANY, Covers, Topic
from core.ids import DutyId, PersonId

TOPICS: Final[Mapping[Topic, Key]] = {
    Topic.TECHNOLOGY: "duty-topic-technology",
    Topic.LESSON_PLANS: "duty-topic-lesson-plans",
    Topic.CONTROL_WORKS: "duty-topic-control-works",
    Topic.CURRENT_MARKS: "duty-topic-current-marks",
    Topic.FINAL_MARKS: "duty-topic-final-marks",
    Topic.ATTENDANCE: "duty-topic-attendance",
    Topic.REPORTS: "duty-topic-reports",
    Topic.DIARY: "duty-topic-diary",
    Topic.REGISTRATION: "duty-topic-registration",
    Topic.LOST_ACCESS: "duty-topic-lost-access",
}
"""How each topic is called (H5)."""

_FLAWS: Final[Mapping[Flaw, Key]] = {
    Flaw.NO_TIME: "duty-flaw-no-time",
    Flaw.NO_TOPIC: "duty-flaw-no-topic",
    Flaw.UNKNOWN_TOPIC: "duty-flaw-unknown-topic",
    Flaw.NO_DAY: "duty-flaw-no-day",
    Flaw.TWICE: "duty-flaw-twice",
    Flaw.TWO_PLACES: "duty-flaw-two-places",
    Flaw.NO_CONSULTANT: "duty-flaw-no-consultant",
    Flaw.OVERLAP: "duty-flaw-overlap",
    Flaw.SHARED_ROOM: "duty-flaw-shared-room",
    Flaw.NO_ADMINISTRATOR: "duty-flaw-no-administrator",
    Flaw.UNREACHABLE: "duty-flaw-unreachable",
    Flaw.SAME_PERSON: "duty-flaw-same-person",
    Flaw.UNANSWERED: "duty-flaw-unanswered",
}
_TOPICS_LENGTH: Final = 120
_ROOM_LENGTH: Final = 40
_MONDAY: Final = date(2026, 11, 23)


class Planned(Protocol):
    """A schedule with the people whom it names."""

    @property
    def schedule(self) -> DutySchedule:
        """Return the schedule."""
        ...

    @property
    def people(self) -> Mapping[PersonId, DutyPerson]:
        """Return whom it names."""
        ...


def topic_name(speech: Speech, topic: Topic) -> str:
    """Return how a topic is called."""
    return speech.label(TOPICS[topic])


def topics(speech: Speech, of: Covers) -> str:
    """Return topics in a line; all but lost access are «any question»."""
    if of >= ANY:
        rest = [topic_name(speech, topic) for topic in Topic if topic in of - ANY]
        return ", ".join([speech.label("duty-topic-any"), *rest])
    return cut(
        ", ".join(topic_name(speech, topic) for topic in Topic if topic in of), _TOPICS_LENGTH
    )


def weekday(speech: Speech, number: int) -> str:
    """Return «пн»."""
    return weekday_name(_MONDAY + timedelta(days=number - 1), speech.language)


def whole_weekday(speech: Speech, number: int) -> str:
    """Return «Понедельник», as a line begins with it."""
    return weekday_in_full(_MONDAY + timedelta(days=number - 1), speech.language)


def hours(speech: Speech, of: Hours) -> str:
    """Return «14:00–15:00»."""
    return between(speech, of.starts, of.ends)


def between(speech: Speech, begins: time, ends: time) -> str:
    """Return the hours of two times."""
    return speech.label("duty-hours", begin=clock_time(begins), end=clock_time(ends))


def room(speech: Speech, said: str) -> str:
    """Return «, каб. 4», and nothing without a room."""
    return speech.label("duty-room", room=cut(said, _ROOM_LENGTH)) if said else ""


def shift_hours(speech: Speech, shift: Shift, zones: Zones) -> str:
    """Return the hours of a turn by the reader's clock; said so where the school's differs."""
    said = hours_in(speech, shift, zones.here)
    return by_own_clock(speech, said, shift.starts_at, zones)


def school_hours(speech: Speech, shift: Shift, zones: Zones) -> str:
    """Return the hours of a turn by the school's clock, by which the schedule is changed."""
    said = hours_in(speech, shift, zones.school)
    if not zones.differ_at(shift.starts_at):
        return said
    return speech.label("zone-school-time", time=said)


def hours_in(speech: Speech, shift: Shift, zone: ZoneInfo) -> str:
    """Return the hours of a turn as the clocks of a zone show them."""
    begins, ends = shift.starts_at.astimezone(zone), shift.ends_at.astimezone(zone)
    return between(speech, begins.time(), ends.time())


def shift_day(speech: Speech, shift: Shift, zones: Zones) -> str:
    """Return «пн, 23 ноября», as the reader's calendar has it."""
    return weekday_and_day(shift.starts_at.astimezone(zones.here).date(), speech.language)


def hour(speech: Speech, at: datetime, zones: Zones) -> str:
    """Return «14:00» by the reader's clock; said so where the school's shows another time."""
    return by_own_clock(speech, clock_time(at.astimezone(zones.here).time()), at, zones)


def by_own_clock(speech: Speech, said: str, at: datetime, zones: Zones) -> str:
    """Return a time that is told by the reader's clock, and whose it is where that counts."""
    return speech.label("zone-own-time", time=said) if zones.differ_at(at) else said


def person(speech: Speech, names: Mapping[PersonId, Name], who: PersonId) -> str:
    """Return a person by name; somebody whom the school's records lost is a consultant."""
    found = names.get(who)
    return full_name(speech, found) if found else speech.label("duty-somebody")


def names_of(view: Planned) -> Mapping[PersonId, Name]:
    """Return the names of a schedule's people."""
    return {one.person: one.name for one in view.people.values()}


def finding(speech: Speech, view: Planned, found: Finding, *, draft: Window | None) -> Html:
    """Return what the linter found: of a window that cannot be saved as it is, that it cannot."""
    said = speech.label(_FLAWS[found.flaw], where=_where(speech, view, found, draft))
    stops = draft is not None and found.is_refused
    return speech.say("duty-flaw-refused" if stops else "duty-flaw-warned", said=said)


def _where(speech: Speech, view: Planned, found: Finding, draft: Window | None) -> str:
    if found.topic is not None:
        return topic_name(speech, found.topic)
    windows = {one.id: one for one in view.schedule.windows}
    if draft is not None:
        windows[draft.id] = draft
    named = [windows[one] for one in _windows(found) if one in windows]
    if found.day is not None:
        return "; ".join(_on_a_day(speech, view, one, found.day) for one in named)
    return "; ".join(_at(speech, view, one) for one in named)


def _windows(found: Finding) -> list[DutyId]:
    return [one for one in (found.window, found.other) if one is not None]


def _at(speech: Speech, view: Planned, one: Window) -> str:
    return speech.label(
        "duty-at",
        weekday=weekday(speech, one.weekday),
        hours=hours(speech, one.hours),
        name=person(speech, names_of(view), one.consultant),
    )


def _on_a_day(speech: Speech, view: Planned, one: Window, day: date) -> str:
    """Return who has a window on a day, which may be a stand-in, and at which hours."""
    shift, zone = view.schedule.shift(ShiftKey(one.id, day)), view.schedule.zone
    who = shift.consultant if shift else one.consultant
    return speech.label(
        "duty-at-day",
        day=weekday_and_day(day, speech.language),
        hours=hours_in(speech, shift, zone) if shift else hours(speech, one.hours),
        name=person(speech, names_of(view), who),
    )

"""What a person chose to hear, and when (F9). Asked when a notice is claimed, not when written.

What the school owes a family at once is never put off and never off: of `OWED` only the way is
a choice, and what has no topic at all comes as the school sends it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Final, Self, assert_never

from core.access.zones import OwnZone, Zones
from core.notices.digests import digest_of, next_shown
from core.notices.ledger import CORRECTABLE, Draft, Lane, NoticeKind
from core.notices.timing import Opening, SchoolDelivery, is_quiet
from core.regulation.forms import QuietHours


class Topic(StrEnum):
    """What a person can choose for: kinds of notices, as a family understands them."""

    MARKS = "marks"
    ABSENCES = "absences"
    HOMEWORK = "homework"
    TIMETABLE = "timetable"
    CONTROL_WORKS = "control_works"
    RECOMMENDATIONS = "recommendations"
    REMARKS = "remarks"
    EVENTS = "events"
    REVIEW = "review"
    PERSONAL_DATA = "personal_data"
    FORECASTS = "forecasts"
    FINALS = "finals"


OWED: Final = frozenset({Topic.FORECASTS, Topic.FINALS})
"""What the school owes in time, some of it to be acknowledged (A1.3, A1.4): always at once."""

TOPICS: Final[Mapping[NoticeKind, Topic]] = {
    NoticeKind.MARK: Topic.MARKS,
    NoticeKind.ABSENCE: Topic.ABSENCES,
    NoticeKind.HOMEWORK: Topic.HOMEWORK,
    NoticeKind.REPLACEMENT: Topic.TIMETABLE,
    NoticeKind.MOVE: Topic.TIMETABLE,
    NoticeKind.CONTROL_WORK: Topic.CONTROL_WORKS,
    NoticeKind.CONTROL_LESSON: Topic.CONTROL_WORKS,
    NoticeKind.RECOMMENDATION: Topic.RECOMMENDATIONS,
    NoticeKind.REMARK: Topic.REMARKS,
    NoticeKind.EVENT: Topic.EVENTS,
    NoticeKind.REVIEW_NUDGE: Topic.REVIEW,
    NoticeKind.DATA_CHECK: Topic.PERSONAL_DATA,
    NoticeKind.FORECAST: Topic.FORECASTS,
    NoticeKind.WARNING: Topic.FORECASTS,
    NoticeKind.TRUANCY: Topic.FORECASTS,
    NoticeKind.PERIOD_MARK: Topic.FINALS,
}
"""The topic of each kind of which a person may choose anything. Any other is told at once.

An absence of today is an alert, whatever its topic.
"""


class Timing(StrEnum):
    """When news of a topic is told; the hours of the digests are the school's."""

    AT_ONCE = "now"
    EVENING = "evening"
    WEEKLY = "weekly"
    OFF = "off"


def timings_for(topic: Topic) -> tuple[Timing, ...]:
    """Return the times to choose from: a reminder that comes late reminds of nothing."""
    if topic in OWED:
        return (Timing.AT_ONCE,)
    return (Timing.AT_ONCE, Timing.OFF) if topic is Topic.REVIEW else tuple(Timing)


class Via(StrEnum):
    """By which way news of a topic comes to who has a chat and a mailbox."""

    CHAT = "chat"
    MAIL = "mail"
    BOTH = "both"


class Nights(StrEnum):
    """Whose quiet hours hold a person's news back: the school's, the own ones, or none."""

    SCHOOL = "school"
    OWN = "own"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Preferences:
    """One person's choices; a topic that is not named is told at once.

    `neutral`: messages say that there is news and no more, for where others may read along.
    `ways`: topics that come by letter or both ways; the others come to the chat. No choice leaves
    a topic without a way: who has only one of both gets everything there. `zone`: where the person
    lives, if not where the school stands; own quiet hours go by its clock, the school's do not.
    """

    timings: Mapping[Topic, Timing] = field(default_factory=dict)
    nights: Nights = Nights.SCHOOL
    own_hours: QuietHours = field(default_factory=QuietHours)
    neutral: bool = False
    ways: Mapping[Topic, Via] = field(default_factory=dict)
    zone: OwnZone | None = None

    def timing_of(self, topic: Topic) -> Timing:
        """Return when news of a topic is told; of what is owed no other time counts."""
        chosen = self.timings.get(topic, Timing.AT_ONCE)
        return chosen if chosen in timings_for(topic) else Timing.AT_ONCE

    def timed(self, topic: Topic, timing: Timing) -> Self:
        """Return the choices with another one for a topic; one that it does not have is none."""
        if timing not in timings_for(topic):
            return self
        chosen = {**self.timings, topic: timing}
        kept = {one: when for one, when in chosen.items() if when is not Timing.AT_ONCE}
        return replace(self, timings=kept)

    def via(self, topic: Topic | None) -> Via:
        """Return by which way news of a topic comes; what has no topic comes to the chat."""
        return self.ways.get(topic, Via.CHAT) if topic else Via.CHAT

    def told_via(self, via: Via, *topics: Topic) -> Self:
        """Return the choices with topics told another way; without topics, with all of them."""
        chosen = {**self.ways, **dict.fromkeys(topics or Topic, via)}
        kept = {one: way for one, way in chosen.items() if way is not Via.CHAT}
        return replace(self, ways=kept)

    def with_nights(self, nights: Nights, own_hours: QuietHours | None = None) -> Self:
        """Return the choices with other quiet hours; own ones are kept for another time."""
        return replace(self, nights=nights, own_hours=own_hours or self.own_hours)

    def worded(self, *, neutral: bool) -> Self:
        """Return the choices with messages that tell all, or only that there is news."""
        return replace(self, neutral=neutral)

    def living_in(self, zone: OwnZone | None) -> Self:
        """Return the choices with times told by another clock; None for the school's."""
        return replace(self, zone=zone)

    @property
    def as_before(self) -> Self:
        """Return the choices of who chose nothing; where the person lives is a fact and stays."""
        return type(self)(zone=self.zone)


CHOSE_NOTHING: Final = Preferences()


@dataclass(frozen=True, slots=True)
class Goes:
    """The notice may go now."""


@dataclass(frozen=True, slots=True)
class Waits:
    """The school's rules hold the notice: its window is open, or it is night."""


@dataclass(frozen=True, slots=True)
class Rests:
    """The person's choice holds the notice until an instant, at which it is asked again."""

    until: datetime


@dataclass(frozen=True, slots=True)
class SwitchedOff:
    """The person wants no such news: the notice ends, and says why."""


Verdict = Goes | Waits | Rests | SwitchedOff
_GOES, _WAITS, _SWITCHED_OFF = Goes(), Waits(), SwitchedOff()


def verdict(draft: Draft, chosen: Preferences, opening: Opening, now: datetime) -> Verdict:
    """Return whether a notice may go now under the school's rules and its recipient's choice."""
    if draft.kind in CORRECTABLE and draft.happened_at > opening.marks_until:
        return _WAITS
    if draft.lane <= Lane.ALERT:
        return _GOES
    return _by_night(chosen, opening, now) or _by_topic(draft, chosen, opening, now)


def _by_night(chosen: Preferences, opening: Opening, now: datetime) -> Verdict | None:
    match chosen.nights:
        case Nights.SCHOOL:
            return _WAITS if opening.is_night else None
        case Nights.NONE:
            return None
        case Nights.OWN:
            zone = Zones.of(opening.zone, chosen.zone).here
            if not is_quiet(chosen.own_hours, now.astimezone(zone)):
                return None
            return Rests(next_shown(chosen.own_hours.end, zone, after=now))
        case _:
            assert_never(chosen.nights)


def awake_from(chosen: Preferences, school: SchoolDelivery, now: datetime) -> datetime:
    """Return from when news reaches a person: now, or when the quiet hours end that hold it."""
    quiet, zone = school.rules.quiet_hours, school.zone
    match chosen.nights:
        case Nights.SCHOOL:
            pass
        case Nights.NONE:
            return now
        case Nights.OWN:
            quiet, zone = chosen.own_hours, Zones.of(zone, chosen.zone).here
        case _:
            assert_never(chosen.nights)
    if quiet is None or not is_quiet(quiet, now.astimezone(zone)):
        return now
    return next_shown(quiet.end, zone, after=now)


def _by_topic(draft: Draft, chosen: Preferences, opening: Opening, now: datetime) -> Verdict:
    topic = TOPICS.get(draft.kind)
    timing = chosen.timing_of(topic) if topic else Timing.AT_ONCE
    match timing:
        case Timing.AT_ONCE:
            return _GOES
        case Timing.OFF:
            return _SWITCHED_OFF
        case Timing.EVENING | Timing.WEEKLY:
            due = digest_of(draft, opening, now, weekly=timing is Timing.WEEKLY)
            return _GOES if due <= now else Rests(due)
        case _:
            assert_never(timing)

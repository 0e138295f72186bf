"""A window of duty while it is made, and a turn whose hours are asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any, Final, Self

from bot.callbacks.duty import Part
from bot.handlers.helpdesk.typed import days_typed, hours_typed, room_typed
from bot.screens.helpdesk.composing import ALL_TOPICS, hours_of
from bot.texts.keys import Key
from core.helpdesk.duty.editing import NEW_WINDOW
from core.helpdesk.duty.ports import KeptWindow
from core.helpdesk.duty.shift import ShiftKey
from core.helpdesk.duty.window import Hours, Window
from core.helpdesk.topics import ANY, Covers, Topic, covers, words
from core.ids import DutyId, PersonId, SchoolId

_TOPICS: Final = tuple(Topic)
_SUNDAY: Final = 7
_NOBODY: Final = PersonId(0)
WRONG: Final[Mapping[Part, Key]] = {
    Part.HOURS: "duty-hours-wrong",
    Part.ROOM: "duty-room-wrong",
    Part.TERM: "duty-term-wrong",
}
"""What is said where the words for a part do not do."""


@dataclass(frozen=True, slots=True)
class WindowDraft:
    """A window before it is saved.

    `stamp` tells it from an earlier one, `since` is when it was changed last, `asked` the part for
    which words are awaited.
    """

    stamp: int
    school: SchoolId
    window: Window
    since: datetime
    asked: Part = Part.ALL

    @classmethod
    def begun(cls, school: SchoolId, now: datetime) -> Self:
        """Return a new window: on Mondays after lessons, for any question, of nobody yet."""
        window = Window(NEW_WINDOW, _NOBODY, ANY, 1, Hours(time(14), time(15)))
        return cls(int(now.timestamp()), school, window, now)

    @classmethod
    def changing(cls, kept: KeptWindow, now: datetime) -> Self:
        """Return a window as it is kept, to be changed."""
        window = replace(kept.window, unknown=())
        return cls(int(now.timestamp()), kept.school, window, kept.changed_at)

    def asking(self, part: Part) -> Self:
        """Return the draft as one that waits for words for a part."""
        return replace(self, asked=part)

    def set(self, part: Part, value: int) -> Self:
        """Return the draft with a part set to what a button says."""
        change = _CHANGES.get(part)
        return replace(self, window=change(self.window, value)) if change else self

    def typed(self, text: str) -> Self | None:
        """Return the draft with the part that was asked for, or None where the words do not do."""
        window = _typed(self.window, self.asked, text)
        return None if window is None else replace(self, window=window, asked=Part.ALL)

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        starts, ends = map(time.fromisoformat, data["hours"])
        begins, last = (date.fromisoformat(one) if one else None for one in data["days"])
        window = Window(
            DutyId(data["number"]),
            PersonId(data["who"]),
            covers(data["topics"]),
            data["weekday"],
            Hours(starts, ends),
            data["room"],
            begins,
            last,
        )
        since = datetime.fromisoformat(data["since"])
        return cls(data["stamp"], SchoolId(data["school"]), window, since, Part(data["asked"]))

    def data(self) -> Mapping[str, Any]:
        """Return the draft as it is kept."""
        window = self.window
        return {
            "stamp": self.stamp,
            "school": self.school,
            "number": window.id,
            "who": window.consultant,
            "topics": words(window.covers),
            "weekday": window.weekday,
            "hours": (window.hours.starts.isoformat(), window.hours.ends.isoformat()),
            "room": window.room,
            "days": [day.isoformat() if day else "" for day in (window.begins, window.ends)],
            "since": self.since.isoformat(),
            "asked": self.asked.value,
        }


def _on_day(window: Window, value: int) -> Window:
    return replace(window, weekday=value) if 1 <= value <= _SUNDAY else window


def _toggled(of: Covers, value: int) -> Covers:
    if value == ALL_TOPICS:
        return of - ANY if of >= ANY else of | ANY
    return of ^ {_TOPICS[value]} if value < ALL_TOPICS else of


_CHANGES: Final[Mapping[Part, Callable[[Window, int], Window]]] = {
    Part.WHO: lambda window, value: replace(window, consultant=PersonId(value)),
    Part.DAY: _on_day,
    Part.HOURS: lambda window, value: replace(window, hours=hours_of(value) or window.hours),
    Part.TOPICS: lambda window, value: replace(window, covers=_toggled(window.covers, value)),
    Part.ROOM: lambda window, _: replace(window, room=""),
    Part.TERM: lambda window, _: replace(window, begins=None, ends=None),
}
"""What a tap does to each part; what says nothing sets nothing."""


def _typed(window: Window, part: Part, text: str) -> Window | None:
    match part:
        case Part.HOURS:
            hours = hours_typed(text)
            return None if hours is None else replace(window, hours=hours)
        case Part.ROOM:
            room = room_typed(text)
            return None if room is None else replace(window, room=room)
        case Part.TERM:
            days = days_typed(text)
            return None if days is None else _between(window, *days)
        case _:
            return None


def _between(window: Window, begins: date | None, ends: date | None) -> Window:
    """Return the window between two days; one for a single day is on the weekday of that."""
    day = begins.isoweekday() if begins and begins == ends else window.weekday
    return replace(window, begins=begins, ends=ends, weekday=day)


@dataclass(frozen=True, slots=True)
class TurnDraft:
    """The turn for which hours are awaited."""

    key: ShiftKey

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        return cls(ShiftKey.of(data["turn"]))

    def data(self) -> Mapping[str, Any]:
        """Return the draft as it is kept."""
        return {"turn": self.key.written}

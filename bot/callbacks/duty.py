"""Buttons of the duty schedule: who is on duty, its windows, and single turns of them."""

from datetime import date, time
from enum import StrEnum
from typing import Annotated, Final

from aiogram.filters.callback_data import CallbackData
from pydantic import BaseModel, Field

from bot.callbacks.fields import LARGEST_ID, NOBODY, Minute, Page, RealDay, School, Stamp
from core.helpdesk.duty.shift import ShiftKey
from core.helpdesk.duty.window import Hours
from core.ids import DutyId, PersonId, StandInId

Window = Annotated[DutyId, Field(ge=1, le=LARGEST_ID)]
Consultant = Annotated[PersonId, Field(ge=1, le=LARGEST_ID)]
_MayBeSchool = Annotated[int, Field(ge=0, le=LARGEST_ID)]


class Part(StrEnum):
    """A part of a window that is asked for or set."""

    WHO = "w"
    DAY = "d"
    HOURS = "h"
    TOPICS = "t"
    ROOM = "r"
    TERM = "y"
    ALL = "a"
    """All of it: the window as it would be saved."""


_AN_HOUR: Final = 60


class DayDeed(StrEnum):
    """What becomes of one turn."""

    OFF = "o"
    AS_EVER = "e"


class OpenOnDuty(CallbackData, prefix="duty1"):
    """Show who is on duty now and next."""

    school: _MayBeSchool = NOBODY
    anew: bool = False


class OpenDutySchedule(CallbackData, prefix="dutys2"):
    """Show the administration the windows of the schedule, or `anew` beneath a file."""

    school: School
    page: Page = 0
    anew: bool = False


class OpenDutyFlaws(CallbackData, prefix="dutyf1"):
    """Show what is wrong with the schedule."""

    school: School
    page: Page = 0


class FillDuty(CallbackData, prefix="dutyp1"):
    """Begin with the schedule that a document sets."""

    school: School
    document: Annotated[str, Field(pattern="^[a-z]$", max_length=1)]


class OpenDutyWindow(CallbackData, prefix="dutyw1"):
    """Show one window."""

    window: Window


class BeginDutyWindow(CallbackData, prefix="dutyn1"):
    """Begin a new window."""

    school: School


class ChangeDutyWindow(CallbackData, prefix="dutyc1"):
    """Begin to change a window."""

    window: Window


class AskDutyPart(CallbackData, prefix="dutya2"):
    """Ask for a part of the window that is being made."""

    stamp: Stamp
    part: Part
    page: Page = 0


class SetDutyPart(CallbackData, prefix="dutye2"):
    """Set a part of the window that is being made."""

    stamp: Stamp
    part: Part
    value: Annotated[int, Field(ge=0, le=LARGEST_ID)]


class SaveDutyWindow(CallbackData, prefix="dutyv2"):
    """Save the window; `confirms` is what of the linter's warnings was read."""

    stamp: Stamp
    confirms: Stamp = 0


class EndDutyWindow(CallbackData, prefix="dutyx1"):
    """Ask whether a window is to end; where `sure`, end it."""

    window: Window
    sure: bool = False


class OpenDutyTurns(CallbackData, prefix="dutyt1"):
    """Show the next days of a window."""

    window: Window
    page: Page = 0


class _OfTurn(BaseModel):
    """What every button of one window on one day says."""

    window: Window
    day: RealDay

    @property
    def key(self) -> ShiftKey:
        """Return which turn it is."""
        return ShiftKey(self.window, date.fromordinal(self.day))


class OpenDutyTurn(_OfTurn, CallbackData, prefix="dutyd1"):
    """Show one window on one day."""


class ChangeDutyTurn(_OfTurn, CallbackData, prefix="dutyo2"):
    """Let a turn not take place, or as every week; `sure` where warnings were read."""

    deed: DayDeed
    sure: bool = False


class AskTurnHours(_OfTurn, CallbackData, prefix="dutyh1"):
    """Ask for the hours of a turn."""


class SetTurnHours(_OfTurn, CallbackData, prefix="dutyho1"):
    """Let a turn be at the hours that were written; `sure` where warnings were read."""

    starts: Minute
    ends: Minute
    sure: bool = False

    @classmethod
    def of(cls, key: ShiftKey, hours: Hours) -> "SetTurnHours":
        """Return what sets these hours."""
        starts, ends = (one.hour * _AN_HOUR + one.minute for one in (hours.starts, hours.ends))
        return cls(window=key.window, day=key.day.toordinal(), starts=starts, ends=ends)

    @property
    def hours(self) -> Hours:
        """Return the hours."""
        return Hours(time(*divmod(self.starts, _AN_HOUR)), time(*divmod(self.ends, _AN_HOUR)))


class ChooseStandIn(_OfTurn, CallbackData, prefix="dutyi1"):
    """Ask who stands in."""

    page: Page = 0


class GiveDutyTurn(_OfTurn, CallbackData, prefix="dutyg2"):
    """Give a turn to somebody, or ask that person to take it; `sure` where warnings were read."""

    to: Consultant
    sure: bool = False


class ChooseSwap(_OfTurn, CallbackData, prefix="dutyq1"):
    """Ask with which turn to swap."""

    page: Page = 0


class SwapDutyTurns(_OfTurn, CallbackData, prefix="dutyu2"):
    """Swap two turns; `sure` where warnings were read."""

    other: Window
    on: RealDay
    sure: bool = False

    @property
    def other_key(self) -> ShiftKey:
        """Return the turn that is had in exchange."""
        return ShiftKey(self.other, date.fromordinal(self.on))


class AnswerStandIn(CallbackData, prefix="dutyr1"):
    """Say yes or no to standing in."""

    number: Annotated[StandInId, Field(ge=1, le=LARGEST_ID)]
    agrees: bool


class TakeBackStandIn(CallbackData, prefix="dutyb1"):
    """Take a request to stand in back, or a stand-in."""

    number: Annotated[StandInId, Field(ge=1, le=LARGEST_ID)]


class OpenOwnDuty(CallbackData, prefix="dutym1"):
    """Show a consultant the own duty."""

    page: Page = 0
    anew: bool = False


class SendScheduleCalendar(CallbackData, prefix="dutysc1"):
    """Send the whole schedule of a school as a file for calendars."""

    school: School


class SendDutyCalendar(CallbackData, prefix="dutyk1"):
    """Send the own duty as a file for calendars."""

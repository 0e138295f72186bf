"""The duty schedule: read by everybody, made by the administration, done by consultants."""

from functools import cached_property

from bot.composition.desk import Desk
from core.helpdesk.duty.calendars import ReadSchoolDuty
from core.helpdesk.duty.editing import CheckWindow, EndWindow, FillSchedule, OpenWindow, SaveWindow
from core.helpdesk.duty.reading import ReadOnDuty, ReadOwnDuty, ReadSchedule
from core.helpdesk.duty.turns import (
    AnswerStandIn,
    ChangeDay,
    GiveTurn,
    OpenTurn,
    TakeBackStandIn,
)
from storage.helpdesk.duty_profiles import profile_windows


class DutyDesk(Desk):
    """Use cases of the duty schedule."""

    @cached_property
    def read_on_duty(self) -> ReadOnDuty:
        """Reads who is on duty."""
        return ReadOnDuty(self.tx.duty, self.clock)

    @cached_property
    def read_own_duty(self) -> ReadOwnDuty:
        """Reads a consultant's own duty."""
        return ReadOwnDuty(self.tx.duty, self.tx.stand_ins, self.clock)

    @cached_property
    def read_duty_schedule(self) -> ReadSchedule:
        """Reads the whole schedule."""
        return ReadSchedule(self.tx.duty, self.tx.lost_access, self.tx.regulations, self.clock)

    @cached_property
    def read_school_duty(self) -> ReadSchoolDuty:
        """Takes the whole schedule out into a calendar."""
        return ReadSchoolDuty(self.read_duty_schedule)

    @cached_property
    def open_duty_window(self) -> OpenWindow:
        """Opens a window."""
        return OpenWindow(self.tx.duty_windows, self.read_duty_schedule)

    @cached_property
    def save_duty_window(self) -> SaveWindow:
        """Saves a window."""
        return SaveWindow(self.tx.duty_windows, CheckWindow(self.read_duty_schedule), self.clock)

    @cached_property
    def end_duty_window(self) -> EndWindow:
        """Ends a window."""
        return EndWindow(self.tx.duty_windows, self.open_duty_window, self.clock)

    @cached_property
    def fill_duty_schedule(self) -> FillSchedule:
        """Begins with the schedule of a document."""
        return FillSchedule(
            self.tx.duty_windows, self.read_duty_schedule, profile_windows, self.clock
        )

    @cached_property
    def open_duty_turn(self) -> OpenTurn:
        """Opens one window on one day."""
        return OpenTurn(self.tx.duty_windows, self.tx.stand_ins, self.read_duty_schedule)

    @cached_property
    def change_duty_day(self) -> ChangeDay:
        """Lets one day of a window differ."""
        return ChangeDay(self.tx.duty_windows, self.open_duty_turn, self.clock)

    @cached_property
    def give_duty_turn(self) -> GiveTurn:
        """Gives a turn to somebody, or asks."""
        return GiveTurn(self.tx.stand_ins, self.open_duty_turn, self.facts, self.clock)

    @cached_property
    def answer_stand_in(self) -> AnswerStandIn:
        """Answers who asks to stand in."""
        return AnswerStandIn(
            self.tx.stand_ins,
            self.read_duty_schedule,
            self.tx.duty_calls,
            self.tx.regulations,
            self.facts,
            self.clock,
        )

    @cached_property
    def take_back_stand_in(self) -> TakeBackStandIn:
        """Takes a stand-in back."""
        return TakeBackStandIn(self.tx.stand_ins, self.open_duty_turn, self.facts, self.clock)

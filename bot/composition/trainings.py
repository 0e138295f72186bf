"""Trainings: planned, moved, called off, replied to, and who came."""

from functools import cached_property

from bot.composition.desk import Desk
from core.helpdesk.training.attending import ReplyToInvitation, TickAttendance
from core.helpdesk.training.gate import OpenInvitation, OpenTraining
from core.helpdesk.training.planning import (
    CallOffTraining,
    FindGuests,
    MoveTraining,
    PlanTraining,
    PreviewTraining,
)
from core.helpdesk.training.reading import ReadTrainings


class TrainingDesk(Desk):
    """Use cases of who plans a training, and of who is invited to one."""

    @cached_property
    def read_trainings(self) -> ReadTrainings:
        """Reads a person's trainings."""
        return ReadTrainings(self.tx.trainings, self.clock)

    @cached_property
    def preview_training(self) -> PreviewTraining:
        """Reads what a plan would do."""
        find = FindGuests(self.tx.trainings, self.tx.circles, self.tx.directory, self.clock)
        return PreviewTraining(find)

    @cached_property
    def plan_training(self) -> PlanTraining:
        """Plans a training, and invites."""
        return PlanTraining(self.preview_training, self.facts, self.clock)

    @cached_property
    def open_training(self) -> OpenTraining:
        """Opens a training to who holds it."""
        return OpenTraining(self.tx.trainings)

    @cached_property
    def move_training(self) -> MoveTraining:
        """Sets another time."""
        return MoveTraining(self.open_training, self.facts, self.clock)

    @cached_property
    def call_off_training(self) -> CallOffTraining:
        """Calls a training off."""
        return CallOffTraining(self.open_training, self.facts, self.clock)

    @cached_property
    def tick_attendance(self) -> TickAttendance:
        """Ticks off who came."""
        return TickAttendance(self.open_training, self.clock)

    @cached_property
    def open_invitation(self) -> OpenInvitation:
        """Opens a training to who is invited."""
        return OpenInvitation(self.tx.trainings)

    @cached_property
    def reply_to_invitation(self) -> ReplyToInvitation:
        """Takes a reply."""
        return ReplyToInvitation(self.open_invitation, self.clock)

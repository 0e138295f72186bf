"""The log of consultations in the chat: read, and put right by a further row."""

from functools import cached_property

from bot.composition.desk import Desk
from core.helpdesk.log.correcting import CorrectLog, ReadLog


class LogDesk(Desk):
    """Use cases of who reads the log of consultations."""

    @cached_property
    def read_log(self) -> ReadLog:
        """Reads the log, or the own rows of it."""
        return ReadLog(self.tx.consultations)

    @cached_property
    def correct_log(self) -> CorrectLog:
        """Puts a row right."""
        return CorrectLog(self.read_log, self.clock)

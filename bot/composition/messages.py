"""Threads: written, read, kept, handed over; when teachers answer."""

from functools import cached_property

from bot.composition.desk import Desk
from core.messages.broadcasts.gate import MayAddress
from core.messages.threads.finding import (
    CountWaiting,
    FindOffice,
    ReadBehind,
    ReadContacts,
    ReadDoors,
    ReadStaff,
    ReadThreads,
)
from core.messages.threads.gate import MayWrite, OpenThread
from core.messages.threads.keeping import HandOver, ReadSuccessors, SettleThread
from core.messages.threads.own_hours import ReadHours, SetHours
from core.messages.threads.writing import EditMessage, SitDown, TellHours, WriteMessage
from core.notices.messages.reading import FindReplied, ReadMessage, ReadThread


class MessageDesk(Desk):
    """Use cases of two persons who write to each other."""

    @cached_property
    def _open_thread(self) -> OpenThread:
        return OpenThread(self.tx.threads)

    @cached_property
    def _may_write(self) -> MayWrite:
        return MayWrite(self.surroundings)

    @cached_property
    def sit_down(self) -> SitDown:
        """Opens a desk to who may write there."""
        tell_hours = TellHours(self.tx.answer_hours, self.tx.regulations, self.clock)
        return SitDown(self._open_thread, self._may_write, tell_hours)

    @cached_property
    def write_message(self) -> WriteMessage:
        """Sends a message."""
        return WriteMessage(
            self.sit_down, self.tx.originals, self.tx.regulations, self.facts, self.clock
        )

    @cached_property
    def edit_message(self) -> EditMessage:
        """Says a message in other words."""
        return EditMessage(
            self.tx.originals, self._open_thread, self._may_write, self.facts, self.clock
        )

    @cached_property
    def read_threads(self) -> ReadThreads:
        """Reads a person's threads."""
        return ReadThreads(self.tx.threads)

    @cached_property
    def count_waiting(self) -> CountWaiting:
        """Counts the threads that wait for a person's answer."""
        return CountWaiting(self.tx.threads)

    @cached_property
    def read_thread(self) -> ReadThread:
        """Reads a thread with how far own words came."""
        return ReadThread(self._open_thread, self.tx.outbox)

    @cached_property
    def read_message(self) -> ReadMessage:
        """Reads a message in full, with its versions."""
        return ReadMessage(self._open_thread)

    @cached_property
    def find_replied(self) -> FindReplied:
        """Finds the thread of a message that was replied to."""
        return FindReplied(self._open_thread, self.tx.message_ledger)

    @cached_property
    def settle_thread(self) -> SettleThread:
        """Lets a thread wait for no answer."""
        return SettleThread(self._open_thread)

    @cached_property
    def read_successors(self) -> ReadSuccessors:
        """Reads to whom a thread can be handed over."""
        return ReadSuccessors(self._open_thread, self._may_write, self.tx.audience)

    @cached_property
    def hand_thread(self) -> HandOver:
        """Hands a thread over."""
        return HandOver(self.read_successors, self.facts, self.clock)

    @cached_property
    def read_contacts(self) -> ReadContacts:
        """Reads whom a person may write to about a pupil."""
        find_office = FindOffice(self.tx.threads, self.tx.ties, self.tx.audience)
        return ReadContacts(self.surroundings, find_office)

    @cached_property
    def read_doors(self) -> ReadDoors:
        """Reads through which lists somebody finds whom to write to."""
        return ReadDoors(self.tx.circles, self.tx.directory)

    @cached_property
    def read_behind(self) -> ReadBehind:
        """Reads the pupils of a class or course."""
        return ReadBehind(MayAddress(self.tx.directory, self.tx.circles))

    @cached_property
    def read_staff(self) -> ReadStaff:
        """Reads the staff of a school."""
        return ReadStaff(self.tx.connections)

    @cached_property
    def read_hours(self) -> ReadHours:
        """Reads when a person answers."""
        return ReadHours(self.tx.answer_hours, self.tx.regulations)

    @cached_property
    def set_hours(self) -> SetHours:
        """Sets when a person answers."""
        return SetHours(self.read_hours, self.clock)

"""Who keeps a thread says that no answer is needed, or hands it over to somebody else."""

from dataclasses import dataclass

from core.access.people import Actor, Member
from core.clock import Clock
from core.errors import AccessRefused
from core.facts import Facts, Origin
from core.ids import MessageId, PersonId, ThreadId
from core.messages.heads import Heads
from core.messages.threads.facts import MessageWritten
from core.messages.threads.gate import MayWrite, OpenThread
from core.messages.threads.rules import Party, ThreadHandedAway
from core.messages.threads.thread import Thread


@dataclass(frozen=True, slots=True)
class SettleThread:
    """Lets a thread wait for no answer: what was asked is done, or was said by word of mouth.

    That is said of what was read: a later message waits for its answer.
    """

    open: OpenThread

    async def __call__(self, actor: Actor, last: MessageId) -> ThreadId:
        """Settle what was said up to a message, and return its thread; twice is once.

        Raise AccessRefused for who does not keep it.
        """
        _, thread, message = await self.open.with_message(actor, last)
        await kept_by(self.open, actor, thread.id)
        await self.open.threads.settle(thread.id, message)
        return thread.id


@dataclass(frozen=True, slots=True)
class Successors:
    """To whom a thread can be handed over, by those who keep it now."""

    thread: Thread
    persons: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class ReadSuccessors:
    """Finds who could keep a thread: other teachers of the pupil, and the administration.

    Nobody of the pupil's family: a thread is the other guardian's own (F13).
    """

    open: OpenThread
    may_write: MayWrite
    heads: Heads

    async def __call__(self, actor: Actor, number: ThreadId) -> Successors:
        """Return those who have come in; raise AccessRefused for who does not keep the thread."""
        _, thread = await kept_by(self.open, actor, number)
        around = self.may_write.surroundings
        circle = await around.of(thread.sides.about)
        taught = [one.person for one in circle.teachers] if circle else []
        heads = await self.heads.administration(thread.school)
        asked = list(dict.fromkeys([*taught, *heads]))
        found = await around.ties.parties(asked)
        others = (found[one] for one in asked if one in found and one not in thread.sides.persons)
        free = (one for one in others if circle is None or not circle.is_family(one.person))
        return Successors(thread, tuple(one for one in free if one.is_here))


@dataclass(frozen=True, slots=True)
class HandOver:
    """Lets somebody else keep a thread: who asked is told, and the new keeper sees all of it."""

    read: ReadSuccessors
    facts: Facts
    clock: Clock

    async def __call__(self, actor: Actor, number: ThreadId, to: PersonId) -> Party:
        """Hand it over and return to whom; raise ThreadHandedAway where that cannot be (now)."""
        found = await self.read(actor, number)
        successor = next((one for one in found.persons if one.person == to), None)
        if successor is None:
            raise ThreadHandedAway
        thread, now = found.thread, self.clock.now()
        keeper = thread.sides.keeper
        threads = self.read.open.threads
        entry = await threads.hand_over(thread, to, by=keeper, at=now)
        if entry is None:
            raise ThreadHandedAway
        hearers = (thread.sides.partner, to)
        origin = Origin(keeper)
        fact = MessageWritten(thread.school, now, origin, entry, thread.sides, hearers)
        await self.facts.record([fact])
        return successor


async def kept_by(
    open_thread: OpenThread, actor: Actor, number: ThreadId
) -> tuple[Member, Thread]:
    """Return a thread to who keeps it; raise AccessRefused for anybody else."""
    member, thread = await open_thread(actor, number)
    if member.person != thread.sides.keeper:
        raise AccessRefused
    return member, thread

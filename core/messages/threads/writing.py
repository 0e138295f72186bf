"""Somebody writes: a first word, an answer, or another wording of what was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from core.access.people import Actor, Child, Member, Name
from core.clock import Clock
from core.errors import AccessRefused, NotFound
from core.facts import Facts, Origin
from core.ids import MessageId, PersonId, PupilId, ThreadId
from core.messages.content import Content, RichText, SentFile
from core.messages.threads.facts import MessageEdited, MessageWritten
from core.messages.threads.gate import MayWrite, OpenThread
from core.messages.threads.hours import LOOK_AHEAD, answered_from
from core.messages.threads.ports import AnswerHours, Originals
from core.messages.threads.rules import (
    MOST_VERSIONS,
    EditedTooOften,
    Relation,
    ThreadHandedAway,
    TooManyMessages,
    checked,
    sides_of,
)
from core.messages.threads.thread import Sides, Thread
from core.regulation.ports import Regulations

_HOUR: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom somebody writes: in a thread, or to a person about a pupil as taught in a group."""

    thread: ThreadId | None = None
    person: PersonId | None = None
    about: PupilId | None = None
    group: int = 0


@dataclass(frozen=True, slots=True)
class Desk:
    """What somebody has who is about to write.

    `answered_from` is when an answer may come, where that is not at once; `thread` is None before
    the first word. `may_be_urgent`: quiet hours may be passed over.
    """

    member: Member
    sides: Sides
    other: Name
    child: Child | None
    thread: Thread | None = None
    answered_from: datetime | None = None
    may_be_urgent: bool = False

    @property
    def to_school(self) -> bool:
        """Say whether a family writes to the school."""
        return self.sides.of_family and self.member.person == self.sides.partner


@dataclass(frozen=True, slots=True)
class TellHours:
    """Says when a teacher may answer: by the own hours, or those of the school."""

    hours: AnswerHours
    regulations: Regulations
    clock: Clock

    async def __call__(self, keeper: PersonId, member: Member) -> datetime | None:
        """Return when an answer may come, or None where it may at once."""
        own = await self.hours.of(keeper)
        rules = await self.regulations.of(member.school)
        zone, now = ZoneInfo(member.zone), self.clock.now()
        today = now.astimezone(zone).date()
        days = await self.hours.days(member.school, today, today + LOOK_AHEAD)
        return answered_from(now, own or rules.messages.hours, days, zone)


@dataclass(frozen=True, slots=True)
class SitDown:
    """Opens a desk to who may write there; each word passes here again."""

    open: OpenThread
    may_write: MayWrite
    tell_hours: TellHours

    async def __call__(self, actor: Actor, to: Addressee) -> Desk:
        """Return the desk; raise AccessRefused, ThreadOver or PartnerNotHere."""
        if to.thread is not None:
            return await self._in_thread(actor, to.thread)
        if to.person is None:
            raise NotFound
        permit = await self.may_write.begin(actor, to.person, to.about)
        member, other = permit.member, permit.other
        teacher = member.person if permit.how is Relation.ADDRESSES else other.person
        topic = permit.circle.topic_of(teacher, to.group) if permit.circle else ""
        sides = sides_of(permit.how, member.person, other.person, to.about, topic)
        child = permit.circle.child if permit.circle else None
        thread = await self._between(sides)
        sides = thread.sides if thread else sides
        return await self._desk(Desk(member, sides, other.name, child, thread))

    async def _between(self, sides: Sides) -> Thread | None:
        """Return the thread of two persons; of colleagues also the one that the other began."""
        threads = self.open.threads
        found = await threads.between(sides)
        if found is None and not sides.of_family:
            return await threads.between(sides.turned)
        return found

    async def _in_thread(self, actor: Actor, number: ThreadId) -> Desk:
        member, thread = await self.open(actor, number)
        sides = thread.sides
        await self.may_write.go_on(sides, member.person)
        other = thread.name_of(sides.other(member.person))
        child = Child(sides.about, thread.child) if sides.about and thread.child else None
        return await self._desk(Desk(member, sides, other, child, thread))

    async def _desk(self, desk: Desk) -> Desk:
        at = await self.tell_hours(desk.sides.keeper, desk.member) if desk.to_school else None
        urgent = desk.member.is_administration and not desk.to_school
        return Desk(
            desk.member, desk.sides, desk.other, desk.child, desk.thread, at, may_be_urgent=urgent
        )


@dataclass(frozen=True, slots=True)
class Written:
    """What was sent, and from which desk."""

    desk: Desk
    thread: ThreadId
    message: MessageId


@dataclass(frozen=True, slots=True)
class WriteMessage:
    """Sends a message; who asks the school too often within an hour is told to wait."""

    sit_down: SitDown
    originals: Originals
    regulations: Regulations
    facts: Facts
    clock: Clock

    async def __call__(
        self,
        actor: Actor,
        to: Addressee,
        content: Content,
        *,
        originals: Sequence[str] = (),
        urgent: bool = False,
    ) -> Written:
        """Keep it in its thread, which begins with the first word; the other side hears.

        Raise ThreadHandedAway where it changes hands again and again.
        """
        said = checked(content)
        done = await self._said(actor, to, said, urgent=urgent)
        # It was handed over just now: whoever keeps it since is written to.
        done = done or await self._said(actor, to, said, urgent=urgent)
        if done is None:
            raise ThreadHandedAway
        school = done.desk.member.school
        await self.originals.note(actor.account.id, originals, done.message, school=school)
        return done

    async def _said(
        self, actor: Actor, to: Addressee, said: Content, *, urgent: bool
    ) -> Written | None:
        """Keep a message and let the other side hear; None where that is somebody else by now."""
        desk, now = await self.sit_down(actor, to), self.clock.now()
        me, school = desk.member.person, desk.member.school
        if desk.to_school:
            await self._must_not_flood(desk.member, now)
        threads = self.sit_down.open.threads
        thread = desk.thread or await threads.begin(school, desk.sides, by=me, at=now)
        urgent = urgent and desk.may_be_urgent
        number = await threads.say(
            thread, said, by=me, at=now, waits=me == thread.sides.partner, urgent=urgent
        )
        if number is None:
            return None
        to_whom = (thread.sides.other(me),)
        fact = MessageWritten(school, now, Origin(me), number, thread.sides, to_whom, urgent)
        await self.facts.record([fact])
        return Written(desk, thread.id, number)

    async def _must_not_flood(self, member: Member, now: datetime) -> None:
        most = (await self.regulations.of(member.school)).messages.most_an_hour
        written = await self.sit_down.open.threads.written_since(member.person, now - _HOUR)
        if len(written) >= most:
            raise TooManyMessages(written[-most] + _HOUR)


@dataclass(frozen=True, slots=True)
class Piece:
    """What a message of the messenger says now: words, or one file with its words."""

    text: RichText
    file: SentFile | None = None


@dataclass(frozen=True, slots=True)
class EditMessage:
    """Who wrote changes the words: a new version; the old one stays, the other side hears."""

    originals: Originals
    open: OpenThread
    may_write: MayWrite
    facts: Facts
    clock: Clock

    async def __call__(self, actor: Actor, original: str, piece: Piece) -> Thread | None:
        """Keep the new wording; None where nothing that was said in a thread was edited."""
        known = await self.originals.find(actor.account.id, original)
        if known is None:
            return None
        number, part = known
        member, thread, message = await self.open.with_message(actor, number)
        if message.by != member.person:
            raise AccessRefused
        said = checked(edited(message.content, part, piece))
        if said == message.content:
            return thread
        await self.may_write.go_on(thread.sides, member.person)
        if message.version >= MOST_VERSIONS:
            raise EditedTooOften
        now = self.clock.now()
        if await self.open.threads.revise(number, said, after=message.version, at=now):
            to = (thread.sides.other(member.person),)
            origin = Origin(member.person)
            fact = MessageEdited(
                message.school, now, origin, number, thread.sides, to, message.urgent
            )
            await self.facts.record([fact])
        return thread


def edited(before: Content, part: int, piece: Piece) -> Content:
    """Return what is said after one message of it was edited: 0 are the words, then the files."""
    if part == 0 or piece.file is None:
        return Content(piece.text, before.files)
    files = list(before.files)
    files[part - 1 : part] = [piece.file]
    return Content(before.text, tuple(files))

"""Somebody asks for help, says more, in other words, or that it cannot wait (H1)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from core.access.gate import ClassLists, closed_to, must_see_pupil
from core.access.people import Actor, Member, Role
from core.access.secrets import struck_out
from core.errors import AccessRefused
from core.facts import Origin
from core.helpdesk.facts import Arrival, TicketArrived
from core.helpdesk.tickets.books import Books
from core.helpdesk.tickets.promise import Promise, promise
from core.helpdesk.tickets.routing import HelpDesk, route
from core.helpdesk.tickets.rules import (
    LONGEST_REASON,
    MOST_AN_HOUR,
    MOST_GATHERED,
    ReasonNeeded,
    TooManyGathered,
    TooManyTickets,
)
from core.helpdesk.tickets.secrets import without_secrets
from core.helpdesk.tickets.suggesting import sounds_lost, words_said
from core.helpdesk.tickets.telling import Telling
from core.helpdesk.tickets.ticket import Asking, EntryKind, Standing, Ticket
from core.helpdesk.topics import Topic
from core.helpdesk.values import Matter
from core.ids import CourseId, PersonId, PupilId, SchoolId, TicketEntryId
from core.messages.content import Content
from core.messages.threads.rules import MessageEmpty, checked

_HOUR: Final = timedelta(hours=1)
_STAFF_FIRST: Final = (
    Role.ADMINISTRATOR,
    Role.HEAD,
    Role.DEPUTY_HEAD,
    Role.CONSULTANT,
    Role.TEACHER,
    Role.SECRETARY,
    Role.GUARDIAN,
    Role.PUPIL,
)


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody is about to ask; `urgent` is why it cannot wait, if it cannot.

    `as_chosen`: the asker says that it is of the topic, though it sounds like lost access.
    """

    school: SchoolId
    topic: Topic
    matter: Matter = Matter.QUESTION
    about: PupilId | None = None
    course: CourseId | None = None
    urgent: str = ""
    as_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Gathered:
    """One message, or one album, of those that are gathered into one request.

    `originals` are what the messenger calls the words (first, or empty) and each of the files.
    """

    content: Content
    originals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A ticket as the asker sees it: when an answer comes; `struck` where a secret was left out.

    The handler then takes the words with the secret out of the chat as well.
    """

    ticket: Ticket
    promise: Promise
    struck: bool = False


@dataclass(frozen=True, slots=True)
class PromiseAnswer:
    """Says of a ticket under way when an answer comes, and how many come before."""

    books: Books

    async def __call__(self, ticket: Ticket, desk: HelpDesk) -> Promise:
        """Return it, as of now."""
        owner = ticket.standing.owner
        ahead = await self.books.tickets.ahead_of(owner, ticket.school, ticket.id)
        return promise(ticket, desk, self.books.now(), place=ahead + 1)


@dataclass(frozen=True, slots=True)
class AskHelp:
    """Takes a ticket: it has an owner at once, and the asker knows when an answer comes."""

    books: Books
    lists: ClassLists

    async def __call__(
        self, actor: Actor, question: Question, content: Content, originals: Sequence[str] = ()
    ) -> Asked:
        """Keep what was asked in one message; raise as `gathered` does."""
        return await self.gathered(actor, question, [Gathered(content, tuple(originals))])

    async def gathered(self, actor: Actor, question: Question, said: Sequence[Gathered]) -> Asked:
        """Keep it and let its owner hear, once; raise where it cannot be asked so.

        Each message is an entry of its own, so that each can be edited later. What sounds like
        lost access goes to the administrator, whatever topic was chosen, unless the asker says
        that it is of the topic (S3).

        MessageEmpty, MessageTooLong, ReasonNeeded, TooManyTickets; AccessRefused for a pupil or a
        course that the asker has nothing to do with.
        """
        books, now = self.books, self.books.now()
        question = _rightly(question, said)
        member = await self._asker(actor, question)
        entries, struck = kept_of(said)
        await self._must_not_flood(member.person)
        reason = urgent_reason(question.urgent) if question.urgent else ""
        desk = await books.desk(question.school)
        to = route(question.topic, desk, now, urgent=bool(reason), but=(member.person,))
        standing = Standing(
            question.topic, to.owner, now, urgent=reason, promised_at=to.promised_at
        )
        asking = _asking(member, question)
        number = await books.tickets.open(asking, standing, at=now)
        ticket = (await books.tickets.tickets([number]))[number]
        for one in entries:
            await say_words(books, actor, ticket, one, at=now)
        await self._tell(ticket, Telling(desk.administrators, now))
        return Asked(ticket, await PromiseAnswer(books)(ticket, desk), struck)

    async def _asker(self, actor: Actor, question: Question) -> Member:
        if question.about is not None:
            member = await must_see_pupil(actor, question.about, self.lists)
            if member.school == question.school:
                return await self._of_course(member, question)
        for member in actor.members if question.about is None else ():
            if member.school == question.school:
                return await self._of_course(member, question)
        raise closed_to(actor)

    async def _of_course(self, member: Member, question: Question) -> Member:
        around = [member.person, *(child.pupil for child in member.children)]
        if question.course is None:
            return member
        if await self.books.tickets.in_course(around, question.course):
            return member
        raise AccessRefused

    async def _must_not_flood(self, person: PersonId) -> None:
        asked = await self.books.tickets.asked_since(person, self.books.now() - _HOUR)
        if len(asked) >= MOST_AN_HOUR:
            raise TooManyTickets(asked[-MOST_AN_HOUR] + _HOUR)

    async def _tell(self, ticket: Ticket, telling: Telling) -> None:
        to = telling.hears(ticket.standing.owner)
        if to:
            head = (ticket.school, telling.now, Origin(ticket.asker), ticket.id)
            await self.books.facts.record([TicketArrived(*head, to, Arrival.ASKED)])


def kept_of(said: Sequence[Gathered]) -> tuple[list[Gathered], bool]:
    """Return messages as they may be kept, and whether a secret was in one of them.

    Raise MessageEmpty where there is none, or one says nothing; MessageTooLong, TooManyGathered.
    """
    if not said:
        raise MessageEmpty
    if len(said) > MOST_GATHERED:
        raise TooManyGathered
    kept = [without_secrets(checked(one.content)) for one in said]
    entries = [replace(one, content=bare) for one, (bare, _) in zip(said, kept, strict=True)]
    return entries, any(struck for _, struck in kept)


async def say_words(
    books: Books, actor: Actor, ticket: Ticket, said: Gathered, *, at: datetime
) -> TicketEntryId:
    """Keep a message of the asker, and what the messenger calls it."""
    kind, by = EntryKind.WORDS, ticket.asker
    entry = await books.words.say(ticket, kind, said.content, by=by, at=at)
    await books.originals.note(actor.account.id, said.originals, entry, school=ticket.school)
    return entry


def _rightly(question: Question, said: Sequence[Gathered]) -> Question:
    """Return what is asked, of lost access where it sounds so: no child and no course is in it."""
    words = words_said(one.content for one in said)
    if question.as_chosen or not sounds_lost(question.topic, words):
        return question
    return replace(question, topic=Topic.LOST_ACCESS, about=None, course=None)


def _asking(member: Member, question: Question) -> Asking:
    return Asking(
        question.school,
        member.person,
        role_of(member, question.about),
        question.matter,
        question.about,
        question.course,
    )


def role_of(member: Member, about: PupilId | None) -> Role:
    """Return as what somebody asks: of the own child as a guardian, else first as staff."""
    if about is not None and any(child.pupil == about for child in member.children):
        return Role.GUARDIAN
    return next((one for one in _STAFF_FIRST if one in member.roles), Role.GUARDIAN)


def urgent_reason(said: str) -> str:
    """Return why it cannot wait, in a line; raise ReasonNeeded for nothing, or for a letter."""
    reason = " ".join(struck_out(said).text.split())
    if not reason or len(reason) > LONGEST_REASON:
        raise ReasonNeeded
    return reason

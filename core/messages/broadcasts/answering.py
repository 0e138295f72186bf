"""A person answers a broadcast: has read it, or chooses; the button is trusted with nothing."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from core.access.gate import must_be
from core.access.people import Actor, Child, Member, seen_by
from core.clock import Clock
from core.errors import AccessRefused, NotActivated, NotFound, RuleBroken
from core.ids import BroadcastId, PersonId
from core.messages.broadcasts.broadcast import (
    ACKNOWLEDGED,
    Answer,
    Ask,
    Broadcast,
    BroadcastState,
    answers_for_family,
    asked_about,
)
from core.messages.broadcasts.ports import Answers, Broadcasts
from core.messages.broadcasts.staying import StillAddressed
from core.messages.content import Content


class BroadcastWithdrawnAnswer(RuleBroken):
    """It was taken back: there is nothing to answer any more."""

    code = "broadcast-withdrawn"


class BroadcastChanged(RuleBroken):
    """It says something else now; that is to be read first."""

    code = "broadcast-changed"


class AnswerOfGuardian(RuleBroken):
    """A parent is asked: what the pupil says is no answer of the parents."""

    code = "broadcast-guardian-only"


_MARKS: Final = 10**9


def mark_of(person: PersonId) -> int:
    """Return what tells a person from the others of a chat, short enough to stand on a button."""
    return person % _MARKS


@dataclass(frozen=True, slots=True)
class Received:
    """A broadcast as one of its recipients has it, with the own answers.

    `children` are those of the recipient's for whom it is; `late`: its day is over.
    """

    broadcast: Broadcast
    person: PersonId
    is_asked: bool
    answers: tuple[Answer, ...] = ()
    children: tuple[Child, ...] = ()
    late: bool = False


@dataclass(frozen=True, slots=True)
class ReadReceived:
    """A recipient opens a broadcast."""

    broadcasts: Broadcasts
    still: StillAddressed
    answers: Answers
    clock: Clock

    async def __call__(self, actor: Actor, number: BroadcastId, person: PersonId) -> Received:
        """Return it; raise AccessRefused for whom it was not for, or is of no such family now."""
        found = await self._of(must_be(actor, person), number)
        if found is None:
            raise AccessRefused
        return found

    async def about(
        self, actor: Actor, number: BroadcastId, about: PersonId, *, by: int
    ) -> Received:
        """Return it to whom of a chat its message is: it asks about itself or one of its children.

        Of two guardians in a chat each has a message, and the buttons of one never answer for the
        other: a first answer and a changed one are of whose message it is. `by` is that person's
        mark. Raise AccessRefused where it is for nobody of them.
        """
        if actor.is_stranger:
            raise NotActivated
        own = [one for one in actor.members if mark_of(one.person) == by and _is_near(one, about)]
        found = [it for one in own if (it := await self._of(one, number)) is not None]
        if not found:
            raise AccessRefused
        return found[0]

    async def _of(self, member: Member, number: BroadcastId) -> Received | None:
        person, seen = member.person, {one.pupil for one in seen_by(member)}
        found = (await self.broadcasts.broadcasts([number])).get(number)
        if found is None:
            raise NotFound
        went_to = await self.still.of_person(found, person)
        families = [one for one in went_to if one.child.pupil in seen]
        own = [it for one in families for it in one.members if it.person == person]
        if not own:
            return None
        given = await self.answers.answer_of(number, found.version, [person])
        hearers, ask = found.plan.hearers, found.plan.ask
        asked = ask is not None and any(answers_for_family(it, hearers) for it in own)
        late = found.is_late(self.clock.now())
        children = tuple(it.child for it in families if it.child.pupil != person)
        return Received(found, person, asked, tuple(given), children, late)


def _is_near(member: Member, about: PersonId) -> bool:
    return member.person == about or any(one.pupil == about for one in seen_by(member))


@dataclass(frozen=True, slots=True)
class AnswerBroadcast:
    """A recipient who is asked answers: once to have read it, for each child where it chooses.

    A choice may be changed.
    """

    read: ReadReceived
    clock: Clock

    async def __call__(
        self,
        actor: Actor,
        number: BroadcastId,
        about: PersonId,
        *,
        by: int,
        version: int,
        choice: int,
    ) -> Received:
        """Keep the answer with a digest of what it says; return the broadcast as answered.

        Whose mark the button has, that is who answers, or changes the answer.
        """
        received = await self.read.about(actor, number, about, by=by)
        one, ask = received.broadcast, received.broadcast.plan.ask
        if one.state is BroadcastState.WITHDRAWN:
            raise BroadcastWithdrawnAnswer
        if ask is None or not _is_offered(ask, choice):
            raise NotFound
        if not received.is_asked:
            raise AnswerOfGuardian
        if about not in asked_about(ask, received.person, received.children):
            raise NotFound
        if version != one.version:
            raise BroadcastChanged
        digest = digest_of(one.plan.content)
        now = self.clock.now()
        await self.read.answers.answer(
            Answer(one.school, number, version, received.person, about, choice, now, digest)
        )
        return await self.read(actor, number, received.person)


def digest_of(content: Content) -> str:
    """Return what tells this text and these files from any others."""
    said = [content.text.text, *(f"{it.reference}\n{it.caption.text}" for it in content.files)]
    return sha256("\0".join(said).encode()).hexdigest()


def _is_offered(ask: Ask, choice: int) -> bool:
    return 1 <= choice <= len(ask.choices) if ask.choices else choice == ACKNOWLEDGED

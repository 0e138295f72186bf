"""A person answers a broadcast: has read it, or chooses; the button is trusted with nothing."""

from dataclasses import dataclass
from hashlib import sha256

from core.access.gate import must_be
from core.access.people import Actor, Name, seen_by
from core.clock import Clock
from core.errors import AccessRefused, NotFound, RuleBroken
from core.ids import BroadcastId, PersonId
from core.messages.broadcasts.broadcast import (
    ACKNOWLEDGED,
    Answer,
    Ask,
    Broadcast,
    BroadcastState,
    answers_for_family,
)
from core.messages.broadcasts.ports import Addressed, Answers, Broadcasts
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


@dataclass(frozen=True, slots=True)
class Received:
    """A broadcast as one of its recipients has it, with the own answer.

    `children` are those for whom it is, where single families were chosen.
    """

    broadcast: Broadcast
    person: PersonId
    is_asked: bool
    answer: Answer | None = None
    children: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadReceived:
    """A recipient opens a broadcast."""

    broadcasts: Broadcasts
    addressed: Addressed
    answers: Answers

    async def __call__(self, actor: Actor, number: BroadcastId, person: PersonId) -> Received:
        """Return it; raise AccessRefused for whom it was not for, or is of no such family now."""
        seen = {one.pupil for one in seen_by(must_be(actor, person))}
        went_to = await self.addressed.family_of(number, person)
        families = [one for one in went_to if one.child.pupil in seen]
        found = (await self.broadcasts.broadcasts([number])).get(number)
        if found is None:
            raise NotFound
        own = [it for one in families for it in one.members if it.person == person]
        if not own:
            raise AccessRefused
        given = await self.answers.answer_of(number, found.version, [person])
        hearers, ask = found.plan.hearers, found.plan.ask
        asked = ask is not None and any(answers_for_family(it, hearers) for it in own)
        chosen = families if found.plan.scope.pupils else []
        children = tuple(it.child.name for it in chosen if it.child.pupil != person)
        return Received(found, person, asked, next(iter(given), None), children)


@dataclass(frozen=True, slots=True)
class AnswerBroadcast:
    """A recipient who is asked answers; to have read it is said once, a choice may be changed."""

    read: ReadReceived
    clock: Clock

    async def __call__(
        self,
        actor: Actor,
        number: BroadcastId,
        person: PersonId,
        *,
        version: int,
        choice: int,
    ) -> Received:
        """Keep the answer with a digest of what it says; return the broadcast as answered."""
        received = await self.read(actor, number, person)
        one, ask = received.broadcast, received.broadcast.plan.ask
        if one.state is BroadcastState.WITHDRAWN:
            raise BroadcastWithdrawnAnswer
        if ask is None or not _is_offered(ask, choice):
            raise NotFound
        if not received.is_asked:
            raise AnswerOfGuardian
        if version != one.version:
            raise BroadcastChanged
        digest = digest_of(one.plan.content)
        now = self.clock.now()
        await self.read.answers.answer(
            Answer(one.school, number, version, person, choice, now, digest)
        )
        return await self.read(actor, number, person)


def digest_of(content: Content) -> str:
    """Return what tells this text and these files from any others."""
    said = [content.text.text, *(f"{it.reference}\n{it.caption.text}" for it in content.files)]
    return sha256("\0".join(said).encode()).hexdigest()


def _is_offered(ask: Ask, choice: int) -> bool:
    return 1 <= choice <= len(ask.choices) if ask.choices else choice == ACKNOWLEDGED

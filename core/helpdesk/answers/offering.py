"""Somebody is offered what is known before asking; who was helped by that asks nothing (H1)."""

from dataclasses import dataclass

from core.access.gate import must_be_at_school
from core.access.people import Actor
from core.clock import Clock
from core.helpdesk.answers.known import AnswerGone, KnownAnswer, Ref, offered, with_own
from core.helpdesk.answers.ports import KnownAnswers
from core.helpdesk.topics import Topic
from core.ids import SchoolId


@dataclass(frozen=True, slots=True)
class OfferAnswers:
    """Shows the known answers of a topic to anybody of the school."""

    book: KnownAnswers

    async def __call__(
        self, actor: Actor, school: SchoolId, topic: Topic
    ) -> tuple[KnownAnswer, ...]:
        """Return no more than one screen shows."""
        must_be_at_school(actor, school)
        return offered(with_own(await self.book.of_school(school)), topic)

    async def one(self, actor: Actor, school: SchoolId, ref: Ref) -> KnownAnswer:
        """Return one of them; raise AnswerGone for what is offered no more."""
        must_be_at_school(actor, school)
        for known in with_own(await self.book.of_school(school)):
            if known.ref == ref and not known.is_retired:
                return known
        raise AnswerGone


@dataclass(frozen=True, slots=True)
class CountHelped:
    """Counts that a known answer helped."""

    offer: OfferAnswers
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId, ref: Ref) -> None:
        """Count it; raise AnswerGone for what is offered no more."""
        await self.offer.one(actor, school, ref)
        await self.offer.book.count(school, ref, at=self.clock.now())

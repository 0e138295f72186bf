"""What recipients of a broadcast have to do with it, read for all of them at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.access.people import Child
from core.ids import PersonId
from core.messages.broadcasts.broadcast import (
    Answer,
    Broadcast,
    Family,
    Given,
    given_by,
    has_answered,
    is_answered,
)
from core.messages.broadcasts.ports import Answers
from core.messages.broadcasts.staying import StillAddressed


@dataclass(frozen=True, slots=True)
class Recipients:
    """The families of today of who is told of a broadcast, and what was answered in them."""

    broadcast: Broadcast
    families: Mapping[PersonId, Sequence[Family]]
    answers: Sequence[Answer]

    def children_of(self, person: PersonId) -> tuple[Child, ...]:
        """Return the children as whose family a person is told."""
        return tuple(family.child for family in self.families.get(person, ()))

    def answers_of(self, person: PersonId) -> tuple[Answer, ...]:
        """Return what a person answered."""
        return tuple(one for one in self.answers if one.person == person)

    def is_settled(self, person: PersonId) -> bool:
        """Say whether a person owes nothing: its families have answered, or it has itself."""
        ask, hearers = self.broadcast.plan.ask, self.broadcast.plan.hearers
        if ask is None:
            return True
        given = given_by(self.answers)
        return all(
            is_answered(family, hearers, ask, given) or _has_own(family, person, given)
            for family in self.families.get(person, ())
        )


def _has_own(family: Family, person: PersonId, given: Given) -> bool:
    own = [one for one in family.members if one.person == person]
    return any(has_answered(one, family, given) for one in own)


@dataclass(frozen=True, slots=True)
class ReadRecipients:
    """Reads families and answers, as many questions to the records however many are told."""

    still: StillAddressed
    answers: Answers

    async def __call__(
        self, one: Broadcast, persons: Sequence[PersonId], *, reminded: bool
    ) -> Recipients:
        """Return them; families only where they count: it names children, or reminds."""
        wanted = one.names_children or reminded
        families = await self.still.of_persons(one, persons) if wanted else {}
        members = {it.person for some in families.values() for of in some for it in of.members}
        who = sorted({*persons, *members} if reminded else persons)
        return Recipients(one, families, await self.answers.answer_of(one.id, one.version, who))

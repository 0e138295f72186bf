"""How a broadcast goes, family by family: told, unknown, not reached, answered."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from core.access.people import Actor, Channel, Member
from core.ids import BroadcastId, PersonId, PupilId
from core.messages.broadcasts.broadcast import (
    Answer,
    Broadcast,
    BroadcastState,
    Family,
    Hearer,
    WhyNot,
    answers_for_family,
    is_answered,
)
from core.messages.broadcasts.gate import OpenBroadcast
from core.messages.broadcasts.ports import Answers
from core.messages.broadcasts.staying import StillAddressed
from core.notices.broadcasts.ports import BroadcastLedger, Telling
from core.notices.ledger import Change, Ending, Why


class Stands(StrEnum):
    """How far a broadcast came with a person or a family; the best comes first."""

    ANSWERED = "answered"
    DELIVERED = "delivered"
    UNDER_WAY = "under-way"
    UNKNOWN = "unknown"
    UNREACHABLE = "unreachable"


_ORDER = tuple(Stands)
_AFTER: Mapping[Ending | None, Stands] = {
    Ending.DELIVERED: Stands.DELIVERED,
    Ending.UNKNOWN: Stands.UNKNOWN,
    Ending.REFUSED: Stands.UNREACHABLE,
    Ending.EXPIRED: Stands.UNREACHABLE,
    None: Stands.UNDER_WAY,
}


@dataclass(frozen=True, slots=True)
class MemberStands:
    """How far it came with one person; `why` says why it could not be told.

    `earlier` is what who has not answered yet had answered before the last correction.
    """

    hearer: Hearer
    stands: Stands
    why: WhyNot | None = None
    answer: Answer | None = None
    by_mail: bool = False
    earlier: Answer | None = None


@dataclass(frozen=True, slots=True)
class FamilyStands:
    """How far it came with a family."""

    family: Family
    stands: Stands
    members: tuple[MemberStands, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A broadcast as its sender follows it; `member` is as whom it is looked at.

    Families that `left` its scope since stand in it as they were reached, and owe nothing.
    """

    broadcast: Broadcast
    member: Member
    families: tuple[FamilyStands, ...]
    left: frozenset[PupilId] = frozenset()

    def count(self, stands: Stands) -> int:
        """Return how many families stand so."""
        return sum(one.stands is stands for one in self.families)

    def persons(self, *stands: Stands) -> int:
        """Return how many persons stand so, each counted once."""
        return sum(one in stands for one in self._by_person().values())

    @property
    def is_unheard(self) -> bool:
        """Say whether it was sent when there was nobody who could be told, and is so still."""
        persons = (one for family in self.families for one in family.members)
        sent = self.broadcast.state is BroadcastState.SENT
        return sent and all(one.hearer.why and one.stands is Stands.UNREACHABLE for one in persons)

    @property
    def by_mail(self) -> int:
        """Return how many persons got it by letter."""
        return len(
            {
                one.hearer.person
                for family in self.families
                for one in family.members
                if one.by_mail and one.stands in {Stands.DELIVERED, Stands.ANSWERED}
            }
        )

    def _by_person(self) -> dict[PersonId, Stands]:
        found: dict[PersonId, Stands] = {}
        for family in self.families:
            for one in family.members:
                known = found.get(one.hearer.person, one.stands)
                found[one.hearer.person] = min(known, one.stands, key=_ORDER.index)
        return found

    def choices(self) -> Counter[int]:
        """Return how many families chose each answer; of a family its latest counts."""
        chosen = Counter[int]()
        for family in self.families:
            given = [one.answer for one in family.members if one.answer is not None]
            if given:
                chosen[max(given, key=lambda it: it.at).choice] += 1
        return chosen

    @property
    def answered_earlier(self) -> int:
        """Return how many families that owe an answer gave one before the last correction."""
        return sum(any(it.earlier for it in one.members) for one in self.owing)

    @property
    def owing(self) -> tuple[FamilyStands, ...]:
        """Return who still owes an answer, or, where none is asked, was not reached."""
        done = {Stands.ANSWERED} if self.broadcast.plan.ask else {Stands.DELIVERED}
        return tuple(
            one
            for one in self.families
            if one.stands not in done and one.family.child.pupil not in self.left
        )


def card_of(
    broadcast: Broadcast,
    member: Member,
    families: Sequence[Family],
    tellings: Sequence[Telling],
    answers: Sequence[Answer],
    earlier: Sequence[Answer] = (),
) -> Card:
    """Return how a broadcast goes, from all that is known of it."""
    told = standing(tellings)
    said = _Said(_by_child(answers), _by_child(earlier))
    return Card(
        broadcast,
        member,
        tuple(_family(broadcast, one, told, said) for one in families),
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """What persons answered about whom: to what it says now, and to what it said before."""

    now: Mapping[tuple[PersonId, PersonId], Answer]
    before: Mapping[tuple[PersonId, PersonId], Answer]


def _by_child(answers: Sequence[Answer]) -> Mapping[tuple[PersonId, PersonId], Answer]:
    return {(one.person, one.about): one for one in answers}


def answer_for(
    given: Mapping[tuple[PersonId, PersonId], Answer], person: PersonId, pupil: PupilId
) -> Answer | None:
    """Return what a person answered for a child, or once for all children."""
    return given.get((person, pupil)) or given.get((person, person))


def standing(tellings: Sequence[Telling]) -> dict[PersonId, Telling]:
    """Return for each person the row that counts: the latest of what it says now.

    A row that was overtaken told nothing. A repeat takes nothing back from what had arrived.
    """
    found: dict[PersonId, Telling] = {}
    for one in tellings:
        if one.change is Change.TAKEN_BACK or one.reason == Why.OVERTAKEN:
            continue
        before = found.get(one.person)
        arrived = before is not None and before.ending is Ending.DELIVERED
        if one.change is not Change.REPEATED or not arrived:
            found[one.person] = one
    return found


def _family(
    broadcast: Broadcast,
    family: Family,
    told: Mapping[PersonId, Telling],
    said: _Said,
) -> FamilyStands:
    pupil = family.child.pupil
    members = tuple(_member(one, pupil, told, said) for one in family.members)
    plan = broadcast.plan
    if plan.ask and is_answered(family, plan.hearers, plan.ask, frozenset(said.now)):
        return FamilyStands(family, Stands.ANSWERED, members)
    asked = [
        one for one in members if plan.ask is None or answers_for_family(one.hearer, plan.hearers)
    ]
    # One of two who must both answer has done so: the family is reached, and still owes.
    reached = [Stands.DELIVERED if one.answer else one.stands for one in asked]
    best = min(reached, key=_ORDER.index, default=Stands.UNREACHABLE)
    return FamilyStands(family, best, members)


def _member(
    hearer: Hearer, pupil: PupilId, told: Mapping[PersonId, Telling], said: _Said
) -> MemberStands:
    person, row = hearer.person, told.get(hearer.person)
    answer = answer_for(said.now, person, pupil)
    by_mail = row is not None and row.channel is Channel.EMAIL
    if answer is not None:
        return MemberStands(hearer, Stands.ANSWERED, answer=answer, by_mail=by_mail)
    earlier = answer_for(said.before, person, pupil)
    if row is None:
        # Nothing was written for who could not be told; of the others it is on its way.
        stands = Stands.UNREACHABLE if hearer.why else Stands.UNDER_WAY
        return MemberStands(hearer, stands, hearer.why, earlier=earlier)
    why = _WHY.get(row.reason, hearer.why) if row.ending is Ending.REFUSED else None
    return MemberStands(hearer, _AFTER[row.ending], why, by_mail=by_mail, earlier=earlier)


_WHY: Mapping[str, WhyNot] = {
    Why.NOT_LINKED: WhyNot.NOT_LINKED,
    Why.UNREACHABLE: WhyNot.BLOCKED,
    Why.REJECTED: WhyNot.BLOCKED,
}


@dataclass(frozen=True, slots=True)
class ReadCard:
    """Who may address the scope of a broadcast looks how it goes."""

    open: OpenBroadcast
    still: StillAddressed
    answers: Answers
    ledger: BroadcastLedger

    async def __call__(self, actor: Actor, number: BroadcastId) -> Card:
        """Return it as it stands; raise AccessRefused for anybody else."""
        member, one = await self.open(actor, number)
        families = await self.still.addressed.families(number)
        card = card_of(
            one,
            member,
            families,
            await self.ledger.tellings(number),
            await self.answers.answers(number, one.version),
            await self.answers.earlier(number, one.version) if one.version > 1 else (),
        )
        here = await self.still.pupils(one)
        return replace(card, left=frozenset(it.child.pupil for it in families) - here)

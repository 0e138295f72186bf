"""Voids what a person did since a moment, record by record, and lets others hear (E3 4.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from core.breaches.deeds import Trail
from core.breaches.ports import BreachBook, Suspect
from core.breaches.said import LEFT, Said, Voided
from core.breaches.undoing import Head, Undone, fact_of, left_standing, undone
from core.breaches.voided_broadcasts import VoidBroadcasts
from core.breaches.voided_tickets import VoidTickets
from core.facts import Fact, Facts
from core.helpdesk.training.facts import TrainingCalledOff
from core.helpdesk.training.ports import Trainings
from core.ids import PupilId, RemarkId
from core.journal.school_facts import RemarkReworded, RemarkTakenBack

_REMARKS: Final = frozenset({Said.REMARK, Said.CHANGED_REMARK})


@dataclass(frozen=True, slots=True)
class Undo:
    """Voids what a person did since a moment, whoever asks for it."""

    book: BreachBook
    trail: Trail
    broadcasts: VoidBroadcasts
    trainings: Trainings
    tickets: VoidTickets
    facts: Facts

    async def __call__(self, of: Suspect, since: datetime, head: Head) -> list[Voided]:
        """Return what is void; others hear of it as of any correction."""
        by = head.by.person or of.person
        deeds = await self.trail.touched(of.person, since)
        standing = {(one.what, one.record): one for one in await self.book.standing(deeds)}
        found = undone(deeds, of.person, standing)
        left = left_standing(deeds, of.person, standing, found)
        await self.book.put_back(found, by=by, at=head.at)
        told, broadcasts = await self.broadcasts(of, since, head)
        called_off, trainings = await self._trainings(of, since, head)
        answered = await self.book.tickets_answered_by(of.person, since)
        said = await self.book.unsay(of.person, since, by=by, at=head.at)
        tickets = await self.tickets(of, since, said, answered)
        facts = [fact for one in found if (fact := fact_of(head, one))]
        await self.facts.record([*facts, *told, *called_off, *_of_remarks(said, head)])
        return [*map(_voided, found), *map(_left, left), *said, *tickets, *broadcasts, *trainings]

    async def _trainings(
        self, of: Suspect, since: datetime, head: Head
    ) -> tuple[list[Fact], list[Voided]]:
        numbers = await self.book.trainings_of(of.person, since)
        found = await self.trainings.trainings(numbers)
        invited = await self.trainings.invited(numbers)
        facts, voided = list[Fact](), list[Voided]()
        by = head.by.person or of.person
        for number, one in found.items():
            # A person plans few: each is called off by the same step as from its screen.
            if not await self.trainings.call_off(number, by=by, at=head.at):
                continue
            if not one.has_begun(head.at):
                guests = tuple(it.guest for it in invited.get(number, ()))
                start = (one.school, head.at, head.by, number)
                facts.append(TrainingCalledOff(*start, one.starts_at, guests))
            voided.append(Voided(Said.TRAINING, one.words, None, one.starts_at))
        return facts, voided


def _of_remarks(said: Sequence[Voided], head: Head) -> list[Fact]:
    facts = list[Fact]()
    for one in said:
        if one.what not in _REMARKS or one.pupil is None:
            continue
        happened = RemarkTakenBack if one.stands is None else RemarkReworded
        number, pupil = RemarkId(one.record), PupilId(one.pupil)
        facts.append(happened(head.school, head.at, head.by, number, pupil))
    return facts


def _voided(one: Undone) -> Voided:
    of = one.of
    return Voided(of.what, of.state, one.stands, of.day, of.title, of.pupil)


def _left(one: Undone) -> Voided:
    of = one.of
    return Voided(LEFT[of.what], one.stands, of.state, of.day, of.title, of.pupil)

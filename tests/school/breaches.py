"""Deeds and breaches in memory: `Trail` and `BreachBook`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from core.access.mailboxes import ProofState
from core.breaches.deeds import Deed, What, absence_of, absence_state, homework_of, homework_state
from core.breaches.ports import Breach, Suspect
from core.breaches.said import Voided
from core.breaches.undoing import Standing, Undone
from core.diary.excuses.rules import ExcuseState
from core.helpdesk.tickets.ticket import EntryKind, State
from core.ids import (
    BreachId,
    BroadcastId,
    PersonId,
    PupilId,
    SchoolId,
    TicketId,
    TrainingId,
)
from core.journal.values import AbsenceCode, ReasonState
from core.messages.broadcasts.broadcast import BroadcastState
from tests.school import records
from tests.school.agenda import AgendaLink
from tests.school.broadcasts import Kept as KeptBroadcast
from tests.school.excuses import Kept as KeptExcuse
from tests.school.mailboxes import MailboxRecord, ProofRecord
from tests.school.people import name_of
from tests.school.records import Record
from tests.school.teaching import subject_of
from tests.school.tickets import Kept as KeptTicket
from tests.school.tickets import Said as SaidInTicket
from tests.school.trainings import Kept as KeptTraining
from tests.school.unsaid import Unsaying
from tests.school.world import World

_CELLS: dict[What, tuple[type[Record], tuple[str, ...]]] = {
    What.MARK: (records.Mark, ("work_id", "pupil_id")),
    What.PERIOD_MARK: (records.PeriodMark, ("course_id", "period_id", "pupil_id", "kind")),
    What.ABSENCE: (records.Absence, ("lesson_id", "pupil_id")),
}


@dataclass(frozen=True, kw_only=True)
class Done(Record):
    deed: Deed


@dataclass(frozen=True, kw_only=True)
class Reported(Record):
    breach: Breach
    voided: tuple[Voided, ...]


@dataclass(frozen=True)
class MemoryTrail:
    world: World

    async def keep(self, deeds: Sequence[Deed]) -> None:
        for deed in deeds:
            self.world.add(Done, deed=deed)

    async def touched(self, person: PersonId, since: datetime) -> Sequence[Deed]:
        done = [one.deed for one in self.world.all(Done, lambda it: it.deed.at >= since)]
        own = {(one.what, one.record) for one in done if one.person == person}
        return [one for one in done if (one.what, one.record) in own]


@dataclass(frozen=True)
class MemoryBreachBook:
    world: World

    async def suspect(self, person: PersonId) -> Suspect | None:
        found = self.world.standing(records.Person, person)
        return Suspect(person, SchoolId(found.school_id), name_of(found)) if found else None

    async def in_turn(self, person: PersonId) -> None:
        """Do nothing: turns come one after the other."""

    async def companions(self, person: PersonId) -> Sequence[PersonId]:
        own = {one.account_id for one in self._live_links() if one.person_id == person}
        school = self.world.get(records.Person, person).school_id
        found = {
            one.person_id
            for one in self._live_links()
            if one.account_id in own and one.school_id == school
        }
        return [PersonId(one) for one in sorted(found - {person})]

    def _live_links(self) -> list[records.AccountLink]:
        return [one for one in self.world.all(records.AccountLink) if one.ended_at is None]

    async def shut(self, person: PersonId, *, since: datetime, at: datetime) -> int:
        of_person = list(self.world.all(records.AccountLink, lambda it: it.person_id == person))
        accounts = {one.account_id for one in of_person if one.ended_at is None}
        links = [one for one in self._live_links() if one.account_id in accounts]
        beside = {one.person_id for one in links}
        gone: list[Record] = [
            *self.world.all(AgendaLink, lambda it: it.account_id in accounts),
            *(
                one
                for one in self.world.all(MailboxRecord)
                if one.person_id == person
                or (one.person_id in beside and one.verified_at >= since)
            ),
        ]
        codes = [
            one
            for one in self.world.all(records.Code, lambda it: it.person_id == person)
            if one.used_by is None and not one.void
        ]
        over = (ProofState.USED, ProofState.VOID)
        proofs = [
            one
            for one in self.world.all(ProofRecord)
            if one.proof.state not in over
            and (
                one.proof.person == person
                or (one.proof.person in beside and one.proof.asked_at >= since)
            )
        ]
        for link in links:
            self.world.change(link, ended_at=at)
        for one in (*gone, *proofs):
            self.world.change(one, gone_at=at)
        for code in codes:
            self.world.change(code, void=True)
        return len(links) + len(gone) + len(codes) + len(proofs)

    async def standing(self, deeds: Sequence[Deed]) -> Sequence[Standing]:
        named = dict.fromkeys((one.what, one.record) for one in deeds)
        return [self._standing(what, number) for what, number in named]

    def _standing(self, what: What, number: int) -> Standing:
        if what is What.HOMEWORK:
            lesson: Any = self.world.get(records.Lesson, number)
            state = homework_state(lesson.homework, lesson.homework_due)
            return Standing(what, number, state, lesson.day, self._title(lesson.course_id))
        if what is What.EXCUSE:
            kept: Any = self.world.get(KeptExcuse, number)
            day, pupil = kept.claimed_at.date(), kept.claim.pupil
            return Standing(
                what, number, kept.state.value, day, pupil=pupil, guardian=kept.guardian
            )
        return self._of_cell(what, number)

    def _of_cell(self, what: What, number: int) -> Standing:
        kind, keys = _CELLS[what]
        found: Any = self.world.get(kind, number)
        others = [
            one.id
            for one in self.world.all(kind)
            if one.id != number and all(getattr(one, it) == getattr(found, it) for it in keys)
        ]
        day, course = self._day_and_course(what, found)
        return Standing(
            what,
            number,
            None if found.gone_at else _state(what, found),
            day,
            self._title(course),
            PupilId(PersonId(found.pupil_id)),
            stands_instead=max(others, default=None),
        )

    def _day_and_course(self, what: What, found: Any) -> tuple[date, int]:
        if what is What.PERIOD_MARK:
            period: Any = self.world.get(records.Period, found.period_id)
            return found.day or period.ends, found.course_id
        if what is What.MARK:
            work: Any = self.world.get(records.Work, found.work_id)
            return work.day, work.course_id
        lesson: Any = self.world.get(records.Lesson, found.lesson_id)
        return lesson.day, lesson.course_id

    def _title(self, course: int) -> str:
        return subject_of(self.world, course).title

    async def put_back(self, changes: Sequence[Undone], *, by: PersonId, at: datetime) -> None:
        for one in changes:
            self._put_back(one, by, at)

    def _put_back(self, one: Undone, by: PersonId, at: datetime) -> None:
        what, number = one.of.what, one.of.record
        if what is What.HOMEWORK:
            text, due = homework_of(one.stands)
            self.world.change(
                self.world.get(records.Lesson, number), homework=text, homework_due=due
            )
        elif what is What.EXCUSE:
            kept: Any = self.world.get(KeptExcuse, number)
            state = ExcuseState(one.stands or ExcuseState.WITHDRAWN)
            self.world.change(kept, state=state, verdict="", document="")
        else:
            kind, _ = _CELLS[what]
            gone = at if one.is_emptied else None
            values = _values(what, one.stands) if one.stands else {}
            found = self.world.get(kind, number)
            if what is What.ABSENCE and gone is None:
                values |= {"set_at": at}
            self.world.change(found, gone_at=gone, origin_id=by, **values)

    async def unsay(
        self, person: PersonId, since: datetime, *, by: PersonId, at: datetime
    ) -> Sequence[Voided]:
        return Unsaying(self.world, person, since, by, at).everything()

    async def broadcasts_of(self, person: PersonId, since: datetime) -> Sequence[BroadcastId]:
        return [
            BroadcastId(one.id)
            for one in self.world.all(KeptBroadcast, lambda it: it.by == person)
            if one.made_at >= since and one.state is not BroadcastState.WITHDRAWN
        ]

    async def corrected_by(self, person: PersonId, since: datetime) -> Mapping[BroadcastId, int]:
        return {
            BroadcastId(one.id): len(one.versions) - 1
            for one in self.world.all(KeptBroadcast, lambda it: it.by == person)
            if one.made_at < since
            and one.said_at is not None
            and one.said_at >= since
            and one.state is not BroadcastState.WITHDRAWN
            and one.versions[-1] not in one.versions[:-1]
        }

    async def withdrawn_by(self, person: PersonId, since: datetime) -> Sequence[BroadcastId]:
        return [
            BroadcastId(one.id)
            for one in self.world.all(KeptBroadcast, lambda it: it.withdrawn_by == person)
            if one.withdrawn_at is not None
            and one.withdrawn_at >= since
            and not (one.by == person and one.made_at >= since)
        ]

    async def bring_back(self, broadcast: BroadcastId, *, at: datetime) -> bool:
        one = self.world.get(KeptBroadcast, broadcast)
        if one.state is not BroadcastState.WITHDRAWN:
            return False
        state = BroadcastState.SENT if one.sent_at else BroadcastState.WAITING
        self.world.change(one, state=state, withdrawn_by=None, withdrawn_at=None)
        return True

    async def trainings_of(self, person: PersonId, since: datetime) -> Sequence[TrainingId]:
        return [
            TrainingId(one.id)
            for one in self.world.all(KeptTraining)
            if one.training.by == person and one.training.stands and one.made_at >= since
        ]

    async def tickets_closed_by(self, person: PersonId, since: datetime) -> Sequence[TicketId]:
        return [
            TicketId(one.id)
            for one in self.world.all(KeptTicket)
            if one.standing.state is State.CLOSED
            and one.standing.closed_by == person
            and one.standing.closed_at is not None
            and one.standing.closed_at >= since
        ]

    async def tickets_answered_by(self, person: PersonId, since: datetime) -> Sequence[TicketId]:
        said = self.world.all(SaidInTicket, lambda it: it.by == person and it.at >= since)
        to_asker = (EntryKind.ANSWER, EntryKind.ASK_BACK)
        return sorted({one.ticket for one in said if one.kind in to_asker})

    async def keep(self, breach: Breach, voided: Sequence[Voided]) -> BreachId:
        return BreachId(self.world.add(Reported, breach=breach, voided=tuple(voided)).id)

    async def of_school(self, school: SchoolId) -> Sequence[Breach]:
        found = self.world.all(Reported, lambda it: it.breach.of.school == school)
        return [replace(one.breach, id=BreachId(one.id)) for one in reversed(list(found))]

    async def breaches(self, numbers: Sequence[int]) -> Sequence[Breach]:
        found = self.world.all(Reported, lambda it: it.id in numbers)
        return [replace(one.breach, id=BreachId(one.id)) for one in reversed(list(found))]

    async def schools_untold(self) -> Sequence[SchoolId]:
        found = {one.breach.of.school for one in self.world.all(Reported)}
        return sorted([one for one in found if await self.untold(one)])

    async def untold(self, school: SchoolId) -> Sequence[Breach]:
        return [one for one in await self.of_school(school) if one.told_at is None]

    async def tick_told(self, breach: BreachId, *, by: PersonId, at: datetime) -> bool:
        found: Any = self.world.get(Reported, breach)
        if found.breach.told_at is not None:
            return False
        self.world.change(found, breach=replace(found.breach, told_at=at))
        return True

    async def voided(self, breach: BreachId) -> Sequence[Voided]:
        found: Any = self.world.get(Reported, breach)
        return [
            replace(one, child=name_of(self.world.get(records.Person, one.pupil)))
            if one.pupil
            else one
            for one in found.voided
        ]


def _state(what: What, found: Any) -> str:
    if what is What.ABSENCE:
        return absence_state(AbsenceCode(found.code), ReasonState(found.reason), found.document)
    return str(found.value)


def _values(what: What, state: str) -> dict[str, str]:
    if what is What.ABSENCE:
        code, reason, document = absence_of(state)
        return {"code": code.value, "reason": reason.value, "document": document}
    return {"value": state}

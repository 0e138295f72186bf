"""Guests hear of a training; a tick reminds them, and tells of a quarter without one (H6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from core.access.people import Role
from core.clock import Clock
from core.facts import Fact
from core.helpdesk.training.facts import TrainingCalledOff, TrainingFact, TrainingMoved
from core.helpdesk.training.ports import Trainings
from core.helpdesk.training.quarter import Term, days_of, is_told, lacking, term_in_force
from core.helpdesk.training.training import (
    Guest,
    Training,
    is_to_be_reminded,
    to_be_reminded,
)
from core.ids import PupilId
from core.journal.missing_marks import MissingMarks
from core.notices.ledger import Change, Draft, Lane, NoticeKind
from core.notices.ports import Outbox
from core.notices.reminders import Reminders
from core.notices.telling.missing import FROM
from core.notices.timing import SchoolDelivery
from core.regulation.ports import Regulations

_REMINDED: Final = "training"
_LACKING: Final = "training-lacking"
_AHEAD: Final = timedelta(days=2)
"""Longer than from an evening to the end of the next day, also where clocks are turned."""


@dataclass(frozen=True, slots=True)
class TellTrainings:
    """Turns what happens to a training into rows of the outbox for all who are invited."""

    outbox: Outbox

    async def record(self, facts: Sequence[Fact]) -> None:
        """Write a row for each guest."""
        drafts = [
            _draft(fact, guest)
            for fact in facts
            if isinstance(fact, TrainingFact)
            for guest in fact.guests
        ]
        if drafts:
            await self.outbox.put(drafts)


def _draft(fact: TrainingFact, guest: Guest) -> Draft:
    change, before = Change.NEW, ""
    if isinstance(fact, TrainingMoved):
        change, before = Change.CHANGED, fact.before.isoformat()
    if isinstance(fact, TrainingCalledOff):
        change = Change.TAKEN_BACK
    return Draft(
        school=fact.school,
        recipient=guest.person,
        about=guest.about,
        kind=NoticeKind.TRAINING,
        subject=fact.training,
        change=change,
        happened_at=fact.at,
        before=before,
        valid_until=fact.until,
    )


@dataclass(frozen=True, slots=True)
class RemindOfTrainings:
    """A tick: on the evening before, who did not say «не смогу» is reminded, once."""

    trainings: Trainings
    outbox: Outbox
    reminders: Reminders
    clock: Clock

    async def is_due(self, school: SchoolDelivery) -> bool:
        """Say whether there is one of which nobody was reminded."""
        due = await self._tomorrow(school)
        return bool(await self.reminders.unnoted(school.school, _REMINDED, list(due)))

    async def __call__(self, school: SchoolDelivery) -> None:
        """Remind a school's guests of what begins tomorrow."""
        now, due = self.clock.now(), await self._tomorrow(school)
        if not due:
            return
        new = await self.reminders.note(school.school, _REMINDED, list(due), at=now)
        told = [one for key, one in due.items() if key in new]
        invited = await self.trainings.invited([one.id for one in told])
        drafts = [
            _reminder(one, guest, now) for one in told for guest in to_be_reminded(invited[one.id])
        ]
        if drafts:
            await self.outbox.put(drafts)

    async def _tomorrow(self, school: SchoolDelivery) -> Mapping[str, Training]:
        """Return what is to be reminded of now, as it is noted."""
        now = self.clock.now()
        ahead = await self.trainings.starting(school.school, after=now, before=now + _AHEAD)
        return {
            _occasion(one): one
            for one in ahead
            if is_to_be_reminded(one, school.rules.digest_at, now)
        }


def _occasion(training: Training) -> str:
    return f"{training.id}:{training.version}"


def _reminder(training: Training, guest: Guest, now: datetime) -> Draft:
    return Draft(
        school=training.school,
        recipient=guest.person,
        about=guest.about,
        kind=NoticeKind.TRAINING_REMINDER,
        subject=training.id,
        change=Change.NEW,
        happened_at=now,
        valid_until=training.starts_at,
    )


@dataclass(frozen=True, slots=True)
class TellOfNoTraining:
    """A tick: of a quarter that lacks a training the administrators hear, once."""

    trainings: Trainings
    missing: MissingMarks
    outbox: Outbox
    reminders: Reminders
    regulations: Regulations
    clock: Clock

    async def is_due(self, school: SchoolDelivery) -> bool:
        """Say whether a quarter lacks one of which there is somebody to hear, and nobody did."""
        term = await self._lacking(school)
        return (
            term is not None
            and bool(await self.reminders.unnoted(term.school, _LACKING, [str(term.id)]))
            and bool(await self.missing.answering(term.school, Role.ADMINISTRATOR))
        )

    async def __call__(self, school: SchoolDelivery) -> None:
        """Tell the administrators of a school whose quarter ends soon."""
        term = await self._lacking(school)
        if term is not None:
            await self._tell(term, self.clock.now().astimezone(school.zone))

    async def _lacking(self, school: SchoolDelivery) -> Term | None:
        local = self.clock.now().astimezone(school.zone)
        term = term_in_force(await self.trainings.terms(school.school, local.date()))
        if term is None or local.time() < FROM:
            return None
        rule = (await self.regulations.of(school.school)).help
        if not is_told(rule, term, local.date()):
            return None
        begins, ends = days_of(term, local)
        held = await self.trainings.starting(school.school, after=begins, before=ends)
        return term if lacking(rule, term, held) else None

    async def _tell(self, term: Term, now: datetime) -> None:
        administrators = await self.missing.answering(term.school, Role.ADMINISTRATOR)
        # Where nobody has come in yet, who comes later is to hear.
        if not administrators:
            return
        if not await self.reminders.note(term.school, _LACKING, [str(term.id)], at=now):
            return
        await self.outbox.put(
            [
                Draft(
                    school=term.school,
                    recipient=one,
                    about=PupilId(one),
                    kind=NoticeKind.TRAINING_LACKING,
                    subject=term.id,
                    change=Change.NEW,
                    happened_at=now,
                    lane=Lane.NOTICE,
                )
                for one in administrators
            ]
        )

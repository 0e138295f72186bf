"""Corrections go to the administrator once a day; what an import brought is closed (D6.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from core.access.lost import LostAccessBook
from core.access.personal_data.data import is_kept
from core.access.personal_data.records import (
    Correction,
    CorrectionSettled,
    DataChecks,
    DataCorrections,
)
from core.clock import Clock
from core.facts import BY_IMPORT, Facts
from core.ids import PersonId, PupilId, SchoolId
from core.notices.ledger import Change, Draft, NoticeKind
from core.notices.ports import Audience, Outbox
from core.notices.reminders import Reminders
from core.notices.timing import SchoolDelivery

FROM: Final = time(8)
"""When the administrator hears what families corrected since the last morning."""

_OF_DAY: Final = "data-corrections-of-day"
_PASSED_ON: Final = "data-correction"


@dataclass(frozen=True, slots=True)
class Enterers:
    """Who enters corrections: the administrators of the journal, or who else leads the school."""

    lost_access: LostAccessBook
    audience: Audience

    async def __call__(self, school: SchoolId) -> Sequence[PersonId]:
        """Return them, as far as they have come in."""
        administrators = await self.lost_access.administrators(school)
        return administrators or await self.audience.administration(school)


@dataclass(frozen=True, slots=True)
class CloseEntered:
    """A tick: a correction that the school's files say by now is closed, and its asker told."""

    checks: DataChecks
    corrections: DataCorrections
    facts: Facts
    clock: Clock

    async def is_due(self, school: SchoolDelivery) -> bool:
        """Say whether an import brought anything that waits."""
        return bool(await self._brought(school))

    async def __call__(self, school: SchoolDelivery) -> None:
        """Close what an import brought."""
        now, found = self.clock.now(), await self._brought(school)
        if not found:
            return
        closed = await self.corrections.close([one.id for one in found], at=now)
        await self.facts.record(
            [
                CorrectionSettled(school.school, now, BY_IMPORT, one.id, one.said.person)
                for one in found
                if one.id in closed
            ]
        )

    async def _brought(self, school: SchoolDelivery) -> Sequence[Correction]:
        waiting = await self.corrections.waiting(school.school)
        return await self._kept(waiting, self.clock.now().astimezone(school.zone).date())

    async def _kept(self, waiting: Sequence[Correction], day: date) -> Sequence[Correction]:
        persons = sorted({one.said.person for one in waiting})
        data = await self.checks.data(persons, day) if persons else {}
        return [
            one
            for one in waiting
            if (of := data.get(one.said.person))
            and is_kept(one.said.field, one.said.words, of, one.said.about)
        ]


@dataclass(frozen=True, slots=True)
class PassOnCorrections:
    """A tick: each morning who enters corrections hears that there are new ones, as a list."""

    corrections: DataCorrections
    enterers: Enterers
    outbox: Outbox
    reminders: Reminders
    clock: Clock

    async def is_due(self, school: SchoolDelivery) -> bool:
        """Say whether anything waits that nobody looked through today."""
        waiting, persons = await self._waiting(school)
        day = self.clock.now().astimezone(school.zone).date()
        return bool(waiting and persons) and bool(
            await self.reminders.unnoted(school.school, _OF_DAY, [day.isoformat()])
        )

    async def __call__(self, school: SchoolDelivery) -> None:
        """Tell of new ones, once a day; a day without new ones is silent."""
        now = self.clock.now()
        waiting, persons = await self._waiting(school)
        day = now.astimezone(school.zone).date()
        if not persons or not await self.reminders.note(
            school.school, _OF_DAY, [day.isoformat()], at=now
        ):
            return
        keys = [str(one.id) for one in waiting]
        if await self.reminders.note(school.school, _PASSED_ON, keys, at=now):
            drafts = [
                Draft(
                    school=school.school,
                    recipient=one,
                    # It is about no one pupil: about whom it is told.
                    about=PupilId(one),
                    kind=NoticeKind.DATA_CORRECTIONS,
                    subject=day.toordinal(),
                    change=Change.NEW,
                    happened_at=now,
                )
                for one in persons
            ]
            await self.outbox.put(drafts)

    async def _waiting(
        self, school: SchoolDelivery
    ) -> tuple[Sequence[Correction], Sequence[PersonId]]:
        """Return what waits, and who is to hear of it; nothing before the day begins."""
        if self.clock.now().astimezone(school.zone).time() < FROM:
            return (), ()
        waiting = await self.corrections.waiting(school.school)
        return waiting, await self.enterers(school.school) if waiting else ()

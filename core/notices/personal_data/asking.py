"""Families are asked to check their data: once a month by itself, or by the class teacher."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from core.access.people import Actor
from core.access.personal_data.checking import beginning_of, month_of
from core.access.personal_data.data import is_grown
from core.access.personal_data.of_class import FindSilent, end_of
from core.access.personal_data.records import DataCheckAsked, DataChecks, Unasked
from core.clock import Clock
from core.facts import BY_IMPORT, Facts, Origin
from core.ids import ClassId, PersonId, PupilId, SchoolId
from core.notices.ports import Audience
from core.notices.timing import SchoolDelivery
from core.regulation.ports import Regulations

FROM: Final = time(10)
"""When families are asked on their day: the morning's alerts are over."""


@dataclass(frozen=True, slots=True)
class AskForData:
    """A tick: from the month's day on who was not asked yet is asked, nobody twice (C4.3.7).

    Who comes in later in the month is asked on the next day. Nobody is asked who has no account,
    or declined electronic news: for these the class teacher goes by paper.
    """

    checks: DataChecks
    audience: Audience
    regulations: Regulations
    facts: Facts
    clock: Clock

    async def is_due(self, school: SchoolDelivery) -> bool:
        """Say whether anybody is to be asked now."""
        return bool(await self._to_ask(school))

    async def __call__(self, school: SchoolDelivery) -> None:
        """Ask who is to be asked now."""
        heard = await self._to_ask(school)
        if not heard:
            return
        now = self.clock.now()
        day = now.astimezone(school.zone).date()
        month = month_of(day)
        asked = await self.checks.ask(school.school, list(heard), month, day=day)
        until = end_of(month, school.zone)
        await self.facts.record(
            [
                DataCheckAsked(school.school, now, BY_IMPORT, one, heard[one], month, until)
                for one in sorted(asked)
            ]
        )

    async def _to_ask(self, school: SchoolDelivery) -> Mapping[PersonId, PupilId]:
        """Return who is asked now, each by the pupil that gives the right to hear."""
        local = self.clock.now().astimezone(school.zone)
        rule = (await self.regulations.of(school.school)).personal_data
        if not rule.asked_on or local.day < rule.asked_on or local.time() < FROM:
            return {}
        day = local.date()
        unasked = await self.checks.unasked(
            school.school, month_of(day), day=day, came_before=beginning_of(day, school.zone)
        )
        return await heard_by(self.audience, _who_answers(unasked, rule.pupils_from_grade))


@dataclass(frozen=True, slots=True)
class RemindOfData:
    """One tap of the class teacher reminds who has not answered, once a day at most."""

    find: FindSilent
    checks: DataChecks
    audience: Audience
    facts: Facts
    clock: Clock

    async def __call__(self, actor: Actor, class_id: ClassId) -> int:
        """Remind them and return how many are told."""
        silent = await self.find(actor, class_id)
        view = silent.view
        school, by = view.overseen.member.school, view.overseen.member.person
        heard = await heard_by(self.audience, silent.by_pupil)
        asked = await self.checks.ask(school, list(heard), view.month, day=view.today)
        await self.facts.record(
            _asked(school, self.clock.now(), by, asked, heard, view.month, silent.until)
        )
        return len(asked)


def _asked(  # noqa: PLR0913, PLR0917 - what a fact is made of
    school: SchoolId,
    at: datetime,
    by: PersonId,
    asked: frozenset[PersonId],
    heard: Mapping[PersonId, PupilId],
    month: date,
    until: datetime,
) -> Sequence[DataCheckAsked]:
    return [
        DataCheckAsked(school, at, Origin(by), one, heard[one], month, until)
        for one in sorted(asked)
    ]


async def heard_by(
    audience: Audience, persons: Sequence[tuple[PersonId, PupilId]]
) -> Mapping[PersonId, PupilId]:
    """Return who may be told, each by the first pupil that gives the right to hear."""
    families = await audience.families(sorted({pupil for _, pupil in persons}))
    hearing = [(one, pupil) for one, pupil in persons if one in families.get(pupil, ())]
    return dict(reversed(hearing))


def _who_answers(
    unasked: Sequence[Unasked], from_grade: int
) -> Sequence[tuple[PersonId, PupilId]]:
    return [
        (one.person, one.pupil)
        for one in unasked
        if one.person != one.pupil or is_grown(one.class_title, from_grade)
    ]

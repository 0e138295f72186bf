"""What there is to tell of trainings, as they stand when it is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never
from zoneinfo import ZoneInfo

from core.access.people import Name, Role
from core.access.zones import OwnZone, Zones
from core.clock import Clock
from core.helpdesk.training.ports import Trainings
from core.helpdesk.training.quarter import Term, days_of, lacking
from core.helpdesk.training.training import Invited, Training
from core.ids import NoticeId, PersonId, SchoolId, TrainingId
from core.journal.missing_marks import MissingMarks
from core.notices.gathering.forecasts import Names
from core.notices.ledger import Change, Draft, Notice, NoticeKind
from core.notices.news.trainings import NoTrainingNews, Occasion, TrainingNews, TrainingTold
from core.notices.ports import PreferenceBook
from core.regulation.ports import Regulations


@dataclass(frozen=True, slots=True)
class GatherTrainings:
    """Looks up trainings; who is invited no more, and what has begun, is told nothing."""

    trainings: Trainings
    missing: MissingMarks
    regulations: Regulations
    names: Names
    choices: PreferenceBook
    clock: Clock

    async def __call__(
        self, kind: NoticeKind, rows: Sequence[Notice]
    ) -> Mapping[NoticeId, TrainingTold]:
        """Return what there is to say of each notice."""
        if kind is NoticeKind.TRAINING_LACKING:
            return await self._lacking(rows)
        numbers = sorted({row.draft.subject for row in rows})
        trainings = await self.trainings.trainings(numbers)
        invited = await self.trainings.invited(numbers)
        about = {row.draft.about for row in rows} | {row.draft.recipient for row in rows}
        names = await self.names.names(sorted(about))
        found = {
            row.id: (of, own)
            for row in rows
            if (of := trainings.get(TrainingId(row.draft.subject)))
            and (own := _own(invited[of.id], row.draft.recipient))
            and row.draft.about in names
            and not of.has_begun(self.clock.now())
        }
        told = [it for it in rows if it.id in found and _is_told(it.draft, found[it.id][0])]
        lives = await self.choices.zones(sorted({row.draft.recipient for row in told}))
        return {
            row.id: _news(
                row.draft,
                *found[row.id],
                names[row.draft.about],
                lives.get(row.draft.recipient),
            )
            for row in told
        }

    async def _lacking(self, rows: Sequence[Notice]) -> Mapping[NoticeId, NoTrainingNews]:
        names = await self.names.names(sorted({row.draft.recipient for row in rows}))
        schools = {row.draft.school: row.draft.happened_at for row in rows}
        terms = {school: await self._terms(school, at) for school, at in schools.items()}
        in_charge = {one: await self.missing.answering(one, Role.ADMINISTRATOR) for one in schools}
        return {
            row.id: NoTrainingNews(
                row.draft.about,
                names[row.draft.recipient],
                row.draft.school,
                terms[row.draft.school][row.draft.subject].title,
                terms[row.draft.school][row.draft.subject].ends,
            )
            for row in rows
            if row.draft.subject in terms[row.draft.school]
            and row.draft.recipient in in_charge[row.draft.school]
            and row.draft.recipient in names
        }

    async def _terms(self, school: SchoolId, at: datetime) -> Mapping[int, Term]:
        """Return the terms of a day that still lack a training, as the school stands now."""
        rule = (await self.regulations.of(school)).help
        # It is told days before the end of a term: that day is in it, whatever the zone.
        terms = await self.trainings.terms(school, at.date())
        found = dict[int, Term]()
        for one in terms:
            begins, ends = days_of(one, at)
            held = await self.trainings.starting(school, after=begins, before=ends)
            if lacking(rule, one, held):
                found[one.id] = one
        return found


def _own(invited: Sequence[Invited], person: PersonId) -> Invited | None:
    return next((one for one in invited if one.guest.person == person), None)


def _is_told(draft: Draft, training: Training) -> bool:
    return training.stands or draft.kind is NoticeKind.TRAINING


def _news(
    draft: Draft, training: Training, own: Invited, name: Name, lives: OwnZone | None
) -> TrainingNews:
    return TrainingNews(
        about=draft.about,
        child=name,
        training=training,
        person=draft.recipient,
        occasion=_occasion(draft, training),
        zones=Zones.of(ZoneInfo(training.zone), lives),
        reply=own.reply,
        before=datetime.fromisoformat(draft.before) if draft.before else None,
    )


def _occasion(draft: Draft, training: Training) -> Occasion:
    if draft.kind is NoticeKind.TRAINING_REMINDER:
        return Occasion.TOMORROW
    if not training.stands:
        return Occasion.CALLED_OFF
    match draft.change:
        case Change.NEW | Change.REPEATED:
            return Occasion.INVITED
        case Change.CHANGED | Change.TAKEN_BACK:
            return Occasion.MOVED
        case _:
            assert_never(draft.change)

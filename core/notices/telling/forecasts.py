"""Who hears of forecasts and warnings. Listens within the transaction in which they happened."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from core.diary.issuing.facts import (
    FamiliesToPrint,
    ForecastIssued,
    ForecastWentByItself,
    PupilWarned,
    ToClassTeacher,
    WarningsDrafted,
)
from core.facts import Fact
from core.ids import PersonId, PupilId
from core.notices.answers.answerable import Answerable
from core.notices.ledger import Change, Draft, NoticeKind, Settled, Why
from core.notices.ports import Audience, Outbox
from core.notices.standing_in import FindInCharge

_OfFamily = ForecastIssued | PupilWarned
_Record = tuple[NoticeKind, int, PupilId]


@dataclass(frozen=True, slots=True)
class TellForecasts:
    """A forecast goes to the pupil and each guardian, a warning to the guardians alone.

    Whom it did not reach gets it once it can: paper in between informs, and asks for no answer.

    What asks for something goes to who leads the class, or stands in.
    """

    outbox: Outbox
    answerable: Answerable
    audience: Audience

    async def record(self, facts: Sequence[Fact]) -> None:
        """Write a row of the outbox for each person who hears; nobody gets the same twice."""
        told = [fact for fact in facts if isinstance(fact, ForecastIssued | PupilWarned)]
        drafts = [*await self._of_families(told)] if told else []
        for fact in facts:
            if isinstance(fact, ToClassTeacher):
                drafts += await self._of_class(fact)
        if drafts:
            await self.outbox.put(drafts)

    async def _of_families(self, told: Sequence[_OfFamily]) -> Iterator[Draft]:
        families = await self.audience.families(sorted({fact.pupil for fact in told}))
        known = await self._told_before(told)
        return (
            draft
            for fact in told
            for draft in _drafts(fact, families)
            if (draft.record, draft.recipient) not in known
        )

    async def _told_before(
        self, told: Sequence[_OfFamily]
    ) -> Collection[tuple[_Record, PersonId]]:
        """Return who was told what, or is being told; in vain does not count where it helps now.

        What nobody knows to have arrived was told: it is repeated by itself.
        """
        since = {_record(fact): fact.since for fact in told}
        rows = [
            row
            for kind in sorted({kind for kind, _, _ in since})
            for row in await self.answerable.about(
                kind,
                sorted({subject for it, subject, _ in since if it is kind}),
                sorted({pupil for it, _, pupil in since if it is kind}),
            )
        ]
        reached = await self._reached_after(rows)
        return {
            (one.record, one.recipient)
            for row in rows
            if (one := row.notice.draft).record in since and one.happened_at >= since[one.record]
            if not (_was_in_vain(row) and one.recipient in reached.get(one.about, ()))
        }

    async def _reached_after(
        self, rows: Sequence[Settled]
    ) -> Mapping[PupilId, Collection[PersonId]]:
        """Return who can be told now, of the pupils of whom somebody was told in vain."""
        pupils = sorted({row.notice.draft.about for row in rows if _was_in_vain(row)})
        return await self.audience.reached(pupils) if pupils else {}

    async def _of_class(self, fact: ToClassTeacher) -> list[Draft]:
        return [
            Draft(
                school=fact.school,
                recipient=teacher,
                # It is about no one pupil: about whom it is told.
                about=PupilId(teacher),
                kind=_kind_of(fact),
                subject=fact.issue,
                change=Change.NEW,
                happened_at=fact.at,
            )
            for teacher in await self._told_of_class(fact)
        ]

    async def _told_of_class(self, fact: ToClassTeacher) -> Sequence[PersonId]:
        if isinstance(fact, ForecastWentByItself):
            # It asks for nothing: who leads the class should know, and nobody else needs to.
            return await self.audience.leaders(fact.class_id)
        found = await FindInCharge(self.audience).of_class(fact.school, fact.class_id)
        return found.persons


def _drafts(fact: _OfFamily, families: Mapping[PupilId, Sequence[PersonId]]) -> Iterator[Draft]:
    kind, subject, _ = _record(fact)
    for person in families.get(fact.pupil, ()):
        if kind is NoticeKind.WARNING and person == fact.pupil:
            continue
        yield Draft(
            school=fact.school,
            recipient=person,
            about=fact.pupil,
            kind=kind,
            subject=subject,
            change=Change.NEW,
            happened_at=fact.at,
        )


def _was_in_vain(row: Settled) -> bool:
    """Say whether a row reached nobody, and may be written again: no chat or right, a shut one.

    What a channel rejects as such it rejects every morning: that is left to paper.
    """
    return row.reason in {Why.NOT_LINKED, Why.UNREACHABLE, Why.NO_RIGHT}


def _record(fact: _OfFamily) -> _Record:
    if isinstance(fact, PupilWarned):
        return NoticeKind.WARNING, fact.warning, fact.pupil
    return NoticeKind.FORECAST, fact.period, fact.pupil


def _kind_of(fact: ToClassTeacher) -> NoticeKind:
    match fact:
        case ForecastWentByItself():
            return NoticeKind.FORECAST_SENT
        case FamiliesToPrint():
            return NoticeKind.TO_PRINT
        case WarningsDrafted():
            return NoticeKind.WARNINGS_DRAFTED
        case _:
            assert_never(fact)

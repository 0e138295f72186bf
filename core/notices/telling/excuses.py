"""Who hears of excuses and searches; and what of an absence that is taken back was ever told."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final, assert_never
from zoneinfo import ZoneInfo

from core.diary.excuses.facts import (
    ExcuseClaimed,
    ExcuseDecided,
    ExcuseFact,
    PupilFound,
    PupilSought,
)
from core.diary.excuses.ports import ExcuseBook
from core.diary.excuses.rules import ExcuseState
from core.facts import Fact
from core.ids import PersonId, SchoolId
from core.journal.values import is_alarming
from core.notices.hearing import Hearers
from core.notices.ledger import Change, Draft, Ending, Lane, NoticeKind, Settled
from core.notices.ports import Audience, DeliveryRules, Outbox
from core.notices.standing_in import FindInCharge


@dataclass(frozen=True, slots=True)
class TellExcuses:
    """Turns facts about excuses and searches into rows: the school hears, and who claimed.

    The whole family hears of today's absences whose reason counts no more: what was silent, or
    told with that reason, is an alert now.
    """

    outbox: Outbox
    audience: Audience
    delivery: DeliveryRules
    book: ExcuseBook

    async def record(self, facts: Sequence[Fact]) -> None:
        """Write a row of the outbox for each person who hears of it."""
        told = [fact for fact in facts if isinstance(fact, ExcuseFact)]
        if not told:
            return
        zones = {one.school: one.zone for one in await self.delivery.all()}
        hearers = await self._hearers(told)
        drafts = [
            replace(_draft(fact, zones[fact.school]), recipient=person)
            for fact in told
            for person in _who_hears(fact, hearers)
        ]
        fallen = _falls(told, zones)
        alerts = [one for day, ones in fallen for one in await self._alerts(day, ones)]
        await self.outbox.put([*drafts, *alerts])

    async def _alerts(self, today: date, fallen: Sequence[ExcuseDecided]) -> Sequence[Draft]:
        missed = await self.book.missed_under([one.excuse for one in fallen], today)
        families = await self.audience.families(sorted({pupil for pupil, _ in missed}))
        facts = {one.pupil: one for one in fallen}
        return [
            Draft(fact.school, person, pupil, kind, one.absence, Change.NEW, fact.at, Lane.ALERT)
            for pupil, one in missed
            if is_alarming(one.code, one.reason)
            for fact, kind in [(facts[pupil], NoticeKind.ABSENCE)]
            for person in families.get(pupil, ())
        ]

    async def _hearers(self, facts: Sequence[ExcuseFact]) -> Hearers:
        pupils = sorted({one.pupil for one in facts})
        schools = {one.pupil: one.school for one in facts}
        in_charge = await FindInCharge(self.audience).of_pupils(schools)
        of_family = any(isinstance(one, ExcuseDecided | PupilFound) for one in facts)
        seeking = {one.school for one in facts if isinstance(one, PupilSought | PupilFound)}
        return Hearers(
            await self.audience.families(pupils) if of_family else {},
            {pupil: found.persons for pupil, found in in_charge.items()},
            {one: await self.audience.administration(one) for one in seeking},
        )


def _who_hears(fact: ExcuseFact, hearers: Hearers) -> Sequence[PersonId]:
    leading = hearers.class_teachers.get(fact.pupil, ())
    family = hearers.families.get(fact.pupil, ())
    match fact:
        case ExcuseClaimed():
            return leading
        case ExcuseDecided(state=ExcuseState.WITHDRAWN):
            # What waited was nobody's business yet; what was accepted was relied on.
            return leading if fact.before is ExcuseState.ACCEPTED else ()
        case ExcuseDecided():
            # Who is no guardian any more hears nothing of the child.
            return [one for one in family if one == fact.guardian]
        case PupilSought():
            # One person may be both, and hears once.
            return list(dict.fromkeys([*leading, *hearers.administration[fact.school]]))
        case PupilFound():
            asked = [one for one in family if one == fact.asked_by != fact.by.person]
            alarmed = [*leading, *hearers.administration[fact.school]]
            return list(dict.fromkeys([*alarmed, *asked]))
        case _:
            assert_never(fact)


_EXPLAINS_NOTHING: Final = frozenset({ExcuseState.DECLINED, ExcuseState.WITHDRAWN})


def _falls(
    facts: Sequence[ExcuseFact], zones: Mapping[SchoolId, ZoneInfo]
) -> Iterable[tuple[date, Sequence[ExcuseDecided]]]:
    """Return the decisions after which a reason counts no more, by the school's day of each."""
    days = defaultdict[date, list[ExcuseDecided]](list)
    for one in facts:
        if isinstance(one, ExcuseDecided) and one.state in _EXPLAINS_NOTHING:
            days[one.at.astimezone(zones[one.school]).date()].append(one)
    return days.items()


def _draft(fact: ExcuseFact, zone: ZoneInfo) -> Draft:
    match fact:
        case ExcuseClaimed():
            kind, subject, change = NoticeKind.CLAIM, int(fact.excuse), Change.NEW
        case ExcuseDecided(state=ExcuseState.WITHDRAWN):
            kind, subject, change = NoticeKind.CLAIM, int(fact.excuse), Change.TAKEN_BACK
        case ExcuseDecided():
            kind, subject, change = NoticeKind.DECISION, int(fact.excuse), Change.NEW
        case PupilSought():
            kind, subject, change = NoticeKind.SEARCH, int(fact.search), Change.NEW
        case PupilFound():
            kind, subject, change = NoticeKind.SEARCH, int(fact.search), Change.TAKEN_BACK
        case _:
            assert_never(fact)
    draft = Draft(fact.school, PersonId(0), fact.pupil, kind, subject, change, fact.at)
    if isinstance(fact, PupilSought | PupilFound):
        # Whoever looks for a child looks today, and at night too; it may be found after midnight.
        day = fact.at.astimezone(zone).date()
        over = datetime.combine(day + timedelta(days=1), datetime.min.time(), zone)
        return replace(draft, lane=Lane.ALERT, valid_until=over)
    return draft


async def beside_earlier(drafts: Sequence[Draft], outbox: Outbox) -> list[Draft]:
    """Return the rows, those of absences taken back as `after_earlier` says."""
    subjects = [one.subject for one in drafts if _takes_back(one)]
    if not subjects:
        return list(drafts)
    earlier = defaultdict[tuple[int, PersonId], list[Settled]](list)
    for row in await outbox.told_of(NoticeKind.ABSENCE, subjects):
        earlier[row.notice.draft.subject, row.notice.draft.recipient].append(row)
    known = [(one, earlier[one.subject, one.recipient]) for one in drafts]
    return [
        kept
        for one, rows in known
        if (kept := after_earlier(one, rows) if _takes_back(one) else one)
    ]


def _takes_back(draft: Draft) -> bool:
    return draft.kind is NoticeKind.ABSENCE and draft.change is Change.TAKEN_BACK


def after_earlier(draft: Draft, rows: Sequence[Settled]) -> Draft | None:
    """Return the row of an absence taken back, after what one person was told of it before.

    It meets an alert that still waits in the alert's lane, also after midnight, so that neither
    is told; and where nothing was told, as of an absence with a reason, there is nothing to take
    back.
    """
    waiting = [row for row in rows if row.ending is None]
    if waiting:
        return replace(draft, lane=waiting[-1].notice.draft.lane)
    never_told = bool(rows) and all(row.ending is Ending.EXPIRED for row in rows)
    return None if never_told else draft

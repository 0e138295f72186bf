"""Which facts are told to whom. Listens to the journal's facts within their transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

from core.facts import Fact
from core.ids import LessonId, PersonId, PupilId, SchoolId
from core.journal.facts import (
    AbsenceRecorded,
    AbsenceRevised,
    AbsenceTakenBack,
    HomeworkSet,
    JournalFact,
    LessonReplaced,
    MarkCorrected,
    MarkEntered,
    MarkTakenBack,
    PeriodMarkChanged,
    PeriodMarkSet,
    PeriodMarkTakenBack,
)
from core.journal.values import AbsenceCode, is_alarming
from core.notices.facts import FamilyUnreachable
from core.notices.ledger import Change, Draft, Lane, NoticeKind
from core.notices.ports import Audience, DeliveryRules, Outbox
from core.notices.telling.excuses import beside_earlier


@dataclass(frozen=True, slots=True)
class Tale:
    """One notice still without its recipient."""

    kind: NoticeKind
    subject: int
    change: Change
    before: str = ""
    lane: Lane = Lane.NOTICE
    until: date | None = None


def tale_of(fact: Fact, today: date) -> Tale | None:  # noqa: C901, PLR0911 - one line for each kind of fact
    """Return what a fact makes known to families, or None where it is no news to them."""
    match fact:
        case MarkEntered():
            return Tale(NoticeKind.MARK, fact.mark, Change.NEW)
        case MarkCorrected():
            return Tale(NoticeKind.MARK, fact.mark, Change.CHANGED, fact.before.text)
        case MarkTakenBack():
            return Tale(NoticeKind.MARK, fact.mark, Change.TAKEN_BACK, fact.before.text)
        case PeriodMarkSet() | PeriodMarkChanged() | PeriodMarkTakenBack():
            return _period_mark(fact)
        case AbsenceRecorded() | AbsenceRevised() | AbsenceTakenBack():
            return _absence(fact, today)
        case HomeworkSet():
            change = Change.CHANGED if fact.before else Change.NEW
            over = fact.due is not None and fact.due < today
            tale = Tale(NoticeKind.HOMEWORK, fact.lesson, change, fact.before, until=fact.due)
            return None if over else tale
        case LessonReplaced():
            change = Change.NEW if fact.replaced else Change.TAKEN_BACK
            tale = Tale(NoticeKind.REPLACEMENT, fact.lesson, change, until=fact.lesson_date)
            return tale if fact.lesson_date >= today else None
        case _:
            return None


def _period_mark(fact: PeriodMarkSet | PeriodMarkChanged | PeriodMarkTakenBack) -> Tale:
    match fact:
        case PeriodMarkSet():
            return Tale(NoticeKind.PERIOD_MARK, fact.mark, Change.NEW)
        case PeriodMarkChanged():
            return Tale(NoticeKind.PERIOD_MARK, fact.mark, Change.CHANGED, fact.before.text)
        case PeriodMarkTakenBack():
            return Tale(NoticeKind.PERIOD_MARK, fact.mark, Change.TAKEN_BACK, fact.before.text)
        case _:
            assert_never(fact)


def _absence(
    fact: AbsenceRecorded | AbsenceRevised | AbsenceTakenBack, today: date
) -> Tale | None:
    # An alarm is for today; what is known or excused already alarms nobody.
    lane = Lane.ALERT if fact.lesson_date == today else Lane.NOTICE
    known = not isinstance(fact, AbsenceRecorded) and is_alarming(fact.before, fact.reason_before)
    came = isinstance(fact, AbsenceRevised) and _is_late(fact.before) != _is_late(fact.code)
    match fact:
        case AbsenceRecorded():
            tale = Tale(NoticeKind.ABSENCE, fact.absence, Change.NEW, lane=lane)
            return tale if is_alarming(fact.code, fact.reason) else None
        case AbsenceRevised():
            tale = Tale(NoticeKind.ABSENCE, fact.absence, Change.CHANGED, fact.before, lane)
            return tale if is_alarming(fact.code, fact.reason) and (came or not known) else None
        case AbsenceTakenBack():
            tale = Tale(NoticeKind.ABSENCE, fact.absence, Change.TAKEN_BACK, fact.before, lane)
            return tale if known else None
        case _:
            assert_never(fact)


def _is_late(code: AbsenceCode) -> bool:
    return code is AbsenceCode.LATE


@dataclass(frozen=True, slots=True)
class TellFamilies:
    """Turns facts into rows of the outbox: the pupil and each guardian hear, each by a row."""

    outbox: Outbox
    audience: Audience
    delivery: DeliveryRules

    async def record(self, facts: Sequence[Fact]) -> None:
        """Write a row of the outbox for each fact and each person who hears of it."""
        drafts = await self._for_class_teachers(facts)
        if any(isinstance(fact, JournalFact) for fact in facts):
            drafts = [*await self._for_families(facts), *drafts]
        await self.outbox.put(drafts)

    async def _for_families(self, facts: Sequence[Fact]) -> Sequence[Draft]:
        zones = {one.school: one.zone for one in await self.delivery.all()}
        tales = [
            (fact, tale)
            for fact in facts
            if isinstance(fact, JournalFact) and (tale := _tale(fact, zones))
        ]
        about = await self._about([fact for fact, _ in tales])
        families = await self.audience.families(
            sorted({pupil for pupils in about.values() for pupil in pupils})
        )
        drafts = [
            draft_of(fact, tale, pupil, person, zones[fact.school])
            for index, (fact, tale) in enumerate(tales)
            for pupil in about[index]
            for person in families.get(pupil, ())
        ]
        return await beside_earlier(drafts, self.outbox)

    async def _about(self, facts: Sequence[JournalFact]) -> dict[int, Sequence[PupilId]]:
        lessons = [fact.lesson for fact in facts if isinstance(fact, HomeworkSet | LessonReplaced)]
        pupils = await self.audience.pupils_of(lessons) if lessons else {}
        return {index: _pupils(fact, pupils) for index, fact in enumerate(facts)}

    async def _for_class_teachers(self, facts: Sequence[Fact]) -> list[Draft]:
        return [
            Draft(
                school=fact.school,
                recipient=teacher,
                about=pupil,
                kind=NoticeKind.UNREACHABLE,
                subject=fact.person,
                change=Change.NEW,
                happened_at=fact.at,
            )
            for fact in facts
            if isinstance(fact, FamilyUnreachable)
            for pupil, teacher in await self.audience.class_teachers(fact.person)
        ]


def _tale(fact: Fact, zones: dict[SchoolId, ZoneInfo]) -> Tale | None:
    return tale_of(fact, fact.at.astimezone(zones[fact.school]).date())


def _pupils(
    fact: JournalFact, of_lesson: Mapping[LessonId, Sequence[PupilId]]
) -> Sequence[PupilId]:
    match fact:
        case HomeworkSet() | LessonReplaced():
            return of_lesson.get(fact.lesson, ())
        case (
            MarkEntered()
            | MarkCorrected()
            | MarkTakenBack()
            | PeriodMarkSet()
            | PeriodMarkChanged()
            | PeriodMarkTakenBack()
            | AbsenceRecorded()
            | AbsenceRevised()
            | AbsenceTakenBack()
        ):
            return (fact.pupil,)
        case _:
            assert_never(fact)


def draft_of(fact: Fact, tale: Tale, pupil: PupilId, person: PersonId, zone: ZoneInfo) -> Draft:
    """Return the row by which one person hears a tale of one pupil."""
    return Draft(
        school=fact.school,
        recipient=person,
        about=pupil,
        kind=tale.kind,
        subject=tale.subject,
        change=tale.change,
        happened_at=fact.at,
        lane=tale.lane,
        before=tale.before,
        valid_until=_end_of(tale.until, zone) if tale.until else None,
    )


def _end_of(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day + timedelta(days=1), datetime.min.time(), zone)

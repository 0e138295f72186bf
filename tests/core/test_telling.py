"""Which facts are told to whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import cast

import pytest

from core.facts import BY_IMPORT, Fact
from core.ids import AbsenceId, LessonId, MarkId, PeriodMarkId, PersonId, PupilId
from core.journal.facts import (
    AbsenceRecorded,
    AbsenceRevised,
    AbsenceTakenBack,
    HomeworkSet,
    LessonReplaced,
    MarkCorrected,
    MarkEntered,
    MarkTakenBack,
    PeriodMarkChanged,
    PeriodMarkSet,
    PeriodMarkTakenBack,
)
from core.journal.values import AbsenceCode, MarkValue, ReasonState
from core.notices.facts import FamilyUnreachable
from core.notices.ledger import Change, Draft, Lane, NoticeKind
from core.notices.ports import Outbox as OutboxPort
from core.notices.telling.families import Tale, TellFamilies, tale_of
from core.notices.timing import SchoolDelivery
from core.regulation.profile import Delivery
from tests.core.builders import LESSON, MASHA, MOSCOW, NOW, PETYA, SCHOOL, TEACHER, TODAY

WHEN = (SCHOOL, NOW, BY_IMPORT)
MARK, ABSENCE, PERIOD_MARK = MarkId(1), AbsenceId(3), PeriodMarkId(4)
THREE, FOUR = MarkValue.of("3"), MarkValue.of("4")
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
ABSENT, ILL, EXCUSED, LATE = (
    AbsenceCode.ABSENT,
    AbsenceCode.ILL,
    AbsenceCode.EXCUSED,
    AbsenceCode.LATE,
)
UNKNOWN, CLAIMED, CONFIRMED = ReasonState.UNKNOWN, ReasonState.CLAIMED, ReasonState.CONFIRMED
MOTHER, FATHER = PersonId(2), PersonId(3)


def missed(
    code: AbsenceCode = ABSENT, reason: ReasonState = UNKNOWN, day: date = TODAY
) -> AbsenceRecorded:
    return AbsenceRecorded(*WHEN, ABSENCE, MASHA, day, code, reason)


def revised(
    before: AbsenceCode,
    code: AbsenceCode,
    reason: ReasonState = UNKNOWN,
    *,
    reason_before: ReasonState = UNKNOWN,
) -> Fact:
    return AbsenceRevised(*WHEN, ABSENCE, MASHA, TODAY, before, reason_before, code, reason)


def absence(change: Change, before: str = "", lane: Lane = Lane.ALERT) -> Tale:
    return Tale(NoticeKind.ABSENCE, ABSENCE, change, before, lane)


TOLD = {
    "a new mark": (
        MarkEntered(*WHEN, MARK, MASHA, FOUR),
        Tale(NoticeKind.MARK, MARK, Change.NEW),
    ),
    "a corrected mark": (
        MarkCorrected(*WHEN, MARK, MASHA, THREE, FOUR),
        Tale(NoticeKind.MARK, MARK, Change.CHANGED, "3"),
    ),
    "a mark taken back": (
        MarkTakenBack(*WHEN, MARK, MASHA, THREE),
        Tale(NoticeKind.MARK, MARK, Change.TAKEN_BACK, "3"),
    ),
    "a final mark": (
        PeriodMarkSet(*WHEN, PERIOD_MARK, MASHA, FOUR),
        Tale(NoticeKind.PERIOD_MARK, PERIOD_MARK, Change.NEW),
    ),
    "a final mark put right": (
        PeriodMarkChanged(*WHEN, PERIOD_MARK, MASHA, THREE, FOUR),
        Tale(NoticeKind.PERIOD_MARK, PERIOD_MARK, Change.CHANGED, "3"),
    ),
    "a final mark taken back": (
        PeriodMarkTakenBack(*WHEN, PERIOD_MARK, MASHA, THREE),
        Tale(NoticeKind.PERIOD_MARK, PERIOD_MARK, Change.TAKEN_BACK, "3"),
    ),
    "an absence today": (missed(), absence(Change.NEW)),
    "being late today": (missed(LATE), absence(Change.NEW)),
    "an absence of yesterday": (
        missed(day=YESTERDAY),
        absence(Change.NEW, lane=Lane.NOTICE),
    ),
    "an excuse that no longer holds": (
        revised(ILL, ABSENT),
        absence(Change.CHANGED, "ill"),
    ),
    "a claim that no longer holds": (
        revised(ABSENT, LATE, reason_before=CLAIMED),
        absence(Change.CHANGED, "absent"),
    ),
    "an absence that was a late coming": (
        revised(ABSENT, LATE),
        absence(Change.CHANGED, "absent"),
    ),
    "a late coming that was an absence": (
        revised(LATE, ABSENT),
        absence(Change.CHANGED, "late"),
    ),
    "an absence taken back": (
        AbsenceTakenBack(*WHEN, ABSENCE, MASHA, TODAY, ABSENT, UNKNOWN),
        absence(Change.TAKEN_BACK, "absent"),
    ),
    "new homework": (
        HomeworkSet(*WHEN, LESSON, "", "№ 5", TOMORROW),
        Tale(NoticeKind.HOMEWORK, LESSON, Change.NEW, until=TOMORROW),
    ),
    "changed homework": (
        HomeworkSet(*WHEN, LESSON, "№ 5", "№ 6", None),
        Tale(NoticeKind.HOMEWORK, LESSON, Change.CHANGED, "№ 5"),
    ),
    "homework for today": (
        HomeworkSet(*WHEN, LESSON, "", "№ 5", TODAY),
        Tale(NoticeKind.HOMEWORK, LESSON, Change.NEW, until=TODAY),
    ),
    "a replaced lesson": (
        LessonReplaced(*WHEN, LESSON, TODAY, replaced=True),
        Tale(NoticeKind.REPLACEMENT, LESSON, Change.NEW, until=TODAY),
    ),
    "the usual teacher's return": (
        LessonReplaced(*WHEN, LESSON, TOMORROW, replaced=False),
        Tale(NoticeKind.REPLACEMENT, LESSON, Change.TAKEN_BACK, until=TOMORROW),
    ),
}

UNTOLD = {
    "an absence by illness": missed(ILL),
    "an excused absence": missed(EXCUSED, CONFIRMED),
    "an absence whose reason the family has claimed": missed(reason=CLAIMED),
    "an absence that became excused": revised(ABSENT, ILL),
    "a late coming that stays one": revised(LATE, LATE),
    "an excuse that is claimed anew": revised(ILL, ABSENT, CLAIMED),
    "an excused absence taken back": AbsenceTakenBack(
        *WHEN, ABSENCE, MASHA, TODAY, ILL, CONFIRMED
    ),
    "a claimed absence taken back": AbsenceTakenBack(
        *WHEN, ABSENCE, MASHA, TODAY, ABSENT, CLAIMED
    ),
    "homework that was due yesterday": HomeworkSet(*WHEN, LESSON, "", "№ 5", YESTERDAY),
    "a replaced lesson of yesterday": LessonReplaced(*WHEN, LESSON, YESTERDAY, replaced=True),
    "the usual teacher's return, too late": LessonReplaced(
        *WHEN, LESSON, YESTERDAY, replaced=False
    ),
    "a family that is out of reach": FamilyUnreachable(*WHEN, MOTHER),
}


@pytest.mark.parametrize("fact", TOLD)
def test_families_hear_of(fact: str) -> None:
    happened, tale = TOLD[fact]

    assert tale_of(happened, TODAY) == tale


@pytest.mark.parametrize("fact", UNTOLD)
def test_families_do_not_hear_of(fact: str) -> None:
    assert tale_of(UNTOLD[fact], TODAY) is None


@dataclass
class Outbox:
    """Keeps what was put in."""

    drafts: list[Draft] = field(default_factory=list)

    async def put(self, drafts: Sequence[Draft]) -> None:
        self.drafts.extend(drafts)


class Audience:
    """Masha has two guardians and an account of her own; nobody of Petya's family is linked."""

    async def families(self, pupils: Sequence[PupilId]) -> Mapping[PupilId, Sequence[PersonId]]:
        return {MASHA: [MOTHER, FATHER, MASHA]}

    async def pupils_of(self, lessons: Sequence[LessonId]) -> Mapping[LessonId, Sequence[PupilId]]:
        return {LESSON: [MASHA, PETYA]}

    async def class_teachers(self, person: PersonId) -> Sequence[tuple[PupilId, PersonId]]:
        return [(MASHA, TEACHER)]


class DeliveryRules:
    """One school in Moscow."""

    async def all(self) -> Sequence[SchoolDelivery]:
        return [SchoolDelivery(SCHOOL, MOSCOW, Delivery())]


async def told_of(*facts: Fact) -> list[Draft]:
    outbox = Outbox()
    put_only = cast(OutboxPort, outbox)
    await TellFamilies(put_only, Audience(), DeliveryRules()).record(facts)
    return outbox.drafts


async def test_the_pupil_and_each_guardian_hear_by_a_row() -> None:
    drafts = await told_of(MarkEntered(*WHEN, MARK, MASHA, FOUR))

    assert [draft.recipient for draft in drafts] == [MOTHER, FATHER, MASHA]
    assert {(draft.about, draft.subject, draft.happened_at) for draft in drafts} == {
        (MASHA, MARK, NOW)
    }


async def test_a_family_that_is_not_linked_hears_nothing() -> None:
    assert await told_of(MarkEntered(*WHEN, MARK, PETYA, FOUR)) == []


async def test_homework_is_told_to_the_families_of_the_course() -> None:
    drafts = await told_of(HomeworkSet(*WHEN, LESSON, "", "№ 5", TOMORROW))

    assert [draft.recipient for draft in drafts] == [MOTHER, FATHER, MASHA]


async def test_homework_is_news_until_its_day_is_over() -> None:
    drafts = await told_of(HomeworkSet(*WHEN, LESSON, "", "№ 5", TODAY))

    assert drafts[0].valid_until == datetime(2026, 11, 20, 21, tzinfo=UTC)


async def test_a_mark_is_news_for_ever() -> None:
    drafts = await told_of(MarkEntered(*WHEN, MARK, MASHA, FOUR))

    assert drafts[0].valid_until is None


async def test_the_class_teacher_hears_of_a_family_out_of_reach() -> None:
    (draft,) = await told_of(FamilyUnreachable(*WHEN, MOTHER))

    assert (draft.recipient, draft.about, draft.subject) == (TEACHER, MASHA, MOTHER)
    assert draft.kind is NoticeKind.UNREACHABLE


async def test_facts_are_told_in_their_order_and_silence_leaves_no_row() -> None:
    drafts = await told_of(missed(ILL), missed(), MarkEntered(*WHEN, MARK, MASHA, FOUR))

    assert [draft.kind for draft in drafts] == [NoticeKind.ABSENCE] * 3 + [NoticeKind.MARK] * 3


async def test_today_is_the_school_s_and_not_utc_s() -> None:
    after_midnight_in_moscow = datetime(2026, 11, 20, 22, tzinfo=UTC)

    drafts = await told_of(
        AbsenceRecorded(
            SCHOOL, after_midnight_in_moscow, BY_IMPORT, ABSENCE, MASHA, TOMORROW, ABSENT, UNKNOWN
        )
    )

    assert {draft.lane for draft in drafts} == {Lane.ALERT}

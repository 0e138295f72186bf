"""Which absences the class teacher may settle as missed without good reason."""

from datetime import date, timedelta

import pytest

from core.diary.excuses.limits import NothingToExcuse
from core.diary.excuses.ports import Missed
from core.diary.excuses.rules import Claim, Excuse, ExcuseKind, ExcuseState
from core.diary.excuses.unexcused import Unexcused, unexcused_days
from core.ids import AbsenceId, ExcuseId, LessonId, PersonId
from core.journal.values import AbsenceCode, ReasonState
from tests.core.builders import MASHA, NOW, SCHOOL, a_child

FRIDAY = date(2026, 11, 20)
ABSENT, UNKNOWN, CONFIRMED = AbsenceCode.ABSENT, ReasonState.UNKNOWN, ReasonState.CONFIRMED


def a_missed(
    code: AbsenceCode = ABSENT,
    reason: ReasonState = UNKNOWN,
    *,
    number: int = 1,
    day: date = FRIDAY,
) -> Missed:
    return Missed(AbsenceId(number), LessonId(number), day, number, code, reason)


def an_excuse(state: ExcuseState) -> Excuse:
    claim = Claim(MASHA, (FRIDAY,), ExcuseKind.ILLNESS)
    return Excuse(ExcuseId(1), SCHOOL, PersonId(9), claim, state, NOW)


LISTED = {
    "the reason is unknown": (ABSENT, UNKNOWN, None, [False]),
    "it was settled": (ABSENT, CONFIRMED, None, [True]),
    "the journal has the family's word": (ABSENT, ReasonState.CLAIMED, None, []),
    "ill": (AbsenceCode.ILL, CONFIRMED, None, []),
    "excused": (AbsenceCode.EXCUSED, UNKNOWN, None, []),
    "late": (AbsenceCode.LATE, UNKNOWN, None, []),
    "the family's word waits": (ABSENT, UNKNOWN, ExcuseState.WAITING, []),
    "the family's word was taken": (ABSENT, UNKNOWN, ExcuseState.ACCEPTED, []),
    "the family's word was declined": (ABSENT, UNKNOWN, ExcuseState.DECLINED, [False]),
    "the family took its word back": (ABSENT, UNKNOWN, ExcuseState.WITHDRAWN, [False]),
}


@pytest.mark.parametrize(("code", "reason", "said", "settled"), LISTED.values(), ids=LISTED)
def test_only_what_nobody_excused_is_settled(
    code: AbsenceCode, reason: ReasonState, said: ExcuseState | None, settled: list[bool]
) -> None:
    excuses = [an_excuse(said)] if said else []

    found = unexcused_days([a_missed(code, reason)], excuses, MASHA)

    assert [one.settled for one in found] == settled


def test_lessons_of_a_day_go_together_and_the_latest_day_comes_first() -> None:
    later = FRIDAY + timedelta(days=1)
    missed = [a_missed(number=1), a_missed(number=2), a_missed(number=3, day=later)]

    found = unexcused_days(missed, [], MASHA)

    assert [(one.day, [it.number for it in one.missed]) for one in found] == [
        (later, [3]),
        (FRIDAY, [1, 2]),
    ]


def test_a_day_that_has_a_reason_by_now_is_not_settled() -> None:
    with pytest.raises(NothingToExcuse):
        Unexcused(a_child(), ()).of(FRIDAY, settled=False)

"""What an answer about a week's absences holds for."""

from dataclasses import replace
from datetime import date

import pytest

from core.ids import CheckId, ClassId, CourseId, PersonId, PupilId, SchoolId, SubjectId
from core.journal.values import AbsenceCode, ReasonState
from core.reports.checks import AbsenceCheck, CheckState
from core.reports.ports import Missed
from core.reports.verifying import digest_of

DAY = date(2026, 11, 18)


FIRST = Missed(
    PupilId(PersonId(1)),
    DAY,
    2,
    CourseId(5),
    SubjectId(6),
    "История",
    "Тема",
    AbsenceCode.ABSENT,
    ReasonState.UNKNOWN,
    "p1",
)
SECOND = replace(FIRST, pupil=PupilId(PersonId(2)), known_as="p2")

OTHERS = {
    "one came to it": (SECOND,),
    "one was taken away": (),
    "it is another pupil": (SECOND, replace(SECOND, number=3)),
    "it is another lesson": (replace(FIRST, number=3), SECOND),
    "it is another day": (replace(FIRST, day=date(2026, 11, 19)), SECOND),
}


@pytest.mark.parametrize("others", OTHERS.values(), ids=OTHERS.keys())
def test_other_absences_are_told_from_those_that_were_answered(others: tuple[Missed, ...]) -> None:
    answered = digest_of((FIRST, SECOND))

    assert digest_of(others) != answered


def test_neither_order_nor_reason_nor_the_numbers_of_a_database_make_them_others() -> None:
    known = replace(FIRST, code=AbsenceCode.ILL, reason=ReasonState.CONFIRMED)
    moved = replace(known, pupil=PupilId(PersonId(8)))

    found = digest_of((replace(SECOND, pupil=PupilId(PersonId(9))), moved))

    assert found == digest_of((FIRST, SECOND))


@pytest.mark.parametrize(
    ("state", "holds"),
    [
        (CheckState.ASKED, True),
        (CheckState.RIGHT, False),
        (CheckState.FIXING, False),
        (CheckState.VERIFIED, False),
    ],
)
def test_over_other_absences_only_an_open_question_holds(
    state: CheckState, *, holds: bool
) -> None:
    check = AbsenceCheck(
        CheckId(1), SchoolId(1), ClassId(1), CourseId(5), DAY, state, digest="two"
    )

    assert (check.holds("two"), check.holds("three")) == (True, holds)

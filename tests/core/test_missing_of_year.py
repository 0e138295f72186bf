"""What is missing at a year's end: a mark of the year, and a final one, certain or concluded."""

from datetime import date

import pytest

from core.ids import ClassId, CourseId, PersonId, PupilId
from core.journal.missing_of_year import Lack, Taking, missing_of_year
from core.journal.values import PeriodMarkKind
from tests.core.builders import CLASS_7A, CLASS_7B

YEAR, EXAM, FINAL = PeriodMarkKind.YEAR, PeriodMarkKind.EXAM, PeriodMarkKind.FINAL
MAY, DECEMBER = date(2027, 5, 28), date(2026, 12, 27)
ALGEBRA, PHYSICS = 1, 2


def taking(
    pupil: int,
    *marks: PeriodMarkKind,
    course: int = 10,
    subject: int = ALGEBRA,
    until: date = MAY,
    class_id: ClassId = CLASS_7A,
) -> Taking:
    who = PupilId(PersonId(pupil))
    return Taking(who, class_id, CourseId(course), subject, until, frozenset(marks))


def missing(*takings: Taking) -> list[tuple[int, int, Lack]]:
    return [(one.pupil, one.course, lack) for one, lack in missing_of_year(takings)]


CASES = {
    "nobody takes anything": ((), []),
    "no mark of the year": ((taking(1), taking(2, YEAR)), [(1, 10, Lack.YEAR)]),
    "taught in the first half alone": ((taking(1, until=DECEMBER),), [(1, 10, Lack.YEAR)]),
    "another course of the subject followed": (
        (taking(1, until=DECEMBER), taking(1, course=11)),
        [(1, 11, Lack.YEAR)],
    ),
    "two courses of the subject side by side": (
        (taking(1), taking(1, course=11)),
        [(1, 10, Lack.YEAR), (1, 11, Lack.YEAR)],
    ),
    "two subjects, one of them over": (
        (taking(1, until=DECEMBER), taking(1, course=20, subject=PHYSICS)),
        [(1, 10, Lack.YEAR), (1, 20, Lack.YEAR)],
    ),
    "an exam without a final mark": ((taking(1, YEAR, EXAM),), [(1, 10, Lack.FINAL)]),
    "an exam before the year is summed up": (
        (taking(1, EXAM),),
        [(1, 10, Lack.YEAR), (1, 10, Lack.FINAL)],
    ),
    "all is set": ((taking(1, YEAR, EXAM, FINAL), taking(2, YEAR, FINAL)), []),
    "an exam that one of the class sat": ((taking(1, YEAR, EXAM, FINAL), taking(2, YEAR)), []),
    "most of the class have a final mark": (
        (taking(1, YEAR, FINAL), taking(2, YEAR, FINAL), taking(3, YEAR)),
        [(3, 10, Lack.FINAL_OF_OTHERS)],
    ),
    "a subgroup without one, of a class that has it": (
        (taking(1, YEAR, FINAL), taking(2, YEAR, FINAL), taking(3, YEAR, course=11)),
        [(3, 11, Lack.FINAL_OF_OTHERS)],
    ),
    "another class has final marks": (
        (taking(1, YEAR), *(taking(one, YEAR, FINAL, class_id=CLASS_7B) for one in (2, 3))),
        [],
    ),
    "another subject has final marks": (
        (taking(1, YEAR, FINAL), taking(1, YEAR, course=20, subject=PHYSICS)),
        [],
    ),
    "a certain one among those concluded": (
        (taking(1, YEAR, FINAL), taking(2, YEAR, FINAL), taking(3, YEAR, EXAM)),
        [(3, 10, Lack.FINAL)],
    ),
}


@pytest.mark.parametrize(("takings", "found"), CASES.values(), ids=CASES)
def test_what_is_missing_at_the_end_of_a_year(
    takings: tuple[Taking, ...], found: list[tuple[int, int, Lack]]
) -> None:
    assert missing(*takings) == found


@pytest.mark.parametrize("lack", Lack)
def test_what_is_missing_says_which_mark_fills_it(lack: Lack) -> None:
    expected = {Lack.PERIOD: PeriodMarkKind.PERIOD, Lack.YEAR: YEAR}

    assert lack.kind is expected.get(lack, FINAL)

"""How a class's marks lie is told, and nobody's among them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.diary.papers.spread import ClassMark, Spread, spread_of, spreads_of
from core.ids import PersonId, PupilId, SubjectId
from core.journal.values import MarkValue

ALGEBRA, RUSSIAN = SubjectId(1), SubjectId(2)


def of_class(*by_pupil: str, subject: SubjectId = ALGEBRA) -> list[ClassMark]:
    """Return marks: a text for each pupil, a word of it for each mark."""
    return [
        ClassMark(PupilId(PersonId(number)), subject, MarkValue(mark))
        for number, marks in enumerate(by_pupil)
        for mark in marks.split()
    ]


def quartiles(lower: str, middle: str, upper: str) -> Spread:
    return Spread(Decimal(lower), Decimal(middle), Decimal(upper))


@pytest.mark.parametrize(
    ("marks", "spread"),
    [
        (of_class("2", "3", "4", "4", "5"), quartiles("3", "4", "4")),
        (of_class("3 3", "3 4", "4 4", "5 5", "5 5"), quartiles("3.5", "4", "5")),
        (of_class("3/5", "3/5", "4/4", "5/5", "5/5"), quartiles("4", "5", "5")),
        (of_class("5", "5", "5", "5", "5 pass"), quartiles("5", "5", "5")),
    ],
)
def test_quartiles_are_told_to_the_half(marks: list[ClassMark], spread: Spread) -> None:
    assert spread_of(marks) == spread


@pytest.mark.parametrize(
    "marks",
    [
        of_class(),
        of_class("2", "3", "4", "5"),
        of_class("2 3 4", "3 5", "4 4", "5 5"),
        of_class("2", "3", "4", "5", "pass"),
    ],
)
def test_of_fewer_than_five_marked_pupils_nothing_is_told(marks: list[ClassMark]) -> None:
    assert spread_of(marks) is None


def test_nothing_is_told_where_one_pupil_holds_more_than_a_quarter_of_the_marks() -> None:
    assert spread_of(of_class("2 2 2", "4", "4", "4", "4")) is None
    assert spread_of(of_class("2 2", "4", "4", "4", "4", "4", "4")) is not None


def test_each_subject_is_told_apart() -> None:
    algebra = of_class("3", "3", "3", "3", "3")
    russian = of_class("5", "5", "5", subject=RUSSIAN)

    assert spreads_of([*russian, *algebra]) == {ALGEBRA: quartiles("3", "3", "3")}


@given(st.lists(st.lists(st.integers(1, 5), max_size=8), max_size=30))
def test_who_is_who_does_not_matter(numbers: list[list[int]]) -> None:
    texts = [" ".join(map(str, one)) for one in numbers]

    assert spread_of(of_class(*texts)) == spread_of(of_class(*reversed(texts)))

"""A class's forecast: shares as a school counts them, and who is at risk."""

from core.diary.forecast.of_class import Shares, at_risk, outlooks, shares_of_pupils
from core.diary.forecast.of_subject import SubjectForecast
from core.diary.forecast.ports import SetMark
from core.ids import PersonId, PupilId
from core.journal.values import MarkValue
from tests.core.builders import MASHA, PETYA, a_child
from tests.core.foreseen import ALGEBRA, PHYSICS, TITLES, given, records, subjects, taught

VERA = PupilId(PersonId(102))


def standing(algebra: str | None, physics: str | None) -> tuple[SubjectForecast, ...]:
    """Return a pupil's two subjects with marks that are set; None where nothing is known yet."""
    told = {ALGEBRA: algebra, PHYSICS: physics}
    return subjects(
        records(
            *(given("pass", subject=one) for one in told),
            courses=[
                taught(course=one, subject=one, in_period=False) for one in (ALGEBRA, PHYSICS)
            ],
            set_marks=[
                SetMark(MASHA, subject, MarkValue.of(text))
                for subject, text in told.items()
                if text
            ],
        )
    )


CLASS = {
    MASHA: standing("5", "4"),
    PETYA: standing("3", "2"),
    VERA: standing("4", "none"),
}


def test_a_subject_counts_marks_quality_and_success() -> None:
    algebra, physics = outlooks(CLASS)

    assert [algebra.title, physics.title] == [TITLES[ALGEBRA], TITLES[PHYSICS]]
    assert algebra.marks == {5: 1, 4: 1, 3: 1, 2: 0}
    assert algebra.shares == Shares(3, quality=67, success=100)
    assert (physics.marks, physics.not_certified) == ({5: 0, 4: 1, 3: 0, 2: 1}, 1)
    assert physics.shares == Shares(3, quality=33, success=33)


def test_a_class_counts_pupils_by_their_worst_subject() -> None:
    assert shares_of_pupils(CLASS.values()) == Shares(3, quality=33, success=33)


def test_who_cannot_be_judged_yet_counts_nowhere() -> None:
    unknown = {MASHA: standing(None, None)}

    assert shares_of_pupils(unknown.values()) == Shares(0, None, None)
    assert {one.shares for one in outlooks(unknown)} == {Shares(0, None, None)}


def test_a_one_is_counted_as_a_two() -> None:
    (algebra, _) = outlooks({MASHA: standing("1", None)})

    assert algebra.marks[2] == 1


def test_those_at_risk_come_in_the_order_of_the_class_list() -> None:
    listed = [a_child(VERA, "Вера"), a_child(MASHA), a_child(PETYA, "Петя")]

    found = at_risk(listed, CLASS)

    assert [(one.child.name.given, [it.title for it in one.subjects]) for one in found] == [
        ("Вера", ["Физика"]),
        ("Петя", ["Физика"]),
    ]


def test_a_pupil_without_any_course_is_at_no_risk() -> None:
    assert at_risk([a_child()], {}) == ()

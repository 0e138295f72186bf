"""The back-test reads what it should, knows nothing of later, and counts as the books do."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from benchmarks.forecast import main
from benchmarks.forecast_data import Course, at_cuts, everywhere, read
from benchmarks.forecast_fit import Lessons, fit, write
from benchmarks.forecast_score import Guess, naive, ours, score, shares_elsewhere, usual
from core.diary.forecast.fitted import FITTED

WORKS = """course,presentation,assessment,kind,due_day,weight
AAA,1,11,TMA,10,20
AAA,1,12,TMA,40,30
AAA,1,13,TMA,100,50
AAA,1,14,CMA,50,0
BBB,1,21,TMA,10,40
BBB,1,22,TMA,60,60
CCC,1,31,TMA,10,50
CCC,1,32,TMA,60,50
"""
SCORES = {
    "11": [80, 60, 90, 40],
    "12": [70, 60, 95, 50],
    "13": [60, 80, 90],
    "21": [50, 75, 88],
    "22": [55, 70, 80],
    "31": [70, 90, 60],
    "32": [75, 85, 50],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = [
        f"{name[0]}{student},{name},5,{points}"
        for name, found in SCORES.items()
        for student, points in enumerate(found)
    ]
    head = "student,assessment,submitted_day,score"
    (tmp_path / "assessments.csv").write_text(WORKS, encoding="utf-8")
    (tmp_path / "results.csv").write_text(
        "\n".join([head, *rows, "19,14,5,100"]), encoding="utf-8"
    )
    return tmp_path


@pytest.fixture
def courses(folder: Path) -> list[Course]:
    return read(folder)


def test_works_without_weight_are_left_out(courses: list[Course]) -> None:
    assert [work.id for work in courses[0].works] == ["11", "12", "13"]


def test_who_lacks_a_result_does_not_count(courses: list[Course]) -> None:
    cut = courses[0].cut(50)

    assert len(cut.course.students) == 4
    assert len(cut.students) == 3


def test_a_class_is_who_had_done_all_works_by_then(courses: list[Course]) -> None:
    assert courses[0].cut(50).of_class == [Decimal("67.5"), Decimal("68.75")]


@pytest.mark.parametrize(("days", "known"), [(14, 2), (60, 2), (61, 1), (90, 1), (91, 0)])
def test_known_is_what_was_due(courses: list[Course], days: int, known: int) -> None:
    [cut, *_] = at_cuts(courses, days)

    assert (len(cut.known), len(cut.coming)) == (known, 3 - known)


def test_a_final_mean_is_exact(courses: list[Course]) -> None:
    assert courses[0].cut(50).finals == [Fraction(67), Fraction(70), Fraction(183, 2)]


def test_the_mean_so_far_is_the_middle_where_nothing_is_known(courses: list[Course]) -> None:
    assert courses[0].cut(0).means == [Fraction(70)] * 3
    assert courses[0].cut(20).means == [Fraction(80), Fraction(60), Fraction(90)]


def test_frequencies_come_from_the_other_courses(courses: list[Course]) -> None:
    shares = shares_elsewhere(at_cuts(courses[:2], 14))

    assert shares["BBB"] == [0.0, 1 / 3, 1 / 3, 1 / 3]


def test_every_method_speaks_of_the_same_students(courses: list[Course]) -> None:
    [cut, *_] = at_cuts(courses, 14)

    methods = [ours(cut, FITTED), naive(cut), usual(cut, {"AAA": [0.1, 0.2, 0.3, 0.4]})]

    assert [[one.came for one in found] for found in methods] == [[3, 4, 5]] * 3


def test_a_pupil_alone_is_foreseen_without_the_class(courses: list[Course]) -> None:
    [cut, *_] = at_cuts(courses, 14)

    together, alone = ours(cut, FITTED), ours(cut, FITTED, alone=True)

    assert [one.came for one in alone] == [one.came for one in together]
    assert [one.expected for one in alone] != [one.expected for one in together]


def test_the_report_tells_every_method_at_every_cut(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(folder, fitting=False)

    told = capsys.readouterr().out
    methods = ("held out", "shipped", "pupil alone", "mean so far", "frequencies")
    assert [told.count(f"\n{name:12} ") for name in methods] == [3] * 5


def test_a_score_is_what_the_books_say() -> None:
    guesses = [
        Guess(60, 4, (0.0, 0.25, 0.75, 0.0), 72, 4),
        Guess(60, 4, (0.0, 0.25, 0.75, 0.0), 58, 3),
    ]

    found = score(guesses)

    assert (found.right, found.error) == (0.5, 7)
    assert found.brier == pytest.approx((0.125 + 1.125) / 2)
    assert found.calibration == pytest.approx(0.25)


def test_what_is_learned_is_written_as_it_ships(courses: list[Course], tmp_path: Path) -> None:
    learned, file = fit(Lessons.of(courses)), tmp_path / "fitted.py"

    write(learned, file)

    written: dict[str, object] = {}
    exec(file.read_text(encoding="utf-8"), written)  # noqa: S102 - our own file, just written
    assert written["FITTED"] == learned


def test_a_course_that_is_held_out_teaches_nothing(courses: list[Course]) -> None:
    lessons = Lessons.of(courses)

    assert lessons.courses == ["AAA", "BBB", "CCC"]
    assert lessons.without("AAA") == Lessons.of(courses[1:])
    assert len(everywhere(courses)) == len(lessons.anywhere)

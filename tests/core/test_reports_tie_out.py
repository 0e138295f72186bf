"""Numbers of one report are those of another, over random schools."""

from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from core.journal.values import MarkValue
from core.reports.kinds import ClassReportKind, SchoolReportKind
from core.reports.results import Grade, Standing, grade_of
from core.reports.table import Said, Table
from tests.core.reported import QUARTERS, RandomSchool, a_random_school, one, total

random_schools = st.builds(a_random_school, st.integers(0, 10**6).map(Random))
few = settings(max_examples=40, deadline=None)
GRADES = [f"grade-{grade.value}" for grade in Grade]


def counts_of(report: Table) -> dict[str, int]:
    """Return a class teacher's indicators by their key."""
    return {
        row[0].key: row[1]
        for row in report.rows
        if isinstance(row[0], Said) and isinstance(row[1], int)
    }


def standings_of(summary: Table) -> Counter[str]:
    return Counter(
        cell.key.removeprefix("is-")
        for cell in summary.column("standing")
        if isinstance(cell, Said)
    )


@given(random_schools)
@few
def test_the_summary_sheet_counts_what_the_period_report_and_the_results_count(
    found: RandomSchool,
) -> None:
    for number in found.classes:
        summary = one(found.school.of_class(number, ClassReportKind.SUMMARY), "summary")
        period = one(found.school.of_class(number, ClassReportKind.PERIOD), "period-report")
        results = one(found.school.of_class(number, ClassReportKind.RESULTS), "results")

        counts, standings = counts_of(period), standings_of(summary)
        assert counts["roll-ended"] == len(summary.rows) == standings.total()
        assert {one.value: counts.get(f"standing-{one.value}", 0) for one in Standing} == {
            one.value: standings[one.value] for one in Standing
        }
        assert sum(int(str(total(results, key))) for key in GRADES) == sum(
            isinstance(cell, MarkValue) for row in summary.rows for cell in row
        )
        for row, column in zip(results.rows, summary.columns[2:-2], strict=True):
            cells = [line[summary.columns.index(column)] for line in summary.rows]
            marks = [grade_of(cell) for cell in cells if isinstance(cell, MarkValue)]
            assert row[0] == column.heading
            assert list(row[3:9]) == [
                marks.count(Grade(key.removeprefix("grade-"))) for key in GRADES
            ]
            assert row[2] == len(marks) + int(str(row[9]))


@given(random_schools)
@few
def test_lists_are_as_long_as_their_counts(found: RandomSchool) -> None:
    for number in found.classes:
        for _, begins, _ in QUARTERS:
            attendance = found.school.of_class(number, ClassReportKind.ATTENDANCE, day=begins)
            missed = found.school.of_class(number, ClassReportKind.MISSED, day=begins)
            period = found.school.of_class(number, ClassReportKind.PERIOD, day=begins)

            counted = one(attendance, "attendance")
            by_subject = one(attendance, "attendance-by-subject")
            listed = one(missed, "missed-lessons")
            names = Counter(row[0] for row in listed.rows)
            counts = counts_of(one(period, "period-report"))
            assert {row[1]: row[3] for row in counted.rows if row[3]} == dict(names)
            assert len(listed.rows) == total(counted, "missed") == counts["missed"]
            assert total(by_subject, "missed") == len(listed.rows)
            assert all(sum(cell or 0 for cell in row[2:-1]) == row[-1] for row in by_subject.rows)  # type: ignore[misc]  # counts
            assert sum(counts[f"missed-{key}"] for key in ("ill", "excused", "absent")) == len(
                listed.rows
            )


@given(random_schools)
@few
def test_periods_sum_up_to_the_year(found: RandomSchool) -> None:
    for number in found.classes:
        report = found.school.of_class(number, ClassReportKind.ATTENDANCE_SUMMARY)
        year = found.school.of_class(number, ClassReportKind.ATTENDANCE, year=True)

        summary = one(report, "attendance-summary")
        lessons = [row[3::3] for row in summary.rows]
        # A class without courses has no periods.
        quarters = QUARTERS if summary.columns[2:-3] else ()
        listed = one(
            found.school.of_class(number, ClassReportKind.MISSED, year=True), "missed-lessons"
        )
        assert total(summary, "year-lessons") == total(one(year, "attendance"), "missed")
        assert total(summary, "year-lessons") == len(listed.rows)
        outside = sum(
            not any(begins <= row[1] <= ends for _, begins, ends in quarters)  # type: ignore[operator]  # a day
            for row in listed.rows
        )
        assert sum(sum(row[:-1]) for row in lessons) + outside == sum(row[-1] for row in lessons)  # type: ignore[arg-type, misc]  # counts


@given(random_schools)
@few
def test_who_was_there_came_and_left_makes_who_is_there(found: RandomSchool) -> None:
    for number in found.classes:
        for year in (False, True):
            report = found.school.of_class(number, ClassReportKind.MOVEMENT, year=year)
            summary = found.school.of_class(number, ClassReportKind.SUMMARY, year=year)

            ((_, begun, arrived, left, ended),) = one(report, "movement-counts").rows
            moves = [row[2].key for row in one(report, "movement").rows]  # type: ignore[union-attr]  # words
            assert begun + arrived - left == ended == len(one_of(summary).rows)  # type: ignore[operator]  # counts
            assert (moves.count("move-arrived"), moves.count("move-left")) == (arrived, left)


def one_of(report: object) -> Table:
    """Return the sheet that has a row for each pupil."""
    return report.tables[-1]  # type: ignore[attr-defined, no-any-return]  # a report


@given(random_schools)
@few
def test_months_and_subjects_of_the_journal_sum_up_to_the_same(found: RandomSchool) -> None:
    for number in found.classes:
        report = found.school.of_class(number, ClassReportKind.FILLING, year=True)

        by_month, by_course = one(report, "filling-by-month"), one(report, "filling-by-course")
        for key in ("lessons", "without-topic", "without-homework", "marks"):
            assert total(by_month, key) == total(by_course, key)


@given(random_schools)
@few
def test_a_school_is_the_sum_of_its_classes(found: RandomSchool) -> None:
    school = found.school
    results = school.of_school(SchoolReportKind.RESULTS, year=True).tables[0]
    attendance = school.of_school(SchoolReportKind.ATTENDANCE, year=True).tables[0]
    summaries = [
        one(school.of_class(number, ClassReportKind.SUMMARY, year=True), "summary")
        for number in found.classes
    ]
    missed = [
        one(school.of_class(number, ClassReportKind.MISSED, year=True), "missed-lessons")
        for number in found.classes
    ]

    standings = sum((standings_of(table) for table in summaries), Counter[str]())
    assert len(attendance.rows) == len(results.rows) == len(found.classes)
    assert total(attendance, "missed") == sum(len(table.rows) for table in missed)
    assert {key.value: total(results, f"standing-{key.value}") for key in Standing} == {
        key.value: standings[key.value] for key in Standing
    }

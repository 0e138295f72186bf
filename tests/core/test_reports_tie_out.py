"""Numbers of one report are those of another, over random schools."""

from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from core.ids import ClassId
from core.journal.values import MarkValue
from core.reports.grades import Grade, Standing, grade_of
from core.reports.kinds import ClassReportKind, SchoolReportKind
from core.reports.table import Said, Table
from tests.core.reported import (
    QUARTERS,
    TODAY,
    RandomSchool,
    a_random_school,
    one,
    total,
)

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


@given(random_schools)
@few
def test_the_movement_is_that_of_the_period_report_and_goes_on_from_term_to_term(
    found: RandomSchool,
) -> None:
    for number in found.classes:
        of_terms = []
        for _, begins, _ in QUARTERS:
            movement = found.school.of_class(number, ClassReportKind.MOVEMENT, day=begins)
            period = found.school.of_class(number, ClassReportKind.PERIOD, day=begins)
            ((_, *counts),) = one(movement, "movement-counts").rows
            told = counts_of(one(period, "period-report"))
            assert counts == [told[f"roll-{key}"] for key in ("begun", "arrived", "left", "ended")]
            of_terms.append(counts)
        year = found.school.of_class(number, ClassReportKind.MOVEMENT, year=True)

        ((_, *of_year),) = one(year, "movement-counts").rows
        assert (of_year[0], of_year[3]) == (of_terms[0][0], of_terms[-1][3])
        if not has_no_periods(found, number):
            begun, arrived, left, ended = zip(*of_terms, strict=True)
            assert begun[1:] == ended[:-1]
            assert (sum(arrived), sum(left)) == (of_year[1], of_year[2])


@given(random_schools)
@few
def test_poor_marks_are_as_many_as_the_period_report_counts_and_the_journal_holds(
    found: RandomSchool,
) -> None:
    for number in found.classes:
        listed = [
            found.school.of_class(number, ClassReportKind.POOR, day=begins).tables[0]
            for _, begins, _ in QUARTERS
        ]
        counted = [
            one(found.school.of_class(number, ClassReportKind.PERIOD, day=begins), "period-report")
            for _, begins, _ in QUARTERS
        ]
        whole = found.school.of_class(number, ClassReportKind.POOR, year=True).tables[0]

        assert [len(table.rows) for table in listed] == [
            counts_of(table)["poor-marks-count"] for table in counted
        ]
        for table, report in zip(listed, counted, strict=True):
            (who,) = [row[3] for row in report.rows if row[0] == Said("poor-marks-count")]
            assert Counter({of.told["pupil"]: of.told["count"] for of in who}) == Counter(  # type: ignore[union-attr]  # words
                row[0] for row in table.rows
            )
        of_days = Counter(row for table in listed for row in table.rows)
        within = [row for row in whole.rows if any(a <= row[1] <= b for _, a, b in QUARTERS)]  # type: ignore[operator]  # a day
        assert has_no_periods(found, number) or of_days == Counter(within)


@given(random_schools)
@few
def test_a_pupil_s_own_sheet_has_the_marks_of_the_summary_sheets(found: RandomSchool) -> None:
    for number in found.classes:
        own = found.school.of_class(number, ClassReportKind.PUPILS).tables
        year = found.school.of_class(number, ClassReportKind.SUMMARY, year=True)
        whole = one(year, "summary-by-period")
        cells = {
            (str(table.title.told["pupil"]), row[0], str(column.heading), cell)
            for table in own
            for row in table.rows
            for column, cell in zip(table.columns[1:], row[1:], strict=True)
            if cell is not None
        }

        assert [table.title.told["pupil"] for table in own] == one_of(year).column("pupil")
        assert cells == {
            (str(row[1]), column.heading, str(row[2]), cell)
            for row in whole.rows
            for column, cell in zip(whole.columns[3:], row[3:], strict=True)
            if cell is not None
        }
        for title, begins, _ in () if has_no_periods(found, number) else QUARTERS:
            term = one(
                found.school.of_class(number, ClassReportKind.SUMMARY, day=begins), "summary"
            )
            here = {str(name) for name in term.column("pupil")}
            assert {one for one in cells if one[2] == title and one[0] in here} <= {
                (str(row[1]), column.heading, title, cell)
                for row in term.rows
                for column, cell in zip(term.columns[2:-2], row[2:-2], strict=True)
            }


@given(random_schools)
@few
def test_lessons_and_marks_of_the_journal_are_those_that_it_holds(found: RandomSchool) -> None:
    for number in found.classes:
        for _, begins, ends in QUARTERS:
            report = found.school.of_class(number, ClassReportKind.FILLING, day=begins)
            by_course = one(report, "filling-by-course")
            lessons, marks = found.school.held(number, begins, min(ends, TODAY))

            assert (total(by_course, "lessons") or 0, total(by_course, "marks") or 0) == (
                lessons,
                marks,
            )


@given(random_schools, st.integers(0, 10**6).map(Random))
@few
def test_the_use_by_families_is_the_same_in_every_report(
    found: RandomSchool, dice: Random
) -> None:
    days = found.school.visited(dice)
    of_classes = found.school.of_school(SchoolReportKind.ACTIVITY, year=True).tables[0]
    for at, number in enumerate(found.classes):
        families = one(
            found.school.of_class(number, ClassReportKind.ACTIVITY, year=True), "family-activity"
        )
        summary = one_of(found.school.of_class(number, ClassReportKind.SUMMARY, year=True))
        of_class = of_classes.rows[at]

        people = found.school.families(number)
        assert families.column("pupil") == summary.column("pupil")
        assert total(families, "pupil-days") == sum(days[pupil] for pupil in people)
        assert total(families, "guardian-days") == sum(
            days[one] for guardians in people.values() for one in guardians
        )
        assert of_class[1:6] == (
            len(families.rows),
            sum(one is not None for one in families.column("pupil-in-since")),
            sum(bool(one) for one in families.column("pupil-days")),
            sum(bool(one) for one in families.column("guardians-in")),
            sum(bool(one) for one in families.column("guardian-days")),
        )


def has_no_periods(found: RandomSchool, number: ClassId) -> bool:
    """Say whether nothing is taught to a class: its reports are then always of the year."""
    year = found.school.of_class(number, ClassReportKind.ATTENDANCE_SUMMARY)
    return not one(year, "attendance-summary").columns[2:-3]


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

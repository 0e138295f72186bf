"""Whether marks suffice is asked of each course by the period that certifies it (J9)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.journal.values import PeriodKind
from core.reports.kinds import ClassReportKind
from core.reports.table import Row, Said
from tests.core.reported import Reported, one

SEPTEMBER, NOVEMBER = date(2026, 9, 14), date(2026, 11, 16)
HALF_YEAR = ("I полугодие", date(2026, 9, 1), date(2026, 12, 27))


@dataclass
class Taught:
    """A class of one pupil, to whom marks are given in any subject."""

    school: Reported
    class_id: int
    pupil: int
    half_year: int

    def a_course(self, title: str, *, by_half_years: bool, hours: str = "2") -> int:
        course = self.school.seed.a_course(
            self.pupil,
            subject=self.school.seed.a_subject(title),
            weekly_hours=Decimal(hours),
        )
        periods = [self.half_year] if by_half_years else self.school.periods
        for period in periods:
            self.school.seed.taught_in(period, course)
        return course

    def marked(self, course: int, *days: date, value: str = "4") -> None:
        for day in days:
            work = self.school.seed.a_work(course, day=day)
            self.school.seed.a_mark(work, self.pupil, value)

    def rows(self, day: date = NOVEMBER) -> list[Row]:
        """Return of each subject its title, how many marks are needed, and who has enough."""
        report = self.school.of_class(self.class_id, ClassReportKind.FILLING, day=day)
        return [(row[0], row[2], row[7]) for row in one(report, "gathered-marks").rows]


def a_class(title: str = "7А") -> Taught:
    school = Reported()
    class_id = school.seed.a_class(title)
    pupil = school.seed.a_pupil(class_id=class_id)
    named, begins, ends = HALF_YEAR
    half_year = school.seed.a_period(
        title=named, kind=PeriodKind.HALF_YEAR, begins=begins, ends=ends
    )
    return Taught(school, class_id, pupil, half_year)


def in_half_year(title: str) -> Said:
    return Said("subject-in-period", {"subject": title, "period": "I полугодие"})


def test_a_subject_by_half_years_is_held_to_the_norm_of_the_half_year_in_a_class_by_quarters() -> (
    None
):
    taught = a_class()
    taught.a_course("Алгебра", by_half_years=False)
    taught.a_course("Химия", by_half_years=False)
    music = taught.a_course("Музыка", by_half_years=True, hours="1")
    taught.marked(music, *[SEPTEMBER] * 3, NOVEMBER)

    four = taught.rows()
    taught.marked(music, NOVEMBER)

    assert four == [("Алгебра", 5, 0), (in_half_year("Музыка"), 5, 0), ("Химия", 5, 0)]
    assert taught.rows()[1] == (in_half_year("Музыка"), 5, 1)


def test_a_subject_by_quarters_counts_only_the_quarter_in_a_class_by_half_years() -> None:
    taught = a_class("10А")
    taught.a_course("Алгебра", by_half_years=True)
    taught.a_course("Химия", by_half_years=True)
    taught.a_course("Физика", by_half_years=True)
    drawing = taught.a_course("Черчение", by_half_years=False)
    taught.marked(drawing, *[SEPTEMBER] * 4, NOVEMBER)

    found = taught.rows()

    of_quarter = Said("subject-in-period", {"subject": "Черчение", "period": "II четверть"})
    assert found[-1] == (of_quarter, 5, 0)
    assert found[0] == ("Алгебра", 10, 0)


def test_marks_count_as_they_certify() -> None:
    taught = a_class()
    algebra = taught.a_course("Алгебра", by_half_years=False)
    taught.marked(algebra, NOVEMBER, NOVEMBER, value="3/5")
    taught.marked(algebra, NOVEMBER, value="none")

    four = taught.rows()
    taught.marked(algebra, NOVEMBER, value="pass")

    assert (four, taught.rows()) == ([("Алгебра", 5, 0)], [("Алгебра", 5, 1)])

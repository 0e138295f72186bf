"""What reads the journal of a class or a school for reports, and counts days of use."""

from functools import cached_property

from bot.composition.desk import Desk
from core.reports.consultations import ReadConsultations
from core.reports.gathering import GatherClasses
from core.reports.of_class import LookAtClassReport, ReadClassReport
from core.reports.of_school import LookAtSchoolReport, ReadSchoolReport


class ReportDesk(Desk):
    """Use cases of reports."""

    @cached_property
    def _gather_classes(self) -> GatherClasses:
        return GatherClasses(self.tx.reports, self.tx.visits)

    @cached_property
    def look_at_class_report(self) -> LookAtClassReport:
        """Finds out of which term a report of a class would be."""
        return LookAtClassReport(self._gather_classes, self.tx.directory, self.clock)

    @cached_property
    def read_class_report(self) -> ReadClassReport:
        """Reads a report of a class."""
        return ReadClassReport(self.look_at_class_report, self.tx.regulations)

    @cached_property
    def look_at_school_report(self) -> LookAtSchoolReport:
        """Finds out of which term a report of a school would be."""
        return LookAtSchoolReport(self._gather_classes, self.clock)

    @cached_property
    def read_school_report(self) -> ReadSchoolReport:
        """Reads a report of a school."""
        return ReadSchoolReport(
            self.look_at_school_report,
            self.tx.directory,
            self.tx.regulations,
            ReadConsultations(self.tx.consultations, self.clock),
        )

"""What is read only to be drawn: files are made anew whenever they are shown."""

from functools import cached_property

from bot.composition.broadcast_report import MakeBroadcastReport
from bot.composition.chat import ChatDesk
from core.access.connections import Invite
from core.diary.papers.charting import ReadMarkChart
from core.diary.papers.sheet import GatherSheets
from core.diary.papers.sheet_warnings import GatherWarnings
from core.notices.paper.reading import ReadSheets
from core.reports.of_class import MakeClassReport
from core.reports.of_school import MakeSchoolReport
from core.reports.reviews import MakeReviewReport


class DrawnDesk(ChatDesk):
    """Use cases of who draws what an answer encloses. Each passes the gate."""

    @cached_property
    def read_mark_chart(self) -> ReadMarkChart:
        """Reads the chart of a pupil's marks."""
        return ReadMarkChart(self.reader, self.tx.class_marks)

    @cached_property
    def make_class_report(self) -> MakeClassReport:
        """Reads a report of a class to be handed over."""
        return MakeClassReport(self.read_class_report)

    @cached_property
    def make_school_report(self) -> MakeSchoolReport:
        """Reads a report of a school to be handed over."""
        return MakeSchoolReport(self.read_school_report)

    @cached_property
    def make_broadcast_report(self) -> MakeBroadcastReport:
        """Makes a report of how a broadcast goes."""
        tx = self.tx
        return MakeBroadcastReport(self.read_card, tx.broadcasts, tx.broadcast_answers, self.clock)

    @cached_property
    def make_review_report(self) -> MakeReviewReport:
        """Reads who reviewed, to be handed over."""
        return MakeReviewReport(self.read_class_week, self.read_class_period, self.clock)

    @cached_property
    def read_sheets(self) -> ReadSheets:
        """Reads the sheets of a run to be printed."""
        tx = self.tx
        warned = GatherWarnings(
            tx.issues, tx.early_warnings, tx.truancy_warnings, self.still_truant
        )
        gather = GatherSheets(tx.sheets, tx.forecast, tx.remarks, self.foresee, warned)
        return ReadSheets(
            self._open_runs, gather, self._find_new_finals, self._find_late, self.clock
        )

    @cached_property
    def invite(self) -> Invite:
        """Makes codes for who has not."""
        return Invite(self.read_roll, self.issue_code)

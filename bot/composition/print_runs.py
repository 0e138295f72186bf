"""What goes to families on paper: made, printed and handed over."""

from functools import cached_property

from bot.composition.desk import Desk
from core.notices.paper.families import FindOnPaper
from core.notices.paper.late import FindLate
from core.notices.paper.make import MakePaperRunNow
from core.notices.paper.new_finals import FindNewFinals
from core.notices.paper.reading import HandOver, OpenRuns, PrintSheets, ReadPaperRun


class PrintRunDesk(Desk):
    """Use cases of print runs."""

    @cached_property
    def _find_on_paper(self) -> FindOnPaper:
        return FindOnPaper(
            self.tx.directory,
            self.tx.connections,
            self.tx.consents,
            self.tx.audience,
            self.tx.paper_runs,
            self.tx.print_run,
            self.find_reach,
        )

    @cached_property
    def _find_new_finals(self) -> FindNewFinals:
        return FindNewFinals(self.tx.paper_runs, self.tx.finals)

    @cached_property
    def _find_late(self) -> FindLate:
        return FindLate(self.tx.paper_runs, self.tx.late)

    @cached_property
    def _open_runs(self) -> OpenRuns:
        return OpenRuns(self.tx.paper_runs, self.tx.directory)

    @cached_property
    def make_paper_run_now(self) -> MakePaperRunNow:
        """Makes a run up to today."""
        return MakePaperRunNow(
            self.tx.paper_runs,
            self._find_on_paper,
            self.tx.issues,
            self.tx.directory,
            self.tx.regulations,
            self.clock,
        )

    @cached_property
    def read_paper_run(self) -> ReadPaperRun:
        """Reads who gets paper, and who holds it."""
        return ReadPaperRun(self._open_runs, self.clock)

    @cached_property
    def print_sheets(self) -> PrintSheets:
        """Lets sheets be made to be printed."""
        return PrintSheets(self.read_paper_run, self.tx.issues)

    @cached_property
    def hand_over_sheets(self) -> HandOver:
        """Ticks sheets as handed over."""
        return HandOver(self._open_runs, self.clock)
